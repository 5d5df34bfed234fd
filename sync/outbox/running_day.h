// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/event.h"
#include "app/core/policy.h"
#include "app/core/stand_memory.h"
#include "app/store/store.h"

#include <vector>

namespace smiley::outbox {

/// What the running adjudicator begins a day with.
struct RunningDay {
    core::VisitRule rule;        ///< in force on that day; headline's where the policy is none of visits
    core::StandMemory memory;    ///< after the last closed day
    std::vector<core::Row> rows; ///< of the days that aren't closed
};

/// The day of `now`. Where the day before isn't closed yet (a stand that was off at midnight), its memory isn't in it: the
/// live engine is that much behind, the closing isn't.
[[nodiscard]] store::Result<RunningDay> runningDay(const store::Store& store, const core::Now& now);

/// All rows after `after`.
[[nodiscard]] store::Result<std::vector<core::Row>> rowsAfter(const store::Store& store, core::Sequence after);

} // namespace smiley::outbox
