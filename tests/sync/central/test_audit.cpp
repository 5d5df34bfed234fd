// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/central/commands.h"
#include "tests/sync/central/fleet.h"
#include "tests/sync/central/run_program.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <QJsonArray>
#include <QJsonObject>
#include <QtTest>

#include <set>
#include <string>
#include <vector>

// What staff did at a stand, as the centre keeps and checks it.

using namespace smiley;
using namespace smiley::test;
using Kind = wire::AuditFault::Kind;
using Rows = std::vector<wire::AuditRecord>;

namespace {

Rows trailOf(std::size_t count, const std::string& who = "p-anna")
{
    Rows rows;
    for (std::size_t number = 1; number <= count; ++number) {
        rows.push_back({number, "2026-11-02 14", who, "settings-changed", "volume", wire::noHash()});
        rows.back().hash =
            wire::auditHash(number == 1 ? std::nullopt : std::optional(rows[number - 2].hash), rows.back());
    }
    return rows;
}

/// The next day's envelope with these rows of the trail; its head is row `head` (0: none).
std::string withRows(Fleet& fleet, FakeStand& stand, const Rows& trail, std::size_t from, std::size_t to,
                     std::size_t head)
{
    wire::Envelope envelope = dayEnvelope(stand, 7, fleet.random);
    for (std::size_t number = from; number <= to; ++number) {
        envelope.audit.push_back(trail.at(number - 1));
    }
    if (head > 0) {
        envelope.header.auditRows = head;
        envelope.header.auditHead = trail.at(head - 1).hash;
    }
    return seal(stand, std::move(envelope), fleet.random).bytes;
}

std::set<Kind> faultsOf(Fleet& fleet, const FakeStand& stand)
{
    std::set<Kind> kinds;
    for (const auto& fault : must(central::checkAudit(fleet.ledger(), stand.id)).faults) {
        kinds.insert(fault.kind);
    }
    return kinds;
}

} // namespace

class TestAudit : public QObject {
    Q_OBJECT

private slots:
    void rowsOfSeveralEnvelopesAreOneTrail()
    {
        Fleet fleet;
        FakeStand stand = fleet.enrolled("fjordby-1");
        FakeStand other = fleet.enrolled("fjordby-2");
        const Rows trail = trailOf(5);
        fleet.ingest(stand, withRows(fleet, stand, trail, 1, 3, 3));
        fleet.ingest(stand, withRows(fleet, stand, trail, 3, 5, 5)); // row 3 comes twice
        fleet.ingest(other, withRows(fleet, other, trailOf(1, "p-bo"), 1, 1, 1));
        const auto kept = must(fleet.ledger().standAudit(stand.id));
        QCOMPARE(kept.size(), trail.size());
        for (std::size_t index = 0; index < kept.size(); ++index) {
            QCOMPARE(kept[index].number, trail[index].number);
            QCOMPARE(kept[index].hour, trail[index].hour);
            QCOMPARE(kept[index].who + kept[index].what + kept[index].detail,
                     trail[index].who + trail[index].what + trail[index].detail);
            QVERIFY(kept[index].hash == trail[index].hash);
        }
        const auto check = must(central::checkAudit(fleet.ledger(), stand.id));
        QVERIFY(check.faults.empty());
        QCOMPARE(check.vouchedTo, std::uint64_t{5});
        for (const auto& row : must(fleet.ledger().envelopes())) {
            QVERIFY(row.flags.empty());
        }
    }

    void aLateEnvelopeFillsItsGap()
    {
        Fleet fleet;
        FakeStand stand = fleet.enrolled("fjordby-1");
        const Rows trail = trailOf(6);
        const auto first = withRows(fleet, stand, trail, 1, 2, 2);
        const auto second = withRows(fleet, stand, trail, 3, 4, 4);
        const auto third = withRows(fleet, stand, trail, 5, 6, 6);
        fleet.ingest(stand, third);
        fleet.ingest(stand, first);
        QVERIFY(faultsOf(fleet, stand) == std::set{Kind::Gap});
        fleet.ingest(stand, second);
        QVERIFY(faultsOf(fleet, stand).empty());
    }

    void aBrokenTrailIsToldAndTheEnvelopeIsTakenAllTheSame_data()
    {
        QTest::addColumn<int>("what");
        QTest::addColumn<int>("kind");
        QTest::newRow("a row was changed") << 0 << static_cast<int>(Kind::Changed);
        QTest::newRow("a row was left out") << 1 << static_cast<int>(Kind::Gap);
        QTest::newRow("the head names another row") << 2 << static_cast<int>(Kind::Anchor);
        QTest::newRow("the trail was made again after its head had left") << 3 << static_cast<int>(Kind::Twice);
        QTest::newRow("the trail begins anew") << 4 << static_cast<int>(Kind::BegunAnew);
        QTest::newRow("rows were cut off after their head had left") << 5 << static_cast<int>(Kind::Anchor);
    }
    void aBrokenTrailIsToldAndTheEnvelopeIsTakenAllTheSame()
    {
        QFETCH(int, what);
        QFETCH(int, kind);
        Fleet fleet;
        FakeStand stand = fleet.enrolled("fjordby-1");
        const Rows trail = trailOf(5);
        Rows other = trail;
        const bool isCut = what == 5;
        fleet.ingest(stand, withRows(fleet, stand, trail, 1, isCut ? 2 : 3, 3));
        std::size_t from = 4;
        std::size_t head = 5;
        switch (what) {
        case 0: other[3].who = "p-bo"; break;
        case 1: from = 5; break;
        case 2: other[4].hash = wire::noHash(); break;
        case 3:
            other = trailOf(5, "p-bo");
            from = 3;
            break;
        case 4:
            other = trailOf(5, "p-bo");
            from = 1;
            break;
        default:
            from = 1;
            head = 2;
            break;
        }
        if (what == 2) {
            fleet.ingest(stand, withRows(fleet, stand, trail, 4, 5, 0));
            fleet.ingest(stand, withRows(fleet, stand, other, 4, 4, 5));
        } else {
            const auto taken = fleet.ingest(stand, withRows(fleet, stand, other, from, isCut ? 2 : 5, head));
            QCOMPARE(taken.receipt.outcome, wire::Receipt::Outcome::Stored);
        }
        QVERIFY(faultsOf(fleet, stand).contains(static_cast<Kind>(kind)));
        for (const auto& row : must(fleet.ledger().envelopes())) {
            QCOMPARE(row.state, central::EnvelopeState::Stored);
            QCOMPARE(row.visits, 7U);
        }
    }

    void readingTheBytesAgainGivesTheSame()
    {
        Fleet fleet;
        FakeStand stand = fleet.enrolled("fjordby-1");
        const Rows trail = trailOf(4);
        wire::Envelope envelope = dayEnvelope(stand, 7, fleet.random);
        envelope.audit = trail;
        envelope.header.auditRows = 4;
        envelope.header.auditHead = trail.back().hash;
        envelope.typedCounts = {{stand.day, "door", 40}, {stand.day, "appointments", 12}};
        const auto taken = fleet.ingest(stand, seal(stand, std::move(envelope), fleet.random).bytes);
        const auto file = fleet.folder().ledger().string();
        const auto forget = [&](const char* tables) {
            fleet.reopen();
            SQLite::Database raw(file, SQLite::OPEN_READWRITE);
            raw.exec(tables);
        };
        QCOMPARE(must(fleet.ledger().content(taken.row.id)).typedCounts.size(), 2U);
        // As if a program that didn't know them had read it.
        forget("DELETE FROM stand_audit; DELETE FROM audit_heads; DELETE FROM typed_counts;"
               "UPDATE envelopes SET flags = 'unknown-kinds'");
        QVERIFY(must(fleet.ledger().standAudit(stand.id)).empty());
        central::Ingest ingest(fleet.ledger(), fleet.clock);
        QCOMPARE(must(ingest.reprocess()).envelopes, 1U);
        for (int time = 0; time < 2; ++time) {
            QCOMPARE(must(fleet.ledger().standAudit(stand.id)).size(), 4U);
            QCOMPARE(must(central::checkAudit(fleet.ledger(), stand.id)).vouchedTo, std::uint64_t{4});
            const auto typed = must(fleet.ledger().content(taken.row.id)).typedCounts;
            QVERIFY(typed == (std::vector<wire::TypedCountRecord>{{dayAt("2026-11-02"), "appointments", 12},
                                                                  {dayAt("2026-11-02"), "door", 40}}));
            must(ingest.reprocess());
        }
    }

    void aLedgerOfTheThirdVersionGetsTheTables()
    {
        Fleet fleet;
        FakeStand stand = fleet.enrolled("fjordby-1");
        fleet.ingest(stand, fleet.nextDay(stand).bytes);
        fleet.takeLedger().reset();
        {
            SQLite::Database raw(fleet.folder().ledger().string(), SQLite::OPEN_READWRITE);
            raw.exec("DROP TABLE stand_audit; DROP TABLE audit_heads; DROP TABLE typed_counts;"
                     "DROP TABLE status_versions; DROP TABLE status_promises;"
                     "PRAGMA user_version = 3");
        }
        fleet.reopen();
        QVERIFY(must(fleet.ledger().standAudit(stand.id)).empty());
        const Rows trail = trailOf(2);
        fleet.ingest(stand, withRows(fleet, stand, trail, 1, 2, 2));
        QCOMPARE(must(fleet.ledger().standAudit(stand.id)).size(), 2U);
        QCOMPARE(must(fleet.ledger().envelopes()).size(), 2U);
    }

    void theCommandListsTheRowsAndItsExitCodeSaysWhetherTheChainIsWhole()
    {
        Fleet fleet;
        FakeStand stand = fleet.enrolled("fjordby-1");
        const QStringList command{"audit", "--data", folderOf(fleet), "--stand"};
        const auto nothing = run(command + QStringList{"fjordby-1"});
        QCOMPARE(nothing.code, 0);
        QVERIFY(nothing.out.contains("Nothing has come yet"));
        const Rows trail = trailOf(4);
        fleet.ingest(stand, withRows(fleet, stand, trail, 1, 2, 2));
        const auto whole = run(command + QStringList{"fjordby-1"});
        QCOMPARE(whole.code, 0);
        QVERIFY2(whole.out.contains("1  2026-11-02 14  p-anna  settings-changed  volume\n"), whole.out);
        QVERIFY2(whole.out.contains("whole up to row 2"), whole.out);
        fleet.ingest(stand, withRows(fleet, stand, trail, 4, 4, 4));
        const auto broken = run(command + QStringList{"fjordby-1"});
        QCOMPARE(broken.code, 1);
        QVERIFY2(broken.error.contains("rows before row 4 are missing"), broken.error);
        const auto json = run(command + QStringList{"fjordby-1", "--json"});
        QCOMPARE(json.code, 1);
        QCOMPARE(json.json()["ok"].toBool(true), false);
        QCOMPARE(json.json()["vouched_to"].toInt(), 4);
        QCOMPARE(json.json()["rows"].toArray().size(), 3);
        QCOMPARE(json.json()["rows"].toArray()[1].toObject()["hash"].toString().toStdString(), trail[1].hash.text());
        QCOMPARE(json.json()["faults"].toArray()[0].toObject()["kind"].toString(), QString("gap"));
        QCOMPARE(run(command + QStringList{"fjordby-9"}).code, 1);
        QCOMPARE(run(command + QStringList{"No Stand"}).code, 2);
        const auto help = run({"audit", "--help"});
        QCOMPARE(help.code, 0);
        QVERIFY2(help.out.contains("smiley-central audit --data"), help.out);
    }
};

QTEST_GUILESS_MAIN(TestAudit)
#include "test_audit.moc"
