// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/report/feasible.h"
#include "sync/report/gate.h"

#include <QtTest>

#include <cmath>
#include <functional>
#include <map>
#include <numeric>
#include <random>
#include <set>
#include <tuple>

using namespace smiley::core;
using namespace smiley::report;

namespace {

GateCell cell(std::size_t site, std::size_t week, std::uint64_t n, std::uint64_t night = 1)
{
    GateCell made{site, week, night, n, {}};
    for (std::uint64_t i = 0; i < n; ++i) {
        ++made.scores[i % 5];
    }
    return made;
}

/// Nodes of `sites` sites and the municipality over weeks in months of four, that are ready as time passes.
std::vector<GateNode> nodesOf(std::size_t sites, std::size_t weeks)
{
    std::vector<std::pair<std::size_t, std::size_t>> spans{{0, weeks - 1}};
    for (std::size_t first = 0; weeks > 4 && first < weeks; first += 4) {
        spans.emplace_back(first, std::min(first + 3, weeks - 1));
    }
    for (std::size_t week = 0; weeks > 1 && week < weeks; ++week) {
        spans.emplace_back(week, week);
    }
    std::vector<GateNode> nodes;
    for (const auto& [first, last] : spans) {
        nodes.push_back({std::nullopt, first, last, last + 1});
        for (std::size_t site = 0; site < sites; ++site) {
            nodes.push_back({site, first, last, last + 1});
        }
    }
    return nodes;
}

/// All the vectors of five classes that add up to n.
void forEachVector(std::uint64_t n, const std::function<void(const ScoreCounts&)>& visit)
{
    for (std::uint64_t a = 0; a <= n; ++a) {
        for (std::uint64_t b = 0; a + b <= n; ++b) {
            for (std::uint64_t c = 0; a + b + c <= n; ++c) {
                for (std::uint64_t d = 0; a + b + c + d <= n; ++d) {
                    visit({a, b, c, d, n - a - b - c - d});
                }
            }
        }
    }
}

/// An attacker with pencil and paper: from the published nodes, exact linear algebra over fractions of doubles. Gives the
/// sums over cells that are determined: row-reduces the published sums and looks whether a target is in their span.
class Attacker {
public:
    explicit Attacker(std::size_t cells) : m_cells(cells) {}
    void learn(const std::vector<double>& indicator)
    {
        auto rest = reduce(indicator);
        for (std::size_t i = 0; i < m_cells; ++i) {
            if (std::abs(rest[i]) > 1e-6) {
                const double divisor = rest[i];
                for (double& value : rest) {
                    value /= divisor;
                }
                m_rows.emplace_back(i, rest);
                return;
            }
        }
    }
    [[nodiscard]] bool canWorkOut(const std::vector<double>& indicator) const
    {
        const auto rest = reduce(indicator);
        return std::all_of(rest.begin(), rest.end(), [](double value) { return std::abs(value) < 1e-6; });
    }

private:
    [[nodiscard]] std::vector<double> reduce(std::vector<double> vector) const
    {
        for (const auto& [pivot, row] : m_rows) {
            const double factor = vector[pivot];
            for (std::size_t i = 0; i < m_cells; ++i) {
                vector[i] -= factor * row[i];
            }
        }
        return vector;
    }
    std::size_t m_cells;
    std::vector<std::pair<std::size_t, std::vector<double>>> m_rows;
};

std::vector<double> indicatorOf(const GateNode& node, const std::vector<GateCell>& cells, std::uint64_t night)
{
    std::vector<double> indicator(cells.size(), 0.0);
    for (std::size_t i = 0; i < cells.size(); ++i) {
        indicator[i] = contains(node, cells[i], night) ? 1 : 0;
    }
    return indicator;
}

struct Random {
    std::mt19937 engine;
    std::uint64_t upTo(std::uint64_t most) { return engine() % (most + 1); }
};

std::vector<GateCell> randomCells(Random& random, std::size_t sites, std::size_t weeks)
{
    std::vector<GateCell> cells;
    for (std::size_t site = 0; site < sites; ++site) {
        const std::uint64_t usual = std::array<std::uint64_t, 4>{4, 11, 25, 80}[random.upTo(3)];
        for (std::size_t week = 0; week < weeks; ++week) {
            for (std::uint64_t night : {week + 1, week + 2 + random.upTo(5)}) {
                const bool late = night != week + 1;
                if (late && random.upTo(3) != 0) {
                    continue;
                }
                GateCell made{site, week, night, 0, {}};
                for (std::uint64_t i = late ? random.upTo(usual / 2) : random.upTo(usual * 2); i > 0; --i) {
                    ++made.scores[random.upTo(4)];
                    ++made.n;
                }
                if (made.n > 0) {
                    cells.push_back(made);
                }
            }
        }
    }
    return cells;
}

} // namespace

class TestGate : public QObject {
    Q_OBJECT

private slots:
    void eachLevelBeginsAtItsFloor_data()
    {
        QTest::addColumn<quint64>("n");
        QTest::addColumn<bool>("count");
        QTest::addColumn<bool>("three");
        QTest::addColumn<bool>("five");
        QTest::addColumn<bool>("reasons");
        QTest::newRow("0") << quint64{0} << true << true << true << true;
        QTest::newRow("1") << quint64{1} << false << false << false << false;
        QTest::newRow("9") << quint64{9} << false << false << false << false;
        QTest::newRow("10") << quint64{10} << true << true << false << false;
        QTest::newRow("19") << quint64{19} << true << true << false << false;
        QTest::newRow("20") << quint64{20} << true << true << true << false;
        QTest::newRow("29") << quint64{29} << true << true << true << false;
        QTest::newRow("30") << quint64{30} << true << true << true << true;
    }
    void eachLevelBeginsAtItsFloor()
    {
        QFETCH(quint64, n);
        QFETCH(bool, count);
        QFETCH(bool, three);
        QFETCH(bool, five);
        QFETCH(bool, reasons);
        const std::vector<GateCell> cells{cell(0, 0, n)};
        const std::vector<GateNode> nodes{{std::nullopt, 0, 0, 1}};
        QCOMPARE(!release(Level::Count, cells, nodes)[0].empty(), count);
        QCOMPARE(!release(Level::Three, cells, nodes)[0].empty(), three);
        QCOMPARE(!release(Level::Five, cells, nodes)[0].empty(), five);
        QCOMPARE(!release(Level::Reasons, cells, nodes)[0].empty(), reasons);
    }

    void theSmallestNeighbourIsHiddenWithASmallSite()
    {
        const std::vector<GateCell> cells{cell(0, 0, 100), cell(1, 0, 4), cell(2, 0, 30)};
        const Release shown = release(Level::Count, cells, nodesOf(3, 1));
        QVERIFY(!shown[0].empty());
        QVERIFY(!shown[1].empty());
        QVERIFY(shown[2].empty());
        QVERIFY(shown[3].empty());
    }

    void hiddenNeighboursMustAddUpToTen()
    {
        // 4 and 5 alone would be 9 by subtraction, so a third is hidden.
        const std::vector<GateCell> cells{cell(0, 0, 100), cell(1, 0, 4), cell(2, 0, 5), cell(3, 0, 30)};
        const Release shown = release(Level::Count, cells, nodesOf(4, 1));
        QVERIFY(!shown[1].empty());
        QVERIFY(shown[2].empty() && shown[3].empty() && shown[4].empty());
        // 4 and 8 are enough.
        const Release enough =
            release(Level::Count, {cell(0, 0, 100), cell(1, 0, 4), cell(2, 0, 8), cell(3, 0, 30)}, nodesOf(4, 1));
        QVERIFY(!enough[1].empty() && !enough[4].empty());
        QVERIFY(enough[2].empty() && enough[3].empty());
    }

    void aMonthDoesNotGiveItsSmallWeekAway()
    {
        std::vector<GateCell> cells;
        for (std::size_t week = 0; week < 4; ++week) {
            cells.push_back(cell(0, week, week == 2 ? 6 : 40, week + 1));
        }
        std::vector<GateNode> nodes;
        for (std::size_t week = 0; week < 4; ++week) {
            nodes.push_back({std::nullopt, week, week, week + 1});
        }
        nodes.push_back({std::nullopt, 0, 3, 4});
        const Release shown = release(Level::Count, cells, nodes);
        QVERIFY(!shown[0].empty() && !shown[1].empty());
        QVERIFY(shown[2].empty());
        QVERIFY(!shown[4].empty()); // the month …
        QVERIFY(shown[3].empty());  // … instead of its last week
    }

    void lateAnswersWaitUntilTheirDifferenceMayBeShown()
    {
        std::vector<GateCell> cells{cell(0, 0, 40, 1), cell(0, 0, 6, 2)};
        const std::vector<GateNode> nodes{{std::nullopt, 0, 0, 1}};
        QCOMPARE(release(Level::Count, cells, nodes)[0], (std::vector<std::uint64_t>{1}));
        cells.push_back(cell(0, 0, 5, 3));
        QCOMPARE(release(Level::Count, cells, nodes)[0], (std::vector<std::uint64_t>{1, 3}));
    }

    void aLevelIsOnlyShownWhereTheOneBelowIs()
    {
        const std::vector<GateCell> cells{cell(0, 0, 40)};
        const std::vector<GateNode> nodes{{std::nullopt, 0, 0, 1}};
        const Release none{{}};
        QVERIFY(release(Level::Five, cells, nodes, &none)[0].empty());
    }

    void nearlyUnanimousAnswersUnderTwentyAreOnlyBounded()
    {
        QVERIFY(!mayShow(Level::Three, 12, {0, 0, 0, 6, 6}));
        QVERIFY(!mayShow(Level::Three, 12, {1, 0, 0, 5, 6}));
        QVERIFY(mayShow(Level::Three, 12, {1, 1, 0, 5, 5}));
        QVERIFY(mayShow(Level::Three, 20, {0, 0, 0, 0, 20}));
        const ThreeView view = threeView({0, 0, 0, 0, 12});
        QVERIFY(view.bounded);
        QCOMPARE(view.classes[0], (CountRange{0, 2}));
        QCOMPARE(view.classes[2], (CountRange{10, 12}));
        QCOMPARE(view.meanBound, MeanBound::AtLeast);
        const ThreeView noRed = threeView({0, 0, 4, 4, 4});
        QCOMPARE(noRed.classes, (std::array<CountRange, 3>{{{0, 1}, {4, 4}, {7, 8}}}));
        QVERIFY(!threeView({0, 0, 0, 0, 20}).bounded);
        QVERIFY(!threeView({2, 0, 2, 4, 4}).bounded);
    }

    void noViewUnderTwentyTellsThatAClassHasNoneOrAll()
    {
        for (std::uint64_t n = showFrom; n < boundUnder; ++n) {
            using View = std::tuple<bool, std::array<CountRange, 3>, long, MeanBound>;
            struct Possible {
                std::array<std::set<bool>, 3> none;
                std::array<std::set<bool>, 3> all;
            };
            std::map<View, Possible> possible;
            const auto viewOf = [](const ScoreCounts& scores) {
                const ThreeView view = threeView(scores);
                return View{view.bounded, view.classes, std::lround(view.mean * 10), view.meanBound};
            };
            forEachVector(n, [&](const ScoreCounts& scores) {
                const ThreeCounts three = threeOf(scores);
                auto& entry = possible[viewOf(scores)];
                for (std::size_t i = 0; i < 3; ++i) {
                    entry.none[i].insert(three[i] == 0);
                    entry.all[i].insert(three[i] == n);
                }
            });
            for (const auto& [view, entry] : possible) {
                for (std::size_t i = 0; i < 3; ++i) {
                    const bool certain = entry.none[i] == std::set{true} || entry.all[i] == std::set{true};
                    QVERIFY2(!certain, qPrintable(QStringLiteral("n %1, class %2, mean %3")
                                                      .arg(n)
                                                      .arg(i)
                                                      .arg(double(std::get<2>(view)) / 10)));
                }
            }
        }
    }

    void theFeasibleIntervalIsTheOneOfTheSums()
    {
        Knowledge knowledge;
        for (const std::uint64_t size : {4U, 30U, 100U}) {
            knowledge.addCell(size);
        }
        QVERIFY(knowledge.leavesOpen({{{0}, 1e9}})); // nothing is known
        knowledge.learn({0, 1, 2});
        QVERIFY(knowledge.leavesOpen({{{0}, 134}}));
        QVERIFY(!knowledge.leavesOpen({{{0}, 135}}));
        knowledge.learn({2});
        QVERIFY(knowledge.leavesOpen({{{0}, 34}}));
        QVERIFY(!knowledge.leavesOpen({{{0}, 35}}));
        knowledge.learn({1});
        QVERIFY(!knowledge.leavesOpen({{{0}, 1}}));
        knowledge.forgetLast();
        QVERIFY(knowledge.leavesOpen({{{0}, 34}}));
        QVERIFY(!knowledge.leavesOpen({{{0, 1}, 1}}));
    }

    void nothingUnderTheFloorCanBeWorkedOutBySubtraction()
    {
        int hidden = 0;
        int shown = 0;
        for (unsigned seed = 0; seed < 120; ++seed) {
            Random random{std::mt19937(seed)};
            const std::size_t sites = 1 + random.upTo(3);
            const std::size_t weeks = 1 + random.upTo(5);
            auto cells = randomCells(random, sites, weeks);
            for (GateCell& one : cells) { // every other time sites promise more
                one.promise = seed % 2 == 0 ? showFrom : std::array<std::uint64_t, 3>{10, 25, 60}[one.site % 3];
            }
            const auto nodes = nodesOf(sites, weeks);
            const Release count = release(Level::Count, cells, nodes);
            const Release three = release(Level::Three, cells, nodes, &count);
            const Release five = release(Level::Five, cells, nodes, &three);
            for (const auto& [level, released] :
                 {std::pair{Level::Count, &count}, std::pair{Level::Three, &three}, std::pair{Level::Five, &five}}) {
                Attacker attacker(cells.size());
                Knowledge knowledge;
                for (const GateCell& one : cells) {
                    knowledge.addCell(one.n);
                }
                for (std::size_t i = 0; i < nodes.size(); ++i) {
                    for (const std::uint64_t night : (*released)[i]) {
                        const auto indicator = indicatorOf(nodes[i], cells, night);
                        attacker.learn(indicator);
                        Knowledge::Set set;
                        for (std::size_t j = 0; j < cells.size(); ++j) {
                            if (indicator[j] > 0) {
                                set.push_back(j);
                            }
                        }
                        knowledge.learn(set);
                        ++shown;
                    }
                }
                // Every node as of every night, and every cell.
                std::vector<std::vector<double>> targets;
                for (const GateNode& node : nodes) {
                    for (std::uint64_t night = node.readyNight; night <= weeks + 7; ++night) {
                        targets.push_back(indicatorOf(node, cells, night));
                    }
                }
                for (std::size_t i = 0; i < cells.size(); ++i) {
                    targets.emplace_back(cells.size(), 0.0);
                    targets.back()[i] = 1;
                }
                for (const auto& target : targets) {
                    std::uint64_t n = 0;
                    std::uint64_t promise = showFrom;
                    ScoreCounts scores{};
                    Knowledge::Set set;
                    for (std::size_t i = 0; i < cells.size(); ++i) {
                        if (target[i] > 0) {
                            n += cells[i].n;
                            promise = std::max(promise, cells[i].promise);
                            set.push_back(i);
                            for (std::size_t score = 0; score < 5; ++score) {
                                scores[score] += cells[i].scores[score];
                            }
                        }
                    }
                    if (n == 0 || mayShow(level, n, scores, promise)) {
                        continue;
                    }
                    ++hidden;
                    QVERIFY2(!attacker.canWorkOut(target),
                             qPrintable(QStringLiteral("seed %1, n %2").arg(seed).arg(n)));
                    QVERIFY2(knowledge.leavesOpen({{set, double(floorOf(level, promise))}}),
                             qPrintable(QStringLiteral("seed %1, n %2").arg(seed).arg(n)));
                }
            }
        }
        QVERIFY(hidden > 1000);
        QVERIFY(shown > 1000);
    }
};

QTEST_APPLESS_MAIN(TestGate)
#include "test_gate.moc"
