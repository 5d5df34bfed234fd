// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

/// UTF-8 and what kind of character a code point is, as far as cleaning a comment needs it (Unicode 15, by block).

namespace smiley::core {

struct CodePoint {
    char32_t code;     ///< U+FFFD where the bytes are no character
    std::size_t bytes; ///< at least one
    bool isValid;
};

inline constexpr char32_t replacement = 0xFFFD;
inline constexpr char32_t zeroWidthNonJoiner = 0x200C;
inline constexpr char32_t zeroWidthJoiner = 0x200D;

/// The code point at byte `at`, which is inside the text. Overlong forms, surrogates and what lies above U+10FFFF are
/// not valid (RFC 3629); of those one byte is taken.
[[nodiscard]] CodePoint decode(std::string_view utf8, std::size_t at);
/// Adds the code point in one to four bytes. A surrogate or what lies above U+10FFFF isn't replaced: the text is then not
/// valid.
void append(std::string& utf8, char32_t code);

/// Nobody sees it and no text needs it: controls, bidi marks and overrides, zero-width characters, tags,
/// noncharacters. The two joiners are not among them.
[[nodiscard]] bool isHidden(char32_t code);
/// A space or a control character that stands for one; not the newline.
[[nodiscard]] bool isBlank(char32_t code);
/// Belongs to the character before it: accents, vowel signs, variation selectors, skin tones, the joiners.
[[nodiscard]] bool isMark(char32_t code);
[[nodiscard]] bool isEmoji(char32_t code);
[[nodiscard]] bool isRegionalIndicator(char32_t code);
[[nodiscard]] bool isArabicLetter(char32_t code);
/// Anything that isn't a digit, blank, mark, punctuation or symbol.
[[nodiscard]] bool isLetter(char32_t code);
/// 0-9 in any script, also superscript, circled and full-width; -1 for anything else.
[[nodiscard]] int digitValue(char32_t code);

/// The small letter of a Latin, Greek or Cyrillic capital; anything else, also what is no code point, as it is.
[[nodiscard]] char32_t lowered(char32_t code);
/// What is compared: lower case without accents (å, æ and ø stay; ä is æ, ö is ø), digits 0-9, one kind of space,
/// dash, dot, slash, at, apostrophe; full-width forms as the usual ones.
[[nodiscard]] char32_t folded(char32_t code);

} // namespace smiley::core
