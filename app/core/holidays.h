// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/time.h"

#include <string>
#include <utility>
#include <vector>

/// The public holidays of Denmark (helligdage): the days of the national church that offices are closed on. Store bededag was
/// one until 2023 (lov nr. 214 af 6. marts 2023). 5 June, 24 and 31 December are none: where a municipality is closed then,
/// they are closed days of its own.

namespace smiley::core {

/// Easter Sunday of a year of the Gregorian calendar (from 1583), by the method of Meeus, Jones and Butcher (Meeus,
/// Astronomical Algorithms, 2nd ed. 1998, chapter 8).
[[nodiscard]] Day easterSunday(int year);
/// In the order of the year, with the Danish name.
[[nodiscard]] std::vector<std::pair<Day, std::string>> danishHolidays(int year);
[[nodiscard]] bool isDanishHoliday(Day day);

} // namespace smiley::core
