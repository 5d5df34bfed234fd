// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/central/ledger.h"
#include "sync/wire/comments.h"

#include <cstdint>
#include <optional>
#include <vector>

/// Comments: who may have them, and for how long the centre holds them. It can't read them: they are sealed to a key whose
/// secret it never sees. Every change stands in the audit trail, in the same transaction. Call from the ledger's thread.

namespace smiley::central {

/// What a municipality has set, whether they are on or off; nothing where it never did. Corrupt where it can't be read.
[[nodiscard]] Kept<std::optional<core::CommentSettings>> commentSettings(Ledger& ledger,
                                                                         const core::MunicipalityId& municipality);
/// Turns comments on for all stands of a municipality, or replaces what was set: each stand that has a configuration gets
/// a new version, the others with their first. Gives how many got one. `settings` passed wire::readCommentSettings.
/// NotFound where the municipality is unknown.
[[nodiscard]] Kept<std::uint64_t> enableComments(Ledger& ledger, const core::MunicipalityId& municipality,
                                                 const core::CommentSettings& settings, const wire::SecretKey& centre,
                                                 core::WallMs now);
/// Turns them off again, and deletes the names of staff. What was written by then still comes, and is held as long as ever.
/// NotFound where they weren't on.
[[nodiscard]] Kept<std::uint64_t> disableComments(Ledger& ledger, const core::MunicipalityId& municipality,
                                                  const wire::SecretKey& centre, core::WallMs now);

struct DeletedComments {
    std::uint64_t comments = 0;
    /// Envelopes whose rows went, but whose bytes can't be read, so that what they hold stays: restore them from a backup.
    std::vector<std::int64_t> unreadable;
};

/// Deletes the sealed texts that came longer ago than their municipality's days: rows, and the lines in the envelopes'
/// bytes, kept aside and forked ones too, in commits of ingestBatchMax envelopes. Then empties the write-ahead log in any
/// case. The audit has the numbers. What fails stops nothing else; the first failure is given back at the end.
[[nodiscard]] Kept<DeletedComments> deleteOldComments(Ledger& ledger, core::WallMs now);

} // namespace smiley::central
