// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/wire/counting.h"

#include <algorithm>
#include <cstddef>
#include <numeric>

namespace smiley::wire {

void Counting::add(const Counting& other)
{
    mean += other.mean;
    for (std::size_t i = 0; i < three.size(); ++i) {
        three.at(i) += other.three.at(i);
    }
    for (std::size_t i = 0; i < five.size(); ++i) {
        five.at(i) += other.five.at(i);
    }
}

Counting Counting::of(std::uint64_t n) const
{
    Counting divided;
    if (n == 0) {
        return divided;
    }
    const double square = static_cast<double>(n) * static_cast<double>(n);
    divided.mean = mean / square;
    for (std::size_t i = 0; i < three.size(); ++i) {
        divided.three.at(i) = three.at(i) / square;
    }
    for (std::size_t i = 0; i < five.size(); ++i) {
        divided.five.at(i) = five.at(i) / square;
    }
    return divided;
}

Counting countingOf(const TallyRecord& tally)
{
    Counting sum;
    if (!tally.model || tally.model->draws == 0) {
        return sum;
    }
    const ModelTally& model = *tally.model;
    const auto faces = std::accumulate(tally.faces.begin(), tally.faces.end(), std::uint64_t{0});
    const double n = std::min(static_cast<double>(faces), model.visits);
    const double factor = n * n * (1 + 1 / static_cast<double>(model.draws));
    sum.mean = factor * model.meanVariance;
    sum.three = {factor * model.redVariance, factor * model.yellowVariance, factor * model.greenVariance};
    for (std::size_t face = 0; model.visits > 0 && face < sum.five.size(); ++face) {
        sum.five.at(face) = factor * model.faceVariance.at(face) / (model.visits * model.visits);
    }
    return sum;
}

} // namespace smiley::wire
