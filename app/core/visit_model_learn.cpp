// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/core/visit_model_learn.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

namespace smiley::core {

namespace {

constexpr int rounds = 4;
constexpr double shrinkSeconds = 635;
constexpr double memorySeconds = 1800;
constexpr double usualRate = 80 / 21600.0; ///< visits per second of a stand that nobody knows
constexpr double leastRate = 1e-5;

double total(const std::vector<double>& values) { return std::accumulate(values.begin(), values.end(), 0.0); }

double meanRate(double events, double time, double prior)
{
    return std::max((events + memorySeconds * prior) / (time + memorySeconds), leastRate);
}

/// Rates by hour, each drawn to the mean.
std::vector<double> hourlyRates(const std::vector<double>& events, const std::vector<double>& time, double mean)
{
    std::vector<double> rates(time.size());
    for (std::size_t hour = 0; hour < time.size(); ++hour) {
        rates[hour] = (std::max(0.0, events[hour]) + shrinkSeconds * mean) / (time[hour] + shrinkSeconds);
    }
    return rates;
}

/// h with pseudo-visits. The faces are added up by size, so that renaming them changes nothing, not even a rounding.
double sameNewOf(std::array<double, 5> faces, double usual)
{
    constexpr double pseudo = 20;
    std::sort(faces.begin(), faces.end());
    const double all = std::accumulate(faces.begin(), faces.end(), 0.0);
    double squares = 0;
    for (const double face : faces) {
        squares += face * face;
    }
    return all > 0 ? (pseudo * usual + squares / all) / (pseudo + all) : usual;
}

struct Beta {
    double mean = 0.5;
    double weight = 1;
};

/// Share of the passages after a visit that are its own, before the day.
Beta exitPrior(const StandMemory& before, double usual)
{
    if (before.aloneVisits < 1 || before.openSeconds < 1) {
        return {usual, 10};
    }
    // exits = d + 20 s · (passages − d · arrivals) / open seconds, solved for d
    const double exits = before.aloneExits / before.aloneVisits;
    const double others = 20 * before.passages / before.openSeconds;
    const double own = 1 - 20 * before.arrivals / before.openSeconds;
    const double mean = own > 0.1 ? std::clamp((exits - others) / own, 0.05, 0.95) : usual;
    return {mean, std::min(10 + before.aloneVisits, 30.0)};
}

/// The maximisation.
class Teacher {
public:
    Teacher(const ModelDay& day, std::span<const TapView> taps, const StandMemory& before, ModelParameters prior)
        : m_day(day),
          m_taps(taps),
          m_before(before),
          m_prior(std::move(prior))
    {}

    [[nodiscard]] ModelParameters learn(const Smoothed& smoothed, const std::vector<double>& ended,
                                        const Learned& last) const
    {
        ModelParameters made = m_prior;
        learnVisits(smoothed, made);
        learnPresence(smoothed, made);
        learnFaces(ended, made);
        if (m_day.usesDoors) {
            learnDoors(ended, last, made);
        }
        return made;
    }

private:
    void learnVisits(const Smoothed& smoothed, ModelParameters& made) const
    {
        constexpr double visitsPseudo = 200;
        constexpr double tapsPseudo = 30;
        constexpr double followPseudo = 20;
        PerType<double> firsts{};
        PerType<double> laters{};
        std::vector<double> arrivals(m_day.openSeconds.size(), 0);
        for (std::size_t tap = 0; tap < m_day.taps.size(); ++tap) {
            for (std::size_t index = 0; index < chainStates; ++index) {
                const ChainState state = chainState(index);
                const double weight = smoothed.state[tap][index];
                (state.first ? firsts : laters)[static_cast<std::size_t>(state.type)] += weight;
                if (state.first && state.origin == VisitOrigin::Arrival) {
                    arrivals[hourOf(m_day.taps[tap].time)] += weight;
                }
            }
        }
        const double visits = std::accumulate(firsts.begin(), firsts.end(), 0.0);
        for (std::size_t type = 0; type < visitTypes; ++type) {
            made.rates.share[type] =
                (visitsPseudo * m_prior.rates.share[type] + firsts[type]) / (visitsPseudo + visits);
            // Each visit of the type goes on after its first tap; what is over came behind a later tap.
            made.rates.again[type] =
                (tapsPseudo * m_prior.rates.again[type] + std::max(0.0, laters[type] - firsts[type])) /
                (tapsPseudo + laters[type]);
        }
        made.rates.again[0] = 0;
        for (std::size_t origin = 0; origin < visitOrigins; ++origin) {
            const auto& followed = smoothed.followed[origin];
            made.rates.follow[origin] = (followPseudo * m_prior.rates.follow[origin] + followed[1]) /
                                        (followPseudo + followed[0] + followed[1]);
        }
        const double prior = m_prior.arrivalRate.empty() ? usualRate : m_prior.arrivalRate.front();
        const double mean = meanRate(total(arrivals), total(m_day.openSeconds), prior);
        made.arrivalRate = hourlyRates(arrivals, m_day.openSeconds, mean);
    }

    void learnPresence(const Smoothed& smoothed, ModelParameters& made) const
    {
        constexpr double visitsPseudo = 60;
        constexpr double flickerPseudo = 132;
        constexpr double secondsPseudo = 300;
        constexpr double flickerGap = 4;
        std::array<double, visitOrigins> came{};
        std::array<double, visitOrigins> broken{};
        double quick = 0;
        double quickBroken = 0;
        double stood = 0; // s
        double stoodBroken = 0;
        for (std::size_t index = 0; index < m_day.taps.size(); ++index) {
            const ModelTap& tap = m_day.taps[index];
            if (tap.breaks || tap.presence == Presence::Unknown) {
                continue;
            }
            const double isBroken = tap.presence == Presence::Broken ? 1 : 0;
            double goesOn = 0;
            for (std::size_t at = 0; at < chainStates; ++at) {
                const ChainState state = chainState(at);
                const double weight = smoothed.state[index][at];
                if (state.first) {
                    came[static_cast<std::size_t>(state.origin)] += weight;
                    broken[static_cast<std::size_t>(state.origin)] += weight * isBroken;
                } else {
                    goesOn += weight;
                }
            }
            (tap.gap < flickerGap ? quick : stood) += tap.gap < flickerGap ? goesOn : goesOn * tap.gap;
            (tap.gap < flickerGap ? quickBroken : stoodBroken) += goesOn * isBroken;
        }
        for (std::size_t origin = 0; origin < visitOrigins; ++origin) {
            made.broken[origin] =
                (visitsPseudo * m_prior.broken[origin] + broken[origin]) / (visitsPseudo + came[origin]);
        }
        made.falseBreak = (flickerPseudo * m_prior.falseBreak + quickBroken) / (flickerPseudo + quick);
        made.falseBreakRate = (secondsPseudo * m_prior.falseBreakRate + stoodBroken) / (secondsPseudo + stood);
    }

    void learnFaces(const std::vector<double>& ended, ModelParameters& made) const
    {
        std::array<double, 5> faces{};
        for (std::size_t tap = 0; tap < m_day.taps.size(); ++tap) {
            faces[static_cast<std::size_t>(score(m_taps[m_day.taps[tap].index].face) - 1)] += ended[tap];
        }
        made.sameNew = sameNewOf(faces, m_prior.sameNew);
    }

    void learnDoors(const std::vector<double>& ended, const Learned& last, ModelParameters& made) const
    {
        const auto [usual, weight] = exitPrior(m_before, m_prior.exitCounted);
        const double share = last.parameters.exitCounted;
        double counted = usual * weight;
        double all = weight;
        std::vector<double> others = m_day.passages;
        for (std::size_t tap = 0; tap < m_day.taps.size(); ++tap) {
            others[hourOf(m_day.taps[tap].time)] -= ended[tap] * share;
            if (last.doors.empty() || last.doors[tap].expected == 0) {
                continue;
            }
            // Given an end, the exit was counted, within the 20 s or after: (d·T + d·(1 − S)) / (1 − d·S + d·T).
            const double ratio = 1 - share * last.doors[tap].expected + share * last.doors[tap].seen;
            counted += ended[tap] * (ratio - 1 + share) / ratio;
            all += ended[tap];
        }
        made.exitCounted = std::clamp(counted / all, 0.01, 0.97);
        const double mean = meanRate(std::max(0.0, total(others)), total(m_day.openSeconds), 0);
        made.passageRate = hourlyRates(others, m_day.openSeconds, mean);
    }

    const ModelDay& m_day;
    std::span<const TapView> m_taps;
    const StandMemory& m_before;
    ModelParameters m_prior;
};

std::vector<double> opensOf(const Smoothed& smoothed)
{
    std::vector<double> opens(smoothed.state.size());
    for (std::size_t tap = 0; tap < opens.size(); ++tap) {
        opens[tap] = smoothed.opens(tap);
    }
    return opens;
}

} // namespace

ModelParameters priorParameters(const ModelDay& day, const StandMemory& before, ModelParameters made)
{
    const double rate = before.openSeconds > 0 ? before.arrivals / before.openSeconds : usualRate;
    made.arrivalRate.assign(day.openSeconds.size(), std::max(rate, leastRate));
    made.broken[0] = (20 * made.broken[0] + before.longBreaks) / (20 + before.longGaps);
    made.broken[1] = (60 * made.broken[1] + before.queueBreaks) / (60 + before.queueGaps);
    if (day.usesDoors) {
        made.exitCounted = exitPrior(before, made.exitCounted).mean;
        const double passages = total(day.passages);
        const double visits = std::min(passages / made.exitCounted, static_cast<double>(day.taps.size()));
        made.passageRate.assign(day.openSeconds.size(), meanRate(std::max(0.0, passages - made.exitCounted * visits),
                                                                 total(day.openSeconds), 0));
    }
    return made;
}

std::optional<Learned> learnDay(const ModelDay& day, std::span<const TapView> taps, const StandMemory& before,
                                const Cancelled& isCancelled, const ModelParameters& defaults)
{
    Learned learned{priorParameters(day, before, defaults), {}, {}};
    const Teacher teacher(day, taps, before, learned.parameters);
    for (int round = 0; round <= rounds; ++round) {
        const auto seen = likelihoods(day, learned.parameters, learned.doors);
        const auto smoothed = smoothChain(learned.parameters.rates, seen, isCancelled);
        if (!smoothed) {
            return std::nullopt;
        }
        learned.opens = opensOf(*smoothed);
        if (round == rounds) {
            break;
        }
        std::vector<double> ended(day.taps.size(), 1);
        std::copy(learned.opens.begin() + (ended.empty() ? 0 : 1), learned.opens.end(), ended.begin());
        learned.parameters = teacher.learn(*smoothed, ended, learned);
        if (day.usesDoors) {
            auto doors = doorWords(day, taps, learned.parameters, ended, isCancelled);
            if (!doors) {
                return std::nullopt;
            }
            learned.doors = std::move(*doors);
        }
    }
    return learned;
}

} // namespace smiley::core
