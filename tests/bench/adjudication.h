// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/measure.h"

#include <vector>

namespace smiley::bench {

/// The adjudicator on simulated days that are in memory: taps per second replayed with `headline` on one core, beside `raw`,
/// which only copies; the cost of a tap live; the state that a stand keeps; time and memory of the model run.
void benchAdjudication(std::vector<Figure>& figures);

} // namespace smiley::bench
