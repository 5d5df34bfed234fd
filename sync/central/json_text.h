// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <concepts>
#include <string>
#include <string_view>

/// The few JSON texts that the centre itself writes (lists, --json). Those that stands read are sync/wire's.

namespace smiley::central {

/// A JSON string (RFC 8259) of UTF-8 text, with its quotes.
[[nodiscard]] std::string jsonString(std::string_view text);

/// An object, in the order in which members are added.
class JsonObject {
public:
    JsonObject& add(std::string_view name, std::string_view value) { return raw(name, jsonString(value)); }
    JsonObject& add(std::string_view name, const char* value) { return raw(name, jsonString(value)); }
    template <std::same_as<bool> Boolean>
    JsonObject& add(std::string_view name, Boolean value)
    {
        return raw(name, value ? "true" : "false");
    }
    template <std::integral Integer>
    requires(!std::same_as<Integer, bool>) JsonObject& add(std::string_view name, Integer value)
    {
        return raw(name, std::to_string(value));
    }
    /// `json` is JSON already.
    JsonObject& raw(std::string_view name, std::string_view json)
    {
        m_members += (m_members.empty() ? "" : ",") + jsonString(name) + ':';
        m_members += json;
        return *this;
    }
    [[nodiscard]] std::string text() const { return '{' + m_members + '}'; }

private:
    std::string m_members;
};

/// An array of JSON texts.
class JsonArray {
public:
    void raw(std::string_view json)
    {
        m_items += m_items.empty() ? "" : ",";
        m_items += json;
    }
    [[nodiscard]] std::string text() const { return '[' + m_items + ']'; }

private:
    std::string m_items;
};

} // namespace smiley::central
