// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/code_points.h"
#include "app/core/redaction.h"
#include "tests/app/core/comments.h"

#include <QTest>

#include <random>
#include <string>
#include <vector>

using namespace smiley::core;
using namespace smiley::test;

namespace {

const StaffNames noNames;

const StaffNames staff({"Hanne Lund Sørensen", "Åse Kjærgaard", "Per Lang", "Mads Bøgh-Nielsen", "Renée Müller",
                        "Bo Li", "محمد الأحمد", "Kim Vest Holm", "Hans Krogh", "Anne-Marie Skov", "Wojciech Łoś",
                        "علی رضایی", "Jørgen Aagaard"});

std::string cleaned(std::string_view text) { return clean(text, noNames).text; }
std::string named(std::string_view text) { return clean(text, staff).text; }

/// Four figures of the number that still stand beside each other, whatever lies between them.
bool anyPartLeft(const std::string& text, const std::string& number)
{
    std::string figures;
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint point = decode(text, at);
        at += point.bytes;
        if (const int digit = digitValue(point.code); digit >= 0) {
            figures += static_cast<char>('0' + digit);
        } else if (point.code == ']') {
            figures += '|';
        }
    }
    for (std::size_t at = 0; at + 4 <= number.size(); ++at) {
        if (figures.find(number.substr(at, 4)) != std::string::npos) {
            return true;
        }
    }
    return false;
}

/// What is stored when the text is typed, one code point after the other, with a clean after each.
std::string typed(std::string_view text, const StaffNames& list)
{
    std::string shown;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t bytes = decode(text, at).bytes;
        shown = clean(shown + std::string(text.substr(at, bytes)), list, Typing::Going).text;
        at += bytes;
    }
    return clean(shown, list, Typing::Done).text;
}

double share(std::size_t part, std::size_t all) { return static_cast<double>(part) / static_cast<double>(all); }

} // namespace

class TestRedaction final : public QObject {
    Q_OBJECT

private slots:
    void cprNumbersAreFoundInAllSpellings()
    {
        std::mt19937_64 random(4);
        QVERIFY(cprSpellings().size() >= 40);
        std::size_t missed = 0;
        std::size_t called = 0;
        constexpr std::size_t all = 10000;
        for (std::size_t i = 0; i < all; ++i) {
            const std::string number = cprNumber(random, i % 2 == 0);
            const CprSpelling& spelling = cprSpellings()[i % cprSpellings().size()];
            const std::string written = spelling.write(number, random);
            const std::string text = sentenceAround(written, i);
            const Cleaned result = clean(text, noNames);
            called += result.removed.contains(Trace::Cpr) ? 1U : 0U;
            if (anyPartLeft(result.text, number)) {
                ++missed;
                qWarning("%s: %s -> %s", spelling.name, text.c_str(), result.text.c_str());
            }
        }
        QVERIFY2(share(all - missed, all) >= 0.999, qPrintable(QString("%1 missed").arg(missed)));
        QVERIFY2(share(called, all) >= 0.999, qPrintable(QString("%1 called CPR").arg(called)));
    }

    void halfOfTheNumbersFailTheChecksum()
    {
        std::mt19937_64 random(4);
        for (int i = 0; i < 100; ++i) {
            QVERIFY(hasModulus11(cprNumber(random, true)));
            QVERIFY(!hasModulus11(cprNumber(random, false)));
        }
    }

    void nothingOfACprNumberStaysWhileItIsTyped()
    {
        std::mt19937_64 random(44);
        for (std::size_t i = 0; i < 1500; ++i) {
            const std::string number = cprNumber(random, i % 2 == 0);
            const CprSpelling& spelling = cprSpellings()[i % cprSpellings().size()];
            const std::string text = sentenceAround(spelling.write(number, random), i);
            const std::string stored = typed(text, noNames);
            QVERIFY2(!anyPartLeft(stored, number),
                     qPrintable(QString("%1: %2 -> %3").arg(spelling.name).arg(text.c_str()).arg(stored.c_str())));
        }
    }

    void replacementNumbersAreFound()
    {
        QCOMPARE(cleaned("nr. 610190-1234 tak"), std::string("nr. [fjernet] tak"));
        QCOMPARE(cleaned("91.12.03 12 34"), std::string("[fjernet]"));
        QVERIFY(clean("610190-1234", noNames).removed == std::set{Trace::Cpr});
    }

    void halfHiddenCprNumbersAreFound_data()
    {
        QTest::addColumn<QString>("text");
        for (const char* text : {"O1O19O-1234",
                                 "0l0190-l234",
                                 "1/1-90-1234",
                                 "1.1.1990-1234",
                                 "1. januar 1990-1234",
                                 "1. jan. 90 - 1234",
                                 "010190 løbenr. 1234",
                                 "010190 og så 1234",
                                 "010190xxx1234",
                                 "0101-90, 1234",
                                 "nul et nul et ni nul en to tre fire",
                                 "cpr: 99 99 99 - 9999",
                                 "900101-1234",
                                 "cpr nr. 9999999999",
                                 "1. januar 1990 1234",
                                 "1. januar 1990, 1234",
                                 "1 januar 90 1234",
                                 "1. jan 1990. 1234",
                                 "1/1 1990 1234",
                                 "1/1 90 1234",
                                 "1/1 1990, 1234",
                                 "1.1 1990 1234",
                                 "01-01-1990 løbenr 1234",
                                 "01011990 løbenr 1234",
                                 "1990-01-01 løbenr 1234",
                                 "01.01.90 med løbenr. 1234",
                                 "1/1 1990, og cpr er 1234",
                                 "1. januar 1990, løbenummer: 1234",
                                 "010190, med løbenummeret 1234"}) {
            QTest::addRow("%s", text) << QString(text);
        }
    }
    void halfHiddenCprNumbersAreFound()
    {
        QFETCH(QString, text);
        const std::string before = "Mit er " + text.toStdString() + ", tak";
        const std::string after = cleaned(before);
        const bool isGone = after.starts_with("Mit er ") && after.ends_with("[fjernet], tak");
        QVERIFY2(isGone, after.c_str());
        for (const char* part : {"1234", "9999", "1990", "0190"}) {
            QVERIFY2(!anyPartLeft(after, part), after.c_str());
        }
        QCOMPARE(typed(before, noNames), after);
    }

    void aRestThatLooksLikeAYearOrATimeIsFoundToo()
    {
        std::mt19937_64 random(47);
        for (const char* number : {"2402102015", "2402101530", "1012031984", "0101190000", "0101202359"}) {
            for (const CprSpelling& spelling : cprSpellings()) {
                const std::string text = "Jeg er " + spelling.write(number, random);
                QVERIFY2(!anyPartLeft(cleaned(text), number),
                         qPrintable(QString("%1: %2 -> %3").arg(spelling.name, text.c_str(), cleaned(text).c_str())));
            }
        }
        QCOMPARE(cleaned("født 010190, bor her i 2026"), std::string("født [fjernet], bor her i 2026"));
        QCOMPARE(cleaned("født 010190, resten 1234"), std::string("født [fjernet], resten [fjernet]"));
        // Said in README: a date and a time are left alone.
        QCOMPARE(cleaned("10.12.2026 10.15"), std::string("10.12.2026 10.15"));
        QCOMPARE(cleaned("10.12.26 10:15"), std::string("10.12.26 10:15"));
    }

    void phoneNumbersAreFound()
    {
        std::mt19937_64 random(45);
        const std::vector<std::string> corpus = phones(random);
        QVERIFY(corpus.size() >= 200);
        std::size_t found = 0;
        for (std::size_t i = 0; i < corpus.size(); ++i) {
            const std::string text = sentenceAround(corpus[i], i);
            const std::string after = cleaned(text);
            const bool isFound = digitsIn(after) <= 2;
            found += isFound ? 1U : 0U;
            if (!isFound) {
                qWarning("%s -> %s", text.c_str(), after.c_str());
            }
            QVERIFY(!isFound || digitsIn(typed(text, noNames)) <= 2);
        }
        QVERIFY2(share(found, corpus.size()) >= 0.95, qPrintable(QString::number(share(found, corpus.size()))));
    }

    void emailAddressesAreFound()
    {
        const std::vector<std::string> corpus = emails();
        QVERIFY(corpus.size() >= 200);
        std::size_t found = 0;
        for (std::size_t i = 0; i < corpus.size(); ++i) {
            const std::string text = "Skriv til " + corpus[i] + " i morgen";
            const std::string after = cleaned(text);
            const bool isFound = after == "Skriv til [fjernet] i morgen";
            found += isFound ? 1U : 0U;
            if (!isFound) {
                qWarning("%s -> %s", text.c_str(), after.c_str());
            } else {
                const std::string stored = typed(text, noNames);
                QVERIFY2(stored == after, stored.c_str());
            }
        }
        QVERIFY2(share(found, corpus.size()) >= 0.95, qPrintable(QString::number(share(found, corpus.size()))));
    }

    void pageAddressesAreFound()
    {
        for (const std::string& page : pages()) {
            const Cleaned result = clean("Se " + page + ", tak", noNames);
            QCOMPARE(result.text, std::string("Se [fjernet], tak"));
            QVERIFY(result.removed == std::set{Trace::Url});
            QCOMPARE(typed("Se " + page + ", tak", noNames), result.text);
        }
    }

    void digitRunsAreFound()
    {
        QCOMPARE(cleaned("sag 12345 er væk"), std::string("sag [fjernet] er væk"));
        QCOMPARE(cleaned("sag 7/123456-7 er væk"), std::string("sag [fjernet] er væk"));
        QCOMPARE(cleaned("kort 4571 1234 5678 9012."), std::string("kort [fjernet]."));
        QCOMPARE(cleaned("1 2 3 4 5 6 7 8"), std::string("[fjernet]"));
        QCOMPARE(cleaned("kode 1234"), std::string("kode 1234"));
        QVERIFY(clean("abc12345def", noNames).removed == std::set{Trace::Digits});
    }

    void aWordThatIsAlsoAUnitKeepsNoNumber()
    {
        QCOMPARE(cleaned("20 30 40 50 min mor hjælper"), std::string("[fjernet] min mor hjælper"));
        QCOMPARE(cleaned("20 30 40 50 dag og nat"), std::string("[fjernet] dag og nat"));
        QCOMPARE(cleaned("010190 min fødselsdag"), std::string("[fjernet] min fødselsdag"));
        QCOMPARE(cleaned("123456 min sagsbehandler"), std::string("[fjernet] min sagsbehandler"));
        QCOMPARE(cleaned("010190 m, 123456 time"), std::string("[fjernet] m, [fjernet] time"));
        QCOMPARE(cleaned("12.03.1990 1234 min fødselsdag"), std::string("[fjernet] min fødselsdag"));
        QCOMPARE(typed("123456 min sagsbehandler", noNames), std::string("[fjernet] min sagsbehandler"));
        QCOMPARE(cleaned("100000 minutter"), std::string("100000 minutter"));
    }

    void nothingOfADateAndItsRestStaysWhileItIsTyped()
    {
        for (const char* text : {"010190 og 1234,x tak", "010190 og 1234.x", "01-01-1990 løbenr 1234/x tak",
                                 "1. januar 1990 løbenr. 1234,x tak", "01011990, løbenummer: 1234 tak"}) {
            QVERIFY2(!anyPartLeft(typed(text, noNames), "1234"), typed(text, noNames).c_str());
        }
    }

    void anAddressEndsWithItsSentence()
    {
        QCOMPARE(cleaned("Skriv til hans@firma.dk. de svarer"), std::string("Skriv til [fjernet]. de svarer"));
        QCOMPARE(cleaned("Skriv til hans@firma punktum eu. Tak"), std::string("Skriv til [fjernet]. Tak"));
    }

    void ordinarySentencesStayAsTheyAre()
    {
        QVERIFY(ordinarySentences().size() >= 80);
        for (const char* sentence : ordinarySentences()) {
            const Cleaned result = clean(sentence, staff);
            QCOMPARE(result.text, std::string(sentence));
            QVERIFY(result.removed.empty());
            QCOMPARE(typed(sentence, staff), std::string(sentence));
        }
    }

    void staffNamesAreReplaced_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char* text, const char* expected) { QTest::addRow("%s", text) << text << expected; };
        row("Hanne var sød", "[medarbejder] var sød");
        row("HANNE var sød", "[medarbejder] var sød");
        row("hanne lund sørensen hjalp", "[medarbejder] hjalp");
        row("Hanne Sørensen hjalp", "[medarbejder] hjalp");
        row("Tak til Sorensen og Soerensen", "Tak til [medarbejder] og [medarbejder]");
        row("Hannes kontor", "[medarbejder] kontor");
        row("Hanne's kontor", "[medarbejder] kontor");
        row("Hanne’s kontor", "[medarbejder] kontor");
        row("ÅSE og åse og A\u030Ase og Aase", "[medarbejder] og [medarbejder] og [medarbejder] og [medarbejder]");
        row("Johanne er en anden", "Johanne er en anden");
        row("Hannelore er en anden", "Hannelore er en anden");
        row("det er per person", "det er per person");
        row("der mødte jeg Per i dag", "der mødte jeg [medarbejder] i dag");
        row("det var hans bil", "det var hans bil");
        row("jeg talte med Hans om det", "jeg talte med [medarbejder] om det");
        row("hans kroghs kontor", "[medarbejder] kontor");
        row("per lang var der længe", "[medarbejder] var der længe");
        row("det tog lang tid", "det tog lang tid");
        row("Renee og RENÉE og müller", "[medarbejder] og [medarbejder] og [medarbejder]");
        row("jeg vil bo li her", "jeg vil [medarbejder] her");
        row("jeg vil bo her", "jeg vil bo her");
        row("Bøgh-Nielsen", "[medarbejder]");
        row("Anne-Marie", "[medarbejder]");
        row("شكرا محمد على", "شكرا [medarbejder] على");
        row("علي ممتاز", "[medarbejder] ممتاز");
        row("Wojciech Los", "[medarbejder]");
        row("tak Ågård", "tak [medarbejder]");
        row("Hanne. Mads.", "[medarbejder]. [medarbejder].");
        row("Han\u200Bne", "[medarbejder]");
        row("Hanne\u202E", "[medarbejder]");
    }
    void staffNamesAreReplaced()
    {
        QFETCH(QString, text);
        QFETCH(QString, expected);
        QCOMPARE(named(text.toStdString()), expected.toStdString());
        // Word by word, the words of one name may have become one mark each.
        QString stored = QString::fromStdString(typed(text.toStdString(), staff));
        stored.replace("[medarbejder] [medarbejder]", "[medarbejder]");
        QCOMPARE(stored, expected);
    }

    void ourOwnMarksAreNoNames()
    {
        const StaffNames odd({"Medarbejder Fjernet"});
        QCOMPARE(clean("[medarbejder] og [fjernet]", odd).text, std::string("[medarbejder] og [fjernet]"));
    }

    void whatTouchesTheEndIsNotJudgedWhileSomebodyWrites()
    {
        const auto going = [](std::string_view text) { return clean(text, staff, Typing::Going).text; };
        QCOMPARE(going("Ring 12345678"), std::string("Ring 12345678"));
        QCOMPARE(going("Ring 12345678 "), std::string("Ring 12345678 "));
        QCOMPARE(going("Ring 12345678 tak"), std::string("Ring [fjernet] tak"));
        QCOMPARE(going("Ring 12345678. Tak 010190-1234"), std::string("Ring [fjernet]. Tak 010190-1234"));
        QCOMPARE(going("Tak Hanne"), std::string("Tak Hanne"));
        QCOMPARE(going("Tak Hanne for"), std::string("Tak [medarbejder] for"));
        QCOMPARE(going("Tak Hanne lu"), std::string("Tak Hanne lu"));
        QCOMPARE(going("hans@firma.d"), std::string("hans@firma.d"));
        QCOMPARE(going("hans@firma.dk og"), std::string("[fjernet] og"));
        QCOMPARE(going("det kostede 12500 k"), std::string("det kostede 12500 k"));
        QCOMPARE(going("👩‍"), std::string("👩‍"));
        QCOMPARE(clean("👩‍", noNames).text, std::string("👩"));
    }
};

QTEST_GUILESS_MAIN(TestRedaction)
#include "test_redaction.moc"
