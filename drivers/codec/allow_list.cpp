// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/codec/allow_list.h"

#include "app/core/peripheral_limits.h"
#include "drivers/codec/usb_descriptors.h"

#include <array>
#include <cstdio>

namespace smiley::codec {
namespace {

bool looksLike(const core::ListedDevice& entry, const DeviceFacts& device)
{
    return entry.vendor == device.vendor && entry.product == device.product;
}

/// Why a device with the entry's vendor and product isn't its device; empty: it is.
std::string difference(const core::ListedDevice& entry, const DeviceFacts& device)
{
    if (entry.serial && *entry.serial != device.serial) {
        return (device.serial.empty() ? std::string("it has no serial number")
                                      : "its serial number is \"" + device.serial + '"') +
               ", not \"" + *entry.serial + '"';
    }
    if (entry.port && *entry.port != device.port) {
        return "it is plugged in at " + device.port + ", not at " + *entry.port;
    }
    if (entry.interfaces != device.interfaces) {
        return "its interfaces are " + text(device.interfaces) + ", not " + text(entry.interfaces);
    }
    if (device.watches) {
        return "it may watch or listen";
    }
    return {};
}

} // namespace

std::string refusal(const core::ListedDevice& entry, const DeviceFacts& device)
{
    if (!looksLike(entry, device)) {
        return {};
    }
    const std::string but = difference(entry, device);
    if (but.empty()) {
        return device.isAuthorised ? "" : "listed as '" + entry.name + "', but not authorised yet: smiley-usb rules";
    }
    return "listed as '" + entry.name + "', but " + but + ": refused";
}

Decision decide(const core::DeviceList& list, const DeviceFacts& device)
{
    std::string why = device.watches ? "not on the list, and it may watch or listen" : "not on the list";
    for (std::size_t i = 0; i < list.size(); ++i) {
        const core::ListedDevice& entry = list[i];
        if (!looksLike(entry, device)) {
            continue;
        }
        const std::string no = refusal(entry, device);
        if (no.empty()) {
            return {i, "listed as '" + entry.name + "': " + std::string(core::code(entry.role()))};
        }
        why = no;
    }
    return {std::nullopt, why};
}

std::string text(std::span<const core::UsbInterface> interfaces)
{
    std::string all;
    for (std::size_t i = 0; i < interfaces.size(); ++i) {
        const core::UsbInterface& one = interfaces[i];
        std::array<char, 9> classes{};
        std::snprintf(classes.data(), classes.size(), "%02x/%02x/%02x", one.usbClass, one.subclass, one.protocol);
        all += (i == 0 ? "" : " ") + (one.number == i ? "" : std::to_string(one.number) + ':') + classes.data();
    }
    return all.empty() ? "none" : all;
}

core::Result<std::vector<core::UsbInterface>, ConfigurationFault> interfacesOf(std::span<const std::byte> configuration)
{
    const auto malformed = [](const char* what) {
        return core::fail(ConfigurationFault::Malformed, std::string("its configuration descriptor ") + what);
    };
    UsbDescriptors descriptors(configuration);
    const auto head = descriptors.next();
    if (!head || head->type() != descriptor::configuration || head->bytes.size() < descriptor::configurationBytes) {
        return malformed("doesn't begin as one");
    }
    if (head->at(2) + head->at(3) * 256U != configuration.size()) {
        return malformed("is not as long as it says");
    }
    std::vector<core::UsbInterface> interfaces;
    while (const auto found = descriptors.next()) {
        if (found->type() == descriptor::configuration) {
            return malformed("holds another one");
        }
        if (found->type() != descriptor::interface) {
            continue;
        }
        if (found->bytes.size() < descriptor::interfaceBytes) {
            return malformed("has an interface that is cut off");
        }
        if (interfaces.size() == core::interfacesMax) {
            return malformed("has more interfaces than this program takes");
        }
        interfaces.push_back({found->at(2), found->at(5), found->at(6), found->at(7)});
    }
    if (descriptors.isBroken()) {
        return malformed("has a part without a length, or that is cut off");
    }
    return interfaces;
}

} // namespace smiley::codec
