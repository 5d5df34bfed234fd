// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/time.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

/// The fixed periods of the tables: weeks, months and quarters that nest.
///
/// A week is an ISO 8601 week, Monday to Sunday. As a week belongs to the year that its Thursday lies in (ISO 8601), it
/// belongs to the month and the quarter that its Thursday lies in. So every month and quarter is a whole number of weeks
/// and no figure over a few days can be had by subtracting weeks from months.

namespace smiley::report {

enum class PeriodKind : std::uint8_t { Week, Month, Quarter };
[[nodiscard]] std::string_view text(PeriodKind kind); ///< "week", "month", "quarter"

struct Period {
    PeriodKind kind = PeriodKind::Week;
    std::string name; ///< "2026-W48", "2026-11", "2026-Q4"
    core::Day first;  ///< a Monday
    core::Day last;   ///< a Sunday
};

[[nodiscard]] Period weekOf(core::Day day);
[[nodiscard]] Period monthOf(core::Day day);
[[nodiscard]] Period quarterOf(core::Day day);

/// A quarter and what it is made of.
struct QuarterTree {
    Period quarter;
    std::vector<Period> months; ///< three
    std::vector<Period> weeks;  ///< 13 or 14
};
[[nodiscard]] QuarterTree quarterTree(core::Day day);

} // namespace smiley::report
