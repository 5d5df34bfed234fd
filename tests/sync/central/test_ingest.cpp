// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/central/ledger_thread.h"
#include "tests/sync/central/fleet.h"

#include <QtTest>

#include <algorithm>
#include <atomic>
#include <thread>
#include <zstd.h>

using namespace smiley;
using namespace smiley::test;
using Outcome = wire::Receipt::Outcome;
using central::EnvelopeState;
using central::IngestFault;

namespace {

/// The same envelope, a letter of its text changed and compressed again: good zstd, good JSON, another hash.
std::string withOneLetterChanged(const std::string& bytes)
{
    std::string text(wire::envelopePlainBytesMax, '\0');
    text.resize(ZSTD_decompress(text.data(), text.size(), bytes.data(), bytes.size()));
    const std::size_t at = text.find("\"face\":");
    text[at + 7] = text[at + 7] == '1' ? '2' : '1';
    std::string changed(ZSTD_compressBound(text.size()), '\0');
    changed.resize(ZSTD_compress(changed.data(), changed.size(), text.data(), text.size(), 3));
    return changed;
}

} // namespace

class TestIngest : public QObject {
    Q_OBJECT
private slots:
    void anEnvelopeIsStoredReceiptedAndRead();
    void everythingThatIsReadComesBack();
    void theSameEnvelopeAgainGetsTheSameReceipt();
    void theSameEnvelopeFromEightThreadsIsStoredOnce();
    void whatWasStoredBeforeACrashIsReadAtTheNextStart();
    void anotherHashUnderTheSameNumberIsAFork();
    void aHistoryThatIsNoPrefixIsAFork();
    void aGapIsTakenAndFilledLater();
    void anEnvelopeThatDoesNotFitTheNextIsAFork();
    void anOlderEpochFromADrawerIsTaken();
    void anOlderEpochThatGoesOnIsAClone();
    void aHeartbeatOfAnOlderEpochIsAClone();
    void aBlockedStandIsKeptAsideUntilItIsReleased();
    void refusedAsAWhole_data();
    void refusedAsAWhole();
    void exampleAndRealDataDoNotMix();
    void whatIsOddIsFlaggedAndKept_data();
    void whatIsOddIsFlaggedAndKept();
    void badRecordsAreKeptAndReadAgainLater();
    void aDayClosedInTwoEpochsIsFlagged();
};

void TestIngest::anEnvelopeIsStoredReceiptedAndRead()
{
    Fleet fleet;
    FakeStand stand = fleet.enrolled("fjordby-1");
    const auto sealed = fleet.nextDay(stand, 12);
    const auto taken = fleet.ingest(stand, sealed.bytes);

    QVERIFY(taken.isNew);
    QCOMPARE(taken.receipt.outcome, Outcome::Stored);
    QVERIFY(taken.receipt.hash == sealed.hash);
    QCOMPARE(core::number(taken.receipt.highest), 1U);
    const auto rows = must(fleet.ledger().envelopes());
    QCOMPARE(rows.size(), 1U);
    QCOMPARE(rows.front().read, central::ReadState::Read);
    QCOMPARE(rows.front().visits, 12U);
    QVERIFY(rows.front().flags.empty());
    QCOMPARE(must(fleet.ledger().envelopeBytes(taken.row.id)), sealed.bytes);
}

void TestIngest::everythingThatIsReadComesBack()
{
    Fleet fleet;
    FakeStand stand = fleet.enrolled("fjordby-1");
    const auto sealed = fleet.nextDay(stand, 7);
    const auto taken = fleet.ingest(stand, sealed.bytes);
    const auto sent = must(wire::readEnvelope(sealed.bytes, stand.envelopeKey.publicKey()));
    const auto kept = must(fleet.ledger().content(taken.row.id));

    QCOMPARE(kept.visits.size(), sent.envelope.visits.size());
    for (std::size_t i = 0; i < kept.visits.size(); ++i) {
        const auto& a = kept.visits[i];
        const auto& b = sent.envelope.visits[i];
        QCOMPARE(a.id, b.id);
        QVERIFY(a.block == b.block && a.face == b.face && a.answers == b.answers && a.language == b.language);
        QVERIFY(a.questionnaire == b.questionnaire && a.outcome == b.outcome && a.reason == b.reason);
    }
    QCOMPARE(kept.tallies.size(), 2U);
    for (std::size_t i = 0; i < 2; ++i) {
        const auto& a = kept.tallies[i];
        const auto& b = sent.envelope.tallies[i];
        QVERIFY(a.policy == b.policy && a.faces == b.faces && a.reasons == b.reasons && a.inputs == b.inputs);
        QVERIFY(a.corrections == b.corrections && a.withdrawals == b.withdrawals);
    }
    QCOMPARE(kept.statuses.size(), 1U);
    QVERIFY(kept.statuses[0].days == sent.envelope.statuses[0].days);
    QVERIFY(kept.statuses[0].deadMinutes == sent.envelope.statuses[0].deadMinutes);
    QVERIFY(kept.statuses[0].newest && kept.statuses[0].newest == sent.envelope.statuses[0].newest);
    QCOMPARE(kept.statuses[0].smallestShown, std::uint64_t{25});
    QVERIFY(kept.statuses[0].passages == sent.envelope.statuses[0].passages);
    QVERIFY(must(fleet.ledger().questionnaire(smileyQuestionnaire())).has_value());
}

void TestIngest::theSameEnvelopeAgainGetsTheSameReceipt()
{
    Fleet fleet;
    FakeStand stand = fleet.enrolled("fjordby-1");
    const auto sealed = fleet.nextDay(stand);
    const auto first = fleet.ingest(stand, sealed.bytes);
    fleet.clock.advance(3'600'000);
    const auto second = fleet.ingest(stand, sealed.bytes);
    QVERIFY(!second.isNew);
    QCOMPARE(wire::writeReceipt(second.receipt, fleet.key), wire::writeReceipt(first.receipt, fleet.key));
    QCOMPARE(must(fleet.ledger().envelopes()).size(), 1U);
    QCOMPARE(must(fleet.ledger().counts()).visits, 7U);
}

void TestIngest::theSameEnvelopeFromEightThreadsIsStoredOnce()
{
    Fleet fleet;
    FakeStand stand = fleet.enrolled("fjordby-1");
    const auto sealed = fleet.nextDay(stand, 50);
    const auto checked = fleet.check(stand, sealed.bytes);
    std::atomic<int> fresh = 0;
    std::atomic<int> stored = 0;
    {
        central::LedgerThread thread(fleet.takeLedger(), fleet.clock);
        std::vector<std::thread> senders;
        for (int i = 0; i < 8; ++i) {
            senders.emplace_back([&] {
                for (int round = 0; round < 5; ++round) {
                    const auto taken = thread.store(checked);
                    stored += taken && taken->receipt.outcome == Outcome::Stored ? 1 : 0;
                    fresh += taken && taken->isNew ? 1 : 0;
                }
            });
        }
        for (auto& sender : senders) {
            sender.join();
        }
    }
    QCOMPARE(stored.load(), 40);
    QCOMPARE(fresh.load(), 1);
    fleet.reopen();
    QCOMPARE(must(fleet.ledger().envelopes()).size(), 1U);
    QCOMPARE(must(fleet.ledger().counts()).visits, 50U);
}

void TestIngest::whatWasStoredBeforeACrashIsReadAtTheNextStart()
{
    Fleet fleet;
    FakeStand stand = fleet.enrolled("fjordby-1");
    const auto checked = fleet.check(stand, fleet.nextDay(stand, 9).bytes);
    const auto taken = must(central::Ingest(fleet.ledger(), fleet.clock).store({&checked, 1})); // and then the crash
    fleet.reopen();
    QCOMPARE(must(fleet.ledger().envelopesToRead()).size(), 1U);
    QCOMPARE(must(fleet.ledger().stampNight(1, fleet.clock.now().wall)).number, 1U);
    QVERIFY(must(fleet.ledger().envelopesOfNight(1, *core::MunicipalityId::parse("fjordby"))).empty());

    {
        central::LedgerThread thread(fleet.takeLedger(), fleet.clock);
    }
    fleet.reopen();
    QVERIFY(must(fleet.ledger().envelopesToRead()).empty());
    QCOMPARE(must(fleet.ledger().content(taken.front().row.id)).visits.size(), 9U);
}

void TestIngest::anotherHashUnderTheSameNumberIsAFork()
{
    Fleet fleet;
    FakeStand stand = fleet.enrolled("fjordby-1");
    FakeStand twin = stand;
    const auto first = fleet.nextDay(stand);
    const auto other = fleet.nextDay(twin, 8);
    fleet.ingest(stand, first.bytes);
    const auto forked = fleet.ingest(stand, other.bytes);
    QCOMPARE(forked.receipt.outcome, Outcome::Fork);
    QCOMPARE(core::number(forked.receipt.highest), 1U);
    QVERIFY(forked.receipt.highestHash == first.hash);
    QVERIFY(!fleet.ingest(stand, other.bytes).isNew); // a fork too is kept once
    const auto rows = must(fleet.ledger().envelopes());
    QCOMPARE(rows.size(), 2U);
    QCOMPARE(rows[1].state, EnvelopeState::Fork);
    QCOMPARE(rows[1].read, central::ReadState::Waiting);
    QCOMPARE(must(fleet.ledger().counts()).visits, 7U);
    QCOMPARE(must(fleet.ledger().envelopeBytes(rows[1].id)), other.bytes);
    const auto trail = must(fleet.ledger().auditTrail());
    QVERIFY(std::any_of(trail.begin(), trail.end(), [](const auto& entry) { return entry.what == "envelope.fork"; }));
}

void TestIngest::aHistoryThatIsNoPrefixIsAFork()
{
    Fleet fleet;
    FakeStand stand = fleet.enrolled("fjordby-1");
    FakeStand restored = stand;
    fleet.ingest(stand, fleet.nextDay(stand).bytes);
    fleet.nextDay(restored, 8); // its number 1 is another
    const auto second = fleet.nextDay(restored);
    QCOMPARE(fleet.ingest(stand, second.bytes).receipt.outcome, Outcome::Fork);
    QCOMPARE(fleet.ingest(stand, fleet.nextDay(stand).bytes).receipt.outcome, Outcome::Stored);
}

void TestIngest::aGapIsTakenAndFilledLater()
{
    Fleet fleet;
    FakeStand stand = fleet.enrolled("fjordby-1");
    const auto one = fleet.nextDay(stand);
    const auto two = fleet.nextDay(stand);
    const auto three = fleet.nextDay(stand);
    for (const auto* sealed : {&three, &one, &two}) {
        QCOMPARE(fleet.ingest(stand, sealed->bytes).receipt.outcome, Outcome::Stored);
    }
    QCOMPARE(must(fleet.ledger().counts()).visits, 21U);
}

void TestIngest::anEnvelopeThatDoesNotFitTheNextIsAFork()
{
    Fleet fleet;
    FakeStand stand = fleet.enrolled("fjordby-1");
    FakeStand twin = stand;
    const auto other = fleet.nextDay(twin, 8);
    fleet.nextDay(stand);
    fleet.ingest(stand, fleet.nextDay(stand).bytes); // number 2 comes first
    QCOMPARE(fleet.ingest(stand, other.bytes).receipt.outcome, Outcome::Fork);
}

void TestIngest::anOlderEpochFromADrawerIsTaken()
{
    Fleet fleet;
    FakeStand stand = fleet.enrolled("fjordby-1");
    FakeStand old = stand;
    const auto drawer = fleet.nextDay(old); // 2 November
    stand.epoch = wire::newEpoch(fleet.random);
    fleet.clock.advance(std::int64_t{5} * 86'400'000);
    stand.day = dayAt("2026-11-03");
    fleet.ingest(stand, fleet.nextDay(stand).bytes);
    const auto taken = fleet.ingest(stand, drawer.bytes);
    QCOMPARE(taken.receipt.outcome, Outcome::Stored);
    QVERIFY(!must(fleet.ledger().stand(stand.id))->clone);
    QCOMPARE(must(fleet.ledger().counts()).visits, 14U);
}

void TestIngest::anOlderEpochThatGoesOnIsAClone()
{
    Fleet fleet;
    FakeStand stand = fleet.enrolled("fjordby-1");
    FakeStand twin = stand;
    twin.epoch = wire::newEpoch(fleet.random);
    fleet.clock.advance(86'400'000);
    fleet.ingest(stand, fleet.nextDay(twin).bytes); // the newer epoch is seen on 3 November
    QVERIFY(!must(fleet.ledger().stand(stand.id))->clone);
    fleet.ingest(stand, fleet.nextDay(stand).bytes); // 2 November, of the older: was over by then
    QVERIFY(!must(fleet.ledger().stand(stand.id))->clone);
    const auto taken = fleet.ingest(stand, fleet.nextDay(stand).bytes); // 3 November
    QCOMPARE(taken.receipt.outcome, Outcome::Stored);
    QVERIFY(must(fleet.ledger().stand(stand.id))->clone);
}

void TestIngest::aHeartbeatOfAnOlderEpochIsAClone()
{
    Fleet fleet;
    FakeStand stand = fleet.enrolled("fjordby-1");
    const core::Epoch newer = wire::newEpoch(fleet.random);
    central::Ingest ingest(fleet.ledger(), fleet.clock);
    const auto beat = [&](const core::Epoch& epoch) {
        wire::Heartbeat heartbeat;
        heartbeat.epoch = epoch;
        must(ingest.heartbeat(*must(fleet.ledger().stand(stand.id)), heartbeat, wire::writeHeartbeat(heartbeat)));
        return must(fleet.ledger().stand(stand.id))->clone;
    };
    fleet.clock.advance(1000);
    QVERIFY(!beat(newer));
    fleet.clock.advance(central::cloneGraceMs);
    QVERIFY(!beat(stand.epoch)); // one that was on its way
    fleet.clock.advance(1);
    QVERIFY(!beat(newer));
    QVERIFY(beat(stand.epoch));
    QCOMPARE(must(fleet.ledger().heartbeats()).size(), 1U);
}

void TestIngest::aBlockedStandIsKeptAsideUntilItIsReleased()
{
    Fleet fleet;
    FakeStand stand = fleet.enrolled("fjordby-1");
    fleet.ingest(stand, fleet.nextDay(stand).bytes);
    must(central::blockStand(fleet.ledger(), stand.id, fleet.clock.now().wall));
    const auto aside = fleet.nextDay(stand);
    const auto taken = fleet.ingest(stand, aside.bytes);
    QCOMPARE(taken.receipt.outcome, Outcome::KeptAside);
    QCOMPARE(must(fleet.ledger().counts()).visits, 7U);
    must(fleet.ledger().stampNight(1, fleet.clock.now().wall));
    QCOMPARE(must(fleet.ledger().envelopesOfNight(1, *core::MunicipalityId::parse("fjordby"))).size(), 1U);

    QCOMPARE(must(central::unblockStand(fleet.ledger(), stand.id, central::KeptAside::Release, fleet.clock.now().wall)),
             1U);
    QCOMPARE(must(central::Ingest(fleet.ledger(), fleet.clock).finishReading()), 1U);
    QCOMPARE(must(fleet.ledger().counts()).visits, 14U);
    QCOMPARE(fleet.ingest(stand, aside.bytes).receipt.outcome, Outcome::Stored);
    must(fleet.ledger().stampNight(2, fleet.clock.now().wall));
    QCOMPARE(must(fleet.ledger().envelopesOfNight(2, *core::MunicipalityId::parse("fjordby"))).size(), 1U);
}

void TestIngest::refusedAsAWhole_data()
{
    QTest::addColumn<int>("what");
    QTest::addColumn<IngestFault>("fault");
    QTest::newRow("a bit of the signed text is another") << 0 << IngestFault::BadSignature;
    QTest::newRow("cut off") << 1 << IngestFault::Unreadable;
    QTest::newRow("no envelope") << 2 << IngestFault::Unreadable;
    QTest::newRow("empty") << 3 << IngestFault::Unreadable;
    QTest::newRow("signed by another key") << 4 << IngestFault::BadSignature;
    QTest::newRow("of another stand") << 5 << IngestFault::WrongStand;
    QTest::newRow("one byte too large") << 6 << IngestFault::TooLarge;
    QTest::newRow("not enrolled") << 7 << IngestFault::NotEnrolled;
}

void TestIngest::refusedAsAWhole()
{
    QFETCH(int, what);
    QFETCH(IngestFault, fault);
    Fleet fleet;
    FakeStand stand = fleet.enrolled("fjordby-1");
    FakeStand other = fleet.enrolled("fjordby-2");
    central::Stand row = *must(fleet.ledger().stand(stand.id));
    std::string bytes = fleet.nextDay(stand).bytes;
    switch (what) {
    case 0: bytes = withOneLetterChanged(bytes); break;
    case 1: bytes.resize(bytes.size() - 5); break;
    case 2: bytes = "{\"kind\":\"header\"}"; break;
    case 3: bytes.clear(); break;
    case 4: row.envelopeKey = other.envelopeKey.publicKey(); break;
    case 5: bytes = fleet.nextDay(other).bytes; break;
    case 6: bytes.assign(wire::envelopeBytesMax + 1, 'x'); break;
    default: row.envelopeKey.reset(); break;
    }
    const auto checked = central::checkEnvelope(row, bytes, false);
    QVERIFY(!checked);
    QCOMPARE(checked.error().code, fault);
    QVERIFY(!checked.error().message.empty());
}

void TestIngest::exampleAndRealDataDoNotMix()
{
    Fleet real;
    FakeStand demo = real.enrolled("fjordby-1");
    demo.example = true;
    const auto row = *must(real.ledger().stand(demo.id));
    QCOMPARE(central::checkEnvelope(row, real.nextDay(demo).bytes, false).error().code, IngestFault::Example);

    Fleet example(Fleet::Kind::Example);
    FakeStand stand = example.enrolled("fjordby-1");
    QVERIFY(stand.example);
    QCOMPARE(example.ingest(stand, example.nextDay(stand).bytes).receipt.outcome, Outcome::Stored);
    stand.example = false;
    const auto exampleRow = *must(example.ledger().stand(stand.id));
    QCOMPARE(central::checkEnvelope(exampleRow, example.nextDay(stand).bytes, true).error().code, IngestFault::Example);
}

void TestIngest::whatIsOddIsFlaggedAndKept_data()
{
    QTest::addColumn<int>("what");
    QTest::addColumn<QString>("flag");
    const auto name = [](std::string_view flag) {
        return QString::fromUtf8(flag.data(), static_cast<qsizetype>(flag.size()));
    };
    QTest::newRow("questionnaire unknown") << 0 << name(central::flag::unknownQuestionnaire);
    QTest::newRow("headline tally too high") << 1 << name(central::flag::tallyMismatch);
    QTest::newRow("headline tally missing") << 2 << name(central::flag::tallyMismatch);
    QTest::newRow("unknown kind") << 3 << name(central::flag::unknownKinds);
    QTest::newRow("unreadable record") << 4 << name(central::flag::recordFaults);
}

void TestIngest::whatIsOddIsFlaggedAndKept()
{
    QFETCH(int, what);
    QFETCH(QString, flag);
    Fleet fleet;
    FakeStand stand = fleet.enrolled("fjordby-1");
    auto envelope = dayEnvelope(stand, 7, fleet.random);
    switch (what) {
    case 0: envelope.questionnaires.clear(); break;
    case 1: ++envelope.tallies[0].faces[2]; break;
    case 2: envelope.tallies.erase(envelope.tallies.begin()); break;
    case 3: envelope.unknown = {R"({"kind":"weather","rain":true})", R"({"kind":"weather","rain":false})"}; break;
    default: envelope.unknown = {R"({"kind":"visit","id":"nonsense"})"}; break;
    }
    const auto taken = fleet.ingest(stand, seal(stand, envelope, fleet.random).bytes);
    QCOMPARE(taken.receipt.outcome, Outcome::Stored);
    const auto row = must(fleet.ledger().envelopes()).front();
    QCOMPARE(row.flags.size(), 1U);
    QCOMPARE(QString::fromStdString(*row.flags.begin()), flag);
    QCOMPARE(row.visits, 7U);
    const auto counts = must(fleet.ledger().counts());
    QCOMPARE(counts.flags.at(flag.toStdString()), 1U);
    QCOMPARE(counts.unknownRecords, what == 3 ? 2U : 0U);
    QCOMPARE(counts.recordFaults, what == 4 ? 1U : 0U);
    if (what == 3) {
        QCOMPARE(must(fleet.ledger().content(row.id)).unknownKinds.at("weather"), 2U);
    }
}

void TestIngest::badRecordsAreKeptAndReadAgainLater()
{
    Fleet fleet;
    FakeStand stand = fleet.enrolled("fjordby-1");
    auto envelope = dayEnvelope(stand, 7, fleet.random);
    const auto questionnaire = envelope.questionnaires.front();
    envelope.questionnaires.clear();
    fleet.ingest(stand, seal(stand, envelope, fleet.random).bytes);
    must(fleet.ledger().stampNight(1, fleet.clock.now().wall));
    auto result = must(central::Ingest(fleet.ledger(), fleet.clock).reprocess());
    QCOMPARE(result.envelopes, 1U);
    QCOMPARE(result.stillFlagged, 1U);
    // The centre learns of the questionnaire from another stand.
    must(fleet.ledger().addQuestionnaire(questionnaire.hash, questionnaire.json));
    result = must(central::Ingest(fleet.ledger(), fleet.clock).reprocess());
    QCOMPARE(result.stillFlagged, 0U);
    QVERIFY(result.nights == std::set<std::uint64_t>{1});
    const auto row = must(fleet.ledger().envelopes()).front();
    QVERIFY(row.flags.empty());
    QCOMPARE(row.visits, 7U);
    QCOMPARE(must(fleet.ledger().content(row.id)).visits.size(), 7U);
}

void TestIngest::aDayClosedInTwoEpochsIsFlagged()
{
    Fleet fleet;
    FakeStand stand = fleet.enrolled("fjordby-1");
    FakeStand again = stand;
    again.epoch = wire::newEpoch(fleet.random);
    fleet.ingest(stand, fleet.nextDay(stand).bytes);
    fleet.ingest(stand, fleet.nextDay(again).bytes);
    const auto rows = must(fleet.ledger().envelopes());
    QVERIFY(rows[0].flags.empty());
    QVERIFY(rows[1].flags.contains(std::string(central::flag::dayOverlap)));
}

QTEST_GUILESS_MAIN(TestIngest)
#include "test_ingest.moc"
