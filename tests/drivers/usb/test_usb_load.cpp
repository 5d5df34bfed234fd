// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/drivers/usb/usb_world.h"

#include <QTest>

#include <algorithm>
#include <atomic>
#include <future>
#include <semaphore>
#include <thread>

using namespace smiley;
using namespace smiley::test;
using namespace std::chrono_literals;
using Kind = core::InputEvent::Kind;
using core::LinkState;

/// Much, and nothing at all.
class TestUsbLoad : public QObject {
    Q_OBJECT

private slots:
    void aThousandReportsASecondLoseNothingAndHurtNobody()
    {
        constexpr int reports = 2000;
        UsbWorld world;
        MockDevice& babbler = world.add("1-5", doorCounter());
        MockDevice& box = world.add("1-3", buttonBox());
        babbler.plug();
        box.plug();
        world.start();
        QVERIFY(isLink(world.source, keysEntry, LinkState::Connected));
        QVERIFY(isLink(world.source, doorEntry, LinkState::Connected));
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
            QVERIFY(world.recorder.waitFor(Kind::KeyPressed, static_cast<std::size_t>(presses)));
        }
        QVERIFY(babble.get());
        QVERIFY(presses > 3);
        QVERIFY(within(2s, [&] { return world.recorder.passages() == reports; }));
        for (const auto& state : world.source.peripherals()) {
            QCOMPARE(state.dropped, std::uint64_t{0});
            QCOMPARE(state.lost, std::uint64_t{0});
        }
    }

    void aFullRingKeepsTheLastStateAndCountsWhatItReplaced()
    {
        constexpr int sent = 100;
        constexpr int ring = 64;
        std::vector<int> read;
        std::binary_semaphore isHeld(0);
        std::binary_semaphore mayGoOn(0);
        UsbWorld world;
        MockDevice& door = world.add("1-5", doorCounter());
        world.source.onReport([&](std::size_t, std::span<const std::byte> report, core::MonotonicMs) {
            read.push_back(std::to_integer<int>(report[0]));
            if (read.size() == 1) {
                isHeld.release();
                mayGoOn.acquire();
            }
        });
        door.plug();
        world.start();
        QVERIFY(door.report({0}));
        isHeld.acquire(); // whoever takes what is delivered is stuck
        for (int i = 1; i <= sent; ++i) {
            QVERIFY(door.report({static_cast<std::uint8_t>(i)}));
        }
        QVERIFY(within(2s, [&] { return world.source.peripherals()[doorEntry].dropped == sent - ring; }));
        mayGoOn.release();
        // A total says at the end what the replaced ones said: no passage is missing.
        QVERIFY(within(2s, [&] { return world.recorder.passages() == sent; }));
        world.source.stop();
        QCOMPARE(read.size(), std::size_t{ring + 1});
        QCOMPARE(read[ring - 1], ring - 1);
        QCOMPARE(read.back(), sent);
    }

    void oneThatBabblesKeepsNoNewDeviceOut()
    {
        UsbWorld world;
        MockDevice& babbler = world.add("1-5", doorCounter());
        MockDevice& box = world.add("1-3", buttonBox());
        world.source.onReport([](std::size_t, std::span<const std::byte>, core::MonotonicMs) {
            std::this_thread::sleep_for(10ms); // slower than it babbles: its ring is never empty
        });
        babbler.plug();
        world.start();
        QVERIFY(world.recorder.waitFor(Kind::Found, 1));
        std::atomic<bool> isOver{false};
        auto babble = std::async(std::launch::async, [&] {
            for (std::uint8_t total = 0; !isOver; ++total) {
                babbler.report({total});
                std::this_thread::sleep_for(1ms);
            }
        });
        const bool isFull = within(5s, [&] { return world.source.peripherals()[doorEntry].dropped > 0; });
        box.plug();
        const bool isFound = world.recorder.waitFor(Kind::Found, 2, 1s);
        isOver = true;
        babble.get();
        QVERIFY(isFull);
        QVERIFY(isFound);
    }

    void aReportIsDeliveredAtOnce()
    {
        constexpr std::size_t samples = 100;
        using Time = std::chrono::steady_clock;
        std::atomic<Time::rep> came{0};
        std::counting_semaphore<> passages(0);
        UsbWorld world;
        MockDevice& door = world.add("1-5", doorCounter());
        door.plug();
        world.source.start([&](const core::InputEvent& event) {
            if (event.kind == Kind::Passage) {
                came = Time::now().time_since_epoch().count();
                passages.release();
            }
        });
        QVERIFY(isLink(world.source, doorEntry, LinkState::Connected));
        QVERIFY(door.report({0}));
        std::vector<Time::duration> took;
        for (std::size_t i = 1; i <= samples; ++i) {
            QVERIFY(door.waitFlying(1));
            const auto sent = Time::now();
            QVERIFY(door.report({static_cast<std::uint8_t>(i)}));
            QVERIFY(passages.try_acquire_for(5s));
            took.push_back(Time::time_point(Time::duration(came)) - sent);
        }
        std::ranges::sort(took);
        const auto median = std::chrono::duration<double, std::milli>(took[samples / 2]).count();
        qInfo("a report to its event, p50: %.3f ms", median);
        QVERIFY(median < 20); // tests/bench has the real limit; this one holds on a machine that is busy, too
    }

    void noReportAllocatesAnything()
    {
        std::atomic<std::size_t> delivering{0};
        std::atomic<int> read{0};
        std::atomic<int> events{0};
        UsbWorld world;
        const auto devices = world.plugFour();
        world.source.onReport([&](std::size_t, std::span<const std::byte>, core::MonotonicMs) { // before it is decoded
            delivering = allocationsOfThisThread();
            ++read;
        });
        world.source.start([&](const core::InputEvent&) { ++events; });
        // Of each device in turn, two reports that say different things; the text never ends, so that no card is made.
        const auto say = [&](int count) {
            for (int i = 0; i < count; ++i) {
                const auto one = static_cast<std::uint8_t>((i + 1) % 2);
                const std::vector<Bytes> said{
                    {one}, presenceReport(i % 2 == 0), {static_cast<std::uint8_t>(i)}, scanReport("PIECE", true)};
                for (std::size_t of = 0; of < said.size(); ++of) {
                    const int before = read;
                    if (!devices[of]->report(said[of]) || !within(2s, [&] { return read == before + 1; })) {
                        return false;
                    }
                }
            }
            return true;
        };
        QVERIFY(say(20));
        std::this_thread::sleep_for(300ms); // the next press is one
        const std::size_t allocated = world.clock.eventThreadAllocations();
        const std::size_t delivered = delivering;
        const int eventsBefore = events;
        QVERIFY(allocated > 0); // it does count
        QVERIFY(delivered > 0);
        QVERIFY(say(200));
        // Presence, passages, and a key at the least:
        QVERIFY(within(2s, [&] { return events - eventsBefore >= 200 + 199 + 1; }));
        QCOMPARE(world.clock.eventThreadAllocations(), allocated);
        QCOMPARE(delivering.load(), delivered);
    }

    void idleWithFourDevicesAndATwinEverythingSleeps()
    {
        UsbWorld world;
        const auto devices = world.plugFour();
        MockDevice& twin = world.add("1-9", buttonBox()); // waits for as long as the other one works
        twin.plug();
        world.start();
        QVERIFY(world.recorder.waitFor(Kind::Found, 4));
        for (const auto& device : devices) {
            QVERIFY(device->waitFlying(1));
        }
        const auto reaps = [&] {
            int sum = 0;
            for (const auto& device : devices) {
                sum += device->seen().emptyReaps;
            }
            return sum;
        };
        std::this_thread::sleep_for(200ms); // what came before the transfers is over
        const int reapsBefore = reaps();
        const std::size_t asksBefore = world.clock.eventThreadAsks();
        const double before = processorSeconds();
        std::this_thread::sleep_for(5s);
        const double percent = (processorSeconds() - before) / 5 * 100;
        qInfo("the process with four devices and a twin, idle: %.3f %% of a core", percent);
        QVERIFY(percent < 0.2);
        QCOMPARE(world.clock.eventThreadAsks(), asksBefore); // nothing woke it up
        QCOMPARE(reaps(), reapsBefore);                      // nobody asks for nothing
    }
};

QTEST_GUILESS_MAIN(TestUsbLoad)
#include "test_usb_load.moc"
