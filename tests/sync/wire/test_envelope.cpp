// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sync/wire/samples.h"

#include <QtTest>

#include <rapidcheck.h>

#include <algorithm>
#include <sstream>

using namespace smiley;
using test::compressed;
using test::decompressed;
using test::goldenKey;
using test::headerLine;
using test::sealed;
using wire::EnvelopeFault;

namespace {

/// All that an envelope says, record for record, whatever their order.
std::string contentOf(const wire::ReadEnvelope& read)
{
    const auto counts = [](const std::map<std::string, std::uint64_t>& map) {
        std::ostringstream out;
        for (const auto& [name, count] : map) {
            out << name << '=' << count << ',';
        }
        return out.str();
    };
    std::vector<std::string> lines;
    for (const wire::VisitRecord& visit : read.envelope.visits) {
        std::ostringstream out;
        out << visit.id << ' ' << static_cast<int>(visit.block.span) << visit.block.firstDay.text()
            << visit.block.lastDay.text() << visit.block.hour << ' ' << core::score(visit.face) << visit.language
            << visit.questionnaire.text() << core::code(visit.outcome) << core::code(visit.reason);
        for (const auto& [question, options] : visit.answers) {
            out << ' ' << question << ':';
            for (const std::string& option : options) {
                out << option << ',';
            }
        }
        lines.push_back(out.str());
    }
    for (const wire::TallyRecord& tally : read.envelope.tallies) {
        std::ostringstream out;
        out << tally.policy;
        for (const auto count : tally.faces) {
            out << ' ' << count;
        }
        out << counts(tally.reasons) << '|' << counts(tally.inputs) << '|' << counts(tally.corrections) << '|'
            << counts(tally.withdrawals) << (tally.hash ? tally.hash->text() : "none");
        out.precision(12); // Boost.JSON 1.81 reads the last digits of a double loosely
        const auto say = [&](const auto& numbers) {
            for (const auto number : numbers) {
                out << ' ' << number;
            }
        };
        if (const auto& claims = tally.claims) {
            out << " claims " << claims->counted << ' ' << claims->merged;
            say(claims->facesWithout);
        }
        if (const auto& runs = tally.runs) {
            out << " runs " << runs->visits << ' ' << runs->daysUnderControl;
            say(runs->facesWithout);
            say(runs->facesWith);
        }
        if (const auto& health = tally.health) {
            out << " health " << health->days << ' ' << health->presence << ' ' << health->doors;
        }
        if (const auto& model = tally.model) {
            out << " model " << model->days << ' ' << model->draws << ' ' << model->visits;
            say(model->faces);
            say(model->faceVariance);
            say(std::array{model->meanVariance, model->redVariance, model->yellowVariance, model->greenVariance});
        }
        lines.push_back(out.str());
    }
    for (const wire::PolicyRecord& policy : read.envelope.policies) {
        lines.push_back("policy " + policy.hash.text() + policy.json);
    }
    for (const wire::QuestionnaireRecord& questionnaire : read.envelope.questionnaires) {
        lines.push_back(questionnaire.hash.text() + questionnaire.json);
    }
    for (const wire::StatusRecord& status : read.envelope.statuses) {
        std::ostringstream out;
        for (const core::Day day : status.days) {
            out << day.text();
        }
        out << counts(status.deadMinutes) << (status.passages ? std::to_string(*status.passages) : "none")
            << status.clock << status.boots;
        if (const auto& newest = status.newest) {
            out << " newest " << newest->configuration << ' ' << newest->local
                << (newest->questionnaire ? newest->questionnaire->text() : "none");
        }
        out << " from " << status.smallestShown;
        lines.push_back(out.str());
    }
    for (const wire::AuditRecord& row : read.envelope.audit) {
        lines.push_back(std::to_string(row.number) + row.hour + row.who + row.what + row.detail + row.hash.text());
    }
    for (const wire::TypedCountRecord& typed : read.envelope.typedCounts) {
        lines.push_back(typed.day.text() + typed.what + std::to_string(typed.count));
    }
    lines.insert(lines.end(), read.envelope.unknown.begin(), read.envelope.unknown.end());
    for (const wire::RecordFault& fault : read.faults) {
        lines.push_back(std::to_string(fault.line) + fault.text);
    }
    std::sort(lines.begin(), lines.end());
    const wire::EnvelopeHeader& header = read.envelope.header;
    std::ostringstream out;
    out << header.format << header.stand.text() << header.epoch.text() << core::number(header.number)
        << (header.previous ? header.previous->text() : "none") << header.firstDay.text() << header.lastDay.text()
        << counts(header.counts) << (header.auditHead ? header.auditHead->text() : "none") << header.example
        << header.program << header.auditRows << '\n';
    for (const std::string& line : lines) {
        out << line << '\n';
    }
    return out.str();
}

std::string fileText(const char* name)
{
    QFile file(QString(SMILEY_SOURCE_DIR) + "/tests/sync/wire/data/" + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll().toStdString() : std::string();
}

wire::Envelope anyEnvelope()
{
    const auto anyDay = [] { return test::day("2026-11-2" + std::to_string(*rc::gen::inRange(0, 3))); };
    const auto anyCounts = [] {
        return *rc::gen::map<std::map<std::uint8_t, std::uint32_t>>(
            rc::gen::arbitrary<std::map<std::uint8_t, std::uint32_t>>(),
            [](const std::map<std::uint8_t, std::uint32_t>& from) {
                std::map<std::string, std::uint64_t> to;
                for (const auto& [name, count] : from) {
                    to["n" + std::to_string(name)] = count;
                }
                return to;
            });
    };
    test::SeededRandom random(*rc::gen::arbitrary<std::uint64_t>());
    wire::Envelope envelope{test::header(), {}, {}, {}, {}, {}};
    if (*rc::gen::arbitrary<bool>()) {
        envelope.header.number = core::EnvelopeNumber{1};
        envelope.header.previous.reset();
        envelope.header.auditHead = test::hashOf("audit");
        envelope.header.auditRows = *rc::gen::inRange<std::uint64_t>(1, 9);
        envelope.header.example = false;
    }
    for (int i = *rc::gen::inRange(0, 20); i > 0; --i) {
        wire::VisitRecord visit = test::visit(wire::uuid4(random), *core::faceOf(*rc::gen::inRange(1, 6)));
        const auto span = static_cast<wire::Block::Span>(*rc::gen::inRange(0, 4));
        core::Day first = anyDay();
        core::Day last = span == wire::Block::Span::Days ? std::max(first, anyDay()) : first;
        const int hour = span == wire::Block::Span::Hour      ? *rc::gen::inRange(0, 24)
                         : span == wire::Block::Span::HalfDay ? *rc::gen::element(0, 12)
                                                              : 0;
        visit.block = {span, first, last, hour};
        visit.outcome = *rc::gen::element(core::Outcome::Count, core::Outcome::Excluded);
        visit.reason = static_cast<core::Reason>(*rc::gen::inRange(0, static_cast<int>(core::Reason::Clock) + 1));
        visit.answers["L" + std::to_string(*rc::gen::inRange(1, 9))] = {"1", "dk"};
        envelope.visits.push_back(std::move(visit));
    }
    for (int i = *rc::gen::inRange(0, 4); i > 0; --i) {
        envelope.tallies.push_back({"window:" + std::to_string(i), *rc::gen::arbitrary<core::FaceCounts>(), anyCounts(),
                                    anyCounts(), anyCounts(), anyCounts()});
        if (*rc::gen::arbitrary<bool>()) {
            const auto anyMeasure = [] { return *rc::gen::inRange(0, 1'000'000'000) / 7.0; };
            const auto anyFaces = [] { return *rc::gen::arbitrary<core::FaceCounts>(); };
            const auto anyMeasures = [&] {
                return std::array{anyMeasure(), anyMeasure(), anyMeasure(), anyMeasure(), anyMeasure()};
            };
            wire::TallyRecord& tally = envelope.tallies.back();
            tally.hash = test::hashOf(std::to_string(i));
            tally.claims = {3, 2, anyFaces()};
            tally.runs = {7, 1, anyFaces(), anyFaces()};
            tally.health = {3, 2, 1};
            tally.model = {
                2,           30, anyMeasure(), anyMeasures(), anyMeasures(), anyMeasure(), anyMeasure(), anyMeasure(),
                anyMeasure()};
        }
    }
    for (int i = *rc::gen::inRange(0, 4); i > 0; --i) {
        const std::string detail = i % 2 == 0 ? "" : "volume \"3\"";
        envelope.audit.push_back({*rc::gen::inRange<std::uint64_t>(1, 99), "2026-11-22 14", "p-anna",
                                  "settings-changed", detail, test::hashOf(std::to_string(i))});
        envelope.typedCounts.push_back(
            {anyDay(), *rc::gen::element("door", "appointments"), *rc::gen::inRange(0U, 9U)});
    }
    if (*rc::gen::arbitrary<bool>()) {
        envelope.policies.push_back({test::hashOf("{}"), "{}"});
    }
    if (*rc::gen::arbitrary<bool>()) {
        envelope.statuses.push_back({{anyDay()}, anyCounts(), std::nullopt, "none", *rc::gen::inRange(0U, 9U)});
        if (*rc::gen::arbitrary<bool>()) {
            auto& newest = envelope.statuses.back().newest.emplace();
            newest.configuration = *rc::gen::inRange(0U, 9U);
            newest.local = *rc::gen::inRange(0U, 9U);
            if (*rc::gen::arbitrary<bool>()) {
                newest.questionnaire = test::hashOf("{}");
            }
        }
        envelope.statuses.back().smallestShown = *rc::gen::inRange<std::uint64_t>(10, 1000);
    }
    return envelope;
}

} // namespace

class TestEnvelope : public QObject {
    Q_OBJECT

private slots:
    void theGoldenLinesAreWritten()
    {
        test::SeededRandom random(5);
        const wire::SealedBytes written = wire::writeEnvelope(test::fullEnvelope(), goldenKey(), random);
        QCOMPARE(QString::fromStdString(decompressed(written.bytes)),
                 QString::fromStdString(fileText("envelope.jsonl")));
        QVERIFY(written.hash == wire::sha256(written.bytes));
    }

    void theGoldenFileIsReadBack()
    {
        const std::string bytes = fileText("envelope.jsonl.zst");
        QCOMPARE(decompressed(bytes), fileText("envelope.jsonl"));
        const auto read = wire::readEnvelope(bytes, goldenKey().publicKey());
        QVERIFY2(read, read ? "" : read.error().message.c_str());
        QVERIFY(read->faults.empty());
        QVERIFY(read->hash == wire::sha256(bytes));
        wire::ReadEnvelope expected{test::fullEnvelope(), read->hash, {}, {}};
        expected.envelope.header.counts = {{"visit", 2}, {"tally", 2}, {"questionnaire", 1}, {"status", 1}};
        QCOMPARE(contentOf(*read), contentOf(expected));
        QVERIFY(read->counted == expected.envelope.header.counts);
    }

    void theNewerMembersAreWrittenAsTheFormatSays()
    {
        wire::Envelope envelope{test::header(), {}, {}, {}, {}, {}, {}};
        wire::TallyRecord tally{"headline", {1, 0, 2, 0, 0}, {}, {}, {}, {}};
        tally.hash = test::hashOf("{}");
        tally.claims = {3, 2, {1, 0, 0, 0, 0}};
        tally.runs = {7, 1, {0, 0, 2, 0, 0}, {1, 0, 9, 0, 0}};
        tally.health = {3, 2, 1};
        tally.model = {3, 30, 2.5, {1, 0, 1.5, 0, 0}, {0.25, 0, 0, 0, 0}, 0.125, 0.5, 0, 0};
        envelope.tallies = {tally};
        envelope.policies = {{test::hashOf("{}"), "{}"}};
        envelope.statuses = {{{test::day("2026-11-20")}, {}, {}, "set", 1, wire::NewestVersions{7, 2, tally.hash}, 30}};
        test::SeededRandom random(5);
        const std::string text = decompressed(wire::writeEnvelope(envelope, goldenKey(), random).bytes);
        const std::string hash = test::hashOf("{}").text();
        for (const std::string& line :
             {R"({"kind":"tally","policy":"headline","faces":[1,0,2,0,0],"hash":")" + hash +
                  R"(","claims":{"counted":3,"merged":2,"faces_without":[1,0,0,0,0]},)"
                  R"("runs":{"visits":7,"days_under_control":1,"faces_without":[0,0,2,0,0],"faces_with":[1,0,9,0,0]},)"
                  R"("health":{"days":3,"presence":2,"doors":1},"model":{"days":3,"draws":30,"visits":2.5E0,)"
                  R"("faces":[1E0,0E0,1.5E0,0E0,0E0],"face_variance":[2.5E-1,0E0,0E0,0E0,0E0],)"
                  R"("mean_variance":1.25E-1,"red_variance":5E-1,"yellow_variance":0E0,"green_variance":0E0}})",
              R"({"kind":"policy","hash":")" + hash + R"(","json":"{}"})",
              R"({"kind":"status","days":["2026-11-20"],"dead_minutes":{},"clock":"set","boots":1,)"
              R"("configuration_version":7,"local_version":2,"questionnaire":")" +
                  hash + R"(","smallest_shown":30})"}) {
            QVERIFY2(text.find(line + "\n") != std::string::npos, text.c_str());
        }
    }

    void whatIsWrittenIsRead()
    {
        QVERIFY(rc::check([] {
            const wire::Envelope envelope = anyEnvelope();
            test::SeededRandom random(*rc::gen::arbitrary<std::uint64_t>());
            const auto written = wire::writeEnvelope(envelope, goldenKey(), random);
            const auto read = wire::readEnvelope(written.bytes, goldenKey().publicKey());
            RC_ASSERT(read.has_value());
            RC_ASSERT(read->faults.empty());
            RC_ASSERT(read->hash == written.hash);
            wire::ReadEnvelope expected{envelope, written.hash, {}, {}};
            expected.envelope.header.counts = read->counted;
            RC_ASSERT(contentOf(*read) == contentOf(expected));
            const auto peeked = wire::peekEnvelope(written.bytes);
            RC_ASSERT(peeked.has_value());
            RC_ASSERT(peeked->number == envelope.header.number);
        }));
    }

    void everyFlippedByteIsRefusedOrChangesNothing()
    {
        const std::string bytes = fileText("envelope.jsonl.zst");
        const std::string content = contentOf(*wire::readEnvelope(bytes, goldenKey().publicKey()));
        int accepted = 0;
        for (std::size_t i = 0; i < bytes.size(); ++i) {
            for (unsigned bit = 0; bit < 8; ++bit) {
                std::string changed = bytes;
                changed[i] = static_cast<char>(static_cast<unsigned char>(changed[i]) ^ (1U << bit));
                static_cast<void>(wire::peekEnvelope(changed));
                const auto read = wire::readEnvelope(changed, goldenKey().publicKey());
                if (read) {
                    ++accepted;
                    QCOMPARE(contentOf(*read), content);
                    QVERIFY(read->hash != wire::sha256(bytes));
                }
            }
        }
        // zstd reads a few bits of its own in more than one way (the window may be larger); all others are seen.
        QVERIFY2(accepted < static_cast<int>(bytes.size() * 8 / 100), std::to_string(accepted).c_str());
    }

    void everyChangedCharacterOfTheTextIsRefused()
    {
        const std::string text = fileText("envelope.jsonl");
        for (std::size_t i = 0; i < text.size(); ++i) {
            std::string changed = text;
            changed[i] = static_cast<char>(changed[i] ^ 1);
            const auto read = wire::readEnvelope(compressed(changed), goldenKey().publicKey());
            QVERIFY2(!read, ("byte " + std::to_string(i)).c_str());
        }
    }

    void everyTruncationIsRefused()
    {
        const std::string bytes = fileText("envelope.jsonl.zst");
        for (std::size_t size = 0; size < bytes.size(); ++size) {
            const auto read = wire::readEnvelope(std::string_view(bytes).substr(0, size), goldenKey().publicKey());
            QVERIFY2(!read && read.error().code == EnvelopeFault::Unreadable, std::to_string(size).c_str());
        }
        const std::string text = fileText("envelope.jsonl");
        for (std::size_t size = 0; size < text.size(); ++size) {
            QVERIFY(!wire::readEnvelope(compressed(std::string_view(text).substr(0, size)), goldenKey().publicKey()));
        }
    }

    void whatFollowsTheEndIsRefused()
    {
        const std::string bytes = fileText("envelope.jsonl.zst");
        for (const std::string& more : {std::string("x"), bytes, compressed("")}) {
            const auto read = wire::readEnvelope(bytes + more, goldenKey().publicKey());
            QVERIFY(!read && read.error().code == EnvelopeFault::Unreadable);
        }
        const auto text = wire::readEnvelope(compressed(fileText("envelope.jsonl") + "{}\n"), goldenKey().publicKey());
        QVERIFY(!text && text.error().code == EnvelopeFault::Unreadable);
    }

    void anotherKeysSignatureIsRefused()
    {
        const auto read = wire::readEnvelope(fileText("envelope.jsonl.zst"), wire::SecretKey::generate().publicKey());
        QVERIFY(!read && read.error().code == EnvelopeFault::BadSignature);
        // Nor one that was made for something else.
        const std::string lines = headerLine("{}");
        const auto other =
            wire::readEnvelope(sealed(lines, goldenKey(), wire::Context::Manifest), goldenKey().publicKey());
        QVERIFY(!other && other.error().code == EnvelopeFault::BadSignature);
    }

    void recordsAreShuffledWithinTheirKind()
    {
        wire::Envelope envelope{test::header(), {}, {}, {}, {}, {}};
        test::SeededRandom ids(1);
        for (int i = 0; i < 60; ++i) {
            envelope.visits.push_back(test::visit(wire::uuid4(ids), core::Face::Good));
        }
        const auto order = [&](std::uint64_t seed) {
            test::SeededRandom random(seed);
            const auto read =
                wire::readEnvelope(wire::writeEnvelope(envelope, goldenKey(), random).bytes, goldenKey().publicKey());
            std::vector<std::string> visits;
            for (const wire::VisitRecord& visit : read->envelope.visits) {
                visits.push_back(visit.id);
            }
            return visits;
        };
        std::vector<std::string> given;
        for (const wire::VisitRecord& visit : envelope.visits) {
            given.push_back(visit.id);
        }
        const auto first = order(1);
        const auto second = order(2);
        QVERIFY(first != given && second != given && first != second);
        QVERIFY(std::is_permutation(first.begin(), first.end(), given.begin(), given.end()));
        // Nearly none stays where it was: the order of the visits is gone.
        int stayed = 0;
        for (std::size_t i = 0; i < given.size(); ++i) {
            stayed += first[i] == given[i] ? 1 : 0;
        }
        QVERIFY2(stayed < 10, std::to_string(stayed).c_str());
    }

    void unknownKindsAreKeptAndCounted()
    {
        wire::Envelope envelope = test::fullEnvelope();
        envelope.unknown = {R"({"kind":"weather","rain":true})", R"({"kind":"weather","rain":false})",
                            R"({"kind":"tide","deep":{"a":[1,2]}})"};
        test::SeededRandom random(1);
        const auto read =
            wire::readEnvelope(wire::writeEnvelope(envelope, goldenKey(), random).bytes, goldenKey().publicKey());
        QVERIFY(read && read->faults.empty());
        QCOMPARE(read->counted.at("weather"), std::uint64_t{2});
        QCOMPARE(read->counted.at("tide"), std::uint64_t{1});
        QVERIFY(read->envelope.header.counts == read->counted);
        QVERIFY(std::is_permutation(read->envelope.unknown.begin(), read->envelope.unknown.end(),
                                    envelope.unknown.begin(), envelope.unknown.end()));
    }

    void filesAreNamedByEpochAndNumber()
    {
        const auto header = test::header();
        QCOMPARE(wire::envelopeFileName(header.epoch, core::EnvelopeNumber{7}),
                 std::string("envelope-00112233445566778899aabbccddeeff-00000007.jsonl.zst"));
        QCOMPARE(wire::envelopeFileName(header.epoch, core::EnvelopeNumber{123456789}),
                 std::string("envelope-00112233445566778899aabbccddeeff-123456789.jsonl.zst"));
        QCOMPARE(wire::stickFileName(header.stand, header.epoch, header.number),
                 std::string("fjordby-1-envelope-00112233445566778899aabbccddeeff-00000007.jsonl.zst.sealed"));
        QCOMPARE(wire::receiptFileName(header.epoch, header.number),
                 std::string("receipt-00112233445566778899aabbccddeeff-00000007.json"));
    }
};

QTEST_APPLESS_MAIN(TestEnvelope)
#include "test_envelope.moc"
