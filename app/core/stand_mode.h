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

/// The keys of a day's tickets, as its taps go by. A row only says whether its card was fresh, so a card is named by the tap
/// that used it.
class TicketKeys {
public:
    /// The next tap. A card that is said to be the one before, of which this day knows nothing, is a used one.
    TicketKey next(Sequence tap, TicketUse use);

private:
    TicketKey m_last = usedTicket; ///< of the last tap with a card
};

/// What a policy sees of the next tap; `left` and `withdrawn` are not in its row. `clock`: of the reading that dates it.
/// `tickets`: of its day.
[[nodiscard]] TapView viewOf(Sequence sequence, Boot boot, MonotonicMs at, const Tap& tap, Mode mode,
                             ClockQuality clock, TicketKeys& tickets);

} // namespace smiley::core
