// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/policy.h"
#include "app/core/result.h"

#include <cstdint>
#include <string>

namespace smiley::adjudicate {

enum class PolicyFault : std::uint8_t {
    Unknown, ///< neither a policy's name nor a policy file; the message says why, for the user
};

/// A standard policy by its name, or what the file holds ("-": standard input).
[[nodiscard]] core::Result<core::Policy, PolicyFault> policyOf(const std::string& nameOrFile);

} // namespace smiley::adjudicate
