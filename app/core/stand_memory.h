// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <compare>
#include <optional>
#include <string>
#include <string_view>

/// What adjudication has learned about one stand: slow averages over days, and nothing about any visitor.
///
/// As it was at a day's start it is stored with the day, so that replaying a held day gives the closing run to the bit.

namespace smiley::core {

/// Sums with exponential forgetting (a day weighs 0.85 of the next): each rate is one divided by another. What sensor and
/// counter are worth comes from gaps so long or so short that nobody doubts whose tap it was, and visits in runs are left out.
struct StandMemory {
    double openSeconds = 0; ///< between the first and the last tap of a day
    double arrivals = 0;    ///< taps at least 3.5 s after the one before
    double passages = 0;    ///< at the door, in those seconds
    double aloneVisits = 0; ///< with nobody tapping for a minute before and after
    double aloneExits = 0;  ///< passages in the 20 s after them
    double longGaps = 0;    ///< over 120 s, with a sensor: surely another person
    double longBreaks = 0;  ///< of them with presence broken
    double queueGaps = 0;   ///< 4 to 12 s, with a sensor, at most three in a row
    double queueBreaks = 0; ///< of them with presence broken
    double sameSeconds = 0; ///< gaps under 1.8 s with the same face, with a sensor: surely the same person
    double sameBreaks = 0;  ///< of them with presence broken
    auto operator<=>(const StandMemory&) const = default;
};

/// One line of text, exact to the bit: "1" (format) and the numbers as hexadecimal floats.
[[nodiscard]] std::string textOf(const StandMemory& memory);
/// Nothing where the text is not such a line, or a number is negative or not finite.
[[nodiscard]] std::optional<StandMemory> standMemoryOf(std::string_view text);

} // namespace smiley::core
