// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/outbox/keeper.h"

#include "sync/outbox/people.h"
#include "sync/outbox/settings_keys.h"

#include "tests/support/quick_folder.h"
#include "tests/sync/outbox/world.h"

#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

#include <set>

using namespace smiley;
using namespace smiley::test;
namespace fs = std::filesystem;

class TestKeeperInbox final : public QObject {
    Q_OBJECT

private:
    QuickFolders m_folders;

private slots:
    void aReceiptTakesTheFileAwayAndKeepsTheEnvelopeForThirtyDays()
    {
        World world(m_folders.next());
        world.enrol();
        world.closeDayWith(0, 6);
        world.closeDayWith(1, 6);
        const auto envelope = world.envelopes().front();
        world.receive(envelope);
        world.receive(world.envelopes().back(), wire::Receipt::Outcome::KeptAside);
        QCOMPARE(world.tick().receipted, 2U);
        QVERIFY(world.envelopeFiles().empty());
        QVERIFY(!world.isInInbox(World::receiptName(envelope)));
        QVERIFY(world.store().unreceipted()->empty());
        world.receive(envelope); // it comes a second time, over the stick
        QVERIFY(world.tick().troubles.empty());
        QVERIFY(!world.isInInbox(World::receiptName(envelope)));
        world.goTo(2 + outbox::envelopeDays, 0);
        world.tick();
        QVERIFY(world.envelopes().front().hash == envelope.hash);
        world.goTo(2 + outbox::envelopeDays, 1);
        world.tick();
        QVERIFY(world.envelopes().front().hash != envelope.hash);
    }

    void badReceiptsAreRefusedAndNothingIsReceipted_data()
    {
        QTest::addColumn<int>("kind");
        QTest::newRow("another centre's signature") << 0;
        QTest::newRow("another stand") << 1;
        QTest::newRow("another hash") << 2;
        QTest::newRow("not JSON") << 3;
    }
    void badReceiptsAreRefusedAndNothingIsReceipted()
    {
        QFETCH(int, kind);
        World world(m_folders.next());
        world.enrol();
        world.closeDayWith(0, 6);
        const auto envelope = world.envelopes().front();
        wire::Receipt receipt{
            world.stand,     envelope.epoch, envelope.number, envelope.hash, wire::Receipt::Outcome::Stored,
            envelope.number, envelope.hash};
        std::string bytes;
        switch (kind) {
        case 0: bytes = wire::writeReceipt(receipt, wire::SecretKey::generate()); break;
        case 1:
            receipt.stand = *core::StandId::parse("fjordby-2");
            bytes = wire::writeReceipt(receipt, world.centre);
            break;
        case 2:
            receipt.hash = hashOf('0');
            bytes = wire::writeReceipt(receipt, world.centre);
            break;
        default: bytes = "receipt!";
        }
        world.putInbox(World::receiptName(envelope), bytes);
        const outbox::Changes changes = world.tick();
        QCOMPARE(changes.receipted, 0U);
        QCOMPARE(changes.troubles.size(), 1U);
        QVERIFY(changes.troubles.front().find(World::receiptName(envelope)) != std::string::npos);
        QVERIFY(world.isRefused(World::receiptName(envelope)));
        QCOMPARE(world.envelopeFiles().size(), 1U);
        QCOMPARE(world.store().unreceipted()->size(), 1U);
    }

    void aForkIssuesTheUnreceiptedDaysAgainInANewEpoch()
    {
        World world(m_folders.next());
        world.enrol();
        for (int day = 0; day < 3; ++day) {
            world.closeDayWith(day, 5 + day);
        }
        const auto before = world.envelopes();
        const auto visitIds = [&](const store::SealedEnvelope& envelope) {
            std::set<std::string> ids;
            for (const wire::VisitRecord& visit : world.content(envelope).visits) {
                ids.insert(visit.id);
            }
            return ids;
        };
        world.receive(before[0]);
        world.receive(before[1], wire::Receipt::Outcome::Fork);
        const outbox::Changes changes = world.tick();
        QVERIFY(changes.forked);
        const auto after = world.envelopes();
        QCOMPARE(after.size(), 3U);
        QVERIFY(after[0].hash == before[0].hash);
        QVERIFY(after[1].epoch != before[1].epoch);
        QVERIFY(*world.store().epoch() == after[1].epoch);
        QVERIFY(visitIds(after[1]) == visitIds(before[1]));
        QVERIFY(visitIds(after[2]) == visitIds(before[2]));
        const wire::Envelope first = world.content(after[1]);
        QCOMPARE(core::number(first.header.number), 1U);
        QVERIFY(!first.header.previous);
        QCOMPARE(first.questionnaires.size(), 1U); // the new epoch hasn't seen it
        const wire::Envelope second = world.content(after[2]);
        QVERIFY(second.header.previous == after[1].hash);
        QVERIFY(second.questionnaires.empty());
        QCOMPARE(world.envelopeFiles().size(), 2U);
        QVERIFY(!fs::exists(world.fileOf(before[1])));
        QVERIFY(wire::readStandIdentity(readBytes(world.setup.outbox / "stand.json"))->epoch == after[1].epoch);
        QVERIFY(world.status().epoch == after[1].epoch);
        // The chain goes on, and a late answer about the old epoch forks nothing.
        writeBytes(world.fileOf(before[2]), before[2].bytes); // as if the program had been cut
        world.receive(before[2], wire::Receipt::Outcome::Fork);
        QVERIFY(!world.tick().forked);
        QVERIFY(!fs::exists(world.fileOf(before[2])));
        world.closeDayWith(3, 9);
        QCOMPARE(core::number(world.envelopes().back().number), 3U);
        QVERIFY(world.content(world.envelopes().back()).questionnaires.empty());
    }

    void anEnvelopeOfAnEarlierJournalGoesWhenItIsReceipted()
    {
        World world(m_folders.next());
        world.enrol();
        const store::SealedEnvelope old{*core::Epoch::parse(std::string(32, '7')),
                                        core::EnvelopeNumber{4},
                                        wire::sha256("old bytes"),
                                        {},
                                        {},
                                        {},
                                        "old bytes",
                                        {},
                                        {}};
        writeBytes(world.fileOf(old), old.bytes);
        world.start();
        world.tick();
        QVERIFY(fs::exists(world.fileOf(old)));
        store::SealedEnvelope other = old;
        other.hash = hashOf('0');
        world.receive(other);
        world.tick();
        QVERIFY(fs::exists(world.fileOf(old)));
        world.receive(old);
        world.tick();
        QVERIFY(!fs::exists(world.fileOf(old)));
    }

    void theFirstEnrolmentPinsTheCentre()
    {
        World world(m_folders.next());
        world.tick();
        const auto key = wire::readStandIdentity(readBytes(world.setup.outbox / "stand.json"))->envelopeKey;
        const auto enrolment = [&](const wire::SecretKey& by, const wire::PublicKey& envelopeKey, bool example) {
            return wire::writeEnrolment(
                {world.stand, *core::MunicipalityId::parse("fjordby"), by.publicKey(), envelopeKey, example}, by);
        };
        const wire::SecretKey other = wire::SecretKey::generate();
        for (const std::string& bad : {std::string("{}"), enrolment(world.centre, other.publicKey(), false),
                                       enrolment(world.centre, key, true)}) {
            world.putInbox("enrolment.json", bad);
            QCOMPARE(world.tick().troubles.size(), 1U);
            QVERIFY(!world.keeper().enrolment());
        }
        world.putInbox("enrolment.json", enrolment(world.centre, key, false));
        QVERIFY(world.tick().enrolled);
        world.putInbox("enrolment.json", enrolment(world.centre, key, false)); // the same again: nothing new
        const outbox::Changes same = world.tick();
        QVERIFY(!same.enrolled && same.troubles.empty() && !world.isInInbox("enrolment.json"));
        world.putInbox("enrolment.json", enrolment(other, key, false));
        QCOMPARE(world.tick().troubles.size(), 1U);
        world.start();
        QVERIFY(world.keeper().enrolment()->centreKey == world.centre.publicKey());
    }

    void aConfigurationCountsAtOnceWhileNobodyHasTappedToday()
    {
        World world(m_folders.next());
        world.enrol();
        world.putInbox("configuration.json", world.configuration(3));
        const outbox::Changes changes = world.tick();
        QVERIFY2(changes.troubles.empty(), joined(changes.troubles).c_str());
        QVERIFY(changes.inForce.has_value());
        QCOMPARE(changes.inForce->version, 3U);
        QVERIFY(changes.inForce->questionnaire.hash == hashOfQuestionnaire("exit-poll"));
        QCOMPARE(changes.inForce->settings.place, std::string("Jobcenter Syd"));
        QVERIFY(!world.isInInbox("configuration.json"));
        world.start();
        QCOMPARE(world.keeper().inForce().version, 3U);
        QCOMPARE(world.status().configurationVersion, 3U);
        // Its questionnaire travels with the first visits that were asked by it.
        world.closeDayWith(0, 6);
        QCOMPARE(world.content(world.envelopes().front()).questionnaires.at(0).hash.text(),
                 hashOfQuestionnaire("exit-poll").text());
    }

    void aConfigurationWaitsForTheNextDayOnceSomebodyHasTapped()
    {
        World world(m_folders.next());
        world.enrol();
        world.goTo(0, 10);
        world.visits(1);
        world.putInbox("configuration.json", world.configuration(3));
        QVERIFY(!world.tick().inForce);
        world.start();
        QVERIFY(!world.tick().inForce);
        QCOMPARE(world.keeper().inForce().version, 0U);
        world.putInbox("configuration.json", world.configuration(4, "smiley"));
        QVERIFY(!world.tick().inForce); // a newer one replaces what waits
        world.goTo(1, 0, 1);
        const outbox::Changes changes = world.tick();
        QCOMPARE(changes.closed.size(), 1U);
        QCOMPARE(changes.inForce->version, 4U);
        QVERIFY(!world.tick().inForce);
    }

    void badConfigurationsAreRefusedAndTheOldStays_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("says");
        QTest::newRow("older") << 0 << "not newer";
        QTest::newRow("another centre's signature") << 1 << "sign";
        QTest::newRow("another stand") << 2 << "fjordby-2";
        QTest::newRow("a broken questionnaire") << 3 << "/questions";
        QTest::newRow("impossible settings") << 4 << "room_cctv";
        QTest::newRow("not JSON") << 5 << "configuration.json";
        QTest::newRow("too large") << 6 << "larger";
        QTest::newRow("no such policy") << 7 << "its policy is neither";
        QTest::newRow("a broken shadow policy") << 8 << "/rule";
    }
    void badConfigurationsAreRefusedAndTheOldStays()
    {
        QFETCH(int, kind);
        QFETCH(QString, says);
        World world(m_folders.next());
        world.enrol();
        world.putInbox("configuration.json", world.configuration(5));
        world.tick();
        std::string bytes;
        switch (kind) {
        case 0: bytes = world.configuration(4); break;
        case 1:
            bytes = wire::writeConfiguration({world.stand, 9, questionnaireNamed("smiley"), ""},
                                             wire::SecretKey::generate());
            break;
        case 2:
            bytes = wire::writeConfiguration({*core::StandId::parse("fjordby-2"), 9, questionnaireNamed("smiley"), ""},
                                             world.centre);
            break;
        case 3: bytes = wire::writeConfiguration({world.stand, 9, R"({"id":"x"})", ""}, world.centre); break;
        case 4: bytes = world.configuration(9, "smiley", R"({"room_cctv":"perhaps"})"); break;
        case 5: bytes = "{"; break;
        case 7: bytes = world.configurationWith(9, "headlines", ""); break;
        case 8: bytes = world.configurationWith(9, "headline", R"({"format":1,"name":"mine","rule":"none"})"); break;
        default: bytes.assign(outbox::inboxFileBytesMax + 1, 'x');
        }
        world.putInbox("configuration.json", bytes);
        const outbox::Changes changes = world.tick();
        QCOMPARE(changes.troubles.size(), 1U);
        QVERIFY2(changes.troubles.front().find(says.toStdString()) != std::string::npos,
                 changes.troubles.front().c_str());
        QVERIFY(!changes.inForce);
        QVERIFY(world.isRefused("configuration.json"));
        QVERIFY(!world.isInInbox("configuration.json"));
        QCOMPARE(world.keeper().inForce().version, 5U);
        world.start();
        QCOMPARE(world.keeper().inForce().version, 5U);
    }

    void whatAnotherProgramTookCountsAsFarAsItCanAndNothingOlderComesAfterIt_data()
    {
        QTest::addColumn<QString>("questionnaire");
        QTest::addColumn<QString>("settings");
        QTest::addColumn<bool>("counts");
        const QString good = QString::fromStdString(questionnaireNamed("exit-poll"));
        QTest::newRow("seven languages")
            << good << R"({"place":"Jobcenter Nord","languages":["da","en","ar","uk","pl","tr","so"]})" << true;
        QTest::newRow("a long name")
            << good << QString(R"({"place":"Jobcenter Nord","municipality":"%1"})").arg(QString(61, 'x')) << true;
        QTest::newRow("other questions") << R"({"format":9})"
                                         << R"({"place":"Jobcenter Nord"})" << false;
    }
    void whatAnotherProgramTookCountsAsFarAsItCanAndNothingOlderComesAfterIt()
    {
        QFETCH(QString, questionnaire);
        QFETCH(QString, settings);
        QFETCH(bool, counts);
        World world(m_folders.next());
        world.enrol();
        const core::StandSettings own = world.keeper().inForce().settings;
        const std::string stored = wire::writeConfiguration(
            {world.stand, 5, questionnaire.toStdString(), settings.toStdString()}, world.centre);
        for (const auto* key : {&outbox::setting::configuration, &outbox::setting::configurationInForce}) {
            QVERIFY(world.store().setSetting(*key, stored));
        }
        world.start();
        world.putInbox("configuration.json", world.configuration(3)); // signed long ago
        const outbox::Changes changes = world.tick();
        QVERIFY(world.isRefused("configuration.json"));
        QVERIFY2(joined(changes.troubles).find("not newer than 5") != std::string::npos,
                 joined(changes.troubles).c_str());
        const outbox::InForce& inForce = world.keeper().inForce();
        QCOMPARE(inForce.version, counts ? 5U : 0U);
        QCOMPARE(inForce.settings.place, counts ? std::string("Jobcenter Nord") : own.place);
        QVERIFY(inForce.settings.languages == own.languages && inForce.settings.municipality == own.municipality);
        const std::string told = counts ? "(version 5) kan ikke bruges af dette program" : "can't be used by this";
        QVERIFY2(joined(changes.troubles).find(told) != std::string::npos, joined(changes.troubles).c_str());
        world.putInbox("configuration.json", world.configuration(6));
        world.tick();
        QCOMPARE(world.keeper().inForce().version, 6U);
    }

    void thePeopleOfAConfigurationThatAnOlderProgramTookCount()
    {
        World world(m_folders.next());
        world.enrol();
        wire::Configuration configuration{world.stand, 5, questionnaireNamed("exit-poll"), ""};
        configuration.people.push_back(
            {"mette", "Mette Holm", wire::Role::Editor, wire::sealFirstPin(world.centre.publicKey(), "48213957")});
        QVERIFY(world.store().setSetting(outbox::setting::configuration,
                                         wire::writeConfiguration(configuration, world.centre)));
        QVERIFY(outbox::people(world.store())->empty());
        world.start();
        world.tick();
        QCOMPARE(outbox::people(world.store())->size(), 1U);
        const auto row = (*world.store().lastAuditRow())->number;
        world.start();
        world.tick(); // doing it again does nothing
        QCOMPARE((*world.store().lastAuditRow())->number, row);
    }

    void theCentresTimeIsAnAnchorOnlyAsAnAnswerToOurQuestion()
    {
        World world(m_folders.next());
        world.enrol();
        const std::string nonce = world.status().timeNonce;
        QCOMPARE(nonce.size(), 32U);
        const auto give = [&](const std::string& answerTo, const wire::SecretKey& by, const std::string& boot,
                              std::int64_t roundTripMs = 500) {
            const wire::CentreTime time{answerTo, core::WallMs{1'800'000'000'000}};
            const auto at = core::MonotonicMs{core::count(world.now().monotonic) - 100};
            world.putInbox("time.json",
                           wire::writeReceivedTime({wire::writeCentreTime(time, by), boot, at, roundTripMs}));
            return world.tick();
        };
        (void)give(std::string(32, '0'), world.centre, "boot-1");
        (void)give(nonce, world.centre, "boot-2");
        (void)give(nonce, world.centre, "boot-1", outbox::roundTripMsMax + 1);
        QVERIFY(!world.isInInbox("time.json"));
        QCOMPARE(give(nonce, wire::SecretKey::generate(), "boot-1").troubles.size(), 1U);
        QVERIFY(world.anchors.empty());
        QCOMPARE(world.status().timeNonce, nonce);
        QVERIFY(give(nonce, world.centre, "boot-1").troubles.empty());
        QCOMPARE(world.anchors.size(), 1U);
        QCOMPARE(core::count(world.anchors[0].first), core::count(world.now().monotonic) - 100);
        QCOMPARE(core::count(world.anchors[0].second), 1'800'000'000'250);
        QCOMPARE(world.status().timeNonce, std::string()); // answered: not asked again today
        (void)give(nonce, world.centre, "boot-1");
        QCOMPARE(world.anchors.size(), 1U);
        world.goTo(1, 12);
        world.tick();
        QCOMPARE(world.status().timeNonce.size(), 32U);
        QVERIFY(world.status().timeNonce != nonce);
    }

    void nothingInTheInboxStopsTheRest()
    {
        World world(m_folders.next());
        world.enrol();
        world.closeDayWith(0, 6);
        const auto envelope = world.envelopes().front();
        const std::string epoch = envelope.epoch.text();
        world.putInbox("enrolment.json", "\xff\xfe");
        world.putInbox("configuration.json", std::string(100'000, '['));
        world.putInbox("time.json", "null");
        world.putInbox("receipt-" + epoch + "-00000009.json", "");
        world.putInbox("receipt-.json", std::string(outbox::inboxFileBytesMax + 1, ' '));
        world.putInbox("receipt-zz.json", world.configuration(7)); // signed, but for something else
        fs::create_directories(world.setup.inbox / "receipt-folder.json" / "more");
        fs::create_symlink(world.database(), world.setup.inbox / "receipt-link.json");
        QCOMPARE(mkfifo((world.setup.inbox / "receipt-pipe.json").c_str(), 0600), 0);
        world.putInbox("unknown.bin", "stays");
        world.receive(envelope);
        const outbox::Changes changes = world.tick();
        QCOMPARE(changes.receipted, 1U);
        QCOMPARE(changes.troubles.size(), 9U);
        QVERIFY(world.tick().troubles.empty());
        QVERIFY(world.isInInbox("unknown.bin"));
        QVERIFY(fs::exists(world.database()));
    }

    void aLinkInTheInboxIsNotFollowed()
    {
        World world(m_folders.next());
        world.enrol();
        world.closeDayWith(0, 6);
        const auto envelope = world.envelopes().front();
        const fs::path elsewhere = world.folder() / "elsewhere.json";
        writeBytes(elsewhere, world.receiptFor(envelope));
        fs::create_symlink(elsewhere, world.setup.inbox / World::receiptName(envelope));
        QCOMPARE(world.tick().receipted, 0U);
        QVERIFY(world.isRefused(World::receiptName(envelope)));
        QVERIFY(fs::exists(elsewhere));
    }
};

QTEST_APPLESS_MAIN(TestKeeperInbox)
#include "test_keeper_inbox.moc"
