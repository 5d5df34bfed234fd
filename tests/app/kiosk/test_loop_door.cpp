// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/kiosk/loop_stand.h"

#include <QTest>

using namespace smiley;
using namespace smiley::test;
using core::Face;

/// What the door counter says, and who leaves after a tap.
class TestLoopDoor : public QObject {
    Q_OBJECT

private slots:
    void passagesAreCountedByTheDayAndTravelWithTheTap()
    {
        Stand stand;
        kiosk::Loop loop(stand.ports(), stand.configuration());
        loop.handle(core::InputEvent{core::InputEvent::Kind::Passage, 2, stand.clock.now().monotonic});
        loop.handle(core::InputEvent{core::InputEvent::Kind::Passage, 1, stand.clock.now().monotonic});
        loop.handle(core::FaceTapped{Face::Good});
        QCOMPARE(std::get<core::Tap>(stand.disk.rows[0].content).doors, std::optional<std::uint32_t>(3));
        stand.clock.advance(std::int64_t{24} * 3600 * 1000);
        loop.handle(core::InputEvent{core::InputEvent::Kind::Passage, 1, stand.clock.now().monotonic});
        loop.handle(core::FaceTapped{Face::Good});
        QCOMPARE(std::get<core::Tap>(stand.disk.rows.back().content).doors, std::optional<std::uint32_t>(1));
    }

    void theCountOfADayDoesNotReachIntoTheNext()
    {
        Stand stand;
        kiosk::Loop loop(stand.ports(), stand.configuration());
        loop.handle(core::InputEvent{core::InputEvent::Kind::Passage, 2, stand.clock.now().monotonic});
        stand.clock.advance(std::int64_t{24} * 3600 * 1000);
        loop.handle(core::FaceTapped{Face::Good});
        QCOMPARE(std::get<core::Tap>(stand.disk.rows.back().content).doors, std::optional<std::uint32_t>(0));
    }

    void aDaysBootsAddUpToItsPassages()
    {
        Stand stand;
        stand.disk.countsBoots = true;
        kiosk::Loop loop(stand.ports(), stand.configuration());
        const auto passes = [&](int howMany) {
            loop.handle(core::InputEvent{core::InputEvent::Kind::Passage, howMany, stand.clock.now().monotonic});
        };
        const auto doors = [&] { return std::get<core::Tap>(stand.disk.rows.back().content).doors; };
        passes(100);
        loop.handle(core::FaceTapped{Face::Good});
        passes(20);
        const auto fails = [&] {
            stand.clock.advance(60'000);
            loop.handle(core::Ticked{}); // who left is written
            stand.disk.faults = {core::JournalFault::Io};
        };
        fails();
        loop.handle(core::FaceTapped{Face::Good});
        QVERIFY(loop.screen().trouble);
        passes(30);
        loop.handle(core::FaceTapped{Face::Good}); // another boot: 100 + 50
        QCOMPARE(doors(), std::optional<std::uint32_t>(50));
        fails();
        loop.handle(core::FaceTapped{Face::Good});
        loop.handle(core::InputEvent{core::InputEvent::Kind::Lost, static_cast<int>(core::Role::Door)});
        loop.handle(core::InputEvent{core::InputEvent::Kind::Found, static_cast<int>(core::Role::Door)});
        loop.handle(core::FaceTapped{Face::Good}); // it wasn't there all the time
        loop.handle(core::FaceTapped{Face::Good});
        QCOMPARE(doors(), std::optional<std::uint32_t>(0));
        stand.clock.advance(std::int64_t{24} * 3600 * 1000);
        passes(5);
        fails();
        loop.handle(core::FaceTapped{Face::Good});
        loop.handle(core::FaceTapped{Face::Good});
        QCOMPARE(doors(), std::optional<std::uint32_t>(5)); // the day before has nothing to do with it
    }

    void whoLeavesIsCountedForTwentySecondsAfterEachTap()
    {
        Stand stand;
        kiosk::Loop loop(stand.ports(), stand.configuration());
        const auto passes = [&](int howMany) {
            loop.handle(core::InputEvent{core::InputEvent::Kind::Passage, howMany, stand.clock.now().monotonic});
        };
        passes(1);
        loop.handle(core::FaceTapped{Face::Good}); // at 0 s
        stand.clock.advance(5000);
        passes(2);
        stand.clock.advance(5000);
        loop.handle(core::FaceTapped{Face::Bad}); // at 10 s
        stand.clock.advance(9999);
        passes(1);
        QCOMPARE(stand.count<core::LeftAfter>(), 0U);
        stand.clock.advance(1);
        passes(4); // at 20 s: no more for the first
        QCOMPARE(stand.count<core::LeftAfter>(), 1U);
        QVERIFY(loop.visitInProgress());
        stand.clock.advance(10000);
        QVERIFY(loop.deadline() && *loop.deadline() <= stand.clock.now().monotonic);
        loop.handle(core::Ticked{});
        QCOMPARE(stand.count<core::LeftAfter>(), 2U);
        std::vector<core::LeftAfter> found;
        std::vector<core::Sequence> taps;
        for (std::size_t row = 0; row < stand.disk.rows.size(); ++row) {
            const core::EventContent& content = stand.disk.rows[row].content;
            if (const auto* left = std::get_if<core::LeftAfter>(&content)) {
                found.push_back(*left);
            } else if (std::holds_alternative<core::Tap>(content)) {
                taps.push_back(core::Sequence{row + 1});
            }
        }
        QCOMPARE(found[0].tap, taps[0]);
        QCOMPARE(found[0].count, 3U);
        QCOMPARE(found[1].tap, taps[1]);
        QCOMPARE(found[1].count, 5U);
        stand.clock.advance(60000);
        loop.handle(core::Ticked{});
        QVERIFY(!loop.visitInProgress());
        QVERIFY(!loop.deadline());
    }

    void withoutADoorCounterNothingIsWrittenAboutWhoLeaves()
    {
        Stand stand;
        kiosk::Loop loop(stand.ports(), stand.configuration());
        loop.handle(core::FaceTapped{Face::Good});
        for (int second = 0; second < 60; ++second) {
            stand.clock.advance(1000);
            loop.handle(core::Ticked{});
        }
        QCOMPARE(stand.count<core::LeftAfter>(), 0U);
        QVERIFY(!loop.visitInProgress());
    }

    void whoLeavesAndCantBeWrittenIsUnknown()
    {
        Stand stand;
        kiosk::Loop loop(stand.ports(), stand.configuration());
        loop.handle(core::InputEvent{core::InputEvent::Kind::Passage, 1, stand.clock.now().monotonic});
        loop.handle(core::FaceTapped{Face::Good});
        stand.disk.faults = {core::JournalFault::Full};
        stand.clock.advance(21000);
        loop.handle(core::Ticked{});
        QVERIFY(stand.disk.faults.empty());
        stand.clock.advance(60000);
        loop.handle(core::Ticked{});
        QCOMPARE(stand.count<core::LeftAfter>(), 0U);
        QVERIFY(!loop.screen().trouble);
    }

    void aFailedNoteOfWhoLeavesSplitsNoVisit()
    {
        Stand stand;
        stand.disk.countsBoots = true;
        kiosk::Loop loop(stand.ports(), stand.configuration());
        loop.handle(core::InputEvent{core::InputEvent::Kind::Passage, 1, stand.clock.now().monotonic});
        loop.handle(core::FaceTapped{Face::Good});
        stand.clock.advance(19000);
        loop.handle(core::FaceTapped{Face::Good});
        const std::uint32_t boot = stand.disk.boot;
        stand.disk.faults = {core::JournalFault::Io};
        stand.clock.advance(1000);
        loop.handle(core::FaceTapped{Face::Bad}); // the first tap's note is due just before
        QVERIFY(stand.disk.faults.empty());
        QCOMPARE(stand.count<core::LeftAfter>(), 0U);
        QCOMPARE(stand.count<core::Tap>(), 3U);
        QCOMPARE(stand.disk.boot, boot);
        QCOMPARE(loop.screen().banner, std::optional(core::Banner::Changed));
        // A disk that stays broken is found by the next answer.
        stand.disk.faults = {core::JournalFault::Io, core::JournalFault::Io};
        stand.clock.advance(19000);
        loop.handle(core::FaceTapped{Face::Bad});
        QVERIFY(loop.screen().trouble);
        loop.handle(core::FaceTapped{Face::Bad});
        QVERIFY(!loop.screen().trouble);
        QCOMPARE(stand.disk.boot, boot + 1);
    }
};

QTEST_APPLESS_MAIN(TestLoopDoor)
#include "test_loop_door.moc"
