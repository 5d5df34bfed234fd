// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/ports.h"

#include <algorithm>
#include <array>
#include <cstddef>

namespace smiley::ui {

/// Loudness of each step against the loudest, in dB. EN 301 549 V3.2.1 8.2.1.1 asks for a range of at least 18 dB,
/// 8.2.1.2 for an intermediate step 12 dB above the lowest.
inline constexpr std::array<int, core::volumeSteps> stepDecibels{-24, -18, -12, -6, 0};

/// The engine's volume (0..1) for each step. espeak-ng 1.51 limits its loudest samples and is not linear, so the gains
/// 10^(-6 * (5 - step) / 20) = 0.063, 0.126, 0.251, 0.501, 1 are not what it needs: these come from measuring what it
/// plays, and a test measures them again.
inline constexpr std::array<double, core::volumeSteps> engineVolumes{0.07, 0.12, 0.23, 0.45, 1.0};

/// The engine's volume for a step; one outside 1..core::volumeSteps is taken as the nearest.
[[nodiscard]] constexpr double engineVolume(int step)
{
    return engineVolumes[static_cast<std::size_t>(std::clamp(step, 1, core::volumeSteps) - 1)];
}

} // namespace smiley::ui
