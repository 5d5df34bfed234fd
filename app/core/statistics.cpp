// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/statistics.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <cstddef>
#include <numeric>

namespace smiley::core {

namespace {

constexpr double z975 = 1.959963984540054;
/// Fewer clusters than this say nothing about how days differ.
constexpr std::uint64_t daysForVariance = 4;
constexpr double fewDaysFactor = 2.0;

double real(std::uint64_t number) { return static_cast<double>(number); }

std::uint64_t clusters(const ClusteredScores& scores)
{
    return static_cast<std::uint64_t>(
        std::count_if(scores.begin(), scores.end(), [](const auto& entry) { return answers(entry.second) > 0; }));
}

/// Variances of the mean of `value` over the answers.
Variance varianceOf(const ClusteredScores& scores, const std::array<double, 5>& value)
{
    const double n = real(answers(total(scores)));
    double sum = 0;
    for (const auto& [cluster, counts] : scores) {
        for (std::size_t i = 0; i < 5; ++i) {
            sum += value[i] * real(counts[i]);
        }
    }
    const double mean = sum / n;
    double squares = 0;
    double betweenSquares = 0;
    for (const auto& [cluster, counts] : scores) {
        double residual = 0;
        for (std::size_t i = 0; i < 5; ++i) {
            residual += (value[i] - mean) * real(counts[i]);
            squares += (value[i] - mean) * (value[i] - mean) * real(counts[i]);
        }
        betweenSquares += residual * residual;
    }
    const double days = real(clusters(scores));
    return {
        .clustered = days > 1 ? days / (days - 1) * betweenSquares / (n * n) : 0,
        .independent = n > 1 ? squares / (n - 1) / n : 0,
    };
}

constexpr std::array<double, 5> scoreValues{1, 2, 3, 4, 5};

double designEffect(const ClusteredScores& scores, const Variance& variance)
{
    if (clusters(scores) < daysForVariance) {
        return std::min(fewDaysFactor, real(answers(total(scores))));
    }
    if (variance.independent <= 0) {
        return 1;
    }
    return std::clamp(variance.clustered / variance.independent, 1.0, real(answers(total(scores))));
}

} // namespace

ScoreCounts total(const ClusteredScores& scores)
{
    ScoreCounts sum{};
    for (const auto& [cluster, counts] : scores) {
        for (std::size_t i = 0; i < 5; ++i) {
            sum[i] += counts[i];
        }
    }
    return sum;
}

std::uint64_t answers(const ScoreCounts& scores) { return std::accumulate(scores.begin(), scores.end(), 0ULL); }

std::optional<MeanEstimate> meanOf(const ClusteredScores& scores, double counting)
{
    const ScoreCounts counts = total(scores);
    const std::uint64_t n = answers(counts);
    if (n == 0) {
        return std::nullopt;
    }
    MeanEstimate estimate;
    estimate.n = n;
    estimate.days = clusters(scores);
    estimate.fewDays = estimate.days < daysForVariance;
    double sum = 0;
    for (std::size_t i = 0; i < 5; ++i) {
        sum += scoreValues[i] * real(counts[i]);
    }
    estimate.mean = sum / real(n);

    const Variance variance = varianceOf(scores, scoreValues);
    if (std::count(counts.begin(), counts.end(), 0U) == 4) {
        const double share = wilson(real(n), real(n), designEffect(scores, variance)).low;
        estimate.interval = {share * estimate.mean + (1 - share) * 1, share * estimate.mean + (1 - share) * 5};
    } else {
        const double used = estimate.fewDays ? fewDaysFactor * variance.independent
                                             : std::max(variance.clustered, variance.independent);
        const double half =
            studentQuantile(estimate.fewDays ? daysForVariance - 1 : estimate.days - 1) * std::sqrt(used + counting);
        estimate.interval = {std::max(1.0, estimate.mean - half), std::min(5.0, estimate.mean + half)};
    }
    const double halfWidth = (estimate.interval.high - estimate.interval.low) / 2;
    estimate.decimals = halfWidth < 0.05 ? 2 : 1;
    return estimate;
}

std::optional<ShareEstimate> shareOf(const ClusteredScores& scores, unsigned scoreBits, double counting)
{
    const ScoreCounts counts = total(scores);
    const std::uint64_t n = answers(counts);
    if (n == 0) {
        return std::nullopt;
    }
    std::array<double, 5> value{};
    std::uint64_t count = 0;
    for (std::size_t i = 0; i < 5; ++i) {
        if ((scoreBits >> i & 1U) != 0) {
            value[i] = 1;
            count += counts[i];
        }
    }
    const bool extreme = count == 0 || count == n;
    const double share = real(count) / real(n);
    double deff = designEffect(scores, varianceOf(scores, extreme ? scoreValues : value));
    if (!extreme) {
        deff += counting * real(n) / (share * (1 - share)); // n/deff answers have both variances together
    }
    return ShareEstimate{share, wilson(real(count), real(n), deff)};
}

Interval wilson(double count, double n, double deff)
{
    assert(n > 0 && deff >= 1);
    const double effective = n / deff;
    const double p = count / n;
    const double zz = z975 * z975;
    const double middle = p + zz / (2 * effective);
    const double half = z975 * std::sqrt(p * (1 - p) / effective + zz / (4 * effective * effective));
    const double divisor = 1 + zz / effective;
    // The exact ends, free of rounding.
    return {count <= 0 ? 0 : std::max(0.0, (middle - half) / divisor),
            count >= n ? 1 : std::min(1.0, (middle + half) / divisor)};
}

double studentQuantile(std::uint64_t degrees)
{
    static constexpr std::array<double, 30> table{12.7062, 4.3027, 3.1824, 2.7764, 2.5706, 2.4469, 2.3646, 2.3060,
                                                  2.2622,  2.2281, 2.2010, 2.1788, 2.1604, 2.1448, 2.1314, 2.1199,
                                                  2.1098,  2.1009, 2.0930, 2.0860, 2.0796, 2.0739, 2.0687, 2.0639,
                                                  2.0595,  2.0555, 2.0518, 2.0484, 2.0452, 2.0423};
    assert(degrees >= 1);
    if (degrees <= table.size()) {
        return table[degrees - 1];
    }
    const double v = real(degrees);
    const double z = z975;
    const double z3 = z * z * z;
    const double z5 = z3 * z * z;
    return z + (z3 + z) / (4 * v) + (5 * z5 + 16 * z3 + 3 * z) / (96 * v * v);
}

std::vector<int> roundedPercents(const std::vector<std::uint64_t>& counts)
{
    const std::uint64_t n = std::accumulate(counts.begin(), counts.end(), std::uint64_t{0});
    std::vector<int> percents(counts.size(), 0);
    if (n == 0) {
        return percents;
    }
    std::vector<std::size_t> order(counts.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    int given = 0;
    for (std::size_t i = 0; i < counts.size(); ++i) {
        percents[i] = static_cast<int>(counts[i] * 100 / n);
        given += percents[i];
    }
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return counts[a] * 100 % n > counts[b] * 100 % n; });
    for (std::size_t i = 0; given < 100; ++i, ++given) {
        ++percents[order[i]];
    }
    return percents;
}

} // namespace smiley::core
