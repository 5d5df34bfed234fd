// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <SQLiteCpp/Database.h>

#include <cstdint>
#include <span>

/// The schema of the stand's database, and how it grows. Only app/store and its tests include this.
///
/// `PRAGMA user_version` is the version, `PRAGMA application_id` says that the file is ours. Migrations only go forward,
/// one transaction each; a released one is never edited, a change is a new one at the end.

namespace smiley::store {

/// "Smil" in ASCII, at offset 68 of the file.
inline constexpr std::int32_t applicationId = 0x536D696C;

/// Brings a database from `to - 1` to `to`.
struct Migration {
    int to = 0;
    const char* sql = "";
};

[[nodiscard]] std::span<const Migration> migrations();

enum class SchemaState : std::uint8_t {
    Current,
    Older,   ///< empty, or of an older program: migrate
    Newer,   ///< made by a newer program
    Foreign, ///< a database of another program
};

/// Whose database it is. Changes nothing.
[[nodiscard]] SchemaState inspect(SQLite::Database& database, std::span<const Migration> list);

/// Brings `database` to the newest version of `list`; a new file starts at version 0. Safe against another process that
/// does the same at the same time. Throws SQLite::Exception; then every finished migration stays, the broken one left
/// nothing.
[[nodiscard]] SchemaState migrate(SQLite::Database& database, std::span<const Migration> list);

} // namespace smiley::store
