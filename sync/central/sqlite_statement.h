// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/ids.h"
#include "app/core/time.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include <cassert>
#include <concepts>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

/// Prepared statements that take and give the ledger's types. Throws SQLite::Exception; the ledger catches.

namespace smiley::central {

[[nodiscard]] inline std::int64_t dayNumber(core::Day day) { return day.date.time_since_epoch().count(); }
[[nodiscard]] inline core::Day dayOf(std::int64_t number)
{
    return {std::chrono::sys_days{std::chrono::days{static_cast<int>(number)}}};
}

/// A statement borrowed from the cache: bind, step, read; it is reset when this goes.
class Query {
public:
    explicit Query(SQLite::Statement& statement) : m_statement(statement) {}
    ~Query()
    {
        m_statement.tryReset();
        try {
            m_statement.clearBindings();
        } catch (const SQLite::Exception&) { // sqlite3_clear_bindings has no failure
            assert(false);
        }
    }
    Query(const Query&) = delete;
    Query& operator=(const Query&) = delete;

    /// Binds all parameters in order. A std::string is not copied: it must live until the step.
    template <class... Values>
    Query& bind(const Values&... values)
    {
        int index = 0;
        (bindOne(++index, values), ...);
        return *this;
    }
    void bindBlob(int index, std::string_view bytes)
    {
        m_statement.bindNoCopy(index, bytes.data(), static_cast<int>(bytes.size()));
    }

    /// The next row, if there is one.
    [[nodiscard]] bool step() { return m_statement.executeStep(); }
    /// For statements without rows; gives how many rows were changed. May be called again after another bind.
    int run()
    {
        const int changed = m_statement.exec();
        m_statement.tryReset();
        return changed;
    }

    [[nodiscard]] std::int64_t integer(int column) const { return m_statement.getColumn(column).getInt64(); }
    [[nodiscard]] std::uint64_t natural(int column) const { return static_cast<std::uint64_t>(integer(column)); }
    [[nodiscard]] double real(int column) const { return m_statement.getColumn(column).getDouble(); }
    [[nodiscard]] std::string text(int column) const { return m_statement.getColumn(column).getString(); }
    [[nodiscard]] bool isNull(int column) const { return m_statement.getColumn(column).isNull(); }
    [[nodiscard]] core::WallMs time(int column) const { return core::WallMs{integer(column)}; }
    [[nodiscard]] std::optional<core::WallMs> optionalTime(int column) const
    {
        return isNull(column) ? std::nullopt : std::optional(time(column));
    }
    [[nodiscard]] core::Day day(int column) const { return dayOf(integer(column)); }
    template <class Id>
    [[nodiscard]] Id id(int column) const
    {
        auto parsed = Id::parse(text(column));
        assert(parsed && "the ledger only holds ids that were parsed");
        return *std::move(parsed);
    }
    template <class Id>
    [[nodiscard]] std::optional<Id> optionalId(int column) const
    {
        return isNull(column) ? std::nullopt : std::optional(id<Id>(column));
    }

private:
    void bindOne(int index, const std::string& value) { m_statement.bindNoCopy(index, value); }
    void bindOne(int index, std::string_view value) { m_statement.bind(index, std::string(value)); }
    void bindOne(int index, const char* value) { m_statement.bindNoCopy(index, value); }
    template <std::integral Integer>
    void bindOne(int index, Integer value)
    {
        m_statement.bind(index, static_cast<std::int64_t>(value));
    }
    void bindOne(int index, double value) { m_statement.bind(index, value); }
    template <class Enum>
    requires std::is_enum_v<Enum>
    void bindOne(int index, Enum value) { m_statement.bind(index, static_cast<std::int64_t>(value)); }
    void bindOne(int index, core::Day value) { m_statement.bind(index, dayNumber(value)); }
    template <class Tag>
    void bindOne(int index, const core::Name<Tag>& value)
    {
        m_statement.bindNoCopy(index, value.text());
    }
    template <class Value>
    void bindOne(int index, const std::optional<Value>& value)
    {
        if (value) {
            bindOne(index, *value);
        } else {
            m_statement.bind(index);
        }
    }

    SQLite::Statement& m_statement;
};

/// Prepares each SQL text once.
class StatementCache {
public:
    explicit StatementCache(SQLite::Database& database) : m_database(database) {}
    [[nodiscard]] Query operator()(std::string_view sql)
    {
        auto found = m_statements.find(sql);
        if (found == m_statements.end()) {
            std::string text(sql);
            auto statement = std::make_unique<SQLite::Statement>(m_database, text);
            found = m_statements.emplace(std::move(text), std::move(statement)).first;
        }
        return Query(*found->second);
    }

private:
    SQLite::Database& m_database;
    std::map<std::string, std::unique_ptr<SQLite::Statement>, std::less<>> m_statements;
};

} // namespace smiley::central
