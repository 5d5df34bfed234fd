// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/day_figures.h"
#include "app/core/policy.h"
#include "app/core/time.h"

#include <cstdint>
#include <span>
#include <vector>

/// L4: somebody who presses one face again and again, over minutes, stepping aside between the presses.
///
/// For each face and each of three paces ν (presses per second) a hidden Markov model with two states: ordinary visits (λ per
/// second), or those and a pusher's presses besides. A visit with gap Δt, face f and the door's word D (`nobodyLeft`) has
/// under the pusher of face c the likelihood ratio
///
///   L = exp(−νΔt)·(1 + r),   r = (ν/λ)·D·P(f | pusher of c) / P(f | visitor)
///
/// and the probability that it is the pusher's is P(pusher there)·r/(1+r), by forward-backward over the day. The second
/// factor has one value for the pusher's own face and one for all others, whichever they are: what makes a run implausible is
/// visits that nobody walks away from, not that they agree.

namespace smiley::core {

struct RunVisit {
    MonotonicMs first{}; ///< its first tap
    std::uint32_t boot = 0;
    Face face = Face::InBetween;
    float nobodyLeft = 1; ///< Decision::nobodyLeft
};

/// The visits of a day that are a pusher's, true for each.
[[nodiscard]] std::vector<bool> implausibleRuns(const VisitRule& rule, const DayFigures& figures,
                                                std::span<const RunVisit> visits);

} // namespace smiley::core
