// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/outbox/comments.h"
#include "sync/wire/comments.h"

#include "tests/support/quick_folder.h"
#include "tests/sync/outbox/world.h"

#include <QTemporaryDir>
#include <QTest>

#include <SQLiteCpp/SQLiteCpp.h>
#include <zstd.h>

#include <algorithm>
#include <map>
#include <numeric>
#include <set>

using namespace smiley;
using namespace smiley::test;
using core::FaceGroup;
using core::JournalFault;
using outbox::SealedComments;
namespace fs = std::filesystem;

namespace {

const core::QuestionId question = *core::QuestionId::parse("K9");

core::CommentSettings settingsOf(const wire::CommentSecret& secret)
{
    return {secret.publicKey().text(), "Kommunikation", 90, {"Hanne"}, "2026-11-01", "Mette Holm"};
}

/// A sentence that nothing else holds.
std::string sentence(int number)
{
    return "Plantet nummer " + std::to_string(number) + ": ventetiden på gangen var æøå lang";
}

std::string utf16(const std::string& text)
{
    const std::u16string wide = QString::fromStdString(text).toStdU16String();
    return {reinterpret_cast<const char*>(wide.data()), wide.size() * 2};
}

/// Every file under the folder, with what its envelopes hold when they are unpacked.
std::string allBytes(const fs::path& folder)
{
    std::string all;
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
        if (!entry.is_regular_file()) {
            continue;
        }
        const std::string bytes = readBytes(entry.path());
        all += bytes + "\n";
        if (entry.path().extension() == ".zst") {
            std::string text(ZSTD_getFrameContentSize(bytes.data(), bytes.size()), '\0');
            ZSTD_decompress(text.data(), text.size(), bytes.data(), bytes.size());
            all += text;
        }
    }
    return all;
}

/// A stand whose centre has turned comments on.
class CommentWorld : public World {
public:
    explicit CommentWorld(const fs::path& folder) : World(folder), comments(database(), m_random) { enrol(); }

    std::string keep(const std::string& text, FaceGroup faces = FaceGroup::High)
    {
        const auto id = comments.keep(settingsOf(secret), question, faces, text, now());
        if (!id) {
            qFatal("%s", id.error().message.c_str());
        }
        return *id;
    }
    [[nodiscard]] std::vector<store::WaitingComment> waiting() const { return *store().waitingComments(); }
    /// Of all envelopes, by id.
    std::map<std::string, wire::CommentRecord> sent()
    {
        std::map<std::string, wire::CommentRecord> all;
        for (const store::SealedEnvelope& envelope : envelopes()) {
            for (const wire::CommentRecord& record : content(envelope).comments) {
                all.emplace(record.id, record);
            }
        }
        return all;
    }

    wire::CommentSecret secret = wire::CommentSecret::generate();

private:
    SeededRandom m_random{77};

public:
    SealedComments comments;
};

core::Day daysBefore(core::Day day, int days) { return {day.date - std::chrono::days{days}}; }

} // namespace

class TestOutboxComments final : public QObject {
    Q_OBJECT

private:
    QuickFolders m_folders;

private slots:
    // ---- nothing of it can be read here

    void ofAHundredPlantedSentencesNoFileHoldsOne()
    {
        CommentWorld world(m_folders.next());
        world.goTo(0, 9);
        world.visits(12);
        std::vector<std::string> ids;
        for (int number = 0; number < 100; ++number) {
            ids.push_back(world.keep(sentence(number)));
        }
        const auto findsNone = [&] {
            const std::string all = allBytes(world.folder());
            if (all.find("SQLite format 3") == std::string::npos || all.size() < 100'000) {
                qFatal("the search looks at nothing");
            }
            for (int number = 0; number < 100; ++number) {
                const std::string planted = sentence(number);
                for (const std::string& part : {planted, planted.substr(0, 18), planted.substr(planted.size() - 12)}) {
                    if (all.find(part) != std::string::npos || all.find(utf16(part)) != std::string::npos) {
                        return false;
                    }
                }
            }
            return all.find("ventetiden") == std::string::npos;
        };
        // The search finds what is there.
        writeBytes(world.folder() / "planted", utf16(sentence(3)));
        QVERIFY(!findsNone());
        writeBytes(world.folder() / "planted", "x" + sentence(99));
        QVERIFY(!findsNone());
        fs::remove(world.folder() / "planted");

        QVERIFY(findsNone());
        for (int number = 0; number < 100; number += 10) {
            QVERIFY(world.comments.drop(ids.at(static_cast<std::size_t>(number))).has_value());
        }
        QVERIFY(findsNone());
        std::vector<std::string> sealed;
        for (const store::WaitingComment& comment : world.waiting()) {
            sealed.push_back(comment.sealed);
        }
        QCOMPARE(sealed.size(), 90U);
        world.goTo(1, 0, 1);
        const outbox::Changes changes = world.tick();
        QVERIFY2(changes.troubles.empty(), joined(changes.troubles).c_str());
        QCOMPARE(world.envelopeFiles().size(), 1U);
        QVERIFY(findsNone());
        // The sealed bytes themselves are in the envelope only: not in the database, its WAL or its index.
        QVERIFY(world.waiting().empty());
        const std::string database = allBytes(world.database().parent_path());
        for (const std::string& bytes : sealed) {
            QVERIFY(database.find(bytes) == std::string::npos);
            QVERIFY(database.find(bytes.substr(0, 32)) == std::string::npos);
            QVERIFY(database.find(bytes.substr(bytes.size() - 32)) == std::string::npos);
        }
        const auto sent = world.sent();
        QCOMPARE(sent.size(), 90U);
        std::set<std::string> texts;
        for (const auto& [id, record] : sent) {
            texts.insert(world.secret.open(record.sealed).value_or("not opened"));
        }
        QCOMPARE(texts.size(), 90U);
        QVERIFY(texts.contains(sentence(1)) && !texts.contains(sentence(10)));
    }

    void whatIsWithdrawnIsGoneAndNeverLeaves()
    {
        CommentWorld world(m_folders.next());
        world.goTo(0, 9);
        world.visits(6);
        const std::string stays = world.keep(sentence(1));
        const std::string withdrawn = world.keep(sentence(2));
        const auto waiting = world.waiting();
        const std::string sealed = std::ranges::find(waiting, withdrawn, &store::WaitingComment::id)->sealed;
        const auto isInAFile = [&](std::size_t from) { // a page holds a part of it
            return allBytes(world.folder()).find(sealed.substr(from, 32)) != std::string::npos;
        };
        QVERIFY(isInAFile(0) && isInAFile(sealed.size() - 32));
        QVERIFY(world.comments.drop(withdrawn).has_value());
        QVERIFY(!isInAFile(0) && !isInAFile(sealed.size() - 32));
        world.goTo(1, 0, 1);
        world.tick();
        QCOMPARE(world.sent().size(), 1U);
        QVERIFY(world.sent().contains(stays));
        QVERIFY(world.comments.drop(stays).has_value()); // it has left
        QVERIFY(world.comments.regroup(stays, FaceGroup::Low).has_value());
    }

    // ---- which envelope, which days

    void aCommentLeavesWithItsDayAndCarriesItsSpan()
    {
        CommentWorld world(m_folders.next());
        world.goTo(0, 9);
        world.visits(7);
        const std::string first = world.keep("den første dag");
        world.goTo(1, 0, 1);
        const std::string second = world.keep("efter midnat");
        world.tick();
        QCOMPARE(world.sent().size(), 1U);
        const wire::CommentRecord record = world.sent().at(first);
        QVERIFY(record.firstDay == daysBefore(dayOf(firstDay), outbox::commentWaitingDaysMax));
        QVERIFY(record.lastDay == dayOf(firstDay));
        QCOMPARE(record.question, question.text());
        QCOMPARE(record.key, wire::commentKeyId(world.secret.publicKey()));
        QVERIFY(record.faces == FaceGroup::High);
        QCOMPARE(world.waiting().size(), 1U);
        world.closeDayWith(1, 5);
        QVERIFY(world.sent().at(second).lastDay == dayOf(firstDay).next());
    }

    void aCorrectedAnswerChangesTheGroup()
    {
        CommentWorld world(m_folders.next());
        world.goTo(0, 9);
        world.visits(5, 1);
        const std::string id = world.keep("x", FaceGroup::High);
        QVERIFY(world.comments.regroup(id, FaceGroup::Low).has_value());
        world.goTo(1, 0, 1);
        world.tick();
        QVERIFY(world.sent().at(id).faces == FaceGroup::Low);
    }

    void fewVisitsKeepTheirCommentUntilFiveHideIt()
    {
        CommentWorld world(m_folders.next());
        world.goTo(0, 9);
        world.visits(2);
        const std::string id = world.keep("kun to var her");
        // After seven days the two visits leave; the comment would be one of two people's.
        for (int day = 0; day < 7; ++day) {
            world.goTo(day + 1, 0, 1);
            world.tick();
        }
        QCOMPARE(world.envelopes().size(), 1U);
        QVERIFY(world.sent().empty());
        world.goTo(8, 9);
        const std::string later = world.keep("en af de mange");
        world.closeDayWith(8, 6);
        const auto sent = world.sent();
        QCOMPARE(sent.size(), 2U);
        QVERIFY(sent.at(id).lastDay == world.envelopes().back().lastDay);
        // Nothing tells the one that waited from the others: else it would be one of the two visits of the envelope before.
        QVERIFY(sent.at(id).firstDay == sent.at(later).firstDay && sent.at(id).lastDay == sent.at(later).lastDay);
        QVERIFY(sent.at(id).faces == sent.at(later).faces);
    }

    void itNeverMakesAnEnvelopeGoEarlier()
    {
        CommentWorld world(m_folders.next());
        world.goTo(0, 9);
        world.visits(2);
        (void)world.keep("x");
        for (int day = 0; day < 6; ++day) {
            world.goTo(day + 1, 0, 1);
            QVERIFY(world.tick().sealed.empty());
        }
    }

    void whatWasThankedForLeavesInTheEnd()
    {
        CommentWorld world(m_folders.next());
        world.goTo(0, 9);
        (void)world.keep("ingen andre kom");
        world.visits(1);
        int day = 0;
        while (world.sent().empty() && day < 60) {
            world.goTo(++day, 0, 1);
            world.tick();
        }
        QVERIFY2(day > outbox::commentWaitingDaysMax && day <= outbox::commentWaitingDaysMax + 10,
                 std::to_string(day).c_str());
        QVERIFY(!world.sent().begin()->second.faces);
    }

    void turnedOffTheWaitingOnesStillLeave()
    {
        CommentWorld world(m_folders.next());
        const auto configured = [&](std::uint64_t version, const std::string& comments) {
            wire::Configuration configuration{world.stand, version, questionnaireNamed("smiley"), "", "", "", false};
            configuration.comments = comments;
            world.putInbox("configuration.json", wire::writeConfiguration(configuration, world.centre));
        };
        configured(1, wire::writeCommentSettings(settingsOf(world.secret)));
        world.tick();
        QCOMPARE(world.keeper().inForce().settings.comments->approvedBy, std::string("Mette Holm"));
        world.start(); // also after a restart
        QVERIFY(world.keeper().inForce().settings.comments.has_value());
        world.goTo(0, 9);
        world.visits(6);
        (void)world.keep("x");
        configured(2, "");
        world.goTo(1, 0, 1);
        world.tick();
        QVERIFY(!world.keeper().inForce().settings.comments);
        QCOMPARE(world.sent().size(), 1U);
    }

    void aConfigurationWithoutAnApprovalIsRefusedAndTheStandsOwnSettingsTurnNothingOn()
    {
        CommentWorld world(m_folders.next());
        world.setup.settings.comments = settingsOf(world.secret);
        world.start();
        QVERIFY(!world.keeper().inForce().settings.comments);
        core::CommentSettings unapproved = settingsOf(world.secret);
        unapproved.approvedBy.clear();
        wire::Configuration configuration{world.stand, 1, questionnaireNamed("smiley"), "", "", "", false};
        configuration.comments = wire::writeCommentSettings(unapproved);
        world.putInbox("configuration.json", wire::writeConfiguration(configuration, world.centre));
        const outbox::Changes changes = world.tick();
        QVERIFY(joined(changes.troubles).find("/approved_by") != std::string::npos);
        QVERIFY(world.isRefused("configuration.json"));
        QVERIFY(!world.keeper().inForce().settings.comments);
    }

    void aForkIssuesThemAgain()
    {
        CommentWorld world(m_folders.next());
        world.goTo(0, 9);
        world.visits(6);
        const std::string id = world.keep("x");
        world.goTo(1, 0, 1);
        world.tick();
        const auto before = world.envelopes();
        world.receive(before[0], wire::Receipt::Outcome::Fork);
        QVERIFY(world.tick().forked);
        const auto after = world.envelopes();
        QCOMPARE(after.size(), 1U);
        QVERIFY(after[0].epoch != before[0].epoch);
        QCOMPARE(world.sent().size(), 1U);
        QCOMPARE(world.secret.open(world.sent().at(id).sealed).value(), std::string("x"));
    }

    // ---- after the receipt

    void onceReceiptedTheStandHoldsNoSealedText()
    {
        CommentWorld world(m_folders.next());
        world.goTo(0, 9);
        world.visits(6);
        (void)world.keep("x");
        world.goTo(1, 0, 1);
        world.tick();
        world.closeDayWith(1, 6);
        const auto before = world.envelopes();
        QCOMPARE(before.size(), 2U);
        QCOMPARE(world.content(before[0]).comments.size(), 1U);
        const std::string part = before[0].bytes.substr(before[0].bytes.size() / 2, 40);
        const auto isInAFile = [&] { return allBytes(world.folder()).find(part) != std::string::npos; };
        QVERIFY(isInAFile());
        world.receive(before[0]);
        world.receive(before[1]);
        const outbox::Changes changes = world.tick();
        QCOMPARE(changes.receipted, 2U);
        QVERIFY2(changes.troubles.empty(), joined(changes.troubles).c_str());
        QVERIFY(!isInAFile());
        const auto after = world.envelopes();
        QVERIFY(after[0].hash == before[0].hash && after[0].receipt);
        const auto rest = wire::readWithoutComments(after[0].bytes);
        QVERIFY(rest && rest->envelope.comments.empty() && rest->faults.empty());
        QCOMPARE(rest->envelope.visits.size(), 6U);
        QCOMPARE(after[1].bytes, before[1].bytes); // it had none
        world.receive(before[0]);                  // once more
        QVERIFY(world.tick().troubles.empty());
    }

    void aReceiptIsTakenWhereTheEnvelopeCantBeReadAnyMore()
    {
        CommentWorld world(m_folders.next());
        world.goTo(0, 9);
        world.visits(6);
        (void)world.keep("x");
        world.goTo(1, 0, 1);
        world.tick();
        const auto envelope = world.envelopes().front();
        SQLite::Database(world.database().string(), SQLite::OPEN_READWRITE)
            .exec("UPDATE envelope SET bytes = substr(bytes, 1, length(bytes) - 40)");
        world.receive(envelope);
        const outbox::Changes changes = world.tick();
        QCOMPARE(changes.receipted, 1U);
        QVERIFY2(joined(changes.troubles).find("can't be read") != std::string::npos, joined(changes.troubles).c_str());
        QVERIFY(world.envelopes().front().bytes.empty());
    }

    // ---- clocks

    void withoutAClockItIsOfTheDayAfterTheLastClosedOne()
    {
        CommentWorld world(m_folders.next());
        world.closeDayWith(0, 6);
        world.goTo(40, 9);
        world.quality = core::ClockQuality::None;
        (void)world.keep("x");
        QVERIFY(world.waiting().front().day == dayOf(firstDay).next());
        // A clock that nobody vouches for and that runs years ahead is none; one that fell back opens no closed day.
        world.quality = core::ClockQuality::Set;
        world.goTo(2000, 9);
        (void)world.keep("x");
        world.goTo(-30, 9);
        (void)world.keep("x");
        for (const store::WaitingComment& comment : world.waiting()) {
            QVERIFY(comment.day == dayOf(firstDay).next());
        }
        world.goTo(1, 9);
        (void)world.keep("x");
        world.quality = core::ClockQuality::Anchored;
        world.closeDayWith(1, 6);
        QCOMPARE(world.sent().size(), 4U);
        QVERIFY(world.waiting().empty());
    }

    void beforeAnyDayIsClosedItIsOfTheDayThatTheClockShows()
    {
        CommentWorld world(m_folders.next());
        world.goTo(0, 23, 59);
        world.quality = core::ClockQuality::None;
        (void)world.keep("x");
        QVERIFY(world.waiting().front().day == dayOf(firstDay));
    }

    void aDayOfAWrongClockNeitherSendsItNorHoldsIt()
    {
        // No clock, or one that nobody vouches for, before any day was closed.
        for (const int day : {-9000, 3500}) {
            for (const auto quality : {core::ClockQuality::None, core::ClockQuality::Set}) {
                CommentWorld world(m_folders.next());
                world.goTo(day, 9);
                world.quality = quality;
                (void)world.keep("x");
                world.quality = core::ClockQuality::Anchored;
                world.closeDayWith(0, 1);
                world.goTo(7, 0, 1);
                world.tick();
                QCOMPARE(world.envelopes().size(), 1U);
                QVERIFY(world.sent().empty());
                world.closeDayWith(8, 6);
                QCOMPARE(world.sent().size(), 1U);
            }
        }
    }

    // ---- faults

    void aKeyThatCantBeUsedOrATextThatIsTooLongIsKeptNowhere()
    {
        CommentWorld world(m_folders.next());
        core::CommentSettings settings = settingsOf(world.secret);
        settings.key = "nonsense";
        const auto badKey = world.comments.keep(settings, question, FaceGroup::Low, "x", world.now());
        QVERIFY(!badKey && badKey.error().code == JournalFault::Io);
        const auto tooLong = world.comments.keep(settingsOf(world.secret), question, FaceGroup::Low,
                                                 std::string(wire::commentBytesMax + 1, 'x'), world.now());
        QVERIFY(!tooLong && tooLong.error().code == JournalFault::Io);
        QVERIFY(world.waiting().empty());
    }

    void faultsOfTheFileAreTheJournals()
    {
        const fs::path folder = m_folders.next();
        fs::create_directories(folder);
        SeededRandom random;
        SealedComments comments(folder / "data" / "stand.sqlite", random);
        const auto secret = wire::CommentSecret::generate();
        const core::Now now{core::MonotonicMs{1}, at(firstDay, 9), core::ClockQuality::Anchored};
        const auto keep = [&] { return comments.keep(settingsOf(secret), question, FaceGroup::Low, "x", now); };
        QVERIFY(keep().has_value());
        fs::remove_all(folder / "data");
        writeBytes(folder / "data", "a file where the folder should be");
        QVERIFY(keep().error().code == JournalFault::Io);
        QVERIFY(comments.drop("x").error().code == JournalFault::Io);
        QVERIFY(comments.regroup("x", FaceGroup::Low).error().code == JournalFault::Io);
        fs::remove(folder / "data");
        fs::create_directories(folder / "data");
        writeBytes(folder / "data" / "stand.sqlite", std::string(5000, 'x'));
        QVERIFY(keep().error().code == JournalFault::Corrupt);
    }

    void afterTheJournalWasSetAsideItWritesIntoTheNewOne()
    {
        const fs::path folder = m_folders.next();
        fs::create_directories(folder);
        SeededRandom random;
        const fs::path file = folder / "data" / "stand.sqlite";
        SealedComments comments(file, random);
        const auto secret = wire::CommentSecret::generate();
        const core::Now now{core::MonotonicMs{1}, at(firstDay, 9), core::ClockQuality::Anchored};
        QVERIFY(comments.keep(settingsOf(secret), question, FaceGroup::Low, "x", now).has_value());
        QVERIFY(store::setAside(file).has_value());
        QVERIFY(comments.keep(settingsOf(secret), question, FaceGroup::Low, "y", now).has_value());
        const auto waiting = (*store::Store::open(file, random))->waitingComments();
        QCOMPARE(waiting->size(), 1U);
        QCOMPARE(secret.open(waiting->front().sealed).value(), std::string("y"));
    }
};

QTEST_GUILESS_MAIN(TestOutboxComments)
#include "test_comments.moc"
