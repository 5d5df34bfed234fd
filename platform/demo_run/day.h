// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/demo_run/stand.h"
#include "platform/demo_run/story.h"

#include <cstdint>
#include <functional>
#include <string>

/// A whole day as the peripherals told it. Beyond the lines of any trace (drivers/replay), a trace of the demonstration
/// has comments that it reads:
///
///   # begins 08:00                              the time of its first line; without it, eight o'clock
///   # person: taps 2 face 4 answers 1 cards 0   what the next person does; face is the one that counts, 0: none
///
/// and `ticket card-N` is the N-th of this day's genuine cards, which the centre has yet to make.

namespace smiley::demo {

/// A day at a jobcenter, from eight o'clock on: people who come with keys alone, some with a card, some who only pass.
/// The same for a seed on every machine.
[[nodiscard]] std::string writtenDay(std::uint32_t seed);

/// What is known of a trace before it is played. Stopped, with its line, where it can't be read.
struct DayTrace {
    QString file;
    QStringList lines;
    QTime begins{8, 0};
    int cards = 0;       ///< genuine ones that it wants
    bool isTold = false; ///< whether a line says what people do
};
[[nodiscard]] DayTrace readDay(const QString& file);

/// Plays it to the stand: while somebody is there as it was, and what lies between in an instant, by moving all clocks.
/// What the stand would have done in skipped time (take an invitation away) it does with the next event.
/// `between` is called after each person. The truth is what the person lines and the door say.
[[nodiscard]] Truth playDay(const DayTrace& day, Stand& stand, Story& story,
                            const std::function<void(const Truth&)>& between);

} // namespace smiley::demo
