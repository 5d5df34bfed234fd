// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/report/csv.h"
#include "sync/report/night_view.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

/// What is proven to be there, and what isn't.
///
/// A stand numbers its envelopes without a gap and each names the hash of the one before, so nothing is missing up to the
/// last envelope that was received, unless a number is. What came after it nobody knows: those days are *unknown*, never
/// complete.

namespace smiley::report {

enum class DayState : std::uint8_t {
    Received, ///< an envelope covers it
    Missing,  ///< a later day was received, this one wasn't
    Unknown,  ///< after the last envelope that was received
};

struct CompletenessRow {
    core::StandId stand;
    core::Day day;
    bool expected = true; ///< closed, and on or after the day of the stand's enrolment
    DayState state = DayState::Unknown;
    bool late = false; ///< received in a later night than the first after its envelope's last day
    const central::EnvelopeRow* envelope = nullptr; ///< where it was received; the first, where there are two
    bool twice = false;                             ///< two envelopes cover it (two epochs)
    bool numbersMissing = false;                    ///< where it is missing: an envelope's number is missing too
};

/// By stand and day: every expected day up to the last closed one, and every day that was received. Points into `view`.
[[nodiscard]] std::vector<CompletenessRow> completenessOf(const NightView& view);

/// The numbers of a stand's epoch.
struct EpochChain {
    std::uint64_t highest = 0;
    std::uint64_t received = 0;
    std::vector<std::uint64_t> missing; ///< below the highest
    bool hashesFollow = true; ///< each received envelope names the hash of the one before, where both are here
};
[[nodiscard]] std::map<core::Epoch, EpochChain> chainsOf(const NightView& view, const core::StandId& stand);

[[nodiscard]] Table completenessTable(const NightView& view);

} // namespace smiley::report
