// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/wire/base45.h"

#include <cstddef>
#include <cstdint>

namespace smiley::wire {

namespace {

/// RFC 9285, table 1.
constexpr std::string_view alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";
constexpr std::uint32_t base = 45;
static_assert(alphabet.size() == base);

std::uint32_t byteAt(std::string_view bytes, std::size_t at) { return static_cast<unsigned char>(bytes[at]); }

} // namespace

std::string toBase45(std::string_view bytes)
{
    std::string text;
    text.reserve((bytes.size() + 1) / 2 * 3);
    for (std::size_t at = 0; at < bytes.size(); at += 2) {
        const bool isPair = at + 1 < bytes.size();
        std::uint32_t value = isPair ? byteAt(bytes, at) * 256 + byteAt(bytes, at + 1) : byteAt(bytes, at);
        for (int digit = 0; digit < (isPair ? 3 : 2); ++digit) {
            text += alphabet[value % base];
            value /= base;
        }
    }
    return text;
}

std::optional<std::string> fromBase45(std::string_view text)
{
    if (text.size() % 3 == 1) {
        return std::nullopt;
    }
    std::string bytes;
    bytes.reserve(text.size() / 3 * 2 + 1);
    for (std::size_t at = 0; at < text.size(); at += 3) {
        const std::string_view group = text.substr(at, 3);
        std::uint32_t value = 0;
        std::uint32_t weight = 1;
        for (const char c : group) {
            const std::size_t digit = alphabet.find(c);
            if (digit == std::string_view::npos) {
                return std::nullopt;
            }
            value += static_cast<std::uint32_t>(digit) * weight;
            weight *= base;
        }
        const bool isPair = group.size() == 3;
        if (value > (isPair ? 0xFFFFU : 0xFFU)) {
            return std::nullopt;
        }
        if (isPair) {
            bytes += static_cast<char>(value / 256);
        }
        bytes += static_cast<char>(value % 256);
    }
    return bytes;
}

} // namespace smiley::wire
