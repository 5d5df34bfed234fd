// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/statistics.h"
#include "sync/central/ledger.h"
#include "sync/report/gate.h"
#include "sync/report/night_view.h"
#include "sync/report/periods.h"
#include "sync/wire/counting.h"

#include <array>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <tuple>
#include <vector>

/// What the tables are made of: counted answers by question, place, week and night, and when a period is ready.

namespace smiley::report {

/// A question as it was worded. Another wording is another variable: they are not compared.
struct Variable {
    enum class Kind : std::uint8_t {
        Faces,   ///< the core question of every questionnaire
        Degree,  ///< five steps; "don't know or not relevant" has no score and is not counted
        Reasons, ///< a choice of the theme "reason"
    };
    Kind kind = Kind::Faces;
    std::string question; ///< id; "faces" for the core question
    std::string wording;  ///< Danish; empty for the core question
    auto operator<=>(const Variable&) const = default;
};

struct CellKey {
    std::size_t site = 0;    ///< index into NightView::sites
    std::size_t week = 0;    ///< index into QuarterTree::weeks
    std::uint64_t night = 0; ///< the first in which it could be published
    auto operator<=>(const CellKey&) const = default;
};

/// What envelopes say under each policy. Of an envelope's last day.
struct PolicyCell {
    std::map<std::string, core::ScoreCounts> faces; ///< by policy; withoutClaims, runsExcluded, runsCounted beside them
    std::map<std::string, std::uint64_t> reasons;   ///< taps by reason code of the headline
    std::uint64_t envelopes = 0;                    ///< with an answer
    std::uint64_t withShadow = 0;                   ///< of them with a policy on trial
    wire::Counting counting;
    std::uint64_t promise = core::showFrom; ///< the largest of its envelopes, as in CellContent
    void add(const PolicyCell& other);
};
inline constexpr const char* withoutClaims = "without-claims";
inline constexpr const char* runsExcluded = "runs-excluded";
inline constexpr const char* runsCounted = "runs-counted";

struct CellContent {
    std::uint64_t n = 0;                          ///< visits that answered
    core::ClusteredScores scores;                 ///< Faces and Degree
    std::map<std::string, std::uint64_t> options; ///< Reasons
    std::uint64_t promise = core::showFrom;       ///< the largest that these visitors were given (wire::StatusRecord)
};

using Cells = std::map<CellKey, CellContent>;

struct QuarterFigures {
    QuarterTree tree;
    /// Per week the night from which on it may be published; 0: not yet.
    std::vector<std::uint64_t> weekReady;
    std::map<Variable, Cells> cells;
    /// Options of Reasons variables, in the order of the questionnaire.
    std::map<Variable, std::vector<std::string>> options;
    std::map<CellKey, PolicyCell> policies;
};

/// From how many answers figures of this envelope are shown, as its visitors were told.
[[nodiscard]] std::uint64_t promiseOf(const central::EnvelopeContent& content);

/// How many quarters the tables go back, this one included: the same quarter of last year is there to compare with.
inline constexpr int quartersShown = 5;
/// A week is published when it has ended and every expected day has come, or else this many days after its end: days of
/// few visits wait up to seven days on the stand.
inline constexpr int waitDaysMax = 8;

/// The last `quartersShown` quarters as that night saw them, oldest first. A visit of a block of several days is of the
/// block's last day. Answers to a questionnaire that was unknown wait for the night in which it became known.
[[nodiscard]] central::Kept<std::vector<QuarterFigures>> figuresOf(central::Ledger& ledger, const NightView& view);

} // namespace smiley::report
