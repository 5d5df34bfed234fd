// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/result.h"
#include "app/core/time.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

/// One-time cards on paper: A4, ten cards of 85 x 54 mm a page, with marks to cut by. A card has a QR code (ISO 18004,
/// version 6, level M, alphanumeric; modules of 0.75 mm, quiet zone of four) and says in Danish what it is for.

namespace smiley::central {

inline constexpr std::size_t cardsPerPage = 10;

/// What stands on each card besides its code.
struct CardWords {
    std::string municipality;
    std::string site;
    std::string which; ///< of its stands: the door; empty where it has one
    core::Day day;
    bool isExample = false; ///< of an example centre: the card says so
    std::string stand;      ///< its id, for whoever prints them; on the page, not on a card
};

enum class CardFault : std::uint8_t {
    Drawing, ///< a name is no UTF-8, or there is no memory: see the message
};

/// A PDF of `codes`, each on a card, in their order. `drawn` is told after each page how many cards there are. A name that
/// is too long for the card is set smaller, then cut with "…".
[[nodiscard]] core::Result<std::string, CardFault>
drawCards(const CardWords& words, const std::vector<std::string>& codes, const std::function<void(std::size_t)>& drawn);

/// "fredag den 4. december 2026", breaking only after the weekday.
[[nodiscard]] std::string danishDay(core::Day day);

} // namespace smiley::central
