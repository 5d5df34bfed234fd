// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/app/core/ticket_stand.h"

#include <QTest>

#include <optional>
#include <string>
#include <vector>

// One-time tickets where answers count only with one, after "Fortryd", and used ones.

using namespace smiley::core;
using namespace smiley::test;

class TestVisitTicketRules : public QObject {
    Q_OBJECT

private slots:
    void whereTicketsAreRequiredTheFacesAskForThem();
    void whereTicketsAreRequiredATapWithoutIsToldKindly();
    void whoeverIsAskedForATicketKeepsTheLanguage();
    void withoutAScannerNothingIsSaidOfTickets();
    void afterUndoTheSameTicketAnswersAgain();
    void withoutASensorUndoCostsNobodyTheAnswer();
    void withoutASensorACorrectionIsMadeWithItsTicket();
    void aTapWithAUsedTicketIsAnotherPersons();
    void aUsedTicketsTapIsNeverThankedAsAnAnswer();
    void whereTicketsAreFreeAUsedOneChangesNothing();
    void aUsedTicketIsForgottenWithItsNote();
    void aTicketThatWasLeftThereIsTakenForWhoeverComes();
    void aPersonIsNearAlsoWhereTheSensorIsBelievedLater();
    void withoutAScannerRepeatsAreOneVisit();
};

void TestVisitTicketRules::whereTicketsAreRequiredTheFacesAskForThem()
{
    Stand stand = standWithSomebody();
    QVERIFY(!stand.screen().ticketFirst);
    stand.ticketsRequired = true;
    QVERIFY(stand.screen().ticketFirst);
    stand.showTicket(1);
    QVERIFY(!stand.screen().ticketFirst);
    stand.pass(20'000); // it still waits
    QVERIFY(!stand.screen().ticketFirst && !stand.screen().note);
    stand.tap(4);
    QVERIFY(!stand.screen().ticketFirst && stand.screen().banner == Banner::Invitation);
    stand.pass(20'000);
    QVERIFY(stand.screen().ticketFirst);
    stand.used.push_back(Stand::markOf(3));
    stand.showTicket(3);
    QVERIFY(stand.screen().ticketFirst);
    stand.pass(10'000);
    QVERIFY(stand.screen().ticketFirst);
}

void TestVisitTicketRules::whereTicketsAreRequiredATapWithoutIsToldKindly()
{
    Stand stand = standWithSomebody();
    stand.ticketsRequired = true;
    VisitRule rule;
    rule.ticketsRequired = true;
    stand.adjudicator = Adjudicator(rule);
    stand.tap(4);
    QCOMPARE(taps(stand), std::string("tap4@faces/0")); // it is kept
    QVERIFY(stand.screen().banner == Banner::WithoutTicket);
    QVERIFY(!stand.screen().canWithdraw && stand.screen().questionsOffered == 0);
    stand.send(InvitationAccepted{});
    QVERIFY(stand.state.stage == Stage::Banner);
    stand.tap(4); // again: still the same visit
    QVERIFY(stand.screen().banner == Banner::WithoutTicket);
    QCOMPARE(stand.visitsOver, 0);
    stand.showTicket(1);
    QCOMPARE(note(stand), std::string("taken"));
    stand.tap(4);
    QVERIFY(stand.screen().banner == Banner::Invitation);
    QVERIFY(taps(stand).find("+fresh") != std::string::npos);
}

void TestVisitTicketRules::whoeverIsAskedForATicketKeepsTheLanguage()
{
    Stand stand = standWithSomebody();
    stand.ticketsRequired = true;
    VisitRule rule;
    rule.ticketsRequired = true;
    stand.adjudicator = Adjudicator(rule);
    stand.send(LanguageChosen{"en"});
    stand.tap(4);
    stand.showTicket(1);
    QCOMPARE(stand.screen().language, std::string("en"));
    stand.tap(4);
    QCOMPARE(stand.screen().language, std::string("en"));
}

void TestVisitTicketRules::withoutAScannerNothingIsSaidOfTickets()
{
    Stand stand = standWithSomebody();
    VisitRule rule;
    rule.ticketsRequired = true; // the rule asks for what can't be shown here
    stand.adjudicator = Adjudicator(rule);
    QVERIFY(!stand.screen().ticketFirst);
    stand.tap(4);
    QVERIFY(stand.screen().banner == Banner::Thanks);
    QVERIFY(!stand.screen().ticketsRequired && !stand.screen().note);
}

void TestVisitTicketRules::afterUndoTheSameTicketAnswersAgain()
{
    Stand stand = standWithSomebody();
    stand.showTicket(1);
    stand.tap(1);
    stand.pass(2000);
    stand.send(WithdrawPressed{});
    stand.tap(5);
    QVERIFY(stand.screen().banner == Banner::Invitation); // a new visit, and no new ticket
    QVERIFY(taps(stand).ends_with("tap5@correcting/0+same"));
}

namespace {

/// The faces, then one comment.
Questionnaire commentQuestionnaire()
{
    Questionnaire made = bareQuestionnaire();
    made.questions.push_back(question("T1", QuestionKind::Comment, {}));
    return made;
}

/// What closing makes of the taps.
std::string closed(const Stand& stand)
{
    Policy policy;
    VisitRule rule;
    rule.ticketsRequired = stand.ticketsRequired;
    policy.rule = rule;
    std::vector<TapView> views;
    TicketKeys keys;
    for (std::size_t row = 0; row < stand.rows.size(); ++row) {
        if (const auto* tap = std::get_if<Tap>(&stand.rows[row].append.content)) {
            TapView view;
            view.tap = row + 1;
            view.at = MonotonicMs{stand.times[row]};
            view.face = tap->face;
            view.screen = tap->screen;
            view.presence = tap->presence;
            view.ticket = keys.next(Sequence{row + 1}, tap->ticket);
            views.push_back(view);
        } else if (std::holds_alternative<Withdrawn>(stand.rows[row].append.content)) {
            views.back().withdrawn = true;
        }
    }
    std::string text;
    for (const Verdict& verdict : adjudicateDay(policy, views).verdicts) {
        text += (text.empty() ? "" : " ") + std::string(code(verdict.reason));
    }
    return text;
}

} // namespace

void TestVisitTicketRules::withoutASensorUndoCostsNobodyTheAnswer()
{
    Stand stand(neutralQuestionnaire(), false);
    requireTickets(stand);
    stand.showTicket(1);
    stand.tap(1);
    stand.pass(2000);
    stand.send(WithdrawPressed{});
    QVERIFY(stand.screen().banner == Banner::Withdrawn); // "Du kan svare igen, hvis du vil."
    stand.pass(5000);
    stand.tap(5);
    QVERIFY(taps(stand).ends_with("tap5@correcting/-1+same"));
    QVERIFY(stand.screen().banner == Banner::Invitation);
    QCOMPARE(closed(stand), std::string("WITHDRAWN TICKET"));
}

void TestVisitTicketRules::withoutASensorACorrectionIsMadeWithItsTicket()
{
    for (const int face : {2, 4}) {
        Stand stand(commentQuestionnaire(), false);
        requireTickets(stand);
        stand.showTicket(1);
        stand.tap(4);
        stand.send(InvitationAccepted{});
        stand.send(TextTyped{"God hjælp"});
        stand.send(NextPressed{});
        QCOMPARE(stand.comments, (std::vector<std::string>{"high:God hjælp"}));
        stand.pass(5000);
        stand.tap(face);
        QVERIFY(taps(stand).ends_with("+same"));
        QVERIFY(stand.screen().banner == (face == 4 ? Banner::HaveIt : Banner::Changed));
        QCOMPARE(stand.comments.front(), std::string(face == 4 ? "high:" : "low:") + "God hjælp");
        QCOMPARE(closed(stand), std::string(face == 4 ? "SAME_VISIT" : "REPLACED") + " TICKET");
        stand.pass(1000);
        stand.send(WithdrawPressed{});
        QCOMPARE(stand.comments.front(), std::string("-"));
        stand.tap(5);
        QCOMPARE(closed(stand), std::string("WITHDRAWN WITHDRAWN TICKET")); // the card counts for one answer
    }
}

void TestVisitTicketRules::aTapWithAUsedTicketIsAnotherPersons()
{
    for (const bool required : {true, false}) {
        Stand stand(commentQuestionnaire(), false);
        if (required) {
            requireTickets(stand);
        }
        stand.used.push_back(Stand::markOf(9));
        stand.showTicket(1);
        stand.tap(4);
        stand.send(InvitationAccepted{});
        stand.send(TextTyped{"God hjælp"});
        stand.send(NextPressed{});
        stand.pass(60'000);
        stand.showTicket(9);
        stand.tap(1);
        QCOMPARE(stand.comments.front(), std::string("high:God hjælp"));
        stand.send(WithdrawPressed{});
        QCOMPARE(stand.comments.front(), std::string("high:God hjælp"));
        QVERIFY(!stand.state.comment && stand.state.answered.empty());
    }
}

void TestVisitTicketRules::aUsedTicketsTapIsNeverThankedAsAnAnswer()
{
    for (const bool sensor : {true, false}) {
        Stand stand(neutralQuestionnaire(), sensor);
        stand.send(PresenceBegan{});
        requireTickets(stand);
        stand.used.push_back(Stand::markOf(9));
        stand.showTicket(1);
        stand.tap(4);
        stand.pass(5000);
        stand.showTicket(9);
        QVERIFY(stand.screen().ticketsRequired);
        for (const int face : {4, 4, 1}) {
            stand.tap(face);
            QVERIFY(stand.screen().banner == Banner::WithoutTicket);
            QVERIFY(!stand.screen().canWithdraw);
            stand.pass(2000);
        }
        QVERIFY(taps(stand).find("+used") != std::string::npos);
        QVERIFY2(closed(stand).starts_with("TICKET DUP_TICKET"), closed(stand).c_str());
    }
}

void TestVisitTicketRules::whereTicketsAreFreeAUsedOneChangesNothing()
{
    Stand stand = standWithSomebody();
    stand.used.push_back(Stand::markOf(9));
    stand.showTicket(1);
    stand.tap(4);
    stand.pass(5000);
    stand.showTicket(9); // "Du kan svare uden kort."
    QCOMPARE(note(stand), std::string("used"));
    stand.tap(1);
    QVERIFY2(taps(stand).ends_with("tap1@invitation/0"), taps(stand).c_str()); // nor is it the first one's ticket
    QVERIFY(stand.screen().banner == Banner::Invitation);
}

void TestVisitTicketRules::aUsedTicketIsForgottenWithItsNote()
{
    for (const bool sensor : {true, false}) {
        Stand stand(neutralQuestionnaire(), sensor);
        stand.send(PresenceBegan{});
        requireTickets(stand);
        stand.used.push_back(Stand::markOf(9));
        stand.showTicket(9);
        QVERIFY(stand.screen().ticketFirst); // the next tap wouldn't count
        stand.pass(10'000);
        QVERIFY(note(stand).empty() && !stand.state.ticket);
        QVERIFY(stand.screen().ticketFirst);
        stand.tap(4);
        QCOMPARE(taps(stand), std::string(sensor ? "tap4@faces/0" : "tap4@faces/-1"));
        QVERIFY(!deadline(stand.state) || stand.state.bannerUntil);
    }
}

void TestVisitTicketRules::aTicketThatWasLeftThereIsTakenForWhoeverComes()
{
    Stand stand = standWithSomebody();
    stand.showTicket(1);
    stand.send(PresenceEnded{});
    for (int second = 0; second < 20; ++second) { // it lies before the scanner
        stand.pass(1000);
        stand.showTicket(1);
    }
    QVERIFY(!stand.state.ticket); // nobody is there
    stand.send(PresenceBegan{});
    stand.pass(1000);
    stand.showTicket(1);
    QCOMPARE(note(stand), std::string("taken"));
    stand.tap(4);
    QVERIFY(taps(stand).ends_with("+fresh"));
    stand.pass(1000);
    stand.showTicket(1);
    QCOMPARE(note(stand), std::string());
}

void TestVisitTicketRules::aPersonIsNearAlsoWhereTheSensorIsBelievedLater()
{
    Stand stand(neutralQuestionnaire(), true);
    stand.hasPresence = false; // it may have missed something since the last tap
    stand.send(PresenceBegan{});
    stand.showTicket(1);
    stand.tap(4);
    stand.hasPresence = true;
    stand.showTicket(2);
    stand.pass(60'000);
    stand.tap(2);
    QVERIFY(stand.used.back() == Stand::markOf(2)); // it waited for whoever stands there
}

void TestVisitTicketRules::withoutAScannerRepeatsAreOneVisit()
{
    Stand stand = standWithSomebody();
    requireTickets(stand);
    stand.ticketsRequired = false; // there is none
    stand.tap(4);
    stand.pass(2000);
    stand.tap(4);
    stand.pass(2000);
    stand.tap(2);
    QVERIFY(stand.screen().banner == Banner::Thanks);
    QCOMPARE(stand.visitsOver, 0);
    QVERIFY(stand.journal().find("nextCame") == std::string::npos);
}

QTEST_APPLESS_MAIN(TestVisitTicketRules)
#include "test_visit_ticket_rules.moc"
