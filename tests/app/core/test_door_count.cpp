// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/core/door_count.h"
#include "tests/app/core/taps.h"

#include <QTest>

#include <cmath>
#include <utility>
#include <vector>

using namespace smiley::core;
using test::taps;

namespace {

constexpr float doubtful = 0.5F; ///< just under the threshold of `rule`

VisitRule rule()
{
    VisitRule rule;
    rule.newVisitOdds = 1.8; // ln 0.59
    rule.episodeMs = 14000;
    return rule;
}

/// A healthy counter: nearly everybody walks out, hardly anybody else passes.
DayFigures healthy()
{
    DayFigures figures;
    figures.usesDoors = true;
    figures.exits = 0.93;
    figures.othersPerSecond = 0.002;
    return figures;
}

/// The first tap opens a visit for sure, the others are as likely as `evidence` says.
std::vector<TapOdds> oddsOf(std::size_t many, std::vector<float> evidence = {})
{
    std::vector<TapOdds> odds(many);
    for (std::size_t index = 0; index < many; ++index) {
        odds[index].evidence.gap = index < evidence.size() ? evidence[index] : doubtful;
    }
    odds.front().fixed = TapOdds::Fixed::New;
    odds.front().breaksOff = true;
    odds.front().evidence = {};
    return odds;
}

QString opened(const std::vector<Decision>& decisions)
{
    QString word;
    for (const Decision& decision : decisions) {
        word += decision.isNew ? 'n' : '-';
    }
    return word;
}

QString decided(const QString& text, std::vector<float> evidence = {}, const DayFigures& figures = healthy())
{
    const auto given = taps(text);
    auto odds = oddsOf(given.size(), std::move(evidence));
    return opened(decide(rule(), figures, given, odds));
}

} // namespace

class TestDoorCount : public QObject {
    Q_OBJECT

private slots:
    void asManyVisitsAsPeopleWalkedOut_data();
    void asManyVisitsAsPeopleWalkedOut();
    void theLikeliestTapsAreTheNewOnes();
    void whatIsFixedStaysFixed();
    void withoutACounterTheOddsDecide();
    void theDoorsWordIsInTheEvidence();
    void visitsThatNobodyWalksAwayFromAreTold();
    void aCounterThatDiesDuringTheDaySaysNothingFromThenOn();
    void noTapsNeedNoDecision();
};

void TestDoorCount::asManyVisitsAsPeopleWalkedOut_data()
{
    QTest::addColumn<QString>("given");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char* name, const char* given, const char* expected) {
        QTest::newRow(name) << given << expected;
    };
    row("one", "0/0:4,d0,l1", "n");
    row("three taps, three people", "0/0:4,d0,l3 4000/0:4,d0,l3 8000/0:4,d0,l3", "nnn");
    row("three taps, one person", "0/0:4,d0,l1 4000/0:4,d0,l1 8000/0:4,d0,l1", "n--");
    row("three taps, two people", "0/0:4,d0,l1 4000/0:4,d0,l2 8000/0:4,d1,l1", "nn-");
    row("passages during the episode count", "0/0:4,d0,l0 8000/0:4,d1,l1", "nn");
    row("who walks out after the next tap isn't theirs", "0/0:4,d0,l2 4000/0:4,d0,l2 22000/0:4,d1,l1", "n-n");
    row("somebody walked out in a pause", "0/0:4,d0,l1 15000/0:4,d1,l1", "nn");
    row("nobody walked out in a pause", "0/0:4,d0,l0 15000/0:4,d0,l1", "n-");
    row("a step back of the counter says nothing", "0/0:4,d9,l2 4000/0:4,d0,l2", "n-");
    row("hundreds of passages say nothing", "0/0:4,d0,l500 4000/0:4,d0,l500", "n-");
    row("where only the first has a count", "0/0:4,d0,l2 4000/0:4", "n-");
    row("where only the last has a count", "0/0:4 4000/0:4,d0,l2", "n-");
}

void TestDoorCount::asManyVisitsAsPeopleWalkedOut()
{
    QFETCH(QString, given);
    QFETCH(QString, expected);
    QCOMPARE(decided(given), expected);
}

void TestDoorCount::theLikeliestTapsAreTheNewOnes()
{
    const QString two = "0/0:4,d0,l2 3000/0:4,d0,l2 6000/0:4,d0,l2 9000/0:4,d0,l2";
    QCOMPARE(decided(two, {0, 0.1F, 0.4F, 0.2F}), QString("n-n-"));
    QCOMPARE(decided(two, {0, 0.4F, 0.1F, 0.2F}), QString("nn--"));
    // What is certain stays though fewer walked out than seemed.
    QCOMPARE(decided(two, {0, 20, 20, 20}), QString("nnnn"));
    QCOMPARE(decided("0/0:4,d0,l9 3000/0:4,d0,l9", {0, -20}), QString("n-"));
}

void TestDoorCount::whatIsFixedStaysFixed()
{
    const auto given = taps("0/0:4,d0,l4 3000/0:4,d0,l4 6000/0:4,d0,l4 9000/0:4,d0,l4");
    auto odds = oddsOf(given.size());
    odds[1].fixed = TapOdds::Fixed::Same;
    odds[3].fixed = TapOdds::Fixed::Same;
    QCOMPARE(opened(decide(rule(), healthy(), given, odds)), QString("n-n-"));
    odds[1].fixed = TapOdds::Fixed::New;
    QCOMPARE(opened(decide(rule(), healthy(), given, odds)), QString("nnn-"));
    for (const TapOdds& each : odds) {
        QVERIFY(each.fixed == TapOdds::Fixed::No || each.evidence.doors == 0);
    }
}

void TestDoorCount::withoutACounterTheOddsDecide()
{
    DayFigures unhealthy = healthy();
    unhealthy.usesDoors = false;
    const QString crowd = "0/0:4,d0,l3 4000/0:4,d0,l3 8000/0:4,d0,l3";
    QCOMPARE(decided(crowd, {0, 0.5F, 0.7F}, unhealthy), QString("n-n"));
    QCOMPARE(decided("0/0:4 4000/0:4 8000/0:4", {0, 0.5F, 0.7F}), QString("n-n"));
    const auto given = taps(crowd);
    auto odds = oddsOf(given.size());
    for (const Decision& decision : decide(rule(), unhealthy, given, odds)) {
        QCOMPARE(decision.nobodyLeft, 1.F);
    }
}

void TestDoorCount::theDoorsWordIsInTheEvidence()
{
    const auto doors = [](const char* text) {
        const auto given = taps(text);
        auto odds = oddsOf(given.size());
        const auto decisions = decide(rule(), healthy(), given, odds);
        // The decision is what the evidence adds up to.
        for (std::size_t index = 1; index < odds.size(); ++index) {
            const bool above = odds[index].evidence.total() > std::log(rule().newVisitOdds);
            if (above != decisions[index].isNew) {
                return -1000.F;
            }
        }
        return odds.back().evidence.doors;
    };
    QVERIFY(doors("0/0:4,d0,l2 4000/0:4,d0,l2") > 1);
    QVERIFY(doors("0/0:4,d0,l1 4000/0:4,d0,l1") < -1);
    QVERIFY(doors("0/0:4,d0,l1 4000/0:4,d0,l1") > -10);
}

void TestDoorCount::visitsThatNobodyWalksAwayFromAreTold()
{
    const auto nobodyLeft = [](const char* text) {
        const auto given = taps(text);
        auto odds = oddsOf(given.size());
        return decide(rule(), healthy(), given, odds).back().nobodyLeft;
    };
    QVERIFY(nobodyLeft("0/0:4,d0,l0") > 3);
    QVERIFY(nobodyLeft("0/0:4,d0,l1") < 0.3F);
    QVERIFY(nobodyLeft("0/0:4,d0,l0 4000/0:4,d0,l0") > 2);
    QVERIFY(nobodyLeft("0/0:4,d0,l2 4000/0:4,d0,l2") < 0.3F);
    // Where many pass anyway a passage says little.
    DayFigures crowded = healthy();
    crowded.othersPerSecond = 0.3;
    const auto given = taps("0/0:4,d0,l6");
    auto odds = oddsOf(1);
    const float among = decide(rule(), crowded, given, odds).front().nobodyLeft;
    QVERIFY(among > 0.3F && among < 3);
}

void TestDoorCount::aCounterThatDiesDuringTheDaySaysNothingFromThenOn()
{
    // One visitor a minute, one passage each and one of another; then the counter stands still for hours.
    DayFigures figures = healthy();
    figures.othersPerSecond = 1.0 / 60;
    std::vector<TapView> given;
    for (std::uint32_t visitor = 0; visitor < 200; ++visitor) {
        TapView tap;
        tap.tap = visitor + 1;
        tap.boot = 1;
        tap.at = MonotonicMs{visitor * 60'000};
        tap.doors = std::min(visitor, 100U) * 2;
        tap.left = visitor < 100 ? 1 : 0;
        given.push_back(tap);
    }
    auto odds = oddsOf(given.size(), std::vector<float>(given.size(), 10.F));
    const auto decisions = decide(rule(), figures, given, odds);
    for (std::size_t index = 0; index < decisions.size(); ++index) {
        QVERIFY(decisions[index].isNew);
        if (index < 100) {
            QVERIFY(decisions[index].nobodyLeft < 1);
        } else {
            QCOMPARE(decisions[index].nobodyLeft, 1.F);
        }
    }
}

void TestDoorCount::noTapsNeedNoDecision() { QVERIFY(decide(rule(), healthy(), {}, {}).empty()); }

QTEST_APPLESS_MAIN(TestDoorCount)
#include "test_door_count.moc"
