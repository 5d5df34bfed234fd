// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/wire/settings_json.h"

#include "app/core/logo.h"
#include "sync/wire/comments.h"
#include "sync/wire/questionnaire_json.h"
#include "sync/wire/signed_message.h"

#include <algorithm>
#include <array>
#include <utility>

namespace smiley::wire {

namespace json = boost::json;

namespace {

using core::StandSettings;
using Faults = std::vector<DocumentFault>;

// The same as in stand.toml: what a screen has room for.
constexpr std::size_t nameCharactersMax = 60;
constexpr std::size_t contactCharactersMax = 200;
constexpr std::size_t helpPhoneCharactersMax = 40;
constexpr std::size_t helpHoursCharactersMax = 60;
constexpr std::size_t saidDoneCharactersMax = 200;
constexpr std::size_t languagesMax = 6;
constexpr std::size_t moreLanguagesMax = 30;
constexpr std::size_t closedDaysMax = 100;
/// EN 301 549, 9.2.2.1: 20 s to extend a time limit.
constexpr std::uint64_t waitMsMin = 20'000;
constexpr std::uint64_t waitMsMax = 600'000;
constexpr std::uint64_t bannerMsMin = 5'000;
constexpr std::uint64_t bannerMsMax = 60'000;

constexpr std::array<std::string_view, 7> weekdays{"mon", "tue", "wed", "thu", "fri", "sat", "sun"};

std::vector<core::LanguageTag> languageTags(Fields& fields, std::string_view name, std::size_t most)
{
    std::vector<core::LanguageTag> tags;
    const json::array* values = fields.array(name);
    if (values == nullptr) {
        return tags;
    }
    for (const json::value& value : *values) {
        std::string tag(value.is_string() ? std::string_view(value.get_string()) : std::string_view());
        if (!isLanguageTag(tag) || std::find(tags.begin(), tags.end(), tag) != tags.end() || tags.size() == most) {
            fields.fault(name, "must hold at most " + std::to_string(most) +
                                   " different language tags such as \"da\" or \"da-x-let\"");
            break;
        }
        tags.push_back(std::move(tag));
    }
    return tags;
}

json::value listOf(const std::vector<core::LanguageTag>& tags)
{
    json::array list;
    for (const core::LanguageTag& tag : tags) {
        list.emplace_back(tag);
    }
    return list;
}

core::Text texts(Fields& fields, std::string_view name, Faults& faults)
{
    core::Text result;
    if (const json::object* members = fields.object(name)) {
        Fields languages(*members, fields.pointer(name), faults);
        for (const auto& member : *members) {
            if (!isLanguageTag(member.key())) {
                languages.fault(member.key(), "must be named by a language tag such as \"da\"");
                continue;
            }
            result[std::string(member.key())] = languages.text(member.key(), saidDoneCharactersMax);
        }
    }
    return result;
}

void readSaidDone(Fields& fields, StandSettings& settings, Faults& faults)
{
    settings.saidDone.reset(); // null takes an earlier text off the screen
    if (!fields.has("said_done")) {
        return;
    }
    if (const json::object* saidDone = fields.object("said_done")) {
        Fields parts(*saidDone, fields.pointer("said_done"), faults);
        core::Text said = texts(parts, "said", faults);
        core::Text done = texts(parts, "done", faults);
        settings.saidDone = core::SaidDone{std::move(said), std::move(done)};
    }
}

json::value saidDone(const StandSettings& settings)
{
    if (!settings.saidDone) {
        return nullptr;
    }
    const auto objectOf = [](const core::Text& text) {
        json::object object;
        for (const auto& [tag, value] : text) {
            object[tag] = value;
        }
        return object;
    };
    return json::object{{"said", objectOf(settings.saidDone->said)}, {"done", objectOf(settings.saidDone->done)}};
}

void readOpeningHours(Fields& fields, StandSettings& settings, Faults& faults)
{
    const json::object* days = fields.object("opening_hours");
    if (days == nullptr) {
        return;
    }
    Fields each(*days, fields.pointer("opening_hours"), faults);
    settings.openingHours = {};
    for (const auto& day : *days) {
        const auto* const known = std::find(weekdays.begin(), weekdays.end(), std::string_view(day.key()));
        const auto hours = day.value().is_string()
                               ? core::OpeningHours::parse(std::string_view(day.value().get_string()))
                               : std::nullopt;
        if (known == weekdays.end()) {
            each.fault(day.key(), "must be one of mon, tue, wed, thu, fri, sat, sun");
        } else if (!hours) {
            each.fault(day.key(), "must be the hours of a day, \"08:00-16:00\"; leave a closed day out");
        } else {
            settings.openingHours.at(static_cast<std::size_t>(known - weekdays.begin())) = hours;
        }
    }
    if (days->empty()) {
        fields.fault("opening_hours", "must name at least one open day");
    }
}

json::value openingHours(const StandSettings& settings)
{
    const bool isAlwaysOpen =
        std::ranges::none_of(settings.openingHours, [](const auto& hours) { return hours.has_value(); });
    json::object object;
    for (std::size_t day = 0; day < weekdays.size(); ++day) {
        if (isAlwaysOpen) {
            object[weekdays.at(day)] = core::OpeningHours{0, 24 * 60}.text();
        } else if (const auto& hours = settings.openingHours.at(day)) {
            object[weekdays.at(day)] = hours->text();
        }
    }
    return object;
}

void readClosedDays(Fields& fields, StandSettings& settings, Faults& /*faults*/)
{
    const json::array* days = fields.array("closed_days");
    if (days == nullptr) {
        return;
    }
    settings.closedDays.clear();
    for (const json::value& value : *days) {
        const auto day = value.is_string() ? core::Day::parse(std::string_view(value.get_string())) : std::nullopt;
        if (!day || settings.closedDays.size() == closedDaysMax) {
            fields.fault("closed_days",
                         "must hold at most " + std::to_string(closedDaysMax) + " existing days, \"2026-12-24\"");
            return;
        }
        settings.closedDays.insert(*day);
    }
}

json::value closedDays(const StandSettings& settings)
{
    json::array list;
    for (const core::Day day : settings.closedDays) {
        list.emplace_back(day.text());
    }
    return list;
}

void readLogo(Fields& fields, StandSettings& settings, Faults& /*faults*/)
{
    const auto bytes = fromBase64Url(fields.raw("logo", core::logoBytesMax * 4 / 3 + 4));
    if (bytes && bytes->empty()) {
        settings.logo.clear();
    } else if (bytes && !core::logoFault(*bytes)) {
        settings.logo = *bytes;
    } else {
        fields.fault("logo", "must be a PNG picture of at most " + std::to_string(core::logoBytesMax / 1024) +
                                 " KiB and " + std::to_string(core::logoPixelsMax) +
                                 " pixels a side, in base64url; empty: none");
    }
}

struct Rule {
    SettingKey key;
    void (*read)(Fields&, StandSettings&, Faults&);
    json::value (*write)(const StandSettings&);
    bool isText = false; ///< a person may type it without quotation marks
};

constexpr auto rules = std::to_array<Rule>({
    {{"municipality", false, "kommune", "text, 1 to 60 characters"},
     [](Fields& f, StandSettings& s, Faults&) { s.municipality = f.text("municipality", nameCharactersMax); },
     [](const StandSettings& s) -> json::value { return json::string(s.municipality); },
     true},
    {{"place", false, "sted", "text, 1 to 60 characters"},
     [](Fields& f, StandSettings& s, Faults&) { s.place = f.text("place", nameCharactersMax); },
     [](const StandSettings& s) -> json::value { return json::string(s.place); },
     true},
    {{"logo", false, "logo", "a PNG picture in base64url, at most 48 KiB; empty: none"},
     readLogo,
     [](const StandSettings& s) -> json::value { return json::string(toBase64Url(s.logo)); },
     true},
    {{"controller_contact", false, "databeskyttelsesrådgiver", "text, at most 200 characters"},
     [](Fields& f, StandSettings& s, Faults&) {
         s.controllerContact = f.optionalText("controller_contact", contactCharactersMax);
     },
     [](const StandSettings& s) -> json::value { return json::string(s.controllerContact); },
     true},
    {{"opening_hours", false, "åbningstider",
      R"({"mon":"08:00-16:00", …}, mon to sun; a day that is left out is closed)"},
     readOpeningHours,
     openingHours},
    {{"holidays_closed", false, "helligdage", "true or false: closed on public holidays"},
     [](Fields& f, StandSettings& s, Faults&) { s.holidaysClosed = f.flag("holidays_closed"); },
     [](const StandSettings& s) -> json::value { return s.holidaysClosed; }},
    {{"closed_days", false, "lukkedage", R"(list of days, ["2026-12-24"], at most 100)"}, readClosedDays, closedDays},
    {{"languages", false, "sprog", R"(list of language tags, default first, ["da","en"], 1 to 6)"},
     [](Fields& f, StandSettings& s, Faults&) {
         s.languages = languageTags(f, "languages", languagesMax);
         if (s.languages.empty()) {
             f.fault("languages", "must name at least the default language");
         }
     },
     [](const StandSettings& s) { return listOf(s.languages); }},
    {{"more_languages", false, "flere sprog", "list of language tags under \"Flere sprog\", at most 30"},
     [](Fields& f, StandSettings& s, Faults&) {
         s.moreLanguages = languageTags(f, "more_languages", moreLanguagesMax);
     },
     [](const StandSettings& s) { return listOf(s.moreLanguages); }},
    {{"room_cctv", false, "tv-overvågning i lokalet", "true or false: there is CCTV in the room"},
     [](Fields& f, StandSettings& s, Faults&) {
         s.roomCctv = f.flag("room_cctv");
         s.roomCctvKnown = true;
     },
     [](const StandSettings& s) -> json::value { return s.roomCctv; }},
    {{"invite", false, "spørg om mere", "true or false: ask for more after the face"},
     [](Fields& f, StandSettings& s, Faults&) { s.invite = f.flag("invite"); },
     [](const StandSettings& s) -> json::value { return s.invite; }},
    {{"idle_ms", false, "ventetid", "milliseconds before the warning, 20000 to 600000"},
     [](Fields& f, StandSettings& s, Faults&) {
         s.times.idleMs = static_cast<std::int64_t>(f.count("idle_ms", waitMsMax, waitMsMin));
     },
     [](const StandSettings& s) -> json::value { return s.times.idleMs; }},
    {{"warning_ms", false, "tid til at svare", "milliseconds of the warning, 20000 to 600000"},
     [](Fields& f, StandSettings& s, Faults&) {
         s.times.warningMs = static_cast<std::int64_t>(f.count("warning_ms", waitMsMax, waitMsMin));
     },
     [](const StandSettings& s) -> json::value { return s.times.warningMs; }},
    {{"banner_ms", false, "tid til invitation og tak", "milliseconds of the invitation and the thanks, 5000 to 60000"},
     [](Fields& f, StandSettings& s, Faults&) {
         s.times.bannerMs = static_cast<std::int64_t>(f.count("banner_ms", bannerMsMax, bannerMsMin));
     },
     [](const StandSettings& s) -> json::value { return s.times.bannerMs; }},
    {{"volume", false, "lyd", "whole number, 1 to 5"},
     [](Fields& f, StandSettings& s, Faults&) { s.volume = static_cast<int>(f.count("volume", 5, 1)); },
     [](const StandSettings& s) -> json::value { return s.volume; }},
    {{"brightness", false, "lys", "per cent, 10 to 100"},
     [](Fields& f, StandSettings& s, Faults&) { s.brightness = static_cast<int>(f.count("brightness", 100, 10)); },
     [](const StandSettings& s) -> json::value { return s.brightness; }},
    {{"reduced_motion", false, "ingen bevægelse", "true or false: no movement on the screen"},
     [](Fields& f, StandSettings& s, Faults&) { s.reducedMotion = f.flag("reduced_motion"); },
     [](const StandSettings& s) -> json::value { return s.reducedMotion; }},
    {{"help_phone", false, "hjælpens telefon", "text, at most 40 characters"},
     [](Fields& f, StandSettings& s, Faults&) { s.helpPhone = f.optionalText("help_phone", helpPhoneCharactersMax); },
     [](const StandSettings& s) -> json::value { return json::string(s.helpPhone); },
     true},
    {{"help_hours", false, "hjælpens tider", "text, at most 60 characters"},
     [](Fields& f, StandSettings& s, Faults&) { s.helpHours = f.optionalText("help_hours", helpHoursCharactersMax); },
     [](const StandSettings& s) -> json::value { return json::string(s.helpHours); },
     true},
    {{"said_done", true, "I sagde, vi gjorde", R"({"said":{"da":"…"},"done":{"da":"…"}}, or null: nothing)"},
     readSaidDone,
     saidDone},
    {{"figures_hidden", true, "skjulte tal", "true or false: staff see no figures of closed weeks"},
     [](Fields& f, StandSettings& s, Faults&) { s.figuresHidden = f.flag("figures_hidden"); },
     [](const StandSettings& s) -> json::value { return s.figuresHidden; }},
});

const Rule* ruleOf(std::string_view name)
{
    const auto* const found =
        std::find_if(rules.begin(), rules.end(), [&](const Rule& rule) { return rule.key.name == name; });
    return found == rules.end() ? nullptr : found;
}

/// A null counts as missing, but for what can be taken away by it.
bool sets(const json::object& object, const Rule& rule)
{
    const json::value* value = object.if_contains(rule.key.name);
    return value != nullptr && (!value->is_null() || rule.key.name == "said_done");
}

Parsed<json::object> objectOf(std::string_view text)
{
    return text.empty() ? Parsed<json::object>(json::object()) : readObject(text, "settings");
}

std::string canonical(const json::object& object)
{
    return object.empty() ? std::string() : canonicalJson(json::serialize(object));
}

} // namespace

std::span<const SettingKey> settingKeys()
{
    static const std::vector<SettingKey> keys = [] {
        std::vector<SettingKey> all;
        for (const Rule& rule : rules) {
            all.push_back(rule.key);
        }
        return all;
    }();
    return keys;
}

const SettingKey* settingKey(std::string_view name)
{
    const Rule* rule = ruleOf(name);
    return rule == nullptr ? nullptr : &rule->key;
}

Parsed<StandSettings> applySettings(StandSettings own, std::string_view settingsJson, std::string_view commentsJson)
{
    own.comments.reset(); // only the centre turns them on
    if (!commentsJson.empty()) {
        auto comments = readCommentSettings(commentsJson);
        if (!comments) {
            return comments.error();
        }
        own.comments = std::move(*comments);
    }
    const auto object = objectOf(settingsJson);
    if (!object) {
        return object.error();
    }
    Faults faults;
    Fields fields(*object, "", faults);
    for (const Rule& rule : rules) {
        if (sets(*object, rule)) {
            rule.read(fields, own, faults);
        }
    }
    if (!faults.empty()) {
        return malformed("settings", faults);
    }
    return own;
}

Parsed<StandSettings> applyKeptSettings(StandSettings own, std::string_view settingsJson, std::string_view commentsJson,
                                        std::string& passedOver)
{
    passedOver.clear();
    own.comments.reset(); // only the centre turns them on
    if (!commentsJson.empty()) {
        if (auto comments = readCommentSettings(commentsJson)) {
            own.comments = std::move(*comments);
        } else {
            passedOver = comments.error().message;
        }
    }
    const auto object = objectOf(settingsJson);
    if (!object) {
        return object.error();
    }
    Faults all;
    for (const Rule& rule : rules) {
        Faults faults;
        Fields fields(*object, "", faults);
        StandSettings with = own;
        if (sets(*object, rule)) {
            rule.read(fields, with, faults);
        }
        if (faults.empty()) {
            own = std::move(with);
        }
        all.insert(all.end(), faults.begin(), faults.end());
    }
    if (!all.empty()) {
        passedOver += (passedOver.empty() ? "" : "\n") + malformed("settings", all).message;
    }
    return own;
}

Parsed<StandSettings> applyStaffSettings(StandSettings own, std::string_view settingsJson, Reading reading)
{
    const auto object = objectOf(settingsJson);
    if (!object) {
        return object.error();
    }
    Faults all;
    for (const auto& member : *object) {
        const Rule* rule = ruleOf(member.key());
        Faults faults;
        Fields fields(*object, "", faults);
        StandSettings with = own;
        if (rule == nullptr) {
            fields.fault(unprintable(member.key()) ? std::string_view() : std::string_view(member.key()),
                         "is no setting");
        } else if (rule->key.centreOnly) {
            fields.fault(member.key(), "is set by the centre alone");
        } else if (sets(*object, *rule)) {
            rule->read(fields, with, faults);
        }
        if (faults.empty()) {
            own = std::move(with);
        }
        all.insert(all.end(), faults.begin(), faults.end());
    }
    if (reading == Reading::Typed && !all.empty()) {
        return malformed("settings", all);
    }
    return own;
}

std::set<std::string> keysIn(std::string_view settingsJson)
{
    std::set<std::string> keys;
    const auto object = objectOf(settingsJson);
    for (const Rule& rule : rules) {
        if (object && sets(*object, rule)) {
            keys.emplace(rule.key.name);
        }
    }
    return keys;
}

std::set<std::string> changedKeys(std::string_view one, std::string_view other)
{
    std::set<std::string> changed;
    const auto first = objectOf(one);
    const auto second = objectOf(other);
    for (const Rule& rule : rules) {
        const bool isInFirst = first && sets(*first, rule);
        const bool isInSecond = second && sets(*second, rule);
        if (isInFirst != isInSecond || (isInFirst && first->at(rule.key.name) != second->at(rule.key.name))) {
            changed.emplace(rule.key.name);
        }
    }
    return changed;
}

std::string writeSettings(const StandSettings& settings, const std::set<std::string>& keys)
{
    json::object object;
    for (const Rule& rule : rules) {
        if (keys.contains(std::string(rule.key.name))) {
            object[rule.key.name] = rule.write(settings);
        }
    }
    return canonical(object);
}

std::string settingText(const StandSettings& settings, std::string_view key)
{
    const Rule* rule = ruleOf(key);
    return rule == nullptr ? std::string() : json::serialize(rule->write(settings));
}

Parsed<std::string> withSetting(std::string_view settingsJson, std::string_view key, std::string_view value)
{
    auto object = objectOf(settingsJson);
    if (!object) {
        return object.error();
    }
    const Rule* rule = ruleOf(key);
    if (rule == nullptr) {
        return core::fail(MessageFault::Malformed, "there is no setting of this name");
    }
    std::string why;
    std::optional<json::value> parsed;
    if (rule->isText && !value.starts_with('"')) {
        parsed = json::string(value);
    } else {
        parsed = parseJson(value, why);
    }
    if (!parsed || parsed->is_null()) {
        return core::fail(MessageFault::Malformed, std::string(key) + " must be: " + std::string(rule->key.form));
    }
    const json::object alone{{key, *parsed}};
    auto read = applyStaffSettings({}, json::serialize(alone), Reading::Typed);
    if (!read) {
        return read.error();
    }
    (*object)[key] = std::move(*parsed);
    return canonical(*object);
}

std::string withoutSettings(std::string_view settingsJson, const std::set<std::string>& keys)
{
    auto object = objectOf(settingsJson);
    if (!object) {
        return {};
    }
    for (const std::string& key : keys) {
        object->erase(key);
    }
    return canonical(*object);
}

} // namespace smiley::wire
