// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/outbox/keeper.h"

#include "tests/support/quick_folder.h"
#include "tests/sync/outbox/world.h"

#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <random>
#include <thread>

using namespace smiley;
using namespace smiley::test;
using core::ClockQuality;
namespace fs = std::filesystem;

class TestKeeper final : public QObject {
    Q_OBJECT

private:
    QuickFolders m_folders;

private slots:
    void whatVisitorsWereToldHoldsUntilTheirAnswersHaveLeft()
    {
        World world(m_folders.next());
        world.enrol();
        const auto promised = [&](std::size_t envelope) {
            return world.content(world.envelopes().at(envelope)).statuses.front().smallestShown;
        };
        const auto restartWith = [&](int smallestShown) {
            world.setup.settings.smallestShown = smallestShown;
            world.start();
        };
        restartWith(30);
        world.closeDayWith(0, 6);
        QCOMPARE(promised(0), std::uint64_t{30});
        world.closeDayWith(1, 3); // waits for others
        world.goTo(2, 9);
        world.visits(1);
        restartWith(20);
        restartWith(10); // twice less: the first visitors were told 30
        world.closeDayWith(2, 1);
        QCOMPARE(world.envelopes().size(), 2U);
        QCOMPARE(promised(1), std::uint64_t{30});
        world.closeDayWith(3, 6); // nobody of these was told more than 10
        QCOMPARE(promised(2), std::uint64_t{10});
        world.goTo(4, 9);
        world.visits(3);
        restartWith(50);
        world.closeDayWith(4, 3);
        QCOMPARE(promised(3), std::uint64_t{50});
    }

    void theFirstStartMakesAKeyAndFoldersWithTheirRights()
    {
        World world(m_folders.next());
        world.tick();
        struct stat found {};
        QCOMPARE(stat(world.setup.outbox.c_str(), &found), 0);
        QCOMPARE(found.st_mode & 0777U, 0750U);
        QCOMPARE(stat(world.setup.inbox.c_str(), &found), 0);
        QCOMPARE(found.st_mode & 0777U, 0770U);
        for (const char* name : {"stand.json", "status.json"}) {
            QCOMPARE(stat((world.setup.outbox / name).c_str(), &found), 0);
            QCOMPARE(found.st_mode & 0777U, 0640U);
        }
        const std::string before = readBytes(world.setup.outbox / "stand.json");
        QVERIFY(wire::readStandIdentity(before).has_value());
        world.start();
        world.tick();
        QCOMPARE(readBytes(world.setup.outbox / "stand.json"), before);
    }

    void aBrokenQuestionnaireOfItsOwnIsNamed()
    {
        World world(m_folders.next());
        world.setup.questionnaire = R"({"id":"x"})";
        SeededRandom random;
        const auto opened = outbox::Keeper::open(world.setup, random);
        QVERIFY(!opened);
        QVERIFY(opened.error().code == outbox::KeeperFault::Questionnaire);
        QVERIFY(opened.error().message.find("/questions") != std::string::npos);
    }

    void withoutEnrolmentDaysAreClosedAndRowsDeletedButNothingLeaves()
    {
        World world(m_folders.next());
        const outbox::Changes changes = world.closeDayWith(0, 6);
        QCOMPARE(changes.closed.size(), 1U);
        QVERIFY(changes.sealed.empty());
        world.goTo(4, 12);
        world.tick();
        QVERIFY(world.store().rows(core::Sequence{0}, 100)->empty());
        QCOMPARE(world.store().unsealedDays()->size(), 4U);
        QVERIFY(world.envelopeFiles().empty());
        // Enrolled later, all of it leaves.
        world.enrol();
        QCOMPARE(world.envelopes().size(), 2U); // the day with visits, and the empty ones
        QCOMPARE(world.content(world.envelopes()[0]).visits.size(), 6U);
    }

    void aDayBecomesAVerifiableFileChainedToTheOneBefore()
    {
        World world(m_folders.next());
        world.enrol();
        for (int day = 0; day < 4; ++day) {
            const outbox::Changes changes = world.closeDayWith(day, 5 + day);
            QCOMPARE(changes.sealed.size(), 1U);
            QVERIFY2(changes.troubles.empty(), joined(changes.troubles).c_str());
        }
        const auto envelopes = world.envelopes();
        QCOMPARE(envelopes.size(), 4U);
        for (std::size_t index = 0; index < envelopes.size(); ++index) {
            QCOMPARE(readBytes(world.fileOf(envelopes[index])), envelopes[index].bytes);
            QCOMPARE(wire::sha256(envelopes[index].bytes).text(), envelopes[index].hash.text());
            const wire::Envelope content = world.content(envelopes[index]);
            QCOMPARE(core::number(content.header.number), index + 1);
            QCOMPARE(content.header.previous.has_value(), index > 0);
            if (index > 0) {
                QCOMPARE(content.header.previous->text(), envelopes[index - 1].hash.text());
            }
            QCOMPARE(content.visits.size(), index + 5);
            QCOMPARE(content.questionnaires.size(), index == 0 ? 1U : 0U);
            QCOMPARE(content.header.stand.text(), world.stand.text());
            QVERIFY(!content.header.example);
        }
        struct stat found {};
        QCOMPARE(stat(world.fileOf(envelopes[0]).c_str(), &found), 0);
        QCOMPARE(found.st_mode & 0777U, 0640U);
    }

    void missingAndEmptyDaysShow()
    {
        World world(m_folders.next());
        world.enrol();
        world.closeDayWith(0, 6);
        world.goTo(4, 8); // three days without power
        world.start();
        const outbox::Changes changes = world.tick();
        QCOMPARE(changes.closed.size(), 3U);
        QCOMPARE(changes.sealed.size(), 1U);
        const wire::Envelope content = world.content(world.envelopes().back());
        QVERIFY(content.visits.empty());
        QCOMPARE(content.statuses.at(0).days.size(), 3U);
    }

    void smallDaysWaitForFiveVisits()
    {
        World world(m_folders.next());
        world.enrol();
        QVERIFY(world.closeDayWith(0, 3).sealed.empty());
        QVERIFY(world.closeDayWith(1, 0).sealed.empty());
        QCOMPARE(world.closeDayWith(2, 2).sealed.size(), 1U);
        const wire::Envelope content = world.content(world.envelopes().front());
        QCOMPARE(content.visits.size(), 5U);
        QVERIFY(content.visits.front().block.span == wire::Block::Span::Days);
        // And after seven days they go however few they are.
        for (int day = 3; day < 9; ++day) {
            QVERIFY(world.closeDayWith(day, day == 3 ? 1 : 0).sealed.empty());
        }
        QCOMPARE(world.closeDayWith(9, 0).sealed.size(), 1U);
        QCOMPARE(world.content(world.envelopes().back()).statuses.at(0).days.size(), 7U);
    }

    void aFileThatIsMissingIsMadeAgainAtStart()
    {
        World world(m_folders.next());
        world.enrol();
        world.closeDayWith(0, 6);
        const auto envelope = world.envelopes().front();
        fs::remove(world.fileOf(envelope)); // cut between the transaction and the file
        world.start();
        world.tick();
        QCOMPARE(readBytes(world.fileOf(envelope)), envelope.bytes);
        writeBytes(world.fileOf(envelope), envelope.bytes.substr(0, 100)); // half a file
        world.start();
        world.tick();
        QCOMPARE(readBytes(world.fileOf(envelope)), envelope.bytes);
    }

    void anOutboxThatCantBeWrittenIsToldAndTriedAgain()
    {
        World world(m_folders.next());
        world.enrol();
        fs::rename(world.setup.outbox, world.folder() / "away");
        const outbox::Changes changes = world.closeDayWith(0, 6);
        QCOMPARE(changes.sealed.size(), 1U);
        QVERIFY(!changes.troubles.empty());
        QVERIFY(changes.troubles.front().find(world.setup.outbox.string()) != std::string::npos);
        fs::rename(world.folder() / "away", world.setup.outbox);
        QVERIFY(world.tick().troubles.empty());
        QCOMPARE(world.envelopeFiles().size(), 1U);
    }

    void killedAtAnyMomentEveryDayLeavesExactlyOnce()
    {
        World prepared(m_folders.next());
        prepared.enrol();
        constexpr int days = 6;
        for (int day = 0; day < days; ++day) {
            prepared.goTo(day, 10);
            prepared.visits(5 + day);
        }
        prepared.goTo(days, 0, 1);
        const core::Now now = prepared.now();
        (void)prepared.store().check();
        std::mt19937 random(3);
        int killedMidway = 0;
        for (int kill = 0; kill < 20; ++kill) {
            const fs::path copy = m_folders.next();
            fs::create_directories(copy);
            fs::copy(prepared.folder() / "data", copy / "data", fs::copy_options::recursive);
            outbox::KeeperSetup setup = prepared.setup;
            setup.database = copy / "data" / prepared.database().filename();
            setup.outbox = copy / "outbox";
            setup.inbox = copy / "inbox";
            setup.anchor = [](core::MonotonicMs, core::WallMs) {};
            const pid_t child = fork();
            if (child == 0) {
                SeededRandom childsRandom(static_cast<std::uint64_t>(kill) + 1);
                auto keeper = outbox::Keeper::open(setup, childsRandom);
                (void)(*keeper)->tick(now);
                _exit(0);
            }
            std::this_thread::sleep_for(std::chrono::microseconds(1000 + random() % 25'000));
            ::kill(child, SIGKILL);
            int status = 0;
            waitpid(child, &status, 0);
            killedMidway += WIFSIGNALED(status) ? 1 : 0;

            SeededRandom again(99);
            auto keeper = outbox::Keeper::open(setup, again);
            QVERIFY(keeper.has_value());
            const outbox::Changes changes = (*keeper)->tick(now);
            QVERIFY2(changes.troubles.empty(), joined(changes.troubles).c_str());
            auto store = std::move(*store::Store::open(setup.database, again));
            const auto envelopes = *store->envelopes();
            QCOMPARE(envelopes.size(), static_cast<std::size_t>(days));
            std::optional<core::Hash> previous;
            for (std::size_t index = 0; index < envelopes.size(); ++index) {
                const wire::Envelope content = prepared.content(envelopes[index]);
                QCOMPARE(content.visits.size(), index + 5);
                QCOMPARE(content.header.previous == previous, true);
                QCOMPARE(core::number(content.header.number), index + 1);
                previous = envelopes[index].hash;
                QCOMPARE(
                    readBytes(setup.outbox / wire::envelopeFileName(envelopes[index].epoch, envelopes[index].number)),
                    envelopes[index].bytes);
            }
        }
        QVERIFY(killedMidway > 0);
    }

    void whenStaffCameLeavesTheStandAsMinutesOnly()
    {
        // Beside an answer, "staff began at 10:14" would say when it was given.
        const wire::SecretKey key = wire::SecretKey::generate();
        const auto leaves = [&](int hour, int minute) {
            World world(m_folders.next());
            world.enrol();
            world.goTo(0, 10);
            world.visits(6);
            world.goTo(0, hour, minute);
            for (const auto kind : {core::Period::Kind::Staff, core::Period::Kind::Cleaning}) {
                world.append(core::Period{kind, true});
                world.pass(120'000);
                world.append(core::Period{kind, false});
            }
            world.goTo(1, 0, 1);
            world.tick();
            wire::Envelope envelope = world.content(world.envelopes().front());
            wire::Heartbeat status = world.status();
            status.timeNonce.clear();
            SeededRandom random(3);
            return std::pair(wire::writeHeartbeat(status), wire::writeEnvelope(std::move(envelope), key, random).bytes);
        };
        const auto expected = leaves(10, 14);
        QVERIFY(leaves(10, 46) == expected);
        QVERIFY(leaves(15, 3) == expected);
    }

    void nothingInTheStatusChangesBecauseSomebodyTapped()
    {
        World world(m_folders.next());
        world.enrol();
        world.closeDayWith(0, 6);
        world.goTo(1, 9);
        world.putInbox("configuration.json", world.configuration(2)); // in force or waiting would tell it
        world.tick();
        const fs::path file = world.setup.outbox / "status.json";
        const std::string before = readBytes(file);
        const auto written = fs::last_write_time(file);
        const std::string identity = readBytes(world.setup.outbox / "stand.json");
        for (int round = 0; round < 20; ++round) {
            world.visits(1 + round % 3, 1 + round % 5);
            world.append(answer("F1", {"a"}));
            world.append(core::Withdrawn{});
            world.append(core::VisitEnded{});
            world.visitInProgress = round % 2 == 0;
            if (round == 10) {
                world.putInbox("configuration.json", world.configuration(2));
            }
            world.tick();
            QCOMPARE(readBytes(file), before);
        }
        QVERIFY(fs::last_write_time(file) == written);
        QCOMPARE(readBytes(world.setup.outbox / "stand.json"), identity);
        QCOMPARE(world.envelopeFiles().size(), 1U);
        // The same day without a tap says the same about a configuration that came at noon.
        World quiet(m_folders.next());
        World busy(m_folders.next());
        for (World* each : {&quiet, &busy}) {
            each->enrol();
            each->goTo(0, 9);
            if (each == &busy) {
                each->visits(4);
            }
            each->goTo(0, 12);
            each->putInbox("configuration.json", each->configuration(2));
            each->tick();
        }
        QCOMPARE(quiet.status().configurationVersion, busy.status().configurationVersion);
        QVERIFY(quiet.status().questionnaire == busy.status().questionnaire);
        QVERIFY(quiet.keeper().inForce().version != busy.keeper().inForce().version);
    }

    void aDayIsNotClosedUnderAVisitorsHandsForAtMostTenMinutes()
    {
        World world(m_folders.next());
        world.enrol();
        world.goTo(0, 23, 50);
        world.visits(4); // the last at 23:56
        world.visitInProgress = true;
        world.goTo(1, 0, 0);
        QVERIFY(world.tick().closed.empty());
        world.goTo(1, 0, 9);
        QVERIFY(world.tick().closed.empty());
        world.goTo(1, 0, 10);
        QCOMPARE(world.tick().closed.size(), 1U);
        world.goTo(2, 0, 5);
        QVERIFY(world.tick().closed.empty());
        world.visitInProgress = false;
        QCOMPARE(world.tick().closed.size(), 1U);
    }

    void rawRowsAreDeletedSoManyDaysAfterClosing_data()
    {
        QTest::addColumn<int>("rawDays");
        QTest::addColumn<int>("kept"); ///< whole days after closing
        QTest::newRow("two") << 2 << 2;
        QTest::newRow("none") << 0 << 0;
        QTest::newRow("never more than fourteen") << 99 << 14;
    }
    void rawRowsAreDeletedSoManyDaysAfterClosing()
    {
        QFETCH(int, rawDays);
        QFETCH(int, kept);
        World world(m_folders.next());
        world.setup.settings.rawDays = rawDays;
        world.closeDayWith(0, 6);
        const auto rows = [&] { return world.store().rows(core::Sequence{0}, 100)->size(); };
        world.goTo(1 + kept, 0, 1);
        world.tick();
        QCOMPARE(rows(), 7U);
        world.goTo(1 + kept, 0, 2);
        world.tick();
        QCOMPARE(rows(), 0U);
    }

    void rowsClosedByAClockThatRanAheadDontStayForYears()
    {
        World world(m_folders.next());
        world.quality = ClockQuality::Set;
        world.goTo(0, 10);
        world.visits(5);
        world.goTo(200, 0, 1); // wrong by half a year
        QVERIFY(!world.tick().closed.empty());
        QVERIFY(!world.store().rows(core::Sequence{0}, 100)->empty());
        world.quality = ClockQuality::Anchored;
        world.goTo(1, 0, 1);
        world.tick();
        QVERIFY(world.store().rows(core::Sequence{0}, 100)->empty());
    }

    void demonstrationDataSaysSo()
    {
        World world(m_folders.next());
        world.setup.example = true;
        world.enrol();
        world.closeDayWith(0, 6);
        QVERIFY(world.content(world.envelopes().front()).header.example);
        QVERIFY(wire::readStandIdentity(readBytes(world.setup.outbox / "stand.json"))->example);
    }
};

QTEST_APPLESS_MAIN(TestKeeper)
#include "test_keeper.moc"
