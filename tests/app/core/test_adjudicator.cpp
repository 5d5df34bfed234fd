// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/core/adjudicator.h"
#include "tests/app/core/taps.h"

#include <QStringList>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

// The layers of app/core/adjudicator.h, row by row, on inputs that leave no doubt: constants may move a little. What holds
// for whole days is in test_adjudicator_days.cpp and test_adjudicator_properties.cpp.

using namespace smiley::core;
using test::taps;
using test::told;

namespace {

/// The columns of a table of days and their verdicts, and what adds a row to it.
auto tableOfDays()
{
    QTest::addColumn<QString>("given");
    QTest::addColumn<QString>("expected");
    return [](const char* name, const char* given, const char* expected) { QTest::newRow(name) << given << expected; };
}

QString judged(const char* policy, const QString& text)
{
    return told(adjudicateDay(*Policy::named(policy), taps(text)).verdicts);
}

/// Headline, but only visits with a ticket count.
Policy withTickets()
{
    VisitRule rule = std::get<VisitRule>(Policy::named("headline")->rule);
    rule.ticketsRequired = true;
    return {"with-tickets", rule};
}

VisitRule headline() { return std::get<VisitRule>(Policy::named("headline")->rule); }

const char* live(LiveVerdict verdict)
{
    switch (verdict) {
    case LiveVerdict::NewVisit: return "new";
    case LiveVerdict::Changed: return "changed";
    case LiveVerdict::Repeated: return "repeated";
    case LiveVerdict::WithoutTicket: return "without";
    }
    return "";
}

/// Evidence of the last tap.
Evidence evidenceOf(const QString& text, const DayFigures& figures = figuresOf({}))
{
    return adjudicateWith(figures, *Policy::named("headline"), taps(text)).verdicts.back().evidence;
}

/// A stand whose counter is healthy: nearly everybody walks out, and hardly anybody else passes.
DayFigures withDoors()
{
    DayFigures figures = figuresOf({});
    figures.usesDoors = true;
    figures.exits = 0.93;
    figures.othersPerSecond = 0.002;
    return figures;
}

} // namespace

class TestAdjudicator : public QObject {
    Q_OBJECT

private slots:
    void eachLayerDecidesAsPublished_data();
    void eachLayerDecidesAsPublished();
    void whereTicketsAreRequiredOnlyTheyCount_data();
    void whereTicketsAreRequiredOnlyTheyCount();
    void theScreenIsToldThatATicketIsLacking();
    void aTicketCountsOnceWhateverTheDoorSplits();
    void thePoliciesDiffer_data();
    void thePoliciesDiffer();
    void claimsCountAsThePolicySays_data();
    void claimsCountAsThePolicySays();
    void outcomesFollowReasons();
    void countedFacesAreThoseOfCountedTaps();
    void theScreenIsToldWhatAPersonDid_data();
    void theScreenIsToldWhatAPersonDid();
    void aWithdrawalWithNoTapBeforeItTakesNothing();
    void theLiveVisitIsNamedByItsFirstTap();
    void evidenceSpeaksForWhatWasSeen();
    void theDoorSpeaksForAsManyPeopleAsWalkOut();
    void onlyStandardPoliciesHaveNames();
    void everyReasonAndOutcomeHasACodeOfItsOwn();
    void noTapsMakeNoVerdicts();
};

void TestAdjudicator::eachLayerDecidesAsPublished_data()
{
    const auto row = tableOfDays();
    // A new boot, another mode, a step back, a withdrawal
    row("one tap", "0/1:4", "1:OK");
    row("a new start opens a visit", "5000/0:4 100/0:4,b2", "1:OK 2:BOOT");
    row("a new start a moment later", "5000/0:4 5100/0:4,b2", "1:OK 2:BOOT");
    row("two taps after a new start", "5000/0:4 5100/0:4,b2 6000/0:4,b2", "1:OK 2:SAME_VISIT 2:OK_LAST");
    row("only the first tap after a start is noted", "5000/0:4 100/0:4,b2 400000/1:4,b2", "1:OK 2:BOOT 3:OK");
    row("time steps back", "5000/0:4 4000/0:4", "1:OK 2:OK");
    row("a clock that is worth nothing", "0/1:4,noclock 400000/1:3", "1:CLOCK 2:OK");
    row("the first visitor after the cleaning", "0/1:4,cleaning 800/0:2", "1:MAINTENANCE 2:OK");
    row("a test doesn't take the visit before it", "0/1:4 800/0:2,test 1600/0:5", "1:OK 2:TEST 3:OK");
    row("a withdrawal", "0/1:4,withdrawn 60000/1:2", "1:WITHDRAWN 2:OK");
    row("a withdrawal takes the whole visit", "0/1:4 1600/0:2 3200/0:2,withdrawn",
        "1:WITHDRAWN 1:WITHDRAWN 1:WITHDRAWN");
    row("an answer after a withdrawal counts", "0/1:4,withdrawn 1000/0:2 1900/0:3", "1:WITHDRAWN 2:REPLACED 2:OK_LAST");
    row("withdrawn twice", "0/1:4,withdrawn 3000/0:2,withdrawn 6000/0:3", "1:WITHDRAWN 2:WITHDRAWN 3:OK");
    // L0
    row("a fresh ticket at once", "0/1:4,tA 500/0:2,tB", "1:TICKET 2:TICKET");
    row("the same ticket much later", "0/1:4,tA 60000/1:2,tA", "1:REPLACED 1:TICKET");
    row("no ticket soon after one", "0/1:4,tA 1000/0:2", "1:REPLACED 1:TICKET");
    row("no ticket just before the limit", "0/1:4,tA 3499/0:2", "1:REPLACED 1:TICKET");
    row("no ticket some time after one", "0/1:4,tA 3500/0:4", "1:TICKET 2:OK");
    row("a ticket used before", "0/1:4,tA 9000/1:3,tB 18000/1:1,tA", "1:TICKET 2:TICKET 1:DUP_TICKET");
    row("a ticket used before and again", "0/1:4,tA 9000/1:3,tB 18000/1:1,tA 20000/0:5,tA 40000/1:2",
        "1:TICKET 2:TICKET 1:DUP_TICKET 1:DUP_TICKET 5:OK");
    row("a ticket's own tap after a used one", "0/1:4,tA 9000/1:3,tB 18000/1:1,tA 20000/0:5,tB",
        "1:TICKET 2:TICKET 1:DUP_TICKET 2:SAME_VISIT");
    row("a ticket in two boots", "0/1:4,tA 900/1:2,tA,b2", "1:REPLACED 1:TICKET");
    row("a ticket after its withdrawal", "0/1:4,tA,withdrawn 5000/0:2,tA 8000/0:3,tA",
        "1:WITHDRAWN 2:REPLACED 2:TICKET");
    row("a test with a visitor's ticket", "0/1:4,tA 800/0:2,tA,test", "1:TICKET 2:TEST");
    row("a visitor's ticket after a test with it", "0/1:4,tA 800/0:2,tA,test 9000/1:5,tA",
        "1:TICKET 2:TEST 1:DUP_TICKET");
    row("a ticket that was only tested", "0/1:4,tA,test 800/0:2,tA", "1:TEST 2:TICKET");
    row("a ticket after closing time", "0/1:4,tA 800/0:2,tA,closed", "1:TICKET 1:CLOSED_HOURS");
    row("somebody else's withdrawal frees no ticket", "0/1:4,tA 9000/1:3,tB 18000/1:1,tA,withdrawn 27000/1:5,tB",
        "1:TICKET 2:TICKET 1:WITHDRAWN 2:DUP_TICKET");
    row("nor does a claimer's", "0/1:4,tA 1600/0:3,tA,next,withdrawn 9000/0:5,tA", "1:TICKET 1:WITHDRAWN 1:DUP_TICKET");
    row("a used ticket first of all", "0/1:4,t! 900/0:4 60000/1:2", "1:DUP_TICKET 1:SAME_VISIT 3:OK");
    row("a used ticket of nobody knows which visit", "0/1:4 60000/1:2,t! 61000/0:5,t! 120000/1:1,tA",
        "1:OK 2:DUP_TICKET 3:DUP_TICKET 4:TICKET");
    row("a used ticket in a visit", "0/1:4,tA 2000/0:2,t! 4000/0:3,tA", "1:TICKET 2:DUP_TICKET 1:SAME_VISIT");
    row("a used ticket after a start", "0/1:4,tA 900/1:2,t!,b2", "1:TICKET 2:DUP_TICKET");
    // L1
    row("a double tap", "0/1:4 900/0:4", "1:SAME_VISIT 1:OK_LAST");
    row("too soon even with a break", "0/1:4 1499/1:2", "1:REPLACED 1:OK_LAST");
    row("too soon without a sensor", "0/-1:4 1499/-1:2", "1:REPLACED 1:OK_LAST");
    row("too soon even with a claim", "0/1:4 1400/0:2,next", "1:REPLACED 1:OK_LAST");
    // Poll
    row("a poll taken up by another person", "0/1:4 9000/1:2,poll", "1:OK 2:POLL_OTHER");
    row("who took it up corrects the answer", "0/1:4 9000/1:2,poll 10000/0:3", "1:OK 2:REPLACED 2:POLL_OTHER");
    row("back from the poll after a minute", "0/1:4 60000/0:2,poll", "1:REPLACED 1:OK_LAST");
    row("back from the poll after five", "0/1:4 300000/0:2,poll", "1:REPLACED 1:OK_LAST");
    row("back from the poll without a sensor", "0/-1:4 60000/-1:2,poll", "1:REPLACED 1:OK_LAST");
    row("the banner changes nothing", "0/1:4 1800/0:2,invite 9000/1:2,correcting", "1:REPLACED 1:OK_LAST 3:OK");
    // L2: the last answer counts
    row("ten angry taps", "0/1:1 500/0:1 1000/0:1 1500/0:1 2000/0:1 2500/0:1 3000/0:1 3500/0:1 4000/0:1 4500/0:1",
        "1:SAME_VISIT 1:SAME_VISIT 1:SAME_VISIT 1:SAME_VISIT 1:SAME_VISIT 1:SAME_VISIT 1:SAME_VISIT 1:SAME_VISIT "
        "1:SAME_VISIT 1:OK_LAST");
    row("a mis-tap corrected", "0/1:2 1900/0:4", "1:REPLACED 1:OK_LAST");
    row("corrected and confirmed", "0/1:2 1700/0:4 2400/0:4", "1:REPLACED 1:SAME_VISIT 1:OK_LAST");
    row("somebody reads the thanks and taps again", "0/1:4 20000/0:4", "1:SAME_VISIT 1:OK_LAST");
    // L2: who is another
    row("two visitors with a break", "0/1:4 5000/1:4", "1:OK 2:OK");
    row("two visitors with a break, another face", "0/1:4 8000/1:2", "1:OK 2:OK");
    row("a queue", "0/1:4 5000/1:2 10000/1:4 15000/1:4 20000/1:5", "1:OK 2:OK 3:OK 4:OK 5:OK");
    row("visitors half an hour apart", "0/1:4 1800000/1:4", "1:OK 2:OK");
    row("a new person though no break was seen", "0/1:4 240000/0:4", "1:OK 2:OK");
    row("a minute without a sensor", "0/-1:4 60000/-1:4", "1:OK 2:OK");
    row("a queue without a sensor", "0/-1:4 6000/-1:2 12000/-1:5 18000/-1:3", "1:OK 2:OK 3:OK 4:OK");
    // L3
    row("a child", "0/1:1 400/0:5 800/0:2 1200/0:1 1600/0:3 2000/0:5",
        "1:BURST_PLAY 1:BURST_PLAY 1:BURST_PLAY 1:BURST_PLAY 1:BURST_PLAY 1:BURST_PLAY");
    row("a child after its mother", "0/1:4 300/0:4 2000/0:1 2400/0:5 2800/0:2 3200/0:1 3600/0:3 4000/0:5",
        "1:SAME_VISIT 1:OK_LAST 3:BURST_PLAY 3:BURST_PLAY 3:BURST_PLAY 3:BURST_PLAY 3:BURST_PLAY 3:BURST_PLAY");
    row("a child at once after its mother has no calm head", "0/1:4 500/0:1 900/0:5 1300/0:2 1700/0:1 2100/0:3",
        "1:BURST_PLAY 1:BURST_PLAY 1:BURST_PLAY 1:BURST_PLAY 1:BURST_PLAY 1:BURST_PLAY");
    row("the next visitor after a child", "0/1:1 400/0:5 800/0:2 1200/0:1 1600/0:3 61600/1:4",
        "1:BURST_PLAY 1:BURST_PLAY 1:BURST_PLAY 1:BURST_PLAY 1:BURST_PLAY 6:OK");
    row("a child that taps once more later", "0/1:1 400/0:5 800/0:2 1200/0:1 1600/0:3 2000/0:5 17000/0:5",
        "1:BURST_PLAY 1:BURST_PLAY 1:BURST_PLAY 1:BURST_PLAY 1:BURST_PLAY 1:BURST_PLAY 1:BURST_PLAY");
    row("two faces are no play", "0/1:1 400/0:2 800/0:1 1200/0:2 1600/0:1 2000/0:2",
        "1:REPLACED 1:REPLACED 1:REPLACED 1:REPLACED 1:REPLACED 1:OK_LAST");
    row("four taps are no play", "0/1:1 400/0:5 800/0:3 1200/0:2", "1:REPLACED 1:REPLACED 1:REPLACED 1:OK_LAST");
    row("somebody tries every face and chooses", "0/1:1 900/0:2 1800/0:3 2700/0:4 3600/0:5 5500/0:4",
        "1:REPLACED 1:REPLACED 1:REPLACED 1:REPLACED 1:REPLACED 1:OK_LAST");
    row("a ticket is no play", "0/1:1,tA 400/0:5,tA 800/0:2,tA 1200/0:1,tA 1600/0:3,tA 2000/0:5,tA",
        "1:REPLACED 1:REPLACED 1:REPLACED 1:REPLACED 1:REPLACED 1:TICKET");
    row("withdrawn play is withdrawn", "0/1:1 400/0:5 800/0:2 1200/0:1 1600/0:3,withdrawn 2500/0:4",
        "1:WITHDRAWN 1:WITHDRAWN 1:WITHDRAWN 1:WITHDRAWN 1:WITHDRAWN 6:OK");
    // L5
    row("staff", "0/1:4,staff 60000/1:4", "1:MAINTENANCE 2:OK");
    row("cleaning", "0/1:4,cleaning 500/0:3,cleaning", "1:MAINTENANCE 1:MAINTENANCE");
    row("wiping the screen in cleaning mode is no play",
        "0/1:1,cleaning 200/0:5,cleaning 400/0:2,cleaning 600/0:1,cleaning 800/0:3,cleaning",
        "1:MAINTENANCE 1:MAINTENANCE 1:MAINTENANCE 1:MAINTENANCE 1:MAINTENANCE");
    row("test taps", "0/1:4,test", "1:TEST");
    row("outside opening hours", "0/1:4 400000/1:3,closed", "1:OK 2:CLOSED_HOURS");
    row("a withdrawal outside opening hours", "0/1:4 400000/1:3,closed,withdrawn", "1:OK 2:CLOSED_HOURS");
}

void TestAdjudicator::eachLayerDecidesAsPublished()
{
    QFETCH(QString, given);
    QFETCH(QString, expected);
    QCOMPARE(judged("headline", given), expected);
}

void TestAdjudicator::whereTicketsAreRequiredOnlyTheyCount_data()
{
    const auto row = tableOfDays();
    row("with one", "0/1:4,tA", "1:TICKET");
    row("without", "0/1:4", "1:NO_TICKET");
    row("without, twice", "0/1:4 900/0:2", "1:NO_TICKET 1:NO_TICKET");
    row("two people without", "0/1:4 400000/1:2", "1:NO_TICKET 2:NO_TICKET");
    row("a correction at once needs none", "0/1:4,tA 1000/0:2", "1:REPLACED 1:TICKET");
    row("from 3.5 s on it does", "0/1:4,tA 3500/0:2", "1:TICKET 2:NO_TICKET");
    row("the ticket is found later", "0/1:4 5000/0:2,tA", "1:NO_TICKET 2:TICKET");
    row("a used one", "0/1:4,tA 60000/1:2,t!", "1:TICKET 2:DUP_TICKET");
    row("a used one first of all", "0/1:4,t! 900/0:2", "1:DUP_TICKET 1:SAME_VISIT");
    row("many taps without one are no play", "0/1:1 700/0:2 1400/0:3 2100/0:4 2800/0:5 3500/0:1",
        "1:NO_TICKET 1:NO_TICKET 1:NO_TICKET 1:NO_TICKET 1:NO_TICKET 1:NO_TICKET");
    row("a claim", "0/1:4 30000/0:2,next", "1:NO_TICKET 2:NO_TICKET");
    row("withdrawn", "0/1:4,withdrawn", "1:WITHDRAWN");
    row("staff", "0/1:4,staff", "1:MAINTENANCE");
    row("after a start", "0/1:4,tA 900/1:4,b2", "1:TICKET 2:NO_TICKET");
    row("without a clock", "0/1:4,noclock", "1:NO_TICKET");
}

void TestAdjudicator::whereTicketsAreRequiredOnlyTheyCount()
{
    QFETCH(QString, given);
    QFETCH(QString, expected);
    QCOMPARE(told(adjudicateDay(withTickets(), taps(given)).verdicts), expected);
}

void TestAdjudicator::theScreenIsToldThatATicketIsLacking()
{
    Adjudicator engine(std::get<VisitRule>(withTickets().rule));
    QStringList words;
    for (const TapView& tap :
         taps("0/1:4 900/0:2 9000/0:3,tA 9900/0:4 20000/0:4,tA 60000/1:2,t! 60900/0:3 120000/1:5")) {
        words += live(engine.tap(tap));
    }
    QCOMPARE(words.join(' '), QString("without without new changed repeated repeated repeated without"));
}

/// The odds say that the second tap is the first one's person, whose withdrawal would free the ticket; the door says that two
/// left, so the withdrawal is the second one's, and the ticket was used.
void TestAdjudicator::aTicketCountsOnceWhateverTheDoorSplits()
{
    const auto told = [](const DayFigures& figures, std::int64_t gapMs) {
        const auto given = taps(QString("0/-1:4,tA,d0 %1/-1:4,d0,l2,withdrawn 60000/-1:2,tA,d2").arg(gapMs));
        return test::told(adjudicateWith(figures, *Policy::named("headline"), given).verdicts);
    };
    int split = 0;
    for (std::int64_t gapMs = 1500; gapMs < 3500; gapMs += 50) {
        if (told(figuresOf({}), gapMs) == QString("1:WITHDRAWN 1:WITHDRAWN 3:TICKET") &&
            told(withDoors(), gapMs).startsWith("1:TICKET 2:WITHDRAWN")) {
            QCOMPARE(told(withDoors(), gapMs), QString("1:TICKET 2:WITHDRAWN 3:DUP_TICKET"));
            ++split;
        }
    }
    QVERIFY(split > 0);
}

void TestAdjudicator::thePoliciesDiffer_data()
{
    QTest::addColumn<QString>("policy");
    QTest::addColumn<QString>("given");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char* name, const char* policy, const char* given, const char* expected) {
        QTest::newRow(name) << policy << given << expected;
    };
    const char* day = "0/1:4 900/0:4 9000/1:2 13000/1:2,withdrawn 40000/1:5";
    row("raw", "raw", day, "1:OK 2:OK 3:OK 4:OK 5:OK");
    row("window:5", "window:5", day, "1:OK 1:SAME_VISIT 3:OK 3:SAME_VISIT 5:OK");
    row("window:10", "window:10", day, "1:OK 1:SAME_VISIT 1:SAME_VISIT 4:OK 5:OK");
    row("strict", "strict", day, "1:SAME_VISIT 1:OK_LAST 3:OK 4:WITHDRAWN 5:OK");
    row("headline", "headline", day, "1:SAME_VISIT 1:OK_LAST 3:OK 4:WITHDRAWN 5:OK");
    row("loose", "loose", day, "1:SAME_VISIT 1:OK_LAST 3:OK 4:WITHDRAWN 5:OK");
    const char* doubt = "0/-1:4 4000/-1:4"; // no sensor: who can tell?
    row("in doubt strict sees one visitor", "strict", doubt, "1:SAME_VISIT 1:OK_LAST");
    row("in doubt loose sees two", "loose", doubt, "1:OK 2:OK");
    const char* fourTaps = "0/1:1 400/0:5 800/0:3 1200/0:2";
    row("four quick taps of four faces, strict", "strict", fourTaps,
        "1:BURST_PLAY 1:BURST_PLAY 1:BURST_PLAY 1:BURST_PLAY");
    row("four quick taps of four faces, loose", "loose", fourTaps, "1:REPLACED 1:REPLACED 1:REPLACED 1:OK_LAST");
    row("loose wants eight taps for play", "loose", "0/1:1 400/0:5 800/0:3 1200/0:2 1600/0:1 2000/0:4 2400/0:1",
        "1:REPLACED 1:REPLACED 1:REPLACED 1:REPLACED 1:REPLACED 1:REPLACED 1:OK_LAST");
    row("a window doesn't cross a start", "window:60", "9000/1:4 9500/0:4,b2", "1:OK 2:OK");
    row("a window ends where time steps back", "window:60", "9000/1:4 8500/0:4", "1:OK 2:OK");
    row("a window measures from the counted tap", "window:5", "0/1:4 3000/0:3 4999/0:3 5000/0:3 8000/0:1",
        "1:OK 1:SAME_VISIT 1:SAME_VISIT 4:OK 4:SAME_VISIT");
    row("a window counts test taps too", "window:5", "0/1:4,test 60000/0:4,closed", "1:OK 2:OK");
    row("raw counts every tap", "raw", "0/1:4,tA 10/0:4,tA 20/0:5,staff", "1:OK 2:OK 3:OK");
}

void TestAdjudicator::thePoliciesDiffer()
{
    QFETCH(QString, policy);
    QFETCH(QString, given);
    QFETCH(QString, expected);
    QCOMPARE(judged(qPrintable(policy), given), expected);
}

void TestAdjudicator::claimsCountAsThePolicySays_data()
{
    QTest::addColumn<QString>("policy");
    QTest::addColumn<QString>("given");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char* name, const char* policy, const char* given, const char* expected) {
        QTest::newRow(name) << policy << given << expected;
    };
    row("with a break it is any visit", "headline", "0/1:4 8000/1:4,next", "1:OK 2:OK");
    row("heard", "headline", "0/1:4 8000/0:2,next", "1:OK 2:CLAIMED_NEW");
    row("heard without a sensor", "headline", "0/-1:4 8000/-1:2,next", "1:OK 2:CLAIMED_NEW");
    row("what was heard may be corrected", "headline", "0/1:4 8000/0:2,next 8900/0:3", "1:OK 2:REPLACED 2:CLAIMED_NEW");
    row("one too many", "headline", "0/1:4 8000/0:2,next 13000/0:5,next", "1:OK 2:CLAIMED_NEW 2:CLAIMED_NEW");
    row("once per presence, however long", "headline",
        "0/1:4 8000/0:2,next 18000/0:5,next 28000/0:1,next 38000/0:4,next",
        "1:OK 2:CLAIMED_NEW 2:CLAIMED_NEW 2:CLAIMED_NEW 2:CLAIMED_NEW");
    row("once per presence, with a pause of a minute", "headline",
        "0/1:4 45000/0:2,next 105000/0:5,next 165000/0:1,next", "1:OK 2:CLAIMED_NEW 2:CLAIMED_NEW 2:CLAIMED_NEW");
    row("in two presences within 20 s", "headline", "0/1:4 8000/0:2,next 14000/1:3 20000/0:5,next",
        "1:OK 2:CLAIMED_NEW 3:OK 3:CLAIMED_NEW");
    row("in two presences", "headline", "0/1:4 8000/0:2,next 68000/1:3 76000/0:5,next",
        "1:OK 2:CLAIMED_NEW 3:OK 4:CLAIMED_NEW");
    row("not believed: nobody's answer changes", "headline", "0/1:4 8000/0:2,next 12000/0:5,next 13000/0:1 73000/1:3",
        "1:OK 2:CLAIMED_NEW 2:CLAIMED_NEW 2:CLAIMED_NEW 5:OK");
    row("a claimer's withdrawal is his own", "headline", "0/1:4 8000/0:2,next 12000/0:5,next,withdrawn 72000/1:3",
        "1:OK 2:CLAIMED_NEW 2:WITHDRAWN 4:OK");
    row("after a withdrawal it is any visit", "headline", "0/1:4,withdrawn 3000/0:2,next", "1:WITHDRAWN 2:OK");
    row("strict never believes", "strict", "0/1:4 8000/0:2,next", "1:OK 1:CLAIMED_NEW");
    row("strict needs none for a new person", "strict", "0/1:4 300000/0:2,next", "1:OK 2:OK");
    row("loose always believes", "loose", "0/1:4 2000/0:5,next 4000/0:5,next", "1:OK 2:CLAIMED_NEW 3:CLAIMED_NEW");
    row("but nobody changes places in a second", "loose", "0/1:4 1400/0:5,next", "1:REPLACED 1:OK_LAST");
}

void TestAdjudicator::claimsCountAsThePolicySays()
{
    QFETCH(QString, policy);
    QFETCH(QString, given);
    QFETCH(QString, expected);
    const auto verdicts = adjudicateDay(*Policy::named(policy.toStdString()), taps(given)).verdicts;
    QCOMPARE(told(verdicts), expected);
    for (const Verdict& verdict : verdicts) { // a claim counts where its visit is its own, and else is merged
        if (verdict.reason == Reason::ClaimedNew && verdict.visit != verdict.tap) {
            const auto opened = std::ranges::find(verdicts, verdict.visit, &Verdict::tap);
            const bool corrects = opened->reason == Reason::Replaced;
            QVERIFY(verdict.outcome == (corrects ? Outcome::Count : Outcome::Merged));
        }
    }
}

void TestAdjudicator::outcomesFollowReasons()
{
    const auto verdicts =
        adjudicateDay(*Policy::named("headline"),
                      taps("0/1:4 1800/0:2 60000/1:1,withdrawn 90000/1:3,test 120000/1:3 180000/1:5,tA 190000/1:5,tB "
                           "200000/1:1,tA 300000/1:1 300400/0:5 300800/0:2 301200/0:1 301600/0:3"))
            .verdicts;
    const std::vector<Outcome> expected{Outcome::Merged,   Outcome::Count,    Outcome::Excluded, Outcome::Excluded,
                                        Outcome::Count,    Outcome::Count,    Outcome::Count,    Outcome::Merged,
                                        Outcome::Excluded, Outcome::Excluded, Outcome::Excluded, Outcome::Excluded,
                                        Outcome::Excluded};
    QCOMPARE(verdicts.size(), expected.size());
    for (std::size_t i = 0; i < expected.size(); ++i) {
        QVERIFY(verdicts[i].outcome == expected[i]);
        QCOMPARE(verdicts[i].tap, std::uint64_t{i + 1});
    }
}

void TestAdjudicator::countedFacesAreThoseOfCountedTaps()
{
    const auto given = taps("0/1:1 1800/0:5 60000/1:5 90000/1:3,withdrawn 120000/1:2");
    const auto counted = [&](const char* policy) {
        return countedFaces(given, adjudicateDay(*Policy::named(policy), given).verdicts);
    };
    QVERIFY((counted("headline") == FaceCounts{0, 1, 0, 0, 2}));
    QVERIFY((counted("raw") == FaceCounts{1, 1, 1, 0, 2}));
    QVERIFY((counted("window:5") == FaceCounts{1, 1, 1, 0, 1}));
}

void TestAdjudicator::theScreenIsToldWhatAPersonDid_data()
{
    QTest::addColumn<QString>("policy");
    QTest::addColumn<QString>("given");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char* name, const char* policy, const char* given, const char* expected) {
        QTest::newRow(name) << policy << given << expected;
    };
    row("new, changed, repeated", "headline", "0/1:4 1800/0:2 2700/0:2 62700/1:2", "new changed repeated new");
    row("changed and back", "headline", "0/1:4 1000/0:2 2000/0:4", "new changed changed");
    row("a claim believed", "headline", "0/1:4 8000/0:2,next 9000/0:3", "new new changed");
    row("a claim not believed", "headline", "0/1:4 8000/0:2,next 12000/0:3,next 13000/0:1 13900/0:1 73900/1:1",
        "new new repeated repeated repeated new");
    row("a claim that strict doesn't believe", "strict", "0/1:4 8000/0:2,next 9000/0:3", "new repeated repeated");
    row("a claim that loose believes", "loose", "0/1:4 2000/0:2,next", "new new");
    row("after a withdrawal", "headline", "0/1:4,withdrawn 900/0:4 1800/0:2", "new new changed");
    row("a claimer's withdrawal", "headline", "0/1:4 8000/0:2,next 12000/0:3,next,withdrawn 13000/0:1",
        "new new repeated new");
    row("tickets", "headline", "0/1:4,tA 500/0:3,tA 1000/0:2,tB 9000/1:1,tA 10000/0:4",
        "new changed new repeated repeated");
    row("a poll taken up by another", "headline", "0/1:4 9000/1:4,poll", "new new");
    row("back from the poll", "headline", "0/1:4 90000/0:3,poll 95000/0:3,poll", "new changed repeated");
    row("another mode, another boot, a step back", "headline", "0/1:4 500/0:4,staff 900/0:4 100/0:4,b2 50/0:4,b2",
        "new new new new new");
}

void TestAdjudicator::theScreenIsToldWhatAPersonDid()
{
    QFETCH(QString, policy);
    QFETCH(QString, given);
    QFETCH(QString, expected);
    Adjudicator engine(std::get<VisitRule>(Policy::named(policy.toStdString())->rule));
    QCOMPARE(engine.visit(), std::uint64_t{0});
    QStringList words;
    for (const TapView& tap : taps(given)) {
        words += live(engine.tap(tap));
        if (tap.withdrawn) {
            engine.withdraw();
        }
    }
    QCOMPARE(words.join(' '), expected);
}

void TestAdjudicator::aWithdrawalWithNoTapBeforeItTakesNothing()
{
    Adjudicator engine(headline());
    engine.withdraw();
    const auto given = taps("0/1:4 900/0:4");
    QVERIFY(engine.tap(given[0]) == LiveVerdict::NewVisit);
    QVERIFY(engine.tap(given[1]) == LiveVerdict::Repeated);
    QCOMPARE(engine.visit(), std::uint64_t{1});
}

void TestAdjudicator::theLiveVisitIsNamedByItsFirstTap()
{
    Adjudicator engine(headline());
    std::vector<std::uint64_t> visits;
    for (const TapView& tap : taps("0/1:4 900/0:3 60000/1:2 60900/0:2 120000/1:5")) {
        engine.tap(tap);
        visits.push_back(engine.visit());
    }
    QCOMPARE(visits, (std::vector<std::uint64_t>{1, 1, 3, 3, 5}));
}

void TestAdjudicator::evidenceSpeaksForWhatWasSeen()
{
    const Evidence first = adjudicateDay(*Policy::named("headline"), taps("0/1:4")).verdicts.front().evidence;
    QVERIFY(first == Evidence{});

    QVERIFY(evidenceOf("0/1:4 8000/1:4").presence > 1);
    QVERIFY(evidenceOf("0/1:4 8000/0:4").presence < -1);
    QCOMPARE(evidenceOf("0/1:4 8000/-1:4").presence, 0.F);
    QVERIFY(evidenceOf("0/1:4 300000/0:4").gap > 3);
    QVERIFY(evidenceOf("0/1:4 900/0:4").gap < -1);
    // Who taps the same face after eight seconds may be the same person; who repeats does.
    QVERIFY(evidenceOf("0/1:4 20000/0:4").face < evidenceOf("0/1:4 20000/0:2").face);
    QVERIFY(evidenceOf("0/1:4 900/0:4").face < 0);
    // A claim.
    QCOMPARE(evidenceOf("0/1:4 8000/0:2").screen, 0.F);
    QVERIFY(evidenceOf("0/1:4 8000/0:2,next").screen > 1);
    QVERIFY(evidenceOf("0/1:4 8000/0:2,next 12000/0:5,next").screen < -1);
    QCOMPARE(evidenceOf("0/1:4 8000/1:2,next").screen, 0.F);
    // No counter, nothing to say.
    QCOMPARE(evidenceOf("0/1:4,d0 8000/0:2,d1,l1").doors, 0.F);

    const Evidence one = evidenceOf("0/1:4 8000/0:2,next");
    QCOMPARE(one.total(), one.gap + one.presence + one.face + one.screen + one.doors);
}

void TestAdjudicator::theDoorSpeaksForAsManyPeopleAsWalkOut()
{
    const float two = evidenceOf("0/1:4,d0 5000/0:2,d0,l2", withDoors()).doors;
    const float one = evidenceOf("0/1:4,d0 5000/0:2,d0,l1", withDoors()).doors;
    const float nobody = evidenceOf("0/1:4,d0 5000/0:2,d0,l0", withDoors()).doors;
    QVERIFY(two > 1);
    QVERIFY(one < -1);
    QVERIFY(nobody < 0);
    // The verdict follows where all else is silent.
    const auto judge = [](const char* text) {
        return told(adjudicateWith(withDoors(), *Policy::named("headline"), taps(text)).verdicts);
    };
    QCOMPARE(judge("0/-1:4,d0 2500/-1:4,d0,l2"), QString("1:OK 2:OK"));
    QCOMPARE(judge("0/-1:4,d0 2500/-1:4,d0,l1"), QString("1:SAME_VISIT 1:OK_LAST"));
    // With a passage of his own a claimer is any visitor.
    QCOMPARE(judge("0/1:4,d0 8000/0:2,d0,l2,next"), QString("1:OK 2:OK"));
}

void TestAdjudicator::onlyStandardPoliciesHaveNames()
{
    QCOMPARE(Policy::standardNames().size(), std::size_t{10});
    for (const std::string_view name : Policy::standardNames()) {
        const auto policy = Policy::named(name);
        QVERIFY(policy.has_value());
        QCOMPARE(policy->name, std::string(name));
    }
    QVERIFY(Policy::named("window:1").has_value());
    QVERIFY(Policy::named("window:3600").has_value());
    for (const char* name : {"", "Headline", "window", "window:", "window:0", "window:05", "window:3601", "window:-5",
                             "window:5 ", "window:99999999999", "window:5s", "lag-1"}) {
        QVERIFY2(!Policy::named(name).has_value(), name);
    }
    QVERIFY(*Policy::named("headline") == (Policy{"headline", VisitRule{}}));
    QVERIFY(*Policy::named("window:120") == (Policy{"window:120", FixedWindow{120000}}));
}

void TestAdjudicator::everyReasonAndOutcomeHasACodeOfItsOwn()
{
    QStringList codes;
    for (int reason = 0; reason < int(reasonCount); ++reason) {
        const std::string_view text = code(static_cast<Reason>(reason));
        codes += QString::fromUtf8(text.data(), qsizetype(text.size()));
    }
    QCOMPARE(codes.join(' '),
             QString("OK OK_LAST TICKET SAME_VISIT REPLACED CLAIMED_NEW WITHDRAWN POLL_OTHER DUP_TICKET BURST_PLAY "
                     "RUN_IMPLAUSIBLE RUN_FLAGGED CLOSED_HOURS MAINTENANCE TEST BOOT CLOCK NO_TICKET"));
    QCOMPARE(std::string(code(Outcome::Count)), std::string("count"));
    QCOMPARE(std::string(code(Outcome::Merged)), std::string("merged"));
    QCOMPARE(std::string(code(Outcome::Excluded)), std::string("excluded"));
}

void TestAdjudicator::noTapsMakeNoVerdicts()
{
    for (const std::string_view name : Policy::standardNames()) {
        const AdjudicatedDay day = adjudicateDay(*Policy::named(name), {});
        QVERIFY(day.verdicts.empty());
        QVERIFY(!day.underControl);
        QCOMPARE(day.visitsInRuns, 0U);
        QVERIFY(day.after == StandMemory{});
    }
}

QTEST_APPLESS_MAIN(TestAdjudicator)
#include "test_adjudicator.moc"
