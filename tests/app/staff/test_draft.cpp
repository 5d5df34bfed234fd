// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/staff/difference.h"
#include "app/staff/draft.h"
#include "app/staff/library.h"
#include "sync/wire/questionnaire_json.h"
#include "tests/support/fakes.h"

#include <QtTest>

#include <algorithm>
#include <variant>

using namespace smiley;
using staff::Draft;

namespace {

core::Questionnaire shipped(std::string_view name)
{
    return std::get<core::Questionnaire>(wire::parseQuestionnaire(wire::shippedQuestionnaire(name)));
}

core::QuestionId id(const char* text) { return *core::QuestionId::parse(text); }

QString all(const std::vector<std::string>& sentences)
{
    QStringList list;
    for (const std::string& sentence : sentences) {
        list << QString::fromStdString(sentence);
    }
    return list.join('|');
}

QString order(const Draft& draft)
{
    QStringList ids;
    for (const staff::QuestionLine& line : draft.lines()) {
        ids << QString::fromStdString(line.id.text());
    }
    return ids.join(' ');
}

} // namespace

class TestDraft : public QObject {
    Q_OBJECT

    test::SeededRandom m_random;

private slots:
    void whatIsLockedCannotBeChanged()
    {
        const core::Questionnaire start = shipped("smiley");
        Draft draft(start);
        for (const core::Question& question : start.questions) {
            QVERIFY(draft.isLocked(question.id));
            QVERIFY(!draft.setText(question.id, "da", "Noget"));
            QVERIFY(!draft.setHint(question.id, "da", "Noget"));
            QVERIFY(!draft.remove(question.id));
            QVERIFY(!draft.setHidden(question.id, true));
            QVERIFY(!draft.move(question.id, 1));
            QVERIFY(!draft.moveUp(question.id));
            QVERIFY(!draft.setKind(question.id, core::QuestionKind::Degree, m_random));
            QVERIFY(!draft.addOption(question.id, m_random));
            QVERIFY(!draft.setCondition(question.id, std::nullopt));
        }
        QVERIFY(!draft.isChanged());
        QVERIFY(!draft.canUndo());
        QVERIFY(draft.toPublish(m_random) == start);
    }

    void aNewDegreeQuestionInTwoLanguagesCanBePublished()
    {
        Draft draft(shipped("smiley"));
        const auto question = draft.add(core::QuestionKind::Degree, m_random);
        QVERIFY(question);
        QCOMPARE(order(draft), "K0 F1 F2 " + QString::fromStdString(question->text()) + " T1"); // before the comment
        QCOMPARE(all(draft.faults()), QString("Spørgsmål nummer 3 har ingen tekst på dansk endnu."));
        QVERIFY(draft.setText(*question, "da", "I hvilken grad gjorde lokalerne dit besøg nemmere? "));
        QVERIFY(draft.setText(*question, "en", "To what extent did the rooms make your visit easier?"));
        QCOMPARE(all(draft.faults()), QString());
        QVERIFY(!core::isAskable(draft.questionnaire(), *draft.questionnaire().find(*question), "ar"));
        QVERIFY(core::isAskable(draft.questionnaire(), *draft.questionnaire().find(*question), "en"));
        const core::Questionnaire published = draft.toPublish(m_random);
        QVERIFY(wire::isSound(published));
        QVERIFY(published.find(*question)->options == staff::gradeScale());
        QCOMPARE(QString::fromStdString(published.find(*question)->text.at("da")),
                 QString("I hvilken grad gjorde lokalerne dit besøg nemmere?"));
        QCOMPARE(
            all(draft.differenceFrom(draft.start())),
            QString("Nyt spørgsmål: “I hvilken grad gjorde lokalerne dit besøg nemmere?”. Svarform: i hvilken grad."));
        QVERIFY(wire::merged(draft.start(), published, draft.start()).questionnaire == published);
    }

    void aNewChoiceHasAndetAndVedIkkeAndNamesWhatIsMissing()
    {
        Draft draft(shipped("smiley"));
        const core::QuestionId question = *draft.add(core::QuestionKind::Choice, m_random);
        const auto options = [&] { return draft.questionnaire().find(question)->options; };
        QCOMPARE(options().size(), std::size_t{4});
        QCOMPARE(options()[2].text.at("da"), std::string("Andet"));
        QVERIFY(options()[3].text.at("da").starts_with("Ved ikke"));
        QVERIFY(draft.setText(question, "da", "Hvad brugte du?"));
        QVERIFY(draft.setOptionText(question, options()[0].id, "da", "Computeren"));
        QCOMPARE(all(draft.faults()), QString("Svar nummer 2 i “Hvad brugte du?” mangler på dansk."));
        QVERIFY(draft.setOptionText(question, options()[1].id, "da", "Printeren"));
        QVERIFY(draft.setText(question, "en", "What did you use?"));
        QCOMPARE(all(draft.faults()),
                 QString("Svar nummer 1 i “Hvad brugte du?” mangler på engelsk. Skriv det, eller tag sproget ud af "
                         "spørgsmålet.|Svar nummer 2 i “Hvad brugte du?” mangler på engelsk. Skriv det, eller tag "
                         "sproget ud af spørgsmålet."));
        QVERIFY(draft.setText(question, "en", ""));
        QCOMPARE(all(draft.faults()), QString());
        const auto added = draft.addOption(question, m_random);
        QVERIFY(added && options()[2].id == *added); // before "Andet"
        QVERIFY(draft.moveOption(question, *added, 0) && options()[0].id == *added);
        QVERIFY(draft.removeOption(question, *added));
    }

    void moreThanFiveForOneVisitorIsAFaultThatHidingMends()
    {
        Draft draft(shipped("btu"));
        QCOMPARE(all(draft.faults()), QString());
        const core::QuestionId question = *draft.add(core::QuestionKind::Degree, m_random);
        draft.setText(question, "da", "I hvilken grad var der ro?");
        QVERIFY(all(draft.faults()).startsWith("Efter alle ansigter kan én besøgende få seks spørgsmål."));
        QVERIFY(draft.setHidden(id("L1"), true));
        QVERIFY(draft.setCondition(question, core::Condition{{}, id("P0"), {*core::OptionId::parse("desk")}}));
        QCOMPARE(all(draft.faults()), QString());
        QCOMPARE(draft.lines().back().condition,
                 std::string("Vises efter alle ansigter, hvis svaret på “Hvad skulle du i dag?” er “Skranken”"));
        QCOMPARE(draft.lines()[6].ownership, std::string("Skjult"));
    }

    void aConditionLooksBackAtWhatIsThere()
    {
        Draft draft(shipped("btu"));
        QCOMPARE(draft.conditionChoices(id("L1")).size(), std::size_t{5});
        QVERIFY(!draft.setCondition(id("L1"), core::Condition{{}, id("K0"), {*core::OptionId::parse("1")}}));
        QVERIFY(!draft.setCondition(id("L1"), core::Condition{{}, id("P0"), {*core::OptionId::parse("nobody")}}));
        QVERIFY(!draft.setCondition(id("L1"), core::Condition{{}, id("P0"), {}}));
        QVERIFY(draft.setCondition(id("L1"), core::Condition{{core::Face::VeryBad, core::Face::Bad}, {}, {}}));
        QCOMPARE(draft.lines().back().condition, std::string("Vises efter de to dårligste ansigter"));
        QVERIFY(draft.move(id("L1"), 1));
        QCOMPARE(order(draft), QString("K0 L1 P0 B5a D1 C1 E1"));
        QVERIFY(draft.conditionChoices(id("L1")).empty());
        draft.undo();
        draft.undo();
        QVERIFY(draft.move(id("L1"), 1)); // now its condition looks forward
        QCOMPARE(all(draft.faults()).count("skal stå under det"), 1);
    }

    void everyStepCanBeUndoneAndRedoneAndThereIsABound()
    {
        Draft draft(shipped("btu"));
        std::vector<core::Questionnaire> seen{draft.questionnaire()};
        const core::QuestionId question = *draft.add(core::QuestionKind::Choices, m_random);
        seen.push_back(draft.questionnaire());
        for (int i = 0; i < 60; ++i) {
            QVERIFY(draft.setHidden(question, i % 2 == 0));
            seen.push_back(draft.questionnaire());
            QVERIFY(draft.setText(question, "da", "Tekst " + std::to_string(i)));
            seen.push_back(draft.questionnaire());
        }
        for (std::size_t i = seen.size() - 1; i-- > 0;) {
            QVERIFY(draft.undo());
            QVERIFY(draft.questionnaire() == seen[i]);
        }
        QVERIFY(!draft.undo());
        for (std::size_t i = 1; i < seen.size(); ++i) {
            QVERIFY(draft.redo());
            QVERIFY(draft.questionnaire() == seen[i]);
        }
        QVERIFY(!draft.redo());
        for (std::size_t i = 0; i < 2 * Draft::stepsMax; ++i) {
            draft.setHidden(question, i % 2 == 0);
        }
        std::size_t steps = 0;
        while (draft.undo()) {
            ++steps;
        }
        QCOMPARE(steps, Draft::stepsMax);
    }

    void typingInOneFieldIsOneStep()
    {
        Draft draft(shipped("btu"));
        for (const char* text : {"H", "Hv", "Hvo", "Hvor"}) {
            QVERIFY(draft.setText(id("L1"), "da", text));
        }
        QVERIFY(draft.setText(id("L1"), "en", "Where"));
        draft.endTyping();
        QVERIFY(draft.setText(id("L1"), "en", "Where?"));
        QVERIFY(draft.undo() && draft.undo() && draft.undo());
        QVERIFY(!draft.isChanged());
        QVERIFY(!draft.canUndo());
    }

    void aTextThatNoScreenShowsIsNotTaken()
    {
        Draft draft(shipped("btu"));
        QVERIFY(draft.setText(id("L1"), "da", std::string(200, 'a')));
        QVERIFY(!draft.setText(id("L1"), "da", std::string(201, 'a')));
        QVERIFY(!draft.setText(id("L1"), "da", "a\xE2\x80\xAE"));
        QVERIFY(!draft.setText(id("L1"), "da", "a\nb"));
        QVERIFY(!draft.setText(id("L1"), "xx", "a"));
        QCOMPARE(draft.length(id("L1"), "da").characters, std::size_t{200});
    }

    void otherWordsThanTheShippedOnesGetAnIdOfTheirOwn()
    {
        Draft draft(shipped("btu"));
        QVERIFY(draft.setText(id("L1"), "en", "To what extent do the rooms make your visit easier?"));
        QVERIFY(draft.toPublish(m_random).find(id("L1")) != nullptr); // a translation: the same question
        QVERIFY(draft.setText(id("L1"), "da", "I hvilken grad gør lokalerne dit besøg nemmere?"));
        const core::Questionnaire published = draft.toPublish(m_random);
        QVERIFY(published.find(id("L1")) == nullptr);
        QVERIFY(published.questions.back().id.text().starts_with("L-"));
        QVERIFY(!published.questions.back().verbatim);
        Draft next(published);
        const core::QuestionId own = published.questions.back().id;
        QVERIFY(next.setText(own, "da", "I hvilken grad gør rummene dit besøg nemmere?"));
        QVERIFY(next.toPublish(m_random).find(own) != nullptr); // own wording may change
        QVERIFY(next.setKind(own, core::QuestionKind::Choice, m_random));
        for (const core::Option& option : next.questionnaire().find(own)->options) {
            next.setOptionText(own, option.id, "da", "Svar " + option.id.text());
        }
        QVERIFY(next.toPublish(m_random).find(own) == nullptr); // another form is another question
    }

    void whatTheLibraryHasCanBeAddedOnceAndIsLocal()
    {
        const core::Questionnaire start = shipped("smiley");
        Draft draft(start);
        std::size_t offered = 0;
        for (const staff::LibraryTheme& theme : staff::library(draft.questionnaire(), start)) {
            QVERIFY(!theme.name.empty());
            for (const core::Question& question : theme.questions) {
                QVERIFY(start.find(question.id) == nullptr && question.kind != core::QuestionKind::Faces);
                Draft one(start);
                QVERIFY(one.add(question));
                QVERIFY(!one.add(question));
                QVERIFY(!one.isLocked(question.id));
                QCOMPARE(all(one.faults()), QString());
                QVERIFY(one.toPublish(m_random).find(question.id) != nullptr);
                ++offered;
            }
        }
        QVERIFY(offered >= 12);
        QVERIFY(draft.add(*staff::shippedQuestion(id("L5"))));
        for (const staff::LibraryTheme& theme : staff::library(draft.questionnaire(), start)) {
            QVERIFY(std::ranges::find(theme.questions, id("L5"), &core::Question::id) == theme.questions.end());
        }
    }

    void theDraftOutlivesARestartAndAChangeAtTheCentre()
    {
        const core::Questionnaire start = shipped("smiley");
        Draft draft(start);
        const core::QuestionId question = *draft.add(core::QuestionKind::Choices, m_random); // with empty texts
        const std::string text = draft.toText();
        const auto same = Draft::fromText(text, start);
        QVERIFY(same);
        QVERIFY(same->questionnaire() == draft.questionnaire());
        QVERIFY(same->start() == start);
        const core::Questionnaire trust = shipped("smiley-trust");
        const auto over = Draft::fromText(text, trust);
        QVERIFY(over && over->questionnaire().find(id("B1")) != nullptr);
        QVERIFY(over->questionnaire().find(question) != nullptr);
        for (std::size_t cut = 1; cut < text.size(); cut += 3001) {
            QVERIFY(!Draft::fromText(text.substr(0, text.size() - cut), start));
        }
        std::string forged = text;
        forged.replace(forged.rfind("Hvad var godt?"), 14, "Hvad var sjov?");
        QVERIFY(Draft::fromText(forged, start)->questionnaire().find(id("F2")) != nullptr);
        QCOMPARE(Draft::fromText(forged, start)->questionnaire().find(id("F2"))->text.at("da"),
                 std::string("Hvad var godt?"));
    }

    void theDifferenceIsSaidInSentences()
    {
        Draft draft(shipped("btu"));
        const core::Questionnaire before = draft.start();
        draft.setText(id("L1"), "da", "Var der ro?");
        draft.setText(id("L1"), "en", "Was it quiet?");
        draft.setCondition(id("L1"), core::Condition{{core::Face::VeryGood}, {}, {}});
        draft.setHidden(id("L1"), true);
        draft.moveUp(id("L1"));
        const QString said = all(draft.differenceFrom(before));
        for (const char* part :
             {"Ny ordlyd: “Var der ro?”. Før: “I hvilken grad gør jobcentrets",
              "Ny oversættelse af “Var der ro?”: engelsk.",
              "“Var der ro?” vises efter det bedste ansigt. Før: vises efter alle ansigter, hvis svaret på",
              "“Var der ro?” er skjult.", "Spørgsmålene står i en ny rækkefølge."}) {
            QVERIFY2(said.contains(part), qPrintable(said));
        }
        QCOMPARE(said.count('|'), 4);
        QCOMPARE(all(staff::difference(before, before)), QString());
        QVERIFY(all(staff::difference(shipped("btu"), shipped("smiley"))).contains("Taget ud: “"));
    }

    void facesAreNamedInWords()
    {
        using enum core::Face;
        QCOMPARE(staff::facesPhrase({}), std::string("alle ansigter"));
        QCOMPARE(staff::facesPhrase({VeryBad, Bad}), std::string("de to dårligste ansigter"));
        QCOMPARE(staff::facesPhrase({VeryBad, VeryGood}), std::string("ansigt 1 og 5"));
        QCOMPARE(staff::facesPhrase({VeryBad, Bad, InBetween, Good, VeryGood}), std::string("alle ansigter"));
    }
};

QTEST_APPLESS_MAIN(TestDraft)
#include "test_draft.moc"
