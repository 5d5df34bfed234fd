// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/outbox/audit.h"
#include "tests/qml/staff_world.h"

#include <QTest>

// The audit trail and what staff typed, as staff see them: real touches, the real store, the real window.

using namespace smiley;
using namespace smiley::test;

class TestStaffAudit : public QObject {
    Q_OBJECT

private:
    static void scrollAndTouch(StaffWorld& world, const Panel& panel, const char* name)
    {
        const QPoint middle(panel.pixels.width() * 6 / 10, panel.pixels.height() / 2);
        for (int drags = 0; drags < 12; ++drags) {
            const int below = world.middleOf(name).y() - panel.pixels.height() * 9 / 10;
            const int above = panel.pixels.height() * 3 / 10 - world.middleOf(name).y();
            if (below <= 0 && (above <= 0 || drags > 4)) {
                break;
            }
            world.drag(middle, middle - QPoint(0, below > 0 ? middle.y() / 2 : -middle.y() / 2));
            QTest::qWait(300); // it flicks on
        }
        world.touch(name);
    }

private slots:
    void theTrailIsShownNewestFirstWithWhoAndTheHour()
    {
        StaffWorld world;
        world.signIn();
        QVERIFY(outbox::record(*world.reading, {"-", "cleaning", ""}, world.clock.now()));
        QVERIFY(outbox::record(*world.reading, {"mette", "settings-changed", "volume, invite 2026-11-09"},
                               world.clock.now()));
        world.touch("staff-page-data");
        world.touch("staff-open-audit");
        world.settle();
        world.shot("audit");
        const auto trail = world.audit();
        const QVariantList rows = world.room->trail()->rows();
        QCOMPARE(static_cast<std::size_t>(rows.size()), trail.size());
        const QVariantMap newest = rows[0].toMap();
        QCOMPARE(newest["number"].toULongLong(), trail.back().number);
        QCOMPARE(newest["title"].toString(), QString("Ændrede indstillinger"));
        QCOMPARE(newest["detail"].toString(), QString("lydstyrke, spørg om mere mandag 9. november"));
        QVERIFY2(newest["line"].toString().startsWith("Mette"), qPrintable(newest["line"].toString()));
        QVERIFY2(newest["line"].toString().contains("kl. "), qPrintable(newest["line"].toString()));
        QVERIFY2(rows[1].toMap()["line"].toString().startsWith("Uden kode"),
                 qPrintable(rows[1].toMap()["line"].toString()));
        QVERIFY(world.room->trail()->isWhole());
        QVERIFY(world.find(QString("staff-audit-%1").arg(trail.back().number)) != nullptr);
        world.session().changeLanguage();
        world.settle();
        QCOMPARE(world.room->trail()->rows()[0].toMap()["title"].toString(), QString("Changed settings"));
        QCOMPARE(world.room->trail()->state(), QString("The log is whole."));
    }

    /// What nobody signed in for is counted from the eleventh in an hour on.
    void theCountOfAnHourIsSaidInWords()
    {
        StaffWorld world;
        world.signIn();
        const core::Now now = world.clock.now();
        for (int time = 0; time < 15; ++time) {
            QVERIFY(outbox::record(*world.reading, {std::string(outbox::nobody), "cleaning", ""}, now));
        }
        const core::Now later{now.monotonic, core::WallMs{core::count(now.wall) + 3'600'000}, now.quality};
        QVERIFY(outbox::recordCounts(*world.reading, later));
        world.touch("staff-page-data");
        world.touch("staff-open-audit");
        world.settle();
        const auto newest = [&] { return world.room->trail()->rows()[0].toMap(); };
        const QString when = world.room->trail()->rows()[1].toMap()["line"].toString().section(" · ", 1);
        QVERIFY2(when.contains(", kl. "), qPrintable(when));
        QCOMPARE(newest()["title"].toString(), QString("Rengjorde skærmen"));
        QCOMPARE(newest()["detail"].toString(), "5 flere, " + when);
        world.session().changeLanguage();
        world.settle();
        QVERIFY2(newest()["detail"].toString().startsWith("5 more, "), qPrintable(newest()["detail"].toString()));
    }

    void aBrokenChainIsSaid()
    {
        StaffWorld world;
        world.signIn();
        auto row = world.audit().back();
        row.number += 1;
        row.detail = "written by somebody else";
        QVERIFY(world.reading->change({}, row)); // its hash isn't that of its texts
        world.touch("staff-page-data");
        world.touch("staff-open-audit");
        world.settle();
        QVERIFY(!world.room->trail()->isWhole());
        QVERIFY2(world.room->trail()->state().contains("ændret"), qPrintable(world.room->trail()->state()));
    }

    void aNumberIsTypedForADayAndMarked()
    {
        StaffWorld world;
        world.signIn();
        auto* const counts = world.room->typedCounts();
        counts->chooseDay(1);
        counts->chooseDoor(false);
        for (const int digit : {0, 1, 2, 3, 4, 5, 6}) {
            counts->digit(digit);
        }
        QCOMPARE(counts->typed(), QString("12345")); // no zero in front, five digits at most
        counts->erase();
        QVERIFY(counts->canSave());
        counts->save();
        const core::Day day{core::localTime(world.clock.now().wall).day.date - std::chrono::days{1}};
        const auto kept = *world.reading->typedCounts(day, day);
        QCOMPARE(kept.size(), 1U);
        QCOMPARE(kept[0].what, std::string("appointments"));
        QCOMPARE(kept[0].count, std::uint64_t{1234});
        QCOMPARE(world.audit().back().what, std::string("typed-count"));
        QCOMPARE(world.audit().back().detail, day.text() + " appointments 1234");
        QCOMPARE(counts->days()[1].toMap()["detail"].toString(), QString("Aftaler 1234 (indtastet)"));
        QVERIFY(!counts->canSave());
        counts->chooseDay(7); // there are seven
        QCOMPARE(counts->day(), 1);
    }

    void aNumberIsTypedByTouch()
    {
        for (const Panel& panel : panels) {
            StaffWorld world(panel);
            world.signIn();
            world.touch("staff-page-settings");
            scrollAndTouch(world, panel, "staff-setting-counts");
            world.shot("counts-empty");
            for (const char* name :
                 {"staff-count-day1", "staff-count-door", "staff-digit6", "staff-digit2", "staff-enter"}) {
                scrollAndTouch(world, panel, name);
            }
            QCOMPARE(world.room->typedCounts()->days()[1].toMap()["detail"].toString(), QString("Dør 62 (indtastet)"));
            world.shot("counts");
        }
    }

    void aReaderTypesNothing()
    {
        StaffWorld world;
        world.signIn(false);
        const auto before = world.audit().size();
        world.room->typedCounts()->digit(4);
        world.room->typedCounts()->save();
        QVERIFY(!world.room->typedCounts()->canSave());
        QCOMPARE(world.audit().size(), before);
        world.touch("staff-page-data");
        world.touch("staff-open-audit"); // but may read
        world.settle();
        QVERIFY(!world.room->trail()->rows().isEmpty());
    }
};

QTEST_MAIN(TestStaffAudit)
#include "test_staff_audit.moc"
