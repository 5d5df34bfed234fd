// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/kiosk/loop_stand.h"

#include <QTest>

using namespace smiley;
using namespace smiley::test;
using core::Face;

/// The engine of the running day: where it begins, and what it goes by.
class TestLoopDays : public QObject {
    Q_OBJECT

private slots:
    void theLiveEngineSeesAnotherStartOfTheJournal()
    {
        Stand stand;
        stand.disk.countsBoots = true;
        kiosk::Loop loop(stand.ports(), stand.configuration());
        loop.handle(core::FaceTapped{Face::Good});
        stand.disk.faults = {core::JournalFault::Io};
        stand.clock.advance(200);
        loop.handle(core::FaceTapped{Face::Good}); // fails, and the journal is opened again
        stand.clock.advance(200);
        loop.handle(core::FaceTapped{Face::Good});
        // Closing will see another boot, so the screen says the same: a new visit, however soon.
        QCOMPARE(loop.screen().banner, std::optional(core::Banner::Invitation));
    }

    void theLiveEngineSeesThatTheStandIsClosed()
    {
        Stand stand;
        const core::LocalTime now = core::localTime(stand.clock.now().wall);
        core::StandSettings settings;
        settings.languages = {"da", "en"};
        settings.openingHours.fill(core::OpeningHours{0, now.minuteOfDay + 1 - core::closedAfterMinutes});
        kiosk::Loop loop(stand.ports(),
                         std::make_shared<const kiosk::Configuration>(kiosk::Configuration{questionnaire(), settings}));
        stand.clock.advance(59'500 - core::count(stand.clock.now().wall) % 60'000);
        loop.handle(core::FaceTapped{Face::Good});
        stand.clock.advance(1000);
        loop.handle(core::FaceTapped{Face::Good});
        QCOMPARE(loop.screen().banner, std::optional(core::Banner::Invitation)); // another mode, so not the same visit
    }

    void eachLocalDayHasAnEngineOfItsOwn()
    {
        Stand stand;
        kiosk::Loop loop(stand.ports(), stand.configuration());
        QCOMPARE(stand.daysBegun, 1); // nobody waits for it
        loop.handle(core::FaceTapped{Face::Good});
        stand.clock.advance(3600000);
        loop.handle(core::FaceTapped{Face::Good});
        QCOMPARE(stand.daysBegun, 1);
        stand.clock.advance(std::int64_t{24} * 3600 * 1000);
        loop.handle(core::FaceTapped{Face::Good});
        QCOMPARE(stand.daysBegun, 2);
        stand.clock.advance(std::int64_t{24} * 3600 * 1000);
        loop.handle(core::PresenceBegan{}); // whoever comes near doesn't wait for it either
        QCOMPARE(stand.daysBegun, 3);
        loop.handle(core::FaceTapped{Face::Good});
        QCOMPARE(stand.daysBegun, 3);
    }

    void theDaysPolicyIsTheOneThatTheScreenFollows()
    {
        Stand stand;
        stand.before.rule.newVisitOdds = 1e30; // never another person
        kiosk::Loop loop(stand.ports(), stand.configuration());
        loop.handle(core::FaceTapped{Face::Good});
        stand.clock.advance(50000);
        loop.handle(core::Ticked{});
        loop.handle(core::FaceTapped{Face::Good});
        QCOMPARE(loop.screen().banner, std::optional(core::Banner::HaveIt));
    }

    void aStartWithinTheDayGoesOnWithItsRows()
    {
        // The first tap of an engine is a new visit; that this one comes too soon can't be known but from the rows. (With
        // the store a start is another boot, and so a new visit anyhow; here the boot stays, to see the rows at work.)
        Stand stand;
        {
            kiosk::Loop loop(stand.ports(), stand.configuration());
            loop.handle(core::FaceTapped{Face::Good});
        }
        stand.readBack();
        stand.clock.advance(1000);
        kiosk::Loop loop(stand.ports(), stand.configuration());
        loop.handle(core::FaceTapped{Face::Good});
        QCOMPARE(loop.screen().banner, std::optional(core::Banner::HaveIt));
    }

    void rowsOfAnotherDayAreNotTodays()
    {
        Stand stand;
        {
            kiosk::Loop loop(stand.ports(), stand.configuration());
            loop.handle(core::FaceTapped{Face::Good});
        }
        stand.readBack();
        stand.before.rows.front().event.at.wall =
            core::WallMs{core::count(stand.clock.now().wall) - std::int64_t{24} * 3600 * 1000};
        stand.clock.advance(1000);
        kiosk::Loop loop(stand.ports(), stand.configuration());
        loop.handle(core::FaceTapped{Face::Good});
        QCOMPARE(loop.screen().banner, std::optional(core::Banner::Invitation));
    }
};

QTEST_APPLESS_MAIN(TestLoopDays)
#include "test_loop_days.moc"
