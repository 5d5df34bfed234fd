// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/ports.h"
#include "app/core/time.h"

#include <cstdint>
#include <mutex>
#include <optional>

namespace smiley::platform {

/// What the machine says.
struct ClockReading {
    core::MonotonicMs monotonic{};
    std::optional<core::WallMs> wall; ///< nothing: unreadable
    bool synchronised = false;        ///< the system keeps it right (NTP) and says so
};

/// The centre's signed answer: when the monotonic clock showed `monotonic`, it was `wall`.
struct ClockAnchor {
    core::MonotonicMs monotonic{};
    core::WallMs wall{};
};

/// How long an anchor vouches. A quartz loses or gains up to 50 ppm, so seven days are 30 s.
inline constexpr std::int64_t anchorLifetimeMs = std::int64_t{7} * 24 * 60 * 60 * 1000;

/// Time and its quality from a reading: a pure function.
///
/// Synchronised by the system and not before `built`: anchored. Else, with an anchor not older than anchorLifetimeMs:
/// anchored, and the wall clock is the anchor's, carried on by the monotonic clock. Else not before `built`: set. Else
/// none.
[[nodiscard]] core::Now judge(const ClockReading& reading, const std::optional<ClockAnchor>& anchor,
                              core::WallMs built);

/// The clocks of this machine. Any thread.
class SystemClock final : public core::Clock {
public:
    [[nodiscard]] core::Now now() const override;

    /// Takes the centre's time. The caller has checked its signature and that it answers our nonce. It holds until the
    /// program ends: the monotonic clock of another boot is another clock.
    void setAnchor(ClockAnchor anchor);

private:
    mutable std::mutex m_mutex;
    std::optional<ClockAnchor> m_anchor;
};

/// The first instant (UTC) of the day on which this program was built.
[[nodiscard]] core::WallMs buildDay();

} // namespace smiley::platform
