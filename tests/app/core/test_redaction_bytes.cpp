// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/code_points.h"
#include "app/core/redaction.h"

#include <QTest>

#include <ctime>
#include <random>
#include <rapidcheck.h>
#include <string>
#include <vector>

using namespace smiley::core;

namespace {

const StaffNames noNames;
const StaffNames staff({"Hanne Lund Sørensen", "Per Lang", "Bo Li", "علی رضایی"});

bool isValid(std::string_view text)
{
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint point = decode(text, at);
        if (!point.isValid) {
            return false;
        }
        at += point.bytes;
    }
    return true;
}

} // namespace

/// Bytes that are no text, texts that are too long, and how long a text is.
class TestRedactionBytes final : public QObject {
    Q_OBJECT

private slots:
    void charactersThatNobodySeesGo_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("expected");
        const auto row = [](const char* name, const QByteArray& text, const QByteArray& expected) {
            QTest::addRow("%s", name) << text << expected;
        };
        row("nul", QByteArray("a\0b", 3), "ab");
        row("controls", "a\x01\x1b[31mb\x7f", "a[31mb");
        row("c1",
            "a\xC2\x9B"
            "b",
            "ab");
        row("bidi override", "a\u202Ecba\u202C", "acba");
        row("bidi isolate", "\u2066a\u2069", "a");
        row("bidi marks", "\u200Ea\u200F\u061Cb", "ab");
        row("zero width space", "a\u200Bb", "ab");
        row("byte order mark", "\uFEFFabc", "abc");
        row("soft hyphen", "selv\u00ADrisiko", "selvrisiko");
        row("tags", "a\U000E0041\U000E007Fb", "ab");
        row("noncharacters", "a\uFDD0b\uFFFE\U0010FFFFc", "abc");
        row("joiner alone", "a\u200Db", "ab");
        row("lone surrogate",
            "a\xED\xA0\x80"
            "b",
            "a\uFFFDb");
        row("surrogate pair",
            "a\xED\xA0\xBD\xED\xB8\x80"
            "b",
            "a\uFFFDb");
        row("overlong",
            "a\xC0\xAF"
            "b",
            "a\uFFFDb");
        row("overlong nul",
            "a\xE0\x80\x80"
            "b",
            "a\uFFFDb");
        row("above the last",
            "a\xF4\x90\x80\x80"
            "b",
            "a\uFFFDb");
        row("cut short", "abc\xF0\x9F\x98", "abc\uFFFD");
        row("latin-1",
            "k\xF8"
            "b",
            "k\uFFFDb");
        row("cpr behind zero width", "01\u200B01\u200C90\u2060-12\u202E34", "[fjernet]");
        row("cpr behind nul",
            QByteArray("01\0"
                       "0190-1234",
                       12),
            "[fjernet]");
        row("cpr behind bad bytes",
            "0101\xFF"
            "90\xC0-1234",
            "[fjernet]");
        row("cpr in keycaps", "0\uFE0F\u20E31\uFE0F\u20E30\uFE0F\u20E31\uFE0F\u20E39\uFE0F\u20E30\uFE0F\u20E31234",
            "[fjernet]");
        row("cpr with accents", "0\u03011\u03010\u030119\u03010-1234", "[fjernet]");
        row("mail behind zero width", "hans\u200B@firma\u2060.dk", "[fjernet]");
    }
    void charactersThatNobodySeesGo()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, expected);
        const Cleaned result = clean(text.toStdString(), noNames);
        QCOMPARE(QByteArray::fromStdString(result.text), expected);
        QVERIFY(result.removed.contains(Trace::Hidden) || QByteArray(QTest::currentDataTag()).contains("keycaps") ||
                QByteArray(QTest::currentDataTag()).contains("accents"));
    }

    void whatIsSeenStays()
    {
        for (const std::string text :
             {"linje et\nlinje to\n\nlinje fire",
              "👩‍💻 👨‍👩‍👧‍👦 👍🏽 ❤️ 🏳️‍🌈 🇩🇰 ☺️",
              "می‌خواهم کتاب‌ها را", "e\u0301 a\u030A n\u0303 Z\u0351\u036B\u0343", "لا‍ه",
              "日本語 ไทย हिन्दी", "Ґанок і їжак", "a\uFFFDb"}) {
            const Cleaned result = clean(text, staff);
            QCOMPARE(result.text, text);
            QVERIFY(result.removed.empty());
        }
    }

    void lineEndsAndTabsBecomePlain()
    {
        const Cleaned result = clean("et\r\nto\tre\vfire\u2028fem\rseks", noNames);
        QCOMPARE(result.text, std::string("et\nto re fire fem seks"));
        QVERIFY(result.removed.empty());
    }

    void anyBytesGiveValidTextThatStaysAsItIs()
    {
        const std::vector<std::string> pieces{"0",
                                              "1",
                                              "12",
                                              "3456",
                                              "01",
                                              "1990",
                                              " ",
                                              ".",
                                              "-",
                                              "/",
                                              ":",
                                              ",",
                                              "\n",
                                              "+",
                                              "@",
                                              "at",
                                              "snabel-a",
                                              "punktum",
                                              "dk",
                                              ".dk",
                                              "www.",
                                              "://",
                                              "Hanne",
                                              "per",
                                              "Lang",
                                              "s",
                                              "'",
                                              "[fjernet]",
                                              "[medarbejder]",
                                              "[",
                                              "kr",
                                              "kl",
                                              "cpr",
                                              "tlf",
                                              "O",
                                              "l",
                                              "\xFF",
                                              "\xED\xA0\x80",
                                              "\u200B",
                                              "\u200C",
                                              "\u200D",
                                              "\u202E",
                                              "👩",
                                              "ع",
                                              "ø",
                                              "\u0301",
                                              "٣",
                                              "７",
                                              "nul",
                                              "et",
                                              "ni",
                                              "januar",
                                              std::string(1, '\0')};
        const StaffNames list(staff);
        const bool holds = rc::check("cleaning is idempotent, bounded and valid", [&] {
            const auto parts = *rc::gen::container<std::vector<std::string>>(
                rc::gen::oneOf(rc::gen::elementOf(pieces), rc::gen::elementOf(pieces),
                               rc::gen::container<std::string>(rc::gen::arbitrary<char>())));
            std::string text;
            for (const std::string& part : parts) {
                text += part;
            }
            const Cleaned once = clean(text, list);
            RC_ASSERT(isValid(once.text));
            RC_ASSERT(once.text.size() <= cleanedGrowthMax * text.size());
            const Cleaned twice = clean(once.text, list);
            RC_ASSERT(twice.text == once.text);
            RC_ASSERT(twice.removed.empty());
            const std::string going = clean(text, list, Typing::Going).text;
            RC_ASSERT(isValid(going));
        });
        QVERIFY(holds);
    }

    void randomLettersStayAsTheyAre()
    {
        std::mt19937_64 random(46);
        const std::string letters = "01289 .-/,:+@ok\nsd";
        const StaffNames list(staff);
        for (int i = 0; i < 60000; ++i) {
            std::string text;
            for (std::size_t size = random() % 40; size > 0; --size) {
                text += letters[random() % letters.size()];
            }
            const std::string once = clean(text, list).text;
            QCOMPARE(clean(once, list).text, once);
        }
    }

    void aMegabyteTakesLinearTime_data()
    {
        QTest::addColumn<QByteArray>("piece");
        for (const char* piece : {"a",
                                  "1",
                                  "1 ",
                                  "o",
                                  "1o",
                                  "1.",
                                  "1.000-",
                                  "@",
                                  "a@",
                                  "a.",
                                  "a at ",
                                  " ",
                                  "\n",
                                  "(",
                                  "Hanne ",
                                  "per ",
                                  "12345;",
                                  "010190-1234 ",
                                  "nul ",
                                  "e\u0301",
                                  "\u200D",
                                  "\xFF",
                                  "\xE0",
                                  "://",
                                  "www.",
                                  "s",
                                  "12:30-",
                                  "[fjernet]",
                                  "punktum ",
                                  "a punktum ",
                                  "a@b.dk.",
                                  "a@bb.",
                                  "010190x1234x",
                                  "01-01-1990 løbenr 1234/",
                                  "1. maj 1990 1234,",
                                  "1. maj 1990 cpr 1234,",
                                  "+45",
                                  "👩‍",
                                  "1. januar 1990-"}) {
            QTest::addRow("%s", piece) << QByteArray(piece);
        }
    }
    void aMegabyteTakesLinearTime()
    {
        QFETCH(QByteArray, piece);
        std::string text;
        while (text.size() < (std::size_t{1} << 20U)) {
            text += piece.toStdString();
        }
        const StaffNames list(staff);
        const std::clock_t begin = std::clock();
        const Cleaned result = clean(text, list);
        const Cleaned going = clean(text, list, Typing::Going);
        QVERIFY(isValid(result.text) && isValid(going.text));
        // Of the processor's time, so that a busy machine changes nothing.
        const double seconds = static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
        QVERIFY2(seconds < 5, qPrintable(QString("%1 s").arg(seconds)));
    }

    void charactersAreCountedAsPeopleDo()
    {
        QCOMPARE(characters(""), std::size_t{0});
        QCOMPARE(characters("æøå"), std::size_t{3});
        QCOMPARE(characters("e\u0301a\u030A"), std::size_t{2});
        QCOMPARE(characters("👩‍💻👨‍👩‍👧‍👦👍🏽❤️🏳️‍🌈"), std::size_t{5});
        QCOMPARE(characters("🇩🇰🇸🇪a"), std::size_t{3});
        QCOMPARE(characters("مُحَمَّد"), std::size_t{4});
        QCOMPARE(characters("\xFF\xFF"), std::size_t{2});
        QCOMPARE(characters("a\r\nb"), std::size_t{3});
        std::string piled = "a";
        for (int i = 0; i < 100; ++i) {
            piled += "\u0301";
        }
        QCOMPARE(characters(piled), std::size_t{4}); // 101 code points, 32 in each
    }

    void aTextIsCutBetweenCharacters()
    {
        const std::string text = "a👩‍💻e\u0301🇩🇰b";
        QCOMPARE(firstCharacters(text, 0), std::string());
        QCOMPARE(firstCharacters(text, 2), std::string("a👩‍💻"));
        QCOMPARE(firstCharacters(text, 3), std::string("a👩‍💻e\u0301"));
        QCOMPARE(firstCharacters(text, 99), text);
        std::string rest = text;
        for (const char* expected :
             {"a👩‍💻e\u0301🇩🇰", "a👩‍💻e\u0301", "a👩‍💻", "a", "", ""}) {
            rest = withoutLastCharacter(rest);
            QCOMPARE(rest, std::string(expected));
        }
        const std::string full(commentCharactersMax + 1, 'x');
        QCOMPARE(firstCharacters(full, commentCharactersMax).size(), commentCharactersMax);
    }
};

QTEST_GUILESS_MAIN(TestRedactionBytes)
#include "test_redaction_bytes.moc"
