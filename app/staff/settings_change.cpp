// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/staff/settings_change.h"

#include "sync/wire/settings_json.h"

namespace smiley::staff {

namespace {

using outbox::LocalDocument;
using outbox::LocalState;

LocalDocument newest(const LocalState& local) { return local.newest() ? local.newest()->document : LocalDocument{}; }

std::string settingsInForce(const LocalState& local)
{
    return local.inForce ? local.inForce->document.settings : std::string();
}

/// One key more; a value that this program itself wrote is always possible, what a person entered may not be: then the text
/// is left as it is written, and publish() says why it can't be.
std::string with(const std::string& text, const core::StandSettings& settings, const std::string& key)
{
    const auto longer = wire::withSetting(text, key, wire::settingText(settings, key));
    if (longer) {
        return *longer;
    }
    std::set<std::string> keys = wire::keysIn(text);
    core::StandSettings all = settings;
    if (const auto before =
            wire::applyStaffSettings(settings, wire::withoutSettings(text, {key}), wire::Reading::Kept)) {
        all = *before;
    }
    keys.insert(key);
    return wire::writeSettings(all, keys);
}

} // namespace

core::StandSettings settingsAhead(const outbox::InForce& inForce, const LocalState& local)
{
    if (!local.waiting) {
        return inForce.settings;
    }
    const std::string open = wire::withoutSettings(local.waiting->document.settings, inForce.lockedSettings);
    const auto ahead = wire::applyStaffSettings(inForce.settings, open, wire::Reading::Kept);
    return ahead ? *ahead : inForce.settings;
}

std::set<std::string> keysWaiting(const LocalState& local)
{
    return local.waiting ? wire::changedKeys(settingsInForce(local), local.waiting->document.settings)
                         : std::set<std::string>();
}

std::set<std::string> keysChanged(const core::StandSettings& before, const core::StandSettings& after,
                                  const std::set<std::string>& keys)
{
    std::set<std::string> changed;
    for (const std::string& key : keys) {
        const bool isAnswered = key == "room_cctv" && before.roomCctvKnown != after.roomCctvKnown;
        if (isAnswered || wire::settingText(before, key) != wire::settingText(after, key)) {
            changed.insert(key);
        }
    }
    return changed;
}

LocalDocument documentWith(const LocalState& local, const core::StandSettings& settings,
                           const std::set<std::string>& keys)
{
    LocalDocument document = newest(local);
    for (const std::string& key : keys) {
        document.settings = with(document.settings, settings, key);
    }
    return document;
}

LocalDocument documentTakingBack(const LocalState& local, const std::set<std::string>& keys)
{
    LocalDocument document = newest(local);
    document.settings = wire::withoutSettings(document.settings, keys);
    const std::string now = settingsInForce(local);
    const auto values = wire::applyStaffSettings({}, now, wire::Reading::Kept);
    const std::set<std::string> set = wire::keysIn(now);
    for (const std::string& key : keys) {
        if (values && set.contains(key)) {
            document.settings = with(document.settings, *values, key);
        }
    }
    return document;
}

} // namespace smiley::staff
