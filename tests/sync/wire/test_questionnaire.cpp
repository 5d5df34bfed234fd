// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/wire/keys.h"
#include "sync/wire/questionnaire_json.h"
#include "tests/sync/wire/questionnaires.h"
#include "tests/sync/wire/schema.h"

#include <QtTest>

#include <functional>

using namespace smiley;
using namespace smiley::test;

namespace json = boost::json;

class TestQuestionnaire : public QObject {
    Q_OBJECT

private:
    test::PublishedSchema m_schema;

private slots:
    void aWholeFileIsRead()
    {
        const auto parsed = wire::parseQuestionnaire(goodText);
        QVERIFY2(std::holds_alternative<core::Questionnaire>(parsed), qPrintable(joined(faultsOf(goodText))));
        QCOMPARE(QString::fromStdString(m_schema.complaint(good())), QString());
        const auto& read = std::get<core::Questionnaire>(parsed);
        QCOMPARE(read.id, std::string("small"));
        QCOMPARE(read.version, 3);
        QCOMPARE(read.title, std::string("Lille"));
        QCOMPARE(read.languages.size(), std::size_t{3});
        QVERIFY(read.languages[1].fallback == "da");
        QVERIFY(read.languages[2].direction == core::Direction::RightToLeft && read.languages[2].draft);
        QCOMPARE(read.questions.size(), std::size_t{4});
        QVERIFY(read.questions[0].kind == core::QuestionKind::Faces);
        QVERIFY(read.questions[1].profile && read.questions[1].options[0].icon == "meeting");
        const core::Question& degree = read.questions[2];
        QVERIFY(degree.kind == core::QuestionKind::Degree && degree.ownership == core::Ownership::Local);
        QVERIFY(degree.verbatim && !degree.rotates && degree.theme == "3" && degree.hint.at("da") == "Vælg");
        QCOMPARE(degree.externalIds.at("KL"), std::string("17"));
        QVERIFY(degree.askIf && degree.askIf->question->text() == "P0");
        QVERIFY((degree.askIf->faces == std::set{core::Face::VeryBad, core::Face::Bad}));
        QVERIFY(degree.askIf->options.contains(*core::OptionId::parse("meeting")));
        QVERIFY(read.questions[3].kind == core::QuestionKind::Comment);
    }

    void theHashIsThatOfTheCanonicalFile()
    {
        const auto hashOf = [](std::string_view text) {
            return std::get<core::Questionnaire>(wire::parseQuestionnaire(text)).hash;
        };
        QVERIFY(hashOf(goodText) == wire::sha256(wire::canonicalJson(goodText)));
        // White space and order don't make a new version; a note does.
        QVERIFY(hashOf(goodText) == hashOf(json::serialize(good())));
        json::value noted = good();
        noted.as_object()["note"] = "ny";
        QVERIFY(hashOf(goodText) != hashOf(json::serialize(noted)));
    }

    void eachFaultIsNamedByItsPointer_data()
    {
        QTest::addColumn<QString>("pointer"); // what is changed
        QTest::addColumn<QString>("value");   // to what; empty: taken out
        QTest::addColumn<QString>("at");      // where the fault is
        QTest::addColumn<QString>("message");
        QTest::addColumn<bool>("schemaSees"); // whether the schema alone refuses it
        const auto row = [](const char* pointer, const std::string& value, const char* at, const char* message,
                            bool schemaSees = true) {
            QTest::newRow((std::string(pointer) + " " + value.substr(0, 40)).c_str())
                << pointer << QString::fromStdString(value) << at << message << schemaSees;
        };
        const std::string taken;
        // The document.
        row("/id", taken, "/id", "is missing");
        row("/id", "\"Small\"", "/id", "must be 3 to 40 lower-case");
        row("/id", "7", "/id", "must be a text");
        row("/version", taken, "/version", "is missing");
        row("/version", "0", "/version", "must be a whole number from 1");
        row("/version", "1000001", "/version", "must be a whole number");
        row("/version", "1.5", "/version", "must be a whole number");
        row("/version", "\"1\"", "/version", "must be a whole number");
        row("/version", "null", "/version", "is null");
        row("/title", taken, "/title", "is missing");
        row("/title", "\"\"", "/title", "must be a text of 1 to 100");
        row("/title", quoted(101), "/title", "must be a text of 1 to 100");
        row("/note", quoted(501), "/note", "must be a text of 1 to 500");
        row("/titel", "\"x\"", "/titel", "is no member of a questionnaire file here; known are \"$schema\"");
        row("/languages", taken, "/languages", "is missing");
        row("/languages", "[]", "/languages", "must hold 1 to 40 entries");
        row("/languages", "{}", "/languages", "must be a list");
        row("/languages", repeated(41, languageText), "/languages", "must hold 1 to 40 entries, not 41");
        row("/questions", "[]", "/questions", "must hold 1 to 60 entries");
        row("/questions", taken, "/questions", "is missing");
        row("/rotation", "{}", "/rotation/draw", "is missing");
        row("/rotation", "{\"draw\":6}", "/rotation/draw", "must be a whole number from 0 to 5");
        row("/rotation", "{\"draw\":-1}", "/rotation/draw", "must be a whole number from 0 to 5");
        row("/rotation", "{\"draw\":0,\"of\":3}", "/rotation/of", "is no member");
        row("/rotation", "2", "/rotation", "must be an object");
        // Languages.
        row("/languages/0", "\"da\"", "/languages/0", "must be an object");
        row("/languages/0/tag", taken, "/languages/0/tag", "is missing");
        row("/languages/2/tag", "\"arabisk\"", "/languages/2/tag", "must be a language tag");
        row("/languages/2/tag", "\"d\"", "/languages/2/tag", "must be a language tag");
        row("/languages/2/tag", "\"da-\"", "/languages/2/tag", "must be a language tag");
        row("/languages/2/tag", "\"da--x\"", "/languages/2/tag", "must be a language tag");
        row("/languages/2/tag", "\"da-abcdefghi\"", "/languages/2/tag", "must be a language tag");
        row("/languages/2/tag", "\"da\"", "/languages/2/tag", "must be unique", false);
        row("/languages/2/name", taken, "/languages/2/name", "is missing");
        row("/languages/2/name", quoted(41), "/languages/2/name", "must be a text of 1 to 40");
        row("/languages/2/direction", "\"right\"", "/languages/2/direction", "must be one of \"ltr\" \"rtl\"");
        row("/languages/2/draft", "\"yes\"", "/languages/2/draft", "must be true or false");
        row("/languages/2/draft", "null", "/languages/2/draft", "is null");
        row("/languages/2/kladde", "true", "/languages/2/kladde", "is no member");
        row("/languages/1/fallback", "7", "/languages/1/fallback", "must be a text");
        row("/languages/1/fallback", "\"en\"", "/languages/1/fallback", "must name another language", false);
        row("/languages/1/fallback", "\"da-x-let\"", "/languages/1/fallback", "must name another language", false);
        row("/languages/2/fallback", "\"da-x-let\"", "/languages/2/fallback", "must name another language", false);
        row("/languages/0/fallback", "\"ar\"", "/languages/0/fallback", "must be left out", false);
        row("/languages/2/signed_by", quoted(10), "/languages/2/signed_by", "a draft is what nobody has signed", false);
        row("/languages/1/signed_by", quoted(121), "/languages/1/signed_by", "must be a text of 1 to 120");
        row("/languages/1/signed_by", "true", "/languages/1/signed_by", "must be a text");
        // Questions.
        row("/questions/1", "[]", "/questions/1", "must be an object");
        row("/questions/1/id", taken, "/questions/1/id", "is missing");
        row("/questions/1/id", "\"P 0\"", "/questions/1/id", "must be 1 to 32 letters");
        row("/questions/1/id", quoted(33), "/questions/1/id", "must be 1 to 32 letters");
        row("/questions/3/id", "\"K0\"", "/questions/3/id", "must be unique; \"K0\" is used above", false);
        row("/questions/1/kind", "\"radio\"", "/questions/1/kind", "must be one of \"faces\" \"degree\"");
        row("/questions/1/kind", taken, "/questions/1/kind", "is missing");
        row("/questions/1/kind", "\"faces\"", "/questions/1/kind", "can be \"faces\" only for the first");
        row("/questions/0/kind", "\"choice\"", "/questions/0/kind", "must be \"faces\"", false);
        row("/questions/0/ownership", "\"local\"", "/questions/0/ownership", "must be \"core\"", false);
        row("/questions/1/ownership", "\"core\"", "/questions/1/ownership", "can be \"core\" only", false);
        row("/questions/1/ownership", "\"nobody\"", "/questions/1/ownership", "must be one of \"core\"");
        row("/questions/1/ownership", taken, "/questions/1/ownership", "is missing");
        row("/questions/1/theme", "\"6\"", "/questions/1/theme", "must be one of \"core\" \"1\"");
        row("/questions/1/theme", "1", "/questions/1/theme", "must be one of");
        row("/questions/1/askif", "{}", "/questions/1/askif", "is no member");
        row("/questions/1/rotates", "1", "/questions/1/rotates", "must be true or false");
        row("/questions/1/profile", "\"true\"", "/questions/1/profile", "must be true or false");
        row("/questions/2/verbatim", "0", "/questions/2/verbatim", "must be true or false");
        row("/questions/2/note", "[]", "/questions/2/note", "must be a text");
        row("/questions/2/external_ids", "[]", "/questions/2/external_ids", "must be an object");
        row("/questions/2/external_ids/KL", "17", "/questions/2/external_ids/KL", "must be a text");
        row("/questions/2/external_ids/K L", "\"17\"", "/questions/2/external_ids/K L", "must be named by");
        row("/questions/0/rotates", "true", "/questions/0/rotates", "must be left out", false);
        row("/questions/0/ask_if", "{\"faces\":[1]}", "/questions/0/ask_if", "must be left out", false);
        // Texts.
        row("/questions/1/text", taken, "/questions/1/text", "is missing");
        row("/questions/1/text", "\"x\"", "/questions/1/text", "must be an object");
        row("/questions/1/text", "{}", "/questions/1/text", "must hold a text");
        row("/questions/1/text/da", "\"\"", "/questions/1/text/da", "must be a text of 1 to 200");
        row("/questions/1/text/da", quoted(201), "/questions/1/text/da", "must be a text of 1 to 200");
        row("/questions/1/text/da", quoted(201, "\u0639"), "/questions/1/text/da", "must be a text of 1 to 200");
        row("/questions/1/text/da", "null", "/questions/1/text/da", "is null");
        row("/questions/1/text/d", "\"x\"", "/questions/1/text/d", "must be named by a language tag");
        row("/questions/1/text/da", "\"a\\u202eb\"", "/questions/1/text/da", "U+202E at character 2", false);
        row("/questions/1/text/da", "\"a\\u2066b\"", "/questions/1/text/da", "direction character, U+2066", false);
        row("/questions/1/text/da", "\"a\\u200f\"", "/questions/1/text/da", "direction character, U+200F", false);
        row("/questions/1/text/da", "\"a\\u0000b\"", "/questions/1/text/da", "U+0000 at character 2", false);
        row("/questions/1/text/da", "\"a\\nb\"", "/questions/1/text/da", "U+000A at character 2", false);
        row("/questions/1/text/da", "\"a\\u200bb\"", "/questions/1/text/da", "U+200B at character 2", false);
        row("/title", "\"\\u001b[31m\"", "/title", "U+001B at character 1", false);
        row("/questions/1/text/en", "\"x\"", "/questions/1/text/en", "/languages doesn't name", false);
        row("/questions/2/hint", "{\"ar\":\"x\"}", "/questions/2/hint/da", "is missing; every text", false);
        row("/questions/1/text", "{\"ar\":\"x\"}", "/questions/1/text/da", "is missing; every text", false);
        row("/questions/1/text/ar", "\"x\"", "/questions/1/options/0/text/ar", "the question is in this language",
            false);
        row("/questions/0/text", "{\"da\":\"x\"}", "/questions/0/text/ar", "shown in every language", false);
        row("/questions/0/options/4/text", "{\"da\":\"x\"}", "/questions/0/options/4/text/ar", "is missing", false);
        row("/questions/1/options/1/text/da", quoted(81), "/questions/1/options/1/text/da",
            "must be a text of 1 to 80");
        // Options.
        row("/questions/1/options", taken, "/questions/1/options", "is missing");
        row("/questions/1/options", "[]", "/questions/1/options", "must hold at least 2");
        row("/questions/1/options/1", taken, "/questions/1/options", "must hold at least 2");
        row("/questions/1/options", repeated(13, optionText), "/questions/1/options", "must hold 0 to 12");
        row("/questions/1/options/0", "\"x\"", "/questions/1/options/0", "must be an object");
        row("/questions/1/options/0/id", "\"\"", "/questions/1/options/0/id", "must be 1 to 32 letters");
        row("/questions/1/options/0/text", taken, "/questions/1/options/0/text", "is missing");
        row("/questions/1/options/0/icon", "\"smiley\"", "/questions/1/options/0/icon", "must be one of \"wait\"");
        row("/questions/1/options/0/color", "\"red\"", "/questions/1/options/0/color", "is no member");
        row("/questions/1/options/1/id", "\"meeting\"", "/questions/1/options/1/id", "must be unique within", false);
        row("/questions/0/options/4", taken, "/questions/0/options", "must have the ids \"1\"");
        row("/questions/0/options/0/id", "\"0\"", "/questions/0/options", "must have the ids \"1\"", false);
        row("/questions/2/options/5", taken, "/questions/2/options", "must have the ids \"1\"");
        row("/questions/2/options/5/id", "\"6\"", "/questions/2/options", "\"dk\" in this order", false);
        row("/questions/3/options", repeated(2, optionText), "/questions/3/options", "must be left out: a comment");
        // Conditions.
        row("/questions/2/ask_if", "{}", "/questions/2/ask_if", "must hold \"faces\"");
        row("/questions/2/ask_if", "[]", "/questions/2/ask_if", "must be an object");
        row("/questions/2/ask_if/hour", "9", "/questions/2/ask_if/hour", "is no member");
        row("/questions/2/ask_if/faces", "[]", "/questions/2/ask_if/faces", "must hold different numbers");
        row("/questions/2/ask_if/faces", "[0]", "/questions/2/ask_if/faces", "must hold different numbers");
        row("/questions/2/ask_if/faces", "[6]", "/questions/2/ask_if/faces", "must hold different numbers");
        row("/questions/2/ask_if/faces", "[1,1]", "/questions/2/ask_if/faces", "must hold different numbers");
        row("/questions/2/ask_if/faces", "[\"1\"]", "/questions/2/ask_if/faces", "must hold different numbers");
        row("/questions/2/ask_if/faces", "1", "/questions/2/ask_if/faces", "must be a list");
        row("/questions/2/ask_if/options", taken, "/questions/2/ask_if/options", "is missing; it must stand together");
        row("/questions/2/ask_if/question", taken, "/questions/2/ask_if/question",
            "is missing; it must stand together");
        row("/questions/2/ask_if/options", "[]", "/questions/2/ask_if/options", "must hold 1 to 12");
        row("/questions/2/ask_if/options", "[\"meeting\",\"meeting\"]", "/questions/2/ask_if/options",
            "must hold 1 to");
        row("/questions/2/ask_if/options", "[\"lunch\"]", "/questions/2/ask_if/options", "\"lunch\" is none", false);
        row("/questions/2/ask_if/question", "\"P9\"", "/questions/2/ask_if/question", "stands above; \"P9\"", false);
        row("/questions/2/ask_if/question", "\"D1\"", "/questions/2/ask_if/question", "stands above", false);
        row("/questions/2/ask_if/question", "\"T1\"", "/questions/2/ask_if/question", "stands above", false);
        row("/questions/2/ask_if/question", "\"K0\"", "/questions/2/ask_if/question", "use \"faces\"", false);
        row("/questions/1/rotates", "true", "/questions/2/ask_if/question", "rotation pool", false);
        // Rotation and length.
        row("/questions/3/rotates", "true", "/rotation/draw", "must say how many", false);
        row("/rotation", "{\"draw\":1}", "/rotation/draw", "draws 1 of a pool of 0", false);
    }

    void eachFaultIsNamedByItsPointer()
    {
        QFETCH(QString, pointer);
        QFETCH(QString, value);
        QFETCH(QString, at);
        QFETCH(QString, message);
        QFETCH(bool, schemaSees);
        json::value document = good();
        edit(document, pointer.toStdString(), value.toStdString());

        const Faults faults = faultsOf(json::serialize(document));
        QVERIFY2(std::any_of(faults.begin(), faults.end(),
                             [&](const wire::DocumentFault& fault) {
                                 return fault.pointer == at.toStdString() &&
                                        QString::fromStdString(fault.message).contains(message);
                             }),
                 qPrintable("faults: " + joined(faults)));
        QCOMPARE(!m_schema.complaint(document).empty(), schemaSees);
    }

    void aLanguageThatSomebodySignedSaysWho()
    {
        json::value document = good();
        edit(document, "/languages/2/draft", "");
        const std::string who = quoted(120);
        edit(document, "/languages/2/signed_by", who);
        const auto parsed = wire::parseQuestionnaire(json::serialize(document));
        QVERIFY2(std::holds_alternative<core::Questionnaire>(parsed),
                 qPrintable(joined(faultsOf(json::serialize(document)))));
        const auto& languages = std::get<core::Questionnaire>(parsed).languages;
        QCOMPARE('"' + languages[2].signedBy + '"', who);
        QVERIFY(!languages[2].draft && languages[0].signedBy.empty());
    }

    void aCommentIsTheLastQuestionSoThereIsOneAtMost()
    {
        json::value document = good();
        edit(document, "/questions/-",
             R"({"id":"T2","kind":"comment","ownership":"mandatory","theme":"comment","text":{"da":"Mere?"}})");
        Faults faults = faultsOf(json::serialize(document));
        QCOMPARE(joined(faults), QString("  /questions/3/kind: can be \"comment\" only for the last question; so there "
                                         "is one at most\n"));
        edit(document, "/questions/3", "");
        QCOMPARE(joined(faultsOf(json::serialize(document))), QString());
        edit(document, "/questions/-", questionText("q1"));
        QVERIFY(joined(faultsOf(json::serialize(document))).contains("/questions/3/kind: can be \"comment\" only"));
    }

    void everyFaultIsNamedAtOnce()
    {
        json::value document = good();
        edit(document, "/version", "0");
        edit(document, "/languages/2/direction", "\"up\"");
        edit(document, "/questions/1/options/0/icon", "\"x\"");
        edit(document, "/questions/2/text/en", "\"x\"");
        edit(document, "/questions/3/id", "\"K0\"");
        const QString text = joined(faultsOf(json::serialize(document)));
        for (const char* pointer :
             {"  /version: ", "  /languages/2/direction: ", "  /questions/1/options/0/icon: ", "  /questions/3/id: "}) {
            QVERIFY2(text.contains(pointer), qPrintable(text));
        }
        // A text can't be compared with a list of languages that is broken itself.
        QVERIFY(!text.contains("/questions/2/text/en"));
    }

    void whatTheSchemaRefusesTheProgramRefuses_data()
    {
        QTest::addColumn<QString>("name");
        for (const std::string& name : wire::shippedQuestionnaires()) {
            QTest::newRow(name.c_str()) << QString::fromStdString(name);
        }
        QTest::newRow("small") << "small";
    }

    void whatTheSchemaRefusesTheProgramRefuses()
    {
        // Every value of every file is replaced by values of every type, and taken out.
        QFETCH(QString, name);
        const json::value document =
            name == "small" ? good() : json::parse(wire::shippedQuestionnaire(name.toStdString()));
        std::vector<std::string> pointers;
        const std::function<void(const json::value&, const std::string&)> walk = [&](const json::value& value,
                                                                                     const std::string& pointer) {
            if (!pointer.empty()) {
                pointers.push_back(pointer);
            }
            if (value.is_object()) {
                for (const auto& member : value.get_object()) {
                    walk(member.value(), pointer + "/" + std::string(member.key()));
                }
            } else if (value.is_array()) {
                for (std::size_t i = 0; i < value.get_array().size(); ++i) {
                    walk(value.get_array()[i], pointer + "/" + std::to_string(i));
                }
            }
        };
        walk(document, "");
        int refused = 0;
        const std::vector<std::string> values{"",     "\"x\"", "\"\"", "1",  "-1",        "1.5",
                                              "true", "null",  "[]",   "{}", quoted(501), "[\"x\",\"x\"]"};
        for (std::size_t i = 0; i < pointers.size(); ++i) {
            // The long files repeat themselves: of every fifth pointer one value in turn, of the small file all.
            for (std::size_t j = 0; j < values.size(); ++j) {
                if (name != "small" && (i % 5 != 0 || j != i % values.size())) {
                    continue;
                }
                json::value changed = document;
                edit(changed, pointers[i], values[j]);
                if (!m_schema.complaint(changed).empty()) {
                    ++refused;
                    QVERIFY2(!faultsOf(json::serialize(changed)).empty(), (pointers[i] + " = " + values[j]).c_str());
                }
            }
        }
        QVERIFY(refused > 50);
    }

    void aMemberThatStandsTwiceIsNamed()
    {
        std::string text = goodText;
        text.replace(text.find(R"("text": {"da": "Skriv"})"), 23, R"("text": {"da": "Skriv", "da": "Tegn"})");
        const Faults faults = faultsOf(text);
        QCOMPARE(faults.size(), std::size_t{1});
        QCOMPARE(faults[0].pointer, std::string("/questions/3/text/da"));
        QVERIFY(faults[0].message.find("twice") != std::string::npos);
    }

    void whatIsNoJsonObjectIsRefusedAsAWhole_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("message");
        QTest::newRow("empty") << QByteArray() << "not JSON";
        QTest::newRow("cut off") << QByteArray(goodText).left(500) << "at byte 501";
        QTest::newRow("more behind") << QByteArray(goodText) + "x"
                                     << "at byte";
        QTest::newRow("a list") << QByteArray("[]") << "must be an object";
        QTest::newRow("bad UTF-8") << QByteArray(goodText).replace("Lille", "L\xE6lle") << "UTF-8";
        QTest::newRow("NUL") << QByteArray(goodText).replace("Lille", QByteArray("L\0lle", 5)) << "not JSON";
        QTest::newRow("byte order mark") << "\xEF\xBB\xBF" + QByteArray(goodText) << "at byte 1";
        QTest::newRow("deep") << QByteArray("{\"a\":") + QByteArray(100'000, '[') << "at most 32 levels";
        QTest::newRow("too large") << QByteArray(wire::questionnaireBytesMax + 1, ' ') << "more than 262144";
    }

    void whatIsNoJsonObjectIsRefusedAsAWhole()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, message);
        const Faults faults = faultsOf(text.toStdString());
        QCOMPARE(faults.size(), std::size_t{1});
        QCOMPARE(faults[0].pointer, std::string());
        QVERIFY2(joined(faults).startsWith("  the whole document: ") && joined(faults).contains(message),
                 qPrintable(joined(faults)));
    }

    void aPrefixOfAFileNeverPasses()
    {
        const std::string_view text = goodText;
        for (std::size_t size = 0; size < text.size(); ++size) {
            QVERIFY(!faultsOf(text.substr(0, size)).empty());
        }
    }

    void pointersDontCarryControlCharacters()
    {
        json::value document = good();
        document.as_object()["\x1b[31m"] = 1;
        const QString text = joined(faultsOf(json::serialize(document)));
        QVERIFY2(text.contains("  /?: is no member") && !text.contains('\x1b'), qPrintable(text));
    }
};

QTEST_APPLESS_MAIN(TestQuestionnaire)
#include "test_questionnaire.moc"
