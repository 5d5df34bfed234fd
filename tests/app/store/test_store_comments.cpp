// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/schema.h"
#include "app/store/store.h"

#include "tests/app/store/events.h"
#include "tests/support/quick_folder.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <sqlite3.h>

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <chrono>
#include <fstream>
#include <iterator>

using namespace smiley;
using namespace smiley::test;
using core::FaceGroup;
using store::StoreFault;
using store::WaitingComment;

namespace {

std::string idOf(int number)
{
    const std::string digits = std::to_string(number);
    return "0b8a5c1e-0000-4000-8000-" + std::string(12 - digits.size(), '0') + digits;
}

WaitingComment commentOf(int number, int day = 0, FaceGroup faces = FaceGroup::Middle)
{
    return {idOf(number), dayNumber(day),     *core::QuestionId::parse("K9"),
            faces,        "0123456789abcdef", "SEALED" + std::to_string(1'000'000 + number)};
}

} // namespace

class TestStoreComments final : public QObject {
    Q_OBJECT

private:
    QuickFolders m_folders;
    std::filesystem::path newFile() { return m_folders.next() / "journal.db"; }
    static std::vector<std::string> ids(const store::Store& store)
    {
        const auto waiting = store.waitingComments();
        std::vector<std::string> found;
        for (const WaitingComment& comment : *waiting) {
            found.push_back(comment.id);
        }
        return found;
    }

private slots:
    void aCommentComesBackAsItWasKept()
    {
        const auto file = newFile();
        using enum FaceGroup;
        for (const FaceGroup faces : {Low, Middle, High}) {
            WaitingComment comment = commentOf(static_cast<int>(faces), 1, faces);
            comment.sealed = std::string("\0\xff' ", 4);
            QVERIFY(openStore(file)->addComment(comment).has_value());
        }
        const auto read = *openStore(file)->waitingComments();
        QCOMPARE(read.size(), 3U);
        for (int index = 0; index < 3; ++index) {
            const WaitingComment& comment = read[static_cast<std::size_t>(index)];
            QCOMPARE(comment.id, idOf(index));
            QVERIFY(comment.day == dayNumber(1));
            QCOMPARE(comment.question.text(), std::string("K9"));
            QVERIFY(comment.faces == static_cast<FaceGroup>(index));
            QCOMPARE(comment.key, std::string("0123456789abcdef"));
            QCOMPARE(comment.sealed, std::string("\0\xff' ", 4));
        }
    }

    void theyLieInTheOrderOfTheirIdsNotOfWriting()
    {
        auto store = openStore(newFile());
        for (const int number : {5, 2, 9, 1}) {
            QVERIFY(store->addComment(commentOf(number)).has_value());
        }
        QVERIFY((ids(*store) == std::vector{idOf(1), idOf(2), idOf(5), idOf(9)}));
    }

    void nothingInTheirTableLinksThemToAVisitOrATime()
    {
        const auto file = newFile();
        auto store = openStore(file);
        SQLite::Database other(file.string());
        SQLite::Statement columns(other, "SELECT group_concat(name, ' ') FROM pragma_table_info('comment')");
        QVERIFY(columns.executeStep());
        QCOMPARE(columns.getColumn(0).getString(), std::string("id day question faces key sealed"));
        // No hidden number that would count them: the table has no rowid.
        QVERIFY(other.tryExec("SELECT rowid FROM comment") != SQLITE_OK);
    }

    void onlyTheFaceGroupMayChange()
    {
        const auto file = newFile();
        auto store = openStore(file);
        QVERIFY(store->addComment(commentOf(1)).has_value());
        QVERIFY(store->regroupComment(idOf(1), FaceGroup::Low).has_value());
        QVERIFY(store->waitingComments()->front().faces == FaceGroup::Low);
        QVERIFY(store->regroupComment(idOf(2), FaceGroup::Low).has_value()); // has left
        SQLite::Database other(file.string(), SQLite::OPEN_READWRITE);
        for (const char* change :
             {"day = '2026-11-03'", "question = 'x'", "sealed = x'00'", "key = 'x'", "id = 'x'", "faces = '2'"}) {
            QCOMPARE(other.tryExec(std::string("UPDATE comment SET ") + change), SQLITE_CONSTRAINT);
        }
    }

    void aDroppedOneIsInNoFile()
    {
        const auto file = newFile();
        auto store = openStore(file);
        QVERIFY(store->addComment(commentOf(1)).has_value());
        QVERIFY(store->addComment(commentOf(2)).has_value());
        const auto found = [&](int number) {
            std::string bytes;
            for (const char* part : {"", "-wal", "-shm"}) {
                std::ifstream stream(file.string() + part, std::ios::binary);
                bytes.append(std::istreambuf_iterator<char>(stream), {});
            }
            return bytes.find(commentOf(number).sealed) != std::string::npos;
        };
        QVERIFY(found(1) && found(2));
        QVERIFY(store->dropComment(idOf(1)).has_value());
        QVERIFY(!found(1) && found(2));
        QVERIFY(store->dropComment(idOf(1)).has_value());
        // And so is one that left, after the purge that follows.
        QVERIFY(store->seal(envelopeOf(*store->epoch(), 1, 0), {idOf(2)}).has_value());
        QVERIFY(store->purgeRows(core::WallMs{}).has_value() && store->purgeEnvelopes(core::WallMs{}).has_value());
        QVERIFY(!found(2));
    }

    void aDroppedOneThatSomebodyReadsIsGoneWithTheNextPurge()
    {
        const auto file = newFile();
        auto keeper = openStore(file);
        const auto isInAFile = [&] {
            std::string bytes;
            for (const char* part : {"", "-wal"}) {
                std::ifstream stream(file.string() + part, std::ios::binary);
                bytes.append(std::istreambuf_iterator<char>(stream), {});
            }
            return bytes.find(commentOf(1).sealed) != std::string::npos;
        };
        {
            SQLite::Database other(file.string());
            auto visitor = openStore(file); // as the kiosk: for one call
            QVERIFY(visitor->addComment(commentOf(1)).has_value());
            const SQLite::Transaction reading(other);
            QCOMPARE(other.execAndGet("SELECT count(*) FROM comment").getInt(), 1);
            // Neither waits for readers: a tap would wait with it.
            const auto before = std::chrono::steady_clock::now();
            QVERIFY(visitor->dropComment(idOf(1)).has_value());
            QVERIFY(keeper->purgeRows(core::WallMs{}).has_value());
            QVERIFY(std::chrono::steady_clock::now() - before < std::chrono::seconds{1});
            QVERIFY(isInAFile());
        }
        QVERIFY(keeper->purgeRows(core::WallMs{}).has_value());
        QVERIFY(!isInAFile());
    }

    void anEnvelopesBytesCanBeReplacedWithItsReceipt()
    {
        auto store = openStore(newFile());
        const auto epoch = *store->epoch();
        QVERIFY(store->seal(envelopeOf(epoch, 1, 0)).has_value());
        QVERIFY(store->setReceipt(epoch, core::EnvelopeNumber{1}, "{}", core::WallMs{5}, "rest").has_value());
        QCOMPARE(store->envelopes()->front().bytes, std::string("rest"));
        QVERIFY(store->setReceipt(epoch, core::EnvelopeNumber{1}, "{}", core::WallMs{6}, "other").has_value());
        QCOMPARE(store->envelopes()->front().bytes, std::string("rest")); // a second receipt changes nothing
    }

    void sealingTakesTheEnvelopesOwnAndLeavesTheOthers()
    {
        auto store = openStore(newFile());
        for (const int number : {1, 2, 3}) {
            QVERIFY(store->addComment(commentOf(number, number)).has_value());
        }
        QVERIFY((ids(*store) == std::vector{idOf(1), idOf(2), idOf(3)}));
        QVERIFY(store->seal(envelopeOf(*store->epoch(), 1, 2), {idOf(1), idOf(2)}).has_value());
        QVERIFY(ids(*store) == std::vector{idOf(3)});
    }

    void anEnvelopeWithACommentThatIsGoneIsNotSealedAndNothingIsLost()
    {
        auto store = openStore(newFile());
        QVERIFY(store->closeDay({dayNumber(0), core::Sequence{0}, core::WallMs{1}, "content"}).has_value());
        QVERIFY(store->addComment(commentOf(1)).has_value());
        const auto sealed = store->seal(envelopeOf(*store->epoch(), 1, 0), {idOf(1), idOf(2)});
        QVERIFY(!sealed && sealed.error().code == StoreFault::Conflict);
        QVERIFY(ids(*store) == std::vector{idOf(1)});
        QVERIFY(store->envelopes()->empty());
        QCOMPARE(store->unsealedDays()->front().content, std::string("content"));
        // The number is checked first.
        QVERIFY(store->seal(envelopeOf(*store->epoch(), 2, 0), {idOf(1)}).error().code == StoreFault::Conflict);
        QVERIFY(ids(*store) == std::vector{idOf(1)});
    }

    void oneMoreThanMayWaitIsFull()
    {
        const auto file = newFile();
        auto store = openStore(file);
        {
            SQLite::Database other(file.string(), SQLite::OPEN_READWRITE);
            other.exec("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < " +
                       std::to_string(store::commentsWaitingMax - 1) +
                       ") INSERT INTO comment SELECT printf('%036d', i), '2026-11-02', 'K9', '3', 'k', x'00' FROM n");
        }
        QVERIFY(store->addComment(commentOf(1)).has_value());
        const auto full = store->addComment(commentOf(2));
        QVERIFY(!full && full.error().code == StoreFault::Full);
        QVERIFY(store->dropComment(idOf(1)).has_value());
        QVERIFY(store->addComment(commentOf(2)).has_value());
    }

    void aFileOfTheSecondSchemaKeepsWhatItHasAndTakesComments()
    {
        const auto file = newFile();
        std::filesystem::create_directories(file.parent_path());
        {
            SQLite::Database old(file.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
            QVERIFY(store::migrate(old, store::migrations().first(2)) == store::SchemaState::Current);
            QCOMPARE(old.execAndGet("PRAGMA user_version").getInt(), 2);
            old.exec("INSERT INTO meta(id, epoch) VALUES (1, '" + std::string(32, 'e') + "')");
            old.exec("INSERT INTO event(sequence, boot, monotonic_ms, wall_ms, quality, kind, step_ms)"
                     " VALUES (1, 0, 7, 8, 'set', 'clock', 9)");
            old.exec("INSERT INTO closed_day(day, last_row, closed_at, content, memory, basis)"
                     " VALUES ('2026-11-01', 1, 5, 'old', 'm', 'b')");
            old.exec("INSERT INTO policy VALUES ('" + std::string(64, '1') + "', '{}')");
        }
        auto store = openStore(file);
        QCOMPARE(store->rows(core::Sequence{0}, 9)->size(), 1U);
        QCOMPARE(store->unsealedDays()->front().content, std::string("old"));
        QCOMPARE(store->lastClosedDay()->value().memory, std::string("m"));
        QCOMPARE(**store->policy(hashOf('1')), std::string("{}"));
        QVERIFY(*store->epoch() == epochOf('e'));
        QVERIFY(store->addComment(commentOf(1)).has_value());
        QCOMPARE(ids(*store).size(), 1U);
        QCOMPARE(core::number(*store->append(tapAt(2))), 2U);
    }
};

QTEST_GUILESS_MAIN(TestStoreComments)
#include "test_store_comments.moc"
