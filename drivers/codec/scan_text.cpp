// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/codec/scan_text.h"

#include <algorithm>

namespace smiley::codec {

std::optional<std::string_view> ScanText::add(std::span<const std::byte> piece, bool goesOn, core::MonotonicMs at)
{
    tick(at);
    if (!m_last) {
        m_size = 0;
        m_isTooLong = false;
    }
    const std::size_t fits = std::min(piece.size(), m_text.size() - m_size);
    std::transform(piece.begin(), piece.begin() + static_cast<std::ptrdiff_t>(fits),
                   m_text.begin() + static_cast<std::ptrdiff_t>(m_size),
                   [](std::byte byte) { return static_cast<char>(byte); });
    m_size += fits;
    m_isTooLong = m_isTooLong || fits < piece.size();
    if (goesOn) {
        m_last = at;
        return std::nullopt;
    }
    m_last.reset();
    if (m_isTooLong) {
        return std::string_view();
    }
    std::string_view text(m_text.data(), m_size);
    while (!text.empty() && (text.back() == '\r' || text.back() == '\n')) {
        text.remove_suffix(1);
    }
    return text.empty() ? std::nullopt : std::optional(text);
}

void ScanText::tick(core::MonotonicMs now)
{
    if (const auto over = deadline(); over && now >= *over) {
        m_last.reset();
    }
}

std::optional<core::MonotonicMs> ScanText::deadline() const
{
    return m_last ? std::optional(core::MonotonicMs{core::count(*m_last) + scanPauseMs}) : std::nullopt;
}

char typed(std::uint16_t usage, bool shift)
{
    constexpr std::uint16_t firstLetter = 0x04;
    constexpr std::uint16_t firstDigit = 0x1E;
    constexpr std::uint16_t firstOther = 0x2C;
    constexpr std::uint16_t firstOfPad = 0x54;
    constexpr std::string_view letters = "abcdefghijklmnopqrstuvwxyz";
    constexpr std::string_view capitals = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    constexpr std::string_view digits = "1234567890\n";
    constexpr std::string_view aboveDigits = "!@#$%^&*()\n";
    // Space, - = [ ] \ and the key that only other layouts have, ; ' ` , . /
    constexpr std::string_view others(" -=[]\\\0;'`,./", 13);
    constexpr std::string_view aboveOthers(" _+{}|\0:\"~<>?", 13);
    constexpr std::string_view pad = "/*-+\n1234567890.";
    const auto in = [usage](std::uint16_t first, std::string_view keys) -> char {
        return usage >= first && std::size_t(usage - first) < keys.size() ? keys[usage - first] : '\0';
    };
    for (const char c : {in(firstLetter, shift ? capitals : letters), in(firstDigit, shift ? aboveDigits : digits),
                         in(firstOther, shift ? aboveOthers : others), in(firstOfPad, pad)}) {
        if (c != '\0') {
            return c;
        }
    }
    return '\0';
}

} // namespace smiley::codec
