// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/core/runs.h"

#include <QTest>

#include <algorithm>
#include <array>
#include <random>
#include <vector>

using namespace smiley::core;

namespace {

constexpr float walkedOut = 0.05F;
constexpr float stayed = 15;
constexpr float nobodyKnows = 1;
constexpr unsigned seeds = 50;

VisitRule rule() { return {}; }

DayFigures figures()
{
    DayFigures figures;
    figures.visitsPerSecond = 1.0 / 270;
    return figures;
}

/// A stretch of a day in the making.
struct Stretch {
    std::vector<RunVisit> visits;
    std::mt19937 random{20261122};
    std::int64_t at = 0;

    void visit(std::int64_t gapMs, int face, float nobodyLeft)
    {
        at += gapMs;
        visits.push_back({MonotonicMs{at}, 1, *faceOf(face), nobodyLeft});
    }
    /// Visitors of all faces, some minutes apart, who are seen to walk out but for one in twenty.
    void visitors(int many, float leaving = walkedOut)
    {
        for (int visitor = 0; visitor < many; ++visitor) {
            const bool seen = leaving == nobodyKnows || random() % 20 != 0;
            visit(60'000 + static_cast<std::int64_t>(random() % 420'000), static_cast<int>(random() % 5) + 1,
                  seen ? leaving : stayed);
        }
    }
    void presses(int many, std::int64_t gapMs, int face, float nobodyLeft)
    {
        for (int press = 0; press < many; ++press) {
            visit(gapMs, face, nobodyLeft);
        }
    }
};

long runs(const Stretch& day, const VisitRule& by = rule())
{
    return std::ranges::count(implausibleRuns(by, figures(), day.visits), true);
}

/// How many of the visits from..to are in a run.
long runsWithin(const std::vector<bool>& found, std::size_t from, std::size_t to)
{
    return std::count(found.begin() + static_cast<std::ptrdiff_t>(from),
                      found.begin() + static_cast<std::ptrdiff_t>(to), true);
}

} // namespace

class TestRuns : public QObject {
    Q_OBJECT

private slots:
    void whoeverPressesOneFaceAgainAndAgainIsFound_data();
    void whoeverPressesOneFaceAgainAndAgainIsFound();
    void groupsThatWalkOutAreNoRun_data();
    void groupsThatWalkOutAreNoRun();
    void visitorsAmongThePressesAreSpared();
    void fewPressesAreNoRun();
    void twoRunsAreFoundEachByItself();
    void anHonestDayHasNoRuns_data();
    void anHonestDayHasNoRuns();
    void whichFaceItIsMakesNoDifference();
    void shiftingTheTimeMakesNoDifference();
    void aDayWithoutVisitsHasNoRuns();
};

void TestRuns::whoeverPressesOneFaceAgainAndAgainIsFound_data()
{
    QTest::addColumn<int>("face");
    QTest::addColumn<int>("gapMs");
    for (const int face : {1, 3, 5}) {
        for (const int gapMs : {5000, 12000, 30000, 60000}) {
            QTest::addRow("face %d every %d ms", face, gapMs) << face << gapMs;
        }
    }
}

void TestRuns::whoeverPressesOneFaceAgainAndAgainIsFound()
{
    QFETCH(int, face);
    QFETCH(int, gapMs);
    long honest = 0;
    for (unsigned seed = 0; seed < seeds; ++seed) {
        Stretch day;
        day.random.seed(seed);
        day.visitors(30);
        day.presses(15, gapMs, face, stayed);
        day.visitors(30);
        const auto found = implausibleRuns(rule(), figures(), day.visits);
        QVERIFY(runsWithin(found, 30, 45) >= 13);
        honest += runsWithin(found, 0, 30) + runsWithin(found, 45, 75);
    }
    QVERIFY(honest <= seeds * 60 / 20); // visitors of the same day: one in twenty at most
}

void TestRuns::groupsThatWalkOutAreNoRun_data() { whoeverPressesOneFaceAgainAndAgainIsFound_data(); }

void TestRuns::groupsThatWalkOutAreNoRun()
{
    QFETCH(int, face);
    QFETCH(int, gapMs);
    for (unsigned seed = 0; seed < seeds; ++seed) {
        Stretch day;
        day.random.seed(seed);
        day.visitors(30);
        day.presses(15, gapMs, face, walkedOut);
        day.visitors(30);
        QCOMPARE(runs(day), 0);
    }
}

void TestRuns::visitorsAmongThePressesAreSpared()
{
    Stretch day;
    day.visitors(20);
    std::vector<std::size_t> honest;
    for (int press = 0; press < 20; ++press) {
        day.visit(15'000, 5, stayed);
        if (press % 5 == 4) {
            day.visit(8000, 2, walkedOut);
            honest.push_back(day.visits.size() - 1);
        }
    }
    const auto found = implausibleRuns(rule(), figures(), day.visits);
    QVERIFY(std::ranges::count(found, true) >= 17);
    for (const std::size_t visitor : honest) {
        QVERIFY(!found[visitor]);
    }
}

void TestRuns::fewPressesAreNoRun()
{
    VisitRule many = rule();
    many.runVisitsMin = 12;
    Stretch day;
    day.visitors(20);
    day.presses(8, 15'000, 5, stayed);
    day.visitors(20);
    QVERIFY(runs(day) >= 6);
    QCOMPARE(runs(day, many), 0);
    Stretch two;
    two.visitors(20);
    two.presses(2, 15'000, 5, stayed);
    two.visitors(20);
    QCOMPARE(runs(two), 0);
}

void TestRuns::twoRunsAreFoundEachByItself()
{
    Stretch day;
    day.visitors(20);
    day.presses(12, 20'000, 5, stayed);
    day.visitors(20);
    day.presses(12, 20'000, 1, stayed);
    day.visitors(20);
    const auto found = implausibleRuns(rule(), figures(), day.visits);
    QVERIFY(runsWithin(found, 20, 32) >= 10);
    QVERIFY(runsWithin(found, 52, 64) >= 10);
    QVERIFY(runsWithin(found, 0, 20) + runsWithin(found, 32, 52) + runsWithin(found, 64, 84) <= 6);
}

void TestRuns::anHonestDayHasNoRuns_data()
{
    QTest::addColumn<float>("leaving");
    QTest::newRow("with a counter") << walkedOut;
    QTest::newRow("without") << nobodyKnows;
}

void TestRuns::anHonestDayHasNoRuns()
{
    QFETCH(float, leaving);
    long found = 0;
    for (unsigned seed = 0; seed < 100; ++seed) {
        Stretch day;
        day.random.seed(seed);
        day.visitors(80, leaving);
        found += runs(day);
    }
    QVERIFY(found <= 40); // of 8,000: half a percent
}

void TestRuns::whichFaceItIsMakesNoDifference()
{
    Stretch day;
    day.visitors(25);
    day.presses(10, 18'000, 2, stayed);
    day.presses(6, 9000, 4, nobodyKnows);
    day.visitors(25);
    const auto found = implausibleRuns(rule(), figures(), day.visits);
    QVERIFY(std::ranges::count(found, true) >= 8);
    std::array<int, 5> labels{1, 2, 3, 4, 5};
    while (std::ranges::next_permutation(labels).found) {
        Stretch relabelled = day;
        for (RunVisit& visit : relabelled.visits) {
            visit.face = *faceOf(labels.at(static_cast<std::size_t>(score(visit.face) - 1)));
        }
        QVERIFY(implausibleRuns(rule(), figures(), relabelled.visits) == found);
    }
}

void TestRuns::shiftingTheTimeMakesNoDifference()
{
    Stretch day;
    day.visitors(25);
    day.presses(10, 18'000, 2, stayed);
    const auto found = implausibleRuns(rule(), figures(), day.visits);
    for (RunVisit& visit : day.visits) {
        visit.first = MonotonicMs{count(visit.first) - 1'000'000'000'000};
    }
    QVERIFY(implausibleRuns(rule(), figures(), day.visits) == found);
}

void TestRuns::aDayWithoutVisitsHasNoRuns() { QVERIFY(implausibleRuns(rule(), figures(), {}).empty()); }

QTEST_APPLESS_MAIN(TestRuns)
#include "test_runs.moc"
