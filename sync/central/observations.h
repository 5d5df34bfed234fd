// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/central/ledger.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

/// The count of an observer who stands at a stand: how many answered, tapped again, passed by, hour by hour (METHOD.md
/// 6.7: until somebody has counted, what the rule loses and lets through is simulated).
///
/// CSV (RFC 4180; a comma or a semicolon, as Danish spreadsheets write it), UTF-8, a line for each hour:
///
///   stand,day,hour,answered,tapped_again,passed_by
///   fjordby-1,2026-11-20,10,31,4,12
///
/// Columns by their names in the first line, in any order; others (the observer's initials) are left out. Instead of
/// `stand` a column `site` may stand, where the site has one stand; with it, where two municipalities have a site of that
/// name, a column `municipality`.

namespace smiley::central {

inline constexpr std::size_t observationBytesMax = std::size_t{1} << 20U;
/// More people than this don't pass one stand in an hour.
inline constexpr std::uint64_t peoplePerHourMax = 10'000;

struct LineFault {
    std::size_t line = 0; ///< 1-based
    std::string message;
};

/// Every row, or every fault. Days after `today`, or before the stand was added, are faults.
[[nodiscard]] std::variant<std::vector<Observation>, std::vector<LineFault>>
readObservations(std::string_view csv, const std::vector<Stand>& stands, core::Day today);

/// What became of the rows.
struct ImportedObservations {
    std::size_t added = 0;
    std::size_t known = 0;    ///< were there with the same figures
    std::size_t replaced = 0; ///< corrections
    std::vector<Observation>
        contradict; ///< there with other figures, and no correction was asked for: nothing was taken
};

enum class OtherFigures : std::uint8_t { Refuse, Replace };

/// Puts them into the ledger, all or none, with its audit entry. The same file again changes nothing.
[[nodiscard]] Kept<ImportedObservations> importObservations(Ledger& ledger, std::vector<Observation> rows,
                                                            OtherFigures otherFigures, core::WallMs now);

/// Takes the counts of a stand's day back, with its audit entry; packages of earlier nights keep them. Gives the number of
/// hours; 0: there was none.
[[nodiscard]] Kept<std::size_t> removeObservations(Ledger& ledger, const core::StandId& stand, core::Day day,
                                                   core::WallMs now);

/// The newest count of every hour that wasn't removed, as it was known at `by`: by stand, day, hour.
[[nodiscard]] std::vector<Observation> newestObservations(const std::vector<Observation>& all, core::WallMs by);
/// As it is known now.
[[nodiscard]] std::vector<Observation> newestObservations(const std::vector<Observation>& all);

/// From so many observed answers on a stand is counted on site …
inline constexpr std::uint64_t observedAnswersMin = 10;
/// … where one of the observed days at least is one that the stand sent too, so that there is something to compare.
/// `newest`: from `newestObservations`.
[[nodiscard]] bool isCountedOnSite(const std::vector<Observation>& newest, const std::vector<EnvelopeRow>& envelopes,
                                   const core::StandId& stand);

} // namespace smiley::central
