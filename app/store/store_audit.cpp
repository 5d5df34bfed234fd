// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/store_impl.h"

#include <SQLiteCpp/Transaction.h>

namespace smiley::store {

namespace {

constexpr const char* selectRow = "SELECT number, hour, who, what, detail, hash FROM audit ";

AuditRow auditRowOf(SQLite::Statement& select)
{
    return {static_cast<std::uint64_t>(select.getColumn(0).getInt64()),
            select.getColumn(1).getString(),
            select.getColumn(2).getString(),
            select.getColumn(3).getString(),
            select.getColumn(4).getString(),
            idOf<core::Hash>(select.getColumn(5).getString())};
}

void put(SQLite::Database& database, const AuditRow& row)
{
    SQLite::Statement insert(database, "INSERT INTO audit(number, hour, who, what, detail, hash)"
                                       " VALUES (?, ?, ?, ?, ?, ?)");
    insert.bind(1, static_cast<std::int64_t>(row.number));
    insert.bind(2, row.hour);
    insert.bind(3, row.who);
    insert.bind(4, row.what);
    insert.bind(5, row.detail);
    insert.bind(6, row.hash.text());
    insert.exec();
}

void put(SQLite::Database& database, const TypedCount& count)
{
    SQLite::Statement insert(database, "INSERT INTO typed_count(day, what, count) VALUES (?, ?, ?)"
                                       " ON CONFLICT(day, what) DO UPDATE SET count = excluded.count");
    insert.bind(1, count.day.text());
    insert.bind(2, count.what);
    insert.bind(3, static_cast<std::int64_t>(count.count));
    insert.exec();
}

} // namespace

Result<core::Done> Store::change(const std::vector<std::pair<std::string, std::string>>& settings,
                                 const std::optional<AuditRow>& row, const std::vector<TypedCount>& counts)
{
    return guarded(m_impl->file, [&]() -> Result<core::Done> {
        SQLite::Transaction transaction(m_impl->database, SQLite::TransactionBehavior::IMMEDIATE);
        if (row) {
            put(m_impl->database, *row);
        }
        for (const auto& [key, value] : settings) {
            m_impl->setSetting(key, value);
        }
        for (const TypedCount& count : counts) {
            put(m_impl->database, count);
        }
        transaction.commit();
        return core::Done{};
    });
}

Result<std::vector<AuditRow>> Store::auditRows(std::uint64_t after, std::size_t limit) const
{
    return guarded(m_impl->file, [&]() -> Result<std::vector<AuditRow>> {
        SQLite::Statement select(m_impl->database, std::string(selectRow) + "WHERE number > ? ORDER BY number LIMIT ?");
        select.bind(1, static_cast<std::int64_t>(after));
        select.bind(2, static_cast<std::int64_t>(limit));
        std::vector<AuditRow> found;
        while (select.executeStep()) {
            found.push_back(auditRowOf(select));
        }
        return found;
    });
}

Result<std::optional<AuditRow>> Store::lastAuditRow() const
{
    return guarded(m_impl->file, [&]() -> Result<std::optional<AuditRow>> {
        SQLite::Statement select(m_impl->database, std::string(selectRow) + "ORDER BY number DESC LIMIT 1");
        if (!select.executeStep()) {
            return std::optional<AuditRow>{};
        }
        return std::optional(auditRowOf(select));
    });
}

Result<std::vector<TypedCount>> Store::typedCounts(core::Day from, core::Day to) const
{
    return guarded(m_impl->file, [&]() -> Result<std::vector<TypedCount>> {
        SQLite::Statement select(m_impl->database, "SELECT day, what, count FROM typed_count"
                                                   " WHERE day BETWEEN ? AND ? ORDER BY day, what");
        select.bind(1, from.text());
        select.bind(2, to.text());
        std::vector<TypedCount> found;
        while (select.executeStep()) {
            found.push_back({dayOf(select.getColumn(0).getString()), select.getColumn(1).getString(),
                             static_cast<std::uint64_t>(select.getColumn(2).getInt64())});
        }
        return found;
    });
}

} // namespace smiley::store
