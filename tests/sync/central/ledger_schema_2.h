// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// What a ledger of version 2 has more than one of version 1, as it was; it never changes.

namespace smiley::test {

inline constexpr const char* ledgerTables2 = R"sql(
-- what a tally has more: its policy's hash, and numbers by name (tallyMeasures in sqlite_tallies.cpp)
CREATE TABLE tally_policies (
    envelope INTEGER NOT NULL, tally INTEGER NOT NULL, hash TEXT NOT NULL,
    PRIMARY KEY (envelope, tally)
) WITHOUT ROWID;
CREATE TABLE tally_measures (
    envelope INTEGER NOT NULL, tally INTEGER NOT NULL, name TEXT NOT NULL, value REAL NOT NULL,
    PRIMARY KEY (envelope, tally, name)
) WITHOUT ROWID;

CREATE TABLE policies (hash TEXT PRIMARY KEY, json TEXT NOT NULL) WITHOUT ROWID;

-- an observer's counts; a correction or a removal is a later row, what was known before stays
CREATE TABLE observations (
    stand TEXT NOT NULL REFERENCES stands, day INTEGER NOT NULL, hour INTEGER NOT NULL,
    imported_at INTEGER NOT NULL,
    answered INTEGER NOT NULL, tapped_again INTEGER NOT NULL, passed_by INTEGER NOT NULL,
    removed INTEGER NOT NULL,
    PRIMARY KEY (stand, day, hour, imported_at)
) WITHOUT ROWID;
)sql";

} // namespace smiley::test
