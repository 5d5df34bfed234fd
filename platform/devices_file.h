// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/peripherals.h"
#include "app/core/result.h"
#include "platform/settings.h"

#include <filesystem>
#include <string>
#include <string_view>

/// devices.toml: what may be plugged into a stand. examples/devices.toml names every key with its meaning; a test loads
/// it. Taken whole or not at all, as every settings file.

namespace smiley::platform {

/// Reads the list. Errors: see SettingsFault; the message has a line per fault.
[[nodiscard]] core::Result<core::DeviceList, SettingsFault> loadDevices(const std::filesystem::path& file);
/// The same from a text; `name` stands for the file in messages.
[[nodiscard]] core::Result<core::DeviceList, SettingsFault> parseDevices(std::string_view text,
                                                                         const std::string& name);

} // namespace smiley::platform
