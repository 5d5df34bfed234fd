// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace smiley::report {

/// What somebody knows who reads all that was published: sums over sets of cells whose sizes are whole numbers from 0 up.
///
/// The audit of small numbers (METHOD.md 6.12): the feasible interval of a hidden sum, by linear programming over the
/// published sums (Fischetti and Salazar 2001; simplex with Bland's rule, so it ends). Pure, not thread-safe.
class Knowledge {
public:
    using Set = std::vector<std::size_t>; ///< cells, each once

    /// Adds a cell of this true size and gives its index.
    std::size_t addCell(std::uint64_t size);
    /// Somebody is told the sum over the set.
    void learn(Set set);
    /// Takes the last `learn` back.
    void forgetLast();

    /// A set whose sum must keep an interval at least so wide.
    struct Secret {
        Set cells;
        double width = 0;
    };
    /// Whether what is known leaves each of them open.
    [[nodiscard]] bool leavesOpen(const std::vector<Secret>& secrets) const;

private:
    std::vector<double> m_sizes;
    std::vector<Set> m_known;
};

} // namespace smiley::report
