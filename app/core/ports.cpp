// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/core/ports.h"

#include <array>
#include <bit>
#include <cassert>

namespace smiley::core {

std::uint32_t Random::below(std::uint32_t bound)
{
    assert(bound >= 1);
    // 2^32 mod bound: values under it would make the small results likelier than the others, so they are drawn again.
    const std::uint32_t unfair = (0U - bound) % bound;
    for (;;) {
        std::array<std::byte, sizeof(std::uint32_t)> bytes{};
        fill(bytes);
        const auto value = std::bit_cast<std::uint32_t>(bytes);
        if (value >= unfair) {
            return value % bound;
        }
    }
}

} // namespace smiley::core
