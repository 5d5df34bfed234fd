// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/small_numbers.h"

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <vector>

/// Which numbers of taps may be shown, by place and reason code (METHOD.md 6.12, complementary suppression).
///
/// Known sums: at a place all reasons that count give its answers, and all others the taps of the raw rule less these; of a
/// reason all sites give the municipality. A number under the floor (10, or what was promised) is hidden, and with it the
/// smallest others of each such sum, until two or more are hidden there and have as many taps as the floor. What then
/// still could be worked out from several sums together is found by linear programming (feasible.h), and more is hidden.

namespace smiley::report {

struct VerdictPlace {
    std::map<std::string, std::uint64_t> taps; ///< by reason code
    bool open = true;                          ///< has a panel
    bool rawShown = true;                      ///< the number of all taps is shown
    std::uint64_t floor = core::showFrom;      ///< takes the place of 10; the municipality's is its sites' largest
};

/// Per place the reasons that must be hidden. `places`: the municipality, then its sites.
[[nodiscard]] std::vector<std::set<std::string>> hiddenReasons(const std::vector<VerdictPlace>& places);

} // namespace smiley::report
