// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/result.h"
#include "app/store/store.h"

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

/// The same exchange on a USB stick, for a stand without a network:
///
///   <stick>/<stand>-envelope-<epoch>-<number>.jsonl.zst.sealed   to the centre; sealed boxes, nobody else can open them
///   <stick>/til-standen/                                         from the centre; the files of an inbox
///
/// `smiley-stand stick DIR` calls both. The running program takes the inbox at its next tick.

namespace smiley::outbox {

/// The centre's folder on a stick.
inline constexpr const char* toTheStand = "til-standen";

enum class StickFault : std::uint8_t {
    NotEnrolled, ///< no centre's key to seal to: enrol the stand first
    Database,    ///< see the message of app/store
    Stick,       ///< not a folder, full, or can't be written: try another stick; what was written is whole
};

struct StickSummary {
    std::size_t files = 0;
    std::vector<std::string> troubles; ///< files that were left out, and why
};

/// Writes every unreceipted envelope as a sealed box, and removes those of this stand that have been receipted.
[[nodiscard]] core::Result<StickSummary, StickFault> exportTo(const std::filesystem::path& stick, store::Store& store);

/// Copies what the centre left for the stand into its inbox. Nothing on the stick changes.
[[nodiscard]] core::Result<StickSummary, StickFault> importFrom(const std::filesystem::path& stick,
                                                                const std::filesystem::path& inbox);

} // namespace smiley::outbox
