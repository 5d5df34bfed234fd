// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/policy.h"
#include "app/core/stand_memory.h"
#include "app/core/verdict.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <vector>

/// The model run of a closed day (METHOD.md section 4): what the headline rule decides, with probabilities, so that the
/// figures know how unsure the counting itself is.
///
/// 1. What was seen at each tap becomes likelihoods: gap, presence, agreement, ticket, screen, door
///    (visit_model_day.h).
/// 2. A hidden chain over visits and their types is learned from the day (visit_model_chain.h, visit_model_learn.h).
/// 3. The likeliest path is the point segmentation.
/// 4. M = 30 imputations: each jitters the parameters (normal, sd 0.4 on the log scale for shares and rates, 0.5 on the
///    logit scale for probabilities, 0.2 on the log scale for medians of gaps), filters again, draws a path from the
///    last tap back, leaves out the visits that don't count, and recomputes every statistic. The variance between them
///    is B of T = W + (1 + 1/M) B (Rubin 1987), W the sampling variance of METHOD.md section 6.
///
/// Visits that don't count: withdrawn ones, those with a ticket that an earlier visit used, play (type Play, at least 5
/// taps, at least 3 faces), and implausible runs (runs.h, if the rule excludes them; the onset is jittered with sd 1.5
/// on the log scale; without a door counter none where they would be more than the rule's breaker allows). Taps of
/// staff, cleaning, test and closed hours are not in the model at all; they break the chain, as do another boot, a step
/// back in time, a pause of twelve hours, and a withdrawal.
///
/// Time and memory are linear in the taps: about 600 bytes a tap, and 10 ms for a thousand taps in release.

namespace smiley::core {

inline constexpr std::size_t modelDraws = 30; ///< M

/// Of a statistic over the draws.
struct DrawSpread {
    double mean = 0;
    double variance = 0; ///< between the draws, B (divisor M − 1)
};

/// The point segmentation of one tap.
struct PointTap {
    std::uint64_t visit = 0; ///< number of the visit's first tap; 0: not in the model
    bool counts = false;     ///< it is its visit's last tap, and the visit counts
    double opens = 0;        ///< probability that it opened a visit
};

struct ModelRun {
    std::size_t draws = 0; ///< M; 0 on a day without a visitor's tap
    DrawSpread visits;
    std::array<double, 5> faces{}; ///< mean counted answers by face, index 0 = VeryBad
    /// Between the draws, of counted answers by face: the variance on the diagonal.
    std::array<std::array<double, 5>, 5> faceCovariance{};
    // Over the draws in which any visit counted; 0 if there are none.
    DrawSpread mean;   ///< of the score, 1..5
    DrawSpread red;    ///< share of 1-2
    DrawSpread yellow; ///< share of 3
    DrawSpread green;  ///< share of 4-5

    std::vector<PointTap> point; ///< one per tap, in their order
    bool usesPresence = false;   ///< the presence sensor was there and healthy, at least for a part of the day
    bool usesDoors = false;      ///< the door counter likewise
};

/// Runs the model over a closed day. `taps`: one stand's, in the journal's order; `before`: what was known of the stand
/// at the day's start; `rule`: of the policy in force, for its runs. The same input and seed give the same result to
/// the bit on the same build.
///
/// `isCancelled` is asked at least every few milliseconds; once it says true the run returns nothing. Any thread.
[[nodiscard]] std::optional<ModelRun> runModel(std::span<const TapView> taps, const StandMemory& before,
                                               std::uint64_t seed, const std::function<bool()>& isCancelled = {},
                                               const VisitRule& rule = {});

} // namespace smiley::core
