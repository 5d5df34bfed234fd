// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <span>

namespace smiley::codec {

/// Whether a device with this configuration descriptor may watch or listen: an interface for video (class 0x0E, 0x10) or
/// pictures (0x06), or for sound (0x01) that takes any in. USB sound that only plays (its one kind of input terminal is
/// the computer, USB Device Class Definition for Terminal Types 1.0, 2.1) doesn't, nor does MIDI. What can't be read
/// counts as watching. Any bytes; any thread.
[[nodiscard]] bool watchesOrListens(std::span<const std::byte> configuration);

} // namespace smiley::codec
