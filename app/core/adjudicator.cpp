// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/core/adjudicator.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <unordered_set>
#include <utility>

namespace smiley::core {

namespace {

/// Why a whole part is excluded, or nothing.
std::optional<Reason> exclusion(Mode mode)
{
    switch (mode) {
    case Mode::Normal: return std::nullopt;
    case Mode::Staff:
    case Mode::Cleaning: return Reason::Maintenance;
    case Mode::Test: return Reason::Test;
    case Mode::Closed: return Reason::ClosedHours;
    }
    return std::nullopt;
}

std::int64_t between(MonotonicMs from, MonotonicMs to) { return count(to) - count(from); }

/// Whether somebody passed the door between the two taps. A counter that went down was started again: unknown.
bool passedBetween(const TapView& from, const TapView& to) { return from.doors && to.doors && *to.doors > *from.doors; }

} // namespace

Adjudicator::Adjudicator(Policy policy, const StandMemory& /*memory*/) : m_policy(std::move(policy)) {}

Adjudicator::Part Adjudicator::newVisit(const TapView& tap, Origin origin)
{
    return {tap.tap, tap.tap, origin, false, false};
}

LiveVerdict Adjudicator::tap(const TapView& tap)
{
    const Part before = m_part;
    m_part = std::visit([&](const auto& rule) { return place(tap, rule); }, m_policy.rule);
    const bool sameFace = m_last && m_last->face == tap.face;
    m_last = tap;
    m_withdrawn = false;
    if (m_part.visit == tap.tap) {
        return LiveVerdict::NewVisit;
    }
    const bool lastCounts = std::holds_alternative<VisitRule>(m_policy.rule);
    const bool continues = m_part.number == before.number && !m_part.claimRefused && !m_part.ticketUsed;
    return lastCounts && continues && !sameFace ? LiveVerdict::Changed : LiveVerdict::Repeated;
}

void Adjudicator::withdraw() { m_withdrawn = m_last.has_value(); }

Adjudicator::Part Adjudicator::place(const TapView& tap, const EveryTap& /*rule*/)
{
    return newVisit(tap, Origin::Ordinary);
}

Adjudicator::Part Adjudicator::place(const TapView& tap, const FixedWindow& rule)
{
    const bool sameBoot = m_last && m_last->boot == tap.boot;
    const auto gap = sameBoot && m_lastCounted ? std::optional(between(*m_lastCounted, tap.at)) : std::nullopt;
    if (gap && *gap >= 0 && *gap < rule.ms) {
        return m_part;
    }
    m_lastCounted = tap.at;
    return newVisit(tap, Origin::Ordinary);
}

Adjudicator::Part Adjudicator::place(const TapView& tap, const VisitRule& rule)
{
    const std::int64_t gap = m_last ? between(m_last->at, tap.at) : 0;
    const bool continues = m_last && m_last->boot == tap.boot && m_last->mode == tap.mode && gap >= 0 && !m_withdrawn;
    if (!continues) {
        m_lastClaim.reset();
    }
    if (!continues || tap.presence != Presence::Continuous) {
        m_claimedInPresence = false;
    }
    const Part part = placeByLayers(tap, continues, gap, rule);

    // Queue mode: on by a quick handover, stays on over quick taps without a break.
    const bool quick = continues && gap < rule.queueGapMs;
    if (tap.presence != Presence::Broken) {
        m_queue = m_queue && quick && tap.presence == Presence::Continuous;
    } else if (part.visit == tap.tap) {
        m_queue = quick;
    }
    if (part.visit == tap.tap) {
        m_ticket = tap.ticket;
    }
    return part;
}

Adjudicator::Part Adjudicator::placeByLayers(const TapView& tap, bool continues, std::int64_t gap,
                                             const VisitRule& rule)
{
    if (tap.ticket != noTicket) {
        return placeByTicket(tap);
    }
    const bool afterTicket = m_ticket != noTicket && gap >= rule.sameNoSensorMs;
    if (!continues || afterTicket || opensVisit(tap, gap, rule)) {
        const bool otherInPoll = tap.screen == ScreenContext::Poll && tap.presence == Presence::Broken;
        return newVisit(tap, otherInPoll ? Origin::OtherInPoll : Origin::Ordinary);
    }
    if (tap.screen == ScreenContext::Claimed && gap >= rule.tooSoonMs) {
        if (believesClaim(tap, gap, rule)) {
            return newVisit(tap, passedBetween(*m_last, tap) ? Origin::Ordinary : Origin::Claim);
        }
        return {tap.tap, m_part.visit, Origin::Ordinary, true, false};
    }
    return m_part;
}

Adjudicator::Part Adjudicator::placeByTicket(const TapView& tap)
{
    const auto [used, isFresh] = m_ticketVisits.try_emplace(tap.ticket, tap.tap);
    if (isFresh) {
        return newVisit(tap, Origin::Ticket);
    }
    const bool isThisVisits = tap.ticket == m_ticket && m_part.visit == used->second && !m_part.ticketUsed;
    if (!isThisVisits) {
        return {tap.tap, used->second, Origin::Ticket, false, true};
    }
    if (m_withdrawn || m_last->mode != tap.mode) { // the person answers again
        used->second = tap.tap;
        return newVisit(tap, Origin::Ticket);
    }
    return m_part;
}

bool Adjudicator::opensVisit(const TapView& tap, std::int64_t gap, const VisitRule& rule) const
{
    if (gap < rule.tooSoonMs) {
        return false;
    }
    if (tap.screen == ScreenContext::Poll && tap.presence != Presence::Broken) {
        return false;
    }
    switch (tap.presence) {
    case Presence::Broken: return gap >= rule.sameBrokenMs;
    case Presence::Continuous: {
        const bool followsInQueue = m_queue && gap < rule.queueGapMs && tap.face != m_last->face;
        return gap >= rule.sameContinuousMs || (followsInQueue && gap >= rule.sameQueueMs);
    }
    case Presence::Unknown: return gap >= rule.sameNoSensorMs;
    }
    return false;
}

bool Adjudicator::believesClaim(const TapView& tap, std::int64_t gap, const VisitRule& rule)
{
    if (passedBetween(*m_last, tap)) { // somebody left: like a presence break
        return gap >= rule.sameBrokenMs;
    }
    switch (rule.claims) {
    case Claims::Never: return false;
    case Claims::Always: return true;
    case Claims::Sparingly: break;
    }
    const bool tooMany = m_lastClaim && between(*m_lastClaim, tap.at) < rule.claimEveryMs;
    if (tooMany || m_claimedInPresence) {
        return false;
    }
    m_lastClaim = tap.at;
    m_claimedInPresence = true;
    return true;
}

AdjudicatedDay adjudicateDay(const Policy& policy, std::span<const TapView> taps, const StandMemory& before)
{
    Adjudicator engine(policy, before);
    std::vector<Adjudicator::Part> parts;
    parts.reserve(taps.size());
    std::unordered_map<std::uint64_t, std::size_t> lastOf; // part -> place of its last tap
    std::unordered_set<std::uint64_t> withdrawn;           // parts
    for (std::size_t i = 0; i < taps.size(); ++i) {
        engine.tap(taps[i]);
        if (taps[i].withdrawn) {
            engine.withdraw();
            withdrawn.insert(engine.m_part.number);
        }
        lastOf[engine.m_part.number] = i;
        parts.push_back(engine.m_part);
    }

    const bool byVisit = std::holds_alternative<VisitRule>(policy.rule);
    std::vector<Verdict> verdicts;
    verdicts.reserve(taps.size());
    for (std::size_t i = 0; i < taps.size(); ++i) {
        const Adjudicator::Part& part = parts[i];
        Verdict verdict{taps[i].tap, part.visit, Outcome::Count, Reason::Ok, {}};
        const auto set = [&](Outcome outcome, Reason reason) {
            verdict.outcome = outcome;
            verdict.reason = reason;
        };
        const bool isLast = lastOf.at(part.number) == i;
        const bool isOnly = isLast && part.number == taps[i].tap;
        if (!byVisit) {
            if (part.number != taps[i].tap) {
                set(Outcome::Merged, Reason::SameVisit);
            }
        } else if (const auto excluded = exclusion(taps[i].mode)) {
            set(Outcome::Excluded, *excluded);
        } else if (withdrawn.contains(part.number)) {
            set(Outcome::Excluded, Reason::Withdrawn);
        } else if (part.ticketUsed) {
            set(Outcome::Merged, Reason::DupTicket);
        } else if (part.claimRefused) {
            set(Outcome::Merged, Reason::ClaimedNew);
        } else if (!isLast) {
            assert(parts[i + 1].number == part.number); // the taps of a part follow each other
            set(Outcome::Merged, taps[i + 1].face == taps[i].face ? Reason::SameVisit : Reason::Replaced);
        } else if (part.origin == Adjudicator::Origin::Ticket) {
            verdict.reason = Reason::Ticket;
        } else if (part.origin == Adjudicator::Origin::Claim) {
            verdict.reason = Reason::ClaimedNew;
        } else if (part.origin == Adjudicator::Origin::OtherInPoll) {
            verdict.reason = Reason::PollOther;
        } else if (!isOnly) {
            verdict.reason = Reason::OkLast;
        }
        verdicts.push_back(verdict);
    }
    AdjudicatedDay day;
    day.verdicts = std::move(verdicts);
    day.after = before;
    return day;
}

} // namespace smiley::core
