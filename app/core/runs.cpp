// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/runs.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>

namespace smiley::core {

namespace {

constexpr std::size_t faces = 5;
constexpr std::array<double, 3> paces{1.0 / 10, 1.0 / 45, 1.0 / 200}; ///< presses per second
constexpr std::size_t lanes = 16; ///< one for each face and pace, and one that is never used: a round number is quicker
static_assert(faces * paces.size() <= lanes);

// P(face | pusher) / P(face | visitor): a pusher keeps to the face with 0.92; two visitors agree with 0.3.
constexpr float ownFace = static_cast<float>(0.92 / 0.3);
constexpr float otherFace = static_cast<float>(0.08 / 0.7);

// Visits that follow each other closely come in a queue or a group, at these rates at least.
constexpr std::int64_t queueMs = 15'000;
constexpr double queuePerSecond = 0.08;
constexpr std::int64_t groupMs = 30'000;
constexpr double groupPerSecond = 0.02;
constexpr double ordinarySeconds = 270; ///< between visits, where `runOnset` holds
constexpr float thereMin = 0.3F;        ///< a stretch: probability that a pusher is there
constexpr float pusherMin = 0.5F;
constexpr float oddsMax = 1e12F;

using Lanes = std::array<float, lanes>;

/// What r and L of one visit are made of: few numbers, because a busy day has thousands of visits.
struct Presses {
    std::array<float, paces.size()> r{};    ///< (ν/λ)·D
    std::array<float, paces.size()> none{}; ///< exp(−νΔt)
    std::size_t own = 0;                    ///< the face

    [[nodiscard]] float ratio(std::size_t lane) const
    {
        return r[lane / faces] * (lane % faces == own ? ownFace : otherFace);
    }
    [[nodiscard]] Lanes likelihoods() const
    {
        Lanes lane{};
        for (std::size_t pace = 0; pace < paces.size(); ++pace) {
            std::fill_n(lane.begin() + static_cast<std::ptrdiff_t>(pace * faces), faces,
                        none[pace] * (1 + r[pace] * otherFace));
            lane[pace * faces + own] = none[pace] * (1 + r[pace] * ownFace);
        }
        return lane;
    }
};

Presses pressesOf(const DayFigures& figures, const RunVisit& visit, std::int64_t gapMs)
{
    const double together = gapMs < queueMs ? queuePerSecond : gapMs < groupMs ? groupPerSecond : 0;
    const double rate = std::max(figures.visitsPerSecond, together);
    const double gap = static_cast<double>(gapMs) / 1000;
    Presses presses;
    presses.own = static_cast<std::size_t>(score(visit.face) - 1);
    for (std::size_t pace = 0; pace < paces.size(); ++pace) {
        presses.none[pace] = std::exp(static_cast<float>(-paces.at(pace) * gap));
        presses.r[pace] = static_cast<float>(paces.at(pace) / rate) * visit.nobodyLeft;
    }
    return presses;
}

} // namespace

std::vector<bool> implausibleRuns(const VisitRule& rule, const DayFigures& figures, std::span<const RunVisit> visits)
{
    // Pushers come so often a day, however many visitors do.
    const double busy = std::max(1.0, ordinarySeconds * figures.visitsPerSecond);
    const auto onset = static_cast<float>(rule.runOnset / busy);
    const auto stays = static_cast<float>(1 - rule.runEnd);
    const auto ends = static_cast<float>(rule.runEnd);
    std::vector<Presses> presses(visits.size());
    std::vector<Lanes> there(visits.size()); // odds that a pusher is there: forward, then both ways, then probabilities
    Lanes forward{};
    Lanes top{};
    for (std::size_t index = 0; index < visits.size(); ++index) {
        constexpr std::int64_t longAgo = 60'000;
        const bool follows = index > 0 && visits[index].boot == visits[index - 1].boot;
        const std::int64_t gap =
            follows ? std::max<std::int64_t>(count(visits[index].first) - count(visits[index - 1].first), 0) : longAgo;
        presses[index] = pressesOf(figures, visits[index], gap);
        const Lanes likelihood = presses[index].likelihoods();
        for (std::size_t lane = 0; lane < lanes; ++lane) {
            const float odds = (stays * forward[lane] + onset) * likelihood[lane];
            forward[lane] = odds < oddsMax ? odds : oddsMax;
            top[lane] = forward[lane] > top[lane] ? forward[lane] : top[lane];
        }
        there[index] = forward;
    }
    const float highest = *std::max_element(top.begin(), top.end());
    if (highest < 0.1F) {
        return std::vector<bool>(visits.size());
    }
    Lanes backward;
    backward.fill(1);
    Lanes most{}; // of the probabilities
    for (std::size_t index = visits.size(); index-- > 0;) {
        Lanes now = there[index]; // local: so the compiler takes four lanes at once
        const Lanes likelihood = presses[index].likelihoods();
        for (std::size_t lane = 0; lane < lanes; ++lane) {
            const float both = now[lane] * backward[lane];
            now[lane] = both / (1 + both);
            most[lane] = now[lane] > most[lane] ? now[lane] : most[lane];
            const float next = likelihood[lane] * backward[lane];
            const float odds = (stays * next + ends) / (onset * next + 1 - onset);
            backward[lane] = odds < oddsMax ? odds : oddsMax;
        }
        there[index] = now;
    }

    std::vector<bool> runs(visits.size());
    for (std::size_t lane = 0; lane < lanes; ++lane) {
        if (most[lane] < thereMin) {
            continue;
        }
        const auto isPusher = [&](std::size_t index) {
            const float r = presses[index].ratio(lane);
            return there[index][lane] * r / (1 + r) > pusherMin;
        };
        for (std::size_t begin = 0; begin < visits.size();) {
            std::size_t end = begin;
            std::int64_t found = 0;
            while (end < visits.size() && there[end][lane] >= thereMin) {
                found += isPusher(end) ? 1 : 0;
                ++end;
            }
            for (std::size_t index = begin; found >= rule.runVisitsMin && index < end; ++index) {
                runs[index] = runs[index] || isPusher(index);
            }
            begin = std::max(end, begin + 1);
        }
    }
    return runs;
}

} // namespace smiley::core
