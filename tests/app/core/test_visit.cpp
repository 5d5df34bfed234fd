// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/app/core/stand.h"

#include <QTest>

#include <string>

// What a visitor is promised (app/core/README.md, METHOD.md 3), one test a promise.

using namespace smiley::core;
using namespace smiley::test;

class TestVisit : public QObject {
    Q_OBJECT

private slots:
    // the tap
    void theFaceIsMarkedAtOnceAndThanksComesWithTheDisk();
    void nobodyIsThankedForWhatIsNotOnDisk();
    void whoTriesAgainAfterTroubleIsTheSameVisitor();
    void aTapWhileAnotherIsWrittenIsKept();
    void theMarkIsGoneAfterASecond();
    void theMarkIsGoneWhenThePersonLeaves();
    void theScreenIsTheSameForEveryFace();
    void aTapSaysWhatTheScreenWasDoingAndWhatTheSensorSaw();
    // banners
    void theInvitationCountsTheQuestions();
    void withoutQuestionsOrInvitationThereIsThanks();
    void theBannerStandsTenSeconds();
    void anotherFaceReplacesAndTheSameIsThere();
    void theNextPersonTapsAtOnce();
    void thanksIsWipedWhenThePersonHasLeft();
    void aFlickerOfTheSensorWipesNothing();
    // withdrawing
    void anAnswerCanBeWithdrawnWhileThePersonStandsThere();
    void nobodyWithdrawsAnothersAnswer();
    void withoutASensorItCanBeWithdrawnForSixSeconds();
    void afterAWithdrawalOneMayAnswerAgainInOnesLanguage();
    // the next person
    void languageAndContrastAreResetAfterEachVisitor();
    void aLanguageLeftOnTheFacesIsReset();
    void theLanguageChosenByTheNextPersonStays();
    void onlyOfferedLanguagesAreShown();
    void arabicIsWrittenFromTheRight();
    void everyVisitEndsOnceAndDrawsTheNextRotation();
};

void TestVisit::theFaceIsMarkedAtOnceAndThanksComesWithTheDisk()
{
    const Stand stand(neutralQuestionnaire());
    const VisitContext context = stand.context();
    const Step tapped = step(stand.state, FaceTapped{Face::Good, Input::Touch}, context, stand.time());
    const Screen storing = screenOf(tapped.state, context);
    QVERIFY(storing.marked == Face::Good);
    QVERIFY(!storing.banner && !storing.canWithdraw && !storing.trouble);
    QCOMPARE(tapped.effects.size(), std::size_t{1});
    const Step stored = step(tapped.state, Stored{Sequence{1}, LiveVerdict::NewVisit}, context, stand.time());
    QVERIFY(screenOf(stored.state, context).banner == Banner::Invitation);
    QVERIFY(screenOf(stored.state, context).marked == Face::Good);
}

void TestVisit::nobodyIsThankedForWhatIsNotOnDisk()
{
    Stand stand(neutralQuestionnaire());
    stand.diskIsFull = true;
    stand.tap(4);
    QVERIFY(stand.screen().trouble);
    QVERIFY(!stand.screen().banner && !stand.screen().marked);
    stand.pass(9999);
    QVERIFY(stand.screen().trouble);
    stand.pass(1);
    QVERIFY(!stand.screen().trouble);
    QVERIFY(stand.state.stage == Stage::Faces);
    QCOMPARE(stand.journal(), std::string());

    // A correction that isn't stored, and a disk that stays full: the trouble ends all the same.
    Stand full(neutralQuestionnaire());
    full.tap(4);
    full.diskIsFull = true;
    full.pass(2000);
    full.tap(3);
    QVERIFY(full.screen().trouble);
    full.pass(10000);
    QVERIFY(full.screen() == Stand(neutralQuestionnaire()).screen());
    QVERIFY(!deadline(full.state));
}

void TestVisit::whoTriesAgainAfterTroubleIsTheSameVisitor()
{
    Stand stand(neutralQuestionnaire());
    stand.tap(4);
    stand.otherPersonComes();
    stand.diskIsFull = true;
    stand.tap(2);
    QVERIFY(stand.screen().trouble);
    stand.diskIsFull = false;
    stand.pass(2000);
    stand.tap(2);
    QVERIFY(stand.screen().banner == Banner::Invitation);
    // The break before the tap that wasn't stored is still one: nothing is on disk since.
    QCOMPARE(stand.journal(), std::string("tap4@faces/0 1:tap2@faces/1 1:left"));
}

void TestVisit::aTapWhileAnotherIsWrittenIsKept()
{
    const Stand stand(neutralQuestionnaire());
    const VisitContext context = stand.context();
    Step now = step(stand.state, FaceTapped{Face::Good, Input::Touch}, context, stand.time());
    now = step(now.state, FaceTapped{Face::Bad, Input::Touch}, context, stand.time());
    QVERIFY(now.effects.empty());
    now = step(now.state, FaceTapped{Face::VeryBad, Input::Keys}, context, stand.time());
    now = step(now.state, Stored{Sequence{1}, LiveVerdict::NewVisit}, context, stand.time());
    QCOMPARE(now.effects.size(), std::size_t{1});
    QVERIFY(std::get<Tap>(std::get<Append>(now.effects.front()).content).face == Face::VeryBad);
    QVERIFY(now.state.stage == Stage::Storing);
    now = step(now.state, Stored{Sequence{2}, LiveVerdict::Changed}, context, stand.time());
    QVERIFY(screenOf(now.state, context).banner == Banner::Changed);
}

void TestVisit::theMarkIsGoneAfterASecond()
{
    Stand stand(neutralQuestionnaire());
    stand.tap(4);
    stand.pass(999);
    QVERIFY(stand.screen().marked == Face::Good);
    stand.pass(1);
    QVERIFY(!stand.screen().marked);
    QVERIFY(stand.screen().banner == Banner::Invitation);
}

void TestVisit::theMarkIsGoneWhenThePersonLeaves()
{
    Stand stand(neutralQuestionnaire());
    stand.tap(4);
    stand.send(PresenceEnded{});
    QVERIFY(!stand.screen().marked);
    QVERIFY(!stand.screen().canWithdraw);
    stand.send(PresenceBegan{});
    QVERIFY(!stand.screen().marked);
}

void TestVisit::theScreenIsTheSameForEveryFace()
{
    // Different questions for different faces, and none at all for the best: the invitation must not tell.
    Questionnaire made = bareQuestionnaire();
    made.questions.push_back(question("Q1", QuestionKind::Degree, degrees));
    made.questions.push_back(question("Q2", QuestionKind::Degree, degrees));
    made.questions[1].askIf = ifFaces({Face::VeryBad});
    made.questions[2].askIf = ifFaces({Face::VeryBad, Face::Bad, Face::InBetween, Face::Good});
    const auto after = [&](int face, int otherFace, std::int64_t ms) {
        Stand stand(made);
        stand.tap(face);
        stand.pass(1500);
        if (otherFace != 0) {
            stand.tap(otherFace);
        }
        stand.pass(ms);
        return stand.screen();
    };
    for (int face = 1; face <= 5; ++face) {
        for (const std::int64_t ms : {1000, 5000, 9999, 10000}) {
            QVERIFY(after(face, 0, ms) == after(1, 0, ms));
            QVERIFY(after(face, face, ms) == after(1, 1, ms));
            QVERIFY(after(face, face % 5 + 1, ms) == after(1, 2, ms));
        }
    }
    QCOMPARE(after(5, 0, 1000).questionsOffered, 2);
    // Who has nothing to be asked is thanked.
    Stand stand(made);
    stand.tap(5);
    stand.send(InvitationAccepted{});
    QVERIFY(stand.screen().banner == Banner::Thanks);
}

void TestVisit::aTapSaysWhatTheScreenWasDoingAndWhatTheSensorSaw()
{
    Stand stand(neutralQuestionnaire());
    stand.doors = 7;
    stand.send(FaceTapped{Face::Bad, Input::Keys});
    const Tap first = std::get<Tap>(stand.rows.front().append.content);
    QVERIFY(first.face == Face::Bad && first.input == Input::Keys && first.doors == 7U);
    QCOMPARE(first.language, std::string("da"));
    QVERIFY(first.questionnaire == stand.questionnaire.hash);
    stand.pass(2000);
    stand.tap(3);
    stand.pass(2000);
    stand.tap(3);
    stand.otherPersonComes();
    stand.tap(3);
    QCOMPARE(stand.journal(), std::string("tap2@faces/0 1:tap3@invitation/0 1:tap3@correcting/0 1:left tap3@faces/1"));

    Stand blind(neutralQuestionnaire(), false);
    blind.tap(3);
    blind.otherPersonComes(); // an unhealthy sensor says nothing
    blind.tap(4);
    QVERIFY(blind.journal().starts_with("tap3@faces/-1 1:tap4@invitation/-1"));
}

void TestVisit::theInvitationCountsTheQuestions()
{
    Stand stand(exampleQuestionnaire());
    stand.tap(4);
    QVERIFY(stand.screen().banner == Banner::Invitation);
    QCOMPARE(stand.screen().questionsOffered, 4);
    stand.questionnaire.questions[2].text.erase("en"); // F2
    stand.questionnaire.questions[1].text.erase("en"); // F1
    stand.send(LanguageChosen{"en"});
    QCOMPARE(stand.screen().questionsOffered, 3);
}

void TestVisit::withoutQuestionsOrInvitationThereIsThanks()
{
    Stand bare(bareQuestionnaire());
    bare.tap(4);
    QVERIFY(bare.screen().banner == Banner::Thanks);
    QVERIFY(!bare.screen().answersGiven);
    QCOMPARE(bare.screen().questionsOffered, 0);

    Stand quiet(neutralQuestionnaire());
    quiet.settings.invite = false;
    quiet.tap(4);
    QVERIFY(quiet.screen().banner == Banner::Thanks);
    quiet.send(InvitationAccepted{});
    QVERIFY(quiet.screen().banner == Banner::Thanks);
}

void TestVisit::theBannerStandsTenSeconds()
{
    Stand stand(neutralQuestionnaire());
    stand.tap(4);
    stand.pass(9999);
    QVERIFY(stand.screen().banner == Banner::Invitation);
    stand.pass(1);
    QVERIFY(!stand.screen().banner);
    QVERIFY(stand.screen() == Stand(neutralQuestionnaire()).screen());
    QCOMPARE(stand.journal(), std::string("tap4@faces/0 1:finished"));
    QVERIFY(!deadline(stand.state)); // nothing wakes the stand at rest
}

void TestVisit::anotherFaceReplacesAndTheSameIsThere()
{
    Stand stand(neutralQuestionnaire());
    stand.tap(2);
    stand.pass(3000);
    stand.tap(4);
    QVERIFY(stand.screen().banner == Banner::Changed);
    QVERIFY(stand.screen().canWithdraw);
    stand.pass(3000);
    stand.tap(4);
    QVERIFY(stand.screen().banner == Banner::HaveIt);
    // Also when the banner was gone in between.
    stand.pass(15000);
    QVERIFY(!stand.screen().banner);
    stand.tap(4);
    QVERIFY(stand.screen().banner == Banner::HaveIt);
}

void TestVisit::theNextPersonTapsAtOnce()
{
    Stand stand(neutralQuestionnaire());
    stand.tap(2);
    stand.pass(1000);
    stand.send(PresenceEnded{});
    stand.pass(1000);
    stand.send(PresenceBegan{});
    stand.tap(4);
    QVERIFY(stand.screen().banner == Banner::Invitation);
    QVERIFY(stand.screen().canWithdraw);
    QCOMPARE(stand.journal(), std::string("tap2@faces/0 1:tap4@invitation/1 1:nextCame"));
    QCOMPARE(stand.visitsOver, 1);
    QVERIFY(stand.state.visit == Sequence{2});
}

void TestVisit::thanksIsWipedWhenThePersonHasLeft()
{
    for (const bool changed : {true, false}) {
        Stand stand(neutralQuestionnaire());
        stand.tap(2);
        stand.pass(2000);
        stand.tap(changed ? 3 : 2);
        stand.send(PresenceEnded{});
        stand.pass(1499);
        QVERIFY(stand.screen().banner);
        stand.pass(1);
        QVERIFY(!stand.screen().banner);
        QCOMPARE(stand.rows.back().text, std::string("1:left"));
    }
}

void TestVisit::aFlickerOfTheSensorWipesNothing()
{
    Stand stand(neutralQuestionnaire());
    stand.tap(2);
    stand.pass(2000);
    stand.tap(3);
    stand.send(PresenceEnded{});
    stand.pass(1000);
    stand.send(PresenceBegan{});
    stand.pass(2000);
    QVERIFY(stand.screen().banner == Banner::Changed);
    QVERIFY(!stand.screen().canWithdraw);
}

void TestVisit::anAnswerCanBeWithdrawnWhileThePersonStandsThere()
{
    Stand stand(neutralQuestionnaire());
    stand.tap(2);
    stand.pass(9000);
    QVERIFY(stand.screen().canWithdraw);
    stand.send(WithdrawPressed{});
    QVERIFY(stand.screen().banner == Banner::Withdrawn);
    QVERIFY(!stand.screen().canWithdraw);
    stand.send(WithdrawPressed{});
    stand.pass(9999);
    QVERIFY(stand.screen().banner == Banner::Withdrawn);
    stand.pass(1);
    QCOMPARE(stand.journal(), std::string("tap2@faces/0 1:withdrawn 1:finished"));
    // Too late: the banner has gone.
    stand.send(WithdrawPressed{});
    QCOMPARE(stand.rows.size(), std::size_t{3});
}

void TestVisit::nobodyWithdrawsAnothersAnswer()
{
    Stand stand(neutralQuestionnaire());
    stand.tap(2);
    stand.otherPersonComes();
    QVERIFY(stand.screen().banner == Banner::Invitation);
    QVERIFY(!stand.screen().canWithdraw);
    stand.send(WithdrawPressed{});
    QCOMPARE(stand.journal(), std::string("tap2@faces/0"));
}

void TestVisit::withoutASensorItCanBeWithdrawnForSixSeconds()
{
    Stand stand(neutralQuestionnaire(), false);
    stand.tap(2);
    stand.pass(5999);
    QVERIFY(stand.screen().canWithdraw);
    stand.pass(1);
    QVERIFY(!stand.screen().canWithdraw);
    stand.send(WithdrawPressed{});
    QCOMPARE(stand.journal(), std::string("tap2@faces/-1"));
    QVERIFY(stand.screen().banner == Banner::Invitation);

    Stand quick(neutralQuestionnaire(), false);
    quick.tap(2);
    quick.pass(5999);
    quick.send(WithdrawPressed{});
    QCOMPARE(quick.journal(), std::string("tap2@faces/-1 1:withdrawn"));
}

void TestVisit::afterAWithdrawalOneMayAnswerAgainInOnesLanguage()
{
    Stand stand(neutralQuestionnaire());
    stand.send(LanguageChosen{"ar"});
    stand.tap(2);
    stand.pass(2000);
    stand.send(WithdrawPressed{});
    stand.pass(2000);
    stand.tap(4);
    QVERIFY(stand.screen().banner == Banner::Invitation);
    QCOMPARE(stand.screen().language, std::string("ar"));
    QCOMPARE(stand.journal(), std::string("tap2@faces/0 1:withdrawn 1:tap4@correcting/0 1:finished"));
}

void TestVisit::languageAndContrastAreResetAfterEachVisitor()
{
    Stand stand(neutralQuestionnaire());
    const Screen clean = stand.screen();
    const auto begin = [&] {
        stand.send(LanguageChosen{"ar"});
        stand.send(ContrastToggled{});
        stand.tap(4);
        QCOMPARE(stand.screen().language, std::string("ar"));
        QVERIFY(stand.screen().contrast);
    };
    begin(); // the banner has stood its time
    stand.pass(10000);
    QVERIFY(stand.screen() == clean);
    stand.otherPersonComes();
    begin(); // the person has left: the invitation stands, in the language of whoever comes
    stand.send(PresenceEnded{});
    stand.pass(1500);
    QCOMPARE(stand.screen().language, std::string("da"));
    QVERIFY(!stand.screen().contrast && stand.screen().banner == Banner::Invitation);
    stand.pass(10000);
    stand.otherPersonComes();
    begin(); // the next person taps
    stand.pass(1000);
    stand.send(PresenceEnded{});
    stand.pass(1000);
    stand.send(PresenceBegan{});
    stand.tap(2);
    QCOMPARE(stand.screen().language, std::string("da"));
    QVERIFY(!stand.screen().contrast);
}

void TestVisit::aLanguageLeftOnTheFacesIsReset()
{
    Stand stand(neutralQuestionnaire());
    const Screen clean = stand.screen();
    stand.send(LanguageChosen{"en"});
    stand.pass(30000);
    stand.send(Touched{});
    stand.pass(59999);
    QCOMPARE(stand.screen().language, std::string("en"));
    stand.pass(1);
    QVERIFY(stand.screen() == clean);
    stand.send(ContrastToggled{});
    stand.otherPersonComes();
    QVERIFY(stand.screen() == clean);
    QCOMPARE(stand.rows.size(), std::size_t{0});
}

void TestVisit::theLanguageChosenByTheNextPersonStays()
{
    Stand stand(neutralQuestionnaire(), false);
    stand.tap(4);
    stand.pass(5000);
    stand.send(LanguageChosen{"ar"}); // no sensor: perhaps the next person
    stand.tap(2);
    QCOMPARE(stand.screen().language, std::string("ar"));
    QCOMPARE(std::get<Tap>(stand.rows[1].append.content).language, std::string("ar"));
    stand.pass(5000);
    stand.tap(5); // another one, who chose nothing
    QCOMPARE(stand.screen().language, std::string("da"));
}

void TestVisit::onlyOfferedLanguagesAreShown()
{
    Stand stand(neutralQuestionnaire());
    for (const char* tag : {"de", "", "DA", "en-GB"}) {
        stand.send(LanguageChosen{tag});
        QCOMPARE(stand.screen().language, std::string("da"));
    }
    stand.settings.moreLanguages = {};
    stand.send(LanguageChosen{"ar"}); // in the questionnaire, but not turned on
    QCOMPARE(stand.screen().language, std::string("da"));
    stand.settings.languages = {"pl", "en"}; // the questionnaire has no Polish
    QCOMPARE(initialState(stand.context()).language, std::string("en"));
    stand.settings.languages = {};
    QCOMPARE(initialState(stand.context()).language, std::string("da"));
}

void TestVisit::arabicIsWrittenFromTheRight()
{
    Stand stand(neutralQuestionnaire());
    QVERIFY(stand.screen().direction == Direction::LeftToRight);
    stand.send(LanguagesOpened{});
    stand.send(LanguageChosen{"ar"});
    QVERIFY(stand.screen().overlay == Overlay::None);
    QVERIFY(stand.screen().direction == Direction::RightToLeft);
    QCOMPARE(stand.screen().faceQuestion, std::string("K0/ar"));
    QCOMPARE(stand.screen().faceLabels.front(), std::string("K0.1/ar")); // worst first in every language
    QCOMPARE(stand.screen().faceLabels.back(), std::string("K0.5/ar"));
    stand.send(LanguageChosen{"da-x-let"});
    QCOMPARE(stand.screen().faceQuestion, std::string("K0/da")); // easy Danish falls back
}

void TestVisit::everyVisitEndsOnceAndDrawsTheNextRotation()
{
    Stand stand(neutralQuestionnaire());
    for (int visitor = 0; visitor < 4; ++visitor) {
        stand.tap(4);
        stand.pass(2500);
        stand.send(InvitationAccepted{});
        stand.give("1");
        if (visitor == 0) {
            stand.send(StopPressed{});
        } else if (visitor == 1) {
            stand.give("a");
        } else if (visitor == 2) {
            stand.pass(120000);
        }
        stand.otherPersonComes();
        QCOMPARE(stand.visitsOver, visitor + 1);
    }
    QCOMPARE(stand.journal(), std::string("tap4@faces/0 1:Q1=1 1:stopped tap4@faces/1 4:Q1=1 4:Q2=a 4:finished "
                                          "tap4@faces/1 8:Q1=1 8:timedOut tap4@faces/1 11:Q1=1 11:left"));
}

QTEST_APPLESS_MAIN(TestVisit)
#include "test_visit.moc"
