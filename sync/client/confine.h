// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <optional>
#include <vector>

namespace smiley::client {

/// What of the file system the program keeps.
struct Reach {
    std::vector<std::filesystem::path> read;  ///< files and folders with all below; what isn't there is left out
    std::vector<std::filesystem::path> write; ///< folders: make, read, replace and remove files in them
};

/// What the C library reads to look up names: /etc, its own modules, and where resolv.conf may lie. A folder, not the file:
/// resolv.conf is replaced while we run.
[[nodiscard]] std::vector<std::filesystem::path> nameLookupPaths();

enum class Confinement { Enforced, Unsupported };

/// Gives up, for good and for all threads started later, every file outside `reach`, and new privileges (Landlock, Linux
/// 5.13; see landlock(7)). Files that are open stay open. Unsupported: the kernel has no Landlock and nothing changed; file
/// modes and the service's settings still hold. Call once, before any thread is started.
///
/// Errors: nothing where the kernel has it and refuses; end the program.
[[nodiscard]] std::optional<Confinement> confine(const Reach& reach);

} // namespace smiley::client
