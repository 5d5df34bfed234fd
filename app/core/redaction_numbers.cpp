// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/redaction_run.h"

#include <algorithm>
#include <array>
#include <optional>

/// CPR numbers, phone numbers and runs of digits.
///
/// The text is cut into *runs*: groups of digits with at most `gapMax` symbols between them that are neither letters nor
/// digits. In a run, in this order:
///
/// 1. Kept: a time with a colon, a date with a four-figure year, a range of such, hours after it; an amount with a unit.
/// 2. CPR: ddmmyy or ddmmyyyy and four figures in whatever groups, with spaces, dots, dashes, slashes between them (other
///    signs only without space, or between date and the rest). The day may have 60 added. d.m.yy-nnnn and d/m yyyy nnnn
///    too, and a date with its last four figures behind "løbenr". After "cpr" any ten figures. Never by checksum: since
///    2007 not every number has one (CPR-kontoret).
/// 3. Phone: "+" or "00" and 7 to 15 figures; eight in Danish groups, the first not 0 or 1; after "tlf" any eight.
/// 4. Digits: five or more together without a unit; nine or more in groups with one kind of separator; eight single ones.
///
/// A letter O, I or l beside a figure is read as one in CPR numbers.

namespace smiley::core::redaction {

namespace {

constexpr std::size_t cprFigures = 10;
constexpr std::size_t phoneFigures = 8;

/// The figures from group `first` on, as they follow each other.
class Figures {
public:
    Figures(const Run& run, std::size_t first, std::size_t most)
    {
        for (std::size_t group = first; group < run.groups.size() && m_values.size() < most; ++group) {
            for (std::size_t at = run.groups[group].begin; at < run.groups[group].end && m_values.size() < most; ++at) {
                m_values.push_back(figureAt(run.text, at));
                m_real += run.text[at].isDigit() ? 1U : 0U;
                m_groups.push_back(group);
            }
        }
    }
    [[nodiscard]] std::size_t size() const { return m_values.size(); }
    [[nodiscard]] int two(std::size_t at) const { return m_values[at] * 10 + m_values[at + 1]; }
    [[nodiscard]] std::size_t group(std::size_t at) const { return m_groups[at]; }
    [[nodiscard]] std::size_t real() const { return m_real; }

private:
    std::vector<int> m_values;
    std::vector<std::size_t> m_groups;
    std::size_t m_real = 0;
};

// ---------------------------------------------------------------------------------------------------------------------
// CPR

/// The separators between the groups of a CPR number; `boundary` is the last group of its date.
bool areCprGaps(const Run& run, std::size_t first, std::size_t boundary, std::size_t last)
{
    for (std::size_t group = first; group < last; ++group) {
        const Gap gap = run.gap(group);
        if (gap.isStrict() || !gap.hasSpace()) {
            continue;
        }
        // "010190, 1234", but not "10, 11, 12, 13, 14"
        const bool isBetween = group == boundary && last == boundary + 1;
        if (!isBetween) {
            return false;
        }
    }
    return true;
}

struct CprEnd {
    std::size_t group; ///< the last one
    bool isExact;      ///< the number ends where it does
};

/// The end of the CPR number that begins with group `first`.
std::optional<CprEnd> cprEnd(const Run& run, std::size_t first, std::size_t dateFigures)
{
    constexpr std::size_t realMin = 7;
    const Figures figures(run, first, dateFigures + 4);
    if (figures.size() < dateFigures + 4 || figures.real() < realMin) {
        return std::nullopt;
    }
    const bool isYearLong = dateFigures == 8;
    const int century = isYearLong ? figures.two(4) : 19;
    if (!isDay(figures.two(0)) || !isMonth(figures.two(2)) || century < 18 || century > 20) {
        return std::nullopt;
    }
    const std::size_t boundary = figures.group(dateFigures - 1);
    const std::size_t last = figures.group(dateFigures + 3);
    if (!areCprGaps(run, first, boundary, last)) {
        return std::nullopt;
    }
    const auto keptFrom = [&run](std::size_t from, std::size_t to) {
        for (std::size_t group = from; group <= to; ++group) {
            if (run.groups[group].isKept) {
                return true;
            }
        }
        return false;
    };
    // A date may be the beginning of a CPR number; a time or another date can't be its end.
    const bool isDate = isYearLong && boundary == first + 2 && last > boundary;
    if (keptFrom(isDate ? boundary + 1 : first, last)) {
        return std::nullopt;
    }
    if (last == boundary + 1 && run.gap(boundary).hasSpace() && isUnitAfter(run.text, run.groups[last].end)) {
        return std::nullopt;
    }
    std::size_t figuresToEnd = 0;
    for (std::size_t group = first; group <= last; ++group) {
        figuresToEnd += run.groups[group].size();
    }
    return CprEnd{last, figuresToEnd == dateFigures + 4};
}

/// Of a long and a short year the one with which the number ends where its last group does; else the long one.
std::optional<std::size_t> cprEnd(const Run& run, std::size_t first)
{
    const auto withLong = cprEnd(run, first, 8);
    const auto withShort = cprEnd(run, first, 6);
    if (withLong && (withLong->isExact || !withShort || !withShort->isExact)) {
        return withLong->group;
    }
    return withShort ? std::optional(withShort->group) : std::nullopt;
}

/// d.m.yy-nnnn with a day or month of one figure; before the year a space is enough after a slash or for four figures.
std::optional<std::size_t> shortCprEnd(const Run& run, std::size_t first)
{
    constexpr std::size_t parts = 4;
    if (first + parts > run.groups.size()) {
        return std::nullopt;
    }
    const auto size = [&run, first](std::size_t part) { return run.groups[first + part].size(); };
    const bool isShaped = size(0) <= 2 && size(1) <= 2 && size(0) + size(1) < 4 && (size(2) == 2 || size(2) == 4) &&
                          size(3) == 4 && isDay(run.value(first)) && isMonth(run.value(first + 1));
    const Gap two = run.gap(first + 1);
    const bool isSpaceEnough = run.gap(first).isOneOf("/") || size(2) == 4;
    const bool isDotted =
        run.gap(first).isOneOf("./-") && (two.isOneOf("./-") || (isSpaceEnough && two.consistsOf(" \n")));
    const std::size_t last = first + parts - 1;
    const bool isAmount = run.gap(last - 1).hasSpace() && isUnitAfter(run.text, run.groups[last].end);
    const bool isHour = run.groups[last].isKept;
    return isShaped && isDotted && areCprGaps(run, first, first + 2, last) && !isAmount && !isHour ? std::optional(last)
                                                                                                   : std::nullopt;
}

void markCpr(Run& run)
{
    const bool isLabelled = run.isAfter(cprLabels);
    for (std::size_t first = 0; first < run.groups.size(); ++first) {
        std::optional<std::size_t> last;
        if (isLabelled && first == 0) {
            const Figures figures(run, first, cprFigures);
            if (figures.size() == cprFigures) {
                last = figures.group(cprFigures - 1);
            }
        }
        if (!last) {
            last = cprEnd(run, first);
        }
        if (!last) {
            last = shortCprEnd(run, first);
        }
        if (last) {
            run.mark(first, *last, Trace::Cpr);
            first = *last;
        }
    }
}

/// A date of six figures and, not far behind it, four others: "010190, løbenr. 1234". A year is none of those, unless it
/// follows at once.
bool isDateAndRest(const Run& run, const Run& next)
{
    constexpr std::size_t gapMax = 12;
    constexpr std::size_t wordlessMax = 4;
    const Group& date = run.groups.back();
    const Group& rest = next.groups.front();
    const std::size_t gap = rest.begin - date.end;
    if (date.size() != 6 || rest.size() != 4 || gap > gapMax || (gap > wordlessMax && isYear(next.value(0)))) {
        return false;
    }
    for (std::size_t at = date.end; at < rest.begin; ++at) {
        if (run.text[at].code == barrier) {
            return false;
        }
    }
    const int figures = run.value(run.groups.size() - 1);
    return isDay(figures / 10000) && isMonth(figures / 100 % 100);
}

/// Where the date begins with which the run ends, if it does; in one group or in three.
std::optional<std::size_t> endingDate(const Run& run)
{
    const std::size_t last = run.groups.size() - 1;
    const auto isDate = [](int day, int month) { return isDay(day) && isMonth(month); };
    const int figures = run.value(last);
    switch (run.groups[last].size()) {
    case 6: return isDate(figures / 10000, figures / 100 % 100) ? std::optional(last) : std::nullopt;
    case 8: return isDate(figures / 1000000, figures / 10000 % 100) ? std::optional(last) : std::nullopt;
    default: break; // every other size
    }
    if (last < 2 || !run.gap(last - 2).consistsOf(" ./-") || !run.gap(last - 1).consistsOf(" ./-")) {
        return std::nullopt;
    }
    const std::size_t first = last - 2;
    const auto size = [&run, first](std::size_t part) { return run.groups[first + part].size(); };
    const bool isIso = size(0) == 4 && size(1) == 2 && size(2) == 2;
    const bool isDanish = size(0) <= 2 && size(1) <= 2 && (size(2) == 2 || size(2) == 4);
    const int day = run.value(isIso ? last : first);
    return (isIso || isDanish) && isDate(day, run.value(first + 1)) ? std::optional(first) : std::nullopt;
}

// ---------------------------------------------------------------------------------------------------------------------
// Phone

bool isPhoneGap(const Gap& gap) { return gap.size() <= 3 && gap.consistsOf(" .-/()"); }

/// "+45 12 34 56 78", "0046 70 …".
void markForeign(Run& run)
{
    constexpr std::size_t figuresMin = 7;
    constexpr std::size_t figuresMax = 15;
    for (std::size_t first = 0; first < run.groups.size(); ++first) {
        const Group& group = run.groups[first];
        const std::size_t begin = group.begin;
        const std::size_t sign = run.text.before(begin).code == ' ' ? begin - 1 : begin;
        const bool hasSign = run.text.before(sign).code == '+';
        const bool hasZeros = run.text.says(begin, "00");
        if (run.isMarked(first) || (!hasSign && !hasZeros)) {
            continue;
        }
        const bool isDanish = run.text.says(begin, hasSign ? "45" : "0045");
        const std::size_t danishFigures = phoneFigures + (hasSign ? 2 : 4);
        std::size_t figures = 0;
        std::size_t last = first;
        for (std::size_t next = first; next < run.groups.size() && !run.isMarked(next); ++next) {
            figures += run.groups[next].size();
            if (figures > figuresMax || run.groups[next].isKept || (next > first && !isPhoneGap(run.gap(next - 1)))) {
                figures -= run.groups[next].size();
                break;
            }
            last = next;
            if (isDanish && figures == danishFigures) {
                break;
            }
        }
        if (figures >= figuresMin + (hasSign ? 0 : 2)) {
            run.mark(first, last, Trace::Phone);
            run.marks.back().begin = hasSign ? sign - 1 : begin;
            first = last;
        }
    }
}

using Grouping = std::vector<std::size_t>;
const std::array<Grouping, 11> danishGroupings{{
    {8},
    {4, 4},
    {2, 6},
    {6, 2},
    {3, 3, 2},
    {2, 3, 3},
    {3, 2, 3},
    {2, 2, 4},
    {4, 2, 2},
    {2, 4, 2},
    {2, 2, 2, 2},
}};

bool isDanishPhone(const Run& run, std::size_t first, const Grouping& grouping, bool isLabelled)
{
    if (first + grouping.size() > run.groups.size()) {
        return false;
    }
    for (std::size_t part = 0; part < grouping.size(); ++part) {
        const Group& group = run.groups[first + part];
        const bool isJoined = part == 0 || (run.gap(first + part - 1).isStrict() &&
                                            (isLabelled || run.gap(first + part - 1).isLike(run.gap(first))));
        if (group.size() != grouping[part] || !isJoined || group.isKept || run.isMarked(first + part)) {
            return false;
        }
    }
    if (isLabelled || grouping.size() == 1) {
        return true;
    }
    const bool areYears = grouping.size() == 2 && isYear(run.value(first)) && isYear(run.value(first + 1));
    const bool isDate = grouping.size() == 3 && grouping[2] == 4 && run.value(first) <= 31 &&
                        isMonth(run.value(first + 1)) && isYear(run.value(first + 2));
    const bool areTimes = grouping.size() == 2 && run.isAfter(timeLabels);
    const bool isAmount = isUnitAfter(run.text, run.groups[first + grouping.size() - 1].end);
    return figureAt(run.text, run.groups[first].begin) >= 2 && !areYears && !areTimes && !isDate && !isAmount;
}

void markDanish(Run& run)
{
    const bool isLabelled = run.isAfter(phoneLabels);
    for (std::size_t first = 0; first < run.groups.size(); ++first) {
        for (const Grouping& grouping : danishGroupings) {
            if (isDanishPhone(run, first, grouping, isLabelled)) {
                run.mark(first, first + grouping.size() - 1, Trace::Phone);
                break;
            }
        }
    }
}

// ---------------------------------------------------------------------------------------------------------------------
// Digits

/// The last group of those from `first` on that have the same separator.
std::size_t evenEnd(const Run& run, std::size_t first)
{
    std::size_t last = first;
    while (last + 1 < run.groups.size() && run.gap(last).size() == 1 && run.gap(last).isStrict() &&
           run.gap(last).isLike(run.gap(first)) && !run.groups[last + 1].isKept &&
           (run.groups[first].size() == 1) == (run.groups[last + 1].size() == 1)) {
        ++last;
    }
    return last;
}

void markEven(Run& run)
{
    constexpr std::size_t groupedMin = 9;
    constexpr std::size_t singleMin = 8;
    for (std::size_t first = 0; first < run.groups.size(); ++first) {
        const std::size_t last = run.groups[first].isKept ? first : evenEnd(run, first);
        if (last == first) {
            continue;
        }
        std::size_t figures = 0;
        bool areYears = true;
        bool isAmount = run.gap(first).isOneOf(".") && run.groups[first].size() <= 3;
        bool hasCpr = false;
        for (std::size_t group = first; group <= last; ++group) {
            figures += run.groups[group].size();
            areYears = areYears && isYear(run.value(group));
            isAmount = isAmount && (group == first || run.groups[group].size() == 3);
            hasCpr = hasCpr || run.isMarked(group);
        }
        const bool isEnough = figures >= (run.groups[first].size() == 1 ? singleMin : groupedMin);
        if (isEnough && !areYears && !isAmount) {
            run.mark(first, last, hasCpr ? Trace::Cpr : Trace::Digits);
        }
        first = last;
    }
}

/// What hangs on a run of digits without space belongs to it: "900101-1234".
void markLong(Run& run)
{
    constexpr std::size_t longMin = 5;
    constexpr std::size_t amountMax = 7;
    const auto isTight = [&run](std::size_t group) {
        return run.gap(group).size() == 1 && run.gap(group).isOneOf("-./_\\~");
    };
    const auto isFree = [&run](std::size_t group) { return !run.isMarked(group) && !run.groups[group].isKept; };
    for (std::size_t group = 0; group < run.groups.size(); ++group) {
        const Group& figures = run.groups[group];
        if (run.isMarked(group) || figures.real < longMin) {
            continue;
        }
        if (figures.size() <= amountMax && isUnitAfter(run.text, figures.end)) {
            continue;
        }
        std::size_t first = group;
        std::size_t last = group;
        while (first > 0 && isTight(first - 1) && isFree(first - 1)) {
            --first;
        }
        while (last + 1 < run.groups.size() && isTight(last) && isFree(last + 1)) {
            ++last;
        }
        run.mark(first, last, Trace::Digits);
        group = last;
    }
}

/// How far the search looked for the run's last figures.
std::size_t seenEnd(const Run& run)
{
    constexpr std::size_t restSeen = restReach + 5; // with the rest's four figures and what ends them
    const Symbols& text = run.text;
    const Group& last = run.groups.back();
    std::size_t seen = last.size() >= 6 && endingDate(run) ? last.end + restSeen : run.end;
    // The beginning of "kr" or of "l234" isn't yet the end of the number.
    if (mayBecomeUnit(text, last.end) || mayBecomeFigure(text, run.end)) {
        seen = std::max(seen, text.size());
    }
    return seen;
}

} // namespace

void findNumbers(const Symbols& text, Matches& matches)
{
    std::vector<Run> runs = runsOf(text);
    for (std::size_t i = 0; i < runs.size(); ++i) {
        Run& run = runs[i];
        run.keepOrdinary();
        markForeign(run);
        markCpr(run);
        markDanish(run);
        markEven(run);
        markLong(run);
        const std::size_t seen = seenEnd(run);
        for (const Match& mark : run.marks) {
            const bool isLast = mark.end == run.groups.back().end;
            matches.push_back({mark.begin, mark.end, isLast || seen == text.size() ? seen : run.end, mark.trace});
        }
        if (i + 1 < runs.size() && isDateAndRest(run, runs[i + 1])) {
            const Group& date = run.groups.back();
            const Group& rest = runs[i + 1].groups.front();
            addDateAndRest(text, {date.begin, date.end}, {rest.begin, rest.end}, matches);
        }
        if (const auto date = endingDate(run)) {
            const std::size_t end = run.groups.back().end;
            if (const auto rest = labelledRest(text, end)) {
                addDateAndRest(text, {run.groups[*date].begin, end}, *rest, matches);
            }
        }
    }
}

} // namespace smiley::core::redaction
