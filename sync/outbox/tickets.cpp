// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/outbox/tickets.h"

#include "app/store/store.h"
#include "sync/outbox/settings_keys.h"
#include "sync/wire/messages.h"
#include "sync/wire/ticket.h"

#include <utility>

namespace smiley::outbox {

namespace {

core::TicketFinding findingOf(wire::TicketFault fault)
{
    switch (fault) {
    case wire::TicketFault::OtherDay: return core::TicketFinding::OtherDay;
    case wire::TicketFault::OtherStand: return core::TicketFinding::OtherStand;
    case wire::TicketFault::NotACard:
    case wire::TicketFault::Forged: break;
    }
    return core::TicketFinding::NotACard;
}

/// Conflict: not enrolled, the date isn't known, or the day is closed.
store::Result<core::TicketCheck> checked(const std::filesystem::path& database, core::Random& random,
                                         const std::string& text, const core::Now& now)
{
    const auto store = store::Store::open(database, random);
    if (!store) {
        return store.error();
    }
    const auto json = (*store)->setting(setting::enrolment);
    if (!json) {
        return json.error();
    }
    const auto enrolment = wire::readEnrolment(json->value_or(""));
    if (!enrolment) {
        return core::fail(store::StoreFault::Conflict, "this stand isn't enrolled with a centre");
    }
    const auto id =
        wire::readTicket(text, enrolment->centreKey, enrolment->stand.text(), core::localTime(now.wall).day);
    if (!id && id.error().code != wire::TicketFault::OtherDay) {
        return core::TicketCheck{findingOf(id.error().code), {}};
    }
    if (now.quality == core::ClockQuality::None) {
        return core::fail(store::StoreFault::Conflict, "the date isn't known");
    }
    if (!id) {
        return core::TicketCheck{core::TicketFinding::OtherDay, {}};
    }
    const auto mark = (*store)->ticketMark(*id, now);
    if (!mark) {
        return mark.error();
    }
    const auto isUsed = (*store)->ticketIsUsed(*mark);
    if (!isUsed) {
        return isUsed.error();
    }
    return core::TicketCheck{*isUsed ? core::TicketFinding::Used : core::TicketFinding::Fresh, *mark};
}

} // namespace

StandTickets::StandTickets(std::filesystem::path database, core::Random& random,
                           std::function<void(const std::string&)> report)
    : m_database(std::move(database)),
      m_random(random),
      m_report(std::move(report))
{}

core::TicketCheck StandTickets::check(const std::string& text, const core::Now& now)
{
    if (!wire::looksLikeTicket(text)) { // what a scanner babbles costs the disk nothing
        return {core::TicketFinding::NotACard, {}};
    }
    const auto found = checked(m_database, m_random, text, now);
    if (found) {
        m_reported = false;
        return *found;
    }
    if (!std::exchange(m_reported, true)) {
        m_report("tickets can't be checked: " + found.error().message);
    }
    return {};
}

} // namespace smiley::outbox
