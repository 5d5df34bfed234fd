// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/settings_file.h"

#include <fstream>
#include <system_error>

namespace fs = std::filesystem;

namespace smiley::platform {

core::Result<std::string, SettingsFault> readSettingsFile(const fs::path& file)
{
    const auto unreadable = [&](const std::string& why) {
        return core::fail(SettingsFault::Unreadable, file.string() + ": " + why);
    };
    std::error_code error;
    if (!fs::is_regular_file(file, error)) {
        return unreadable("no such settings file; write it (examples are in platform/examples) or name another");
    }
    std::ifstream stream(file, std::ios::binary);
    std::string text(settingsBytesMax + 1, '\0');
    stream.read(text.data(), static_cast<std::streamsize>(text.size()));
    if (stream.bad() || !(stream.eof() || stream.good())) {
        return unreadable("can't be read; give this user the right to read it");
    }
    text.resize(static_cast<std::size_t>(stream.gcount()));
    if (text.size() > settingsBytesMax) {
        return unreadable("is larger than " + std::to_string(settingsBytesMax) + " bytes; this is not a settings file");
    }
    return text;
}

} // namespace smiley::platform
