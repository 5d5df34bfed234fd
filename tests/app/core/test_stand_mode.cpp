// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/stand_mode.h"

#include <QTest>

using namespace smiley;
using core::ClockQuality;
using core::Mode;
using core::Period;

namespace {

/// A Wednesday in winter, at that minute of the day.
core::WallMs wednesday(int minute)
{
    return core::WallMs{core::count(core::startOf(*core::Day::parse("2026-11-25"))) + minute * std::int64_t{60'000}};
}

core::StandSettings openOnWednesdays()
{
    core::StandSettings settings;
    settings.openingHours[2] = core::OpeningHours{9 * 60, 15 * 60};
    return settings;
}

} // namespace

class TestStandMode : public QObject {
    Q_OBJECT

private slots:
    void anHourBeforeAndAfterTheOpeningHoursCounts_data()
    {
        QTest::addColumn<int>("minute");
        QTest::addColumn<bool>("closed");
        QTest::newRow("too early") << 8 * 60 - 1 << true;
        QTest::newRow("an hour before") << 8 * 60 << false;
        QTest::newRow("noon") << 12 * 60 << false;
        QTest::newRow("within an hour after") << 16 * 60 - 1 << false;
        QTest::newRow("an hour after") << 16 * 60 << true;
    }
    void anHourBeforeAndAfterTheOpeningHoursCounts()
    {
        QFETCH(int, minute);
        QFETCH(bool, closed);
        const core::StandMode mode;
        const core::StandSettings settings = openOnWednesdays();
        QCOMPARE(mode.at(settings, wednesday(minute), ClockQuality::Set) == Mode::Closed, closed);
        // A clock that is worth nothing never says so.
        QVERIFY(mode.at(settings, wednesday(minute), ClockQuality::None) == Mode::Normal);
        // Nor do opening hours that nobody has set.
        QVERIFY(mode.at({}, wednesday(minute), ClockQuality::Anchored) == Mode::Normal);
    }

    void aDayWithoutHoursIsClosed()
    {
        const core::WallMs thursday{core::count(wednesday(12 * 60)) + std::int64_t{24} * 3'600'000};
        QVERIFY(core::StandMode().at(openOnWednesdays(), thursday, ClockQuality::Anchored) == Mode::Closed);
    }

    void periodsGoBeforeOpeningHoursAndEndWithAStart()
    {
        core::StandMode mode;
        const auto now = [&] { return mode.at(openOnWednesdays(), wednesday(0), ClockQuality::Anchored); };
        QVERIFY(now() == Mode::Closed);
        mode.apply(Period{Period::Kind::Cleaning, true});
        QVERIFY(now() == Mode::Cleaning);
        mode.apply(Period{Period::Kind::Staff, true});
        QVERIFY(now() == Mode::Staff);
        mode.apply(Period{Period::Kind::Test, true});
        QVERIFY(now() == Mode::Test);
        mode.apply(Period{Period::Kind::Test, false});
        QVERIFY(now() == Mode::Staff);
        mode.apply(core::Withdrawn{});
        QVERIFY(mode.isOpen(Period::Kind::Staff) && mode.isOpen(Period::Kind::Cleaning));
        mode.apply(core::Started{"test"});
        QVERIFY(now() == Mode::Closed);
    }

    void aViewHasWhatTheRowHas()
    {
        const core::Tap tap{core::Face::Bad,
                            core::ScreenContext::Claimed,
                            core::Presence::Continuous,
                            7,
                            core::Input::Touch,
                            "da",
                            *core::Hash::parse(std::string(64, 'a')),
                            core::TicketUse::Fresh};
        core::TicketKeys tickets;
        const core::TapView view = core::viewOf(core::Sequence{9}, core::Boot{3}, core::MonotonicMs{5}, tap,
                                                Mode::Staff, ClockQuality::Set, tickets);
        QCOMPARE(view.ticket, core::TicketKey{9});
        QCOMPARE(view.tap, 9U);
        QCOMPARE(view.boot, 3U);
        QCOMPARE(core::count(view.at), 5);
        QVERIFY(view.face == core::Face::Bad && view.screen == core::ScreenContext::Claimed);
        QVERIFY(view.presence == core::Presence::Continuous && view.doors == 7U && !view.left);
        QVERIFY(view.mode == Mode::Staff && view.clock == ClockQuality::Set && !view.withdrawn);
    }

    void aCardIsNamedByTheTapThatUsedIt()
    {
        using core::TicketUse;
        core::TicketKeys tickets;
        const auto next = [&](std::uint64_t tap, TicketUse use) { return tickets.next(core::Sequence{tap}, use); };
        QCOMPARE(next(1, TicketUse::Same), core::usedTicket); // of a day that isn't known
        QCOMPARE(next(2, TicketUse::None), core::noTicket);
        QCOMPARE(next(3, TicketUse::Fresh), core::TicketKey{3});
        QCOMPARE(next(4, TicketUse::Same), core::TicketKey{3});
        QCOMPARE(next(5, TicketUse::None), core::noTicket);
        QCOMPARE(next(6, TicketUse::Same), core::TicketKey{3});
        QCOMPARE(next(7, TicketUse::Fresh), core::TicketKey{7});
        QCOMPARE(next(8, TicketUse::Used), core::usedTicket);
        QCOMPARE(next(9, TicketUse::Same), core::usedTicket); // the used one again
        QCOMPARE(next(10, TicketUse::Fresh), core::TicketKey{10});
        QVERIFY(core::ticketKey("any") != core::usedTicket);
    }
};

QTEST_APPLESS_MAIN(TestStandMode)
#include "test_stand_mode.moc"
