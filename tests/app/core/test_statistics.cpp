// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/statistics.h"

#include <QtTest>

#include <chrono>
#include <cmath>
#include <numeric>
#include <random>
#include <set>

using namespace smiley;
using namespace smiley::core;

namespace {

core::Day dayNumber(int number) { return {std::chrono::sys_days{std::chrono::days{20'000 + number}}}; }
Cluster onDay(int number) { return {dayNumber(number), dayNumber(number)}; }

double real(std::uint64_t number) { return static_cast<double>(number); }

bool near(double a, double b, double tolerance = 0.0005) { return std::abs(a - b) <= tolerance; }

} // namespace

class TestStatistics : public QObject {
    Q_OBJECT

private slots:
    void wilsonGivesTheCheckValuesOfTheMethod_data()
    {
        QTest::addColumn<double>("count");
        QTest::addColumn<double>("n");
        QTest::addColumn<double>("deff");
        QTest::addColumn<double>("low");
        QTest::addColumn<double>("high");
        QTest::newRow("0/10") << 0.0 << 10.0 << 1.0 << 0.0 << 0.278;
        QTest::newRow("10/10") << 10.0 << 10.0 << 1.0 << 0.722 << 1.0;
        QTest::newRow("26/100") << 26.0 << 100.0 << 1.0 << 0.184 << 0.354;
        QTest::newRow("26/100, deff 1.5") << 26.0 << 100.0 << 1.5 << 0.170 << 0.376;
    }
    void wilsonGivesTheCheckValuesOfTheMethod()
    {
        QFETCH(double, count);
        QFETCH(double, n);
        QFETCH(double, deff);
        QFETCH(double, low);
        QFETCH(double, high);
        const Interval interval = wilson(count, n, deff);
        QVERIFY(near(interval.low, low));
        QVERIFY(near(interval.high, high));
    }

    void noAnswersHaveNoMean()
    {
        QVERIFY(!meanOf({}));
        QVERIFY(!shareOf({}, 1));
        QVERIFY(!meanOf({{onDay(1), ScoreCounts{}}}));
    }

    void answersThatAreAllEqualStillHaveAnInterval()
    {
        const ClusteredScores scores{{onDay(1), {0, 0, 0, 0, 5}},
                                     {onDay(2), {0, 0, 0, 0, 5}},
                                     {onDay(3), {0, 0, 0, 0, 5}},
                                     {onDay(4), {0, 0, 0, 0, 5}}};
        const auto mean = meanOf(scores);
        QCOMPARE(mean->mean, 5.0);
        QVERIFY(mean->interval.low < 4.9);
        QCOMPARE(mean->interval.high, 5.0);
        // 20/20: Wilson's lower end is 0.839; the rest may be 1.
        QVERIFY(near(mean->interval.low, 0.8389 * 5 + 0.1611 * 1, 0.001));
    }

    void oneDayIsTreatedAsFewDays()
    {
        const ClusteredScores scores{{onDay(1), {2, 1, 2, 3, 4}}};
        const auto mean = meanOf(scores);
        QVERIFY(mean->fewDays);
        QCOMPARE(mean->days, std::uint64_t{1});
        // n = 12, sum = 42, mean 3.5, s² = 27/11, t(3) = 3.1824, v = 2 · s²/n
        QVERIFY(near(mean->mean, 3.5, 1e-9));
        QVERIFY(near(mean->interval.high - mean->mean, std::min(1.5, 3.1824 * std::sqrt(2.0 * 27 / 11 / 12)), 1e-3));
    }

    void meanOfFourDaysIsClusteredByDay()
    {
        // Two good days, two bad: e = ±10, n = 40; v_cl = 4/3 · 400/1600 = 1/3; s²/n = (40/39)/40 = 0.0256
        const ClusteredScores scores{{onDay(1), {0, 0, 0, 10, 0}},
                                     {onDay(2), {0, 0, 0, 10, 0}},
                                     {onDay(3), {0, 10, 0, 0, 0}},
                                     {onDay(4), {0, 10, 0, 0, 0}}};
        const auto mean = meanOf(scores);
        QVERIFY(!mean->fewDays);
        QVERIFY(near(mean->interval.high, 3 + 3.1824 * std::sqrt(1.0 / 3), 1e-3));
        const auto share = shareOf(scores, 0b11000);
        // deff = v_cl/v_iid = (4/3 · 4 · 25/1600) / (0.25 · 40/39/40) = 13
        const Interval expected = wilson(20, 40, 13.0);
        QVERIFY(near(share->interval.low, expected.low, 1e-6));
        QVERIFY(near(share->interval.high, expected.high, 1e-6));
    }

    void anExtremeShareTakesTheMeansDesignEffect()
    {
        const ClusteredScores scores{{onDay(1), {0, 0, 0, 10, 0}},
                                     {onDay(2), {0, 0, 0, 0, 10}},
                                     {onDay(3), {0, 0, 0, 10, 0}},
                                     {onDay(4), {0, 0, 0, 0, 10}}};
        const auto red = shareOf(scores, 0b00011);
        QCOMPARE(red->share, 0.0);
        QVERIFY(red->interval.high > wilson(0, 40).high * 2);
    }

    void aSecondDecimalNeedsANarrowInterval()
    {
        ClusteredScores many;
        for (int i = 0; i < 60; ++i) {
            many[onDay(i)] = {10, 10, 20, 40, 20};
        }
        QCOMPARE(meanOf(many)->decimals, 2);
        QCOMPARE(meanOf({{onDay(1), {1, 1, 2, 4, 2}}})->decimals, 1);
    }

    void theIntervalCoversWhereDaysDiffer()
    {
        std::mt19937 random(11);
        int covered = 0;
        constexpr int runs = 2000;
        for (int run = 0; run < runs; ++run) {
            ClusteredScores scores;
            for (int i = 0; i < 20; ++i) {
                const double good = 0.5 + (random() % 2 == 0 ? 0.2 : -0.2);
                ScoreCounts counts{};
                for (int visit = 0; visit < 25; ++visit) {
                    ++counts[std::generate_canonical<double, 30>(random) < good ? 3 : 1];
                }
                scores[onDay(i)] = counts;
            }
            const auto mean = meanOf(scores);
            covered += mean->interval.low <= 3.0 && mean->interval.high >= 3.0 ? 1 : 0;
        }
        QVERIFY2(covered > runs * 93 / 100 && covered < runs * 99 / 100, qPrintable(QString::number(covered)));
    }

    void howUnsureTheCountingIsAddsToTheVariance()
    {
        ClusteredScores scores;
        for (int day = 0; day < 31; ++day) {
            scores[onDay(day)] = {4, 3, 2, static_cast<std::uint64_t>(6 + day % 4), 9};
        }
        const auto half = [](const Interval& interval) { return (interval.high - interval.low) / 2; };
        const double t = studentQuantile(30);
        const double alone = half(meanOf(scores)->interval) / t;
        const double both = half(meanOf(scores, 0.01)->interval) / t;
        QVERIFY(near(both * both - alone * alone, 0.01, 1e-9));
        QCOMPARE(half(meanOf(scores, 0)->interval), half(meanOf(scores)->interval));
        // A share: n/deff answers of variance p(1-p) have both variances together.
        const auto share = shareOf(scores, 0b11U, 0.004);
        const double n = real(answers(total(scores)));
        const double p = share->share;
        const double variance = std::pow(half(shareOf(scores, 0b11U)->interval) / 1.96, 2);
        QVERIFY(std::abs(std::pow(half(share->interval) / 1.96, 2) - variance - 0.004) < 0.0005);
        QVERIFY(near(wilson(p * n, n, 1 + 0.004 * n / (p * (1 - p))).low, share->interval.low, 0.02));
        // None and all have no such variance to add.
        QCOMPARE(shareOf({{onDay(1), {0, 0, 0, 0, 9}}}, 1U, 0.5)->interval.high,
                 shareOf({{onDay(1), {0, 0, 0, 0, 9}}}, 1U)->interval.high);
    }

    void roundedPercentsAddUp()
    {
        QCOMPARE(roundedPercents({1, 1, 1}), (std::vector<int>{34, 33, 33}));
        QCOMPARE(roundedPercents({0, 0, 0}), (std::vector<int>{0, 0, 0}));
        std::mt19937 random(3);
        for (int i = 0; i < 2000; ++i) {
            std::vector<std::uint64_t> counts(5);
            for (auto& count : counts) {
                count = random() % 30;
            }
            const auto percents = roundedPercents(counts);
            const auto n = std::accumulate(counts.begin(), counts.end(), std::uint64_t{0});
            QCOMPARE(std::accumulate(percents.begin(), percents.end(), 0), n == 0 ? 0 : 100);
        }
    }

    void studentQuantileMeetsTheTableAndTheNormal()
    {
        QVERIFY(near(studentQuantile(3), 3.1824));
        QVERIFY(near(studentQuantile(31), 2.0395, 0.0001));
        QVERIFY(near(studentQuantile(60), 2.0003, 0.0001));
        QVERIFY(near(studentQuantile(120), 1.9799, 0.0001));
        QVERIFY(near(studentQuantile(1'000'000), 1.95996, 0.0001));
    }
};

QTEST_APPLESS_MAIN(TestStatistics)
#include "test_statistics.moc"
