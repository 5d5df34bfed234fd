// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/visit_model_random.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <vector>

/// The hidden chain of the model run (METHOD.md section 4): which taps open a visit, and of what type each visit is.
///
/// State after a tap: the visit's type m, whether the tap was the visit's first, and how the visit came: by itself
/// (`arrival`) or right behind the one before (`follower`: a queue, a group). From one tap to the next either
///
///   N  the visit ended and a new one opens: (1 − κ) · d · q(o'|o) · w_m' · e_o'
///   R  the same visit goes on:              κ · e_m
///
/// κ: another tap in this visit. A visit of one tap is Single; the other types have at least two (κ = 1 after the
/// first), after that κ_m. q: whether a follower comes, likelier behind a follower. d: what the door says of an end
/// after the earlier tap. e_o', e_m: the likelihoods of gap, presence, agreement, ticket, screen (visit_model_day.h).
/// At the end of the day and before a break (another boot or mode, a withdrawal) the visit has ended: 1 − κ.

namespace smiley::core {

enum class VisitType : std::uint8_t { Single, Correction, Repeats, Play, Lingering };
inline constexpr std::size_t visitTypes = 5;
template <class T>
using PerType = std::array<T, visitTypes>; ///< in the order of VisitType

enum class VisitOrigin : std::uint8_t { Arrival, Follower };
inline constexpr std::size_t visitOrigins = 2;

/// Of a tap: origin, first tap or later, type.
struct ChainState {
    VisitType type = VisitType::Single;
    bool first = true;
    VisitOrigin origin = VisitOrigin::Arrival;
    auto operator<=>(const ChainState&) const = default;
};
inline constexpr std::size_t chainStates = visitTypes * 2 * visitOrigins;
template <class T>
using PerState = std::array<T, chainStates>;
[[nodiscard]] constexpr std::size_t indexOf(ChainState state)
{
    return ((static_cast<std::size_t>(state.origin) * 2) + (state.first ? 0 : 1)) * visitTypes +
           static_cast<std::size_t>(state.type);
}
[[nodiscard]] constexpr ChainState chainState(std::size_t index)
{
    return {static_cast<VisitType>(index % visitTypes), (index / visitTypes) % 2 == 0,
            static_cast<VisitOrigin>(index / (2 * visitTypes))};
}

/// The probabilities that drive the chain.
struct ChainRates {
    PerType<double> share{};                   ///< w: of visits; adds up to 1
    PerType<double> again{};                   ///< κ after a later tap; after the first it is 0 (Single) or 1
    std::array<double, visitOrigins> follow{}; ///< q: a visit of this origin is followed by a follower
};

/// The likelihoods of what was seen at one tap, up to a factor that all of them share.
struct TapLikelihood {
    bool breaks = true; ///< a new visit opens here whatever was seen; the others are not looked at
    std::array<double, visitOrigins> opens{}; ///< a new visit of this origin; the door's word included
    PerType<double> goesOn{};                 ///< the same visit, by its type
};

/// What the chain knows after all the taps.
struct Smoothed {
    std::vector<PerState<double>> state; ///< by tap; adds up to 1
    /// Expected number of visits by origin (first index) that were followed, without a break, by one of that origin.
    std::array<std::array<double, visitOrigins>, visitOrigins> followed{};

    [[nodiscard]] double opens(std::size_t tap) const; ///< the probability that a visit opens with it
};

/// Asked again and again during long work, once for so many taps (about 0.1 ms): "stop?".
using Cancelled = std::function<bool()>;
inline constexpr std::size_t tapsBetweenQuestions = 256;

/// The probabilities of the states at each tap given the taps up to it; each adds up to 1. Nothing if cancelled.
[[nodiscard]] std::optional<std::vector<PerState<double>>>
filterChain(const ChainRates& rates, std::span<const TapLikelihood> taps, const Cancelled& isCancelled);
/// The probabilities given all taps (Baum and others 1970). Nothing if cancelled.
[[nodiscard]] std::optional<Smoothed> smoothChain(const ChainRates& rates, std::span<const TapLikelihood> taps,
                                                  const Cancelled& isCancelled);
/// The likeliest sequence of states (Viterbi 1967). Nothing if cancelled.
[[nodiscard]] std::optional<std::vector<ChainState>>
likeliestChain(const ChainRates& rates, std::span<const TapLikelihood> taps, const Cancelled& isCancelled);
/// A sequence of states drawn by its probability, from the last tap back. Nothing if cancelled.
[[nodiscard]] std::optional<std::vector<ChainState>> drawChain(const ChainRates& rates,
                                                               std::span<const TapLikelihood> taps, ModelRandom& random,
                                                               const Cancelled& isCancelled);

} // namespace smiley::core
