// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/core/adjudicator.h"
#include "app/core/stand_mode.h"

#include <QTest>
#include <rapidcheck.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <string>
#include <vector>

// What holds for every day of taps, whatever they are (METHOD.md 3, "Neutrality, testable"). Each property is tried
// on 2,000 days drawn at random.

using namespace smiley::core;

namespace {

/// Gaps around every limit of the rules, and anything else.
rc::Gen<std::int64_t> gaps()
{
    return rc::gen::oneOf(rc::gen::inRange<std::int64_t>(0, 3000), rc::gen::inRange<std::int64_t>(0, 30000),
                          rc::gen::inRange<std::int64_t>(0, 300000),
                          rc::gen::element<std::int64_t>(1499, 1500, 3499, 3500, 13999, 14000, 19999, 20000, 30000));
}

std::vector<TapView> aDay(std::size_t tapsMax = 40)
{
    std::vector<TapView> day;
    std::int64_t at = 0;
    std::uint32_t boot = 1;
    std::uint32_t doors = 0;
    const bool hasCounter = *rc::gen::inRange(0, 3) != 0;
    const bool oneFace = *rc::gen::inRange(0, 4) == 0;
    const auto size = *rc::gen::inRange<std::size_t>(0, tapsMax);
    const bool counterDies = *rc::gen::inRange(0, 3) == 0;
    int quick = 0; // taps of somebody who hammers
    for (std::size_t i = 0; i < size; ++i) {
        TapView tap;
        quick = *rc::gen::inRange(0, 20) == 0 ? 8 : quick - 1;
        at += quick > 0 ? *rc::gen::element<std::int64_t>(300, 700, 1600, 3000) : *gaps();
        if (*rc::gen::inRange(0, 40) == 0) {
            ++boot;
            at = *rc::gen::inRange<std::int64_t>(0, 5000);
        } else if (*rc::gen::inRange(0, 60) == 0) {
            at -= *gaps();
        }
        if (!counterDies || i < size / 3) {
            doors += *rc::gen::weightedElement<std::uint32_t>({{3, 0U}, {2, 1U}, {1, 4U}});
        }
        tap.tap = i + 1;
        tap.boot = boot;
        tap.at = MonotonicMs{at};
        tap.face = oneFace ? Face::Good : *faceOf(*rc::gen::inRange(1, 6));
        tap.presence = quick > 0 ? Presence::Continuous
                                 : *rc::gen::element(Presence::Unknown, Presence::Continuous, Presence::Broken);
        tap.screen = *rc::gen::weightedElement<ScreenContext>({{6, ScreenContext::Faces},
                                                               {2, ScreenContext::Invitation},
                                                               {1, ScreenContext::Poll},
                                                               {1, ScreenContext::Correcting},
                                                               {2, ScreenContext::Claimed}});
        tap.mode =
            *rc::gen::weightedElement<Mode>({{40, Mode::Normal}, {1, Mode::Staff}, {1, Mode::Test}, {2, Mode::Closed}});
        tap.ticket = *rc::gen::weightedElement<TicketKey>({{30, noTicket}, {2, 1}, {2, 2}, {2, 3}, {1, usedTicket}});
        tap.clock = *rc::gen::weightedElement<ClockQuality>({{9, ClockQuality::Anchored}, {1, ClockQuality::None}});
        tap.withdrawn = *rc::gen::weightedElement<bool>({{15, false}, {1, true}});
        if (hasCounter && (counterDies || *rc::gen::inRange(0, 20) != 0)) {
            tap.doors = doors;
            if (*rc::gen::inRange(0, 10) != 0) {
                tap.left = *rc::gen::inRange<std::uint32_t>(0, 4);
            }
        }
        day.push_back(tap);
    }
    return day;
}

VisitRule visitRule(const char* policy) { return std::get<VisitRule>(Policy::named(policy)->rule); }

/// A visit rule, any of the standard ones; runs excluded, marked or ignored.
Policy aVisitPolicy()
{
    VisitRule rule = visitRule(*rc::gen::element("strict", "headline", "loose"));
    rule.runs = *rc::gen::element(Runs::Ignore, Runs::Flag, Runs::Exclude);
    rule.runVisitsMin = *rc::gen::element<std::int64_t>(2, rule.runVisitsMin);
    rule.ticketsRequired = *rc::gen::inRange(0, 4) == 0;
    return {"any", rule};
}

Policy aPolicy()
{
    return *rc::gen::inRange(0, 5) == 0 ? *Policy::named(*rc::gen::element("raw", "window:5", "window:30"))
                                        : aVisitPolicy();
}

/// A stand that isn't known, or one with a healthy sensor and counter.
StandMemory aMemory()
{
    StandMemory known;
    known.openSeconds = 100'000;
    known.arrivals = 400;
    known.passages = 1600;
    known.aloneVisits = 200;
    known.aloneExits = 230;
    known.longGaps = 200;
    known.longBreaks = 195;
    known.queueGaps = 40;
    known.queueBreaks = 34;
    known.sameSeconds = 60;
    known.sameBreaks = 0.5;
    return *rc::gen::element(StandMemory{}, known);
}

/// The taps whose visit only the odds decide: not the first of a day, a boot, a mode, after a withdrawal or a ticket, …
bool isOpen(const VisitRule& rule, const std::vector<TapView>& day, std::size_t index)
{
    if (index == 0) {
        return false;
    }
    const TapView& tap = day[index];
    const TapView& last = day[index - 1];
    const std::int64_t gap = count(tap.at) - count(last.at);
    return tap.boot == last.boot && tap.mode == last.mode && gap >= rule.tooSoonMs && !last.withdrawn &&
           tap.screen != ScreenContext::Poll && tap.screen != ScreenContext::Claimed;
}

bool isRun(const Verdict& verdict)
{
    return verdict.reason == Reason::RunImplausible || verdict.reason == Reason::RunFlagged;
}

/// The visit's own taps after somebody held a used ticket to it in between: its answer stands before them.
bool isAfterUsedTicket(const std::vector<Verdict>& verdicts, std::size_t index)
{
    while (index > 0 && verdicts[index].reason == Reason::SameVisit) {
        --index;
    }
    return verdicts[index].reason == Reason::DupTicket;
}

} // namespace

class TestAdjudicatorProperties : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { qputenv("RC_PARAMS", "max_success=2000 seed=20261122"); }

    void relabellingTheFacesChangesNoVerdict();
    void shiftingTheTimeChangesNoVerdict();
    void theSameDayGivesTheSameToTheBit();
    void everyTapHasOneVerdictAndEveryVisitAtMostOneAnswer();
    void whatIsMergedBelongsToAnAnswer();
    void theEvidenceIsWhatDecides();
    void theLiveVisitsAreThoseOfTheOddsAlone();
    void moreTapsChangeOnlyTheEndOfTheDayTheRunsAndTheBreaker();
    void aWindowIsWhatItsDefinitionSays();
    void stricterOddsNeverSeeMoreVisits();
    void markedRunsAreTheExcludedOnes();
    void aTicketCountsAtMostOnce();
    void whereTicketsAreRequiredNothingElseChangesButWhatCounts();
    void noMoreAnswersThanFreshTicketsCount();
};

void TestAdjudicatorProperties::relabellingTheFacesChangesNoVerdict()
{
    QVERIFY(rc::check([] {
        const auto day = aDay();
        const auto policy = aPolicy();
        const auto memory = aMemory();
        std::array<int, 5> labels{1, 2, 3, 4, 5};
        for (std::size_t i = 4; i > 0; --i) {
            std::swap(labels[i], labels[*rc::gen::inRange<std::size_t>(0, i + 1)]);
        }
        auto relabelled = day;
        for (TapView& tap : relabelled) {
            tap.face = *faceOf(labels[static_cast<std::size_t>(score(tap.face) - 1)]);
        }
        const auto one = adjudicateDay(policy, day, memory);
        const auto other = adjudicateDay(policy, relabelled, memory);
        RC_ASSERT(one.verdicts == other.verdicts);
        RC_ASSERT(one.after == other.after);
        RC_ASSERT(one.underControl == other.underControl);
    }));
}

void TestAdjudicatorProperties::shiftingTheTimeChangesNoVerdict()
{
    QVERIFY(rc::check([] {
        const auto day = aDay();
        const auto policy = aPolicy();
        const auto memory = aMemory();
        const auto by = *rc::gen::inRange<std::int64_t>(-1'000'000'000'000, 1'000'000'000'000);
        auto shifted = day;
        for (TapView& tap : shifted) {
            tap.at = MonotonicMs{count(tap.at) + by};
        }
        const auto one = adjudicateDay(policy, day, memory);
        const auto other = adjudicateDay(policy, shifted, memory);
        RC_ASSERT(one.verdicts == other.verdicts);
        RC_ASSERT(one.after == other.after);
    }));
}

void TestAdjudicatorProperties::theSameDayGivesTheSameToTheBit()
{
    QVERIFY(rc::check([] {
        const auto day = aDay();
        const auto policy = aPolicy();
        const auto memory = aMemory();
        const auto one = adjudicateDay(policy, day, memory);
        const auto other = adjudicateDay(policy, std::vector<TapView>(day), *standMemoryOf(textOf(memory)));
        RC_ASSERT(one.verdicts == other.verdicts);
        RC_ASSERT(one.after == other.after);
        RC_ASSERT(one.visitsInRuns == other.visitsInRuns);
        RC_ASSERT(one.underControl == other.underControl);
    }));
}

void TestAdjudicatorProperties::everyTapHasOneVerdictAndEveryVisitAtMostOneAnswer()
{
    QVERIFY(rc::check([] {
        const auto day = aDay();
        const auto result = adjudicateDay(aPolicy(), day, aMemory());
        RC_ASSERT(result.verdicts.size() == day.size());
        std::map<std::uint64_t, int> answers;
        std::uint32_t counted = 0;
        for (std::size_t i = 0; i < day.size(); ++i) {
            const Verdict& verdict = result.verdicts[i];
            RC_ASSERT(verdict.tap == day[i].tap);
            RC_ASSERT(verdict.visit >= 1U && verdict.visit <= verdict.tap); // tap i has the number i + 1
            RC_ASSERT(result.verdicts[verdict.visit - 1].visit == verdict.visit);
            const bool counts = verdict.outcome == Outcome::Count;
            answers[verdict.visit] += counts ? 1 : 0;
            counted += counts ? 1U : 0U;
        }
        for (const auto& [visit, many] : answers) {
            RC_ASSERT(many <= 1);
        }
        std::uint32_t sum = 0;
        for (const std::uint32_t face : countedFaces(day, result.verdicts)) {
            sum += face;
        }
        RC_ASSERT(sum == counted);
    }));
}

void TestAdjudicatorProperties::whatIsMergedBelongsToAnAnswer()
{
    QVERIFY(rc::check([] {
        const auto day = aDay();
        const auto verdicts = adjudicateDay(aVisitPolicy(), day, aMemory()).verdicts;
        for (std::size_t i = 0; i < day.size(); ++i) {
            const Verdict& verdict = verdicts[i];
            bool counts = verdict.outcome == Outcome::Count;
            bool merged = verdict.outcome == Outcome::Merged;
            switch (verdict.reason) {
            case Reason::Ok:
            case Reason::OkLast:
            case Reason::Ticket:
            case Reason::PollOther:
            case Reason::RunFlagged:
            case Reason::Boot:
            case Reason::Clock: RC_ASSERT(counts); break;
            case Reason::ClaimedNew: RC_ASSERT(counts || merged); break;
            case Reason::DupTicket: RC_ASSERT(merged); break;
            case Reason::SameVisit:
            case Reason::Replaced: {
                RC_ASSERT(merged);
                if (isAfterUsedTicket(verdicts, i)) {
                    break;
                }
                RC_ASSERT(i + 1 < day.size());
                RC_ASSERT(verdicts[i + 1].visit == verdict.visit);
                RC_ASSERT((verdict.reason == Reason::SameVisit) == (day[i].face == day[i + 1].face));
                std::size_t last = i; // of the visit: it is the answer
                while (verdicts[last].reason == Reason::SameVisit || verdicts[last].reason == Reason::Replaced) {
                    ++last;
                    RC_ASSERT(last < day.size());
                }
                RC_ASSERT(verdicts[last].outcome == Outcome::Count);
                RC_ASSERT(verdicts[last].visit == verdict.visit);
                break;
            }
            case Reason::Withdrawn:
            case Reason::BurstPlay:
            case Reason::RunImplausible:
            case Reason::ClosedHours:
            case Reason::Maintenance:
            case Reason::NoTicket:
            case Reason::Test: RC_ASSERT(!counts && !merged); break;
            }
            if (day[i].mode == Mode::Staff || day[i].mode == Mode::Test) {
                RC_ASSERT(verdict.outcome == Outcome::Excluded);
            }
            if (day[i].withdrawn) {
                RC_ASSERT(verdict.outcome == Outcome::Excluded);
            }
        }
    }));
}

void TestAdjudicatorProperties::theEvidenceIsWhatDecides()
{
    QVERIFY(rc::check([] {
        auto day = aDay();
        for (TapView& tap : day) {
            tap.ticket = noTicket;
        }
        Policy policy = aVisitPolicy();
        VisitRule& rule = std::get<VisitRule>(policy.rule);
        rule.playTaps = 1000; // play is split into visits of its own
        const auto verdicts = adjudicateWith(figuresOf(aMemory()), policy, day).verdicts;
        for (std::size_t i = 0; i < day.size(); ++i) {
            const Evidence& evidence = verdicts[i].evidence;
            RC_ASSERT(std::isfinite(evidence.total()));
            const double above = static_cast<double>(evidence.total()) - std::log(rule.newVisitOdds);
            if (isOpen(rule, day, i) && std::abs(above) > 1e-4) {
                RC_ASSERT((verdicts[i].visit == verdicts[i].tap) == (above > 0));
            }
            if (day[i].presence == Presence::Unknown) {
                RC_ASSERT(evidence.presence == 0);
            }
            if (day[i].screen != ScreenContext::Claimed && day[i].screen != ScreenContext::Poll) {
                RC_ASSERT(evidence.screen == 0);
            }
        }
    }));
}

void TestAdjudicatorProperties::theLiveVisitsAreThoseOfTheOddsAlone()
{
    QVERIFY(rc::check([] {
        const auto day = aDay();
        Policy policy = aVisitPolicy();
        VisitRule& rule = std::get<VisitRule>(policy.rule);
        rule.playTaps = 1000;
        const auto memory = aMemory();
        DayFigures figures = figuresOf(memory);
        figures.usesDoors = false;
        const auto verdicts = adjudicateWith(figures, policy, day).verdicts;
        Adjudicator engine(rule, memory);
        std::uint64_t visit = 0;
        for (std::size_t i = 0; i < day.size(); ++i) {
            const LiveVerdict live = engine.tap(day[i]);
            const bool opens = verdicts[i].visit == day[i].tap && day[i].ticket != usedTicket;
            if (live != LiveVerdict::WithoutTicket) {
                RC_ASSERT((live == LiveVerdict::NewVisit) == opens);
            } else if (day[i].mode == Mode::Normal && !day[i].withdrawn) {
                RC_ASSERT(rule.ticketsRequired && verdicts[i].outcome != Outcome::Count);
            }
            visit = opens ? day[i].tap : visit;
            RC_ASSERT(engine.visit() == visit); // a used ticket opens none, whatever visit it names
            if (live == LiveVerdict::Changed) {
                RC_ASSERT(i > 0 && day[i].face != day[i - 1].face);
                RC_ASSERT(verdicts[i].visit == verdicts[i - 1].visit);
            }
            if (day[i].withdrawn) {
                engine.withdraw();
            }
        }
    }));
}

/// What a longer day may change: with the same figures,
///   - the last visit of the shorter one (with the calm head that was split off it), from its last episode back to the
///     first tap of the visit in which that episode begins;
///   - with a counter, the same from the episode on in which the counter's last number was first seen: it may be dead;
///   - RUN_IMPLAUSIBLE and RUN_FLAGGED, and the breaker.
void TestAdjudicatorProperties::moreTapsChangeOnlyTheEndOfTheDayTheRunsAndTheBreaker()
{
    QVERIFY(rc::check([] {
        const auto day = aDay(60);
        const auto policy = aVisitPolicy();
        const std::int64_t episodeMs = std::get<VisitRule>(policy.rule).episodeMs;
        const DayFigures figures = figuresOf(aMemory());
        const auto length = *rc::gen::inRange<std::size_t>(0, day.size() + 1);
        const auto whole = adjudicateWith(figures, policy, day);
        const auto part = adjudicateWith(figures, policy, std::span(day).first(length));
        if (length == 0) {
            return;
        }
        const auto follows = [&](std::size_t index) { // is in the episode of the tap before
            const TapView& tap = day[index];
            const TapView& last = day[index - 1];
            const std::int64_t gap = count(tap.at) - count(last.at);
            return tap.boot == last.boot && tap.mode == last.mode && !last.withdrawn && gap >= 0 && gap < episodeMs;
        };
        std::size_t from = length - 1;
        if (figures.usesDoors) {
            while (from > 0 && day[from].boot == day[from - 1].boot && day[from].doors == day[from - 1].doors) {
                --from;
            }
        }
        while (from > 0 && follows(from)) {
            --from;
        }
        const auto& before = part.verdicts;
        const auto visitBegins = [&](std::size_t index) {
            while (index > 0 && before[index - 1].visit == before[index].visit) {
                --index;
            }
            return index;
        };
        from = visitBegins(from);
        if (from > 0 && before[from].reason == Reason::BurstPlay) {
            from = visitBegins(from - 1);
        }
        const bool breakerMoved = whole.underControl != part.underControl;
        for (std::size_t i = 0; i < from; ++i) {
            const bool mayChange =
                isRun(whole.verdicts[i]) || isRun(before[i]) || (breakerMoved && day[i].mode == Mode::Closed);
            RC_ASSERT(mayChange || whole.verdicts[i] == before[i]);
            RC_ASSERT(whole.verdicts[i].visit == before[i].visit);
            RC_ASSERT(whole.verdicts[i].evidence == before[i].evidence);
        }
    }));
}

void TestAdjudicatorProperties::aWindowIsWhatItsDefinitionSays()
{
    QVERIFY(rc::check([] {
        const auto day = aDay();
        const auto seconds = *rc::gen::inRange<std::int64_t>(1, 121);
        const auto verdicts = adjudicateDay(*Policy::named("window:" + std::to_string(seconds)), day).verdicts;
        // From the definition: look back for the last counted tap of the same boot.
        std::vector<bool> counts(day.size());
        for (std::size_t i = 0; i < day.size(); ++i) {
            counts[i] = true;
            for (std::size_t j = i; j-- > 0;) {
                if (day[j].boot != day[i].boot) {
                    break;
                }
                if (counts[j]) {
                    const std::int64_t gap = count(day[i].at) - count(day[j].at);
                    counts[i] = gap >= seconds * 1000 || gap < 0;
                    break;
                }
            }
            RC_ASSERT((verdicts[i].outcome == Outcome::Count) == counts[i]);
            RC_ASSERT(verdicts[i].outcome != Outcome::Excluded);
        }
    }));
}

void TestAdjudicatorProperties::stricterOddsNeverSeeMoreVisits()
{
    QVERIFY(rc::check([] {
        auto day = aDay();
        for (TapView& tap : day) { // claims and tickets change what is known of who stands there
            tap.ticket = noTicket;
            tap.screen = tap.screen == ScreenContext::Claimed ? ScreenContext::Faces : tap.screen;
            tap.mode = Mode::Normal;
            tap.withdrawn = false;
        }
        const DayFigures figures = figuresOf(aMemory());
        const auto visits = [&](const char* name) { // L0 to L2; play and runs are not nested
            Policy policy = *Policy::named(name);
            if (auto* rule = std::get_if<VisitRule>(&policy.rule)) {
                rule->playTaps = 1000;
                rule->runs = Runs::Ignore;
            }
            const auto verdicts = adjudicateWith(figures, policy, day).verdicts;
            return std::ranges::count(verdicts, Outcome::Count, &Verdict::outcome);
        };
        RC_ASSERT(visits("strict") <= visits("headline"));
        RC_ASSERT(visits("headline") <= visits("loose"));
        RC_ASSERT(visits("loose") <= visits("raw"));
    }));
}

void TestAdjudicatorProperties::markedRunsAreTheExcludedOnes()
{
    QVERIFY(rc::check([] {
        const auto day = aDay();
        const DayFigures figures = figuresOf(aMemory());
        const auto by = [&](Runs runs) {
            VisitRule rule = visitRule("headline");
            rule.runVisitsMin = 2;
            rule.runOnset = 0.05;
            rule.runs = runs;
            return adjudicateWith(figures, Policy{"any", rule}, day);
        };
        const auto excluded = by(Runs::Exclude);
        const auto marked = by(Runs::Flag);
        const auto ignored = by(Runs::Ignore);
        RC_ASSERT(excluded.visitsInRuns == marked.visitsInRuns);
        RC_ASSERT(ignored.visitsInRuns == 0U);
        RC_ASSERT(std::ranges::count(marked.verdicts, Reason::RunFlagged, &Verdict::reason) == marked.visitsInRuns);
        for (std::size_t i = 0; i < day.size(); ++i) {
            RC_ASSERT(marked.verdicts[i].visit == excluded.verdicts[i].visit);
            RC_ASSERT(!isRun(ignored.verdicts[i]));
            if (marked.verdicts[i].reason == Reason::RunFlagged) {
                RC_ASSERT(isRun(excluded.verdicts[i]));
                RC_ASSERT(ignored.verdicts[i].outcome == Outcome::Count);
            } else if (day[i].mode != Mode::Closed && !isRun(excluded.verdicts[i])) { // which the breaker may count
                RC_ASSERT(marked.verdicts[i] == excluded.verdicts[i]);
                RC_ASSERT(marked.verdicts[i] == ignored.verdicts[i]);
            }
        }
    }));
}

namespace {

/// A day on which many have tickets, show them again, change them, and withdraw.
std::vector<TapView> aTicketDay()
{
    auto day = aDay();
    for (TapView& tap : day) {
        tap.ticket = *rc::gen::weightedElement<TicketKey>({{3, noTicket}, {3, 1}, {3, 2}, {1, 3}, {1, usedTicket}});
        tap.mode =
            *rc::gen::weightedElement<Mode>({{8, Mode::Normal}, {1, Mode::Staff}, {1, Mode::Test}, {1, Mode::Closed}});
        tap.withdrawn = *rc::gen::inRange(0, 5) == 0;
    }
    return day;
}

/// Of each counted visit.
std::vector<TicketKey> countedTickets(const std::vector<TapView>& day, const std::vector<Verdict>& verdicts)
{
    std::vector<TicketKey> tickets;
    for (const Verdict& verdict : verdicts) {
        if (verdict.outcome == Outcome::Count) {
            tickets.push_back(day[verdict.visit - 1].ticket); // tap i has the number i + 1
        }
    }
    return tickets;
}

} // namespace

void TestAdjudicatorProperties::aTicketCountsAtMostOnce()
{
    QVERIFY(rc::check([] {
        const auto day = aTicketDay();
        const auto tickets = countedTickets(day, adjudicateDay(aVisitPolicy(), day, aMemory()).verdicts);
        for (const TicketKey ticket : {TicketKey{1}, TicketKey{2}, TicketKey{3}}) {
            RC_ASSERT(std::ranges::count(tickets, ticket) <= 1);
        }
        RC_ASSERT(std::ranges::count(tickets, usedTicket) == 0);
    }));
}

void TestAdjudicatorProperties::whereTicketsAreRequiredNothingElseChangesButWhatCounts()
{
    QVERIFY(rc::check([] {
        const auto day = aTicketDay();
        Policy policy = aVisitPolicy();
        VisitRule& rule = std::get<VisitRule>(policy.rule);
        rule.playTaps = 1000; // play is split into visits of its own
        rule.runs = Runs::Ignore;
        rule.breakerShare = 1;
        const auto figures = figuresOf(aMemory());
        rule.ticketsRequired = false;
        const auto before = adjudicateWith(figures, policy, day).verdicts;
        rule.ticketsRequired = true;
        const auto after = adjudicateWith(figures, policy, day).verdicts;
        for (std::size_t i = 0; i < day.size(); ++i) {
            RC_ASSERT(before[i].reason != Reason::NoTicket);
            RC_ASSERT(before[i].evidence == after[i].evidence);
            RC_ASSERT(before[i].visit == after[i].visit);
            if (after[i].reason != Reason::NoTicket) {
                RC_ASSERT(before[i] == after[i]);
            }
            if (after[i].outcome == Outcome::Count) {
                RC_ASSERT(after[i].reason == Reason::Ticket);
            }
        }
    }));
}

void TestAdjudicatorProperties::noMoreAnswersThanFreshTicketsCount()
{
    std::size_t counted = 0; // of all days
    QVERIFY(rc::check([&] {
        auto day = aTicketDay();
        TicketKeys keys;
        std::int64_t fresh = 0;
        for (TapView& tap : day) { // as a stand's rows say it
            const auto use = *rc::gen::element(TicketUse::None, TicketUse::Fresh, TicketUse::Same, TicketUse::Used);
            fresh += use == TicketUse::Fresh ? 1 : 0;
            tap.ticket = keys.next(Sequence{tap.tap}, use);
        }
        Policy policy = aVisitPolicy();
        std::get<VisitRule>(policy.rule).ticketsRequired = true;
        const auto verdicts = adjudicateDay(policy, day, aMemory()).verdicts;
        RC_ASSERT(std::ranges::count(verdicts, Outcome::Count, &Verdict::outcome) <= fresh);
        const auto tickets = countedTickets(day, verdicts);
        for (const TicketKey ticket : tickets) {
            RC_ASSERT(ticket != noTicket && ticket != usedTicket);
        }
        counted += tickets.size();
    }));
    QVERIFY(counted > 0);
}

QTEST_APPLESS_MAIN(TestAdjudicatorProperties)
#include "test_adjudicator_properties.moc"
