// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/report/feasible.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <compare>
#include <limits>
#include <map>
#include <utility>

namespace smiley::report {

namespace {

constexpr double tiny = 1e-7;
/// What may be lost in a few hundred steps of sums of whole numbers.
constexpr double rounding = 1e-4;

/// max c·y, A·y = b, y >= 0, as a dense tableau. Feasible by construction: the true sizes solve it.
class Simplex {
public:
    Simplex(std::vector<std::vector<double>> rows, std::vector<double> right)
        : m_rows(std::move(rows)),
          m_right(std::move(right)),
          m_columns(m_rows.empty() ? 0 : m_rows.front().size())
    {
        const std::size_t count = m_rows.size();
        for (std::size_t i = 0; i < count; ++i) {
            m_rows[i].resize(m_columns + count, 0.0);
            m_rows[i][m_columns + i] = 1;
            m_basis.push_back(m_columns + i);
        }
        std::vector<double> artificial(m_columns + count, 0.0);
        std::fill(artificial.begin() + static_cast<std::ptrdiff_t>(m_columns), artificial.end(), -1.0);
        optimise(artificial, m_columns + count);
        dropArtificial();
    }

    /// The maximum, infinite where there is none.
    [[nodiscard]] double maximum(std::vector<double> goal)
    {
        goal.resize(m_columns, 0.0);
        return optimise(goal, m_columns);
    }

private:
    double optimise(const std::vector<double>& goal, std::size_t columns)
    {
        for (;;) {
            // Reduced costs; Bland: the first column that improves, the first row among equals.
            std::size_t enters = columns;
            for (std::size_t j = 0; j < columns && enters == columns; ++j) {
                double reduced = goal[j];
                for (std::size_t i = 0; i < m_rows.size(); ++i) {
                    reduced -= goal[m_basis[i]] * m_rows[i][j];
                }
                if (reduced > tiny) {
                    enters = j;
                }
            }
            if (enters == columns) {
                double value = 0;
                for (std::size_t i = 0; i < m_rows.size(); ++i) {
                    value += goal[m_basis[i]] * m_right[i];
                }
                return value;
            }
            std::size_t leaves = m_rows.size();
            double least = std::numeric_limits<double>::infinity();
            for (std::size_t i = 0; i < m_rows.size(); ++i) {
                if (m_rows[i][enters] <= tiny) {
                    continue;
                }
                const double ratio = m_right[i] / m_rows[i][enters];
                if (ratio < least - tiny || (ratio < least + tiny && m_basis[i] < m_basis[leaves])) {
                    least = std::min(least, ratio);
                    leaves = i;
                }
            }
            if (leaves == m_rows.size()) {
                return std::numeric_limits<double>::infinity();
            }
            pivot(leaves, enters);
        }
    }

    void pivot(std::size_t row, std::size_t column)
    {
        const double divisor = m_rows[row][column];
        for (double& value : m_rows[row]) {
            value /= divisor;
        }
        m_right[row] /= divisor;
        for (std::size_t i = 0; i < m_rows.size(); ++i) {
            const double factor = m_rows[i][column];
            if (i == row || factor == 0) {
                continue;
            }
            for (std::size_t j = 0; j < m_rows[i].size(); ++j) {
                m_rows[i][j] -= factor * m_rows[row][j];
            }
            m_right[i] = std::max(0.0, m_right[i] - factor * m_right[row]);
        }
        m_basis[row] = column;
    }

    /// Artificial columns leave the basis; a row that has only them says nothing new.
    void dropArtificial()
    {
        for (std::size_t i = 0; i < m_rows.size();) {
            if (m_basis[i] < m_columns) {
                ++i;
                continue;
            }
            std::size_t column = 0;
            while (column < m_columns && std::abs(m_rows[i][column]) <= tiny) {
                ++column;
            }
            if (column < m_columns) {
                pivot(i, column);
                ++i;
            } else {
                m_rows.erase(m_rows.begin() + static_cast<std::ptrdiff_t>(i));
                m_right.erase(m_right.begin() + static_cast<std::ptrdiff_t>(i));
                m_basis.erase(m_basis.begin() + static_cast<std::ptrdiff_t>(i));
            }
        }
        for (auto& row : m_rows) {
            row.resize(m_columns);
        }
    }

    std::vector<std::vector<double>> m_rows;
    std::vector<double> m_right;
    std::size_t m_columns;
    std::vector<std::size_t> m_basis;
};

} // namespace

std::size_t Knowledge::addCell(std::uint64_t size)
{
    m_sizes.push_back(static_cast<double>(size));
    return m_sizes.size() - 1;
}

void Knowledge::learn(Set set) { m_known.push_back(std::move(set)); }

void Knowledge::forgetLast()
{
    assert(!m_known.empty());
    m_known.pop_back();
}

bool Knowledge::leavesOpen(const std::vector<Secret>& secrets) const
{
    // The sums and the sets that a cell stands in; cells that stand in the same ones are one unknown.
    struct Standing {
        Set sums;
        Set sets;
        auto operator<=>(const Standing&) const = default;
    };
    std::vector<Standing> standings(m_sizes.size());
    for (std::size_t row = 0; row < m_known.size(); ++row) {
        for (const std::size_t cell : m_known[row]) {
            standings[cell].sums.push_back(row);
        }
    }
    std::vector<bool> open(secrets.size(), false);
    for (std::size_t i = 0; i < secrets.size(); ++i) {
        for (const std::size_t cell : secrets[i].cells) {
            open[i] = open[i] || standings[cell].sums.empty(); // nothing at all is known of this one
            standings[cell].sets.push_back(i);
        }
    }
    if (std::all_of(open.begin(), open.end(), [](bool one) { return one; })) {
        return true;
    }
    std::map<Standing, double> unknowns;
    for (std::size_t cell = 0; cell < m_sizes.size(); ++cell) {
        if (!standings[cell].sums.empty()) {
            unknowns[standings[cell]] += m_sizes[cell];
        }
    }
    std::vector<std::vector<double>> rows(m_known.size(), std::vector<double>(unknowns.size(), 0.0));
    std::vector<double> right(m_known.size(), 0.0);
    std::vector<std::vector<double>> goals(secrets.size(), std::vector<double>(unknowns.size(), 0.0));
    std::vector<double> truths(secrets.size(), 0.0);
    std::size_t column = 0;
    for (const auto& [standing, size] : unknowns) {
        for (const std::size_t row : standing.sums) {
            rows[row][column] = 1;
            right[row] += size;
        }
        for (const std::size_t set : standing.sets) {
            goals[set][column] = 1;
            truths[set] += size;
        }
        ++column;
    }
    Simplex simplex(std::move(rows), std::move(right));
    for (std::size_t i = 0; i < secrets.size(); ++i) {
        if (open[i]) {
            continue;
        }
        const double width = secrets[i].width;
        const double high = simplex.maximum(goals[i]);
        if (high - truths[i] >= width - tiny) {
            continue;
        }
        for (double& value : goals[i]) {
            value = -value;
        }
        const double low = -simplex.maximum(goals[i]);
        if (high - low < width - rounding) {
            return false;
        }
    }
    return true;
}

} // namespace smiley::report
