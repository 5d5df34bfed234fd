// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/wire/fields.h"
#include "sync/wire/questionnaire_json.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>

/// RFC 8785 (JSON Canonicalization Scheme): no white space, members sorted by the UTF-16 code units of their names,
/// strings with the shortest escapes (section 3.2.2.2), numbers as ECMAScript writes a double (section 3.2.2.3): for whole
/// numbers up to 2^53 these are their plain digits. Nothing that is made canonical here holds other numbers, so they are
/// refused, which spares a correctly rounding reader of fractions (Boost.JSON 1.81 has none).

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

bool isExact(const json::value& number)
{
    const auto max = static_cast<std::int64_t>(jsonNumberMax);
    return number.get_int64() <= max && number.get_int64() >= -max;
}

/// False where the value holds a number that has no exact form.
bool write(std::string& out, const json::value& value)
{
    switch (value.kind()) {
    case json::kind::null: out += "null"; return true;
    case json::kind::bool_: out += value.get_bool() ? "true" : "false"; return true;
    case json::kind::int64: out += std::to_string(value.get_int64()); return isExact(value);
    case json::kind::uint64:
    case json::kind::double_: return false;
    case json::kind::string: write(out, std::string_view(value.get_string())); return true;
    case json::kind::array: {
        out += '[';
        const char* separator = "";
        for (const json::value& item : value.get_array()) {
            out += separator;
            separator = ",";
            if (!write(out, item)) {
                return false;
            }
        }
        out += ']';
        return true;
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
            if (!write(out, member->value())) {
                return false;
            }
        }
        out += '}';
        return true;
    }
    }
    std::abort();
}

} // namespace

std::string canonicalJson(std::string_view json)
{
    std::string why;
    const auto value = parseJson(json, why);
    std::string text;
    return value && write(text, *value) ? text : std::string();
}

} // namespace smiley::wire
