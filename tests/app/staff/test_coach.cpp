// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/staff/coach.h"
#include "app/staff/draft.h"
#include "app/staff/library.h"
#include "sync/wire/questionnaire_json.h"
#include "tests/support/fakes.h"

#include <QtTest>

#include <variant>

using namespace smiley;

namespace {

core::Questionnaire shipped(std::string_view name)
{
    return std::get<core::Questionnaire>(wire::parseQuestionnaire(wire::shippedQuestionnaire(name)));
}

const staff::Surroundings danishOnly{{"da"}, true, {"Mette Holm", "Bo Lund"}};

/// The codes for a degree question with this Danish text.
QString codes(const QString& text, const staff::Surroundings& surroundings = danishOnly)
{
    test::SeededRandom random;
    staff::Draft draft(shipped("smiley"));
    const core::QuestionId id = *draft.add(core::QuestionKind::Degree, random);
    draft.setText(id, "da", text.toStdString());
    QStringList found;
    for (const staff::Advice& advice : staff::advise(draft.questionnaire(), id, surroundings)) {
        found << QString::fromStdString(advice.code);
    }
    return found.join(' ');
}

} // namespace

class TestCoach : public QObject {
    Q_OBJECT

private slots:
    void sentences_data()
    {
        QTest::addColumn<QString>("expected");
        const auto row = [](const char* text, const char* expected) { QTest::newRow(text) << expected; };
        row("I hvilken grad gjorde lokalerne dit besøg nemmere?", "good");
        row("Hvordan var ventetiden i dag?", "good");
        row("Hvad brugte du i dag?", "good");
        row("I hvilken grad var skiltene klare?", "good");
        row("I hvilken grad var det let at finde vej?", "good");
        row("Var det let at komme og gå?", "good");
        row("Hvor længe ventede du?", "good");
        row("I hvilken grad fik du svar på dit spørgsmål?", "good");
        row("Hvordan var lyden i rummet?", "good");
        row("I hvilken grad kunne du tale uforstyrret?", "good");
        row("Hvordan var hjælpen ved computeren?", "good");
        row("I hvilken grad passede tiden dig?", "good");
        row("Hvad vil du gerne have mere af?", "good");
        row("Hvordan var mødet med medarbejderne?", "good"); // a group
        row("Hvordan var det første møde?", "good");
        row("Hvor tilfreds eller utilfreds er du med lokalerne?", "good");
        row("Var personalet venligt og hjælpsomt?", "two-questions");
        row("Blev du hørt, og fik du hjælp?", "two-questions");
        row("Fik du hjælp eller blev du sendt videre?", "two-questions");
        row("Hvordan var lokalerne samt kaffen?", "two-questions");
        row("Var der ro? Var der rent?", "two-questions");
        row("Fik du hjælp men var det nok?", "two-questions");
        row("Fik du hjælp så du kan komme videre?", "two-questions");
        row("Er du glad hvis vi ringer?", "clause");
        row("Forstår du brevene som du får?", "clause");
        row("Hvis du ventede, hvor længe var det?", "clause");
        row("Synes du ikke at få god hjælp?", "leading negation");
        row("Hvor tilfreds er du med lokalerne?", "leading");
        row("Hvor god var hjælpen?", "leading");
        row("Hvordan oplevede du vores dejlige lokaler?", "leading");
        row("Er du enig i vores regler?", "leading");
        row("Hvordan var den lange ventetid?", "leading");
        row("Fik du virkelig hjælp?", "leading");
        row("Du fik selvfølgelig hjælp?", "leading");
        row("Hvordan var din sagsbehandler i dag?", "person");
        row("I hvilken grad lyttede rådgiveren til dig?", "person");
        row("Hvordan var mødet med Mette?", "person");
        row("Hvordan var bo lund?", "person");
        row("Hvordan var min mentors råd?", "person");
        row("Får du altid svar?", "absolute");
        row("Får du aldrig svar?", "absolute");
        row("Manglede der ikke noget?", "negation");
        row("Var der ingen kø?", "negation");
        row("I hvilken grad er det let at få fat i os på dage som en helt almindelig mandag?", "clause words");
        row("Hvordan var din beskæftigelsesindsats?", "long-word");
        row("I hvilken grad var der ro?", "good");
        row("", "empty");
        row("   ", "empty");
    }

    void sentences()
    {
        QFETCH(QString, expected);
        QCOMPARE(codes(QString::fromUtf8(QTest::currentDataTag())), expected);
    }

    void whatIsGoodIsSaidInWords()
    {
        test::SeededRandom random;
        staff::Draft draft(shipped("smiley"));
        const core::QuestionId id = *draft.add(core::QuestionKind::Degree, random);
        draft.setText(id, "da", "I hvilken grad gjorde lokalerne dit besøg nemmere?");
        const auto advice = staff::advise(draft.questionnaire(), id, danishOnly);
        QCOMPARE(advice.size(), std::size_t{1});
        QVERIFY(advice[0].level == staff::Advice::Level::Good);
        QCOMPARE(advice[0].sentence, std::string("Otte ord. Ét emne ad gangen. Ingen ledende ord."));
        QCOMPARE(staff::inWords(12), std::string("tolv"));
        QCOMPARE(staff::inWords(13), std::string("13"));
    }

    void everyLanguageThatIsOfferedIsAskedFor()
    {
        test::SeededRandom random;
        staff::Draft draft(shipped("smiley"));
        const core::QuestionId id = *draft.add(core::QuestionKind::Degree, random);
        draft.setText(id, "da", "Hvordan var der?");
        draft.setText(id, "en", "How was it?");
        const auto advice = staff::advise(draft.questionnaire(), id, {{"da", "da-x-let", "en", "ar"}, true, {}});
        QCOMPARE(advice.size(), std::size_t{1});
        QCOMPARE(advice[0].sentence,
                 std::string("Arabisk mangler. På arabisk springes spørgsmålet over og gemmes som “ikke spurgt”."));
        QCOMPARE(staff::advise(draft.questionnaire(), id).size(), std::size_t{6}); // all but da, da-x-let and en
    }

    void aLongTextIsNamedWithItsLimitAndOneAtTheLimitIsNot()
    {
        QString text = "Hvad var godt " + QString("ved det ").repeated(20);
        text = text.left(90);
        QVERIFY(!codes(text).contains("length"));
        QVERIFY(codes(text + "x").contains("length"));
    }

    void answersAreLookedAtToo()
    {
        test::SeededRandom random;
        staff::Draft draft(shipped("smiley"));
        const core::QuestionId id = *draft.add(core::QuestionKind::Choice, random);
        draft.setText(id, "da", "Hvad var bedst?");
        const auto option = [&](std::size_t at) { return draft.questionnaire().find(id)->options[at].id; };
        draft.setOptionText(id, option(0), "da", "Lokalerne");
        draft.setOptionText(id, option(1), "da", "Kaffen");
        const auto said = [&] {
            QStringList found;
            for (const staff::Advice& advice : staff::advise(draft.questionnaire(), id, danishOnly)) {
                found << QString::fromStdString(advice.code);
            }
            return found.join(' ');
        };
        QCOMPARE(said(), QString("good"));
        draft.setOptionText(id, option(1), "da", "Min rådgiver");
        QCOMPARE(said(), QString("person"));
        draft.setOptionText(id, option(1), "da", "Samtalen med Mette");
        QCOMPARE(said(), QString("person"));
        draft.setOptionText(id, option(1), "da", "Kaffen og kagen i det store lokale");
        QCOMPARE(said(), QString("length"));
        draft.setOptionText(id, option(0), "da", "Beskæftigelse");
        draft.setOptionText(id, option(1), "da", "Uddannelse Virksomheder");
        QCOMPARE(said(), QString("reading"));
        draft.setOptionText(id, option(0), "da", "Lokalerne");
        draft.setOptionText(id, option(1), "da", "Kaffen");
        QCOMPARE(said(), QString("good"));
        draft.removeOption(id, option(3));
        QCOMPARE(said(), QString("dont-know")); // "Andet" is no answer for who doesn't know
        draft.setOptionText(id, option(2), "da", "Andet eller ved ikke");
        QCOMPARE(said(), QString("good"));
        draft.removeOption(id, option(2));
        QCOMPARE(said(), QString("other dont-know"));
    }

    void commentsThatAreOffAreSaidSo()
    {
        const core::Questionnaire smiley = shipped("smiley");
        const auto advice = staff::advise(smiley, *core::QuestionId::parse("T1"), {{"da"}, false, {}});
        QCOMPARE(advice.size(), std::size_t{1});
        QCOMPARE(advice[0].code, std::string("comments-off"));
    }

    void moreThanFiveAreSaidWithTheirFaces()
    {
        test::SeededRandom random;
        staff::Draft draft(shipped("btu"));
        QVERIFY(staff::adviseWhole(draft.questionnaire()).empty());
        const core::QuestionId id = *draft.add(core::QuestionKind::Degree, random);
        draft.setCondition(id, core::Condition{{core::Face::VeryBad, core::Face::Bad}, {}, {}});
        const auto advice = staff::adviseWhole(draft.questionnaire());
        QCOMPARE(advice.size(), std::size_t{1});
        QVERIFY(advice[0].sentence.starts_with("Efter de to dårligste ansigter kan én besøgende få seks spørgsmål."));
    }

    /// Our own wording is what the coach measures by. The faces of a course ask about "kursus eller tilbud": one thing.
    void nothingThatIsShippedRaisesAFalseAlarm()
    {
        int looked = 0;
        for (const std::string& name : wire::shippedQuestionnaires()) {
            const core::Questionnaire questionnaire = shipped(name);
            for (const core::Question& question : questionnaire.questions) {
                for (const staff::Advice& advice : staff::advise(questionnaire, question.id)) {
                    QVERIFY2(advice.level == staff::Advice::Level::Good || advice.code == "translation",
                             (question.id.text() + ": " + advice.sentence).c_str());
                    ++looked;
                }
            }
        }
        QVERIFY(looked > 30);
    }
};

QTEST_APPLESS_MAIN(TestCoach)
#include "test_coach.moc"
