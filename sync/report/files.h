// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/result.h"

#include <cstdint>
#include <filesystem>
#include <string_view>

/// The few things that are done to a disk, behind an interface, so that tests can let the Nth of them fail.

namespace smiley::report {

enum class FileFault : std::uint8_t {
    Full, ///< no space or over quota: free some and try again
    Io,   ///< anything else: the message names path and reason
};

/// Any thread; one folder is written by one process at a time.
class Files {
public:
    virtual ~Files() = default;
    /// Makes the folder and its parents where they are missing, on disk (0755).
    [[nodiscard]] virtual core::Result<core::Done, FileFault> makeFolder(const std::filesystem::path& folder) = 0;
    /// Writes a new file, on disk when it returns (0644).
    [[nodiscard]] virtual core::Result<core::Done, FileFault> write(const std::filesystem::path& file,
                                                                    std::string_view bytes) = 0;
    /// Makes the names in the folder durable.
    [[nodiscard]] virtual core::Result<core::Done, FileFault> syncFolder(const std::filesystem::path& folder) = 0;
    [[nodiscard]] virtual core::Result<core::Done, FileFault> rename(const std::filesystem::path& from,
                                                                     const std::filesystem::path& to) = 0;
    /// Removes a folder and what is in it; fine where there is none.
    [[nodiscard]] virtual core::Result<core::Done, FileFault> removeAll(const std::filesystem::path& folder) = 0;
};

/// The machine's own.
[[nodiscard]] Files& systemFiles();

} // namespace smiley::report
