// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/outbox/audit.h"

#include "sync/outbox/settings_keys.h"

#include <algorithm>
#include <map>
#include <optional>
#include <sstream>

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

/// What nobody signed in for in one hour, by what it was.
struct Unsigned {
    struct Count {
        std::uint64_t rows = 0;
        std::uint64_t more = 0; ///< without a row
    };
    std::string hour;
    std::map<std::string, Count> counts;

    static store::Result<Unsigned> of(const store::Store& store)
    {
        const auto text = store.setting(setting::auditUnsigned);
        if (!text) {
            return text.error();
        }
        std::istringstream words(text->value_or(""));
        Unsigned read;
        std::string clock;
        if (words >> read.hour >> clock) {
            read.hour += " " + clock;
        }
        std::string what;
        Count count;
        while (words >> what >> count.rows >> count.more) {
            read.counts[what] = count;
        }
        return read;
    }
    [[nodiscard]] std::pair<std::string, std::string> written() const
    {
        std::string text = hour;
        for (const auto& [what, count] : counts) {
            text += " " + what + " " + std::to_string(count.rows) + " " + std::to_string(count.more);
        }
        return {std::string(setting::auditUnsigned), text};
    }
};

/// "2026-11-22 09-10", of "2026-11-22 09".
std::string spanOf(const std::string& hour)
{
    std::istringstream words(hour);
    std::string day;
    int from = 0;
    words >> day >> from;
    return hour + (from < 9 ? "-0" : "-") + std::to_string(from + 1);
}

using Settings = std::vector<std::pair<std::string, std::string>>;

/// The counts of an hour that is over, a row for each; nothing of it is left in `state`.
store::Result<core::Done> countsOver(store::Store& store, Unsigned& state, const core::Now& now)
{
    if (state.hour == hourOf(now)) {
        return core::Done{};
    }
    for (auto& [what, count] : state.counts) {
        if (count.more == 0) {
            continue;
        }
        const auto last = store.lastAuditRow();
        if (!last) {
            return last.error();
        }
        const AuditEntry entry{std::string(nobody), what, std::to_string(count.more) + " more, " + spanOf(state.hour)};
        count.more = 0;
        if (auto changed = store.change({state.written()}, nextRow(*last, entry, now)); !changed) {
            return changed;
        }
    }
    state = {hourOf(now), {}};
    return core::Done{};
}

/// Once, as things stand: Conflict where another process was first.
store::Result<core::Done> recordNow(store::Store& store, const AuditEntry& entry, const core::Now& now,
                                    Settings settings, const std::vector<store::TypedCount>& counts)
{
    auto state = Unsigned::of(store);
    if (!state) {
        return state.error();
    }
    if (auto over = countsOver(store, *state, now); !over) {
        return over;
    }
    if (entry.who == nobody) {
        Unsigned::Count& count = state->counts[entry.what];
        const bool hasRow = count.rows < unsignedRowsPerHour;
        ++(hasRow ? count.rows : count.more);
        settings.push_back(state->written());
        if (!hasRow) {
            return store.change(settings, std::nullopt, counts);
        }
    }
    const auto last = store.lastAuditRow();
    if (!last) {
        return last.error();
    }
    return store.change(settings, nextRow(*last, entry, now), counts);
}

/// Until no other process was first.
template <class Work>
store::Result<core::Done> tried(Work work)
{
    for (int tries = 1;; ++tries) {
        auto changed = work();
        if (changed || changed.error().code != store::StoreFault::Conflict || tries == triesMax) {
            return changed;
        }
    }
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
    return tried([&] { return recordNow(store, entry, now, settings, counts); });
}

store::Result<core::Done> recordCounts(store::Store& store, const core::Now& now)
{
    return tried([&]() -> store::Result<core::Done> {
        auto state = Unsigned::of(store);
        return state ? countsOver(store, *state, now) : state.error();
    });
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
