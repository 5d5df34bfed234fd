// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/door_count.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>
#include <cstdint>
#include <optional>

namespace smiley::core {

namespace {

constexpr std::size_t episodeTapsMax = 64;
constexpr std::uint32_t passagesMax = 127; ///< more in one episode say nothing
constexpr double exitBeginsSeconds = 3;    ///< a visitor needs 3 to 15 s from the last tap to the door
constexpr double exitTakesSeconds = 12;
constexpr double doubt = 0.003;        ///< probability of any count: things happen at a door
constexpr double doubtOfNobody = 1e-9; ///< the same where it is asked whether anybody left at all
constexpr double nobodyLeftMin = 0.02;
constexpr double nobodyLeftMax = 20;
/// A counter that stood still where this many people should have passed is dead.
constexpr double silenceMax = 9;
constexpr std::size_t silentTapsMin = 3;

/// P(T | K) for every K. One object for a whole day: its table is as large as an episode may be.
class CountLikelihood {
public:
    void set(std::uint32_t passages, double exits, double others)
    {
        m_passages = passages;
        m_exits = exits;
        m_others[0] = std::exp(-others);
        for (std::size_t k = 1; k <= passages; ++k) {
            m_others[k] = m_others[k - 1] * others / static_cast<double>(k);
        }
    }
    [[nodiscard]] double of(std::size_t people) const
    {
        double binomial = 1;
        for (std::size_t k = 0; k < people; ++k) {
            binomial *= 1 - m_exits;
        }
        double sum = 0;
        const double odds = m_exits / (1 - m_exits);
        const std::size_t most = std::min<std::size_t>(people, m_passages);
        for (std::size_t left = 0; left <= most; ++left) {
            sum += binomial * m_others[m_passages - left];
            binomial *= static_cast<double>(people - left) / static_cast<double>(left + 1) * odds;
        }
        return sum;
    }

private:
    std::size_t m_passages = 0;
    double m_exits = 0;
    std::array<double, passagesMax + 1> m_others{};
};

double seconds(MonotonicMs from, MonotonicMs to) { return static_cast<double>(count(to) - count(from)) / 1000; }

/// How many of those who tapped `after` seconds ago have reached the door, as a share.
double haveLeft(double after) { return std::clamp((after - exitBeginsSeconds) / exitTakesSeconds, 0.0, 1.0); }

/// Whether the counter lived at each tap: it did not where it stood still for longer than chance allows.
std::vector<bool> aliveCounter(const DayFigures& figures, std::span<const TapView> taps)
{
    std::vector<bool> alive(taps.size(), figures.usesDoors);
    const double expected = figures.othersPerSecond; // not the visits: they may be a pusher's
    for (std::size_t begin = 0; begin < taps.size();) {
        std::size_t end = begin + 1;
        while (end < taps.size() && taps[end].boot == taps[begin].boot && taps[end].doors == taps[begin].doors) {
            ++end;
        }
        const bool isCounted = end < taps.size() && taps[end].boot == taps[begin].boot;
        const double silence = seconds(taps[begin].at, taps[isCounted ? end : end - 1].at);
        if (!taps[begin].doors || (end - begin >= silentTapsMin && silence * expected > silenceMax)) {
            std::fill(alive.begin() + static_cast<std::ptrdiff_t>(begin),
                      alive.begin() + static_cast<std::ptrdiff_t>(end), false);
        }
        begin = end;
    }
    return alive;
}

struct Passages {
    std::uint32_t count = 0;
    double seconds = 0;      ///< from the first tap
    double afterSeconds = 0; ///< from the last tap
};

/// What the door counted from the first tap of the episode on; nothing where it can't be told.
std::optional<Passages> passagesOf(std::span<const TapView> taps, std::size_t begin, std::size_t end, double scale)
{
    const TapView& first = taps[begin];
    const TapView& last = taps[end - 1];
    const bool hasNext = end < taps.size() && taps[end].boot == last.boot && taps[end].at >= last.at;
    Passages passages;
    std::uint32_t until = 0;
    if (last.left && !(hasNext && count(taps[end].at) - count(last.at) < leftWithinMs)) {
        until = *last.doors + *last.left;
        passages.afterSeconds = static_cast<double>(leftWithinMs) / 1000;
    } else if (hasNext && taps[end].doors) {
        until = *taps[end].doors;
        passages.afterSeconds = seconds(last.at, taps[end].at);
    } else {
        return std::nullopt;
    }
    if (until < *first.doors) {
        return std::nullopt;
    }
    passages.count = static_cast<std::uint32_t>(std::lround((until - *first.doors) * scale));
    passages.seconds = seconds(first.at, last.at) + passages.afterSeconds;
    return passages.count <= passagesMax ? std::optional(passages) : std::nullopt;
}

/// The taps of one episode, and the odds of those that are open.
struct Episode {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::array<std::pair<double, std::size_t>, episodeTapsMax> open{}; ///< odds less the threshold, best first
    std::size_t opens = 0;
    std::size_t people = 1; ///< without the open ones
};

void findEpisode(const VisitRule& rule, double threshold, std::span<const TapView> taps, std::span<const TapOdds> odds,
                 std::size_t begin, Episode& episode)
{
    episode.begin = begin;
    episode.end = begin + 1;
    episode.opens = 0;
    episode.people = 1;
    for (std::size_t next = begin + 1; next < taps.size(); ++next) {
        const bool joins = !odds[next].breaksOff && count(taps[next].at) - count(taps[next - 1].at) < rule.episodeMs &&
                           next - begin < episodeTapsMax;
        if (!joins) {
            break;
        }
        if (odds[next].fixed == TapOdds::Fixed::No) {
            episode.open[episode.opens++] = {static_cast<double>(odds[next].evidence.total()) - threshold, next};
        }
        episode.people += odds[next].fixed == TapOdds::Fixed::New ? 1U : 0U;
        episode.end = next + 1;
    }
    std::sort(
        episode.open.begin(), episode.open.begin() + static_cast<std::ptrdiff_t>(episode.opens),
        [](const auto& a, const auto& b) { return a.first != b.first ? a.first > b.first : a.second < b.second; });
}

/// Decides the open taps of an episode by the door's count.
void decideByCount(const Episode& episode, const CountLikelihood& likelihood, std::span<Decision> decisions,
                   std::span<TapOdds> odds)
{
    std::size_t news = 0;
    if (episode.opens > 0) {
        std::array<double, episodeTapsMax + 1> byCount{};
        double byOdds = 0;
        double best = 0;
        for (std::size_t k = 0; k <= episode.opens; ++k) {
            byCount.at(k) =
                static_cast<double>(std::log(static_cast<float>(likelihood.of(episode.people + k) + doubt)));
            byOdds += k > 0 ? episode.open.at(k - 1).first : 0;
            if (k == 0 || byOdds + byCount.at(k) > best) {
                best = byOdds + byCount.at(k);
                news = k;
            }
        }
        for (std::size_t k = 0; k < episode.opens; ++k) {
            const std::size_t index = episode.open.at(k).second;
            const std::size_t with = k < news ? news : news + 1; // people, with this tap as a visit of its own
            odds[index].evidence.doors = static_cast<float>(byCount.at(with) - byCount.at(with - 1));
            decisions[index].isNew = k < news;
        }
    }
    const std::size_t people = episode.people + news;
    const double nobody = (likelihood.of(0) + doubtOfNobody) / (likelihood.of(people) + doubtOfNobody);
    const double each = people == 1 ? nobody : std::pow(nobody, 1 / static_cast<double>(people));
    for (std::size_t index = episode.begin; index < episode.end; ++index) {
        decisions[index].nobodyLeft = static_cast<float>(std::clamp(each, nobodyLeftMin, nobodyLeftMax));
    }
}

/// Evidence for a new visit after a pause: somebody walked out in it. Never against one: a pusher doesn't walk out, and
/// would be hidden in one long visit.
float somebodyLeft(const DayFigures& figures, const TapView& last, const TapView& tap, std::size_t peopleBefore)
{
    if (*tap.doors <= *last.doors) {
        return 0;
    }
    const double pause = seconds(last.at, tap.at);
    const double passages = (*tap.doors - *last.doors) * figures.doorScale;
    const double own = figures.exits * haveLeft(pause);
    const double onTheirWay = peopleBefore > 1 ? 0.5 * figures.exits * static_cast<double>(peopleBefore - 1) : 0;
    const double others = 1.1 * figures.othersPerSecond * pause + onTheirWay + 0.02;
    // ((1 − own)·Poisson(n) + own·Poisson(n − 1)) / Poisson(n), with the others' rate
    return std::clamp(std::log(static_cast<float>(1 - own + own * passages / others)), 0.0F, 4.0F);
}

} // namespace

std::vector<Decision> decide(const VisitRule& rule, const DayFigures& figures, std::span<const TapView> taps,
                             std::span<TapOdds> odds)
{
    assert(taps.size() == odds.size());
    const double threshold = std::log(rule.newVisitOdds);
    std::vector<Decision> decisions(taps.size());
    for (std::size_t index = 0; index < taps.size(); ++index) {
        decisions[index].isNew = odds[index].opensVisit(threshold);
    }
    if (!figures.usesDoors) {
        return decisions;
    }
    const std::vector<bool> alive = aliveCounter(figures, taps);
    Episode episode;
    CountLikelihood likelihood;
    std::size_t peopleBefore = 0; // of the episode before
    for (std::size_t begin = 0; begin < taps.size(); begin = episode.end) {
        if (odds[begin].fixed == TapOdds::Fixed::No && alive[begin] && alive[begin - 1]) {
            odds[begin].evidence.doors = somebodyLeft(figures, taps[begin - 1], taps[begin], peopleBefore);
            decisions[begin].isNew = odds[begin].opensVisit(threshold);
        }
        findEpisode(rule, threshold, taps, odds, begin, episode);
        const auto passages = alive[begin] && alive[episode.end - 1]
                                  ? passagesOf(taps, begin, episode.end, figures.doorScale)
                                  : std::nullopt;
        if (passages) {
            double onTheirWay = 0;
            if (!odds[begin].breaksOff) {
                onTheirWay = figures.exits * (1 - haveLeft(seconds(taps[begin - 1].at, taps[begin].at)));
            }
            const double others = 1.1 * figures.othersPerSecond * passages->seconds + 0.6 * onTheirWay + 0.02;
            // The last one may be on the way still.
            const double last = figures.exits * std::max(0.05, haveLeft(passages->afterSeconds));
            const double exits = episode.end - begin > 1 ? 0.7 * figures.exits + 0.3 * last : last;
            if (episode.end - begin == 1 && passages->count <= 6) { // P(T | 0) / P(T | 1), without the table
                const double nobody = 1 / (1 - exits + exits * passages->count / others);
                decisions[begin].nobodyLeft = static_cast<float>(std::clamp(nobody, nobodyLeftMin, nobodyLeftMax));
            } else {
                likelihood.set(passages->count, exits, others);
                decideByCount(episode, likelihood, decisions, odds);
            }
        }
        peopleBefore = 0;
        for (std::size_t index = episode.begin; index < episode.end; ++index) {
            peopleBefore += decisions[index].isNew ? 1U : 0U;
        }
    }
    return decisions;
}

} // namespace smiley::core
