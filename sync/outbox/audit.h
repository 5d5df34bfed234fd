// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/time.h"
#include "app/store/store.h"
#include "sync/wire/audit.h"
#include "sync/wire/envelope.h"

#include <optional>
#include <string>
#include <utility>
#include <vector>

/// Writes the stand's audit trail. The chain and its hash are described in sync/wire/audit.h.
///
/// The words of `what`: signed-in, pin-chosen, entry-paused, cleaning, posted, inviting, inviting-ended,
/// questionnaire-published, question-hidden, questionnaire-restored, settings-changed, typed-count, rehearsed,
/// device-tested, send-now, stick-exported, stick-imported, questionnaire-exported, questionnaire-imported,
/// configuration-taken, configuration-refused, people-changed, works-council-page.

namespace smiley::outbox {

struct AuditEntry {
    std::string who; ///< a person's id; nobody signed in: `nobody` (no PIN), "centre", "admin" (command line), "stand"
    std::string what;
    std::string detail; ///< no answer, and nothing that dates one
};

/// The row that follows `last`: the hour of `now` in Europe/Copenhagen and nothing finer, texts that are too long cut. For
/// who has to write it in a transaction of its own; else `record`.
[[nodiscard]] store::AuditRow nextRow(const std::optional<store::AuditRow>& last, const AuditEntry& entry,
                                      const core::Now& now);

/// Who, where nobody signed in: anybody who holds the mark can do it.
inline constexpr std::string_view nobody = "-";
/// What nobody signed in for has so many rows of its kind in one hour.
inline constexpr std::uint64_t unsignedRowsPerHour = 10;

/// Appends the entry as `nextRow` makes it, and writes `settings` and `counts` in the same transaction: all is on disk when
/// it returns, or nothing. Any thread, with a store of its own.
///
/// So that nobody fills the trail with their finger: what nobody signed in for gets unsignedRowsPerHour rows of its kind in
/// an hour, and is counted after that. The count is a row of its own, "5 more, 2026-11-22 14-15", before the first row of a
/// later hour.
///
/// Errors: as Store::change. A Conflict with another process is tried again and is rare behind that.
[[nodiscard]] store::Result<core::Done> record(store::Store& store, const AuditEntry& entry, const core::Now& now,
                                               const std::vector<std::pair<std::string, std::string>>& settings = {},
                                               const std::vector<store::TypedCount>& counts = {});

/// Writes the counts of hours that are over, as `record` does: before the trail leaves.
[[nodiscard]] store::Result<core::Done> recordCounts(store::Store& store, const core::Now& now);

/// The heads in the envelopes that the store keeps.
[[nodiscard]] store::Result<wire::AuditAnchors> anchorsIn(const store::Store& store);

/// The whole trail of this stand, checked; anchors are the heads in its envelopes.
[[nodiscard]] wire::AuditCheck verifyAudit(const std::vector<store::AuditRow>& rows, const wire::AuditAnchors& anchors);

/// Most rows that one envelope carries; the next carries on.
inline constexpr std::size_t auditRowsMax = 5000;
/// What staff typed travels again with every envelope until it lies so many days before the envelope's first.
inline constexpr int typedAgainDays = 14;

/// Puts the rows after number `sent` and the head into the envelope, and what staff typed for its days and the
/// typedAgainDays before.
[[nodiscard]] store::Result<core::Done> addAudit(wire::Envelope& envelope, const store::Store& store,
                                                 std::uint64_t sent);

} // namespace smiley::outbox
