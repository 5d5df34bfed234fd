// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string_view>
#include <variant>

/// The Range header (RFC 9110, section 14): one range of bytes.

namespace smiley::central {

struct WholeFile {};     ///< no range, several, or one that isn't understood: the RFC says to ignore it
struct Unsatisfiable {}; ///< understood, and nothing of the file lies in it
struct ByteRange {
    std::uint64_t first = 0;
    std::uint64_t last = 0; ///< inclusive, within the file
};

[[nodiscard]] std::variant<WholeFile, Unsatisfiable, ByteRange> parseRange(std::string_view header,
                                                                           std::uint64_t fileBytes);

/// Whether an If-None-Match header names `etag` (with its quotes), weak or strong, or is "*".
[[nodiscard]] bool matchesEtag(std::string_view header, std::string_view etag);

} // namespace smiley::central
