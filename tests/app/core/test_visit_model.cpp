// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/core/visit_model.h"
#include "tests/app/core/made_day.h"

#include <QTest>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <ctime>
#include <limits>
#include <malloc.h>
#include <new>
#include <vector>

using namespace smiley::core;

namespace {

std::size_t bytesInUse = 0;
std::size_t bytesAtMost = 0;

} // namespace

void* operator new(std::size_t size)
{
    void* memory = std::malloc(size);
    if (memory == nullptr) {
        throw std::bad_alloc();
    }
    bytesInUse += malloc_usable_size(memory);
    bytesAtMost = std::max(bytesAtMost, bytesInUse);
    return memory;
}

void operator delete(void* memory) noexcept
{
    bytesInUse -= memory == nullptr ? 0 : malloc_usable_size(memory);
    std::free(memory);
}

void operator delete(void* memory, std::size_t /*size*/) noexcept { operator delete(memory); }

namespace {

ModelRun runOf(const std::vector<TapView>& taps, std::uint64_t seed = 1)
{
    auto run = runModel(taps, {}, seed);
    Q_ASSERT(run);
    return *run;
}

/// To the bit.
bool same(const DrawSpread& a, const DrawSpread& b) { return a.mean == b.mean && a.variance == b.variance; }

bool samePoints(const ModelRun& a, const ModelRun& b)
{
    return std::equal(a.point.begin(), a.point.end(), b.point.begin(), b.point.end(), [](const auto& x, const auto& y) {
        return x.visit == y.visit && x.counts == y.counts && x.opens == y.opens;
    });
}

bool same(const ModelRun& a, const ModelRun& b)
{
    return samePoints(a, b) && a.draws == b.draws && same(a.visits, b.visits) && a.faces == b.faces &&
           a.faceCovariance == b.faceCovariance && same(a.mean, b.mean) && same(a.red, b.red) &&
           same(a.yellow, b.yellow) && same(a.green, b.green);
}

std::vector<std::uint64_t> visitsOf(const ModelRun& run)
{
    std::vector<std::uint64_t> visits;
    for (const PointTap& tap : run.point) {
        visits.push_back(tap.visit);
    }
    return visits;
}

std::vector<bool> countsOf(const ModelRun& run)
{
    std::vector<bool> counts;
    for (const PointTap& tap : run.point) {
        counts.push_back(tap.counts);
    }
    return counts;
}

using Numbers = std::vector<std::uint64_t>;
using Flags = std::vector<bool>;

} // namespace

class TestVisitModel : public QObject {
    Q_OBJECT

private slots:
    void anEmptyDayHasNothing()
    {
        const ModelRun run = runOf({});
        QCOMPARE(run.draws, 0U);
        QVERIFY(run.point.empty());
        QCOMPARE(run.visits.mean, 0.0);
        QVERIFY(run.faces == (std::array<double, 5>{}));
    }

    void oneTapIsOneVisit()
    {
        const ModelRun run = runOf(numbered({tapAt(0, 4)}));
        QCOMPARE(run.draws, modelDraws);
        QVERIFY(same(run.visits, {1, 0}));
        QVERIFY(same(run.mean, {4, 0}));
        QVERIFY(same(run.green, {1, 0}));
        QVERIFY(run.faces == (std::array<double, 5>{0, 0, 0, 1, 0}));
        QVERIFY(visitsOf(run) == Numbers{1});
        QVERIFY(run.point[0].counts);
    }

    void quickTapsOnOneFaceAreOneVisitAndLateOnesAnother()
    {
        const ModelRun run =
            runOf(numbered({tapAt(0, 1), tapAt(700, 1), tapAt(1500, 1), tapAt(2 * hour, 5), tapAt(2 * hour + 600, 5)}));
        QVERIFY(visitsOf(run) == (Numbers{1, 1, 1, 4, 4}));
        QVERIFY(countsOf(run) == (Flags{false, false, true, false, true}));
    }

    void theLastFaceOfACorrectionCounts()
    {
        const ModelRun run = runOf(numbered({tapAt(0, 2, Presence::Broken), tapAt(1800, 4, Presence::Continuous)}));
        QVERIFY(visitsOf(run) == (Numbers{1, 1}));
        QVERIFY(countsOf(run) == (Flags{false, true}));
    }

    void visitorsFarApartLeaveNothingToDoubt()
    {
        std::vector<TapView> taps;
        for (int visitor = 0; visitor < 40; ++visitor) {
            taps.push_back(tapAt(visitor * 300000, 1 + (visitor % 5), Presence::Broken));
        }
        const ModelRun run = runOf(numbered(taps));
        QVERIFY(run.usesPresence);
        QVERIFY(run.visits.mean > 39.8 && run.visits.mean <= 40);
        QVERIFY(run.mean.variance < 1e-4);
    }

    void aMadeDayIsFoundAgain()
    {
        const MadeDay day = madeDay(400, 7);
        const ModelRun run = runOf(day.taps);
        QVERIFY(run.usesDoors);
        QVERIFY(run.usesPresence);
        int wrong = 0;
        double truth = 0;
        for (std::size_t tap = 0; tap < day.taps.size(); ++tap) {
            wrong += run.point[tap].visit == day.visits[tap] ? 0 : 1;
            truth += day.visits[tap] == day.taps[tap].tap ? 1 : 0;
        }
        QVERIFY2(wrong <= 8, qPrintable(QString::number(wrong)));
        QVERIFY(std::abs(run.visits.mean - truth) < 0.03 * truth);
    }

    void theDrawsAddUp()
    {
        const ModelRun run = runOf(madeDay(300, 2).taps);
        double visits = 0;
        double variance = 0;
        for (std::size_t face = 0; face < 5; ++face) {
            visits += run.faces[face];
            QVERIFY(run.faceCovariance[face][face] >= 0);
            for (std::size_t other = 0; other < 5; ++other) {
                variance += run.faceCovariance[face][other];
                QCOMPARE(run.faceCovariance[face][other], run.faceCovariance[other][face]);
            }
        }
        QVERIFY(run.visits.variance > 0);
        QVERIFY(std::abs(visits - run.visits.mean) < 1e-9);
        QVERIFY(std::abs(variance - run.visits.variance) < 1e-9);
        QVERIFY(std::abs(run.red.mean + run.yellow.mean + run.green.mean - 1) < 1e-12);
    }

    void renamingTheFacesRenamesTheResultExactly()
    {
        const std::vector<TapView> taps = madeDay(300, 3).taps;
        const std::array<std::size_t, 5> names{3, 0, 4, 1, 2};
        std::vector<TapView> renamed = taps;
        for (TapView& tap : renamed) {
            tap.face = *faceOf(int(names[std::size_t(score(tap.face) - 1)]) + 1);
        }
        const ModelRun before = runOf(taps);
        const ModelRun after = runOf(renamed);
        QVERIFY(samePoints(before, after));
        QVERIFY(same(before.visits, after.visits));
        for (std::size_t face = 0; face < 5; ++face) {
            QVERIFY(before.faces[face] == after.faces[names[face]]);
            for (std::size_t other = 0; other < 5; ++other) {
                QVERIFY(before.faceCovariance[face][other] == after.faceCovariance[names[face]][names[other]]);
            }
        }
    }

    void aDayShiftedInTimeIsTheSame()
    {
        std::vector<TapView> taps = madeDay(300, 4).taps;
        const ModelRun before = runOf(taps);
        for (TapView& tap : taps) {
            tap.at = MonotonicMs{smiley::core::count(tap.at) + 123456789};
        }
        QVERIFY(same(before, runOf(taps)));
    }

    void theSeedDecidesTheDrawsAndNothingElse()
    {
        const std::vector<TapView> taps = madeDay(300, 5).taps;
        const ModelRun first = runOf(taps, 7);
        QVERIFY(same(first, runOf(taps, 7)));
        const ModelRun other = runOf(taps, 8);
        QVERIFY(samePoints(first, other));
        QVERIFY(!same(first.visits, other.visits) || first.faceCovariance != other.faceCovariance);
    }

    void aDeadDoorCounterIsNoDoorCounter()
    {
        std::vector<TapView> dead = madeDay(300, 6).taps;
        std::vector<TapView> none = dead;
        for (std::size_t tap = 0; tap < dead.size(); ++tap) {
            dead[tap].doors = 17;
            dead[tap].left = 0;
            none[tap].doors.reset();
            none[tap].left.reset();
        }
        QVERIFY(same(runOf(dead), runOf(none)));
    }

    void aDoorCounterThatDiesAtNoonCostsLittle()
    {
        const MadeDay day = madeDay(400, 6);
        std::vector<TapView> taps = day.taps;
        for (std::size_t tap = taps.size() / 2; tap < taps.size(); ++tap) {
            taps[tap].doors = taps[taps.size() / 2].doors;
            taps[tap].left = 0;
        }
        const ModelRun run = runOf(taps);
        QVERIFY(run.usesDoors);
        QVERIFY(std::abs(run.visits.mean - runOf(day.taps).visits.mean) < 0.03 * run.visits.mean);
    }

    void aStuckPresenceSensorIsNoSensor_data()
    {
        QTest::addColumn<int>("says");
        QTest::addRow("always somebody") << 0;
        QTest::addRow("always empty") << 1;
    }

    void aStuckPresenceSensorIsNoSensor()
    {
        QFETCH(const int, says);
        std::vector<TapView> stuck = madeDay(300, 6).taps;
        std::vector<TapView> none = stuck;
        for (std::size_t tap = 0; tap < stuck.size(); ++tap) {
            stuck[tap].presence = Presence(says);
            none[tap].presence = Presence::Unknown;
        }
        const ModelRun run = runOf(stuck);
        QVERIFY(!run.usesPresence);
        QVERIFY(same(run, runOf(none)));
    }

    void anExitTellsAQueueFromALingerer()
    {
        // 14 s apart, the same face, somebody near all the time: only the door tells.
        MadeDay day = madeDay(200, 9);
        const std::int64_t at = smiley::core::count(day.taps.back().at) + hour;
        const auto doors = *day.taps.back().doors;
        for (int tap = 0; tap < 2; ++tap) {
            day.taps.push_back(tapAt(at + (tap * 14000), 4, tap == 0 ? Presence::Broken : Presence::Continuous));
        }
        day.taps = numbered(day.taps);
        TapView& first = day.taps[200];
        TapView& second = day.taps[201];
        first.doors = doors;
        second.doors = doors;
        first.left = 0;
        second.left = 1;
        const auto odds = [](double opens) { return opens / (1 - opens); };
        const double nobodyLeft = runOf(day.taps).point[201].opens;
        second.doors = doors + 1;
        first.left = 2;
        const double bothLeft = runOf(day.taps).point[201].opens;
        QVERIFY(nobodyLeft < 0.02);
        QVERIFY(odds(bothLeft) > 20 * odds(nobodyLeft));
    }

    void staffCleaningTestAndClosedTapsAreNotInTheModelAndBreakIt()
    {
        for (const Mode mode : {Mode::Staff, Mode::Cleaning, Mode::Test, Mode::Closed}) {
            std::vector<TapView> taps = numbered({tapAt(0, 2), tapAt(300, 2), tapAt(600, 2)});
            taps[1].mode = mode;
            const ModelRun run = runOf(taps);
            QVERIFY(visitsOf(run) == (Numbers{1, 0, 3}));
            QVERIFY(countsOf(run) == (Flags{true, false, true}));
        }
    }

    void anotherBootAStepBackAndAWithdrawalBreakTheChain()
    {
        std::vector<TapView> boots = numbered({tapAt(5000, 2), tapAt(5300, 2)});
        boots[1].boot = 2;
        QVERIFY(visitsOf(runOf(boots)) == (Numbers{1, 2}));
        QVERIFY(visitsOf(runOf(numbered({tapAt(5000, 2), tapAt(4900, 2)}))) == (Numbers{1, 2}));
        std::vector<TapView> withdrawn = numbered({tapAt(0, 1), tapAt(400, 1), tapAt(900, 5)});
        withdrawn[1].withdrawn = true;
        const ModelRun run = runOf(withdrawn);
        QVERIFY(visitsOf(run) == (Numbers{1, 1, 3}));
        QVERIFY(countsOf(run) == (Flags{false, false, true}));
        QVERIFY(same(run.visits, {1, 0}));
    }

    void ticketsDecide()
    {
        std::vector<TapView> taps = numbered({tapAt(0, 2), tapAt(500, 2), tapAt(60000, 4), tapAt(200000, 5)});
        taps[0].ticket = 11;
        taps[1].ticket = 22; // fresh: another visit, however soon
        taps[2].ticket = 22; // the same: this visit, however late
        taps[3].ticket = 11; // used before: doesn't count
        const ModelRun run = runOf(taps);
        QVERIFY(visitsOf(run) == (Numbers{1, 2, 2, 4}));
        QVERIFY(countsOf(run) == (Flags{true, false, true, false}));
        QVERIFY(same(run.visits, {2, 0}));
    }

    void aTicketIsItsPersonsAgainAfterAWithdrawal()
    {
        // withdrawn: its person answers again, and corrects it
        std::vector<TapView> again = numbered({tapAt(0, 4), tapAt(5000, 2), tapAt(8000, 3)});
        again[0].withdrawn = true;
        again[0].ticket = again[1].ticket = again[2].ticket = 11;
        const ModelRun run = runOf(again);
        QVERIFY(visitsOf(run) == (Numbers{1, 2, 2}));
        QVERIFY(countsOf(run) == (Flags{false, false, true}));
        QVERIFY(same(run.visits, {1, 0}));
        // a correction at once, without it, and then withdrawn
        std::vector<TapView> corrected = numbered({tapAt(0, 4), tapAt(900, 4), tapAt(5000, 3)});
        corrected[1].withdrawn = true;
        corrected[0].ticket = corrected[2].ticket = 11;
        QVERIFY(countsOf(runOf(corrected)) == (Flags{false, false, true}));
        // another ticket since
        std::vector<TapView> others = numbered({tapAt(0, 4), tapAt(hour, 2), tapAt(2 * hour, 3)});
        others[0].withdrawn = true;
        others[0].ticket = others[2].ticket = 11;
        others[1].ticket = 22;
        QVERIFY(countsOf(runOf(others)) == (Flags{false, true, false}));
        // a withdrawal between them that isn't the visit's
        std::vector<TapView> staff = numbered({tapAt(0, 4), tapAt(hour, 2), tapAt(2 * hour, 3)});
        staff[0].ticket = staff[2].ticket = 11;
        staff[1].mode = Mode::Staff;
        staff[1].withdrawn = true;
        QVERIFY(countsOf(runOf(staff)) == (Flags{true, false, false}));
        // the withdrawal of a visit that was not its own
        std::vector<TapView> used = numbered(
            {tapAt(0, 4), tapAt(hour, 3), tapAt(2 * hour, 1), tapAt(2 * hour + 2000, 1), tapAt(2 * hour + 5000, 5)});
        used[0].ticket = used[2].ticket = used[3].ticket = used[4].ticket = 11;
        used[1].ticket = 22;
        used[3].withdrawn = true;
        QVERIFY(countsOf(runOf(used)) == (Flags{true, true, false, false, false}));
    }

    void whereTicketsAreRequiredVisitsWithoutOneDontCount()
    {
        std::vector<TapView> taps =
            numbered({tapAt(0, 2), tapAt(hour, 4), tapAt(2 * hour, 5), tapAt(2 * hour + 3000, 3)});
        taps[1].ticket = 11;
        taps[2].ticket = taps[3].ticket = 22;
        taps[2].withdrawn = true;
        QVERIFY(countsOf(runOf(taps)) == (Flags{true, true, false, true}));
        VisitRule required;
        required.ticketsRequired = true;
        const auto run = runModel(taps, {}, 1, {}, required);
        QVERIFY(countsOf(*run) == (Flags{false, true, false, true}));
        QVERIFY(same(run->visits, {2, 0}));
    }

    void aPollsFaceScreenBelongsToThePersonWhoStandsThere()
    {
        std::vector<TapView> taps = madeDay(200, 9).taps;
        const std::int64_t at = smiley::core::count(taps.back().at) + hour;
        taps.push_back(tapAt(at, 2, Presence::Broken));
        taps.push_back(tapAt(at + 90000, 5, Presence::Continuous));
        taps.back().screen = ScreenContext::Poll;
        taps = numbered(taps);
        QCOMPARE(runOf(taps).point[201].visit, 201U);
        taps.back().presence = Presence::Broken;
        QCOMPARE(runOf(taps).point[201].visit, 202U);
    }

    void playIsLeftOut()
    {
        std::vector<TapView> taps;
        for (int tap = 0; tap < 15; ++tap) {
            taps.push_back(tapAt(tap * 500, 1 + (tap * 2 % 5)));
        }
        taps.push_back(tapAt(hour, 4));
        const ModelRun run = runOf(numbered(taps));
        QVERIFY(run.visits.mean < 1.5);
        QVERIFY(!run.point[14].counts);
        QVERIFY(run.point[15].counts);
    }

    void aPusherWhomNobodyLeavesIsLeftOutAndAGroupThatWalksOutIsNot()
    {
        // After an ordinary day: ten times the same face, 90 s apart, with a break each time.
        MadeDay day = madeDay(300, 9);
        const ModelRun ordinary = runOf(day.taps);
        const std::int64_t at = smiley::core::count(day.taps.back().at) + hour;
        const std::uint32_t doors = *day.taps.back().doors + *day.taps.back().left;
        for (int tap = 0; tap < 10; ++tap) {
            day.taps.push_back(tapAt(at + (tap * 90000), 5, Presence::Broken));
            day.taps.back().doors = doors;
            day.taps.back().left = 0;
        }
        day.taps = numbered(day.taps);
        VisitRule flagging;
        flagging.runs = Runs::Flag;
        QVERIFY(runOf(day.taps).visits.mean < ordinary.visits.mean + 3);
        QVERIFY(runModel(day.taps, {}, 1, {}, flagging)->visits.mean > ordinary.visits.mean + 7);
        for (std::size_t tap = 300; tap < 310; ++tap) {
            day.taps[tap].doors = doors + std::uint32_t(tap - 300);
            day.taps[tap].left = 1;
        }
        QVERIFY(runOf(day.taps).visits.mean > ordinary.visits.mean + 8.5);
    }

    void extremeGapsGiveNumbers()
    {
        std::vector<TapView> taps;
        std::int64_t at = 0;
        for (int tap = 0; tap < 60; ++tap) {
            constexpr std::array<std::int64_t, 6> gaps{0, 1, 10 * hour, 0, 13 * hour, 1600};
            at += gaps[std::size_t(tap) % gaps.size()];
            taps.push_back(tapAt(at, 1 + (tap % 5), Presence(tap % 3 - 1)));
            taps.back().doors = std::uint32_t(tap) * 7;
            taps.back().left = std::uint32_t(tap % 2) * 4000000000U;
            taps.back().ticket = tap % 7 == 0 ? 5U : 0U;
        }
        taps.push_back(tapAt(std::numeric_limits<std::int64_t>::max(), 1));
        taps.push_back(tapAt(std::numeric_limits<std::int64_t>::min(), 1));
        const ModelRun run = runOf(numbered(taps));
        for (const DrawSpread& spread : {run.visits, run.mean, run.red, run.yellow, run.green}) {
            QVERIFY(std::isfinite(spread.mean) && std::isfinite(spread.variance));
        }
        for (const PointTap& tap : run.point) {
            QVERIFY(std::isfinite(tap.opens) && tap.visit > 0);
        }
        QVERIFY(run.visits.mean >= 1);
    }

    void aMemoryOfTheStandIsUsed()
    {
        std::vector<TapView> taps;
        for (int tap = 0; tap < 30; ++tap) {
            taps.push_back(tapAt(tap * 20000, 1 + (tap % 5)));
        }
        taps = numbered(taps);
        StandMemory quiet;
        quiet.openSeconds = 100000;
        quiet.arrivals = 20;
        StandMemory busy = quiet;
        busy.arrivals = 5000;
        QVERIFY(runModel(taps, quiet, 1)->visits.mean < runModel(taps, busy, 1)->visits.mean);
    }

    void twoThousandTapsTakeSecondsAndALittleMemory()
    {
        const auto peak = [](const std::vector<TapView>& taps, double& seconds) {
            bytesAtMost = bytesInUse;
            const std::size_t before = bytesInUse;
            const std::clock_t start = std::clock();
            const bool done = runModel(taps, {}, 1).has_value();
            seconds = double(std::clock() - start) / CLOCKS_PER_SEC;
            return done ? bytesAtMost - before : 0;
        };
        double seconds = 0;
        const std::size_t bytes = peak(madeDay(2000, 1).taps, seconds);
        QVERIFY2(seconds < 10, qPrintable(QString::number(seconds)));
        QVERIFY2(bytes > 0 && bytes < 4U << 20U, qPrintable(QString::number(bytes))); // of the 64 MiB allowed
        const std::size_t twice = peak(madeDay(4000, 1).taps, seconds);
        QVERIFY(double(twice) < 2.2 * double(bytes));
    }

    void aMasherIsNoSlowerThanACrowd()
    {
        std::vector<TapView> taps = madeDay(2000, 1).taps; // with its doors
        for (std::size_t tap = 0; tap < taps.size(); ++tap) {
            taps[tap].at = MonotonicMs{std::int64_t(tap) * 90};
        }
        const std::clock_t start = std::clock();
        const ModelRun run = runOf(taps);
        QVERIFY(double(std::clock() - start) / CLOCKS_PER_SEC < 10);
        QVERIFY(run.usesDoors);
    }

    void cancellingReturnsNothingWheneverItComes()
    {
        const std::vector<TapView> taps = madeDay(600, 1).taps;
        int questions = 0;
        QVERIFY(runModel(taps, {}, 1, [&] { return ++questions < 0; }));
        QVERIFY(questions > 100);
        for (int last = 1; last <= questions; last += 7) {
            int asked = 0;
            QVERIFY(!runModel(taps, {}, 1, [&] { return ++asked >= last; }));
            QCOMPARE(asked, last);
        }
    }

    void theQuestionWhetherToStopComesOften()
    {
        const std::vector<TapView> taps = madeDay(4000, 1).taps;
        std::clock_t last = std::clock();
        std::clock_t longest = 0;
        QVERIFY(runModel(taps, {}, 1, [&] {
            const std::clock_t now = std::clock();
            longest = std::max(longest, now - last);
            last = now;
            return false;
        }));
        QVERIFY(double(longest) / CLOCKS_PER_SEC < 0.1);
    }
};

QTEST_GUILESS_MAIN(TestVisitModel)
#include "test_visit_model.moc"
