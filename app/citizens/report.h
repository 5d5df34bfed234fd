// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/citizens/score.h"
#include "app/citizens/simulate.h"
#include "app/core/policy.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

/// What policies lose and let through, scenario by scenario.

namespace smiley::citizens {

/// One scenario under one policy. Means are over the seeds, each seed one period; shares are 0 to 1, and what ends in
/// `Points` is in percentage points.
struct Cell {
    std::string scenario;
    std::string policy;
    int seeds = 0;
    double precision = 0;
    double recall = 0;
    double visitsError = 0;    ///< mean of (counted - genuine) / genuine
    double visitsAbsError = 0; ///< mean of its absolute value
    double meanRmse = 0;       ///< of the mean answer, 1 to 5
    double redRmsePoints = 0;  ///< of the share of 1 and 2
    double intruders = 0;      ///< of what counts: children, staff, cleaners …
    double filterLoss = 0;     ///< genuine visitors that L3-L5 took
    double unfairPoints = 0;   ///< largest difference between two faces' losses, all seeds together
    double agreeingWorst = 1;  ///< share counted of agreeing groups, the face that fares worst
    double agreeingUnfairPoints = 0;
    double masherAnswers = 0; ///< counted answers of one masher
    double coverageTrue = 0;  ///< of the 95 % interval: the mean of the period's genuine visitors
    double coverageSuper = 0; ///< … and the mean that the scenario's answers come from
    double intervalHalf = 0;  ///< half the width of that interval
    Tally tally;              ///< all seeds together
};

/// A figure of a cell, as files and people name it.
struct Metric {
    std::string_view name; ///< "precision", "visits_error", …
    double Cell::*member;
    bool moreIsBetter;
};
[[nodiscard]] std::span<const Metric> metrics();
[[nodiscard]] const Metric* metricNamed(std::string_view name);

struct ReportOptions {
    int seeds = 40; ///< periods with seeds 1 to this
    /// Run the model of METHOD.md section 4 over every day, for policies that decide by visits: the intervals then hold
    /// what uncertain verdicts add. Without it they are too narrow. Takes some milliseconds a day.
    bool model = false;
    /// Called after each period: how many of how many are done.
    std::function<void(std::size_t done, std::size_t of)> progress;
};

/// Scenario by scenario, and within each policy by policy. Every period is simulated once for all policies.
[[nodiscard]] std::vector<Cell> makeReport(std::span<const Scenario> scenarios, std::span<const core::Policy> policies,
                                           const ReportOptions& options);

/// One policy over all of its cells: the means of all figures, or each figure's worst.
[[nodiscard]] Cell meanOf(std::span<const Cell> cells, std::string_view policy);
[[nodiscard]] Cell worstOf(std::span<const Cell> cells, std::string_view policy);

enum class Language { Danish, English };
/// A table for people, with a sentence on each column; `details` adds what became of each behaviour.
[[nodiscard]] std::string textOf(std::span<const Cell> cells, Language language, bool details);
/// {"cells": [{"scenario", "policy", "seeds", figures by name, "behaviours": {…}}], "mean": [...], "worst": [...]}
[[nodiscard]] std::string jsonOf(std::span<const Cell> cells);

} // namespace smiley::citizens
