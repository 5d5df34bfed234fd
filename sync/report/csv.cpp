// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/report/csv.h"

#include "app/core/code_points.h"

#include <cassert>
#include <cstddef>

namespace smiley::report {

namespace {

/// Control characters, line and paragraph separators, and marks that reorder or hide text.
bool isHidden(char32_t point)
{
    return point < 0x20 || (point >= 0x7F && point < 0xA0) || point == 0xAD || point == 0x61C ||
           (point >= 0x200B && point <= 0x200F) || (point >= 0x2028 && point <= 0x202E) ||
           (point >= 0x2060 && point <= 0x206F) || point == 0xFEFF || (point >= 0xE0000 && point <= 0xE007F);
}

/// What a spreadsheet may take for the beginning of a formula.
bool startsFormula(char32_t point)
{
    switch (point) {
    case '=':
    case '+':
    case '-':
    case '@':
    case '\t':
    case '\r':
    case 0xFF1D:
    case 0xFF0B:
    case 0xFF0D:
    case 0xFF20: return true;
    default: return false;
    }
}

bool isSpace(char32_t point) { return point == ' ' || point == 0xA0 || point == 0x3000 || point == '\n'; }

void append(std::string& out, std::string_view cell)
{
    if (cell.find_first_of(",\"\r\n") == std::string_view::npos) {
        out += cell;
        return;
    }
    out += '"';
    for (const char c : cell) {
        out += c;
        if (c == '"') {
            out += '"';
        }
    }
    out += '"';
}

} // namespace

std::string_view text(FieldType type)
{
    switch (type) {
    case FieldType::String: return "string";
    case FieldType::Integer: return "integer";
    case FieldType::Number: return "number";
    case FieldType::Date: return "date";
    case FieldType::Boolean: return "boolean";
    }
    assert(false);
    return {};
}

std::string guarded(std::string_view text)
{
    std::string clean;
    bool formula = false;
    bool begun = false; // a character was seen that is neither a space nor left out
    for (std::size_t at = 0; at < text.size();) {
        const core::CodePoint character = core::decode(text, at);
        at += character.bytes;
        if (!begun) {
            formula = formula || startsFormula(character.code);
            begun = !isSpace(character.code) && !isHidden(character.code);
        }
        if (!isHidden(character.code)) {
            core::append(clean, character.code);
        }
    }
    return formula ? "'" + clean : clean;
}

std::string toCsv(const Table& table)
{
    std::string out;
    for (std::size_t i = 0; i < table.fields.size(); ++i) {
        out += i == 0 ? "" : ",";
        append(out, table.fields[i].name);
    }
    out += "\r\n";
    for (const auto& row : table.rows) {
        assert(row.size() == table.fields.size());
        for (std::size_t i = 0; i < row.size(); ++i) {
            out += i == 0 ? "" : ",";
            if (table.fields[i].type == FieldType::String) {
                append(out, guarded(row[i]));
            } else {
                append(out, row[i]);
            }
        }
        out += "\r\n";
    }
    return out;
}

} // namespace smiley::report
