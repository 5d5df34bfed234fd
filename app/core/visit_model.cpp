// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/core/visit_model.h"

#include "app/core/runs.h"
#include "app/core/visit_model_learn.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <numeric>

namespace smiley::core {

namespace {

/// A visit on a path: taps [begin, end) of the model's day.
struct ModelVisit {
    std::size_t begin = 0;
    std::size_t end = 0;
    VisitType type = VisitType::Single;
};

std::vector<ModelVisit> visitsOf(const std::vector<ChainState>& path)
{
    std::vector<ModelVisit> visits;
    for (std::size_t tap = 0; tap < path.size(); ++tap) {
        if (path[tap].first) {
            visits.push_back({tap, tap, path[tap].type});
        }
        visits.back().end = tap + 1;
    }
    return visits;
}

bool isPlay(const ModelVisit& visit, const ModelDay& day, std::span<const TapView> taps)
{
    if (visit.type != VisitType::Play || visit.end - visit.begin < 5) {
        return false;
    }
    unsigned faces = 0;
    for (std::size_t tap = visit.begin; tap < visit.end; ++tap) {
        faces |= 1U << static_cast<unsigned>(score(taps[day.taps[tap].index].face));
    }
    return std::popcount(faces) >= 3;
}

/// By what the visits of one path are judged.
struct Judge {
    double exitCounted = 0;
    VisitRule rule;
    DayFigures figures;
};

/// L4 (runs.h), with the door's word on each visit's last tap. `counts`: of each visit; gets false for a run's.
void leaveOutRuns(const std::vector<ModelVisit>& visits, const ModelDay& day, std::span<const TapView> taps,
                  std::span<const DoorWord> doors, const Judge& judge, std::vector<bool>& counts)
{
    if (judge.rule.runs != Runs::Exclude) {
        return;
    }
    std::vector<std::size_t> judged;
    std::vector<RunVisit> seen;
    for (std::size_t visit = 0; visit < visits.size(); ++visit) {
        if (counts[visit]) {
            const TapView& first = taps[day.taps[visits[visit].begin].index];
            const std::size_t last = visits[visit].end - 1;
            const double ratio = doors.empty() ? 1 : doorRatio(doors[last], judge.exitCounted);
            judged.push_back(visit);
            seen.push_back({first.at, first.boot, taps[day.taps[last].index].face, static_cast<float>(1 / ratio)});
        }
    }
    const std::vector<bool> runs = implausibleRuns(judge.rule, judge.figures, seen);
    const auto found = static_cast<double>(std::count(runs.begin(), runs.end(), true));
    if (!day.usesDoors && found > judge.rule.breakerShare * static_cast<double>(runs.size())) {
        return; // no door bears it out
    }
    for (std::size_t index = 0; index < judged.size(); ++index) {
        counts[judged[index]] = !runs[index];
    }
}

/// Which of a path's visits count. All rules that leave out whole visits are here.
std::vector<bool> countedVisits(const std::vector<ModelVisit>& visits, const ModelDay& day,
                                std::span<const TapView> taps, std::span<const DoorWord> doors, const Judge& judge)
{
    std::vector<bool> counts;
    counts.reserve(visits.size());
    for (const ModelVisit& visit : visits) {
        const bool isWithdrawn = taps[day.taps[visit.end - 1].index].withdrawn;
        const ModelTap& first = day.taps[visit.begin];
        const bool lacksTicket = judge.rule.ticketsRequired && taps[first.index].ticket == noTicket;
        counts.push_back(!isWithdrawn && !first.ticketUsed && !lacksTicket && !isPlay(visit, day, taps));
    }
    leaveOutRuns(visits, day, taps, doors, judge, counts);
    return counts;
}

/// Visits per second, as known before the day or else in it.
double visitRate(const ModelDay& day, const Learned& learned, const StandMemory& before)
{
    constexpr double enoughSeconds = 3600;
    if (before.openSeconds >= enoughSeconds && before.arrivals > 0) {
        return before.arrivals / before.openSeconds;
    }
    const double visits = std::accumulate(learned.opens.begin(), learned.opens.end(), 0.0);
    const double open = std::accumulate(day.openSeconds.begin(), day.openSeconds.end(), 0.0);
    return std::max(visits, 1.0) / std::max(open, enoughSeconds);
}

double logit(double value, double by)
{
    const double held = std::clamp(value, 1e-4, 1 - 1e-4);
    return 1 / (1 + ((1 - held) / held * std::exp(-by)));
}

ModelParameters jittered(ModelParameters made, ModelRandom& random)
{
    constexpr double shares = 0.4;        // log
    constexpr double probabilities = 0.5; // logit
    constexpr double medians = 0.2;       // log
    double sum = 0;
    for (double& share : made.rates.share) {
        share *= std::exp(shares * random.normal());
        sum += share;
    }
    for (double& share : made.rates.share) {
        share /= sum;
    }
    for (std::size_t type = 1; type < visitTypes; ++type) {
        made.rates.again[type] = logit(made.rates.again[type], probabilities * random.normal());
        made.within[type].median *= std::exp(medians * random.normal());
        made.sameWithin[type] = logit(made.sameWithin[type], probabilities * random.normal());
    }
    for (std::size_t origin = 0; origin < visitOrigins; ++origin) {
        made.rates.follow[origin] = logit(made.rates.follow[origin], probabilities * random.normal());
        made.broken[origin] = logit(made.broken[origin], probabilities * random.normal());
    }
    made.follower.median *= std::exp(medians * random.normal());
    made.sameNew = logit(made.sameNew, shares * random.normal());
    made.groupsAgree = logit(made.groupsAgree, probabilities * random.normal());
    made.falseBreak = logit(made.falseBreak, probabilities * random.normal());
    made.falseBreakRate *= std::exp(shares * random.normal());
    made.exitCounted = logit(made.exitCounted, probabilities * random.normal());
    const double arrivals = std::exp(shares * random.normal());
    for (double& rate : made.arrivalRate) {
        rate *= arrivals;
    }
    return made;
}

Judge jittered(Judge made, ModelRandom& random)
{
    made.rule.runOnset *= std::exp(1.5 * random.normal());
    made.figures.visitsPerSecond *= std::exp(0.3 * random.normal());
    return made;
}

/// Mean and variance as the numbers come (Welford 1962).
class Spread {
public:
    void add(double value)
    {
        m_count += 1;
        const double off = value - m_mean;
        m_mean += off / m_count;
        m_squares += off * (value - m_mean);
    }
    [[nodiscard]] DrawSpread spread() const { return {m_mean, m_count > 1 ? m_squares / (m_count - 1) : 0}; }

private:
    double m_count = 0;
    double m_mean = 0;
    double m_squares = 0;
};

void summarise(std::span<const FaceCounts> draws, ModelRun& run)
{
    Spread visits;
    Spread mean;
    std::array<Spread, 3> shares; // red, yellow, green
    const auto count = static_cast<double>(draws.size());
    for (const FaceCounts& faces : draws) {
        std::uint32_t all = 0;
        std::uint32_t scores = 0;
        for (std::size_t face = 0; face < faces.size(); ++face) {
            all += faces[face];
            scores += faces[face] * static_cast<std::uint32_t>(face + 1);
            run.faces[face] += faces[face];
        }
        visits.add(all);
        if (all > 0) {
            const double visitsCounted = all;
            mean.add(scores / visitsCounted);
            shares[0].add((faces[0] + faces[1]) / visitsCounted);
            shares[1].add(faces[2] / visitsCounted);
            shares[2].add((faces[3] + faces[4]) / visitsCounted);
        }
    }
    for (double& face : run.faces) {
        face /= std::max(count, 1.0);
    }
    for (const FaceCounts& faces : draws) {
        for (std::size_t a = 0; a < faces.size(); ++a) {
            for (std::size_t b = 0; b < faces.size(); ++b) {
                run.faceCovariance[a][b] += (faces[a] - run.faces[a]) * (faces[b] - run.faces[b]) / (count - 1);
            }
        }
    }
    run.draws = draws.size();
    run.visits = visits.spread();
    run.mean = mean.spread();
    run.red = shares[0].spread();
    run.yellow = shares[1].spread();
    run.green = shares[2].spread();
}

} // namespace

std::optional<ModelRun> runModel(std::span<const TapView> taps, const StandMemory& before, std::uint64_t seed,
                                 const std::function<bool()>& isCancelled, const VisitRule& rule)
{
    const ModelDay day = modelDay(taps, before);
    ModelRun run;
    run.point.resize(taps.size());
    run.usesPresence = day.usesPresence;
    run.usesDoors = day.usesDoors;
    const auto learned = learnDay(day, taps, before, isCancelled);
    if (!learned) {
        return std::nullopt;
    }
    const auto seen = likelihoods(day, learned->parameters, learned->doors);
    const auto path = likeliestChain(learned->parameters.rates, seen, isCancelled);
    if (!path) {
        return std::nullopt;
    }
    const std::vector<ModelVisit> visits = visitsOf(*path);
    Judge judge{learned->parameters.exitCounted, rule, {}};
    judge.figures.visitsPerSecond = visitRate(day, *learned, before);
    const std::vector<bool> counts = countedVisits(visits, day, taps, learned->doors, judge);
    for (std::size_t visit = 0; visit < visits.size(); ++visit) {
        for (std::size_t tap = visits[visit].begin; tap < visits[visit].end; ++tap) {
            run.point[day.taps[tap].index] = {taps[day.taps[visits[visit].begin].index].tap,
                                              counts[visit] && tap + 1 == visits[visit].end, learned->opens[tap]};
        }
    }
    ModelRandom random(seed);
    std::vector<FaceCounts> draws;
    while (!day.taps.empty() && draws.size() < modelDraws) {
        const ModelParameters parameters = jittered(learned->parameters, random);
        const auto drawn =
            drawChain(parameters.rates, likelihoods(day, parameters, learned->doors), random, isCancelled);
        if (!drawn) {
            return std::nullopt;
        }
        const std::vector<ModelVisit> visitsDrawn = visitsOf(*drawn);
        Judge judgeDrawn = jittered(judge, random);
        judgeDrawn.exitCounted = parameters.exitCounted;
        const std::vector<bool> countsDrawn = countedVisits(visitsDrawn, day, taps, learned->doors, judgeDrawn);
        FaceCounts& faces = draws.emplace_back();
        for (std::size_t visit = 0; visit < visitsDrawn.size(); ++visit) {
            const Face last = taps[day.taps[visitsDrawn[visit].end - 1].index].face;
            faces[static_cast<std::size_t>(score(last) - 1)] += countsDrawn[visit] ? 1U : 0U;
        }
    }
    summarise(draws, run);
    return run;
}

} // namespace smiley::core
