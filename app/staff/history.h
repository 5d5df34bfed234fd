// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/questionnaire.h"
#include "app/store/store.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

/// The versions of the questionnaire that staff published on this stand: rows of the audit trail, and the texts that they
/// name by hash. Nothing is ever taken away, so each can be looked at and published again (sync/outbox/local.h:
/// `publishedBefore` has the document, `publish` with "questionnaire-restored" makes it the next version).

namespace smiley::staff {

struct PublishedVersion {
    std::uint64_t row = 0; ///< of the audit trail
    std::string hour;      ///< local, "2026-11-22 14"
    std::string who;       ///< a person's id, "admin" or "-" (sync/outbox/audit.h)
    std::string what;      ///< "questionnaire-published", "question-hidden", …
    core::Hash hash;
    std::optional<core::Day> from; ///< nothing: at once
};

/// Newest first. A row whose detail this program can't read is left out. The store's errors.
[[nodiscard]] store::Result<std::vector<PublishedVersion>> publishedVersions(const store::Store& store);

/// The questionnaire of this hash, as it was published. Nothing where the store doesn't have it or it can't be read.
[[nodiscard]] store::Result<std::optional<core::Questionnaire>> publishedQuestionnaire(const store::Store& store,
                                                                                       const core::Hash& hash);

/// "Gemt søndag 22. november kl. 14 af Mette. Gælder fra mandag 23. november.", "… Gælder med det samme."
/// `name` is what the person's id stands for, empty: unknown.
[[nodiscard]] std::string describe(const PublishedVersion& version, const std::string& name);

} // namespace smiley::staff
