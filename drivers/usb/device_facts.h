// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "drivers/codec/allow_list.h"

#include <libusb.h>
#include <string>

namespace smiley::usb {

struct KnownDevice {
    codec::DeviceFacts facts;
    std::string name;        ///< printable ASCII
    bool isReadable = false; ///< it is configured and its descriptors could be read whole; else looked at again
    bool operator==(const KnownDevice&) const = default;
};

/// What the kernel knows of a device since it was plugged in. Opens nothing and asks the device nothing.
[[nodiscard]] KnownDevice factsOf(libusb_device* device);

} // namespace smiley::usb
