// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/codec/hid_items.h"

namespace smiley::codec {
namespace {

constexpr std::uint8_t longItem = 0xFE;

std::uint8_t byteAt(std::span<const std::byte> bytes, std::size_t at)
{
    return std::to_integer<std::uint8_t>(bytes[at]);
}

} // namespace

std::int32_t Item::signedData() const
{
    switch (bytes) {
    case 1: return static_cast<std::int8_t>(data);
    case 2: return static_cast<std::int16_t>(data);
    default: return static_cast<std::int32_t>(data);
    }
}

std::optional<Item> ItemReader::next()
{
    if (m_at >= m_bytes.size()) {
        return std::nullopt;
    }
    const std::span<const std::byte> left = m_bytes.subspan(m_at);
    const std::uint8_t prefix = byteAt(left, 0);
    Item item{.at = m_at};
    std::size_t head = 1;
    if (prefix == longItem) {
        head = 3;
        if (left.size() < head) {
            return std::nullopt;
        }
        item.type = Item::Type::Long;
        item.bytes = byteAt(left, 1);
        item.tag = byteAt(left, 2);
    } else {
        item.type = static_cast<Item::Type>((prefix >> 2) & 3);
        item.tag = static_cast<std::uint8_t>(prefix >> 4);
        item.bytes = static_cast<std::uint8_t>((prefix & 3) == 3 ? 4 : prefix & 3);
    }
    if (left.size() - head < item.bytes) {
        return std::nullopt;
    }
    if (item.type != Item::Type::Long) {
        for (std::size_t i = 0; i < item.bytes; ++i) {
            item.data |= std::uint32_t{byteAt(left, head + i)} << (8 * i);
        }
    }
    m_at += head + item.bytes;
    return item;
}

} // namespace smiley::codec
