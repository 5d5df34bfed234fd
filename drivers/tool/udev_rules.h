// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/peripherals.h"

#include <string>

/// What the machine has to be told so that only listed devices are let in, made from the list (README.md says where the
/// files belong).

namespace smiley::tool {

/// Whose group may open the listed devices.
inline constexpr const char* standGroup = "smiley-stand";

/// A udev rule per entry: the device is authorised and is the group's where vendor, product, interfaces, serial and port
/// are the entry's. `file` is named at the top.
[[nodiscard]] std::string udevRules(const core::DeviceList& list, const std::string& group, const std::string& file);

/// Lines for modprobe.d: nothing that is plugged in is authorised by itself, and the kernel's keyboard driver leaves
/// listed keyboards alone.
[[nodiscard]] std::string modprobeLines(const core::DeviceList& list, const std::string& file);

} // namespace smiley::tool
