// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/outbox/people.h"

#include "sync/outbox/audit.h"
#include "sync/outbox/settings_keys.h"
#include "sync/wire/messages.h"

#include <string>

namespace smiley::outbox {

store::Result<bool> takePeople(store::Store& store, const std::vector<wire::Person>& people, std::uint64_t version,
                               const core::Now& now)
{
    const auto before = store.setting(setting::people);
    if (!before) {
        return before.error();
    }
    const std::string text = people.empty() ? "" : wire::writePeople(people);
    if (before->value_or("") == text) {
        return false;
    }
    const AuditEntry entry{"centre", "people-changed",
                           "configuration " + std::to_string(version) + ", people " + std::to_string(people.size())};
    if (auto kept = record(store, entry, now, {{std::string(setting::people), text}}); !kept) {
        return kept.error();
    }
    return true;
}

store::Result<std::vector<wire::Person>> people(const store::Store& store)
{
    const auto text = store.setting(setting::people);
    if (!text) {
        return text.error();
    }
    if (text->value_or("").empty()) {
        return std::vector<wire::Person>();
    }
    auto read = wire::readPeople(**text);
    if (!read) {
        return core::fail(store::StoreFault::Corrupt,
                          "the people in the database can't be read: " + read.error().message);
    }
    return std::move(*read);
}

} // namespace smiley::outbox
