// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/result.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

/// The file with a municipality's staff list, whose names become "[medarbejder]" (redaction.h). Whoever reads one reads it
/// here, so that every program takes the same names out. Pure, any thread.
///
/// UTF-8, one name a line. A line that begins with "#" is a remark; blank lines, blanks around a name and a byte order mark
/// are nothing.

namespace smiley::core {

/// So that what is taken fits into a stand's configuration.
inline constexpr std::size_t staffListBytesMax = std::size_t{56} * 1024;
inline constexpr std::size_t staffNamesMax = 500;
/// Code points.
inline constexpr std::size_t staffNameCharactersMax = 80;

/// Whether it may stand in the list: UTF-8, 1 to staffNameCharactersMax characters, not only spaces, none of them hidden.
[[nodiscard]] bool isStaffName(std::string_view name);

enum class StaffListFault : std::uint8_t {
    TooLong, ///< too many bytes or names: name fewer people
    BadLine, ///< the message says which, and what is wrong with it
};

/// The names, in the order of the file. One bad line refuses the whole file: half a list would leave names in texts.
[[nodiscard]] Result<std::vector<std::string>, StaffListFault> readStaffList(std::string_view file);

} // namespace smiley::core
