// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/drivers/codec/hid_descriptors.h"
#include "tests/drivers/codec/reader_world.h"

#include <QtTest>

#include <vector>

using namespace smiley;
using namespace smiley::codec;
using namespace smiley::test;
using core::Usage;

class TestSensorReaders : public QObject {
    Q_OBJECT

private slots:
    // -----------------------------------------------------------------------------------------------------------------
    // Presence

    void somebodyComesAndGoes()
    {
        DeviceReader sensor = reader(core::PresenceLayout(), "human presence sensor");
        Lines lines;
        sensor.read(hex("01 01 00 00"), at(0), lines); // nobody, as far as anybody knew
        sensor.read(hex("01 01 00 01"), at(100), lines);
        sensor.read(hex("01 01 00 00"), at(2000), lines);
        QCOMPARE(sensor.deadline(), std::optional(at(3000)));
        sensor.tick(at(2999), lines);
        QCOMPARE(lines.take(), QStringList{"100 comes"});
        sensor.tick(at(3017), lines); // late: it ended when the hold was over
        QCOMPARE(lines.take(), QStringList{"3000 goes"});
        QVERIFY(!sensor.deadline());
    }

    void anEmptyZoneIsToldOnce_alsoWhereNothingWasKnownOfIt()
    {
        DeviceReader sensor = reader(core::PresenceLayout(), "human presence sensor");
        Lines lines;
        for (const int start : {0, 10'000}) {
            sensor.read(hex("01 01 00 00"), at(start), lines);
            sensor.tick(at(start + 999), lines);
            QCOMPARE(lines.take(), QStringList());
            sensor.tick(at(start + 1000), lines);
            QCOMPARE(lines.take(), QStringList{QString::number(start + 1000) + " goes"});
            sensor.read(hex("01 01 00 00"), at(start + 2000), lines);
            QVERIFY(!sensor.deadline());
            sensor.read(hex("01 03 00 00"), at(start + 3000), lines); // it isn't ready, and knows nothing after it
        }
        QCOMPARE(lines.take(), QStringList());
    }

    void whatTheHoldEndedComesBeforeTheNextReport()
    {
        DeviceReader sensor = reader(core::PresenceLayout(), "human presence sensor");
        Lines lines;
        sensor.read(hex("01 01 00 01"), at(0), lines);
        sensor.read(hex("01 01 00 00"), at(100), lines);
        sensor.read(hex("01 01 00 01"), at(1500), lines); // nobody called tick
        QCOMPARE(lines.take(), (QStringList{"0 comes", "1100 goes", "1500 comes"}));
    }

    void aFlagCanMeanNobody()
    {
        core::PresenceLayout layout;
        layout.place = core::BitField{3, 1};
        layout.somebodyIs = false;
        layout.holdMs = 0;
        DeviceReader sensor = reader(layout, "button box with eight buttons");
        Lines lines;
        sensor.read(hex("F7"), at(0), lines);
        sensor.read(hex("08"), at(10), lines);
        QCOMPARE(lines.take(), (QStringList{"0 comes", "10 goes"}));
    }

    void aDistanceIsNearOrFar()
    {
        DeviceReader sensor = reader(core::PresenceLayout(), "distance in millimetres");
        Lines lines;
        const auto say = [&](int mm, int ms) {
            sensor.read(Bytes{static_cast<std::byte>(mm & 0xFF), static_cast<std::byte>(mm >> 8)}, at(ms), lines);
        };
        say(1000, 0);
        say(999, 10);
        say(1300, 20);
        say(4001, 30); // out of its range: no news
        say(1301, 40);
        sensor.tick(at(1039), lines);
        QCOMPARE(lines.take(), QStringList{"10 comes"});
        sensor.tick(at(1040), lines);
        say(1300, 1050);
        QCOMPARE(lines.take(), QStringList{"1040 goes"});
    }

    void aProximitySensorTellsMetresAndWhenNobodyIsInItsRange()
    {
        core::PresenceLayout layout;
        layout.holdMs = 0;
        DeviceReader sensor = reader(layout, "human proximity sensor");
        Lines lines;
        sensor.read(hex("01 01 00 50 00"), at(0), lines);  // 0.80 m
        sensor.read(hex("01 01 00 78 00"), at(10), lines); // 1.20 m
        sensor.read(hex("01 01 01 50 00"), at(20), lines); // out of range, and an old distance
        sensor.read(hex("01 01 00 00 80"), at(30), lines); // -32768: no value
        sensor.read(hex("01 01 00 63 00"), at(40), lines); // 0.99 m
        sensor.read(hex("01 01 00 83 00"), at(50), lines); // 1.31 m
        QCOMPARE(lines.take(), (QStringList{"0 comes", "20 goes", "40 comes", "50 goes"}));
    }

    void aSensorThatIsNotReadySaysNothing()
    {
        DeviceReader sensor = reader(core::PresenceLayout(), "human presence sensor");
        Lines lines;
        sensor.read(hex("01 01 00 01"), at(0), lines);
        QVERIFY(sensor.isHealthy());
        QCOMPARE(lines.take(), QStringList{"0 comes"});
        for (const char* report :
             {"01 00 00 00", "01 02 00 00", "01 03 00 00", "01 04 00 00", "01 05 00 00", "01 06 00 00"}) {
            sensor.read(hex(report), at(100), lines);
            QVERIFY2(!sensor.isHealthy(), report);
            QVERIFY(!sensor.why().empty());
            QVERIFY(!sensor.deadline()); // what it knew is forgotten, and nobody is said to have gone
        }
        QCOMPARE(sensor.why(), "its sensor says: error");
        sensor.tick(at(90'000'000), lines);
        QCOMPARE(lines.take(), QStringList());
        sensor.read(hex("01 01 00 01"), at(90'000'001), lines);
        QVERIFY(sensor.isHealthy());
        QCOMPARE(sensor.why(), "");
        QCOMPARE(lines.take(), QStringList{"90000001 comes"});
    }

    void nobodyStandsThereForTwoHours()
    {
        constexpr std::int64_t hours = somebodyMsMax;
        DeviceReader sensor = reader(core::PresenceLayout(), "human presence sensor");
        Lines lines;
        sensor.read(hex("01 01 00 01"), at(0), lines);
        QCOMPARE(sensor.deadline(), std::optional(at(hours)));
        sensor.tick(at(hours - 1), lines);
        QVERIFY(sensor.isHealthy());
        sensor.tick(at(hours), lines);
        QVERIFY(!sensor.isHealthy());
        QVERIFY(!sensor.why().empty());
        sensor.read(hex("01 01 00 01"), at(hours + 1), lines);
        QVERIFY(!sensor.isHealthy());
        QCOMPARE(lines.take(), QStringList{"0 comes"}); // and nothing is made up of his leaving
        sensor.read(hex("01 01 00 00"), at(hours + 2), lines);
        QVERIFY(sensor.isHealthy());
        sensor.read(hex("01 01 00 01"), at(hours + 3), lines);
        QCOMPARE(lines.take(), QStringList{"7200003 comes"});
    }

    void aSensorIsToldToSpeak()
    {
        const DeviceReader sensor = reader(core::PresenceLayout(), "human presence sensor");
        const auto reports = sensor.wakeUp();
        QCOMPARE(reports.size(), 1U);
        QCOMPARE(reports[0].id, std::uint8_t{1});
        QCOMPARE(reports[0].bytes, hex("01 01 01 FA 00 00 00")); // all events, full power, 250 ms
    }

    void aSelectorCountsFromTheLeastValueAndAnIntervalStaysInItsRange()
    {
        const auto sensor = DeviceReader::make( // no ids; selectors from 1, seconds with exponent -3, at least 300
            entry(core::PresenceLayout()), hex("05 20 09 11 A1 01 0A B1 04 15 00 25 01 75 08 95 01 81 02"
                                               "0A 19 03 15 01 25 02 A1 02 0A 50 08 0A 51 08 B1 00 C0"
                                               "0A 0E 03 16 2C 01 26 E8 03 66 01 10 55 0D 75 10 B1 02 C0"));
        QVERIFY(sensor);
        const auto reports = sensor->wakeUp();
        QCOMPARE(reports.size(), 1U);
        QCOMPARE(reports[0].id, std::uint8_t{0});
        QCOMPARE(reports[0].bytes, hex("02 2C 01"));
    }

    void whatSensesNobodyIsNoPresenceSensor()
    {
        QCOMPARE(fault(core::PresenceLayout(), "boot mouse"),
                 "its reports say neither that somebody is there nor how far away");
        core::PresenceLayout layout;
        layout.place = Usage{0x20, 0x4B1};
        QCOMPARE(fault(layout, "human proximity sensor"), "its reports have no usage 20/4b1");
        const auto made = DeviceReader::make( // as "distance in millimetres", in seconds
            entry(core::PresenceLayout()),
            hex("06 00 FF 09 01 A1 01 05 20 0A B2 04 15 00 26 A0 0F 66 01 10 75 10 95 01 81 02 C0"));
        QVERIFY(!made);
        QCOMPARE(made.error().message, "it tells a distance in a unit that is no length");
    }

    // -----------------------------------------------------------------------------------------------------------------
    // Door

    void aBeamCounts()
    {
        DeviceReader beam = reader(door(Usage{0x20, 0x491}, core::DoorLayout::Counts::Pulses, 2), "beam with a switch");
        Lines lines;
        for (int ms = 0; ms < 5000; ms += 1000) {
            beam.read(hex("01"), at(ms), lines);
            beam.read(hex("00"), at(ms + 300), lines);
        }
        QCOMPARE(lines.take(), (QStringList{"1000 passes 1", "3000 passes 1"}));
    }

    void aKeyOfAKeyboardCounts()
    {
        DeviceReader mat = reader(door(Usage{7, 0x2C}, core::DoorLayout::Counts::Pulses), "boot keyboard");
        Lines lines;
        mat.read(keys(0, {0x2C}), at(0), lines);
        mat.read(keys(0, {0x2C, 0x04}), at(100), lines);
        mat.read(keys(0, {}), at(200), lines);
        mat.read(keys(0, {0x04}), at(300), lines);
        mat.read(keys(0, {0x2C}), at(400), lines);
        QCOMPARE(lines.take(), (QStringList{"0 passes 1", "400 passes 1"}));
    }

    void aTotalIsRightAlsoAfterLostReports()
    {
        DeviceReader counter =
            reader(door(Usage{0xFFA0, 3}, core::DoorLayout::Counts::Total, 2), "counters of a vendor");
        Lines lines;
        const auto say = [&](int total, int ms) {
            Bytes report(14);
            report[4] = static_cast<std::byte>(total & 0xFF);
            report[5] = static_cast<std::byte>(total >> 8);
            counter.read(report, at(ms), lines);
        };
        say(65'500, 0);
        say(65'503, 10);
        say(35, 5000); // lost ones between them
        QCOMPARE(lines.take(), (QStringList{"10 passes 1", "5000 passes 34"}));
        say(36, 5010); // with the one that was left of 71
        say(37, 5020);
        QCOMPARE(lines.take(), QStringList{"5010 passes 1"});
    }

    void aTotalInBitsWraps()
    {
        DeviceReader counter =
            reader(door(core::BitField{4, 4}, core::DoorLayout::Counts::Total), "button box with eight buttons");
        Lines lines;
        counter.read(hex("E5"), at(0), lines);
        counter.read(hex("1A"), at(10), lines);
        QCOMPARE(lines.take(), QStringList{"10 passes 3"});
    }

    void aTotalWhoseDescriptorGivesNoRangeHasItsFieldsWidth()
    {
        DeviceReader counter =
            reader(door(Usage{0xFFA0, 2}, core::DoorLayout::Counts::Total), "a total without a range");
        Lines lines;
        counter.read(hex("FE"), at(0), lines);
        counter.read(hex("01"), at(10), lines);
        QCOMPARE(lines.take(), QStringList{"10 passes 3"});
    }

    void aTotalOfFewValuesIsAFault()
    {
        const QString why = "it can't count a total there: that needs 16 values";
        using enum core::DoorLayout::Counts;
        QCOMPARE(fault(door(Usage{0x20, 0x491}, Total), "beam with a switch"), why);
        QCOMPARE(fault(door(core::BitField{4, 3}, Total), "button box with eight buttons"), why);
        QCOMPARE(fault(door(Usage{7, 0x2C}, Total), "boot keyboard"), why); // named or not
    }

    void stepsAreAddedUp()
    {
        DeviceReader counter = reader(door(Usage{0xFFA0, 6}, core::DoorLayout::Counts::Steps), "counters of a vendor");
        Lines lines;
        Bytes report(14);
        for (const int step : {2, 0, -1, 3}) {
            report[9] = static_cast<std::byte>(step);
            counter.read(report, at(0), lines);
        }
        QCOMPARE(lines.take(), (QStringList{"0 passes 2", "0 passes 3"}));
    }

    void aDoorWithoutItsPlaceIsAFault()
    {
        QCOMPARE(fault(door(Usage{0x20, 0x491}, core::DoorLayout::Counts::Pulses), "boot mouse"),
                 "its reports have no usage 20/491");
        QVERIFY(!fault(core::DoorLayout(), "boot mouse").isEmpty()); // the entry says nothing
    }
};

QTEST_GUILESS_MAIN(TestSensorReaders)
#include "test_sensor_readers.moc"
