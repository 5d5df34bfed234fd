// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/ports.h"
#include "app/options.h"
#include "app/store/store.h"

namespace smiley {

/// `smiley-stand stick DIR`: sealed envelopes onto the stick, the centre's files into the inbox. What takes longer than two
/// seconds shows on a terminal how far it is. The last line says that the stick may be taken out.
[[nodiscard]] ExitCode exchangeWithStick(const Options& options, store::Store& store, const core::Clock& clock);

} // namespace smiley
