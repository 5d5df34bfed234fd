// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cmath>
#include <numbers>

namespace smiley::core {

/// Density, per unit of x, of the log-normal distribution with this median (in the unit of x) and this standard deviation of
/// the logarithm. x, median and sigma over 0.
[[nodiscard]] inline double logNormalDensity(double x, double median, double sigma)
{
    const double z = std::log(x / median) / sigma;
    return std::exp(-z * z / 2) / (x * sigma * std::sqrt(2 * std::numbers::pi));
}

} // namespace smiley::core
