// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/report/gate.h"

#include "sync/report/feasible.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <set>
#include <tuple>

namespace smiley::report {

namespace {

/// A node as of a night: its cells and what is in them.
struct Snapshot {
    Knowledge::Set cells;
    std::uint64_t n = 0;
    core::ScoreCounts scores{};
    std::uint64_t newest = 0; ///< night of the newest cell
    std::uint64_t promise = core::showFrom;
};

Snapshot snapshotOf(const GateNode& node, const std::vector<GateCell>& cells, std::uint64_t night)
{
    Snapshot snapshot;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (contains(node, cells[i], night)) {
            snapshot.cells.push_back(i);
            snapshot.n += cells[i].n;
            snapshot.newest = std::max(snapshot.newest, cells[i].night);
            snapshot.promise = std::max(snapshot.promise, cells[i].n > 0 ? cells[i].promise : core::showFrom);
            for (std::size_t score = 0; score < 5; ++score) {
                snapshot.scores[score] += cells[i].scores[score];
            }
        }
    }
    return snapshot;
}

/// What must stay unknown that night: cells and nodes that may not be shown by themselves, each as wide as its floor.
std::vector<Knowledge::Secret> secretsOf(Level level, const std::vector<GateCell>& cells,
                                         const std::vector<GateNode>& nodes, std::uint64_t night)
{
    std::vector<Knowledge::Secret> secrets;
    const auto add = [&](Knowledge::Set set, std::uint64_t n, const core::ScoreCounts& scores, std::uint64_t promise) {
        if (n > 0 && !mayShow(level, n, scores, promise)) {
            secrets.push_back({std::move(set), static_cast<double>(floorOf(level, promise))});
        }
    };
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (cells[i].night <= night) {
            add({i}, cells[i].n, cells[i].scores, cells[i].promise);
        }
    }
    for (const GateNode& node : nodes) {
        if (node.readyNight > night) {
            continue;
        }
        // Where floors differ, a set of an earlier night may be under its floor though its cells and today's set aren't.
        std::set<std::uint64_t> nights;
        bool isOneFloor = true;
        for (const GateCell& cell : cells) {
            if (contains(node, cell, night)) {
                nights.insert(std::max(cell.night, node.readyNight));
                isOneFloor = isOneFloor && cell.promise == core::showFrom;
            }
        }
        for (const std::uint64_t each : isOneFloor ? std::set{night} : nights) {
            Snapshot snapshot = snapshotOf(node, cells, each);
            if (snapshot.cells.size() > 1) {
                add(std::move(snapshot.cells), snapshot.n, snapshot.scores, snapshot.promise);
            }
        }
    }
    return secrets;
}

std::set<std::uint64_t> eventNights(const std::vector<GateCell>& cells, const std::vector<GateNode>& nodes)
{
    std::set<std::uint64_t> nights;
    for (const GateCell& cell : cells) {
        nights.insert(cell.night);
    }
    for (const GateNode& node : nodes) {
        nights.insert(node.readyNight);
    }
    return nights;
}

struct Candidate {
    std::size_t node = 0;
    Snapshot snapshot;
};

/// Municipality first, long periods first, many answers first.
bool goesBefore(const GateNode& a, std::uint64_t nOfA, const GateNode& b, std::uint64_t nOfB)
{
    const auto key = [](const GateNode& node, std::uint64_t n) {
        return std::tuple(node.site.has_value(), -static_cast<std::int64_t>(node.lastWeek - node.firstWeek),
                          -static_cast<std::int64_t>(n));
    };
    return key(a, nOfA) < key(b, nOfB);
}

} // namespace

std::uint64_t floorOf(Level level, std::uint64_t promise)
{
    switch (level) {
    case Level::Count:
    case Level::Three: return std::max(core::showFrom, promise);
    case Level::Five: return std::max(core::fiveWayFrom, promise);
    case Level::Reasons: break;
    }
    assert(level == Level::Reasons);
    return std::max(reasonsFrom, promise);
}

bool contains(const GateNode& node, const GateCell& cell, std::uint64_t night)
{
    return (!node.site || *node.site == cell.site) && cell.week >= node.firstWeek && cell.week <= node.lastWeek &&
           cell.night <= night;
}

bool mayShow(Level level, std::uint64_t n, const core::ScoreCounts& scores, std::uint64_t promise)
{
    if (n < floorOf(level, promise)) {
        return n == 0;
    }
    return level != Level::Three || !core::isNearlyUnanimous(scores);
}

Release release(Level level, const std::vector<GateCell>& cells, const std::vector<GateNode>& nodes,
                const Release* before)
{
    Release published(nodes.size());
    Knowledge knowledge;
    for (const GateCell& cell : cells) {
        knowledge.addCell(cell.n);
    }
    for (const std::uint64_t night : eventNights(cells, nodes)) {
        std::vector<Candidate> candidates;
        for (std::size_t i = 0; i < nodes.size(); ++i) {
            if (nodes[i].readyNight > night) {
                continue;
            }
            Snapshot snapshot = snapshotOf(nodes[i], cells, night);
            const bool shownAlready = !published[i].empty() && published[i].back() >= snapshot.newest;
            const bool shownBefore =
                before == nullptr || std::any_of((*before)[i].begin(), (*before)[i].end(), [&](std::uint64_t shown) {
                    return shown <= night && shown >= snapshot.newest;
                });
            if (!shownAlready && shownBefore && mayShow(level, snapshot.n, snapshot.scores, snapshot.promise)) {
                candidates.push_back({i, std::move(snapshot)});
            }
        }
        std::stable_sort(candidates.begin(), candidates.end(), [&](const Candidate& a, const Candidate& b) {
            return goesBefore(nodes[a.node], a.snapshot.n, nodes[b.node], b.snapshot.n);
        });
        const auto mustStayOpen = secretsOf(level, cells, nodes, night);
        for (Candidate& candidate : candidates) {
            knowledge.learn(std::move(candidate.snapshot.cells));
            if (knowledge.leavesOpen(mustStayOpen)) {
                published[candidate.node].push_back(night);
            } else {
                knowledge.forgetLast();
            }
        }
    }
    return published;
}

} // namespace smiley::report
