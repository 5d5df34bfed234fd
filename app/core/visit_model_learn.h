// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/stand_memory.h"
#include "app/core/visit_model_day.h"

#include <optional>
#include <vector>

/// What a day teaches the model: expectation-maximisation (Dempster, Laird and Rubin 1977) with pseudo-counts, four
/// rounds. The expectation is exact (the smoother), not by drawn paths: the same without their noise.
///
///   w    (200 w0 + visits of the type) / all
///   κ_m  30 pseudo-taps
///   q    20 pseudo-visits for each origin
///   β    60 pseudo-visits for each origin, at the default drawn to the memory's share of breaks (20 long gaps, 60
///        queue gaps)
///   φ0   Beta(2, 130), from gaps under 4 s;  φ1  300 pseudo-seconds, from gaps of 4 s and more
///   λ    by hour, drawn to the mean like 635 s of it (15 % of a full hour); the mean has the stand's memory as 1800 s
///   h    Σπ² of the answers, 20 pseudo-visits at 0.26
///   d    30 pseudo-visits at the memory's (aloneExits/aloneVisits less what others leave), or 10 at 0.6
///   background   by hour: (passages − d · visits)+, drawn to the mean like λ
///
/// No pseudo-count knows a face.

namespace smiley::core {

struct Learned {
    ModelParameters parameters;
    std::vector<DoorWord> doors; ///< by tap of the day; none without a counter
    std::vector<double> opens;   ///< by tap: the probability that a visit opens with it
};

/// What is believed before the day's first tap.
[[nodiscard]] ModelParameters priorParameters(const ModelDay& day, const StandMemory& before,
                                              ModelParameters defaults = {});

/// Learns from the day. Nothing if cancelled.
[[nodiscard]] std::optional<Learned> learnDay(const ModelDay& day, std::span<const TapView> taps,
                                              const StandMemory& before, const Cancelled& isCancelled,
                                              const ModelParameters& defaults = {});

} // namespace smiley::core
