// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

/// A table of a package, and how it is written: CSV of RFC 4180 (comma, CRLF, quotes doubled), UTF-8 without a mark.
///
/// Texts come from stands and questionnaires, and end in spreadsheets. In a text cell control characters and marks that
/// reorder or hide text are left out, what isn't UTF-8 becomes U+FFFD, and where the first character that isn't a space
/// is one of = + - @ (also full width), tab or carriage return, a ' is put before it, so that no program takes it for a
/// formula (OWASP, CSV Injection).

namespace smiley::report {

enum class FieldType : std::uint8_t { String, Integer, Number, Date, Boolean };
[[nodiscard]] std::string_view text(FieldType type); ///< as in Frictionless Table Schema

struct Field {
    std::string name;
    FieldType type = FieldType::String;
    std::string description;
};

struct Table {
    std::string name; ///< of the resource; the file is "<name>.csv"
    std::string description;
    std::vector<Field> fields;
    std::vector<std::string> primaryKey; ///< may be empty
    /// One text per field; empty: no value. Numbers with a point.
    std::vector<std::vector<std::string>> rows;
};

/// The text as it may stand in a cell, before quoting.
[[nodiscard]] std::string guarded(std::string_view text);
[[nodiscard]] std::string toCsv(const Table& table);

} // namespace smiley::report
