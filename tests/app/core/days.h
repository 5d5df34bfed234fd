// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/citizens/simulate.h"
#include "app/core/adjudicator.h"

#include <algorithm>
#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

/// Whole days of taps: ordinary ones of the simulator, and what is put into them.

namespace smiley::core::test {

using Random = citizens::Random;

/// A day at one stand: taps, and when the door counted somebody.
struct StandDay {
    std::vector<TapView> taps;
    std::vector<std::int64_t> passagesMs;
};

/// Presses that have to be put into a day, the first at 0, and the passages of those who press.
struct Presses {
    std::vector<TapView> taps;
    std::vector<std::int64_t> passagesMs;
    [[nodiscard]] std::int64_t lengthMs() const { return taps.empty() ? 0 : count(taps.back().at); }
};

inline citizens::Scenario ordinary()
{
    citizens::Scenario scenario;
    scenario.name = "ordinary";
    scenario.participation = 0.25;
    return scenario;
}

/// A stand's days, healthy and without anything that the scenario doesn't name.
inline std::vector<StandDay> daysOf(const citizens::Scenario& scenario, std::uint64_t seed)
{
    std::vector<StandDay> days;
    for (citizens::SimulatedDay& day : citizens::simulate(scenario, seed).days) {
        days.push_back({std::move(day.taps), std::move(day.passagesMs)});
    }
    return days;
}

/// What is known of a stand after these days.
inline StandMemory knownAfter(const std::vector<StandDay>& days)
{
    StandMemory memory;
    for (const StandDay& day : days) {
        memory = adjudicateDay(*Policy::named("headline"), day.taps, memory).after;
    }
    return memory;
}

/// What the door had counted at each tap, and in the 20 s after it.
inline void countAtTheDoor(StandDay& day)
{
    std::ranges::sort(day.passagesMs);
    const auto until = [&](std::int64_t at) {
        return static_cast<std::uint32_t>(std::ranges::upper_bound(day.passagesMs, at) - day.passagesMs.begin());
    };
    for (TapView& tap : day.taps) {
        tap.doors = until(count(tap.at));
        tap.left = until(count(tap.at) + 20'000) - *tap.doors;
    }
}

/// The day with the presses at `atMs`: all that came later comes later by their length and half a minute on both sides,
/// while others pass the door as before. The first tap after them has a presence break. Taps are numbered anew; the
/// second value is the place of the first press.
inline std::pair<StandDay, std::size_t> putInto(const StandDay& day, std::int64_t atMs, const Presses& presses,
                                                Random& random)
{
    constexpr std::int64_t aside = 30'000;
    const std::int64_t inserted = presses.lengthMs() + 2 * aside;
    StandDay made;
    std::size_t place = 0;
    for (const TapView& tap : day.taps) {
        if (count(tap.at) < atMs) {
            made.taps.push_back(tap);
        }
    }
    place = made.taps.size();
    for (TapView tap : presses.taps) {
        tap.at = MonotonicMs{atMs + aside + count(tap.at)};
        made.taps.push_back(tap);
    }
    for (std::size_t later = place; later < day.taps.size(); ++later) {
        TapView tap = day.taps[later];
        tap.at = MonotonicMs{count(tap.at) + inserted};
        tap.presence = later == place ? Presence::Broken : tap.presence;
        made.taps.push_back(tap);
    }
    for (std::size_t index = 0; index < made.taps.size(); ++index) {
        made.taps[index].tap = index + 1;
        made.taps[index].boot = 1;
    }
    for (const std::int64_t passage : day.passagesMs) {
        made.passagesMs.push_back(passage < atMs ? passage : passage + inserted);
    }
    // Those who don't answer, as many as before.
    const auto openMs = static_cast<double>(day.passagesMs.back());
    const double others = static_cast<double>(day.passagesMs.size()) - static_cast<double>(day.taps.size());
    const int passing = random.howMany(std::max(0.0, others) * static_cast<double>(inserted) / openMs);
    for (int other = 0; other < passing; ++other) {
        made.passagesMs.push_back(atMs + static_cast<std::int64_t>(random.unit() * static_cast<double>(inserted)));
    }
    for (const std::int64_t passage : presses.passagesMs) {
        made.passagesMs.push_back(atMs + aside + passage);
    }
    countAtTheDoor(made);
    return {std::move(made), place};
}

/// Genuine visitors, 3 to 15, who all give the same answer, each after such a gap; each is a break in presence, and walks
/// out 4 to 15 s after the tap (one in twenty isn't counted).
inline Presses agreeingGroup(Random& random, citizens::Span gapMs, Face face)
{
    Presses group;
    std::int64_t at = 0;
    const int members = random.between(citizens::Count{3, 15});
    for (int member = 0; member < members; ++member) {
        at += member == 0 ? 0 : static_cast<std::int64_t>(random.between(gapMs));
        TapView tap;
        tap.at = MonotonicMs{at};
        tap.face = face;
        tap.presence = Presence::Broken;
        group.taps.push_back(tap);
        const auto passage = at + static_cast<std::int64_t>(random.between(4000.0, 15000.0));
        if (!random.chance(0.05)) {
            group.passagesMs.push_back(passage);
        }
    }
    return group;
}

} // namespace smiley::core::test
