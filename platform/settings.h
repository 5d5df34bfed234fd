// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/result.h"
#include "app/core/settings.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

/// The settings files: TOML 1.0, read once at start. examples/stand.toml and examples/sync.toml name every key with its
/// meaning, limits and default; a test loads them. A file is taken whole or not at all: a misspelt or impossible setting
/// is told, never guessed.

namespace smiley::platform {

enum class SettingsFault : std::uint8_t {
    Unreadable, ///< not there, not readable or too large: name the file and end
    Invalid,    ///< the message has a line per fault: print it and end, or keep the settings in force
};

/// Largest settings file, in bytes.
inline constexpr std::size_t settingsBytesMax = std::size_t{64} * 1024;

/// Reads stand.toml. What the file doesn't say keeps its default.
[[nodiscard]] core::Result<core::StandSettings, SettingsFault> loadStandSettings(const std::filesystem::path& file);
/// The same from a text; `name` stands for the file in messages.
[[nodiscard]] core::Result<core::StandSettings, SettingsFault> parseStandSettings(std::string_view text,
                                                                                  const std::string& name);

/// What smiley-sync is told. Relative paths are taken from the folder of the settings file.
struct SyncSettings {
    std::string server;           ///< "https://host" or "https://host:8443"
    std::filesystem::path caFile; ///< PEM: the only authority that is believed
    std::filesystem::path outbox; ///< envelopes of the stand, only read
    std::filesystem::path inbox;  ///< receipts, time and configuration for the stand
    std::filesystem::path state;  ///< transport key and what is known of the server
};

/// Reads sync.toml; every key is needed.
[[nodiscard]] core::Result<SyncSettings, SettingsFault> loadSyncSettings(const std::filesystem::path& file);
/// The same from a text; relative paths are taken from `folder`.
[[nodiscard]] core::Result<SyncSettings, SettingsFault>
parseSyncSettings(std::string_view text, const std::string& name, const std::filesystem::path& folder);

} // namespace smiley::platform
