// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

namespace smiley::platform {

/// Sets every panel's backlight to `percent` (10..100) of its brightest; never to nothing. True: at least one took it. False:
/// there is none, or none that this user may write (systemd/60-smiley-backlight.rules gives the right).
///
/// `root` is "/" but in tests. Reads and writes /sys/class/backlight, under a millisecond. Any thread.
/// Source: Linux ABI, Documentation/ABI/stable/sysfs-class-backlight.
[[nodiscard]] bool setBacklight(int percent, const std::filesystem::path& root = "/");

} // namespace smiley::platform
