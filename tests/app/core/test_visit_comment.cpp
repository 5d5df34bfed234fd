// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/app/core/stand.h"

#include <QTest>

using namespace smiley::core;
using namespace smiley::test;

namespace {

/// The faces, then one comment.
Questionnaire withComment()
{
    Questionnaire made = bareQuestionnaire();
    made.questions.push_back(question("T1", QuestionKind::Comment, {}));
    return made;
}

/// A stand whose visitor stands before the comment.
Stand atComment(int face = 4)
{
    Stand stand(withComment());
    stand.staffNames = StaffNames({"Grethe Holm"});
    stand.tap(face);
    stand.send(InvitationAccepted{});
    return stand;
}

void type(Stand& stand, std::string_view text)
{
    for (const char letter : text) {
        stand.send(TextTyped{std::string(1, letter)});
    }
}

using Kept = std::vector<std::string>;

} // namespace

class TestVisitComment : public QObject {
    Q_OBJECT

private slots:
    void whatIsWrittenIsKeptWhenItIsConfirmed();
    void whatIsNotConfirmedIsKeptByNobody_data();
    void whatIsNotConfirmedIsKeptByNobody();
    void nothingButSpacesIsNoComment();
    void numbersAndStaffNamesAreTakenOutBeforeAnythingIsKept();
    void whatWasTakenOutIsSaidOnThePageAndInTheThanks();
    void twoHundredCharactersAndNoMore();
    void aMegabyteAtOnceIsCutToTheRoomThatIsLeft();
    void erasingTakesOneCharacter();
    void backAndForthKeepsTheDraft();
    void aFlickerOfTheSensorKeepsTheDraft_leavingForgetsIt();
    void whereCommentsStopThePollGoesOnWithoutThem();
    void aCorrectedFaceMovesTheCommentToItsGroup();
    void withdrawingDropsTheComment();
    void onAFullDiskTheCommentGoesAllTheSameAndNothingIsPromised();
    void theNextVisitDoesNotTouchTheCommentBefore();
    void aFullDiskThanksNobody();
    void aNameAtTheEndOfAFullTextCutsNoWord();
    void withdrawingAfterTheBannerDropsTheCommentToo();
    void lettersTypedElsewhereAreNothing();
};

void TestVisitComment::whatIsWrittenIsKeptWhenItIsConfirmed()
{
    Stand stand = atComment();
    QVERIFY(stand.screen().kind == QuestionKind::Comment);
    QVERIFY(!stand.screen().canGoOn);
    type(stand, "God hjaelp");
    QCOMPARE(stand.screen().comment, std::string("God hjaelp"));
    QCOMPARE(stand.screen().charactersLeft, 190);
    QVERIFY(stand.screen().canGoOn);
    QCOMPARE(stand.comments, Kept{});
    stand.send(NextPressed{});
    QCOMPARE(stand.comments, Kept{"high:God hjaelp"});
    QVERIFY(stand.state.banner == Banner::Thanks);
    QVERIFY(stand.screen().answersGiven);
    QVERIFY(stand.state.draft.empty());
    QVERIFY(stand.journal().find("T1") == std::string::npos); // nothing in the journal says who commented
}

void TestVisitComment::whatIsNotConfirmedIsKeptByNobody_data()
{
    QTest::addColumn<int>("way");
    QTest::newRow("skip") << 0;
    QTest::newRow("stop") << 1;
    QTest::newRow("time-out") << 2;
    QTest::newRow("left") << 3;
    QTest::newRow("next person") << 4;
}

void TestVisitComment::whatIsNotConfirmedIsKeptByNobody()
{
    QFETCH(int, way);
    Stand stand = atComment();
    type(stand, "Halv");
    switch (way) {
    case 0: stand.send(SkipPressed{}); break;
    case 1: stand.send(StopPressed{}); break;
    case 2: stand.pass(120'000); break;
    case 3: stand.otherPersonComes(); break;
    default: stand.send(NextPersonPressed{}); break;
    }
    QCOMPARE(stand.comments, Kept{});
    QVERIFY(stand.state.draft.empty());
    QVERIFY(stand.screen().comment.empty());
}

void TestVisitComment::nothingButSpacesIsNoComment()
{
    Stand stand = atComment();
    type(stand, "  \n ");
    QVERIFY(!stand.screen().canGoOn);
    stand.send(NextPressed{});
    QCOMPARE(stand.comments, Kept{});
    QCOMPARE(stand.question(), std::string("T1"));
}

void TestVisitComment::numbersAndStaffNamesAreTakenOutBeforeAnythingIsKept()
{
    Stand stand = atComment(1);
    type(stand, "Grethe Holm sagde 010190-1234");
    stand.send(NextPressed{});
    QCOMPARE(stand.comments.size(), std::size_t{1});
    const std::string& kept = stand.comments.front();
    QVERIFY2(kept.starts_with("low:[medarbejder]"), kept.c_str());
    QVERIFY2(kept.find("1234") == std::string::npos && kept.find("0101") == std::string::npos, kept.c_str());
}

void TestVisitComment::whatWasTakenOutIsSaidOnThePageAndInTheThanks()
{
    Stand stand = atComment();
    type(stand, "Mit nr er 010190-1234");
    QVERIFY(stand.screen().removed.empty()); // more may follow
    type(stand, " ok");
    QVERIFY(stand.screen().comment.find("1234") == std::string::npos);
    QCOMPARE(stand.screen().removed, std::set{Trace::Cpr});
    stand.send(NextPressed{});
    QCOMPARE(stand.screen().removed, std::set{Trace::Cpr});
    stand.otherPersonComes();
    stand.tap(2);
    QVERIFY(stand.screen().removed.empty());
}

void TestVisitComment::twoHundredCharactersAndNoMore()
{
    Stand stand = atComment();
    type(stand, std::string(199, 'a'));
    QCOMPARE(stand.screen().charactersLeft, 1);
    stand.send(TextTyped{"\u00e5"});
    QCOMPARE(stand.screen().charactersLeft, 0);
    stand.send(TextTyped{"x"});
    QCOMPARE(stand.screen().comment, std::string(199, 'a') + "\u00e5");
    stand.send(NextPressed{});
    QCOMPARE(stand.comments, Kept{"high:" + std::string(199, 'a') + "\u00e5"});
}

void TestVisitComment::aMegabyteAtOnceIsCutToTheRoomThatIsLeft()
{
    Stand stand = atComment();
    type(stand, "ab");
    stand.send(TextTyped{std::string(1'000'000, 'x')});
    QCOMPARE(stand.screen().comment, "ab" + std::string(198, 'x'));
}

void TestVisitComment::erasingTakesOneCharacter()
{
    Stand stand = atComment();
    stand.send(TextTyped{"a\u00e6"});
    stand.send(TextErased{});
    QCOMPARE(stand.screen().comment, std::string("a"));
    stand.send(TextErased{});
    stand.send(TextErased{});
    QCOMPARE(stand.screen().comment, std::string());
}

void TestVisitComment::backAndForthKeepsTheDraft()
{
    Stand stand(withComment());
    stand.questionnaire.questions.insert(stand.questionnaire.questions.begin() + 1,
                                         question("Q1", QuestionKind::Choice, {"x"}));
    stand.tap(3);
    stand.send(InvitationAccepted{});
    stand.give("x");
    type(stand, "Hej");
    stand.send(BackPressed{});
    QCOMPARE(stand.question(), std::string("Q1"));
    stand.send(NextPressed{});
    QCOMPARE(stand.screen().comment, std::string("Hej"));
    stand.send(NextPressed{});
    QCOMPARE(stand.comments, Kept{"middle:Hej"});
}

void TestVisitComment::aFlickerOfTheSensorKeepsTheDraft_leavingForgetsIt()
{
    Stand stand = atComment();
    type(stand, "Hej");
    stand.send(PresenceEnded{});
    stand.pass(1000);
    stand.send(PresenceBegan{});
    QCOMPARE(stand.screen().comment, std::string("Hej"));
    stand.otherPersonComes();
    QVERIFY(stand.state.draft.empty());
}

void TestVisitComment::whereCommentsStopThePollGoesOnWithoutThem()
{
    Questionnaire asked = withComment();
    asked.questions.push_back(question("Q9", QuestionKind::Choice, {"x", "y"}));
    for (const bool wasPassed : {false, true}) { // it stands there, or was skipped before
        Stand stand(asked);
        stand.tap(4);
        stand.send(InvitationAccepted{});
        type(stand, "Jeg hedder");
        if (wasPassed) {
            stand.send(SkipPressed{});
        }
        const std::size_t rows = stand.rows.size();
        stand.questionnaire = withoutComments(asked);
        stand.send(CommentsStopped{});
        QVERIFY(stand.state.stage == Stage::Poll);
        QVERIFY(stand.state.question == QuestionId::parse("Q9"));
        QVERIFY(stand.state.draft.empty() && stand.state.path.empty());
        QCOMPARE(stand.rows.size(), rows); // nothing is made up for what nobody was asked
        stand.send(TextTyped{"Jens"});
        QVERIFY(stand.state.draft.empty());
        stand.send(BackPressed{});
        QVERIFY(stand.state.stage == Stage::Faces);
    }
}

void TestVisitComment::aCorrectedFaceMovesTheCommentToItsGroup()
{
    Stand stand = atComment(5);
    type(stand, "Hej");
    stand.send(NextPressed{});
    stand.tap(1);
    QVERIFY(stand.state.banner == Banner::Changed);
    QCOMPARE(stand.comments, Kept{"low:Hej"});
}

void TestVisitComment::withdrawingDropsTheComment()
{
    Stand stand = atComment();
    type(stand, "Hej");
    stand.send(NextPressed{});
    stand.send(WithdrawPressed{});
    QVERIFY(stand.state.banner == Banner::Withdrawn);
    QCOMPARE(stand.comments, Kept{"-"});
    stand.tap(1); // a new visit of the same person
    QCOMPARE(stand.comments, Kept{"-"});
}

void TestVisitComment::onAFullDiskTheCommentGoesAllTheSameAndNothingIsPromised()
{
    Stand stand = atComment();
    type(stand, "Hej");
    stand.send(NextPressed{});
    stand.diskIsFull = true;
    stand.send(WithdrawPressed{});
    QCOMPARE(stand.comments, Kept{"-"});
    QVERIFY(stand.screen().trouble && !stand.screen().banner);
    QVERIFY(stand.journal().find("withdrawn") == std::string::npos);
}

void TestVisitComment::theNextVisitDoesNotTouchTheCommentBefore()
{
    Stand stand = atComment(5);
    type(stand, "Hej");
    stand.send(NextPressed{});
    stand.otherPersonComes();
    stand.tap(1);
    stand.send(WithdrawPressed{});
    QCOMPARE(stand.comments, Kept{"high:Hej"});
}

void TestVisitComment::aFullDiskThanksNobody()
{
    Stand stand = atComment();
    type(stand, "Hej");
    stand.diskIsFull = true;
    stand.send(NextPressed{});
    QVERIFY(stand.screen().trouble);
    QVERIFY(!stand.screen().banner);
    QCOMPARE(stand.screen().comment, std::string("Hej")); // nothing is lost
    QCOMPARE(stand.comments, Kept{});
    stand.diskIsFull = false;
    stand.send(NextPressed{});
    QCOMPARE(stand.comments, Kept{"high:Hej"});
    QVERIFY(!stand.screen().trouble);
    QVERIFY(stand.state.banner == Banner::Thanks);
}

void TestVisitComment::aNameAtTheEndOfAFullTextCutsNoWord()
{
    Stand stand = atComment();
    type(stand, std::string(188, 'a') + " Grethe Holm");
    stand.send(NextPressed{});
    QCOMPARE(stand.comments, Kept{"high:" + std::string(188, 'a') + " [medarbejder]"});
}

void TestVisitComment::withdrawingAfterTheBannerDropsTheCommentToo()
{
    Stand stand = atComment();
    type(stand, "Hej");
    stand.send(NextPressed{});
    stand.pass(stand.settings.times.bannerMs + 1);
    QVERIFY(!stand.screen().banner);
    stand.tap(4); // the same person, the same visit
    QVERIFY(stand.state.banner == Banner::HaveIt);
    stand.send(WithdrawPressed{});
    QCOMPARE(stand.comments, Kept{"-"});
}

void TestVisitComment::lettersTypedElsewhereAreNothing()
{
    Stand stand(withComment());
    type(stand, "abc");
    stand.tap(4);
    type(stand, "abc");
    stand.send(InvitationAccepted{});
    QCOMPARE(stand.screen().comment, std::string());
}

QTEST_APPLESS_MAIN(TestVisitComment)
#include "test_visit_comment.moc"
