// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/app/core/stand.h"

#include <QTest>

#include <string>

// What a visitor is promised (app/core/README.md, METHOD.md 3), one test a promise.

using namespace smiley::core;
using namespace smiley::test;

class TestVisitPoll : public QObject {
    Q_OBJECT

private slots:
    void aPollIsAnsweredToItsEnd();
    void aMarkIsNoAnswerUntilConfirmed();
    void severalChoicesAreKeptInTheOrderShown();
    void skippingStoresNothing();
    void backShowsWhatWasAnswered();
    void backFromTheFirstQuestionCorrectsTheFace();
    void backIsClosedWhenThePersonChanged();
    void stoppingKeepsWhatWasGiven();
    void anAnswerDecidesWhatComesNext();
    void progressIsCountedAsIfTheMarksWereConfirmed();
    void theRotationDrawnForTheVisitorIsAsked();
    void whatCantBeAskedInTheLanguageIsNotedOnce();
    void theLanguageCanBeChangedInThePoll();
    void anAnswerThatIsNotStoredShowsTrouble();
    void theFacesAreNotInThePoll();
    // other people
    void anInvitationTakenUpByAnotherAsksForTheFaceFirst();
    void withoutASensorTheInvitationBelongsToTheTapBefore();
    void aSensorThatIsLostVouchesForNobodyWhoCameSince();
};

void TestVisitPoll::aPollIsAnsweredToItsEnd()
{
    Stand stand(neutralQuestionnaire());
    stand.tap(4);
    stand.pass(3000);
    stand.send(InvitationAccepted{});
    Screen screen = stand.screen();
    QVERIFY(screen.page == Screen::Page::Question);
    QCOMPARE(screen.question, std::string("Q1/da"));
    QVERIFY(screen.kind == QuestionKind::Degree);
    QCOMPARE(screen.options.size(), std::size_t{6});
    QCOMPARE(screen.options.back().text, std::string("Q1.dk/da"));
    QCOMPARE(screen.position, 1);
    QCOMPARE(screen.total, 2);
    QVERIFY(!screen.isLast && !screen.canGoOn && screen.canGoBack);
    stand.mark("3");
    QVERIFY(stand.screen().options[2].marked && stand.screen().canGoOn);
    stand.mark("dk");
    QVERIFY(!stand.screen().options[2].marked && stand.screen().options[5].marked);
    stand.send(NextPressed{});
    screen = stand.screen();
    QCOMPARE(screen.question, std::string("Q2/da"));
    QCOMPARE(screen.position, 2);
    QVERIFY(screen.isLast);
    stand.give("b");
    screen = stand.screen();
    QVERIFY(screen.page == Screen::Page::Faces && screen.banner == Banner::Thanks);
    QVERIFY(screen.answersGiven && screen.canWithdraw);
    stand.pass(10000);
    QVERIFY(!stand.screen().banner);
    QCOMPARE(stand.journal(), std::string("tap4@faces/0 1:Q1=dk 1:Q2=b 1:finished"));
}

void TestVisitPoll::aMarkIsNoAnswerUntilConfirmed()
{
    Stand stand(neutralQuestionnaire());
    stand.tap(4);
    stand.send(InvitationAccepted{});
    stand.send(NextPressed{}); // nothing is marked
    QCOMPARE(stand.question(), std::string("Q1"));
    stand.mark("nothing-of-this-name");
    stand.send(NextPressed{});
    QCOMPARE(stand.question(), std::string("Q1"));
    stand.mark("4");
    stand.send(StopPressed{});
    QVERIFY(stand.screen().banner == Banner::Thanks);
    QVERIFY(!stand.screen().answersGiven);
    QCOMPARE(stand.journal(), std::string("tap4@faces/0"));
}

void TestVisitPoll::severalChoicesAreKeptInTheOrderShown()
{
    Stand stand(neutralQuestionnaire());
    stand.tap(4);
    stand.send(InvitationAccepted{});
    stand.send(SkipPressed{});
    for (const char* option : {"c", "b", "a", "b"}) {
        stand.mark(option);
    }
    stand.send(NextPressed{});
    QCOMPARE(stand.journal(), std::string("tap4@faces/0 1:Q2=a,c"));
}

void TestVisitPoll::skippingStoresNothing()
{
    Stand stand(neutralQuestionnaire());
    stand.tap(4);
    stand.send(InvitationAccepted{});
    stand.mark("4");
    stand.send(SkipPressed{});
    QCOMPARE(stand.question(), std::string("Q2"));
    QVERIFY(!stand.screen().canGoOn);
    stand.send(SkipPressed{});
    QVERIFY(stand.screen().banner == Banner::Thanks);
    QCOMPARE(stand.journal(), std::string("tap4@faces/0"));
}

void TestVisitPoll::backShowsWhatWasAnswered()
{
    Stand stand(neutralQuestionnaire());
    stand.tap(4);
    stand.send(InvitationAccepted{});
    stand.give("4");
    stand.send(BackPressed{});
    QCOMPARE(stand.question(), std::string("Q1"));
    QVERIFY(stand.screen().options[3].marked);
    QCOMPARE(stand.screen().position, 1);
    stand.send(NextPressed{}); // unchanged: not written again
    stand.send(BackPressed{});
    stand.give("2");
    stand.give("a");
    QCOMPARE(stand.journal(), std::string("tap4@faces/0 1:Q1=4 1:Q1=2 1:Q2=a"));
}

void TestVisitPoll::backFromTheFirstQuestionCorrectsTheFace()
{
    for (const bool hasPresence : {true, false}) {
        Stand stand(exampleQuestionnaire(), hasPresence);
        const std::string presence = hasPresence ? "/0" : "/-1";
        stand.tap(4);
        stand.send(InvitationAccepted{});
        QCOMPARE(stand.question(), std::string("F2"));
        stand.give("wait");
        stand.pass(40000);
        stand.send(BackPressed{});
        stand.send(BackPressed{});
        QVERIFY(stand.screen().page == Screen::Page::Faces);
        QVERIFY(stand.screen().faceFirst && !stand.screen().marked && !stand.screen().banner);
        stand.tap(2);
        // Straight into the questions for this face; the visit is the same although more than 30 s have passed.
        QCOMPARE(stand.question(), std::string("F1"));
        QVERIFY(stand.state.visit == Sequence{1});
        QCOMPARE(stand.journal(), "tap4@faces" + presence + " 1:F2=wait 1:tap2@poll" + presence + " 1:F2=");
        QCOMPARE(stand.visitsOver, 0);

        stand.send(BackPressed{});
        stand.pass(10000); // nobody taps: the visit is over
        QVERIFY(!stand.screen().faceFirst);
        QCOMPARE(stand.rows.back().text, std::string("1:finished"));
    }
}

void TestVisitPoll::backIsClosedWhenThePersonChanged()
{
    Stand stand(neutralQuestionnaire());
    stand.tap(4);
    stand.send(InvitationAccepted{});
    stand.give("4");
    stand.send(PresenceEnded{});
    stand.pass(500);
    stand.send(PresenceBegan{});
    QVERIFY(!stand.screen().canGoBack);
    stand.send(BackPressed{});
    QCOMPARE(stand.question(), std::string("Q2"));

    // Nor do answers that lie ahead show themselves to another.
    Stand ahead(neutralQuestionnaire());
    ahead.questionnaire.questions.push_back(question("Q3", QuestionKind::Degree, degrees));
    ahead.tap(4);
    ahead.send(InvitationAccepted{});
    ahead.give("4");
    ahead.give("b");
    ahead.send(BackPressed{});
    ahead.send(BackPressed{});
    ahead.send(PresenceEnded{});
    ahead.send(PresenceBegan{});
    ahead.give("2");
    QCOMPARE(ahead.question(), std::string("Q2"));
    QVERIFY(!ahead.screen().canGoOn);
}

void TestVisitPoll::stoppingKeepsWhatWasGiven()
{
    Stand stand(neutralQuestionnaire());
    stand.tap(4);
    stand.send(InvitationAccepted{});
    stand.give("4");
    stand.send(StopPressed{});
    QVERIFY(stand.screen().banner == Banner::Thanks && stand.screen().answersGiven);
    stand.pass(10000);
    QCOMPARE(stand.journal(), std::string("tap4@faces/0 1:Q1=4 1:stopped"));
}

void TestVisitPoll::anAnswerDecidesWhatComesNext()
{
    Stand stand(exampleQuestionnaire());
    stand.tap(1);
    stand.send(InvitationAccepted{});
    stand.give("other");
    stand.give("meeting");
    QCOMPARE(stand.question(), std::string("D1"));
    stand.send(BackPressed{});
    stand.give("desk");
    QCOMPARE(stand.question(), std::string("B5a"));
    stand.give("5");
    QCOMPARE(stand.journal(), std::string("tap1@faces/0 1:F1=other 1:P0=meeting 1:P0=desk 1:B5a=5"));

    // An answer goes with the condition that led to it.
    Stand corrected(exampleQuestionnaire());
    corrected.tap(1);
    corrected.send(InvitationAccepted{});
    corrected.send(SkipPressed{});
    corrected.give("meeting");
    corrected.give("4");
    corrected.send(BackPressed{});
    corrected.send(BackPressed{});
    corrected.give("desk");
    QCOMPARE(corrected.journal(), std::string("tap1@faces/0 1:P0=meeting 1:D1=4 1:P0=desk 1:D1="));
    corrected.send(BackPressed{});
    corrected.send(SkipPressed{});
    QCOMPARE(corrected.rows.back().text, std::string("1:P0="));
}

void TestVisitPoll::progressIsCountedAsIfTheMarksWereConfirmed()
{
    Questionnaire made = exampleQuestionnaire();
    made.questions.pop_back(); // B5a: D1 is the last, for those who had a meeting
    Stand stand(made);
    stand.tap(1);
    stand.send(InvitationAccepted{});
    QCOMPARE(stand.screen().total, 3);
    stand.send(SkipPressed{});
    QCOMPARE(stand.screen().total, 3);
    QVERIFY(!stand.screen().isLast);
    stand.mark("desk");
    QCOMPARE(stand.screen().total, 2);
    QVERIFY(stand.screen().isLast);
    stand.mark("meeting");
    QCOMPARE(stand.screen().total, 3);
    QVERIFY(!stand.screen().isLast);
}

void TestVisitPoll::theRotationDrawnForTheVisitorIsAsked()
{
    Questionnaire made = bareQuestionnaire();
    for (const char* id : {"R1", "R2", "R3"}) {
        made.questions.push_back(question(id, QuestionKind::Degree, degrees));
        made.questions.back().rotates = true;
    }
    Stand stand(made);
    stand.drawn = {questionId("R1"), questionId("R3")};
    stand.tap(4);
    QCOMPARE(stand.screen().questionsOffered, 2);
    stand.send(InvitationAccepted{});
    stand.drawn = {questionId("R2")}; // the next visitor's
    QCOMPARE(stand.question(), std::string("R1"));
    stand.give("1");
    QCOMPARE(stand.question(), std::string("R3"));
    stand.give("1");
    QVERIFY(stand.screen().banner == Banner::Thanks);
}

void TestVisitPoll::whatCantBeAskedInTheLanguageIsNotedOnce()
{
    Questionnaire made = neutralQuestionnaire();
    made.questions[1].text.erase("en");
    made.questions.push_back(question("Q3", QuestionKind::Degree, degrees, {"da"}));
    Stand stand(made);
    stand.send(LanguageChosen{"en"});
    stand.tap(4);
    QCOMPARE(stand.screen().questionsOffered, 1);
    stand.send(InvitationAccepted{});
    QCOMPARE(stand.question(), std::string("Q2"));
    QCOMPARE(stand.screen().total, 1);
    QVERIFY(stand.screen().isLast);
    stand.give("a");
    QVERIFY(stand.screen().banner == Banner::Thanks);
    QCOMPARE(stand.journal(), std::string("tap4@faces/0 1:Q1=notAsked 1:Q2=a 1:Q3=notAsked"));
}

void TestVisitPoll::theLanguageCanBeChangedInThePoll()
{
    Questionnaire made = neutralQuestionnaire();
    made.questions[2].text.erase("en");
    made.questions.push_back(question("Q3", QuestionKind::Degree, degrees));
    Stand stand(made);
    stand.tap(4);
    stand.send(InvitationAccepted{});
    stand.give("2");
    QCOMPARE(stand.question(), std::string("Q2"));
    stand.send(LanguageChosen{"en"});
    QCOMPARE(stand.screen().question, std::string("Q3/en"));
    stand.send(BackPressed{}); // Q2 can't be shown
    QCOMPARE(stand.screen().question, std::string("Q1/en"));
    QVERIFY(stand.screen().options[1].marked);
    stand.send(NextPressed{});
    QCOMPARE(stand.question(), std::string("Q3"));
    stand.give("5");
    QCOMPARE(stand.journal(), std::string("tap4@faces/0 1:Q1=2 1:Q2=notAsked 1:Q3=5"));
    QCOMPARE(std::get<Answered>(stand.rows.back().append.content).language, std::string("en"));
}

void TestVisitPoll::anAnswerThatIsNotStoredShowsTrouble()
{
    Stand stand(neutralQuestionnaire());
    stand.tap(4);
    stand.send(InvitationAccepted{});
    stand.diskIsFull = true;
    stand.give("4");
    QVERIFY(stand.screen().page == Screen::Page::Faces);
    QVERIFY(stand.screen().trouble && !stand.screen().banner);
    stand.pass(10000);
    QVERIFY(!stand.screen().trouble);
    QVERIFY(!stand.state.visit && stand.state.answered.empty());
}

void TestVisitPoll::theFacesAreNotInThePoll()
{
    Stand stand(neutralQuestionnaire());
    stand.tap(4);
    stand.send(InvitationAccepted{});
    stand.tap(1);
    QCOMPARE(stand.question(), std::string("Q1"));
    QCOMPARE(stand.rows.size(), std::size_t{1});
}

void TestVisitPoll::anInvitationTakenUpByAnotherAsksForTheFaceFirst()
{
    Stand stand(neutralQuestionnaire());
    stand.tap(4);
    stand.otherPersonComes();
    stand.send(InvitationAccepted{});
    QVERIFY(stand.screen().page == Screen::Page::Faces);
    QVERIFY(stand.screen().faceFirst && !stand.screen().banner);
    stand.pass(4000);
    stand.tap(1);
    QCOMPARE(stand.question(), std::string("Q1"));
    QVERIFY(stand.state.visit == Sequence{3});
    stand.give("5");
    QCOMPARE(stand.journal(), std::string("tap4@faces/0 1:left tap1@poll/1 3:Q1=5"));
    // And the engine says so.
    std::vector<TapView> taps(2);
    taps[0].tap = 1;
    taps[0].presence = Presence::Continuous;
    taps[1].tap = 3;
    taps[1].at = MonotonicMs{7000};
    taps[1].presence = Presence::Broken;
    taps[1].screen = ScreenContext::Poll;
    QVERIFY(adjudicateDay(*Policy::named("headline"), taps).verdicts[1].reason == Reason::PollOther);
}

void TestVisitPoll::aSensorThatIsLostVouchesForNobodyWhoCameSince()
{
    Stand stand(neutralQuestionnaire());
    stand.send(PresenceBegan{});
    stand.tap(2);
    stand.send(PresenceEnded{});
    stand.pass(3000); // the invitation still stands
    stand.hasPresence = false;
    QVERIFY(!isSamePresence(stand.state));
    stand.send(InvitationAccepted{});
    QVERIFY(stand.state.stage == Stage::Faces && stand.state.pollAwaitsFace); // whoever it is, they are asked first
    QVERIFY(!canWithdraw(stand.state, stand.context()));
}

void TestVisitPoll::withoutASensorTheInvitationBelongsToTheTapBefore()
{
    Stand stand(neutralQuestionnaire(), false);
    stand.tap(4);
    stand.pass(9999);
    stand.send(InvitationAccepted{});
    QCOMPARE(stand.question(), std::string("Q1"));
    QVERIFY(stand.state.visit == Sequence{1});

    Stand late(neutralQuestionnaire(), false);
    late.tap(4);
    late.pass(10000);
    late.send(InvitationAccepted{});
    QVERIFY(late.state.stage == Stage::Faces);
}

QTEST_APPLESS_MAIN(TestVisitPoll)
#include "test_visit_poll.moc"
