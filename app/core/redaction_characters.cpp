// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/code_points.h"
#include "app/core/redaction.h"

/// The length of a text as people count it: Unicode's grapheme clusters (UAX 29), as far as our languages need them.

namespace smiley::core {

namespace {

/// The end of the character at byte `at`.
std::size_t characterEnd(std::string_view utf8, std::size_t at)
{
    CodePoint point = decode(utf8, at);
    at += point.bytes;
    bool isFirstOfFlag = isRegionalIndicator(point.code);
    for (std::size_t points = 1; points < characterPointsMax && at < utf8.size(); ++points) {
        const CodePoint next = decode(utf8, at);
        const bool isAfterJoiner = point.code == zeroWidthJoiner && isEmoji(next.code);
        const bool isFlag = isFirstOfFlag && isRegionalIndicator(next.code);
        const bool isLineEnd = point.code == '\r' && next.code == '\n';
        if (!isMark(next.code) && !isAfterJoiner && !isFlag && !isLineEnd) {
            break;
        }
        isFirstOfFlag = false;
        point = next;
        at += next.bytes;
    }
    return at;
}

} // namespace

std::size_t characters(std::string_view utf8)
{
    std::size_t count = 0;
    for (std::size_t at = 0; at < utf8.size(); at = characterEnd(utf8, at)) {
        ++count;
    }
    return count;
}

std::string firstCharacters(std::string_view utf8, std::size_t most)
{
    std::size_t at = 0;
    for (std::size_t count = 0; count < most && at < utf8.size(); ++count) {
        at = characterEnd(utf8, at);
    }
    return std::string(utf8.substr(0, at));
}

std::string withoutLastCharacter(std::string_view utf8)
{
    std::size_t last = 0;
    for (std::size_t at = 0; at < utf8.size(); at = characterEnd(utf8, at)) {
        last = at;
    }
    return std::string(utf8.substr(0, last));
}

} // namespace smiley::core
