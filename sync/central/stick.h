// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/ports.h"
#include "sync/central/ledger.h"
#include "sync/wire/keys.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

/// Envelopes that come on a USB stick, each in a box sealed to the centre's key, and what goes back on the same stick:
///
///   <folder>/…/<stand>-envelope-<epoch>-<number>.jsonl.zst.sealed       found in any folder, some levels deep
///   <folder>/til-standen/receipt-<epoch>-<number>.json                  one for each that was taken
///   <folder>/til-standen/configuration.json                             the stand's, where it has one and all envelopes
///                                                                       of the stick are of one stand
///
/// til-standen/ is a stand's inbox, file for file. Nothing is deleted from the stick, so it may be imported twice. The centre's time is not written: it would be old
/// when the stick arrives.

namespace smiley::central {

/// Files of a stick that are looked at in one run.
inline constexpr std::size_t stickFilesMax = 10'000;
inline constexpr int stickDepthMax = 4;

struct ImportedFile {
    std::filesystem::path path;
    bool taken = false;
    std::string outcome; ///< "stored", "kept-aside" or "fork", and " again" where it was here already; else the fault
};

struct Imported {
    std::vector<ImportedFile> files; ///< by path
    std::vector<std::string> faults; ///< answers that were not written, and why
};

/// Imports a folder. On a ledger's fault what was taken before stays taken; run it again. NotFound where the folder can't
/// be read. Call from the ledger's thread.
[[nodiscard]] Kept<Imported> importStick(Ledger& ledger, const wire::SecretKey& centre, const core::Clock& clock,
                                         const std::filesystem::path& folder);

} // namespace smiley::central
