// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/ids.h"
#include "app/core/ports.h"
#include "app/core/result.h"
#include "sync/central/ledger.h"
#include "sync/report/files.h"
#include "sync/report/packages.h"
#include "sync/wire/keys.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

/// The nightly run: stamps what came in, then writes two packages (packages.h) for each municipality.
///
///   1. Packages of earlier nights that a crash kept from being written are written.
///   2. Every envelope that is stored, read and bears no stamp gets the stamp of the next night, in one transaction.
///   3. For each municipality that had a stand by then: rows, then tables; each written aside, synced, renamed, and then
///      its manifest's hash noted in the ledger.
///
/// A package is a function of the ledger up to its stamp, so it may be made again at any time and comes out with the same
/// bytes. A crash at any point leaves each package whole or absent; the next run goes on where it stopped.

namespace smiley::report {

enum class ReportFault : std::uint8_t {
    Ledger,   ///< the ledger refused; its message says why. Nothing is half done: repair and run again
    Full,     ///< no space for the packages: free some and run again
    Io,       ///< the packages' folder can't be written: check the path, its rights and the disk, run again
    Clock,    ///< the machine's clock is before the last night's stamp: set it and run again
    NotFound, ///< no such night: `nightly` without --again stamps the next one
};

template <class T>
using Made = core::Result<T, ReportFault>;

struct MadePackage {
    core::MunicipalityId municipality;
    std::uint64_t night = 0;
    PackageKind kind = PackageKind::Rows;
    std::filesystem::path folder;
    core::Hash manifest;  ///< SHA-256 of manifest.json
    bool written = true;  ///< false: it was there, byte for byte
    bool changed = false; ///< it is not what was given out before: another program version, or `reprocess` read more
};

struct NightlyResult {
    std::uint64_t night = 0;           ///< the newest night, 0 where there was never one
    bool stamped = false;              ///< false: nothing had come since that night, and it is still the same day
    std::vector<MadePackage> packages; ///< written or checked in this run, in order
};

/// Runs the night. Twice on one day with nothing new in between stamps no second night.
///
/// Call from the thread that opened the ledger. Errors: Ledger, Full, Io, Clock.
[[nodiscard]] Made<NightlyResult> runNightly(central::Ledger& ledger, const wire::SecretKey& centre,
                                             const std::filesystem::path& folder, const core::Clock& clock,
                                             Files& files = systemFiles());

/// Makes the packages of a night again (`nightly --again N`): what is damaged or gone is replaced, what is there and
/// right is left alone. Where a package comes out different from what was given out, the later nights, whose manifests
/// name it, are made again too. Errors: NotFound, Ledger, Full, Io.
[[nodiscard]] Made<NightlyResult> remakeNight(central::Ledger& ledger, const wire::SecretKey& centre,
                                              const std::filesystem::path& folder, std::uint64_t night,
                                              Files& files = systemFiles());

/// What was done, for a person: one line a package.
[[nodiscard]] std::string describe(const NightlyResult& result);

} // namespace smiley::report
