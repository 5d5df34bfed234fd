// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/event.h"
#include "app/core/settings.h"
#include "app/core/stand_memory.h"
#include "app/core/stand_mode.h"
#include "app/core/time.h"
#include "app/store/store.h"
#include "sync/outbox/day_content.h"
#include "sync/outbox/policies.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <vector>

/// From the journal's rows to closed days. Pure: no clock, no file.
///
/// Which day a row belongs to
///   - by its own wall clock; where that is worth nothing (quality None) by the monotonic clock's distance to a reading of
///     the same boot that is worth something, the present one included. Never across boots.
///   - a row that can't be dated so goes with the row after it.
///   - what belongs to a visit that began before midnight belongs to the visit's day.
///   - days never go back: a clock that stepped back doesn't open a day again. A row of a day that hasn't come yet goes with
///     the row after it. Rows that come to another day than their own clock says have no hour.
///
/// When a day is over
///   - at the first look after local midnight (Europe/Copenhagen). Days without rows are closed too.
///   - while the clock is worth nothing: when the oldest open row of this boot is `undatedMs` old by the monotonic clock,
///     everything open becomes one day, which follows the last closed one and counts in totals only.

namespace smiley::outbox {

/// 24 h, and the seven days that a day waits for a clock (README.md).
inline constexpr std::int64_t undatedMs = (24 + 7 * 24) * std::int64_t{3'600'000};

/// A clock that nobody vouches for (Set) and that is further ahead of what was closed than this is taken for None: else one
/// glitch to another year would close all years up to it.
inline constexpr int leapDaysMax = 400;

/// A reading that is worth something: anchored, or set and not further ahead than `latest`.
[[nodiscard]] bool isGood(const core::Now& at, core::Day latest);
/// The last day that a clock is believed which is only set. `reference`: the last closed day.
[[nodiscard]] core::Day latestAfter(core::Day reference);

/// When a row was written, as far as anybody can tell.
struct Dated {
    std::optional<core::WallMs> wall;
    core::ClockQuality quality = core::ClockQuality::None; ///< of the reading that dates it
};

/// Rows of one day, or of what can't be told apart by days.
struct DayRows {
    core::Day day;
    std::span<const core::Row> rows;                     ///< of the day
    core::StandMode mode;                                ///< at its first row: a period may still be open
    std::vector<Dated> dated;                            ///< one per row of `rows`
    core::ClockQuality clock = core::ClockQuality::None; ///< what says that the day is over
};

/// The days that are over and not closed, oldest first. `rows`: all that the journal holds. Empty: nothing to do.
/// Spans point into `rows`.
[[nodiscard]] std::vector<DayRows> daysThatAreOver(std::span<const core::Row> rows,
                                                   const std::optional<store::ClosedDay>& lastClosed,
                                                   const core::Now& now);

/// The day's taps as a policy sees them.
[[nodiscard]] std::vector<core::TapView> tapsOf(const DayRows& day, const core::StandSettings& settings);

/// What a day is adjudicated with.
struct DayRules {
    DayPolicies policies{headlinePolicy(false), std::nullopt, {}};
    core::StandMemory memory; ///< at the day's start
    /// Asked while the model runs: true ends it, and the day is closed without. Empty: no model.
    std::function<bool()> modelIsCancelled = [] { return false; };
};

struct ClosedContent {
    DayContent content;
    core::StandMemory after; ///< for the next day
};

/// Adjudicates a day and takes the exact times and the order out. The same rows, settings and rules give the same to the
/// bit.
[[nodiscard]] ClosedContent contentOf(const DayRows& day, const core::StandSettings& settings,
                                      const DayRules& rules = {});

} // namespace smiley::outbox
