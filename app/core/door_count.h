// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/day_figures.h"
#include "app/core/policy.h"
#include "app/core/verdict.h"
#include "app/core/visit_odds.h"

#include <cstddef>
#include <span>
#include <vector>

/// How many people walked out: taps that follow each other closely are held against the door's count.
///
/// An episode is a stretch of taps with less than `episodeMs` between them. If K people tapped in it, then until 20 s after
/// its last tap (or the next tap) the door should have counted
///
///   T ~ Binomial(K, exits) + Poisson(others)
///
/// where `others` are those who pass without tapping, and who tapped before and are on their way. Of all numbers K the
/// one with the greatest sum of the K−1 best odds for a new visit and ln P(T | K) is taken.
///
/// After a longer pause it speaks for a new visit that somebody walked out in the meantime.

namespace smiley::core {

/// What is decided of a tap, and what the door says about its episode.
struct Decision {
    bool isNew = true;
    /// P(the door's count | nobody of the episode walked out) / P(it | they did), per visit: over 1 where visits are without
    /// visitors. 1 where the door says nothing.
    float nobodyLeft = 1;
};

/// Decides every tap of a day. `odds[i]` is of `taps[i]`; its evidence gets what the door says.
[[nodiscard]] std::vector<Decision> decide(const VisitRule& rule, const DayFigures& figures,
                                           std::span<const TapView> taps, std::span<TapOdds> odds);

} // namespace smiley::core
