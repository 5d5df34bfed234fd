// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/report/csv.h"
#include "sync/report/night_view.h"

#include <cstdint>
#include <string>
#include <string_view>

/// How good a stand's figures are: what an observer counted beside what the stand counted, its sensors, its corrections.

namespace smiley::report {

/// Sensors, runs, claims and corrections are of the envelopes whose last day is one of so many days before the night.
inline constexpr int qualityDays = 28;
/// 1-2 becomes 4-5 more than this many times as often as the reverse: somebody may be standing beside (METHOD.md 6.8).
inline constexpr std::uint64_t correctionsFactor = 3;

inline constexpr std::string_view countedOnSite = "optalt på stedet";
inline constexpr std::string_view simulatedOnly = "simuleret nøjagtighed";

/// The span of time over which the stand's figure could be had: its visits lie in blocks (envelope.h).
enum class ObservedScope : std::uint8_t {
    Hours,    ///< the hours that were observed
    HalfDays, ///< the half-days in which they lie
    Days,
    Spans, ///< several days
};

/// What was observed at a stand, over all days, and what the stand counted.
struct ObservedStand {
    std::uint64_t hours = 0;
    std::uint64_t answered = 0;
    std::uint64_t tappedAgain = 0;
    std::uint64_t passedBy = 0;
    std::uint64_t daysReceived = 0; ///< of the observed days; only these are compared
    std::uint64_t observed = 0;     ///< answered on these days
    std::uint64_t counted = 0;      ///< by the stand
    ObservedScope scope = ObservedScope::Hours;
    std::uint64_t promise = core::showFrom; ///< the largest of these days' envelopes
};

/// "Optalt på stedet: 58 personer svarede. Standen talte 56." Nothing about answers under 10, or what
/// was promised (METHOD.md 6.12).
[[nodiscard]] std::string sentenceOf(const ObservedStand& observed);

/// 1-2 to 4-5, and the reverse.
struct CorrectionCounts {
    std::uint64_t up = 0;
    std::uint64_t down = 0;
    /// From 10 corrections on.
    [[nodiscard]] bool isOneSided() const;
};

/// Per stand; for the rows package. Reads the envelopes that it needs from `ledger`.
[[nodiscard]] central::Kept<Table> qualityTable(central::Ledger& ledger, const NightView& view);
/// Per stand only whether somebody has counted there; for the tables package.
[[nodiscard]] Table accuracyTable(const NightView& view);

} // namespace smiley::report
