// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/stand_memory.h"
#include "app/core/verdict.h"
#include "app/core/visit_model_chain.h"

#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <vector>

/// What was seen at each tap, and how likely that is if a visit opens with it (N) or goes on (R). g: seconds since the
/// tap before.
///
///   gap       N, arrival: λ(t) e^(−Λ), Λ the integral of λ over the gap, at most 8 (pauses that nobody modelled);
///             N, follower: LN(g; median, σ). Both times 1 / (1 + e^(−(g − 1.6)/0.12)): two people can't change places
///             faster.  R: LN(g; μ_m, σ_m).
///   presence  P(broken|N) = β by origin;  P(broken|R) = φ0 + 1 − e^(−φ1 g).  Unknown: 1.
///   agreement P(same face|N, arrival) = h = Σπ²;  P(same|N, follower) = h + c(1 − h), for groups agree;
///             P(same|R, m) = s_m.  Nothing else of the face is used.
///   ticket    of the tap before: R;  another: N;  none after a ticket: R with 0.1.  After its visit's withdrawal the
///             next tap may use it again.
///   screen    a poll's face screen: R, with a break N.  "Jeg er den næste": N is 4 times likelier, once in 20 s and
///             once per presence.
///   door      of the end after the tap before, below.
///
/// The door. An exit that belongs to a visit falls with probability d into the time after its last tap, at delay x with
/// distribution F(x) = 1/(1 + (8 s/x)^4): 2-20 s, half of them by 8 s. The 20 s after the tap are cut at the taps in
/// them: n_k passages were counted in piece k, F_k is F's growth over it. Others are expected with μ_k = background of
/// the piece + d · Σ P(visit ended at j) · F's growth over the piece, the sum over the taps j but this one. If the
/// visit ended here, its exit lies in at most one piece; the others are Poisson. Against "goes on" (whose exit belongs
/// to a later tap) the ratio is
///
///   1 − d·S + d·T,    S = Σ F_k,    T = Σ F_k · n_k / μ_k
///
/// Nobody left: about 1 − d. One left where hardly anybody does: d/μ. In a stream of people: about 1. Held within
/// e^±3.

namespace smiley::core {

/// How wide a gap is spread around its median.
struct LogNormal {
    double median = 1; ///< s
    double sigma = 1;
};

/// Everything that the model assumes or learns. The defaults are METHOD.md section 4's priors, alike for all faces.
struct ModelParameters {
    ChainRates rates{{0.80, 0.05, 0.08, 0.03, 0.04}, {0, 0.15, 0.75, 0.92, 0.15}, {0.12, 0.60}};
    PerType<LogNormal> within{{{1, 1}, {2.2, 0.6}, {0.8, 0.7}, {0.6, 0.8}, {14, 0.8}}};
    LogNormal follower{5.0, 0.50};
    PerType<double> sameWithin{0, 0.03, 0.96, 0.22, 0.75}; ///< s_m
    double sameNew = 0.26;                                 ///< h
    double groupsAgree = 0.15;                             ///< c
    std::array<double, visitOrigins> broken{0.975, 0.85};  ///< β: arrival, follower
    double falseBreak = 0.015;                             ///< φ0
    double falseBreakRate = 0.007;                         ///< φ1, per second
    double exitCounted = 0.6;                              ///< d
    std::vector<double> arrivalRate;                       ///< λ by hour of ModelDay, per second
    std::vector<double> passageRate;                       ///< of people who didn't tap, by hour, per second
};

/// A tap against the one before it, in the units of the model.
struct ModelTap {
    std::size_t index = 0; ///< in the day's taps
    double time = 0;       ///< s on the day's axis
    double gap = 0;        ///< s; 0 where it breaks
    bool breaks = true;
    bool startsStretch = false;            ///< no clock connects it with the tap before
    Presence presence = Presence::Unknown; ///< Unknown where the sensor can't be believed
    bool same = false;                     ///< the same face
    double opens = 1;                      ///< ticket and screen, if a visit opens; 0: impossible
    double goesOn = 1;                     ///< ticket and screen, if it goes on
    bool ticketUsed = false;               ///< by an earlier visit, known or not, so that a visit with it doesn't count
};

/// The visitors' taps of a day.
struct ModelDay {
    std::vector<ModelTap> taps;
    /// Hours that the day's axis has. Stretches of taps that no clock connects (another boot, a step back, a pause of
    /// over twelve hours) lie on it one behind the other, each from a full hour on.
    std::vector<double> openSeconds; ///< by hour: how much of it lies between a stretch's first and last tap
    std::vector<double> passages;    ///< by hour, where the counter is used
    bool usesPresence = false;       ///< for some tap at least
    bool usesDoors = false;
};

[[nodiscard]] inline std::size_t hourOf(double time) { return static_cast<std::size_t>(time / 3600); }

/// The taps of visitors (mode Normal), with what sensors said where they were healthy:
/// - presence: of the 20 gaps over 120 s nearest to a tap at least 80 % show a break (with fewer than 5 in the day the
///   stand's memory helps), and of the day's gaps under 1 s at most 20 %;
/// - door: V ≥ 3 and V ≥ 0.5 · (taps at least 3.5 s after another), V the day's passages.
[[nodiscard]] ModelDay modelDay(std::span<const TapView> taps, const StandMemory& before);

/// S and T of the door's formula.
struct DoorWord {
    double expected = 0; ///< S
    double seen = 0;     ///< T
};

/// By tap: what the door says if a visit ended there; nothing said where the counter was silent for at least 20 minutes
/// and 12 visits. `ended`: by tap, the probability of an end so far. Nothing if cancelled.
[[nodiscard]] std::optional<std::vector<DoorWord>> doorWords(const ModelDay& day, std::span<const TapView> taps,
                                                             const ModelParameters& parameters,
                                                             std::span<const double> ended,
                                                             const Cancelled& isCancelled);
/// 1 − d·S + d·T, within e^±3.
[[nodiscard]] double doorRatio(const DoorWord& word, double exitCounted);

/// By tap of the day. `doors`: one for each tap, or none at all.
[[nodiscard]] std::vector<TapLikelihood> likelihoods(const ModelDay& day, const ModelParameters& parameters,
                                                     std::span<const DoorWord> doors);

} // namespace smiley::core
