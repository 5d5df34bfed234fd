// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/central/sqlite_ledger.h"

/// What an observer counted, and the policies that stands count by.

namespace smiley::central {

Kept<core::Done> SqliteLedger::addObservations(const std::vector<Observation>& observations)
{
    return atomically([&] {
        auto insert = m_sql("INSERT INTO observations VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
        for (const Observation& row : observations) {
            insert
                .bind(row.stand, row.day, row.hour, row.importedAt, row.answered, row.tappedAgain, row.passedBy,
                      row.removed ? 1 : 0)
                .run();
        }
        return core::Done{};
    });
}

Kept<std::vector<Observation>> SqliteLedger::observations()
{
    return guarded([&] {
        auto query = m_sql("SELECT stand, day, hour, imported_at, answered, tapped_again, passed_by, removed "
                           "FROM observations ORDER BY stand, day, hour, imported_at");
        std::vector<Observation> rows;
        while (query.step()) {
            rows.push_back({query.id<core::StandId>(0), query.day(1), static_cast<int>(query.integer(2)),
                            query.natural(4), query.natural(5), query.natural(6), query.time(3),
                            query.integer(7) != 0});
        }
        return rows;
    });
}

Kept<std::optional<std::string>> SqliteLedger::policy(const core::Hash& hash)
{
    return guarded([&]() -> std::optional<std::string> {
        auto query = m_sql("SELECT json FROM policies WHERE hash = ?");
        query.bind(hash);
        return query.step() ? std::optional(query.text(0)) : std::nullopt;
    });
}

} // namespace smiley::central
