// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/redaction_text.h"

#include <algorithm>
#include <array>
#include <optional>

/// E-mail addresses and addresses of pages.
///
/// *E-mail*: a word, "@" or what is said for it ("snabel-a", "(at)", "(a)"), a domain; the dot also as " . ", "(dot)" or
/// "punktum". A bare " at " only with such a spelled dot and a sure ending, since "at" is a Danish and an English word.
/// *Page*: anything with "://" or after "www.", and a domain with a known ending, with what follows its "/".
/// An ending is known by the lists below; "Tak.De var søde" is no domain, because of the capital.

namespace smiley::core::redaction {

namespace {

constexpr std::array<std::string_view, 37> endings{
    "dk",  "com", "net", "org", "eu", "info", "io", "se",   "no",     "de",   "uk",  "nu", "gov",
    "edu", "biz", "tv",  "fi",  "pl", "ua",   "tr", "ir",   "gl",     "fo",   "fr",  "nl", "es",
    "ch",  "app", "dev", "gg",  "ru", "ca",   "us", "name", "online", "site", "page"};
/// Of them those that are believed after a spelled dot where no sign says that it is an address.
constexpr std::array<std::string_view, 4> sureEndings{"dk", "com", "net", "org"};

/// Of them those that may begin a sentence: "Skriv til hans@firma.dk. de svarer".
constexpr std::array<std::string_view, 9> wordEndings{"de", "se", "no", "us", "es", "name", "online", "site", "page"};

constexpr std::array<std::string_view, 12> atSigns{"(at)", "[at]", "{at}",       "<at>",     "(a)",      "[a]",
                                                   "(@)",  "[@]",  "(snabel-a)", "snabel-a", "snabel a", "snabela"};
constexpr std::array<std::string_view, 12> dotSigns{"(dot)", "[dot]",  "{dot}",   "(punktum)", "(.)",  "[.]",
                                                    "{.}",   "(prik)", "punktum", "dot",       "prik", "punkt"};
constexpr std::array<std::string_view, 6> joinSigns{"bindestreg", "minus", "underscore", "understreg", "dash", "streg"};

/// What a domain's part is made of.
bool isHost(const Symbol& symbol)
{
    return symbol.isLetter || symbol.isDigit() || symbol.code == '-' || symbol.code == '_';
}

bool isLocal(const Symbol& symbol)
{
    constexpr std::u32string_view signs = U"._%+-'~&=";
    return symbol.isLetter || symbol.isDigit() || signs.find(symbol.code) != std::u32string_view::npos;
}

std::size_t hostEnd(const Symbols& text, std::size_t at)
{
    while (at < text.size() && isHost(text[at])) {
        ++at;
    }
    return at;
}

std::size_t skipSpaces(const Symbols& text, std::size_t at)
{
    constexpr std::size_t most = 2;
    for (std::size_t i = 0; i < most && at < text.size() && text[at].code == ' '; ++i) {
        ++at;
    }
    return at;
}

std::size_t skipSpacesBack(const Symbols& text, std::size_t end)
{
    constexpr std::size_t most = 2;
    for (std::size_t i = 0; i < most && text.before(end).code == ' '; ++i) {
        --end;
    }
    return end;
}

bool isEnding(const Symbols& text, std::size_t begin, std::size_t end, std::span<const std::string_view> known)
{
    const bool isSentence = text[begin].isCapital && !text[begin + 1].isCapital;
    return !isSentence && text.isWord(begin, end, known);
}

/// The end of the sign at `at`; as a word it stands alone. `at`: none of them is there.
std::size_t signEnd(const Symbols& text, std::size_t at, std::span<const std::string_view> signs)
{
    for (const std::string_view sign : signs) {
        const std::size_t end = at + sign.size();
        const bool isWord = sign.back() >= 'a' && sign.back() <= 'z';
        if (text.says(at, sign) && (!isWord || (!text.before(at).isLetter && !text[end].isLetter))) {
            return end;
        }
    }
    return at;
}

/// A dot between the parts of a domain.
struct Dot {
    std::size_t next; ///< where the part after it begins
    bool isSpelled;   ///< otherwise than by a "." without space
    bool isFullStop;  ///< perhaps the end of a sentence
};

std::optional<Dot> dotAfter(const Symbols& text, std::size_t end)
{
    if (text[end].code == '.' && isHost(text[end + 1])) {
        return Dot{end + 1, false, false};
    }
    const std::size_t at = skipSpaces(text, end);
    std::size_t after = signEnd(text, at, dotSigns);
    if (after == at && text[at].code == '.') {
        after = at + 1;
    }
    const std::size_t next = skipSpaces(text, after);
    return after > at && isHost(text[next]) ? std::optional(Dot{next, true, text[end].code == '.'}) : std::nullopt;
}

struct Domain {
    std::size_t end;
    bool anySpelled; ///< a dot other than a plain one
};

/// The domain at `at`, with at least one dot; after a spelled one only `spelledEndings` end it.
std::optional<Domain> domainAt(const Symbols& text, std::size_t at, std::span<const std::string_view> spelledEndings)
{
    constexpr std::size_t partsMax = 12;
    std::optional<Domain> result;
    std::size_t end = hostEnd(text, at);
    bool anySpelled = false;
    for (std::size_t part = 0; part < partsMax && end > at; ++part) {
        const auto dot = dotAfter(text, end);
        if (!dot) {
            break;
        }
        anySpelled = anySpelled || dot->isSpelled;
        end = hostEnd(text, dot->next);
        const bool isPlain = !anySpelled && end - dot->next >= 2;
        const bool isSentence = dot->isFullStop && text.isWord(dot->next, end, wordEndings);
        if (isPlain || (!isSentence && isEnding(text, dot->next, end, anySpelled ? spelledEndings : endings))) {
            result = Domain{end, anySpelled};
        }
    }
    return result;
}

/// The beginning of what stands before the at sign at `end`; also "hans punktum jensen". `end`: nothing does.
std::size_t localBegin(const Symbols& text, std::size_t end)
{
    constexpr std::size_t partsMax = 6;
    std::size_t begin = end;
    for (std::size_t part = 0; part < partsMax; ++part) {
        std::size_t at = part == 0 ? begin : skipSpacesBack(text, begin);
        const std::size_t partEnd = at;
        while (at > 0 && isLocal(text[at - 1])) {
            --at;
        }
        if (at == partEnd) {
            break;
        }
        begin = at;
        // A spelled dot before it?
        const std::size_t signEndAt = skipSpacesBack(text, begin);
        const std::size_t sign = text.wordBegin(signEndAt);
        const bool isSign = text.isWord(sign, signEndAt, dotSigns) || text.isWord(sign, signEndAt, joinSigns);
        if (!isSign || signEndAt == begin) {
            break;
        }
        begin = sign;
    }
    return begin;
}

/// The text ends in what may become a spelled dot and the part behind it.
bool mayBecomeDot(const Symbols& text, std::size_t end)
{
    const std::size_t at = skipSpaces(text, end);
    const std::size_t after = text[at].code == '.' ? at + 1 : signEnd(text, at, dotSigns);
    if (after > at) {
        return skipSpaces(text, after) >= text.lastChunk();
    }
    return std::any_of(dotSigns.begin(), dotSigns.end(), [&](std::string_view sign) {
        return text.size() - at < sign.size() && text.says(at, sign.substr(0, text.size() - at));
    });
}

/// An address around the at sign from `at` to `signAfter`.
std::optional<Match> emailAround(const Symbols& text, std::size_t at, std::size_t signAfter, bool isBare)
{
    const bool isTight = text[at].code == '@' && isLocal(text.before(at)) && isHost(text[at + 1]);
    const std::size_t localEnd = skipSpacesBack(text, at);
    const bool isAfterBarrier = text.before(localEnd).code == barrier; // a name was there
    const std::size_t begin = isAfterBarrier ? at : localBegin(text, localEnd);
    const std::size_t host = skipSpaces(text, signAfter);
    if (begin == localEnd && !isAfterBarrier) {
        return std::nullopt;
    }
    const auto seen = [&text](std::size_t end) { return mayBecomeDot(text, end) ? text.size() : end; };
    const std::span<const std::string_view> known = endings;
    const auto domain = domainAt(text, host, isBare ? sureEndings : known);
    if (domain && (!isBare || domain->anySpelled)) {
        return Match{begin, domain->end, seen(domain->end), Trace::Email};
    }
    const std::size_t end = hostEnd(text, host);
    if (isTight && end - host >= 2) {
        return Match{begin, end, seen(end), Trace::Email};
    }
    return std::nullopt;
}

void findEmails(const Symbols& text, Matches& matches)
{
    constexpr std::u32string_view openings = U"([{<s";
    for (std::size_t at = 0; at < text.size(); ++at) {
        std::size_t end = at;
        bool isBare = false;
        if (text[at].code == '@') {
            end = at + 1;
        } else if (openings.find(text[at].code) != std::u32string_view::npos) {
            end = signEnd(text, at, atSigns);
        } else if (text.says(at, "at") && text.before(at).code == ' ' && text[at + 2].code == ' ') {
            end = at + 2;
            isBare = true;
        }
        if (end == at) {
            continue;
        }
        if (const auto match = emailAround(text, at, end, isBare)) {
            matches.push_back(*match);
            at = match->end - 1;
        }
    }
}

// ---------------------------------------------------------------------------------------------------------------------
// Pages

/// Without the full stop or bracket behind an address.
std::size_t trimmed(const Symbols& text, std::size_t begin, std::size_t end)
{
    constexpr std::u32string_view signs = U".,;:!?)]}'\"»>";
    while (end > begin + 1 && signs.find(text[end - 1].code) != std::u32string_view::npos) {
        --end;
    }
    return end;
}

/// The address that begins in the text without spaces from `begin` to `end`, if one does.
std::optional<Match> pageIn(const Symbols& text, std::size_t begin, std::size_t end)
{
    const auto page = [&](std::size_t first) { return Match{first, trimmed(text, first, end), end, Trace::Url}; };
    for (std::size_t at = begin; at < end; ++at) {
        if (text.says(at, "://") && text.before(at).isLetter && at > begin) {
            return page(std::max(begin, text.wordBegin(at)));
        }
        if (text.says(at, "www.") && !text.before(at).isLetter && isHost(text[at + 4])) {
            return page(at);
        }
    }
    return std::nullopt;
}

/// A domain with a known ending at `at`, where a part of a domain begins.
std::optional<Match> barePageAt(const Symbols& text, std::size_t at, std::size_t chunkEnd)
{
    bool anyLetter = false;
    std::size_t end = at;
    std::size_t known = at;
    for (;;) {
        const std::size_t begin = end == at ? at : end + 1;
        end = hostEnd(text, begin);
        if (begin > at && anyLetter && isEnding(text, begin, end, endings)) {
            known = end;
        }
        for (std::size_t i = begin; i < end; ++i) {
            anyLetter = anyLetter || text[i].isLetter;
        }
        if (end == begin || text[end].code != '.' || !isHost(text[end + 1])) {
            break;
        }
    }
    if (known == at) {
        return std::nullopt;
    }
    constexpr std::u32string_view pathSigns = U"/:?#";
    const bool hasPath = known == end && pathSigns.find(text[known].code) != std::u32string_view::npos;
    const std::size_t last = hasPath ? trimmed(text, at, chunkEnd) : known;
    return Match{at, last, std::max(end, last), Trace::Url};
}

/// "firma punktum dk", "www punktum firma punktum dk", "firma . dk", "firma .dk".
std::optional<Match> spelledPageAt(const Symbols& text, std::size_t at)
{
    const std::size_t end = hostEnd(text, at);
    const bool isSentenceEnd = text[end].code == '.' && !isHost(text[end + 1]);
    const auto domain = isSentenceEnd ? std::nullopt : domainAt(text, at, sureEndings);
    if (!domain || !domain->anySpelled) {
        return std::nullopt;
    }
    return Match{at, domain->end, domain->end, Trace::Url};
}

void findPages(const Symbols& text, Matches& matches)
{
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t chunkEnd = text.chunkEnd(at);
        if (chunkEnd == at) {
            ++at;
            continue;
        }
        if (const auto page = pageIn(text, at, chunkEnd)) {
            matches.push_back(*page);
        }
        for (std::size_t part = at; part < chunkEnd;) {
            if (!isHost(text[part])) {
                ++part;
                continue;
            }
            auto page = barePageAt(text, part, chunkEnd);
            if (!page) {
                page = spelledPageAt(text, part);
            }
            std::size_t partEnd = page ? page->end : hostEnd(text, part);
            if (page) {
                matches.push_back(*page);
            }
            while (!page && text[partEnd].code == '.' && isHost(text[partEnd + 1])) {
                partEnd = hostEnd(text, partEnd + 1);
            }
            part = partEnd;
        }
        at = chunkEnd;
    }
}

} // namespace

void findAddresses(const Symbols& text, Matches& matches)
{
    findEmails(text, matches);
    findPages(text, matches);
}

} // namespace smiley::core::redaction
