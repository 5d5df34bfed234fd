// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/redaction.h"
#include "app/core/result.h"
#include "app/redact/tally.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

/// Comments from one file descriptor to another, cleaned.

namespace smiley::redact {

/// The longest comment that is taken; while it is cleaned it needs some sixty times as much memory.
inline constexpr std::size_t commentBytesMax = std::size_t{4} << 20U;

enum class FilterFault : std::uint8_t {
    Unreadable, ///< the message says what and why; what came before it is out
    Unwritable, ///< the same
    TooLong,    ///< a comment; nothing of it is out
    BadNames,   ///< the list of names isn't one; the message names the line
};

enum class Comments : std::uint8_t {
    Lines, ///< each line is one; a line goes out as a line, ended with "\n" where it was ended
    Whole, ///< all of the input is one
};

/// Reads to the end of `input` and writes what is cleaned to `output`, whose last bytes are then on their way (it is
/// closed, so that a full disk is heard of). What was read is written before more is awaited. Holds one comment.
[[nodiscard]] core::Result<Tally, FilterFault> filter(int input, int output, const core::StaffNames& names,
                                                      Comments comments);

/// A staff list (app/core/staff_list.h). Errors: Unreadable, BadNames.
[[nodiscard]] core::Result<std::vector<std::string>, FilterFault> readNames(const std::string& path);

} // namespace smiley::redact
