// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/redaction_run.h"

#include "app/core/code_points.h"

#include <algorithm>
#include <cstdint>
#include <optional>

namespace smiley::core::redaction {

namespace {

constexpr std::size_t gapMax = 5;
constexpr std::size_t alikeMax = 3; ///< letters together that may be figures

/// None that means something else too: "min" is "my", "m" a man, "dag og nat" follows a phone number.
constexpr std::array<std::string_view, 26> units{
    "kr",       "kroner", "dkk",   "euro",     "eur",       "usd",     "dollar",  "dage",  "timer",
    "minutter", "uger",   "gange", "personer", "mennesker", "borgere", "ledige",  "km",    "stk",
    "hours",    "days",   "times", "people",   "minutes",   "weeks",   "procent", "tusind"};
/// How "løbenr" ends, its ø written in any way.
constexpr std::array<std::string_view, 3> restTails{"benr", "benummer", "benummeret"};

bool isAlike(const Symbol& symbol)
{
    return symbol.isLetter && (symbol.code == 'o' || symbol.code == 'l' || symbol.code == 'i');
}

/// The end of the figures at `at`; letters among them are figures only beside a real one.
std::size_t figuresEnd(const Symbols& text, std::size_t at)
{
    std::size_t end = at;
    while (text[end].isDigit() || isAlike(text[end])) {
        if (text[end].isDigit()) {
            ++end;
            continue;
        }
        std::size_t letters = end;
        while (isAlike(text[letters]) && letters - end <= alikeMax) {
            ++letters;
        }
        const bool isBeside = end > at || text[letters].isDigit();
        const bool isOfWord = text[letters].isLetter || (end == at && text.before(at).isLetter);
        if (letters - end > alikeMax || !isBeside || isOfWord) {
            break;
        }
        end = letters;
    }
    return end;
}

std::size_t skipSpace(const Symbols& text, std::size_t at) { return text[at].code == ' ' ? at + 1 : at; }

bool isTime(int hour, int minute) { return hour < 24 && minute < 60; }

/// Whether the date at `first`, if one is there, goes on from something before it.
enum class DateBegins : std::uint8_t { Here, AfterDash };

/// How many groups from `first` on are a date with a year of four figures; 0: none.
std::size_t dateGroups(const Run& run, std::size_t first, DateBegins begins = DateBegins::Here)
{
    if (first + 3 > run.groups.size()) {
        return 0;
    }
    const auto size = [&run, first](std::size_t part) { return run.groups[first + part].size(); };
    const auto value = [&run, first](std::size_t part) { return run.value(first + part); };
    const Gap one = run.gap(first);
    const Gap two = run.gap(first + 1);
    // "02.10 2015" of "24.02.10 2015" is none.
    if (begins == DateBegins::Here && first > 0 && !run.groups[first - 1].isKept && run.gap(first - 1).isOneOf("./-")) {
        return 0;
    }
    const bool isIso = size(0) == 4 && size(1) == 2 && size(2) == 2 && one.isOneOf("-") && two.isOneOf("-") &&
                       isYear(value(0)) && isMonth(value(1)) && value(2) >= 1 && value(2) <= 31;
    const bool isDanish = size(0) <= 2 && size(1) <= 2 && size(2) == 4 && one.isOneOf("./-") &&
                          two.consistsOf(" ./-") && value(0) >= 1 && value(0) <= 31 && isMonth(value(1)) &&
                          isYear(value(2));
    return isIso || isDanish ? 3 : 0;
}

/// "10:15", "10:15:30".
std::size_t timeGroups(const Run& run, std::size_t first)
{
    const auto isColon = [&run](std::size_t group) {
        return group + 1 < run.groups.size() && run.gap(group).size() == 1 && run.gap(group).consistsOf(":") &&
               run.groups[group + 1].size() == 2;
    };
    if (!isColon(first) || run.groups[first].size() > 2 || !isTime(run.value(first), run.value(first + 1))) {
        return 0;
    }
    return isColon(first + 1) ? 3 : 2;
}

/// "10.15", "10-12" or "0800-1600" after a date.
std::size_t hourGroups(const Run& run, std::size_t first)
{
    if (first == 0 || first + 2 > run.groups.size() || !run.gap(first - 1).hasSpace()) {
        return 0;
    }
    const bool arePairs = run.groups[first].size() <= 2 && run.groups[first + 1].size() == 2 &&
                          run.gap(first).isOneOf(".-") && isTime(run.value(first), run.value(first + 1));
    return arePairs || areHoursAt(run.text, run.groups[first].begin) ? 2 : 0;
}

/// "12.-" or "12.3-" of "12.-15.3.2026", or of "12/3-15/3 2026".
std::size_t rangeGroups(const Run& run, std::size_t first)
{
    const auto isPart = [&run](std::size_t group, int most) {
        return group < run.groups.size() && run.groups[group].size() <= 2 && run.value(group) >= 1 &&
               run.value(group) <= most;
    };
    for (const std::size_t parts : {std::size_t{1}, std::size_t{2}}) {
        const std::size_t last = first + parts - 1;
        const bool isBegun =
            isPart(first, 31) && (parts == 1 || (isPart(first + 1, 12) && run.gap(first).isOneOf("./")));
        if (isBegun && last + 1 < run.groups.size() && run.gap(last).hasDash() && run.gap(last).consistsOf(" .-") &&
            last + 2 < run.groups.size() && run.gap(last + 1).isOneOf("./") &&
            dateGroups(run, last + 1, DateBegins::AfterDash) != 0) {
            return parts;
        }
    }
    return 0;
}

/// How many groups from `first` on are written like "12.500" or "1.250.000,00"; 0: none.
std::size_t thousandGroups(const Run& run, std::size_t first)
{
    constexpr std::size_t thousandsMax = 4;
    std::size_t last = first;
    while (last + 1 < run.groups.size() && last - first < thousandsMax && run.groups[last + 1].size() == 3 &&
           run.gap(last).size() == 1 && run.gap(last).consistsOf(". ")) {
        ++last;
    }
    if (last == first || run.groups[first].size() > 3) {
        return 0;
    }
    const bool hasOre = last + 1 < run.groups.size() && run.gap(last).size() == 1 && run.gap(last).consistsOf(",") &&
                        run.groups[last + 1].size() == 2;
    return last - first + (hasOre ? 2 : 1);
}

/// The same with a unit behind it, or before a dash and another such amount.
std::size_t amountGroups(const Run& run, std::size_t first)
{
    const std::size_t count = thousandGroups(run, first);
    if (count == 0 || isUnitAfter(run.text, run.groups[first + count - 1].end)) {
        return count;
    }
    const std::size_t next = first + count;
    const std::size_t nextCount =
        next < run.groups.size() && run.gap(next - 1).isOneOf("-") ? thousandGroups(run, next) : 0;
    return nextCount != 0 && isUnitAfter(run.text, run.groups[next + nextCount - 1].end) ? count : 0;
}

} // namespace

int figureAt(const Symbols& text, std::size_t at)
{
    const Symbol& symbol = text[at];
    if (symbol.isDigit()) {
        return static_cast<int>(symbol.code - '0');
    }
    return !isAlike(symbol) ? -1 : symbol.code == 'o' ? 0 : 1;
}

bool isUnitAfter(const Symbols& text, std::size_t end)
{
    const std::size_t at = skipSpace(text, end);
    constexpr std::u32string_view signs = U"%€$£‰°";
    if (at < text.size() && signs.find(text[at].code) != std::u32string_view::npos) {
        return true;
    }
    const bool isPlainAmount = text.says(end, ",-") || text.says(end, ".-");
    return (isPlainAmount && !text[end + 2].isDigit() && !text[end + 2].isLetter) ||
           text.isWord(at, text.wordEnd(at), units);
}

bool mayBecomeUnit(const Symbols& text, std::size_t end)
{
    const std::size_t at = skipSpace(text, end);
    return text.wordEnd(at) == text.size() && std::any_of(units.begin(), units.end(), [&](std::string_view unit) {
               return text.says(at, unit.substr(0, text.size() - at));
           });
}

bool areHoursAt(const Symbols& text, std::size_t at)
{
    constexpr std::size_t figures = 4;
    const auto isHour = [&text](std::size_t begin) {
        int value = 0;
        for (std::size_t i = begin; i < begin + figures; ++i) {
            if (!text[i].isDigit()) {
                return false;
            }
            value = value * 10 + figureAt(text, i);
        }
        return !text[begin + figures].isDigit() && isTime(value / 100, value % 100);
    };
    const std::size_t dash = skipSpace(text, at + figures);
    return text[dash].code == '-' && isHour(at) && isHour(skipSpace(text, dash + 1));
}

std::optional<Span> labelledRest(const Symbols& text, std::size_t dateEnd)
{
    constexpr std::size_t figures = 4;
    constexpr std::size_t wordsMax = 1; // "løbenr er"
    std::size_t words = wordsMax + 1;
    std::size_t at = dateEnd;
    while (at < text.size() && at - dateEnd < restReach && !text[at].isDigit() && text[at].code != barrier) {
        if (!text[at].isLetter) {
            ++at;
            continue;
        }
        const std::size_t end = text.wordEnd(at);
        const bool isLabel = text.isWord(at, end, cprLabels) ||
                             (text.says(at, "l") && std::any_of(restTails.begin(), restTails.end(), [&](auto tail) {
                                  return end - at > tail.size() && text.says(end - tail.size(), tail);
                              }));
        words = isLabel ? 0 : words + 1;
        at = end;
    }
    std::size_t end = at;
    while (text[end].isDigit() && end - at <= figures) {
        ++end;
    }
    return words <= wordsMax && end - at == figures ? std::optional(Span{at, end}) : std::nullopt;
}

void addDateAndRest(const Symbols& text, Span date, Span rest, Matches& matches)
{
    const std::size_t seen = rest.end >= text.lastChunk() ? text.size() : rest.end;
    matches.push_back({date.begin, date.end, seen, Trace::Cpr});
    matches.push_back({rest.begin, rest.end, seen, Trace::Cpr});
}

bool mayBecomeFigure(const Symbols& text, std::size_t at)
{
    std::size_t end = at;
    while (isAlike(text[end]) && end - at <= alikeMax) {
        ++end;
    }
    return end >= text.size();
}

bool Gap::hasSpace() const
{
    for (std::size_t at = m_begin; at < m_end; ++at) {
        if ((*m_text)[at].isSpace()) {
            return true;
        }
    }
    return false;
}

bool Gap::hasDash() const
{
    for (std::size_t at = m_begin; at < m_end; ++at) {
        if ((*m_text)[at].code == '-') {
            return true;
        }
    }
    return false;
}

bool Gap::consistsOf(std::string_view ascii, bool orReplacement) const
{
    for (std::size_t at = m_begin; at < m_end; ++at) {
        const char32_t code = (*m_text)[at].code;
        const bool isAscii = code < 0x80 && ascii.find(static_cast<char>(code)) != std::string_view::npos;
        if (!isAscii && !(orReplacement && code == replacement)) {
            return false;
        }
    }
    return true;
}

bool Gap::isOneOf(std::string_view ascii) const
{
    std::size_t signs = 0;
    for (std::size_t at = m_begin; at < m_end; ++at) {
        const char32_t code = (*m_text)[at].code;
        if (code != ' ') {
            ++signs;
            if (code >= 0x80 || ascii.find(static_cast<char>(code)) == std::string_view::npos) {
                return false;
            }
        }
    }
    return signs == 1;
}

bool Gap::isLike(const Gap& other) const
{
    if (size() != other.size()) {
        return false;
    }
    for (std::size_t i = 0; i < size(); ++i) {
        if ((*m_text)[m_begin + i].code != (*m_text)[other.m_begin + i].code) {
            return false;
        }
    }
    return true;
}

int Run::value(std::size_t group) const
{
    constexpr std::size_t figuresMax = 8;
    int result = 0;
    const Group& figures = groups[group];
    for (std::size_t at = figures.begin; at < figures.end && at - figures.begin < figuresMax; ++at) {
        result = result * 10 + figureAt(text, at);
    }
    return result;
}

bool Run::isAfter(std::span<const std::string_view> labels) const
{
    constexpr std::size_t reach = 24;
    const std::size_t from = groups.front().begin;
    std::size_t at = from;
    for (int words = 0; words < 2; ++words) {
        while (at > 0 && from - at < reach && !text[at - 1].isLetter && !text[at - 1].isDigit() &&
               text[at - 1].code != barrier) {
            --at;
        }
        std::size_t begin = at;
        while (begin > 0 && from - begin < reach && text[begin - 1].isLetter) {
            --begin;
        }
        if (text.isWord(begin, at, labels)) {
            return true;
        }
        if (begin == at) {
            return false;
        }
        at = begin;
    }
    return false;
}

void Run::keepOrdinary()
{
    const auto keep = [this](std::size_t first, std::size_t count) {
        for (std::size_t group = first; group < first + count; ++group) {
            groups[group].isKept = true;
        }
    };
    bool isAfterDate = false;
    for (std::size_t group = 0; group < groups.size();) {
        std::size_t count = timeGroups(*this, group);
        if (count == 0) {
            count = rangeGroups(*this, group);
        }
        if (count == 0 && isAfterDate) {
            count = hourGroups(*this, group);
        }
        isAfterDate = false;
        if (count == 0) {
            count = dateGroups(*this, group);
            isAfterDate = count != 0;
        }
        if (count == 0) {
            count = amountGroups(*this, group);
        }
        keep(group, count);
        group += std::max<std::size_t>(count, 1);
    }
}

void Run::mark(std::size_t first, std::size_t last, Trace trace)
{
    marks.push_back({groups[first].begin, groups[last].end, end, trace});
    std::fill(marked.begin() + static_cast<std::ptrdiff_t>(first),
              marked.begin() + static_cast<std::ptrdiff_t>(last) + 1, true);
}

std::vector<Run> runsOf(const Symbols& text)
{
    std::vector<Run> runs;
    for (std::size_t at = 0; at < text.size();) {
        if (figuresEnd(text, at) == at) {
            ++at;
            continue;
        }
        Run run{text, {}, at};
        for (std::size_t end = figuresEnd(text, at); end > at; end = figuresEnd(text, at)) {
            Group group{at, end, 0};
            for (std::size_t i = at; i < end; ++i) {
                group.real += text[i].isDigit() ? 1U : 0U;
            }
            run.groups.push_back(group);
            at = end;
            while (at < text.size() && at - end < gapMax && !text[at].isLetter && !text[at].isDigit() &&
                   text[at].code != barrier) {
                ++at;
            }
        }
        run.end = at;
        run.marked.resize(run.groups.size());
        runs.push_back(std::move(run));
    }
    return runs;
}

} // namespace smiley::core::redaction
