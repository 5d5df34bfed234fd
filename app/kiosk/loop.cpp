// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/kiosk/loop.h"

#include <cstdlib>
#include <utility>

namespace smiley::kiosk {

namespace {

/// A wall clock that moves against the monotonic one by more than this has stepped.
constexpr std::int64_t clockStepMs = 2000;

} // namespace

Loop::Loop(Ports ports, std::shared_ptr<const Configuration> configuration)
    : m_ports(std::move(ports)),
      m_configuration(std::move(configuration)),
      m_journal(m_ports.openJournal()),
      m_deck(std::in_place, m_configuration->questionnaire, m_ports.random),
      m_drawn(m_deck->draw()),
      m_adjudicator(*core::Policy::named("headline")),
      m_state(core::initialState(context()))
{
    m_published = screen();
    m_ports.publish(*m_published);
}

void Loop::handle(const core::VisitEvent& event)
{
    noteClock(m_ports.clock.now());
    run(event);
    applyPending();
    core::Screen now = screen();
    if (m_published != now) {
        m_published = std::move(now);
        m_ports.publish(*m_published);
    }
}

void Loop::handle(const core::InputEvent& input)
{
    switch (input.kind) {
    case core::InputEvent::Kind::PresenceBegan: handle(core::VisitEvent{core::PresenceBegan{}}); break;
    case core::InputEvent::Kind::PresenceEnded: handle(core::VisitEvent{core::PresenceEnded{}}); break;
    case core::InputEvent::Kind::Passage: {
        const core::Day today = core::localTime(m_ports.clock.now().wall).day;
        if (m_doorsDay != today) {
            m_doorsDay = today;
            m_doors = 0;
        }
        *m_doors += static_cast<std::uint32_t>(input.value);
        break;
    }
    case core::InputEvent::Kind::KeyPressed:
        // Keys 1..5 are the faces while these are live; the polls' keys come with the keys' own issue.
        if (const auto face = core::faceOf(input.value); face && m_state.stage != core::Stage::Poll) {
            handle(core::VisitEvent{core::FaceTapped{*face, core::Input::Keys}});
        }
        break;
    }
}

void Loop::configure(std::shared_ptr<const Configuration> configuration)
{
    m_pending = std::move(configuration);
    handle(core::VisitEvent{core::Ticked{}});
}

void Loop::setPresenceSensor(bool healthy) { m_hasPresence = healthy; }

bool Loop::visitInProgress() const
{
    return m_state.stage != core::Stage::Faces || m_state.visit || m_state.claimed || m_state.pollAwaitsFace;
}

core::Screen Loop::screen() const { return core::screenOf(m_state, context()); }

core::VisitContext Loop::context() const
{
    return {m_configuration->questionnaire, m_configuration->settings, m_hasPresence, m_doors, m_drawn};
}

void Loop::run(const core::VisitEvent& event)
{
    const core::Now now = m_ports.clock.now();
    core::Step step = core::step(m_state, event, context(), now);
    m_state = std::move(step.state);
    for (const core::Effect& effect : step.effects) {
        if (const auto* entry = std::get_if<core::Append>(&effect)) {
            append(*entry, now);
        } else {
            m_drawn = m_deck->draw();
        }
    }
}

void Loop::append(const core::Append& append, const core::Now& now)
{
    core::Sequence sequence{};
    if (!write({now, append.content, append.visit}, sequence)) {
        run(core::NotStored{});
        return;
    }
    if (const auto* tap = std::get_if<core::Tap>(&append.content)) {
        core::TapView view;
        view.tap = core::number(sequence);
        view.at = now.monotonic;
        view.face = tap->face;
        view.screen = tap->screen;
        view.presence = tap->presence;
        view.doors = tap->doors;
        view.clock = now.quality;
        run(core::Stored{sequence, m_adjudicator.tap(view)});
    } else if (std::holds_alternative<core::Withdrawn>(append.content)) {
        m_adjudicator.withdraw();
    }
}

bool Loop::write(const core::Event& event, core::Sequence& sequence)
{
    if (!m_journal) {
        m_journal = m_ports.openJournal();
    }
    if (!m_journal) {
        return false;
    }
    const auto written = m_journal->append(event);
    if (written) {
        sequence = *written;
        return true;
    }
    switch (written.error().code) {
    case core::JournalFault::Full: break;
    case core::JournalFault::Io:
    case core::JournalFault::Corrupt:
        // A failed fsync may have dropped pages: what this connection believes is no longer what the disk holds.
        m_journal.reset();
        break;
    }
    return false;
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
    if (!m_pending || visitInProgress()) {
        return;
    }
    const bool otherQuestions = m_pending->questionnaire.hash != m_configuration->questionnaire.hash;
    m_configuration = std::exchange(m_pending, nullptr);
    m_deck.emplace(m_configuration->questionnaire, m_ports.random);
    m_drawn = m_deck->draw();
    m_state = core::initialState(context());
    if (otherQuestions) {
        core::Sequence sequence{};
        (void)write(
            {m_ports.clock.now(), core::QuestionnaireChanged{m_configuration->questionnaire.hash}, std::nullopt},
            sequence);
    }
}

} // namespace smiley::kiosk
