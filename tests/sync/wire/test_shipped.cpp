// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/rotation.h"
#include "sync/wire/questionnaire_json.h"
#include "tests/support/fakes.h"
#include "tests/sync/wire/schema.h"

#include <QtTest>

#include <algorithm>
#include <set>

using namespace smiley;

namespace json = boost::json;

namespace {

core::Questionnaire shipped(const std::string& name)
{
    auto parsed = wire::parseQuestionnaire(wire::shippedQuestionnaire(name));
    if (auto* faults = std::get_if<std::vector<wire::DocumentFault>>(&parsed)) {
        qFatal("%s:\n%s", name.c_str(), wire::describe(*faults).c_str());
    }
    return std::get<core::Questionnaire>(std::move(parsed));
}

QStringList idsOf(const std::vector<core::QuestionId>& questions)
{
    QStringList ids;
    for (const core::QuestionId& id : questions) {
        ids << QString::fromStdString(id.text());
    }
    return ids;
}

QStringList planned(const core::Questionnaire& questionnaire, int face, const char* language,
                    const QStringList& drawn = {}, const char* errand = nullptr)
{
    std::vector<core::QuestionId> share;
    for (const QString& id : drawn) {
        share.push_back(*core::QuestionId::parse(id.toStdString()));
    }
    std::vector<core::PollAnswer> answered;
    if (errand != nullptr) {
        answered.push_back({*core::QuestionId::parse("P0"), {*core::OptionId::parse(errand)}, false});
    }
    return idsOf(core::plan(questionnaire, *core::faceOf(face), language, share, answered));
}

QString fileText(const QString& path)
{
    QFile file(QString(SMILEY_SOURCE_DIR) + path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

} // namespace

class TestShipped : public QObject {
    Q_OBJECT

private:
    static void eachFile()
    {
        QTest::addColumn<QString>("name");
        for (const std::string& name : wire::shippedQuestionnaires()) {
            QTest::newRow(name.c_str()) << QString::fromStdString(name);
        }
    }

private slots:
    void whatIsInTheProgramIsWhatIsInTheFolder()
    {
        const QString folder = "/sync/wire/questionnaires/";
        QStringList files = QDir(QString(SMILEY_SOURCE_DIR) + folder).entryList({"*.json"}, QDir::Files);
        QStringList names;
        for (const std::string& name : wire::shippedQuestionnaires()) {
            names << QString::fromStdString(name) + ".json";
            QCOMPARE(QString::fromUtf8(wire::shippedQuestionnaire(name).data(),
                                       static_cast<qsizetype>(wire::shippedQuestionnaire(name).size())),
                     fileText(folder + names.last()));
        }
        names.sort();
        QCOMPARE(names, files);
        QCOMPARE(QString::fromUtf8(wire::questionnaireSchema().data(),
                                   static_cast<qsizetype>(wire::questionnaireSchema().size())),
                 fileText("/sync/wire/questionnaire.schema.json"));
        QVERIFY(wire::shippedQuestionnaire("nothing").empty());
    }

    void everyFileFitsSchemaAndProgram_data() { eachFile(); }
    void everyFileFitsSchemaAndProgram()
    {
        QFETCH(QString, name);
        const core::Questionnaire questionnaire = shipped(name.toStdString());
        QCOMPARE(QString::fromStdString(questionnaire.id), name);
        const test::PublishedSchema schema;
        QCOMPARE(QString::fromStdString(schema.complaint(json::parse(wire::shippedQuestionnaire(name.toStdString())))),
                 QString());
    }

    void theSchemaNamesItsDialectAndItself()
    {
        const json::value schema = json::parse(wire::questionnaireSchema());
        QVERIFY(schema.at("$schema") == "https://json-schema.org/draft/2020-12/schema");
        QVERIFY(schema.at("$id").as_string().starts_with("urn:"));
    }

    void noTranslationIsLongerThan14Words_data() { eachFile(); }
    void noTranslationIsLongerThan14Words()
    {
        // METHOD.md 7; what is Danish is in tests/app/languages/test_plain_danish.cpp.
        QFETCH(QString, name);
        const QRegularExpression secondClause("\\b(that|which|because|when|if|but|so that)\\b");
        for (const core::Question& question : shipped(name.toStdString()).questions) {
            for (const auto& [language, text] : question.text) {
                const QString words = QString::fromStdString(text);
                if (language.starts_with("da")) {
                    continue;
                }
                const auto count = words.split(' ', Qt::SkipEmptyParts).size();
                QVERIFY2(count <= 14, qPrintable(words + ": " + QString::number(count)));
                QVERIFY2(language != "en" || !words.contains(secondClause), text.c_str());
                QVERIFY2(words.count('?') + words.count(u'؟') == 1, text.c_str());
            }
        }
    }

    void aQuestionReadsTheSameInEveryFile()
    {
        // One id is one wording: answers of two files may be put together.
        std::map<std::string, json::value> seen;
        for (const std::string& name : wire::shippedQuestionnaires()) {
            const json::value document = json::parse(wire::shippedQuestionnaire(name));
            for (const json::value& question : document.at("questions").as_array()) {
                json::object wording = question.as_object();
                for (const char* member : {"ask_if", "rotates"}) {
                    wording.erase(member);
                }
                const auto [known, isNew] =
                    seen.emplace(question.at("id").as_string(), json::value(std::move(wording)));
                json::object again = question.as_object();
                for (const char* member : {"ask_if", "rotates"}) {
                    again.erase(member);
                }
                QVERIFY2(isNew || known->second == json::value(again), known->first.c_str());
            }
        }
    }

    void danishWordingIsThatOfTheMethod_data()
    {
        QTest::addColumn<QString>("id");
        QTest::addColumn<QString>("wording");
        const std::array<std::pair<const char*, const char*>, 17> wordings{
            {{"K0", "Hvordan var dit besøg i jobcentret i dag?"},
             {"A1", "Hvor tilfreds eller utilfreds har du alt i alt været med dit forløb i jobcentret?"},
             {"B1", "I hvilken grad oplevede du at blive mødt med tillid i jobcentret?"},
             {"B5a", "I hvilken grad blev du hørt i dag?"},
             {"B6", "I hvilken grad blev du behandlet med respekt?"},
             {"C1", "I hvilken grad oplever du, at der er et klart mål i dit forløb i jobcentret?"},
             {"C2", "I hvilken grad giver aktiviteterne i dit forløb mening i forhold til dit mål?"},
             {"D1", "I hvilken grad var formålet med samtalen klart for dig?"},
             {"E1", "I hvilken grad oplever du, at jobcentret bringer dig tættere på job eller uddannelse?"},
             {"E5", "I hvilken grad bliver du hjulpet af jobcentret?"},
             {"E6", "I hvilken grad var besøget i dag din tid værd?"},
             {"L1", "I hvilken grad gør jobcentrets fysiske indretning dit besøg nemmere?"},
             {"L3", "I hvilken grad forstår du, hvilke krav og forventninger der er til dig?"},
             {"L5", "I hvilken grad er det let at få fat i jobcentret?"},
             {"F1", "Hvad kunne være bedre?"},
             {"F2", "Hvad var godt?"},
             {"P0", "Hvad skulle du i dag?"}}};
        for (const auto& [id, wording] : wordings) {
            QTest::newRow(id) << id << wording;
        }
    }

    void danishWordingIsThatOfTheMethod()
    {
        QFETCH(QString, id);
        QFETCH(QString, wording);
        bool found = false;
        for (const std::string& name : wire::shippedQuestionnaires()) {
            const core::Questionnaire questionnaire = shipped(name);
            if (const core::Question* question = questionnaire.find(*core::QuestionId::parse(id.toStdString()))) {
                found = true;
                QCOMPARE(QString::fromStdString(question->text.at("da")), wording);
            }
        }
        QVERIFY(found);
    }

    void reasonsFollowTheFace()
    {
        for (const char* name : {"smiley", "smiley-trust", "rotation", "courses"}) {
            const core::Questionnaire questionnaire = shipped(name);
            for (int face = 1; face <= 5; ++face) {
                QCOMPARE(planned(questionnaire, face, "da").first(), QString(face <= 3 ? "F1" : "F2"));
            }
        }
        QCOMPARE(planned(shipped("smiley"), 1, "da"), (QStringList{"F1", "T1"}));
        QCOMPARE(planned(shipped("smiley-trust"), 1, "da"), (QStringList{"F1", "B1", "T1"}));
        QCOMPARE(planned(shipped("smiley-trust"), 5, "da-x-let"), (QStringList{"F2", "B1", "T1"}));
    }

    void theMeetingIsAskedAboutOnlyAfterAMeeting()
    {
        const core::Questionnaire exitPoll = shipped("exit-poll");
        QCOMPARE(planned(exitPoll, 2, "da", {"C1"}), (QStringList{"P0", "A1", "B5a", "C1"}));
        QCOMPARE(planned(exitPoll, 2, "da", {"C1"}, "desk"), (QStringList{"P0", "A1", "B5a", "C1"}));
        QCOMPARE(planned(exitPoll, 2, "da", {"E1"}, "meeting"), (QStringList{"P0", "A1", "B5a", "D1", "E1"}));
        const core::Questionnaire btu = shipped("btu");
        QCOMPARE(planned(btu, 4, "en", {}, "meeting"), (QStringList{"P0", "B5a", "D1", "C1", "E1"}));
        QCOMPARE(planned(btu, 4, "en", {}, "course"), (QStringList{"P0", "B5a", "C1", "E1", "L1"}));
    }

    void smileyAndExitPollAreWholeInEveryLanguage()
    {
        for (const char* name : {"smiley", "smiley-trust", "exit-poll"}) {
            const core::Questionnaire questionnaire = shipped(name);
            for (const core::Language& language : questionnaire.languages) {
                for (const core::Question& question : questionnaire.questions) {
                    QVERIFY2(core::isAskable(questionnaire, question, language.tag),
                             (question.id.text() + " in " + language.tag).c_str());
                }
            }
        }
    }

    void aLanguageIsADraftUntilSomebodyHasSignedIt_data() { eachFile(); }
    void aLanguageIsADraftUntilSomebodyHasSignedIt()
    {
        // Danish, easy Danish and English are ours; of the others somebody has to say that they are right.
        QFETCH(QString, name);
        const core::Questionnaire questionnaire = shipped(name.toStdString());
        QVERIFY(questionnaire.languages.size() > 3);
        for (std::size_t i = 0; i < questionnaire.languages.size(); ++i) {
            const core::Language& language = questionnaire.languages[i];
            QVERIFY2(i < 3 || language.draft != !language.signedBy.empty(), language.tag.c_str());
        }
    }

    void theDirectionStandsInTheFile_data() { eachFile(); }
    void theDirectionStandsInTheFile()
    {
        QFETCH(QString, name);
        QStringList rightToLeft;
        for (const core::Language& language : shipped(name.toStdString()).languages) {
            if (language.direction == core::Direction::RightToLeft) {
                rightToLeft << QString::fromStdString(language.tag);
            }
        }
        QCOMPARE(rightToLeft, (QStringList{"ar", "fa"}));
    }

    void everyFileIsInDanishEasyDanishAndEnglish_data() { eachFile(); }
    void everyFileIsInDanishEasyDanishAndEnglish()
    {
        QFETCH(QString, name);
        const core::Questionnaire questionnaire = shipped(name.toStdString());
        QCOMPARE(questionnaire.languages.front().tag, std::string("da"));
        for (const core::Question& question : questionnaire.questions) {
            for (const char* language : {"da", "da-x-let", "en"}) {
                QVERIFY2(core::isAskable(questionnaire, question, language), question.id.text().c_str());
            }
        }
    }

    void everyReasonAndErrandHasADrawing_data() { eachFile(); }
    void everyReasonAndErrandHasADrawing()
    {
        QFETCH(QString, name);
        for (const core::Question& question : shipped(name.toStdString()).questions) {
            if (question.kind == core::QuestionKind::Choice || question.kind == core::QuestionKind::Choices) {
                for (const core::Option& option : question.options) {
                    QVERIFY(!option.icon.empty());
                }
                QCOMPARE(question.options.back().id.text(), std::string("other"));
            }
        }
    }

    void twoOfTenRotate()
    {
        const core::Questionnaire rotation = shipped("rotation");
        QCOMPARE(std::count_if(rotation.questions.begin(), rotation.questions.end(),
                               [](const core::Question& question) { return question.rotates; }),
                 10);
        test::SeededRandom random(3);
        core::RotationDeck deck(rotation, random);
        std::map<QString, int> asked;
        for (int i = 0; i < 100; ++i) {
            const auto drawn = deck.draw();
            QCOMPARE(drawn.size(), std::size_t{2});
            for (const QString& id : idsOf(drawn)) {
                ++asked[id];
            }
            QCOMPARE(planned(rotation, 1, "da", idsOf(drawn)).size(), 3);
        }
        QCOMPARE(asked.size(), std::size_t{10});
    }
};

QTEST_APPLESS_MAIN(TestShipped)
#include "test_shipped.moc"
