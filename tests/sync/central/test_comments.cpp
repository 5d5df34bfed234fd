// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/central/comments.h"

#include "sync/outbox/comments.h"
#include "tests/sync/central/fleet.h"
#include "tests/sync/central/ledger_schema_1.h"
#include "tests/sync/central/ledger_schema_2.h"
#include "tests/sync/outbox/world.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <sqlite3.h>

#include <QTest>

#include <algorithm>

using namespace smiley;
using namespace smiley::test;
using central::LedgerFault;

namespace {

const core::MunicipalityId fjordby = *core::MunicipalityId::parse("fjordby");

core::CommentSettings settingsOf(const wire::CommentSecret& secret, int days = 90)
{
    return {secret.publicKey().text(), "Kommunikation", days, {"Hanne Lund"}, "2026-11-01", "Mette Holm"};
}

/// A day's envelope with this many comments, each sealed to `key`.
wire::Envelope dayWithComments(const FakeStand& stand, int comments, const wire::CommentKey& key, core::Random& random)
{
    wire::Envelope envelope = dayEnvelope(stand, 7, random);
    for (int number = 0; number < comments; ++number) {
        envelope.comments.push_back({wire::uuid4(random), stand.day, stand.day, "K9", core::FaceGroup::High,
                                     wire::commentKeyId(key),
                                     *wire::sealComment(key, "tekst " + std::to_string(number))});
    }
    return envelope;
}

/// The settings that the centre's configuration gives a stand.
core::StandSettings configured(Fleet& fleet, const core::StandId& stand)
{
    const auto stored = must(fleet.ledger().configuration(stand));
    const auto read = must(wire::readConfiguration(stored->signedJson, fleet.key.publicKey()));
    return must(wire::applySettings({}, read.settings, read.comments));
}

std::uint64_t versionOf(Fleet& fleet, const core::StandId& stand)
{
    const auto stored = must(fleet.ledger().configuration(stand));
    return stored ? stored->version : 0;
}

central::NewConfiguration withQuestions()
{
    central::NewConfiguration configuration;
    configuration.questionnaire = std::string(wire::shippedQuestionnaire("smiley"));
    return configuration;
}

std::size_t entries(Fleet& fleet, std::string_view what)
{
    const auto trail = must(fleet.ledger().auditTrail());
    return static_cast<std::size_t>(std::ranges::count(trail, what, &central::AuditEntry::what));
}

} // namespace

class TestCentralComments : public QObject {
    Q_OBJECT

private slots:
    void fromTheScreenToTheModerator()
    {
        Fleet fleet;
        QTemporaryDir dir;
        World world(dir.path().toStdString() + "/stand");
        world.centre = fleet.key;
        const auto code = fleet.addStand("fjordby-1");
        world.enrol();
        const auto transport = wire::SecretKey::generate();
        (void)must(central::enrol(
            fleet.ledger(),
            wire::writeEnrolmentRequest(
                {code.code, readBytes(world.setup.outbox / "stand.json"), transport.publicKey()}, transport),
            fleet.key, fleet.clock.now().wall));

        // The centre turns comments on, and its configuration reaches the stand.
        const auto secret = wire::CommentSecret::generate();
        const auto now = fleet.clock.now().wall;
        (void)must(central::configure(fleet.ledger(), world.stand, withQuestions(), fleet.key, now));
        QVERIFY(!configured(fleet, world.stand).comments);
        QCOMPARE(must(central::enableComments(fleet.ledger(), fjordby, settingsOf(secret), fleet.key, now)), 1U);
        world.putInbox("configuration.json", must(fleet.ledger().configuration(world.stand))->signedJson);
        world.tick();
        const auto& settings = world.keeper().inForce().settings.comments;
        QVERIFY(settings && settings->staffNames == std::vector<std::string>{"Hanne Lund"});

        // Somebody writes; what the kiosk hands over is cleaned already.
        SeededRandom random;
        outbox::SealedComments comments(world.database(), random);
        world.goTo(0, 9);
        world.visits(6);
        const std::string text =
            core::clean("Hanne Lund hjalp mig, mit nummer er 010203-1234. Tak! \u0634\u0643\u0631\u0627",
                        core::StaffNames(settings->staffNames))
                .text;
        QVERIFY(text.find("[medarbejder]") == 0 && text.find("010203") == std::string::npos);
        (void)must(comments.keep(*settings, *core::QuestionId::parse("K9"), core::FaceGroup::High, text, world.now()));
        world.goTo(1, 0, 1);
        world.tick();

        const auto taken = fleet.ingest(fleet.device("fjordby-1"), world.envelopes().front().bytes);
        QCOMPARE(taken.row.comments, 1U);
        const auto stored = must(fleet.ledger().comments(fjordby));
        QCOMPARE(stored.size(), 1U);
        QCOMPARE(secret.open(stored.front().record.sealed).value(), text);
        QCOMPARE(stored.front().record.key, wire::commentKeyId(secret.publicKey()));
        QVERIFY(stored.front().record.faces == core::FaceGroup::High);
        QVERIFY(stored.front().record.lastDay == *core::Day::parse(firstDay));
        QVERIFY(stored.front().stand == world.stand);
        const auto rows = must(fleet.ledger().envelopes());
        QVERIFY(rows.front().flags.empty());
    }

    void everyStandOfTheMunicipalityCarriesThemFromThenOn()
    {
        Fleet fleet;
        for (const char* name : {"fjordby-1", "fjordby-2", "fjordby-3"}) {
            (void)fleet.addStand(name);
        }
        (void)fleet.addStand("bakke-1", "bakke");
        const auto stand = [](const char* name) { return *core::StandId::parse(name); };
        const auto now = fleet.clock.now().wall;
        for (const char* name : {"fjordby-1", "fjordby-2", "bakke-1"}) {
            (void)must(central::configure(fleet.ledger(), stand(name), withQuestions(), fleet.key, now));
        }
        const auto secret = wire::CommentSecret::generate();
        QCOMPARE(must(central::enableComments(fleet.ledger(), fjordby, settingsOf(secret), fleet.key, now)), 2U);
        for (const char* name : {"fjordby-1", "fjordby-2"}) {
            QCOMPARE(versionOf(fleet, stand(name)), 2U);
            QCOMPARE(configured(fleet, stand(name)).comments->key, secret.publicKey().text());
        }
        QCOMPARE(versionOf(fleet, stand("bakke-1")), 1U);
        QVERIFY(!configured(fleet, stand("bakke-1")).comments);
        // One that gets its first configuration later, and another setting of one that has it.
        (void)must(central::configure(fleet.ledger(), stand("fjordby-3"), withQuestions(), fleet.key, now));
        QVERIFY(configured(fleet, stand("fjordby-3")).comments.has_value());
        central::NewConfiguration place;
        place.settings = R"({"place":"Jobcenter Syd"})";
        (void)must(central::configure(fleet.ledger(), stand("fjordby-1"), place, fleet.key, now));
        QVERIFY(configured(fleet, stand("fjordby-1")).comments.has_value());

        QCOMPARE(must(central::disableComments(fleet.ledger(), fjordby, fleet.key, now)), 3U);
        for (const char* name : {"fjordby-1", "fjordby-2", "fjordby-3"}) {
            QVERIFY(!configured(fleet, stand(name)).comments);
        }
        QVERIFY(central::disableComments(fleet.ledger(), fjordby, fleet.key, now).error().code ==
                LedgerFault::NotFound);
        QCOMPARE(entries(fleet, "comments.enable"), 1U);
        QCOMPARE(entries(fleet, "comments.disable"), 1U);
        const auto trail = must(fleet.ledger().auditTrail());
        const auto enabled = std::ranges::find(trail, std::string("comments.enable"), &central::AuditEntry::what);
        QVERIFY(enabled->detail.find("2026-11-01 by Mette Holm") != std::string::npos);
        QVERIFY(enabled->subject == "fjordby");
    }

    void aMunicipalityThatNobodyKnowsIsRefusedAndNothingIsWritten()
    {
        Fleet fleet;
        const auto refused = central::enableComments(
            fleet.ledger(), fjordby, settingsOf(wire::CommentSecret::generate()), fleet.key, fleet.clock.now().wall);
        QVERIFY(!refused && refused.error().code == LedgerFault::NotFound);
        QVERIFY(must(fleet.ledger().commentSwitches()).empty());
        QCOMPARE(entries(fleet, "comments.enable"), 0U);
    }

    void sealedTextsAreDeletedAfterTheirDays_data()
    {
        QTest::addColumn<int>("days"); // 0: comments were never turned on here
        QTest::newRow("never set: 90") << 0;
        QTest::newRow("ten") << 10;
    }
    void sealedTextsAreDeletedAfterTheirDays()
    {
        QFETCH(const int, days);
        Fleet fleet;
        FakeStand stand = fleet.enrolled("fjordby-1");
        FakeStand other = fleet.enrolled("bakke-1", "bakke");
        const auto secret = wire::CommentSecret::generate();
        if (days != 0) {
            (void)must(central::enableComments(fleet.ledger(), fjordby, settingsOf(secret, days), fleet.key,
                                               fleet.clock.now().wall));
            (void)must(central::disableComments(fleet.ledger(), fjordby, fleet.key, fleet.clock.now().wall));
        }
        const std::int64_t heldMs = std::int64_t{days == 0 ? 90 : days} * dayMs;
        const auto bytes = seal(stand, dayWithComments(stand, 3, secret.publicKey(), fleet.random), fleet.random).bytes;
        const auto first = fleet.ingest(stand, bytes);
        const auto sealed = must(fleet.ledger().comments(fjordby)).front().record.sealed;
        fleet.clock.advance(heldMs);
        (void)fleet.ingest(
            stand, seal(stand, dayWithComments(stand, 2, secret.publicKey(), fleet.random), fleet.random).bytes);
        (void)fleet.ingest(
            other, seal(other, dayWithComments(other, 1, secret.publicKey(), fleet.random), fleet.random).bytes);
        const auto visits = must(fleet.ledger().content(first.row.id)).visits.size();
        const auto isInAFile = [&](const std::string& part) {
            return (readBytes(fleet.folder().ledger()) + readBytes(fleet.folder().ledger().string() + "-wal"))
                       .find(part) != std::string::npos;
        };
        const std::string inBytes = bytes.substr(bytes.size() / 2, 40);
        QVERIFY(isInAFile(sealed.substr(0, 40)) && isInAFile(inBytes));

        QCOMPARE(must(central::deleteOldComments(fleet.ledger(), fleet.clock.now().wall)).comments, 0U);
        QCOMPARE(entries(fleet, "comments.delete"), 0U);
        fleet.clock.advance(1);
        QCOMPARE(must(central::deleteOldComments(fleet.ledger(), fleet.clock.now().wall)).comments, 3U);
        QCOMPARE(must(fleet.ledger().comments(fjordby)).size(), 2U);
        QCOMPARE(must(fleet.ledger().commentCounts()).at(*core::MunicipalityId::parse("bakke")), 1U);
        // Neither in rows nor in the envelope's bytes, in no file.
        QVERIFY(!isInAFile(sealed.substr(0, 40)) && !isInAFile(sealed.substr(sealed.size() - 40)));
        QVERIFY(!isInAFile(inBytes));
        QVERIFY(wire::readWithoutComments(must(fleet.ledger().envelopeBytes(first.row.id)))->envelope.comments.empty());
        // The rest is as it was.
        QCOMPARE(must(fleet.ledger().content(first.row.id)).visits.size(), visits);
        const auto row = must(fleet.ledger().envelopes()).front();
        QVERIFY(row.hash == first.row.hash && row.commentsDeleted && row.comments == 0);
        const auto trail = must(fleet.ledger().auditTrail());
        const auto entry = std::ranges::find(trail, std::string("comments.delete"), &central::AuditEntry::what);
        QCOMPARE(entry->subject, std::string("fjordby"));
        QVERIFY2(entry->detail.find("3 comments of 1 envelopes") == 0, entry->detail.c_str());
        // Once.
        QCOMPARE(must(central::deleteOldComments(fleet.ledger(), fleet.clock.now().wall)).comments, 0U);
        QCOMPARE(entries(fleet, "comments.delete"), 1U);
    }

    void oneEnvelopeThatCantBeReadStopsNothing()
    {
        Fleet fleet;
        FakeStand stand = fleet.enrolled("fjordby-1");
        FakeStand other = fleet.enrolled("bakke-1", "bakke");
        const auto secret = wire::CommentSecret::generate();
        for (FakeStand* sender : {&other, &stand, &stand}) {
            (void)fleet.ingest(
                *sender,
                seal(*sender, dayWithComments(*sender, 2, secret.publicKey(), fleet.random), fleet.random).bytes);
        }
        {
            SQLite::Database raw(fleet.folder().ledger().string(), SQLite::OPEN_READWRITE);
            raw.exec("DROP TRIGGER envelope_bytes_stay; UPDATE envelope_bytes SET bytes = x'00' WHERE envelope < 3");
        }
        fleet.clock.advance(91 * dayMs);
        const auto done = must(central::deleteOldComments(fleet.ledger(), fleet.clock.now().wall));
        QCOMPARE(done.comments, 6U);
        QCOMPARE(done.unreadable, (std::vector<std::int64_t>{1, 2})); // in the order of the municipalities
        QVERIFY(must(fleet.ledger().commentCounts()).empty());
        QCOMPARE(entries(fleet, "comments.delete"), 2U);
        // Its bytes are tried again, its rows are gone.
        const auto again = must(central::deleteOldComments(fleet.ledger(), fleet.clock.now().wall));
        QVERIFY(again.comments == 0 && again.unreadable == done.unreadable);
        QCOMPARE(entries(fleet, "comments.delete"), 2U);
    }

    void whatAReaderKeptInTheLogGoesTheNextNight()
    {
        Fleet fleet;
        FakeStand stand = fleet.enrolled("fjordby-1");
        const auto secret = wire::CommentSecret::generate();
        (void)fleet.ingest(
            stand, seal(stand, dayWithComments(stand, 1, secret.publicKey(), fleet.random), fleet.random).bytes);
        const auto sealed = must(fleet.ledger().comments(fjordby)).front().record.sealed;
        fleet.clock.advance(91 * dayMs);
        const auto isInAFile = [&] {
            return (readBytes(fleet.folder().ledger()) + readBytes(fleet.folder().ledger().string() + "-wal"))
                       .find(sealed.substr(0, 40)) != std::string::npos;
        };
        SQLite::Database reader(fleet.folder().ledger().string());
        reader.exec("BEGIN; SELECT count(*) FROM comments");
        QCOMPARE(must(central::deleteOldComments(fleet.ledger(), fleet.clock.now().wall)).comments, 1U);
        QVERIFY(isInAFile());
        reader.exec("COMMIT");
        QCOMPARE(must(central::deleteOldComments(fleet.ledger(), fleet.clock.now().wall)).comments, 0U);
        QVERIFY(!isInAFile());
    }

    void turnedOffTheNamesOfStaffAreNowhere()
    {
        Fleet fleet;
        (void)fleet.addStand("fjordby-1");
        const auto now = fleet.clock.now().wall;
        const auto stand = *core::StandId::parse("fjordby-1");
        (void)must(central::configure(fleet.ledger(), stand, withQuestions(), fleet.key, now));
        const auto settings = settingsOf(wire::CommentSecret::generate());
        (void)must(central::enableComments(fleet.ledger(), fjordby, settings, fleet.key, now));
        const auto isInAFile = [&] {
            return (readBytes(fleet.folder().ledger()) + readBytes(fleet.folder().ledger().string() + "-wal"))
                       .find("Hanne Lund") != std::string::npos;
        };
        QVERIFY(isInAFile());
        (void)must(central::disableComments(fleet.ledger(), fjordby, fleet.key, now));
        const auto kept = must(wire::readCommentSettings(must(fleet.ledger().commentSwitches()).front().settings));
        QVERIFY(kept.staffNames.empty());
        QVERIFY(kept.approvedBy == settings.approvedBy && kept.deletedAfterDays == settings.deletedAfterDays);
        (void)must(central::deleteOldComments(fleet.ledger(), now));
        QVERIFY(!isInAFile());
    }

    void anEnvelopeWhoseCommentsWereDeletedIsStillTheOneThatCame()
    {
        Fleet fleet;
        FakeStand stand = fleet.enrolled("fjordby-1");
        const auto secret = wire::CommentSecret::generate();
        wire::Envelope envelope = dayWithComments(stand, 3, secret.publicKey(), fleet.random);
        envelope.unknown = {R"({"kind":"weather","rain":true})"}; // flagged, so that it is read again
        const auto sealed = seal(stand, std::move(envelope), fleet.random);
        (void)fleet.ingest(stand, sealed.bytes);
        fleet.clock.advance(91 * dayMs);
        QCOMPARE(must(central::deleteOldComments(fleet.ledger(), fleet.clock.now().wall)).comments, 3U);
        const auto again = fleet.ingest(stand, sealed.bytes); // the receipt was lost
        QVERIFY(!again.isNew && again.receipt.outcome == wire::Receipt::Outcome::Stored);
        QVERIFY(must(fleet.ledger().comments(fjordby)).empty());
        const auto read = must(central::Ingest(fleet.ledger(), fleet.clock).reprocess());
        QCOMPARE(read.envelopes, 1U);
        const auto row = must(fleet.ledger().envelopes()).front();
        QCOMPARE(row.flags.size(), 1U);
        QVERIFY(row.flags.contains(central::flag::unknownKinds));
        QCOMPARE(must(fleet.ledger().content(row.id)).visits.size(), 7U);
        QVERIFY(must(fleet.ledger().comments(fjordby)).empty());
    }

    void thoseOfABlockedStandAndThoseThatCantBeReadGoToo()
    {
        Fleet fleet;
        FakeStand stand = fleet.enrolled("fjordby-1");
        const auto secret = wire::CommentSecret::generate();
        wire::Envelope faulty = dayWithComments(stand, 2, secret.publicKey(), fleet.random);
        faulty.comments.front().key = "not an id";
        (void)fleet.ingest(stand, seal(stand, faulty, fleet.random).bytes);
        const auto fault = must(fleet.ledger().content(1)).faults.front();
        QVERIFY(fault.text.find("\"sealed\"") != std::string::npos);
        must(central::blockStand(fleet.ledger(), stand.id, fleet.clock.now().wall));
        const auto aside = fleet.ingest(
            stand, seal(stand, dayWithComments(stand, 4, secret.publicKey(), fleet.random), fleet.random).bytes);
        QVERIFY(aside.row.state == central::EnvelopeState::KeptAside);
        QCOMPARE(must(fleet.ledger().comments(fjordby)).size(), 1U); // kept aside: not read
        fleet.clock.advance(91 * dayMs);
        QCOMPARE(must(central::deleteOldComments(fleet.ledger(), fleet.clock.now().wall)).comments, 6U);
        QCOMPARE(must(fleet.ledger().content(1)).faults.front().text, std::string());
        (void)must(
            central::unblockStand(fleet.ledger(), stand.id, central::KeptAside::Release, fleet.clock.now().wall));
        QCOMPARE(must(central::Ingest(fleet.ledger(), fleet.clock).finishReading()), 1U);
        QVERIFY(must(fleet.ledger().comments(fjordby)).empty());
        QCOMPARE(must(fleet.ledger().content(2)).visits.size(), 7U);
    }

    void readingAnEnvelopeAgainKeepsItsCommentsOnce()
    {
        Fleet fleet;
        FakeStand stand = fleet.enrolled("fjordby-1");
        wire::Envelope envelope = dayWithComments(stand, 3, wire::CommentSecret::generate().publicKey(), fleet.random);
        envelope.unknown = {R"({"kind":"weather"})"};
        (void)fleet.ingest(stand, seal(stand, std::move(envelope), fleet.random).bytes);
        (void)must(central::Ingest(fleet.ledger(), fleet.clock).reprocess());
        QCOMPARE(must(fleet.ledger().comments(fjordby)).size(), 3U);
        QCOMPARE(must(fleet.ledger().commentCounts()).at(fjordby), 3U);
    }

    void theBytesOfAnEnvelopeChangeInNoOtherWay()
    {
        Fleet fleet;
        FakeStand stand = fleet.enrolled("fjordby-1");
        (void)fleet.ingest(stand, fleet.nextDay(stand).bytes);
        (void)fleet.ingest(
            stand, seal(stand, dayWithComments(stand, 1, wire::CommentSecret::generate().publicKey(), fleet.random),
                        fleet.random)
                       .bytes);
        fleet.clock.advance(91 * dayMs);
        SQLite::Database raw(fleet.folder().ledger().string(), SQLite::OPEN_READWRITE);
        const auto isRefused = [&](int envelope) {
            return raw.tryExec("UPDATE envelope_bytes SET bytes = x'00' WHERE envelope = " +
                               std::to_string(envelope)) == SQLITE_CONSTRAINT;
        };
        QVERIFY(isRefused(1) && isRefused(2));
        QCOMPARE(must(central::deleteOldComments(fleet.ledger(), fleet.clock.now().wall)).comments, 1U);
        QVERIFY(isRefused(1) && isRefused(2));
    }

    void aLedgerOfTheSecondVersionIsBroughtForward()
    {
        QTemporaryDir dir;
        const std::string file = dir.filePath("ledger.sqlite").toStdString();
        {
            SQLite::Database raw(file, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
            raw.exec("PRAGMA journal_mode = WAL");
            raw.exec(ledgerTables1);
            raw.exec(ledgerTables2);
            raw.exec(
                "INSERT INTO meta VALUES ('ledger', '0123456789abcdef0123456789abcdef'), ('name', 'Old'), "
                "('example', '0');"
                "INSERT INTO municipalities VALUES ('fjordby', 'Fjordby');"
                "INSERT INTO sites VALUES ('fjordby', 'jobcenter', 'Jobcenter');"
                "INSERT INTO stands (id, municipality, site, door, state, added_at) VALUES ('fjordby-1', 'fjordby', "
                "'jobcenter', '', 0, 1000)");
            for (const char* number : {"1", "2"}) {
                raw.exec(std::string("INSERT INTO envelopes (id, stand, epoch, number, hash, first_day, last_day, "
                                     "received_at, state, read) VALUES (") +
                         number + ", 'fjordby-1', '0123456789abcdef0123456789abcdef', " + number + ", '" +
                         smileyQuestionnaire().text() + "', 20000, 20000, 2000, 0, 1)");
            }
            // A stand that was newer than the centre.
            raw.exec("INSERT INTO unknown_kinds VALUES (2, 'comment', 4)");
            raw.exec("INSERT INTO visits VALUES (1, 0, 'v', 0, 20000, 20000, 10, 4, 'da', 1, 0, 12)");
            raw.exec("INSERT INTO questionnaires VALUES (1, '" + smileyQuestionnaire().text() + "', NULL)");
            raw.exec("PRAGMA application_id = 1397574727; PRAGMA user_version = 2");
        }
        for (int time = 0; time < 2; ++time) {
            const auto ledger = must(central::openSqliteLedger(file));
            const auto rows = must(ledger->envelopes());
            QCOMPARE(rows.at(0).comments, 0U);
            QCOMPARE(rows.at(1).comments, 4U);
            QVERIFY(!rows.at(1).commentsDeleted);
            // A reason of version 2 is not moved on once more.
            QVERIFY(must(ledger->content(1)).visits.front().reason == core::Reason::ClosedHours);
            QVERIFY(must(ledger->commentSwitches()).empty());
            QVERIFY(must(ledger->comments(fjordby)).empty());
        }
    }
};

QTEST_GUILESS_MAIN(TestCentralComments)
#include "test_comments.moc"
