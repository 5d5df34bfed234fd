// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <toml++/toml.h>

#include <cstdint>
#include <functional>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace smiley::platform {

/// Collects every fault of one settings file as "stand.toml:12: raw_days: what is wrong; what to do".
class SettingsFaults {
public:
    explicit SettingsFaults(std::string fileName) : m_fileName(std::move(fileName)) {}

    void add(std::uint32_t line, const std::string& key, const std::string& what);
    [[nodiscard]] bool empty() const { return m_faults.empty(); }
    /// All of them, in the order of the file.
    [[nodiscard]] std::string text() const;

private:
    std::string m_fileName;
    std::vector<std::pair<std::uint32_t, std::string>> m_faults;
};

/// Reads one table of a TOML file. A key that isn't there leaves the target as it is; a wrong one is a fault and leaves
/// it too; a key that nobody asked for is a fault of `finish`.
class TomlReader {
public:
    TomlReader(const toml::table& table, std::string prefix, SettingsFaults& faults)
        : m_table(table),
          m_prefix(std::move(prefix)),
          m_faults(faults)
    {}

    void text(std::string_view key, std::string& target, std::size_t charactersMax);
    void flag(std::string_view key, bool& target);
    void integer(std::string_view key, std::int64_t& target, std::int64_t min, std::int64_t max, std::string_view unit);
    void number(std::string_view key, std::optional<double>& target, double min, double max, std::string_view unit);
    /// A list of texts, each once; `isValid` judges each and `expected` says what is.
    void list(std::string_view key, std::vector<std::string>& target, std::size_t countMax,
              const std::function<bool(const std::string&)>& isValid, std::string_view expected);
    /// The table below, or nothing where it isn't there.
    [[nodiscard]] const toml::table* table(std::string_view key);
    /// Any value, for what has a form of its own.
    [[nodiscard]] const toml::node* take(std::string_view key);

    [[nodiscard]] bool has(std::string_view key) const { return m_table.contains(key); }
    void fault(std::string_view key, const std::string& what);
    /// Names the keys that weren't asked for.
    void finish();

private:
    const toml::table& m_table;
    std::string m_prefix; ///< "times." or empty
    SettingsFaults& m_faults;
    std::set<std::string, std::less<>> m_known;
};

} // namespace smiley::platform
