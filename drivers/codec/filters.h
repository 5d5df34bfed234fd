// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/peripherals.h"
#include "app/core/time.h"

#include <cstdint>
#include <optional>

/// From what a contact, a sensor or a counter says to what happened. Time is an argument, and never goes back.

namespace smiley::codec {

/// Contacts bounce: when a switch is pressed, and when it is let go.
class Bounce {
public:
    /// A press counts `betweenMs` or more after the last that counted, if the switch had been open for `openMs`.
    constexpr Bounce(int betweenMs, int openMs) : m_betweenMs(betweenMs), m_openMs(openMs) {}

    /// The switch is closed or open; true: somebody pressed it. It is open to begin with.
    [[nodiscard]] bool press(bool isClosed, core::MonotonicMs at);

private:
    int m_betweenMs;
    int m_openMs;
    bool m_isClosed = false;
    std::optional<core::MonotonicMs> m_counted;
    std::optional<core::MonotonicMs> m_opened;
};

/// RELIABILITY A4. A finger that goes twice in 200 ms is a tremor; openMs is a worn contact's.
inline constexpr Bounce keyBounce{200, 50};
/// Of a beam or a mat: a relay bounces, but two people may follow each other closely.
inline constexpr Bounce pulseBounce{50, 50};

/// Whether somebody stands in the near zone: at once when somebody comes, and after a hold when nobody is there. That the zone
/// is empty is told also where nothing was known before: whoever stood there when the sensor was lost has gone.
class NearZone {
public:
    NearZone(int nearMm, int farMm, int holdMs) : m_nearMm(nearMm), m_farMm(farMm), m_holdMs(holdMs) {}

    enum class Change : std::uint8_t { None, Began, Ended };

    /// Whether a distance means somebody (nearer than nearMm) or nobody (farther than farMm); nothing: between them, where
    /// what was goes on.
    [[nodiscard]] std::optional<bool> somebodyAt(std::int64_t distanceMm) const;
    /// The sensor said that somebody is there, or nobody. Call tick() first.
    [[nodiscard]] Change see(bool somebody, core::MonotonicMs at);
    /// Time passed: Ended when the hold is over. It was over at deadline(), however late this is.
    [[nodiscard]] Change tick(core::MonotonicMs now);
    /// When the hold is over; nothing: it doesn't run.
    [[nodiscard]] std::optional<core::MonotonicMs> deadline() const;
    /// Since when somebody is there; nothing: nobody is.
    [[nodiscard]] std::optional<core::MonotonicMs> since() const { return m_since; }
    /// Knows nothing any more.
    void forget();

private:
    int m_nearMm;
    int m_farMm;
    int m_holdMs;
    std::optional<core::MonotonicMs> m_since;
    bool m_isEmpty = false;                     ///< and that was told
    std::optional<core::MonotonicMs> m_emptied; ///< since then the sensor sees nobody, and the hold runs
};

/// From the place that a door counter counts in to passages. More than core::passagesAtOnceMax is no number of people: a
/// counter that was set back, or nonsense.
class DoorCount {
public:
    /// `min` and `max` are the least and the greatest value of the place: a total begins again at `min` after `max`.
    DoorCount(core::DoorLayout::Counts counts, int perPassage, std::int64_t min, std::int64_t max);

    /// The place says `value`; so many passages came, 0..core::passagesAtOnceMax. What is left over counts with the next. The first
    /// total is where it begins, and so is one that went back.
    [[nodiscard]] int see(std::int64_t value, core::MonotonicMs at);

private:
    core::DoorLayout::Counts m_counts;
    std::int64_t m_perPassage;
    std::int64_t m_range; ///< how many values a total has
    std::int64_t m_rest = 0;
    std::optional<std::int64_t> m_total;
    Bounce m_bounce = pulseBounce;
};

} // namespace smiley::codec
