// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/statistics.h"

#include <algorithm>
#include <array>
#include <compare>
#include <cstdint>

/// How few answers may be shown, and how shares near none and all are shown (METHOD.md 6.12). Pure: the centre's gate and
/// the stand's staff screen follow the same rule.

namespace smiley::core {

inline constexpr std::uint64_t showFrom = 10;    ///< three shares
inline constexpr std::uint64_t fiveWayFrom = 20; ///< five
/// From how many answers a stand with this setting shows figures: never from fewer than showFrom.
[[nodiscard]] constexpr std::uint64_t shownFrom(int smallestShown)
{
    return std::max(showFrom, static_cast<std::uint64_t>(std::max(smallestShown, 0)));
}
/// Under this, a share that may be none or all is shown as a bound.
inline constexpr std::uint64_t boundUnder = 20;
/// The design effect of a bound's interval: the true one would tell how the classes lie (METHOD.md 6.1, few days).
inline constexpr double boundedDesignEffect = 2.0;

/// Red (1-2), yellow (3), green (4-5).
using ThreeCounts = std::array<std::uint64_t, 3>;
[[nodiscard]] ThreeCounts threeOf(const ScoreCounts& scores);

struct CountRange {
    std::uint64_t low = 0;
    std::uint64_t high = 0;
    auto operator<=>(const CountRange&) const = default;
};

enum class MeanBound : std::uint8_t { Exact, AtMost, AtLeast };

/// The three classes and the mean as they may be shown. Where n is under `boundUnder` and a class has none or one, it is
/// "0 to 1" and another class takes up the difference; where two classes have two or less together, each is "0 to 2". The
/// mean then stops where it would tell that one of them has none. So nobody, who knows this rule, can tell that no one, or
/// everyone, answered alike (a test goes through every possible set of answers).
struct ThreeView {
    bool bounded = false;
    std::array<CountRange, 3> classes{};
    double mean = 0;
    MeanBound meanBound = MeanBound::Exact;
};
[[nodiscard]] ThreeView threeView(const ScoreCounts& scores);

/// All answers but at most one are of one class, and they are under `boundUnder`: not even bounds may be shown.
[[nodiscard]] bool isNearlyUnanimous(const ScoreCounts& scores);

} // namespace smiley::core
