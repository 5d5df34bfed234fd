// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/event_columns.h"
#include "app/store/store.h"

#include <QTemporaryDir>
#include <QTest>

#include "tests/app/store/events.h"
#include "tests/support/power_cut_vfs.h"
#include "tests/support/quick_folder.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <fcntl.h>
#include <grp.h>
#include <sched.h>
#include <sys/mount.h>
#include <sys/stat.h>

#include <atomic>
#include <chrono>
#include <csignal>
#include <fstream>
#include <functional>
#include <iterator>
#include <random>
#include <set>
#include <thread>

using namespace smiley;
using namespace smiley::test;
using store::StoreFault;

namespace {

/// Appends an event under the next number; nothing on any error.
using Append = std::function<std::optional<std::uint64_t>(const core::Event&)>;
/// Opens a writer on a file; nothing where the file can't be opened.
using OpenWriter = std::function<std::optional<Append>(const std::filesystem::path&)>;

std::optional<Append> storeWriter(const std::filesystem::path& file)
{
    SeededRandom random;
    auto opened = store::Store::open(file, random);
    if (!opened) {
        return std::nullopt;
    }
    std::shared_ptr<store::Store> store = std::move(*opened);
    return [store](const core::Event& event) -> std::optional<std::uint64_t> {
        const auto appended = store->append(event);
        return appended ? std::optional(core::number(*appended)) : std::nullopt;
    };
}

/// The same insertion with the careless setting, to show that the cuts would be noticed.
std::optional<Append> normalWriter(const std::filesystem::path& file)
try {
    if (!storeWriter(file)) {
        return std::nullopt;
    }
    auto database = std::make_shared<SQLite::Database>(file.string(), SQLite::OPEN_READWRITE);
    database->exec("PRAGMA synchronous = NORMAL");
    return [database](const core::Event& event) -> std::optional<std::uint64_t> {
        try {
            SQLite::Statement insert(*database, store::insertEventSql);
            store::bind(insert, event, core::Boot{1});
            insert.exec();
            return database->getLastInsertRowid();
        } catch (const SQLite::Exception&) {
            return std::nullopt;
        }
    };
} catch (const SQLite::Exception&) {
    return std::nullopt;
}

struct Damage {
    int cuts = 0;
    int losing = 0;     ///< cuts after which a row was missing for which its number had been given out
    int corrupting = 0; ///< cuts after which the file couldn't be opened or wasn't whole
};

/// Pulls the plug until `cuts` cuts were made, each on the disk that the cut before left.
Damage pullThePlug(const std::filesystem::path& folder, int cuts, std::uint64_t seed, const OpenWriter& openWriter)
{
    std::mt19937_64 random(seed);
    PowerCutVfs vfs(seed);
    Damage damage;
    std::filesystem::path current = folder / "0";
    std::filesystem::create_directories(current);
    std::vector<std::int64_t> acknowledged; // the tap's monotonic time by its number - 1
    for (int round = 1; damage.cuts < cuts; ++round) {
        vfs.cutAfter(1 + random() % 60);
        {
            const std::optional<Append> append = openWriter(current / "journal.db");
            const std::uint64_t appends = random() % 30;
            for (std::uint64_t index = 0; append && index < appends && !vfs.isCut(); ++index) {
                const auto at = static_cast<std::int64_t>(random() % 1'000'000);
                if (const auto number = (*append)(tapAt(at))) {
                    acknowledged.resize(*number - 1);
                    acknowledged.push_back(at);
                }
            }
        } // closing copies the WAL back, which may be cut as well
        damage.cuts += vfs.isCut() ? 1 : 0;
        const std::filesystem::path next = folder / std::to_string(round);
        std::filesystem::create_directories(next);
        vfs.powerOn(next);
        std::filesystem::remove_all(current);
        current = next;

        SeededRandom epochs;
        auto after = store::Store::open(current / "journal.db", epochs);
        if (!after || !(*after)->check()) {
            ++damage.corrupting;
            after = core::fail(StoreFault::Corrupt, "");
            std::filesystem::remove_all(current);
            std::filesystem::create_directories(current);
            acknowledged.clear();
            continue;
        }
        std::vector<core::Row> rows = allRows(**after);
        bool lost = rows.size() < acknowledged.size();
        for (std::size_t index = 0; index < std::min(rows.size(), acknowledged.size()); ++index) {
            lost = lost || core::number(rows[index].sequence) != index + 1 ||
                   core::count(rows[index].event.at.monotonic) != acknowledged[index];
        }
        damage.losing += lost ? 1 : 0;
        if (rows.size() > 300) { // large enough for several pages; a new journal is cut in its making
            after = core::fail(StoreFault::Conflict, "");
            std::filesystem::remove_all(current);
            std::filesystem::create_directories(current);
            rows.clear();
        }
        acknowledged.clear();
        for (const core::Row& row : rows) {
            acknowledged.push_back(core::count(row.event.at.monotonic));
        }
    }
    return damage;
}

/// Fills the disk with taps until one is refused. Returns how many were taken.
std::uint64_t appendUntilRefused(store::Store& store, core::JournalFault& fault)
{
    for (std::uint64_t taken = 0;; ++taken) {
        if (const auto appended = store.append(tapAt(1)); !appended) {
            fault = appended.error().code;
            return taken;
        }
    }
}

/// What a small file system does to a journal, in a mount namespace of this child process. 0: as promised; 100: this
/// machine allows no private mount; else the line of the broken promise.
int onASmallDisk(const std::filesystem::path& folder)
{
#define PROMISE(condition)                                                                                             \
    if (!(condition)) {                                                                                                \
        return __LINE__ % 100;                                                                                         \
    }
    if (unshare(geteuid() == 0 ? CLONE_NEWNS : CLONE_NEWUSER | CLONE_NEWNS) != 0 ||
        mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) != 0 ||
        mount("tmpfs", folder.c_str(), "tmpfs", 0, "size=768k,mode=700") != 0) {
        return 100;
    }
    const std::filesystem::path ballast = folder / "ballast";
    std::ofstream(ballast) << std::string(128 * 1024, 'x');
    SeededRandom random;
    auto store = store::Store::open(folder / "stand" / "journal.db", random);
    PROMISE(store.has_value());
    core::JournalFault fault{};
    const std::uint64_t taken = appendUntilRefused(**store, fault);
    PROMISE(taken > 20);
    PROMISE(fault == core::JournalFault::Full);
    for (int again = 0; again < 5; ++again) {
        PROMISE(!(*store)->append(tapAt(2)).has_value());
    }
    PROMISE(core::number(*(*store)->lastRow()) == taken);
    std::filesystem::remove(ballast);
    const auto appended = (*store)->append(tapAt(3));
    PROMISE(appended.has_value());
    PROMISE(core::number(*appended) == taken + 1);
    PROMISE((*store)->check().has_value());
    PROMISE(allRows(**store).size() == taken + 1);
    // A disk that is full before there is a journal.
    appendUntilRefused(**store, fault);
    std::ofstream(folder / "more") << std::string(1024 * 1024, 'x');
    const auto second = store::Store::open(folder / "second" / "journal.db", random);
    PROMISE(!second.has_value());
    PROMISE(second.error().code == StoreFault::Full || second.error().code == StoreFault::NoAccess);
    return 0;
#undef PROMISE
}

} // namespace

class TestStoreFaults final : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_folder{quickFolder()};
    int m_files = 0;
    std::filesystem::path newFolder()
    {
        const std::filesystem::path folder =
            std::filesystem::path(m_folder.path().toStdString()) / ("case" + std::to_string(++m_files));
        std::filesystem::create_directories(folder);
        return folder;
    }

private slots:
    void powerCutsLoseNothingThatWasAcknowledged()
    {
        const Damage damage = pullThePlug(newFolder(), 300, 20'260'701, storeWriter);
        QCOMPARE(damage.cuts, 300);
        QCOMPARE(damage.losing, 0);
        QCOMPARE(damage.corrupting, 0);
    }

    void theSameCutsAreNoticedWithoutTheSyncAtEachCommit()
    {
        const Damage damage = pullThePlug(newFolder(), 100, 20'260'701, normalWriter);
        QVERIFY2(damage.losing >= 20, std::to_string(damage.losing).c_str());
    }

    void aFailedSyncIsNoSuccess()
    {
        PowerCutVfs vfs(7);
        const auto file = newFolder() / "stand" / "journal.db";
        auto store = openStore(file);
        vfs.failSyncs(0.1);
        std::vector<std::uint64_t> acknowledged;
        int failed = 0;
        for (int index = 0; index < 300; ++index) {
            const auto appended = store->append(tapAt(index));
            if (appended) {
                acknowledged.push_back(core::number(*appended));
                continue;
            }
            QVERIFY(appended.error().code == core::JournalFault::Io);
            ++failed;
            vfs.failSyncs(0);
            store.reset();
            store = openStore(file);
            QVERIFY(store->check().has_value());
            vfs.failSyncs(0.1);
        }
        QVERIFY(failed > 5);
        vfs.failSyncs(0);
        std::set<std::uint64_t> present;
        for (const core::Row& row : allRows(*store)) {
            present.insert(core::number(row.sequence));
        }
        QCOMPARE(*present.rbegin(), static_cast<std::uint64_t>(present.size()));
        for (const std::uint64_t number : acknowledged) {
            QVERIFY(present.contains(number));
        }
    }

    void killedProgramsLoseNothingThatWasAcknowledged()
    {
        const auto file = newFolder() / "stand" / "journal.db";
        openStore(file).reset();
        std::mt19937 random(11);
        std::uint64_t highest = 0;
        std::uint64_t acknowledgedRows = 0;
        for (int kill = 0; kill < 30; ++kill) {
            int pipeEnds[2];
            QCOMPARE(pipe(pipeEnds), 0);
            const pid_t child = inChild([&] {
                close(pipeEnds[0]);
                auto store = openStore(file);
                (void)store->begin(tapAt(0).at, "killed");
                for (int index = 0;; ++index) {
                    const auto appended = store->append(tapAt(index));
                    const std::uint64_t number = appended ? core::number(*appended) : 0;
                    if (write(pipeEnds[1], &number, sizeof number) != sizeof number) {
                        return 1;
                    }
                }
            });
            close(pipeEnds[1]);
            std::uint64_t number = 0;
            // Every third is killed somewhere in its start, the others while they append.
            if (kill % 3 != 0) {
                QVERIFY(read(pipeEnds[0], &number, sizeof number) == sizeof number);
                QVERIFY(number > highest);
                highest = number;
                ++acknowledgedRows;
            }
            std::this_thread::sleep_for(std::chrono::milliseconds(random() % 30));
            ::kill(child, SIGKILL);
            while (read(pipeEnds[0], &number, sizeof number) == sizeof number) {
                QVERIFY(number > highest);
                highest = number;
                ++acknowledgedRows;
            }
            close(pipeEnds[0]);
            QCOMPARE(exitCodeOf(child), -SIGKILL);
            auto store = openStore(file);
            QVERIFY(core::number(*store->lastRow()) >= highest);
            QVERIFY(store->check().has_value());
        }
        QVERIFY(acknowledgedRows > 100);
        const std::vector<core::Row> rows = allRows(*openStore(file));
        for (std::size_t index = 0; index < rows.size(); ++index) {
            QCOMPARE(core::number(rows[index].sequence), index + 1);
        }
        QVERIFY(rows.size() >= highest);
    }

    void aFullDiskRefusesAndRecovers()
    {
        PowerCutVfs vfs(3);
        const auto file = newFolder() / "stand" / "journal.db";
        auto store = openStore(file);
        vfs.limitFileSize(400 * 1024);
        core::JournalFault fault{};
        const std::uint64_t taken = appendUntilRefused(*store, fault);
        QVERIFY(taken > 10);
        QVERIFY(fault == core::JournalFault::Full);
        QCOMPARE(core::number(*store->lastRow()), taken);
        vfs.limitFileSize({});
        QCOMPARE(core::number(*store->append(tapAt(1))), taken + 1);
        QVERIFY(store->check().has_value());
        QCOMPARE(allRows(*store).size(), taken + 1);
    }

    void aFullFileSystemRefusesAndRecovers()
    {
        const auto folder = newFolder();
        const int code = exitCodeOf(inChild([&] { return onASmallDisk(folder); }));
        if (code == 100) {
            qWarning("no private mounts here; the full disk is tested by aFullDiskRefusesAndRecovers only");
            return;
        }
        QCOMPARE(code, 0);
    }

    void aDamagedFileIsNoticedAndSetAside()
    {
        // Bytes are flipped in a copy; whatever comes of it, nothing crashes, and what `check` says is acted on.
        const auto folder = newFolder();
        const auto file = folder / "stand" / "journal.db";
        {
            auto store = openStore(file);
            for (int index = 0; index < 400; ++index) {
                QVERIFY(store->append(tapAt(index)).has_value());
            }
        }
        std::string good;
        {
            std::ifstream stream(file, std::ios::binary);
            good.assign(std::istreambuf_iterator<char>(stream), {});
        }
        std::mt19937 random(5);
        int corrupt = 0;
        for (int copy = 0; copy < 100; ++copy) {
            std::string bad = good;
            for (unsigned flips = 1 + random() % 64; flips > 0; --flips) {
                bad[random() % bad.size()] ^= static_cast<char>(1U << (random() % 8));
            }
            const auto damaged = folder / ("copy" + std::to_string(copy)) / "journal.db";
            std::filesystem::create_directories(damaged.parent_path());
            std::ofstream(damaged, std::ios::binary) << bad;
            SeededRandom epochs;
            auto opened = store::Store::open(damaged, epochs);
            const bool isWhole = opened && (*opened)->check() && (*opened)->rows(core::Sequence{0}, 1000);
            if (isWhole) {
                QVERIFY((*opened)->append(tapAt(1)).has_value());
                continue;
            }
            ++corrupt;
            if (opened) {
                (void)(*opened)->append(tapAt(1));
            }
            opened = core::fail(StoreFault::Corrupt, "closed");
            const auto aside = store::setAside(damaged);
            QVERIFY(aside.has_value());
            QVERIFY(std::filesystem::exists(*aside));
            QVERIFY(!std::filesystem::exists(damaged));
            QVERIFY(openStore(damaged)->append(tapAt(1)).has_value());
        }
        QVERIFY2(corrupt > 20, std::to_string(corrupt).c_str());
    }

    void aDestroyedHeadOfOurFileIsCorruptNotSomethingElse()
    {
        const auto file = newFolder() / "stand" / "journal.db";
        QVERIFY(openStore(file)->append(tapAt(1)).has_value());
        std::fstream stream(file, std::ios::binary | std::ios::in | std::ios::out);
        stream.write("garbage garbage ", 16);
        stream.close();
        SeededRandom random;
        const auto opened = store::Store::open(file, random);
        QVERIFY(!opened);
        QCOMPARE(opened.error().code, StoreFault::Corrupt);
    }

    void setAsideNeverOverwritesAndTakesTheWalAlong()
    {
        const auto file = newFolder() / "journal.db";
        for (int number = 1; number <= 3; ++number) {
            std::ofstream(file) << number;
            std::ofstream(file.string() + "-wal") << number;
            QCOMPARE(store::setAside(file)->string(), file.string() + ".damaged-" + std::to_string(number));
            QVERIFY(!std::filesystem::exists(file.string() + "-wal"));
        }
        std::string first;
        std::ifstream(file.string() + ".damaged-1-wal") >> first;
        QCOMPARE(first, std::string("1"));
        QVERIFY(!store::setAside(file));
    }

    void anotherUserCantOpenTheJournal()
    {
        const auto folder = newFolder();
        const auto file = folder / "stand" / "journal.db";
        auto store = openStore(file);
        QVERIFY(store->append(tapAt(1)).has_value());
        const bool isRoot = geteuid() == 0;
        std::filesystem::permissions(m_folder.path().toStdString(), std::filesystem::perms{0755});
        std::filesystem::permissions(folder, std::filesystem::perms{0755});
        // First the folder keeps others out, then, with an open folder, the file itself.
        for (const bool openFolder : {false, true}) {
            std::filesystem::permissions(file.parent_path(), std::filesystem::perms(openFolder ? 0755 : 0700));
            if (!isRoot) {
                // We can't become somebody else: the rights that keep others out are the proof.
                struct stat found {};
                QCOMPARE(stat((openFolder ? file : file.parent_path()).c_str(), &found), 0);
                QCOMPARE(found.st_mode & 077U, 0U);
                continue;
            }
            const pid_t child = inChild([&] {
                constexpr unsigned nobody = 65534;
                if (setgroups(0, nullptr) != 0 || setgid(nobody) != 0 || setuid(nobody) != 0) {
                    return 2;
                }
                for (const char* part : {"", "-wal", "-shm"}) {
                    if (::open((file.string() + part).c_str(), O_RDONLY) >= 0) {
                        return 3;
                    }
                }
                SeededRandom random;
                const auto opened = store::Store::open(file, random);
                return !opened && opened.error().code == StoreFault::NoAccess ? 0 : 4;
            });
            QCOMPARE(exitCodeOf(child), 0);
        }
    }

    void aFolderThatCantBeMadeIsNamed()
    {
        const auto folder = newFolder();
        std::ofstream(folder / "file") << "in the way";
        SeededRandom random;
        const auto opened = store::Store::open(folder / "file" / "journal.db", random);
        QVERIFY(!opened);
        QCOMPARE(opened.error().code, StoreFault::NoAccess);
        QVERIFY(opened.error().message.find("journal.db") != std::string::npos);
    }

    void aTapDoesntWaitForeverForAnotherWriter()
    {
        const auto file = newFolder() / "stand" / "journal.db";
        auto store = openStore(file);
        SQLite::Database other(file.string(), SQLite::OPEN_READWRITE);
        const SQLite::Transaction held(other, SQLite::TransactionBehavior::IMMEDIATE);
        const auto begin = std::chrono::steady_clock::now();
        const auto appended = store->append(tapAt(1));
        QVERIFY(!appended);
        QVERIFY(appended.error().code == core::JournalFault::Io);
        QVERIFY(std::chrono::steady_clock::now() - begin < std::chrono::seconds(4));
        QCOMPARE(store->setSetting("a", "b").error().code, StoreFault::Busy);
    }

    void theWalStaysSmallBesideARestlessReader()
    {
        const auto file = newFolder() / "stand" / "journal.db";
        auto store = openStore(file);
        std::atomic<bool> ended = false;
        std::thread reader([&] {
            auto second = openStore(file);
            while (!ended) {
                (void)second->rows(core::Sequence{0}, 50);
            }
        });
        for (int index = 0; index < 3000; ++index) {
            if (!store->append(tapAt(index))) {
                break;
            }
        }
        ended = true;
        reader.join();
        QCOMPARE(core::number(*store->lastRow()), 3000U);
        QVERIFY(std::filesystem::file_size(file.string() + "-wal") <= 16 * 1024 * 1024);
    }
};

QTEST_APPLESS_MAIN(TestStoreFaults)
#include "test_store_faults.moc"
