// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/staff/history.h"

#include "sync/outbox/local.h"
#include "sync/wire/questionnaire_json.h"

#include <algorithm>
#include <array>
#include <sstream>
#include <string_view>
#include <utility>
#include <variant>

namespace smiley::staff {

namespace {

constexpr std::size_t rowsAtOnce = 500;

constexpr std::array<std::string_view, 3> publishing{"questionnaire-published", "question-hidden",
                                                     "questionnaire-restored"};

/// "<hash> <day|now>", and where a version that waits was issued again, that one's after it: as sync/outbox/local.h has it.
/// Empty where the row publishes none, or can't be read.
std::vector<PublishedVersion> versionsOf(const store::AuditRow& row)
{
    std::vector<PublishedVersion> versions;
    if (std::ranges::find(publishing, row.what) == publishing.end()) {
        return versions;
    }
    std::istringstream words(row.detail);
    for (std::string name; words >> name;) {
        std::string from;
        words >> from;
        const auto hash = core::Hash::parse(name);
        const auto day = core::Day::parse(from);
        if (!hash || (!day && from != "now")) {
            return {};
        }
        versions.push_back({row.number, row.hour, row.who, row.what, *hash, day});
    }
    return versions;
}

std::string doneWord(std::string_view what)
{
    return what == "question-hidden" ? "Skjult" : what == "questionnaire-restored" ? "Sat tilbage" : "Gemt";
}

} // namespace

store::Result<std::vector<PublishedVersion>> publishedVersions(const store::Store& store)
{
    std::vector<PublishedVersion> versions;
    for (std::uint64_t after = 0;;) {
        const auto rows = store.auditRows(after, rowsAtOnce);
        if (!rows) {
            return rows.error();
        }
        for (const store::AuditRow& row : *rows) {
            for (PublishedVersion& version : versionsOf(row)) {
                versions.push_back(std::move(version));
            }
            after = row.number;
        }
        if (rows->size() < rowsAtOnce) {
            std::ranges::reverse(versions);
            return versions;
        }
    }
}

store::Result<std::optional<core::Questionnaire>> publishedQuestionnaire(const store::Store& store,
                                                                         const core::Hash& hash)
{
    const auto text = store.questionnaire(hash);
    if (!text) {
        return text.error();
    }
    if (*text) {
        auto parsed = wire::parseQuestionnaire(**text);
        if (auto* questionnaire = std::get_if<core::Questionnaire>(&parsed)) {
            return std::optional(std::move(*questionnaire));
        }
    }
    return std::optional<core::Questionnaire>();
}

std::string describe(const PublishedVersion& version, const std::string& name)
{
    std::string text = doneWord(version.what);
    const auto day = core::Day::parse(version.hour.substr(0, version.hour.find(' ')));
    if (const std::size_t blank = version.hour.find(' '); day && blank != std::string::npos) {
        text += ' ' + outbox::danishDay(*day) + " kl. " + version.hour.substr(blank + 1);
    }
    text += name.empty() ? "" : " af " + name;
    return text + (version.from ? ". Gælder fra " + outbox::danishDay(*version.from) + "." : ". Gælder med det samme.");
}

} // namespace smiley::staff
