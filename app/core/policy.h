// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>

/// Counting policies: data, not code. The parameters are those of METHOD section 3.

namespace smiley::core {

/// What "Jeg er den næste" is worth without presence break or door count (METHOD 3: a claim, not a verdict).
enum class Claims : std::uint8_t {
    Never,
    Sparingly, ///< at most one in `claimEveryMs` and one per presence
    Always,
};

/// The parameters of METHOD section 3, table "Parameters", in milliseconds: those of `headline`.
struct VisitRule {
    std::int64_t tooSoonMs = 1500;         ///< L1
    std::int64_t sameBrokenMs = 1800;      ///< L2, b = 1
    std::int64_t sameContinuousMs = 30000; ///< L2, b = 0
    std::int64_t sameQueueMs = 3500;       ///< L2, b = 0, queue mode and another choice
    std::int64_t sameNoSensorMs = 3500;    ///< L0 after a ticket, and L2, b = -1
    std::int64_t queueGapMs = 12000;
    Claims claims = Claims::Sparingly;
    std::int64_t claimEveryMs = 20000;
    auto operator<=>(const VisitRule&) const = default;
};

/// Counts a tap when at least `ms` have passed since the last counted tap; its face is that tap's.
struct FixedWindow {
    std::int64_t ms = 5000;
    auto operator<=>(const FixedWindow&) const = default;
};

/// Counts every tap.
struct EveryTap {
    auto operator<=>(const EveryTap&) const = default;
};

struct Policy {
    std::string name; ///< "raw", "window:5", "strict", "headline", "loose"
    std::variant<EveryTap, FixedWindow, VisitRule> rule;

    /// A standard policy by its name, or nothing. `window:W` takes W = 1..3600 seconds.
    [[nodiscard]] static std::optional<Policy> named(std::string_view name);
    /// Those whose tallies every envelope carries: raw, window:5|10|15|30|60|120, strict, headline, loose.
    [[nodiscard]] static std::span<const std::string_view> standardNames();
    auto operator<=>(const Policy&) const = default;
};

} // namespace smiley::core
