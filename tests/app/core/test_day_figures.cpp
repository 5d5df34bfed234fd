// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/core/day_figures.h"

#include <QTest>

#include <cmath>
#include <functional>
#include <vector>

using namespace smiley::core;

namespace {

constexpr std::int64_t second = 1000;

/// Visitors one by one, `gapMs` apart: each leaves a break and walks out within 20 s, and three others pass the door before
/// the next, as many in those 20 s as at other times.
std::vector<TapView> visitors(int many, std::int64_t gapMs = 200 * second)
{
    std::vector<TapView> day;
    for (int visitor = 0; visitor < many; ++visitor) {
        TapView tap;
        tap.tap = static_cast<std::uint64_t>(visitor) + 1;
        tap.boot = 1;
        tap.at = MonotonicMs{visitor * gapMs};
        tap.face = *faceOf(visitor % 5 + 1);
        tap.presence = Presence::Broken;
        tap.doors = static_cast<std::uint32_t>(4 * visitor);
        tap.left = visitor % 10 < 3 ? 2 : 1;
        day.push_back(tap);
    }
    return day;
}

/// Every visitor taps a second time after 0.9 s.
std::vector<TapView> twice(const std::vector<TapView>& day)
{
    std::vector<TapView> result;
    for (const TapView& tap : day) {
        result.push_back(tap);
        result.push_back(tap);
        result.back().at = MonotonicMs{count(tap.at) + 900};
        result.back().presence = Presence::Continuous;
    }
    for (std::size_t index = 0; index < result.size(); ++index) {
        result[index].tap = index + 1;
    }
    return result;
}

std::vector<TapView> each(std::vector<TapView> day, const std::function<void(TapView&)>& change)
{
    for (TapView& tap : day) {
        change(tap);
    }
    return day;
}

DayFigures figures(const std::vector<TapView>& day) { return figuresOf(remember({}, day)); }

bool near(double a, double b, double within) { return std::abs(a - b) <= within; }

} // namespace

class TestDayFigures : public QObject {
    Q_OBJECT

private slots:
    void anUnknownStandIsBelievedToHaveAHealthySensorAndNoCounter();
    void aHealthyDayGivesItsOwnFigures();
    void theSensorsRatesAreLearnedWhereNobodyDoubtsWhoseTapItWas();
    void aSensorThatSaysNothingIsNotUsed_data();
    void aSensorThatSaysNothingIsNotUsed();
    void aStuckSensorsWordIsLeftOut_data();
    void aStuckSensorsWordIsLeftOut();
    void aCounterThatSaysNothingIsNotUsed_data();
    void aCounterThatSaysNothingIsNotUsed();
    void aCounterThatCountsDoubleIsScaled();
    void aDayFadesByAndBy();
    void staffTeachNothing_data();
    void staffTeachNothing();
    void whoeverPushesTeachesNothing();
    void oneMasherTeachesLittle();
    void nothingIsMeasuredOverAStartOrAStepBack();
    void noTapsTeachNothing();
};

void TestDayFigures::anUnknownStandIsBelievedToHaveAHealthySensorAndNoCounter()
{
    const DayFigures unknown = figuresOf({});
    QVERIFY(unknown.usesPresence);
    QVERIFY(unknown.breakAlone > unknown.breakInQueue && unknown.breakAlone < 1);
    QVERIFY(unknown.breakInQueue > 0.5);
    QVERIFY(unknown.falseBreaksPerSecond > 0 && unknown.falseBreaksPerSecond < 0.05);
    QVERIFY(unknown.visitsPerSecond > 1.0 / 1000 && unknown.visitsPerSecond < 1.0 / 60);
    QVERIFY(!unknown.usesDoors);
    QCOMPARE(unknown.doorScale, 1.0);
}

void TestDayFigures::aHealthyDayGivesItsOwnFigures()
{
    const DayFigures known = figures(visitors(100));
    QVERIFY(known.usesPresence);
    QVERIFY(known.breakAlone > 0.97);
    QVERIFY(near(known.visitsPerSecond, 1.0 / 200, 0.001));
    QVERIFY(known.usesDoors);
    QVERIFY(known.exits > 0.7 && known.exits < 1);
    QVERIFY(near(known.othersPerSecond, 3.0 / 200, 0.004));
    QCOMPARE(known.doorScale, 1.0);
    const DayFigures busier = figures(visitors(400, 50 * second));
    QVERIFY(busier.visitsPerSecond > 2 * known.visitsPerSecond);
}

void TestDayFigures::theSensorsRatesAreLearnedWhereNobodyDoubtsWhoseTapItWas()
{
    // Queues whose breaks are seen one time in two, persons at whom the sensor flickers one time in five.
    int number = 0;
    const auto queue = each(visitors(300, 6 * second), [&](TapView& tap) {
        tap.presence = number++ * 7 % 10 < 5 ? Presence::Broken : Presence::Continuous;
    });
    // Only three gaps in a row teach, so the queue has pauses.
    std::vector<TapView> queues = queue;
    for (std::size_t index = 0; index < queues.size(); ++index) {
        queues[index].at = MonotonicMs{count(queues[index].at) + static_cast<std::int64_t>(index / 4) * 100 * second};
    }
    QVERIFY(near(figures(queues).breakInQueue, 0.5, 0.1));
    QVERIFY(figures(visitors(300)).breakInQueue > 0.7); // no queue, nothing learned

    number = 0;
    const auto flickering = each(twice(visitors(300)), [&](TapView& tap) {
        tap.presence = tap.presence == Presence::Broken || number++ % 5 == 0 ? Presence::Broken : Presence::Continuous;
    });
    QVERIFY(figures(flickering).falseBreaksPerSecond > 5 * figures(twice(visitors(300))).falseBreaksPerSecond);
}

void TestDayFigures::aSensorThatSaysNothingIsNotUsed_data()
{
    QTest::addColumn<std::vector<TapView>>("day");
    QTest::addColumn<bool>("used");
    const auto stuck = [](Presence presence) {
        return each(twice(visitors(60)), [&](TapView& tap) { tap.presence = presence; });
    };
    QTest::newRow("healthy") << twice(visitors(60)) << true;
    QTest::newRow("sees nobody leave") << stuck(Presence::Continuous) << false;
    QTest::newRow("sees everybody leave, all the time") << stuck(Presence::Broken) << false;
    int number = 0;
    QTest::newRow("tosses a coin") << each(twice(visitors(60)), [&](TapView& tap) {
        tap.presence = number++ % 3 == 0 ? Presence::Broken : Presence::Continuous;
    }) << false;
}

void TestDayFigures::aSensorThatSaysNothingIsNotUsed()
{
    QFETCH(std::vector<TapView>, day);
    QFETCH(bool, used);
    QCOMPARE(figures(day).usesPresence, used);
}

void TestDayFigures::aStuckSensorsWordIsLeftOut_data()
{
    QTest::addColumn<std::vector<TapView>>("day");
    QTest::addColumn<std::size_t>("from"); // here on nothing is known
    const auto sticks = [](std::size_t at, Presence presence) {
        auto day = twice(visitors(40));
        for (std::size_t index = at; index < day.size(); ++index) {
            day[index].presence = presence;
        }
        return day;
    };
    constexpr std::size_t never = 80;
    QTest::newRow("healthy") << twice(visitors(40)) << never;
    QTest::newRow("never sees anybody leave") << sticks(0, Presence::Continuous) << std::size_t{0};
    QTest::newRow("sees everybody leave, all the time") << sticks(0, Presence::Broken) << std::size_t{0};
    QTest::newRow("says continuous from noon on") << sticks(40, Presence::Continuous) << std::size_t{39};
    QTest::newRow("says broken from noon on") << sticks(40, Presence::Broken) << std::size_t{40};
    QTest::newRow("misses two visitors") << [] {
        auto day = twice(visitors(40));
        day[20].presence = day[22].presence = Presence::Continuous;
        return day;
    }() << never;
    QTest::newRow("none") << sticks(0, Presence::Unknown) << std::size_t{0};
}

void TestDayFigures::aStuckSensorsWordIsLeftOut()
{
    QFETCH(std::vector<TapView>, day);
    QFETCH(std::size_t, from);
    const auto repaired = withoutStuckSensor(day);
    const bool isRepaired = !repaired.empty(); // nothing where there is nothing to repair
    for (std::size_t index = 0; index < day.size(); ++index) {
        const Presence now = isRepaired ? repaired[index].presence : day[index].presence;
        QVERIFY(now == (index < from ? day[index].presence : Presence::Unknown));
    }
}

void TestDayFigures::aCounterThatSaysNothingIsNotUsed_data()
{
    QTest::addColumn<std::vector<TapView>>("day");
    QTest::addColumn<bool>("used");
    const auto row = [](const char* name, bool used, const std::function<void(TapView&)>& change) {
        QTest::newRow(name) << each(visitors(60), change) << used;
    };
    row("healthy", true, [](TapView&) {});
    row("none", false, [](TapView& tap) {
        tap.doors.reset();
        tap.left.reset();
    });
    row("stands still", false, [](TapView& tap) {
        tap.doors = 17;
        tap.left = 0;
    });
    row("counts everybody but those who answer", false, [](TapView& tap) { tap.left = 0; });
    row("nobody knows what it counts after a visit", false, [](TapView& tap) { tap.left.reset(); });
    row("counts a few only", false, [](TapView& tap) { tap.doors = *tap.doors / 16; });
    row("jumps once", true, [](TapView& tap) { *tap.doors += tap.tap > 30 ? 4'000'000'000U : 0U; });
    QTest::newRow("two visitors") << visitors(2) << false;
}

void TestDayFigures::aCounterThatSaysNothingIsNotUsed()
{
    QFETCH(std::vector<TapView>, day);
    QFETCH(bool, used);
    QCOMPARE(figures(day).usesDoors, used);
}

void TestDayFigures::aCounterThatCountsDoubleIsScaled()
{
    const DayFigures doubled = figures(each(visitors(200), [](TapView& tap) {
        tap.doors = 2 * *tap.doors;
        tap.left = 2 * *tap.left;
    }));
    QVERIFY(doubled.usesDoors);
    QVERIFY(near(doubled.doorScale, 0.5, 0.15));
    QVERIFY(doubled.exits < 1);
    QVERIFY(near(doubled.othersPerSecond, figures(visitors(200)).othersPerSecond, 0.008));
}

void TestDayFigures::aDayFadesByAndBy()
{
    const StandMemory first = remember({}, visitors(100));
    StandMemory later = first;
    for (int day = 0; day < 10; ++day) {
        const StandMemory next = remember(later, {});
        QVERIFY(near(next.arrivals, 0.85 * later.arrivals, 1e-9));
        QVERIFY(near(next.passages, 0.85 * later.passages, 1e-9));
        QVERIFY(near(next.longBreaks, 0.85 * later.longBreaks, 1e-9));
        later = next;
    }
    // The same day over and over settles where a day weighs 1/(1 - 0.85).
    StandMemory settled;
    for (int day = 0; day < 100; ++day) {
        settled = remember(settled, visitors(100));
    }
    QVERIFY(near(settled.arrivals, first.arrivals / 0.15, 1e-3));
    // What the stand is like now is learned within a few weeks.
    StandMemory changed = settled;
    for (int day = 0; day < 20; ++day) {
        changed = remember(changed, visitors(400, 50 * second));
    }
    QVERIFY(near(figuresOf(changed).visitsPerSecond, 1.0 / 50, 0.002));
}

void TestDayFigures::staffTeachNothing_data()
{
    QTest::addColumn<int>("mode");
    QTest::newRow("staff") << int(Mode::Staff);
    QTest::newRow("cleaning") << int(Mode::Cleaning);
    QTest::newRow("test") << int(Mode::Test);
    QTest::newRow("closed") << int(Mode::Closed);
}

void TestDayFigures::staffTeachNothing()
{
    QFETCH(int, mode);
    const auto day = each(visitors(50), [&](TapView& tap) { tap.mode = static_cast<Mode>(mode); });
    QVERIFY(remember({}, day) == StandMemory{});
    QVERIFY(remember({}, visitors(50)) != StandMemory{});
}

void TestDayFigures::whoeverPushesTeachesNothing()
{
    // After fifty visitors somebody presses for an hour, and nobody walks out.
    std::vector<TapView> day = visitors(50);
    std::vector<Verdict> verdicts(day.size());
    for (int press = 0; press < 90; ++press) {
        TapView tap = day.back();
        ++tap.tap;
        tap.at = MonotonicMs{count(tap.at) + 70 * second};
        tap.doors = *tap.doors + 1;
        tap.left = 0;
        day.push_back(tap);
        verdicts.push_back({tap.tap, tap.tap, Outcome::Excluded, Reason::RunImplausible, {}});
    }
    const StandMemory fooled = remember({}, day);
    const StandMemory knowing = remember({}, day, verdicts);
    const StandMemory before = remember({}, visitors(50));
    QVERIFY(fooled.arrivals > before.arrivals + 80);
    QCOMPARE(knowing.arrivals, before.arrivals);
    QVERIFY(knowing.aloneVisits <= before.aloneVisits);
    QVERIFY(figuresOf(knowing).exits > figuresOf(fooled).exits);
    // A run that was only marked teaches as little.
    for (std::size_t index = 50; index < verdicts.size(); ++index) {
        verdicts[index].outcome = Outcome::Count;
        verdicts[index].reason = Reason::RunFlagged;
    }
    QVERIFY(remember({}, day, verdicts) == knowing);
}

void TestDayFigures::oneMasherTeachesLittle()
{
    // A hundred presses, five seconds apart, without a break: that no queue is seen to break.
    std::vector<TapView> day = visitors(20);
    const StandMemory before = remember({}, day);
    for (int press = 0; press < 100; ++press) {
        TapView tap = day.back();
        ++tap.tap;
        tap.at = MonotonicMs{count(tap.at) + 5 * second};
        tap.presence = Presence::Continuous;
        day.push_back(tap);
    }
    const StandMemory after = remember({}, day);
    QVERIFY(after.queueGaps <= before.queueGaps + 3);
    QVERIFY(figuresOf(after).breakInQueue > 0.6);
}

void TestDayFigures::nothingIsMeasuredOverAStartOrAStepBack()
{
    auto day = visitors(2);
    day[1].boot = 2;
    QCOMPARE(remember({}, day).openSeconds, 0.0);
    QCOMPARE(remember({}, day).passages, 0.0);
    day[1].boot = 1;
    day[1].at = MonotonicMs{-1};
    QCOMPARE(remember({}, day).openSeconds, 0.0);
    QCOMPARE(remember({}, day).longGaps, 0.0);
    auto counterBeganAgain = visitors(3);
    counterBeganAgain[2].doors = 0;
    QCOMPARE(remember({}, counterBeganAgain).passages, 4.0); // of the first gap
}

void TestDayFigures::noTapsTeachNothing() { QVERIFY(remember({}, {}) == StandMemory{}); }

QTEST_APPLESS_MAIN(TestDayFigures)
#include "test_day_figures.moc"
