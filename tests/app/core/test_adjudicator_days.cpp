// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/core/adjudicator.h"
#include "tests/app/core/days.h"

#include <QTest>

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <numeric>
#include <string>
#include <vector>

// What `headline` makes of whole days: ordinary ones of the simulator, and what is put into them. Figures are over
// hundreds of days, from fixed seeds.

using namespace smiley::core;
using namespace smiley::core::test;
using smiley::citizens::Count;
namespace citizens = smiley::citizens;

namespace {

const Policy headline = *Policy::named("headline");

Policy with(Runs runs)
{
    VisitRule rule;
    rule.runs = runs;
    return {"headline", rule};
}

/// An ordinary day, and what is known of its stand: nothing, or a week.
struct Known {
    StandDay day;
    StandMemory memory;
};

Known ordinaryDay(std::uint64_t seed, bool isKnown, citizens::Scenario scenario = ordinary())
{
    scenario.days = isKnown ? 8 : 1;
    std::vector<StandDay> days = daysOf(scenario, seed);
    Known known{std::move(days.back()), {}};
    days.pop_back();
    known.memory = knownAfter(days);
    return known;
}

std::int64_t anyMoment(Random& random) { return static_cast<std::int64_t>(random.between(0.1, 0.9) * 21'600'000); }

long counted(std::span<const Verdict> verdicts)
{
    return std::ranges::count(verdicts, Outcome::Count, &Verdict::outcome);
}

long because(std::span<const Verdict> verdicts, Reason reason)
{
    return std::ranges::count(verdicts, reason, &Verdict::reason);
}

/// Somebody presses one face, stepping aside between the presses; nobody walks out.
Presses run(int presses, std::int64_t gapMs, Face face)
{
    Presses made;
    for (int press = 0; press < presses; ++press) {
        TapView tap;
        tap.at = MonotonicMs{press * gapMs};
        tap.face = face;
        tap.presence = Presence::Broken;
        made.taps.push_back(tap);
    }
    return made;
}

} // namespace

class TestAdjudicatorDays : public QObject {
    Q_OBJECT

private slots:
    void agreeingGroupsAreCountedWhicheverFaceTheyTap_data();
    void agreeingGroupsAreCountedWhicheverFaceTheyTap();
    void tenClaimsOfOneMasherAreTwoAnswersAtMost_data();
    void tenClaimsOfOneMasherAreTwoAnswersAtMost();
    void aRunIsExcludedMarkedOrIgnored();
    void aDayOfRunsIsUnderControl();
    void aRunThatIsOnlyMarkedDoesNotTripTheBreaker();
    void aDayOutsideOpeningHoursIsUnderControl_data();
    void aDayOutsideOpeningHoursIsUnderControl();
    void aDeadOrStuckDeviceHardlyChangesTheVisits_data();
    void aDeadOrStuckDeviceHardlyChangesTheVisits();
    void honestTrafficLosesLittleToFilters();
    void stricterPoliciesSeeFewerVisits();
    void theMemoryCarriesFromDayToDayAndForgets();
};

void TestAdjudicatorDays::agreeingGroupsAreCountedWhicheverFaceTheyTap_data()
{
    QTest::addColumn<bool>("isKnown");
    QTest::addColumn<double>("fromMs");
    QTest::addColumn<double>("toMs");
    for (const bool isKnown : {false, true}) {
        const char* stand = isKnown ? "known" : "first day";
        QTest::addRow("3-25 s, %s", stand) << isKnown << 3000.0 << 25000.0;
        QTest::addRow("3-8 s, %s", stand) << isKnown << 3000.0 << 8000.0;
        QTest::addRow("15-25 s, %s", stand) << isKnown << 15000.0 << 25000.0;
    }
}

void TestAdjudicatorDays::agreeingGroupsAreCountedWhicheverFaceTheyTap()
{
    QFETCH(bool, isKnown);
    QFETCH(double, fromMs);
    QFETCH(double, toMs);
    constexpr int groups = 300;
    std::array<long, 5> answers{};
    long members = 0;
    for (std::uint64_t group = 0; group < groups; ++group) {
        const Known base = ordinaryDay(1000 + group, isKnown);
        for (int face = 1; face <= 5; ++face) {
            Random random(7, group, 1); // the same group for each face
            const Presses presses = agreeingGroup(random, {fromMs, toMs}, *faceOf(face));
            const std::int64_t at = anyMoment(random);
            const auto [day, place] = putInto(base.day, at, presses, random);
            const auto verdicts = adjudicateDay(headline, day.taps, base.memory).verdicts;
            answers.at(static_cast<std::size_t>(face - 1)) +=
                counted(std::span(verdicts).subspan(place, presses.taps.size()));
            members += face == 1 ? static_cast<long>(presses.taps.size()) : 0;
        }
    }
    QVERIFY(members > 2000);
    const auto [least, most] = std::ranges::minmax(answers);
    const auto share = [&](long many) { return static_cast<double>(many) / static_cast<double>(members); };
    QVERIFY2(share(least) >= 0.85, qPrintable(QString::number(share(least))));
    QVERIFY2(share(most) - share(least) <= 0.03, qPrintable(QString::number(share(most) - share(least))));
}

void TestAdjudicatorDays::tenClaimsOfOneMasherAreTwoAnswersAtMost_data()
{
    QTest::addColumn<int>("presence");
    QTest::addColumn<double>("passersBy"); // per second
    QTest::addColumn<bool>("allDayWithoutSensor");
    for (const double passersBy : {0.0, 0.03, 0.2}) {
        QTest::addRow("unbroken, %g passages a second", passersBy) << 0 << passersBy << false;
        QTest::addRow("not known, %g passages a second", passersBy) << -1 << passersBy << false;
        QTest::addRow("no sensor, %g passages a second", passersBy) << -1 << passersBy << true;
    }
}

void TestAdjudicatorDays::tenClaimsOfOneMasherAreTwoAnswersAtMost()
{
    QFETCH(int, presence);
    QFETCH(double, passersBy);
    QFETCH(bool, allDayWithoutSensor);
    for (std::uint64_t masher = 0; masher < 200; ++masher) {
        Random random(9, masher, 1);
        Known base = ordinaryDay(2000 + masher % 50, random.chance(0.5));
        const bool keepsToAFace = random.chance(0.5);
        const bool answersFirst = random.chance(0.5);
        Presses presses;
        std::int64_t at = 0;
        for (int press = answersFirst ? 0 : 1; press <= 10; ++press) {
            TapView tap;
            tap.at = MonotonicMs{at};
            const bool again = keepsToAFace && !presses.taps.empty();
            tap.face = again ? presses.taps.back().face : *faceOf(random.between(Count{1, 5}));
            tap.presence = press == 0 ? Presence::Broken : static_cast<Presence>(presence);
            tap.screen = press == 0 ? ScreenContext::Faces : ScreenContext::Claimed;
            presses.taps.push_back(tap);
            at += static_cast<std::int64_t>(random.between(1600.0, 15000.0));
        }
        const int passing = random.howMany(passersBy * static_cast<double>(presses.lengthMs()) / 1000);
        for (int other = 0; other < passing; ++other) {
            presses.passagesMs.push_back(
                static_cast<std::int64_t>(random.unit() * static_cast<double>(presses.lengthMs())));
        }
        auto [day, place] = putInto(base.day, anyMoment(random), presses, random);
        for (TapView& tap : day.taps) {
            tap.presence = allDayWithoutSensor ? Presence::Unknown : tap.presence;
        }
        const auto verdicts = adjudicateDay(headline, day.taps, base.memory).verdicts;
        const long answers = counted(std::span(verdicts).subspan(place, presses.taps.size()));
        QVERIFY2(answers <= 2, qPrintable(QString("masher %1: %2").arg(masher).arg(answers)));
    }
}

void TestAdjudicatorDays::aRunIsExcludedMarkedOrIgnored()
{
    long excluded = 0;
    long honestLost = 0;
    long honest = 0;
    constexpr int days = 40;
    constexpr int presses = 14;
    for (std::uint64_t each = 0; each < days; ++each) {
        const Known base = ordinaryDay(3000 + each, true);
        Random random(11, each, 1);
        const Face face = *faceOf(static_cast<int>(each % 5) + 1);
        const auto [day, place] = putInto(base.day, anyMoment(random), run(presses, 25'000, face), random);
        const auto pushed = [&, first = place](std::size_t index) { return index >= first && index < first + presses; };
        const AdjudicatedDay without = adjudicateDay(with(Runs::Exclude), day.taps, base.memory);
        const AdjudicatedDay marked = adjudicateDay(with(Runs::Flag), day.taps, base.memory);
        const AdjudicatedDay all = adjudicateDay(with(Runs::Ignore), day.taps, base.memory);
        for (std::size_t index = 0; index < day.taps.size(); ++index) {
            const bool isRun = without.verdicts[index].reason == Reason::RunImplausible;
            excluded += pushed(index) && isRun ? 1 : 0;
            honestLost += !pushed(index) && isRun ? 1 : 0;
            honest += !pushed(index) && all.verdicts[index].outcome == Outcome::Count ? 1 : 0;
            if (marked.verdicts[index].reason == Reason::RunFlagged) {
                QVERIFY(isRun);
                QVERIFY(marked.verdicts[index].outcome == Outcome::Count);
            }
        }
        QVERIFY(!without.underControl && !marked.underControl);
        QCOMPARE(because(without.verdicts, Reason::RunFlagged), 0);
        QCOMPARE(because(marked.verdicts, Reason::RunImplausible), 0);
        QCOMPARE(because(marked.verdicts, Reason::RunFlagged), long{marked.visitsInRuns});
        QCOMPARE(marked.visitsInRuns, without.visitsInRuns);
        QCOMPARE(all.visitsInRuns, 0U);
        QCOMPARE(because(all.verdicts, Reason::RunImplausible) + because(all.verdicts, Reason::RunFlagged), 0);
    }
    QVERIFY2(excluded >= days * presses * 8 / 10, qPrintable(QString::number(excluded)));
    QVERIFY2(honestLost * 100 <= honest * 4, qPrintable(QString("%1 of %2").arg(honestLost).arg(honest)));
}

void TestAdjudicatorDays::aDayOfRunsIsUnderControl()
{
    // Five presses to a visitor: so much is never taken, but marked.
    const Known base = ordinaryDay(4000, true);
    Random random(13, 0, 1);
    const int presses = 5 * static_cast<int>(base.day.taps.size());
    const auto [day, place] = putInto(base.day, 10'000'000, run(presses, 20'000, Face::VeryGood), random);
    const AdjudicatedDay result = adjudicateDay(headline, day.taps, base.memory);
    QVERIFY(result.underControl);
    QVERIFY(result.visitsInRuns > static_cast<std::uint32_t>(presses) / 2);
    QCOMPARE(because(result.verdicts, Reason::RunImplausible), 0);
    QCOMPARE(because(result.verdicts, Reason::RunFlagged), long{result.visitsInRuns});
    QCOMPARE(counted(result.verdicts), counted(adjudicateDay(with(Runs::Flag), day.taps, base.memory).verdicts));
}

void TestAdjudicatorDays::aRunThatIsOnlyMarkedDoesNotTripTheBreaker()
{
    // A long run on a stand without a counter, and some taps after closing: the run takes nothing, so they stay excluded.
    constexpr std::size_t afterClosing = 8;
    long marked = 0;
    for (std::uint64_t seed = 0; seed < 40; ++seed) {
        const Known base = ordinaryDay(9000 + seed, true);
        Random random(15, seed, 1);
        auto day = putInto(base.day, 8'000'000, run(25, 12'000, Face::VeryGood), random).first;
        std::vector<TapView>& taps = day.taps;
        for (TapView& tap : taps) {
            tap.doors.reset();
            tap.left.reset();
        }
        for (std::size_t index = taps.size() - afterClosing; index < taps.size(); ++index) { // a minute apart
            taps[index].mode = Mode::Closed;
            taps[index].presence = Presence::Broken;
            taps[index].at = MonotonicMs{count(taps[index - 1].at) + 60'000};
        }
        const AdjudicatedDay result = adjudicateDay(with(Runs::Flag), taps, base.memory);
        marked += result.visitsInRuns;
        QVERIFY(!result.underControl);
        QCOMPARE(because(result.verdicts, Reason::ClosedHours), static_cast<long>(afterClosing));
    }
    QVERIFY(marked > 40);
}

void TestAdjudicatorDays::aDayOutsideOpeningHoursIsUnderControl_data()
{
    QTest::addColumn<double>("closedFrom"); // share of the day's taps
    QTest::addColumn<bool>("underControl");
    QTest::newRow("never closed") << 1.0 << false;
    QTest::newRow("a few after closing") << 0.95 << false;
    QTest::newRow("half the day") << 0.5 << true;
    QTest::newRow("opening hours that nobody set") << 0.0 << true;
}

void TestAdjudicatorDays::aDayOutsideOpeningHoursIsUnderControl()
{
    QFETCH(double, closedFrom);
    QFETCH(bool, underControl);
    Known base = ordinaryDay(4001, true);
    const auto from = static_cast<std::size_t>(std::lround(closedFrom * static_cast<double>(base.day.taps.size())));
    for (std::size_t index = from; index < base.day.taps.size(); ++index) {
        base.day.taps[index].mode = Mode::Closed;
    }
    for (const char* policy : {"strict", "headline", "loose"}) {
        const AdjudicatedDay day = adjudicateDay(*Policy::named(policy), base.day.taps, base.memory);
        QCOMPARE(day.underControl, underControl);
        const long closed = because(day.verdicts, Reason::ClosedHours);
        QCOMPARE(closed, underControl ? 0 : static_cast<long>(base.day.taps.size() - from));
        QVERIFY(counted(day.verdicts) > 20);
    }
}

void TestAdjudicatorDays::aDeadOrStuckDeviceHardlyChangesTheVisits_data()
{
    QTest::addColumn<int>("respondents");
    QTest::addColumn<double>("queues");
    QTest::addColumn<bool>("isKnown");
    for (const bool isKnown : {false, true}) {
        const char* stand = isKnown ? "known" : "first day";
        QTest::addRow("ordinary, %s", stand) << 80 << 0.5 << isKnown;
        QTest::addRow("quiet, %s", stand) << 25 << 0.1 << isKnown;
        QTest::addRow("queues, %s", stand) << 80 << 4.0 << isKnown;
        QTest::addRow("busy, %s", stand) << 300 << 1.0 << isKnown;
    }
}

void TestAdjudicatorDays::aDeadOrStuckDeviceHardlyChangesTheVisits()
{
    QFETCH(int, respondents);
    QFETCH(double, queues);
    QFETCH(bool, isKnown);
    citizens::Scenario scenario = ordinary();
    scenario.respondentsPerDay = respondents;
    scenario.queueBurstsPerDay = queues;
    struct Fault {
        const char* name;
        std::function<void(TapView&)> happens;
    };
    const std::array faults{
        Fault{"no sensor", [](TapView& tap) { tap.presence = Presence::Unknown; }},
        Fault{"never sees anybody leave", [](TapView& tap) { tap.presence = Presence::Continuous; }},
        Fault{"sees everybody leave at once", [](TapView& tap) { tap.presence = Presence::Broken; }},
        Fault{"no counter",
              [](TapView& tap) {
                  tap.doors.reset();
                  tap.left.reset();
              }},
        Fault{"the counter stands still",
              [](TapView& tap) {
                  tap.doors = 17;
                  tap.left = 0;
              }},
        Fault{"both are dead",
              [](TapView& tap) {
                  tap.presence = Presence::Continuous;
                  tap.doors = 17;
                  tap.left = 0;
              }},
        Fault{"nothing is known of who left", [](TapView& tap) { tap.left.reset(); }},
        Fault{"the counter counts double",
              [](TapView& tap) {
                  tap.doors = 2 * *tap.doors;
                  tap.left = 2 * *tap.left;
              }},
    };
    std::array<long, faults.size()> visits{};
    long healthy = 0;
    for (std::uint64_t seed = 0; seed < 60; ++seed) {
        const Known base = ordinaryDay(5000 + seed, isKnown, scenario);
        healthy += counted(adjudicateDay(headline, base.day.taps, base.memory).verdicts);
        for (std::size_t fault = 0; fault < faults.size(); ++fault) {
            auto taps = base.day.taps;
            std::ranges::for_each(taps, faults[fault].happens);
            visits[fault] += counted(adjudicateDay(headline, taps, base.memory).verdicts);
        }
    }
    for (std::size_t fault = 0; fault < faults.size(); ++fault) {
        const double error = static_cast<double>(visits[fault]) / static_cast<double>(healthy) - 1;
        QVERIFY2(std::abs(error) <= 0.08, qPrintable(QString("%1: %2 %").arg(faults[fault].name).arg(100 * error)));
    }
}

void TestAdjudicatorDays::honestTrafficLosesLittleToFilters()
{
    citizens::Scenario honest = ordinary();
    honest.childEpisodesPerDay = 0;
    for (const double queues : {0.5, 4.0}) {
        honest.queueBurstsPerDay = queues;
        long visits = 0;
        long lost = 0;
        for (std::uint64_t seed = 0; seed < 100; ++seed) {
            const Known base = ordinaryDay(6000 + seed, seed % 2 == 0, honest);
            const AdjudicatedDay day = adjudicateDay(headline, base.day.taps, base.memory);
            visits += counted(day.verdicts);
            for (const Verdict& verdict : day.verdicts) { // the first tap of each visit
                lost += verdict.outcome == Outcome::Excluded && verdict.visit == verdict.tap ? 1 : 0;
            }
        }
        QVERIFY(visits > 7000);
        QVERIFY2(static_cast<double>(lost) <= 0.015 * static_cast<double>(visits), qPrintable(QString::number(lost)));
    }
}

void TestAdjudicatorDays::stricterPoliciesSeeFewerVisits()
{
    for (std::uint64_t seed = 0; seed < 60; ++seed) {
        const Known base = ordinaryDay(7000 + seed, seed % 2 == 0);
        const auto visits = [&](const char* policy) {
            return counted(adjudicateDay(*Policy::named(policy), base.day.taps, base.memory).verdicts);
        };
        QVERIFY(visits("strict") <= visits("headline"));
        QVERIFY(visits("headline") <= visits("loose"));
        QVERIFY(visits("loose") <= visits("raw"));
    }
}

void TestAdjudicatorDays::theMemoryCarriesFromDayToDayAndForgets()
{
    citizens::Scenario scenario = ordinary();
    scenario.days = 5;
    const std::vector<StandDay> days = daysOf(scenario, 8000);
    const StandMemory known = knownAfter(days);
    QVERIFY(known != knownAfter({days.front()}));
    QVERIFY(figuresOf(known).usesDoors && figuresOf(known).usesPresence);
    // What a day is worth doesn't depend on the policy that reads it, but where it finds runs.
    const AdjudicatedDay headlineDay = adjudicateDay(headline, days[0].taps, known);
    QCOMPARE(headlineDay.visitsInRuns, 0U);
    QVERIFY(headlineDay.after == adjudicateDay(*Policy::named("raw"), days[0].taps, known).after);
    QVERIFY(headlineDay.after == remember(known, days[0].taps));
    // The figures of the day are those of the memory with this day.
    QCOMPARE(headlineDay.figures.visitsPerSecond, figuresOf(headlineDay.after).visitsPerSecond);
    // A stand without visitors is forgotten.
    StandMemory idle = known;
    for (int day = 0; day < 60; ++day) {
        idle = adjudicateDay(headline, {}, idle).after;
    }
    QVERIFY(!figuresOf(idle).usesDoors);
    QVERIFY(std::abs(figuresOf(idle).visitsPerSecond / figuresOf({}).visitsPerSecond - 1) < 0.01);
}

QTEST_APPLESS_MAIN(TestAdjudicatorDays)
#include "test_adjudicator_days.moc"
