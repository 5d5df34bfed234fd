// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/settings.h"
#include "sync/outbox/local.h"
#include "sync/outbox/settings_keys.h"
#include "sync/wire/audit.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
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

/// The number of a text that this program may not be able to read otherwise; 0: none.
std::uint64_t numberIn(std::string_view text)
{
    constexpr std::string_view name = "\nversion ";
    const std::size_t begin = text.find(name);
    if (begin == std::string_view::npos) {
        return 0;
    }
    const std::string_view rest = text.substr(begin + name.size());
    return numberOf(rest.substr(0, rest.find('\n'))).value_or(0);
}

/// Of one key of the store.
struct Found {
    std::optional<LocalVersion> version;
    std::uint64_t number = 0; ///< also of one that can't be read
    bool isUnreadable = false;
};

store::Result<Found> versionIn(const store::Store& store, std::string_view key)
{
    const auto text = store.setting(key);
    if (!text) {
        return text.error();
    }
    Found found{.version = std::nullopt, .number = numberIn(text->value_or(""))};
    if (auto written = readVersion(text->value_or(""))) {
        if (written->questionnaire) {
            auto json = store.questionnaire(*written->questionnaire);
            if (!json) {
                return json.error();
            }
            written->version.document.questionnaire = json->value_or("");
        }
        found.version = std::move(written->version);
    } else {
        found.isUnreadable = !text->value_or("").empty();
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
         << (document.base ? document.base->text() : nothing) << "\nquestionnaire "
         << (questionnaire ? questionnaire->text() : nothing) << "\nsettings "
         << (document.settings.empty() ? nothing : std::string_view(document.settings)) << '\n';
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
    auto inForce = versionIn(store, setting::localInForce);
    auto waiting = versionIn(store, setting::localWaiting);
    auto atOnce = versionIn(store, setting::localAtOnce);
    for (auto* read : {&inForce, &waiting, &atOnce}) {
        if (!*read) {
            return read->error();
        }
        state.isUnreadable = state.isUnreadable || (*read)->isUnreadable;
        state.highest = std::max(state.highest, (*read)->number);
    }
    const std::uint64_t current = inForce->number;
    const auto isNewer = [&](const std::optional<LocalVersion>& each) { return each && each->version > current; };
    state.inForce = std::move(inForce->version);
    if (isNewer(atOnce->version)) {
        state.atOnce = std::move(atOnce->version);
        state.waiting = state.atOnce;
    }
    if (isNewer(waiting->version) && (!state.atOnce || waiting->version->version > state.atOnce->version)) {
        state.waiting = std::move(waiting->version);
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

} // namespace smiley::outbox
