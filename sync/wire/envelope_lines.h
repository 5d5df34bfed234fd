// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/wire/envelope.h"

#include <array>
#include <string_view>

/// The lines of an envelope, format 1, member by member. An optional member that has no value is left out.
///
/// header         format, stand, epoch, number, previous (null for number 1), first_day, last_day, counts {kind: n},
///                audit_head (null: none), audit_rows (its number), example (only where true), program
/// visit          id, block, face 1-5, answers {question: [option, …]}, language, questionnaire, verdict, reason
///   block        {"span":"hour","day":"2026-11-22","hour":14}       14:00 to 14:59 of that local day
///                {"span":"half-day","day":"2026-11-22","hour":12}   0: before noon, 12: after
///                {"span":"day","day":"2026-11-22"}
///                {"span":"days","first":"2026-11-20","last":"2026-11-22"}
///   answers      option ids in the order shown; []: the question has no text in the visitor's language;
///                ["other"]: shared by fewer than five visits
///   verdict      "count" or "excluded"; reason: a code of METHOD.md section 3
/// comment        id, first_day, last_day, question, faces "1-2"|"3"|"4-5" (left out where few share it), key (id of the comment
///                key, 16 hexadecimal digits), sealed (base64url)
/// tally          policy, hash (of its document), faces [5 numbers, worst first], reasons, inputs, corrections, withdrawals
///                {name: n}, claims, runs, health, model; what is empty is left out
///   claims       counted, merged, faces_without [5]
///   runs         visits, days_under_control, faces_without [5], faces_with [5]
///   health       days, presence, doors
///   model        days, draws, visits, faces [5], face_variance [5], mean_variance, red_variance, yellow_variance,
///                green_variance: the only numbers that aren't whole
/// questionnaire  hash, json (the canonical JSON as a string; its SHA-256 is the hash)
/// policy         hash, json, as a questionnaire
/// status         days [..], dead_minutes {name: n}, passages (left out: no door counter), clock, boots,
///                configuration_version (0: none), local_version (0: none), questionnaire (a hash): the newest taken or
///                published; all three are left out by older programs; smallest_shown: figures are shown from so many
///                answers, as visitors were told (left out: 10; less counts as 10)
/// audit          number, hour "2026-11-22 14" (local), who, what, detail (may be empty), hash (audit.h)
/// typed_count    day, what "door"|"appointments", count
/// trailer        sha256, signature
///
/// Days are YYYY-MM-DD in Europe/Copenhagen. Numbers are whole but for the model's.

namespace smiley::wire {

inline constexpr std::string_view headerKind = "header";
inline constexpr std::string_view visitKind = "visit";
inline constexpr std::string_view commentKind = "comment";
inline constexpr std::string_view tallyKind = "tally";
inline constexpr std::string_view questionnaireKind = "questionnaire";
inline constexpr std::string_view statusKind = "status";
inline constexpr std::string_view policyKind = "policy";
inline constexpr std::string_view auditKind = "audit";
inline constexpr std::string_view typedCountKind = "typed_count";
inline constexpr std::string_view trailerKind = "trailer";

inline constexpr std::array<std::string_view, 3> clockQualities{"anchored", "set", "none"};

/// Names of Block::Span, in the order of its enumerators.
inline constexpr std::array<std::string_view, 4> spanNames{"hour", "half-day", "day", "days"};

inline constexpr int compressionLevel = 9;
/// A reader gives a frame's window at most 2^25 bytes of memory.
inline constexpr int windowLogMax = 25;

} // namespace smiley::wire
