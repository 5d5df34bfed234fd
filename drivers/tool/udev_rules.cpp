// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/tool/udev_rules.h"

#include "app/core/peripheral_limits.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdio>
#include <string_view>
#include <vector>

namespace smiley::tool {

namespace {

/// usbhid takes no more quirks, and doesn't load where there are more (MAX_USBHID_BOOT_QUIRKS of the kernel).
constexpr std::size_t quirksMax = 4;
/// HID_QUIRK_IGNORE of the kernel.
constexpr std::string_view ignoreQuirk = "0x0004";

std::string hex4(std::uint16_t value)
{
    std::array<char, 8> text{};
    (void)std::snprintf(text.data(), text.size(), "%04x", static_cast<unsigned>(value));
    return text.data();
}

/// As udev writes them: class, subclass and protocol of each interface, each kind once.
std::string interfacesOf(const core::ListedDevice& device)
{
    std::vector<std::string> kinds;
    for (const core::UsbInterface& interface : device.interfaces) {
        std::array<char, 8> kind{};
        (void)std::snprintf(kind.data(), kind.size(), "%02x%02x%02x", static_cast<unsigned>(interface.usbClass),
                            static_cast<unsigned>(interface.subclass), static_cast<unsigned>(interface.protocol));
        if (std::ranges::find(kinds, kind.data()) == kinds.end()) {
            kinds.emplace_back(kind.data());
        }
    }
    std::string text = ":";
    for (const std::string& kind : kinds) {
        text += kind + ':';
    }
    return text;
}

/// A pattern of udev that fits the text. What udev reads as part of a pattern becomes "any one character".
std::string patternOf(std::string_view text)
{
    constexpr std::string_view plain = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 ._:+-/=#";
    std::string pattern;
    for (const char character : text) {
        pattern += plain.find(character) != std::string_view::npos ? character : '?';
    }
    return pattern;
}

/// A name in a comment stays on its line.
std::string commented(std::string_view text)
{
    std::string out(text);
    std::ranges::replace_if(
        out, [](char character) { return static_cast<unsigned char>(character) < ' '; }, ' ');
    return out;
}

std::string head(const std::string& file, std::string_view what)
{
    return "# " + std::string(what) + "\n# Made from " + commented(file) +
           " by `smiley-usb rules`; make it again when the list changes.\n";
}

bool typesAsAKeyboard(const core::ListedDevice& device)
{
    const auto isOfKeyboardPage = [](const core::FieldPlace& place) {
        const auto* usage = std::get_if<core::Usage>(&place);
        return usage != nullptr && usage->page == core::keyboardPage;
    };
    const auto* keys = std::get_if<core::KeysLayout>(&device.layout);
    const auto* door = std::get_if<core::DoorLayout>(&device.layout);
    // One that is read by what it says may say it as a keyboard, whatever its interface calls itself.
    const auto* scanner = std::get_if<core::ScannerLayout>(&device.layout);
    return (scanner != nullptr && !scanner->bytes) || std::ranges::any_of(device.interfaces, core::isKeyboard) ||
           (keys != nullptr &&
            std::ranges::any_of(keys->keys, isOfKeyboardPage, [](const auto& key) { return key.place; })) ||
           (door != nullptr && isOfKeyboardPage(door->place));
}

} // namespace

std::string udevRules(const core::DeviceList& list, const std::string& group, const std::string& file)
{
    std::string text =
        head(file, "The peripherals of this stand: only these are let in (61-smiley-usb-devices.rules).");
    for (const core::ListedDevice& device : list) {
        text += "\n# " + commented(device.name) + " (" + std::string(core::code(device.role())) + ")\n";
        text += "SUBSYSTEM==\"usb\", ACTION!=\"remove\", ENV{DEVTYPE}==\"usb_device\", ";
        text += "ATTR{idVendor}==\"" + hex4(device.vendor) + "\", ATTR{idProduct}==\"" + hex4(device.product) + "\", ";
        text += "ENV{ID_USB_INTERFACES}==\"" + interfacesOf(device) + "\", ";
        if (device.serial) {
            text += "ATTR{serial}==\"" + patternOf(*device.serial) + "\", ";
        }
        if (device.port) {
            text += "KERNEL==\"" + patternOf(*device.port) + "\", ";
        }
        text += "GROUP=\"" + group + "\", MODE=\"0660\", ATTR{authorized}=\"1\"\n";
    }
    return text;
}

std::string modprobeLines(const core::DeviceList& list, const std::string& file)
{
    std::string text =
        head(file, "USB devices are shut out until a udev rule lets them in (modprobe.d/smiley-usb.conf).");
    text += "# The touch screen, hubs and sticks need rules of their own, or the stand is deaf.\n";
    text += "options usbcore authorized_default=0\n";
    std::vector<std::string> quirks;
    std::string others;
    for (const core::ListedDevice& device : list) {
        const std::string quirk =
            "0x" + hex4(device.vendor) + ":0x" + hex4(device.product) + ":" + std::string(ignoreQuirk);
        if (!typesAsAKeyboard(device) || std::ranges::find(quirks, quirk) != quirks.end()) {
            continue;
        }
        if (quirks.size() < quirksMax) {
            quirks.push_back(quirk);
        } else {
            others += "# Not in the line above, which takes " + std::to_string(quirksMax) + ": " +
                      commented(device.name) + ". It types until the stand program takes it.\n";
        }
    }
    for (std::size_t index = 0; index < quirks.size(); ++index) {
        text += (index == 0 ? "options usbhid quirks=" : ",") + quirks[index];
    }
    return text + (quirks.empty() ? "" : "\n") + others;
}

} // namespace smiley::tool
