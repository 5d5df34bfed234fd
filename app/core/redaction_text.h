// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/redaction.h"

#include <cstddef>
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <vector>

/// Inside of redaction: the text as it is searched, and what the searches give.

namespace smiley::core::redaction {

inline constexpr std::string_view removedText = "[fjernet]";
inline constexpr std::string_view staffText = "[medarbejder]";

/// Stands for "[fjernet]" or "[medarbejder]" in the text: no search finds it or looks across it.
inline constexpr char32_t barrier = 0x110000;

/// One character as it is searched: folded, with its accents. What was hidden is gone before.
struct Symbol {
    char32_t code;
    bool isLetter;
    bool isCapital;
    std::size_t begin; ///< in bytes of the text
    std::size_t end;

    [[nodiscard]] bool isDigit() const { return code >= '0' && code <= '9'; }
    [[nodiscard]] bool isSpace() const { return code == ' ' || code == '\n'; }
};

/// Asking beyond an end gives a newline, which belongs to nothing.
class Symbols {
public:
    explicit Symbols(std::string_view utf8);
    [[nodiscard]] std::size_t size() const { return m_symbols.size(); }
    [[nodiscard]] const Symbol& operator[](std::size_t at) const
    {
        return at < m_symbols.size() ? m_symbols[at] : m_outside;
    }
    /// The symbol before `at`.
    [[nodiscard]] const Symbol& before(std::size_t at) const { return at == 0 ? m_outside : (*this)[at - 1]; }
    /// The text says `ascii` (lower case) from `at` on.
    [[nodiscard]] bool says(std::size_t at, std::string_view ascii) const;
    /// The end of the letters from `at` on.
    [[nodiscard]] std::size_t wordEnd(std::size_t at) const;
    /// The beginning of the letters that end before `end`.
    [[nodiscard]] std::size_t wordBegin(std::size_t end) const;
    /// The end of what isn't space from `at` on.
    [[nodiscard]] std::size_t chunkEnd(std::size_t at) const;
    /// Where what isn't space begins at the end of the text.
    [[nodiscard]] std::size_t lastChunk() const { return m_lastChunk; }
    /// The letters are one of these words.
    [[nodiscard]] bool isWord(std::size_t begin, std::size_t end, std::span<const std::string_view> words) const;

private:
    std::vector<Symbol> m_symbols;
    std::size_t m_lastChunk;
    Symbol m_outside{'\n', false, false, 0, 0};
};

/// Symbols to be taken out.
struct Match {
    std::size_t begin;
    std::size_t end;
    std::size_t seen; ///< as far as the search looked; while somebody writes there, nothing is decided
    Trace trace;
};
using Matches = std::vector<Match>;

/// CPR numbers, phone numbers, runs of digits.
void findNumbers(const Symbols& text, Matches& matches);
/// CPR numbers with the month as a word, and digits written as words.
void findSpelledNumbers(const Symbols& text, Matches& matches);
/// E-mail addresses and addresses of pages.
void findAddresses(const Symbols& text, Matches& matches);
void findNames(const Symbols& text, const StaffNames& names, Matches& matches);

} // namespace smiley::core::redaction
