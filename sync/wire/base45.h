// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

/// Base45 (RFC 9285): bytes in the 45 characters that a QR code keeps most densely and every scanner hands on unchanged.

namespace smiley::wire {

[[nodiscard]] std::string toBase45(std::string_view bytes);
/// Nothing where the text isn't the one that `toBase45` gives.
[[nodiscard]] std::optional<std::string> fromBase45(std::string_view text);

} // namespace smiley::wire
