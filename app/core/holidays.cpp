// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/holidays.h"

#include <algorithm>

namespace smiley::core {

namespace {

using namespace std::chrono;

constexpr int lastStoreBededag = 2023;

Day dayOf(int year, unsigned inMonth, unsigned day)
{
    return Day{sys_days{std::chrono::year{year} / month{inMonth} / std::chrono::day{day}}};
}

} // namespace

Day easterSunday(int year)
{
    // The letters are Meeus's.
    const int a = year % 19;
    const int b = year / 100;
    const int c = year % 100;
    const int d = b / 4;
    const int e = b % 4;
    const int f = (b + 8) / 25;
    const int g = (b - f + 1) / 3;
    const int h = (19 * a + b - d - g + 15) % 30;
    const int i = c / 4;
    const int k = c % 4;
    const int l = (32 + 2 * e + 2 * i - h - k) % 7;
    const int m = (a + 11 * h + 22 * l) / 451;
    const int n = h + l - 7 * m + 114;
    return dayOf(year, static_cast<unsigned>(n / 31), static_cast<unsigned>(n % 31 + 1));
}

std::vector<std::pair<Day, std::string>> danishHolidays(int year)
{
    const Day easter = easterSunday(year);
    const auto after = [&](int count) { return Day{easter.date + days{count}}; };
    std::vector<std::pair<Day, std::string>> holidays{
        {dayOf(year, 1, 1), "Nytårsdag"}, {after(-3), "Skærtorsdag"},
        {after(-2), "Langfredag"},        {easter, "Påskedag"},
        {after(1), "2. påskedag"},        {after(39), "Kristi himmelfartsdag"},
        {after(49), "Pinsedag"},          {after(50), "2. pinsedag"},
        {dayOf(year, 12, 25), "Juledag"}, {dayOf(year, 12, 26), "2. juledag"},
    };
    if (year <= lastStoreBededag) {
        holidays.insert(holidays.begin() + 5, {after(26), "Store bededag"});
    }
    return holidays;
}

bool isDanishHoliday(Day day)
{
    const auto holidays = danishHolidays(static_cast<int>(year_month_day{day.date}.year()));
    return std::ranges::any_of(holidays, [&](const auto& holiday) { return holiday.first == day; });
}

} // namespace smiley::core
