// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <compare>
#include <optional>
#include <string>
#include <string_view>

/// What adjudication has learned about one stand: slow averages over days, and nothing about any visitor.
///
/// As it was at a day's start it is stored with the day, so that replaying a held day gives the closing run to the bit.

namespace smiley::core {

struct StandMemory {
    // Sums with exponential forgetting; each rate is a sum divided by another.
    double days = 0;            ///< days seen
    double openSeconds = 0;     ///< between the first and the last tap
    double visits = 0;          ///< counted
    std::array<double, 5> faces{}; ///< counted, by face; index 0 = VeryBad
    double passages = 0;        ///< at the door
    double aloneVisits = 0;     ///< visits with nobody near before and after: what door and sensor are measured by
    double aloneExits = 0;      ///< passages in the 20 s after them
    double longGaps = 0;        ///< gaps over 120 s with a sensor
    double longBreaks = 0;      ///< of them with presence broken
    double shortGaps = 0;       ///< gaps under 1 s with a sensor
    double shortBreaks = 0;     ///< of them with presence broken
    auto operator<=>(const StandMemory&) const = default;
};

/// One line of text, exact to the bit: "1" (format) and the numbers as hexadecimal floats.
[[nodiscard]] std::string textOf(const StandMemory& memory);
/// Nothing where the text is not such a line, or a number is negative or not finite.
[[nodiscard]] std::optional<StandMemory> standMemoryOf(std::string_view text);

} // namespace smiley::core
