// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/backlight.h"

#include <algorithm>
#include <cstdint>
#include <fstream>
#include <string>
#include <system_error>

namespace fs = std::filesystem;

namespace smiley::platform {
namespace {

constexpr std::int64_t percentMin = 10;
constexpr std::int64_t percentMax = 100;

bool setOne(const fs::path& panel, std::int64_t percent)
{
    std::int64_t most = 0;
    if (!(std::ifstream(panel / "max_brightness") >> most) || most < 1 || most > INT32_MAX) {
        return false;
    }
    // Some panels are dark at 0, and one with few steps would round down to it.
    const std::int64_t value = std::max<std::int64_t>(1, (most * percent + percentMax / 2) / percentMax);
    std::error_code error;
    if (!fs::exists(panel / "brightness", error)) {
        return false;
    }
    std::ofstream file(panel / "brightness");
    file << value << std::flush;
    return file.good();
}

} // namespace

bool setBacklight(int percent, const fs::path& root)
{
    bool isSet = false;
    std::error_code error;
    fs::directory_iterator panels(root / "sys/class/backlight", error);
    for (; !error && panels != fs::directory_iterator(); panels.increment(error)) {
        isSet = setOne(panels->path(), std::clamp<std::int64_t>(percent, percentMin, percentMax)) || isSet;
    }
    return isSet;
}

} // namespace smiley::platform
