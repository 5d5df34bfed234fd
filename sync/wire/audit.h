// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/ids.h"

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

/// The audit trail's chain: which of the staff did what in which hour, each row bound to the one before.
///
/// A row's hash is the SHA-256 of
///
///   smileystand audit 1\n
///   <hash of the row before, 64 digits; 64 zeros for number 1>\n
///   <number, decimal>\n
///   <bytes of hour>:<hour>\n<bytes of who>:<who>\n<bytes of what>:<what>\n<bytes of detail>:<detail>\n
///
/// The lengths make it unambiguous: no two rows have the same bytes. There is no key in it, so whoever can write the
/// stand's disk can make a whole new chain. What finds that are anchors: heads that have left in the header of a signed
/// envelope. Rows after the last anchor can be cut off unseen.

namespace smiley::wire {

/// Longest texts of a row, in characters.
inline constexpr std::size_t auditWhoMax = 80;
inline constexpr std::size_t auditWhatMax = 40;
inline constexpr std::size_t auditDetailMax = 400;

/// One row as it travels.
struct AuditRecord {
    std::uint64_t number = 0; ///< 1, 2, …
    std::string hour;         ///< local, "2026-11-22 14"
    std::string who;
    std::string what;
    std::string detail;
    core::Hash hash;
};

/// What stands before the first row: 64 zeros.
[[nodiscard]] core::Hash noHash();
/// The hash of `row` (its own member `hash` isn't read) after a row with the hash `before`; nothing: it is the first.
[[nodiscard]] core::Hash auditHash(const std::optional<core::Hash>& before, const AuditRecord& row);

/// "2026-11-22 14": an existing day and 00 to 23.
[[nodiscard]] bool isAuditHour(std::string_view text);

/// `text` as a row may hold it: at most `charactersMax` characters, what can't be printed or isn't UTF-8 as '?'.
[[nodiscard]] std::string auditText(std::string_view text, std::size_t charactersMax);

struct AuditFault {
    enum class Kind : std::uint8_t {
        Gap,        ///< rows before this one are missing
        Changed,    ///< it doesn't follow from the row before: one of the two was changed
        Twice,      ///< another row has its number: taken back to an older state, or changed
        BegunAnew,  ///< a second row 1: the stand's database was made anew
        OutOfOrder, ///< a smaller number than the row before
        Anchor,     ///< a head that has left names another row, or one that is missing
    };
    Kind kind = Kind::Gap;
    std::uint64_t number = 0;
};

/// Names of the kinds, in their order, for JSON.
[[nodiscard]] std::string_view nameOf(AuditFault::Kind kind);

/// Heads known outside, by number; more than one of a number where a stand's trail was begun anew.
using AuditAnchors = std::multimap<std::uint64_t, core::Hash>;

struct AuditCheck {
    std::vector<AuditFault> faults;
    /// The last row that an anchor vouches for, or 0. Whether rows after it, or after the last one here, were cut off
    /// can't be known.
    std::uint64_t vouchedTo = 0;
};

/// Checks rows in the order of their numbers, from number 1 on.
[[nodiscard]] AuditCheck verifyAudit(std::span<const AuditRecord> rows, const AuditAnchors& anchors);

} // namespace smiley::wire
