// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/ports.h"
#include "app/staff/pins.h"

#include <optional>
#include <string>
#include <string_view>

/// What PINs are hashed with. libsodium stops here.

namespace smiley::staff {

/// How this stand stretches PINs, and with which salt: "argon2id <passes> <KiB> <salt in base64url>".
struct Salt {
    Stretching stretching;
    std::string bytes; ///< 16
};
/// The hardest stretching that this machine does within a second; at least 19 MiB and 2 passes.
[[nodiscard]] Stretching hardestWithinASecond(const core::Clock& clock);
[[nodiscard]] Salt newSalt(const Stretching& stretching, core::Random& random);
[[nodiscard]] std::string writeSalt(const Salt& salt);
[[nodiscard]] std::optional<Salt> readSalt(std::string_view text);

/// Argon2id, 32 bytes; nothing where there is no memory for it.
[[nodiscard]] std::optional<std::string> stretch(std::string_view pin, const Salt& salt);
/// What is kept of a person's PIN: BLAKE2b, keyed with the pepper, of the stretched PIN and whose it is. 32 bytes.
[[nodiscard]] std::string tagOf(std::string_view stretched, std::string_view person, std::string_view pepper);
/// Which pepper a tag was made with; says nothing about it.
[[nodiscard]] std::string pepperId(std::string_view pepper);
/// In the same time wherever they differ, up to 64 bytes.
[[nodiscard]] bool isSame(std::string_view one, std::string_view other);
/// All that it has room for; empty then.
void wipe(std::string& secret);

} // namespace smiley::staff
