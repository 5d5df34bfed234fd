// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/statistics.h"
#include "sync/report/csv.h"
#include "sync/report/figures.h"

#include <cstdint>
#include <string>
#include <vector>

/// The sensitivity panel (METHOD.md 6.13): what a figure would be under other counting rules, and what the rule did.
///
/// Per quarter and place, where the mean was let through the gate and there are at least `panelFrom` answers. A policy's
/// figures are shown where it has 10 answers, and as many as every policy that is shown above it, or 10 more or fewer:
/// two sets whose difference has one to nine answers are not both shown. Nothing that is hidden comes out as the
/// municipality less its other sites: a rule that is hidden at one site is hidden at the smallest other too, and where
/// taps of a reason are under 10, the smallest others of its place and of its reason are hidden with them, until each sum
/// that is known leaves two or more of them and 10 or more taps open. Where a stand of the place promises more than 10
/// (gate.h), that number takes the place of 10, and of 30. The sentence rounds outwards, over raw, headline, strict and
/// loose; a rule that has too few answers to be shown isn't in it either, and it says so.

namespace smiley::report {

inline constexpr std::uint64_t panelFrom = 30;
/// More than this between the means, or the red shares, and the figure depends on the counting rule.
inline constexpr double meansApart = 0.15;
inline constexpr double redApart = 0.03;

struct PanelTables {
    Table sensitivity;
    Table verdicts;
};
[[nodiscard]] PanelTables emptyPanel();

/// What the panel of one place and quarter is made of.
struct PanelPlace {
    std::vector<std::string> prefix; ///< period .. place
    const char* hidden = "";         ///< why there is no mean; empty: it was let through
    PolicyCell policies;             ///< of a hidden place too: it must not come out by subtraction
    core::ScoreCounts published{};   ///< the answers of the mean
    std::uint64_t night = 0;         ///< as of which it was let through
};
/// Adds the rows of one quarter. `places`: the municipality, then its sites.
void addPanels(PanelTables& tables, const std::vector<PanelPlace>& places);

/// "Under alle regler ligger gennemsnittet mellem 3,2 og 3,5".
struct PanelRange {
    double low = 0; ///< lowest mean
    double high = 0;
    double redLow = 0; ///< lowest share of 1-2
    double redHigh = 0;
    bool leavesOut = false; ///< a rule: "Under de regler, der kan vises, …"
    [[nodiscard]] bool dependsOnRule() const;
    [[nodiscard]] std::string sentence() const;
};
/// Over the policies with so many answers as may be shown.
[[nodiscard]] PanelRange rangeOf(const PolicyCell& policies);

} // namespace smiley::report
