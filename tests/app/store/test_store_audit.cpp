// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/schema.h"
#include "app/store/store.h"

#include "tests/app/store/events.h"
#include "tests/support/power_cut_vfs.h"
#include "tests/support/quick_folder.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <random>
#include <string>

using namespace smiley;
using namespace smiley::test;
using store::AuditRow;
using store::StoreFault;
using store::TypedCount;

namespace {

AuditRow rowOf(std::uint64_t number, const std::string& detail = "")
{
    return {number, "2026-11-22 14", "p-anna", "settings-changed", detail, hashOf('b')};
}

/// What power cuts left, each change writing its number into the row, a setting and a typed count.
struct Torn {
    int cuts = 0;
    int half = 0; ///< the row without its setting or count, or the other way round
    int lost = 0; ///< a change that was acknowledged is missing
};

Torn pullThePlug(const std::filesystem::path& folder, int cuts, std::uint64_t seed)
{
    std::mt19937_64 random(seed);
    PowerCutVfs vfs(seed);
    Torn torn;
    std::filesystem::path current = folder / "0";
    std::filesystem::create_directories(current);
    for (int round = 1; torn.cuts < cuts; ++round) {
        std::uint64_t acknowledged = 0;
        vfs.cutAfter(1 + random() % 60);
        SeededRandom epochs;
        if (auto store = store::Store::open(current / "journal.db", epochs)) {
            const auto last = (*store)->lastAuditRow();
            acknowledged = last && *last ? (*last)->number : 0;
            for (int index = 0; last && index < 10 && !vfs.isCut(); ++index) {
                const std::uint64_t next = acknowledged + 1;
                const std::string value = std::to_string(next);
                acknowledged +=
                    (*store)->change({{"key", value}}, rowOf(next), {{dayNumber(0), "door", next}}) ? 1U : 0U;
            }
        }
        torn.cuts += vfs.isCut() ? 1 : 0;
        const std::filesystem::path next = folder / std::to_string(round);
        std::filesystem::create_directories(next);
        vfs.powerOn(next);
        std::filesystem::remove_all(current);
        current = next;

        const auto after = openStore(current / "journal.db");
        const std::uint64_t there = after->auditRows(0, 1'000'000)->size();
        const auto setting = *after->setting("key");
        const auto counts = *after->typedCounts(dayNumber(0), dayNumber(0));
        torn.lost += there < acknowledged ? 1 : 0;
        torn.half +=
            setting.value_or("0") != std::to_string(there) || (counts.empty() ? 0 : counts.front().count) != there ? 1
                                                                                                                   : 0;
    }
    return torn;
}

} // namespace

class TestStoreAudit final : public QObject {
    Q_OBJECT

private:
    QuickFolders m_folders;
    std::filesystem::path newFile() { return m_folders.next() / "journal.db"; }

private slots:
    void rowsComeBackAsTheyWereWrittenOldestFirst()
    {
        auto store = openStore(newFile());
        QVERIFY(!store->lastAuditRow()->has_value());
        for (std::uint64_t number = 1; number <= 5; ++number) {
            QVERIFY(store->change({}, rowOf(number, "æ " + std::to_string(number))));
        }
        const auto rows = *store->auditRows(2, 2);
        QCOMPARE(rows.size(), 2U);
        QCOMPARE(rows[0].number, std::uint64_t{3});
        QCOMPARE(rows[1].detail, std::string("æ 4"));
        QCOMPARE(rows[1].hour, std::string("2026-11-22 14"));
        QCOMPARE(rows[1].who, std::string("p-anna"));
        QCOMPARE(rows[1].what, std::string("settings-changed"));
        QVERIFY(rows[1].hash == hashOf('b'));
        QCOMPARE((*store->lastAuditRow())->number, std::uint64_t{5});
    }

    void aNumberThatIsNotTheNextIsAConflictAndWritesNoSetting()
    {
        auto store = openStore(newFile());
        QVERIFY(store->change({{"a", "1"}}, rowOf(1)));
        for (const std::uint64_t wrong : {0U, 1U, 3U}) {
            const auto changed = store->change({{"a", "2"}, {"b", "2"}}, rowOf(wrong), {{dayNumber(0), "door", 7}});
            QVERIFY(!changed);
            QCOMPARE(changed.error().code, StoreFault::Conflict);
        }
        QCOMPARE(**store->setting("a"), std::string("1"));
        QVERIFY(!store->setting("b")->has_value());
        QVERIFY(store->typedCounts(dayNumber(0), dayNumber(9))->empty());
    }

    void aFaultBehindTheRowTakesTheRowBack()
    {
        auto store = openStore(newFile());
        QVERIFY(!store->change({{"a", "1"}, {"", "no such key"}}, rowOf(1)));
        QVERIFY(!store->change({{"a", "1"}}, rowOf(1), {{dayNumber(0), "windows", 7}}));
        QVERIFY(!store->lastAuditRow()->has_value());
        QVERIFY(!store->setting("a")->has_value());
    }

    void twoConnectionsCannotWriteTheSameNumber()
    {
        const auto file = newFile();
        auto one = openStore(file);
        auto other = openStore(file);
        QVERIFY(one->change({}, rowOf(1)));
        QCOMPARE(other->change({}, rowOf(1)).error().code, StoreFault::Conflict);
        QVERIFY(other->change({}, rowOf(2)));
    }

    void theFileRefusesToChangeOrDeleteARow()
    {
        const auto file = newFile();
        auto store = openStore(file);
        QVERIFY(store->change({}, rowOf(1)));
        QVERIFY(store->change({}, rowOf(2)));
        SQLite::Database other(file.string(), SQLite::OPEN_READWRITE);
        QVERIFY(refuses(other, "UPDATE audit SET who = 'somebody' WHERE number = 1"));
        QVERIFY(refuses(other, "UPDATE audit SET number = 9 WHERE number = 2"));
        QVERIFY(refuses(other, "DELETE FROM audit WHERE number = 2"));
        QVERIFY(refuses(other, "DELETE FROM audit"));
        QVERIFY(
            refuses(other, "INSERT INTO audit SELECT 4, hour, who, what, detail, hash FROM audit WHERE number = 1"));
        QVERIFY(refuses(other, "INSERT INTO audit SELECT 3, hour || ':07', who, what, detail, hash FROM audit"));
        QCOMPARE(store->auditRows(0, 10)->size(), 2U);
    }

    void aTypedCountTakesThePlaceOfTheOneBefore()
    {
        auto store = openStore(newFile());
        QVERIFY(store->change(
            {}, rowOf(1),
            {{dayNumber(3), "door", 40}, {dayNumber(3), "appointments", 12}, {dayNumber(4), "door", 41}}));
        QVERIFY(store->change({}, rowOf(2), {{dayNumber(3), "door", 44}}));
        QCOMPARE(store->change({}, rowOf(3), {{dayNumber(3), "windows", 1}}).error().code, StoreFault::Conflict);
        const auto found = *store->typedCounts(dayNumber(3), dayNumber(3));
        QCOMPARE(found.size(), 2U);
        QCOMPARE(found[0].what, std::string("appointments"));
        QCOMPARE(found[1].count, std::uint64_t{44});
        QCOMPARE(store->typedCounts(dayNumber(0), dayNumber(9))->size(), 3U);
    }

    void aFileOfTheThirdSchemaKeepsWhatItHas()
    {
        const auto file = newFile();
        std::filesystem::create_directories(file.parent_path());
        {
            SQLite::Database old(file.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
            QVERIFY(store::migrate(old, store::migrations().first(3)) == store::SchemaState::Current);
            old.exec("INSERT INTO meta(id, epoch) VALUES (1, '" + std::string(32, 'e') + "')");
            old.exec("INSERT INTO setting(key, value) VALUES ('a', 'old')");
        }
        auto store = openStore(file);
        QCOMPARE(**store->setting("a"), std::string("old"));
        QVERIFY(store->change({{"a", "new"}}, rowOf(1)));
        QCOMPARE(**store->setting("a"), std::string("new"));
    }

    void aPowerCutLeavesTheRowWithItsSettingsOrNeither()
    {
        QTemporaryDir folder{quickFolder()};
        const Torn torn = pullThePlug(folder.path().toStdString(), 60, 7);
        QCOMPARE(torn.half, 0);
        QCOMPARE(torn.lost, 0);
    }
};

QTEST_APPLESS_MAIN(TestStoreAudit)
#include "test_store_audit.moc"
