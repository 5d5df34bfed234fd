// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/ids.h"
#include "app/core/time.h"
#include "sync/wire/questionnaire_json.h"

#include <boost/json.hpp>

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// Reading JSON objects member by member, with every fault named. Only for this folder's .cpp files.

namespace smiley::wire {

/// Deepest nesting that is read.
inline constexpr std::size_t jsonDepthMax = 32;
/// Largest whole number that every JSON reader keeps (RFC 7493): 2^53 - 1.
inline constexpr std::uint64_t jsonNumberMax = (std::uint64_t{1} << 53U) - 1;

/// One JSON value and nothing behind it: strict UTF-8, at most jsonDepthMax deep. On failure nothing, and `why` says
/// what is wrong and where.
[[nodiscard]] std::optional<boost::json::value> parseJson(std::string_view text, std::string& why,
                                                          boost::json::storage_ptr storage = {});

/// A member of `pointer` (RFC 6901).
[[nodiscard]] std::string pointerTo(std::string_view pointer, std::string_view member);
[[nodiscard]] std::string pointerTo(std::string_view pointer, std::size_t index);

/// The next code point of a valid UTF-8 text; `at` moves behind it.
[[nodiscard]] char32_t nextCodePoint(std::string_view utf8, std::size_t& at);
/// What may not stand in a text that people see or that ends in a log: control characters, line and paragraph
/// separators, marks that reorder or hide text. "U+202E at character 3", or nothing where the text is clean.
[[nodiscard]] std::optional<std::string> unprintable(std::string_view utf8);
/// Characters (code points) of a valid UTF-8 text.
[[nodiscard]] std::size_t characters(std::string_view utf8);

/// Whether it looks like a BCP 47 tag: 1 to 8 letters or digits between hyphens, beginning with 2 or 3 letters.
[[nodiscard]] bool isLanguageTag(std::string_view text);

/// The members of one JSON object. A reader that finds nothing usable adds a fault and returns an empty value, so that
/// a caller reads all members and asks once at the end.
///
/// A member that is null counts as missing.
class Fields {
public:
    Fields(const boost::json::object& object, std::string pointer, std::vector<DocumentFault>& faults)
        : m_object(object),
          m_pointer(std::move(pointer)),
          m_faults(faults)
    {}

    [[nodiscard]] bool has(std::string_view name) const { return find(name) != nullptr; }
    /// The member, or nullptr where it is missing.
    [[nodiscard]] const boost::json::value* find(std::string_view name) const;
    [[nodiscard]] std::string pointer(std::string_view name) const { return pointerTo(m_pointer, name); }
    void fault(std::string_view name, std::string message);

    /// 1 to `charactersMax` printable characters.
    std::string text(std::string_view name, std::size_t charactersMax = 200);
    /// The same, or empty where it is missing or empty.
    std::string optionalText(std::string_view name, std::size_t charactersMax = 200);
    /// Any JSON string up to `bytesMax`, for a text that is read by itself.
    std::string raw(std::string_view name, std::size_t bytesMax);
    /// One of `allowed`.
    std::string oneOf(std::string_view name, std::span<const std::string_view> allowed);
    /// A whole number in min..max.
    std::uint64_t count(std::string_view name, std::uint64_t max = jsonNumberMax, std::uint64_t min = 0);
    /// A finite number that isn't negative.
    double measure(std::string_view name);
    /// A whole number, also a negative one.
    std::int64_t integer(std::string_view name);
    /// False where it is missing.
    bool flag(std::string_view name);
    std::optional<core::Day> day(std::string_view name);
    /// {"name": whole number, …}; empty where it is missing.
    std::map<std::string, std::uint64_t> counts(std::string_view name);
    /// nullptr with a fault where it is missing or something else.
    const boost::json::object* object(std::string_view name);
    const boost::json::array* array(std::string_view name);

    /// A strong id; `rule` says how it should look.
    template <class Id>
    std::optional<Id> id(std::string_view name, std::string_view rule)
    {
        const boost::json::value* value = find(name);
        if (value != nullptr && value->is_string()) {
            if (auto id = Id::parse(value->get_string())) {
                return id;
            }
        }
        fault(name, "must be " + std::string(rule));
        return std::nullopt;
    }
    /// The same, or nothing where it is missing.
    template <class Id>
    std::optional<Id> optionalId(std::string_view name, std::string_view rule)
    {
        return has(name) ? id<Id>(name, rule) : std::nullopt;
    }

private:
    const boost::json::object& m_object;
    std::string m_pointer;
    std::vector<DocumentFault>& m_faults;
};

inline constexpr std::string_view slugRule = "3 to 40 lower-case letters, digits and hyphens, beginning with a letter";
inline constexpr std::string_view keyRule =
    "1 to 32 letters, digits, '_', '-' and '.', beginning with a letter or digit";
inline constexpr std::string_view hashRule = "a SHA-256 in 64 lower-case hexadecimal digits";
inline constexpr std::string_view epochRule = "an epoch of 32 lower-case hexadecimal digits";

/// The faults in one line, "/a: …; /b: …".
[[nodiscard]] std::string inOneLine(const std::vector<DocumentFault>& faults);

} // namespace smiley::wire
