// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/drivers/usb/usb_world.h"

#include <QTest>

#include <atomic>
#include <cerrno>
#include <future>
#include <semaphore>
#include <thread>
#include <utility>

using namespace smiley;
using namespace smiley::test;
using namespace std::chrono_literals;
using Kind = core::InputEvent::Kind;
using core::LinkState;

namespace {

/// A button box and a door counter, both connected.
struct Stand : UsbWorld {
    [[nodiscard]] bool begin()
    {
        box.plug();
        door.plug();
        start();
        const bool isThere = isLink(source, keysEntry, LinkState::Connected) &&
                             isLink(source, doorEntry, LinkState::Connected) && door.report({1});
        const bool isFound = recorder.waitFor(Kind::Found, 2);
        recorder.clear();
        return isThere && isFound;
    }
    [[nodiscard]] bool press()
    {
        const std::size_t before = recorder.count(Kind::KeyPressed);
        std::this_thread::sleep_for(210ms); // the bounce filter's
        return box.report({0x01}) && box.report({0x00}) && recorder.waitFor(Kind::KeyPressed, before + 1);
    }
    /// The other device is as it was.
    [[nodiscard]] bool doorWorks()
    {
        const std::size_t before = recorder.count(Kind::Passage);
        return door.report({static_cast<std::uint8_t>(++total)}) && recorder.waitFor(Kind::Passage, before + 1);
    }
    [[nodiscard]] core::PeripheralState keys() const { return source.peripherals()[keysEntry]; }

    MockDevice& box = add("1-3", buttonBox());
    MockDevice& door = add("1-5", doorCounter());
    int total = 1;
};

} // namespace

/// What goes wrong on a bus, one device at a time, while another one goes on.
class TestUsbFaults : public QObject {
    Q_OBJECT

private slots:
    void pulledOutInFlightTheKernelFirst()
    {
        Stand stand;
        QVERIFY(stand.begin());
        QVERIFY(stand.box.waitFlying(1));
        stand.box.cut();
        QVERIFY(stand.recorder.waitFor(Kind::Lost, 1, 1s));
        QVERIFY(isLink(stand.source, keysEntry, LinkState::NoDevice, 1s)); // udev hasn't said a word
        stand.box.sayRemoved();
        QVERIFY(stand.doorWorks());
        stand.box.plug();
        QVERIFY(stand.recorder.waitFor(Kind::Found, 1, 2s));
        QVERIFY(stand.press());
        QCOMPARE(stand.keys().lost, std::uint64_t{1});
        QVERIFY(stand.recorder.text().starts_with("lost:0 passage:1 found:0 key:1"));
    }

    void pulledOutInFlightUdevFirst()
    {
        Stand stand;
        QVERIFY(stand.begin());
        QVERIFY(stand.box.waitFlying(1));
        stand.box.sayRemoved();
        QVERIFY(stand.recorder.waitFor(Kind::Lost, 1, 1s));
        QVERIFY(isLink(stand.source, keysEntry, LinkState::NoDevice, 1s));
        QVERIFY(stand.box.waitFlying(0));
        QCOMPARE(stand.box.seen().discards, 1); // it was cancelled
        stand.box.cut();
        QVERIFY(stand.doorWorks());
        stand.box.plug();
        QVERIFY(stand.recorder.waitFor(Kind::Found, 1, 2s));
        QVERIFY(stand.press());
        QCOMPARE(stand.keys().lost, std::uint64_t{1});
    }

    void whatWasSaidBeforeTheUnplugComesBeforeTheLoss()
    {
        std::atomic<bool> mustHold{false};
        std::binary_semaphore isHeld(0);
        std::binary_semaphore mayGoOn(0);
        Stand stand;
        stand.source.onReport([&](std::size_t entry, std::span<const std::byte>, core::MonotonicMs) {
            if (entry == doorEntry && mustHold.exchange(false)) {
                isHeld.release();
                mayGoOn.acquire();
            }
        });
        QVERIFY(stand.begin());
        mustHold = true;
        QVERIFY(stand.door.report({1})); // whoever takes what is delivered is stuck
        isHeld.acquire();
        QVERIFY(stand.box.waitFlying(1));
        QVERIFY(stand.box.report({0x02}));
        QVERIFY(stand.box.waitFlying(1)); // it was reaped: the next transfer flies
        stand.box.unplug();
        QVERIFY(isLink(stand.source, keysEntry, LinkState::NoDevice, 1s));
        mayGoOn.release();
        QVERIFY(stand.recorder.waitFor(Kind::Lost, 1, 1s));
        QCOMPARE(stand.recorder.text(), "key:2 lost:0");
    }

    void oneThatIsShutDownWithoutAnUnplugComesBack()
    {
        Stand stand;
        QVERIFY(stand.begin());
        QVERIFY(stand.box.report({}, -ESHUTDOWN)); // as in a reset, or when somebody unbinds it: the bus says nothing
        QVERIFY(stand.recorder.waitFor(Kind::Lost, 1, 1s));
        QVERIFY(isLink(stand.source, keysEntry, LinkState::NoDevice, 1s));
        QCOMPARE(stand.source.seen().size(), std::size_t{1});
        QVERIFY(stand.recorder.waitFor(Kind::Found, 1, 3s));
        QVERIFY(stand.press());
        QCOMPARE(stand.source.seen().size(), std::size_t{2});
        QCOMPARE(stand.keys().lost, std::uint64_t{1});
    }

    void aReportWithoutBytesIsNothing()
    {
        Stand stand;
        QVERIFY(stand.begin());
        QVERIFY(stand.box.report({0x01}));
        QVERIFY(stand.box.report({}));
        std::this_thread::sleep_for(60ms); // as long as a key is open between two presses
        QVERIFY(stand.box.report({}));
        std::this_thread::sleep_for(210ms);
        QVERIFY(stand.box.report({0x01})); // it is still down
        QVERIFY(stand.box.report({0x00}));
        QVERIFY(stand.press());
        QCOMPARE(stand.recorder.text(), "key:1 key:1");
        QCOMPARE(stand.keys().dropped, std::uint64_t{0});
    }

    void aShortReportSaysNoMoreThanItHolds()
    {
        UsbWorld world;
        MockDevice& sensor = world.add("1-4", presenceSensor());
        sensor.plug();
        world.start();
        QVERIFY(sensor.report(presenceReport(true)));
        QVERIFY(sensor.report({1, 1, 0})); // without its last byte
        QVERIFY(sensor.report({1}));
        QVERIFY(sensor.report(presenceReport(false)));
        QVERIFY(world.recorder.waitFor(Kind::PresenceEnded, 1));
        QVERIFY2(world.recorder.text() == "found:1 began:0 ended:0", world.recorder.text().c_str());
    }

    void aStallIsClearedAndReadingGoesOn()
    {
        Stand stand;
        QVERIFY(stand.begin());
        for (int i = 1; i <= 5; ++i) {
            QVERIFY(stand.box.report({}, -EPIPE));
        }
        QVERIFY(stand.press());
        QCOMPARE(stand.box.seen().clearHalts, 5);
        QCOMPARE(stand.keys().lost, std::uint64_t{0});
    }

    void aTooLongReportAndABusErrorAreSkipped()
    {
        Stand stand;
        QVERIFY(stand.begin());
        QVERIFY(stand.box.report(Bytes(9, 0xFF))); // more than its packet: an overflow
        QVERIFY(stand.box.report({}, -EOVERFLOW));
        QVERIFY(stand.box.report({}, -EPROTO));
        QVERIFY(stand.box.report({}, -EPROTO));
        QVERIFY(stand.press());
        QCOMPARE(stand.recorder.text(), "key:1");
        QCOMPARE(stand.keys().lost, std::uint64_t{0});
    }

    void errorsThatEndInAnUnplugAreOneLoss()
    {
        Stand stand;
        QVERIFY(stand.begin());
        QVERIFY(stand.box.report({}, -EPROTO)); // as the kernel says it of a plug on its way out
        QVERIFY(stand.box.report({}, -EPROTO));
        stand.box.unplug();
        QVERIFY(stand.recorder.waitFor(Kind::Lost, 1, 1s));
        QVERIFY(isLink(stand.source, keysEntry, LinkState::NoDevice, 1s));
        QCOMPARE(stand.keys().lost, std::uint64_t{1});
    }

    void aDeviceThatStallsForEverIsClosedAndTriedAgain()
    {
        Stand stand;
        QVERIFY(stand.begin());
        stand.box.failReads(-EPIPE);
        QVERIFY(stand.recorder.waitFor(Kind::Lost, 1, 1s));
        QVERIFY(isLink(stand.source, keysEntry, LinkState::Waiting, 1s));
        QCOMPARE(stand.keys().why, "its reports stall again and again");
        QVERIFY(stand.box.seen().clearHalts <= 6);
        QVERIFY(stand.doorWorks());
        stand.box.failReads(0);
        QVERIFY(stand.recorder.waitFor(Kind::Found, 1, 2s));
        QVERIFY(stand.press());
    }

    void oneThatStallsAndThenGoesDeafHoldsUpNobody()
    {
        Stand stand;
        QVERIFY(stand.begin());
        stand.box.setDeaf(true);
        QVERIFY(stand.box.report({}, -EPIPE));
        const auto begun = std::chrono::steady_clock::now();
        QVERIFY(stand.doorWorks());
        QVERIFY(std::chrono::steady_clock::now() - begun < 400ms); // meanwhile
        QVERIFY(stand.recorder.waitFor(Kind::Lost, 1, 1s));
        QCOMPARE(stand.keys().why, "its reports stall, and it doesn't answer");
        QCOMPARE(stand.box.seen().clearHalts, 0);
        stand.box.setDeaf(false);
        QVERIFY(stand.recorder.waitFor(Kind::Found, 1, 3s));
        QVERIFY(stand.press());
    }

    void stopDoesNotWaitForOneThatStallsAndIsDeaf()
    {
        Stand stand;
        QVERIFY(stand.begin());
        stand.box.setDeaf(true);
        QVERIFY(stand.box.report({}, -EPIPE));
        const auto begun = std::chrono::steady_clock::now();
        stand.source.stop();
        QVERIFY(std::chrono::steady_clock::now() - begun < 1s);
        QCOMPARE(stand.box.seen().releases, stand.box.seen().claims);
    }

    void whatNeedNotBeAnsweredHoldsUpNoDevice_data()
    {
        QTest::addColumn<int>("request");
        QTest::addColumn<int>("status");
        for (const auto& [name, request] : {std::pair{"SET_IDLE", 0x0A}, {"GET_REPORT", 0x01}, {"SET_REPORT", 0x09}}) {
            QTest::addRow("%s is refused", name) << request << -EPIPE;
            QTest::addRow("%s fails", name) << request << -EPROTO;
            QTest::addRow("%s isn't answered", name) << request << 0;
        }
    }

    void whatNeedNotBeAnsweredHoldsUpNoDevice()
    {
        QFETCH(int, request);
        QFETCH(int, status);
        UsbWorld world;
        MockDevice& sensor = world.add("1-4", presenceSensor());
        sensor.spoil(static_cast<std::uint8_t>(request), status);
        sensor.plug();
        world.start();
        QVERIFY(sensor.report(presenceReport(true), 0, 0x81, 2s));
        QVERIFY(world.recorder.waitFor(Kind::PresenceBegan, 1));
        QCOMPARE(sensor.seen().opens, 1); // at the first attempt
    }

    void aClaimThatIsRefusedIsTriedUntilItIsFree()
    {
        Stand stand;
        stand.box.refuseClaims(EBUSY);
        stand.box.plug();
        stand.door.plug();
        stand.start();
        QVERIFY(within(1s, [&] { return stand.keys().why.starts_with("it can't be claimed"); }));
        QCOMPARE(stand.keys().link, LinkState::Waiting);
        QVERIFY(isLink(stand.source, doorEntry, LinkState::Connected));
        stand.box.refuseClaims(0);
        QVERIFY(stand.recorder.waitFor(Kind::Found, 2, 2s));
        QVERIFY(isLink(stand.source, keysEntry, LinkState::Connected));
        QVERIFY(stand.press());
        QCOMPARE(stand.keys().lost, std::uint64_t{0}); // it had never been there
    }

    void aDeafDeviceHoldsUpNobody()
    {
        Stand stand;
        stand.box.setDeaf(true);
        stand.box.plug();
        stand.door.plug();
        stand.start();
        QVERIFY(isLink(stand.source, keysEntry, LinkState::Connecting, 1s));
        QVERIFY(isLink(stand.source, doorEntry, LinkState::Connected, 400ms)); // meanwhile
        QVERIFY(stand.door.report({1}));
        QVERIFY(stand.doorWorks());
        QVERIFY(isLink(stand.source, keysEntry, LinkState::Waiting, 2s));
        QCOMPARE(stand.keys().why, "it doesn't answer");
        stand.box.setDeaf(false);
        QVERIFY(stand.recorder.waitFor(Kind::Found, 2, 2s));
        QVERIFY(stand.press());
    }

    void aDeviceThatDescribesItselfBadlyWaits()
    {
        MockModel model = buttonBox();
        model.interfaces[0].reportDescriptor = doorCounter().interfaces[0].reportDescriptor; // no buttons
        Stand stand;
        stand.box.change(model);
        stand.box.plug();
        stand.start();
        QVERIFY(within(2s, [&] { return stand.keys().why.find("no buttons") != std::string::npos; }));
        QCOMPARE(stand.keys().link, LinkState::Waiting);
        QCOMPARE(stand.recorder.text(), "");
    }

    void theTwinOfABrokenDeviceTakesItsPlace()
    {
        Stand stand;
        MockDevice& twin = stand.add("1-4", buttonBox());
        stand.box.setDeaf(true);
        stand.box.plug();
        twin.plug();
        stand.start();
        QVERIFY(twin.report({0x02}));
        QVERIFY(stand.recorder.waitFor(Kind::KeyPressed, 1, 2s));
    }

    void stopEndsWithTransfersInFlight()
    {
        Stand stand;
        MockDevice& deaf = stand.add("1-6", presenceSensor());
        deaf.setDeaf(true);
        deaf.plug();
        QVERIFY(stand.begin());
        QVERIFY(stand.box.waitFlying(1));
        QVERIFY(isLink(stand.source, presenceEntry, LinkState::Connecting, 2s));
        const auto begun = std::chrono::steady_clock::now();
        stand.source.stop();
        QVERIFY(std::chrono::steady_clock::now() - begun < 1s);
        QVERIFY(stand.box.waitFlying(0));
        QVERIFY(stand.door.waitFlying(0));
        QCOMPARE(stand.box.seen().releases, stand.box.seen().claims);
        QCOMPARE(stand.recorder.text(), ""); // it ended, nothing was lost
        stand.start();
        QVERIFY(stand.recorder.waitFor(Kind::Found, 2, 2s));
        QVERIFY(stand.press());
    }

    void stopEndsWhileSomebodyPullsThePlug()
    {
        for (int i = 0; i < 10; ++i) {
            Stand stand;
            QVERIFY(stand.begin());
            auto pulled = std::async(std::launch::async, [&] { stand.box.unplug(); });
            stand.source.stop();
            const std::string said = stand.recorder.text();
            pulled.get();
            QVERIFY2(said.empty() || said == "lost:0", said.c_str());
            QCOMPARE(stand.recorder.text(), said); // nothing after stop()
            QCOMPARE(stand.door.seen().releases, stand.door.seen().claims);
            QCOMPARE(stand.keys().link, LinkState::NoDevice);
            QVERIFY(stand.door.waitFlying(0, 0x81, 0ms));
        }
    }
};

QTEST_GUILESS_MAIN(TestUsbFaults)
#include "test_usb_faults.moc"
