// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings_command.h"

#include "app/journal_file.h"
#include "app/own_questionnaire.h"
#include "platform/files/files.h"
#include "sync/outbox/files.h"
#include "sync/outbox/in_force.h"
#include "sync/outbox/local.h"
#include "sync/outbox/settings_keys.h"
#include "sync/wire/settings_json.h"

#include <iostream>
#include <optional>
#include <set>
#include <system_error>
#include <utility>
#include <vector>

namespace smiley {

namespace {

constexpr const char* administrator = "admin";
/// Others that write at the same moment: each try loses to at most one of them.
constexpr int triesMax = 16;

ExitCode end(ExitCode code, const std::string& why)
{
    std::cerr << "smiley-stand: " << why << std::endl;
    return code;
}

/// What is known of one stand.
struct Known {
    std::unique_ptr<store::Store> store;
    core::StandSettings own;
    outbox::InForce inForce;
    outbox::LocalState local;
    std::optional<wire::Configuration> newest; ///< of the centre
    std::string newestFrom;                    ///< its first day; empty: at once

    [[nodiscard]] std::string staffs(const std::optional<outbox::LocalVersion>& version) const
    {
        return version ? version->document.settings : std::string();
    }
};

core::Result<Known, ExitCode> lookAt(const Options& options, const core::StandSettings& own, core::Random& random)
{
    const std::filesystem::path file = journalFile(options.data);
    std::error_code failed;
    if (!std::filesystem::exists(file, failed)) { // opening would make one
        return core::fail(ExitCode::BadDatabase,
                          file.string() +
                              ": there is no journal; start the stand once, or name its folder with --data");
    }
    auto store = store::Store::open(file, random);
    if (!store) {
        return core::fail(ExitCode::BadDatabase, store.error().message);
    }
    auto inForce = outbox::inForceNow(**store, own, ownQuestionnaire(**store, {}).json);
    auto local = outbox::localState(**store);
    auto newest = outbox::configurationIn(**store, outbox::setting::configuration);
    const auto from = (*store)->setting(outbox::setting::configurationFrom);
    if (!inForce || !local || !newest || !from) {
        return core::fail(ExitCode::BadDatabase, !inForce  ? inForce.error().message
                                                 : !local  ? local.error().message
                                                 : !newest ? newest.error().message
                                                           : from.error().message);
    }
    return Known{std::move(*store), own, std::move(*inForce), std::move(*local), std::move(*newest),
                 from->value_or("")};
}

struct Waiting {
    std::string value;
    std::string from;
};

/// One setting as it stands.
struct Line {
    std::string key;
    std::string value;
    std::string setBy;
    std::optional<Waiting> waiting;
};

/// What waits for a key; the centre's goes before staff's.
std::optional<Waiting> waitingFor(const Known& known, const std::string& key)
{
    const std::string now = wire::settingText(known.inForce.settings, key);
    std::optional<Waiting> waiting;
    const bool isLocked = known.inForce.lockedSettings.contains(key);
    if (const auto& next = known.local.waiting; next && !isLocked) {
        const auto read = wire::applyStaffSettings(known.own, next->document.settings, wire::Reading::Kept);
        if (read) {
            waiting = {wire::settingText(*read, key), next->from ? next->from->text() : "now"};
        }
    }
    if (known.newest && known.newest->version != known.inForce.version &&
        wire::keysIn(known.newest->settings).contains(key)) {
        if (const auto read = wire::applySettings(known.own, known.newest->settings)) {
            waiting = {wire::settingText(*read, key), known.newestFrom.empty() ? "now" : known.newestFrom};
        }
    }
    return waiting && waiting->value != now ? waiting : std::nullopt;
}

Line lineOf(const Known& known, const std::string& key)
{
    const bool isCentres = known.inForce.lockedSettings.contains(key);
    const bool isStaffs = wire::keysIn(known.staffs(known.local.inForce)).contains(key);
    return {key, wire::settingText(known.inForce.settings, key),
            isCentres  ? "centre"
            : isStaffs ? "staff"
                       : "stand.toml",
            waitingFor(known, key)};
}

/// Everything in a line is a key, a day, or JSON already.
std::string jsonOf(const Line& line)
{
    std::string text = "{\"key\":\"" + line.key + "\",\"value\":" + line.value + ",\"set_by\":\"" + line.setBy + '"';
    if (line.waiting) {
        text += ",\"waiting\":{\"value\":" + line.waiting->value + ",\"from\":\"" + line.waiting->from + "\"}";
    }
    return text + "}";
}

std::string plainOf(const Line& line)
{
    constexpr std::size_t keyWidth = 20;
    constexpr std::size_t setByWidth = 12;
    const auto padded = [](const std::string& text, std::size_t width) {
        return text + std::string(width > text.size() ? width - text.size() : 1, ' ');
    };
    return padded(line.key, keyWidth) + padded(line.setBy, setByWidth) + line.value +
           (line.waiting ? "   (from " + line.waiting->from + ": " + line.waiting->value + ")" : "");
}

ExitCode noSuchKey(const std::string& key)
{
    std::string all;
    for (const wire::SettingKey& each : wire::settingKeys()) {
        all += "\n  " + std::string(each.name) + ": " + std::string(each.form);
    }
    return end(ExitCode::WrongOptions, key + ": there is no such setting. These are there:" + all);
}

ExitCode get(const SettingsRequest& request, const Known& known)
{
    std::vector<Line> lines;
    for (const wire::SettingKey& key : wire::settingKeys()) {
        if (request.key.empty() || request.key == key.name) {
            lines.push_back(lineOf(known, std::string(key.name)));
        }
    }
    if (lines.empty()) {
        return noSuchKey(request.key);
    }
    if (!request.json) {
        for (const Line& line : lines) {
            std::cout << plainOf(line) << '\n';
        }
    } else if (!request.key.empty()) {
        std::cout << jsonOf(lines.front()) << '\n';
    } else {
        for (std::size_t i = 0; i < lines.size(); ++i) {
            std::cout << (i == 0 ? "[" : ",\n ") << jsonOf(lines[i]);
        }
        std::cout << "]\n";
    }
    std::cout << std::flush;
    return std::cout ? ExitCode::Ended : end(ExitCode::NoFile, "the settings can't be written");
}

/// `settings` becomes the next version of staff's. Nothing: another program was quicker, look again.
std::optional<ExitCode> publish(const SettingsRequest& request, Known& known, const std::string& settings,
                                const core::Clock& clock)
{
    const auto& newest = known.local.newest();
    outbox::LocalDocument document =
        newest ? newest->document : outbox::LocalDocument{{}, known.inForce.centreQuestionnaire.hash, {}};
    if (wire::changedKeys(document.settings, settings).empty()) {
        std::cout << "Nothing to change." << std::endl;
        return ExitCode::Ended;
    }
    document.settings = settings;
    const auto published = outbox::publish(
        *known.store, document, administrator, request.atOnce ? outbox::Start::AtOnce : outbox::Start::NextOpeningDay,
        known.inForce, clock.now(), "settings-changed", newest ? newest->version : 0);
    if (!published && published.error().code == outbox::PublishFault::Overtaken) {
        return std::nullopt;
    }
    if (!published) {
        return end(published.error().code == outbox::PublishFault::Database ? ExitCode::BadDatabase : ExitCode::Refused,
                   published.error().message);
    }
    if (request.json) {
        std::cout << "{\"version\":" << published->version << ",\"from\":\""
                  << (published->from ? published->from->text() : "now") << "\"}" << std::endl;
    } else {
        std::cout << "Version " << published->version << " counts "
                  << (published->from ? "from " + published->from->text() : std::string("now")) << "." << std::endl;
    }
    return ExitCode::Ended;
}

std::optional<ExitCode> set(const SettingsRequest& request, Known& known, const core::Clock& clock)
{
    if (wire::settingKey(request.key) == nullptr) {
        return noSuchKey(request.key);
    }
    const std::string before = known.staffs(known.local.newest());
    if (!request.value) {
        return publish(request, known, wire::withoutSettings(before, {request.key}), clock);
    }
    // What the centre alone sets is no value to judge: publishing says so.
    if (wire::settingKey(request.key)->centreOnly) {
        return end(ExitCode::Refused, "Det bestemmer centralenheden: " + request.key + ".");
    }
    const auto settings = wire::withSetting(before, request.key, *request.value);
    if (!settings) {
        return end(ExitCode::Refused, settings.error().message);
    }
    return publish(request, known, *settings, clock);
}

ExitCode exportTo(const SettingsRequest& request, const Known& known)
{
    const std::string settings = known.staffs(known.local.newest());
    const std::string text = (settings.empty() ? "{}" : settings) + "\n";
    if (request.file == "-") {
        std::cout << text << std::flush;
        return std::cout ? ExitCode::Ended : end(ExitCode::NoFile, "the settings can't be written");
    }
    const auto written = outbox::writeIfOther(request.file, text);
    return written ? ExitCode::Ended : end(ExitCode::NoFile, written.error().message);
}

std::optional<ExitCode> import(const SettingsRequest& request, Known& known, const core::Clock& clock)
{
    const auto text = files::readWhole(request.file, wire::settingsBytesMax);
    if (!text) {
        return end(ExitCode::NoFile, text.error().message);
    }
    // Judged before it is compared: a key that nobody knows is no difference.
    if (const auto read = wire::applyStaffSettings(known.own, *text, wire::Reading::Typed); !read) {
        return end(ExitCode::Refused, request.file.string() + ": " + read.error().message);
    }
    return publish(request, known, *text, clock);
}

} // namespace

ExitCode runSettings(const Options& options, const core::StandSettings& own, const core::Clock& clock,
                     core::Random& random)
{
    for (int tries = 0; tries < triesMax; ++tries) {
        auto known = lookAt(options, own, random);
        if (!known) {
            return end(known.error().code, known.error().message);
        }
        const SettingsRequest& request = *options.settingsRequest;
        std::optional<ExitCode> code;
        switch (request.action) {
        case SettingsRequest::Action::Get: return get(request, *known);
        case SettingsRequest::Action::Export: return exportTo(request, *known);
        case SettingsRequest::Action::Set: code = set(request, *known, clock); break;
        case SettingsRequest::Action::Import: code = import(request, *known, clock); break;
        }
        if (code) {
            return *code;
        }
    }
    return end(ExitCode::Refused, "Andre ændrer noget hele tiden. Prøv igen.");
}

} // namespace smiley
