// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/code_points.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <span>

namespace smiley::core {

namespace {

struct Range {
    char32_t first;
    char32_t last;
};

/// `ranges` in ascending order.
bool isIn(std::span<const Range> ranges, char32_t code)
{
    const auto after = std::upper_bound(ranges.begin(), ranges.end(), code,
                                        [](char32_t value, const Range& range) { return value < range.first; });
    return after != ranges.begin() && code <= std::prev(after)->last;
}

constexpr std::array hidden{
    Range{0x00, 0x08},       Range{0x0E, 0x1F},       Range{0x7F, 0x84},       Range{0x86, 0x9F},
    Range{0xAD, 0xAD},       Range{0x34F, 0x34F},     Range{0x61C, 0x61C},     Range{0x115F, 0x1160},
    Range{0x17B4, 0x17B5},   Range{0x180E, 0x180E},   Range{0x200B, 0x200B},   Range{0x200E, 0x200F},
    Range{0x202A, 0x202E},   Range{0x2060, 0x206F},   Range{0x3164, 0x3164},   Range{0xFDD0, 0xFDEF},
    Range{0xFEFF, 0xFEFF},   Range{0xFFA0, 0xFFA0},   Range{0xFFF0, 0xFFFB},   Range{0x1BCA0, 0x1BCA3},
    Range{0x1D173, 0x1D17A}, Range{0xE0000, 0xE00FF}, Range{0xE01F0, 0xE0FFF},
};

constexpr std::array blanks{
    Range{0x09, 0x09},     Range{0x0B, 0x0D},     Range{0x20, 0x20},     Range{0x85, 0x85},
    Range{0xA0, 0xA0},     Range{0x1680, 0x1680}, Range{0x2000, 0x200A}, Range{0x2028, 0x2029},
    Range{0x202F, 0x202F}, Range{0x205F, 0x205F}, Range{0x2800, 0x2800}, Range{0x3000, 0x3000},
};

constexpr std::array marks{
    Range{0x300, 0x36F},     Range{0x483, 0x489},   Range{0x591, 0x5BD},   Range{0x5BF, 0x5BF},
    Range{0x5C1, 0x5C2},     Range{0x5C4, 0x5C5},   Range{0x5C7, 0x5C7},   Range{0x610, 0x61A},
    Range{0x640, 0x640},     Range{0x64B, 0x65F},   Range{0x670, 0x670},   Range{0x6D6, 0x6DC},
    Range{0x6DF, 0x6E4},     Range{0x6E7, 0x6E8},   Range{0x6EA, 0x6ED},   Range{0x711, 0x711},
    Range{0x730, 0x74A},     Range{0x8D3, 0x8E1},   Range{0x8E3, 0x903},   Range{0x93A, 0x93C},
    Range{0x93E, 0x94F},     Range{0x951, 0x957},   Range{0x962, 0x963},   Range{0x981, 0x983},
    Range{0x9BC, 0x9BC},     Range{0x9BE, 0x9CD},   Range{0xE31, 0xE31},   Range{0xE34, 0xE3A},
    Range{0xE47, 0xE4E},     Range{0x180B, 0x180D}, Range{0x180F, 0x180F}, Range{0x1AB0, 0x1AFF},
    Range{0x1DC0, 0x1DFF},   Range{0x200C, 0x200D}, Range{0x20D0, 0x20FF}, Range{0x302A, 0x302F},
    Range{0x3099, 0x309A},   Range{0xFE00, 0xFE0F}, Range{0xFE20, 0xFE2F}, Range{0x1F3FB, 0x1F3FF},
    Range{0xE0100, 0xE01EF},
};

/// Punctuation and symbols beyond ASCII.
constexpr std::array symbols{
    Range{0xA1, 0xA9},     Range{0xAB, 0xB4},       Range{0xB6, 0xB9},       Range{0xBB, 0xBF},
    Range{0xD7, 0xD7},     Range{0xF7, 0xF7},       Range{0x2C2, 0x2C5},     Range{0x2D2, 0x2DF},
    Range{0x37E, 0x37E},   Range{0x387, 0x387},     Range{0x55A, 0x55F},     Range{0x589, 0x58A},
    Range{0x5BE, 0x5BE},   Range{0x5C0, 0x5C0},     Range{0x5C3, 0x5C3},     Range{0x5C6, 0x5C6},
    Range{0x5F3, 0x5F4},   Range{0x600, 0x60F},     Range{0x61B, 0x61F},     Range{0x66A, 0x66D},
    Range{0x6D4, 0x6D4},   Range{0x6DD, 0x6DE},     Range{0x6E9, 0x6E9},     Range{0x6FD, 0x6FE},
    Range{0x700, 0x70D},   Range{0x964, 0x965},     Range{0x2010, 0x2BFF},   Range{0x2E00, 0x2E7F},
    Range{0x2FF0, 0x3004}, Range{0x3008, 0x3020},   Range{0x3030, 0x3030},   Range{0x303D, 0x303F},
    Range{0x30FB, 0x30FB}, Range{0xE000, 0xF8FF},   Range{0xFD3E, 0xFD3F},   Range{0xFE10, 0xFE6F},
    Range{0xFF01, 0xFF0F}, Range{0xFF1A, 0xFF20},   Range{0xFF3B, 0xFF40},   Range{0xFF5B, 0xFF65},
    Range{0xFFE0, 0xFFFF}, Range{0x1D000, 0x1D1FF}, Range{0x1F000, 0x1FAFF}, Range{0xF0000, 0x10FFFF},
};

constexpr std::array emoji{
    Range{0xA9, 0xA9},     Range{0xAE, 0xAE},     Range{0x203C, 0x203C}, Range{0x2049, 0x2049}, Range{0x2122, 0x2122},
    Range{0x2139, 0x2139}, Range{0x2190, 0x21FF}, Range{0x2300, 0x23FF}, Range{0x25A0, 0x27BF}, Range{0x2900, 0x297F},
    Range{0x2B00, 0x2BFF}, Range{0x3030, 0x3030}, Range{0x303D, 0x303D}, Range{0x3297, 0x3299}, Range{0x1F000, 0x1FAFF},
};

constexpr std::array<char32_t, 21> zeros{0x30,  0x660, 0x6F0,  0x7C0,  0x966,  0x9E6,  0xA66,
                                         0xAE6, 0xB66, 0xBE6,  0xC66,  0xCE6,  0xD66,  0xE50,
                                         0xED0, 0xF20, 0x1040, 0x17E0, 0x1810, 0xFF10, 0x1FBF0};
/// Rows of the digits one to nine.
constexpr std::array<char32_t, 5> ones{0x2460, 0x2474, 0x24F5, 0x2776, 0x2780};

/// The letters of U+00E0 to U+00FF without what the Danish alphabet doesn't know.
constexpr std::u32string_view latin1 = U"aaaaæåæceeeeiiiidnooooø÷øuuuuyþy";
/// U+0100 to U+017F.
constexpr std::string_view latinA =
    "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkkllllllllllnnnnnnnnnoooooooo"
    "rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";
static_assert(latin1.size() == 0x20 && latinA.size() == 0x80);

struct Alike {
    char32_t code;
    char32_t as;
};

/// Ascending.
constexpr std::array alike{
    Alike{0x60, '\''},   Alike{0xB4, '\''},  Alike{0xB7, '.'},    Alike{0x218, 's'},   Alike{0x219, 's'},
    Alike{0x21A, 't'},   Alike{0x21B, 't'},  Alike{0x2BC, '\''},  Alike{0x2D7, '-'},   Alike{0x451, 0x435},
    Alike{0x60C, ','},   Alike{0x61B, ';'},  Alike{0x622, 0x627}, Alike{0x623, 0x627}, Alike{0x625, 0x627},
    Alike{0x629, 0x647}, Alike{0x66B, ','},  Alike{0x66C, '.'},   Alike{0x671, 0x627}, Alike{0x6A9, 0x643},
    Alike{0x6CC, 0x64A}, Alike{0x6D4, '.'},  Alike{0x2018, '\''}, Alike{0x2019, '\''}, Alike{0x201B, '\''},
    Alike{0x2022, '.'},  Alike{0x2024, '.'}, Alike{0x2027, '.'},  Alike{0x2043, '-'},  Alike{0x2044, '/'},
    Alike{0x2212, '-'},  Alike{0x2215, '/'}, Alike{0x2219, '.'},  Alike{0x2236, ':'},  Alike{0x223C, '~'},
    Alike{0x22C5, '.'},  Alike{0x2500, '-'}, Alike{0x2501, '-'},  Alike{0x2796, '-'},  Alike{0x29F8, '/'},
    Alike{0x2E3A, '-'},  Alike{0x2E3B, '-'}, Alike{0x3002, '.'},  Alike{0x301C, '~'},  Alike{0x30FB, '.'},
    Alike{0x30FC, '-'},  Alike{0xFE52, '.'}, Alike{0xFE58, '-'},  Alike{0xFE63, '-'},  Alike{0xFE6B, '@'},
};

std::uint8_t byteAt(std::string_view utf8, std::size_t at) { return static_cast<std::uint8_t>(utf8[at]); }

bool isEven(char32_t code) { return code % 2 == 0; }

char32_t withoutAccent(char32_t lower)
{
    if (lower >= 0xE0 && lower <= 0xFF) {
        return latin1[lower - 0xE0];
    }
    if (lower >= 0x100 && lower <= 0x17F) {
        return static_cast<char32_t>(latinA[lower - 0x100]);
    }
    return lower;
}

} // namespace

CodePoint decode(std::string_view utf8, std::size_t at)
{
    const std::uint8_t lead = byteAt(utf8, at);
    if (lead < 0x80) {
        return {lead, 1, true};
    }
    const std::size_t bytes = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    constexpr std::array<char32_t, 5> least{0, 0, 0x80, 0x800, 0x10000};
    const CodePoint invalid{replacement, 1, false};
    if (lead < 0xC2 || lead > 0xF4 || utf8.size() - at < bytes) {
        return invalid;
    }
    char32_t code = lead & (0x7FU >> bytes);
    for (std::size_t i = 1; i < bytes; ++i) {
        const std::uint8_t next = byteAt(utf8, at + i);
        if ((next & 0xC0U) != 0x80) {
            return invalid;
        }
        code = (code << 6U) | (next & 0x3FU);
    }
    const bool isSurrogate = code >= 0xD800 && code <= 0xDFFF;
    if (code < least.at(bytes) || code > 0x10FFFF || isSurrogate) {
        return invalid;
    }
    return {code, bytes, true};
}

void append(std::string& utf8, char32_t code)
{
    const auto put = [&utf8](char32_t byte) { utf8.push_back(static_cast<char>(byte)); };
    if (code < 0x80) {
        put(code);
    } else if (code < 0x800) {
        put(0xC0U | (code >> 6U));
        put(0x80U | (code & 0x3FU));
    } else if (code < 0x10000) {
        put(0xE0U | (code >> 12U));
        put(0x80U | ((code >> 6U) & 0x3FU));
        put(0x80U | (code & 0x3FU));
    } else {
        put(0xF0U | (code >> 18U));
        put(0x80U | ((code >> 12U) & 0x3FU));
        put(0x80U | ((code >> 6U) & 0x3FU));
        put(0x80U | (code & 0x3FU));
    }
}

bool isHidden(char32_t code) { return isIn(hidden, code) || (code & 0xFFFEU) == 0xFFFE; }

bool isBlank(char32_t code) { return isIn(blanks, code); }

bool isMark(char32_t code) { return code >= 0x300 && isIn(marks, code); }

bool isEmoji(char32_t code) { return isIn(emoji, code); }

bool isRegionalIndicator(char32_t code) { return code >= 0x1F1E6 && code <= 0x1F1FF; }

bool isArabicLetter(char32_t code)
{
    const bool isOfBlock = (code >= 0x620 && code <= 0x6FF) || (code >= 0x750 && code <= 0x77F) ||
                           (code >= 0x8A0 && code <= 0x8FF) || (code >= 0xFB50 && code <= 0xFDFF) ||
                           (code >= 0xFE70 && code <= 0xFEFC);
    return isOfBlock && isLetter(code);
}

bool isLetter(char32_t code)
{
    if (code < 0x80) {
        return (code >= 'a' && code <= 'z') || (code >= 'A' && code <= 'Z');
    }
    return !isIn(symbols, code) && !isMark(code) && !isBlank(code) && !isHidden(code) && digitValue(code) < 0;
}

int digitValue(char32_t code)
{
    if (code < 0x80) {
        return code >= '0' && code <= '9' ? static_cast<int>(code - '0') : -1;
    }
    for (const char32_t zero : zeros) {
        if (code >= zero && code <= zero + 9) {
            return static_cast<int>(code - zero);
        }
    }
    for (const char32_t one : ones) {
        if (code >= one && code <= one + 8) {
            return static_cast<int>(code - one) + 1;
        }
    }
    if (code >= 0x1D7CE && code <= 0x1D7FF) {
        return static_cast<int>((code - 0x1D7CE) % 10);
    }
    if (code == 0x2070 || (code >= 0x2074 && code <= 0x2079) || (code >= 0x2080 && code <= 0x2089)) {
        return static_cast<int>(code & 0x0FU);
    }
    switch (code) {
    case 0xB2: return 2;
    case 0xB3: return 3;
    case 0xB9: return 1;
    case 0x24EA: return 0;
    default: return -1; // every other code point
    }
}

char32_t lowered(char32_t code)
{
    const auto within = [code](char32_t first, char32_t last) { return code >= first && code <= last; };
    if (within('A', 'Z') || (within(0xC0, 0xDE) && code != 0xD7) || within(0x391, 0x3AB) || within(0x410, 0x42F)) {
        return code + 0x20;
    }
    if (within(0x400, 0x40F)) {
        return code + 0x50;
    }
    if (code == 0x178) {
        return 0xFF;
    }
    const bool oddIsUpper = within(0x139, 0x148) || within(0x179, 0x17E);
    const bool evenIsUpper = within(0x100, 0x137) || within(0x14A, 0x177) || within(0x218, 0x21B) ||
                             within(0x460, 0x481) || within(0x48A, 0x4BF) || within(0x1E00, 0x1EFF);
    return (oddIsUpper && !isEven(code)) || (evenIsUpper && isEven(code)) ? code + 1 : code;
}

char32_t folded(char32_t code)
{
    if (code >= 0xFF01 && code <= 0xFF5E) {
        code -= 0xFEE0;
    }
    if (const int digit = digitValue(code); digit >= 0) {
        return static_cast<char32_t>('0' + digit);
    }
    if (code == '\n') {
        return code;
    }
    if (isBlank(code)) {
        return ' ';
    }
    if (code >= 0x2010 && code <= 0x2015) {
        return '-';
    }
    const char32_t lower = withoutAccent(lowered(code));
    const auto* found = std::lower_bound(alike.begin(), alike.end(), lower,
                                         [](const Alike& entry, char32_t value) { return entry.code < value; });
    return found != alike.end() && found->code == lower ? found->as : lower;
}

} // namespace smiley::core
