// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/result.h"
#include "sync/wire/keys.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Who may run a stand, as the centre names them. A person's first PIN travels in a sealed box to the stand's envelope
/// key, so that only the stand can read it.

namespace smiley::wire {

enum class MessageFault : std::uint8_t;

/// What somebody may do at the stand.
enum class Role : std::uint8_t {
    Reader, ///< look
    Editor, ///< look and change
};
/// As it is written in messages and on the command line, in the order of the enumerators.
inline constexpr std::array<std::string_view, 2> roleNames{"reader", "editor"};

inline constexpr std::size_t peopleMax = 50;
inline constexpr std::size_t personNameCharactersMax = 60;
/// Largest text of a list.
inline constexpr std::size_t peopleBytesMax = std::size_t{32} * 1024;

struct Person {
    std::string id;   ///< as a stand's; different from the others'
    std::string name; ///< 1 to 60 characters
    Role role = Role::Reader;
    std::string firstPin; ///< of `sealFirstPin`; another one makes the PIN that the person chose void
    bool operator==(const Person&) const = default;
};

/// base64url. The same PIN sealed twice gives other boxes.
[[nodiscard]] std::string sealFirstPin(const PublicKey& stand, std::string_view pin);
/// Nothing where it is not for this stand, or was changed.
[[nodiscard]] std::optional<std::string> openFirstPin(const SecretKey& stand, std::string_view sealed);

/// [{"id","name","role","first_pin"}, …]
[[nodiscard]] std::string writePeople(const std::vector<Person>& people);
/// Malformed names every fault; unknown members are ignored.
[[nodiscard]] core::Result<std::vector<Person>, MessageFault> readPeople(std::string_view json);

} // namespace smiley::wire
