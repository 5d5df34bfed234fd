// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/stand_mode.h"

namespace smiley::core {

namespace {

bool isClosedAt(const StandSettings& settings, WallMs at)
{
    const LocalTime local = localTime(at);
    const auto hours = openingHoursOn(settings, local.day);
    return !hours || local.minuteOfDay < hours->fromMinute - closedAfterMinutes ||
           local.minuteOfDay >= hours->toMinute + closedAfterMinutes;
}

} // namespace

void StandMode::apply(const EventContent& content)
{
    if (std::holds_alternative<Started>(content)) {
        m_open = {};
    }
    if (const auto* period = std::get_if<Period>(&content)) {
        m_open.at(static_cast<std::size_t>(period->kind)) = period->begins;
    }
}

Mode StandMode::at(const StandSettings& settings, WallMs at, ClockQuality quality) const
{
    if (isOpen(Period::Kind::Test)) {
        return Mode::Test;
    }
    if (isOpen(Period::Kind::Staff)) {
        return Mode::Staff;
    }
    if (isOpen(Period::Kind::Cleaning)) {
        return Mode::Cleaning;
    }
    return quality != ClockQuality::None && isClosedAt(settings, at) ? Mode::Closed : Mode::Normal;
}

TicketKey TicketKeys::next(Sequence tap, TicketUse use)
{
    switch (use) {
    case TicketUse::None: return noTicket;
    case TicketUse::Fresh: m_last = number(tap); break;
    case TicketUse::Same: break;
    case TicketUse::Used: m_last = usedTicket; break;
    }
    return m_last;
}

TapView viewOf(Sequence sequence, Boot boot, MonotonicMs at, const Tap& tap, Mode mode, ClockQuality clock,
               TicketKeys& tickets)
{
    TapView view;
    view.tap = number(sequence);
    view.boot = number(boot);
    view.at = at;
    view.face = tap.face;
    view.screen = tap.screen;
    view.presence = tap.presence;
    view.doors = tap.doors;
    view.ticket = tickets.next(sequence, tap.ticket);
    view.mode = mode;
    view.clock = clock;
    return view;
}

} // namespace smiley::core
