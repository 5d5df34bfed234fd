// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/verdict.h"
#include "app/core/visit_model_random.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <utility>
#include <vector>

/// Taps, one by one or a day of them, for the tests of the model run.

namespace smiley::core {

inline constexpr std::int64_t hour = 3600 * 1000;

inline TapView tapAt(std::int64_t ms, int face, Presence presence = Presence::Unknown)
{
    TapView tap;
    tap.boot = 1;
    tap.at = MonotonicMs{ms};
    tap.face = *faceOf(face);
    tap.presence = presence;
    return tap;
}

inline std::vector<TapView> numbered(std::vector<TapView> taps)
{
    for (std::size_t index = 0; index < taps.size(); ++index) {
        taps[index].tap = index + 1;
    }
    return taps;
}

struct MadeDay {
    std::vector<TapView> taps;
    std::vector<std::uint64_t> visits; ///< the truth
};

/// Visitors two minutes apart on average, some in queues, some who tap twice; each leaves by the door 5-13 s later, as
/// do three times as many who didn't tap.
inline MadeDay madeDay(std::size_t tapsWanted, std::uint64_t seed)
{
    ModelRandom random(seed);
    MadeDay day;
    std::vector<std::int64_t> exits;
    std::int64_t at = 1000;
    while (day.taps.size() < tapsWanted) {
        const auto face = 1 + int(random.uniform() * 5);
        const auto visit = day.taps.size() + 1;
        day.taps.push_back(tapAt(at, face, random.uniform() < 0.97 ? Presence::Broken : Presence::Continuous));
        day.visits.push_back(visit);
        while (random.uniform() < 0.15 && day.taps.size() < tapsWanted) {
            at += 300 + std::int64_t(random.uniform() * 900);
            day.taps.push_back(tapAt(at, face, Presence::Continuous));
            day.visits.push_back(visit);
        }
        exits.push_back(at + 5000 + std::int64_t(random.uniform() * 8000));
        const bool queue = random.uniform() < 0.2;
        const std::int64_t wait = queue ? 4000 + std::int64_t(random.uniform() * 4000)
                                        : 3000 + std::int64_t(-120000 * std::log(1 - random.uniform()));
        for (double others = random.uniform() * double(wait) / 15000; others > 0.5; others -= 1) {
            exits.push_back(at + std::int64_t(random.uniform() * double(wait)));
        }
        at += wait;
    }
    for (TapView& tap : day.taps) {
        const auto passedBy = [&](std::int64_t time) {
            return std::uint32_t(
                std::count_if(exits.begin(), exits.end(), [=](std::int64_t exit) { return exit <= time; }));
        };
        tap.doors = passedBy(count(tap.at));
        tap.left = passedBy(count(tap.at) + 20000) - *tap.doors;
    }
    day.taps = numbered(std::move(day.taps));
    return day;
}

} // namespace smiley::core
