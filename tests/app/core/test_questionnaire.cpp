// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/core/questionnaire.h"
#include "app/core/rotation.h"
#include "tests/app/core/example.h"
#include "tests/support/fakes.h"

#include <QElapsedTimer>
#include <QTest>

#include <algorithm>
#include <map>
#include <set>
#include <string>

using namespace smiley::core;
using namespace smiley::test;

namespace {

std::string joined(const std::vector<QuestionId>& questions)
{
    std::string text;
    for (const QuestionId& question : questions) {
        text += (text.empty() ? "" : " ") + question.text();
    }
    return text;
}

PollAnswer answered(const std::string& question, const std::vector<std::string>& options)
{
    PollAnswer answer{questionId(question), {}, false};
    for (const std::string& option : options) {
        answer.options.push_back(optionId(option));
    }
    return answer;
}

/// `count` questions of a pool P1…, of which the first `profiles` are profile questions.
Questionnaire poolOf(int count, int draw, int profiles = 0)
{
    Questionnaire made = bareQuestionnaire();
    for (int i = 1; i <= count; ++i) {
        Question pooled = question("R" + std::to_string(i), QuestionKind::Degree, degrees);
        pooled.rotates = true;
        pooled.profile = i <= profiles;
        made.questions.push_back(pooled);
    }
    made.rotationDraw = draw;
    return made;
}

} // namespace

class TestQuestionnaire : public QObject {
    Q_OBJECT

private slots:
    void aTextIsShownInItsLanguageOrItsFallback();
    void aQuestionIsAskableOnlyWithAllItsOptions();
    void thePlanFollowsFaceAndAnswers_data();
    void thePlanFollowsFaceAndAnswers();
    void thePlanIsNeverLongerThanFive();
    void theFacesAreNotInThePlan_aCommentIsWhereItIsOn();
    void onlyDrawnQuestionsOfThePoolAreAsked();
    void whatHasNoTextIsPassedOverAndNamed();
    void theInvitationCountsTheLongestWay_data();
    void theInvitationCountsTheLongestWay();
    void theLongestWayIsTheLongestOfAllWays();
    void whatIsStillPossibleShrinksAsAnswersCome();
    void manyBranchesAreCountedInNoTime();
    void everyBlockHoldsEachQuestionOnce_data();
    void everyBlockHoldsEachQuestionOnce();
    void aVisitorNeverGetsAQuestionTwice();
    void atMostOneProfileQuestionGoesToOneVisitor();
    void manyProfileQuestionsStarveNobodyAndStayBalanced();
    void theOrderIsAMatterOfChance();
    void withoutAPoolNothingIsDrawn();
};

void TestQuestionnaire::aTextIsShownInItsLanguageOrItsFallback()
{
    const Questionnaire made = bareQuestionnaire();
    QCOMPARE(textIn(made, text("x", {"da", "en"}), "en"), std::optional<std::string>("x/en"));
    QCOMPARE(textIn(made, text("x", {"da", "en"}), "da-x-let"), std::optional<std::string>("x/da"));
    QCOMPARE(textIn(made, text("x", {"da", "da-x-let"}), "da-x-let"), std::optional<std::string>("x/da-x-let"));
    QCOMPARE(textIn(made, text("x", {"da", "en"}), "ar"), std::optional<std::string>());
    QCOMPARE(textIn(made, text("x", {"en"}), "da-x-let"), std::optional<std::string>());
    QCOMPARE(textIn(made, text("x", {"da"}), "xx"), std::optional<std::string>());
    QCOMPARE(textIn(made, Text{{"da", ""}}, "da"), std::optional<std::string>());
}

void TestQuestionnaire::aQuestionIsAskableOnlyWithAllItsOptions()
{
    const Questionnaire made = bareQuestionnaire();
    Question asked = question("Q", QuestionKind::Choice, {"a", "b"});
    QVERIFY(isAskable(made, asked, "ar"));
    QVERIFY(isAskable(made, asked, "da-x-let"));
    asked.options[1].text.erase("ar");
    QVERIFY(!isAskable(made, asked, "ar"));
    QVERIFY(isAskable(made, asked, "en"));
    asked.text.erase("en");
    QVERIFY(!isAskable(made, asked, "en"));
    QVERIFY(isAskable(made, asked, "da"));
}

void TestQuestionnaire::thePlanFollowsFaceAndAnswers_data()
{
    QTest::addColumn<int>("face");
    QTest::addColumn<QString>("errand");
    QTest::addColumn<QString>("expected");
    QTest::newRow("very bad") << 1 << ""
                              << "F1 P0 B5a";
    QTest::newRow("in between") << 3 << ""
                                << "F1 P0 B5a";
    QTest::newRow("good") << 4 << ""
                          << "F2 P0 B5a";
    QTest::newRow("very good") << 5 << ""
                               << "F2 P0 B5a";
    QTest::newRow("good, a meeting") << 4 << "meeting"
                                     << "F2 P0 D1 B5a";
    QTest::newRow("bad, at the desk") << 2 << "desk"
                                      << "F1 P0 B5a";
}

void TestQuestionnaire::thePlanFollowsFaceAndAnswers()
{
    QFETCH(int, face);
    QFETCH(QString, errand);
    QFETCH(QString, expected);
    std::vector<PollAnswer> answers;
    if (!errand.isEmpty()) {
        answers.push_back(answered("P0", {errand.toStdString()}));
    }
    QCOMPARE(joined(plan(exampleQuestionnaire(), *faceOf(face), "da", {}, answers)), expected.toStdString());
}

void TestQuestionnaire::thePlanIsNeverLongerThanFive()
{
    Questionnaire made = bareQuestionnaire();
    for (int i = 1; i <= 5; ++i) {
        made.questions.push_back(question("Q" + std::to_string(i), QuestionKind::Degree, degrees));
    }
    QCOMPARE(joined(plan(made, Face::Good, "da", {}, {})), std::string("Q1 Q2 Q3 Q4 Q5"));
    made.questions.push_back(question("Q6", QuestionKind::Degree, degrees));
    QCOMPARE(joined(plan(made, Face::Good, "da", {}, {})), std::string("Q1 Q2 Q3 Q4 Q5"));
    QCOMPARE(planSizeMax(made, Face::Good, "da", {}), 5);
}

void TestQuestionnaire::theFacesAreNotInThePlan_aCommentIsWhereItIsOn()
{
    Questionnaire made = bareQuestionnaire();
    made.questions.push_back(question("C", QuestionKind::Comment, {}));
    QCOMPARE(joined(plan(made, Face::Good, "da", {}, {})), std::string("C"));
    QCOMPARE(planSizeMax(made, Face::Good, "da", {}), 1);
    const Questionnaire off = withoutComments(made);
    QCOMPARE(joined(plan(off, Face::Good, "da", {}, {})), std::string());
    QCOMPARE(planSizeMax(off, Face::Good, "da", {}), 0);
    QVERIFY(off.hash == made.hash);
}

void TestQuestionnaire::onlyDrawnQuestionsOfThePoolAreAsked()
{
    const Questionnaire made = poolOf(4, 2);
    QCOMPARE(joined(plan(made, Face::Good, "da", {questionId("R4"), questionId("R2")}, {})), std::string("R2 R4"));
    QCOMPARE(planSizeMax(made, Face::Good, "da", {questionId("R2")}), 1);
    QCOMPARE(planSizeMax(made, Face::Good, "da", {}), 0);
}

void TestQuestionnaire::whatHasNoTextIsPassedOverAndNamed()
{
    Questionnaire made = bareQuestionnaire();
    made.questions.push_back(question("Q1", QuestionKind::Degree, degrees));
    made.questions.push_back(question("Q2", QuestionKind::Degree, degrees, {"da"}));
    made.questions.push_back(question("Q3", QuestionKind::Degree, degrees));
    made.questions.push_back(question("Q4", QuestionKind::Degree, degrees, {"en"}));
    QCOMPARE(joined(plan(made, Face::Good, "ar", {}, {})), std::string("Q1 Q3"));
    QCOMPARE(planSizeMax(made, Face::Good, "ar", {}), 2);

    const Asking asking{Face::Good, "ar", {}, {}};
    const NextQuestion first = nextQuestion(made, asking, {});
    QCOMPARE(first.question->text(), std::string("Q1"));
    QCOMPARE(joined(first.notAsked), std::string());
    const NextQuestion second = nextQuestion(made, asking, {questionId("Q1")});
    QCOMPARE(second.question->text(), std::string("Q3"));
    QCOMPARE(joined(second.notAsked), std::string("Q2"));
    const NextQuestion end = nextQuestion(made, asking, {questionId("Q1"), questionId("Q3")});
    QVERIFY(!end.question);
    QCOMPARE(joined(end.notAsked), std::string("Q4"));
}

void TestQuestionnaire::theInvitationCountsTheLongestWay_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<int>("expected");
    // Two branches that exclude each other, of one and of two questions, after the question itself.
    QTest::newRow("one choice") << int(QuestionKind::Choice) << 3;
    QTest::newRow("several choices") << int(QuestionKind::Choices) << 4;
}

void TestQuestionnaire::theInvitationCountsTheLongestWay()
{
    QFETCH(int, kind);
    QFETCH(int, expected);
    Questionnaire made = bareQuestionnaire();
    made.questions.push_back(question("E", QuestionKind(kind), {"a", "b", "c"}));
    auto one = question("A1", QuestionKind::Degree, degrees);
    one.askIf = ifAnswered("E", {"a"});
    auto two = question("B1", QuestionKind::Degree, degrees);
    two.askIf = ifAnswered("E", {"b"});
    auto three = question("B2", QuestionKind::Degree, degrees);
    three.askIf = ifAnswered("E", {"b"});
    made.questions.insert(made.questions.end(), {one, two, three});
    QCOMPARE(planSizeMax(made, Face::Good, "da", {}), expected);
}

void TestQuestionnaire::theLongestWayIsTheLongestOfAllWays()
{
    const Questionnaire made = exampleQuestionnaire();
    for (int face = 1; face <= 5; ++face) {
        std::size_t longest = 0;
        for (const char* errand : {"", "meeting", "desk"}) {
            std::vector<PollAnswer> answers;
            if (*errand != '\0') {
                answers.push_back(answered("P0", {errand}));
            }
            longest = std::max(longest, plan(made, *faceOf(face), "en", {}, answers).size());
        }
        QCOMPARE(planSizeMax(made, *faceOf(face), "en", {}), static_cast<int>(longest));
    }
}

void TestQuestionnaire::whatIsStillPossibleShrinksAsAnswersCome()
{
    const Questionnaire made = exampleQuestionnaire();
    Asking asking{Face::Good, "da", {}, {}};
    QCOMPARE(questionsPossible(made, asking, {}), 4);
    QCOMPARE(questionsPossible(made, asking, {questionId("F2")}), 4);
    QCOMPARE(questionsPossible(made, asking, {questionId("F2"), questionId("P0")}), 3); // the errand was skipped
    asking.answered = {answered("P0", {"desk"})};
    QCOMPARE(questionsPossible(made, asking, {questionId("F2"), questionId("P0")}), 3);
    asking.answered = {answered("P0", {"meeting"})};
    QCOMPARE(questionsPossible(made, asking, {questionId("F2"), questionId("P0")}), 4);
}

void TestQuestionnaire::manyBranchesAreCountedInNoTime()
{
    // Sixty questions, each decided by the one before it: the count is made at every tap.
    Questionnaire made = bareQuestionnaire();
    std::vector<std::string> options;
    for (int i = 0; i < 30; ++i) {
        options.push_back("o" + std::to_string(i));
    }
    made.questions.push_back(question("Q0", QuestionKind::Choice, options));
    for (int i = 1; i < 60; ++i) {
        made.questions.push_back(question("Q" + std::to_string(i), QuestionKind::Choice, options));
        Condition after = ifAnswered("Q" + std::to_string(i - 1), {});
        for (const std::string& option : options) {
            after.options.insert(optionId(option));
        }
        made.questions.back().askIf = after;
    }
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(planSizeMax(made, Face::Good, "da", {}), questionsAfterFacesMax);
    QVERIFY2(timer.elapsed() < 100, qPrintable(QString::number(timer.elapsed())));
}

void TestQuestionnaire::everyBlockHoldsEachQuestionOnce_data()
{
    QTest::addColumn<int>("pool");
    QTest::addColumn<int>("draw");
    QTest::newRow("two of ten") << 10 << 2;
    QTest::newRow("three of seven") << 7 << 3;
    QTest::newRow("one of one") << 1 << 1;
    QTest::newRow("two of two") << 2 << 2;
    QTest::newRow("five of six") << 6 << 5;
    QTest::newRow("more than there are") << 3 << 5;
}

void TestQuestionnaire::everyBlockHoldsEachQuestionOnce()
{
    QFETCH(int, pool);
    QFETCH(int, draw);
    const Questionnaire made = poolOf(pool, draw);
    smiley::test::SeededRandom random(3);
    RotationDeck deck(made, random);
    std::map<std::string, int> times;
    for (int visitor = 1; visitor <= 500; ++visitor) {
        const auto share = deck.draw();
        QCOMPARE(share.size(), static_cast<std::size_t>(std::min(pool, draw)));
        for (const QuestionId& drawn : share) {
            ++times[drawn.text()];
        }
        int least = visitor;
        int most = 0;
        for (int i = 1; i <= pool; ++i) {
            least = std::min(least, times["R" + std::to_string(i)]);
            most = std::max(most, times["R" + std::to_string(i)]);
        }
        QVERIFY2(most - least <= 2, qPrintable(QString("visitor %1: %2 to %3").arg(visitor).arg(least).arg(most)));
    }
}

void TestQuestionnaire::aVisitorNeverGetsAQuestionTwice()
{
    smiley::test::SeededRandom random(4);
    const Questionnaire made = poolOf(5, 4);
    RotationDeck deck(made, random);
    for (int visitor = 0; visitor < 1000; ++visitor) {
        const auto share = deck.draw();
        QVERIFY(std::is_sorted(share.begin(), share.end()));
        QVERIFY(std::adjacent_find(share.begin(), share.end()) == share.end());
    }
}

void TestQuestionnaire::atMostOneProfileQuestionGoesToOneVisitor()
{
    smiley::test::SeededRandom random(5);
    const Questionnaire made = poolOf(10, 2, 3);
    RotationDeck deck(made, random);
    const std::set<std::string> profiles{"R1", "R2", "R3"};
    int withProfile = 0;
    for (int visitor = 0; visitor < 1000; ++visitor) {
        const auto share = deck.draw();
        QCOMPARE(share.size(), std::size_t{2});
        const auto count = std::ranges::count_if(share, [&](const auto& id) { return profiles.contains(id.text()); });
        QVERIFY(count <= 1);
        withProfile += static_cast<int>(count);
    }
    QVERIFY(std::abs(withProfile - 600) <= 10); // 3 of 10, two draws each
}

void TestQuestionnaire::manyProfileQuestionsStarveNobodyAndStayBalanced()
{
    smiley::test::SeededRandom random(6);
    const Questionnaire made = poolOf(4, 2, 3);
    RotationDeck deck(made, random);
    std::map<std::string, int> times;
    for (int visitor = 0; visitor < 3000; ++visitor) {
        const auto share = deck.draw();
        QVERIFY(!share.empty());
        for (const QuestionId& drawn : share) {
            ++times[drawn.text()];
        }
    }
    const auto [least, most] = std::minmax({times["R1"], times["R2"], times["R3"], times["R4"]});
    QVERIFY2(most - least <= 2, qPrintable(QString("%1 to %2").arg(least).arg(most)));
}

void TestQuestionnaire::theOrderIsAMatterOfChance()
{
    const Questionnaire made = poolOf(10, 2);
    std::set<std::string> firsts;
    std::set<std::string> pairs;
    for (std::uint64_t seed = 0; seed < 400; ++seed) {
        smiley::test::SeededRandom random(seed);
        RotationDeck deck(made, random);
        const auto share = deck.draw();
        firsts.insert(share.front().text());
        pairs.insert(joined(share));
    }
    QCOMPARE(pairs.size(), std::size_t{45}); // every pair of ten
    QVERIFY(firsts.size() >= 9);
}

void TestQuestionnaire::withoutAPoolNothingIsDrawn()
{
    smiley::test::SeededRandom random(1);
    const Questionnaire bare = exampleQuestionnaire();
    const Questionnaire none = poolOf(4, 0);
    const Questionnaire broken = poolOf(4, -1);
    for (const Questionnaire* made : {&bare, &none, &broken}) {
        RotationDeck deck(*made, random);
        QVERIFY(deck.draw().empty());
    }
}

QTEST_APPLESS_MAIN(TestQuestionnaire)
#include "test_questionnaire.moc"
