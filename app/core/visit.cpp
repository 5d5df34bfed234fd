// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/core/visit.h"

#include "app/core/visit_machine.h"

#include <algorithm>
#include <array>
#include <type_traits>
#include <utility>

namespace smiley::core {

namespace {

constexpr std::array faces{Face::VeryBad, Face::Bad, Face::InBetween, Face::Good, Face::VeryGood};

LanguageTag defaultLanguage(const VisitContext& context)
{
    for (const LanguageTag& tag : context.settings.languages) {
        if (context.questionnaire.find(tag) != nullptr) {
            return tag;
        }
    }
    return context.questionnaire.languages.empty() ? LanguageTag("da") : context.questionnaire.languages.front().tag;
}

/// What the machine says, not a visitor.
bool meansSomethingWhenClosed(const VisitEvent& event)
{
    return std::visit(
        [](const auto& happened) {
            using Event = std::decay_t<decltype(happened)>;
            return std::is_same_v<Event, PeriodChanged> || std::is_same_v<Event, PresenceBegan> ||
                   std::is_same_v<Event, PresenceEnded> || std::is_same_v<Event, TicketsForgotten> ||
                   std::is_same_v<Event, HeadphonesPlugged> || std::is_same_v<Event, HeadphonesUnplugged>;
        },
        event);
}

bool isOffered(const VisitContext& context, const LanguageTag& language)
{
    const StandSettings& settings = context.settings;
    const bool isSet = std::ranges::find(settings.languages, language) != settings.languages.end() ||
                       std::ranges::find(settings.moreLanguages, language) != settings.moreLanguages.end();
    return isSet && context.questionnaire.find(language) != nullptr;
}

} // namespace

void Machine::expire()
{
    if (hasCome(m_state.markUntil)) {
        hideMark();
    }
    if (hasCome(m_state.withdrawUntil)) {
        m_state.withdrawUntil.reset();
    }
    if (hasCome(m_state.overlayUntil)) {
        closeOverlay();
    }
    if (hasCome(m_state.awayUntil)) {
        personLeft();
    }
    expireTickets();
    if (hasCome(m_state.bannerUntil)) {
        endVisit(m_state.ending, Keep::Choices);
    }
    if (hasCome(m_state.idleAt)) {
        m_state.idleAt.reset();
        if (m_state.stage == Stage::Poll) {
            warn();
        } else {
            showFaces(Keep::Nothing);
        }
    }
    while (hasCome(m_state.quarterAt)) {
        m_state.quartersLeft = std::max(1, m_state.quartersLeft - 1);
        m_state.quarterAt =
            m_state.quartersLeft > 1 ? std::optional(after(*m_state.quarterAt, quarterMs())) : std::nullopt;
    }
    if (hasCome(m_state.timeOutAt)) {
        endVisit(VisitEnded::How::TimedOut, Keep::Nothing);
    }
}

void Machine::on(const FaceTapped& event)
{
    touched();
    switch (m_state.stage) {
    case Stage::Faces:
    case Stage::Banner:
    case Stage::Trouble: tapFace(event); break;
    case Stage::Storing: m_state.waiting = event; break;
    case Stage::Poll:
    case Stage::Closed: break;
    }
}

void Machine::on(const Stored& event)
{
    if (m_state.stage != Stage::Storing || !m_state.storing) {
        return;
    }
    const bool lacksTicket = tapLacksTicket(event.verdict);
    takeTap(event.tap, event.verdict == LiveVerdict::NewVisit, lacksTicket);
    m_state.claimed = false;
    m_state.choseSinceTap = false;
    m_state.ending = VisitEnded::How::Finished;
    takeBackUndue();
    if (std::exchange(m_state.pollAwaitsFace, false) && !lacksTicket) {
        beginPoll();
    } else {
        showBanner(event.verdict, lacksTicket);
    }
    tapWaiting();
}

void Machine::takeTap(Sequence tap, bool opensVisit, bool lacksTicket)
{
    const bool isNew = opensVisit || (lacksTicket && !(m_state.visit && m_state.lacksTicket));
    if (isNew && m_state.visit) {
        const bool samePerson = m_state.banner == Banner::Withdrawn || m_state.banner == Banner::WithoutTicket ||
                                m_state.lacksTicket; // who was asked to answer once more
        append(VisitEnded{endingOr(VisitEnded::How::NextCame)});
        m_effects.emplace_back(VisitOver{});
        if (!samePerson && !m_state.choseSinceTap) {
            resetChoices();
        }
    }
    if (isNew || !m_state.visit) {
        m_state.visit = tap;
        m_state.answered.clear();
        m_state.drawn.clear();
    }
    if (isNew) {
        m_state.comment.reset();
        m_state.removed.clear();
    }
    ticketStored(isNew);
    m_state.lacksTicket = lacksTicket;
    m_state.face = std::exchange(m_state.storing, std::nullopt);
    if (m_state.comment) {
        m_effects.emplace_back(RegroupComment{*m_state.comment, groupOf(*m_state.face)});
    }
}

void Machine::on(const NotStored& /*event*/)
{
    if (m_state.stage == Stage::Closed) {
        return;
    }
    if (m_state.stage == Stage::Storing) {
        m_state.storing.reset();
        m_state.presenceBroken = m_state.presenceBroken || m_state.brokenBeforeStoring;
        ticketNotStored();
    } else if (m_state.stage == Stage::Banner || m_state.stage == Stage::Poll) {
        if (m_state.visit) {
            m_effects.emplace_back(VisitOver{});
        }
        showFaces(Keep::Choices);
    }
    hideMark();
    m_state.withdrawUntil.reset();
    m_state.idleAt.reset();
    m_state.stage = Stage::Trouble;
    m_state.bannerUntil = in(m_times.bannerMs);
    tapWaiting();
}

void Machine::on(const WithdrawPressed& /*event*/)
{
    touched();
    if (!canWithdraw(m_state, m_context)) {
        return;
    }
    if (const auto comment = std::exchange(m_state.comment, std::nullopt)) {
        m_effects.emplace_back(
            DropComment{*comment}); // before the row: after a crash between, or on a full disk, it is gone all the same
    }
    append(Withdrawn{});
    m_state.removed.clear();
    hideMark();
    hideNote();
    closeOverlay();
    m_state.withdrawUntil.reset();
    m_state.banner = Banner::Withdrawn;
    m_state.bannerUntil = in(m_times.bannerMs);
}

void Machine::on(const NextPersonPressed& /*event*/)
{
    touched();
    const bool isShown = m_state.stage == Stage::Banner || m_state.stage == Stage::Poll || m_state.pollAwaitsFace;
    if (!isShown || m_state.stage == Stage::Storing) {
        return;
    }
    endVisit(VisitEnded::How::NextCame, Keep::Nothing);
    m_state.comment.reset();
    ticketOfNextPerson();
    m_state.claimed = true;
    m_state.idleAt = in(patient(m_times.idleMs));
}

void Machine::on(const LanguageChosen& event)
{
    touched();
    if (!isOffered(m_context, event.language)) {
        return;
    }
    m_state.language = event.language;
    chose();
    if (m_state.overlay == Overlay::Languages) {
        closeOverlay();
    }
    if (m_state.stage == Stage::Banner && m_state.banner == Banner::Invitation) {
        invite();
    }
    passOverUnaskable();
}

void Machine::on(const ContrastToggled& /*event*/)
{
    touched();
    m_state.contrast = !m_state.contrast;
    chose();
}

void Machine::on(const OverlayClosed& /*event*/)
{
    touched();
    closeOverlay();
}

void Machine::on(const PresenceBegan& /*event*/)
{
    m_state.awayUntil.reset();
    m_state.somebodyNear = true;
}

void Machine::on(const PresenceEnded& /*event*/)
{
    m_state.somebodyNear = false;
    if (!m_context.hasPresence) {
        return;
    }
    m_state.presenceBroken = true;
    m_state.awayUntil = in(m_times.awayMs);
    m_state.marks.clear();
    hideMark();
}

/// All else on a screen that isn't in use is what the near zone, the plug and the visit before left behind.
void Machine::on(const Reconfigured& /*event*/)
{
    if (!isInUse(m_state)) {
        m_state.language = defaultLanguage(m_context);
    }
}

void Machine::on(const PeriodChanged& event)
{
    if (event.kind == m_state.period) {
        return;
    }
    if (m_state.period) {
        append(Period{*m_state.period, false});
    } else {
        endVisit(VisitEnded::How::Stopped, Keep::Nothing);
        m_state.comment.reset();
    }
    forgetTickets();
    showFaces(Keep::Nothing);
    m_state.presenceBroken = true; // staff stood there: whoever taps next is somebody else
    if (event.kind) {
        m_state.awayUntil.reset();
        m_state.listening = Listening::Off;
        m_state.stage = Stage::Closed;
        m_state.period = event.kind;
        append(Period{*event.kind, true});
    }
}

void Machine::hideMark()
{
    m_state.marked.reset();
    m_state.markUntil.reset();
}

void Machine::closeOverlay()
{
    m_state.overlay = Overlay::None;
    m_state.overlayUntil.reset();
    m_state.quarterAt.reset();
    m_state.timeOutAt.reset();
    m_state.quartersLeft = ringQuarters;
}

void Machine::openOverlay(Overlay overlay)
{
    touched();
    if (m_state.stage != Stage::Storing) {
        m_state.overlay = overlay;
        m_state.overlayUntil = in(patient(m_times.aboutMs));
    }
}

void Machine::touched()
{
    m_state.awayUntil.reset();
    if (m_state.overlay == Overlay::TimeOut) {
        closeOverlay();
    }
    if (m_state.overlayUntil) {
        m_state.overlayUntil = in(patient(m_times.aboutMs));
    }
    if (m_state.idleAt || m_state.stage == Stage::Poll) {
        m_state.idleAt = in(patient(m_times.idleMs));
    }
}

void Machine::chose()
{
    m_state.choseSinceTap = true;
    if (m_state.stage == Stage::Faces) {
        m_state.idleAt = in(patient(m_times.idleMs));
    }
}

void Machine::showFaces(Keep keep)
{
    State clean = initialState(m_context);
    clean.presenceBroken = m_state.presenceBroken;
    clean.awayUntil = m_state.awayUntil;
    clean.headphones = m_state.headphones;
    clean.comment = m_state.comment;
    clean.listening = listeningUnasked();
    keepTickets(clean);
    const bool isReading = m_state.overlay == Overlay::About || m_state.overlay == Overlay::Languages;
    if (keep == Keep::Choices && (isReading || m_state.choseSinceTap)) {
        clean.language = m_state.language;
        clean.contrast = m_state.contrast;
        clean.listening = m_state.listening;
        clean.volume = m_state.volume;
        clean.choseSinceTap = m_state.choseSinceTap;
        clean.idleAt = in(patient(m_times.idleMs));
    }
    if (keep == Keep::Choices && isReading) {
        clean.overlay = m_state.overlay;
        clean.overlayUntil = m_state.overlayUntil;
    }
    m_state = std::move(clean);
}

void Machine::endVisit(VisitEnded::How how, Keep keep)
{
    if (m_state.visit) {
        if (m_state.stage != Stage::Trouble) { // the journal takes nothing just now
            append(VisitEnded{how});
        }
        m_effects.emplace_back(VisitOver{});
    }
    showFaces(keep);
}

VisitEnded::How Machine::endingOr(VisitEnded::How other) const
{
    const bool wasDone = m_state.banner == Banner::Thanks || m_state.banner == Banner::Withdrawn;
    return wasDone || m_state.ending != VisitEnded::How::Finished ? m_state.ending : other;
}

void Machine::awaitFace()
{
    m_state.pollAwaitsFace = true;
    m_state.bannerUntil = in(m_times.bannerMs);
}

ScreenContext Machine::screenContext() const
{
    if (m_state.claimed) {
        return ScreenContext::Claimed;
    }
    if (m_state.pollAwaitsFace) {
        return ScreenContext::Poll;
    }
    if (m_state.stage != Stage::Banner) {
        return ScreenContext::Faces;
    }
    const bool isInvitation = m_state.banner == Banner::Invitation || m_state.banner == Banner::Thanks;
    return isInvitation ? ScreenContext::Invitation : ScreenContext::Correcting;
}

void Machine::tapFace(const FaceTapped& event)
{
    Presence presence = Presence::Unknown;
    if (m_context.hasPresence) {
        presence = m_state.presenceBroken ? Presence::Broken : Presence::Continuous;
    }
    const TicketUse use = ticketUse();
    append(Tap{event.face, screenContext(), presence, m_context.doors, event.input, m_state.language,
               m_context.questionnaire.hash, use},
           use == TicketUse::Fresh ? std::optional(m_state.ticket->mark) : std::nullopt);
    useTicket();
    closeOverlay();
    m_state.stage = Stage::Storing;
    m_state.storing = event.face;
    m_state.marked = event.face;
    m_state.markUntil = in(m_times.markMs);
    m_state.withdrawUntil = m_context.hasPresence ? std::nullopt : std::optional(in(m_times.withdrawMs));
    m_state.bannerUntil.reset();
    m_state.idleAt.reset();
    m_state.brokenBeforeStoring = std::exchange(m_state.presenceBroken, false);
}

void Machine::tapWaiting()
{
    if (const auto waiting = std::exchange(m_state.waiting, std::nullopt)) {
        on(*waiting);
    }
}

void Machine::showBanner(LiveVerdict verdict, bool lacksTicket)
{
    m_state.stage = Stage::Banner;
    m_state.bannerUntil = in(m_times.bannerMs);
    if (lacksTicket) { // nothing more is asked of an answer that doesn't count
        m_state.banner = m_context.ticketsRequired ? Banner::WithoutTicket : Banner::Thanks;
        return;
    }
    switch (verdict) {
    case LiveVerdict::NewVisit: invite(); break;
    case LiveVerdict::Changed: m_state.banner = Banner::Changed; break;
    case LiveVerdict::Repeated:
    case LiveVerdict::WithoutTicket: m_state.banner = Banner::HaveIt; break;
    }
}

void Machine::invite()
{
    int most = 0;
    for (const Face face : faces) {
        most = std::max(most, planSizeMax(m_context.questionnaire, face, m_state.language, m_context.drawn));
    }
    m_state.questionsOffered = m_context.settings.invite ? most : 0;
    m_state.banner = m_state.questionsOffered > 0 ? Banner::Invitation : Banner::Thanks;
}

void Machine::personLeft()
{
    m_state.awayUntil.reset();
    forgetTickets();
    m_state.comment.reset();
    switch (m_state.stage) {
    case Stage::Faces:
    case Stage::Poll: endVisit(VisitEnded::How::Left, Keep::Nothing); break;
    case Stage::Banner:
        if (m_state.banner != Banner::Invitation) {
            endVisit(endingOr(VisitEnded::How::Left), Keep::Nothing);
            break;
        }
        m_state.ending = VisitEnded::How::Left; // the invitation stands: whoever takes it up is asked for a face
        closeOverlay();
        resetChoices();
        invite();
        break;
    case Stage::Storing:
    case Stage::Trouble:
        closeOverlay();
        resetChoices();
        break;
    case Stage::Closed: break;
    }
}

void Machine::resetChoices()
{
    m_state.language = defaultLanguage(m_context);
    m_state.contrast = false;
    m_state.choseSinceTap = false;
    m_state.listening = listeningUnasked();
    m_state.volume = m_context.settings.volume;
}

State initialState(const VisitContext& context)
{
    State state;
    state.language = defaultLanguage(context);
    state.volume = context.settings.volume;
    return state;
}

Step step(const State& state, const VisitEvent& event, const VisitContext& context, Now now)
{
    Machine machine(state, context, now);
    machine.expire();
    if (state.stage == Stage::Closed && !meansSomethingWhenClosed(event)) {
        return machine.take();
    }
    std::visit([&](const auto& happened) { machine.on(happened); }, event);
    return machine.take();
}

std::optional<MonotonicMs> deadline(const State& state)
{
    std::optional<MonotonicMs> first;
    for (const auto& time :
         {state.markUntil, state.bannerUntil, state.withdrawUntil, state.idleAt, state.quarterAt, state.timeOutAt,
          state.overlayUntil, state.noteUntil, state.ticketUntil, state.awayUntil}) {
        if (time && (!first || *time < *first)) {
            first = time;
        }
    }
    return first;
}

bool isInUse(const State& state)
{
    return state.stage != Stage::Faces || state.visit || state.claimed || state.pollAwaitsFace ||
           state.overlay != Overlay::None || state.idleAt;
}

bool isSamePresence(const State& state)
{
    return !state.presenceBroken; // also where the sensor that saw it was lost since
}

bool canWithdraw(const State& state, const VisitContext& context)
{
    if (state.stage != Stage::Banner || state.banner == Banner::Withdrawn || state.banner == Banner::WithoutTicket) {
        return false;
    }
    return !state.presenceBroken && (context.hasPresence || state.withdrawUntil);
}

} // namespace smiley::core
