// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/outbox/comments.h"
#include "sync/wire/comments.h"

#include "tests/support/quick_folder.h"
#include "tests/sync/outbox/world.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <set>
#include <span>

// What leaves in an envelope besides the sealed text, and what it could tell: the days, the group of faces, the order.

using namespace smiley;
using namespace smiley::test;
using core::FaceGroup;
using outbox::SealedComments;

namespace {

const core::QuestionId question = *core::QuestionId::parse("K9");

/// An envelope of a day with these counted visits by face, and one excluded on each face.
wire::Envelope envelopeWith(const std::array<int, 5>& faces)
{
    wire::Envelope envelope{{wire::envelopeFormat,
                             *core::StandId::parse("fjordby-1"),
                             *core::Epoch::parse(std::string(32, 'e')),
                             core::EnvelopeNumber{1},
                             {},
                             dayOf("2026-11-20"),
                             dayOf("2026-11-22"),
                             {},
                             {},
                             false,
                             "test"},
                            {},
                            {},
                            {},
                            {},
                            {},
                            {},
                            {}};
    for (int face = 1; face <= 5; ++face) {
        for (int visit = 0; visit <= faces.at(static_cast<std::size_t>(face - 1)); ++visit) {
            wire::VisitRecord record{"", {}, *core::faceOf(face), {}, "da", hashOf('a')};
            record.outcome = visit == 0 ? core::Outcome::Excluded : core::Outcome::Count;
            envelope.visits.push_back(record);
        }
    }
    return envelope;
}

store::WaitingComment waitingOn(const char* day, FaceGroup faces, const std::string& id = "i", std::size_t bytes = 1072)
{
    return {id, dayOf(day), question, faces, "0123456789abcdef", std::string(bytes, 's')};
}

/// What is wrong with the order of the comments in an envelope; empty: it tells nothing about the order of writing.
std::string orderOf(std::uint64_t seed)
{
    QTemporaryDir folder{quickFolder()};
    World world(folder.path().toStdString());
    SeededRandom random(seed);
    SealedComments comments(world.database(), random);
    const core::CommentSettings settings{.key = wire::CommentSecret::generate().publicKey().text()};
    std::vector<std::string> written;
    for (int number = 0; number < 24; ++number) {
        written.push_back(*comments.keep(settings, question, FaceGroup::High, std::to_string(number), world.now()));
    }
    wire::Envelope envelope = envelopeWith({5, 5, 5, 5, 5});
    const auto waiting = *world.store().waitingComments();
    if (outbox::addComments(envelope, waiting).size() != written.size()) {
        return "some stay";
    }
    const auto key = wire::SecretKey::generate();
    const auto sealed = wire::writeEnvelope(std::move(envelope), key, random);
    std::vector<std::string> read;
    const auto content = wire::readEnvelope(sealed.bytes, key.publicKey());
    for (const wire::CommentRecord& record : content->envelope.comments) {
        read.push_back(record.id);
    }
    if (std::set(read.begin(), read.end()) != std::set(written.begin(), written.end())) {
        return "others came";
    }
    // Nor do neighbours stay neighbours: of 23 pairs one is to be expected.
    int pairs = 0;
    for (std::size_t index = 1; index < read.size(); ++index) {
        const auto at = std::ranges::find(written, read[index - 1]);
        pairs += at + 1 != written.end() && *(at + 1) == read[index] ? 1 : 0;
    }
    return pairs < 8 && read != written ? "" : "as written";
}

} // namespace

class TestCommentsInEnvelope final : public QObject {
    Q_OBJECT

private slots:
    void theOrderOfAnEnvelopeTellsNothing()
    {
        for (std::uint64_t seed = 1; seed <= 12; ++seed) {
            QCOMPARE(orderOf(seed), std::string());
        }
    }

    void theDaysOfACommentAreTheSameWhetherAnotherWaitedOrNot()
    {
        const auto daysWith = [](const std::vector<store::WaitingComment>& waiting) {
            wire::Envelope envelope = envelopeWith({5, 0, 0, 0, 5});
            (void)outbox::addComments(envelope, waiting);
            std::set<std::string> days;
            for (const wire::CommentRecord& record : envelope.comments) {
                days.insert(record.firstDay.text() + " " + record.lastDay.text());
            }
            return days;
        };
        const auto own = waitingOn("2026-11-22", FaceGroup::High, "a");
        const std::set<std::string> expected{"2026-10-23 2026-11-22"};
        QVERIFY(daysWith({own}) == expected);
        QVERIFY((daysWith({own, waitingOn("2026-11-03", FaceGroup::Low, "b")}) == expected));
    }

    void aGroupThatFewShareIsLeftOut()
    {
        using enum FaceGroup;
        const auto groupsOf = [](const std::array<int, 5>& faces,
                                 const std::vector<FaceGroup>& written = {Low, Middle, High}) {
            wire::Envelope envelope = envelopeWith(faces);
            std::vector<store::WaitingComment> waiting;
            for (const FaceGroup group : written) {
                waiting.push_back(waitingOn("2026-11-20", group, std::to_string(waiting.size())));
            }
            (void)outbox::addComments(envelope, waiting);
            std::string groups;
            for (const wire::CommentRecord& record : envelope.comments) {
                groups += record.faces ? "+" : "-";
            }
            return groups;
        };
        QCOMPARE(groupsOf({5, 5, 5, 5, 5}), std::string("+++"));
        QCOMPARE(groupsOf({2, 3, 5, 0, 5}), std::string("+++"));
        QCOMPARE(groupsOf({2, 2, 4, 1, 4}), std::string("--+"));
        QCOMPARE(groupsOf({0, 4, 5, 4, 0}), std::string("-+-"));
        QCOMPARE(groupsOf({1, 1, 1, 1, 1}), std::string("---"));
        QCOMPARE(groupsOf({1, 1, 0, 1, 1}), std::string()); // four visits: they wait
        // A missing group would name the few that are left.
        QCOMPARE(groupsOf({1, 0, 0, 0, 5}), std::string("---"));
        QCOMPARE(groupsOf({1, 0, 0, 0, 5}, {High, High}), std::string("--")); // nor that the one wrote nothing
        QCOMPARE(groupsOf({0, 0, 1, 0, 9}), std::string("---"));
        QCOMPARE(groupsOf({2, 0, 0, 3, 5}), std::string("---"));
        QCOMPARE(groupsOf({2, 0, 4, 3, 5}), std::string("--+"));
        // Of a group that no visit here has: it waited for this envelope.
        QCOMPARE(groupsOf({5, 0, 0, 0, 5}), std::string("---"));
        QCOMPARE(groupsOf({5, 0, 0, 0, 5}, {Low, High}), std::string("++"));
    }

    void moreThanAnEnvelopeTakesWaitForTheNext()
    {
        const std::size_t each = wire::sealedCommentBytesMax;
        const std::size_t fits = outbox::envelopeCommentsBytesMax / each;
        std::vector<store::WaitingComment> waiting;
        for (std::size_t number = 0; number <= fits; ++number) {
            waiting.push_back(waitingOn("2026-11-20", FaceGroup::High, std::to_string(number), each));
        }
        wire::Envelope envelope = envelopeWith({5, 5, 5, 5, 5});
        const std::vector<std::string> leaving = outbox::addComments(envelope, waiting);
        QCOMPARE(leaving.size(), fits);
        QVERIFY(std::ranges::equal(leaving, std::span(waiting).first(fits), {}, {}, &store::WaitingComment::id));
    }

    void theLargestEnvelopeIsWrittenAndReadWhole()
    {
        SeededRandom random;
        const std::size_t each = wire::commentPaddingBytes + 48;
        const std::size_t fits = outbox::envelopeCommentsBytesMax / each;
        std::vector<store::WaitingComment> waiting;
        for (std::size_t number = 0; number < fits; ++number) {
            waiting.push_back(waitingOn("2026-11-20", FaceGroup::High, wire::uuid4(random), each));
            random.fill(std::as_writable_bytes(std::span(waiting.back().sealed))); // sealed texts don't compress
        }
        // A visit every two seconds, day and night, with five answers each.
        wire::Envelope envelope = envelopeWith({0, 0, 0, 0, 0});
        envelope.visits.clear();
        for (int number = 0; number < 24 * 60 * 30; ++number) {
            std::array<unsigned char, 8> chance{};
            random.fill(std::as_writable_bytes(std::span(chance)));
            wire::VisitRecord visit{wire::uuid4(random),
                                    {wire::Block::Span::Hour, dayOf("2026-11-21"), dayOf("2026-11-21"), number / 1800},
                                    *core::faceOf(chance[0] % 5 + 1),
                                    {},
                                    chance[1] % 3 == 0 ? "ar" : "da",
                                    hashOf('a')};
            for (std::size_t answer = 1; answer <= 5; ++answer) {
                visit.answers["P" + std::to_string(answer)] = {std::to_string(chance.at(answer + 2) % 12)};
            }
            envelope.visits.push_back(std::move(visit));
        }
        const std::size_t visits = envelope.visits.size();
        QCOMPARE(outbox::addComments(envelope, waiting).size(), fits);
        const auto key = wire::SecretKey::generate();
        const std::string bytes = wire::writeEnvelope(std::move(envelope), key, random).bytes;
        QVERIFY2(bytes.size() <= wire::envelopeBytesMax, std::to_string(bytes.size()).c_str());
        const auto read = wire::readEnvelope(bytes, key.publicKey());
        QVERIFY2(read && read->faults.empty(), read ? "faults" : read.error().message.c_str());
        QCOMPARE(read->envelope.comments.size(), fits);
        QCOMPARE(read->envelope.visits.size(), visits);
        const auto sealed = std::ranges::find(read->envelope.comments, waiting[7].id, &wire::CommentRecord::id);
        QVERIFY(sealed != read->envelope.comments.end() && sealed->sealed == waiting[7].sealed);
    }

    void aDayOfAWrongClockTellsNothingAndHoldsNothing()
    {
        for (const char* day : {"2001-01-01", "2036-01-01"}) {
            const std::vector waiting{waitingOn(day, FaceGroup::High)};
            wire::Envelope alone = envelopeWith({0, 0, 0, 0, 1});
            QVERIFY(outbox::addComments(alone, waiting).empty());
            alone.header.firstDay = dayOf("2026-10-23"); // 31 days
            QVERIFY(outbox::addComments(alone, waiting).empty());
            wire::Envelope many = envelopeWith({0, 0, 0, 0, 5});
            QCOMPARE(outbox::addComments(many, waiting).size(), 1U);
            QVERIFY(many.comments.front().lastDay == many.header.lastDay);
        }
    }

    void oneThatIsLateTakesAllAlongSoThatTheyHideEachOther()
    {
        const auto onTime = waitingOn("2026-10-26", FaceGroup::High, "on time"); // 27 days before the last
        const auto today = waitingOn("2026-11-22", FaceGroup::Low, "today");
        const auto wrong = waitingOn("2036-01-01", FaceGroup::Middle, "wrong clock");
        const auto late = waitingOn("2026-10-25", FaceGroup::High, "late");
        for (const std::array<int, 5>& visits : {std::array{0, 0, 0, 0, 0}, std::array{1, 1, 0, 1, 1}}) {
            wire::Envelope before = envelopeWith(visits);
            QVERIFY(outbox::addComments(before, std::vector{onTime, today, wrong}).empty());
            wire::Envelope envelope = envelopeWith(visits);
            QCOMPARE(outbox::addComments(envelope, std::vector{onTime, today, wrong, late}).size(), 4U);
            for (const wire::CommentRecord& record : envelope.comments) {
                QVERIFY(!record.faces);
                QVERIFY(record.firstDay == dayOf("2026-10-23") && record.lastDay == dayOf("2026-11-22"));
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestCommentsInEnvelope)
#include "test_comments_in_envelope.moc"
