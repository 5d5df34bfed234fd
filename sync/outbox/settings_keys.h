// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

/// What this folder keeps in the store's settings.

namespace smiley::outbox::setting {

inline constexpr std::string_view envelopeKey = "envelope-key";    ///< wire::SecretKey
inline constexpr std::string_view enrolment = "enrolment";         ///< the centre's signed answer
inline constexpr std::string_view configuration = "configuration"; ///< the newest that was taken, signed
inline constexpr std::string_view configurationInForce = "configuration-in-force"; ///< the one that counts, signed
inline constexpr std::string_view policySchedule = "policies";                     ///< see policies.h
/// "<epoch> <hash> <hash> …", policies too; the key is older than these.
inline constexpr std::string_view documentsSent = "questionnaires-sent";

} // namespace smiley::outbox::setting
