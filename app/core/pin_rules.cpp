// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/pin_rules.h"

#include "app/core/time.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <cstddef>
#include <cstdlib>
#include <set>

namespace smiley::core {

namespace {

bool isFewDigits(std::string_view pin)
{
    std::size_t longest = 0;
    std::size_t length = 0;
    for (std::size_t i = 0; i < pin.size(); ++i) {
        length = i > 0 && pin[i] == pin[i - 1] ? length + 1 : 1;
        longest = std::max(longest, length);
    }
    return std::set<char>(pin.begin(), pin.end()).size() <= 2 || 2 * longest > pin.size();
}

bool isPairs(std::string_view pin)
{
    for (std::size_t i = 0; i + 1 < pin.size(); i += 2) {
        if (pin[i] != pin[i + 1]) {
            return false;
        }
    }
    return true;
}

bool isPalindrome(std::string_view pin) { return std::equal(pin.begin(), pin.end(), pin.rbegin()); }

bool isRepeatedGroup(std::string_view pin)
{
    for (std::size_t group = 1; 2 * group <= pin.size(); ++group) {
        if (pin.substr(group) == pin.substr(0, pin.size() - group)) {
            return true;
        }
    }
    return false;
}

/// Round the corner from 9 to 0.
int step(char from, char to) { return (to - from + 10) % 10; }

bool isEvenSteps(std::string_view pin)
{
    for (std::size_t i = 2; i < pin.size(); ++i) {
        if (step(pin[i - 1], pin[i]) != step(pin[0], pin[1])) {
            return false;
        }
    }
    return true;
}

bool isNearlyEvenSteps(std::string_view pin)
{
    std::array<std::size_t, 10> steps{};
    for (std::size_t i = 1; i < pin.size(); ++i) {
        ++steps.at(static_cast<std::size_t>(step(pin[i - 1], pin[i])));
    }
    return *std::ranges::max_element(steps) + 2 >= pin.size();
}

bool isTwoRuns(std::string_view pin)
{
    const std::size_t half = pin.size() / 2;
    return std::ranges::any_of(std::array{half, pin.size() - half}, [&](std::size_t first) {
        return isEvenSteps(pin.substr(0, first)) && isEvenSteps(pin.substr(first));
    });
}

// ---- dates

int numberOf(std::string_view digits)
{
    int value = 0;
    for (const char digit : digits) {
        value = value * 10 + (digit - '0');
    }
    return value;
}

bool isYear(std::string_view digits)
{
    return digits.size() == 2 || (digits.size() == 4 && numberOf(digits) >= 1900 && numberOf(digits) < 2100);
}

bool isDayOf(std::string_view year, std::string_view month, std::string_view day)
{
    if (!isYear(year)) {
        return false;
    }
    // Of two digits either century will do, and 2000 has a 29 February as 1904 to 1996 have.
    const std::string full = (year.size() == 2 ? "20" : "") + std::string(year);
    return Day::parse(full + "-" + std::string(month) + "-" + std::string(day)).has_value();
}

/// Day, month and year in any usual order.
bool isWholeDate(std::string_view pin)
{
    if (pin.size() != 6 && pin.size() != 8) {
        return false;
    }
    const std::size_t year = pin.size() - 4;
    const std::string_view end = pin.substr(4);
    return isDayOf(end, pin.substr(2, 2), pin.substr(0, 2)) || isDayOf(end, pin.substr(0, 2), pin.substr(2, 2)) ||
           isDayOf(pin.substr(0, year), pin.substr(year, 2), pin.substr(year + 2));
}

bool isMonth(std::string_view digits) { return numberOf(digits) >= 1 && numberOf(digits) <= 12; }

bool isDate(std::string_view pin)
{
    switch (pin.size()) {
    case 6:
        return isWholeDate(pin) || (isMonth(pin.substr(0, 2)) && isYear(pin.substr(2))) ||
               (isYear(pin.substr(0, 4)) && isMonth(pin.substr(4)));
    case 7: return isWholeDate("0" + std::string(pin));
    case 8: return isWholeDate(pin) || (isYear(pin.substr(0, 4)) && isYear(pin.substr(4)));
    case 10: return isDayOf(pin.substr(4, 2), pin.substr(2, 2), pin.substr(0, 2));
    default: return false;
    }
}

// ---- key pad

struct Key {
    int row = 0;
    int column = 0;
};

Key keyOf(char digit)
{
    if (digit == '0') {
        return {3, 1};
    }
    const int index = digit - '1';
    return {index / 3, index % 3};
}

bool isWalk(std::string_view pin)
{
    for (std::size_t i = 1; i < pin.size(); ++i) {
        const Key from = keyOf(pin[i - 1]);
        const Key to = keyOf(pin[i]);
        if (std::abs(from.row - to.row) > 1 || std::abs(from.column - to.column) > 1) {
            return false;
        }
    }
    return true;
}

/// Whole rows, columns or diagonals one after the other; what is left over at the end may be anything.
bool isLines(std::string_view pin)
{
    constexpr std::array<std::string_view, 18> lines{"123", "456", "789", "147", "258", "369", "159", "357", "580",
                                                     "321", "654", "987", "741", "852", "963", "951", "753", "085"};
    for (std::size_t i = 0; i + 3 <= pin.size(); i += 3) {
        if (std::ranges::find(lines, pin.substr(i, 3)) == lines.end()) {
            return false;
        }
    }
    return true;
}

bool isKnown(std::string_view pin)
{
    constexpr std::array<std::string_view, 5> sequences{"3141592653", "2718281828", "1123581321", "1618033988",
                                                        "1414213562"};
    return std::ranges::any_of(sequences, [&](std::string_view known) { return known.starts_with(pin); });
}

bool isCommon(std::string_view pin)
{
    return isFewDigits(pin) || isPairs(pin) || isPalindrome(pin) || isRepeatedGroup(pin) || isNearlyEvenSteps(pin) ||
           isTwoRuns(pin) || isDate(pin) || isWalk(pin) || isLines(pin) || isKnown(pin);
}

} // namespace

PinForm formOfPin(std::string_view pin)
{
    if (!std::ranges::all_of(pin, [](char c) { return c >= '0' && c <= '9'; })) {
        return PinForm::NotDigits;
    }
    if (pin.size() < pinDigitsMin) {
        return PinForm::TooShort;
    }
    if (pin.size() > pinDigitsMax) {
        return PinForm::TooLong;
    }
    return isCommon(pin) ? PinForm::Common : PinForm::Good;
}

std::string drawPin(Random& random, int digits)
{
    assert(digits >= pinDigitsMin && digits <= pinDigitsMax);
    for (;;) {
        std::string pin;
        for (int i = 0; i < digits; ++i) {
            pin += static_cast<char>('0' + random.below(10));
        }
        if (formOfPin(pin) == PinForm::Good) {
            return pin;
        }
    }
}

} // namespace smiley::core
