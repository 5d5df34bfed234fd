// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/ports.h"

#include <cstdint>
#include <string>
#include <string_view>

/// Which PINs staff may have. Here, because the centre draws the first one and the stand takes the next.

namespace smiley::core {

inline constexpr int pinDigitsMin = 6;
inline constexpr int pinDigitsMax = 10;
inline constexpr int pinDigitsDefault = 8;

enum class PinForm : std::uint8_t {
    Good,
    NotDigits,
    TooShort,
    TooLong,
    Common, ///< among the first that anybody would try
};

/// What a PIN is like. Instead of a list of the 3,000 most used, rules that hold these for every length and a good deal
/// more (about one PIN of eight digits in thirty-five):
///
/// - two different digits at most; one digit more than half of the way; pairs all along (11223344); palindromes;
/// - a group that repeats (12341234, 12312312);
/// - steps of one size, also with one step that is off (12345678, 86420864, 12345670), and two such halves (12348765);
/// - dates of 1900-2099, written ddmmyy, mmddyy, yymmdd, with yyyy, dmmyyyy, mmyyyy, yyyymm; two years; a civil registration
///   number (ten digits that begin with ddmmyy);
/// - a walk over neighbouring keys of the key pad (14789632), and its rows, columns and diagonals (147258369, 15935700);
/// - a few known ones (pi, e, Fibonacci's numbers).
[[nodiscard]] PinForm formOfPin(std::string_view pin);

/// A PIN that is not common, every other one as likely. `digits` is pinDigitsMin..pinDigitsMax.
[[nodiscard]] std::string drawPin(Random& random, int digits = pinDigitsDefault);

} // namespace smiley::core
