// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/settings.h"
#include "sync/outbox/local.h"
#include "sync/outbox/settings_keys.h"
#include "sync/wire/audit.h"

#include <algorithm>
#include <charconv>
#include <sstream>
#include <system_error>
#include <utility>

/// The text of a version (its form: local.h). Lines that this program doesn't know are passed over: a newer one of the same
/// format may add some.

namespace smiley::outbox {

namespace {

constexpr std::string_view firstLine = "local 1";
constexpr std::string_view nothing = "-";

std::optional<std::uint64_t> numberOf(std::string_view text)
{
    std::uint64_t number = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
    return read.ec == std::errc{} && read.ptr == text.data() + text.size() && number > 0 ? std::optional(number)
                                                                                         : std::nullopt;
}

/// A version as it is read: what must be there is checked at the end.
struct Draft {
    std::optional<std::uint64_t> version;
    std::optional<std::optional<core::Day>> from;
    std::string by;
    std::string hour;
    std::optional<std::optional<core::Hash>> base;
    std::optional<std::optional<core::Hash>> questionnaire;
    std::optional<std::string> settings;
};

void take(Draft& draft, std::string_view name, std::string_view value)
{
    if (name == "version") {
        draft.version = numberOf(value);
    } else if (name == "from" && value == "now") {
        draft.from.emplace();
    } else if (name == "from") {
        if (const auto day = core::Day::parse(value)) {
            draft.from = day;
        }
    } else if (name == "by") {
        draft.by = value;
    } else if (name == "hour") {
        draft.hour = value;
    } else if (name == "base" && value == nothing) {
        draft.base.emplace();
    } else if (name == "base") {
        if (auto hash = core::Hash::parse(value)) {
            draft.base = std::move(hash);
        }
    } else if (name == "questionnaire" && value == nothing) {
        draft.questionnaire.emplace();
    } else if (name == "questionnaire") {
        if (auto hash = core::Hash::parse(value)) {
            draft.questionnaire = std::move(hash);
        }
    } else if (name == "settings") {
        draft.settings = value == nothing ? std::string() : std::string(value);
    }
}

store::Result<std::optional<LocalVersion>> versionIn(const store::Store& store, std::string_view key,
                                                     bool& isUnreadable)
{
    const auto text = store.setting(key);
    if (!text) {
        return text.error();
    }
    std::optional<LocalVersion> found;
    if (auto written = readVersion(text->value_or(""))) {
        if (written->questionnaire) {
            auto json = store.questionnaire(*written->questionnaire);
            if (!json) {
                return json.error();
            }
            written->version.document.questionnaire = json->value_or("");
        }
        found = std::move(written->version);
    } else if (!text->value_or("").empty()) {
        isUnreadable = true;
    }
    return found;
}

} // namespace

std::string writeVersion(const LocalVersion& version, const std::optional<core::Hash>& questionnaire)
{
    const LocalDocument& document = version.document;
    std::ostringstream text;
    text << firstLine << "\nversion " << version.version << "\nfrom " << (version.from ? version.from->text() : "now")
         << "\nby " << wire::auditText(version.by, wire::auditWhoMax) << "\nhour " << version.hour << "\nbase "
         << (document.base ? document.base->text() : nothing) << "\nquestionnaire " << (questionnaire ? questionnaire->text() : nothing)
         << "\nsettings " << (document.settings.empty() ? nothing : std::string_view(document.settings)) << '\n';
    return text.str();
}

std::optional<WrittenVersion> readVersion(std::string_view text)
{
    std::istringstream lines{std::string(text)};
    std::string line;
    if (!std::getline(lines, line) || line != firstLine) {
        return std::nullopt;
    }
    Draft draft;
    while (std::getline(lines, line)) {
        const std::size_t space = std::min(line.find(' '), line.size());
        const std::string_view all(line);
        take(draft, all.substr(0, space), all.substr(std::min(space + 1, line.size())));
    }
    if (!draft.version || !draft.from || !draft.base || !draft.questionnaire || !draft.settings) {
        return std::nullopt;
    }
    return WrittenVersion{{*draft.version,
                           {std::string(), *draft.base, std::move(*draft.settings)},
                           *draft.from,
                           std::move(draft.by),
                           std::move(draft.hour)},
                          std::move(*draft.questionnaire)};
}

store::Result<LocalState> localState(const store::Store& store)
{
    LocalState state;
    auto inForce = versionIn(store, setting::localInForce, state.isUnreadable);
    auto waiting = versionIn(store, setting::localWaiting, state.isUnreadable);
    auto atOnce = versionIn(store, setting::localAtOnce, state.isUnreadable);
    for (auto* read : {&inForce, &waiting, &atOnce}) {
        if (!*read) {
            return read->error();
        }
    }
    const std::uint64_t current = *inForce ? (*inForce)->version : 0;
    const auto isNewer = [&](const std::optional<LocalVersion>& each) { return each && each->version > current; };
    state.inForce = std::move(*inForce);
    if (isNewer(*atOnce)) {
        state.atOnce = std::move(*atOnce);
        state.waiting = state.atOnce;
    }
    if (isNewer(*waiting) && (!state.atOnce || (*waiting)->version > state.atOnce->version)) {
        state.waiting = std::move(*waiting);
    }
    return state;
}

store::Result<std::optional<LocalDocument>> publishedBefore(const store::Store& store, const core::Hash& questionnaire)
{
    const auto base = store.setting(std::string(setting::localBase) + questionnaire.text());
    const auto json = store.questionnaire(questionnaire);
    if (!base || !json) {
        return base ? json.error() : base.error();
    }
    const auto hash = core::Hash::parse(base->value_or(""));
    return hash && *json ? std::optional(LocalDocument{**json, *hash, {}}) : std::optional<LocalDocument>();
}

bool hasCome(core::Day from, const core::Now& now)
{
    if (now.quality == core::ClockQuality::None) {
        return true;
    }
    // Further ahead than anything is ever put: a clock that ran ahead put it there.
    const int ahead = from.daysSince(core::localTime(now.wall).day);
    return ahead <= 0 || ahead > core::openingSearchDays;
}

} // namespace smiley::outbox
