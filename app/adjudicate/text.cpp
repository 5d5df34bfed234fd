// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/adjudicate/text.h"

#include "app/core/code_points.h"

#include <cstddef>

namespace smiley::adjudicate {

namespace {

constexpr std::size_t shownBytesMax = 40;

bool isControl(char32_t point) { return point < 0x20U || (point >= 0x7FU && point < 0xA0U); }

} // namespace

bool isPrintableUtf8(std::string_view text)
{
    for (std::size_t at = 0; at < text.size();) {
        const core::CodePoint point = core::decode(text, at);
        if (!point.isValid || isControl(point.code)) {
            return false;
        }
        at += point.bytes;
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
