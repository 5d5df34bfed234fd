// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/core/adjudicator.h"

#include <QTest>
#include <rapidcheck.h>

#include <algorithm>
#include <array>
#include <functional>
#include <map>
#include <string>
#include <vector>

// What holds for every day of taps, whatever they are (METHOD 3, "Neutrality, testable"). Each property is tried on 2,000
// days drawn at random.

using namespace smiley::core;

namespace {

constexpr std::array policies{"raw", "window:5", "window:30", "strict", "headline", "loose"};

/// Gaps around every limit of the rules, and anything else.
rc::Gen<std::int64_t> gaps()
{
    return rc::gen::oneOf(
        rc::gen::inRange<std::int64_t>(0, 6000), rc::gen::inRange<std::int64_t>(0, 100000),
        rc::gen::element<std::int64_t>(1499, 1500, 1799, 1800, 3499, 3500, 11999, 12000, 29999, 30000));
}

std::vector<TapView> aDay()
{
    std::vector<TapView> day;
    std::int64_t at = 0;
    std::uint32_t boot = 1;
    std::uint32_t doors = 0;
    const auto size = *rc::gen::inRange<std::size_t>(0, 40);
    for (std::size_t i = 0; i < size; ++i) {
        TapView tap;
        at += *gaps();
        if (*rc::gen::inRange(0, 30) == 0) {
            ++boot;
            at = *rc::gen::inRange<std::int64_t>(0, 5000);
        }
        doors += *rc::gen::weightedElement<std::uint32_t>({{4, 0U}, {1, 1U}});
        tap.tap = i + 1;
        tap.boot = boot;
        tap.at = MonotonicMs{at};
        tap.face = *faceOf(*rc::gen::inRange(1, 6));
        tap.presence = *rc::gen::element(Presence::Unknown, Presence::Continuous, Presence::Broken);
        tap.screen = *rc::gen::weightedElement<ScreenContext>({{6, ScreenContext::Faces},
                                                               {2, ScreenContext::Invitation},
                                                               {1, ScreenContext::Poll},
                                                               {1, ScreenContext::Correcting},
                                                               {3, ScreenContext::Claimed}});
        tap.mode = *rc::gen::weightedElement<Mode>({{30, Mode::Normal}, {1, Mode::Staff}, {1, Mode::Test}});
        tap.ticket = *rc::gen::weightedElement<TicketKey>({{12, noTicket}, {1, 1}, {1, 2}, {1, 3}});
        tap.withdrawn = *rc::gen::weightedElement<bool>({{12, false}, {1, true}});
        if (*rc::gen::inRange(0, 2) == 0) {
            tap.doors = doors;
        }
        day.push_back(tap);
    }
    return day;
}

Policy aPolicy()
{
    return *Policy::named(*rc::gen::elementOf(std::vector<std::string>(policies.begin(), policies.end())));
}

bool same(const std::vector<Verdict>& one, const std::vector<Verdict>& other)
{
    return std::ranges::equal(one, other, [](const Verdict& a, const Verdict& b) {
        return a.tap == b.tap && a.visit == b.visit && a.outcome == b.outcome && a.reason == b.reason;
    });
}

} // namespace

class TestAdjudicatorProperties : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { qputenv("RC_PARAMS", "max_success=2000 seed=20261122"); }

    void relabellingTheFacesChangesNoVerdict();
    void shiftingTheTimeChangesNoVerdict();
    void theLiveVisitsAreThoseOfTheClosing();
    void whatComesLaterNeverChangesWhichVisitATapBelongsTo();
    void everyTapHasOneVerdictAndEveryVisitAtMostOneAnswer();
    void aWindowIsWhatItsDefinitionSays();
    void stricterRulesNeverSeeMoreVisits();
};

void TestAdjudicatorProperties::relabellingTheFacesChangesNoVerdict()
{
    QVERIFY(rc::check([] {
        const auto day = aDay();
        const auto policy = aPolicy();
        std::array<int, 5> labels{1, 2, 3, 4, 5};
        for (std::size_t i = 4; i > 0; --i) {
            std::swap(labels[i], labels[*rc::gen::inRange<std::size_t>(0, i + 1)]);
        }
        auto relabelled = day;
        for (TapView& tap : relabelled) {
            tap.face = *faceOf(labels[static_cast<std::size_t>(score(tap.face) - 1)]);
        }
        RC_ASSERT(same(adjudicateDay(policy, day).verdicts, adjudicateDay(policy, relabelled).verdicts));
    }));
}

void TestAdjudicatorProperties::shiftingTheTimeChangesNoVerdict()
{
    QVERIFY(rc::check([] {
        const auto day = aDay();
        const auto policy = aPolicy();
        const auto by = *rc::gen::inRange<std::int64_t>(-1'000'000'000, 1'000'000'000);
        auto shifted = day;
        for (TapView& tap : shifted) {
            tap.at = MonotonicMs{count(tap.at) + by};
        }
        RC_ASSERT(same(adjudicateDay(policy, day).verdicts, adjudicateDay(policy, shifted).verdicts));
    }));
}

void TestAdjudicatorProperties::theLiveVisitsAreThoseOfTheClosing()
{
    QVERIFY(rc::check([] {
        const auto day = aDay();
        const auto policy = aPolicy();
        const auto verdicts = adjudicateDay(policy, day).verdicts;
        Adjudicator engine(policy);
        for (std::size_t i = 0; i < day.size(); ++i) {
            const LiveVerdict live = engine.tap(day[i]);
            RC_ASSERT(engine.visit() == verdicts[i].visit);
            RC_ASSERT((live == LiveVerdict::NewVisit) == (verdicts[i].visit == day[i].tap));
            if (live == LiveVerdict::Changed) {
                RC_ASSERT(verdicts[i - 1].outcome != Outcome::Count);
                RC_ASSERT(day[i].face != day[i - 1].face);
            }
            if (day[i].withdrawn) {
                engine.withdraw();
            }
        }
    }));
}

void TestAdjudicatorProperties::whatComesLaterNeverChangesWhichVisitATapBelongsTo()
{
    QVERIFY(rc::check([] {
        const auto day = aDay();
        const auto policy = aPolicy();
        const auto whole = adjudicateDay(policy, day).verdicts;
        const auto length = *rc::gen::inRange<std::size_t>(0, day.size() + 1);
        const auto part = adjudicateDay(policy, std::span(day).first(length)).verdicts;
        for (std::size_t i = 0; i < length; ++i) {
            RC_ASSERT(part[i].visit == whole[i].visit);
        }
    }));
}

void TestAdjudicatorProperties::everyTapHasOneVerdictAndEveryVisitAtMostOneAnswer()
{
    QVERIFY(rc::check([] {
        const auto day = aDay();
        const auto policy = aPolicy();
        const auto verdicts = adjudicateDay(policy, day).verdicts;
        RC_ASSERT(verdicts.size() == day.size());
        std::map<std::uint64_t, int> counted;
        std::map<std::uint64_t, bool> excluded;
        for (std::size_t i = 0; i < day.size(); ++i) {
            RC_ASSERT(verdicts[i].tap == day[i].tap);
            RC_ASSERT(verdicts[i].visit <= day[i].tap);
            counted[verdicts[i].visit] += verdicts[i].outcome == Outcome::Count ? 1 : 0;
            // The first tap of a visit names it, and shares its fate where it is excluded.
            if (verdicts[i].visit == day[i].tap && verdicts[i].outcome == Outcome::Excluded) {
                excluded[verdicts[i].visit] = true;
            }
        }
        for (const auto& [visit, answers] : counted) {
            RC_ASSERT(answers == (excluded.contains(visit) ? 0 : 1));
        }
        const FaceCounts faces = countedFaces(day, verdicts);
        std::uint32_t sum = 0;
        for (const std::uint32_t face : faces) {
            sum += face;
        }
        RC_ASSERT(sum == counted.size() - excluded.size());
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
                    counts[i] = count(day[i].at) - count(day[j].at) >= seconds * 1000;
                    break;
                }
            }
            RC_ASSERT((verdicts[i].outcome == Outcome::Count) == counts[i]);
            RC_ASSERT(verdicts[i].outcome != Outcome::Excluded);
        }
    }));
}

void TestAdjudicatorProperties::stricterRulesNeverSeeMoreVisits()
{
    QVERIFY(rc::check([] {
        auto day = aDay();
        for (TapView& tap : day) { // without queues, claims and doors, whose state differs between the policies
            tap.face = Face::Good;
            tap.screen = ScreenContext::Faces;
        }
        const auto visits = [&](const char* policy) {
            const auto verdicts = adjudicateDay(*Policy::named(policy), day).verdicts;
            return std::ranges::count_if(verdicts, [](const Verdict& verdict) { return verdict.visit == verdict.tap; });
        };
        RC_ASSERT(visits("strict") <= visits("headline"));
        RC_ASSERT(visits("headline") <= visits("loose"));
        RC_ASSERT(visits("loose") <= visits("raw"));
    }));
}

QTEST_APPLESS_MAIN(TestAdjudicatorProperties)
#include "test_adjudicator_properties.moc"
