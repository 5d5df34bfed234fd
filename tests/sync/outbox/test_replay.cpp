// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/outbox/replay.h"

#include "sync/outbox/closing.h"
#include "sync/outbox/day_basis.h"
#include "sync/outbox/running_day.h"

#include "app/core/visit_model.h"
#include "tests/support/quick_folder.h"
#include "tests/sync/outbox/world.h"

#include <SQLiteCpp/Database.h>

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <random>

using namespace smiley;
using namespace smiley::test;
using outbox::DayBasis;
using outbox::Replayed;

namespace {

/// A busy day: bursts, corrections, presence, a door counter, withdrawals, poll answers, a staff period, another start.
void busyDay(World& world, int day, std::uint64_t seed)
{
    std::mt19937_64 random(seed);
    const auto below = [&](std::uint64_t bound) { return static_cast<int>(random() % bound); };
    world.goTo(day, 8);
    std::uint32_t doors = 0;
    for (int visit = 0; visit < 60; ++visit) {
        world.pass(below(4) == 0 ? 3000 : 1000 + below(400'000));
        for (int taps = below(5) == 0 ? 1 + below(6) : 1; taps > 0; --taps) {
            core::Tap tap = tapOn(1 + below(5));
            tap.questionnaire = world.keeper().inForce().questionnaire.hash;
            tap.presence = static_cast<core::Presence>(below(3) - 1);
            tap.doors = doors;
            const core::Sequence number = world.append(tap);
            world.pass(500 + below(3000));
            if (below(3) == 0) {
                world.append(answer("F1", {"wait"}));
            }
            if (below(3) > 0) {
                doors += 1;
                world.append(core::LeftAfter{number, 1});
            }
        }
        if (below(20) == 0) {
            world.append(core::Withdrawn{});
        }
        if (visit == 30) {
            world.append(core::Period{core::Period::Kind::Staff, true});
        }
        if (visit == 34) {
            world.append(core::Period{core::Period::Kind::Staff, false});
        }
    }
}

void closeThe(World& world, int day)
{
    world.goTo(day + 1, 0, 1);
    world.tick();
}

std::string outcomes(const std::vector<Replayed>& days)
{
    std::string text;
    for (const Replayed& day : days) {
        text += day.day.text().substr(8) + (day.outcome == Replayed::Outcome::Same        ? " same;"
                                            : day.outcome == Replayed::Outcome::Different ? " different;"
                                                                                          : " unknown;");
    }
    return text;
}

std::string replayed(World& world) { return outcomes(*outbox::replayHeldDays(world.store())); }

struct Said {
    int code = -1;
    QByteArray out;
};

/// `smiley-stand replay` on this data folder.
Said commandOn(const std::filesystem::path& data)
{
    QProcess program;
    program.start(SMILEY_BIN_DIR "/smiley-stand", {"--data", QString::fromStdString(data.string()), "replay"});
    Said said;
    if (program.waitForFinished(20'000) && program.exitStatus() == QProcess::NormalExit) {
        said.code = program.exitCode();
    }
    said.out = program.readAllStandardOutput();
    return said;
}

} // namespace

class TestReplay final : public QObject {
    Q_OBJECT

private:
    QuickFolders m_folders;

private slots:
    void aHeldDayComesOutToTheBit()
    {
        World world(m_folders.next());
        world.enrol();
        world.setup.settings.openingHours.fill(core::OpeningHours{540, 900});
        world.start();
        for (int day = 0; day < 3; ++day) {
            busyDay(world, day, static_cast<std::uint64_t>(day));
            closeThe(world, day);
        }
        // Sealed, so that the content is gone from the store; its hash says that it is the same.
        QVERIFY(world.store().unsealedDays()->empty());
        QCOMPARE(replayed(world), std::string("02 same;03 same;04 same;"));
        QVERIFY(outbox::replayHeldDays(world.store())->front().content.find("visit 9 ") != std::string::npos);
    }

    void theCommandSaysWhetherTheDaysComeOutTheSame()
    {
        World world(m_folders.next());
        const std::filesystem::path data = world.database().parent_path();
        QCOMPARE(commandOn(data).out, QByteArray("No closed day's taps are held.\n"));
        busyDay(world, 0, 1);
        closeThe(world, 0);
        const Said said = commandOn(data);
        QCOMPARE(said.code, 0);
        QCOMPARE(said.out, QByteArray("2026-11-02: comes out the same, to the bit\n"));

        const std::filesystem::path empty = m_folders.next();
        std::filesystem::create_directory(empty);
        QCOMPARE(commandOn(empty).code, 5);
        QVERIFY(std::filesystem::is_empty(empty)); // it writes nothing
    }

    void aDayThatWaitsIsTheTextThatIsStored()
    {
        World world(m_folders.next()); // not enrolled: nothing is sealed
        busyDay(world, 0, 7);
        closeThe(world, 0);
        QCOMPARE(outbox::replayHeldDays(world.store())->front().content, world.store().unsealedDays()->front().content);
    }

    void daysThatAreClosedTogetherAreReplayedEach()
    {
        World world(m_folders.next());
        busyDay(world, 0, 1);
        world.append(core::Period{core::Period::Kind::Cleaning, true}); // over midnight
        busyDay(world, 1, 2);
        // A clock that is worth nothing on the last day: dated by the next good reading, which is the closing's.
        world.quality = core::ClockQuality::None;
        busyDay(world, 2, 3);
        world.quality = core::ClockQuality::Anchored;
        closeThe(world, 4);
        QCOMPARE(replayed(world), std::string("02 same;03 same;04 same;05 same;06 same;"));
    }

    void aChangedRowIsSeen()
    {
        World world(m_folders.next());
        busyDay(world, 0, 1);
        closeThe(world, 0);
        SQLite::Database other(world.database().string(), SQLite::OPEN_READWRITE);
        other.exec("DROP TRIGGER event_unchangeable");
        other.exec("UPDATE event SET face = 6 - face WHERE kind = 'tap' AND face <> 3");
        QCOMPARE(replayed(world), std::string("02 different;"));
        const Said said = commandOn(world.database().parent_path());
        QCOMPARE(said.code, 9);
        QVERIFY(said.out.startsWith("2026-11-02: comes out differently"));
    }

    void purgedDaysAreNotHeld()
    {
        World world(m_folders.next());
        busyDay(world, 0, 1);
        closeThe(world, 0);
        busyDay(world, 2, 1);
        closeThe(world, 3);
        QCOMPARE(replayed(world), std::string("03 same;04 same;05 same;"));
        QVERIFY(!world.store().rows(core::Sequence{}, 1'000'000)->empty());
    }

    void theModelRunsOnceADayAndCanBeEnded()
    {
        World world(m_folders.next());
        int runs = 0;
        bool endsAtOnce = false;
        world.setup.modelLimit = [&]() -> std::function<bool()> {
            ++runs;
            return [&] { return endsAtOnce; };
        };
        for (int day = 0; day < 2; ++day) {
            endsAtOnce = day == 1;
            busyDay(world, day, 5);
            closeThe(world, day);
            world.tick();
        }
        QCOMPARE(runs, 2);
        const auto hasModel = [&](std::size_t day) {
            const auto content = outbox::readDay(world.store().unsealedDays()->at(day).content);
            return std::ranges::any_of(content->tallies, [](const auto& tally) {
                return tally.policy == "headline" && tally.model && tally.model->draws == core::modelDraws &&
                       tally.model->visits > 20 && tally.model->meanVariance > 0;
            });
        };
        QVERIFY(hasModel(0));
        QVERIFY(!hasModel(1));
        QCOMPARE(replayed(world), std::string("02 same;03 same;"));
    }

    void theMemoryGoesFromDayToDay()
    {
        World world(m_folders.next());
        for (int day = 0; day < 2; ++day) {
            busyDay(world, day, 5);
            closeThe(world, day);
        }
        const auto days = *world.store().heldDays();
        QCOMPARE(days.size(), 2U);
        QVERIFY(outbox::readBasis(days[0].basis)->memory == core::StandMemory{});
        QVERIFY(!(*core::standMemoryOf(days[0].memory) == core::StandMemory{}));
        QCOMPARE(core::textOf(outbox::readBasis(days[1].basis)->memory), days[0].memory);
        QVERIFY(days[1].memory != days[0].memory);
    }

    void aMemoryThatCantBeReadIsLearnedAgain()
    {
        World world(m_folders.next());
        busyDay(world, 0, 5);
        const std::uint64_t last = core::number(*world.store().lastRow());
        QVERIFY(world.store().closeDay({dayOf(firstDay), core::Sequence{last}, world.now().wall,
                                        "day 1\nclock set\nboots 0\n", "999 nonsense", ""}));
        busyDay(world, 1, 6);
        closeThe(world, 1);
        QVERIFY(outbox::readBasis(world.store().heldDays()->back().basis)->memory == core::StandMemory{});
        QCOMPARE(replayed(world), std::string("03 same;"));
    }

    void theRunningDayBeginsWithTheLastClosedDay()
    {
        World world(m_folders.next());
        busyDay(world, 0, 5);
        closeThe(world, 0);
        world.goTo(1, 9);
        world.visits(3);
        const auto running = outbox::runningDay(world.store(), world.now());
        QVERIFY(running);
        QCOMPARE(core::textOf(running->memory), world.store().lastClosedDay()->value().memory);
        QCOMPARE(running->rows.size(), 3U);
    }

    void passagesAfterATapReachThePolicy()
    {
        Rows rows;
        rows.boot(at("2026-11-02", 7));
        core::Tap tap = tapOn(4);
        const auto first = rows.add(at("2026-11-02", 10), tap);
        tap.doors = 3;
        const auto second = rows.add(at("2026-11-02", 10, 1), tap);
        const auto third = rows.add(at("2026-11-02", 10, 1, 5), tap);
        rows.add(at("2026-11-02", 10, 1, 20), core::LeftAfter{second, 2});
        rows.add(at("2026-11-02", 10, 1, 25), core::LeftAfter{third, 0});
        rows.boot(at("2026-11-02", 10, 2)); // the power went: nobody knows who left
        rows.add(at("2026-11-02", 10, 2), tap);
        const auto days = outbox::daysThatAreOver(rows.all(), {}, rows.now(at("2026-11-03", 0)));
        const std::vector<core::TapView> taps = outbox::tapsOf(days.front(), {});
        QCOMPARE(taps.size(), 4U);
        QCOMPARE(taps[0].tap, core::number(first));
        QVERIFY(!taps[0].left && !taps[3].left);
        QCOMPARE(taps[1].left, std::optional<std::uint32_t>(2));
        QCOMPARE(taps[2].left, std::optional<std::uint32_t>(0));
    }

    void whoLeavesAfterMidnightLeftTheDayBefore()
    {
        Rows rows;
        rows.boot(at("2026-11-02", 7));
        core::Tap tap = tapOn(4);
        tap.doors = 0;
        const auto last = rows.add(at("2026-11-02", 23, 59, 50), tap);
        rows.add(at("2026-11-03", 0, 0, 10), core::LeftAfter{last, 1});
        const auto days = outbox::daysThatAreOver(rows.all(), {}, rows.now(at("2026-11-03", 1)));
        QCOMPARE(days.size(), 1U);
        QCOMPARE(outbox::tapsOf(days.front(), {}).front().left, std::optional<std::uint32_t>(1));
    }

    void aBasisIsReadAsWritten()
    {
        DayBasis basis{.policy = hashOf('a'), .content = hashOf('b')};
        QCOMPARE(outbox::writeBasis(*outbox::readBasis(outbox::writeBasis(basis))), outbox::writeBasis(basis));
        basis.closed = DayBasis::Closed{dayOf("2026-11-01"), core::Sequence{17}};
        basis.until = core::Sequence{120};
        basis.now = {core::MonotonicMs{-5}, core::WallMs{1'795'600'800'123}, core::ClockQuality::Set};
        basis.mode.apply(core::Period{core::Period::Kind::Cleaning, true});
        basis.openingHours[2] = core::OpeningHours{480, 960};
        const std::string before = outbox::writeBasis(basis); // as programs wrote it that knew no closed days
        QVERIFY(before.find("holidays") == std::string::npos && before.find("closed-days") == std::string::npos);
        basis.holidaysClosed = true;
        basis.closedDays = {dayOf("2026-12-24"), dayOf("2026-12-31")};
        const auto closedRead = outbox::readBasis(outbox::writeBasis(basis));
        QVERIFY(closedRead->holidaysClosed && closedRead->closedDays == basis.closedDays);
        QVERIFY(!outbox::readBasis(before)->holidaysClosed && outbox::readBasis(before)->closedDays.empty());
        basis.memory.passages = 0.1;
        basis.shadow = hashOf('c');
        const std::string text = outbox::writeBasis(basis);
        const auto read = outbox::readBasis(text);
        QVERIFY(read);
        QCOMPARE(outbox::writeBasis(*read), text);
        QVERIFY(read->memory == basis.memory);
        QVERIFY(read->mode.isOpen(core::Period::Kind::Cleaning) && !read->mode.isOpen(core::Period::Kind::Staff));
        QCOMPARE(read->openingHours[2]->toMinute, 960);
        QVERIFY(!read->openingHours[1]);
    }

    void aBrokenBasisIsNone_data()
    {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::newRow("newer") << "basis 1"
                               << "basis 2";
        QTest::newRow("no memory") << "memory 1"
                                   << "memory x";
        QTest::newRow("hours") << "hours - -"
                               << "hours 5 -";
        QTest::newRow("hash") << "policy aaaa"
                              << "policy aaa";
        QTest::newRow("period") << "open"
                                << "open sleeping";
        QTest::newRow("clock") << "anchored"
                               << "good";
        QTest::newRow("unknown line") << "until"
                                      << "untill";
    }
    void aBrokenBasisIsNone()
    {
        QFETCH(QString, from);
        QFETCH(QString, to);
        DayBasis basis{.policy = hashOf('a'), .content = hashOf('b')};
        basis.now.quality = core::ClockQuality::Anchored;
        QString text = QString::fromStdString(outbox::writeBasis(basis));
        QVERIFY2(text.contains(from), qPrintable(text));
        QVERIFY(outbox::readBasis(text.toStdString()));
        text.replace(text.indexOf(from), from.size(), to);
        QVERIFY2(!outbox::readBasis(text.toStdString()), qPrintable(text));
    }
};

QTEST_APPLESS_MAIN(TestReplay)
#include "test_replay.moc"
