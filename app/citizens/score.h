// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/citizens/simulate.h"
#include "app/core/verdict.h"

#include <array>
#include <cstdint>
#include <span>
#include <vector>

/// Verdicts against the truth (METHOD.md section 5). The unit is a genuine visit:
///
///   TP  the first counted tap of a genuine person that carries that person's true answer
///   FP  any other counted tap: a second answer, another face, a child, staff
///   FN  a genuine person without TP

namespace smiley::citizens {

/// What verdicts did, as numbers that add up over days and periods.
struct Tally {
    std::uint64_t taps = 0;
    std::uint64_t genuine = 0;       ///< persons
    std::uint64_t counted = 0;       ///< taps
    std::uint64_t right = 0;         ///< TP
    std::uint64_t intruders = 0;     ///< counted taps of those who aren't genuine
    std::uint64_t lostToFilters = 0; ///< genuine persons of whom nothing counts and L3-L5 excluded something
    std::array<std::uint64_t, 5> genuineByFace{}; ///< persons by true answer
    std::array<std::uint64_t, 5> rightByFace{};
    std::array<std::uint64_t, 5> countedByFace{};
    /// Persons by what they did, and those with a TP, or with a counted tap where they aren't genuine.
    struct Group {
        std::uint64_t persons = 0;
        std::uint64_t right = 0;
        std::uint64_t counted = 0; ///< taps
    };
    std::array<Group, behaviourCount> byBehaviour{};
    std::array<std::uint64_t, 5> agreeingByFace{};
    std::array<std::uint64_t, 5> agreeingRightByFace{};

    Tally& operator+=(const Tally& other);

    [[nodiscard]] double precision() const;   ///< TP / (TP + FP); 0 where nothing was counted
    [[nodiscard]] double recall() const;      ///< TP / genuine persons
    [[nodiscard]] double visitsError() const; ///< (counted - genuine) / genuine
    [[nodiscard]] double intruderShare() const;
    [[nodiscard]] double filterLoss() const; ///< lostToFilters / genuine
    [[nodiscard]] double trueMean() const;
    [[nodiscard]] double countedMean() const;
    [[nodiscard]] double trueRedShare() const;
    [[nodiscard]] double countedRedShare() const;
    /// The largest difference between the losses (1 - TP / persons) of two faces that at least 100 persons meant.
    [[nodiscard]] double unfairness() const { return spreadOf(genuineByFace, rightByFace); }
    [[nodiscard]] double agreeingUnfairness() const { return spreadOf(agreeingByFace, agreeingRightByFace); }
    /// The smallest share counted of the agreeing groups, of the face that fares worst (of those with 100 persons); 1
    /// without.
    [[nodiscard]] double agreeingWorst() const;

private:
    [[nodiscard]] static double spreadOf(const std::array<std::uint64_t, 5>& of,
                                         const std::array<std::uint64_t, 5>& right);
};

/// Scores one day: one truth and one verdict a tap, in their order. A person stays within a day.
[[nodiscard]] Tally score(std::span<const core::TapView> taps, std::span<const Truth> truths,
                          std::span<const core::Verdict> verdicts);

} // namespace smiley::citizens
