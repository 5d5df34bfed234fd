// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/core/visit_model_chain.h"

#include <algorithm>
#include <cassert>
#include <numeric>

namespace smiley::core {

namespace {

bool asksAndIsCancelled(const Cancelled& isCancelled, std::size_t tap)
{
    return tap % tapsBetweenQuestions == 0 && isCancelled && isCancelled();
}

/// The probabilities of one step, state by state.
class Steps {
public:
    explicit Steps(const ChainRates& rates) : m_share(rates.share)
    {
        for (std::size_t index = 0; index < chainStates; ++index) {
            const ChainState state = chainState(index);
            const double afterFirst = state.type == VisitType::Single ? 0 : 1;
            m_goesOn[index] = state.first ? afterFirst : rates.again[static_cast<std::size_t>(state.type)];
        }
        for (std::size_t origin = 0; origin < visitOrigins; ++origin) {
            m_next[origin] = {1 - rates.follow[origin], rates.follow[origin]};
        }
    }

    /// Of a visit that opens the day or follows a break: it came by itself.
    [[nodiscard]] double begins(ChainState state) const
    {
        return state.first && state.origin == VisitOrigin::Arrival ? share(state) : 0;
    }
    [[nodiscard]] double ends(std::size_t from) const { return 1 - m_goesOn[from]; }
    [[nodiscard]] double goesOn(std::size_t from) const { return m_goesOn[from]; }
    [[nodiscard]] double share(ChainState state) const { return m_share[static_cast<std::size_t>(state.type)]; }
    /// That a visit of origin `to` comes behind an ended one of origin `from`, with what was seen.
    [[nodiscard]] double opens(std::size_t from, std::size_t to, const TapLikelihood& tap) const
    {
        return m_next[from][to] * tap.opens[to];
    }

private:
    PerType<double> m_share;
    PerState<double> m_goesOn{};
    std::array<std::array<double, visitOrigins>, visitOrigins> m_next{};
};

std::size_t originOf(std::size_t index) { return index / (2 * visitTypes); }
/// The state of a later tap of the same visit, and that of the first.
std::size_t laterOf(std::size_t index)
{
    ChainState state = chainState(index);
    state.first = false;
    return indexOf(state);
}

/// Scales to a sum of 1. What can't have happened (all 0) has happened all the same: then every visit is possible.
void normalise(const Steps& steps, PerState<double>& values)
{
    const double sum = std::accumulate(values.begin(), values.end(), 0.0);
    for (std::size_t index = 0; index < chainStates; ++index) {
        values[index] = sum > 0 ? values[index] / sum : steps.begins(chainState(index));
    }
}

PerState<double> openedDay(const Steps& steps)
{
    PerState<double> values{};
    for (std::size_t index = 0; index < chainStates; ++index) {
        values[index] = steps.begins(chainState(index));
    }
    return values;
}

PerState<double> forward(const Steps& steps, const PerState<double>& before, const TapLikelihood& tap)
{
    if (tap.breaks) {
        return openedDay(steps);
    }
    PerState<double> after{};
    std::array<double, visitOrigins> ended{};
    for (std::size_t index = 0; index < chainStates; ++index) {
        ended[originOf(index)] += before[index] * steps.ends(index);
        after[laterOf(index)] += before[index] * steps.goesOn(index) * tap.goesOn[index % visitTypes];
    }
    for (std::size_t to = 0; to < visitOrigins; ++to) {
        const double opened = ended[0] * steps.opens(0, to, tap) + ended[1] * steps.opens(1, to, tap);
        for (std::size_t type = 0; type < visitTypes; ++type) {
            const ChainState state{static_cast<VisitType>(type), true, static_cast<VisitOrigin>(to)};
            after[indexOf(state)] += steps.share(state) * opened;
        }
    }
    normalise(steps, after);
    return after;
}

/// What the taps from `tap` on say of the state before it, given what those after `tap` say of the state at it.
PerState<double> backward(const Steps& steps, const TapLikelihood& tap, const PerState<double>& after)
{
    PerState<double> before{};
    std::array<double, visitOrigins> opened{}; // by the new visit's origin
    for (std::size_t type = 0; type < visitTypes; ++type) {
        for (std::size_t to = 0; to < visitOrigins; ++to) {
            const ChainState state{static_cast<VisitType>(type), true, static_cast<VisitOrigin>(to)};
            opened[to] += steps.share(state) * after[indexOf(state)];
        }
    }
    double sum = 0;
    for (std::size_t index = 0; index < chainStates; ++index) {
        if (tap.breaks) {
            before[index] = steps.ends(index);
        } else {
            const std::size_t from = originOf(index);
            before[index] =
                steps.ends(index) * (steps.opens(from, 0, tap) * opened[0] + steps.opens(from, 1, tap) * opened[1]) +
                steps.goesOn(index) * tap.goesOn[index % visitTypes] * after[laterOf(index)];
        }
        sum += before[index];
    }
    for (double& value : before) {
        value = sum > 0 ? value / sum : 1;
    }
    return before;
}

/// The probability of each step from `from` to `to`, with what was seen.
double stepTo(const Steps& steps, std::size_t from, std::size_t to, const TapLikelihood& tap)
{
    const ChainState state = chainState(to);
    if (tap.breaks) {
        return steps.ends(from) * steps.begins(state);
    }
    if (state.first) {
        return steps.ends(from) * steps.opens(originOf(from), originOf(to), tap) * steps.share(state);
    }
    return laterOf(from) == to ? steps.goesOn(from) * tap.goesOn[from % visitTypes] : 0;
}

std::size_t drawn(const PerState<double>& weights, ModelRandom& random)
{
    double left = random.uniform() * std::accumulate(weights.begin(), weights.end(), 0.0);
    std::size_t last = 0;
    for (std::size_t index = 0; index < chainStates; ++index) {
        if (weights[index] <= 0) {
            continue;
        }
        last = index;
        left -= weights[index];
        if (left < 0) {
            break;
        }
    }
    return last;
}

} // namespace

double Smoothed::opens(std::size_t tap) const
{
    double sum = 0;
    for (std::size_t index = 0; index < chainStates; ++index) {
        sum += chainState(index).first ? state[tap][index] : 0;
    }
    return sum;
}

std::optional<std::vector<PerState<double>>> filterChain(const ChainRates& rates, std::span<const TapLikelihood> taps,
                                                         const Cancelled& isCancelled)
{
    const Steps steps(rates);
    std::vector<PerState<double>> filtered;
    filtered.reserve(taps.size());
    for (const TapLikelihood& tap : taps) {
        if (asksAndIsCancelled(isCancelled, filtered.size())) {
            return std::nullopt;
        }
        filtered.push_back(filtered.empty() ? openedDay(steps) : forward(steps, filtered.back(), tap));
    }
    return filtered;
}

std::optional<Smoothed> smoothChain(const ChainRates& rates, std::span<const TapLikelihood> taps,
                                    const Cancelled& isCancelled)
{
    auto filtered = filterChain(rates, taps, isCancelled);
    if (!filtered) {
        return std::nullopt;
    }
    const Steps steps(rates);
    Smoothed smoothed;
    smoothed.state = std::move(*filtered);
    PerState<double> after{};
    for (std::size_t index = 0; index < chainStates; ++index) {
        after[index] = steps.ends(index); // the day ends
    }
    for (std::size_t tap = taps.size(); tap-- > 0;) {
        if (asksAndIsCancelled(isCancelled, tap)) {
            return std::nullopt;
        }
        PerState<double>& state = smoothed.state[tap];
        for (std::size_t index = 0; index < chainStates; ++index) {
            state[index] *= after[index];
        }
        normalise(steps, state);
        if (tap == 0) {
            break;
        }
        // How an opened visit divides over the origins of the one before it: by their weight in the filter.
        const PerState<double>& before = smoothed.state[tap - 1]; // still the filter's
        std::array<double, visitOrigins> ended{};
        std::array<double, visitOrigins> opened{};
        for (std::size_t index = 0; index < chainStates; ++index) {
            ended[originOf(index)] += before[index] * steps.ends(index);
            opened[originOf(index)] += chainState(index).first ? state[index] : 0;
        }
        for (std::size_t to = 0; to < visitOrigins && !taps[tap].breaks; ++to) {
            const double first = ended[0] * steps.opens(0, to, taps[tap]);
            const double second = ended[1] * steps.opens(1, to, taps[tap]);
            if (first + second > 0) {
                smoothed.followed[0][to] += opened[to] * first / (first + second);
                smoothed.followed[1][to] += opened[to] * second / (first + second);
            }
        }
        after = backward(steps, taps[tap], after);
    }
    return smoothed;
}

std::optional<std::vector<ChainState>> likeliestChain(const ChainRates& rates, std::span<const TapLikelihood> taps,
                                                      const Cancelled& isCancelled)
{
    static_assert(chainStates <= 256);
    const Steps steps(rates);
    std::vector<PerState<std::uint8_t>> cameFrom(taps.size());
    PerState<double> best = openedDay(steps);
    for (std::size_t tap = 1; tap < taps.size(); ++tap) {
        if (asksAndIsCancelled(isCancelled, tap)) {
            return std::nullopt;
        }
        PerState<double> next{};
        for (std::size_t from = 0; from < chainStates; ++from) {
            for (std::size_t to = 0; to < chainStates && best[from] > 0; ++to) {
                const double value = best[from] * stepTo(steps, from, to, taps[tap]);
                if (value > next[to]) {
                    next[to] = value;
                    cameFrom[tap][to] = static_cast<std::uint8_t>(from);
                }
            }
        }
        normalise(steps, next);
        best = next;
    }
    std::vector<ChainState> path(taps.size());
    std::size_t last = 0;
    for (std::size_t index = 0; index < chainStates; ++index) {
        best[index] *= steps.ends(index);
        last = best[index] > best[last] ? index : last;
    }
    for (std::size_t tap = taps.size(); tap-- > 0;) {
        path[tap] = chainState(last);
        last = cameFrom[tap][last];
    }
    return path;
}

std::optional<std::vector<ChainState>> drawChain(const ChainRates& rates, std::span<const TapLikelihood> taps,
                                                 ModelRandom& random, const Cancelled& isCancelled)
{
    const auto filtered = filterChain(rates, taps, isCancelled);
    if (!filtered) {
        return std::nullopt;
    }
    const Steps steps(rates);
    std::vector<ChainState> path(taps.size());
    std::size_t to = 0;
    for (std::size_t tap = taps.size(); tap-- > 0;) {
        if (asksAndIsCancelled(isCancelled, tap)) {
            return std::nullopt;
        }
        PerState<double> weights = (*filtered)[tap];
        const bool isLast = tap + 1 == taps.size();
        for (std::size_t from = 0; from < chainStates; ++from) {
            weights[from] *= isLast ? steps.ends(from) : stepTo(steps, from, to, taps[tap + 1]);
        }
        to = drawn(weights, random);
        path[tap] = chainState(to);
    }
    return path;
}

} // namespace smiley::core
