// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/redaction_text.h"

#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

/// Inside of redaction: figures near each other, and what of them is ordinary.

namespace smiley::core::redaction {

/// Words that say what the figures after them are.
inline constexpr std::array<std::string_view, 6> cprLabels{"cpr",          "cprnr",    "cprnummer",
                                                           "personnummer", "personnr", "cprno"};
inline constexpr std::array<std::string_view, 17> phoneLabels{
    "tlf",   "tlfnr",  "telefon",     "telefonnr", "telefonnummer", "mobil", "mobilnr",  "mobilnummer", "mob",
    "phone", "mobile", "phonenumber", "ring",      "sms",           "tel",   "whatsapp", "call"};
inline constexpr std::array<std::string_view, 3> timeLabels{"kl", "klokken", "at"};

/// 0-9, also for a letter O, I or l; -1 for anything else. The letters count only beside a figure (`runsOf`).
[[nodiscard]] int figureAt(const Symbols& text, std::size_t at);

[[nodiscard]] constexpr bool isMonth(int value) { return value >= 1 && value <= 12; }
/// Also with 60 added, as in replacement numbers.
[[nodiscard]] constexpr bool isDay(int value) { return (value >= 1 && value <= 31) || (value >= 61 && value <= 91); }
[[nodiscard]] constexpr bool isYear(int value) { return value >= 1900 && value <= 2099; }

/// "kr", "%" and the like after the figures that end before `end`.
[[nodiscard]] bool isUnitAfter(const Symbols& text, std::size_t end);
/// The text ends in what may become a unit for them.
[[nodiscard]] bool mayBecomeUnit(const Symbols& text, std::size_t end);
/// "0800-1600" is at `at`.
[[nodiscard]] bool areHoursAt(const Symbols& text, std::size_t at);
/// Symbols of a text.
struct Span {
    std::size_t begin;
    std::size_t end;
};
/// The last four figures of a CPR number behind its date, which ends before `dateEnd`, where a "løbenr" or "cpr" between
/// them says so.
[[nodiscard]] std::optional<Span> labelledRest(const Symbols& text, std::size_t dateEnd);
/// Both go, at the same time; the words between them stay.
void addDateAndRest(const Symbols& text, Span date, Span rest, Matches& matches);
inline constexpr std::size_t restReach = 24; ///< how far behind the date they begin at most
/// The text ends in letters at `at` that may be figures, once a figure follows.
[[nodiscard]] bool mayBecomeFigure(const Symbols& text, std::size_t at);

/// Figures without anything between them.
struct Group {
    std::size_t begin;
    std::size_t end;
    std::size_t real;    ///< of them no letters
    bool isKept = false; ///< part of a time, a date or an amount
    [[nodiscard]] std::size_t size() const { return end - begin; }
};

/// What stands between two groups.
class Gap {
public:
    Gap(const Symbols& text, std::size_t begin, std::size_t end) : m_text(&text), m_begin(begin), m_end(end) {}
    [[nodiscard]] std::size_t size() const { return m_end - m_begin; }
    /// Only spaces, dots, dashes, slashes and the like.
    [[nodiscard]] bool isStrict() const { return consistsOf(" \n.-/\\_~", true); }
    [[nodiscard]] bool hasSpace() const;
    [[nodiscard]] bool hasDash() const;
    [[nodiscard]] bool consistsOf(std::string_view ascii, bool orReplacement = false) const;
    /// One of these, with or without spaces.
    [[nodiscard]] bool isOneOf(std::string_view ascii) const;
    [[nodiscard]] bool isLike(const Gap& other) const;

private:
    const Symbols* m_text;
    std::size_t m_begin;
    std::size_t m_end;
};

struct Run {
    const Symbols& text;
    std::vector<Group> groups;
    std::size_t end; ///< the first symbol behind it that belongs to no run
    std::vector<Match> marks{};
    std::vector<bool> marked{};

    /// Between `group` and the next.
    [[nodiscard]] Gap gap(std::size_t group) const { return {text, groups[group].end, groups[group + 1].begin}; }
    /// Of at most eight figures; of longer groups the first eight.
    [[nodiscard]] int value(std::size_t group) const;
    /// One of the last two words before the run is one of these.
    [[nodiscard]] bool isAfter(std::span<const std::string_view> labels) const;
    /// Sets `isKept`.
    void keepOrdinary();
    void mark(std::size_t first, std::size_t last, Trace trace);
    [[nodiscard]] bool isMarked(std::size_t group) const { return marked[group]; }
};

[[nodiscard]] std::vector<Run> runsOf(const Symbols& text);

} // namespace smiley::core::redaction
