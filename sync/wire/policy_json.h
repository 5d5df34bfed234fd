// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/ids.h"
#include "app/core/policy.h"
#include "sync/wire/keys.h"
#include "sync/wire/questionnaire_json.h"

#include <string>
#include <string_view>
#include <variant>
#include <vector>

/// A counting policy as a document (JSON):
///
///   {"format": 1, "name": "headline", "rule": "visits", "parameters": {"too_soon_ms": 1500, …}}
///
///   name        a standard policy's name, or 1 to 32 letters, digits, '_', '-' and '.'
///   rule        every_tap (no parameters), fixed_window (window_ms), visits (the table in policy_json.cpp)
///   parameters  all of them: what a document says doesn't change with the program that reads it; only tickets_required
///               may be left out, which means false, and is in the canonical form only where it is true
///
/// The hash is the SHA-256 of the canonical JSON (RFC 8785), as a questionnaire's. Numbers may have fractions here; they
/// are read to the nearest double and written as the shortest decimal that is read as the same double.

namespace smiley::wire {

/// Reads a policy document of at most `policyBytesMax` bytes. Every fault is named, not only the first; an unknown member
/// is one.
[[nodiscard]] std::variant<core::Policy, std::vector<DocumentFault>> parsePolicy(std::string_view json);

/// Canonical. `parsePolicy` reads it as the same policy, to the bit.
[[nodiscard]] std::string policyJson(const core::Policy& policy);
/// The same with a line for each member, to be changed by people.
[[nodiscard]] std::string policyFile(const core::Policy& policy);
/// Of the canonical document.
[[nodiscard]] core::Hash policyHash(const core::Policy& policy);

} // namespace smiley::wire
