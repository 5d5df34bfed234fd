// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/central/sqlite_ledger.h"

/// What staff did at the stand, and what they typed.

namespace smiley::central {

void SqliteLedger::writeAudit(std::int64_t envelope, const wire::Envelope& content)
{
    auto insertRow = m_sql("INSERT INTO stand_audit (envelope, ordinal, number, hour, who, what, detail, hash) "
                           "VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
    std::int64_t ordinal = 0;
    for (const wire::AuditRecord& row : content.audit) {
        insertRow.bind(envelope, ordinal++, row.number, row.hour, row.who, row.what, row.detail, row.hash).run();
    }
    if (content.header.auditHead) {
        m_sql("INSERT INTO audit_heads (envelope, number, hash) VALUES (?, ?, ?)")
            .bind(envelope, content.header.auditRows, *content.header.auditHead)
            .run();
    }
    auto insertCount = m_sql("INSERT INTO typed_counts (envelope, day, what, count) VALUES (?, ?, ?, ?) "
                             "ON CONFLICT (envelope, day, what) DO UPDATE SET count = excluded.count");
    for (const wire::TypedCountRecord& typed : content.typedCounts) {
        insertCount.bind(envelope, typed.day, typed.what, typed.count).run();
    }
}

Kept<std::vector<wire::AuditRecord>> SqliteLedger::standAudit(const core::StandId& stand)
{
    return guarded([&] {
        auto query = m_sql("SELECT a.number, a.hour, a.who, a.what, a.detail, a.hash FROM stand_audit a "
                           "JOIN envelopes e ON e.id = a.envelope WHERE e.stand = ? AND e.state = ? "
                           "GROUP BY a.number, a.hour, a.who, a.what, a.detail, a.hash "
                           "ORDER BY a.number, min(a.envelope), a.ordinal");
        query.bind(stand, EnvelopeState::Stored);
        std::vector<wire::AuditRecord> found;
        while (query.step()) {
            found.push_back({query.natural(0), query.text(1), query.text(2), query.text(3), query.text(4),
                             query.id<core::Hash>(5)});
        }
        return found;
    });
}

Kept<wire::AuditAnchors> SqliteLedger::auditHeads(const core::StandId& stand)
{
    return guarded([&] {
        auto query = m_sql("SELECT DISTINCT h.number, h.hash FROM audit_heads h JOIN envelopes e ON e.id = h.envelope "
                           "WHERE e.stand = ? AND e.state = ? ORDER BY h.number, h.hash");
        query.bind(stand, EnvelopeState::Stored);
        wire::AuditAnchors anchors;
        while (query.step()) {
            anchors.emplace(query.natural(0), query.id<core::Hash>(1));
        }
        return anchors;
    });
}

} // namespace smiley::central
