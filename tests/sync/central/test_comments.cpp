// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/central/comments.h"

#include "sync/outbox/comments.h"
#include "tests/sync/central/commenting.h"
#include "tests/sync/outbox/world.h"

#include <QTest>

#include <algorithm>

using namespace smiley;
using namespace smiley::test;
using central::LedgerFault;

namespace {

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

    void aTextThatARestoredStandSendsAgainCountsOnce()
    {
        Fleet fleet;
        FakeStand stand = fleet.enrolled("fjordby-1");
        FakeStand restored = stand;
        restored.epoch = fleet.device("fjordby-1").epoch;
        const auto key = wire::CommentSecret::generate().publicKey();
        const auto first = dayWithComments(stand, 3, key, fleet.random);
        auto second = dayWithComments(restored, 1, key, fleet.random);
        second.comments.insert(second.comments.end(), first.comments.begin(), first.comments.end());
        for (auto& [sender, envelope] : {std::pair(&stand, first), std::pair(&restored, second)}) {
            const auto taken = fleet.ingest(*sender, seal(*sender, envelope, fleet.random).bytes);
            QVERIFY(taken.row.state == central::EnvelopeState::Stored);
        }
        const auto comments = must(fleet.ledger().comments(fjordby));
        QCOMPARE(comments.size(), 4U);
        QCOMPARE(must(fleet.ledger().commentCounts()).at(fjordby), 4U);
        for (std::size_t i = 1; i < comments.size(); ++i) {
            QVERIFY(comments[i - 1].record.id < comments[i].record.id);
        }
    }
};

QTEST_GUILESS_MAIN(TestCentralComments)
#include "test_comments.moc"
