// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/ids.h"
#include "app/core/settings.h"
#include "app/core/stand_memory.h"
#include "app/core/stand_mode.h"
#include "app/core/time.h"

#include <array>
#include <optional>
#include <set>
#include <string>
#include <string_view>

/// What a day was adjudicated with, beside its rows: enough to do it again to the bit while the rows are held.
///
/// Text, one thing a line:
///
///   basis 1                        the format
///   closed 2026-11-01 120          the last closed day then, and its last row; missing: none
///   until 245                      the last row that was there then
///   now 86400000 1793746860000 anchored
///   open staff cleaning            periods that were open at the day's first row; nothing behind it: none
///   hours 480-960 - …              Monday first, minutes of the day; "-": closed
///   holidays closed                only where they are; older programs don't know this line, nor the next
///   closed-days 2026-12-24 …       the municipality's own; missing: none
///   memory 1 0x1p+3 …              core::textOf
///   policy <hash>  ·  shadow <hash>
///   model run|none                 whether the model was run to its end
///   content <hash>                 of the closed day's text

namespace smiley::outbox {

struct DayBasis {
    struct Closed {
        core::Day day;
        core::Sequence lastRow{};
    };
    std::optional<Closed> closed;
    core::Sequence until{};
    core::Now now;
    core::StandMode mode; ///< at the day's first row
    std::array<std::optional<core::OpeningHours>, 7> openingHours{};
    bool holidaysClosed = false;
    std::set<core::Day> closedDays;
    core::StandMemory memory; ///< at the day's start
    core::Hash policy;
    std::optional<core::Hash> shadow;
    bool hasModel = false;
    core::Hash content;
};

[[nodiscard]] std::string writeBasis(const DayBasis& basis);
/// Nothing where `text` isn't what writeBasis made.
[[nodiscard]] std::optional<DayBasis> readBasis(std::string_view text);

} // namespace smiley::outbox
