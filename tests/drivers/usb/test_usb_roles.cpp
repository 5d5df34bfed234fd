// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/drivers/usb/usb_world.h"

#include <QTest>

#include <thread>

using namespace smiley;
using namespace smiley::test;
using namespace std::chrono_literals;
using Kind = core::InputEvent::Kind;
using core::LinkState;

/// What each kind of device says, end to end, and who may talk.
class TestUsbRoles : public QObject {
    Q_OBJECT

private slots:
    void keysArePressed()
    {
        UsbWorld world;
        MockDevice& box = world.add("1-3", buttonBox());
        box.plug(); // before the start
        world.start();
        const auto before = world.clock.now().monotonic;
        QVERIFY(box.report({0x04}));
        QVERIFY(box.report({0x00}));
        QVERIFY(box.report({0x80}));
        QVERIFY(world.recorder.waitFor(Kind::KeyPressed, 2));
        QCOMPARE(world.recorder.text(), "found:0 key:3 key:8");
        QVERIFY(world.recorder.events()[1].at >= before);
        QVERIFY(world.recorder.events()[1].at <= world.clock.now().monotonic);
        QVERIFY(isLink(world.source, keysEntry, LinkState::Connected));
        QVERIFY(within(1s, [&] { return world.source.peripherals()[keysEntry].isHealthy; }));
        QCOMPARE(world.source.peripherals()[keysEntry].why, "");
        const auto seen = box.seen();
        QCOMPARE(seen.detaches, 1);
        QVERIFY(seen.unknown.empty());
        world.source.stop();
        QCOMPARE(box.seen().releases, 1);
        QCOMPARE(box.seen().attaches, 0); // the kernel doesn't get it back: nothing may type
        QCOMPARE(world.source.peripherals()[keysEntry].link, LinkState::NoDevice);
    }

    void presenceIsWokenUpAndToldApart()
    {
        UsbWorld world;
        MockDevice& sensor = world.add("1-4", presenceSensor());
        world.start();
        sensor.plug();
        QVERIFY(sensor.report(presenceReport(true)));
        QVERIFY(sensor.report(presenceReport(false)));
        QVERIFY(world.recorder.waitFor(Kind::PresenceEnded, 1));
        QVERIFY2(world.recorder.text() == "found:1 began:0 ended:0", world.recorder.text().c_str());
        const auto seen = sensor.seen();
        QCOMPARE(seen.setReports.size(), std::size_t{1});
        QCOMPARE(seen.setReports[0].value, 0x0301); // feature, id 1
        QCOMPARE(seen.setReports[0].bytes.size(), std::size_t{7});
        QCOMPARE(seen.setReports[0].bytes, (Bytes{1, 1, 1, 0xFA, 0, 0, 0}));

        // Its sensor is not available: nothing that it says counts, and the role is lost until it is ready.
        QVERIFY(sensor.report({1, 2, 0, 1}));
        QVERIFY(world.recorder.waitFor(Kind::Lost, 1));
        QVERIFY(within(1s, [&] { return !world.source.peripherals()[presenceEntry].isHealthy; }));
        QCOMPARE(world.source.peripherals()[presenceEntry].link, LinkState::Connected);
        QVERIFY(!world.source.peripherals()[presenceEntry].why.empty());
        QVERIFY(sensor.report(presenceReport(true)));
        QVERIFY(world.recorder.waitFor(Kind::PresenceBegan, 2));
        QVERIFY2(world.recorder.text() == "found:1 began:0 ended:0 lost:1 found:1 began:0",
                 world.recorder.text().c_str());
    }

    void wakingUpASensorLeavesAloneWhatElseItsReportHolds()
    {
        UsbWorld world;
        MockModel model = presenceSensor();
        auto& descriptor = model.interfaces[0].reportDescriptor;
        // Behind the interval, four bits that aren't ours and four that pad.
        const Bytes more{0x0A, 0x0F, 0x03, 0x15, 0x00, 0x25, 0x0F, 0x75, 0x04, 0xB1, 0x02, 0xB1, 0x03, 0xC0};
        descriptor.pop_back();
        descriptor.insert(descriptor.end(), more.begin(), more.end());
        MockDevice& sensor = world.add("1-4", model);
        sensor.holdReport(0x0301, {1, 0, 4, 1, 2, 3, 4, 0xA5});
        sensor.plug();
        world.start();
        QVERIFY(sensor.report(presenceReport(true)));
        QCOMPARE(sensor.seen().setReports.size(), std::size_t{1});
        QCOMPARE(sensor.seen().setReports[0].bytes, (Bytes{1, 1, 1, 0xFA, 0, 0, 0, 0xA5}));
    }

    void somebodyIsThereStaysAsItWasWhenTheSensorIsPulledOut()
    {
        UsbWorld world;
        MockDevice& sensor = world.add("1-4", presenceSensor());
        sensor.plug();
        world.start();
        QVERIFY(sensor.report(presenceReport(true)));
        QVERIFY(world.recorder.waitFor(Kind::PresenceBegan, 1));
        sensor.unplug();
        QVERIFY(world.recorder.waitFor(Kind::Lost, 1, 1s));
        QCOMPARE(world.recorder.text(), "found:1 began:0 lost:1");
    }

    void whoLeftWhileTheSensorWasAwayIsToldByItsFirstReport()
    {
        UsbWorld world;
        MockDevice& sensor = world.add("1-4", presenceSensor());
        sensor.plug();
        world.start();
        QVERIFY(sensor.report(presenceReport(true)));
        QVERIFY(world.recorder.waitFor(Kind::PresenceBegan, 1));
        sensor.unplug();
        QVERIFY(world.recorder.waitFor(Kind::Lost, 1, 1s));
        sensor.plug();
        QVERIFY(sensor.report(presenceReport(false)));
        QVERIFY(world.recorder.waitFor(Kind::PresenceEnded, 1));
        QVERIFY(sensor.report(presenceReport(false))); // known by now
        QVERIFY(sensor.report(presenceReport(true)));
        QVERIFY(world.recorder.waitFor(Kind::PresenceBegan, 2));
        QCOMPARE(world.recorder.text(), "found:1 began:0 lost:1 found:1 ended:0 began:0");
    }

    void theHoldOfAPresenceSensorRunsOutWithoutAReport()
    {
        auto list = fourDevices();
        std::get<core::PresenceLayout>(list[presenceEntry].layout).holdMs = 200;
        UsbWorld world(list);
        MockDevice& sensor = world.add("1-4", presenceSensor());
        sensor.plug();
        world.start();
        QVERIFY(sensor.report(presenceReport(true)));
        QVERIFY(sensor.report(presenceReport(false)));
        QVERIFY(world.recorder.waitFor(Kind::PresenceEnded, 1));
        const auto events = world.recorder.events();
        QVERIFY(core::count(events[2].at) - core::count(events[1].at) >= 200);
    }

    void passagesAreCounted()
    {
        UsbWorld world;
        MockDevice& door = world.add("1-5", doorCounter());
        door.plug();
        world.start();
        QVERIFY(door.report({254}));
        QVERIFY(door.report({255}));
        QVERIFY(door.report({1})); // past its greatest value
        QVERIFY(world.recorder.waitFor(Kind::Passage, 2));
        QCOMPARE(world.recorder.text(), "found:2 passage:1 passage:2");
    }

    void aCardIsReadFromSeveralReports()
    {
        UsbWorld world;
        MockDevice& scanner = world.add("1-6", cardScanner());
        scanner.plug();
        world.start();
        const std::string first(56, 'A');
        QVERIFY(scanner.report(scanReport("ST1:" + first.substr(4), true)));
        QVERIFY(scanner.report(scanReport("END")));
        QVERIFY(world.recorder.waitFor(Kind::TicketShown, 1));
        QCOMPARE(world.recorder.text(), "found:3 ticket:ST1:" + first.substr(4) + "END");
    }

    void aDeviceThatIsNotListedIsNeverOpened()
    {
        auto list = fourDevices();
        list[keysEntry].serial = "BOX-1";
        UsbWorld world(list);
        MockDevice& typist = world.add("1-3", keyboard());
        MockDevice& copycat = world.add("1-4", buttonBox("OTHER"));
        typist.plug();
        world.start();
        copycat.plug();
        QVERIFY(isLink(world.source, keysEntry, LinkState::Waiting)); // one that looks like it is there, and refused
        QVERIFY(!world.source.peripherals()[keysEntry].why.empty());
        const auto seen = world.source.seen();
        QCOMPARE(seen.size(), std::size_t{2});
        QCOMPARE(seen[0].name, "Keyboard");
        QCOMPARE(seen[0].facts.port, "1-3");
        QVERIFY(!seen[0].entry);
        QVERIFY(!seen[0].why.empty());
        QCOMPARE(seen[1].facts.serial, "OTHER");
        QVERIFY(!seen[1].entry);
        QVERIFY(!typist.report(Bytes{0x04}, 0, 0x81, 200ms)); // nobody asks for its reports
        QCOMPARE(typist.seen().opens, 0);
        QCOMPARE(copycat.seen().opens, 0);
        QCOMPARE(world.recorder.text(), "");
    }

    void aDeviceThatComesBackWithOtherInterfacesIsDropped()
    {
        UsbWorld world;
        MockDevice& box = world.add("1-3", buttonBox());
        box.plug();
        world.start();
        QVERIFY(isLink(world.source, keysEntry, LinkState::Connected));
        const int opens = box.seen().opens;
        box.unplug();
        QVERIFY(world.recorder.waitFor(Kind::Lost, 1, 1s));
        MockModel changed = buttonBox();
        changed.interfaces.push_back(keyboard().interfaces[0]); // and types
        changed.interfaces[1].number = 1;
        changed.interfaces[1].endpointIn = 0x82;
        box.change(changed);
        box.plug();
        QVERIFY(isLink(world.source, keysEntry, LinkState::Waiting));
        QVERIFY(world.source.peripherals()[keysEntry].why.find("interfaces") != std::string::npos);
        QCOMPARE(box.seen().opens, opens);
        QCOMPARE(world.recorder.text(), "found:0 lost:0");
    }

    void everyInterfaceOfAListedDeviceIsTakenFromTheKernel()
    {
        MockModel model = buttonBox();
        model.interfaces.push_back(keyboard().interfaces[0]);
        model.interfaces[1].number = 1;
        model.interfaces[1].endpointIn = 0x82;
        auto list = fourDevices();
        list[keysEntry].interfaces.push_back({1, 3, 1, 1});
        UsbWorld world(list);
        MockDevice& box = world.add("1-3", model);
        box.plug();
        world.start();
        QVERIFY(box.report({0x01}));
        QVERIFY(world.recorder.waitFor(Kind::KeyPressed, 1));
        QCOMPARE(box.seen().detaches, 2);
        QCOMPARE(box.seen().claims, 2);
        world.source.stop();
        QCOMPARE(box.seen().releases, 2);
    }

    void aCameraIsSaidWhenItComesAndWhenItGoes()
    {
        UsbWorld world(core::DeviceList{}); // nothing is listed
        MockDevice& eye = world.add("1-7", camera());
        MockDevice& second = world.add("1-8", camera());
        world.start();
        eye.plug();
        QVERIFY(world.recorder.waitFor(Kind::Watching, 1, 1s));
        second.plug();
        QVERIFY(within(2s, [&] { return world.source.seen().size() == 2; }));
        eye.unplug();
        QVERIFY(within(2s, [&] { return world.source.seen().size() == 1; }));
        QCOMPARE(world.recorder.text(), "watching:1"); // one is still there
        second.unplug();
        QVERIFY(world.recorder.waitFor(Kind::Watching, 2, 1s));
        QCOMPARE(world.recorder.text(), "watching:1 watching:0");
        QCOMPARE(eye.seen().opens, 0);
    }

    void twoOfAKindTheFirstPortHasTheRoleAndTheOtherTakesOver()
    {
        UsbWorld world;
        MockDevice& second = world.add("1-4", buttonBox());
        MockDevice& first = world.add("1-3", buttonBox());
        second.plug();
        first.plug();
        world.start();
        QVERIFY(isLink(world.source, keysEntry, LinkState::Connected));
        const auto seen = world.source.seen();
        QCOMPARE(seen.size(), std::size_t{2});
        QCOMPARE(seen[0].facts.port, "1-3");
        QCOMPARE(seen[0].link, LinkState::Connected);
        QCOMPARE(seen[1].link, LinkState::Waiting);
        QCOMPARE(seen[1].why, "a second one for 'Keys', which the one in port 1-3 has");
        QCOMPARE(second.seen().opens, 0);
        first.unplug();
        QVERIFY(second.report({0x01}));
        QVERIFY(world.recorder.waitFor(Kind::KeyPressed, 1));
        QVERIFY(world.recorder.text().ends_with("found:0 key:1"));
    }

    void portsAreInTheOrderOfTheirNumbers()
    {
        MockBus bus;
        MockDevice tenth(bus, "1-10", buttonBox());
        MockDevice second(bus, "1-2", buttonBox());
        MockDevice behindAHub(bus, "1-2.1", doorCounter());
        tenth.plug();
        second.plug();
        behindAHub.plug();
        const auto seen = usb::lookAtBus(fourDevices());
        QVERIFY(seen.has_value());
        QCOMPARE(seen->size(), std::size_t{3});
        QCOMPARE(seen->at(0).facts.port, "1-2");
        QCOMPARE(seen->at(1).facts.port, "1-2.1");
        QCOMPARE(seen->at(2).facts.port, "1-10");
    }

    void twoEntriesOfOneRoleBothCountAndTheRoleIsLostWithTheLast()
    {
        UsbWorld world(twoOf(doorEntry));
        MockDevice& north = world.add("1-3", doorCounter());
        MockDevice& south = world.add("1-4", doorCounter());
        north.plug();
        south.plug();
        world.start();
        QVERIFY(north.report({1}));
        QVERIFY(south.report({1}));
        QVERIFY(isLink(world.source, 0, LinkState::Connected));
        QVERIFY(isLink(world.source, 1, LinkState::Connected));
        QVERIFY(north.report({2}));
        QVERIFY(world.recorder.waitFor(Kind::Passage, 1));
        QVERIFY(south.report({3}));
        QVERIFY(world.recorder.waitFor(Kind::Passage, 2));
        north.unplug();
        QVERIFY(isLink(world.source, 0, LinkState::NoDevice));
        QVERIFY(south.report({4}));
        QVERIFY(world.recorder.waitFor(Kind::Passage, 3));
        south.unplug();
        QVERIFY(world.recorder.waitFor(Kind::Lost, 1, 1s));
        QCOMPARE(world.recorder.text(), "found:2 passage:1 passage:2 passage:1 lost:2");
    }

    void twoPresenceSensorsAreOnePresence()
    {
        std::size_t read = 0;
        std::mutex mutex;
        UsbWorld world(twoOf(presenceEntry));
        MockDevice& left = world.add("1-3", presenceSensor());
        MockDevice& right = world.add("1-4", presenceSensor());
        world.source.onReport([&](std::size_t, std::span<const std::byte>, core::MonotonicMs) {
            const std::lock_guard lock(mutex);
            ++read;
        });
        const auto isRead = [&](std::size_t count) {
            return within(5s, [&] {
                const std::lock_guard lock(mutex);
                return read == count;
            });
        };
        left.plug();
        right.plug();
        world.start();
        QVERIFY(left.report(presenceReport(true)));
        QVERIFY(isRead(1));
        QVERIFY(right.report(presenceReport(true)));
        QVERIFY(isRead(2));
        QVERIFY(left.report(presenceReport(false)));
        QVERIFY(isRead(3));
        QCOMPARE(world.recorder.text(), "found:1 began:0");
        QVERIFY(right.report(presenceReport(false)));
        QVERIFY(world.recorder.waitFor(Kind::PresenceEnded, 1));
    }

    void somebodyHasLeftWhenTheOnlySensorThatSawThemIsLost()
    {
        UsbWorld world(twoOf(presenceEntry));
        MockDevice& left = world.add("1-3", presenceSensor());
        MockDevice& right = world.add("1-4", presenceSensor());
        left.plug();
        right.plug();
        world.start();
        QVERIFY(left.report(presenceReport(true)));
        QVERIFY(world.recorder.waitFor(Kind::PresenceBegan, 1));
        QVERIFY(isLink(world.source, 1, LinkState::Connected));
        QVERIFY(right.report(presenceReport(false)));
        left.unplug();
        QVERIFY(world.recorder.waitFor(Kind::PresenceEnded, 1, 1s));
        QVERIFY(right.report(presenceReport(true))); // the next visitor
        QVERIFY(world.recorder.waitFor(Kind::PresenceBegan, 2, 1s));
        QCOMPARE(world.recorder.text(), "found:1 began:0 ended:0 began:0");
        left.plug();
        QVERIFY(left.report(presenceReport(true)));
        QVERIFY(within(2s, [&] { return world.source.peripherals()[0].isHealthy; }));
        left.unplug(); // the other one sees them
        QVERIFY(isLink(world.source, 0, LinkState::NoDevice, 1s));
        QVERIFY(right.report({1, 2, 0, 1})); // and then is stuck, the last one
        QVERIFY(world.recorder.waitFor(Kind::Lost, 1, 1s));
        QCOMPARE(world.recorder.text(), "found:1 began:0 ended:0 began:0 lost:1");
    }

    void whatTheKernelKeepsShutIsShownAsItIsAndOpenedOnceItIsLetIn()
    {
        UsbWorld world;
        MockModel model = buttonBox();
        model.isAuthorised = false;
        MockDevice& box = world.add("1-3", model);
        box.plug();
        world.start();
        QVERIFY(isLink(world.source, keysEntry, LinkState::Waiting, 1s));
        const auto seen = world.source.seen();
        QCOMPARE(seen.size(), std::size_t{1});
        QVERIFY(!seen[0].entry);
        QVERIFY(seen[0].facts.interfaces == fourDevices()[keysEntry].interfaces);
        QVERIFY2(seen[0].why.find("authorised") != std::string::npos, seen[0].why.c_str());
        QCOMPARE(world.source.peripherals()[keysEntry].why, seen[0].why);
        QCOMPARE(box.seen().opens, 0);
        box.authorise();
        QVERIFY(world.recorder.waitFor(Kind::Found, 1, 4s));
        QVERIFY(isLink(world.source, keysEntry, LinkState::Connected));
    }

    void theBusIsLookedAtWithoutOpeningAnything()
    {
        MockBus bus;
        MockDevice box(bus, "1-3", buttonBox());
        MockDevice eye(bus, "1-2.4", camera());
        box.plug();
        eye.plug();
        const auto seen = usb::lookAtBus(fourDevices());
        QVERIFY(seen.has_value());
        QCOMPARE(seen->size(), std::size_t{2});
        QVERIFY(std::ranges::any_of(*seen, [](const auto& its) { return its.entry == keysEntry; }));
        QVERIFY(std::ranges::any_of(*seen, [](const auto& its) { return its.facts.watches && !its.entry; }));
        QCOMPARE(box.seen().opens, 0);
        QCOMPARE(eye.seen().opens, 0);
    }
};

QTEST_GUILESS_MAIN(TestUsbRoles)
#include "test_usb_roles.moc"
