// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// The tables of the SQLite ledger. Days are days since 1970-01-01 (`date(day * 86400, 'unixepoch')` shows one), times
/// milliseconds since then, UTC. The schema's version is PRAGMA user_version; application_id says that it is a ledger.

namespace smiley::central {

inline constexpr int ledgerSchema = 4;
inline constexpr int ledgerApplicationId = 0x534D4C47; // "SMLG"

/// What version 2 has more than version 1.
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

/// What version 3 has more than version 2.
inline constexpr const char* ledgerTables3 = R"sql(
-- comments: records of that kind in its bytes; 0 once they were deleted. Only then do the bytes change, once.
ALTER TABLE envelopes ADD COLUMN comments INTEGER NOT NULL DEFAULT 0;
ALTER TABLE envelopes ADD COLUMN comments_deleted INTEGER NOT NULL DEFAULT 0;
DROP TRIGGER envelope_bytes_stay;
CREATE TRIGGER envelope_bytes_stay BEFORE UPDATE ON envelope_bytes
WHEN NOT EXISTS (SELECT 1 FROM envelopes WHERE id = OLD.envelope AND comments > 0 AND comments_deleted = 1)
     OR NEW.envelope <> OLD.envelope
BEGIN SELECT RAISE(ABORT, 'the bytes of an envelope never change'); END;

-- faces: 0 is 1-2, 1 is 3, 2 is 4-5; NULL: few share it
CREATE TABLE comments (
    envelope INTEGER NOT NULL REFERENCES envelopes, id TEXT NOT NULL, first_day INTEGER NOT NULL,
    last_day INTEGER NOT NULL, question TEXT NOT NULL, faces INTEGER, key TEXT NOT NULL, sealed BLOB NOT NULL,
    PRIMARY KEY (envelope, id)
) WITHOUT ROWID;

CREATE TABLE comment_settings (
    municipality TEXT PRIMARY KEY REFERENCES municipalities, enabled INTEGER NOT NULL, json TEXT NOT NULL,
    set_at INTEGER NOT NULL
) WITHOUT ROWID;
)sql";

/// What version 4 has more than version 3.
inline constexpr const char* ledgerTables4 = R"sql(
-- the stand's own audit trail, as its envelopes brought it; the centre's is the table audit. hour: "2026-11-22 14", local
CREATE TABLE stand_audit (
    envelope INTEGER NOT NULL, ordinal INTEGER NOT NULL, number INTEGER NOT NULL, hour TEXT NOT NULL,
    who TEXT NOT NULL, what TEXT NOT NULL, detail TEXT NOT NULL, hash TEXT NOT NULL,
    PRIMARY KEY (envelope, ordinal)
) WITHOUT ROWID;

-- the trail's last row by the envelope's header
CREATE TABLE audit_heads (envelope INTEGER PRIMARY KEY, number INTEGER NOT NULL, hash TEXT NOT NULL);

-- what: 'door', 'appointments'
CREATE TABLE typed_counts (
    envelope INTEGER NOT NULL, day INTEGER NOT NULL, what TEXT NOT NULL, count INTEGER NOT NULL,
    PRIMARY KEY (envelope, day, what)
) WITHOUT ROWID;

-- the newest versions by a status record; a stand of an older program has none
CREATE TABLE status_versions (
    envelope INTEGER NOT NULL, status INTEGER NOT NULL, configuration INTEGER NOT NULL, local INTEGER NOT NULL,
    questionnaire TEXT,
    PRIMARY KEY (envelope, status)
) WITHOUT ROWID;

-- visitors were told that figures are shown from so many answers; none: from 10
CREATE TABLE status_promises (
    envelope INTEGER NOT NULL, status INTEGER NOT NULL, smallest_shown INTEGER NOT NULL,
    PRIMARY KEY (envelope, status)
) WITHOUT ROWID;
)sql";

/// From version 2: where stands were newer than the centre. Of envelopes that it had not read only the bytes know.
inline constexpr const char* ledgerFrom2 =
    "UPDATE envelopes SET comments = coalesce((SELECT count FROM unknown_kinds u WHERE u.envelope = envelopes.id AND "
    "u.kind = 'comment'), 0);";

/// From version 1: reason codes have got numbers in between (core::Reason).
inline constexpr const char* ledgerFrom1 = "UPDATE visits SET reason = reason + 3 WHERE reason >= 9;";

inline constexpr const char* ledgerTables = R"sql(
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

CREATE TABLE municipalities (id TEXT PRIMARY KEY, name TEXT NOT NULL) WITHOUT ROWID;

CREATE TABLE sites (
    municipality TEXT NOT NULL REFERENCES municipalities, id TEXT NOT NULL, name TEXT NOT NULL,
    PRIMARY KEY (municipality, id)
) WITHOUT ROWID;

CREATE TABLE stands (
    id TEXT PRIMARY KEY, municipality TEXT NOT NULL, site TEXT NOT NULL, door TEXT NOT NULL,
    state INTEGER NOT NULL, added_at INTEGER NOT NULL, enrolled_at INTEGER, blocked_at INTEGER,
    envelope_key TEXT, transport_key TEXT, clone INTEGER NOT NULL DEFAULT 0, last_envelope_at INTEGER,
    FOREIGN KEY (municipality, site) REFERENCES sites (municipality, id)
) WITHOUT ROWID;

CREATE TABLE codes (
    hash TEXT PRIMARY KEY, stand TEXT NOT NULL REFERENCES stands, expires_at INTEGER NOT NULL, used_at INTEGER
) WITHOUT ROWID;

CREATE TABLE epochs (
    stand TEXT NOT NULL REFERENCES stands, epoch TEXT NOT NULL, first_seen_at INTEGER NOT NULL,
    PRIMARY KEY (stand, epoch)
) WITHOUT ROWID;

CREATE TABLE envelopes (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    stand TEXT NOT NULL REFERENCES stands, epoch TEXT NOT NULL, number INTEGER NOT NULL,
    hash TEXT NOT NULL, previous TEXT, first_day INTEGER NOT NULL, last_day INTEGER NOT NULL,
    received_at INTEGER NOT NULL, state INTEGER NOT NULL, read INTEGER NOT NULL DEFAULT 0,
    flags TEXT NOT NULL DEFAULT '', visits INTEGER NOT NULL DEFAULT 0,
    record_faults INTEGER NOT NULL DEFAULT 0, unknown_records INTEGER NOT NULL DEFAULT 0,
    night INTEGER REFERENCES nights (number)
);
CREATE UNIQUE INDEX envelopes_once ON envelopes (stand, epoch, number) WHERE state <> 2;
CREATE UNIQUE INDEX envelopes_forked ON envelopes (stand, epoch, number, hash) WHERE state = 2;
CREATE INDEX envelopes_waiting ON envelopes (read) WHERE state = 0 AND read <> 1;
CREATE INDEX envelopes_night ON envelopes (night, stand);
CREATE INDEX envelopes_counts ON envelopes (state, read, visits, record_faults, unknown_records, flags);

CREATE TABLE envelope_bytes (envelope INTEGER PRIMARY KEY REFERENCES envelopes, bytes BLOB NOT NULL);
CREATE TRIGGER envelope_bytes_stay BEFORE UPDATE ON envelope_bytes
BEGIN SELECT RAISE(ABORT, 'the bytes of an envelope never change'); END;

CREATE TABLE questionnaires (id INTEGER PRIMARY KEY, hash TEXT NOT NULL UNIQUE, json TEXT);

CREATE TABLE visits (
    envelope INTEGER NOT NULL, ordinal INTEGER NOT NULL, id TEXT NOT NULL, span INTEGER NOT NULL,
    first_day INTEGER NOT NULL, last_day INTEGER NOT NULL, hour INTEGER NOT NULL, face INTEGER NOT NULL,
    language TEXT NOT NULL, questionnaire INTEGER NOT NULL, outcome INTEGER NOT NULL, reason INTEGER NOT NULL,
    PRIMARY KEY (envelope, ordinal)
) WITHOUT ROWID;

-- options: ids (which have no spaces) with a space between; '' for a question that could not be asked in the visitor's language
CREATE TABLE answers (
    envelope INTEGER NOT NULL, visit INTEGER NOT NULL, question TEXT NOT NULL, options TEXT NOT NULL,
    PRIMARY KEY (envelope, visit, question)
) WITHOUT ROWID;

CREATE TABLE tallies (
    envelope INTEGER NOT NULL, ordinal INTEGER NOT NULL, policy TEXT NOT NULL,
    face1 INTEGER NOT NULL, face2 INTEGER NOT NULL, face3 INTEGER NOT NULL, face4 INTEGER NOT NULL,
    face5 INTEGER NOT NULL,
    PRIMARY KEY (envelope, ordinal)
) WITHOUT ROWID;

-- kind: 'reason', 'input', 'correction', 'withdrawal'
CREATE TABLE tally_counts (
    envelope INTEGER NOT NULL, tally INTEGER NOT NULL, kind TEXT NOT NULL, key TEXT NOT NULL, count INTEGER NOT NULL,
    PRIMARY KEY (envelope, tally, kind, key)
) WITHOUT ROWID;

CREATE TABLE statuses (
    envelope INTEGER NOT NULL, ordinal INTEGER NOT NULL, clock TEXT NOT NULL, passages INTEGER, boots INTEGER NOT NULL,
    PRIMARY KEY (envelope, ordinal)
) WITHOUT ROWID;

-- an envelope without a status record has the days of its header here
CREATE TABLE status_days (
    envelope INTEGER NOT NULL, status INTEGER NOT NULL, day INTEGER NOT NULL,
    PRIMARY KEY (envelope, status, day)
) WITHOUT ROWID;

CREATE TABLE dead_minutes (
    envelope INTEGER NOT NULL, status INTEGER NOT NULL, kind TEXT NOT NULL, minutes INTEGER NOT NULL,
    PRIMARY KEY (envelope, status, kind)
) WITHOUT ROWID;

CREATE TABLE unknown_kinds (
    envelope INTEGER NOT NULL, kind TEXT NOT NULL, count INTEGER NOT NULL,
    PRIMARY KEY (envelope, kind)
) WITHOUT ROWID;

CREATE TABLE record_faults (
    envelope INTEGER NOT NULL, ordinal INTEGER NOT NULL, line INTEGER NOT NULL, message TEXT NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (envelope, ordinal)
) WITHOUT ROWID;

CREATE TABLE nights (number INTEGER PRIMARY KEY, stamped_at INTEGER NOT NULL);

CREATE TABLE manifests (
    night INTEGER NOT NULL REFERENCES nights, municipality TEXT NOT NULL, kind TEXT NOT NULL, hash TEXT NOT NULL,
    PRIMARY KEY (night, municipality, kind)
) WITHOUT ROWID;

CREATE TABLE configurations (
    stand TEXT PRIMARY KEY REFERENCES stands, version INTEGER NOT NULL, signed_json TEXT NOT NULL,
    set_at INTEGER NOT NULL
) WITHOUT ROWID;

CREATE TABLE heartbeats (
    stand TEXT PRIMARY KEY REFERENCES stands, received_at INTEGER NOT NULL, json TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE tokens (
    number INTEGER PRIMARY KEY AUTOINCREMENT, municipality TEXT NOT NULL REFERENCES municipalities,
    hash TEXT NOT NULL UNIQUE, made_at INTEGER NOT NULL
);

CREATE TABLE audit (
    id INTEGER PRIMARY KEY AUTOINCREMENT, at INTEGER NOT NULL, who TEXT NOT NULL, what TEXT NOT NULL,
    subject TEXT NOT NULL, detail TEXT NOT NULL
);
CREATE TRIGGER audit_stays BEFORE UPDATE ON audit
BEGIN SELECT RAISE(ABORT, 'the audit trail is append-only'); END;
CREATE TRIGGER audit_stays_whole BEFORE DELETE ON audit
BEGIN SELECT RAISE(ABORT, 'the audit trail is append-only'); END;
)sql";

} // namespace smiley::central
