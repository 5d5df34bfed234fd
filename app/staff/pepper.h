// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/ports.h"
#include "app/staff/pins.h"

#include <filesystem>
#include <string>

/// 32 random bytes in a file of their own (0600), apart from the database: whoever copies only the database can't try PINs.

namespace smiley::staff {

/// Reads it, or makes it where there is none. Rights that others have to it are taken away. Pepper.
[[nodiscard]] core::Result<std::string, PinsFault> readOrMakePepper(const std::filesystem::path& file,
                                                                    core::Random& random);

} // namespace smiley::staff
