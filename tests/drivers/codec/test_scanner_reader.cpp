// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/drivers/codec/hid_descriptors.h"
#include "tests/drivers/codec/reader_world.h"

#include <QtTest>

#include <algorithm>
#include <string>
#include <vector>

using namespace smiley;
using namespace smiley::codec;
using namespace smiley::test;

class TestScannerReader : public QObject {
    Q_OBJECT

private slots:
    void aScannerGivesItsTextByUsage()
    {
        DeviceReader scanner = reader(core::ScannerLayout(), "bar code scanner");
        Lines lines;
        scanner.read(scan("ST1:ABC", false), at(0), lines);
        QCOMPARE(lines.take(), QStringList{"0 shows 'ST1:ABC'"});
        QCOMPARE(scanner.reportBytesMax(), 64U);
    }

    void aLongTextComesInSeveralReports()
    {
        const std::string text = "ST1:" + std::string(52, 'A') + std::string(56, 'B') + std::string(23, 'C');
        for (const core::ListedDevice& listed : {entry(core::ScannerLayout()), shipped("Access-IS LSR116")}) {
            DeviceReader scanner = reader(listed, "bar code scanner");
            Lines lines;
            scanner.read(scan(text.substr(0, 56), true), at(0), lines);
            scanner.read(scan(text.substr(56, 56), true), at(10), lines);
            QCOMPARE(scanner.deadline(), std::optional(at(1010)));
            scanner.read({}, at(15), lines);
            scanner.read(hex("03 38 5D"), at(16), lines); // another report
            scanner.read(scan(text.substr(112), false), at(20), lines);
            QCOMPARE(lines.take(), QStringList{"20 shows '" + QString::fromStdString(text) + "'"});
            scanner.read(scan("half", true), at(100), lines);
            scanner.read(scan("whole", false), at(1100), lines); // the rest never came
            QCOMPARE(lines.take(), QStringList{"1100 shows 'whole'"});
            for (int i = 0; i < 10; ++i) {
                scanner.read(scan(std::string(56, 'x'), true), at(2000 + i), lines);
            }
            scanner.read(scan("end", false), at(2010), lines);
            QCOMPARE(lines.take(), QStringList{"2010 shows ''"}); // too long: something was read, and no card
        }
    }

    void aShortReportGivesWhatItHolds()
    {
        for (const core::ListedDevice& listed : {entry(core::ScannerLayout()), shipped("Access-IS LSR116")}) {
            const Bytes whole = scan("ST1:ABC", false);
            for (std::size_t size = 0; size <= whole.size(); ++size) {
                DeviceReader scanner = reader(listed, "bar code scanner");
                Lines lines;
                scanner.read(std::span(whole).first(size), at(0), lines);
                const auto text = std::string_view("ST1:ABC").substr(0, size < 5 ? 0 : size - 5);
                QCOMPARE(lines.take(),
                         text.empty() ? QStringList()
                                      : QStringList{"0 shows '" + QString::fromStdString(std::string(text)) + "'"});
            }
        }
    }

    void aLengthBeyondThePlaceIsCut()
    {
        DeviceReader scanner = reader(shipped("Access-IS LSR116"), "bar code scanner");
        Lines lines;
        Bytes report = scan(std::string(56, 'x'), false);
        report[1] = std::byte{255};
        scanner.read(report, at(0), lines);
        QCOMPARE(lines.take(), QStringList{"0 shows '" + QString(56, 'x') + "'"});
    }

    void aTextWithoutALengthEndsBeforeItsZeros()
    {
        DeviceReader scanner = reader(core::ScannerLayout(), "decoded data as one value of 448 bits");
        Lines lines;
        Bytes report(56);
        std::ranges::copy(std::as_bytes(std::span(std::string_view("ST1:A"))), report.begin());
        scanner.read(report, at(0), lines);
        QCOMPARE(lines.take(), QStringList{"0 shows 'ST1:A'"});
    }

    void aListedKeyboardIsAScanner()
    {
        const std::string text = "ST1:0123456789 ABCDEFGHIJKLMNOPQRSTUVWXYZ$%*+-./:AA00";
        for (const char* descriptor : {"boot keyboard", "keyboard with a bit for each key"}) {
            DeviceReader scanner = reader(core::ScannerLayout(), descriptor);
            Lines lines;
            std::int64_t ms = 0;
            for (const Bytes& report : typing(text + '\n')) {
                Bytes said = report;
                if (descriptor != std::string_view("boot keyboard")) {
                    said.assign(15, std::byte{0});
                    said[0] = report[0];
                    if (const auto usage = std::to_integer<std::size_t>(report[2]); usage != 0) {
                        said[1 + (usage - 4) / 8] = static_cast<std::byte>(1U << ((usage - 4) % 8));
                    }
                }
                scanner.read(said, at(++ms), lines);
            }
            QCOMPARE(lines.take(),
                     QStringList{QString::number(ms - 1) + " shows '" + QString::fromStdString(text) + "'"});
        }
    }

    void aKeyboardThatSaysTooManyKeysSaysNothing()
    {
        DeviceReader scanner = reader(core::ScannerLayout(), "boot keyboard");
        Lines lines;
        scanner.read(keys(0, {0x04}), at(0), lines);
        scanner.read(keys(0, {1, 1, 1, 1, 1, 1}), at(1), lines);
        scanner.read(keys(0, {0x04, 0x05}), at(2), lines); // a was held
        scanner.read(keys(0, {0x05, 0x06}), at(3), lines);
        scanner.read(hex("00 00 28"), at(4), lines);       // short: not said
        scanner.read(keys(1, {0x06, 0x07}), at(5), lines); // Ctrl
        scanner.read(keys(0, {}), at(6), lines);
        scanner.read(keys(0, {0x28}), at(7), lines);
        scanner.read(keys(0, {}), at(8), lines);
        scanner.read(keys(0, {0x28}), at(9), lines); // a line of its own is nothing
        QCOMPARE(lines.take(), QStringList{"7 shows 'abc'"});
    }

    void whatReadsNothingIsNoScanner()
    {
        QCOMPARE(fault(core::ScannerLayout(), "boot mouse"),
                 "its reports hold neither what a scanner reads nor keys of a keyboard");
        core::ListedDevice listed = shipped("Access-IS LSR116");
        std::get<core::ScannerLayout>(listed.layout).bytes->textMax = 60;
        QCOMPARE(fault(listed, "bar code scanner"), "its reports end before bit 512");
        listed.report.reset();
        QVERIFY(fault(listed, "bar code scanner").contains("name its report"));
    }

    // -----------------------------------------------------------------------------------------------------------------
    // Products of the example, by their makers' documents

    void theXk8HasEightKeys()
    {
        DeviceReader box = reader(shipped("X-keys XK-8"), "vendor's box with bits in bytes");
        Lines lines;
        const std::vector<std::pair<std::size_t, int>> places{{2, 1}, {3, 1}, {4, 1}, {5, 1},
                                                              {2, 2}, {3, 2}, {4, 2}, {5, 2}};
        QStringList expected;
        for (std::size_t key = 0; key < places.size(); ++key) {
            Bytes report(32);
            report[0] = std::byte{0xFF}; // unit id
            report[1] = std::byte{1};    // program switch
            report[places[key].first] = static_cast<std::byte>(places[key].second);
            report[6] = std::byte{0xFF}; // time stamp
            report[7] = std::byte{0xFF};
            box.read(report, at(static_cast<std::int64_t>(key) * 10), lines);
            expected << QString("%1 key %2").arg(key * 10).arg(key + 1);
        }
        QCOMPARE(lines.take(), expected);
    }

    void theXk12CountsItsFirstJack()
    {
        DeviceReader contacts = reader(shipped("X-keys XK-12"), "vendor's box with bits in bytes");
        Lines lines;
        Bytes report(32);
        for (int ms = 0; ms < 3000; ms += 500) {
            report[2] = static_cast<std::byte>(ms % 1000 == 0 ? 0x01 : 0x00);
            report[3] = std::byte{0xFF}; // the other jacks
            contacts.read(report, at(ms), lines);
        }
        report[2] = std::byte{0xFE};
        contacts.read(report, at(5000), lines);
        QCOMPARE(lines.take(), (QStringList{"0 passes 1", "1000 passes 1", "2000 passes 1"}));
    }

    void theLsr116SplitsTheTextOfItsManual()
    {
        DeviceReader scanner = reader(shipped("Access-IS LSR116"), "bar code scanner");
        Lines lines;
        scanner.read(scan("M1GATHERGOOD/MICHAEL YABCDEF LHRDURAK 3542 052Y003D23   ", true), at(0), lines);
        scanner.read(scan(" 100", false), at(5), lines);
        QCOMPARE(lines.take(), QStringList{"5 shows 'M1GATHERGOOD/MICHAEL YABCDEF LHRDURAK 3542 052Y003D23    100'"});
    }

    void theExamplesByUsageFitTheirDevices()
    {
        static_cast<void>(reader(shipped("Knapper på standen"), "button box with eight buttons"));
        static_cast<void>(reader(shipped("Knapper med F-taster"), "keyboard with a bit for each key"));
        static_cast<void>(reader(shipped("Nærvær"), "human presence sensor"));
        static_cast<void>(reader(shipped("Nærvær"), "human proximity sensor"));
        static_cast<void>(reader(shipped("Dør med lysstråle"), "beam with a switch"));
        static_cast<void>(reader(shipped("Kortlæser"), "bar code scanner"));
        static_cast<void>(reader(shipped("Kortlæser som tastatur"), "boot keyboard"));
    }
};

QTEST_GUILESS_MAIN(TestScannerReader)
#include "test_scanner_reader.moc"
