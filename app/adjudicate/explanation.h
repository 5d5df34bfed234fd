// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/verdict.h"

#include <string>

namespace smiley::adjudicate {

/// Why a tap got its verdict: one Danish sentence of at most 25 words for a visitor or a politician. Says what decided
/// most, and never which face it was.
///
/// `before`: the tap before on the same stand and day; nullptr for the day's first.
[[nodiscard]] std::string sentence(const core::TapView* before, const core::TapView& tap, const core::Verdict& verdict);

} // namespace smiley::adjudicate
