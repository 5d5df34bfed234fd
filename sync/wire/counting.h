// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/wire/envelope.h"

#include <array>
#include <cstdint>

/// What the model runs in envelopes add to the variance of published figures: the centre's tables and a stand's staff screen
/// take it from here. Pure.

namespace smiley::wire {

/// How unsure the counting itself is: sums over envelopes of n²·(1 + 1/M)·B, for the mean and the shares; divided by the
/// square of all answers it is what is added to a variance (METHOD.md 6.1). n: visits of the days that
/// the model went through; other days add nothing.
struct Counting {
    double mean = 0;
    std::array<double, 3> three{}; ///< red, yellow, green
    std::array<double, 5> five{};
    void add(const Counting& other);
    [[nodiscard]] Counting of(std::uint64_t n) const; ///< divided
};

/// What a tally of the counting policy adds. Where the policy changed within an envelope, each part counts by its own
/// model. Days that the model didn't go through add nothing: what it says is of its own visits.
[[nodiscard]] Counting countingOf(const TallyRecord& tally);

} // namespace smiley::wire
