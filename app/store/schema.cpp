// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/schema.h"

#include <SQLiteCpp/Transaction.h>

#include <array>
#include <string>

namespace smiley::store {

namespace {

// Version 1.
//
//   meta          one row: the epoch, the number of the last event ever appended (purged ones too), the last boot
//   event         the journal; append-only, gap-free; deleted only where a closed day covers it
//   closed_day    days whose adjudication is final; content until it is sealed, then blank
//   envelope      what was sealed; `position` is the order of sealing over all epochs
//   setting       small texts of the stand
//   questionnaire versions by hash; never changed
//
// `answers` of an event holds option ids separated by a space (their alphabet has none); NULL: not asked.
constexpr const char* version1 = R"sql(
CREATE TABLE meta(
    id            INTEGER PRIMARY KEY CHECK (id = 1),
    epoch         TEXT    NOT NULL CHECK (length(epoch) = 32),
    last_sequence INTEGER NOT NULL DEFAULT 0 CHECK (last_sequence >= 0),
    last_boot     INTEGER NOT NULL DEFAULT 0 CHECK (last_boot >= 0)
) STRICT;

CREATE TABLE closed_day(
    day       TEXT    PRIMARY KEY CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    last_row  INTEGER NOT NULL CHECK (last_row >= 0),
    closed_at INTEGER NOT NULL,
    sealed    INTEGER NOT NULL DEFAULT 0 CHECK (sealed IN (0, 1)),
    content   TEXT    NOT NULL CHECK (sealed = 0 OR content = '')
) STRICT, WITHOUT ROWID;

CREATE TABLE event(
    sequence      INTEGER PRIMARY KEY CHECK (sequence > 0),
    boot          INTEGER NOT NULL CHECK (boot >= 0),
    monotonic_ms  INTEGER NOT NULL,
    wall_ms       INTEGER NOT NULL,
    quality       TEXT    NOT NULL CHECK (quality IN ('none', 'set', 'anchored')),
    visit         INTEGER CHECK (visit > 0),
    kind          TEXT    NOT NULL CHECK (kind IN ('tap', 'answered', 'withdrawn', 'ended', 'period', 'questionnaire',
                                                   'started', 'clock')),
    face          INTEGER CHECK (face BETWEEN 1 AND 5),
    screen        TEXT    CHECK (screen IN ('faces', 'invitation', 'poll', 'correcting', 'claimed')),
    presence      INTEGER CHECK (presence IN (-1, 0, 1)),
    doors         INTEGER CHECK (doors >= 0),
    input         TEXT    CHECK (input IN ('touch', 'keys', 'speech')),
    language      TEXT,
    questionnaire TEXT    CHECK (length(questionnaire) = 64),
    question      TEXT,
    answers       TEXT,
    detail        TEXT,
    step_ms       INTEGER,
    CHECK (kind <> 'tap' OR (face IS NOT NULL AND screen IS NOT NULL AND presence IS NOT NULL AND input IS NOT NULL
                             AND language IS NOT NULL AND questionnaire IS NOT NULL)),
    CHECK (kind <> 'answered' OR (question IS NOT NULL AND language IS NOT NULL)),
    CHECK (kind <> 'ended' OR ifnull(detail, '') IN ('finished', 'stopped', 'timed-out', 'left', 'next-came')),
    CHECK (kind <> 'period' OR ifnull(detail, '') IN ('staff-begins', 'staff-ends', 'cleaning-begins', 'cleaning-ends',
                                                      'test-begins', 'test-ends')),
    CHECK (kind <> 'questionnaire' OR questionnaire IS NOT NULL),
    CHECK (kind <> 'started' OR detail IS NOT NULL),
    CHECK (kind <> 'clock' OR step_ms IS NOT NULL)
) STRICT;

CREATE TABLE envelope(
    position     INTEGER PRIMARY KEY AUTOINCREMENT,
    epoch        TEXT    NOT NULL CHECK (length(epoch) = 32),
    number       INTEGER NOT NULL CHECK (number > 0),
    hash         TEXT    NOT NULL CHECK (length(hash) = 64),
    first_day    TEXT    NOT NULL,
    last_day     TEXT    NOT NULL CHECK (last_day >= first_day),
    sealed_at    INTEGER NOT NULL,
    bytes        BLOB    NOT NULL,
    receipt      TEXT,
    receipted_at INTEGER,
    UNIQUE (epoch, number),
    CHECK ((receipt IS NULL) = (receipted_at IS NULL))
) STRICT;

CREATE TABLE setting(
    key   TEXT PRIMARY KEY CHECK (key <> ''),
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE questionnaire(
    hash TEXT PRIMARY KEY CHECK (length(hash) = 64),
    json TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TRIGGER event_gap BEFORE INSERT ON event
WHEN NEW.sequence <> (SELECT last_sequence + 1 FROM meta)
BEGIN SELECT RAISE(ABORT, 'event: the number is not the next one'); END;

CREATE TRIGGER event_counted AFTER INSERT ON event
BEGIN UPDATE meta SET last_sequence = NEW.sequence; END;

CREATE TRIGGER event_unchangeable BEFORE UPDATE ON event
BEGIN SELECT RAISE(ABORT, 'event: rows never change'); END;

CREATE TRIGGER event_kept BEFORE DELETE ON event
WHEN OLD.sequence > (SELECT ifnull(max(last_row), 0) FROM closed_day)
BEGIN SELECT RAISE(ABORT, 'event: the day of this row is not closed'); END;

CREATE TRIGGER meta_counts BEFORE UPDATE OF last_sequence ON meta
WHEN NEW.last_sequence <> OLD.last_sequence + 1
     OR NOT EXISTS (SELECT 1 FROM event WHERE sequence = NEW.last_sequence)
BEGIN SELECT RAISE(ABORT, 'meta: the counter follows the journal'); END;

CREATE TRIGGER meta_kept BEFORE DELETE ON meta
BEGIN SELECT RAISE(ABORT, 'meta: never deleted'); END;

CREATE TRIGGER closed_day_order BEFORE INSERT ON closed_day
WHEN EXISTS (SELECT 1 FROM closed_day WHERE day >= NEW.day OR last_row > NEW.last_row)
     OR NEW.last_row > (SELECT last_sequence FROM meta)
BEGIN SELECT RAISE(ABORT, 'closed_day: this day or a later one is closed'); END;

CREATE TRIGGER closed_day_final BEFORE UPDATE ON closed_day
WHEN NEW.day <> OLD.day OR NEW.last_row <> OLD.last_row OR NEW.closed_at <> OLD.closed_at OR OLD.sealed = 1
     OR (NEW.sealed = 0 AND NEW.content <> OLD.content)
BEGIN SELECT RAISE(ABORT, 'closed_day: a closed day is never opened again'); END;

CREATE TRIGGER closed_day_kept BEFORE DELETE ON closed_day
BEGIN SELECT RAISE(ABORT, 'closed_day: never deleted'); END;

CREATE TRIGGER questionnaire_unchangeable BEFORE UPDATE ON questionnaire
BEGIN SELECT RAISE(ABORT, 'questionnaire: a version never changes'); END;
)sql";

// Version 2.
//
//   event         the kind "left": passages in the 20 s after a tap (`tap` is its number, `doors` how many)
//   closed_day    `memory`: what is known of the stand after it, `basis`: what it was adjudicated with (sync/outbox knows
//                 the form of both). Both go when the day's rows go; the newest day's memory stays, for the next day.
//   policy        counting policies by hash; never changed
//
// SQLite can't change a CHECK, so the table is made again; dropping one fires no trigger.
constexpr const char* version2 = R"sql(
DROP TRIGGER meta_counts;

CREATE TABLE event_2(
    sequence      INTEGER PRIMARY KEY CHECK (sequence > 0),
    boot          INTEGER NOT NULL CHECK (boot >= 0),
    monotonic_ms  INTEGER NOT NULL,
    wall_ms       INTEGER NOT NULL,
    quality       TEXT    NOT NULL CHECK (quality IN ('none', 'set', 'anchored')),
    visit         INTEGER CHECK (visit > 0),
    kind          TEXT    NOT NULL CHECK (kind IN ('tap', 'answered', 'withdrawn', 'ended', 'period', 'questionnaire',
                                                   'started', 'clock', 'left')),
    face          INTEGER CHECK (face BETWEEN 1 AND 5),
    screen        TEXT    CHECK (screen IN ('faces', 'invitation', 'poll', 'correcting', 'claimed')),
    presence      INTEGER CHECK (presence IN (-1, 0, 1)),
    doors         INTEGER CHECK (doors >= 0),
    input         TEXT    CHECK (input IN ('touch', 'keys', 'speech')),
    language      TEXT,
    questionnaire TEXT    CHECK (length(questionnaire) = 64),
    question      TEXT,
    answers       TEXT,
    detail        TEXT,
    step_ms       INTEGER,
    tap           INTEGER CHECK (tap > 0),
    CHECK (kind <> 'tap' OR (face IS NOT NULL AND screen IS NOT NULL AND presence IS NOT NULL AND input IS NOT NULL
                             AND language IS NOT NULL AND questionnaire IS NOT NULL)),
    CHECK (kind <> 'answered' OR (question IS NOT NULL AND language IS NOT NULL)),
    CHECK (kind <> 'ended' OR ifnull(detail, '') IN ('finished', 'stopped', 'timed-out', 'left', 'next-came')),
    CHECK (kind <> 'period' OR ifnull(detail, '') IN ('staff-begins', 'staff-ends', 'cleaning-begins', 'cleaning-ends',
                                                      'test-begins', 'test-ends')),
    CHECK (kind <> 'questionnaire' OR questionnaire IS NOT NULL),
    CHECK (kind <> 'started' OR detail IS NOT NULL),
    CHECK (kind <> 'clock' OR step_ms IS NOT NULL),
    CHECK (kind <> 'left' OR (tap IS NOT NULL AND tap < sequence AND doors IS NOT NULL))
) STRICT;

INSERT INTO event_2 SELECT *, NULL FROM event;
DROP TABLE event;
ALTER TABLE event_2 RENAME TO event;

CREATE TRIGGER event_gap BEFORE INSERT ON event
WHEN NEW.sequence <> (SELECT last_sequence + 1 FROM meta)
BEGIN SELECT RAISE(ABORT, 'event: the number is not the next one'); END;

CREATE TRIGGER event_counted AFTER INSERT ON event
BEGIN UPDATE meta SET last_sequence = NEW.sequence; END;

CREATE TRIGGER event_unchangeable BEFORE UPDATE ON event
BEGIN SELECT RAISE(ABORT, 'event: rows never change'); END;

CREATE TRIGGER event_kept BEFORE DELETE ON event
WHEN OLD.sequence > (SELECT ifnull(max(last_row), 0) FROM closed_day)
BEGIN SELECT RAISE(ABORT, 'event: the day of this row is not closed'); END;

CREATE TRIGGER meta_counts BEFORE UPDATE OF last_sequence ON meta
WHEN NEW.last_sequence <> OLD.last_sequence + 1
     OR NOT EXISTS (SELECT 1 FROM event WHERE sequence = NEW.last_sequence)
BEGIN SELECT RAISE(ABORT, 'meta: the counter follows the journal'); END;

ALTER TABLE closed_day ADD COLUMN memory TEXT NOT NULL DEFAULT '';
ALTER TABLE closed_day ADD COLUMN basis  TEXT NOT NULL DEFAULT '';

DROP TRIGGER closed_day_final;
CREATE TRIGGER closed_day_final BEFORE UPDATE ON closed_day
WHEN NEW.day <> OLD.day OR NEW.last_row <> OLD.last_row OR NEW.closed_at <> OLD.closed_at OR NEW.sealed < OLD.sealed
     OR (NEW.content <> OLD.content AND NOT (OLD.sealed = 0 AND NEW.sealed = 1))
     OR (NEW.memory <> OLD.memory AND NEW.memory <> '') OR (NEW.basis <> OLD.basis AND NEW.basis <> '')
BEGIN SELECT RAISE(ABORT, 'closed_day: a closed day is never opened again'); END;

CREATE TABLE policy(
    hash TEXT PRIMARY KEY CHECK (length(hash) = 64),
    json TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TRIGGER policy_unchangeable BEFORE UPDATE ON policy
BEGIN SELECT RAISE(ABORT, 'policy: a version never changes'); END;
)sql";

// Version 3.
//
//   comment       what visitors wrote, sealed, until it leaves with an envelope. The key is random, so rows lie in no order;
//                 nothing names a visit, a row or a time.
constexpr const char* version3 = R"sql(
CREATE TABLE comment(
    id       TEXT PRIMARY KEY CHECK (length(id) = 36),
    day      TEXT NOT NULL CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    question TEXT NOT NULL CHECK (question <> ''),
    faces    TEXT NOT NULL CHECK (faces IN ('1-2', '3', '4-5')),
    key      TEXT NOT NULL CHECK (key <> ''),
    sealed   BLOB NOT NULL CHECK (length(sealed) > 0)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER comment_sealed BEFORE UPDATE ON comment
WHEN NEW.id <> OLD.id OR NEW.day <> OLD.day OR NEW.question <> OLD.question OR NEW.key <> OLD.key
     OR NEW.sealed <> OLD.sealed
BEGIN SELECT RAISE(ABORT, 'comment: only its face group may change'); END;
)sql";

// Version 4.
//
//   audit         who did what in which hour; append-only and gap-free for good, a hash over the row before and this one
//   typed_count   what staff typed for a day: passages of the door, or appointments
constexpr const char* version4 = R"sql(
CREATE TABLE audit(
    number INTEGER PRIMARY KEY CHECK (number > 0),
    hour   TEXT NOT NULL CHECK (hour GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9] [0-9][0-9]'),
    who    TEXT NOT NULL CHECK (who <> ''),
    what   TEXT NOT NULL CHECK (what <> ''),
    detail TEXT NOT NULL,
    hash   TEXT NOT NULL CHECK (length(hash) = 64)
) STRICT;

CREATE TRIGGER audit_gap BEFORE INSERT ON audit
WHEN NEW.number <> (SELECT ifnull(max(number), 0) + 1 FROM audit)
BEGIN SELECT RAISE(ABORT, 'audit: the number is not the next one'); END;

CREATE TRIGGER audit_unchangeable BEFORE UPDATE ON audit
BEGIN SELECT RAISE(ABORT, 'audit: rows never change'); END;

CREATE TRIGGER audit_kept BEFORE DELETE ON audit
BEGIN SELECT RAISE(ABORT, 'audit: never deleted'); END;

CREATE TABLE typed_count(
    day   TEXT    NOT NULL CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    what  TEXT    NOT NULL CHECK (what IN ('door', 'appointments')),
    count INTEGER NOT NULL CHECK (count >= 0),
    PRIMARY KEY (day, what)
) STRICT, WITHOUT ROWID;
)sql";

// Version 5.
//
//   event         `ticket`: the one-time card of a tap; NULL: without one
//   ticket_day    a day's key, and the keyed hashes of the cards used on it, sorted: no order, no time, and nothing that
//                 names a row. It goes when the day is closed.
constexpr const char* version5 = R"sql(
ALTER TABLE event ADD COLUMN ticket TEXT CHECK (ticket IS NULL OR (kind = 'tap' AND ticket IN ('fresh', 'same', 'used')));

CREATE TABLE ticket_day(
    day  TEXT PRIMARY KEY CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    key  BLOB NOT NULL CHECK (length(key) = 32),
    used BLOB NOT NULL DEFAULT x'' CHECK (length(used) % 32 = 0)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER ticket_day_open BEFORE INSERT ON ticket_day
WHEN NEW.day <= (SELECT max(day) FROM closed_day)
BEGIN SELECT RAISE(ABORT, 'ticket_day: the day is closed'); END;

CREATE TRIGGER ticket_day_grows BEFORE UPDATE ON ticket_day
WHEN NEW.day <> OLD.day OR NEW.key <> OLD.key OR length(NEW.used) <> length(OLD.used) + 32
BEGIN SELECT RAISE(ABORT, 'ticket_day: cards are only added'); END;
)sql";

constexpr std::array<Migration, 5> ours{{{1, version1}, {2, version2}, {3, version3}, {4, version4}, {5, version5}}};

int number(SQLite::Database& database, const char* pragma) { return database.execAndGet(pragma).getInt(); }

/// To be called inside a transaction: what it reads must belong together.
SchemaState stateOf(SQLite::Database& database, std::span<const Migration> list)
{
    const int version = number(database, "PRAGMA user_version");
    const int owner = number(database, "PRAGMA application_id");
    const bool isNew = owner == 0 && version == 0 && number(database, "SELECT count(*) FROM sqlite_schema") == 0;
    if (owner != applicationId && !isNew) {
        return SchemaState::Foreign;
    }
    const int newest = list.empty() ? 0 : list.back().to;
    if (version == newest) {
        return SchemaState::Current;
    }
    return version > newest ? SchemaState::Newer : SchemaState::Older;
}

} // namespace

std::span<const Migration> migrations() { return ours; }

SchemaState inspect(SQLite::Database& database, std::span<const Migration> list)
{
    const SQLite::Transaction snapshot(database); // another process may be making the file just now
    return stateOf(database, list);
}

SchemaState migrate(SQLite::Database& database, std::span<const Migration> list)
{
    for (;;) {
        SQLite::Transaction transaction(database, SQLite::TransactionBehavior::IMMEDIATE);
        const SchemaState state = stateOf(database, list);
        if (state != SchemaState::Older) {
            return state;
        }
        const int next = number(database, "PRAGMA user_version") + 1;
        for (const Migration& migration : list) {
            if (migration.to == next) {
                database.exec(migration.sql);
            }
        }
        database.exec("PRAGMA user_version = " + std::to_string(next));
        database.exec("PRAGMA application_id = " + std::to_string(applicationId));
        transaction.commit();
    }
}

} // namespace smiley::store
