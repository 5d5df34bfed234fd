// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/codec/filters.h"
#include "drivers/codec/scan_text.h"

#include <QtTest>

#include <rapidcheck.h>

#include <algorithm>
#include <string>
#include <vector>

using namespace smiley;
using namespace smiley::codec;
using core::MonotonicMs;
using Change = NearZone::Change;
using Counts = core::DoorLayout::Counts;

namespace {

constexpr MonotonicMs at(std::int64_t ms) { return MonotonicMs{1'000'000 + ms}; }

std::span<const std::byte> bytes(std::string_view text) { return std::as_bytes(std::span(text)); }

/// What the assembler makes of the pieces, the last of which ends the text.
std::optional<std::string> assembled(ScanText& scan, const std::vector<std::string>& pieces, std::int64_t ms)
{
    std::optional<std::string> whole;
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        whole = scan.add(bytes(pieces[i]), i + 1 < pieces.size(), at(ms));
    }
    return whole;
}

} // namespace

class TestFilters : public QObject {
    Q_OBJECT

private slots:
    // -----------------------------------------------------------------------------------------------------------------
    // Bounce

    void aKeyCountsAgainAfter200Ms()
    {
        for (const auto& [second, counts] : {std::pair{199, false}, {200, true}, {201, true}}) {
            Bounce key = keyBounce;
            QVERIFY(key.press(true, at(0)));
            QVERIFY(!key.press(false, at(100)));
            QCOMPARE(key.press(true, at(second)), counts);
        }
    }

    void whatBouncedDoesNotPutOffTheNextPress()
    {
        Bounce key = keyBounce;
        QVERIFY(key.press(true, at(0)));
        QVERIFY(!key.press(false, at(80)));
        QVERIFY(!key.press(true, at(150)));
        QVERIFY(!key.press(false, at(160)));
        QVERIFY(key.press(true, at(210)));
    }

    void aKeyThatBouncesWhenItIsLetGoIsNotPressedAgain()
    {
        for (const auto& [open, counts] : {std::pair{49, false}, {50, true}}) {
            Bounce key = keyBounce;
            QVERIFY(key.press(true, at(0)));
            QVERIFY(!key.press(false, at(5000)));
            QCOMPARE(key.press(true, at(5000 + open)), counts);
        }
    }

    void aKeyThatIsHeldIsPressedOnce()
    {
        Bounce key = keyBounce;
        int presses = 0;
        for (int ms = 0; ms < 10'000; ms += 8) {
            presses += key.press(true, at(ms)) ? 1 : 0;
        }
        QCOMPARE(presses, 1);
    }

    void noTwoPressesAreCloserThanTheFilterSays()
    {
        QVERIFY(rc::check([](std::vector<std::pair<bool, std::uint8_t>> said) {
            Bounce key = keyBounce;
            std::int64_t now = 0;
            std::optional<std::int64_t> last;
            for (const auto& [isClosed, later] : said) {
                now += later;
                if (key.press(isClosed, at(now))) {
                    const bool isFarEnough = isClosed && (!last || now - *last >= 200);
                    RC_ASSERT(isFarEnough);
                    last = now;
                }
            }
        }));
    }

    // -----------------------------------------------------------------------------------------------------------------
    // Near zone

    void betweenNearAndFarNothingChanges()
    {
        const NearZone zone(1000, 1300, 0);
        QCOMPARE(zone.somebodyAt(999), std::optional(true));
        QCOMPARE(zone.somebodyAt(1000), std::optional<bool>());
        QCOMPARE(zone.somebodyAt(1300), std::optional<bool>());
        QCOMPARE(zone.somebodyAt(1301), std::optional(false));
    }

    void theZoneIsEmptyAfterTheHold()
    {
        NearZone zone(1000, 1300, 1000);
        QCOMPARE(zone.see(true, at(0)), Change::Began);
        QCOMPARE(zone.see(true, at(100)), Change::None);
        QCOMPARE(zone.since(), std::optional(at(0)));
        QCOMPARE(zone.see(false, at(500)), Change::None);
        QCOMPARE(zone.deadline(), std::optional(at(1500)));
        QCOMPARE(zone.see(false, at(900)), Change::None);
        QCOMPARE(zone.deadline(), std::optional(at(1500)));
        QCOMPARE(zone.tick(at(1499)), Change::None);
        QCOMPARE(zone.tick(at(1500)), Change::Ended);
        QCOMPARE(zone.deadline(), std::optional<MonotonicMs>());
        QCOMPARE(zone.tick(at(9000)), Change::None);
        QCOMPARE(zone.see(false, at(9000)), Change::None);
        QCOMPARE(zone.see(true, at(9001)), Change::Began);
    }

    void whoComesBackWithinTheHoldNeverLeft()
    {
        NearZone zone(1000, 1300, 1000);
        QCOMPARE(zone.see(true, at(0)), Change::Began);
        QCOMPARE(zone.see(false, at(100)), Change::None);
        QCOMPARE(zone.see(true, at(1099)), Change::None);
        QCOMPARE(zone.tick(at(5000)), Change::None);
        QCOMPARE(zone.since(), std::optional(at(0)));
    }

    void withoutAHoldTheZoneIsEmptyAtOnce()
    {
        NearZone zone(1000, 1300, 0);
        QCOMPARE(zone.see(true, at(0)), Change::Began);
        QCOMPARE(zone.see(false, at(1)), Change::Ended);
    }

    // -----------------------------------------------------------------------------------------------------------------
    // Door

    void aPulseIsAPassageAndABounceIsNone()
    {
        DoorCount door(Counts::Pulses, 1, 0, 1);
        QCOMPARE(door.see(0, at(0)), 0);
        QCOMPARE(door.see(1, at(10)), 1);
        QCOMPARE(door.see(1, at(20)), 0);
        QCOMPARE(door.see(0, at(300)), 0);
        QCOMPARE(door.see(1, at(349)), 0);
        QCOMPARE(door.see(0, at(500)), 0);
        QCOMPARE(door.see(7, at(550)), 1);
    }

    void twoPulsesAreOnePassageAndTheRestIsKept()
    {
        DoorCount door(Counts::Pulses, 2, 0, 1);
        std::vector<int> passages;
        for (int i = 0; i < 5; ++i) {
            passages.push_back(door.see(1, at(i * 1000)));
            QCOMPARE(door.see(0, at(i * 1000 + 500)), 0);
        }
        QCOMPARE(passages, (std::vector{0, 1, 0, 1, 0}));
    }

    void aTotalBeginsWhereItStandsAndWrapsAround()
    {
        DoorCount door(Counts::Total, 1, 0, 255);
        QCOMPARE(door.see(250, at(0)), 0);
        QCOMPARE(door.see(250, at(1)), 0);
        QCOMPARE(door.see(255, at(2)), 5);
        QCOMPARE(door.see(0, at(3)), 1);
        QCOMPARE(door.see(3, at(4)), 3);
    }

    void aTotalWrapsToItsLeastValue()
    {
        DoorCount door(Counts::Total, 1, 1, 100);
        QCOMPARE(door.see(99, at(0)), 0);
        QCOMPARE(door.see(2, at(1)), 3); // 100, 1, 2
    }

    void aTotalTellsWhatLostReportsWouldHave()
    {
        DoorCount door(Counts::Total, 2, 0, 65'535);
        QCOMPARE(door.see(10, at(0)), 0);
        QCOMPARE(door.see(47, at(60'000)), 18);
        QCOMPARE(door.see(48, at(60'001)), 1);
    }

    void aTotalThatWentBackBeginsAnew()
    {
        DoorCount door(Counts::Total, 1, 0, 65'535);
        QCOMPARE(door.see(500, at(0)), 0);
        QCOMPARE(door.see(0, at(1)), 0);
        QCOMPARE(door.see(2, at(2)), 2);
        QCOMPARE(door.see(1002, at(3)), 1000); // at the limit
        QCOMPARE(door.see(2003, at(4)), 0);    // and one above
        QCOMPARE(door.see(2004, at(5)), 1);
    }

    void aSmallTotalThatWentBackIsNoCrowd()
    {
        DoorCount door(Counts::Total, 1, 0, 255);
        QCOMPARE(door.see(200, at(0)), 0);
        QCOMPARE(door.see(190, at(1)), 0);
        QCOMPARE(door.see(191, at(2)), 1);
        QCOMPARE(door.see(63, at(3)), 128); // half the way round is forwards
        QCOMPARE(door.see(192, at(4)), 0);  // and one more isn't
    }

    void aTotalOf32BitsWraps()
    {
        DoorCount door(Counts::Total, 1, 0, 4'294'967'295);
        QCOMPARE(door.see(4'294'967'295, at(0)), 0);
        QCOMPARE(door.see(1, at(1)), 2);
    }

    void stepsAddUp()
    {
        DoorCount door(Counts::Steps, 3, -128, 127);
        QCOMPARE(door.see(2, at(0)), 0);
        QCOMPARE(door.see(2, at(1)), 1);
        QCOMPARE(door.see(-5, at(2)), 0);
        QCOMPARE(door.see(0, at(3)), 0);
        QCOMPARE(door.see(8, at(4)), 3);
    }

    void whatATotalIsCutIntoMakesNoDifference()
    {
        QVERIFY(rc::check([](std::vector<std::uint8_t> steps) {
            DoorCount door(Counts::Total, 2, 0, 1023);
            std::int64_t all = 0;
            std::int64_t passages = door.see(0, at(0));
            for (const std::uint8_t step : steps) {
                all += step;
                passages += door.see(all % 1024, at(all));
            }
            RC_ASSERT(passages == all / 2);
        }));
    }

    // -----------------------------------------------------------------------------------------------------------------
    // Scanned text

    void aTextIsTheSameHoweverItIsCut()
    {
        const std::string text = "ST1:6BF+%*G$T/.-A0Z";
        for (std::size_t first = 0; first <= text.size(); ++first) {
            for (std::size_t second = first; second <= text.size(); ++second) {
                ScanText scan;
                const std::vector<std::string> pieces{text.substr(0, first), text.substr(first, second - first),
                                                      text.substr(second)};
                QCOMPARE(assembled(scan, pieces, 0), std::optional(text));
            }
        }
    }

    void aTextThatDoesNotGoOnIsForgotten()
    {
        ScanText scan;
        QVERIFY(!scan.add(bytes("ab"), true, at(0)));
        QCOMPARE(scan.deadline(), std::optional(at(1000)));
        QVERIFY(!scan.add(bytes("cd"), true, at(999)));
        QCOMPARE(scan.add(bytes("ef"), false, at(1998)), std::optional<std::string_view>("abcdef"));
        QVERIFY(!scan.deadline());
        QVERIFY(!scan.add(bytes("ab"), true, at(3000)));
        QCOMPARE(scan.add(bytes("ef"), false, at(4000)), std::optional<std::string_view>("ef"));
        QVERIFY(!scan.add(bytes("ab"), true, at(5000)));
        scan.tick(at(6000));
        QVERIFY(!scan.deadline());
        QVERIFY(!scan.add({}, false, at(6000)));
    }

    void aTextAtTheLimitIsWholeAndALongerOneIsEmpty()
    {
        const std::string most(core::ticketTextMax, 'x');
        for (const std::size_t cut : {std::size_t{0}, std::size_t{1}, most.size() - 1, most.size()}) {
            ScanText scan;
            QCOMPARE(assembled(scan, {most.substr(0, cut), most.substr(cut)}, 0), std::optional(most));
            QCOMPARE(assembled(scan, {most.substr(0, cut), most.substr(cut), "y"}, 1), std::optional<std::string>(""));
            QCOMPARE(assembled(scan, {most, "y", ""}, 1), std::optional<std::string>("")); // a keyboard's Enter
            QCOMPARE(assembled(scan, {"next"}, 2), std::optional<std::string>("next"));
        }
    }

    void theLineEndOfTheScannerIsNotTheText()
    {
        ScanText scan;
        QCOMPARE(assembled(scan, {"A B\r\n"}, 0), std::optional<std::string>("A B"));
        QCOMPARE(assembled(scan, {"\r\n"}, 0), std::optional<std::string>());
        QCOMPARE(assembled(scan, {""}, 0), std::optional<std::string>());
        QCOMPARE(assembled(scan, {std::string("\0\xFF", 2)}, 0), std::optional(std::string("\0\xFF", 2)));
    }

    void theKeysOfTheUsLayoutTypeEveryCharacterOfACard()
    {
        const std::string alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";
        for (const char wanted : alphabet) {
            int keys = 0;
            for (std::uint16_t usage = 0; usage < 256; ++usage) {
                keys += typed(usage, false) == wanted || typed(usage, true) == wanted ? 1 : 0;
            }
            QVERIFY2(keys >= 1, qPrintable(QString("no key types '%1'").arg(QChar(wanted))));
        }
        QCOMPARE(typed(0x04, false), 'a');
        QCOMPARE(typed(0x1D, true), 'Z');
        QCOMPARE(typed(0x1E, false), '1');
        QCOMPARE(typed(0x27, false), '0');
        QCOMPARE(typed(0x21, true), '$');
        QCOMPARE(typed(0x22, true), '%');
        QCOMPARE(typed(0x25, true), '*');
        QCOMPARE(typed(0x2E, true), '+');
        QCOMPARE(typed(0x2D, false), '-');
        QCOMPARE(typed(0x37, false), '.');
        QCOMPARE(typed(0x38, false), '/');
        QCOMPARE(typed(0x33, true), ':');
        QCOMPARE(typed(0x2C, false), ' ');
        QCOMPARE(typed(0x28, true), '\n');
        QCOMPARE(typed(0x58, false), '\n');
        QCOMPARE(typed(0x62, true), '0');
        for (const int silent : {0x00, 0x01, 0x03, 0x29, 0x2A, 0x32, 0x39, 0x3A, 0x53, 0x64, 0xE1, 0xFF}) {
            QCOMPARE(typed(static_cast<std::uint16_t>(silent), false), '\0');
            QCOMPARE(typed(static_cast<std::uint16_t>(silent), true), '\0');
        }
    }
};

QTEST_GUILESS_MAIN(TestFilters)
#include "test_filters.moc"
