// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/peripherals.h"
#include "app/core/result.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

/// Who may talk: an entry of the list must fit a device in everything that it says, its interfaces to the last one.

namespace smiley::codec {

/// What a device says of itself before anybody opens it, and where it is plugged in.
struct DeviceFacts {
    std::uint16_t vendor = 0;
    std::uint16_t product = 0;
    std::string serial;                         ///< empty: it says none
    std::string port;                           ///< "1-3.2", as the kernel names it
    std::vector<core::UsbInterface> interfaces; ///< each alternate setting, in the order of the descriptor
    bool watches = false;                       ///< see watchesOrListens
    bool isAuthorised = true; ///< false: the kernel keeps it shut, and `interfaces` are what it would have
    bool operator==(const DeviceFacts&) const = default;
};

struct Decision {
    std::optional<std::size_t> entry; ///< of the list; nothing: it stays closed
    std::string why;                  ///< one English sentence for people, without a full stop
};

/// Whether a device is one of the list, and which. Pure; any thread.
///
/// What may watch or listen is refused, also where it is listed, and what fits but isn't authorised stays closed until it
/// is. Two devices can fit one entry: who of them gets it is the caller's to say.
[[nodiscard]] Decision decide(const core::DeviceList& list, const DeviceFacts& device);

/// Why a device that looks like the entry (vendor and product) isn't let in as it, a sentence as Decision::why; empty: it
/// is, or it doesn't look like it. Pure; any thread.
[[nodiscard]] std::string refusal(const core::ListedDevice& entry, const DeviceFacts& device);

/// "03/00/00 03/01/01", in the order of the descriptor: class, subclass and protocol of each interface, in hex, with
/// its number before it where that isn't its place ("2:03/00/00").
[[nodiscard]] std::string text(std::span<const core::UsbInterface> interfaces);

enum class ConfigurationFault : std::uint8_t {
    Malformed, ///< not one whole configuration: the device stays closed
};

/// The interfaces of one whole configuration descriptor (USB 2.0, 9.6.3), each alternate setting, in its order. More than
/// core::interfacesMax are malformed. Any bytes; any thread.
[[nodiscard]] core::Result<std::vector<core::UsbInterface>, ConfigurationFault>
interfacesOf(std::span<const std::byte> configuration);

} // namespace smiley::codec
