// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/settings.h"
#include "sync/wire/messages.h"

#include <cstdint>
#include <set>
#include <span>
#include <string>
#include <string_view>

/// The settings that staff and the centre may lay over stand.toml: one JSON object, the same form for both. The keys with
/// their limits: README.md of this folder.

namespace smiley::wire {

struct SettingKey {
    std::string_view name;
    bool centreOnly = false;
    std::string_view danish; ///< as staff are told of it
    std::string_view form;   ///< what its value is, for people: "text, 1 to 60 characters"
};
/// All keys, in the order in which people are shown them.
[[nodiscard]] std::span<const SettingKey> settingKeys();
[[nodiscard]] const SettingKey* settingKey(std::string_view name);

/// How a text of staff's is read: as somebody typed it just now, or as it was kept by this program or another version of it.
enum class Reading : std::uint8_t {
    Typed, ///< a key that nobody knows, or that only the centre sets, is a fault
    Kept,  ///< such a key is passed over, and so is one with a value that isn't possible (any more)
};
/// Lays staff's settings over stand.toml's. Malformed (Typed only, and where it isn't a JSON object) names every fault.
[[nodiscard]] Parsed<core::StandSettings> applyStaffSettings(core::StandSettings own, std::string_view settingsJson,
                                                             Reading reading);
// applySettings, for the centre's, is in messages.h.

/// Lays the centre's settings and comments over a stand's, as they were taken before, maybe by a program with other limits:
/// what isn't possible (any more) is passed over and told in `passedOver` (empty: nothing was). Malformed where it isn't a
/// JSON object.
[[nodiscard]] Parsed<core::StandSettings> applyKeptSettings(core::StandSettings own, std::string_view settingsJson,
                                                            std::string_view commentsJson, std::string& passedOver);

/// The keys that a text sets, as far as this program knows them; none where it isn't a JSON object. `said_done` counts also
/// where it is null, which takes it off the screen.
[[nodiscard]] std::set<std::string> keysIn(std::string_view settingsJson);
/// The known keys that two texts of staff's set differently, or that only one sets.
[[nodiscard]] std::set<std::string> changedKeys(std::string_view one, std::string_view other);

/// The values of `keys` (unknown ones are passed over) as a canonical JSON object: staff's document.
[[nodiscard]] std::string writeSettings(const core::StandSettings& settings, const std::set<std::string>& keys);
/// One value as JSON text; empty for an unknown key.
[[nodiscard]] std::string settingText(const core::StandSettings& settings, std::string_view key);

/// `settingsJson` (empty: none) with one more key, canonical. `value` is JSON, or for a key that holds a text the text
/// itself. Malformed says what the value should be.
[[nodiscard]] Parsed<std::string> withSetting(std::string_view settingsJson, std::string_view key,
                                              std::string_view value);
/// Without some; empty where nothing is left.
[[nodiscard]] std::string withoutSettings(std::string_view settingsJson, const std::set<std::string>& keys);

} // namespace smiley::wire
