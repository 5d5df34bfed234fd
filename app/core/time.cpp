// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/core/time.h"

#include <algorithm>

namespace smiley::core {

namespace {

using namespace std::chrono;

/// 01:00 UTC on the last Sunday of the month.
sys_time<milliseconds> changeIn(year inYear, month inMonth)
{
    return sys_days{inYear / inMonth / Sunday[last]} + hours{1};
}

hours offsetAt(sys_time<milliseconds> utc)
{
    const year inYear = year_month_day{floor<days>(utc)}.year();
    const bool summer = utc >= changeIn(inYear, March) && utc < changeIn(inYear, October);
    return hours{summer ? 2 : 1};
}

std::string padded(int value, std::size_t digits)
{
    std::string text = std::to_string(value);
    return text.size() < digits ? std::string(digits - text.size(), '0') + text : text;
}

} // namespace

std::string Day::text() const
{
    const year_month_day civil{date};
    return padded(static_cast<int>(civil.year()), 4) + '-' + padded(static_cast<int>(unsigned{civil.month()}), 2) +
           '-' + padded(static_cast<int>(unsigned{civil.day()}), 2);
}

std::optional<Day> Day::parse(std::string_view text)
{
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') {
        return std::nullopt;
    }
    const auto numberAt = [&](std::size_t from, std::size_t digits) -> std::optional<int> {
        const std::string_view part = text.substr(from, digits);
        if (!std::ranges::all_of(part, [](char c) { return c >= '0' && c <= '9'; })) {
            return std::nullopt;
        }
        int value = 0;
        for (const char c : part) {
            value = value * 10 + (c - '0');
        }
        return value;
    };
    const auto y = numberAt(0, 4);
    const auto m = numberAt(5, 2);
    const auto d = numberAt(8, 2);
    if (!y || !m || !d) {
        return std::nullopt;
    }
    const year_month_day civil{year{*y}, month{static_cast<unsigned>(*m)}, day{static_cast<unsigned>(*d)}};
    if (!civil.ok()) {
        return std::nullopt;
    }
    return Day{sys_days{civil}};
}

LocalTime localTime(WallMs wall)
{
    const sys_time<milliseconds> utc{milliseconds{count(wall)}};
    const auto local = utc + offsetAt(utc);
    const auto date = floor<days>(local);
    return {Day{date}, static_cast<int>(floor<minutes>(local - date).count())};
}

WallMs startOf(Day day)
{
    // The change comes at 01:00 UTC, so the offset at 22:00 UTC of the evening before still holds at local midnight.
    const sys_time<milliseconds> midnightUtc{day.date};
    return WallMs{(midnightUtc - offsetAt(midnightUtc - hours{2})).time_since_epoch().count()};
}

} // namespace smiley::core
