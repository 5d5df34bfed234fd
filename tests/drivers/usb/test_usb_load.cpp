// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/drivers/usb/usb_world.h"

#include <QTest>

#include <ctime>
#include <future>
#include <semaphore>
#include <thread>

using namespace smiley;
using namespace smiley::test;
using namespace std::chrono_literals;
using Kind = core::InputEvent::Kind;
using core::LinkState;

namespace {

double seconds(clockid_t clock)
{
    timespec time{};
    clock_gettime(clock, &time);
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) / 1e9;
}

} // namespace

/// Much, and nothing at all.
class TestUsbLoad : public QObject {
    Q_OBJECT

private slots:
    void aThousandReportsASecondLoseNothingAndHurtNobody()
    {
        constexpr int reports = 2000;
        MockBus bus;
        MockDevice babbler(bus, "1-5", doorCounter());
        MockDevice box(bus, "1-3", buttonBox());
        RealClock clock;
        Recorder recorder;
        usb::UsbSource source(fourDevices(), clock);
        babbler.plug();
        box.plug();
        source.start(recorder.taker());
        QVERIFY(isLink(source, keysEntry, LinkState::Connected));
        QVERIFY(isLink(source, doorEntry, LinkState::Connected));
        QVERIFY(babbler.report({0}));
        auto babble = std::async(std::launch::async, [&] {
            auto due = std::chrono::steady_clock::now();
            for (int i = 1; i <= reports; ++i) {
                due += 1ms;
                std::this_thread::sleep_until(due);
                if (!babbler.report({static_cast<std::uint8_t>(i & 0xFF)})) {
                    return false;
                }
            }
            return true;
        });
        int presses = 0;
        while (babble.wait_for(250ms) != std::future_status::ready) { // meanwhile, a key now and then
            ++presses;
            QVERIFY(box.report({0x01}));
            QVERIFY(box.report({0x00}));
            QVERIFY(recorder.waitFor(Kind::KeyPressed, static_cast<std::size_t>(presses)));
        }
        QVERIFY(babble.get());
        QVERIFY(presses > 3);
        const auto passages = [&] {
            int sum = 0;
            for (const auto& event : recorder.events()) {
                sum += event.kind == Kind::Passage ? event.value : 0;
            }
            return sum;
        };
        QVERIFY(within(2s, [&] { return passages() == reports; }));
        for (const auto& state : source.peripherals()) {
            QCOMPARE(state.dropped, std::uint64_t{0});
            QCOMPARE(state.lost, std::uint64_t{0});
        }
        source.stop();
    }

    void aFullRingKeepsTheLastStateAndCountsWhatItReplaced()
    {
        constexpr int sent = 100;
        constexpr int ring = 64;
        MockBus bus;
        MockDevice door(bus, "1-5", doorCounter());
        RealClock clock;
        Recorder recorder;
        usb::UsbSource source(fourDevices(), clock);
        std::vector<int> read;
        std::binary_semaphore isHeld(0);
        std::binary_semaphore mayGoOn(0);
        source.onReport([&](std::size_t, std::span<const std::byte> report, core::MonotonicMs) {
            read.push_back(std::to_integer<int>(report[0]));
            if (read.size() == 1) {
                isHeld.release();
                mayGoOn.acquire();
            }
        });
        door.plug();
        source.start(recorder.taker());
        QVERIFY(door.report({0}));
        isHeld.acquire(); // whoever takes what is delivered is stuck
        for (int i = 1; i <= sent; ++i) {
            QVERIFY(door.report({static_cast<std::uint8_t>(i)}));
        }
        QVERIFY(within(2s, [&] { return source.peripherals()[doorEntry].dropped == sent - ring; }));
        mayGoOn.release();
        // A total says at the end what the replaced ones said: no passage is missing.
        QVERIFY(within(2s, [&] {
            int sum = 0;
            for (const auto& event : recorder.events()) {
                sum += event.kind == Kind::Passage ? event.value : 0;
            }
            return sum == sent;
        }));
        source.stop();
        QCOMPARE(read.size(), std::size_t{ring + 1});
        QCOMPARE(read[ring - 1], ring - 1);
        QCOMPARE(read.back(), sent);
    }

    void noReportAllocatesAnything()
    {
        MockBus bus;
        MockDevice sensor(bus, "1-4", presenceSensor());
        RealClock clock;
        usb::UsbSource source(fourDevices(), clock);
        std::atomic<std::size_t> delivering{0};
        std::atomic<int> changes{0};
        sensor.plug();
        source.start([&](const core::InputEvent& event) {
            delivering = allocationsOfThisThread();
            changes += event.kind == Kind::PresenceBegan || event.kind == Kind::PresenceEnded ? 1 : 0;
        });
        const auto say = [&](int count) {
            const int until = changes + count;
            for (int i = 0; i < count; ++i) {
                if (!sensor.report(presenceReport(changes % 2 == 0)) ||
                    !within(2s, [&, next = until - count + i + 1] { return changes == next; })) {
                    return false;
                }
            }
            return true;
        };
        QVERIFY(say(20));
        const std::size_t events = clock.eventThreadAllocations();
        const std::size_t delivered = delivering;
        QVERIFY(events > 0); // it does count
        QVERIFY(delivered > 0);
        QVERIFY(say(500));
        QCOMPARE(clock.eventThreadAllocations(), events);
        QCOMPARE(delivering.load(), delivered);
        source.stop();
    }

    void idleWithFourDevicesTheEventThreadSleeps()
    {
        MockBus bus;
        std::vector<std::unique_ptr<MockDevice>> devices;
        const std::vector models{buttonBox(), presenceSensor(), doorCounter(), cardScanner()};
        for (std::size_t i = 0; i < models.size(); ++i) {
            devices.push_back(std::make_unique<MockDevice>(bus, "1-" + std::to_string(i + 1), models[i]));
            devices.back()->plug();
        }
        RealClock clock;
        Recorder recorder;
        usb::UsbSource source(fourDevices(), clock);
        source.start(recorder.taker());
        QVERIFY(recorder.waitFor(Kind::Found, 4));
        for (const auto& device : devices) {
            QVERIFY(device->waitFlying(1));
        }
        QVERIFY(clock.eventThreadTime().has_value());
        const double before = seconds(*clock.eventThreadTime());
        const auto reaps = [&] {
            int sum = 0;
            for (const auto& device : devices) {
                sum += device->seen().emptyReaps;
            }
            return sum;
        };
        std::this_thread::sleep_for(200ms); // what came before the transfers is over
        const int reapsBefore = reaps();
        std::this_thread::sleep_for(3s);
        const double percent = (seconds(*clock.eventThreadTime()) - before) / 3.2 * 100;
        qInfo("the event thread with four devices, idle: %.3f %% of a core", percent);
        QVERIFY(percent < 2);
        QCOMPARE(reaps(), reapsBefore); // nobody asks for nothing
        source.stop();
    }
};

QTEST_GUILESS_MAIN(TestUsbLoad)
#include "test_usb_load.moc"
