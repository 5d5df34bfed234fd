// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/ports.h"
#include "app/core/time.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

/// What a scanner reads comes in pieces: reports of 56 bytes, or keys of a keyboard.

namespace smiley::codec {

/// A text that doesn't go on within this time is forgotten.
inline constexpr int scanPauseMs = 1000;

/// Puts the pieces of a text together. No allocation.
class ScanText {
public:
    /// A piece came; `goesOn` says that it isn't the last. The text when it is whole, without the line end that scanners
    /// add, until the next call; empty where it was longer than core::ticketTextMax: something was read, and no card.
    /// Nothing where more is to come, or where there was nothing at all.
    [[nodiscard]] std::optional<std::string_view> add(std::span<const std::byte> piece, bool goesOn,
                                                      core::MonotonicMs at);
    /// Forgets what didn't go on.
    void tick(core::MonotonicMs now);
    [[nodiscard]] std::optional<core::MonotonicMs> deadline() const;

private:
    std::array<char, core::ticketTextMax> m_text{};
    std::size_t m_size = 0;
    bool m_isTooLong = false;
    std::optional<core::MonotonicMs> m_last; ///< of a text that goes on
};

/// What a key of the Keyboard page (HID Usage Tables, 0x07) types on a US keyboard; '\n' for both Enter keys, 0 for what
/// types nothing. A scanner must be set to this layout, and Caps Lock is off.
[[nodiscard]] char typed(std::uint16_t usage, bool shift);

} // namespace smiley::codec
