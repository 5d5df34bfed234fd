// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/stand_memory.h"
#include "app/core/verdict.h"

#include <span>
#include <vector>

/// How busy a stand is, and what its presence sensor and its door counter are worth: measured where nobody doubts whose
/// tap it was, so a sensor that is dead, stuck, flickering or counting double weighs as little as it tells.

namespace smiley::core {

struct DayFigures {
    double visitsPerSecond = 0;

    bool usesPresence = false;
    double breakAlone = 0;           ///< P(presence broken | another person, 15 s or more after the last)
    double breakInQueue = 0;         ///< the same within 15 s
    double falseBreaksPerSecond = 0; ///< while one person stands there

    bool usesDoors = false;
    double exits = 0;           ///< P(a visitor is counted walking out within 20 s of the last tap)
    double othersPerSecond = 0; ///< passages of those who didn't answer
    double doorScale = 1;       ///< what a count has to be multiplied by: 0.5 for a counter that counts double
};

/// What a day adds to what is known of the stand. Taps of staff, cleaning, test and closed hours say nothing, nor do those
/// that `verdicts` (one per tap, or none yet) find in a run: nobody teaches the rule by pushing.
[[nodiscard]] StandMemory remember(const StandMemory& before, std::span<const TapView> taps,
                                   std::span<const Verdict> verdicts = {});

/// A sensor that says the same for a stretch in which it should have said otherwise four times is stuck: it saw nobody
/// leave in gaps over two minutes, or somebody in double presses. The taps with what it said there as Unknown; empty
/// where it never is.
[[nodiscard]] std::vector<TapView> withoutStuckSensor(std::span<const TapView> taps);

/// The figures of a stand with this memory.
[[nodiscard]] DayFigures figuresOf(const StandMemory& memory);

} // namespace smiley::core
