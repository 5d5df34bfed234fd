// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/adjudicate/text.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>

namespace smiley::adjudicate {

namespace {

constexpr std::size_t shownBytesMax = 40;

struct Sequence {
    std::size_t length;
    std::uint32_t bits;
    std::uint32_t min; ///< a smaller code point is written too long
};

/// By the first byte (RFC 3629); length 0 where none begins so.
Sequence sequenceOf(unsigned char first)
{
    if (first < 0x80U) {
        return {1, first, 0};
    }
    if ((first & 0xE0U) == 0xC0U) {
        return {2, first & 0x1FU, 0x80};
    }
    if ((first & 0xF0U) == 0xE0U) {
        return {3, first & 0x0FU, 0x800};
    }
    if ((first & 0xF8U) == 0xF0U) {
        return {4, first & 0x07U, 0x10000};
    }
    return {0, 0, 0};
}

bool isControl(std::uint32_t point) { return point < 0x20U || (point >= 0x7FU && point < 0xA0U); }

} // namespace

bool isPrintableUtf8(std::string_view text)
{
    for (std::size_t at = 0; at < text.size();) {
        const Sequence sequence = sequenceOf(static_cast<unsigned char>(text[at]));
        if (sequence.length == 0 || at + sequence.length > text.size()) {
            return false;
        }
        std::uint32_t point = sequence.bits;
        for (std::size_t i = 1; i < sequence.length; ++i) {
            const auto byte = static_cast<unsigned char>(text[at + i]);
            if ((byte & 0xC0U) != 0x80U) {
                return false;
            }
            point = point << 6U | (byte & 0x3FU);
        }
        const bool surrogate = point >= 0xD800U && point <= 0xDFFFU;
        if (point < sequence.min || point > 0x10FFFFU || surrogate || isControl(point)) {
            return false;
        }
        at += sequence.length;
    }
    return true;
}

std::string shown(std::string_view text)
{
    std::string result = "\"";
    for (const char c : text.substr(0, shownBytesMax)) {
        result += c >= ' ' && c <= '~' ? c : '?';
    }
    return result + (text.size() > shownBytesMax ? "…\"" : "\"");
}

void appendField(std::string& csv, std::string_view text)
{
    if (text.find_first_of(",\"\r\n") == std::string_view::npos) {
        csv += text;
        return;
    }
    csv += '"';
    for (const char c : text) {
        csv += c;
        if (c == '"') {
            csv += '"';
        }
    }
    csv += '"';
}

void appendJsonString(std::string& json, std::string_view text)
{
    static constexpr std::string_view digits = "0123456789abcdef";
    json += '"';
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') {
            json += '\\';
            json += c;
        } else if (byte < 0x20U) {
            json += "\\u00";
            json += digits[byte >> 4U];
            json += digits[byte & 0xFU];
        } else {
            json += c;
        }
    }
    json += '"';
}

} // namespace smiley::adjudicate
