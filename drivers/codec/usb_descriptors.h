// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

/// The descriptors that a configuration is made of (USB 2.0, 9.5): the first byte of each is its length, the second its
/// type.

namespace smiley::codec {

struct UsbDescriptor {
    std::span<const std::byte> bytes; ///< at least two
    [[nodiscard]] std::uint8_t at(std::size_t index) const { return std::to_integer<std::uint8_t>(bytes[index]); }
    [[nodiscard]] std::uint8_t type() const { return at(1); }
};

namespace descriptor {
inline constexpr std::uint8_t configuration = 2;
inline constexpr std::size_t configurationBytes = 9;
inline constexpr std::uint8_t interface = 4;
inline constexpr std::size_t interfaceBytes = 9;
inline constexpr std::uint8_t hid = 0x21;     ///< HID 1.11, 6.2.1
inline constexpr std::size_t hidBytes = 9;    ///< up to the length of the first descriptor that it names
inline constexpr std::uint8_t ofClass = 0x24; ///< what the class of the interface before it defines
} // namespace descriptor

/// One after the other; never beyond the bytes, which have to outlive it.
class UsbDescriptors {
public:
    explicit UsbDescriptors(std::span<const std::byte> bytes) : m_rest(bytes) {}

    /// Nothing at the end, and where the next one is cut off or has no length.
    [[nodiscard]] std::optional<UsbDescriptor> next()
    {
        const std::size_t length = m_rest.empty() ? 0 : std::to_integer<std::size_t>(m_rest[0]);
        if (length < 2 || length > m_rest.size()) {
            return std::nullopt;
        }
        const UsbDescriptor found{m_rest.first(length)};
        m_rest = m_rest.subspan(length);
        return found;
    }
    /// After nothing came: bytes are left that are no descriptor.
    [[nodiscard]] bool isBroken() const { return !m_rest.empty(); }

private:
    std::span<const std::byte> m_rest;
};

} // namespace smiley::codec
