// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/schema.h"
#include "app/store/store.h"

#include <QTest>

#include "tests/app/store/events.h"
#include "tests/support/quick_folder.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <array>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

using namespace smiley;
using namespace smiley::test;
using store::StoreFault;

class TestStoreSchema final : public QObject {
    Q_OBJECT

private:
    QuickFolders m_folders;
    std::filesystem::path newFile() { return m_folders.next() / "journal.db"; }
    static std::string bytesOf(const std::filesystem::path& file)
    {
        std::ifstream stream(file, std::ios::binary);
        return {std::istreambuf_iterator<char>(stream), {}};
    }

private slots:
    void migrationsRunInOrderEachWholeOrNotAtAll()
    {
        using store::Migration;
        using store::SchemaState;
        const std::array one{Migration{1, "CREATE TABLE t(a); INSERT INTO t VALUES (1);"}};
        const std::array broken{one[0], Migration{2, "ALTER TABLE t ADD COLUMN b DEFAULT 2;"},
                                Migration{3, "INSERT INTO t VALUES (9, 9); INSERT INTO nowhere VALUES (1);"}};
        const std::array good{one[0], broken[1], Migration{3, "INSERT INTO t VALUES (3, 3);"}};
        const auto file = newFile();
        std::filesystem::create_directories(file.parent_path());
        SQLite::Database database(file.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
        QVERIFY(store::migrate(database, one) == SchemaState::Current);
        QCOMPARE(database.execAndGet("PRAGMA user_version").getInt(), 1);
        QVERIFY_EXCEPTION_THROWN((void)store::migrate(database, broken), SQLite::Exception);
        QCOMPARE(database.execAndGet("PRAGMA user_version").getInt(), 2);
        QCOMPARE(database.execAndGet("SELECT count(*) FROM t").getInt(), 1);
        QVERIFY(store::migrate(database, good) == SchemaState::Current);
        QCOMPARE(database.execAndGet("SELECT sum(a) + sum(b) FROM t").getInt(), 1 + 2 + 3 + 3);
        QVERIFY(store::migrate(database, good) == SchemaState::Current);
        QCOMPARE(database.execAndGet("SELECT count(*) FROM t").getInt(), 2);
        QVERIFY(store::migrate(database, one) == SchemaState::Newer);
    }

    void theShippedMigrationsCountUpFromOne()
    {
        int expected = 0;
        for (const store::Migration& migration : store::migrations()) {
            QCOMPARE(migration.to, ++expected);
        }
    }

    void aFileOfTheFirstSchemaKeepsItsRowsAndDays()
    {
        const auto file = newFile();
        std::filesystem::create_directories(file.parent_path());
        {
            SQLite::Database old(file.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
            QVERIFY(store::migrate(old, store::migrations().first(1)) == store::SchemaState::Current);
            old.exec("INSERT INTO meta(id, epoch) VALUES (1, '" + std::string(32, 'e') + "')");
            for (int row = 1; row <= 3; ++row) {
                old.exec("INSERT INTO event(sequence, boot, monotonic_ms, wall_ms, quality, kind, step_ms) VALUES (" +
                         std::to_string(row) + ", 0, 7, 8, 'set', 'clock', 9)");
            }
            old.exec("INSERT INTO closed_day(day, last_row, closed_at, content) VALUES ('2026-11-01', 1, 5, 'old')");
        }
        auto store = openStore(file);
        const std::vector<core::Row> rows = allRows(*store);
        QCOMPARE(rows.size(), 3U);
        QCOMPARE(std::get<core::ClockStepped>(rows[2].event.content).byMs, 9);
        QCOMPARE(core::number(*store->append({tapAt(2).at, core::LeftAfter{core::Sequence{3}, 1}, {}})), 4U);
        QCOMPARE(store->unsealedDays()->front().content, std::string("old"));
        QVERIFY(store->lastClosedDay()->value().memory.empty());
        SQLite::Database other(file.string(), SQLite::OPEN_READWRITE);
        QVERIFY(refuses(other, "UPDATE event SET step_ms = 5 WHERE sequence = 1"));
        QVERIFY(refuses(other, "DELETE FROM event WHERE sequence = 2"));
        QVERIFY(refuses(other, "UPDATE meta SET last_sequence = 7"));
    }

    void aNewerSchemaIsRefusedAndLeftAlone()
    {
        const auto file = newFile();
        openStore(file).reset();
        {
            SQLite::Database other(file.string(), SQLite::OPEN_READWRITE);
            other.exec("PRAGMA user_version = 4711");
        }
        const auto before = bytesOf(file);
        SeededRandom random;
        const auto opened = store::Store::open(file, random);
        QVERIFY(!opened);
        QCOMPARE(opened.error().code, StoreFault::NewerSchema);
        QVERIFY(opened.error().message.find(file.string()) != std::string::npos);
        QVERIFY(opened.error().message.find("4711") != std::string::npos);
        QCOMPARE(bytesOf(file), before);
    }

    void anotherProgramsFileIsRefusedAndLeftAlone_data()
    {
        QTest::addColumn<bool>("isDatabase");
        QTest::newRow("text") << false;
        QTest::newRow("a database of another program") << true;
    }
    void anotherProgramsFileIsRefusedAndLeftAlone()
    {
        QFETCH(bool, isDatabase);
        const auto file = newFile();
        std::filesystem::create_directories(file.parent_path());
        if (isDatabase) {
            SQLite::Database other(file.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
            other.exec("CREATE TABLE recipe(name)");
        } else {
            std::ofstream(file) << std::string(5000, 'x');
        }
        const auto before = bytesOf(file);
        SeededRandom random;
        const auto opened = store::Store::open(file, random);
        QVERIFY(!opened);
        QCOMPARE(opened.error().code, StoreFault::NotADatabase);
        QCOMPARE(bytesOf(file), before);
        QVERIFY(!std::filesystem::exists(file.string() + "-wal"));
    }
};

QTEST_APPLESS_MAIN(TestStoreSchema)
#include "test_store_schema.moc"
