// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/day_figures.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>

namespace smiley::core {

namespace {

constexpr double forgetting = 0.85;
constexpr std::int64_t arrivalMs = 3500;
constexpr std::int64_t longGapMs = 120'000;
constexpr std::int64_t queueFromMs = 4000;
constexpr std::int64_t queueToMs = 12'000;
constexpr int queueGapsMax = 3; ///< in a row: one masher teaches little
constexpr std::int64_t sameMs = 1800;
constexpr double sameSecondsMin = 0.3; ///< of one gap: a flicker needs some time
constexpr std::int64_t clusterMs = 20'000;
constexpr std::int64_t aloneMs = 60'000;
constexpr std::uint32_t exitsMax = 3; ///< of one visit: more are a group that walks by

// What is held for true of a stand that is not known yet, as so many observations.
constexpr double secondsBetweenVisits = 270;
constexpr double visitsKnown = 8;
constexpr double breakAloneGuess = 0.97;
constexpr double breakAloneKnown = 10;
constexpr double breakInQueueGuess = 0.8;
constexpr double breakInQueueKnown = 20;
constexpr double falseBreaksGuess = 0.006; ///< per second
constexpr double falseBreaksKnown = 60;    ///< seconds
constexpr double exitsGuess = 0.93;        ///< passages of its own in the 20 s after a visit
constexpr double exitsKnown = 8;

// Guards: a sensor or counter beyond these isn't used.
constexpr int stuckMin = 4;
constexpr double longGapsMin = 5;
constexpr double breakAloneMin = 0.7;
constexpr double falseBreaksMax = 0.35;
constexpr double exitsMin = 0.15;
constexpr double exitsCeiling = 0.96;
constexpr double doubleCounting = 1.15; ///< exits per visit from which on the counter counts people more than once
constexpr double doubleCountingMax = 2.2;
constexpr double breakInQueueMin = 0.25;
constexpr double openSecondsMin = 600;
constexpr double passagesMin = 3;
constexpr double passagesPerArrivalMin = 0.5; ///< a counter that says less is dead
constexpr double aloneVisitsMin = 3;          ///< before that nobody knows whether it counts who answered
constexpr double jumpMin = 20;
constexpr double jumpPerSecond = 2;

std::int64_t gapBefore(std::span<const TapView> taps, std::size_t index)
{
    constexpr std::int64_t far = INT64_MAX;
    if (index == 0 || index >= taps.size() || taps[index].boot != taps[index - 1].boot) {
        return far;
    }
    const std::int64_t gap = count(taps[index].at) - count(taps[index - 1].at);
    return gap >= 0 ? gap : far;
}

void rememberPresence(StandMemory& memory, const TapView& tap, bool sameFace, std::int64_t gap, int& queueGapsInRow)
{
    if (gap > clusterMs) {
        queueGapsInRow = 0;
    }
    if (tap.presence == Presence::Unknown || gap == INT64_MAX) {
        return;
    }
    const double broken = tap.presence == Presence::Broken ? 1 : 0;
    if (gap > longGapMs) {
        memory.longGaps += 1;
        memory.longBreaks += broken;
    } else if (gap >= queueFromMs && gap < queueToMs && queueGapsInRow < queueGapsMax) {
        ++queueGapsInRow;
        memory.queueGaps += 1;
        memory.queueBreaks += broken;
    } else if (gap < sameMs && sameFace) { // other faces: children push each other away
        memory.sameSeconds += std::max(sameSecondsMin, static_cast<double>(gap) / 1000);
        memory.sameBreaks += broken;
    }
}

bool isInRun(const Verdict& verdict)
{
    return verdict.reason == Reason::RunImplausible || verdict.reason == Reason::RunFlagged;
}

void rememberDay(StandMemory& memory, std::span<const TapView> taps, std::span<const Verdict> verdicts)
{
    int queueGapsInRow = 0;
    bool isAloneBefore = true; // the present cluster of taps
    for (std::size_t index = 0; index < taps.size(); ++index) {
        const TapView& tap = taps[index];
        const std::int64_t gap = gapBefore(taps, index);
        const std::int64_t next = gapBefore(taps, index + 1);
        const bool isPushed = !verdicts.empty() && isInRun(verdicts[index]);
        if (gap > arrivalMs && !isPushed) {
            memory.arrivals += 1;
        }
        const bool sameFace = index > 0 && tap.face == taps[index - 1].face;
        rememberPresence(memory, tap, sameFace, gap, queueGapsInRow);
        if (gap >= clusterMs) {
            isAloneBefore = gap > aloneMs;
        }
        if (tap.left && isAloneBefore && next > aloneMs && !isPushed) {
            memory.aloneVisits += 1;
            memory.aloneExits += std::min(*tap.left, exitsMax);
        }
        if (gap != INT64_MAX) {
            memory.openSeconds += static_cast<double>(gap) / 1000;
            const TapView& last = taps[index - 1];
            if (tap.doors && last.doors && *tap.doors > *last.doors) {
                const std::uint32_t passages = *tap.doors - *last.doors;
                const bool isPossible = passages <= jumpMin + jumpPerSecond * static_cast<double>(gap) / 1000;
                memory.passages += isPossible ? passages : 0; // a counter that jumps tells nothing
            }
        }
    }
}

} // namespace

StandMemory remember(const StandMemory& before, std::span<const TapView> taps, std::span<const Verdict> verdicts)
{
    StandMemory memory = before;
    for (double* sum : {&memory.openSeconds, &memory.arrivals, &memory.passages, &memory.aloneVisits,
                        &memory.aloneExits, &memory.longGaps, &memory.longBreaks, &memory.queueGaps,
                        &memory.queueBreaks, &memory.sameSeconds, &memory.sameBreaks}) {
        *sum *= forgetting;
    }
    for (std::size_t begin = 0; begin < taps.size();) { // stretches for visitors
        std::size_t end = begin;
        while (end < taps.size() && taps[end].mode == Mode::Normal) {
            ++end;
        }
        rememberDay(memory, taps.subspan(begin, end - begin),
                    verdicts.empty() ? verdicts : verdicts.subspan(begin, end - begin));
        begin = std::max(end, begin + 1);
    }
    return memory;
}

std::vector<TapView> withoutStuckSensor(std::span<const TapView> taps)
{
    std::vector<TapView> repaired;
    for (std::size_t begin = 0; begin < taps.size();) {
        const Presence said = taps[begin].presence;
        std::size_t end = begin;
        int wrong = 0;
        while (end < taps.size() && taps[end].presence == said) {
            const std::int64_t gap = gapBefore(taps, end);
            const bool isOther = gap > longGapMs && gap != INT64_MAX;
            const bool isSame = gap < sameMs && taps[end].face == taps[end - 1].face;
            wrong += (said == Presence::Continuous && isOther) || (said == Presence::Broken && isSame) ? 1 : 0;
            ++end;
        }
        if (wrong >= stuckMin) {
            if (repaired.empty()) {
                repaired.assign(taps.begin(), taps.end());
            }
            for (std::size_t index = begin; index < end; ++index) {
                repaired[index].presence = Presence::Unknown;
            }
        }
        begin = end;
    }
    return repaired;
}

DayFigures figuresOf(const StandMemory& memory)
{
    DayFigures figures;
    figures.visitsPerSecond =
        (memory.arrivals + visitsKnown) / (memory.openSeconds + visitsKnown * secondsBetweenVisits);

    figures.breakAlone = (memory.longBreaks + breakAloneGuess * breakAloneKnown) / (memory.longGaps + breakAloneKnown);
    figures.breakInQueue =
        (memory.queueBreaks + breakInQueueGuess * breakInQueueKnown) / (memory.queueGaps + breakInQueueKnown);
    figures.breakInQueue = std::max(breakInQueueMin, std::min(figures.breakInQueue, figures.breakAlone * 0.95));
    figures.falseBreaksPerSecond =
        (memory.sameBreaks + falseBreaksGuess * falseBreaksKnown) / (memory.sameSeconds + falseBreaksKnown);
    const bool seesNobodyLeave = memory.longGaps >= longGapsMin && memory.longBreaks < breakAloneMin * memory.longGaps;
    figures.usesPresence = !seesNobodyLeave && figures.falseBreaksPerSecond < falseBreaksMax;

    // Two equations: passages in the 20 s after a visit alone = exits + 20 s of others, and all passages = exits of all
    // visits + others all the time.
    if (memory.openSeconds < openSecondsMin || memory.passages < passagesMin ||
        memory.passages < passagesPerArrivalMin * memory.arrivals || memory.aloneVisits < aloneVisitsMin) {
        return figures;
    }
    constexpr double window = static_cast<double>(leftWithinMs) / 1000;
    const double visits = memory.arrivals / memory.openSeconds;
    const double passages = memory.passages / memory.openSeconds;
    const double ownShare = std::max(0.3, 1 - window * visits);
    const double guess = exitsGuess * ownShare + window * passages;
    const double after = (memory.aloneExits + guess * exitsKnown) / (memory.aloneVisits + exitsKnown);
    double exits = (after - window * passages) / ownShare;
    if (exits > doubleCounting) {
        figures.doorScale = 1 / std::min(doubleCountingMax, exits);
        exits = exitsCeiling;
    }
    figures.exits = std::min(exits, exitsCeiling);
    figures.othersPerSecond = std::max(0.001, passages * figures.doorScale - figures.exits * visits);
    figures.usesDoors = figures.exits > exitsMin;
    return figures;
}

} // namespace smiley::core
