// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/central/comments.h"
#include "tests/sync/central/commenting.h"
#include "tests/sync/central/ledger_schema_1.h"
#include "tests/sync/central/ledger_schema_2.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <sqlite3.h>

#include <QTest>

#include <algorithm>

using namespace smiley;
using namespace smiley::test;

namespace {

constexpr std::int64_t dayMs = std::int64_t{24} * 3'600'000;

/// Whether the bytes of the ledger's files hold this.
bool isInAFile(const Fleet& fleet, const std::string& part)
{
    const std::string file = fleet.folder().ledger().string();
    return std::ranges::any_of(std::vector{file, file + "-wal"}, [&](const std::string& name) {
        const auto bytes = central::readWhole(name, std::size_t{64} * 1024 * 1024);
        return bytes && bytes->find(part) != std::string::npos;
    });
}

/// A ledger as version 2 made it, with a stand.
SQLite::Database secondVersion(const std::string& file)
{
    SQLite::Database raw(file, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    raw.exec("PRAGMA journal_mode = WAL");
    raw.exec(ledgerTables1);
    raw.exec(ledgerTables2);
    raw.exec("INSERT INTO meta VALUES ('ledger', '0123456789abcdef0123456789abcdef'), ('name', 'Old'), "
             "('example', '0');"
             "INSERT INTO municipalities VALUES ('fjordby', 'Fjordby');"
             "INSERT INTO sites VALUES ('fjordby', 'jobcenter', 'Jobcenter');"
             "INSERT INTO stands (id, municipality, site, door, state, added_at) VALUES ('fjordby-1', 'fjordby', "
             "'jobcenter', '', 0, 1000);"
             "PRAGMA application_id = 1397574727; PRAGMA user_version = 2");
    return raw;
}

} // namespace

/// What becomes of comments in the ledger: what is deleted, and that nothing else is.
class TestCommentsDeletion : public QObject {
    Q_OBJECT

private slots:
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
        const std::string inBytes = bytes.substr(bytes.size() / 2, 40);
        QVERIFY(isInAFile(fleet, sealed.substr(0, 40)) && isInAFile(fleet, inBytes));

        QCOMPARE(must(central::deleteOldComments(fleet.ledger(), fleet.clock.now().wall)).comments, 0U);
        QCOMPARE(entries(fleet, "comments.delete"), 0U);
        fleet.clock.advance(1);
        QCOMPARE(must(central::deleteOldComments(fleet.ledger(), fleet.clock.now().wall)).comments, 3U);
        QCOMPARE(must(fleet.ledger().comments(fjordby)).size(), 2U);
        QCOMPARE(must(fleet.ledger().commentCounts()).at(*core::MunicipalityId::parse("bakke")), 1U);
        // Neither in rows nor in the envelope's bytes, in no file.
        QVERIFY(!isInAFile(fleet, sealed.substr(0, 40)) && !isInAFile(fleet, sealed.substr(sealed.size() - 40)));
        QVERIFY(!isInAFile(fleet, inBytes));
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
            raw.exec("DROP TRIGGER envelope_bytes_stay; UPDATE envelope_bytes SET bytes = x'00' WHERE envelope = 1;"
                     "DELETE FROM envelope_bytes WHERE envelope = 2");
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

    void whatFailsInOneMunicipalityStopsNoOther()
    {
        Fleet fleet;
        FakeStand stand = fleet.enrolled("fjordby-1");
        FakeStand other = fleet.enrolled("bakke-1", "bakke");
        const auto key = wire::CommentSecret::generate().publicKey();
        for (FakeStand* sender : {&other, &stand}) { // in the order of the municipalities
            (void)fleet.ingest(*sender,
                               seal(*sender, dayWithComments(*sender, 2, key, fleet.random), fleet.random).bytes);
        }
        const auto sealed = must(fleet.ledger().comments(fjordby)).front().record.sealed;
        SQLite::Database raw(fleet.folder().ledger().string(), SQLite::OPEN_READWRITE);
        raw.exec("CREATE TRIGGER stays BEFORE DELETE ON comments WHEN OLD.envelope = 1 "
                 "BEGIN SELECT RAISE(ABORT, 'it stays'); END");
        fleet.clock.advance(91 * dayMs);
        const auto failed = central::deleteOldComments(fleet.ledger(), fleet.clock.now().wall);
        QVERIFY(!failed);
        QVERIFY2(failed.error().message.find("it stays") != std::string::npos, failed.error().message.c_str());
        const auto counts = must(fleet.ledger().commentCounts());
        QVERIFY(!counts.contains(fjordby));
        QCOMPARE(counts.at(*core::MunicipalityId::parse("bakke")), 2U);
        QVERIFY(!isInAFile(fleet, sealed.substr(0, 40))); // out of the write-ahead log too
        raw.exec("DROP TRIGGER stays");
        QCOMPARE(must(central::deleteOldComments(fleet.ledger(), fleet.clock.now().wall)).comments, 2U);
    }

    void muchIsDeletedInSeveralCommits()
    {
        Fleet fleet;
        FakeStand stand = fleet.enrolled("fjordby-1");
        const auto key = wire::CommentSecret::generate().publicKey();
        for (std::size_t day = 0; day <= central::ingestBatchMax; ++day) {
            (void)fleet.ingest(stand, seal(stand, dayWithComments(stand, 1, key, fleet.random), fleet.random).bytes);
        }
        fleet.clock.advance(91 * dayMs);
        const auto deleted = must(central::deleteOldComments(fleet.ledger(), fleet.clock.now().wall));
        QCOMPARE(deleted.comments, central::ingestBatchMax + 1);
        QVERIFY(must(fleet.ledger().commentCounts()).empty());
        QCOMPARE(entries(fleet, "comments.delete"), 2U); // one in each commit
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
        const std::string part = sealed.substr(0, 40);
        SQLite::Database reader(fleet.folder().ledger().string());
        reader.exec("BEGIN; SELECT count(*) FROM comments");
        QCOMPARE(must(central::deleteOldComments(fleet.ledger(), fleet.clock.now().wall)).comments, 1U);
        QVERIFY(isInAFile(fleet, part));
        reader.exec("COMMIT");
        QCOMPARE(must(central::deleteOldComments(fleet.ledger(), fleet.clock.now().wall)).comments, 0U);
        QVERIFY(!isInAFile(fleet, part));
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
        QVERIFY(isInAFile(fleet, "Hanne Lund"));
        (void)must(central::disableComments(fleet.ledger(), fjordby, fleet.key, now));
        const auto kept = must(wire::readCommentSettings(must(fleet.ledger().commentSwitches()).front().settings));
        QVERIFY(kept.staffNames.empty());
        QVERIFY(kept.approvedBy == settings.approvedBy && kept.deletedAfterDays == settings.deletedAfterDays);
        (void)must(central::deleteOldComments(fleet.ledger(), now));
        QVERIFY(!isInAFile(fleet, "Hanne Lund"));
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
        // Another process that deletes at the same time comes too late.
        const auto rest = must(fleet.ledger().envelopeBytes(2));
        QCOMPARE(must(fleet.ledger().deleteComments(2, "other bytes")), 0U);
        QCOMPARE(must(fleet.ledger().envelopeBytes(2)), rest);
    }

    void aLedgerOfTheSecondVersionIsBroughtForward()
    {
        QTemporaryDir dir;
        const std::string file = dir.filePath("ledger.sqlite").toStdString();
        {
            SQLite::Database raw = secondVersion(file);
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

    void whatTheSecondVersionHadNotReadIsDeletedToo()
    {
        Fleet fleet; // for its keys, randomness and clock
        QTemporaryDir dir;
        const std::string file = dir.filePath("ledger.sqlite").toStdString();
        FakeStand stand = fleet.device("fjordby-1");
        const auto key = wire::CommentSecret::generate().publicKey();
        const std::vector states{central::EnvelopeState::Stored, central::EnvelopeState::KeptAside,
                                 central::EnvelopeState::Fork};
        {
            SQLite::Database raw = secondVersion(file);
            raw.exec("UPDATE stands SET state = 1, envelope_key = '" + stand.envelopeKey.publicKey().text() + "'");
            for (const auto state : states) {
                const auto number = static_cast<std::int64_t>(stand.number);
                const auto sealed = seal(stand, dayWithComments(stand, 2, key, fleet.random), fleet.random);
                SQLite::Statement row(raw, "INSERT INTO envelopes (stand, epoch, number, hash, first_day, last_day, "
                                           "received_at, state) VALUES ('fjordby-1', ?, ?, ?, 20000, 20000, 2000, ?)");
                row.bind(1, stand.epoch.text());
                row.bind(2, number);
                row.bind(3, sealed.hash.text());
                row.bind(4, static_cast<int>(state));
                row.exec();
                SQLite::Statement bytes(raw, "INSERT INTO envelope_bytes VALUES (last_insert_rowid(), ?)");
                bytes.bind(1, sealed.bytes.data(), static_cast<int>(sealed.bytes.size()));
                bytes.exec();
            }
        }
        const auto ledger = must(central::openSqliteLedger(file));
        for (const auto& row : must(ledger->envelopes())) {
            QCOMPARE(row.comments, 2U);
        }
        const core::WallMs late{2001 + 90 * dayMs};
        QCOMPARE(must(central::deleteOldComments(*ledger, late)).comments, 6U);
        for (const auto& row : must(ledger->envelopes())) {
            QVERIFY(wire::readWithoutComments(must(ledger->envelopeBytes(row.id)))->envelope.comments.empty());
        }
        QCOMPARE(must(ledger->releaseKeptAside(stand.id)), 1U);
        QCOMPARE(must(central::Ingest(*ledger, fleet.clock).finishReading()), 2U);
        QCOMPARE(must(ledger->counts()).visits, 14U);
        QVERIFY(must(ledger->comments(fjordby)).empty());
        QCOMPARE(must(central::deleteOldComments(*ledger, late)).comments, 0U);
    }
};

QTEST_GUILESS_MAIN(TestCommentsDeletion)
#include "test_comments_deletion.moc"
