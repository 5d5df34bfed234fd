// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/report/periods.h"

#include <cassert>
#include <chrono>

namespace smiley::report {

namespace {

using namespace std::chrono;

core::Day monday(core::Day day)
{
    const weekday week_day{day.date};
    return {day.date - (week_day - Monday)};
}

year_month_day thursdayOf(core::Day day) { return year_month_day{sys_days{monday(day).date + days{3}}}; }

/// The Monday of the first week whose Thursday lies in the month.
core::Day beginOf(year_month month)
{
    const sys_days first{month / 1};
    const core::Day week = monday({first});
    return thursdayOf(week).month() == month.month() ? week : core::Day{week.date + days{7}};
}

Period between(PeriodKind kind, std::string name, year_month from, year_month to)
{
    return {kind, std::move(name), beginOf(from), {beginOf(to).date - days{1}}};
}

std::string twoDigits(unsigned number) { return (number < 10 ? "0" : "") + std::to_string(number); }

} // namespace

std::string_view text(PeriodKind kind)
{
    switch (kind) {
    case PeriodKind::Week: return "week";
    case PeriodKind::Month: return "month";
    case PeriodKind::Quarter: return "quarter";
    }
    assert(false);
    return {};
}

Period weekOf(core::Day day)
{
    const core::Day first = monday(day);
    const year isoYear = thursdayOf(day).year();
    const auto number = (first.date - beginOf(isoYear / January).date).count() / 7 + 1;
    return {PeriodKind::Week,
            std::to_string(int{isoYear}) + "-W" + twoDigits(static_cast<unsigned>(number)),
            first,
            {first.date + days{6}}};
}

Period monthOf(core::Day day)
{
    const year_month_day thursday = thursdayOf(day);
    const year_month month = thursday.year() / thursday.month();
    return between(PeriodKind::Month,
                   std::to_string(int{thursday.year()}) + "-" + twoDigits(unsigned{thursday.month()}), month,
                   month + months{1});
}

Period quarterOf(core::Day day)
{
    const year_month_day thursday = thursdayOf(day);
    const unsigned quarter = (unsigned{thursday.month()} - 1) / 3;
    const year_month month = thursday.year() / std::chrono::month{quarter * 3 + 1};
    return between(PeriodKind::Quarter, std::to_string(int{thursday.year()}) + "-Q" + std::to_string(quarter + 1),
                   month, month + months{3});
}

QuarterTree quarterTree(core::Day day)
{
    QuarterTree tree{quarterOf(day), {}, {}};
    for (core::Day at = tree.quarter.first; at <= tree.quarter.last; at = tree.months.back().last.next()) {
        tree.months.push_back(monthOf(at));
    }
    for (core::Day at = tree.quarter.first; at <= tree.quarter.last; at = tree.weeks.back().last.next()) {
        tree.weeks.push_back(weekOf(at));
    }
    return tree;
}

} // namespace smiley::report
