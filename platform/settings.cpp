// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/settings.h"

#include "platform/settings_file.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <limits>
#include <regex>

namespace fs = std::filesystem;

namespace smiley::platform {
namespace {

constexpr std::size_t nameCharactersMax = 60;
constexpr std::size_t contactCharactersMax = 200;
constexpr std::size_t saidDoneCharactersMax = 200;
constexpr std::size_t helpPhoneCharactersMax = 40;
constexpr std::size_t helpHoursCharactersMax = 60;
constexpr std::size_t closedDaysMax = 100;
constexpr std::size_t languagesMax = 6;
constexpr std::size_t moreLanguagesMax = 30;

template <class Settings>
using Outcome = core::Result<Settings, SettingsFault>;

bool isLanguageTag(const std::string& text)
{
    static const std::regex pattern("[a-z]{2,3}(-[A-Za-z0-9]{1,8})*");
    return text.size() <= 35 && std::regex_match(text, pattern);
}

// ---------------------------------------------------------------------------------------------------------------------
// Opening hours: "08:00-16:00", or "closed"

void readOpeningHours(TomlReader& parent, core::StandSettings& settings, SettingsFaults& faults)
{
    const toml::table* table = parent.table("opening_hours");
    if (table == nullptr) {
        return;
    }
    static constexpr std::array days{"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"};
    TomlReader reader(*table, "opening_hours.", faults);
    bool anyOpen = false;
    for (std::size_t i = 0; i < days.size(); ++i) {
        std::string text = "closed";
        reader.text(days[i], text, 11);
        if (text == "closed") {
            continue;
        }
        const auto hours = core::OpeningHours::parse(text);
        if (!hours) {
            reader.fault(days[i], '"' + text + "\" are no hours of a day; write \"08:00-16:00\" or \"closed\"");
        }
        settings.openingHours.at(i) = hours;
        anyOpen = true;
    }
    if (!anyOpen) {
        parent.fault("opening_hours",
                     "no day is open; name the open days, or remove the section: then it is always open");
    }
    reader.finish();
}

void readClosedDays(TomlReader& reader, core::StandSettings& settings)
{
    reader.flag("holidays_closed", settings.holidaysClosed);
    std::vector<std::string> days;
    reader.list(
        "closed_days", days, closedDaysMax, [](const std::string& text) { return core::Day::parse(text).has_value(); },
        "an existing day; write one such as \"2026-12-24\"");
    for (const std::string& text : days) {
        if (const auto day = core::Day::parse(text)) {
            settings.closedDays.insert(*day);
        }
    }
}

// ---------------------------------------------------------------------------------------------------------------------
// "I sagde / Vi gjorde"

core::Text readText(TomlReader& parent, std::string_view key, SettingsFaults& faults)
{
    core::Text text;
    if (const toml::table* table = parent.table(key)) {
        TomlReader reader(*table, "said_done." + std::string(key) + '.', faults);
        for (const auto& entry : *table) {
            const std::string tag(entry.first.str());
            if (!isLanguageTag(tag)) {
                reader.fault(tag, "is not a language tag; write one such as da, da-x-let, en or ar");
            }
            std::string value;
            reader.text(tag, value, saidDoneCharactersMax);
            text[tag] = value;
        }
        reader.finish();
    }
    return text;
}

void readSaidDone(TomlReader& parent, core::StandSettings& settings, SettingsFaults& faults)
{
    const toml::table* table = parent.table("said_done");
    if (table == nullptr) {
        return;
    }
    TomlReader reader(*table, "said_done.", faults);
    core::SaidDone saidDone;
    saidDone.said = readText(reader, "said", faults);
    saidDone.done = readText(reader, "done", faults);
    const bool sameLanguages =
        std::equal(saidDone.said.begin(), saidDone.said.end(), saidDone.done.begin(), saidDone.done.end(),
                   [](const auto& a, const auto& b) { return a.first == b.first; });
    if (saidDone.said.empty() || !sameLanguages) {
        parent.fault("said_done",
                     "said and done don't have the same languages; write both in each language, at least one");
    }
    settings.saidDone = std::move(saidDone);
    reader.finish();
}

// ---------------------------------------------------------------------------------------------------------------------

void readTimes(TomlReader& parent, core::VisitTimes& times, SettingsFaults& faults)
{
    const toml::table* table = parent.table("times");
    if (table == nullptr) {
        return;
    }
    TomlReader reader(*table, "times.", faults);
    reader.integer("banner_ms", times.bannerMs, 1000, 60'000, "milliseconds");
    reader.integer("mark_ms", times.markMs, 100, 1000, "milliseconds");
    reader.integer("withdraw_ms", times.withdrawMs, 1000, 6000, "milliseconds");
    reader.integer("idle_ms", times.idleMs, 1000, 600'000, "milliseconds");
    reader.integer("warning_ms", times.warningMs, 1000, 600'000, "milliseconds");
    reader.integer("about_ms", times.aboutMs, 1000, 600'000, "milliseconds");
    reader.finish();
}

void readStand(TomlReader& reader, core::StandSettings& settings, SettingsFaults& faults)
{
    static constexpr std::string_view languageExpected =
        "a language tag; write one such as \"da\", \"da-x-let\" or \"en\"";
    reader.text("municipality", settings.municipality, nameCharactersMax);
    reader.text("place", settings.place, nameCharactersMax);
    reader.text("controller_contact", settings.controllerContact, contactCharactersMax);
    reader.list("languages", settings.languages, languagesMax, isLanguageTag, languageExpected);
    if (settings.languages.empty()) {
        reader.fault("languages", "is empty; name at least one language, the default first");
    }
    reader.list("more_languages", settings.moreLanguages, moreLanguagesMax, isLanguageTag, languageExpected);
    for (const auto& tag : settings.moreLanguages) {
        if (std::find(settings.languages.begin(), settings.languages.end(), tag) != settings.languages.end()) {
            reader.fault("more_languages", '"' + tag + "\" is in languages already; remove it from one of them");
        }
    }
    reader.flag("room_cctv", settings.roomCctv);
    settings.roomCctvKnown = reader.has("room_cctv");
    reader.flag("presence_sensor", settings.presenceSensor);
    reader.flag("invite", settings.invite);
    reader.flag("reduced_motion", settings.reducedMotion);

    std::int64_t rawDays = settings.rawDays;
    reader.integer("raw_days", rawDays, 0, 14, "days");
    settings.rawDays = static_cast<int>(rawDays);
    std::int64_t smallestShown = settings.smallestShown;
    reader.integer("smallest_shown", smallestShown, 10, 1000, "answers");
    settings.smallestShown = static_cast<int>(smallestShown);
    reader.number("panel_dpi", settings.panelDpi, 40, 600, "dots per inch");
    std::int64_t doubleStrikeMs = settings.doubleStrikeMs;
    reader.integer("double_strike_ms", doubleStrikeMs, 0, 500, "milliseconds");
    settings.doubleStrikeMs = static_cast<int>(doubleStrikeMs);

    reader.text("help_phone", settings.helpPhone, helpPhoneCharactersMax);
    reader.text("help_hours", settings.helpHours, helpHoursCharactersMax);
    std::int64_t volume = settings.volume;
    reader.integer("volume", volume, 1, 5, "steps");
    settings.volume = static_cast<int>(volume);
    std::int64_t brightness = settings.brightness;
    reader.integer("brightness", brightness, 10, 100, "per cent");
    settings.brightness = static_cast<int>(brightness);

    readSaidDone(reader, settings, faults);
    readOpeningHours(reader, settings, faults);
    readClosedDays(reader, settings);
    readTimes(reader, settings.times, faults);
}

// ---------------------------------------------------------------------------------------------------------------------
// sync.toml

bool isServer(const std::string& text)
{
    static const std::regex pattern(R"(https://([A-Za-z0-9.-]{1,253}|\[[0-9A-Fa-f:.]{2,45}\])(:([0-9]{1,5}))?)");
    std::smatch match;
    if (!std::regex_match(text, match, pattern)) {
        return false;
    }
    if (!match[3].matched) {
        return true;
    }
    const int port = std::stoi(match[3]);
    return port >= 1 && port <= std::numeric_limits<std::uint16_t>::max();
}

void readSync(TomlReader& reader, SyncSettings& settings, const fs::path& folder)
{
    static constexpr std::size_t pathCharactersMax = 1000;
    const auto needed = [&](std::string_view key) {
        std::string value;
        reader.text(key, value, pathCharactersMax);
        if (!reader.has(key)) {
            reader.fault(key, "is missing; write it, see platform/examples/sync.toml");
        }
        return value;
    };
    const auto path = [&](std::string_view key, fs::path& target) {
        const std::string value = needed(key);
        target = value.empty() ? fs::path() : (folder / value).lexically_normal();
    };
    settings.server = needed("server");
    if (!settings.server.empty() && !isServer(settings.server)) {
        reader.fault("server", '"' + settings.server +
                                   "\" is no server; write https://host or https://host:port, without a path");
    }
    path("ca_file", settings.caFile);
    path("outbox", settings.outbox);
    path("inbox", settings.inbox);
    path("state", settings.state);
    if (!settings.outbox.empty() && (settings.outbox == settings.inbox || settings.outbox == settings.state)) {
        reader.fault("outbox",
                     "is the folder of inbox or state too; give it one of its own, this program only reads there");
    }
}

} // namespace

Outcome<core::StandSettings> parseStandSettings(std::string_view text, const std::string& name)
{
    return parseSettings<core::StandSettings>(text, name, readStand);
}

Outcome<core::StandSettings> loadStandSettings(const fs::path& file)
{
    const auto text = readSettingsFile(file);
    if (!text) {
        return text.error();
    }
    return parseStandSettings(*text, file.string());
}

Outcome<SyncSettings> parseSyncSettings(std::string_view text, const std::string& name, const fs::path& folder)
{
    return parseSettings<SyncSettings>(text, name, [&](TomlReader& reader, SyncSettings& settings, SettingsFaults&) {
        readSync(reader, settings, folder);
    });
}

Outcome<SyncSettings> loadSyncSettings(const fs::path& file)
{
    const auto text = readSettingsFile(file);
    if (!text) {
        return text.error();
    }
    return parseSyncSettings(*text, file.string(), fs::absolute(file).parent_path());
}

} // namespace smiley::platform
