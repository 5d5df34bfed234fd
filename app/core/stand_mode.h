// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/event.h"
#include "app/core/settings.h"
#include "app/core/time.h"
#include "app/core/verdict.h"

#include <array>

/// From the journal's rows to what a policy sees: the same for the running day and for a closed one.

namespace smiley::core {

/// Answers more than this outside the opening hours don't count.
inline constexpr int closedAfterMinutes = 60;

/// When the stand was not for visitors, as the rows go by.
class StandMode {
public:
    /// The next row. A start of the program ends every period: it starts for visitors.
    void apply(const EventContent& content);
    [[nodiscard]] bool isOpen(Period::Kind kind) const { return m_open.at(static_cast<std::size_t>(kind)); }
    /// The mode of a tap at `at`. A wall clock that is worth nothing never says that the stand is closed.
    [[nodiscard]] Mode at(const StandSettings& settings, WallMs at, ClockQuality quality) const;

private:
    std::array<bool, 3> m_open{}; ///< by Period::Kind
};

/// What a policy sees of a tap; `left`, `ticket` and `withdrawn` are not in its row. `clock`: of the reading that dates it.
[[nodiscard]] TapView viewOf(Sequence sequence, Boot boot, MonotonicMs at, const Tap& tap, Mode mode,
                             ClockQuality clock);

} // namespace smiley::core
