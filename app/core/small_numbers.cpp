// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/small_numbers.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <cstddef>

namespace smiley::core {

ThreeCounts threeOf(const ScoreCounts& scores) { return {scores[0] + scores[1], scores[2], scores[3] + scores[4]}; }

ThreeView threeView(const ScoreCounts& scores)
{
    const ThreeCounts three = threeOf(scores);
    const std::uint64_t n = answers(scores);
    assert(n > 0);
    std::uint64_t sum = 0;
    for (std::size_t i = 0; i < 5; ++i) {
        sum += (i + 1) * scores[i];
    }
    ThreeView view;
    view.mean = static_cast<double>(sum) / static_cast<double>(n);
    for (std::size_t i = 0; i < 3; ++i) {
        view.classes[i] = {three[i], three[i]};
    }
    const auto largest = static_cast<std::size_t>(std::max_element(three.begin(), three.end()) - three.begin());
    const auto smallest = static_cast<std::size_t>(std::min_element(three.begin(), three.end()) - three.begin());
    view.bounded = n < boundUnder && three[smallest] <= 1;
    if (!view.bounded) {
        return view;
    }
    // What is assumed to find the sums that are possible where no class has none.
    ThreeCounts assumed = three;
    if (n - three[largest] <= 2) {
        for (std::size_t i = 0; i < 3; ++i) {
            view.classes[i] = i == largest ? CountRange{n - 2, n} : CountRange{0, 2};
            assumed[i] = i == largest ? n - 2 : 1;
        }
    } else {
        const std::size_t taker = smallest == 2 ? 0 : 2; // fixed, not the larger one: that would tell more
        const std::uint64_t both = three[smallest] + three[taker];
        view.classes[smallest] = {0, 1};
        view.classes[taker] = {both - 1, both};
        assumed[smallest] = 1;
        assumed[taker] = both - 1;
    }
    std::uint64_t least = 0;
    std::uint64_t most = 0;
    for (std::size_t i = 0; i < 3; ++i) {
        least += assumed[i] * std::array<std::uint64_t, 3>{1, 3, 4}[i];
        most += assumed[i] * std::array<std::uint64_t, 3>{2, 3, 5}[i];
    }
    const double scale = 10.0 / static_cast<double>(n);
    if (sum <= least) {
        view.meanBound = MeanBound::AtMost;
        view.mean = std::ceil(static_cast<double>(least) * scale) / 10;
    } else if (sum >= most) {
        view.meanBound = MeanBound::AtLeast;
        view.mean = std::floor(static_cast<double>(most) * scale) / 10;
    }
    return view;
}

bool isNearlyUnanimous(const ScoreCounts& scores)
{
    const ThreeCounts three = threeOf(scores);
    const std::uint64_t n = answers(scores);
    return n<boundUnder&& * std::max_element(three.begin(), three.end()) + 2> n;
}

} // namespace smiley::core
