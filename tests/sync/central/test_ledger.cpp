// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/power_cut_vfs.h"
#include "tests/sync/central/fleet.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <QtTest>

#include <fstream>

using namespace smiley;
using namespace smiley::test;
using central::LedgerFault;

class TestLedger : public QObject {
    Q_OBJECT
private slots:
    void itKnowsItselfAfterARestart();
    void aFileThatIsNoLedgerIsRefusedAndLeftAlone_data();
    void aFileThatIsNoLedgerIsRefusedAndLeftAlone();
    void aTransactionThatIsNotCommittedLeavesNothing();
    void whatWasReceiptedSurvivesAPowerCutAtAnyWrite();
    void auditTrailAndBytesCanNotBeChanged();
    void aFullDiskWritesNothingAndLosesNothing();
    void namesAreTakenOnce();
    void aNightStampsWhatCameAndARerunStampsNothing();
    void nightsHaveNoGaps();
    void daysAreKnownAsTheyWereThatNight();
    void lateDaysAreInTheNightInWhichTheyCame();
    void twoProcessesMayUseItAtOnce();
};

namespace {

const auto fjordby = *core::MunicipalityId::parse("fjordby");

SQLite::Database raw(Fleet& fleet) { return {fleet.folder().ledger().string(), SQLite::OPEN_READWRITE}; }

} // namespace

void TestLedger::itKnowsItselfAfterARestart()
{
    Fleet fleet(Fleet::Kind::Example);
    const auto before = fleet.ledger().identity();
    QCOMPARE(before.id.size(), 32U);
    fleet.reopen();
    const auto after = fleet.ledger().identity();
    QCOMPARE(after.id, before.id);
    QCOMPARE(after.name, std::string("Test"));
    QVERIFY(after.example);
}

void TestLedger::aFileThatIsNoLedgerIsRefusedAndLeftAlone_data()
{
    QTest::addColumn<int>("what");
    QTest::addColumn<LedgerFault>("fault");
    QTest::newRow("missing") << 0 << LedgerFault::NotALedger;
    QTest::newRow("no database") << 1 << LedgerFault::NotALedger;
    QTest::newRow("another program's database") << 2 << LedgerFault::NotALedger;
    QTest::newRow("of a newer program") << 3 << LedgerFault::NewerSchema;
    QTest::newRow("a folder") << 4 << LedgerFault::Io;
}

void TestLedger::aFileThatIsNoLedgerIsRefusedAndLeftAlone()
{
    QFETCH(int, what);
    QFETCH(LedgerFault, fault);
    Fleet fleet;
    std::filesystem::path file = fleet.path("other.sqlite");
    switch (what) {
    case 0: break;
    case 1: std::ofstream(file) << std::string(5000, 'x'); break;
    case 2:
        SQLite::Database(file.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE).exec("CREATE TABLE t (x)");
        break;
    case 3: {
        auto database = raw(fleet);
        database.exec("PRAGMA user_version = 999");
        file = fleet.folder().ledger();
        break;
    }
    default: std::filesystem::create_directory(file); break;
    }
    const auto before = central::readWhole(file, 10'000'000);
    const auto opened = central::openSqliteLedger(file);
    QVERIFY(!opened);
    QCOMPARE(opened.error().code, fault);
    QVERIFY(opened.error().message.find(file.string()) != std::string::npos);
    const auto after = central::readWhole(file, 10'000'000);
    QCOMPARE(after.has_value(), before.has_value());
    QVERIFY(!before || *before == *after);
    QCOMPARE(central::createSqliteLedger(fleet.folder().ledger(), {}).error().code, LedgerFault::Exists);
}

void TestLedger::aTransactionThatIsNotCommittedLeavesNothing()
{
    Fleet fleet;
    {
        const auto transaction = must(central::Transaction::begin(fleet.ledger()));
        must(fleet.ledger().ensureMunicipality({fjordby, "Fjordby"}));
    }
    QVERIFY(must(fleet.ledger().municipalities()).empty());
    {
        const auto transaction = must(central::Transaction::begin(fleet.ledger()));
        must(fleet.ledger().ensureMunicipality({fjordby, "Fjordby"}));
        must(transaction->commit());
    }
    QCOMPARE(must(fleet.ledger().municipalities()).size(), 1U);
}

void TestLedger::whatWasReceiptedSurvivesAPowerCutAtAnyWrite()
{
    int receipted = 0;
    int cuts = 0;
    for (std::uint64_t cut = 1; cut <= 60; ++cut) {
        PowerCutVfs vfs(cut);
        Fleet fleet;
        FakeStand stand = fleet.enrolled("fjordby-1");
        const auto first = fleet.nextDay(stand);
        const auto second = fleet.nextDay(stand, 60);
        fleet.ingest(stand, first.bytes);
        const auto checked = fleet.check(stand, second.bytes);
        bool isReceipted = false;
        vfs.cutAfter(cut);
        {
            const auto ledger = fleet.takeLedger();
            central::Ingest ingest(*ledger, fleet.clock);
            const auto taken = ingest.store({&checked, 1});
            isReceipted = taken.has_value();
            if (taken) {
                static_cast<void>(ingest.read({&checked, 1}, *taken));
            }
        }
        receipted += isReceipted ? 1 : 0;
        cuts += vfs.isCut() ? 1 : 0;
        vfs.powerOn(fleet.folder().root());

        fleet.reopen();
        must(central::Ingest(fleet.ledger(), fleet.clock).finishReading());
        const auto rows = must(fleet.ledger().envelopes());
        QVERIFY2(!isReceipted || rows.size() == 2, "an envelope was receipted and is lost");
        for (const auto& row : rows) {
            QVERIFY(must(fleet.ledger().envelopeBytes(row.id)) ==
                    (row.hash == first.hash ? first.bytes : second.bytes));
            QCOMPARE(must(fleet.ledger().content(row.id)).visits.size(), row.visits);
        }
        QCOMPARE(fleet.ingest(stand, second.bytes).isNew, rows.size() == 1);
        QCOMPARE(must(fleet.ledger().counts()).visits, 67U);
    }
    QVERIFY(receipted > 5);
    QVERIFY(receipted < 60);
    QVERIFY(cuts > 20);
}

void TestLedger::auditTrailAndBytesCanNotBeChanged()
{
    Fleet fleet;
    FakeStand stand = fleet.enrolled("fjordby-1");
    fleet.ingest(stand, fleet.nextDay(stand).bytes);
    auto database = raw(fleet);
    for (const char* sql :
         {"UPDATE audit SET what = 'nothing'", "DELETE FROM audit", "UPDATE envelope_bytes SET bytes = x'00'"}) {
        QVERIFY_EXCEPTION_THROWN(database.exec(sql), SQLite::Exception);
    }
}

void TestLedger::aFullDiskWritesNothingAndLosesNothing()
{
    PowerCutVfs vfs(1);
    Fleet fleet;
    FakeStand stand = fleet.enrolled("fjordby-1");
    fleet.ingest(stand, fleet.nextDay(stand, 20).bytes);
    const auto sealed = seal(stand, dayEnvelope(stand, 3000, fleet.random), fleet.random);
    const auto checked = fleet.check(stand, sealed.bytes);
    vfs.limitFileSize(100'000);
    const auto refused = central::Ingest(fleet.ledger(), fleet.clock).store({&checked, 1});
    vfs.limitFileSize({});

    QVERIFY(!refused);
    QCOMPARE(refused.error().code, LedgerFault::Full);
    QCOMPARE(must(fleet.ledger().envelopes()).size(), 1U);
    QCOMPARE(fleet.ingest(stand, sealed.bytes).row.state, central::EnvelopeState::Stored);
    QCOMPARE(must(fleet.ledger().counts()).visits, 3020U);
}

void TestLedger::namesAreTakenOnce()
{
    Fleet fleet;
    fleet.addStand("fjordby-1");
    const auto add = [&](std::optional<core::StandId> id) {
        return central::addStand(fleet.ledger(),
                                 {fjordby, "", *core::SiteId::parse("jobcenter"), "", "", std::move(id)},
                                 central::codeLifetimeMs, fleet.clock.now().wall, fleet.random);
    };
    QCOMPARE(add(core::StandId::parse("fjordby-1")).error().code, LedgerFault::Exists);
    QCOMPARE(must(add({})).stand.text(), std::string("jobcenter-1"));
    QCOMPARE(must(add({})).stand.text(), std::string("jobcenter-2"));
    QCOMPARE(must(fleet.ledger().stands()).size(), 3U);
    QCOMPARE(central::blockStand(fleet.ledger(), *core::StandId::parse("nobody"), {}).error().code,
             LedgerFault::NotFound);
    QCOMPARE(central::addToken(fleet.ledger(), *core::MunicipalityId::parse("nowhere"), {}, fleet.random).error().code,
             LedgerFault::NotFound);
}

void TestLedger::aNightStampsWhatCameAndARerunStampsNothing()
{
    Fleet fleet;
    FakeStand stand = fleet.enrolled("fjordby-1");
    FakeStand other = fleet.enrolled("skovby-1", "skovby");
    fleet.ingest(stand, fleet.nextDay(stand).bytes);
    fleet.ingest(other, fleet.nextDay(other).bytes);
    fleet.ingest(stand, fleet.nextDay(stand).bytes);
    const auto at = fleet.clock.now().wall;
    must(fleet.ledger().stampNight(1, at));
    fleet.ingest(stand, fleet.nextDay(stand).bytes);
    fleet.clock.advance(86'400'000);
    const auto again = must(fleet.ledger().stampNight(1, fleet.clock.now().wall));
    QVERIFY(again.stampedAt == at);
    const auto first = must(fleet.ledger().envelopesOfNight(1, fjordby));
    QCOMPARE(first.size(), 2U);
    QVERIFY(first[0].firstDay < first[1].firstDay);
    QCOMPARE(must(fleet.ledger().envelopesOfNight(1, *core::MunicipalityId::parse("skovby"))).size(), 1U);
    must(fleet.ledger().stampNight(2, fleet.clock.now().wall));
    QCOMPARE(must(fleet.ledger().envelopesOfNight(2, fjordby)).size(), 1U);
    QCOMPARE(must(fleet.ledger().nights()).size(), 2U);
}

void TestLedger::nightsHaveNoGaps()
{
    Fleet fleet;
    QCOMPARE(fleet.ledger().stampNight(2, {}).error().code, LedgerFault::NotFound);
    QCOMPARE(fleet.ledger().stampNight(0, {}).error().code, LedgerFault::NotFound);
    must(fleet.ledger().stampNight(1, {}));
    QCOMPARE(fleet.ledger().stampNight(3, {}).error().code, LedgerFault::NotFound);
}

void TestLedger::daysAreKnownAsTheyWereThatNight()
{
    Fleet fleet;
    FakeStand stand = fleet.enrolled("fjordby-1");
    auto envelope = dayEnvelope(stand, 7, fleet.random);
    envelope.header.lastDay = dayAt("2026-11-04");
    envelope.statuses[0].days = {dayAt("2026-11-02"), dayAt("2026-11-04")};
    stand.day = dayAt("2026-11-04");
    fleet.ingest(stand, seal(stand, envelope, fleet.random).bytes);
    must(fleet.ledger().stampNight(1, fleet.clock.now().wall));
    auto without = dayEnvelope(stand, 7, fleet.random);
    without.statuses.clear(); // the days of its header then
    fleet.ingest(stand, seal(stand, without, fleet.random).bytes);
    must(fleet.ledger().stampNight(2, fleet.clock.now().wall));
    const auto days = [&](std::uint64_t night) {
        std::string text;
        for (const auto& day : must(fleet.ledger().daysReceived(night, fjordby))) {
            text += day.day.text() + " in night " + std::to_string(*day.night) + "; ";
        }
        return text;
    };
    QCOMPARE(days(1), std::string("2026-11-02 in night 1; 2026-11-04 in night 1; "));
    QCOMPARE(days(2), std::string("2026-11-02 in night 1; 2026-11-04 in night 1; 2026-11-05 in night 2; "));
}

void TestLedger::lateDaysAreInTheNightInWhichTheyCame()
{
    Fleet fleet;
    FakeStand stand = fleet.enrolled("fjordby-1");
    const auto late = fleet.nextDay(stand);
    fleet.ingest(stand, fleet.nextDay(stand).bytes);
    must(fleet.ledger().stampNight(1, fleet.clock.now().wall));
    fleet.ingest(stand, late.bytes);
    must(fleet.ledger().stampNight(2, fleet.clock.now().wall));
    const auto rows = must(fleet.ledger().envelopesOfNight(2, fjordby));
    QCOMPARE(rows.size(), 1U);
    QVERIFY(rows[0].hash == late.hash);
}

void TestLedger::twoProcessesMayUseItAtOnce()
{
    Fleet fleet;
    FakeStand stand = fleet.enrolled("fjordby-1");
    const auto second = must(fleet.folder().openLedger()); // as `nightly` beside `serve`
    fleet.ingest(stand, fleet.nextDay(stand).bytes);
    must(second->stampNight(1, fleet.clock.now().wall));
    QCOMPARE(must(fleet.ledger().envelopesOfNight(1, fjordby)).size(), 1U);
    QVERIFY(must(second->questionnaire(smileyQuestionnaire())).has_value());
}

QTEST_GUILESS_MAIN(TestLedger)
#include "test_ledger.moc"
