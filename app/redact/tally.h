// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/redaction.h"

#include <cstdint>
#include <map>
#include <string>

namespace smiley::redact {

/// How many comments there were, and in how many something of a kind was taken out.
struct Tally {
    std::uint64_t comments = 0;
    std::uint64_t changed = 0;
    std::map<core::Trace, std::uint64_t> byKind;

    void add(const core::Cleaned& cleaned);
    /// One line for a person.
    [[nodiscard]] std::string text() const;
    /// One JSON object on one line, every kind in it.
    [[nodiscard]] std::string json() const;
};

} // namespace smiley::redact
