// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/languages/completeness.h"
#include "sync/wire/questionnaire_json.h"

#include <QtTest>

#include <variant>

using namespace smiley;

namespace {

QByteArray message(const char* id, const char* source, const char* translation, const char* attributes = "")
{
    return QByteArray("<message id=\"") + id + "\"><source>" + source + "</source><translation" + attributes + ">" +
           translation + "</translation></message>";
}

QByteArray document(const QByteArray& messages)
{
    return "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<!DOCTYPE TS>\n<TS version=\"2.1\"><context><name></name>" +
           messages + "</context></TS>";
}

languages::TranslationFile file(const char* tag, const QByteArray& messages)
{
    return languages::readTranslations(QString("i18n/smileystand_%1.ts").arg(tag), document(messages)).value();
}

languages::TranslationFile danish()
{
    return file("da", message("a", "Luk", "Luk") + message("b", "%1 af %2", "%1 af %2"));
}

/// Danish, easy Danish, English and a draft that reads from right to left; a question with a hint for the first two.
core::Questionnaire questionnaire(const QByteArray& draft = R"("draft":true)")
{
    QByteArray options;
    for (const char* step : {"1", "2", "3", "4", "5"}) {
        options += QByteArray(options.isEmpty() ? "" : ",") + R"({"id":")" + step +
                   R"(","text":{"da":"x","en":"x","fa":"x"}})";
    }
    const QByteArray json =
        R"({"id":"small","version":1,"title":"Lille","languages":[{"tag":"da","name":"Dansk"},
            {"tag":"da-x-let","name":"Let dansk","fallback":"da"},{"tag":"en","name":"English"},
            {"tag":"fa","name":"F","direction":"rtl",)" +
        draft + R"(}],"questions":[{"id":"K0","kind":"faces","ownership":"core","theme":"core",
            "text":{"da":"Hvordan?","en":"How?","fa":"F?"},"options":[)" +
        options + R"(]},{"id":"T1","kind":"comment","ownership":"local","theme":"comment",
            "text":{"da":"Skriv","en":"Write"},"hint":{"da":"Kort"}}]})";
    auto parsed = wire::parseQuestionnaire(json.toStdString());
    if (const auto* faults = std::get_if<std::vector<wire::DocumentFault>>(&parsed)) {
        qFatal("%s", wire::describe(*faults).c_str());
    }
    return std::get<core::Questionnaire>(std::move(parsed));
}

languages::LanguageState stateOf(const languages::Completeness& completeness, const char* tag)
{
    for (const languages::LanguageState& language : completeness.languages) {
        if (language.tag == tag) {
            return language;
        }
    }
    qFatal("no %s", tag);
}

} // namespace

class TestCompleteness : public QObject {
    Q_OBJECT

private slots:
    void aTextThatIsMissingEmptyUnfinishedOrObsoleteIsNamed()
    {
        const auto result =
            languages::check({file("da", message("a", "A", "A") + message("b", "B", "B") + message("c", "C", "C") +
                                             message("d", "D", "D") + message("e", "E", "E")),
                              file("en", message("a", "A", "") + message("b", "B", "b", " type=\"unfinished\"") +
                                             message("c", "C", "c", " type=\"vanished\"") + message("e", "E", "e") +
                                             message("x", "X", "x"))},
                             {questionnaire()});
        QCOMPARE(result.texts, 5);
        const auto english = stateOf(result, "en");
        QCOMPARE(english.missing, (QStringList{"a", "b", "c", "d"}));
        QCOMPARE(english.obsolete, (QStringList{"c", "x"}));
        QCOMPARE(english.texts, 1);
        QVERIFY(!english.isComplete() && !result.isGood());
    }

    void aLanguageWithAFallbackHasOnlyWhatDiffers()
    {
        const auto result =
            languages::check({danish(), file("da-x-let", message("a", "Luk", "Luk nu")),
                              file("en", message("a", "Luk", "Close") + message("b", "%1 af %2", "%2: %1"))},
                             {questionnaire()});
        const auto easy = stateOf(result, "da-x-let");
        QVERIFY(easy.missing.isEmpty() && easy.isComplete());
        QCOMPARE(easy.texts, 1);
        QCOMPARE(easy.fallback, std::string("da"));
    }

    void aQuestionnaireWithoutAFallbackTakesNoneAway_data()
    {
        QTest::addColumn<bool>("isFirst");
        QTest::newRow("before the one that has it") << true;
        QTest::newRow("after the one that has it") << false;
    }

    void aQuestionnaireWithoutAFallbackTakesNoneAway()
    {
        QFETCH(bool, isFirst);
        core::Questionnaire without = questionnaire();
        for (core::Language& language : without.languages) {
            language.fallback.reset();
        }
        without.questions.clear();
        const std::vector asked =
            isFirst ? std::vector{without, questionnaire()} : std::vector{questionnaire(), without};
        const auto easy =
            stateOf(languages::check({danish(), file("da-x-let", message("a", "Luk", "Luk nu"))}, asked), "da-x-let");
        QCOMPARE(easy.fallback, std::string("da"));
        QVERIFY(easy.missing.isEmpty() && easy.isComplete());
    }

    void aTextThatIsObsoleteInDanishIsWantedOfNobody()
    {
        const auto da = file("da", message("a", "Luk", "Luk") + message("old", "Gem", "Gem", " type=\"obsolete\"") +
                                       message("older", "Gem", "Gem", " type=\"vanished\""));
        const auto en = file("en", message("a", "Luk", "Close") + message("old", "Gem", "Save"));
        const auto result = languages::check({da, en}, {});
        QCOMPARE(result.texts, 1);
        const auto english = stateOf(result, "en");
        QVERIFY(english.missing.isEmpty());
        QCOMPARE(english.obsolete, QStringList{"old"});
        QCOMPARE(english.texts, 1);
        const auto source = stateOf(result, "da");
        QVERIFY(source.missing.isEmpty() && source.isComplete());
        QCOMPARE(source.obsolete, (QStringList{"old", "older"}));
        QCOMPARE(source.texts, 1);
    }

    void aTextThatWasTranslatedFromAnotherWordingIsNamed()
    {
        const auto result = languages::check(
            {danish(), file("en", message("a", "Luk vinduet", "Close") + message("b", "%1 af %2", "%1 of %2"))},
            {questionnaire()});
        QCOMPARE(stateOf(result, "en").outdated, QStringList{"a"});
        QVERIFY(!result.isGood());
    }

    void placeholdersAreThoseOfDanishInAnyOrder_data()
    {
        QTest::addColumn<QString>("translation");
        QTest::addColumn<bool>("right");
        QTest::newRow("same") << "%1 of %2" << true;
        QTest::newRow("turned") << "%2: %1" << true;
        QTest::newRow("one lacks") << "%1" << false;
        QTest::newRow("one too many") << "%1 of %2, %3" << false;
        QTest::newRow("twice") << "%1 %1 of %2" << false;
        QTest::newRow("another") << "%1 of %3" << false;
    }

    void placeholdersAreThoseOfDanishInAnyOrder()
    {
        QFETCH(QString, translation);
        QFETCH(bool, right);
        // Also in a draft: a wrong one is wrong as soon as somebody turns it on.
        const auto result =
            languages::check({danish(), file("en", message("a", "Luk", "Close") + message("b", "%1 af %2", "%1 of %2")),
                              file("fa", message("b", "%1 af %2", translation.toUtf8()))},
                             {});
        QCOMPARE(stateOf(result, "fa").placeholders, right ? QStringList() : QStringList{"b"});
        QCOMPARE(result.isGood(), right && stateOf(result, "en").draft);
    }

    void aQuestionAHintAndALanguageThatLackAreNamed()
    {
        const auto result = languages::check({danish(), file("vi", message("a", "Luk", "x"))}, {questionnaire()});
        const auto persian = stateOf(result, "fa").questionnaires.front();
        QVERIFY(persian.isNamed);
        QCOMPARE(persian.missing, QStringList{"T1"});
        QCOMPARE(stateOf(result, "en").questionnaires.front().missing, QStringList{"T1 hint"});
        QVERIFY(stateOf(result, "da-x-let").questionnaires.front().missing.isEmpty());
        const auto unknown = stateOf(result, "vi");
        QVERIFY(unknown.draft && unknown.name.empty() && !unknown.questionnaires.front().isNamed);
        QCOMPARE(unknown.questionnaires.front().missing, (QStringList{"K0", "T1"}));
    }

    void aDraftMayLackWhatASignedLanguageMayNot()
    {
        const auto english = file("en", message("a", "Luk", "Close") + message("b", "%1 af %2", "%1 of %2"));
        core::Questionnaire asked = questionnaire();
        asked.questions.pop_back();
        const auto draft = languages::check({danish(), english}, {asked});
        QVERIFY(draft.isGood() && !stateOf(draft, "fa").isComplete());

        asked = questionnaire(R"("signed_by":"Mina Mortensen, tolk, 2026-11-22")");
        asked.questions.pop_back();
        const auto isSigned = languages::check({danish(), english}, {asked});
        QVERIFY(!isSigned.isGood());
        QCOMPARE(stateOf(isSigned, "fa").signedBy, QStringList{"Mina Mortensen, tolk, 2026-11-22"});
        QVERIFY(languages::describe(isSigned).contains("signed by Mina Mortensen, tolk, 2026-11-22"));
    }

    void aFileThatIsNoneIsNamedWithItsLine_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("what");
        const QByteArray whole = document(message("a", "A", "A"));
        QTest::newRow("no tag") << "i18n/texts.ts" << whole << "must be called";
        QTest::newRow("empty") << "x_en.ts" << QByteArray() << "x_en.ts:1: ";
        QTest::newRow("another document") << "x_en.ts" << QByteArray("<html></html>") << "no Qt translation file";
        QTest::newRow("no id") << "x_en.ts" << document("\n<message><source/></message>")
                               << "x_en.ts:4: a message without";
        QTest::newRow("twice") << "x_en.ts" << document(message("a", "A", "A") + message("a", "A", "A")) << "id a";
        QTest::newRow("bad UTF-8") << "x_en.ts" << document(message("a", "A", "\xC3\x28")) << "x_en.ts:";
    }

    void aFileThatIsNoneIsNamedWithItsLine()
    {
        QFETCH(QString, path);
        QFETCH(QByteArray, bytes);
        QFETCH(QString, what);
        const auto read = languages::readTranslations(path, bytes);
        QVERIFY(!read);
        QVERIFY2(QString::fromStdString(read.error().message).contains(what), read.error().message.c_str());
    }

    void aFileThatIsCutOffIsNeverRead()
    {
        const QByteArray whole = document(message("a", "A", "A") + message("b", "B", "B"));
        QVERIFY(languages::readTranslations("x_en.ts", whole).has_value());
        for (qsizetype size = 0; size < whole.size(); ++size) {
            QVERIFY2(!languages::readTranslations("x_en.ts", whole.left(size)), QByteArray::number(size).constData());
        }
    }
};

QTEST_APPLESS_MAIN(TestCompleteness)
#include "test_completeness.moc"
