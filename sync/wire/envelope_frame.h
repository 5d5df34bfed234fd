// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/wire/envelope.h"

#include <cstddef>
#include <string>
#include <string_view>

/// What lies around an envelope's records: the zstd frame and the trailer's line. Only for this folder's .cpp files.

namespace smiley::wire {

enum class Part : std::uint8_t { Whole, FirstLine };

/// Decompresses, never into more than `plainBytesMax` bytes. FirstLine ends with the first "\n", which is left out.
[[nodiscard]] core::Result<std::string, EnvelopeFault> decompress(std::string_view bytes, std::size_t plainBytesMax,
                                                                  Part part);
[[nodiscard]] std::string compress(std::string_view text);

struct Trailer {
    std::size_t length = 0; ///< of everything before its line
    core::Hash hash;
    std::string signature;
};
/// The last line, where its hash fits everything before it; its signature is still to be verified.
[[nodiscard]] core::Result<Trailer, EnvelopeFault> trailerOf(std::string_view text);
[[nodiscard]] std::string trailerLine(const core::Hash& hash, std::string_view signature); ///< with its "\n"

} // namespace smiley::wire
