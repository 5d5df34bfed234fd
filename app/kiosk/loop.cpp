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
      m_configuration(asked(std::move(configuration))),
      m_journal(m_ports.openJournal()),
      m_deck(std::in_place, m_configuration->questionnaire, m_ports.random),
      m_drawn(m_deck->draw()),
      m_staffNames(namesIn(*m_configuration)),
      m_state(core::initialState(context()))
{
    m_published = screen();
    m_ports.publish(*m_published);
    beginDay(nothingYet, m_ports.clock.now()); // the faces are shown; the first tap needn't wait for it
}

void Loop::handle(const core::VisitEvent& event)
{
    const core::Now now = m_ports.clock.now();
    noteClock(now);
    noteLeft(now);
    if (std::holds_alternative<core::Ticked>(event)) {
        dropAgain(now); // not with a tap, which would wait for it
    }
    beginDoorsOfDay(now);
    if (std::holds_alternative<core::PresenceBegan>(event) && m_day != core::localTime(now.wall).day) {
        beginDay(nothingYet, now); // while the first visitor of a day comes near, not while he waits for "Tak"
    }
    run(event);
    applyPending();
    core::Screen shown = screen();
    if (m_published != shown) {
        m_published = std::move(shown);
        m_ports.publish(*m_published);
    }
}

void Loop::handle(const core::InputEvent& input)
{
    switch (input.kind) {
    case core::InputEvent::Kind::PresenceBegan: handle(core::VisitEvent{core::PresenceBegan{}}); break;
    case core::InputEvent::Kind::PresenceEnded: handle(core::VisitEvent{core::PresenceEnded{}}); break;
    case core::InputEvent::Kind::Passage: {
        const core::Now now = m_ports.clock.now();
        noteLeft(now);
        m_doors = m_doors.value_or(0);
        beginDoorsOfDay(now);
        const auto passages = static_cast<std::uint32_t>(input.value);
        *m_doors += passages;
        for (Leaving& leaving : m_leaving) {
            leaving.count += passages;
        }
        break;
    }
    case core::InputEvent::Kind::HeadphonesIn: handle(core::VisitEvent{core::HeadphonesPlugged{}}); break;
    case core::InputEvent::Kind::HeadphonesOut: handle(core::VisitEvent{core::HeadphonesUnplugged{}}); break;
    case core::InputEvent::Kind::KeyPressed: break; // what a key means depends on what the screen shows (app/ui)
    }
}

void Loop::configure(std::shared_ptr<const Configuration> configuration)
{
    m_pending = asked(std::move(configuration));
    handle(core::VisitEvent{core::Ticked{}});
}

void Loop::setPeriod(std::optional<core::Period::Kind> kind) { handle(core::VisitEvent{core::PeriodChanged{kind}}); }

void Loop::setPresenceSensor(bool healthy) { m_hasPresence = healthy; }

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
    return first;
}

bool Loop::visitInProgress() const { return core::isInUse(m_state) || !m_leaving.empty() || m_dropAgainAt; }

core::Screen Loop::screen() const { return core::screenOf(m_state, context()); }

core::VisitContext Loop::context() const
{
    return {m_configuration->questionnaire,
            m_configuration->settings,
            m_hasPresence,
            m_hasSpeech,
            m_doors,
            m_drawn,
            m_staffNames};
}

/// Without its comment questions where comments are off.
std::shared_ptr<const Configuration> Loop::asked(std::shared_ptr<const Configuration> configuration) const
{
    if (configuration->settings.comments && m_ports.comments != nullptr) {
        return configuration;
    }
    return std::make_shared<const Configuration>(
        Configuration{core::withoutComments(configuration->questionnaire), configuration->settings});
}

void Loop::run(const core::VisitEvent& event)
{
    const core::Now now = m_ports.clock.now();
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
    if (!write({now, append.content, append.visit}, sequence)) {
        run(core::NotStored{});
        return;
    }
    if (const auto* tap = std::get_if<core::Tap>(&append.content)) {
        if (tap->doors) {
            m_leaving.push_back({sequence, core::MonotonicMs{core::count(now.monotonic) + core::leftWithinMs}, 0});
        }
        run(core::Stored{sequence, judge(*tap, sequence, now)});
    } else if (std::holds_alternative<core::Withdrawn>(append.content) && m_adjudicator) {
        m_adjudicator->withdraw();
    }
}

core::LiveVerdict Loop::judge(const core::Tap& tap, core::Sequence sequence, const core::Now& now)
{
    if (m_day != core::localTime(now.wall).day) {
        beginDay(sequence, now);
    }
    const core::Mode mode = m_mode.at(m_configuration->settings, now.wall, now.quality);
    return m_adjudicator->tap(core::viewOf(sequence, m_journal->boot(), now.monotonic, tap, mode, now.quality));
}

/// A new engine, which goes through the day's rows before this one: the program may have started within the day.
void Loop::beginDay(core::Sequence before, const core::Now& now)
{
    m_day = core::localTime(now.wall).day;
    const DaySoFar soFar = m_ports.daySoFar(now);
    m_adjudicator.emplace(soFar.rule, soFar.memory);
    core::StandMode mode;
    for (const core::Row& row : soFar.rows) {
        const core::Now& at = row.event.at;
        mode.apply(row.event.content);
        const bool isToday = at.quality == core::ClockQuality::None || core::localTime(at.wall).day == m_day;
        if (row.sequence >= before || !isToday) {
            continue;
        }
        if (const auto* tap = std::get_if<core::Tap>(&row.event.content)) {
            m_adjudicator->tap(core::viewOf(row.sequence, row.boot, at.monotonic, *tap,
                                            mode.at(m_configuration->settings, at.wall, at.quality), at.quality));
        } else if (std::holds_alternative<core::Withdrawn>(row.event.content)) {
            m_adjudicator->withdraw();
        }
    }
}

void Loop::noteLeft(const core::Now& now)
{
    while (!m_leaving.empty() && m_leaving.front().until <= now.monotonic) {
        // What the adjudicator may know, not an answer: where it can't be written, or something is owed that comes before
        // it, it is unknown. The journal stays open, as another would be another boot, which splits a visit; the next
        // answer finds the fault by itself.
        if (m_owed.empty()) {
            (void)writeOnce({now, core::LeftAfter{m_leaving.front().tap, m_leaving.front().count}, std::nullopt});
        }
        m_leaving.pop_front();
    }
}

/// The counter begins at zero with the day.
void Loop::beginDoorsOfDay(const core::Now& now)
{
    if (!m_doors) {
        return;
    }
    if (const core::Day today = core::localTime(now.wall).day; m_doorsDay != today) {
        m_doorsDay = today;
        m_doors = 0;
    }
}

core::Result<core::Sequence, core::JournalFault> Loop::writeOnce(const core::Event& event)
{
    if (!m_journal) {
        m_journal = m_ports.openJournal();
    }
    if (!m_journal) {
        return core::fail(core::JournalFault::Io, "the journal can't be opened");
    }
    auto written = m_journal->append(event);
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

bool Loop::write(const core::Event& event, core::Sequence& sequence)
{
    const auto written = writeOwed() ? writeOrForget(event) : std::nullopt;
    sequence = written.value_or(sequence);
    return written.has_value();
}

/// Forgets the journal where it can't be believed any more.
std::optional<core::Sequence> Loop::writeOrForget(const core::Event& event)
{
    const auto written = writeOnce(event);
    if (written) {
        return *written;
    }
    switch (written.error().code) {
    case core::JournalFault::Full: break;
    case core::JournalFault::Io:
    case core::JournalFault::Corrupt:
        // A failed fsync may have dropped pages: what this connection believes is no longer what the disk holds.
        m_journal.reset();
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

void Loop::applyPending()
{
    if (!m_pending || core::isInUse(m_state)) {
        return;
    }
    const bool otherQuestions = m_pending->questionnaire.hash != m_configuration->questionnaire.hash;
    m_configuration = std::exchange(m_pending, nullptr);
    m_deck.emplace(m_configuration->questionnaire, m_ports.random);
    m_drawn = m_deck->draw();
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
