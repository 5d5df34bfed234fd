// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/redaction_run.h"

#include <array>
#include <optional>

/// "1. januar 1990, 1234" and "nul en nul en ni nul en to tre fire".

namespace smiley::core::redaction {

namespace {

constexpr std::array<std::string_view, 30> months{
    "januar",   "februar",  "marts", "april", "maj",     "juni",     "juli",  "august", "september", "oktober",
    "november", "december", "jan",   "feb",   "mar",     "apr",      "jun",   "jul",    "aug",       "sep",
    "sept",     "okt",      "nov",   "dec",   "january", "february", "march", "may",    "october",   "june"};

constexpr std::array<std::string_view, 21> figureWords{"nul",   "en",   "et",   "to",  "tre",   "fire",  "fem",
                                                       "seks",  "syv",  "otte", "ni",  "zero",  "one",   "two",
                                                       "three", "four", "five", "six", "seven", "eight", "nine"};
constexpr std::array<int, 21> figureValues{0, 1, 1, 2, 3, 4, 5, 6, 7, 8, 9, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9};

std::size_t skip(const Symbols& text, std::size_t at, std::string_view ascii, std::size_t most)
{
    const std::size_t from = at;
    while (at < text.size() && at - from < most && text[at].code < 0x80 &&
           ascii.find(static_cast<char>(text[at].code)) != std::string_view::npos) {
        ++at;
    }
    return at;
}

std::size_t digitsEnd(const Symbols& text, std::size_t at, std::size_t most)
{
    std::size_t end = at;
    while (end - at <= most && text[end].isDigit()) {
        ++end;
    }
    return end;
}

/// The end of a date with a year whose day is at `at`.
std::optional<std::size_t> monthDateEnd(const Symbols& text, std::size_t at)
{
    constexpr std::size_t gapMax = 3;
    const std::size_t day = digitsEnd(text, at, 2);
    if (day - at > 2) {
        return std::nullopt;
    }
    const std::size_t month = skip(text, day, ". -/", gapMax);
    const std::size_t monthEnd = text.wordEnd(month);
    if (!text.isWord(month, monthEnd, months)) {
        return std::nullopt;
    }
    const std::size_t year = skip(text, monthEnd, ". -/", gapMax);
    const std::size_t yearEnd = digitsEnd(text, year, 4);
    return yearEnd - year == 2 || yearEnd - year == 4 ? std::optional(yearEnd) : std::nullopt;
}

/// The four figures beside a date that ends before `dateEnd`, if they make a CPR number of it.
std::optional<Span> restBeside(const Symbols& text, std::size_t dateEnd)
{
    constexpr std::size_t figures = 4;
    constexpr std::size_t gapMax = 5;
    std::size_t begin = dateEnd;
    while (begin < text.size() && begin - dateEnd < gapMax && !text[begin].isLetter && !text[begin].isDigit() &&
           text[begin].code != barrier) {
        ++begin;
    }
    const std::size_t end = digitsEnd(text, begin, figures);
    if (begin == dateEnd || end - begin != figures) {
        return std::nullopt;
    }
    const bool hasSpace = Gap(text, dateEnd, begin).hasSpace();
    const int century = figureAt(text, begin) * 10 + figureAt(text, begin + 1);
    // "Den 1. marts 2024. 2025 var bedre."
    const bool isSentence = text[dateEnd].code == '.' && hasSpace && isYear(century * 100);
    const bool isOrdinary = isSentence || (hasSpace && (isUnitAfter(text, end) || areHoursAt(text, begin)));
    return isOrdinary ? std::nullopt : std::optional(Span{begin, end});
}

/// Adds the CPR number whose day is at `at`, if one is there.
void findMonthCpr(const Symbols& text, std::size_t at, Matches& matches)
{
    const auto dateEnd = monthDateEnd(text, at);
    if (!dateEnd) {
        return;
    }
    if (const auto rest = restBeside(text, *dateEnd)) {
        // The beginning of "kr" or of "-1600" isn't yet the end of it.
        const std::size_t behind = skip(text, rest->end, " -", 3);
        const bool isOpen = mayBecomeUnit(text, rest->end) || behind >= text.lastChunk();
        matches.push_back({at, rest->end, isOpen ? text.size() : rest->end, Trace::Cpr});
    } else if (const auto labelled = labelledRest(text, *dateEnd)) {
        addDateAndRest(text, {at, *dateEnd}, *labelled, matches);
    }
}

/// 0-9; -1: no such word.
int figureOf(const Symbols& text, std::size_t begin, std::size_t end)
{
    for (std::size_t i = 0; i < figureWords.size(); ++i) {
        if (text.isWord(begin, end, {&figureWords.at(i), 1})) {
            return figureValues.at(i);
        }
    }
    return -1;
}

/// Adds a number that is written word by word from `at` on; gives where to go on.
std::size_t findWords(const Symbols& text, std::size_t at, Matches& matches)
{
    constexpr std::size_t figuresMin = 8;
    constexpr std::size_t cprFigures = 10;
    constexpr std::size_t gapMax = 3;
    std::vector<int> figures;
    std::size_t end = at;
    std::size_t next = at;
    std::size_t nextEnd = text.wordEnd(at);
    for (int figure = figureOf(text, next, nextEnd); figure >= 0; figure = figureOf(text, next, nextEnd)) {
        figures.push_back(figure);
        end = nextEnd;
        next = skip(text, end, " ,.-\n", gapMax);
        nextEnd = next == end ? next : text.wordEnd(next);
    }
    if (figures.size() >= figuresMin) {
        const bool isCpr = figures.size() == cprFigures && isDay(figures[0] * 10 + figures[1]) &&
                           isMonth(figures[2] * 10 + figures[3]);
        const Trace trace = isCpr ? Trace::Cpr : figures.size() == figuresMin ? Trace::Phone : Trace::Digits;
        matches.push_back({at, end, nextEnd, trace});
    }
    return std::max(end, text.wordEnd(at));
}

} // namespace

void findSpelledNumbers(const Symbols& text, Matches& matches)
{
    for (std::size_t at = 0; at < text.size();) {
        if (text[at].isLetter) {
            at = findWords(text, at, matches);
            continue;
        }
        if (text[at].isDigit() && !text.before(at).isDigit()) {
            findMonthCpr(text, at, matches);
        }
        ++at;
    }
}

} // namespace smiley::core::redaction
