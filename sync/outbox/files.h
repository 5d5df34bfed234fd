// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/result.h"
#include "platform/files/files.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Files that another program reads or wrote.

namespace smiley::outbox {

/// Makes a folder with these rights where it is missing; one that is there stays as it is.
[[nodiscard]] files::Result<core::Done> makeFolder(const std::filesystem::path& folder, unsigned rights);

/// `files::writeWhole`, for the group, where the file doesn't hold these bytes already. True: written.
[[nodiscard]] files::Result<bool> writeIfOther(const std::filesystem::path& file, std::string_view bytes);

/// Names of the files in `folder` that begin and end so, sorted; empty where the folder can't be read.
[[nodiscard]] std::vector<std::string> namesIn(const std::filesystem::path& folder, std::string_view beginning,
                                               std::string_view ending);

} // namespace smiley::outbox
