// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/result.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Files that another program reads or wrote.

namespace smiley::outbox {

enum class FileFault : std::uint8_t {
    Missing,  ///< no such file
    TooLarge, ///< over the limit: nothing was read
    Io,       ///< can't be read or written (rights, disk full, disk broken): see the message, try again later
};

template <class T>
using FileResult = core::Result<T, FileFault>;

/// Makes a folder with these rights where it is missing; one that is there stays as it is.
[[nodiscard]] FileResult<core::Done> makeFolder(const std::filesystem::path& folder, unsigned rights);

/// The whole file. A symbolic link, folder or device isn't followed: Io.
[[nodiscard]] FileResult<std::string> readFile(const std::filesystem::path& file, std::size_t bytesMax);

/// Who may read a file that is written.
enum class Rights : std::uint8_t {
    Group,     ///< 0640: the sync program reads it by its group
    AsMounted, ///< what the file system gives: a stick knows no rights
};

/// Writes the whole file or leaves what was there: temporary name in the same folder, fsync, rename, fsync of the
/// folder.
[[nodiscard]] FileResult<core::Done> writeFile(const std::filesystem::path& file, std::string_view bytes,
                                               Rights rights = Rights::Group);

/// The same, where the file doesn't hold these bytes already. True: written.
[[nodiscard]] FileResult<bool> writeIfOther(const std::filesystem::path& file, std::string_view bytes);

/// Names of the files in `folder` that begin and end so, sorted; empty where the folder can't be read.
[[nodiscard]] std::vector<std::string> namesIn(const std::filesystem::path& folder, std::string_view beginning,
                                               std::string_view ending);

} // namespace smiley::outbox
