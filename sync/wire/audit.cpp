// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/wire/audit.h"

#include "app/core/time.h"
#include "sync/wire/fields.h"
#include "sync/wire/keys.h"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

namespace smiley::wire {

namespace {

/// Rows of one number that the next may follow. A stand has one, after a restore two; more are told as faults anyway.
constexpr std::size_t sameNumberMax = 16;

void addCounted(std::string& text, std::string_view part)
{
    text += std::to_string(part.size());
    text += ':';
    text += part;
    text += '\n';
}

/// Bytes of the UTF-8 character at the front of `text`; 0: it is none.
std::size_t characterBytes(std::string_view text)
{
    std::string why;
    for (std::size_t bytes = 1; bytes <= std::min<std::size_t>(4, text.size()); ++bytes) {
        // One reader of UTF-8 for all: JSON's.
        if (text[0] != '"' && text[0] != '\\' && parseJson("\"" + std::string(text.substr(0, bytes)) + "\"", why)) {
            return bytes;
        }
    }
    return !text.empty() && (text[0] == '"' || text[0] == '\\') ? 1 : 0;
}

} // namespace

core::Hash noHash() { return *core::Hash::parse(std::string(64, '0')); }

core::Hash auditHash(const std::optional<core::Hash>& before, const AuditRecord& row)
{
    std::string text = "smileystand audit 1\n";
    text += before.value_or(noHash()).text() + "\n" + std::to_string(row.number) + "\n";
    for (const std::string* part : {&row.hour, &row.who, &row.what, &row.detail}) {
        addCounted(text, *part);
    }
    return sha256(text);
}

bool isAuditHour(std::string_view text)
{
    if (text.size() != 13 || text[10] != ' ' || !core::Day::parse(text.substr(0, 10))) {
        return false;
    }
    const std::string_view hour = text.substr(11);
    return hour >= "00" && hour <= "23" && hour[1] >= '0' && hour[1] <= '9';
}

std::string auditText(std::string_view text, std::size_t charactersMax)
{
    std::string result;
    for (std::size_t taken = 0; !text.empty() && taken < charactersMax; ++taken) {
        const std::size_t bytes = characterBytes(text);
        const std::string_view character = text.substr(0, std::max<std::size_t>(1, bytes));
        result += bytes == 0 || unprintable(character) ? "?" : character;
        text.remove_prefix(character.size());
    }
    return result;
}

std::string_view nameOf(AuditFault::Kind kind)
{
    constexpr std::array<std::string_view, 6> names{"gap", "changed", "twice", "begun-anew", "out-of-order", "anchor"};
    return names.at(static_cast<std::size_t>(kind));
}

AuditCheck verifyAudit(std::span<const AuditRecord> rows, const AuditAnchors& anchors)
{
    using Kind = AuditFault::Kind;
    AuditCheck check;
    std::vector<core::Hash> before; // of the rows with the number before
    std::vector<core::Hash> same;   // of those with the number of the last row
    std::uint64_t last = 0;
    std::set<std::pair<std::uint64_t, core::Hash>> present;
    for (const AuditRecord& row : rows) {
        present.emplace(row.number, row.hash);
        if (row.number < last || row.number == 0) {
            check.faults.push_back({Kind::OutOfOrder, row.number});
            continue;
        }
        const bool isTwice = row.number == last;
        if (!isTwice) {
            before = row.number == last + 1 ? std::exchange(same, {}) : std::vector<core::Hash>{};
            same.clear();
        }
        const bool follows =
            row.number == 1
                ? auditHash(std::nullopt, row) == row.hash
                : std::ranges::any_of(before, [&](const core::Hash& hash) { return auditHash(hash, row) == row.hash; });
        if (!follows) {
            check.faults.push_back({row.number != 1 && before.empty() ? Kind::Gap : Kind::Changed, row.number});
        }
        if (isTwice) {
            check.faults.push_back({row.number == 1 ? Kind::BegunAnew : Kind::Twice, row.number});
        }
        if (same.size() < sameNumberMax) {
            same.push_back(row.hash);
        }
        last = row.number;
    }
    for (const auto& [number, hash] : anchors) {
        if (present.contains({number, hash})) {
            check.vouchedTo = std::max(check.vouchedTo, number);
        } else {
            check.faults.push_back({Kind::Anchor, number});
        }
    }
    return check;
}

} // namespace smiley::wire
