// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <span>

/// The 95 % interval of a mean of answers (METHOD section 6.1).

namespace smiley::citizens {

/// Counted answers of one day by face, 1 first.
using DayAnswers = std::array<std::uint64_t, 5>;

struct Interval {
    double low = 1;
    double high = 5;
    [[nodiscard]] bool covers(double value) const { return low <= value && value <= high; }
};

/// The mean's interval, within 1 to 5: days are clusters, `t` with days - 1 degrees of freedom. `modelVariance` is
/// what not knowing which taps are visits adds: (1 + 1/M) B, with B the variance between the model's M draws. Days
/// without answers are no clusters. Under four days, or where all answers are equal, as METHOD says.
[[nodiscard]] Interval meanInterval(std::span<const DayAnswers> days, double modelVariance);

} // namespace smiley::citizens
