// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/codec/filters.h"

#include "app/core/peripheral_limits.h"

#include <algorithm>

namespace smiley::codec {
namespace {

core::MonotonicMs later(core::MonotonicMs time, std::int64_t ms) { return core::MonotonicMs{core::count(time) + ms}; }

} // namespace

// ---------------------------------------------------------------------------------------------------------------------

bool Bounce::press(bool isClosed, core::MonotonicMs at)
{
    if (isClosed == m_isClosed) {
        return false;
    }
    m_isClosed = isClosed;
    if (!isClosed) {
        m_opened = at;
        return false;
    }
    if (m_counted && (at < later(*m_counted, m_betweenMs) || at < later(*m_opened, m_openMs))) {
        return false;
    }
    m_counted = at;
    return true;
}

// ---------------------------------------------------------------------------------------------------------------------

std::optional<bool> NearZone::somebodyAt(std::int64_t distanceMm) const
{
    if (distanceMm < m_nearMm) {
        return true;
    }
    return distanceMm > m_farMm ? std::optional(false) : std::nullopt;
}

NearZone::Change NearZone::see(bool somebody, core::MonotonicMs at)
{
    if (somebody) {
        m_emptied.reset();
        if (m_since) {
            return Change::None;
        }
        m_since = at;
        m_isEmpty = false;
        return Change::Began;
    }
    if (m_isEmpty || m_emptied) {
        return Change::None;
    }
    m_emptied = at;
    return tick(at);
}

NearZone::Change NearZone::tick(core::MonotonicMs now)
{
    const auto over = deadline();
    if (!over || now < *over) {
        return Change::None;
    }
    forget();
    m_isEmpty = true;
    return Change::Ended;
}

std::optional<core::MonotonicMs> NearZone::deadline() const
{
    return m_emptied ? std::optional(later(*m_emptied, m_holdMs)) : std::nullopt;
}

void NearZone::forget()
{
    m_since.reset();
    m_emptied.reset();
    m_isEmpty = false;
}

// ---------------------------------------------------------------------------------------------------------------------

DoorCount::DoorCount(core::DoorLayout::Counts counts, int perPassage, std::int64_t min, std::int64_t max)
    : m_counts(counts),
      m_perPassage(std::max(perPassage, 1)),
      m_range(std::max<std::int64_t>(max - min + 1, 1))
{}

int DoorCount::see(std::int64_t value, core::MonotonicMs at)
{
    using Counts = core::DoorLayout::Counts;
    std::int64_t more = 0;
    switch (m_counts) {
    case Counts::Pulses: more = m_bounce.press(value != 0, at) ? 1 : 0; break;
    case Counts::Total:
        if (m_total) {
            more = ((value - *m_total) % m_range + m_range) % m_range;
            more = more > m_range / 2 ? 0 : more; // it went back
        }
        m_total = value;
        break;
    case Counts::Steps: more = std::max<std::int64_t>(value, 0); break;
    }
    if (more > core::passagesAtOnceMax * m_perPassage) {
        return 0;
    }
    m_rest += more;
    const std::int64_t passages = m_rest / m_perPassage;
    m_rest %= m_perPassage;
    return static_cast<int>(passages);
}

} // namespace smiley::codec
