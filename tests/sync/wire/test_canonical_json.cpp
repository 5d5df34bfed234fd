// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/wire/questionnaire_json.h"

#include <QtTest>

#include <boost/json.hpp>
#include <rapidcheck.h>

using smiley::wire::canonicalJson;

namespace {

std::string anyText()
{
    return *rc::gen::element<std::string>("", "a", "b", "ab", "æ", "\xE2\x82\xAC", "\xF0\x9F\x98\x80", "\xEF\xAC\xB3",
                                          "\"", "\\", "\n", std::string(1, '\0'), "\x7f");
}

boost::json::value anyJson(int depth)
{
    const int kind = *rc::gen::inRange(0, depth > 0 ? 7 : 5);
    switch (kind) {
    case 0: return nullptr;
    case 1: return *rc::gen::arbitrary<bool>();
    case 2: return *rc::gen::arbitrary<std::int32_t>();
    case 3: return boost::json::string(anyText());
    case 4: return *rc::gen::inRange<std::int64_t>(1 - (1LL << 53), 1LL << 53);
    case 5: {
        boost::json::array array;
        for (int i = *rc::gen::inRange(0, 4); i > 0; --i) {
            array.push_back(anyJson(depth - 1));
        }
        return array;
    }
    default: {
        boost::json::object object;
        for (int i = *rc::gen::inRange(0, 4); i > 0; --i) {
            object[anyText()] = anyJson(depth - 1);
        }
        return object;
    }
    }
}

} // namespace

class TestCanonicalJson : public QObject {
    Q_OBJECT

private slots:
    void canonicalTextsAreThoseOfRfc8785_data()
    {
        QTest::addColumn<QString>("json");
        QTest::addColumn<QString>("canonical");
        // RFC 8785, 3.2.2 (without its fractions) and 3.2.3.
        QTest::newRow("RFC 8785, 3.2.2")
            << QString(R"({"numbers":[3,-0],"string":"\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/",)"
                       R"("literals":[null,true,false]})")
            << QString(R"({"literals":[null,true,false],"numbers":[3,0],)"
                       "\"string\":\"\u20ac$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}");
        QTest::newRow("RFC 8785, 3.2.3: order of UTF-16")
            << QString(R"({"\u20ac":1,"\r":2,"\ufb33":3,"1":4,"\ud83d\ude00":5,"\u0080":6,"\u00f6":7})")
            << QString::fromUtf8("{\"\\r\":2,\"1\":4,\"\xC2\x80\":6,\"\xC3\xB6\":7,\"\xE2\x82\xAC\":1,"
                                 "\"\xF0\x9F\x98\x80\":5,\"\xEF\xAC\xB3\":3}");
        QTest::newRow("white space") << " { \"b\" : [ 1 , 2 ] ,\n\t\"a\" : { } } "
                                     << R"({"a":{},"b":[1,2]})";
        QTest::newRow("escapes") << R"("\b\t\n\f\r\u0000\u001f\u007f")"
                                 << "\"\\b\\t\\n\\f\\r\\u0000\\u001f\x7f\"";
        QTest::newRow("largest") << "[9007199254740991,-9007199254740991]"
                                 << "[9007199254740991,-9007199254740991]";
    }

    void canonicalTextsAreThoseOfRfc8785()
    {
        QFETCH(QString, json);
        QFETCH(QString, canonical);
        QCOMPARE(QString::fromStdString(canonicalJson(json.toStdString())), canonical);
    }

    void whatIsNotJsonGivesNothing()
    {
        const std::string deep32 = std::string(32, '[') + std::string(32, ']');
        const std::string deep33 = std::string(33, '[') + std::string(33, ']');
        QCOMPARE(canonicalJson(deep32), deep32);
        QCOMPARE(canonicalJson(deep33), std::string());
        for (const char* text : {"",
                                 " ",
                                 "{",
                                 "{}}",
                                 "{} x",
                                 "[1,]",
                                 "{\"a\"}",
                                 "nul",
                                 "\"\xff\"",
                                 "\"\xc3\"",
                                 "\"\xed\xa0\x80\"",
                                 "\"\\ud800\"",
                                 "\"\x01\"",
                                 "01",
                                 "1.",
                                 "'a'",
                                 "// c\n1",
                                 "1.5",
                                 "[1.0]",
                                 "{\"a\":1e2}",
                                 "9007199254740992",
                                 "-9007199254740992",
                                 "18446744073709551615",
                                 "-9223372036854775808"}) {
            QVERIFY2(canonicalJson(text).empty(), text);
        }
        QVERIFY(canonicalJson(std::string("\"a\0b\"", 5)).empty());
        QVERIFY(canonicalJson(std::string("{}\0", 3)).empty());
    }

    void canonicalFormIsStableAndMeansTheSame()
    {
        QVERIFY(rc::check([] {
            const boost::json::value value = anyJson(3);
            const std::string text = boost::json::serialize(value);
            const std::string canonical = canonicalJson(text);
            RC_ASSERT(!canonical.empty());
            RC_ASSERT(canonicalJson(canonical) == canonical);
            RC_ASSERT(boost::json::parse(canonical) == boost::json::parse(text));
        }));
    }
};

QTEST_APPLESS_MAIN(TestCanonicalJson)
#include "test_canonical_json.moc"
