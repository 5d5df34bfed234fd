// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What peripherals say: that they come and go, who is near, who passes the door, which tickets are shown.

#include "app/kiosk/loop.h"

#include <algorithm>
#include <utility>

namespace smiley::kiosk {

namespace {

/// No hand shows tickets faster. What a scanner babbles can't make the screen flicker (at most three changes a second) or
/// keep the disk from the taps.
constexpr std::int64_t betweenTicketsMs = 400;

} // namespace

void Loop::handle(const core::InputEvent& input)
{
    switch (input.kind) {
    case core::InputEvent::Kind::PresenceBegan: handle(core::PresenceBegan{}, arrivalOf(input)); break;
    case core::InputEvent::Kind::PresenceEnded:
        m_presenceUnsure = false; // it has seen the zone empty since
        handle(core::PresenceEnded{}, arrivalOf(input));
        break;
    case core::InputEvent::Kind::Passage: passed(static_cast<std::uint32_t>(input.value), arrivalOf(input)); break;
    case core::InputEvent::Kind::HeadphonesIn: handle(core::VisitEvent{core::HeadphonesPlugged{}}); break;
    case core::InputEvent::Kind::HeadphonesOut: handle(core::VisitEvent{core::HeadphonesUnplugged{}}); break;
    case core::InputEvent::Kind::TicketShown: showTicket(input.text, arrivalOf(input)); break;
    case core::InputEvent::Kind::Found:
    case core::InputEvent::Kind::Lost:
        link(static_cast<core::Role>(input.value), input.kind == core::InputEvent::Kind::Found);
        break;
    case core::InputEvent::Kind::Watching: break;   // with what else tells of cameras: setCommentsAllowed
    case core::InputEvent::Kind::KeyPressed: break; // what a key means depends on what the screen shows (app/ui)
    }
}

/// When it came to its source, however long it waited since; not before what was handled already.
core::Now Loop::arrivalOf(const core::InputEvent& input) const
{
    core::Now now = m_ports.clock.now();
    const std::int64_t latest = core::count(now.monotonic);
    const std::int64_t at = std::clamp(core::count(input.at), std::min(core::count(m_handledAt), latest), latest);
    now.monotonic = core::MonotonicMs{at};
    now.wall = core::WallMs{core::count(now.wall) - (latest - at)};
    return now;
}

/// Nothing is made up where a peripheral goes: nobody left, nobody passed.
void Loop::link(core::Role role, bool isFound)
{
    switch (role) {
    case core::Role::Presence: setPresenceSensor(isFound); break;
    case core::Role::Door:
        if (isFound && !m_doors) {
            m_doors = m_doorsBefore;
        } else if (!isFound && m_doors) {
            m_doorsBefore = *std::exchange(m_doors, std::nullopt);
            m_doorsUnsure = true;
            m_leaving.clear(); // who passes now isn't seen, so nobody knows how many left
        }
        break;
    case core::Role::Scanner:
        m_hasScanner = isFound;
        m_lateTicket.reset();
        publishScreen();
        break;
    case core::Role::Keys: break;
    }
}

void Loop::setPresenceSensor(bool healthy)
{
    if (std::exchange(m_hasPresence, healthy) != healthy) {
        m_presenceUnsure = m_hasTapped;
        handle(core::VisitEvent{core::Ticked{}}); // what the sensor vouches for is on the screen, or no longer
    }
}

void Loop::passed(std::uint32_t passages, const core::Now& now)
{
    noteLeft(now);
    m_doors = m_doors.value_or(m_doorsBefore);
    beginDoorsOfDay(now);
    *m_doors += passages;
    for (Leaving& leaving : m_leaving) {
        leaving.count += passages;
    }
    m_handledAt = std::max(m_handledAt, now.monotonic);
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
        m_doorsWritten = 0;
    }
}

/// The next opening is another boot, and a day's passages are the sum of its boots': what this one wrote isn't counted again.
void Loop::restartDoors() { (m_doors ? *m_doors : m_doorsBefore) -= std::exchange(m_doorsWritten, 0); }

void Loop::showTicket(const std::string& text, const core::Now& now)
{
    if (m_ports.tickets == nullptr) {
        return;
    }
    if (m_nextTicketAt && now.monotonic < *m_nextTicketAt) {
        m_lateTicket = text; // behind a garbled reading the good one may come at once
        return;
    }
    m_lateTicket.reset();
    m_nextTicketAt = core::MonotonicMs{core::count(now.monotonic) + betweenTicketsMs};
    forgetTickets(now);
    if (!m_journal) {
        m_journal = m_ports.openJournal();
    }
    core::TicketCheck check;
    if (m_journal) {
        check = m_ports.tickets->check(text, now);
    }
    if (check.mark) {
        m_ticketsOf = {core::localTime(now.wall).day, m_journal->boot()};
    }
    handle(core::TicketShown{check}, now);
}

/// A mark means nothing on another day. After another opening of the journal it may be another file, with another key.
void Loop::forgetTickets(const core::Now& now)
{
    if (m_ticketsOf &&
        (!m_journal || m_ticketsOf->boot != m_journal->boot() || m_ticketsOf->day != core::localTime(now.wall).day)) {
        m_ticketsOf.reset();
        run(core::TicketsForgotten{}, now);
    }
}

} // namespace smiley::kiosk
