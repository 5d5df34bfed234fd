// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/time.h"

#include <array>
#include <compare>
#include <cstdint>
#include <map>
#include <optional>
#include <vector>

/// Means and shares of answers on a scale 1..5, with 95 % intervals (METHOD.md 6.1, 6.2). Pure.
///
/// Days differ more than chance makes them, so the variance is taken between days, not between answers. A visit whose
/// block is an hour, half a day or a day is of that day; the visits of a block of several days (a stand with fewer than
/// five visits a day) make one cluster together: fewer clusters, wider intervals, never narrower.

namespace smiley::core {

/// The day of an answer, or the days among which it lies.
struct Cluster {
    Day first;
    Day last;
    auto operator<=>(const Cluster&) const = default;
};

/// Answers by score, index 0 = score 1.
using ScoreCounts = std::array<std::uint64_t, 5>;
using ClusteredScores = std::map<Cluster, ScoreCounts>;

[[nodiscard]] ScoreCounts total(const ClusteredScores& scores);
[[nodiscard]] std::uint64_t answers(const ScoreCounts& scores);

struct Interval {
    double low = 0;
    double high = 0;
};

/// Variances of an estimate: between clusters (linearised, with D/(D-1)) and as if answers were independent.
struct Variance {
    double clustered = 0;
    double independent = 0;
};

struct MeanEstimate {
    std::uint64_t n = 0;
    std::uint64_t days = 0; ///< clusters
    double mean = 0;
    Interval interval;    ///< 95 %, inside 1..5
    bool fewDays = false; ///< under four: the variance is doubled (METHOD.md 6.1)
    int decimals = 1;     ///< two only where the half width is under 0.05
};

/// The mean and its 95 % interval; nothing for n = 0.
///
/// Half width t(D-1; 0.975) · sqrt(max(clustered, independent)) (linearised cluster variance: Wolter 2007, ch. 6;
/// Cochran 1977, ch. 9). D < 4: t(3) · sqrt(2 · independent). All answers equal: from the Wilson bound of their share,
/// the rest put at either end of the scale, never ±0. `counting`: (1 + 1/M)·B of the mean, how unsure the counting itself
/// is (Rubin 1987; METHOD.md 6.1); it is added to the variance.
[[nodiscard]] std::optional<MeanEstimate> meanOf(const ClusteredScores& scores, double counting = 0);

/// A share of 0..1 and its 95 % interval (Wilson 1927) with n/deff effective answers.
struct ShareEstimate {
    double share = 0;
    Interval interval;
};

/// The share of answers whose score is in `scores` (bit 0 = score 1); nothing for n = 0.
///
/// deff = max(1, clustered/independent) of the 0/1 variable, at most n; where the share is 0 or 1, that of the mean; where
/// there are fewer than four days, 2. `counting`, (1 + 1/M)·B of the share, makes the effective answers fewer, where the
/// share is neither 0 nor 1.
[[nodiscard]] std::optional<ShareEstimate> shareOf(const ClusteredScores& answers, unsigned scoreBits,
                                                   double counting = 0);

/// Wilson's interval for `count` of `n` with a design effect (Wilson 1927; effective n as in Korn and Graubard 1998).
[[nodiscard]] Interval wilson(double count, double n, double deff = 1.0);

/// 97.5 % quantile of Student's t: tables to 30 degrees of freedom, above by Abramowitz and Stegun 1964, 26.7.5
/// (error under 0.0001).
[[nodiscard]] double studentQuantile(std::uint64_t degrees);

/// Whole percents that add up to 100 (largest remainder; equal remainders to the earlier class). All 0 for n = 0.
[[nodiscard]] std::vector<int> roundedPercents(const std::vector<std::uint64_t>& counts);

} // namespace smiley::core
