// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/settings.h"
#include "app/core/time.h"
#include "app/store/store.h"

#include <cstdint>
#include <optional>

/// How long the stand was off today, within its opening hours. The journal can't tell: a quiet hour and an hour without
/// power look alike in it. So whoever ticks leaves a mark each minute, and what lies between two marks that are further
/// apart was spent off.

namespace smiley::outbox {

/// Marks further apart than this are a stand that was off; a tick that closes days may take some seconds.
inline constexpr std::int64_t markGapMs = 150'000;

/// Leaves the mark of this minute and adds what was missed to the day's minutes. A clock that is worth nothing leaves none,
/// one that went back has missed nothing. Errors: the store's.
[[nodiscard]] store::Result<core::Done> markRunning(store::Store& store, const core::StandSettings& settings,
                                                    const core::Now& now);

/// Minutes of `day` that the stand was off within its opening hours; nothing where no mark of that day is there.
[[nodiscard]] store::Result<std::optional<std::uint64_t>> offMinutes(const store::Store& store, core::Day day);

} // namespace smiley::outbox
