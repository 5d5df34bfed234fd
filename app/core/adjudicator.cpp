// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/adjudicator.h"

#include "app/core/door_count.h"
#include "app/core/runs.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <unordered_set>

namespace smiley::core {

namespace {

/// Under the breaker's share a day with this few visits in runs is no matter for it.
constexpr std::size_t breakerVisitsMin = 4;
/// With the door's word against each of them, runs may take more: see README.
constexpr double breakerShareWithDoor = 2.0 / 3;
/// From here on the door speaks against a visit (Decision::nobodyLeft).
constexpr float doorSpeaks = 1.5F;
/// A run of less than one tap in this many teaches the day's figures nothing worth a second look.
constexpr std::size_t teachesLittle = 50;
constexpr std::int64_t calmMs = 1500;
constexpr double tryingGapSeconds = 0.7;
constexpr std::size_t tryingTapsMax = 6;

/// What makes a visit count as something else than OK.
enum class Origin : std::uint8_t { Ordinary, Ticket, Claim, OtherInPoll };

/// Why a whole part doesn't count.
enum class Fate : std::uint8_t { Counts, ClaimRefused, TicketUsed, AfterTicketUsed, Play, Run, RunFlagged };

/// Taps that stand and fall together: a visit, or what a claimer who isn't believed or a used ticket tapped in between.
/// The taps of a part follow each other.
struct Part {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::uint64_t visit = 0;
    Origin origin = Origin::Ordinary;
    Fate fate = Fate::Counts;
    bool withdrawn = false;
    float nobodyLeft = 1;
    bool lacksTicket = false; ///< its visit began without the ticket that the rule asks for
    [[nodiscard]] std::size_t taps() const { return end - begin; }
};

Origin originOf(const TapOdds& odds)
{
    if (odds.isFreshTicket) {
        return Origin::Ticket;
    }
    if (odds.breaksOff) {
        return Origin::Ordinary;
    }
    if (odds.isOtherInPoll) {
        return Origin::OtherInPoll;
    }
    return odds.claim == TapOdds::Claim::Heard && odds.evidence.doors <= 0 ? Origin::Claim : Origin::Ordinary;
}

/// The door may have split a visit where the odds saw none: whose withdrawal frees its ticket is only known now.
void spendTicketsOnce(std::span<const TapView> taps, std::vector<Part>& parts)
{
    std::unordered_set<TicketKey> spent;
    for (Part& part : parts) {
        const TapView& first = taps[part.begin];
        const bool mayCount = first.mode == Mode::Normal || first.mode == Mode::Closed;
        if (part.origin == Origin::Ticket && part.fate == Fate::Counts && !part.withdrawn && mayCount &&
            !spent.insert(first.ticket).second) {
            part.fate = Fate::TicketUsed;
        }
    }
}

std::vector<Part> partsOf(const VisitRule& rule, std::span<const TapView> taps, std::span<const TapOdds> odds,
                          std::span<const Decision> decisions)
{
    std::vector<Part> parts;
    parts.reserve(taps.size());
    std::uint64_t visit = taps.empty() ? 0 : taps.front().tap; // the last that began
    for (std::size_t index = 0; index < taps.size(); ++index) {
        const TapOdds& its = odds[index];
        if (its.usedTicketOf) {
            parts.push_back(
                {.begin = index, .visit = *its.usedTicketOf, .origin = Origin::Ticket, .fate = Fate::TicketUsed});
        } else if (decisions[index].isNew || parts.empty()) {
            visit = taps[index].tap;
            parts.push_back({.begin = index,
                             .visit = visit,
                             .origin = originOf(its),
                             .lacksTicket = rule.ticketsRequired && !its.isFreshTicket});
        } else if (parts.back().fate == Fate::TicketUsed) { // back to the visit before the used ticket
            parts.push_back({.begin = index, .visit = visit, .origin = Origin::Ticket, .fate = Fate::AfterTicketUsed});
        } else if (its.claim != TapOdds::Claim::None && parts.back().fate == Fate::Counts) {
            parts.push_back({.begin = index,
                             .visit = visit,
                             .origin = Origin::Claim,
                             .fate = Fate::ClaimRefused,
                             .lacksTicket = parts.back().lacksTicket});
        }
        Part& part = parts.back();
        part.end = index + 1;
        part.withdrawn = part.withdrawn || taps[index].withdrawn;
        part.nobodyLeft = decisions[index].nobodyLeft;
    }
    spendTicketsOnce(taps, parts);
    return parts;
}

double secondsBetween(const TapView& from, const TapView& to)
{
    return static_cast<double>(count(to.at) - count(from.at)) / 1000;
}

/// L3 for taps without a pause: many, of several faces, and quick. Somebody who tries each face once and then chooses is no
/// child.
bool isPlayWithoutPause(const VisitRule& rule, std::span<const TapView> taps)
{
    if (static_cast<std::int64_t>(taps.size()) < rule.playTaps) {
        return false;
    }
    std::array<bool, 5> tapped{};
    for (const TapView& tap : taps) {
        tapped.at(static_cast<std::size_t>(score(tap.face) - 1)) = true;
    }
    const auto faces = static_cast<std::size_t>(std::ranges::count(tapped, true));
    const double gap = secondsBetween(taps.front(), taps.back()) / static_cast<double>(taps.size() - 1);
    const bool triesEach = taps.size() <= tryingTapsMax && faces + 1 >= taps.size() && gap > tryingGapSeconds;
    return static_cast<std::int64_t>(faces) >= rule.playFaces && gap < rule.playGapSeconds && !triesEach;
}

/// L3 for a visit: one stretch of play makes it play, whatever comes after a pause.
bool isPlay(const VisitRule& rule, std::span<const TapView> taps)
{
    std::size_t begin = 0;
    for (std::size_t index = 1; index <= taps.size(); ++index) {
        const bool pauses =
            index == taps.size() || secondsBetween(taps[index - 1], taps[index]) > 2 * rule.playGapSeconds;
        if (pauses && isPlayWithoutPause(rule, taps.subspan(begin, index - begin))) {
            return true;
        }
        begin = pauses ? index : begin;
    }
    return false;
}

/// Where a calm head ends: the first taps, of one face, that a pause follows. `begin` where there is none.
std::size_t calmHead(std::span<const TapView> taps, const Part& part)
{
    for (std::size_t index = part.begin + 1; index < part.end; ++index) {
        if (count(taps[index].at) - count(taps[index - 1].at) >= calmMs) {
            return index;
        }
        if (taps[index].face != taps[part.begin].face) {
            break;
        }
    }
    return part.begin;
}

/// Marks play, and splits calm heads off it.
std::vector<Part> splitPlay(const VisitRule& rule, std::span<const TapView> taps, std::vector<Part> parts)
{
    const auto isLong = [&](const Part& part) { return static_cast<std::int64_t>(part.taps()) >= rule.playTaps; };
    if (std::ranges::none_of(parts, isLong)) {
        return parts;
    }
    std::vector<Part> split;
    split.reserve(parts.size() + 8);
    for (Part& part : parts) {
        const bool mayPlay =
            taps[part.begin].mode == Mode::Normal && part.origin != Origin::Ticket && !part.lacksTicket;
        if (mayPlay && static_cast<std::int64_t>(part.taps()) >= rule.playTaps) {
            const std::size_t head = calmHead(taps, part);
            if (head > part.begin && isPlay(rule, taps.subspan(head, part.end - head))) {
                Part calm = part;
                calm.end = head;
                calm.withdrawn = false;
                split.push_back(calm);
                part.begin = head;
                part.visit = taps[head].tap;
                part.fate = Fate::Play;
            } else if (isPlay(rule, taps.subspan(part.begin, part.taps()))) {
                part.fate = Fate::Play;
            }
        }
        split.push_back(part);
    }
    return split;
}

/// Why a whole part is excluded by the stand's mode, or nothing.
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

bool mayCount(const Part& part) { return part.fate == Fate::Counts && !part.withdrawn && !part.lacksTicket; }

/// L4, and the circuit breaker over L4 and L5.
void applyRuns(const VisitRule& rule, std::span<const TapView> taps, std::vector<Part>& parts, AdjudicatedDay& day)
{
    std::vector<std::size_t> judged; // parts
    std::vector<RunVisit> visits;
    judged.reserve(parts.size());
    visits.reserve(parts.size());
    std::size_t closed = 0;
    for (std::size_t index = 0; index < parts.size(); ++index) {
        const Part& part = parts[index];
        const TapView& first = taps[part.begin];
        closed += first.mode == Mode::Closed && mayCount(part) ? 1U : 0U;
        if (first.mode == Mode::Normal && mayCount(part)) {
            judged.push_back(index);
            visits.push_back({first.at, first.boot, taps[part.end - 1].face, part.nobodyLeft});
        }
    }
    std::vector<bool> runs(visits.size());
    if (rule.runs != Runs::Ignore) {
        runs = implausibleRuns(rule, day.figures, visits);
    }
    day.visitsInRuns = static_cast<std::uint32_t>(std::ranges::count(runs, true));

    const bool takes = rule.runs == Runs::Exclude;
    std::size_t unheard = closed; // taken without the door's word
    for (std::size_t index = 0; index < visits.size(); ++index) {
        unheard += takes && runs[index] && visits[index].nobodyLeft < doorSpeaks ? 1U : 0U;
    }
    const auto all = static_cast<double>(visits.size() + closed);
    const std::size_t taken = closed + (takes ? std::size_t{day.visitsInRuns} : std::size_t{0});
    const bool tooMany = static_cast<double>(unheard) > rule.breakerShare * all ||
                         static_cast<double>(taken) > std::max(rule.breakerShare, breakerShareWithDoor) * all;
    day.underControl = taken >= breakerVisitsMin && tooMany;
    for (std::size_t index = 0; index < judged.size(); ++index) {
        if (runs[index]) {
            parts[judged[index]].fate = takes && !day.underControl ? Fate::Run : Fate::RunFlagged;
        }
    }
}

/// What a part's deciding tap counts as.
Reason countedAs(std::span<const TapView> taps, const Part& part)
{
    const TapView& first = taps[part.begin];
    if (part.fate == Fate::RunFlagged) {
        return Reason::RunFlagged;
    }
    switch (part.origin) {
    case Origin::Ticket: return Reason::Ticket;
    case Origin::Claim: return Reason::ClaimedNew;
    case Origin::OtherInPoll: return Reason::PollOther;
    case Origin::Ordinary: break;
    }
    if (part.taps() > 1) {
        return Reason::OkLast;
    }
    if (part.begin > 0 && taps[part.begin - 1].boot != first.boot) {
        return Reason::Boot;
    }
    return first.clock == ClockQuality::None ? Reason::Clock : Reason::Ok;
}

void judge(std::span<const TapView> taps, const Part& part, bool breakerTripped, std::span<Verdict> verdicts)
{
    for (std::size_t index = part.begin; index < part.end; ++index) {
        Verdict& verdict = verdicts[index];
        verdict.tap = taps[index].tap;
        verdict.visit = part.visit;
        const auto set = [&](Outcome outcome, Reason reason) {
            verdict.outcome = outcome;
            verdict.reason = reason;
        };
        const auto excluded = exclusion(taps[index].mode);
        if (excluded && !(breakerTripped && excluded == Reason::ClosedHours)) {
            set(Outcome::Excluded, *excluded);
        } else if (part.withdrawn) {
            set(Outcome::Excluded, Reason::Withdrawn);
        } else if (part.fate == Fate::TicketUsed) {
            set(Outcome::Merged, Reason::DupTicket);
        } else if (part.lacksTicket) {
            set(Outcome::Excluded, Reason::NoTicket);
        } else if (part.fate == Fate::ClaimRefused) {
            set(Outcome::Merged, Reason::ClaimedNew);
        } else if (part.fate == Fate::AfterTicketUsed) {
            set(Outcome::Merged, Reason::SameVisit);
        } else if (part.fate == Fate::Play) {
            set(Outcome::Excluded, Reason::BurstPlay);
        } else if (part.fate == Fate::Run) {
            set(Outcome::Excluded, Reason::RunImplausible);
        } else if (index + 1 < part.end) {
            set(Outcome::Merged, taps[index + 1].face == taps[index].face ? Reason::SameVisit : Reason::Replaced);
        } else {
            set(Outcome::Count, countedAs(taps, part));
        }
    }
}

void adjudicateBy(const VisitRule& rule, std::span<const TapView> taps, AdjudicatedDay& day)
{
    VisitOdds weigher(rule, day.figures);
    std::vector<TapOdds> odds;
    odds.reserve(taps.size());
    for (const TapView& tap : taps) {
        odds.push_back(weigher.weigh(tap));
        if (tap.withdrawn) {
            weigher.withdraw();
        }
    }
    const std::vector<Decision> decisions = decide(rule, day.figures, taps, odds);
    std::vector<Part> parts = splitPlay(rule, taps, partsOf(rule, taps, odds, decisions));
    applyRuns(rule, taps, parts, day);
    for (std::size_t index = 0; index < taps.size(); ++index) {
        day.verdicts[index].evidence = odds[index].evidence;
    }
    for (const Part& part : parts) {
        judge(taps, part, day.underControl, day.verdicts);
    }
}

void adjudicateBy(const FixedWindow& rule, std::span<const TapView> taps, AdjudicatedDay& day)
{
    std::size_t counted = 0; // the last tap that did
    for (std::size_t index = 0; index < taps.size(); ++index) {
        const std::int64_t gap = count(taps[index].at) - count(taps[counted].at);
        const bool merges = index > 0 && taps[index].boot == taps[index - 1].boot && gap >= 0 && gap < rule.ms;
        if (!merges) {
            counted = index;
        }
        day.verdicts[index] = {taps[index].tap,
                               taps[counted].tap,
                               merges ? Outcome::Merged : Outcome::Count,
                               merges ? Reason::SameVisit : Reason::Ok,
                               {}};
    }
}

void adjudicateBy(const EveryTap& /*rule*/, std::span<const TapView> taps, AdjudicatedDay& day)
{
    adjudicateBy(FixedWindow{0}, taps, day);
}

} // namespace

Adjudicator::Adjudicator(const VisitRule& rule, const StandMemory& memory)
    : m_odds(rule, figuresOf(memory)),
      m_asksForTickets(rule.ticketsRequired)
{}

LiveVerdict Adjudicator::tap(const TapView& tap)
{
    const TapOdds odds = m_odds.weigh(tap);
    if (m_odds.opensVisit(odds)) {
        m_visit = tap.tap;
        m_face = tap.face;
        m_lacksTicket = m_asksForTickets && !odds.isFreshTicket;
        return m_lacksTicket ? LiveVerdict::WithoutTicket : LiveVerdict::NewVisit;
    }
    if (m_lacksTicket && !odds.usedTicketOf) {
        return LiveVerdict::WithoutTicket;
    }
    if (odds.usedTicketOf || odds.claim != TapOdds::Claim::None) {
        m_face.reset(); // what is tapped now changes nobody's answer
    }
    if (!m_face || *m_face == tap.face) {
        return LiveVerdict::Repeated;
    }
    m_face = tap.face;
    return LiveVerdict::Changed;
}

void Adjudicator::withdraw() { m_odds.withdraw(); }

AdjudicatedDay adjudicateWith(const DayFigures& figures, const Policy& policy, std::span<const TapView> taps)
{
    AdjudicatedDay day;
    day.figures = figures;
    day.verdicts.resize(taps.size());
    std::visit([&](const auto& rule) { adjudicateBy(rule, taps, day); }, policy.rule);
    return day;
}

AdjudicatedDay adjudicateDay(const Policy& policy, std::span<const TapView> taps, const StandMemory& before)
{
    const std::vector<TapView> repaired = withoutStuckSensor(taps);
    if (!repaired.empty()) {
        taps = repaired;
    }
    StandMemory after = remember(before, taps);
    AdjudicatedDay day = adjudicateWith(figuresOf(after), policy, taps);
    if (day.visitsInRuns * teachesLittle > taps.size()) { // once more, with figures that no pusher had a hand in
        after = remember(before, taps, day.verdicts);
        day = adjudicateWith(figuresOf(after), policy, taps);
    }
    day.after = after;
    return day;
}

} // namespace smiley::core
