// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/settings.h"
#include "platform/toml_reader.h"

#include <string>
#include <string_view>

namespace smiley::platform {

/// The bytes of a settings file. Error: Unreadable.
[[nodiscard]] core::Result<std::string, SettingsFault> readSettingsFile(const std::filesystem::path& file);

/// Parses the text of a settings file and lets `read` take what it knows: taken whole or not at all.
template <class Settings, class Read>
core::Result<Settings, SettingsFault> parseSettings(std::string_view text, const std::string& name, Read read)
{
    SettingsFaults faults(name);
    Settings settings;
    try {
        const toml::table table = toml::parse(text, name);
        TomlReader reader(table, "", faults);
        read(reader, settings, faults);
        reader.finish();
    } catch (const toml::parse_error& error) {
        faults.add(error.source().begin.line, "",
                   "is not TOML: " + std::string(error.description()) + "; correct the line");
    }
    if (!faults.empty()) {
        return core::fail(SettingsFault::Invalid, faults.text());
    }
    return settings;
}

} // namespace smiley::platform
