// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/app/core/ticket_stand.h"

#include <QTest>

#include <optional>
#include <string>
#include <vector>

// One-time tickets: which tap is made with which, how long one waits, and what the visitor is told.

using namespace smiley::core;
using namespace smiley::test;

class TestVisitTicket : public QObject {
    Q_OBJECT

private slots:
    void aTicketIsTakenAndUsedUpByTheNextTap();
    void aTapWithoutATicketSaysSo();
    void aTicketWaitsAsLongAsTheSamePersonStandsThere();
    void withoutASensorATicketWaitsHalfAMinute();
    void aTicketWaitsNoLongerThanTheSensorIsBelieved();
    void aTicketOfSomebodyWhoWasNeverNearIsForgotten();
    void whoListensHasTwiceTheTime();
    void thePersonWhoLeavesTakesTheTicketAlong();
    void aFlickerOfTheSensorCostsNobodyTheTicket();
    void aFurtherTapInTheVisitIsMadeWithItsTicket();
    void withoutASensorAFurtherTapNeedsTheTicketAgain();
    void theVisitsTicketShownAgainCorrects();
    void laterTheVisitsTicketIsUsedToEverybodyElse();
    void anotherPersonsTicketIsUsed();
    void theNextPersonIsNotTheTicketsPerson();
    void aUsedTicketIsToldAndItsTapSaysSo();
    void aTicketThatLiesThereIsOneShowing();
    void aTicketInASlotWaitsWhileItIsRead();
    void nothingReadAfterAFreshTicketCostsIt();
    void aSecondFreshTicketTakesTheFirstOnesPlace();
    void eachFindingHasItsNote_data();
    void eachFindingHasItsNote();
    void aNoteLeavesTheFacesLive();
    void aNoteHidesTheThanksAndTheyComeBack();
    void aFreshTicketClosesWhatLiesOverTheFaces();
    void inAPollNoTicketIsTaken();
    void staffsScreenTakesNoTicket();
    void inTroubleTheTicketWaits();
    void aFullDiskCostsNobodyTheTicket();
    void aFaceThatWaitsForAnotherIsNotMadeWithItsTicket();
    void forgottenTicketsAreForgotten();
};

void TestVisitTicket::aTicketIsTakenAndUsedUpByTheNextTap()
{
    for (const bool sensor : {true, false}) {
        Stand stand(neutralQuestionnaire(), sensor);
        stand.showTicket(1);
        QCOMPARE(note(stand), std::string("taken"));
        QVERIFY(stand.used.empty()); // showing it costs nothing
        stand.tap(4);
        QCOMPARE(taps(stand), sensor ? std::string("tap4@faces/0+fresh") : std::string("tap4@faces/-1+fresh"));
        QVERIFY(stand.used == std::vector{Stand::markOf(1)});
        QCOMPARE(note(stand), std::string());
        QVERIFY(stand.screen().banner == Banner::Invitation);
    }
}

void TestVisitTicket::aTapWithoutATicketSaysSo()
{
    Stand stand = standWithSomebody();
    stand.tap(4);
    QCOMPARE(taps(stand), std::string("tap4@faces/0"));
    QVERIFY(stand.used.empty());
}

void TestVisitTicket::aTicketWaitsAsLongAsTheSamePersonStandsThere()
{
    Stand stand = standWithSomebody();
    stand.showTicket(1);
    stand.pass(600'000);
    QCOMPARE(note(stand), std::string());
    stand.tap(2);
    QCOMPARE(taps(stand), std::string("tap2@faces/0+fresh"));
}

void TestVisitTicket::withoutASensorATicketWaitsHalfAMinute()
{
    for (const std::int64_t later : {29'999, 30'000}) {
        Stand stand(neutralQuestionnaire(), false);
        stand.showTicket(1);
        stand.pass(later);
        stand.tap(2);
        QCOMPARE(stand.used.size(), later < 30'000 ? std::size_t{1} : std::size_t{0});
    }
}

void TestVisitTicket::aTicketWaitsNoLongerThanTheSensorIsBelieved()
{
    Stand stand = standWithSomebody();
    stand.showTicket(1);
    stand.pass(45'000);
    stand.hasPresence = false; // it was lost
    stand.pass(30'000);
    stand.tap(2);
    QCOMPARE(taps(stand), std::string("tap2@faces/-1"));
    QVERIFY(!stand.state.ticket);
}

void TestVisitTicket::aTicketOfSomebodyWhoWasNeverNearIsForgotten()
{
    Stand stand(neutralQuestionnaire(), true); // the scanner is beside the near zone
    stand.showTicket(1);
    stand.pass(30'000);
    QVERIFY(!stand.state.ticket);
}

void TestVisitTicket::whoListensHasTwiceTheTime()
{
    Stand stand(neutralQuestionnaire(), false);
    stand.hasSpeech = true;
    stand.send(ReadAloudPressed{});
    stand.showTicket(1);
    stand.send(SpeechBegan{});
    stand.pass(40'000);
    QCOMPARE(note(stand), std::string("taken")); // it is still being read
    stand.send(SpeechEnded{});
    stand.pass(9'999);
    QCOMPARE(note(stand), std::string("taken"));
    stand.pass(1);
    QCOMPARE(note(stand), std::string());
    stand.pass(49'999);
    QVERIFY(stand.state.ticket.has_value());
    stand.pass(1);
    QVERIFY(!stand.state.ticket);
}

void TestVisitTicket::thePersonWhoLeavesTakesTheTicketAlong()
{
    Stand stand = standWithSomebody();
    stand.showTicket(1);
    stand.send(PresenceEnded{});
    stand.pass(1500);
    QCOMPARE(note(stand), std::string());
    stand.send(PresenceBegan{});
    stand.tap(4);
    QCOMPARE(taps(stand), std::string("tap4@faces/1"));
    QVERIFY(stand.used.empty()); // it may come back another time
    stand.pass(20'000);
    stand.showTicket(1);
    QCOMPARE(note(stand), std::string("taken"));
}

void TestVisitTicket::aFlickerOfTheSensorCostsNobodyTheTicket()
{
    Stand stand = standWithSomebody();
    stand.showTicket(1);
    stand.send(PresenceEnded{});
    stand.pass(700);
    stand.send(PresenceBegan{});
    QCOMPARE(note(stand), std::string("taken"));
    stand.tap(4);
    QCOMPARE(taps(stand), std::string("tap4@faces/1+fresh"));
}

void TestVisitTicket::aFurtherTapInTheVisitIsMadeWithItsTicket()
{
    Stand stand = standWithSomebody();
    stand.showTicket(1);
    stand.tap(4);
    stand.pass(6000);
    stand.tap(2);
    QCOMPARE(taps(stand), std::string("tap4@faces/0+fresh tap2@invitation/0+same"));
    QVERIFY(stand.screen().banner == Banner::Changed);
    QCOMPARE(stand.used.size(), std::size_t{1});
    stand.pass(20'000); // its screen is gone: it may be somebody whom the sensor missed
    stand.tap(3);
    QVERIFY(taps(stand).ends_with("tap3@faces/0"));
}

void TestVisitTicket::withoutASensorAFurtherTapNeedsTheTicketAgain()
{
    Stand stand(neutralQuestionnaire(), false);
    stand.showTicket(1);
    stand.tap(4);
    stand.pass(5000);
    stand.tap(2);
    QVERIFY(taps(stand).ends_with("tap2@invitation/-1"));
}

void TestVisitTicket::theVisitsTicketShownAgainCorrects()
{
    for (const bool sensor : {true, false}) {
        Stand stand(neutralQuestionnaire(), sensor);
        stand.send(PresenceBegan{});
        stand.showTicket(1);
        stand.tap(4);
        stand.pass(5000);
        stand.showTicket(1);
        QCOMPARE(note(stand), std::string()); // the thanks and the invitation stay
        QVERIFY(stand.screen().banner == Banner::Invitation);
        stand.tap(2);
        QVERIFY(taps(stand).ends_with(sensor ? "tap2@invitation/0+same" : "tap2@invitation/-1+same"));
        QVERIFY(stand.screen().banner == Banner::Changed);
        QCOMPARE(stand.used.size(), std::size_t{1});
    }
    // Where somebody still stands there, also after the thanks; then the screen says that it was read.
    Stand stand = standWithSomebody();
    stand.showTicket(1);
    stand.tap(4);
    stand.pass(60'000);
    stand.showTicket(1);
    QCOMPARE(note(stand), std::string("taken"));
    stand.tap(5);
    QVERIFY(taps(stand).ends_with("tap5@faces/0+same"));
}

void TestVisitTicket::laterTheVisitsTicketIsUsedToEverybodyElse()
{
    for (const bool sensor : {true, false}) {
        Stand stand(neutralQuestionnaire(), sensor);
        requireTickets(stand);
        stand.send(PresenceBegan{});
        stand.showTicket(1);
        stand.tap(4);
        stand.send(PresenceEnded{});
        stand.pass(15'000);
        stand.send(PresenceBegan{});
        stand.showTicket(1); // found on the floor
        QCOMPARE(note(stand), std::string("used"));
        stand.tap(1);
        QVERIFY(taps(stand).ends_with("+used"));
        QCOMPARE(stand.used.size(), std::size_t{1});
    }
}

void TestVisitTicket::anotherPersonsTicketIsUsed()
{
    Stand stand = standWithSomebody();
    requireTickets(stand);
    stand.showTicket(1);
    stand.tap(4);
    stand.showTicket(2);
    QCOMPARE(note(stand), std::string("taken"));
    stand.tap(3);
    stand.pass(4000);
    stand.showTicket(1); // the visit on the screen is another ticket's
    QCOMPARE(note(stand), std::string("used"));
    stand.tap(5);
    QVERIFY(taps(stand).ends_with("+used"));
}

void TestVisitTicket::theNextPersonIsNotTheTicketsPerson()
{
    Stand stand = standWithSomebody();
    stand.showTicket(1);
    stand.tap(4);
    stand.pass(4000);
    stand.tap(4); // "Jeg er den næste" is there now
    stand.send(NextPersonPressed{});
    stand.tap(2);
    QVERIFY(taps(stand).ends_with("tap2@claimed/0"));

    Stand other = standWithSomebody(); // a ticket that is shown first is theirs
    other.tap(4);
    other.pass(4000);
    other.tap(4);
    other.showTicket(2);
    other.send(NextPersonPressed{});
    other.tap(2);
    QVERIFY(taps(other).ends_with("tap2@claimed/0+fresh"));

    Stand third = standWithSomebody(); // a used one isn't
    third.used.push_back(Stand::markOf(2));
    third.tap(4);
    third.pass(4000);
    third.tap(4);
    third.showTicket(2);
    third.send(NextPersonPressed{});
    QCOMPARE(note(third), std::string());
    third.tap(2);
    QVERIFY(taps(third).ends_with("tap2@claimed/0"));
}

void TestVisitTicket::aUsedTicketIsToldAndItsTapSaysSo()
{
    Stand stand = standWithSomebody();
    requireTickets(stand);
    stand.used.push_back(Stand::markOf(1));
    stand.showTicket(1);
    QCOMPARE(note(stand), std::string("used"));
    stand.tap(3);
    QCOMPARE(taps(stand), std::string("tap3@faces/0+used"));
    stand.pass(5000);
    stand.tap(3); // the same person, who doesn't show it again
    QVERIFY(taps(stand).ends_with("tap3@correcting/0"));
    QVERIFY(stand.screen().banner == Banner::WithoutTicket);
    stand.pass(5000);
    stand.showTicket(1);
    QCOMPARE(note(stand), std::string("used"));
}

void TestVisitTicket::aTicketThatLiesThereIsOneShowing()
{
    Stand stand(neutralQuestionnaire(), false);
    stand.used.push_back(Stand::markOf(1));
    for (int second = 0; second < 120; ++second) { // left before the scanner
        stand.showTicket(1);
        stand.pass(1000);
        QCOMPARE(note(stand), second < 9 ? std::string("used") : std::string());
    }
    stand.tap(4); // whoever comes without a ticket answers without one
    QCOMPARE(taps(stand), std::string("tap4@faces/-1"));
    stand.showTicket(2);
    QCOMPARE(note(stand), std::string("taken"));

    Stand thanked = standWithSomebody(); // a scanner that reads it again and again
    thanked.showTicket(1);
    thanked.tap(4);
    for (int second = 0; second < 8; ++second) {
        thanked.showTicket(1);
        thanked.pass(1000);
        QCOMPARE(note(thanked), std::string());
        QVERIFY(thanked.screen().banner == Banner::Invitation);
    }
    // It rests beside it, and its screen ends all the same.
    for (int second = 0; second < 60; ++second) {
        thanked.showTicket(1);
        thanked.pass(1000);
    }
    QVERIFY(!isInUse(thanked.state));
}

void TestVisitTicket::aTicketInASlotWaitsWhileItIsRead()
{
    Stand stand(neutralQuestionnaire(), false);
    for (int second = 0; second < 90; ++second) {
        stand.showTicket(1);
        stand.pass(1000);
    }
    stand.tap(4);
    stand.pass(1000);
    stand.showTicket(1);
    stand.tap(2);
    QCOMPARE(taps(stand), std::string("tap4@faces/-1+fresh tap2@invitation/-1+same"));
}

void TestVisitTicket::nothingReadAfterAFreshTicketCostsIt()
{
    Stand stand = standWithSomebody();
    stand.used.push_back(Stand::markOf(2));
    stand.showTicket(1);
    stand.showTicket(0);
    stand.showTicket(2);
    stand.showTicket(0, TicketFinding::OtherDay);
    QCOMPARE(note(stand), std::string("taken"));
    stand.tap(4);
    QCOMPARE(taps(stand), std::string("tap4@faces/0+fresh"));
}

void TestVisitTicket::aSecondFreshTicketTakesTheFirstOnesPlace()
{
    Stand stand = standWithSomebody();
    stand.showTicket(1);
    stand.showTicket(2);
    stand.tap(4);
    QVERIFY(stand.used == std::vector{Stand::markOf(2)}); // the other one may be used another time
}

void TestVisitTicket::eachFindingHasItsNote_data()
{
    QTest::addColumn<int>("finding");
    QTest::addColumn<QString>("said");
    QTest::newRow("other day") << int(TicketFinding::OtherDay) << "other day";
    QTest::newRow("other stand") << int(TicketFinding::OtherStand) << "other stand";
    QTest::newRow("no card") << int(TicketFinding::NotACard) << "none";
    QTest::newRow("can't check") << int(TicketFinding::CannotCheck) << "can't check";
}

void TestVisitTicket::eachFindingHasItsNote()
{
    QFETCH(int, finding);
    QFETCH(QString, said);
    for (const bool sensor : {true, false}) {
        Stand stand(neutralQuestionnaire(), sensor);
        stand.send(PresenceBegan{});
        stand.showTicket(0, TicketFinding(finding));
        QCOMPARE(note(stand), said.toStdString());
        stand.pass(9'999);
        QCOMPARE(note(stand), said.toStdString());
        stand.pass(1); // by itself
        QVERIFY(stand.screen() == Stand(neutralQuestionnaire(), sensor).screen());
        QVERIFY(!deadline(stand.state));
        stand.tap(4); // it counts for nothing
        QVERIFY(taps(stand) == (sensor ? "tap4@faces/0" : "tap4@faces/-1"));
    }
    Stand stand = standWithSomebody(); // and with the person
    stand.showTicket(0, TicketFinding(finding));
    stand.send(PresenceEnded{});
    stand.pass(1500);
    QCOMPARE(note(stand), std::string());
}

void TestVisitTicket::aNoteLeavesTheFacesLive()
{
    Stand stand = standWithSomebody();
    stand.showTicket(0);
    QVERIFY(stand.screen().page == Screen::Page::Faces && stand.screen().faceLabels.size() == 5);
    stand.tap(4);
    QCOMPARE(note(stand), std::string());
    QVERIFY(stand.screen().banner == Banner::Invitation);
}

void TestVisitTicket::aNoteHidesTheThanksAndTheyComeBack()
{
    Stand stand = standWithSomebody();
    stand.tap(4);
    stand.pass(5000);
    stand.showTicket(0);
    QVERIFY(!stand.screen().banner && !stand.screen().canWithdraw);
    stand.pass(10'000);
    QVERIFY(stand.screen().banner == Banner::Invitation);
    stand.send(InvitationAccepted{});
    QVERIFY(stand.state.stage == Stage::Poll);
    // However much is read, the visit ends.
    Stand babble = standWithSomebody();
    babble.tap(4);
    for (int i = 0; i < 60; ++i) {
        babble.pass(400);
        babble.showTicket(0, i % 2 == 0 ? TicketFinding::NotACard : TicketFinding::OtherDay);
    }
    QVERIFY(!isInUse(babble.state));
}

void TestVisitTicket::aFreshTicketClosesWhatLiesOverTheFaces()
{
    Stand stand = standWithSomebody();
    stand.send(AboutOpened{});
    stand.showTicket(0); // noise closes nothing
    QVERIFY(stand.screen().overlay == Overlay::About);
    stand.showTicket(1);
    QVERIFY(stand.screen().overlay == Overlay::None);
    QCOMPARE(note(stand), std::string("taken"));
}

void TestVisitTicket::inAPollNoTicketIsTaken()
{
    Stand stand = standWithSomebody();
    stand.tap(4);
    stand.send(InvitationAccepted{});
    const Screen before = stand.screen();
    for (const int which : {1, 0}) {
        stand.showTicket(which);
        QVERIFY(stand.screen() == before);
    }
    stand.send(StopPressed{});
    stand.showTicket(1); // read anew, however soon
    QCOMPARE(note(stand), std::string("taken"));
    // One that waited when the invitation was taken up doesn't wait any longer.
    Stand other = standWithSomebody();
    other.tap(4);
    other.showTicket(1);
    other.send(InvitationAccepted{});
    QVERIFY(other.state.stage == Stage::Poll && !other.state.ticket);
    other.send(BackPressed{});
    other.tap(2);
    QVERIFY(taps(other).ends_with("tap2@poll/0"));
}

void TestVisitTicket::staffsScreenTakesNoTicket()
{
    Stand stand = standWithSomebody();
    stand.showTicket(1);
    stand.send(PeriodChanged{Period::Kind::Staff});
    QVERIFY(!stand.state.ticket && !stand.screen().note);
    stand.showTicket(2); // staff try the scanner
    stand.showTicket(0);
    QVERIFY(!stand.state.ticket && !stand.screen().note && stand.screen().closed);
    stand.send(PeriodChanged{});
    QCOMPARE(note(stand), std::string());
    stand.tap(4);
    QVERIFY(taps(stand).ends_with("tap4@faces/1"));
    QVERIFY(stand.used.empty());
}

void TestVisitTicket::inTroubleTheTicketWaits()
{
    Stand stand = standWithSomebody();
    stand.diskIsFull = true;
    stand.tap(4);
    stand.diskIsFull = false;
    stand.showTicket(1);
    QVERIFY(stand.screen().trouble);
    QCOMPARE(note(stand), std::string()); // the trouble is what is told
    stand.tap(4);
    QCOMPARE(taps(stand), std::string("tap4@faces/0+fresh"));
}

void TestVisitTicket::aFullDiskCostsNobodyTheTicket()
{
    Stand stand = standWithSomebody();
    stand.showTicket(1);
    stand.diskIsFull = true;
    stand.tap(4);
    QVERIFY(stand.screen().trouble && !stand.screen().banner);
    QVERIFY(stand.used.empty());
    stand.diskIsFull = false;
    stand.tap(4); // without showing it again
    QCOMPARE(taps(stand), std::string("tap4@faces/0+fresh"));
    QVERIFY(stand.screen().banner == Banner::Invitation);
}

void TestVisitTicket::aFaceThatWaitsForAnotherIsNotMadeWithItsTicket()
{
    for (const bool sensor : {true, false}) {
        Stand stand(neutralQuestionnaire(), sensor);
        stand.showTicket(1);
        const auto next = [&](const VisitEvent& event) {
            Step made = step(stand.state, event, stand.context(), stand.time());
            stand.state = made.state;
            return made.effects;
        };
        QCOMPARE(next(FaceTapped{Face::Good}).size(), std::size_t{1});
        QVERIFY(next(FaceTapped{Face::Bad}).empty());
        const auto effects = next(Stored{Sequence{1}, LiveVerdict::NewVisit});
        QCOMPARE(effects.size(), std::size_t{1});
        const Append& append = std::get<Append>(effects.front());
        QVERIFY(!append.uses);
        QVERIFY(std::get<Tap>(append.content).ticket == (sensor ? TicketUse::Same : TicketUse::None));
    }
}

void TestVisitTicket::forgottenTicketsAreForgotten()
{
    Stand stand = standWithSomebody();
    stand.showTicket(1);
    stand.send(TicketsForgotten{});
    QCOMPARE(note(stand), std::string());
    stand.showTicket(1); // shown again at once, it is a showing
    QCOMPARE(note(stand), std::string("taken"));
    stand.tap(4);
    stand.send(TicketsForgotten{});
    stand.pass(1000);
    stand.tap(2);
    QVERIFY(taps(stand).ends_with("tap2@invitation/0"));
}

QTEST_APPLESS_MAIN(TestVisitTicket)
#include "test_visit_ticket.moc"
