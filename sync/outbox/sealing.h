// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/ids.h"
#include "app/core/ports.h"
#include "app/core/time.h"
#include "sync/outbox/day_content.h"
#include "sync/wire/envelope.h"

#include <cstddef>
#include <functional>
#include <optional>
#include <set>
#include <span>
#include <string>

/// From closed days to the records of an envelope (README.md). Pure but for the randomness of ids and shuffling.

namespace smiley::outbox {

/// Days with fewer than five visits in all wait for the next, at most this many days.
inline constexpr int waitingDaysMax = 7;
/// Days without any visit that lie together go into one envelope, at most this many.
inline constexpr int emptyDaysMax = 31;

struct WaitingDay {
    core::Day day;
    DayContent content;
};

/// How many of the first waiting days go into the next envelope; 0: wait. `waiting` is in order.
///
/// From five counted visits on they go; without any visit they go too, so that a missing day shows at once; else they wait
/// until five have come or the days span waitingDaysMax.
[[nodiscard]] std::size_t daysToSeal(std::span<const WaitingDay> waiting);

/// Whose envelope, and which.
struct EnvelopeIdentity {
    core::StandId stand;
    core::Epoch epoch;
    core::EnvelopeNumber number{};
    std::optional<core::Hash> previous;
    std::string program;
    bool example = false;
};

/// Canonical JSON of a questionnaire or a policy by its hash; nothing where it isn't known here.
using DocumentSource = std::function<std::optional<std::string>(const core::Hash&)>;

/// The envelope of these days (at least one). Documents of `sent` are not sent again.
[[nodiscard]] wire::Envelope envelopeOf(std::span<const WaitingDay> days, const EnvelopeIdentity& identity,
                                        const DocumentSource& documents, const std::set<core::Hash>& sent,
                                        core::Random& random);

/// The same records under another epoch and number, after a fork. Adds the documents that the new epoch lacks.
[[nodiscard]] wire::Envelope reissued(wire::Envelope envelope, const EnvelopeIdentity& identity,
                                      const DocumentSource& documents, const std::set<core::Hash>& sent);

/// Hashes of the questionnaires and policies that the envelope carries.
[[nodiscard]] std::set<core::Hash> documentsIn(const wire::Envelope& envelope);

} // namespace smiley::outbox
