// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/peripherals.h"

#include <QTest>

#include <optional>
#include <string>
#include <utility>
#include <vector>

// What is plugged in decides who is asked to write, what the screen promises, and what the centre hears.

using namespace smiley;
using Kind = core::InputEvent::Kind;
using Watching = staff::MachineFacts::Watching;
using platform::DeviceCheck;
using platform::Finding;

namespace {

const DeviceCheck neither{Finding::Absent, Finding::Absent, {}};
const DeviceCheck unknown{Finding::Unknown, Finding::Absent, {}};
const DeviceCheck webcam{Finding::Present, Finding::Absent, {"/dev/video0"}};
const DeviceCheck twoOfThem{Finding::Present, Finding::Present, {"/dev/snd/pcmC1D0c", "/dev/video0"}};

/// Says what a test wants it to say.
class FakeSource final : public core::InputSource {
public:
    struct Wire {
        std::function<void(core::InputEvent)> deliver;
        std::vector<core::PeripheralState> states;
    };
    explicit FakeSource(Wire& wire) : m_wire(wire) {}
    void start(std::function<void(core::InputEvent)> deliver) override { m_wire.deliver = std::move(deliver); }
    void stop() override { m_wire.deliver = nullptr; }
    [[nodiscard]] std::vector<core::PeripheralState> peripherals() const override { return m_wire.states; }

private:
    Wire& m_wire;
};

/// Peripherals whose machine a test changes, and what was told of them.
struct World {
    FakeSource::Wire wire;
    DeviceCheck found;
    std::vector<core::InputEvent> delivered;
    std::vector<bool> allowed;
    std::optional<bool> confirmed;
    Peripherals peripherals;

    explicit World(const DeviceCheck& atStart, bool isExample = false, bool hasPresence = true,
                   Peripherals::Source source = Peripherals::Source::Usb)
        : found(atStart),
          peripherals(source, source == Peripherals::Source::None ? nullptr : std::make_unique<FakeSource>(wire),
                      hasPresence, isExample, [this] { return found; })
    {}
    void start()
    {
        peripherals.start({.deliver = [this](const core::InputEvent& event) { delivered.push_back(event); },
                           .allowComments = [this](bool isAllowed) { allowed.push_back(isAllowed); },
                           .confirmNeither = [this](bool isConfirmed) { confirmed = isConfirmed; }});
    }
    void say(Kind kind, int value = 0) const { wire.deliver({kind, value, {}, {}}); }
    [[nodiscard]] std::vector<Kind> kinds() const
    {
        std::vector<Kind> all;
        for (const core::InputEvent& event : delivered) {
            all.push_back(event.kind);
        }
        return all;
    }
};

core::PeripheralState stateOf(core::Role role, core::LinkState link, bool isHealthy = false)
{
    core::PeripheralState state{"a", role, link};
    state.isHealthy = isHealthy;
    return state;
}

} // namespace

class TestPeripherals : public QObject {
    Q_OBJECT

private slots:
    void whereNeitherIsThereNothingIsStopped()
    {
        World world(neither);
        world.start();
        QCOMPARE(world.confirmed, std::optional(true));
        QVERIFY(world.allowed.empty());
        QVERIFY(world.peripherals.asksForComments());
        QVERIFY(world.peripherals.watching() == Watching::Neither);
    }

    void whatCantBeLookedThroughCountsAsWatching()
    {
        World world(unknown);
        world.start();
        QCOMPARE(world.confirmed, std::optional(false));
        QCOMPARE(world.allowed, std::vector{false});
        QVERIFY(!world.peripherals.asksForComments());
        QVERIFY(world.peripherals.watching() == Watching::Unknown);
        QCOMPARE(world.peripherals.sensors().at("camera or microphone"), std::string("unknown"));
        world.found = neither;
        QTRY_COMPARE_WITH_TIMEOUT(world.allowed, (std::vector{false, true}), 1000);
        QCOMPARE(world.confirmed, std::optional(true));
    }

    void aCameraStopsCommentsWithinASecond_andSoDoesWhatUsbSays()
    {
        World world(neither);
        world.start();
        world.found = webcam;
        QTRY_COMPARE_WITH_TIMEOUT(world.allowed, std::vector{false}, 1000);
        QCOMPARE(world.confirmed, std::optional(false));
        world.say(Kind::Watching, 1);
        world.found = neither;
        QTest::qWait(700);
        QCOMPARE(world.allowed, std::vector{false}); // one of the two still says so
        QVERIFY(world.peripherals.watching() == Watching::Found);
        world.say(Kind::Watching, 0);
        QCOMPARE(world.allowed, (std::vector{false, true}));
        QCOMPARE(world.confirmed, std::optional(true));
        world.say(Kind::Watching, 1);
        QCOMPARE(world.allowed.back(), false); // at once
        QVERIFY(world.kinds().empty());        // it is no event of a visit
    }

    void anExampleAsksInFrontOfTheLaptopsOwnCameraAndOfNoOther()
    {
        World world(webcam, true);
        world.start();
        QCOMPARE(world.confirmed, std::optional(false)); // the screen promises nothing that isn't so
        QVERIFY(world.allowed.empty());
        QVERIFY(world.peripherals.asksForComments());
        world.found = twoOfThem;
        QTRY_COMPARE_WITH_TIMEOUT(world.allowed, std::vector{false}, 1000);
        QVERIFY(!world.peripherals.asksForComments());
        world.found = webcam;
        QTRY_COMPARE_WITH_TIMEOUT(world.allowed, (std::vector{false, true}), 1000);
        world.say(Kind::Watching, 1);
        QCOMPARE(world.allowed.back(), false);
    }

    void aSensorThatVisitorsAreNotToldOfIsNotListenedTo()
    {
        for (const bool isTold : {true, false}) {
            World world(neither, false, isTold);
            world.start();
            world.say(Kind::Found, static_cast<int>(core::Role::Presence));
            world.say(Kind::PresenceBegan);
            world.say(Kind::PresenceEnded);
            world.say(Kind::Lost, static_cast<int>(core::Role::Presence));
            QCOMPARE(world.delivered.size(), isTold ? 4U : 0U);
            world.say(Kind::Found, static_cast<int>(core::Role::Door));
            world.say(Kind::Passage, 2);
            world.say(Kind::KeyPressed, 3);
            QCOMPARE(world.delivered.size(), isTold ? 7U : 3U);
        }
    }

    void theCentreHearsOneWordOfEachRole()
    {
        using core::LinkState;
        using core::Role;
        World world(webcam);
        world.wire.states = {stateOf(Role::Keys, LinkState::Connected, true), stateOf(Role::Door, LinkState::Connected),
                             stateOf(Role::Presence, LinkState::Waiting)};
        const auto words = [&] { return world.peripherals.sensors(); };
        QCOMPARE(words(), (std::map<std::string, std::string>{{"keys", "connected"},
                                                              {"door", "fails"},
                                                              {"presence", "waiting"},
                                                              {"scanner", "none"},
                                                              {"camera or microphone", "found"}}));
        world.wire.states = {stateOf(Role::Keys, LinkState::NoDevice), stateOf(Role::Door, LinkState::Connecting),
                             stateOf(Role::Presence, LinkState::Waiting)};
        world.wire.states.back().isRefused = true;
        QCOMPARE(words().at("keys"), std::string("no device"));
        QCOMPARE(words().at("door"), std::string("connecting"));
        QCOMPARE(words().at("presence"), std::string("refused"));
    }

    void whatATracePlaysIsSimulated()
    {
        for (const bool isTold : {true, false}) {
            World world(neither, true, isTold, Peripherals::Source::Trace);
            world.wire.states = {stateOf(core::Role::Keys, core::LinkState::Connected, true),
                                 stateOf(core::Role::Presence, core::LinkState::Connected, true),
                                 stateOf(core::Role::Door, core::LinkState::NoDevice)};
            const auto words = world.peripherals.sensors();
            QCOMPARE(words.at("keys"), std::string("simulated"));
            QCOMPARE(words.at("presence"), std::string(isTold ? "simulated" : "none"));
            QCOMPARE(words.at("door"), std::string("no device"));
            QCOMPARE(words.at("scanner"), std::string("none"));
        }
    }

    void withoutAListEverythingIsAbsent_andCamerasAreStillSeen()
    {
        World world(neither, false, true, Peripherals::Source::None);
        world.start();
        QVERIFY(world.peripherals.states().empty());
        QCOMPARE(world.peripherals.sensors().at("keys"), std::string("none"));
        world.found = webcam;
        QTRY_COMPARE_WITH_TIMEOUT(world.allowed, std::vector{false}, 1000);
    }
};

QTEST_GUILESS_MAIN(TestPeripherals)
#include "test_peripherals.moc"
