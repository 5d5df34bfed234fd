// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/core/visit_model_day.h"

#include "app/core/log_normal.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <unordered_set>

namespace smiley::core {

namespace {

constexpr double longestGap = 12 * 3600.0; ///< s; beyond it another stretch
constexpr double longGap = 120;
constexpr double shortGap = 1;
constexpr double visitGap = 3.5; ///< a tap this long after another is probably another visit
constexpr double ownExitWithin = 20;
constexpr double leastExpected = 1e-3; ///< passages in a piece
constexpr double exitsReach = 40;      ///< s after which an exit isn't looked for any more
constexpr double claimEvery = 20;
constexpr double claimFactor = 4;
constexpr double ticketForgotten = 0.1;
constexpr double longestHazard = 8;

double seconds(MonotonicMs from, MonotonicMs to)
{
    return (static_cast<double>(count(to)) - static_cast<double>(count(from))) / 1000;
}

/// Taps on one axis, and where the chain breaks.
void placeOnAxis(std::span<const TapView> taps, ModelDay& day)
{
    double start = 0; // of the stretch, on the axis
    std::size_t first = 0;
    for (std::size_t index = 0; index < taps.size(); ++index) {
        if (taps[index].mode != Mode::Normal) {
            continue;
        }
        ModelTap tap;
        tap.index = index;
        if (day.taps.empty()) {
            first = index;
        } else {
            const TapView& last = taps[day.taps.back().index];
            tap.gap = last.boot == taps[index].boot ? seconds(last.at, taps[index].at) : -1;
            if (tap.gap < 0 || tap.gap > longestGap) {
                start = 3600.0 * (std::floor(day.taps.back().time / 3600) + 2);
                first = index;
                tap.startsStretch = true;
            } else {
                tap.breaks = day.taps.back().index + 1 != index || last.withdrawn;
            }
        }
        tap.gap = tap.breaks ? 0 : tap.gap;
        tap.same = !tap.breaks && taps[day.taps.back().index].face == taps[index].face;
        tap.time = start + seconds(taps[first].at, taps[index].at);
        day.taps.push_back(tap);
    }
    day.openSeconds.assign(day.taps.empty() ? 0 : hourOf(day.taps.back().time) + 1, 0);
}

/// Calls `each(hour, part)` for the parts of (from, to] that lie in one hour.
template <class Each>
void byHour(double from, double to, Each each)
{
    while (from < to) {
        const double end = std::min(to, 3600 * (std::floor(from / 3600) + 1));
        each(hourOf(from), end - from);
        from = end;
    }
}

/// Passages between two taps; nothing where the counter wasn't there or started again.
std::optional<double> passagesBetween(const TapView& from, const TapView& to)
{
    if (from.boot != to.boot || !from.doors || !to.doors || *to.doors < *from.doors) {
        return std::nullopt;
    }
    return static_cast<double>(*to.doors - *from.doors);
}

void takePresence(std::span<const TapView> taps, const StandMemory& before, ModelDay& day)
{
    constexpr std::size_t nearest = 20;
    constexpr double leastBroken = 0.8;
    constexpr double mostFalse = 0.2;
    std::vector<std::size_t> longs; // taps after a long gap
    std::vector<double> brokenUpTo{0};
    double shorts = 0;
    double falses = 0;
    for (std::size_t index = 0; index < day.taps.size(); ++index) {
        const ModelTap& tap = day.taps[index];
        const Presence presence = taps[tap.index].presence;
        if (tap.breaks || presence == Presence::Unknown) {
            continue;
        }
        const double broken = presence == Presence::Broken ? 1 : 0;
        if (tap.gap > longGap) {
            longs.push_back(index);
            brokenUpTo.push_back(brokenUpTo.back() + broken);
        } else if (tap.gap < shortGap) {
            shorts += 1;
            falses += broken;
        }
    }
    if (shorts >= 5 && falses > mostFalse * shorts) {
        return;
    }
    std::size_t upTo = 0; // longs before this tap
    for (std::size_t index = 0; index < day.taps.size(); ++index) {
        while (upTo < longs.size() && longs[upTo] < index) {
            ++upTo;
        }
        const std::size_t begin =
            std::min(upTo > nearest / 2 ? upTo - nearest / 2 : 0, longs.size() > nearest ? longs.size() - nearest : 0);
        const std::size_t end = std::min(begin + nearest, longs.size());
        double seen = static_cast<double>(end - begin);
        double broken = brokenUpTo[end] - brokenUpTo[begin];
        if (seen < 5 && before.longGaps > 0) {
            broken += 5 * before.longBreaks / before.longGaps;
            seen += 5;
        }
        ModelTap& tap = day.taps[index];
        if (broken >= leastBroken * seen) {
            tap.presence = taps[tap.index].presence;
            day.usesPresence = day.usesPresence || tap.presence != Presence::Unknown;
        }
    }
}

void takeDoors(std::span<const TapView> taps, ModelDay& day)
{
    day.passages.assign(day.openSeconds.size(), 0);
    double visits = 0;
    double all = 0;
    for (std::size_t index = 1; index < day.taps.size(); ++index) {
        const ModelTap& from = day.taps[index - 1];
        const ModelTap& to = day.taps[index];
        if (to.startsStretch) {
            continue;
        }
        byHour(from.time, to.time, [&](std::size_t hour, double part) { day.openSeconds[hour] += part; });
        visits += to.breaks || to.gap >= visitGap ? 1 : 0;
        const auto passages = passagesBetween(taps[from.index], taps[to.index]);
        if (!passages || *passages == 0) {
            continue;
        }
        all += *passages;
        const double length = std::max(to.time - from.time, 1e-3);
        byHour(from.time, from.time + length, [&](std::size_t hour, double part) {
            day.passages[std::min(hour, day.passages.size() - 1)] += *passages * part / length;
        });
    }
    day.usesDoors = all >= 3 && all >= 0.5 * visits;
}

void takeTicketsAndScreens(std::span<const TapView> taps, ModelDay& day)
{
    std::unordered_set<TicketKey> used;
    TicketKey own = noTicket; // which the visit of the tap before spent
    double lastClaim = -claimEvery;
    bool claimed = false; // in this presence
    for (std::size_t index = 0; index < day.taps.size(); ++index) {
        ModelTap& tap = day.taps[index];
        const TapView& view = taps[tap.index];
        if (tap.breaks || tap.presence != Presence::Continuous) {
            claimed = false;
        }
        const TicketKey last = tap.breaks ? noTicket : taps[day.taps[index - 1].index].ticket;
        const bool isNext = index > 0 && day.taps[index - 1].index + 1 == tap.index;
        if (isNext && taps[tap.index - 1].withdrawn && view.ticket == own) {
            used.erase(own); // the person answers again
        }
        if (view.ticket != noTicket) {
            const bool isFresh = view.ticket != usedTicket && used.insert(view.ticket).second;
            const bool isLast = view.ticket != usedTicket && view.ticket == last;
            tap.ticketUsed = !isFresh && !isLast;
            (isLast ? tap.opens : tap.goesOn) = 0;
            own = isFresh || (isLast && own == last) ? view.ticket : noTicket;
        } else if (tap.breaks || tap.gap >= visitGap) {
            own = noTicket;
        }
        if (view.ticket == noTicket && last != noTicket) {
            tap.goesOn = ticketForgotten;
        }
        if (view.screen == ScreenContext::Claimed) {
            tap.opens *= claimed || tap.time - lastClaim < claimEvery ? 1 : claimFactor;
            claimed = true;
            lastClaim = tap.time;
        } else if (view.screen == ScreenContext::Poll && view.ticket == noTicket) {
            (tap.presence == Presence::Broken ? tap.goesOn : tap.opens) = 0;
        }
    }
}

/// Taps in a stretch in which many came and the counter said nothing at all: it was dead there.
std::vector<bool> silentDoors(std::span<const TapView> taps, const ModelDay& day)
{
    constexpr double leastVisits = 12;
    constexpr double leastSeconds = 20 * 60;
    std::vector<bool> silent(day.taps.size(), false);
    for (std::size_t begin = 0; begin < day.taps.size();) {
        std::size_t end = begin + 1;
        double visits = 1;
        while (end < day.taps.size() && !day.taps[end].startsStretch &&
               passagesBetween(taps[day.taps[end - 1].index], taps[day.taps[end].index]) == 0.0) {
            visits += day.taps[end].breaks || day.taps[end].gap >= visitGap ? 1 : 0;
            ++end;
        }
        if (visits >= leastVisits && day.taps[end - 1].time - day.taps[begin].time >= leastSeconds) {
            std::fill(silent.begin() + static_cast<std::ptrdiff_t>(begin),
                      silent.begin() + static_cast<std::ptrdiff_t>(end), true);
        }
        begin = end;
    }
    return silent;
}

/// F: how many of the exits have happened `delay` seconds after the last tap.
double exited(double delay)
{
    if (delay <= 0) {
        return 0;
    }
    const double ratio = delay / 8;
    const double fourth = ratio * ratio * ratio * ratio;
    return fourth / (1 + fourth);
}

double rateAt(const std::vector<double>& rates, double time)
{
    return rates.empty() ? 0 : rates[std::min(hourOf(time), rates.size() - 1)];
}

/// Passages expected in a piece, by all ends up to `lastTap` and by others; `lastTap`: the last tap before it.
double expectedPassages(const ModelDay& day, const ModelParameters& parameters, std::span<const double> ended,
                        double from, double to, std::size_t lastTap)
{
    double exits = 0;
    for (std::size_t tap = lastTap + 1; tap-- > 0 && from - day.taps[tap].time < exitsReach;) {
        if (ended[tap] > 1e-6) {
            exits += ended[tap] * (exited(to - day.taps[tap].time) - exited(from - day.taps[tap].time));
        }
    }
    return rateAt(parameters.passageRate, from) * (to - from) + parameters.exitCounted * exits;
}

double densityOf(double gap, const LogNormal& law)
{
    return logNormalDensity(std::max(gap, 0.05), law.median, law.sigma);
}

/// λ(t) e^(−Λ) of a gap that ends at `time`.
double arrivalDensity(const std::vector<double>& rates, double time, double gap)
{
    double hazard = 0;
    byHour(time - gap, time,
           [&](std::size_t hour, double part) { hazard += part * rates[std::min(hour, rates.size() - 1)]; });
    return rateAt(rates, time) * std::exp(-std::min(hazard, longestHazard));
}

double presenceFactor(Presence presence, double broken)
{
    switch (presence) {
    case Presence::Unknown: return 1;
    case Presence::Continuous: return 1 - broken;
    case Presence::Broken: return broken;
    }
    return 1;
}

} // namespace

ModelDay modelDay(std::span<const TapView> taps, const StandMemory& before)
{
    ModelDay day;
    placeOnAxis(taps, day);
    takePresence(taps, before, day);
    takeDoors(taps, day);
    takeTicketsAndScreens(taps, day);
    return day;
}

std::optional<std::vector<DoorWord>> doorWords(const ModelDay& day, std::span<const TapView> taps,
                                               const ModelParameters& parameters, std::span<const double> ended,
                                               const Cancelled& isCancelled)
{
    std::vector<DoorWord> words(day.taps.size());
    const std::vector<bool> silent = silentDoors(taps, day);
    std::vector<double> expectedBefore(day.taps.size(), 0); // between the tap before and this
    for (std::size_t tap = 1; tap < day.taps.size(); ++tap) {
        if (!day.taps[tap].startsStretch) {
            expectedBefore[tap] =
                expectedPassages(day, parameters, ended, day.taps[tap - 1].time, day.taps[tap].time, tap - 1);
        }
    }
    for (std::size_t tap = 0; tap < day.taps.size(); ++tap) {
        if (tap % tapsBetweenQuestions == 0 && isCancelled && isCancelled()) {
            return std::nullopt;
        }
        if (silent[tap] || (tap + 1 < day.taps.size() && day.taps[tap + 1].breaks)) {
            continue; // what ended for certain needs no word
        }
        const double start = day.taps[tap].time;
        const auto left = taps[day.taps[tap].index].left;
        double counted = 0;
        const auto hear = [&](double from, double to, double passages, double expected) {
            const double share = exited(to - start) - exited(from - start);
            const double others = std::max(expected - (parameters.exitCounted * ended[tap] * share), leastExpected);
            words[tap].expected += share;
            words[tap].seen += share * passages / others;
            counted += passages;
        };
        const double end = start + ownExitWithin;
        for (std::size_t next = tap + 1;; ++next) {
            const double from = day.taps[next - 1].time;
            const bool isLast = next == day.taps.size() || day.taps[next].startsStretch;
            if (left && (isLast || day.taps[next].time > end)) {
                hear(from, end, std::max(0.0, static_cast<double>(*left) - counted),
                     expectedPassages(day, parameters, ended, from, end, next - 1));
                break;
            }
            if (isLast || from > end || day.taps[next].time > from + exitsReach) {
                break;
            }
            const auto passages = passagesBetween(taps[day.taps[next - 1].index], taps[day.taps[next].index]);
            if (!passages) {
                break;
            }
            hear(from, day.taps[next].time, *passages, expectedBefore[next]);
        }
    }
    return words;
}

double doorRatio(const DoorWord& word, double exitCounted)
{
    static const double most = std::exp(3.0);
    return std::clamp(1 - exitCounted * word.expected + exitCounted * word.seen, 1 / most, most);
}

std::vector<TapLikelihood> likelihoods(const ModelDay& day, const ModelParameters& parameters,
                                       std::span<const DoorWord> doors)
{
    constexpr double least = 1e-30; // nothing that was seen is impossible because of a number's size
    std::vector<TapLikelihood> made(day.taps.size());
    for (std::size_t index = 0; index < day.taps.size(); ++index) {
        const ModelTap& tap = day.taps[index];
        TapLikelihood& likelihood = made[index];
        likelihood.breaks = tap.breaks;
        if (tap.breaks) {
            continue;
        }
        const double placesChanged = 1 / (1 + std::exp(-(tap.gap - 1.6) / 0.12));
        const double door = doors.empty() ? 1 : doorRatio(doors[index - 1], parameters.exitCounted);
        const std::array gaps{arrivalDensity(parameters.arrivalRate, tap.time, tap.gap),
                              densityOf(tap.gap, parameters.follower)};
        const double sameNew = parameters.sameNew;
        const std::array sames{sameNew, sameNew + parameters.groupsAgree * (1 - sameNew)};
        for (std::size_t origin = 0; origin < visitOrigins; ++origin) {
            likelihood.opens[origin] = std::max(least, gaps[origin] * placesChanged) *
                                       presenceFactor(tap.presence, parameters.broken[origin]) *
                                       (tap.same ? sames[origin] : 1 - sames[origin]) * door * tap.opens;
        }
        const double falseBreak =
            std::clamp(parameters.falseBreak + 1 - std::exp(-parameters.falseBreakRate * tap.gap), 0.0, 0.99);
        for (std::size_t type = 0; type < visitTypes; ++type) {
            const double same = parameters.sameWithin[type];
            likelihood.goesOn[type] = std::max(least, densityOf(tap.gap, parameters.within[type])) *
                                      presenceFactor(tap.presence, falseBreak) * (tap.same ? same : 1 - same) *
                                      tap.goesOn;
        }
    }
    return made;
}

} // namespace smiley::core
