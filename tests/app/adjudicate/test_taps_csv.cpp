// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/adjudicate/taps.h"
#include "app/adjudicate/taps_csv.h"

#include <QTest>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

using namespace smiley;
using namespace smiley::adjudicate;

namespace {

const std::string required = "tap_id,kiosk,day,t_ms,choice,presence_break,visitors,ticket\n";

/// What came of a file that was read in pieces of `pieceBytes`.
struct Read {
    std::string rows; ///< written again
    std::vector<std::string> faults;
    std::vector<std::string> unknown;
    bool operator==(const Read&) const = default;
};

Read read(std::string_view file, std::size_t pieceBytes = std::string_view::npos)
{
    Read result;
    Taps taps;
    TapReader reader([&](const TapRow& row) {
        appendRow(result.rows, row);
        return taps.add(row);
    });
    bool goesOn = true;
    while (goesOn && !file.empty()) {
        goesOn = reader.feed(file.substr(0, pieceBytes));
        file.remove_prefix(std::min(pieceBytes, file.size()));
    }
    reader.end();
    for (const RowFault& fault : reader.faults()) {
        result.faults.push_back(describe(fault));
    }
    result.unknown = reader.unknownColumns();
    return result;
}

std::string onlyFault(std::string_view file)
{
    const Read result = read(file);
    return result.faults.size() == 1 ? result.faults.front()
                                     : "there are " + std::to_string(result.faults.size()) + " faults";
}

} // namespace

class TestTapsCsv : public QObject {
    Q_OBJECT

private slots:
    void emptyOptionalFieldsMeanTheDefaults_data()
    {
        QTest::addColumn<std::string>("file");
        QTest::newRow("columns missing") << required + "1,K1,0,0,3,1,,\n";
        QTest::newRow("fields empty") << std::string("tap_id,kiosk,day,t_ms,choice,presence_break,visitors,ticket,left,"
                                                     "boot,screen,mode,clock,withdrawn\n1,K1,0,0,3,1,,,,,,,,\n");
    }
    void emptyOptionalFieldsMeanTheDefaults()
    {
        QFETCH(std::string, file);
        QCOMPARE(read(file).rows, std::string("1,K1,0,0,3,1,,,,0,faces,normal,anchored,0\r\n"));
        QVERIFY(read(file).faults.empty());
    }

    void everyFormOfAGoodFileIsRead_data()
    {
        QTest::addColumn<std::string>("file");
        const std::string header = "tap_id,kiosk,day,t_ms,choice,presence_break,visitors,ticket,left\n";
        const std::string row = "7,Rådhuset,2026-11-22,1500,5,-1,12,T1,2";
        QTest::newRow("LF") << header + row + "\n";
        QTest::newRow("no end of line at the end") << header + row;
        QTest::newRow("CRLF") << header.substr(0, header.size() - 1) + "\r\n" + row + "\r\n";
        QTest::newRow("byte order mark") << "\xEF\xBB\xBF" + header + row + "\n";
        QTest::newRow("quoted") << header + R"("7","Rådhuset","2026-11-22","1500","5","-1","12","T1","2")" + "\r\n";
        QTest::newRow("quoted, no end of line") << header + R"(7,Rådhuset,2026-11-22,1500,5,-1,12,T1,"2")";
        QTest::newRow("quoted names") << R"("tap_id",kiosk,day,t_ms,choice,presence_break,visitors,ticket,"left")"
                                         "\n" +
                                             row;
        QTest::newRow("empty lines") << "\n" + header + "\r\n\n" + row + "\n\n";
        QTest::newRow("other order") << std::string("choice,left,ticket,visitors,presence_break,t_ms,day,kiosk,tap_id\n"
                                                    "5,2,T1,12,-1,1500,2026-11-22,Rådhuset,7\n");
    }
    void everyFormOfAGoodFileIsRead()
    {
        QFETCH(std::string, file);
        const Read whole = read(file);
        QVERIFY2(whole.faults.empty(), whole.faults.empty() ? "" : whole.faults.front().c_str());
        QCOMPARE(whole.rows, std::string("7,Rådhuset,2026-11-22,1500,5,-1,12,T1,2,0,faces,normal,anchored,0\r\n"));
        QVERIFY(whole.unknown.empty());
        for (std::size_t piece = 1; piece <= file.size(); ++piece) {
            QVERIFY2(read(file, piece) == whole, ("in pieces of " + std::to_string(piece)).c_str());
        }
    }

    void textsMayHoldCommasAndQuotes()
    {
        const std::string file = required + "\"a,1\",\"K \"\"1\"\"\",0,0,3,1,,\"T,\"\n";
        QCOMPARE(read(file).rows,
                 std::string("\"a,1\",\"K \"\"1\"\"\",0,0,3,1,,\"T,\",,0,faces,normal,anchored,0\r\n"));
        QVERIFY(read(file) == read(file, 1));
    }

    void everyWordOfTheOptionalColumnsIsRead()
    {
        std::string file = "tap_id,kiosk,day,t_ms,choice,presence_break,visitors,ticket,left,boot,screen,mode,clock,"
                           "withdrawn\r\n";
        int id = 0;
        for (const char* screen : {"faces", "invite", "poll", "correcting", "next"}) {
            for (const char* mode : {"normal", "staff", "cleaning", "test", "closed"}) {
                for (const char* clock : {"anchored", "set", "none"}) {
                    ++id;
                    file += std::to_string(id) + ",K,1,0,3,0,4294967295,,0,4," + screen + "," + mode + "," + clock +
                            "," + std::to_string(id % 2) + "\r\n";
                }
            }
        }
        const Read result = read(file);
        QVERIFY(result.faults.empty());
        QCOMPARE(result.rows, file.substr(file.find('\n') + 1));
    }

    void aFileOfOnlyTheFirstLineHasNoRowsAndNoFaults()
    {
        QVERIFY(read(required).faults.empty());
        QVERIFY(read(required).rows.empty());
        QVERIFY(read(required.substr(0, required.size() - 1)).faults.empty());
    }

    void aColumnThatNobodyKnowsIsNamedAndNotRead()
    {
        const Read result = read("note," + required + "\"two\nlines, and a comma\",1,K,1,0,3,0,,\n,2,K,1,x,3,0,,\n");
        QCOMPARE(result.unknown, (std::vector<std::string>{"\"note\""}));
        QCOMPARE(result.rows, std::string("1,K,1,0,3,0,,,,0,faces,normal,anchored,0\r\n"));
        QCOMPARE(result.faults.size(), std::size_t{1});
        QVERIFY(result.faults.front().starts_with("line 4, t_ms: ")); // the row before it takes two lines
    }

    void aBadRowIsNamedByLineColumnAndReason_data()
    {
        QTest::addColumn<std::string>("row");
        QTest::addColumn<QString>("fault");
        const auto test = [](const char* name, std::string row, const char* fault) {
            QTest::newRow(name) << std::move(row) << QString::fromUtf8(fault);
        };
        test("no id", ",K,1,0,3,0,,", "tap_id: is empty; give it 1 to 64 characters");
        test("long id", std::string(65, 'i') + ",K,1,0,3,0,,", "tap_id: has 65 bytes; at most 64 are read");
        test("id with a tab", "a\tb,K,1,0,3,0,,", "tap_id: holds control characters, or isn't UTF-8; here is \"a?b\"");
        test("id in Latin-1",
             "R\xE5"
             "d,K,1,0,3,0,,",
             "tap_id: holds control characters, or isn't UTF-8; here is \"R?d\"");
        test("no kiosk", "1,,1,0,3,0,,", "kiosk: is empty; give it 1 to 64 characters");
        test("kiosk in two lines", "1,\"K\n1\",1,0,3,0,,",
             "kiosk: holds control characters, or isn't UTF-8; here is \"K?1\"");
        test("no day", "1,K,,0,3,0,,", "day: must be a whole number or a date such as 2026-11-22; the field is empty");
        test("no such day", "1,K,2026-02-30,0,3,0,,",
             "day: must be a whole number or a date such as 2026-11-22; here is \"2026-02-30\"");
        test("no time", "1,K,1,,3,0,,",
             "t_ms: must be a whole number from -1000000000000000 to 1000000000000000; the field is empty");
        test("time with a point", "1,K,1,1.5,3,0,,",
             "t_ms: must be a whole number from -1000000000000000 to 1000000000000000; here is \"1.5\"");
        test("time with a space", "1,K,1, 15,3,0,,",
             "t_ms: must be a whole number from -1000000000000000 to 1000000000000000; here is \" 15\"");
        test("time out of bounds", "1,K,1,1000000000000001,3,0,,",
             "t_ms: must be a whole number from -1000000000000000 to 1000000000000000; here is \"1000000000000001\"");
        test("no face", "1,K,1,0,,0,,", "choice: must be a whole number from 1 to 5; the field is empty");
        test("face 0", "1,K,1,0,0,0,,", "choice: must be a whole number from 1 to 5; here is \"0\"");
        test("face 6", "1,K,1,0,6,0,,", "choice: must be a whole number from 1 to 5; here is \"6\"");
        test("no presence", "1,K,1,0,3,,,", "presence_break: must be a whole number from -1 to 1; the field is empty");
        test("presence 2", "1,K,1,0,3,2,,", "presence_break: must be a whole number from -1 to 1; here is \"2\"");
        test("passages below 0", "1,K,1,0,3,0,-1,",
             "visitors: must be a whole number from 0 to 4294967295; here is \"-1\"");
        test("passages out of bounds", "1,K,1,0,3,0,4294967296,",
             "visitors: must be a whole number from 0 to 4294967295; here is \"4294967296\"");
        test("long ticket", "1,K,1,0,3,0,," + std::string(65, 'T'), "ticket: has 65 bytes; at most 64 are read");
        test("left", "1,K,1,0,3,0,,,x", "left: must be a whole number from 0 to 4294967295; here is \"x\"");
        test("boot", "1,K,1,0,3,0,,,,-1", "boot: must be a whole number from 0 to 4294967295; here is \"-1\"");
        test("screen", "1,K,1,0,3,0,,,,,Faces",
             "screen: must be one of faces, invite, poll, correcting, next, or empty; here is \"Faces\"");
        test("mode", "1,K,1,0,3,0,,,,,,open",
             "mode: must be one of normal, staff, cleaning, test, closed, or empty; here is \"open\"");
        test("clock", "1,K,1,0,3,0,,,,,,,ntp", "clock: must be one of anchored, set, none, or empty; here is \"ntp\"");
        test("withdrawn", "1,K,1,0,3,0,,,,,,,,yes", "withdrawn: must be a whole number from 0 to 1; here is \"yes\"");
        test("the same id again", "0,K,1,0,3,0,,",
             "tap_id: stands here a second time: \"0\"; every tap needs an id of its own");
        test("time goes back", "1,A,1,9999,3,0,,,,1",
             "t_ms: goes back from 10000 to 9999 within a kiosk, day and boot; sort the rows by it, or give each start "
             "a boot of its own");
        test("boot goes back", "1,A,1,20000,3,0,,,,0",
             "boot: goes back from 1 to 0 within a kiosk and day; keep the order in which the stand wrote them");
    }
    void aBadRowIsNamedByLineColumnAndReason()
    {
        QFETCH(std::string, row);
        QFETCH(QString, fault);
        const std::string header =
            "tap_id,kiosk,day,t_ms,choice,presence_break,visitors,ticket,left,boot,screen,mode,clock,withdrawn\n"
            "0,A,1,10000,3,0,,,,1,,,,\n";
        row.append(static_cast<std::size_t>(13 - std::count(row.begin(), row.end(), ',')), ',');
        const std::string file = header + row + "\n9,K,2,0,3,0,,,,,,,,\n";
        QCOMPARE(QString::fromStdString(onlyFault(file)), "line 3, " + fault);
        QVERIFY(read(file) == read(file, 1));
    }

    void aRowOfAnotherFormIsNamed_data()
    {
        QTest::addColumn<std::string>("row");
        QTest::addColumn<QString>("fault");
        QTest::newRow("a field too few") << std::string("1,K,1,0,3,0,")
                                         << "has 7 fields where the first line names 8 columns; a comma is missing or "
                                            "too many";
        QTest::newRow("a field too many") << std::string("1,K,1,0,3,0,,,")
                                          << "has 9 fields where the first line names 8 columns; a comma is missing or "
                                             "too many";
        QTest::newRow("quote within") << std::string("1,K\"1,1,0,3,0,,")
                                      << "a quote stands within a field; put the field in quotes and double the quote";
        QTest::newRow("text behind") << std::string("1,\"K\"1,1,0,3,0,,")
                                     << "text stands behind a closing quote; double a quote within a text";
        QTest::newRow("long") << std::string(4097, 'x')
                              << "is longer than 4096 bytes; a line break or the second of two quotes may be missing";
        QTest::newRow("never closed") << "1,\"K,1,0,3,0,," + std::string(4100, 'x')
                                      << "is longer than 4096 bytes; a line break or the second of two quotes may be "
                                         "missing";
    }
    void aRowOfAnotherFormIsNamed()
    {
        QFETCH(std::string, row);
        QFETCH(QString, fault);
        const std::string file = required + "8,K,1,0,3,0,,\n" + row + "\n9,K,1,x,3,0,,\n";
        const Read result = read(file);
        QCOMPARE(result.faults.size(), std::size_t{2});
        QCOMPARE(QString::fromStdString(result.faults[0]), "line 3: " + fault);
        QVERIFY(result.faults[1].starts_with("line 4, t_ms: ")); // the row behind it is read
        QVERIFY(read(file, 1) == result);
        QVERIFY(read(file, 1000) == result);
    }

    void aRowMayBeAsLongAsTheLimit()
    {
        std::string row = "1,K,1,0,3,0,,,";
        row += std::string(recordBytesMax - row.size(), 'x');
        const std::string header = required.substr(0, required.size() - 1) + ",note\n";
        QVERIFY(read(header + row + "\n").faults.empty());
        QCOMPARE(read(header + row + "x\n").faults.size(), std::size_t{1});
        row = "1,K,1,0,3,0,,,\"" + std::string(recordBytesMax - 16, 'x') + "\"";
        QVERIFY(read(header + row + "\n").faults.empty());
        const std::string inTwoLines = header + "1,K,1,0,3,0,,,\"\n" + row.substr(15) + "\n";
        QVERIFY(read(inTwoLines).faults.front().starts_with("line 2: is longer than 4096 bytes"));
        QVERIFY(read(inTwoLines, 1) == read(inTwoLines));
    }

    void aQuoteThatIsOpenAtTheEndIsNamedByTheRowsFirstLine()
    {
        QCOMPARE(onlyFault(required + "1,\"K,1,0,3,0,,\n2,K,1,0,3,0,,\n"),
                 std::string("line 2: a quote is opened here and never closed; close it, or double a quote within a "
                             "text"));
    }

    void aFileWithoutAUsableFirstLineIsNotRead_data()
    {
        QTest::addColumn<std::string>("file");
        QTest::addColumn<QString>("fault");
        const QString names = "tap_id,kiosk,day,t_ms,choice,presence_break,visitors,ticket";
        QTest::newRow("empty") << std::string() << "the file is empty; its first line must name the columns " + names;
        QTest::newRow("only empty lines")
            << std::string("\n\r\n") << "the file is empty; its first line must name the columns " + names;
        QTest::newRow("only the mark") << std::string("\xEF\xBB\xBF")
                                       << "the file is empty; its first line must name the columns " + names;
        QTest::newRow("a column missing")
            << std::string("tap_id,kiosk,day,t_ms,choice,presence_break,ticket\n1,K,1,0,3,0,\n")
            << "line 1, visitors: this column is missing; the first line must name " + names;
        QTest::newRow("a column twice") << "choice," + required + "x,x\n"
                                        << "line 1, choice: two columns have this name; keep one";
        QTest::newRow("semicolons") << std::string("tap_id;kiosk;day;t_ms\n1;K;1;0\n")
                                    << "line 1: the columns are separated by semicolons; save the file with commas";
        QTest::newRow("UTF-16") << std::string("\xFF\xFEt\0a\0p\0", 8)
                                << "line 1: the file is in UTF-16; save it as CSV in UTF-8";
        QTest::newRow("a quote") << "\"tap_id\"x," + required
                                 << "line 1: text stands behind a closing quote; double a quote within a text";
        QTest::newRow("too many columns")
            << std::string(60, ',') + required << "line 1: there are more than 64 columns";
    }
    void aFileWithoutAUsableFirstLineIsNotRead()
    {
        QFETCH(std::string, file);
        QFETCH(QString, fault);
        QCOMPARE(QString::fromStdString(onlyFault(file)), fault);
        QVERIFY(read(file).rows.empty());
        QVERIFY(read(file, 1) == read(file));
    }

    void everyMissingColumnIsNamed() { QCOMPARE(read("tap_id,kiosk\n").faults.size(), std::size_t{6}); }

    void faultsAreCollectedUpToALimit()
    {
        std::string file = required;
        for (int i = 0; i < 30; ++i) {
            file += "x,K,1,0,9,0,,\n";
        }
        const Read result = read(file);
        QCOMPARE(result.faults.size(), faultsMax);
        QVERIFY(result.faults.back().starts_with("line 21, choice: "));
    }

    void faultsOfTheFirstLineAreCollectedUpToTheSameLimit()
    {
        std::string file = required.substr(0, required.size() - 1);
        for (int i = 0; i < 30; ++i) {
            file += ",choice";
        }
        QCOMPARE(read(file + '\n').faults.size(), faultsMax);
    }

    void twoIdsAreTheSameOnlyWhereTheirTextsAre()
    {
        std::string file = required;
        for (const char* id :
             {"5", "7", "6", "05", "a", "A", "00", "0", "18446744073709551615", "18446744073709551616"}) {
            file += std::string(id) + ",K,1,0,3,0,,\n";
        }
        for (int i = 1000; i > 100; --i) {
            file += std::to_string(i) + ",K,1,0,3,0,,\n";
        }
        QVERIFY(read(file).faults.empty());
        for (const char* id : {"5", "05", "A", "0", "18446744073709551615", "1000", "101"}) {
            QVERIFY2(onlyFault(file + id + ",K,1,0,3,0,,\n").find("second time") != std::string::npos, id);
        }
    }

    void rowsAreGroupedByKioskAndDayInTheOrderOfTheFile()
    {
        Taps taps;
        TapReader reader([&taps](const TapRow& row) { return taps.add(row); });
        reader.feed(required + "1,B,2,50,1,0,,\n2,A,2026-01-01,10,2,0,,\n3,B,1,20,3,0,,\n4,B,2,50,4,0,,\n"
                               "5,A,2026-01-01,11,5,0,,\n6,A,2,0,1,0,,\n");
        reader.end();
        QVERIFY(reader.faults().empty());
        QCOMPARE(taps.kiosks().size(), std::size_t{2});
        QCOMPARE(taps.kiosks()[0].name, std::string("B"));
        QCOMPARE(taps.kiosks()[0].days[0].day, std::string("2"));
        QCOMPARE(taps.kiosks()[0].days[0].taps.size(), std::size_t{2});
        QCOMPARE(taps.kiosks()[0].days[0].taps[1].tap, std::uint64_t{4});
        QCOMPARE(taps.kiosks()[0].days[1].day, std::string("1"));
        QCOMPARE(taps.kiosks()[1].name, std::string("A"));
        QCOMPARE(taps.kiosks()[1].days[0].taps[1].face, core::Face::VeryGood);
        QCOMPARE(taps.kiosks()[1].days[1].day, std::string("2"));
    }
};

QTEST_APPLESS_MAIN(TestTapsCsv)
#include "test_taps_csv.moc"
