// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/adjudicator.h"
#include "app/core/event.h"
#include "app/core/time.h"
#include "sync/wire/envelope.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// A closed day as it waits in the store for its envelope: no exact times, no order, no row numbers.
///
/// Text, one thing a line, words separated by one space; none of the words can hold a space.
///
///   day 1                                     the format
///   clock anchored|set|none                   the worst clock among the day's rows
///   boots 1
///   passages 120                              only with a door counter
///   dead staff 12                             minutes
///   tally headline 3 1 0 4 9                  faces, worst first; the lines after it are this tally's
///   reason OK_LAST 3 · input touch 40 · correction 1-4 1 · withdrawal 2 1
///   policy <hash>                             of the tally's policy
///   claims 2 1 3 1 0 2 9                      counted, merged, faces without claims
///   runs 6 0 3 1 0 4 3 3 1 0 4 9              visits, days under control, faces without and with runs
///   health 1 1 0                              days, of them with presence and with doors used
///   model 1 30 17.2 …                         days, draws, visits, faces, their variances, variance of the mean and of
///                                             the red, yellow and green shares
///   visit 14 4 count OK da <hash> B1=5 B2= Q3=a,b    hour or "-", face, verdict, reason, language, questionnaire,
///                                             answers; sorted, so that the order of the visits is gone

namespace smiley::outbox {

struct DayVisit {
    std::optional<int> hour; ///< 0..23 by the wall; nothing: nobody knows
    core::Face face = core::Face::InBetween;
    core::Outcome outcome = core::Outcome::Count; ///< Count or Excluded
    core::Reason reason = core::Reason::Ok;
    std::string language;
    core::Hash questionnaire;
    std::map<std::string, std::vector<std::string>> answers; ///< as in wire::VisitRecord
};

struct DayContent {
    core::ClockQuality clock = core::ClockQuality::Anchored;
    std::uint64_t boots = 0;
    std::optional<std::uint64_t> passages;
    std::map<std::string, std::uint64_t> deadMinutes;
    std::vector<wire::TallyRecord> tallies; ///< one per standard policy, in their order, and of the shadow policy
    std::vector<DayVisit> visits;
};

[[nodiscard]] std::string writeDay(const DayContent& content);
/// Nothing where `text` isn't what writeDay made.
[[nodiscard]] std::optional<DayContent> readDay(std::string_view text);

/// "anchored", "set", "none".
[[nodiscard]] std::string_view nameOf(core::ClockQuality quality);

} // namespace smiley::outbox
