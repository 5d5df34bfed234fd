// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/ids.h"
#include "app/store/store.h"

#include <cstdint>

/// From how many answers figures are shown, as visitors were told whose answers are in no envelope yet.
///
/// `smallest_shown` of stand.toml is read when the program starts. Where it then says less than before, what was said
/// before still holds for all rows that the journal has: until they have left, envelopes carry the larger number.

namespace smiley::outbox {

struct Promise {
    std::uint64_t now = 0;    ///< what the screen says
    std::uint64_t before = 0; ///< what it said before, where that was more; 0: nothing more
    core::Sequence lastRow{}; ///< `before` holds up to this row

    /// What an envelope must say.
    [[nodiscard]] std::uint64_t largest() const { return now < before ? before : now; }
};

/// At the start of the program, before it sealed anything: what holds from now on, written down.
/// Errors: as Store::setting.
[[nodiscard]] store::Result<Promise> promiseFromStart(store::Store& store, std::uint64_t smallestShown);

/// All rows up to this one have left: what was said to their visitors is forgotten where it holds for no other.
/// Errors: as Store::setSetting.
[[nodiscard]] store::Result<core::Done> leftUpTo(store::Store& store, Promise& promise, core::Sequence row);

} // namespace smiley::outbox
