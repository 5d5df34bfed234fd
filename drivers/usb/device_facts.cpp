// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/usb/device_facts.h"

#include "drivers/codec/usb_descriptors.h"
#include "drivers/codec/watchers.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <fcntl.h>
#include <span>
#include <unistd.h>
#include <vector>

namespace smiley::usb {
namespace {

constexpr std::size_t deviceDescriptorBytes = 18;
constexpr std::size_t descriptorsBytesMax = 65536;
constexpr std::size_t textBytesMax = 126; ///< what fits a string descriptor (USB 2.0, 9.6.7)

/// The kernel's name of the port, "1-3.2"; empty for a root hub.
std::string portOf(libusb_device* device)
{
    std::array<std::uint8_t, 8> ports{};
    const int depth = libusb_get_port_numbers(device, ports.data(), static_cast<int>(ports.size()));
    std::string port;
    for (int i = 0; i < depth; ++i) {
        port += i == 0 ? std::to_string(libusb_get_bus_number(device)) + "-" : ".";
        port += std::to_string(ports[static_cast<std::size_t>(i)]);
    }
    return port;
}

std::vector<std::byte> readAttribute(const std::string& port, const char* attribute)
{
    std::vector<std::byte> bytes;
    const int file = ::open(("/sys/bus/usb/devices/" + port + "/" + attribute).c_str(), O_RDONLY | O_CLOEXEC);
    if (file < 0) {
        return bytes;
    }
    std::array<std::byte, 4096> part{};
    while (bytes.size() < descriptorsBytesMax) {
        const ssize_t got = ::read(file, part.data(), part.size());
        if (got <= 0) {
            break;
        }
        bytes.insert(bytes.end(), part.begin(), part.begin() + got);
    }
    ::close(file);
    return bytes;
}

/// A device can call itself anything; a list in a terminal stays readable.
std::string readText(const std::string& port, const char* attribute)
{
    std::string text;
    for (const std::byte byte : readAttribute(port, attribute)) {
        const char c = static_cast<char>(byte);
        if (c == '\n' || text.size() == textBytesMax) {
            break;
        }
        text += c >= ' ' && c <= '~' ? c : '?';
    }
    return text;
}

} // namespace

KnownDevice factsOf(libusb_device* device)
{
    KnownDevice known;
    libusb_device_descriptor descriptor{};
    libusb_get_device_descriptor(device, &descriptor); // kept by libusb since the device came; never fails
    known.facts.vendor = descriptor.idVendor;
    known.facts.product = descriptor.idProduct;
    known.facts.port = portOf(device);
    if (known.facts.port.empty()) {
        known.isReadable = true; // a root hub: there is nothing to read
        return known;
    }
    known.facts.serial = readText(known.facts.port, "serial");
    known.name = readText(known.facts.port, "product");
    const std::string configured = readText(known.facts.port, "bConfigurationValue");
    known.facts.isAuthorised = !configured.empty();

    // The device descriptor, then each configuration whole.
    const auto bytes = readAttribute(known.facts.port, "descriptors");
    auto rest = std::span(bytes).subspan(std::min(deviceDescriptorBytes, bytes.size()));
    for (unsigned i = 0; i < descriptor.bNumConfigurations; ++i) {
        using codec::descriptor::configurationBytes;
        std::size_t total = 0;
        if (rest.size() >= configurationBytes) {
            total = std::to_integer<std::size_t>(rest[2]) | std::to_integer<std::size_t>(rest[3]) << 8;
        }
        if (total < configurationBytes || total > rest.size()) {
            known.facts.watches = true;
            return known;
        }
        const auto configuration = rest.first(total);
        rest = rest.subspan(total);
        known.facts.watches = known.facts.watches || codec::watchesOrListens(configuration);
        // Where the kernel keeps it shut, what it would have: the first is what it is let in with.
        if (configured.empty() ? i == 0 : std::to_string(std::to_integer<int>(configuration[5])) == configured) {
            if (auto interfaces = codec::interfacesOf(configuration)) {
                known.facts.interfaces = std::move(*interfaces);
                known.isReadable = known.facts.isAuthorised;
            }
        }
    }
    return known;
}

} // namespace smiley::usb
