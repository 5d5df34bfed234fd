// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/outbox/running_mark.h"

#include "sync/outbox/settings_keys.h"

#include <algorithm>
#include <chrono>
#include <sstream>
#include <string>

namespace smiley::outbox {

namespace {

/// "<wall ms of the last mark> <its day> <ms off on that day>".
struct Mark {
    std::int64_t at = 0;
    core::Day day;
    std::int64_t offMs = 0;
};

std::optional<Mark> read(const std::optional<std::string>& text)
{
    std::istringstream words(text.value_or(""));
    Mark mark;
    std::string day;
    if (!(words >> mark.at >> day >> mark.offMs)) {
        return std::nullopt;
    }
    const auto parsed = core::Day::parse(day);
    if (!parsed) {
        return std::nullopt;
    }
    mark.day = *parsed;
    return mark;
}

store::Result<std::optional<Mark>> stored(const store::Store& store)
{
    const auto text = store.setting(setting::runningMark);
    if (!text) {
        return text.error();
    }
    return read(*text);
}

/// The part of [from, to) that lies in the opening hours of the day.
std::int64_t openMs(const core::StandSettings& settings, core::Day day, std::int64_t from, std::int64_t to)
{
    const auto hours = core::openingHoursOn(settings, day);
    if (!hours) {
        return 0;
    }
    const std::int64_t midnight = core::count(core::startOf(day));
    constexpr std::int64_t minuteMs = 60'000;
    const std::int64_t end = core::count(core::startOf(day.next()));
    const std::int64_t opens = midnight + hours->fromMinute * minuteMs;
    const std::int64_t closes = std::min(midnight + hours->toMinute * minuteMs, end);
    return std::max<std::int64_t>(0, std::min(to, closes) - std::max(from, opens));
}

} // namespace

store::Result<core::Done> markRunning(store::Store& store, const core::StandSettings& settings, const core::Now& now)
{
    if (now.quality == core::ClockQuality::None) {
        return core::Done{};
    }
    const auto before = stored(store);
    if (!before) {
        return before.error();
    }
    const std::int64_t wall = core::count(now.wall);
    Mark mark{wall, core::localTime(now.wall).day, 0};
    if (*before) {
        mark.offMs = (*before)->day == mark.day ? (*before)->offMs : 0;
        if (wall - (*before)->at > markGapMs) {
            mark.offMs += openMs(settings, mark.day, (*before)->at, wall);
        }
    }
    return store.setSetting(setting::runningMark,
                            std::to_string(mark.at) + " " + mark.day.text() + " " + std::to_string(mark.offMs));
}

store::Result<std::optional<std::uint64_t>> offMinutes(const store::Store& store, core::Day day)
{
    const auto mark = stored(store);
    if (!mark) {
        return mark.error();
    }
    if (!*mark || (*mark)->day != day) {
        return std::optional<std::uint64_t>{};
    }
    return std::optional(static_cast<std::uint64_t>(std::max<std::int64_t>((*mark)->offMs, 0) / 60'000));
}

} // namespace smiley::outbox
