// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/kiosk/loop.h"

#include <algorithm>
#include <cstdlib>
#include <limits>
#include <utility>

namespace smiley::kiosk {

namespace {

/// A wall clock that moves against the monotonic one by more than this has stepped.
constexpr std::int64_t clockStepMs = 2000;

/// Between tries to delete a withdrawn comment.
constexpr std::int64_t dropAgainMs = 10'000;

/// Between looks whether another day has begun, and the minute from which the one before it is closed.
constexpr std::int64_t lookAtDayMs = 600'000;
constexpr int dayBeginsMinute = 60;

/// Most rows of periods that are owed: with all of it the disk has failed for days.
constexpr std::size_t owedMax = 256;

/// No row is written for what begins the day.
constexpr core::Sequence nothingYet{std::numeric_limits<std::uint64_t>::max()};

core::StaffNames namesIn(const Configuration& configuration)
{
    const auto& comments = configuration.settings.comments;
    return comments ? core::StaffNames(comments->staffNames) : core::StaffNames();
}

} // namespace

Loop::Loop(Ports ports, std::shared_ptr<const Configuration> configuration)
    : m_ports(std::move(ports)),
      m_given(std::move(configuration)),
      m_configuration(asked(m_given)),
      m_journal(m_ports.openJournal()),
      m_deck(std::in_place, m_configuration->questionnaire, m_ports.random),
      m_drawn(m_deck->draw()),
      m_staffNames(namesIn(*m_configuration)),
      m_state(core::initialState(context()))
{
    m_published = screen();
    m_ports.publish(*m_published);
    const core::Now now = m_ports.clock.now();
    beginDay(nothingYet, now); // the faces are shown; the first tap needn't wait for it
    if (m_ports.tickets != nullptr) {
        m_lookAtDayAt = core::MonotonicMs{core::count(now.monotonic) + lookAtDayMs};
        publishScreen();
    }
}

void Loop::handle(const core::VisitEvent& event) { handle(event, m_ports.clock.now()); }

void Loop::handle(const core::VisitEvent& event, const core::Now& now)
{
    noteClock(now);
    noteLeft(now);
    if (std::holds_alternative<core::Ticked>(event)) {
        dropAgain(now); // not with a tap, which would wait for it
        lookAtDay(now);
        if (m_lateTicket && now.monotonic >= *m_nextTicketAt) {
            showTicket(*std::exchange(m_lateTicket, std::nullopt), now);
        }
    }
    forgetTickets(now);
    beginDoorsOfDay(now);
    if (std::holds_alternative<core::PresenceBegan>(event) && !knowsDay(now)) {
        beginDay(nothingYet, now); // while the first visitor of a day comes near, not while he waits for "Tak"
    }
    run(event, now);
    applyPending();
    forgetTickets(now);
    publishScreen();
}

void Loop::publishScreen()
{
    core::Screen shown = screen();
    if (m_published != shown) {
        m_published = std::move(shown);
        m_ports.publish(*m_published);
    }
}

/// So that the first visitor of a day isn't asked by the rule of the day before.
void Loop::lookAtDay(const core::Now& now)
{
    if (!m_lookAtDayAt || now.monotonic < *m_lookAtDayAt) {
        return;
    }
    m_lookAtDayAt = core::MonotonicMs{core::count(now.monotonic) + lookAtDayMs};
    const core::LocalTime local = core::localTime(now.wall);
    if (!knowsDay(now) && local.minuteOfDay >= dayBeginsMinute && !core::isInUse(m_state)) {
        beginDay(nothingYet, now);
    }
}

void Loop::configure(std::shared_ptr<const Configuration> configuration)
{
    m_given = std::move(configuration);
    m_pending = asked(m_given);
    handle(core::VisitEvent{core::Ticked{}});
}

void Loop::setPeriod(std::optional<core::Period::Kind> kind) { handle(core::VisitEvent{core::PeriodChanged{kind}}); }

void Loop::setCommentsAllowed(bool allowed)
{
    if (std::exchange(m_commentsAllowed, allowed) == allowed) {
        return;
    }
    if (allowed) {
        configure(m_given);
        return;
    }
    m_pending = m_pending ? asked(m_given) : nullptr;
    m_configuration = asked(m_configuration);
    deal();
    handle(core::VisitEvent{core::CommentsStopped{}});
}

void Loop::setSpeech(bool available)
{
    if (std::exchange(m_hasSpeech, available) != available) {
        handle(available ? core::VisitEvent{core::SpeechCame{}} : core::VisitEvent{core::SpeechLost{}});
    }
}

std::optional<core::MonotonicMs> Loop::deadline() const
{
    auto first = core::deadline(m_state);
    const auto also = [&](core::MonotonicMs due) { first = first ? std::min(*first, due) : due; };
    if (!m_leaving.empty()) {
        also(m_leaving.front().until);
    }
    if (m_dropAgainAt) {
        also(*m_dropAgainAt);
    }
    if (m_lookAtDayAt) {
        also(*m_lookAtDayAt);
    }
    if (m_lateTicket) {
        also(*m_nextTicketAt);
    }
    return first;
}

bool Loop::visitInProgress() const { return core::isInUse(m_state) || !m_leaving.empty() || m_dropAgainAt; }

core::Screen Loop::screen() const { return core::screenOf(m_state, context()); }

core::VisitContext Loop::context() const
{
    return {m_configuration->questionnaire,
            m_configuration->settings,
            m_hasPresence && !m_presenceUnsure,
            m_hasSpeech,
            m_doorsUnsure ? std::nullopt : m_doors,
            m_drawn,
            m_staffNames,
            m_rule.ticketsRequired && m_ports.tickets != nullptr,
            m_hasScanner};
}

/// Without its comment questions where comments are off, or there is a camera or microphone.
std::shared_ptr<const Configuration> Loop::asked(std::shared_ptr<const Configuration> configuration) const
{
    if (configuration->settings.comments && m_ports.comments != nullptr && m_commentsAllowed) {
        return configuration;
    }
    return std::make_shared<const Configuration>(
        Configuration{core::withoutComments(configuration->questionnaire), configuration->settings});
}

void Loop::run(const core::VisitEvent& event, const core::Now& now)
{
    m_handledAt = std::max(m_handledAt, now.monotonic);
    core::Step step = core::step(m_state, event, context(), now);
    m_state = std::move(step.state);
    for (const core::Effect& effect : step.effects) {
        std::visit([&](const auto& wanted) { carryOut(wanted, now); }, effect);
    }
}

void Loop::carryOut(const core::KeepComment& comment, const core::Now& now)
{
    const auto kept =
        m_ports.comments->keep(*m_configuration->settings.comments, comment.question, comment.faces, comment.text, now);
    if (!kept) {
        m_ports.report("a comment can't be kept: " + kept.error().message);
    }
    run(kept ? core::VisitEvent{core::CommentKept{*kept}} : core::VisitEvent{core::CommentNotKept{}});
}

void Loop::carryOut(const core::RegroupComment& comment, const core::Now& /*now*/)
{
    if (const auto regrouped = m_ports.comments->regroup(comment.id, comment.faces); !regrouped) {
        m_ports.report("a comment stays in the group of an answer that was corrected: " + regrouped.error().message);
    }
}

void Loop::carryOut(const core::DropComment& comment, const core::Now& now)
{
    if (const auto dropped = m_ports.comments->drop(comment.id); !dropped) {
        m_ports.report("a withdrawn comment can't be deleted just now; it is tried again: " + dropped.error().message);
        m_commentsToDrop.push_back(comment.id);
        m_dropAgainAt = core::MonotonicMs{core::count(now.monotonic) + dropAgainMs};
    }
}

void Loop::dropAgain(const core::Now& now)
{
    if (!m_dropAgainAt || *m_dropAgainAt > now.monotonic) {
        return;
    }
    while (!m_commentsToDrop.empty() && m_ports.comments->drop(m_commentsToDrop.back())) {
        m_commentsToDrop.pop_back();
    }
    m_dropAgainAt.reset();
    if (!m_commentsToDrop.empty()) {
        m_dropAgainAt = core::MonotonicMs{core::count(now.monotonic) + dropAgainMs};
    }
}

void Loop::append(const core::Append& append, const core::Now& now)
{
    core::Sequence sequence{};
    if (std::holds_alternative<core::Period>(append.content)) {
        owe({now, append.content, append.visit});
        (void)writeOwed();
        return;
    }
    if (!write({now, append.content, append.visit}, sequence, append.uses)) {
        run(core::NotStored{});
        return;
    }
    if (const auto* tap = std::get_if<core::Tap>(&append.content)) {
        m_hasTapped = true; // and says that it doesn't know what the sensors missed before it
        m_presenceUnsure = false;
        m_doorsUnsure = false;
        if (tap->doors) {
            m_doorsWritten = *tap->doors;
            m_leaving.push_back({sequence, core::MonotonicMs{core::count(now.monotonic) + core::leftWithinMs}, 0});
        }
        run(core::Stored{sequence, judge(*tap, sequence, now)});
    } else if (std::holds_alternative<core::Withdrawn>(append.content) && m_adjudicator) {
        m_adjudicator->withdraw();
    }
}

core::LiveVerdict Loop::judge(const core::Tap& tap, core::Sequence sequence, const core::Now& now)
{
    if (!knowsDay(now)) {
        beginDay(sequence, now);
    }
    const core::Mode mode = m_mode.at(m_configuration->settings, now.wall, now.quality);
    return m_adjudicator->tap(
        core::viewOf(sequence, m_journal->boot(), now.monotonic, tap, mode, now.quality, m_tickets));
}

bool Loop::knowsDay(const core::Now& now) const { return m_day == core::localTime(now.wall).day && m_dayIsRead; }

/// A new engine, which goes through the day's rows before this one: the program may have started within the day. Where they
/// can't be read, one that has seen nothing yet; it is replaced when they can.
void Loop::beginDay(core::Sequence before, const core::Now& now)
{
    const core::Day today = core::localTime(now.wall).day;
    const bool isAnother = std::exchange(m_day, today) != today;
    const auto soFar = m_ports.daySoFar(now);
    m_dayIsRead = soFar.has_value();
    if (!soFar && !isAnother) {
        return; // the engine goes on with what it saw
    }
    m_rule = soFar ? soFar->rule : m_rule;
    m_adjudicator.emplace(m_rule, soFar ? soFar->memory : core::StandMemory{});
    m_tickets = {};
    if (!soFar) {
        return;
    }
    if (m_rule.ticketsRequired && m_ports.tickets == nullptr) {
        m_ports.report("answers count only with a ticket today, and no scanner is listed: none will count");
    }
    core::StandMode mode;
    for (const core::Row& row : soFar->rows) {
        const core::Now& at = row.event.at;
        mode.apply(row.event.content);
        const bool isToday = at.quality == core::ClockQuality::None || core::localTime(at.wall).day == m_day;
        if (row.sequence >= before || !isToday) {
            continue;
        }
        if (const auto* tap = std::get_if<core::Tap>(&row.event.content)) {
            m_adjudicator->tap(core::viewOf(row.sequence, row.boot, at.monotonic, *tap,
                                            mode.at(m_configuration->settings, at.wall, at.quality), at.quality,
                                            m_tickets));
        } else if (std::holds_alternative<core::Withdrawn>(row.event.content)) {
            m_adjudicator->withdraw();
        }
    }
}

core::Result<core::Sequence, core::JournalFault> Loop::writeOnce(const core::Event& event,
                                                                 const std::optional<core::TicketMark>& used)
{
    if (!m_journal) {
        m_journal = m_ports.openJournal();
    }
    if (!m_journal) {
        return core::fail(core::JournalFault::Io, "the journal can't be opened");
    }
    auto written = m_journal->append(event, used);
    if (written) {
        m_mode.apply(event.content);
    }
    return written;
}

/// Where too much is owed, the oldest whole period goes: nothing could be written while it lasted, so nothing is missed but
/// its minutes. A beginning without its end, or an end without its beginning, never goes.
void Loop::owe(const core::Event& period)
{
    m_owed.push_back(period);
    if (m_owed.size() <= owedMax) {
        return;
    }
    const auto whole = std::ranges::adjacent_find(m_owed, [](const core::Event& one, const core::Event& next) {
        const auto& begin = std::get<core::Period>(one.content);
        const auto& end = std::get<core::Period>(next.content);
        return begin.begins && !end.begins && begin.kind == end.kind;
    });
    if (whole != m_owed.end()) {
        m_owed.erase(whole, whole + 2);
    }
}

bool Loop::writeOwed()
{
    while (!m_owed.empty()) {
        if (!writeOrForget(m_owed.front())) {
            return false;
        }
        m_owed.pop_front();
    }
    return true;
}

bool Loop::write(const core::Event& event, core::Sequence& sequence, const std::optional<core::TicketMark>& used)
{
    const auto written = writeOwed() ? writeOrForget(event, used) : std::nullopt;
    sequence = written.value_or(sequence);
    return written.has_value();
}

/// Forgets the journal where it can't be believed any more.
std::optional<core::Sequence> Loop::writeOrForget(const core::Event& event, const std::optional<core::TicketMark>& used)
{
    const auto written = writeOnce(event, used);
    if (written) {
        return *written;
    }
    switch (written.error().code) {
    case core::JournalFault::Full: break;
    case core::JournalFault::Io:
    case core::JournalFault::Corrupt:
        // A failed fsync may have dropped pages: what this connection believes is no longer what the disk holds.
        m_journal.reset();
        restartDoors();
        break;
    }
    return std::nullopt;
}

void Loop::noteClock(const core::Now& now)
{
    if (m_lastNow) {
        const std::int64_t ran = core::count(now.monotonic) - core::count(m_lastNow->monotonic);
        const std::int64_t moved = core::count(now.wall) - core::count(m_lastNow->wall) - ran;
        if (std::abs(moved) > clockStepMs || now.quality != m_lastNow->quality) {
            core::Sequence sequence{};
            // A note, not an answer: where it can't be written the next tap carries the new clock all the same.
            (void)write({now, core::ClockStepped{moved}, std::nullopt}, sequence);
        }
    }
    m_lastNow = now;
}

void Loop::deal()
{
    m_deck.emplace(m_configuration->questionnaire, m_ports.random);
    m_drawn = m_deck->draw();
}

void Loop::applyPending()
{
    if (!m_pending || core::isInUse(m_state)) {
        return;
    }
    const bool otherQuestions = m_pending->questionnaire.hash != m_configuration->questionnaire.hash;
    m_configuration = std::exchange(m_pending, nullptr);
    deal();
    m_staffNames = namesIn(*m_configuration);
    run(core::Reconfigured{});
    if (otherQuestions) {
        core::Sequence sequence{};
        (void)write(
            {m_ports.clock.now(), core::QuestionnaireChanged{m_configuration->questionnaire.hash}, std::nullopt},
            sequence);
    }
}

} // namespace smiley::kiosk
