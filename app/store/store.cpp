// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/event_columns.h"
#include "app/store/schema.h"
#include "app/store/store_impl.h"

#include <SQLiteCpp/Transaction.h>

#include <sqlite3.h>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cassert>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <utility>

namespace smiley::store {

namespace {

/// The WAL is copied back into the file from 256 pages (1 MiB) on, as far as readers allow; from 2048 (8 MiB) on the
/// readers are waited for (at most busyTimeoutMs), so that a restless one can't make it grow without end.
constexpr int walPages = 256;
constexpr int walPagesMax = 2048;

int checkpoint(void* /*unused*/, sqlite3* database, const char* name, int pages)
{
    if (pages >= walPages) {
        const int mode = pages >= walPagesMax ? SQLITE_CHECKPOINT_RESTART : SQLITE_CHECKPOINT_PASSIVE;
        sqlite3_wal_checkpoint_v2(database, name, mode, nullptr, nullptr);
    }
    return SQLITE_OK; // the commit stands, whatever came of the copying
}

constexpr const char* connectionSql = "PRAGMA synchronous = FULL;"
                                      "PRAGMA secure_delete = ON;"
                                      "PRAGMA foreign_keys = ON;"
                                      "PRAGMA temp_store = MEMORY;"
                                      "PRAGMA journal_size_limit = 1048576;";

core::Sequence sequenceAt(std::int64_t value) { return core::Sequence{static_cast<std::uint64_t>(value)}; }

std::string newEpochText(core::Random& random)
{
    std::array<std::byte, 16> bytes{};
    random.fill(bytes);
    constexpr std::string_view digits = "0123456789abcdef";
    std::string text;
    for (const std::byte byte : bytes) {
        text += digits[std::to_integer<std::size_t>(byte >> 4)];
        text += digits[std::to_integer<std::size_t>(byte & std::byte{15})];
    }
    return text;
}

/// SQLite refused the header, but it bears our mark at offset 68: it was our file once. Only for a file that no connection
/// of this process can use (see prepareFile).
bool bearsOurMark(const std::filesystem::path& file)
{
    std::ifstream stream(file, std::ios::binary);
    std::array<unsigned char, 72> head{};
    stream.read(reinterpret_cast<char*>(head.data()), static_cast<std::streamsize>(head.size()));
    std::int32_t mark = 0;
    for (std::size_t at = 68; at < 72; ++at) {
        mark = static_cast<std::int32_t>((static_cast<std::uint32_t>(mark) << 8U) | head.at(at));
    }
    return stream.gcount() == static_cast<std::streamsize>(head.size()) && mark == applicationId;
}

/// Makes folder (0700) and file (0600) where they are missing; SQLite gives its -wal and -shm the file's rights.
Result<core::Done> prepareFile(const std::filesystem::path& file)
{
    const auto refused = [&](const std::string& what) {
        return core::fail(StoreFault::NoAccess, file.string() + ": " + what + ": " + std::strerror(errno) +
                                                    ". Let the stand's user own the folder and the file.");
    };
    const std::filesystem::path folder = file.parent_path();
    if (!folder.empty()) {
        std::error_code error;
        std::filesystem::create_directories(folder.parent_path(), error);
        if (mkdir(folder.c_str(), 0700) != 0 && errno != EEXIST) {
            return refused("can't make the folder");
        }
    }
    // A file that is there is never opened here: closing any descriptor of it takes away the locks (fcntl) that this
    // process's other connections hold, and the next process to close the file would delete the -wal under them.
    const int made = ::open(file.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (made >= 0) {
        close(made);
        return core::Done{};
    }
    if (errno != EEXIST) {
        return refused("can't make the journal");
    }
    struct stat status {};
    if (lstat(file.c_str(), &status) != 0 || !S_ISREG(status.st_mode)) {
        errno = errno == EEXIST ? EINVAL : errno;
        return refused("is no ordinary file");
    }
    if (access(file.c_str(), R_OK | W_OK) != 0) {
        return refused("can't open the journal");
    }
    if (chmod(file.c_str(), 0600) != 0) {
        return refused("can't set the file's rights");
    }
    return core::Done{};
}

} // namespace

void Store::Impl::configure()
{
    // Another process that makes the same file holds it exclusively for a moment, and here SQLite doesn't wait by itself.
    for (int waited = 0; database.tryExec("PRAGMA journal_mode = WAL") == SQLITE_BUSY && waited < busyTimeoutMs;) {
        waited += sqlite3_sleep(10);
    }
    if (database.execAndGet("PRAGMA journal_mode = WAL").getString() != "wal") {
        throw SQLite::Exception("the file system can't do WAL (shared memory)", SQLITE_CANTOPEN);
    }
    database.exec(connectionSql);
    sqlite3_wal_hook(database.getHandle(), checkpoint, nullptr);
    // What durability and deletion hang on is read back: a build of SQLite may have been told otherwise.
    const bool asAsked = database.execAndGet("PRAGMA journal_mode").getString() == "wal" &&
                         database.execAndGet("PRAGMA synchronous").getInt() == 2 &&
                         database.execAndGet("PRAGMA secure_delete").getInt() == 1;
    assert(asAsked);
    (void)asAsked;
}

Store::Store(std::unique_ptr<Impl> impl) : m_impl(std::move(impl)) {}
Store::~Store() = default;

Result<std::unique_ptr<Store>> Store::open(const std::filesystem::path& file, core::Random& random)
{
    if (auto prepared = prepareFile(file); !prepared) {
        return prepared.error();
    }
    auto opened = guarded(file.string(), [&]() -> Result<std::unique_ptr<Store>> {
        auto impl = std::make_unique<Impl>(file.string());
        // Whose file it is, before anything in it is touched.
        SchemaState state = inspect(impl->database, migrations());
        if (state == SchemaState::Current || state == SchemaState::Older) {
            impl->configure();
        }
        if (state == SchemaState::Older) {
            state = migrate(impl->database, migrations());
        }
        if (state == SchemaState::Foreign) {
            return core::fail(StoreFault::NotADatabase,
                              file.string() + ": a database of another program. Name another file.");
        }
        if (state == SchemaState::Newer) {
            const int version = impl->database.execAndGet("PRAGMA user_version").getInt();
            return core::fail(StoreFault::NewerSchema, file.string() + ": made by a newer program (schema " +
                                                           std::to_string(version) + ", this one knows " +
                                                           std::to_string(migrations().back().to) +
                                                           "). Install the newer program again; nothing was changed.");
        }
        SQLite::Statement first(impl->database, "INSERT OR IGNORE INTO meta(id, epoch) VALUES (1, ?)");
        if (impl->database.execAndGet("SELECT count(*) FROM meta").getInt() == 0) {
            first.bind(1, newEpochText(random));
            first.exec();
        }
        impl->append.emplace(impl->database, insertEventSql);
        impl->selectRows.emplace(impl->database, selectEventsSql);
        return std::unique_ptr<Store>(new Store(std::move(impl)));
    });
    if (!opened && opened.error().code == StoreFault::NotADatabase && bearsOurMark(file)) {
        return core::fail(StoreFault::Corrupt, opened.error().message + " It was a journal: set it aside.");
    }
    return opened;
}

Result<core::Boot> Store::begin(const core::Now& now, const std::string& programVersion)
{
    return guarded(m_impl->file, [&]() -> Result<core::Boot> {
        SQLite::Transaction transaction(m_impl->database, SQLite::TransactionBehavior::IMMEDIATE);
        m_impl->database.exec("UPDATE meta SET last_boot = last_boot + 1");
        const core::Boot boot{m_impl->database.execAndGet("SELECT last_boot FROM meta").getUInt()};
        m_impl->append->reset();
        bind(*m_impl->append, {now, core::Started{programVersion}, std::nullopt}, boot);
        m_impl->append->exec();
        m_impl->append->reset();
        transaction.commit();
        m_impl->boot = boot;
        return boot;
    });
}

core::Sequence Store::Impl::insertEvent(const core::Event& event)
{
    append->reset();
    bind(*append, event, boot);
    if (append->exec() != 1) {
        throw BadRow("table meta is empty");
    }
    const core::Sequence sequence = sequenceAt(database.getLastInsertRowid());
    append->reset();
    return sequence;
}

core::Result<core::Sequence, core::JournalFault> Store::append(const core::Event& event,
                                                               const std::optional<core::TicketMark>& used)
{
    auto appended = guarded(m_impl->file, [&]() -> Result<core::Sequence> {
        const auto* tap = std::get_if<core::Tap>(&event.content);
        if (tap == nullptr || tap->ticket != core::TicketUse::Fresh) {
            // One statement is one transaction: the row, the counter in its trigger, and the sync of the WAL.
            return m_impl->insertEvent(event);
        }
        SQLite::Transaction transaction(m_impl->database, SQLite::TransactionBehavior::IMMEDIATE);
        if (!used || !m_impl->useTicket(*used, event.at.wall)) {
            return core::fail(StoreFault::Io, m_impl->file + ": a card is used already, or its day is closed.");
        }
        const core::Sequence sequence = m_impl->insertEvent(event);
        transaction.commit();
        return sequence;
    });
    m_impl->append->tryReset();
    if (appended) {
        return *appended;
    }
    switch (appended.error().code) {
    case StoreFault::Full: return core::fail(core::JournalFault::Full, appended.error().message);
    case StoreFault::NotADatabase:
    case StoreFault::NewerSchema:
    case StoreFault::Conflict:
    case StoreFault::Corrupt: return core::fail(core::JournalFault::Corrupt, appended.error().message);
    case StoreFault::NoAccess:
    case StoreFault::Busy:
    case StoreFault::Io: break;
    }
    return core::fail(core::JournalFault::Io, appended.error().message);
}

core::Boot Store::boot() const { return m_impl->boot; }

Result<std::vector<core::Row>> Store::rows(core::Sequence after, std::size_t limit) const
{
    auto read = guarded(m_impl->file, [&]() -> Result<std::vector<core::Row>> {
        SQLite::Statement& select = *m_impl->selectRows;
        select.reset();
        select.bind(1, count(after));
        select.bind(2, static_cast<std::int64_t>(limit));
        std::vector<core::Row> found;
        while (select.executeStep()) {
            found.push_back(rowOf(select));
        }
        return found;
    });
    m_impl->selectRows->tryReset(); // no read transaction stays open
    return read;
}

Result<core::Sequence> Store::lastRow() const
{
    return guarded(m_impl->file, [&]() -> Result<core::Sequence> {
        return sequenceAt(m_impl->database.execAndGet("SELECT last_sequence FROM meta").getInt64());
    });
}

// ---- days ----------------------------------------------------------------------------------------------------------

Result<core::Done> Store::closeDay(const ClosedDay& day)
{
    return guarded(m_impl->file, [&]() -> Result<core::Done> {
        SQLite::Transaction transaction(m_impl->database, SQLite::TransactionBehavior::IMMEDIATE);
        SQLite::Statement insert(m_impl->database,
                                 "INSERT INTO closed_day(day, last_row, closed_at, content, memory, basis)"
                                 " VALUES (?, ?, ?, ?, ?, ?)");
        insert.bind(1, day.day.text());
        insert.bind(2, count(day.lastRow));
        insert.bind(3, core::count(day.closedAt));
        insert.bind(4, day.content);
        insert.bind(5, day.memory);
        insert.bind(6, day.basis);
        insert.exec();
        SQLite::Statement forget(m_impl->database, "DELETE FROM ticket_day WHERE day <= ?");
        forget.bind(1, day.day.text());
        forget.exec();
        transaction.commit();
        return core::Done{};
    });
}

namespace {

std::vector<ClosedDay> closedDays(SQLite::Database& database, const char* condition)
{
    SQLite::Statement select(
        database, std::string("SELECT day, last_row, closed_at, content, memory, basis FROM closed_day ") + condition);
    std::vector<ClosedDay> days;
    while (select.executeStep()) {
        days.push_back({dayOf(select.getColumn(0).getString()), sequenceAt(select.getColumn(1).getInt64()),
                        core::WallMs{select.getColumn(2).getInt64()}, select.getColumn(3).getString(),
                        select.getColumn(4).getString(), select.getColumn(5).getString()});
    }
    return days;
}

} // namespace

Result<std::optional<ClosedDay>> Store::lastClosedDay() const
{
    return guarded(m_impl->file, [&]() -> Result<std::optional<ClosedDay>> {
        std::vector<ClosedDay> last = closedDays(m_impl->database, "ORDER BY day DESC LIMIT 1");
        if (last.empty()) {
            return std::optional<ClosedDay>{};
        }
        last.front().content.clear();
        return std::optional(std::move(last.front()));
    });
}

Result<std::vector<ClosedDay>> Store::unsealedDays() const
{
    return guarded(m_impl->file, [&]() -> Result<std::vector<ClosedDay>> {
        return closedDays(m_impl->database, "WHERE sealed = 0 ORDER BY day");
    });
}

Result<std::vector<ClosedDay>> Store::heldDays() const
{
    return guarded(m_impl->file, [&]() -> Result<std::vector<ClosedDay>> {
        return closedDays(m_impl->database, "WHERE basis <> '' ORDER BY day");
    });
}

// ---- deleting ------------------------------------------------------------------------------------------------------

/// Deleted rows also stand in the WAL's older frames, whoever deleted them. Where somebody reads, they stay
/// until the next purge: while it waited for them, nobody could write.
void Store::Impl::truncateWal()
{
    std::error_code error;
    if (const auto size = std::filesystem::file_size(file + "-wal", error); error || size == 0) {
        return;
    }
    database.setBusyTimeout(0);
    const int code = database.tryExec("PRAGMA wal_checkpoint(TRUNCATE)");
    database.setBusyTimeout(busyTimeoutMs);
    if (code != SQLITE_OK && code != SQLITE_BUSY) {
        throw SQLite::Exception(database.getHandle(), code);
    }
}

Result<std::size_t> Store::purgeRows(core::WallMs closedBefore)
{
    return guarded(m_impl->file, [&]() -> Result<std::size_t> {
        SQLite::Transaction transaction(m_impl->database, SQLite::TransactionBehavior::IMMEDIATE);
        SQLite::Statement remove(m_impl->database, "DELETE FROM event WHERE sequence <="
                                                   " (SELECT max(last_row) FROM closed_day WHERE closed_at < ?)");
        remove.bind(1, core::count(closedBefore));
        const auto removed = static_cast<std::size_t>(remove.exec());
        // What was learned on one day tells its visits: the difference of two memories.
        SQLite::Statement forget(m_impl->database, "UPDATE closed_day SET basis = '', memory = CASE WHEN day ="
                                                   " (SELECT max(day) FROM closed_day) THEN memory ELSE '' END"
                                                   " WHERE closed_at < ? AND (basis <> '' OR (memory <> ''"
                                                   " AND day <> (SELECT max(day) FROM closed_day)))");
        forget.bind(1, core::count(closedBefore));
        forget.exec();
        transaction.commit();
        m_impl->truncateWal();
        return removed;
    });
}

Result<std::size_t> Store::purgeEnvelopes(core::WallMs receiptedBefore)
{
    return guarded(m_impl->file, [&]() -> Result<std::size_t> {
        SQLite::Statement remove(m_impl->database, "DELETE FROM envelope WHERE receipted_at < ?"
                                                   " AND position <> (SELECT max(position) FROM envelope)");
        remove.bind(1, core::count(receiptedBefore));
        const auto removed = static_cast<std::size_t>(remove.exec());
        m_impl->truncateWal();
        return removed;
    });
}

// ---- settings ------------------------------------------------------------------------------------------------------

Result<std::optional<std::string>> Store::setting(std::string_view key) const
{
    return guarded(m_impl->file, [&]() -> Result<std::optional<std::string>> {
        SQLite::Statement select(m_impl->database, "SELECT value FROM setting WHERE key = ?");
        select.bind(1, std::string(key));
        if (!select.executeStep()) {
            return std::optional<std::string>{};
        }
        return std::optional(select.getColumn(0).getString());
    });
}

void Store::Impl::setSetting(const std::string& key, const std::string& value)
{
    SQLite::Statement insert(database, "INSERT INTO setting(key, value) VALUES (?, ?)"
                                       " ON CONFLICT(key) DO UPDATE SET value = excluded.value");
    insert.bind(1, key);
    insert.bind(2, value);
    insert.exec();
}

Result<core::Done> Store::setSetting(std::string_view key, const std::string& value)
{
    return guarded(m_impl->file, [&]() -> Result<core::Done> {
        m_impl->setSetting(std::string(key), value);
        return core::Done{};
    });
}

Result<core::Done> Store::addQuestionnaire(const core::Hash& hash, const std::string& json)
{
    return guarded(m_impl->file, [&]() -> Result<core::Done> {
        SQLite::Statement insert(m_impl->database, "INSERT OR IGNORE INTO questionnaire(hash, json) VALUES (?, ?)");
        insert.bind(1, hash.text());
        insert.bind(2, json);
        insert.exec();
        return core::Done{};
    });
}

Result<std::optional<std::string>> Store::questionnaire(const core::Hash& hash) const
{
    return guarded(m_impl->file, [&]() -> Result<std::optional<std::string>> {
        SQLite::Statement select(m_impl->database, "SELECT json FROM questionnaire WHERE hash = ?");
        select.bind(1, hash.text());
        if (!select.executeStep()) {
            return std::optional<std::string>{};
        }
        return std::optional(select.getColumn(0).getString());
    });
}

Result<core::Done> Store::addPolicy(const core::Hash& hash, const std::string& json)
{
    return guarded(m_impl->file, [&]() -> Result<core::Done> {
        SQLite::Statement insert(m_impl->database, "INSERT OR IGNORE INTO policy(hash, json) VALUES (?, ?)");
        insert.bind(1, hash.text());
        insert.bind(2, json);
        insert.exec();
        return core::Done{};
    });
}

Result<std::optional<std::string>> Store::policy(const core::Hash& hash) const
{
    return guarded(m_impl->file, [&]() -> Result<std::optional<std::string>> {
        SQLite::Statement select(m_impl->database, "SELECT json FROM policy WHERE hash = ?");
        select.bind(1, hash.text());
        if (!select.executeStep()) {
            return std::optional<std::string>{};
        }
        return std::optional(select.getColumn(0).getString());
    });
}

Result<core::Done> Store::check() const
{
    return guarded(m_impl->file, [&]() -> Result<core::Done> {
        SQLite::Statement pragma(m_impl->database, "PRAGMA quick_check(10)");
        std::string said;
        while (pragma.executeStep()) {
            said += (said.empty() ? "" : "; ") + pragma.getColumn(0).getString();
        }
        if (said != "ok") {
            return core::fail(StoreFault::Corrupt,
                              m_impl->file + ": damaged: " + said + ". Set the file aside and start a new one.");
        }
        return core::Done{};
    });
}

Result<std::filesystem::path> setAside(const std::filesystem::path& file)
{
    std::error_code error;
    std::filesystem::path aside;
    for (int number = 1; aside.empty() || std::filesystem::exists(aside, error) ||
                         std::filesystem::exists(aside.string() + "-wal", error);
         ++number) {
        aside = file.string() + ".damaged-" + std::to_string(number);
    }
    // First the companions: a new file must never find an old WAL beside it.
    for (const char* companion : {"-wal", "-shm"}) {
        std::filesystem::rename(file.string() + companion, aside.string() + companion, error);
    }
    std::filesystem::rename(file, aside, error);
    if (error) {
        return core::fail(StoreFault::NoAccess, file.string() + ": can't be set aside as " + aside.string() + ": " +
                                                    error.message() + ". Let the stand's user own the folder.");
    }
    return aside;
}

} // namespace smiley::store
