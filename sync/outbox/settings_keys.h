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
/// The first day on which the newest may count, where it came while somebody had answered: "2026-11-23"; else empty.
inline constexpr std::string_view configurationFrom = "configuration-from";
inline constexpr std::string_view localInForce = "local-in-force"; ///< these four: see local.h
inline constexpr std::string_view localWaiting = "local-waiting";
inline constexpr std::string_view localAtOnce = "local-at-once";
inline constexpr std::string_view localBase = "local-base ";   ///< and a questionnaire's hash: what it was made from
inline constexpr std::string_view policySchedule = "policies"; ///< see policies.h
/// "<epoch> <hash> <hash> …", policies too; the key is older than these.
inline constexpr std::string_view documentsSent = "questionnaires-sent";
inline constexpr std::string_view promise = "promise";     ///< "<now> <before> <row>", see promise.h
inline constexpr std::string_view runningMark = "running"; ///< see running_mark.h

inline constexpr std::string_view auditSent = "audit-sent"; ///< "<epoch> <number of the last row that has left>"
/// "<day> <hour> <what> <rows> <more> …": what nobody signed in for in that hour, see record() in audit.h.
inline constexpr std::string_view auditUnsigned = "audit-unsigned";
inline constexpr std::string_view people = "people"; ///< of the newest configuration taken: wire::writePeople

} // namespace smiley::outbox::setting
