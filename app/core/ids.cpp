// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/core/ids.h"

#include <algorithm>

namespace smiley::core {

namespace {

// Not <cctype>: the rules are the same in every locale.
bool isLower(char c) { return c >= 'a' && c <= 'z'; }
bool isUpper(char c) { return c >= 'A' && c <= 'Z'; }
bool isDigit(char c) { return c >= '0' && c <= '9'; }
bool isHexadecimal(std::string_view text, std::size_t digits)
{
    return text.size() == digits &&
           std::ranges::all_of(text, [](char c) { return isDigit(c) || (c >= 'a' && c <= 'f'); });
}

} // namespace

bool SlugRule::isValid(std::string_view text)
{
    return text.size() >= 3 && text.size() <= 40 && isLower(text.front()) &&
           std::ranges::all_of(text, [](char c) { return isLower(c) || isDigit(c) || c == '-'; });
}

bool KeyRule::isValid(std::string_view text)
{
    const auto isAlphanumeric = [](char c) { return isLower(c) || isUpper(c) || isDigit(c); };
    return !text.empty() && text.size() <= 32 && isAlphanumeric(text.front()) &&
           std::ranges::all_of(text, [&](char c) { return isAlphanumeric(c) || c == '_' || c == '-' || c == '.'; });
}

bool HashRule::isValid(std::string_view text) { return isHexadecimal(text, 64); }

bool EpochRule::isValid(std::string_view text) { return isHexadecimal(text, 32); }

std::optional<Face> faceOf(int score)
{
    if (score < 1 || score > 5) {
        return std::nullopt;
    }
    return static_cast<Face>(score);
}

} // namespace smiley::core
