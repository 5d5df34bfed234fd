// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <functional>
#include <random>
#include <string>
#include <vector>

/// Made-up comments with what must not be in them, the same on every run. No number belongs to anybody: they are drawn.

namespace smiley::test {

/// Ten figures with a valid date; the checksum holds or doesn't.
[[nodiscard]] std::string cprNumber(std::mt19937_64& random, bool withChecksum);
[[nodiscard]] bool hasModulus11(const std::string& number);

struct CprSpelling {
    const char* name;
    std::function<std::string(const std::string& number, std::mt19937_64& random)> write;
};
[[nodiscard]] const std::vector<CprSpelling>& cprSpellings();

/// A sentence around what was written; another one for each `i`.
[[nodiscard]] std::string sentenceAround(const std::string& written, std::size_t i);

[[nodiscard]] std::vector<std::string> phones(std::mt19937_64& random);
[[nodiscard]] std::vector<std::string> emails();
[[nodiscard]] std::vector<std::string> pages();
/// With times, dates, paragraphs, amounts and ages; nothing in them is to be taken out.
[[nodiscard]] const std::vector<const char*>& ordinarySentences();

[[nodiscard]] std::size_t digitsIn(const std::string& text);

} // namespace smiley::test
