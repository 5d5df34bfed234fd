// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <sodium.h>

#include <cstdlib>
#include <string>
#include <string_view>

/// What calling libsodium takes. Only for .cpp files.

namespace smiley::wire {

/// libsodium wants to be told once before its first use; without it nothing here is safe.
inline void ready()
{
    static const bool isReady = sodium_init() >= 0;
    if (!isReady) {
        std::abort();
    }
}

inline const unsigned char* bytesOf(std::string_view text)
{
    return reinterpret_cast<const unsigned char*>(text.data());
}
inline unsigned char* bytesOf(std::string& text) { return reinterpret_cast<unsigned char*>(text.data()); }

} // namespace smiley::wire
