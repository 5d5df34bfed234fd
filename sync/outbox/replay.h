// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/store.h"

#include <cstdint>
#include <string>
#include <vector>

/// Does again what closing did, from the held rows and what was stored with the day.

namespace smiley::outbox {

struct Replayed {
    enum class Outcome : std::uint8_t {
        Same,      ///< to the bit
        Different, ///< the rows or the program changed since
        Unknown,   ///< the basis can't be read by this program, or its policy is missing
    };
    core::Day day;
    Outcome outcome = Outcome::Unknown;
    std::string content; ///< as it comes out now; empty where it is unknown
};

/// Every closed day whose rows are held, oldest first. Changes nothing.
[[nodiscard]] store::Result<std::vector<Replayed>> replayHeldDays(const store::Store& store);

} // namespace smiley::outbox
