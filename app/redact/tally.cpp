// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/redact/tally.h"

#include <array>

namespace smiley::redact {

namespace {

struct Kind {
    core::Trace trace;
    const char* name;
    const char* key;
};

constexpr std::array kinds{
    Kind{core::Trace::Cpr, "CPR number", "cpr"},
    Kind{core::Trace::Phone, "phone number", "phone"},
    Kind{core::Trace::Email, "e-mail", "email"},
    Kind{core::Trace::Url, "page address", "url"},
    Kind{core::Trace::Digits, "other digits", "digits"},
    Kind{core::Trace::StaffName, "staff name", "staff_name"},
    Kind{core::Trace::Hidden, "hidden characters", "hidden"},
};

} // namespace

void Tally::add(const core::Cleaned& cleaned)
{
    ++comments;
    changed += cleaned.removed.empty() ? 0U : 1U;
    for (const core::Trace trace : cleaned.removed) {
        ++byKind[trace];
    }
}

std::string Tally::text() const
{
    std::string line = std::to_string(changed) + " of " + std::to_string(comments) + " comments changed";
    const char* before = ": ";
    for (const Kind& kind : kinds) {
        if (const auto found = byKind.find(kind.trace); found != byKind.end()) {
            line += before + std::string(kind.name) + " in " + std::to_string(found->second);
            before = ", ";
        }
    }
    return line;
}

std::string Tally::json() const
{
    std::string line = "{\"comments\":" + std::to_string(comments) + ",\"changed\":" + std::to_string(changed);
    for (const Kind& kind : kinds) {
        const auto found = byKind.find(kind.trace);
        line += std::string(",\"") + kind.key + "\":" + std::to_string(found == byKind.end() ? 0 : found->second);
    }
    return line + "}";
}

} // namespace smiley::redact
