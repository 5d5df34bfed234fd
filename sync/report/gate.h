// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/small_numbers.h"
#include "app/core/statistics.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

/// The one gate for small numbers (METHOD.md 6.12). What leaves the centre, but the rows packages, passes here.
///
/// A figure is over a *node*: one place (a site or the whole municipality) in one period (week, month or quarter; they
/// nest, periods.h). What may be shown of a node, by level:
///
///   Count    how many answers                            from 10
///   Three    mean (one decimal), green, yellow, red      from 10; not where under 20 answers are all alike but one
///   Five     the five classes                            from 20
///   Reasons  the options of a reason question            from 30, per quarter
///
/// Where a stand has promised its visitors that figures are shown from more answers, that number is the floor of every set
/// that has an answer of it, if it is larger: of two promises the larger.
///
/// A node that may be shown by itself is still held back where it, with all that was published before (other places,
/// other periods, the same figure as of an earlier night), would let somebody work out a set of cells that may not be
/// shown: a node is published only if afterwards every cell and node under the floor has a feasible interval at least as
/// wide as the floor. Nodes are taken in this order: the municipality before its sites, long periods before short ones,
/// many answers before few. So where one site must stay hidden, its smallest neighbour is hidden with it.
///
/// What was published is never taken back: who has seen it, has seen it.

namespace smiley::report {

inline constexpr std::uint64_t reasonsFrom = 30;

enum class Level : std::uint8_t { Count, Three, Five, Reasons };
[[nodiscard]] std::uint64_t floorOf(Level level, std::uint64_t promise = core::showFrom);

/// Answers of one site in one week that became known in one night.
struct GateCell {
    std::size_t site = 0;
    std::size_t week = 0;
    std::uint64_t night = 0; ///< the first in which they could be published
    std::uint64_t n = 0;
    core::ScoreCounts scores{};             ///< only Three looks at them
    std::uint64_t promise = core::showFrom; ///< figures are shown from so many answers, as their visitors were told
};

struct GateNode {
    std::optional<std::size_t> site; ///< nothing: the municipality
    std::size_t firstWeek = 0;
    std::size_t lastWeek = 0;
    std::uint64_t readyNight = 0; ///< its period has ended and is complete enough
};

/// Per node the nights as of which it was published, rising; the last is what is shown.
using Release = std::vector<std::vector<std::uint64_t>>;

/// What the gate lets through at one level, night after night. Where `before` is given (a release of the level below), a
/// node is shown only as of a night in which it was shown there too.
[[nodiscard]] Release release(Level level, const std::vector<GateCell>& cells, const std::vector<GateNode>& nodes,
                              const Release* before = nullptr);

/// Whether the cell stands in the node as of that night.
[[nodiscard]] bool contains(const GateNode& node, const GateCell& cell, std::uint64_t night);

/// Whether a set of this content may be shown by itself.
[[nodiscard]] bool mayShow(Level level, std::uint64_t n, const core::ScoreCounts& scores,
                           std::uint64_t promise = core::showFrom);

} // namespace smiley::report
