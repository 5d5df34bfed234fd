// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/redaction_text.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <map>
#include <optional>
#include <unordered_set>

/// Names of the staff list.
///
/// A name is found whole, and each of its words of at least three letters alone, in any case, with or without accents,
/// with æ, ø, å also as ae, oe, aa or a, o; with the genitive's s. Neighbouring ones become one. A word of the list that
/// is an ordinary word too ("Per", "Lang") is a name only within a whole name or where it has a capital inside a
/// sentence.

namespace smiley::core {

using redaction::Match;
using redaction::Matches;
using redaction::Symbols;

namespace {

using Word = std::u32string;

constexpr std::size_t wordLettersMin = 3;
constexpr std::size_t wordLettersMax = 64;
constexpr std::size_t nameWordsMax = 8;

/// Danish and English words that are also names, and our own two marks.
constexpr auto ordinary = std::to_array<std::u32string_view>(
    {U"art",  U"bager", U"bak",         U"bakke", U"bang",   U"berg",   U"bjerg", U"bjørn", U"black",  U"bonde",
     U"bro",  U"brown", U"dag",         U"dahl",  U"dal",    U"dam",    U"due",   U"elske", U"fin",    U"fjernet",
     U"fred", U"frost", U"gade",        U"glad",  U"grace",  U"green",  U"gren",  U"hald",  U"hans",   U"hay",
     U"holm", U"hope",  U"host",        U"hus",   U"høj",    U"høst",   U"jul",   U"kind",  U"klar",   U"kok",
     U"kold", U"krog",  U"kær",         U"land",  U"lang",   U"lind",   U"liv",   U"long",  U"lund",   U"maj",
     U"mark", U"may",   U"medarbejder", U"mit",   U"munk",   U"nord",   U"ost",   U"per",   U"post",   U"rask",
     U"rose", U"sand",  U"skov",        U"smed",  U"sol",    U"sommer", U"sten",  U"storm", U"strand", U"tak",
     U"tro",  U"ung",   U"vang",        U"vest",  U"vinter", U"vise",   U"white", U"will",  U"young",  U"øst"});

bool isOrdinary(const Word& word) { return std::find(ordinary.begin(), ordinary.end(), word) != ordinary.end(); }

/// æ, ø, å written otherwise.
Word spelled(const Word& word, std::u32string_view ae, std::u32string_view oe, std::u32string_view aa)
{
    Word result;
    for (const char32_t letter : word) {
        if (letter == U'æ') {
            result += ae;
        } else if (letter == U'ø') {
            result += oe;
        } else if (letter == U'å') {
            result += aa;
        } else {
            result += letter;
        }
    }
    return result;
}

/// "Aagaard" is also found as "Ågård".
Word withRing(Word word)
{
    for (auto at = word.find(U"aa"); at != Word::npos; at = word.find(U"aa")) {
        word.replace(at, 2, 1, U'å');
    }
    return word;
}

std::vector<Word> spellings(const Word& word)
{
    std::vector<Word> result{word, withRing(word), spelled(word, U"ae", U"oe", U"aa"), spelled(word, U"a", U"o", U"a")};
    std::sort(result.begin(), result.end());
    result.erase(std::unique(result.begin(), result.end()), result.end());
    return result;
}

struct Place {
    std::size_t begin;
    std::size_t end;
    Word word;
};

/// The word at `at`; nothing where none begins there or it is too long to be a name.
std::optional<Place> wordAt(const Symbols& text, std::size_t at)
{
    const std::size_t end = text.wordEnd(at);
    if (end == at || end - at > wordLettersMax) {
        return std::nullopt;
    }
    Word word;
    for (std::size_t i = at; i < end; ++i) {
        word += text[i].code;
    }
    return Place{at, end, std::move(word)};
}

/// Where the next word of a name would begin: after a space or a dash, or after the dot of an initial.
std::size_t gapEnd(const Symbols& text, std::size_t at)
{
    constexpr std::size_t gapMax = 3;
    const std::size_t from = at;
    const bool isInitial = at - text.wordBegin(at) == 1;
    while (at < text.size() && at - from < gapMax &&
           (text[at].isSpace() || text[at].code == '-' || (isInitial && text[at].code == '.'))) {
        ++at;
    }
    return at;
}

std::optional<std::size_t> nextWord(const Symbols& text, std::size_t end)
{
    const std::size_t at = gapEnd(text, end);
    return at > end && text[at].isLetter ? std::optional(at) : std::nullopt;
}

/// After the genitive's s; `end` where there is none.
std::size_t afterGenitive(const Symbols& text, std::size_t end)
{
    const bool isGenitive = text[end].code == '\'' && text[end + 1].code == 's' && !text[end + 2].isLetter;
    return isGenitive ? end + 2 : end;
}

/// A capital where no sentence begins, in a word that isn't all capitals.
bool isNameLike(const Symbols& text, const Place& place)
{
    const bool allCapitals = text[place.begin + 1].isCapital;
    if (!text[place.begin].isCapital || allCapitals) {
        return false;
    }
    std::size_t at = place.begin;
    while (at > 0 && (text.before(at).code == ' ' || text.before(at).code == '\'' || text.before(at).code == '"')) {
        --at;
    }
    constexpr std::u32string_view ends = U".!?:\n";
    return at > 0 && ends.find(text.before(at).code) == std::u32string_view::npos;
}

} // namespace

/// Of each word its spellings.
using WholeName = std::vector<std::vector<Word>>;

struct StaffNames::Index {
    std::unordered_set<Word> single;
    std::unordered_set<Word> doubtful;
    /// Whole names of two words and more, by the first.
    std::map<Word, std::vector<WholeName>> whole;

    void add(std::string_view name);
    [[nodiscard]] std::size_t wholeEnd(const Symbols& text, const Place& first) const;
    [[nodiscard]] bool mayGoOn(const Symbols& text, const Place& first) const;
};

void StaffNames::Index::add(std::string_view name)
{
    const Symbols text(name);
    std::vector<Word> words;
    for (std::size_t at = 0; at < text.size();) {
        if (const auto place = wordAt(text, at)) {
            words.push_back(place->word);
            at = place->end;
        } else {
            at = std::max(at + 1, text.wordEnd(at));
        }
    }
    for (const Word& word : words) {
        if (word.size() >= wordLettersMin) {
            auto& set = isOrdinary(word) ? doubtful : single;
            for (Word& spelling : spellings(word)) {
                set.insert(std::move(spelling));
            }
        }
    }
    if (words.size() >= 2 && words.size() <= nameWordsMax) {
        WholeName known;
        std::transform(words.begin(), words.end(), std::back_inserter(known), spellings);
        for (const Word& first : known.front()) {
            whole[first].push_back(known);
        }
    }
}

/// The end of the longest whole name that begins with this word; 0: none does.
std::size_t StaffNames::Index::wholeEnd(const Symbols& text, const Place& first) const
{
    const auto found = whole.find(first.word);
    std::size_t longest = 0;
    if (found == whole.end()) {
        return longest;
    }
    for (const WholeName& words : found->second) {
        std::size_t end = first.end;
        for (std::size_t i = 1; i < words.size() && end != 0; ++i) {
            const auto next = nextWord(text, end);
            const auto place = next ? wordAt(text, *next) : std::nullopt;
            const auto said = [&place, isLast = i + 1 == words.size()](const Word& word) {
                return place->word == word || (isLast && place->word == word + U's');
            };
            end = place && std::any_of(words[i].begin(), words[i].end(), said) ? place->end : 0;
        }
        longest = std::max(longest, end);
    }
    return longest;
}

/// The text ends in the beginning of a whole name, of which this is the first word.
bool StaffNames::Index::mayGoOn(const Symbols& text, const Place& first) const
{
    const auto isBegun = [&](const WholeName& words) {
        std::size_t end = first.end;
        for (std::size_t i = 1; i < words.size(); ++i) {
            const std::size_t next = gapEnd(text, end);
            if (next == text.size()) {
                return true;
            }
            const auto place = wordAt(text, next);
            if (!place || next == end) {
                return false;
            }
            const bool isOpen = place->end == text.size();
            const bool fits = std::any_of(words[i].begin(), words[i].end(), [&place, isOpen](const Word& word) {
                return isOpen ? word.starts_with(place->word) : word == place->word;
            });
            if (!fits || isOpen) {
                return fits;
            }
            end = place->end;
        }
        return false;
    };
    const auto found = whole.find(first.word);
    return found != whole.end() && std::any_of(found->second.begin(), found->second.end(), isBegun);
}

StaffNames::StaffNames() : m_index(std::make_shared<const Index>()) {}

StaffNames::StaffNames(const std::vector<std::string>& names)
{
    auto index = std::make_shared<Index>();
    for (const std::string& name : names) {
        index->add(name);
    }
    m_index = std::move(index);
}

void redaction::findNames(const Symbols& text, const StaffNames& names, Matches& matches)
{
    const StaffNames::Index& index = names.index();
    if (index.single.empty() && index.doubtful.empty() && index.whole.empty()) {
        return;
    }
    std::optional<std::size_t> goesOn; // a word here continues the match before
    for (std::size_t at = 0; at < text.size();) {
        const auto place = wordAt(text, at);
        if (!place) {
            at = std::max(at + 1, text.wordEnd(at));
            continue;
        }
        const Word stem = place->word.back() == U's' ? place->word.substr(0, place->word.size() - 1) : Word();
        const auto isIn = [&](const auto& set) { return set.contains(place->word) || set.contains(stem); };
        std::size_t end = index.wholeEnd(text, *place);
        if (end == 0 && (isIn(index.single) || (isIn(index.doubtful) && isNameLike(text, *place)))) {
            end = place->end;
        }
        if (end == 0) {
            at = place->end;
            continue;
        }
        end = afterGenitive(text, end);
        const auto next = nextWord(text, end);
        const std::size_t seen = gapEnd(text, end) == text.size() || index.mayGoOn(text, *place) ? text.size() : end;
        if (goesOn == at && !matches.empty()) {
            matches.back().end = end;
            matches.back().seen = seen;
        } else {
            matches.push_back({at, end, seen, Trace::StaffName});
        }
        goesOn = next;
        at = end;
    }
}

} // namespace smiley::core
