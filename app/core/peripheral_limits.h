// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/peripherals.h"

#include <cstddef>
#include <cstdint>

/// What the list of peripherals (peripherals.h), who reads it and who reads the devices agree in.

namespace smiley::core {

inline constexpr std::size_t interfacesMax = 32;    ///< of one device, each alternate setting
inline constexpr std::size_t reportBytesMax = 1024; ///< after the id byte
inline constexpr int passagesAtOnceMax = 1000;      ///< of one report, one event, one line of a trace
inline constexpr std::uint16_t keyboardPage = 0x07; ///< of the HID Usage Tables: what types
inline constexpr std::int64_t totalValuesMin = 16;  ///< a total that begins again sooner can't tell forwards from back

/// It can type: protocol 1 of class 3, whatever its subclass (HID 1.11, 4.2 and 4.3).
constexpr bool isKeyboard(const UsbInterface& interface) { return interface.usbClass == 3 && interface.protocol == 1; }

} // namespace smiley::core
