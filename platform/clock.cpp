// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/clock.h"

#include <cassert>
#include <chrono>
#include <ctime>
#include <sys/timex.h>

namespace smiley::platform {
namespace {

std::optional<std::int64_t> readMs(clockid_t id)
{
    timespec time{};
    if (::clock_gettime(id, &time) != 0) {
        return std::nullopt;
    }
    return std::int64_t{time.tv_sec} * 1000 + time.tv_nsec / 1'000'000;
}

/// Reads the kernel's clock state; asks for no change, so it needs no privilege. Refused by a sandbox: not synchronised.
bool isSynchronised()
{
    timex state{};
    const int code = ::adjtimex(&state);
    return code != -1 && code != TIME_ERROR && (static_cast<unsigned>(state.status) & STA_UNSYNC) == 0;
}

ClockReading read()
{
    const auto monotonic = readMs(CLOCK_BOOTTIME);
    assert(monotonic.has_value()); // Linux has it since 2.6.39
    const auto wall = readMs(CLOCK_REALTIME);
    return {
        core::MonotonicMs{*monotonic},
        wall ? std::optional(core::WallMs{*wall}) : std::nullopt,
        isSynchronised(),
    };
}

} // namespace

core::Now judge(const ClockReading& reading, const std::optional<ClockAnchor>& anchor, core::WallMs built)
{
    using core::ClockQuality;
    const bool plausible = reading.wall && *reading.wall >= built;
    if (plausible && reading.synchronised) {
        return {reading.monotonic, *reading.wall, ClockQuality::Anchored};
    }
    if (anchor) {
        const std::int64_t age = count(reading.monotonic) - count(anchor->monotonic);
        if (age >= 0 && age <= anchorLifetimeMs) {
            return {reading.monotonic, core::WallMs{count(anchor->wall) + age}, ClockQuality::Anchored};
        }
    }
    return {
        reading.monotonic,
        reading.wall.value_or(core::WallMs{0}),
        plausible ? ClockQuality::Set : ClockQuality::None,
    };
}

core::Now SystemClock::now() const
{
    const std::scoped_lock lock(m_mutex);
    return judge(read(), m_anchor, buildDay());
}

void SystemClock::setAnchor(ClockAnchor anchor)
{
    const std::scoped_lock lock(m_mutex);
    m_anchor = anchor;
}

core::WallMs buildDay()
{
    static const auto built = [] {
        const auto day = core::Day::parse(SMILEY_BUILD_DAY);
        assert(day.has_value());
        return core::WallMs{std::chrono::milliseconds(day->date.time_since_epoch()).count()};
    }();
    return built;
}

} // namespace smiley::platform
