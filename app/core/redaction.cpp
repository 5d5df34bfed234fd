// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/redaction.h"

#include "app/core/code_points.h"
#include "app/core/redaction_text.h"

#include <algorithm>
#include <optional>

/// In this order: hidden characters go, so that nothing is hidden by them; then all searches look at the same text;
/// then what they found is replaced. This is repeated until nothing changes (what is left of a number may be found only
/// when its neighbour is gone).

namespace smiley::core {

namespace redaction {

Symbols::Symbols(std::string_view utf8)
{
    m_symbols.reserve(utf8.size());
    for (std::size_t at = 0; at < utf8.size();) {
        const std::string_view rest = utf8.substr(at);
        const std::string_view token = rest.starts_with(removedText) ? removedText
                                       : rest.starts_with(staffText) ? staffText
                                                                     : std::string_view();
        if (!token.empty()) {
            m_symbols.push_back({barrier, false, false, at, at + token.size()});
            at += token.size();
            continue;
        }
        const CodePoint point = decode(utf8, at);
        const std::size_t end = at + point.bytes;
        if (isMark(point.code) && !m_symbols.empty() && m_symbols.back().code != barrier) {
            Symbol& base = m_symbols.back();
            constexpr char32_t ring = 0x30A;
            constexpr char32_t twoDots = 0x308;
            if (point.code == ring && base.code == 'a') {
                base.code = U'å';
            } else if (point.code == twoDots && base.code == 'a') {
                base.code = U'æ';
            } else if (point.code == twoDots && base.code == 'o') {
                base.code = U'ø';
            }
            base.end = end;
        } else {
            const bool capital = lowered(point.code) != point.code;
            const char32_t code = folded(point.code);
            m_symbols.push_back({code, isLetter(point.code), capital, at, end});
        }
        at = end;
    }
    m_lastChunk = size();
    while (m_lastChunk > 0 && !before(m_lastChunk).isSpace() && before(m_lastChunk).code != barrier) {
        --m_lastChunk;
    }
}

bool Symbols::says(std::size_t at, std::string_view ascii) const
{
    return at + ascii.size() <= size() &&
           std::equal(ascii.begin(), ascii.end(), m_symbols.begin() + static_cast<std::ptrdiff_t>(at),
                      [](char letter, const Symbol& symbol) { return symbol.code == static_cast<char32_t>(letter); });
}

std::size_t Symbols::wordEnd(std::size_t at) const
{
    while (at < size() && m_symbols[at].isLetter) {
        ++at;
    }
    return at;
}

std::size_t Symbols::wordBegin(std::size_t end) const
{
    while (end > 0 && m_symbols[end - 1].isLetter) {
        --end;
    }
    return end;
}

std::size_t Symbols::chunkEnd(std::size_t at) const
{
    while (at < size() && !m_symbols[at].isSpace() && m_symbols[at].code != barrier) {
        ++at;
    }
    return at;
}

bool Symbols::isWord(std::size_t begin, std::size_t end, std::span<const std::string_view> words) const
{
    return std::any_of(words.begin(), words.end(),
                       [&](std::string_view word) { return word.size() == end - begin && says(begin, word); });
}

namespace {

struct Visible {
    std::string text;
    bool anyHidden = false;
};

/// Whether text between these two may hold a joiner.
bool isJoined(char32_t before, char32_t joiner, char32_t after)
{
    const bool joinsEmoji = joiner == zeroWidthJoiner && isEmoji(before) && isEmoji(after);
    return joinsEmoji || (isArabicLetter(before) && isArabicLetter(after));
}

/// Valid UTF-8 without hidden characters; blanks that break a line or a column are spaces.
Visible visible(std::string_view text, Typing typing)
{
    Visible result;
    result.text.reserve(text.size());
    char32_t base = 0; // the last kept one that isn't a mark
    char32_t joiner = 0;
    bool isAfterInvalid = false;
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint point = decode(text, at);
        at += point.bytes;
        const char32_t code = point.code;
        if (!point.isValid) {
            result.anyHidden = true;
            if (!isAfterInvalid) {
                append(result.text, replacement);
            }
            isAfterInvalid = true;
            base = joiner = 0;
            continue;
        }
        isAfterInvalid = false;
        if (code == zeroWidthJoiner || code == zeroWidthNonJoiner) {
            result.anyHidden = result.anyHidden || joiner != 0;
            joiner = code;
            continue;
        }
        if (isHidden(code)) {
            result.anyHidden = true;
            continue;
        }
        if (joiner != 0) {
            if (isJoined(base, joiner, code)) {
                append(result.text, joiner);
            } else {
                result.anyHidden = true;
            }
            joiner = 0;
        }
        const bool isPartOfLineEnd = code == '\r' && at < text.size() && text[at] == '\n';
        if (!isPartOfLineEnd) {
            const bool isControl = code < ' ' || code == 0x85 || code == 0x2028 || code == 0x2029;
            append(result.text, code != '\n' && isControl ? U' ' : code);
        }
        if (!isMark(code)) {
            base = code;
        }
    }
    if (joiner != 0) {
        const bool mayGoOn = typing == Typing::Going && (isEmoji(base) || isArabicLetter(base));
        if (mayGoOn) {
            append(result.text, joiner);
        } else {
            result.anyHidden = true;
        }
    }
    return result;
}

/// In order, none touching another's symbols. Of overlapping ones the first and longest gives the kind.
Matches merged(Matches matches, const Symbols& text, Typing typing)
{
    std::sort(matches.begin(), matches.end(),
              [](const Match& a, const Match& b) { return a.begin != b.begin ? a.begin < b.begin : a.end > b.end; });
    Matches result;
    for (const Match& match : matches) {
        if (!result.empty() && match.begin < result.back().end) {
            Match& last = result.back();
            last.end = std::max(last.end, match.end);
            last.seen = std::max(last.seen, match.seen);
            if (last.trace == Trace::StaffName) {
                last.trace = match.trace;
            }
        } else {
            result.push_back(match);
        }
    }
    if (typing == Typing::Going) {
        std::erase_if(
            result, [&text](const Match& match) { return match.seen >= text.size() || match.end >= text.lastChunk(); });
    }
    return result;
}

/// Cleans once; true: something was replaced.
bool cleanOnce(Cleaned& cleaned, const StaffNames& names, Typing typing)
{
    Visible seen = visible(cleaned.text, typing);
    if (seen.anyHidden) {
        cleaned.removed.insert(Trace::Hidden);
    }
    const Symbols text(seen.text);
    Matches matches;
    findNumbers(text, matches);
    findSpelledNumbers(text, matches);
    findAddresses(text, matches);
    findNames(text, names, matches);
    matches = merged(std::move(matches), text, typing);
    if (matches.empty()) {
        cleaned.text = std::move(seen.text);
        return false;
    }
    cleaned.text.clear();
    std::size_t from = 0;
    for (const Match& match : matches) {
        cleaned.removed.insert(match.trace);
        cleaned.text.append(seen.text, from, text[match.begin].begin - from);
        cleaned.text += match.trace == Trace::StaffName ? staffText : removedText;
        from = text[match.end - 1].end;
    }
    cleaned.text.append(seen.text, from);
    return true;
}

} // namespace
} // namespace redaction

Cleaned clean(std::string_view text, const StaffNames& staffNames, Typing typing)
{
    Cleaned cleaned{std::string(text), {}};
    while (redaction::cleanOnce(cleaned, staffNames, typing)) {
    }
    return cleaned;
}

} // namespace smiley::core
