// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/app/core/stand.h"

#include <QTest>

#include <string>

// What ends by itself, or because somebody left: the poll, its warning, the texts over the screen.

using namespace smiley::core;
using namespace smiley::test;

class TestVisitTimes : public QObject {
    Q_OBJECT

private slots:
    void walkingAwayFromThePollKeepsWhatWasGiven();
    void aStepAsideHidesTheMarksAndLeavesThePoll();
    void thePollWarnsAndAnyTouchGoesOn();
    void theWarningEndsWithACleanScreen();
    void textsCloseByThemselvesAndAnyTouchKeepsThem();
    void whoReadsIsNotInterruptedByTheEndOfTheBanner();
};

void TestVisitTimes::walkingAwayFromThePollKeepsWhatWasGiven()
{
    Stand stand(neutralQuestionnaire());
    stand.tap(4);
    stand.send(InvitationAccepted{});
    stand.give("4");
    stand.mark("a");
    stand.send(PresenceEnded{});
    QVERIFY(!stand.screen().canGoOn);
    stand.pass(1500);
    QVERIFY(stand.screen() == Stand(neutralQuestionnaire()).screen());
    QCOMPARE(stand.journal(), std::string("tap4@faces/0 1:Q1=4 1:left"));
}

void TestVisitTimes::aStepAsideHidesTheMarksAndLeavesThePoll()
{
    Stand stand(neutralQuestionnaire());
    stand.tap(4);
    stand.send(InvitationAccepted{});
    stand.mark("4");
    stand.send(PresenceEnded{});
    stand.pass(1499);
    stand.send(PresenceBegan{});
    stand.pass(10000);
    QCOMPARE(stand.question(), std::string("Q1"));
    QVERIFY(!stand.screen().canGoOn);
    // A touch says as much as the sensor.
    stand.send(PresenceEnded{});
    stand.pass(1000);
    stand.mark("2");
    stand.pass(10000);
    QVERIFY(stand.screen().options[1].marked);
}

void TestVisitTimes::thePollWarnsAndAnyTouchGoesOn()
{
    Stand stand(neutralQuestionnaire());
    stand.tap(4);
    stand.send(InvitationAccepted{});
    stand.mark("2");
    for (int round = 0; round < 20; ++round) {
        stand.pass(59999);
        QVERIFY(stand.screen().overlay == Overlay::None);
        stand.pass(1);
        QVERIFY(stand.screen().overlay == Overlay::TimeOut);
        for (int quarters = 4; quarters >= 1; --quarters) {
            QCOMPARE(stand.screen().quartersLeft, quarters);
            stand.pass(14999);
            QCOMPARE(stand.screen().quartersLeft, quarters);
            if (quarters > 1) {
                stand.pass(1);
            }
        }
        stand.send(round % 2 == 0 ? VisitEvent{Touched{}} : VisitEvent{OverlayClosed{}});
        QVERIFY(stand.screen().overlay == Overlay::None);
        QVERIFY(stand.screen().options[1].marked);
    }
    QCOMPARE(stand.rows.size(), std::size_t{1});
}

void TestVisitTimes::theWarningEndsWithACleanScreen()
{
    Stand stand(neutralQuestionnaire());
    stand.send(LanguageChosen{"en"});
    stand.tap(4);
    stand.send(InvitationAccepted{});
    stand.give("4");
    stand.mark("a");
    stand.pass(119999);
    QVERIFY(stand.screen().page == Screen::Page::Question);
    stand.pass(1);
    QVERIFY(stand.screen() == Stand(neutralQuestionnaire()).screen());
    QCOMPARE(stand.journal(), std::string("tap4@faces/0 1:Q1=4 1:timedOut"));
    QCOMPARE(stand.visitsOver, 1);
}

void TestVisitTimes::textsCloseByThemselvesAndAnyTouchKeepsThem()
{
    for (const VisitEvent& open : {VisitEvent{AboutOpened{}}, VisitEvent{LanguagesOpened{}}}) {
        Stand stand(neutralQuestionnaire());
        stand.send(open);
        const Overlay overlay = stand.screen().overlay;
        QVERIFY(overlay == Overlay::About || overlay == Overlay::Languages);
        stand.pass(59000);
        stand.send(Touched{});
        stand.pass(59999);
        QVERIFY(stand.screen().overlay == overlay);
        stand.pass(1);
        QVERIFY(stand.screen().overlay == Overlay::None);
        stand.send(open);
        stand.send(OverlayClosed{});
        QVERIFY(stand.screen().overlay == Overlay::None);
        QVERIFY(!deadline(stand.state));
        stand.send(open);
        stand.tap(3); // a key is a face under the text too
        QVERIFY(stand.screen().overlay == Overlay::None);
        QCOMPARE(stand.rows.size(), std::size_t{1});
    }
}

void TestVisitTimes::whoReadsIsNotInterruptedByTheEndOfTheBanner()
{
    Stand stand(neutralQuestionnaire());
    stand.send(LanguageChosen{"en"});
    stand.tap(4);
    stand.send(AboutOpened{});
    stand.pass(30000);
    QVERIFY(stand.screen().overlay == Overlay::About);
    QCOMPARE(stand.screen().language, std::string("en"));
    QVERIFY(!stand.screen().banner);
    QCOMPARE(stand.rows.back().text, std::string("1:finished"));
    stand.pass(60000);
    QVERIFY(stand.screen() == Stand(neutralQuestionnaire()).screen());
}

QTEST_APPLESS_MAIN(TestVisitTimes)
#include "test_visit_times.moc"
