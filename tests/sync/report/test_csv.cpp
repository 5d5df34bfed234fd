// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/report/csv.h"
#include "sync/report/data_package.h"
#include "sync/wire/keys.h"

#include <boost/json.hpp>

#include <QtTest>

#include <random>
#include <string>
#include <vector>

using namespace smiley;
using namespace smiley::report;

namespace {

Table oneCell(const std::string& cell)
{
    Table table;
    table.name = "t";
    table.description = "d";
    table.fields = {{"a", FieldType::String, "text"}, {"n", FieldType::Integer, "number"}};
    table.rows = {{cell, "-3"}};
    return table;
}

/// Whether a spreadsheet would run it: as Excel and LibreOffice see a cell, after white space.
bool isExecutable(const std::string& cell)
{
    for (const std::string_view space : {" ", "\xC2\xA0", "\xE3\x80\x80", "\n"}) {
        if (cell.starts_with(space)) {
            return isExecutable(cell.substr(space.size()));
        }
    }
    for (const std::string_view start :
         {"=", "+", "-", "@", "\t", "\r", "\xEF\xBC\x9D", "\xEF\xBC\x8B", "\xEF\xBC\x8D", "\xEF\xBC\xA0"}) {
        if (cell.starts_with(start)) {
            return true;
        }
    }
    return false;
}

/// Formulas that are known to do harm, and many ways to put one first (OWASP, CSV Injection).
std::vector<std::string> injectionCorpus()
{
    const std::vector<std::string> formulas{"=1+1",
                                            "+1+1",
                                            "-1+1",
                                            "@SUM(1)",
                                            "=cmd|' /C calc'!A0",
                                            "=HYPERLINK(\"http://x\",\"y\")",
                                            "=IMPORTXML(A1)",
                                            "-2+3+cmd|' /C calc'!A0",
                                            "+cmd|' /C calc'!A0",
                                            "@A1",
                                            "=WEBSERVICE(A1)",
                                            "=DDE(\"cmd\";\"/C calc\";\"x\")",
                                            "\xEF\xBC\x9D"
                                            "1+1",
                                            "\xEF\xBC\x8B"
                                            "1",
                                            "\xEF\xBC\x8D"
                                            "1",
                                            "\xEF\xBC\xA0"
                                            "A1",
                                            "\t=1",
                                            "\r=1",
                                            "\t1",
                                            "\r1"};
    const std::vector<std::string> before{"",
                                          " ",
                                          "  ",
                                          "\xC2\xA0",
                                          "\xE3\x80\x80",
                                          "\xEF\xBB\xBF",
                                          "\xE2\x80\x8B",
                                          "\xE2\x80\xAE",
                                          "\xE2\x81\xA0",
                                          std::string(1, '\0'),
                                          "\x01",
                                          "\x7F",
                                          "\n",
                                          " \t",
                                          "\xC2\xAD",
                                          "\xE2\x80\xA8"};
    std::vector<std::string> corpus;
    for (const auto& formula : formulas) {
        for (const auto& prefix : before) {
            corpus.push_back(prefix + formula);
        }
    }
    return corpus;
}

} // namespace

class TestCsv : public QObject {
    Q_OBJECT

private slots:
    void noCellOfTheCorpusIsExecutable()
    {
        const auto corpus = injectionCorpus();
        QVERIFY(corpus.size() >= 300);
        for (const std::string& text : corpus) {
            QVERIFY2(!isExecutable(guarded(text)), text.c_str());
            QCOMPARE(guarded(text).front(), '\'');
        }
    }

    void randomBytesBecomeCleanUtf8()
    {
        std::mt19937 random(5);
        for (int i = 0; i < 20'000; ++i) {
            std::string text;
            const auto length = random() % 12;
            for (unsigned j = 0; j < length; ++j) {
                text += static_cast<char>(random() & 0xFFU);
            }
            const std::string cell = guarded(text);
            QVERIFY(!isExecutable(cell));
            const QString decoded = QString::fromUtf8(cell.data(), static_cast<qsizetype>(cell.size()));
            QCOMPARE(decoded.toUtf8().toStdString(), cell);
            for (const char c : cell) {
                QVERIFY(static_cast<unsigned char>(c) >= 0x20 && c != 0x7F);
            }
        }
    }

    void ordinaryTextsStayAsTheyAre_data()
    {
        QTest::addColumn<QString>("text");
        for (const char* text : {"Ventetiden", "Hvad kunne være bedre?", "1-4", "a=b", "", "'quoted'", "السلام عليكم",
                                 "0", "3 7-9", "😀 smiley", "e-mail@example.org"}) {
            QTest::newRow(text) << QString::fromUtf8(text);
        }
    }
    void ordinaryTextsStayAsTheyAre()
    {
        QFETCH(QString, text);
        QCOMPARE(guarded(text.toStdString()), text.toStdString());
    }

    void marksThatReorderTextAreLeftOut()
    {
        QCOMPARE(guarded("a\xE2\x80\xAE"
                         "b\xE2\x81\xA6"
                         "c\x02"
                         "d"),
                 std::string("abcd"));
    }

    void cellsWithCommaQuoteOrNewlineAreQuoted()
    {
        QCOMPARE(toCsv(oneCell("a,b")), std::string("a,n\r\n\"a,b\",-3\r\n"));
        QCOMPARE(toCsv(oneCell("a\"b")), std::string("a,n\r\n\"a\"\"b\",-3\r\n"));
        QCOMPARE(toCsv(oneCell("ab")), std::string("a,n\r\nab,-3\r\n"));
        QCOMPARE(toCsv(oneCell("")), std::string("a,n\r\n,-3\r\n"));
    }

    void theDataPackageDescribesItsFiles()
    {
        DataPackage package{"name", "Title", "description", "2026-11-23T01:00:00Z", "# readme\n", {oneCell("x")}};
        package.tables.front().primaryKey = {"a"};
        const PackageFiles files = packageFiles(package);
        QCOMPARE(files.size(), std::size_t{3});
        QCOMPARE(files[0].first, std::string("README.md"));
        QCOMPARE(files[2].first, std::string("t.csv"));
        const auto described = boost::json::parse(files[1].second).as_object();
        QCOMPARE(described.at("profile").as_string().c_str(), "tabular-data-package");
        const auto& resource = described.at("resources").as_array().at(0).as_object();
        QCOMPARE(resource.at("path").as_string().c_str(), "t.csv");
        QCOMPARE(resource.at("bytes").to_number<std::size_t>(), files[2].second.size());
        QCOMPARE(std::string(resource.at("hash").as_string()), "sha256:" + wire::sha256(files[2].second).text());
        const auto& fields = resource.at("schema").as_object().at("fields").as_array();
        QCOMPARE(fields.size(), std::size_t{2});
        QCOMPARE(fields.at(1).as_object().at("type").as_string().c_str(), "integer");
        QVERIFY(!fields.at(1).as_object().at("description").as_string().empty());
    }
};

QTEST_APPLESS_MAIN(TestCsv)
#include "test_csv.moc"
