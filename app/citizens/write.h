// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/citizens/simulate.h"

#include <string>

/// Simulated periods as files, for smiley-adjudicate and for anybody else's rule.

namespace smiley::citizens {

/// taps.csv: METHOD.md section 5's columns, with the optional ones; one kiosk, "K1".
[[nodiscard]] std::string tapsCsv(const Period& period);
/// truth.csv: tap_id,person,behaviour,genuine,true_answer. Who isn't genuine has the true answer 0.
[[nodiscard]] std::string truthCsv(const Period& period);

} // namespace smiley::citizens
