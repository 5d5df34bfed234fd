// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace smiley::adjudicate {

/// Whether it is strict UTF-8 without control characters (U+0000-001F, U+007F-009F).
[[nodiscard]] bool isPrintableUtf8(std::string_view text);

/// The text as it may stand in a message: in quotes, at most 40 bytes, with '?' for what isn't printable ASCII.
[[nodiscard]] std::string shown(std::string_view text);

/// Appends a field of CSV, in quotes where RFC 4180 wants them.
void appendField(std::string& csv, std::string_view text);

/// Appends a JSON string (RFC 8259); `text` is UTF-8.
void appendJsonString(std::string& json, std::string_view text);

} // namespace smiley::adjudicate
