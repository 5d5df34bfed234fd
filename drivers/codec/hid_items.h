// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

/// The items that a report descriptor is made of (USB HID 1.11, 6.2.2).
///
/// A short item is a prefix byte and 0, 1, 2 or 4 bytes of data, little endian:
///     bits 7-4 tag, bits 3-2 type (0 main, 1 global, 2 local, 3 reserved), bits 1-0 size (3 means 4 bytes)
/// A long item begins with 0xFE: a byte with the size of its data, a byte with its tag, the data. None is defined.

namespace smiley::codec {

struct Item {
    enum class Type : std::uint8_t { Main, Global, Local, Reserved, Long };

    Type type = Type::Main;
    std::uint8_t tag = 0;   ///< 0..15; of a long item: its own tag, 0..255
    std::uint8_t bytes = 0; ///< of data: 0, 1, 2 or 4; of a long item 0..255
    std::uint32_t data = 0; ///< unsigned; 0 in a long item
    std::size_t at = 0;     ///< where its prefix stands in the descriptor

    /// The data as two's complement of its own size.
    [[nodiscard]] std::int32_t signedData() const;
    bool operator==(const Item&) const = default;
};

/// Reads one item after the other; never beyond the bytes, which have to outlive it.
class ItemReader {
public:
    explicit ItemReader(std::span<const std::byte> descriptor) : m_bytes(descriptor) {}

    /// Nothing at the end, and where the last item is cut off.
    [[nodiscard]] std::optional<Item> next();
    /// After nothing came: bytes are left that are no whole item.
    [[nodiscard]] bool isCut() const { return m_at < m_bytes.size(); }
    /// Where the next item begins.
    [[nodiscard]] std::size_t at() const { return m_at; }

private:
    std::span<const std::byte> m_bytes;
    std::size_t m_at = 0;
};

} // namespace smiley::codec
