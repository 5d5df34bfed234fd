// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/central/sqlite_ledger.h"

#include "sync/central/sqlite_schema.h"

#include <SQLiteCpp/Transaction.h>
#include <sqlite3.h>

#include <cassert>

namespace smiley::central {

namespace {

/// What every connection does first.
void setUp(SQLite::Database& database)
{
    database.setBusyTimeout(ledgerWaitMs);
    database.exec("PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA temp_store = MEMORY; "
                  "PRAGMA secure_delete = ON; "
                  "PRAGMA cache_size = -16384");
    const int synchronous = database.execAndGet("PRAGMA synchronous").getInt();
    assert(synchronous == 2);
    if (synchronous != 2) {
        throw SQLite::Exception("synchronous=FULL was not taken", SQLITE_IOERR);
    }
}

} // namespace

core::Failure<LedgerFault> failureOf(const SQLite::Exception& exception, const std::filesystem::path& file)
{
    const std::string what = file.string() + ": " + exception.what();
    switch (exception.getErrorCode() & 0xFF) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED: return core::fail(LedgerFault::Busy, what + "; another process holds the ledger, try again");
    case SQLITE_FULL: return core::fail(LedgerFault::Full, what + "; free some space and try again");
    case SQLITE_NOTADB: return core::fail(LedgerFault::NotALedger, what + "; this is no ledger");
    case SQLITE_CORRUPT:
        return core::fail(LedgerFault::Corrupt, what + "; the ledger is damaged, restore the backup (the stands keep "
                                                       "what was not receipted, and 30 days more)");
    case SQLITE_CONSTRAINT: return core::fail(LedgerFault::Exists, what);
    default: return core::fail(LedgerFault::Io, what + "; check the path, its rights and the disk");
    }
}

core::Failure<LedgerFault> SqliteLedger::failure(const SQLite::Exception& exception) const
{
    return failureOf(exception, m_file);
}

SqliteLedger::SqliteLedger(const std::filesystem::path& file)
    : m_file(file),
      m_database(file.string(), SQLite::OPEN_READWRITE),
      m_sql(m_database)
{
    setUp(m_database);
    auto query = m_sql("SELECT key, value FROM meta");
    while (query.step()) {
        const std::string key = query.text(0);
        if (key == "ledger") {
            m_identity.id = query.text(1);
        } else if (key == "name") {
            m_identity.name = query.text(1);
        } else if (key == "example") {
            m_identity.example = query.text(1) == "1";
        }
    }
}

SqliteLedger::~SqliteLedger() { rollback(); }

namespace {

/// Comments in the envelopes that version 2 kept and had not read.
void countUnreadComments(SQLite::Database& database)
{
    SQLite::Statement unread(database, "SELECT envelope, bytes FROM envelope_bytes WHERE envelope IN "
                                       "(SELECT id FROM envelopes WHERE read = 0)");
    std::map<std::int64_t, std::uint64_t> counts;
    while (unread.executeStep()) {
        // Signatures were checked when they came.
        if (const auto content = wire::readWithoutComments(unread.getColumn(1).getString())) {
            const auto found = content->counted.find("comment");
            counts.emplace(unread.getColumn(0).getInt64(), found == content->counted.end() ? 0 : found->second);
        }
    }
    SQLite::Statement write(database, "UPDATE envelopes SET comments = ? WHERE id = ?");
    for (const auto& [envelope, count] : counts) {
        write.bind(1, static_cast<std::int64_t>(count));
        write.bind(2, envelope);
        write.exec();
        write.reset();
    }
}

/// Brings an older ledger to this version, in one transaction; another process may have done it meanwhile.
void migrate(SQLite::Database& database)
{
    SQLite::Transaction transaction(database, SQLite::TransactionBehavior::IMMEDIATE);
    const int version = database.execAndGet("PRAGMA user_version").getInt();
    if (version >= ledgerSchema) {
        return;
    }
    if (version < 2) {
        database.exec(ledgerTables2);
        database.exec(ledgerFrom1);
    }
    if (version < 3) {
        database.exec(ledgerTables3);
        database.exec(ledgerFrom2);
        countUnreadComments(database);
    }
    database.exec(ledgerTables4);
    database.exec("PRAGMA user_version = " + std::to_string(ledgerSchema));
    transaction.commit();
}

} // namespace

Kept<std::unique_ptr<Ledger>> createSqliteLedger(const std::filesystem::path& file, const LedgerIdentity& identity)
{
    if (std::filesystem::exists(file)) {
        return core::fail(LedgerFault::Exists, file.string() + " is there already; it was left as it is");
    }
    try {
        SQLite::Database database(file.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
        database.exec("PRAGMA journal_mode = WAL");
        setUp(database);
        database.exec("BEGIN");
        database.exec(ledgerTables);
        database.exec(ledgerTables2);
        database.exec(ledgerTables3);
        database.exec(ledgerTables4);
        SQLite::Statement insert(database, "INSERT INTO meta VALUES ('ledger', ?), ('name', ?), ('example', ?)");
        insert.bind(1, identity.id);
        insert.bind(2, identity.name);
        insert.bind(3, identity.example ? "1" : "0");
        insert.exec();
        database.exec("PRAGMA application_id = " + std::to_string(ledgerApplicationId));
        database.exec("PRAGMA user_version = " + std::to_string(ledgerSchema));
        database.exec("COMMIT");
    } catch (const SQLite::Exception& exception) {
        return failureOf(exception, file);
    }
    return openSqliteLedger(file);
}

Kept<std::unique_ptr<Ledger>> openSqliteLedger(const std::filesystem::path& file)
{
    if (!std::filesystem::exists(file)) {
        return core::fail(LedgerFault::NotALedger,
                          file.string() + " is missing; make a centre with `smiley-central init`, or check --data");
    }
    try {
        {
            SQLite::Database database(file.string(), SQLite::OPEN_READWRITE);
            database.setBusyTimeout(ledgerWaitMs);
            if (database.execAndGet("PRAGMA application_id").getInt() != ledgerApplicationId) {
                return core::fail(LedgerFault::NotALedger, file.string() + " is no ledger; it was left as it is");
            }
            const int schema = database.execAndGet("PRAGMA user_version").getInt();
            if (schema > ledgerSchema) {
                return core::fail(LedgerFault::NewerSchema, file.string() + " has schema " + std::to_string(schema) +
                                                                ", this program knows up to " +
                                                                std::to_string(ledgerSchema) +
                                                                "; update smiley-central. Nothing was changed");
            }
            if (schema < ledgerSchema) {
                migrate(database);
            }
            if (database.execAndGet("PRAGMA journal_mode = WAL").getString() != "wal") {
                return core::fail(LedgerFault::Io, file.string() + " does not take write-ahead logging; put it on a "
                                                                   "local disk");
            }
        }
        return std::unique_ptr<Ledger>(std::make_unique<SqliteLedger>(file));
    } catch (const SQLite::Exception& exception) {
        return failureOf(exception, file);
    }
}

Kept<core::Done> SqliteLedger::begin()
{
    assert(!m_open && "transactions don't nest");
    return guarded([&] {
        m_sql("BEGIN IMMEDIATE").run();
        m_open = true;
        return core::Done{};
    });
}

Kept<core::Done> SqliteLedger::commit()
{
    assert(m_open);
    auto done = guarded([&] {
        m_sql("COMMIT").run();
        return core::Done{};
    });
    if (!done) {
        rollback();
        return done;
    }
    m_open = false;
    return done;
}

void SqliteLedger::rollback() noexcept
{
    if (!m_open) {
        return;
    }
    m_open = false;
    m_questionnaires.clear();
    // Not through the cache: this may not throw. It fails only where SQLite rolled back by itself.
    sqlite3_exec(m_database.getHandle(), "ROLLBACK", nullptr, nullptr, nullptr);
}

// --- Nights

Kept<Night> SqliteLedger::stampNight(std::uint64_t number, core::WallMs at)
{
    auto stamped = atomically([&]() -> std::optional<Night> {
        auto query = m_sql("SELECT number, stamped_at FROM nights WHERE number = ?");
        query.bind(number);
        if (query.step()) {
            return Night{query.natural(0), query.time(1)};
        }
        auto last = m_sql("SELECT coalesce(max(number), 0) FROM nights");
        [[maybe_unused]] const bool row = last.step();
        if (last.natural(0) + 1 != number) {
            return std::nullopt;
        }
        m_sql("INSERT INTO nights (number, stamped_at) VALUES (?, ?)").bind(number, at).run();
        m_sql("UPDATE envelopes SET night = ? WHERE night IS NULL AND state = ? AND read = ?")
            .bind(number, EnvelopeState::Stored, ReadState::Read)
            .run();
        return Night{number, at};
    });
    if (!stamped) {
        return stamped.error();
    }
    if (!*stamped) {
        return core::fail(LedgerFault::NotFound, "night " + std::to_string(number) +
                                                     " is neither there nor the next one; nights have no gaps");
    }
    return **stamped;
}

Kept<std::vector<Night>> SqliteLedger::nights()
{
    return guarded([&] {
        std::vector<Night> found;
        auto query = m_sql("SELECT number, stamped_at FROM nights ORDER BY number");
        while (query.step()) {
            found.push_back({query.natural(0), query.time(1)});
        }
        return found;
    });
}

Kept<std::vector<ReceivedDay>> SqliteLedger::daysReceived(std::uint64_t number,
                                                          const core::MunicipalityId& municipality)
{
    return guarded([&] {
        std::vector<ReceivedDay> found;
        auto query = m_sql("SELECT DISTINCT e.stand, d.day, e.id, e.received_at, e.night FROM envelopes e "
                           "JOIN status_days d ON d.envelope = e.id JOIN stands s ON s.id = e.stand "
                           "WHERE e.night <= ? AND s.municipality = ? ORDER BY e.stand, d.day, e.id");
        query.bind(number, municipality);
        while (query.step()) {
            found.push_back(
                {query.id<core::StandId>(0), query.day(1), query.integer(2), query.time(3), query.natural(4)});
        }
        return found;
    });
}

Kept<std::optional<core::Hash>> SqliteLedger::manifest(std::uint64_t night, const core::MunicipalityId& municipality,
                                                       std::string_view kind)
{
    return guarded([&]() -> std::optional<core::Hash> {
        auto query = m_sql("SELECT hash FROM manifests WHERE night = ? AND municipality = ? AND kind = ?");
        query.bind(night, municipality, kind);
        return query.step() ? std::optional(query.id<core::Hash>(0)) : std::nullopt;
    });
}

Kept<core::Done> SqliteLedger::setManifest(std::uint64_t night, const core::MunicipalityId& municipality,
                                           std::string_view kind, const core::Hash& hash)
{
    return guarded([&] {
        m_sql("INSERT INTO manifests (night, municipality, kind, hash) VALUES (?, ?, ?, ?) "
              "ON CONFLICT (night, municipality, kind) DO UPDATE SET hash = excluded.hash")
            .bind(night, municipality, kind, hash)
            .run();
        return core::Done{};
    });
}

// --- Configurations, heartbeats, tokens, audit

Kept<std::optional<StoredConfiguration>> SqliteLedger::configuration(const core::StandId& stand)
{
    return guarded([&]() -> std::optional<StoredConfiguration> {
        auto query = m_sql("SELECT version, signed_json, set_at FROM configurations WHERE stand = ?");
        query.bind(stand);
        if (!query.step()) {
            return std::nullopt;
        }
        return StoredConfiguration{query.natural(0), query.text(1), query.time(2)};
    });
}

Kept<core::Done> SqliteLedger::setConfiguration(const core::StandId& stand, const StoredConfiguration& configuration)
{
    return guarded([&] {
        m_sql(
            "INSERT INTO configurations (stand, version, signed_json, set_at) VALUES (?, ?, ?, ?) ON CONFLICT (stand) "
            "DO UPDATE SET version = excluded.version, signed_json = excluded.signed_json, set_at = excluded.set_at")
            .bind(stand, configuration.version, configuration.signedJson, configuration.setAt)
            .run();
        return core::Done{};
    });
}

Kept<core::Done> SqliteLedger::setHeartbeat(const StoredHeartbeat& heartbeat)
{
    return guarded([&] {
        m_sql("INSERT INTO heartbeats (stand, received_at, json) VALUES (?, ?, ?) ON CONFLICT (stand) "
              "DO UPDATE SET received_at = excluded.received_at, json = excluded.json")
            .bind(heartbeat.stand, heartbeat.receivedAt, heartbeat.json)
            .run();
        return core::Done{};
    });
}

Kept<std::vector<StoredHeartbeat>> SqliteLedger::heartbeats()
{
    return guarded([&] {
        std::vector<StoredHeartbeat> found;
        auto query = m_sql("SELECT stand, received_at, json FROM heartbeats ORDER BY stand");
        while (query.step()) {
            found.push_back({query.id<core::StandId>(0), query.time(1), query.text(2)});
        }
        return found;
    });
}

Kept<std::int64_t> SqliteLedger::addToken(const core::MunicipalityId& municipality, const core::Hash& hash,
                                          core::WallMs at)
{
    auto added = guarded([&] {
        m_sql("INSERT INTO tokens (municipality, hash, made_at) VALUES (?, ?, ?)").bind(municipality, hash, at).run();
        return m_database.getLastInsertRowid();
    });
    if (!added && added.error().code == LedgerFault::Exists) { // the foreign key
        return core::fail(LedgerFault::NotFound, "there is no municipality " + municipality.text());
    }
    return added;
}

Kept<std::optional<Ledger::Token>> SqliteLedger::token(const core::Hash& hash)
{
    return guarded([&]() -> std::optional<Token> {
        auto query = m_sql("SELECT number, municipality FROM tokens WHERE hash = ?");
        query.bind(hash);
        if (!query.step()) {
            return std::nullopt;
        }
        return Token{query.integer(0), query.id<core::MunicipalityId>(1)};
    });
}

Kept<core::Done> SqliteLedger::audit(const AuditEntry& entry)
{
    return guarded([&] {
        m_sql("INSERT INTO audit (at, who, what, subject, detail) VALUES (?, ?, ?, ?, ?)")
            .bind(entry.at, entry.who, entry.what, entry.subject, entry.detail)
            .run();
        return core::Done{};
    });
}

Kept<std::vector<AuditEntry>> SqliteLedger::auditTrail()
{
    return guarded([&] {
        std::vector<AuditEntry> found;
        auto query = m_sql("SELECT at, who, what, subject, detail FROM audit ORDER BY id");
        while (query.step()) {
            found.push_back({query.time(0), query.text(1), query.text(2), query.text(3), query.text(4)});
        }
        return found;
    });
}

Kept<LedgerCounts> SqliteLedger::counts()
{
    return guarded([&] {
        LedgerCounts counts;
        auto query = m_sql("SELECT state, read, flags, count(*), sum(visits), sum(record_faults), sum(unknown_records) "
                           "FROM envelopes GROUP BY state, read, flags");
        while (query.step()) {
            const auto state = static_cast<EnvelopeState>(query.integer(0));
            counts.envelopes[std::string(text(state))] += query.natural(3);
            counts.visits += query.natural(4);
            counts.recordFaults += query.natural(5);
            counts.unknownRecords += query.natural(6);
            if (state == EnvelopeState::Stored && static_cast<ReadState>(query.integer(1)) != ReadState::Read) {
                counts.waiting += query.natural(3);
            }
            std::string flags = query.text(2);
            for (std::size_t from = 0; from < flags.size();) {
                const std::size_t to = std::min(flags.find(' ', from), flags.size());
                counts.flags[flags.substr(from, to - from)] += query.natural(3);
                from = to + 1;
            }
        }
        auto last = m_sql("SELECT id, last_envelope_at FROM stands WHERE last_envelope_at IS NOT NULL");
        while (last.step()) {
            counts.lastEnvelopeAt.emplace(last.id<core::StandId>(0), last.time(1));
        }
        return counts;
    });
}

} // namespace smiley::central
