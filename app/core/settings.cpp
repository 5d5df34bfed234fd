// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/settings.h"

#include "app/core/holidays.h"

#include <algorithm>

namespace smiley::core {

namespace {

constexpr int dayMinutes = 24 * 60;
constexpr OpeningHours wholeDay{0, dayMinutes};

std::string clockText(int minute)
{
    const auto twoDigits = [](int value) { return (value < 10 ? "0" : "") + std::to_string(value); };
    return twoDigits(minute / 60) + ":" + twoDigits(minute % 60);
}

/// "08:00" as minutes; nothing where it isn't a time up to 24:00.
std::optional<int> minuteOf(std::string_view text)
{
    constexpr std::string_view form = "00:00";
    for (std::size_t i = 0; i < form.size(); ++i) {
        const bool isDigit = text[i] >= '0' && text[i] <= '9';
        if (form[i] == ':' ? text[i] != ':' : !isDigit) {
            return std::nullopt;
        }
    }
    const auto number = [&](std::size_t at) { return (text[at] - '0') * 10 + (text[at + 1] - '0'); };
    const int minute = number(0) * 60 + number(3);
    return number(3) < 60 && minute <= dayMinutes ? std::optional(minute) : std::nullopt;
}

} // namespace

std::string OpeningHours::text() const { return clockText(fromMinute) + "-" + clockText(toMinute); }

std::optional<OpeningHours> OpeningHours::parse(std::string_view text)
{
    if (text.size() != 11 || text[5] != '-') {
        return std::nullopt;
    }
    const auto from = minuteOf(text.substr(0, 5));
    const auto to = minuteOf(text.substr(6));
    return from && to && *from < *to ? std::optional(OpeningHours{*from, *to}) : std::nullopt;
}

std::optional<OpeningHours> openingHoursOn(const StandSettings& settings, Day day)
{
    if (settings.closedDays.contains(day) || (settings.holidaysClosed && isDanishHoliday(day))) {
        return std::nullopt;
    }
    if (std::ranges::none_of(settings.openingHours, [](const auto& hours) { return hours.has_value(); })) {
        return wholeDay;
    }
    return settings.openingHours.at(std::chrono::weekday(day.date).iso_encoding() - 1); // Monday first
}

Day nextOpeningDay(const StandSettings& settings, Day day)
{
    Day next = day.next();
    for (int ahead = 0; ahead < openingSearchDays; ++ahead, next = next.next()) {
        if (openingHoursOn(settings, next)) {
            return next;
        }
    }
    return day.next();
}

} // namespace smiley::core
