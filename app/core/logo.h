// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/settings.h"

#include <cstdint>
#include <optional>
#include <string_view>

namespace smiley::core {

inline constexpr std::uint32_t logoPixelsMax = 512; ///< a side

enum class LogoFault : std::uint8_t {
    Large,  ///< more than logoBytesMax
    NotPng, ///< something else, whatever its name
    Wide,   ///< more than logoPixelsMax wide or high
    Broken, ///< begins as a PNG and can't be one
};
/// Why these bytes can't be a logo, by their number and the picture's first chunk alone; nothing is decoded. Whoever draws
/// it still has to read it to its end. Any thread.
/// Source: ISO/IEC 15948, 5.2 and 11.2.2.
[[nodiscard]] std::optional<LogoFault> logoFault(std::string_view png);

} // namespace smiley::core
