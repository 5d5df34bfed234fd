// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/time.h"
#include "app/store/store.h"
#include "sync/wire/people.h"

#include <cstdint>
#include <vector>

/// Who may run the stand, as the newest configuration that was taken has it: at once, not from the next opening day on.

namespace smiley::outbox {

/// Keeps them, with a row in the audit trail where they are others than before. True: they are. Doing it again does nothing.
[[nodiscard]] store::Result<bool> takePeople(store::Store& store, const std::vector<wire::Person>& people,
                                             std::uint64_t version, const core::Now& now);

/// Empty: nobody was named yet. Corrupt where what is kept can't be read.
[[nodiscard]] store::Result<std::vector<wire::Person>> people(const store::Store& store);

} // namespace smiley::outbox
