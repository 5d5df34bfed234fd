// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/wire/fields.h"
#include "sync/wire/questionnaire_json.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdio>
#include <cstdlib>

/// RFC 8785 (JSON Canonicalization Scheme): no white space, members sorted by the UTF-16 code units of their names,
/// strings with the shortest escapes (section 3.2.2.2), numbers as ECMAScript writes a double (section 3.2.2.3).

namespace smiley::wire {

namespace json = boost::json;

namespace {

/// Valid UTF-8 as UTF-16 code units: the order of members.
std::u16string utf16(std::string_view text)
{
    std::u16string units;
    for (std::size_t at = 0; at < text.size();) {
        const char32_t point = nextCodePoint(text, at);
        if (point < 0x10000) {
            units += static_cast<char16_t>(point);
        } else {
            units += static_cast<char16_t>(0xD800 + ((point - 0x10000) >> 10U));
            units += static_cast<char16_t>(0xDC00 + ((point - 0x10000) & 0x3FFU));
        }
    }
    return units;
}

void write(std::string& out, std::string_view text)
{
    constexpr std::string_view shortFrom = "\b\t\n\f\r\"\\";
    constexpr std::string_view shortTo = "btnfr\"\\";
    out += '"';
    for (const char letter : text) {
        if (const std::size_t at = shortFrom.find(letter); at != std::string_view::npos) {
            out += '\\';
            out += shortTo[at];
        } else if (static_cast<unsigned char>(letter) < 0x20) {
            std::array<char, 8> escape{};
            std::snprintf(escape.data(), escape.size(), "\\u%04x", static_cast<unsigned>(letter));
            out += escape.data();
        } else {
            out += letter;
        }
    }
    out += '"';
}

/// ECMAScript, Number::toString: the shortest digits that read back, as 123, 0.00123 or 1.23e+21.
void write(std::string& out, double number)
{
    if (number == 0) {
        out += '0'; // also for -0
        return;
    }
    if (number < 0) {
        out += '-';
    }
    std::array<char, 40> buffer{};
    const auto end =
        std::to_chars(buffer.data(), buffer.data() + buffer.size(), std::abs(number), std::chars_format::scientific);
    const std::string_view text(buffer.data(), static_cast<std::size_t>(end.ptr - buffer.data()));
    const std::size_t e = text.find('e');
    std::string digits(text.substr(0, e));
    std::erase(digits, '.');
    const int point = std::atoi(text.data() + e + 1) + 1; // the decimal point stands behind so many digits
    const int size = static_cast<int>(digits.size());
    const auto zeros = [](int count) { return std::string(static_cast<std::size_t>(count), '0'); };
    if (point > 21 || point < -5) {
        out += digits.substr(0, 1);
        if (size > 1) {
            out += '.' + digits.substr(1);
        }
        out += (point > 0 ? "e+" : "e-") + std::to_string(std::abs(point - 1));
    } else if (point <= 0) {
        out += "0." + zeros(-point) + digits;
    } else if (point >= size) {
        out += digits + zeros(point - size);
    } else {
        out += digits.substr(0, static_cast<std::size_t>(point)) + '.' + digits.substr(static_cast<std::size_t>(point));
    }
}

void write(std::string& out, const json::value& value)
{
    switch (value.kind()) {
    case json::kind::null: out += "null"; return;
    case json::kind::bool_: out += value.get_bool() ? "true" : "false"; return;
    case json::kind::int64: write(out, static_cast<double>(value.get_int64())); return;
    case json::kind::uint64: write(out, static_cast<double>(value.get_uint64())); return;
    case json::kind::double_: write(out, value.get_double()); return;
    case json::kind::string: write(out, std::string_view(value.get_string())); return;
    case json::kind::array: {
        out += '[';
        const char* separator = "";
        for (const json::value& item : value.get_array()) {
            out += separator;
            separator = ",";
            write(out, item);
        }
        out += ']';
        return;
    }
    case json::kind::object: {
        std::vector<std::pair<std::u16string, const json::key_value_pair*>> members;
        for (const auto& member : value.get_object()) {
            members.emplace_back(utf16(member.key()), &member);
        }
        std::sort(members.begin(), members.end());
        out += '{';
        const char* separator = "";
        for (const auto& [units, member] : members) {
            out += separator;
            separator = ",";
            write(out, std::string_view(member->key()));
            out += ':';
            write(out, member->value());
        }
        out += '}';
        return;
    }
    }
}

} // namespace

std::string canonicalJson(std::string_view json)
{
    std::string why;
    const auto value = parseJson(json, why);
    std::string text;
    if (value) {
        write(text, *value);
    }
    return text;
}

} // namespace smiley::wire
