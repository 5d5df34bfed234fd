// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/citizens/score.h"

#include <algorithm>
#include <cassert>
#include <map>

namespace smiley::citizens {

namespace {

constexpr std::uint64_t fewPersons = 100; ///< under this a face's loss is noise

double share(std::uint64_t part, std::uint64_t whole)
{
    return whole == 0 ? 0 : static_cast<double>(part) / static_cast<double>(whole);
}

double meanOf(const std::array<std::uint64_t, 5>& faces)
{
    std::uint64_t n = 0;
    std::uint64_t sum = 0;
    for (std::size_t face = 0; face < 5; ++face) {
        n += faces[face];
        sum += faces[face] * (face + 1);
    }
    return share(sum, n);
}

double redShareOf(const std::array<std::uint64_t, 5>& faces)
{
    std::uint64_t n = 0;
    for (const std::uint64_t one : faces) {
        n += one;
    }
    return share(faces[0] + faces[1], n);
}

bool isFilter(core::Reason reason)
{
    return reason == core::Reason::BurstPlay || reason == core::Reason::RunImplausible ||
           reason == core::Reason::ClosedHours;
}

void add(std::array<std::uint64_t, 5>& to, const std::array<std::uint64_t, 5>& from)
{
    for (std::size_t face = 0; face < 5; ++face) {
        to[face] += from[face];
    }
}

} // namespace

Tally& Tally::operator+=(const Tally& other)
{
    taps += other.taps;
    genuine += other.genuine;
    counted += other.counted;
    right += other.right;
    intruders += other.intruders;
    lostToFilters += other.lostToFilters;
    add(genuineByFace, other.genuineByFace);
    add(rightByFace, other.rightByFace);
    add(countedByFace, other.countedByFace);
    add(agreeingByFace, other.agreeingByFace);
    add(agreeingRightByFace, other.agreeingRightByFace);
    for (std::size_t i = 0; i < behaviourCount; ++i) {
        byBehaviour[i].persons += other.byBehaviour[i].persons;
        byBehaviour[i].right += other.byBehaviour[i].right;
        byBehaviour[i].counted += other.byBehaviour[i].counted;
    }
    return *this;
}

double Tally::precision() const { return share(right, counted); }
double Tally::recall() const { return share(right, genuine); }
double Tally::visitsError() const
{
    return genuine == 0 ? 0 : static_cast<double>(counted) / static_cast<double>(genuine) - 1;
}
double Tally::intruderShare() const { return share(intruders, counted); }
double Tally::filterLoss() const { return share(lostToFilters, genuine); }
double Tally::trueMean() const { return meanOf(genuineByFace); }
double Tally::countedMean() const { return meanOf(countedByFace); }
double Tally::trueRedShare() const { return redShareOf(genuineByFace); }
double Tally::countedRedShare() const { return redShareOf(countedByFace); }

double Tally::agreeingWorst() const
{
    double worst = 1;
    for (std::size_t face = 0; face < 5; ++face) {
        if (agreeingByFace[face] >= fewPersons) {
            worst = std::min(worst, share(agreeingRightByFace[face], agreeingByFace[face]));
        }
    }
    return worst;
}

double Tally::spreadOf(const std::array<std::uint64_t, 5>& of, const std::array<std::uint64_t, 5>& right)
{
    double least = 1;
    double most = 0;
    for (std::size_t face = 0; face < 5; ++face) {
        if (of[face] >= fewPersons) {
            const double loss = 1 - share(right[face], of[face]);
            least = std::min(least, loss);
            most = std::max(most, loss);
        }
    }
    return std::max(0.0, most - least);
}

Tally score(std::span<const core::TapView> taps, std::span<const Truth> truths, std::span<const core::Verdict> verdicts)
{
    assert(taps.size() == truths.size() && taps.size() == verdicts.size());
    struct One {
        const Truth* truth = nullptr;
        bool isRight = false;
        bool isFiltered = false;
        std::uint64_t counted = 0;
    };
    std::map<std::uint32_t, One> persons;
    Tally tally;
    tally.taps = taps.size();
    for (std::size_t i = 0; i < taps.size(); ++i) {
        assert(verdicts[i].tap == taps[i].tap);
        One& one = persons[truths[i].person];
        one.truth = &truths[i];
        if (verdicts[i].outcome != core::Outcome::Count) {
            one.isFiltered |= verdicts[i].outcome == core::Outcome::Excluded && isFilter(verdicts[i].reason);
            continue;
        }
        ++one.counted;
        ++tally.counted;
        ++tally.countedByFace[static_cast<std::size_t>(core::score(taps[i].face) - 1)];
        tally.intruders += truths[i].genuine ? 0U : 1U;
        one.isRight |= truths[i].genuine && core::score(taps[i].face) == truths[i].answer;
    }
    for (const auto& [number, one] : persons) {
        auto& group = tally.byBehaviour[static_cast<std::size_t>(one.truth->behaviour)];
        ++group.persons;
        group.counted += one.counted;
        if (!one.truth->genuine) {
            continue;
        }
        const auto face = static_cast<std::size_t>(one.truth->answer - 1);
        const std::uint64_t right = one.isRight ? 1 : 0;
        const bool agrees = one.truth->behaviour == Behaviour::Agreeing;
        ++tally.genuine;
        tally.right += right;
        ++tally.genuineByFace[face];
        tally.rightByFace[face] += right;
        tally.agreeingByFace[face] += agrees ? 1U : 0U;
        tally.agreeingRightByFace[face] += agrees ? right : 0;
        tally.lostToFilters += one.counted == 0 && one.isFiltered ? 1U : 0U;
        group.right += right;
    }
    return tally;
}

} // namespace smiley::citizens
