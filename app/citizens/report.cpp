// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/citizens/report.h"

#include "app/core/adjudicator.h"
#include "app/core/statistics.h"
#include "app/core/visit_model.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace smiley::citizens {

namespace {

constexpr std::array<Metric, 15> allMetrics{{
    {"precision", &Cell::precision, true},
    {"recall", &Cell::recall, true},
    {"visits_error", &Cell::visitsError, false},
    {"visits_abs_error", &Cell::visitsAbsError, false},
    {"mean_rmse", &Cell::meanRmse, false},
    {"red_rmse_points", &Cell::redRmsePoints, false},
    {"intruders", &Cell::intruders, false},
    {"filter_loss", &Cell::filterLoss, false},
    {"unfair_points", &Cell::unfairPoints, false},
    {"agreeing_worst", &Cell::agreeingWorst, true},
    {"agreeing_unfair_points", &Cell::agreeingUnfairPoints, false},
    {"masher_answers", &Cell::masherAnswers, false},
    {"coverage_true", &Cell::coverageTrue, true},
    {"coverage_super", &Cell::coverageSuper, true},
    {"interval_half", &Cell::intervalHalf, false},
}};

bool covers(const core::Interval& interval, double value) { return interval.low <= value && value <= interval.high; }

/// Sums over seeds, for one policy in one scenario.
struct Sums {
    Cell cell;
    double meanSquares = 0;
    double redSquares = 0;

    void add(const Tally& tally, const core::Interval& interval, double superMean)
    {
        const double visits = tally.visitsError();
        const double mean = tally.countedMean() - tally.trueMean();
        const double red = 100 * (tally.countedRedShare() - tally.trueRedShare());
        cell.seeds += 1;
        cell.precision += tally.precision();
        cell.recall += tally.recall();
        cell.visitsError += visits;
        cell.visitsAbsError += std::abs(visits);
        meanSquares += mean * mean;
        redSquares += red * red;
        cell.intruders += tally.intruderShare();
        cell.filterLoss += tally.filterLoss();
        cell.coverageTrue += covers(interval, tally.trueMean()) ? 1 : 0;
        cell.coverageSuper += covers(interval, superMean) ? 1 : 0;
        cell.intervalHalf += (interval.high - interval.low) / 2;
        cell.tally += tally;
    }

    Cell finished() const
    {
        Cell result = cell;
        const auto n = static_cast<double>(std::max(1, cell.seeds));
        for (double Cell::*const member :
             {&Cell::precision, &Cell::recall, &Cell::visitsError, &Cell::visitsAbsError, &Cell::intruders,
              &Cell::filterLoss, &Cell::coverageTrue, &Cell::coverageSuper, &Cell::intervalHalf}) {
            result.*member /= n;
        }
        result.meanRmse = std::sqrt(meanSquares / n);
        result.redRmsePoints = std::sqrt(redSquares / n);
        result.unfairPoints = 100 * cell.tally.unfairness();
        result.agreeingWorst = cell.tally.agreeingWorst();
        result.agreeingUnfairPoints = 100 * cell.tally.agreeingUnfairness();
        const auto& mashers = cell.tally.byBehaviour[static_cast<std::size_t>(Behaviour::Masher)];
        result.masherAnswers =
            mashers.persons == 0 ? 0 : static_cast<double>(mashers.counted) / static_cast<double>(mashers.persons);
        return result;
    }
};

/// What the model says of a period's mean: between its draws, the variance of the sum of deviations from the mean.
class ModelVariance {
public:
    void add(std::span<const core::TapView> taps, const core::StandMemory& before, std::uint64_t seed)
    {
        const auto run = core::runModel(taps, before, seed);
        if (run && run->draws > 0) {
            m_days.push_back(run->faceCovariance);
        }
    }

    /// (1 + 1/M) B of a mean of n > 0 answers, linearised: days are independent given their taps.
    [[nodiscard]] double of(double mean, double n) const
    {
        double between = 0;
        for (const auto& covariance : m_days) {
            for (std::size_t a = 0; a < 5; ++a) {
                for (std::size_t b = 0; b < 5; ++b) {
                    between +=
                        (static_cast<double>(a + 1) - mean) * (static_cast<double>(b + 1) - mean) * covariance[a][b];
                }
            }
        }
        return (1 + 1.0 / static_cast<double>(core::modelDraws)) * between / (n * n);
    }

private:
    std::vector<std::array<std::array<double, 5>, 5>> m_days;
};

/// The mean's 95 % interval as the reports publish it; anything where nothing was counted.
core::Interval intervalOf(const core::ClusteredScores& answers, const ModelVariance& variance)
{
    const auto plain = core::meanOf(answers);
    if (!plain) {
        return {1, 5};
    }
    return core::meanOf(answers, variance.of(plain->mean, static_cast<double>(plain->n)))->interval;
}

struct Judged {
    Tally tally;
    core::Interval interval;
};

Judged judge(const Period& period, const core::Policy& policy, std::uint64_t seed, bool withModel)
{
    Judged judged;
    core::ClusteredScores answers;
    core::Day date;
    ModelVariance variance;
    core::StandMemory memory;
    const bool byVisits = std::holds_alternative<core::VisitRule>(policy.rule);
    for (const SimulatedDay& day : period.days) {
        const core::AdjudicatedDay closed = core::adjudicateDay(policy, day.taps, memory);
        if (withModel && byVisits) {
            variance.add(day.taps, memory, seed);
        }
        const Tally tally = score(day.taps, day.truths, closed.verdicts);
        memory = closed.after;
        answers[{date, date}] = tally.countedByFace;
        date = date.next();
        judged.tally += tally;
    }
    judged.interval = intervalOf(answers, variance);
    return judged;
}

} // namespace

std::span<const Metric> metrics() { return allMetrics; }

const Metric* metricNamed(std::string_view name)
{
    const auto found =
        std::find_if(allMetrics.begin(), allMetrics.end(), [&](const Metric& metric) { return metric.name == name; });
    return found == allMetrics.end() ? nullptr : &*found;
}

std::vector<Cell> makeReport(std::span<const Scenario> scenarios, std::span<const core::Policy> policies,
                             const ReportOptions& options)
{
    std::vector<Cell> cells;
    std::size_t done = 0;
    for (const Scenario& scenario : scenarios) {
        const double superMean = superpopulation(scenario).mean;
        std::vector<Sums> sums(policies.size());
        for (int seed = 1; seed <= options.seeds; ++seed) {
            const Period period = simulate(scenario, static_cast<std::uint64_t>(seed));
            for (std::size_t i = 0; i < policies.size(); ++i) {
                const Judged judged = judge(period, policies[i], static_cast<std::uint64_t>(seed), options.model);
                sums[i].add(judged.tally, judged.interval, superMean);
            }
            if (options.progress) {
                options.progress(++done, scenarios.size() * static_cast<std::size_t>(options.seeds));
            }
        }
        for (std::size_t i = 0; i < policies.size(); ++i) {
            cells.push_back(sums[i].finished());
            cells.back().scenario = scenario.name;
            cells.back().policy = policies[i].name;
        }
    }
    return cells;
}

Cell meanOf(std::span<const Cell> cells, std::string_view policy)
{
    Cell mean;
    mean.policy = policy;
    mean.agreeingWorst = 0;
    double n = 0;
    for (const Cell& cell : cells) {
        if (cell.policy == policy) {
            n += 1;
            mean.seeds = cell.seeds;
            mean.tally += cell.tally;
            for (const Metric& metric : allMetrics) {
                mean.*metric.member += cell.*metric.member;
            }
        }
    }
    for (const Metric& metric : allMetrics) {
        mean.*metric.member /= std::max(1.0, n);
    }
    return mean;
}

Cell worstOf(std::span<const Cell> cells, std::string_view policy)
{
    Cell worst;
    bool first = true;
    for (const Cell& cell : cells) {
        if (cell.policy != policy) {
            continue;
        }
        if (first) {
            worst = cell;
            first = false;
        }
        for (const Metric& metric : allMetrics) {
            double& so = worst.*metric.member;
            const double here = cell.*metric.member;
            const bool isWorse = metric.member == &Cell::visitsError ? std::abs(here) > std::abs(so)
                                 : metric.moreIsBetter               ? here < so
                                                                     : here > so;
            so = isWorse ? here : so;
        }
    }
    worst.scenario.clear();
    return worst;
}

} // namespace smiley::citizens
