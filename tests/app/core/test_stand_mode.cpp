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
                            *core::Hash::parse(std::string(64, 'a'))};
        const core::TapView view =
            core::viewOf(core::Sequence{9}, core::Boot{3}, core::MonotonicMs{5}, tap, Mode::Staff, ClockQuality::Set);
        QCOMPARE(view.tap, 9U);
        QCOMPARE(view.boot, 3U);
        QCOMPARE(core::count(view.at), 5);
        QVERIFY(view.face == core::Face::Bad && view.screen == core::ScreenContext::Claimed);
        QVERIFY(view.presence == core::Presence::Continuous && view.doors == 7U && !view.left);
        QVERIFY(view.mode == Mode::Staff && view.clock == ClockQuality::Set && !view.withdrawn);
    }
};

QTEST_APPLESS_MAIN(TestStandMode)
#include "test_stand_mode.moc"
