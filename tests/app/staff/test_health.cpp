// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/staff/health.h"

#include "tests/support/quick_folder.h"
#include "tests/sync/outbox/world.h"

#include <QTest>

#include <algorithm>
#include <array>

using namespace smiley;
using namespace smiley::test;
using staff::Finding;
using staff::MachineFacts;
using staff::Part;
using staff::State;

class TestHealth final : public QObject {
    Q_OBJECT

private:
    QuickFolders m_folders;

    static staff::HealthItem partOf(const std::vector<staff::HealthItem>& items, Part part)
    {
        return *std::ranges::find(items, part, &staff::HealthItem::part);
    }
    static MachineFacts goodMachine()
    {
        MachineFacts machine;
        machine.devices.fill({MachineFacts::Device::Link::Works});
        machine.sound = MachineFacts::Sound::Ready;
        machine.spokenLanguages = 3;
        machine.watching = MachineFacts::Watching::Neither;
        machine.freeBytes = std::uint64_t{8} << 30U;
        return machine;
    }

private slots:
    void keysAreJudgedByWhatStaffTriedAndNeverByAnswers()
    {
        World world(m_folders.next());
        const auto keys = [&] {
            return partOf(staff::health(goodMachine(), {}, *staff::deviceTests(world.store()), world.now()),
                          Part::Keys);
        };
        QVERIFY(keys().state == State::Untried);
        core::Tap tap = tapOn(4, "da", core::Input::Keys); // a visitor used them: says nothing of all five
        world.append(tap);
        QVERIFY(keys().state == State::Untried);
        const core::Day today = core::localTime(world.now().wall).day;
        QVERIFY(staff::recordTest(world.store(), "p1", {Part::Keys, today, false, {2, 5}}, world.now()));
        QVERIFY(keys().state == State::LookAt);
        QVERIFY(keys().finding == Finding::KeysDead);
        QCOMPARE(keys().numbers, (std::vector<int>{2, 5}));
        world.goTo(1, 9);
        QVERIFY(staff::recordTest(world.store(), "p2", {Part::Keys, today.next(), true, {}}, world.now()));
        QVERIFY(keys().state == State::Ok);
        QVERIFY(*keys().day == today.next());
        QVERIFY(keys().numbers.empty());
    }

    void aTestIsKeptForEachPartAndAudited()
    {
        World world(m_folders.next());
        const core::Day today = core::localTime(world.now().wall).day;
        QVERIFY(staff::recordTest(world.store(), "p1", {Part::Touch, today, true, {}}, world.now()));
        QVERIFY(staff::recordTest(world.store(), "p1", {Part::Keys, today, false, {3}}, world.now()));
        QVERIFY(staff::recordTest(world.store(), "p1", {Part::Touch, today, false, {}}, world.now()));
        const auto tests = *staff::deviceTests(world.store());
        QCOMPARE(tests.size(), 2U);
        QVERIFY((*std::ranges::find(tests, Part::Keys, &staff::DeviceTest::part) ==
                 staff::DeviceTest{Part::Keys, today, false, {3}}));
        QVERIFY(!std::ranges::find(tests, Part::Touch, &staff::DeviceTest::part)->worked);
        const auto trail = *world.store().auditRows(0, 10);
        QCOMPARE(trail.size(), 3U);
        QCOMPARE(trail[1].what, std::string("device-tested"));
        QCOMPARE(trail[1].who, std::string("p1"));
        QCOMPARE(trail[1].detail, std::string("keys 2026-11-02 failed 3"));
    }

    void whatAnotherProgramWroteIsLeftOut()
    {
        World world(m_folders.next());
        QVERIFY(world.store().setSetting("device-tests",
                                         "sound 2026-11-02 worked\nlidar 2026-11-02 worked\nkeys soon\n\x01"));
        const auto tests = *staff::deviceTests(world.store());
        QCOMPARE(tests.size(), 1U);
        QVERIFY(tests.front().part == Part::Sound);
    }

    void everyStateOfTheMachineHasItsFinding()
    {
        const core::Now now{{}, at("2026-11-20", 12), core::ClockQuality::Anchored};
        const auto with = [&](auto change) {
            MachineFacts machine = goodMachine();
            change(machine);
            return staff::health(machine, {true, 0, 0, {}, {}, {}, 500}, {}, now);
        };
        const auto good = with([](MachineFacts&) {});
        for (const staff::HealthItem& item : good) {
            QVERIFY(item.state != State::LookAt);
        }
        QCOMPARE(partOf(good, Part::Sound).count, 3U);
        using Sound = MachineFacts::Sound;
        QVERIFY(partOf(with([](auto& m) { m.sound = Sound::NoDevice; }), Part::Sound).finding ==
                Finding::NoAudioDevice);
        QVERIFY(partOf(with([](auto& m) { m.sound = Sound::NoVoice; }), Part::Sound).state == State::LookAt);
        QVERIFY(partOf(with([](auto& m) { m.sound = Sound::Starting; }), Part::Sound).state == State::Off);
        QVERIFY(partOf(with([](auto& m) { m.stickIsIn = true; }), Part::Stick).finding == Finding::StickIn);
        using Watching = MachineFacts::Watching;
        const auto camera = partOf(with([](auto& m) { m.watching = Watching::Found; }), Part::CameraMicrophone);
        QVERIFY(camera.finding == Finding::CameraFound);
        QVERIFY(camera.state == State::LookAt);
        const auto unknown = partOf(with([](auto& m) { m.watching = Watching::Unknown; }), Part::CameraMicrophone);
        QVERIFY(unknown.finding == Finding::CameraUnknown);
        QVERIFY(unknown.state == State::LookAt);
    }

    void whatIsRefusedIsNoMatterOfThePlug()
    {
        core::PeripheralState state{"Knapper", core::Role::Keys, core::LinkState::Waiting};
        const auto link = [&] { return staff::devicesOf({state})[static_cast<std::size_t>(core::Role::Keys)].link; };
        QVERIFY(link() == MachineFacts::Device::Link::Waiting);
        state.isRefused = true;
        QVERIFY(link() == MachineFacts::Device::Link::Refused);
    }

    void cardsThatNoScannerCanReadAreSaid()
    {
        const core::Now now{{}, at("2026-11-20", 12), core::ClockQuality::Anchored};
        MachineFacts machine = goodMachine();
        const auto scanner = [&] { return partOf(staff::health(machine, {}, {}, now), Part::Scanner); };
        machine.of(core::Role::Scanner) = {};
        QVERIFY(scanner().state == State::NotThere);
        machine.requiresTickets = true;
        QVERIFY(scanner().state == State::LookAt);
        QVERIFY(scanner().finding == Finding::TicketsUnread);
        machine.of(core::Role::Scanner).link = MachineFacts::Device::Link::NoDevice; // listed: it can be plugged in
        QVERIFY(scanner().finding == Finding::NoDevice);
    }

    void everyStateOfAPeripheralHasItsFinding()
    {
        using Link = MachineFacts::Device::Link;
        struct Expected {
            Link link;
            State state;
            Finding finding;
        };
        const std::array expected{Expected{Link::NotListed, State::NotThere, Finding::NotFitted},
                                  Expected{Link::NoDevice, State::LookAt, Finding::NoDevice},
                                  Expected{Link::Waiting, State::LookAt, Finding::DeviceWaits},
                                  Expected{Link::Refused, State::LookAt, Finding::DeviceRefused},
                                  Expected{Link::Connecting, State::Off, Finding::DeviceStarts},
                                  Expected{Link::Fails, State::LookAt, Finding::DeviceFails},
                                  Expected{Link::Works, State::Untried, Finding::NeverTried}};
        const std::array parts{Part::Keys, Part::Presence, Part::Door, Part::Scanner}; // in the order of Role
        const core::Now now{{}, at("2026-11-20", 12), core::ClockQuality::Anchored};
        for (const core::Role role : core::roles) {
            for (const Expected& each : expected) {
                MachineFacts machine = goodMachine();
                machine.of(role) = {each.link, "Dør 2"};
                const auto items = staff::health(machine, {}, {}, now);
                for (const core::Role other : core::roles) {
                    const auto item = partOf(items, parts.at(static_cast<std::size_t>(other)));
                    QVERIFY(item.state == (other == role ? each.state : State::Untried));
                    QVERIFY(item.finding == (other == role ? each.finding : Finding::NeverTried));
                }
            }
        }
    }

    void theWorstOfARoleIsTold()
    {
        using Link = MachineFacts::Device::Link;
        const auto device = [](const char* name, core::Role role, core::LinkState link, bool isHealthy = false) {
            return core::PeripheralState{name, role, link, isHealthy, "", 0, 0};
        };
        using core::LinkState;
        using core::Role;
        const auto devices = staff::devicesOf({device("Knapper", Role::Keys, LinkState::Connected, true),
                                               device("Dør 1", Role::Door, LinkState::Connected, true),
                                               device("Dør 2", Role::Door, LinkState::Waiting),
                                               device("Dør 3", Role::Door, LinkState::Connecting),
                                               device("Føler", Role::Presence, LinkState::Connected, false)});
        const auto of = [&](Role role) { return devices.at(static_cast<std::size_t>(role)); };
        QVERIFY((of(Role::Keys) == MachineFacts::Device{Link::Works, ""})); // the only one: its part is its name
        QVERIFY((of(Role::Door) == MachineFacts::Device{Link::Waiting, "Dør 2"}));
        QVERIFY((of(Role::Presence) == MachineFacts::Device{Link::Fails, ""}));
        QVERIFY(of(Role::Scanner) == MachineFacts::Device{});
    }

    void daysThatWaitAreToldAndSilenceIsLookedAt()
    {
        World world(m_folders.next());
        world.enrol();
        const auto look = [&] { return *staff::dataFacts(world.store(), std::uint64_t{1} << 30U); };
        const auto part = [&](Part which) {
            return partOf(staff::health(goodMachine(), look(), {}, world.now()), which);
        };
        QVERIFY(part(Part::Network).finding == Finding::NeverAnswered);
        QVERIFY(part(Part::Sending).finding == Finding::AllSent);
        world.closeDayWith(0, 6);
        QCOMPARE(look().daysWaiting, 1U);
        QVERIFY(part(Part::Sending).state == State::Off);
        world.receive(world.envelopes().front());
        world.tick();
        QCOMPARE(look().daysWaiting, 0U);
        QCOMPARE(look().lastDaySent->text(), std::string("2026-11-02"));
        QVERIFY(part(Part::Network).finding == Finding::Receipted);
        world.closeDayWith(1, 6);
        world.closeDayWith(2, 6);
        world.goTo(4, 12); // more than two days after the first was sealed
        world.tick();
        QCOMPARE(look().daysWaiting, 3U);
        QVERIFY(part(Part::Network).finding == Finding::Silent);
        QVERIFY(part(Part::Network).state == State::LookAt);
        QVERIFY(part(Part::Sending).state == State::LookAt);
        QCOMPARE(part(Part::Sending).count, 3U);
        QCOMPARE(look().daysHeld, 0U);
        world.closeDayWith(4, 3); // too few to go alone
        QCOMPARE(look().daysWaiting, 4U);
        QCOMPARE(look().daysHeld, 1U);
    }

    void whoReceivesIsWhomTheStandIsEnrolledWith()
    {
        World world(m_folders.next());
        world.tick();
        QVERIFY(staff::dataFacts(world.store(), 1)->centre.empty());
        world.enrol();
        const auto facts = *staff::dataFacts(world.store(), 1);
        QCOMPARE(facts.centre, std::string("fjordby"));
        QCOMPARE(facts.stand, world.stand.text());
    }

    void aStandThatIsNotEnrolledWaitsForNobody()
    {
        World world(m_folders.next());
        world.closeDayWith(0, 6);
        world.goTo(9, 9);
        world.tick();
        const auto items = staff::health(goodMachine(), *staff::dataFacts(world.store(), 1), {}, world.now());
        QVERIFY(partOf(items, Part::Network).finding == Finding::NotEnrolled);
        QVERIFY(partOf(items, Part::Network).state == State::NotThere);
    }

    void roomIsCountedByTheSizeOfRecentDays()
    {
        constexpr std::uint64_t mebi = std::uint64_t{1024} * 1024;
        QCOMPARE(staff::daysOfRoom(64 * mebi, {}), 0U);
        QCOMPARE(staff::daysOfRoom(64 * mebi + 400 * 2 * 100'000, {100'000, 100'000}), 400U);
        std::vector<std::uint64_t> sizes(20, 1000);
        sizes.insert(sizes.end(), 14, 200'000); // the last fourteen count
        QCOMPARE(staff::daysOfRoom(64 * mebi + 10 * 2 * 200'000, sizes), 10U);
        QCOMPARE(staff::daysOfRoom(std::uint64_t{1} << 40U, sizes), staff::roomDaysMax);
        const core::Now now{{}, at("2026-11-20", 12), core::ClockQuality::None};
        const auto items = staff::health(goodMachine(), {true, 0, 0, {}, {}, {}, 29}, {}, now);
        QVERIFY(partOf(items, Part::Disk).finding == Finding::LittleRoom);
        QVERIFY(partOf(items, Part::Clock).finding == Finding::ClockWrong);
    }
};

QTEST_APPLESS_MAIN(TestHealth)
#include "test_health.moc"
