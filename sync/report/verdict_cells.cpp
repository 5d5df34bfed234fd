// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/report/verdict_cells.h"

#include "sync/report/feasible.h"
#include "sync/report/gate.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string_view>
#include <tuple>

namespace smiley::report {

namespace {

/// Taps with these reasons are answers.
bool counts(std::string_view reason)
{
    static const std::set<std::string_view> counted{"OK",          "OK_LAST", "TICKET", "CLAIMED_NEW",
                                                    "RUN_FLAGGED", "BOOT",    "CLOCK"};
    return counted.contains(reason);
}

struct Cell {
    std::size_t place = 0;
    std::string reason;
    std::uint64_t taps = 0;
    bool secret = false; ///< must not come out
    bool hidden = false;
};

using Line = std::vector<std::size_t>;

class Grid {
public:
    explicit Grid(const std::vector<VerdictPlace>& places) : m_places(places)
    {
        for (std::size_t place = 0; place < places.size(); ++place) {
            for (const auto& [reason, taps] : places[place].taps) {
                const bool hidden = taps < places[place].floor || !places[place].open;
                m_cells.push_back({place, reason, taps, taps > 0 && hidden, hidden});
            }
        }
        for (std::size_t place = 0; place < places.size(); ++place) {
            if (places[place].open) {
                addLine([&](const Cell& cell) { return cell.place == place && counts(cell.reason); });
                addLine([&](const Cell& cell) { return cell.place == place && !counts(cell.reason); });
                addLine([&](const Cell& cell) { return cell.place == place; });
            }
        }
        if (!places.empty() && places.front().open) {
            for (const auto& [reason, taps] : places.front().taps) {
                addLine([&](const Cell& cell) { return cell.reason == reason; });
            }
        }
    }

    void hide()
    {
        for (;;) {
            const bool more = std::any_of(m_lines.begin(), m_lines.end(),
                                          [&](const Line& line) { return tellsTooMuch(line) && hideSmallest(line); });
            if (!more && (isAudited() || !hideSmallest(all()))) {
                return;
            }
        }
    }

    [[nodiscard]] const std::vector<Cell>& cells() const { return m_cells; }

private:
    template <class Fits>
    void addLine(Fits fits)
    {
        Line line;
        for (std::size_t i = 0; i < m_cells.size(); ++i) {
            if (fits(m_cells[i])) {
                line.push_back(i);
            }
        }
        m_lines.push_back(std::move(line));
    }

    [[nodiscard]] Line all() const
    {
        Line line(m_cells.size());
        for (std::size_t i = 0; i < line.size(); ++i) {
            line[i] = i;
        }
        return line;
    }

    [[nodiscard]] bool tellsTooMuch(const Line& line) const
    {
        std::size_t hidden = 0;
        std::uint64_t sum = 0;
        std::uint64_t floor = 0; ///< the largest of its secrets; 0: it has none
        for (const std::size_t i : line) {
            if (m_cells[i].hidden && m_cells[i].taps > 0) {
                ++hidden;
                sum += m_cells[i].taps;
                floor = std::max(floor, m_cells[i].secret ? floorOf(m_cells[i]) : 0);
            }
        }
        return floor > 0 && (hidden < 2 || sum < floor);
    }

    /// Among equals a site's before the municipality's. False where nothing is shown.
    bool hideSmallest(const Line& line)
    {
        std::optional<std::size_t> smallest;
        for (const std::size_t i : line) {
            const auto key = [&](std::size_t at) { return std::tuple(m_cells[at].taps, m_cells[at].place == 0); };
            if (!m_cells[i].hidden && (!smallest || key(i) < key(*smallest))) {
                smallest = i;
            }
        }
        if (smallest) {
            m_cells[*smallest].hidden = true;
        }
        return smallest.has_value();
    }

    /// Whether every secret stays open by the floor. The unknowns are the hidden cells of sites; the municipality's are
    /// their sums.
    [[nodiscard]] bool isAudited() const
    {
        Knowledge knowledge;
        std::vector<std::size_t> unknowns(m_cells.size());
        std::vector<Knowledge::Secret> secrets;
        for (std::size_t i = 0; i < m_cells.size(); ++i) {
            if (isUnknown(m_cells[i])) {
                unknowns[i] = knowledge.addCell(m_cells[i].taps);
            }
        }
        const auto setOf = [&](auto fits) {
            Knowledge::Set set;
            for (std::size_t i = 0; i < m_cells.size(); ++i) {
                if (isUnknown(m_cells[i]) && fits(m_cells[i])) {
                    set.push_back(unknowns[i]);
                }
            }
            return set;
        };
        const auto learn = [&](Knowledge::Set set) {
            if (!set.empty()) {
                knowledge.learn(std::move(set));
            }
        };
        std::set<std::string> hiddenAtAll;
        for (const Cell& cell : m_cells) {
            if (cell.place == 0 && cell.hidden) {
                hiddenAtAll.insert(cell.reason);
            }
        }
        for (std::size_t place = 0; place < m_places.size(); ++place) {
            if (!m_places[place].open) {
                continue;
            }
            for (const bool counted : {true, false}) {
                if (counted || m_places[place].rawShown) {
                    learn(setOf([&](const Cell& cell) {
                        const bool isHere = place == 0 ? hiddenAtAll.contains(cell.reason) : cell.place == place;
                        return isHere && counts(cell.reason) == counted;
                    }));
                }
            }
        }
        for (const Cell& cell : m_cells) {
            const auto ofReason = [&](const Cell& other) { return other.reason == cell.reason; };
            if (cell.place == 0 && !cell.hidden) {
                learn(setOf(ofReason));
            } else if (cell.place == 0 && cell.secret) {
                if (auto set = setOf(ofReason); !set.empty()) {
                    secrets.push_back({std::move(set), static_cast<double>(floorOf(cell))});
                }
            } else if (cell.secret) {
                secrets.push_back(
                    {{unknowns[static_cast<std::size_t>(&cell - m_cells.data())]}, static_cast<double>(floorOf(cell))});
            }
        }
        return knowledge.leavesOpen(secrets);
    }

    [[nodiscard]] std::uint64_t floorOf(const Cell& cell) const { return m_places[cell.place].floor; }
    [[nodiscard]] static bool isUnknown(const Cell& cell) { return cell.place > 0 && cell.hidden && cell.taps > 0; }

    const std::vector<VerdictPlace>& m_places;
    std::vector<Cell> m_cells;
    std::vector<Line> m_lines;
};

} // namespace

std::vector<std::set<std::string>> hiddenReasons(const std::vector<VerdictPlace>& places)
{
    Grid grid(places);
    grid.hide();
    std::vector<std::set<std::string>> hidden(places.size());
    for (const Cell& cell : grid.cells()) {
        if (cell.hidden) {
            hidden[cell.place].insert(cell.reason);
        }
    }
    return hidden;
}

} // namespace smiley::report
