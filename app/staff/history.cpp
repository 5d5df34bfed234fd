// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/staff/history.h"

#include "sync/wire/questionnaire_json.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>
#include <variant>

namespace smiley::staff {

namespace {

constexpr std::size_t rowsAtOnce = 500;

constexpr std::array<std::string_view, 4> publishing{"questionnaire-published", "question-hidden",
                                                     "questionnaire-restored", "questionnaire-imported"};

/// "<hash> <day|now>", as sync/outbox/local.h has it.
std::optional<PublishedVersion> versionOf(const store::AuditRow& row)
{
    if (std::ranges::find(publishing, row.what) == publishing.end()) {
        return std::nullopt;
    }
    const std::string_view detail = row.detail;
    const std::size_t blank = detail.find(' ');
    const auto hash = core::Hash::parse(detail.substr(0, blank));
    const std::string_view from = blank == std::string_view::npos ? "" : detail.substr(blank + 1);
    const auto day = core::Day::parse(from);
    if (!hash || (!day && from != "now")) {
        return std::nullopt;
    }
    return PublishedVersion{row.number, row.hour, row.who, row.what, *hash, day};
}

/// "mandag 23. november".
std::string danishDay(core::Day day)
{
    static constexpr std::array<std::string_view, 7> weekdays{"søndag",  "mandag", "tirsdag", "onsdag",
                                                              "torsdag", "fredag", "lørdag"};
    static constexpr std::array<std::string_view, 12> months{"januar",    "februar", "marts",    "april",
                                                             "maj",       "juni",    "juli",     "august",
                                                             "september", "oktober", "november", "december"};
    const std::chrono::year_month_day date{day.date};
    return std::string(weekdays.at(std::chrono::weekday{day.date}.c_encoding())) + ' ' +
           std::to_string(static_cast<unsigned>(date.day())) + ". " +
           std::string(months.at(static_cast<unsigned>(date.month()) - 1));
}

std::string doneWord(std::string_view what)
{
    return what == "question-hidden"          ? "Skjult"
           : what == "questionnaire-restored" ? "Sat tilbage"
           : what == "questionnaire-imported" ? "Hentet fra fil"
                                              : "Gemt";
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
            if (auto version = versionOf(row)) {
                versions.push_back(std::move(*version));
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
        text += ' ' + danishDay(*day) + " kl. " + version.hour.substr(blank + 1);
    }
    text += name.empty() ? "" : " af " + name;
    return text + (version.from ? ". Gælder fra " + danishDay(*version.from) + "." : ". Gælder med det samme.");
}

} // namespace smiley::staff
