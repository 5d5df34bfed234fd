// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/result.h"
#include "app/core/time.h"
#include "sync/wire/keys.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

/// A one-time card: for one stand on one day, signed by the centre. What its QR code says, 135 characters:
///
///   "ST1:"  and in Base45, numbers big-endian:
///   1 byte   version, 1
///   2 bytes  day, counted from 1970-01-01
///   4 bytes  stand tag: the first of the SHA-256 of the stand's name
///   16 bytes id, random
///   64 bytes Ed25519 signature (context ticket) over the 23 bytes before it and the stand's whole name
///
/// Nothing on it is about a person, and nobody keeps a list of ids.

namespace smiley::wire {

using TicketId = std::array<std::byte, 16>;

struct Ticket {
    core::Day day;     ///< 1970-01-01 to 2149-06-06
    std::string stand; ///< the name by which the centre enrolled it
    TicketId id{};
};
[[nodiscard]] std::string ticketText(const Ticket& ticket, const SecretKey& centre);

/// Each is told to a visitor; none is anybody's mistake.
enum class TicketFault : std::uint8_t {
    NotACard,   ///< can't be read as a card of this version
    OtherStand, ///< for another stand, as its tag says; its signature wasn't looked at
    OtherDay,   ///< genuine, and for another day
    Forged,     ///< not signed by this centre, or not for this stand's whole name
};
/// Whether it could be a card's, by its length and beginning alone; what a scanner sends after the text is passed over.
[[nodiscard]] bool looksLikeTicket(std::string_view text);
/// The id of a card that is genuine, for this stand and for `today`. Any bytes may come; what a scanner sends after the
/// text (CR, LF, tab, blanks) is passed over.
[[nodiscard]] core::Result<TicketId, TicketFault> readTicket(std::string_view text, const PublicKey& centre,
                                                             std::string_view stand, core::Day today);

} // namespace smiley::wire
