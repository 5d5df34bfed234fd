// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/core/visit_model_day.h"
#include "tests/app/core/made_day.h"

#include <QTest>

#include <array>
#include <cmath>

using namespace smiley::core;

namespace {

/// Of the second tap.
double likelihoodOfOpening(const std::vector<TapView>& taps)
{
    ModelParameters parameters;
    parameters.arrivalRate = {0.004};
    return likelihoods(modelDay(taps, {}), parameters, {})[1].opens[0];
}

} // namespace

class TestVisitModelDay : public QObject {
    Q_OBJECT

private slots:
    void theDoorSaysWhoWalkedOut()
    {
        // One tap, nobody after it for a long time; F(20) = 2.5^4 / (1 + 2.5^4); others: 20 s at 0.01 a second.
        std::vector<TapView> taps = numbered({tapAt(0, 3), tapAt(100000, 3)});
        taps[0].doors = 5;
        taps[0].left = 1;
        taps[1].doors = 9;
        const ModelDay day = modelDay(taps, {});
        QVERIFY(day.usesDoors);
        ModelParameters parameters;
        parameters.exitCounted = 0.8;
        parameters.passageRate = {0.01};
        const auto words = doorWords(day, taps, parameters, std::array{0.5, 1.0}, {});
        QVERIFY(words);
        const double within = 39.0625 / 40.0625;
        QVERIFY(std::abs(words->front().expected - within) < 1e-12);
        QVERIFY(std::abs(words->front().seen - within / 0.2) < 1e-9);
        QVERIFY(std::abs(doorRatio(words->front(), 0.8) - (1 - 0.8 * within + 0.8 * within / 0.2)) < 1e-9);
        taps[0].left = 0;
        const auto nobody = doorWords(day, taps, parameters, std::array{0.5, 1.0}, {});
        QVERIFY(std::abs(doorRatio(nobody->front(), 0.8) - (1 - 0.8 * within)) < 1e-12);
    }

    void anotherTapWithinTheTwentySecondsCutsThem()
    {
        std::vector<TapView> taps = numbered({tapAt(0, 3), tapAt(8000, 3), tapAt(90000, 3)});
        taps[0].doors = 0;
        taps[0].left = 3;
        taps[1].doors = 2;
        taps[2].doors = 9;
        ModelParameters parameters;
        parameters.exitCounted = 0.8;
        parameters.passageRate = {0.01};
        const auto words = doorWords(modelDay(taps, {}), taps, parameters, std::array{0.5, 0.25, 1.0}, {});
        // Half of the exits by 8 s (2 passages), the rest by 20 s (1); the second tap's own exits: a quarter of F(12).
        const double late = 39.0625 / 40.0625 - 0.5;
        const double others = 5.0625 / 6.0625;
        QVERIFY(std::abs(words->front().seen - (0.5 * 2 / 0.08 + late / (0.12 + 0.8 * 0.25 * others))) < 1e-9);
    }

    void aClaimSpeaksForANewVisitButTheNextClaimsDoNot()
    {
        std::vector<TapView> plain = numbered({tapAt(0, 3), tapAt(6000, 3), tapAt(12000, 3), tapAt(18000, 3)});
        std::vector<TapView> claimed = plain;
        for (std::size_t tap = 1; tap < claimed.size(); ++tap) {
            claimed[tap].screen = ScreenContext::Claimed;
        }
        QCOMPARE(modelDay(claimed, {}).taps[1].opens, 4.0);
        QCOMPARE(modelDay(claimed, {}).taps[2].opens, 1.0);
        QCOMPARE(modelDay(claimed, {}).taps[3].opens, 1.0);
        QVERIFY(likelihoodOfOpening(claimed) > likelihoodOfOpening(plain));
    }

    void aGapWeighsAsTheHeadersFormulasSay()
    {
        // 5.0 s, another face, no sensor: LN(5; 5, 0.5) = 1 / (5 · 0.5 · √(2π)); λ e^(−5 λ).
        const std::vector<TapView> taps = numbered({tapAt(0, 1), tapAt(5000, 2)});
        ModelParameters parameters;
        parameters.arrivalRate = {0.004};
        const auto seen = likelihoods(modelDay(taps, {}), parameters, {});
        QVERIFY(seen[0].breaks);
        QVERIFY(!seen[1].breaks);
        const double placesChanged = 1 / (1 + std::exp(-3.4 / 0.12));
        QVERIFY(std::abs(seen[1].opens[0] - 0.004 * std::exp(-0.02) * placesChanged * 0.74) < 1e-15);
        const double agree = 0.26 + 0.15 * 0.74;
        QVERIFY(std::abs(seen[1].opens[1] - 0.159576912 * placesChanged * (1 - agree)) < 1e-9);
        const double lingering = std::log(5 / 14.0) / 0.8;
        QVERIFY(std::abs(seen[1].goesOn[4] - 0.398942280 / 4 * std::exp(-lingering * lingering / 2) * 0.25) < 1e-9);
    }

    void aSensorIsBelievedWhereItIsHealthy()
    {
        // Forty visitors 200 s apart; from the twenty-first on the sensor says that nobody ever left.
        std::vector<TapView> taps;
        for (int tap = 0; tap < 40; ++tap) {
            taps.push_back(tapAt(tap * 200000, 1 + (tap % 5), tap < 20 ? Presence::Broken : Presence::Continuous));
        }
        const ModelDay day = modelDay(numbered(taps), {});
        QVERIFY(day.usesPresence);
        QCOMPARE(day.taps[5].presence, Presence::Broken);
        QCOMPARE(day.taps[35].presence, Presence::Unknown);
    }

    void stretchesWithoutACommonClockLieApart()
    {
        std::vector<TapView> taps = numbered({tapAt(0, 1), tapAt(1000, 1), tapAt(500, 1), tapAt(14 * hour, 1)});
        const ModelDay day = modelDay(taps, {});
        QVERIFY(!day.taps[1].breaks);
        QVERIFY(day.taps[2].startsStretch && day.taps[3].startsStretch);
        QVERIFY(day.taps[3].time - day.taps[2].time >= 3600);
        QCOMPARE(day.openSeconds[0], 1.0);
    }
};

QTEST_GUILESS_MAIN(TestVisitModelDay)
#include "test_visit_model_day.moc"
