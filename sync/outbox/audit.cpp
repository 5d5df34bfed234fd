// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/outbox/audit.h"

#include <optional>

namespace smiley::outbox {

namespace {

/// Other processes that append at the same moment: each try loses to at most one of them.
constexpr int triesMax = 16;

wire::AuditRecord recordOf(const store::AuditRow& row)
{
    return {row.number, row.hour, row.who, row.what, row.detail, row.hash};
}

std::string hourOf(const core::Now& now)
{
    const core::LocalTime local = core::localTime(now.wall);
    const int hour = local.minuteOfDay / 60;
    return local.day.text() + (hour < 10 ? " 0" : " ") + std::to_string(hour);
}

} // namespace

store::AuditRow nextRow(const std::optional<store::AuditRow>& last, const AuditEntry& entry, const core::Now& now)
{
    wire::AuditRecord row{last ? last->number + 1 : 1,
                          hourOf(now),
                          wire::auditText(entry.who, wire::auditWhoMax),
                          wire::auditText(entry.what, wire::auditWhatMax),
                          wire::auditText(entry.detail, wire::auditDetailMax),
                          wire::noHash()};
    row.hash = wire::auditHash(last ? std::optional(last->hash) : std::nullopt, row);
    return {row.number, row.hour, row.who, row.what, row.detail, row.hash};
}

store::Result<core::Done> record(store::Store& store, const AuditEntry& entry, const core::Now& now,
                                 const std::vector<std::pair<std::string, std::string>>& settings,
                                 const std::vector<store::TypedCount>& counts)
{
    for (int tries = 1;; ++tries) {
        const auto last = store.lastAuditRow();
        if (!last) {
            return last.error();
        }
        auto changed = store.change(settings, nextRow(*last, entry, now), counts);
        if (changed || changed.error().code != store::StoreFault::Conflict || tries == triesMax) {
            return changed;
        }
    }
}

store::Result<wire::AuditAnchors> anchorsIn(const store::Store& store)
{
    const auto envelopes = store.envelopes();
    if (!envelopes) {
        return envelopes.error();
    }
    wire::AuditAnchors anchors;
    for (const store::SealedEnvelope& envelope : *envelopes) {
        // A receipted one that couldn't be read is kept without its bytes.
        const auto header = wire::peekEnvelope(envelope.bytes);
        if (header && header->auditHead) {
            anchors.emplace(header->auditRows, *header->auditHead);
        }
    }
    return anchors;
}

wire::AuditCheck verifyAudit(const std::vector<store::AuditRow>& rows, const wire::AuditAnchors& anchors)
{
    std::vector<wire::AuditRecord> records;
    records.reserve(rows.size());
    for (const store::AuditRow& row : rows) {
        records.push_back(recordOf(row));
    }
    return wire::verifyAudit(records, anchors);
}

store::Result<core::Done> addAudit(wire::Envelope& envelope, const store::Store& store, std::uint64_t sent)
{
    const auto rows = store.auditRows(sent, auditRowsMax);
    if (!rows) {
        return rows.error();
    }
    const auto last = store.lastAuditRow();
    if (!last) {
        return last.error();
    }
    const core::Day from{envelope.header.firstDay.date - std::chrono::days{typedAgainDays}};
    const auto counts = store.typedCounts(from, envelope.header.lastDay);
    if (!counts) {
        return counts.error();
    }
    for (const store::AuditRow& row : *rows) {
        envelope.audit.push_back(recordOf(row));
    }
    if (!rows->empty() || *last) {
        const store::AuditRow& head = rows->empty() ? **last : rows->back();
        envelope.header.auditHead = head.hash;
        envelope.header.auditRows = head.number;
    }
    for (const store::TypedCount& count : *counts) {
        envelope.typedCounts.push_back({count.day, count.what, count.count});
    }
    return core::Done{};
}

} // namespace smiley::outbox
