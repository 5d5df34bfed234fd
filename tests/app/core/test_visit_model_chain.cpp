// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/core/visit_model_chain.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <vector>

using namespace smiley::core;

namespace {

constexpr double tolerance = 1e-9;

const ChainRates rates{{0.6, 0.15, 0.1, 0.05, 0.1}, {0, 0.2, 0.7, 0.9, 0.3}, {0.25, 0.55}};

/// Likelihoods that have nothing to do with one another; some are impossible.
std::vector<TapLikelihood> someTaps(std::size_t count, std::uint64_t seed)
{
    ModelRandom random(seed);
    std::vector<TapLikelihood> taps(count);
    for (std::size_t tap = 0; tap < count; ++tap) {
        taps[tap].breaks = tap == 0 || random.uniform() < 0.15;
        for (double& value : taps[tap].opens) {
            value = random.uniform();
        }
        for (double& value : taps[tap].goesOn) {
            value = random.uniform() < 0.1 ? 0 : 3 * random.uniform();
        }
    }
    return taps;
}

double goesOn(const ChainState& state)
{
    if (state.first) {
        return state.type == VisitType::Single ? 0 : 1;
    }
    return rates.again[std::size_t(state.type)];
}

/// Every sequence of labels, by the formulas at the head of visit_model_chain.h.
class Enumeration {
public:
    explicit Enumeration(std::vector<TapLikelihood> taps) : m_taps(std::move(taps)), m_path(m_taps.size())
    {
        states.assign(m_taps.size(), {});
        extend(0, 1);
        for (auto& state : states) {
            for (double& value : state) {
                value /= total;
            }
        }
        for (auto& row : followed) {
            for (double& value : row) {
                value /= total;
            }
        }
    }

    double total = 0;
    std::vector<PerState<double>> states;
    std::array<std::array<double, 2>, 2> followed{};
    std::vector<ChainState> best;
    double bestWeight = 0;

private:
    void extend(std::size_t tap, double weight)
    {
        if (weight == 0) {
            return;
        }
        if (tap == m_taps.size()) {
            finish(weight * (1 - goesOn(m_path.back())));
            return;
        }
        const TapLikelihood& seen = m_taps[tap];
        const double ended = tap == 0 ? 1 : 1 - goesOn(m_path[tap - 1]);
        for (std::size_t type = 0; type < visitTypes; ++type) {
            if (tap == 0 || seen.breaks) {
                m_path[tap] = {VisitType(type), true, VisitOrigin::Arrival};
                extend(tap + 1, weight * ended * rates.share[type]);
                continue;
            }
            const double follows = rates.follow[std::size_t(m_path[tap - 1].origin)];
            m_path[tap] = {VisitType(type), true, VisitOrigin::Arrival};
            extend(tap + 1, weight * ended * (1 - follows) * rates.share[type] * seen.opens[0]);
            m_path[tap] = {VisitType(type), true, VisitOrigin::Follower};
            extend(tap + 1, weight * ended * follows * rates.share[type] * seen.opens[1]);
        }
        if (tap > 0 && !seen.breaks) {
            m_path[tap] = m_path[tap - 1];
            m_path[tap].first = false;
            extend(tap + 1, weight * goesOn(m_path[tap - 1]) * seen.goesOn[std::size_t(m_path[tap].type)]);
        }
    }

    void finish(double weight)
    {
        total += weight;
        if (weight > bestWeight) {
            bestWeight = weight;
            best = m_path;
        }
        for (std::size_t tap = 0; tap < m_path.size(); ++tap) {
            states[tap][indexOf(m_path[tap])] += weight;
            if (tap > 0 && m_path[tap].first && !m_taps[tap].breaks) {
                followed[std::size_t(m_path[tap - 1].origin)][std::size_t(m_path[tap].origin)] += weight;
            }
        }
    }

    std::vector<TapLikelihood> m_taps;
    std::vector<ChainState> m_path;
};

double farthest(const PerState<double>& a, const PerState<double>& b)
{
    double most = 0;
    for (std::size_t index = 0; index < chainStates; ++index) {
        most = std::max(most, std::abs(a[index] - b[index]));
    }
    return most;
}

} // namespace

class TestVisitModelChain : public QObject {
    Q_OBJECT

private slots:
    void aStatesNumberIsItsOwn()
    {
        for (std::size_t index = 0; index < chainStates; ++index) {
            QCOMPARE(indexOf(chainState(index)), index);
        }
    }

    void twoTapsAreAsComputedByHand()
    {
        // First tap: a visit of one tap (0.6) or of one of the longer types (0.15, 0.1, 0.05, 0.1), which go on.
        // Second tap, new: 0.6 · (0.75 · 0.2 + 0.25 · 0.4) = 0.15, ended by the day only if Single: · 0.6 = 0.09.
        // Second tap, same: 0.15·0.5·0.8 + 0.1·1·0.3 + 0.05·0·0.1 + 0.1·2·0.7 = 0.06 + 0.03 + 0 + 0.14 = 0.23.
        std::vector<TapLikelihood> taps(2);
        taps[1] = {false, {0.2, 0.4}, {9, 0.5, 1, 0, 2}};
        const auto smoothed = smoothChain(rates, taps, {});
        QVERIFY(smoothed);
        QVERIFY(std::abs(smoothed->opens(1) - 0.09 / 0.32) < tolerance);
        QVERIFY(std::abs(smoothed->opens(0) - 1) < tolerance);
        QVERIFY(std::abs(smoothed->state[1][indexOf({VisitType::Repeats, false, VisitOrigin::Arrival})] - 0.03 / 0.32) <
                tolerance);
        QVERIFY(std::abs(smoothed->followed[0][1] - 0.09 / 0.32 * 0.1 / 0.25) < tolerance);
    }

    void filterAndSmootherAgreeWithEveryLabelling_data()
    {
        QTest::addColumn<int>("count");
        QTest::addColumn<int>("seed");
        for (int count = 1; count <= 5; ++count) {
            for (int seed = 1; seed <= 6; ++seed) {
                QTest::addRow("%d taps, %d", count, seed) << count << seed;
            }
        }
        QTest::addRow("6 taps") << 6 << 1;
    }

    void filterAndSmootherAgreeWithEveryLabelling()
    {
        QFETCH(const int, count);
        QFETCH(const int, seed);
        const auto taps = someTaps(std::size_t(count), std::uint64_t(seed));
        const Enumeration all(taps);
        const auto smoothed = smoothChain(rates, taps, {});
        QVERIFY(smoothed);
        for (std::size_t tap = 0; tap < taps.size(); ++tap) {
            QVERIFY(farthest(smoothed->state[tap], all.states[tap]) < tolerance);
        }
        for (std::size_t from = 0; from < 2; ++from) {
            for (std::size_t to = 0; to < 2; ++to) {
                QVERIFY(std::abs(smoothed->followed[from][to] - all.followed[from][to]) < tolerance);
            }
        }
        QVERIFY(all.best == likeliestChain(rates, taps, {}));
        // The filter's word on the last tap, once the day has ended, is the smoother's.
        const auto filtered = filterChain(rates, taps, {});
        QVERIFY(filtered);
        PerState<double> last = filtered->back();
        double sum = 0;
        for (std::size_t index = 0; index < chainStates; ++index) {
            last[index] *= 1 - goesOn(chainState(index));
            sum += last[index];
        }
        for (double& value : last) {
            value /= sum;
        }
        QVERIFY(farthest(last, all.states.back()) < tolerance);
    }

    void pathsAreDrawnAsOftenAsTheyAreLikely()
    {
        const auto taps = someTaps(4, 11);
        const Enumeration all(taps);
        ModelRandom random(5);
        std::vector<PerState<double>> seen(taps.size());
        constexpr int draws = 40000;
        for (int draw = 0; draw < draws; ++draw) {
            const auto path = drawChain(rates, taps, random, {});
            QVERIFY(path);
            for (std::size_t tap = 0; tap < taps.size(); ++tap) {
                seen[tap][indexOf((*path)[tap])] += 1.0 / draws;
            }
        }
        for (std::size_t tap = 0; tap < taps.size(); ++tap) {
            QVERIFY(farthest(seen[tap], all.states[tap]) < 0.0125); // five standard errors
        }
    }

    void whatIsDrawnNeverGoesOnWithAnotherType()
    {
        const auto taps = someTaps(400, 3);
        ModelRandom random(8);
        const auto path = drawChain(rates, taps, random, {});
        QVERIFY(path);
        for (std::size_t tap = 0; tap < taps.size(); ++tap) {
            const ChainState& state = (*path)[tap];
            QVERIFY(state.first || !taps[tap].breaks);
            QVERIFY(state.first || (state.type == (*path)[tap - 1].type && state.origin == (*path)[tap - 1].origin));
            QVERIFY(state.first || state.type != VisitType::Single);
        }
    }

    void longChainsKeepTheirProbabilities()
    {
        auto taps = someTaps(5000, 4);
        for (TapLikelihood& tap : taps) { // small as in a log-normal's tail
            tap.opens = {tap.opens[0] * 1e-40, tap.opens[1] * 1e-40};
            for (double& value : tap.goesOn) {
                value *= 1e-40;
            }
        }
        const auto smoothed = smoothChain(rates, taps, {});
        QVERIFY(smoothed);
        for (const PerState<double>& state : smoothed->state) {
            double sum = 0;
            for (const double value : state) {
                QVERIFY(value >= 0);
                sum += value;
            }
            QVERIFY(std::abs(sum - 1) < tolerance);
        }
    }

    void whatNobodyCanHaveDoneStillHasAReading()
    {
        std::vector<TapLikelihood> taps(3);
        taps[1] = {false, {0, 0}, {0, 0, 0, 0, 0}};
        taps[2] = {false, {1, 1}, {1, 1, 1, 1, 1}};
        const auto smoothed = smoothChain(rates, taps, {});
        QVERIFY(smoothed);
        QVERIFY(std::abs(smoothed->opens(1) - 1) < tolerance);
        const auto path = likeliestChain(rates, taps, {});
        QVERIFY(path);
        QVERIFY((*path)[0].first && (*path)[1].first);
        ModelRandom random(1);
        QVERIFY((*drawChain(rates, taps, random, {}))[1].first);
    }

    void cancellingReturnsNothing()
    {
        const auto taps = someTaps(10, 1);
        const auto stop = [] { return true; };
        ModelRandom random(1);
        QVERIFY(!filterChain(rates, taps, stop));
        QVERIFY(!smoothChain(rates, taps, stop));
        QVERIFY(!likeliestChain(rates, someTaps(600, 1), stop));
        QVERIFY(!drawChain(rates, taps, random, stop));
    }
};

QTEST_GUILESS_MAIN(TestVisitModelChain)
#include "test_visit_model_chain.moc"
