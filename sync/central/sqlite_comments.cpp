// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/central/sqlite_ledger.h"

#include <sqlite3.h>

#include <cassert>

/// What visitors wrote, sealed, and what a municipality has decided about it.

namespace smiley::central {

Kept<std::vector<CommentSwitch>> SqliteLedger::commentSwitches()
{
    return guarded([&] {
        auto query = m_sql("SELECT municipality, enabled, json, set_at FROM comment_settings ORDER BY municipality");
        std::vector<CommentSwitch> found;
        while (query.step()) {
            found.push_back({query.id<core::MunicipalityId>(0), query.integer(1) != 0, query.text(2), query.time(3)});
        }
        return found;
    });
}

Kept<core::Done> SqliteLedger::setCommentSwitch(const CommentSwitch& setting)
{
    auto set = guarded([&] {
        m_sql("INSERT INTO comment_settings VALUES (?, ?, ?, ?) ON CONFLICT (municipality) DO UPDATE SET "
              "enabled = excluded.enabled, json = excluded.json, set_at = excluded.set_at")
            .bind(setting.municipality, setting.isOn ? 1 : 0, setting.settings, setting.setAt)
            .run();
        return core::Done{};
    });
    if (!set && set.error().code == LedgerFault::Exists) { // the foreign key
        return core::fail(LedgerFault::NotFound, "there is no municipality " + setting.municipality.text() +
                                                     "; add a stand of it first (`stand add`)");
    }
    return set;
}

void SqliteLedger::writeComments(std::int64_t envelope, const std::vector<wire::CommentRecord>& comments)
{
    auto insert = m_sql("INSERT INTO comments (envelope, id, first_day, last_day, question, faces, key, "
                        "sealed) VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
    for (const auto& comment : comments) {
        insert.bind(envelope, comment.id, comment.firstDay, comment.lastDay, comment.question, comment.faces,
                    comment.key);
        insert.bindBlob(8, comment.sealed);
        insert.run();
    }
}

Kept<std::vector<StoredComment>> SqliteLedger::comments(const core::MunicipalityId& municipality)
{
    return guarded([&] {
        // With min() the other columns are of its row (SQLite, "Bare columns in an aggregate query").
        auto query = m_sql("SELECT e.stand, c.id, c.first_day, c.last_day, c.question, c.faces, c.key, c.sealed, "
                           "min(c.envelope) FROM comments c JOIN envelopes e ON e.id = c.envelope "
                           "JOIN stands s ON s.id = e.stand WHERE s.municipality = ? GROUP BY c.id ORDER BY c.id");
        query.bind(municipality);
        std::vector<StoredComment> found;
        while (query.step()) {
            wire::CommentRecord record{query.text(1), query.day(2),  query.day(3), query.text(4),
                                       std::nullopt,  query.text(6), query.text(7)};
            if (!query.isNull(5)) {
                record.faces = static_cast<core::FaceGroup>(query.integer(5));
            }
            found.push_back({query.id<core::StandId>(0), std::move(record)});
        }
        return found;
    });
}

Kept<std::map<core::MunicipalityId, std::uint64_t>> SqliteLedger::commentCounts()
{
    return guarded([&] {
        auto query =
            m_sql("SELECT s.municipality, count(DISTINCT c.id) FROM comments c JOIN envelopes e ON e.id = c.envelope "
                  "JOIN stands s ON s.id = e.stand GROUP BY s.municipality");
        std::map<core::MunicipalityId, std::uint64_t> counts;
        while (query.step()) {
            counts.emplace(query.id<core::MunicipalityId>(0), query.natural(1));
        }
        return counts;
    });
}

Kept<std::uint64_t> SqliteLedger::deleteComments(std::int64_t envelope, std::optional<std::string_view> bytes)
{
    return atomically([&] {
        m_sql("DELETE FROM comments WHERE envelope = ?").bind(envelope).run();
        auto gone = static_cast<std::uint64_t>(m_database.getChanges());
        m_sql("UPDATE record_faults SET text = '' WHERE envelope = ? AND instr(text, '\"sealed\"') > 0")
            .bind(envelope)
            .run();
        gone += static_cast<std::uint64_t>(m_database.getChanges());
        if (!bytes) {
            return gone;
        }
        auto held = m_sql("SELECT comments FROM envelopes WHERE id = ?");
        held.bind(envelope);
        const std::uint64_t comments = held.step() ? held.natural(0) : 0;
        if (comments == 0) {
            return comments;
        }
        m_sql("UPDATE envelopes SET comments_deleted = 1 WHERE id = ?").bind(envelope).run();
        auto replace = m_sql("UPDATE envelope_bytes SET bytes = ?2 WHERE envelope = ?1");
        replace.bind(envelope);
        replace.bindBlob(2, *bytes);
        replace.run();
        m_sql("UPDATE envelopes SET comments = 0 WHERE id = ?").bind(envelope).run();
        return comments;
    });
}

Kept<core::Done> SqliteLedger::checkpoint()
{
    assert(!m_open);
    bool isBusy = false;
    const auto done = guarded([&] {
        isBusy = m_database.execAndGet("PRAGMA wal_checkpoint(TRUNCATE)").getInt() != 0;
        return core::Done{};
    });
    if (done && isBusy) {
        return core::fail(LedgerFault::Busy, m_file.string() + ": another process reads the ledger; what was deleted "
                                                               "stays in its log until the next time");
    }
    return done;
}

} // namespace smiley::central
