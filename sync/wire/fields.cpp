// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/wire/fields.h"

#include <array>
#include <cmath>
#include <cstdio>
#include <tuple>

namespace smiley::wire {

namespace json = boost::json;

namespace {

bool isUnprintable(char32_t point)
{
    return point < 0x20 || (point >= 0x7F && point <= 0x9F) // control characters
           || point == 0x061C || point == 0x200E || point == 0x200F || (point >= 0x202A && point <= 0x202E) ||
           (point >= 0x2066 && point <= 0x2069)                                        // marks of direction
           || point == 0x2028 || point == 0x2029                                       // line and paragraph separator
           || point == 0x00AD || point == 0x200B || point == 0x2060 || point == 0xFEFF // hidden
           || (point & 0xFFFEU) == 0xFFFE || (point >= 0xFDD0 && point <= 0xFDEF)      // no characters
           || (point >= 0xE0000 && point <= 0xE0FFF);                                  // hidden tags
}

} // namespace

std::optional<json::value> parseJson(std::string_view text, std::string& why, json::storage_ptr storage)
{
    json::parse_options options;
    options.max_depth = jsonDepthMax;
    json::parser parser({}, options);
    parser.reset(std::move(storage));
    json::error_code error;
    const std::size_t used = parser.write_some(text.data(), text.size(), error);
    if (!error && used < text.size()) {
        error = json::error::extra_data;
    }
    if (error) {
        why = "not JSON (UTF-8, at most " + std::to_string(jsonDepthMax) + " levels): " + error.message() +
              " at byte " + std::to_string(used + 1);
        return std::nullopt;
    }
    return parser.release();
}

std::string pointerTo(std::string_view pointer, std::string_view member)
{
    std::string result(pointer);
    result += '/';
    if (unprintable(member)) {
        return result + '?'; // pointers are shown to people
    }
    for (const char letter : member) {
        if (letter == '~') {
            result += "~0";
        } else if (letter == '/') {
            result += "~1";
        } else {
            result += letter;
        }
    }
    return result;
}

std::string pointerTo(std::string_view pointer, std::size_t index)
{
    return std::string(pointer) + "/" + std::to_string(index);
}

char32_t nextCodePoint(std::string_view utf8, std::size_t& at)
{
    const auto first = static_cast<unsigned char>(utf8[at++]);
    const int more = first < 0x80 ? 0 : first < 0xE0 ? 1 : first < 0xF0 ? 2 : 3;
    char32_t point = more == 0 ? first : first & (0x3FU >> static_cast<unsigned>(more));
    for (int i = 0; i < more && at < utf8.size(); ++i) {
        point = (point << 6U) | (static_cast<unsigned char>(utf8[at++]) & 0x3FU);
    }
    return point;
}

std::optional<std::string> unprintable(std::string_view utf8)
{
    std::size_t position = 0;
    for (std::size_t at = 0; at < utf8.size();) {
        const char32_t point = nextCodePoint(utf8, at);
        ++position;
        if (isUnprintable(point)) {
            std::array<char, 16> name{};
            std::snprintf(name.data(), name.size(), "U+%04X", static_cast<unsigned>(point));
            return std::string(name.data()) + " at character " + std::to_string(position);
        }
    }
    return std::nullopt;
}

std::size_t characters(std::string_view utf8)
{
    std::size_t count = 0;
    for (std::size_t at = 0; at < utf8.size(); ++count) {
        std::ignore = nextCodePoint(utf8, at);
    }
    return count;
}

bool isLanguageTag(std::string_view text)
{
    if (text.size() > 35) {
        return false;
    }
    std::size_t part = 0;
    std::size_t length = 0;
    for (const char letter : text) {
        const bool isLetter = (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z');
        const bool isDigit = letter >= '0' && letter <= '9';
        if (letter == '-') {
            if (length == 0 || (part == 0 && length < 2)) {
                return false;
            }
            ++part;
            length = 0;
        } else if ((!isLetter && (!isDigit || part == 0)) || ++length > (part == 0 ? 3U : 8U)) {
            return false;
        }
    }
    return part == 0 ? length >= 2 : length >= 1;
}

const json::value* Fields::find(std::string_view name) const
{
    const json::value* value = m_object.if_contains(name);
    return value == nullptr || value->is_null() ? nullptr : value;
}

void Fields::fault(std::string_view name, std::string message)
{
    m_faults.push_back({pointer(name), find(name) == nullptr ? "is missing; it " + message : std::move(message)});
}

std::string Fields::text(std::string_view name, std::size_t charactersMax)
{
    const json::value* value = find(name);
    const std::string rule = "must be a text of 1 to " + std::to_string(charactersMax) + " characters";
    if (value == nullptr || !value->is_string() || value->get_string().empty() ||
        characters(value->get_string()) > charactersMax) {
        fault(name, rule);
        return {};
    }
    const std::string_view text = value->get_string();
    if (const auto found = unprintable(text)) {
        fault(name, "has a control or direction character, " + *found + "; take it out");
        return {};
    }
    return std::string(text);
}

std::string Fields::optionalText(std::string_view name, std::size_t charactersMax)
{
    const json::value* value = find(name);
    if (value == nullptr || (value->is_string() && value->get_string().empty())) {
        return {};
    }
    return text(name, charactersMax);
}

std::string Fields::raw(std::string_view name, std::size_t bytesMax)
{
    const json::value* value = find(name);
    if (value == nullptr || !value->is_string() || value->get_string().size() > bytesMax) {
        fault(name, "must be a text of at most " + std::to_string(bytesMax) + " bytes");
        return {};
    }
    return std::string(value->get_string());
}

std::string Fields::oneOf(std::string_view name, std::span<const std::string_view> allowed)
{
    const json::value* value = find(name);
    std::string rule = "must be one of";
    for (const std::string_view one : allowed) {
        if (value != nullptr && value->is_string() && value->get_string() == one) {
            return std::string(one);
        }
        rule += " \"" + std::string(one) + "\"";
    }
    fault(name, rule);
    return {};
}

std::uint64_t Fields::count(std::string_view name, std::uint64_t max, std::uint64_t min)
{
    const json::value* value = find(name);
    json::error_code error;
    const auto number = value != nullptr && (value->is_int64() || value->is_uint64())
                            ? value->to_number<std::uint64_t>(error)
                            : max + 1;
    if (error || number > max || number < min) {
        fault(name, "must be a whole number from " + std::to_string(min) + " to " + std::to_string(max));
        return min;
    }
    return number;
}

double Fields::measure(std::string_view name)
{
    const json::value* value = find(name);
    json::error_code error;
    const double number = value != nullptr && value->is_number() ? value->to_number<double>(error) : -1;
    if (error || !std::isfinite(number) || number < 0) {
        fault(name, "must be a number that isn't negative");
        return 0;
    }
    return number;
}

std::int64_t Fields::integer(std::string_view name)
{
    const json::value* value = find(name);
    if (value == nullptr || !value->is_int64()) {
        fault(name, "must be a whole number");
        return 0;
    }
    return value->get_int64();
}

bool Fields::flag(std::string_view name)
{
    const json::value* value = find(name);
    if (value == nullptr) {
        return false;
    }
    if (!value->is_bool()) {
        fault(name, "must be true or false");
        return false;
    }
    return value->get_bool();
}

std::optional<core::Day> Fields::day(std::string_view name)
{
    const json::value* value = find(name);
    if (value != nullptr && value->is_string()) {
        if (const auto day = core::Day::parse(value->get_string())) {
            return day;
        }
    }
    fault(name, "must be an existing day, YYYY-MM-DD");
    return std::nullopt;
}

std::map<std::string, std::uint64_t> Fields::counts(std::string_view name)
{
    std::map<std::string, std::uint64_t> result;
    if (!has(name)) {
        return result;
    }
    if (const json::object* members = object(name)) {
        Fields fields(*members, pointer(name), m_faults);
        for (const auto& member : *members) {
            if (unprintable(member.key())) {
                fault(name, "has a name with a control or direction character");
                continue;
            }
            result[std::string(member.key())] = fields.count(member.key());
        }
    }
    return result;
}

const json::object* Fields::object(std::string_view name)
{
    const json::value* value = find(name);
    if (value == nullptr || !value->is_object()) {
        fault(name, "must be an object {…}");
        return nullptr;
    }
    return &value->get_object();
}

const json::array* Fields::array(std::string_view name)
{
    const json::value* value = find(name);
    if (value == nullptr || !value->is_array()) {
        fault(name, "must be a list […]");
        return nullptr;
    }
    return &value->get_array();
}

std::string inOneLine(const std::vector<DocumentFault>& faults)
{
    std::string line;
    for (const DocumentFault& fault : faults) {
        line += line.empty() ? "" : "; ";
        line += fault.pointer.empty() ? "the whole document" : fault.pointer;
        line += ": " + fault.message;
    }
    return line;
}

} // namespace smiley::wire
