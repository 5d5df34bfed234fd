// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace smiley::core {

/// Milliseconds of a clock that never steps and runs through suspend (CLOCK_BOOTTIME). It measures; only comparable
/// within one boot of the machine.
enum class MonotonicMs : std::int64_t {};
/// Milliseconds since 1970-01-01T00:00:00Z. It only labels.
enum class WallMs : std::int64_t {};

[[nodiscard]] constexpr std::int64_t count(MonotonicMs time) { return static_cast<std::int64_t>(time); }
[[nodiscard]] constexpr std::int64_t count(WallMs time) { return static_cast<std::int64_t>(time); }

/// How far the wall clock can be believed.
enum class ClockQuality : std::uint8_t {
    None,     ///< before the program was built, or unreadable: labels nothing
    Set,      ///< plausible, but nobody vouches for it
    Anchored, ///< synchronised by the system, or by the centre's signed answer
};

/// One reading of both clocks.
struct Now {
    MonotonicMs monotonic{};
    WallMs wall{};
    ClockQuality quality = ClockQuality::None;
};

/// A civil day in Europe/Copenhagen.
struct Day {
    std::chrono::sys_days date{};

    /// "2026-11-22".
    [[nodiscard]] std::string text() const;
    /// The day, or nothing where `text` is not an existing YYYY-MM-DD.
    [[nodiscard]] static std::optional<Day> parse(std::string_view text);
    [[nodiscard]] Day next() const { return {date + std::chrono::days{1}}; }
    [[nodiscard]] int daysSince(Day other) const { return static_cast<int>((date - other.date).count()); }
    auto operator<=>(const Day&) const = default;
};

/// Local time of Europe/Copenhagen: UTC+1, and UTC+2 from the last Sunday of March 01:00 UTC to the last Sunday of
/// October 01:00 UTC (Directive 2000/84/EC). Pure, so that closing a day is the same on every machine; a test compares
/// it with the time zone database.
struct LocalTime {
    Day day;
    int minuteOfDay = 0; ///< 0..1439, as a clock on the wall shows it
};
[[nodiscard]] LocalTime localTime(WallMs wall);
/// The first instant of the day.
[[nodiscard]] WallMs startOf(Day day);

} // namespace smiley::core
