// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/citizens/interval.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace smiley::citizens {

namespace {

constexpr double z95 = 1.959964;

/// The 97.5 % quantile of Student's t (Cornish-Fisher, Hill 1970; exact to 0.003 from 3 degrees of freedom on).
double t95(double freedom)
{
    const double z2 = z95 * z95;
    const double g1 = (z2 + 1) * z95 / 4;
    const double g2 = ((5 * z2 + 16) * z2 + 3) * z95 / 96;
    const double g3 = (((3 * z2 + 19) * z2 + 17) * z2 - 15) * z95 / 384;
    const double g4 = ((((79 * z2 + 776) * z2 + 1482) * z2 - 1920) * z2 - 945) * z95 / 92160;
    return z95 + (g1 + (g2 + (g3 + g4 / freedom) / freedom) / freedom) / freedom;
}

} // namespace

Interval meanInterval(std::span<const DayAnswers> days, double modelVariance)
{
    double n = 0;
    double sum = 0;
    double squares = 0;
    double clusters = 0;
    for (const DayAnswers& day : days) {
        double ofDay = 0;
        for (std::size_t face = 0; face < 5; ++face) {
            const auto answers = static_cast<double>(day[face]);
            const auto value = static_cast<double>(face + 1);
            ofDay += answers;
            sum += value * answers;
            squares += value * value * answers;
        }
        n += ofDay;
        clusters += ofDay > 0 ? 1 : 0;
    }
    if (n < 2) {
        return {};
    }
    const double mean = sum / n;
    const double s2 = std::max(0.0, (squares - n * mean * mean) / (n - 1));
    if (s2 == 0) { // all the same: at worst the others, as many as Wilson's bound allows, had the farthest face
        const double other = z95 * z95 / (n + z95 * z95);
        return {mean - other * (mean - 1), mean + other * (5 - mean)};
    }
    const double independent = s2 / n;
    double clustered = 0;
    for (const DayAnswers& day : days) {
        double e = 0;
        for (std::size_t face = 0; face < 5; ++face) {
            e += static_cast<double>(day[face]) * (static_cast<double>(face + 1) - mean);
        }
        clustered += e * e;
    }
    clustered *= clusters > 1 ? clusters / (clusters - 1) / (n * n) : 0;
    const bool fewDays = clusters < 4;
    const double v = fewDays ? 2 * independent : std::max(clustered, independent);
    const double half = t95(fewDays ? 3 : clusters - 1) * std::sqrt(v + modelVariance);
    return {std::max(1.0, mean - half), std::min(5.0, mean + half)};
}

} // namespace smiley::citizens
