// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/toml_reader.h"

#include <algorithm>
#include <cmath>
#include <sstream>

namespace smiley::platform {
namespace {

std::string shown(double value)
{
    std::ostringstream stream;
    stream << value;
    return stream.str();
}

/// UTF-8 characters, as a person counts them well enough for a limit.
std::size_t characters(std::string_view text)
{
    return static_cast<std::size_t>(std::count_if(
        text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

} // namespace

void SettingsFaults::add(std::uint32_t line, const std::string& key, const std::string& what)
{
    std::string fault = m_fileName + ':' + std::to_string(line) + ": ";
    if (!key.empty()) {
        fault += key + ": ";
    }
    m_faults.emplace_back(line, fault + what);
}

std::string SettingsFaults::text() const
{
    auto sorted = m_faults;
    std::stable_sort(sorted.begin(), sorted.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    std::string all;
    for (const auto& [line, fault] : sorted) {
        all += (all.empty() ? "" : "\n") + fault;
    }
    return all;
}

const toml::node* TomlReader::take(std::string_view key)
{
    m_known.emplace(key);
    return m_table.get(key);
}

void TomlReader::fault(std::string_view key, const std::string& what)
{
    const toml::node* node = m_table.get(key);
    const std::uint32_t line = node != nullptr ? node->source().begin.line : m_table.source().begin.line;
    m_faults.add(line, m_prefix + std::string(key), what);
}

void TomlReader::text(std::string_view key, std::string& target, std::size_t charactersMax)
{
    const toml::node* node = take(key);
    if (node == nullptr) {
        return;
    }
    const auto value = node->value_exact<std::string>();
    if (!value) {
        fault(key, "is not a text; write it in quotation marks");
    } else if (value->empty() || characters(*value) > charactersMax) {
        fault(key,
              "has " + std::to_string(characters(*value)) + " characters; write 1 to " + std::to_string(charactersMax));
    } else {
        target = *value;
    }
}

void TomlReader::flag(std::string_view key, bool& target)
{
    const toml::node* node = take(key);
    if (node == nullptr) {
        return;
    }
    if (const auto value = node->value_exact<bool>()) {
        target = *value;
    } else {
        fault(key, "is neither true nor false; write one of them, without quotation marks");
    }
}

void TomlReader::integer(std::string_view key, std::int64_t& target, std::int64_t min, std::int64_t max,
                         std::string_view unit)
{
    const toml::node* node = take(key);
    if (node == nullptr) {
        return;
    }
    const std::string range =
        "write a whole number of " + std::string(unit) + " from " + std::to_string(min) + " to " + std::to_string(max);
    const auto value = node->value_exact<std::int64_t>();
    if (!value) {
        fault(key, "is not a whole number; " + range);
    } else if (*value < min || *value > max) {
        fault(key, std::to_string(*value) + " is outside its limits; " + range);
    } else {
        target = *value;
    }
}

void TomlReader::number(std::string_view key, std::optional<double>& target, double min, double max,
                        std::string_view unit)
{
    const toml::node* node = take(key);
    if (node == nullptr) {
        return;
    }
    const std::string range = "write a number of " + std::string(unit) + " from " + shown(min) + " to " + shown(max);
    const auto value = node->is_number() ? node->value<double>() : std::nullopt;
    if (!value) {
        fault(key, "is not a number; " + range);
    } else if (!std::isfinite(*value) || *value < min || *value > max) {
        fault(key, shown(*value) + " is outside its limits; " + range);
    } else {
        target = *value;
    }
}

void TomlReader::list(std::string_view key, std::vector<std::string>& target, std::size_t countMax,
                      const std::function<bool(const std::string&)>& isValid, std::string_view expected)
{
    const toml::node* node = take(key);
    if (node == nullptr) {
        return;
    }
    const toml::array* array = node->as_array();
    if (array == nullptr) {
        fault(key, "is not a list; write [\"…\", \"…\"]");
        return;
    }
    if (array->size() > countMax) {
        fault(key, "has " + std::to_string(array->size()) + " entries; write at most " + std::to_string(countMax));
        return;
    }
    std::vector<std::string> values;
    for (const toml::node& entry : *array) {
        const auto value = entry.value_exact<std::string>();
        if (!value || !isValid(*value)) {
            fault(key, (value ? '"' + *value + '"' : std::string("an entry")) + " is not " + std::string(expected));
            return;
        }
        if (std::find(values.begin(), values.end(), *value) != values.end()) {
            fault(key, '"' + *value + "\" is there twice; write it once");
            return;
        }
        values.push_back(*value);
    }
    target = std::move(values);
}

const toml::table* TomlReader::table(std::string_view key)
{
    const toml::node* node = take(key);
    if (node == nullptr) {
        return nullptr;
    }
    const toml::table* table = node->as_table();
    if (table == nullptr) {
        fault(key, "is not a section; write [" + m_prefix + std::string(key) + "] and its keys below");
    }
    return table;
}

void TomlReader::finish()
{
    for (const auto& [key, node] : m_table) {
        if (m_known.find(key.str()) == m_known.end()) {
            std::string known;
            for (const auto& name : m_known) {
                known += (known.empty() ? "" : ", ") + name;
            }
            m_faults.add(node.source().begin.line, m_prefix + std::string(key.str()),
                         "unknown; remove it or write one of: " + known);
        }
    }
}

} // namespace smiley::platform
