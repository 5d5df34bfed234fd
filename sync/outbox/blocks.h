// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/time.h"
#include "sync/wire/envelope.h"

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

/// What makes the visits of an envelope alike: the block of time in which they lie, and answers that few gave.

namespace smiley::outbox {

/// Fewer visits than this never share a block or a coarsened answer (app/core/METHOD.md 6.10).
inline constexpr std::size_t visitsTogetherMin = 5;

struct VisitTime {
    core::Day day;
    std::optional<int> hour; ///< 0..23; nothing: the day is all that is known
    bool isDayKnown = true;  ///< false: not even the day
    bool counts = true;      ///< excluded visits (staff, tests, closed hours) don't hide a visitor
    std::size_t group = 0;   ///< visits of several are told apart anyway (by their questionnaire)
};

/// The block of each visit, in the order of `visits`, in an envelope of the days `first` to `last`.
///
/// A block is the hour where at least five counted visits share it. What is left over of the hours of a half-day becomes
/// that half-day's; where that is fewer than five, the smallest class in the half-day is lifted with it, and where there is
/// none, the leftover goes on to the day, and so to the span. So every block that is given bears at least five counted
/// visits; where the envelope has fewer in all, all bear the span (one day: that day).
///
/// So it is within each group: five of every group in a block bear it. A group of fewer bears the span, and where that is
/// fewer than five with others, the smallest class of all bears it too.
[[nodiscard]] std::vector<wire::Block> blocksOf(std::span<const VisitTime> visits, core::Day first, core::Day last);

/// A value of each visit; nothing: the visit has none.
struct Coarse {
    std::optional<std::string> value;
    bool counts = true;
};

/// Replaces values that fewer than five counted visits share by "other". While "other" itself has fewer than five, the
/// rarest value (of equals the first by name) goes in too.
void coarsen(std::vector<Coarse>& values);

} // namespace smiley::outbox
