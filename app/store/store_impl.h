// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/faults.h"
#include "app/store/store.h"

#include <SQLiteCpp/Column.h>
#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

/// What lies behind Store. Only for this folder's .cpp files.

namespace smiley::store {

/// A tap waits no longer than this for another process's write.
inline constexpr int busyTimeoutMs = 2000;

inline std::int64_t count(core::EnvelopeNumber number) { return static_cast<std::int64_t>(core::number(number)); }

inline std::int64_t count(core::Sequence sequence) { return static_cast<std::int64_t>(core::number(sequence)); }

template <class Id>
Id idOf(const std::string& text)
{
    const auto id = Id::parse(text);
    if (!id) {
        throw BadRow("not an id: '" + text + "'");
    }
    return *id;
}

inline core::Day dayOf(const std::string& text)
{
    const auto day = core::Day::parse(text);
    if (!day) {
        throw BadRow("not a day: '" + text + "'");
    }
    return *day;
}

struct Store::Impl {
    explicit Impl(std::string path) : file(std::move(path)), database(file, SQLite::OPEN_READWRITE, busyTimeoutMs) {}

    void configure();
    [[nodiscard]] std::vector<SealedEnvelope> envelopes(const char* condition);
    void insertEnvelope(const SealedEnvelope& envelope);
    void truncateWal();
    void setSetting(const std::string& key, const std::string& value);
    [[nodiscard]] core::Sequence insertEvent(const core::Event& event);
    [[nodiscard]] bool isTicketUsed(const core::TicketMark& mark);
    [[nodiscard]] bool useTicket(const core::TicketMark& mark, core::WallMs at);
    [[nodiscard]] std::string epoch() { return database.execAndGet("SELECT epoch FROM meta").getString(); }

    std::string file;
    mutable SQLite::Database database;
    std::optional<SQLite::Statement> append;
    std::optional<SQLite::Statement> selectRows;
    core::Boot boot{};
};

} // namespace smiley::store
