// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/report/packages.h"
#include "sync/wire/keys.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

/// Checks nightly packages as the one who received them would: nothing is believed but the centre's public key.

namespace smiley::report {

/// What is wrong, where, and what to do.
struct VerifyFault {
    std::filesystem::path path;
    std::string message;
};

struct Verification {
    std::uint64_t packages = 0;    ///< looked at
    std::uint64_t files = 0;       ///< whose size and hash are right
    bool signatureChecked = false; ///< false: no key was given, so only damage is found, not forgery
    std::vector<VerifyFault> faults;

    [[nodiscard]] bool ok() const { return packages > 0 && faults.empty(); }
};

/// Checks one package: the manifest is there and signed by `centre`; every file it lists is there with its size and hash;
/// nothing else is there; and where the folder still lies under its municipality and night, the manifest is of that
/// municipality, night and kind.
[[nodiscard]] Verification verifyPackage(const std::filesystem::path& package,
                                         const std::optional<wire::PublicKey>& centre);

/// Checks a package, a night, a municipality or the whole packages' folder; what lies under it is found. Also checks the
/// chain: each manifest names the one of the night before, where that is there, all are of one ledger, and no night is
/// missing between the first and the last.
[[nodiscard]] Verification verify(const std::filesystem::path& folder, const std::optional<wire::PublicKey>& centre);

/// For a person: one line a fault, and a last line that says whether all is right.
[[nodiscard]] std::string describe(const Verification& verification);
/// {"ok":…,"packages":…,"files":…,"signature_checked":…,"faults":[{"path":…,"message":…}]}
[[nodiscard]] std::string toJson(const Verification& verification);
/// 0: all is right. 1: something is refused. 2: there is no package.
[[nodiscard]] int exitCode(const Verification& verification);

} // namespace smiley::report
