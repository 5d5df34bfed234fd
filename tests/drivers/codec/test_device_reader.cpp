// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/drivers/codec/hid_descriptors.h"
#include "tests/drivers/codec/reader_world.h"

#include <QtTest>

#include <rapidcheck.h>

#include <cstdlib>
#include <new>
#include <string>
#include <vector>

using namespace smiley;
using namespace smiley::codec;
using namespace smiley::test;
using core::Usage;

namespace {

std::size_t allocations = 0;

} // namespace

void* operator new(std::size_t size)
{
    ++allocations;
    void* memory = std::malloc(size);
    if (memory == nullptr) {
        throw std::bad_alloc();
    }
    return memory;
}

void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t /*size*/) noexcept { std::free(memory); }

namespace {

class Count final : public EventSink {
public:
    void take(core::InputEvent::Kind, int, core::MonotonicMs, std::string_view) override { ++events; }
    int events = 0;
};

} // namespace

class TestDeviceReader : public QObject {
    Q_OBJECT

private slots:
    // -----------------------------------------------------------------------------------------------------------------
    // Keys

    void buttonsAreKeysByTheirUsage()
    {
        DeviceReader box = reader(core::KeysLayout(), "button box with eight buttons");
        Lines lines;
        for (int key = 0; key < 8; ++key) {
            const Bytes down{static_cast<std::byte>(1 << key)};
            box.read(down, at(key * 100), lines);
            box.read(down, at(key * 100 + 8), lines); // held: said again
        }
        QCOMPARE(lines.take(), (QStringList{"0 key 1", "100 key 2", "200 key 3", "300 key 4", "400 key 5", "500 key 6",
                                            "600 key 7", "700 key 8"}));
        QCOMPARE(box.reportBytesMax(), 1U);
        QVERIFY(box.isHealthy());
        QVERIFY(!box.deadline());
        QVERIFY(box.wakeUp().empty());
    }

    void aGamepadHasEightKeysAndNoMore()
    {
        DeviceReader box = reader(core::KeysLayout(), "gamepad with twelve buttons, a hat and two sticks");
        Lines lines;
        box.read(hex("F3 FF 80 7F"), at(0), lines); // all twelve, and the hat to one side
        QCOMPARE(lines.take().size(), 8);
        box.read(hex("03 00 00 00"), at(500), lines);
        box.read(hex("0F F0 12 34"), at(1000), lines); // hat, sticks and buttons 9 to 12
        QCOMPARE(lines.take(), QStringList());
    }

    void buttonsInAnArrayAreKeys()
    {
        DeviceReader box = reader(core::KeysLayout(), "buttons in an array");
        Lines lines;
        box.read(hex("03 00"), at(0), lines);
        box.read(hex("53 00"), at(10), lines); // 3 is held, 5 too
        box.read(hex("05 00"), at(20), lines);
        box.read(hex("00 00"), at(30), lines);
        box.read(hex("03 00"), at(300), lines);
        QCOMPARE(lines.take(), (QStringList{"0 key 3", "10 key 5", "300 key 3"}));
    }

    void aKeyThatBouncesIsOnePress()
    {
        DeviceReader box = reader(core::KeysLayout(), "button box with eight buttons");
        Lines lines;
        for (const auto& [ms, down] : {std::pair{0, 1}, {3, 0}, {5, 1}, {60, 0}, {199, 1}, {201, 0}, {251, 1}}) {
            box.read(Bytes{static_cast<std::byte>(down)}, at(ms), lines);
        }
        QCOMPARE(lines.take(), (QStringList{"0 key 1", "251 key 1"}));
        box.read(hex("03"), at(252), lines); // another key has a filter of its own
        QCOMPARE(lines.take(), QStringList{"252 key 2"});
    }

    void aListedKeyboardIsABox()
    {
        core::KeysLayout layout;
        layout.keys = {{Usage{7, 0x3A}, 1}, {Usage{7, 0x3B}, 2}, {Usage{7, 0xE1}, 8}};
        DeviceReader box = reader(layout, "boot keyboard");
        Lines lines;
        box.read(keys(0, {0x3A}), at(0), lines);
        box.read(keys(0, {0x04, 0x3A}), at(10), lines);        // a letter is nothing here
        box.read(keys(2, {0x3B, 0x3A}), at(20), lines);        // left Shift
        box.read(keys(2, {1, 1, 1, 1, 1, 1}), at(300), lines); // too many at once: no news of them
        box.read(keys(2, {0x3A, 0x3B}), at(400), lines);       // so nothing was let go
        box.read(keys(0, {}), at(600), lines);
        box.read(keys(0, {0x3B}), at(900), lines);
        QCOMPARE(lines.take(), (QStringList{"0 key 1", "20 key 2", "20 key 8", "900 key 2"}));
    }

    void aKeyboardIsNoBoxBeforeItsKeysAreNamed()
    {
        QCOMPARE(fault(core::KeysLayout(), "boot keyboard"), "its reports have no buttons, and the list names no keys");
        core::KeysLayout layout;
        layout.keys = {{Usage{7, 0x3A}, 1}, {Usage{7, 0x68}, 2}}; // F13: this one has none
        QCOMPARE(fault(layout, "boot keyboard"), "its reports have no usage 07/68");
    }

    void twoPlacesCanBeOneKey()
    {
        core::KeysLayout layout;
        layout.keys = {{Usage{9, 1}, 7}, {core::BitField{1, 1}, 7}};
        DeviceReader box = reader(layout, "button box with eight buttons");
        Lines lines;
        box.read(hex("01"), at(0), lines);
        box.read(hex("03"), at(500), lines);
        box.read(hex("02"), at(1000), lines);
        box.read(hex("00"), at(1500), lines);
        box.read(hex("02"), at(2000), lines);
        QCOMPARE(lines.take(), (QStringList{"0 key 7", "2000 key 7"}));
    }

    void placesByNumberHaveToBeThere()
    {
        const auto box = [](core::BitField place) {
            core::KeysLayout layout;
            layout.keys = {{place, 1}};
            return layout;
        };
        QCOMPARE(fault(box({7, 1}), "button box with eight buttons"), QString());
        QCOMPARE(fault(box({7, 2}), "button box with eight buttons"), "its reports end before bit 9");
        QCOMPARE(fault(box({8, 1}), "human presence sensor"),
                 "its reports have ids, and a place by number is in one of them: name its report in the list");
        QCOMPARE(fault(entry(box({23, 1}), 1), "human presence sensor"), QString());
        QCOMPARE(fault(entry(box({24, 1}), 1), "human presence sensor"), "its reports end before bit 25");
        QCOMPARE(fault(entry(box({0, 1}), 2), "human presence sensor"), "it has no report 2");
        QCOMPARE(fault(entry(box({0, 1}), 1), "button box with eight buttons"), "it has no report 1");
    }

    void aDescriptorThatCannotBeReadIsAFault()
    {
        const auto made = DeviceReader::make(entry(core::KeysLayout()), hex("05 01 09 05 A1 01"));
        QVERIFY(!made);
        QCOMPARE(made.error().code, ReaderFault::Descriptor);
    }

    // -----------------------------------------------------------------------------------------------------------------
    // Any role

    void whatAReportDoesNotReachItDoesNotSay()
    {
        core::KeysLayout layout;
        layout.keys = {{Usage{7, 0x3A}, 1}};
        DeviceReader box = reader(layout, "boot keyboard");
        Lines lines;
        box.read(keys(0, {0x3A}), at(0), lines);
        for (int size = 0; size < 8; ++size) {
            const Bytes none = keys(0, {});
            box.read(std::span(none).first(static_cast<std::size_t>(size)), at(1000 + size), lines);
            box.read(keys(0, {0x3A}), at(2000 + size), lines); // was never let go
        }
        QCOMPARE(lines.take(), QStringList{"0 key 1"});
    }

    void reportsOfAnotherIdAreNotRead()
    {
        core::KeysLayout layout;
        layout.keys = {{core::BitField{0, 1}, 4}};
        DeviceReader box = reader(entry(layout, 2), "keyboard, media keys and mouse by report id");
        Lines lines;
        box.read(hex("01 01 00 00 00 00 00 00"), at(0), lines);
        box.read(hex("03 01 00"), at(10), lines);
        box.read(hex("00 01"), at(20), lines);
        box.read(hex("02"), at(30), lines);
        QCOMPARE(lines.take(), QStringList());
        box.read(hex("02 01"), at(40), lines);
        QCOMPARE(lines.take(), QStringList{"40 key 4"});
    }

    void aReaderCanBeMoved()
    {
        DeviceReader first = reader(core::KeysLayout(), "buttons in an array");
        DeviceReader second = std::move(first);
        first = reader(core::PresenceLayout(), "distance in millimetres");
        Lines lines;
        second.read(hex("02 00"), at(0), lines);
        first.read(hex("01 00"), at(1), lines);
        QCOMPARE(lines.take(), (QStringList{"0 key 2", "1 comes"}));
    }

    void noReportAllocates()
    {
        core::KeysLayout keyboard;
        keyboard.keys = {{Usage{7, 0x3A}, 1}, {core::BitField{17, 1}, 2}};
        struct Case {
            DeviceReader reader;
            std::vector<Bytes> reports;
        };
        std::vector<Case> cases;
        cases.push_back({reader(keyboard, "boot keyboard"), {keys(0, {0x3A}), keys(0, {})}});
        cases.push_back({reader(core::KeysLayout(), "buttons in an array"), {hex("03 00"), hex("00 00")}});
        cases.push_back({reader(core::PresenceLayout(), "human proximity sensor"),
                         {hex("01 01 00 50 00"), hex("01 01 01 00 00"), hex("01 06 00 00 00")}});
        cases.push_back({reader(door(Usage{0xFFA0, 3}, core::DoorLayout::Counts::Total), "counters of a vendor"),
                         {Bytes(14), Bytes(14, std::byte{1})}});
        cases.push_back(
            {reader(core::ScannerLayout(), "bar code scanner"), {scan(std::string(56, 'x'), true), scan("y", false)}});
        cases.push_back({reader(shipped("Access-IS LSR116"), "bar code scanner"),
                         {scan(std::string(56, 'x'), true), scan("y", false)}});
        cases.push_back({reader(core::ScannerLayout(), "boot keyboard"), typing("ST1:X\n")});
        Count sink;
        for (Case& one : cases) {
            sink.events = 0;
            const std::size_t before = allocations;
            for (int round = 0; round < 100; ++round) {
                for (std::size_t i = 0; i < one.reports.size(); ++i) {
                    one.reader.read(one.reports[i], at(round * 10'000 + static_cast<int>(i) * 400), sink);
                    one.reader.tick(at(round * 10'000 + static_cast<int>(i) * 400 + 390), sink);
                    static_cast<void>(one.reader.deadline());
                    static_cast<void>(one.reader.isHealthy());
                }
            }
            const std::size_t after = allocations;
            QVERIFY(sink.events > 0);
            QCOMPARE(after, before);
        }
    }

    void anyReportsAreReadWithoutHarm()
    {
        std::vector<core::ListedDevice> entries{
            entry(core::KeysLayout()),
            entry(core::PresenceLayout()),
            entry(core::ScannerLayout()),
            entry(door(Usage{0x20, 0x491}, core::DoorLayout::Counts::Pulses)),
            entry(door(Usage{0xFFA0, 2}, core::DoorLayout::Counts::Total)),
            shipped("X-keys XK-8"),
            shipped("Access-IS LSR116"),
            entry(door(core::BitField{0, 32}, core::DoorLayout::Counts::Total, 100))};
        int made = 0;
        for (const auto& listed : entries) {
            for (const auto& [name, text, layout] : test::hidDescriptors()) {
                auto device = DeviceReader::make(listed, hex(text));
                if (!device) {
                    QVERIFY(!device.error().message.empty());
                    continue;
                }
                ++made;
                QVERIFY(rc::check([&](const std::vector<std::vector<std::uint8_t>>& reports) {
                    Lines lines;
                    static std::int64_t now = 0;
                    for (const auto& report : reports) {
                        device->read(std::as_bytes(std::span(report)), at(now += 100), lines);
                    }
                    const auto due = device->deadline();
                    const bool isLater = !due || *due > at(now);
                    RC_ASSERT(isLater);
                    RC_ASSERT(device->isHealthy() == device->why().empty());
                    RC_ASSERT(!lines.take().contains("a reader may not say this"));
                }));
            }
        }
        QVERIFY(made > 15);
    }
};

QTEST_GUILESS_MAIN(TestDeviceReader)
#include "test_device_reader.moc"
