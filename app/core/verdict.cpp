// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/verdict.h"

#include <cassert>
#include <cstddef>

namespace smiley::core {

TicketKey ticketKey(std::string_view id)
{
    if (id.empty()) {
        return noTicket;
    }
    TicketKey key = 14695981039346656037ULL;
    for (const char c : id) {
        key = (key ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
    }
    return key == noTicket || key == usedTicket ? 1 : key;
}

std::string_view code(Reason reason)
{
    switch (reason) {
    case Reason::Ok: return "OK";
    case Reason::OkLast: return "OK_LAST";
    case Reason::Ticket: return "TICKET";
    case Reason::SameVisit: return "SAME_VISIT";
    case Reason::Replaced: return "REPLACED";
    case Reason::ClaimedNew: return "CLAIMED_NEW";
    case Reason::Withdrawn: return "WITHDRAWN";
    case Reason::PollOther: return "POLL_OTHER";
    case Reason::DupTicket: return "DUP_TICKET";
    case Reason::BurstPlay: return "BURST_PLAY";
    case Reason::RunImplausible: return "RUN_IMPLAUSIBLE";
    case Reason::RunFlagged: return "RUN_FLAGGED";
    case Reason::ClosedHours: return "CLOSED_HOURS";
    case Reason::Maintenance: return "MAINTENANCE";
    case Reason::Test: return "TEST";
    case Reason::Boot: return "BOOT";
    case Reason::Clock: return "CLOCK";
    case Reason::NoTicket: return "NO_TICKET";
    }
    return {};
}

std::string_view code(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Count: return "count";
    case Outcome::Merged: return "merged";
    case Outcome::Excluded: return "excluded";
    }
    return {};
}

FaceCounts countedFaces(std::span<const TapView> taps, std::span<const Verdict> verdicts)
{
    assert(taps.size() == verdicts.size());
    FaceCounts counts{};
    for (std::size_t i = 0; i < taps.size(); ++i) {
        if (verdicts[i].outcome == Outcome::Count) {
            ++counts[static_cast<std::size_t>(score(taps[i].face) - 1)];
        }
    }
    return counts;
}

} // namespace smiley::core
