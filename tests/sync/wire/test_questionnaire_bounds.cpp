// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sync/wire/questionnaires.h"
#include "tests/sync/wire/schema.h"

#include <QtTest>

// The largest that a questionnaire may be, and the most that a visitor may be asked.

using namespace smiley;
using namespace smiley::test;

namespace json = boost::json;

class TestQuestionnaireBounds : public QObject {
    Q_OBJECT

private:
    test::PublishedSchema m_schema;

private slots:
    void aFileOfTheLargestSizeIsRead()
    {
        const std::string padded = goodText + std::string(wire::questionnaireBytesMax - std::strlen(goodText), ' ');
        QVERIFY(faultsOf(padded).empty());
    }

    void sizesAreTakenUpToTheirLimit()
    {
        json::value document = good();
        edit(document, "/title", quoted(100));
        edit(document, "/questions/1/text/da", quoted(200, "\u0639"));
        edit(document, "/questions/2/options/1/text/da", quoted(80));
        edit(document, "/questions/3/id", quoted(32));
        edit(document, "/questions/3/kind", "\"choices\"");
        edit(document, "/questions/3/options", repeated(12, optionText));
        edit(document, "/note", quoted(500));
        edit(document, "/version", "1000000");
        QCOMPARE(joined(faultsOf(json::serialize(document))), QString());
        QCOMPARE(QString::fromStdString(m_schema.complaint(document)), QString());
    }

    void aCommentCountsAmongTheFive()
    {
        for (const std::size_t others : {std::size_t{4}, std::size_t{5}}) {
            json::value document = good();
            json::array& list = document.at("questions").as_array();
            json::value comment = list.back();
            list.erase(list.begin() + 1, list.end());
            for (std::size_t i = 0; i < others; ++i) {
                list.push_back(json::parse(questionText("q" + std::to_string(i))));
            }
            list.push_back(std::move(comment));
            QCOMPARE(faultsOf(json::serialize(document)).empty(), others == 4);
        }
    }

    void aVisitorIsShownAtMostFive_data()
    {
        QTest::addColumn<QStringList>("questions");
        QTest::addColumn<int>("draw");
        QTest::addColumn<bool>("fits");
        const auto plain = [](int count) {
            QStringList list;
            for (int i = 0; i < count; ++i) {
                list << QString::fromStdString(questionText("q" + std::to_string(i)));
            }
            return list;
        };
        const auto with = [](const char* id, const char* more) {
            return QString::fromStdString(questionText(id, more));
        };
        QTest::newRow("five") << plain(5) << 0 << true;
        QTest::newRow("six") << plain(6) << 0 << false;
        QTest::newRow("five, one by face") << plain(4) + QStringList{with("a", R"(,"ask_if":{"faces":[1,2,3]})"),
                                                                     with("b", R"(,"ask_if":{"faces":[4,5]})")}
                                           << 0 << true;
        QTest::newRow("six by one face") << plain(4) + QStringList{with("a", R"(,"ask_if":{"faces":[1,2,3]})"),
                                                                   with("b", R"(,"ask_if":{"faces":[3,4,5]})")}
                                         << 0 << false;
        const char* const ifOne = R"(,"ask_if":{"question":"q0","options":["o1"]})";
        const char* const ifTwo = R"(,"ask_if":{"question":"q0","options":["o2"]})";
        const char* const ifAny = R"(,"ask_if":{"question":"q0","options":["o1","o2"]})";
        QTest::newRow("five, either or") << plain(4) + QStringList{with("a", ifOne), with("b", ifTwo)} << 0 << true;
        QTest::newRow("six, both of one answer")
            << plain(4) + QStringList{with("a", ifOne), with("b", ifAny)} << 0 << false;
        QTest::newRow("six, in a chain") << plain(4) +
                                                QStringList{with("a", ifOne),
                                                            with("b", R"(,"ask_if":{"question":"a","options":["o1"]})")}
                                         << 0 << false;
        QStringList several = plain(4) + QStringList{with("a", ifOne), with("b", ifTwo)};
        several[0].replace("\"choice\"", "\"choices\"");
        QTest::newRow("six, several answers at once") << several << 0 << false;
        const char* const rotates = R"(,"rotates":true)";
        const QStringList pool{with("a", rotates), with("b", rotates), with("c", rotates)};
        QTest::newRow("five with two of three drawn") << plain(3) + pool << 2 << true;
        QTest::newRow("six with two of three drawn") << plain(4) + pool << 2 << false;
        QTest::newRow("a pool as large as the draw") << plain(2) + pool << 3 << false;
    }

    void aVisitorIsShownAtMostFive()
    {
        QFETCH(QStringList, questions);
        QFETCH(int, draw);
        QFETCH(bool, fits);
        json::value document = good();
        json::array& list = document.at("questions").as_array();
        list.erase(list.begin() + 1, list.end());
        for (const QString& question : questions) {
            list.push_back(json::parse(question.toStdString()));
        }
        if (draw > 0) {
            document.as_object()["rotation"] = json::object{{"draw", draw}};
        }
        const Faults faults = faultsOf(json::serialize(document));
        QVERIFY2(faults.empty() == fits, qPrintable(joined(faults)));
        if (!fits) {
            QCOMPARE(faults.size(), std::size_t{1});
            QVERIFY(faults[0].pointer == "/questions" || faults[0].pointer == "/rotation/draw");
        }
    }

    void conditionsUponConditionsAreJudgedInTime()
    {
        // Each question waits for any of twelve answers to the one above it: 12^59 ways through.
        json::value document = good();
        json::array& list = document.at("questions").as_array();
        list.erase(list.begin() + 1, list.end());
        std::string any;
        for (std::size_t i = 0; i < 12; ++i) {
            any += (i == 0 ? "\"o" : ",\"o") + std::to_string(i) + "\"";
        }
        for (std::size_t i = 0; i < 59; ++i) {
            json::value question = json::parse(questionText(
                "q" + std::to_string(i),
                i == 0 ? "" : R"(,"ask_if":{"question":"q)" + std::to_string(i - 1) + R"(","options":[)" + any + "]}"));
            question.as_object()["options"] = json::parse(repeated(12, optionText));
            list.push_back(std::move(question));
        }
        const Faults faults = faultsOf(json::serialize(document));
        QCOMPARE(faults.size(), std::size_t{1});
        QVERIFY(faults[0].message.find("up to 59 questions") != std::string::npos);
    }
};

QTEST_APPLESS_MAIN(TestQuestionnaireBounds)
#include "test_questionnaire_bounds.moc"
