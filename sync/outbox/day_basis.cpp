// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/outbox/day_basis.h"

#include "sync/outbox/day_content.h"

#include <array>
#include <sstream>

namespace smiley::outbox {

namespace {

using core::Period;

struct Kind {
    Period::Kind kind;
    const char* name;
};
constexpr std::array<Kind, 3> kinds{
    {{Period::Kind::Staff, "staff"}, {Period::Kind::Cleaning, "cleaning"}, {Period::Kind::Test, "test"}}};

std::optional<core::ClockQuality> qualityOf(const std::string& name)
{
    for (const auto quality : {core::ClockQuality::None, core::ClockQuality::Set, core::ClockQuality::Anchored}) {
        if (nameOf(quality) == name) {
            return quality;
        }
    }
    return std::nullopt;
}

bool readOpen(std::istringstream& words, core::StandMode& mode)
{
    std::string word;
    while (words >> word) {
        bool isKnown = false;
        for (const Kind& each : kinds) {
            if (word == each.name) {
                mode.apply(Period{each.kind, true});
                isKnown = true;
            }
        }
        if (!isKnown) {
            return false;
        }
    }
    return true;
}

bool readHours(std::istringstream& words, DayBasis& basis)
{
    for (auto& hours : basis.openingHours) {
        std::string word;
        if (!(words >> word)) {
            return false;
        }
        if (word == "-") {
            continue;
        }
        std::istringstream both(word);
        char dash = 0;
        hours.emplace();
        if (!(both >> hours->fromMinute >> dash >> hours->toMinute) || dash != '-' || !both.eof()) {
            return false;
        }
    }
    return true;
}

bool readClosedDays(std::istringstream& words, DayBasis& basis)
{
    std::string word;
    while (words >> word) {
        const auto day = core::Day::parse(word);
        if (!day) {
            return false;
        }
        basis.closedDays.insert(*day);
    }
    return !basis.closedDays.empty();
}

bool readHash(std::istringstream& words, std::optional<core::Hash>& hash)
{
    std::string word;
    words >> word;
    hash = core::Hash::parse(word);
    return hash.has_value();
}

/// A basis as it is read: what must be there is checked at the end.
struct Draft {
    std::optional<DayBasis::Closed> closed;
    std::optional<std::uint64_t> until;
    std::optional<core::Now> now;
    core::StandMode mode;
    std::optional<core::StandMemory> memory;
    std::optional<core::Hash> policy;
    std::optional<core::Hash> shadow;
    bool hasModel = false;
    std::optional<core::Hash> content;
};

bool readNow(std::istringstream& words, Draft& draft)
{
    std::int64_t monotonic = 0;
    std::int64_t wall = 0;
    std::string quality;
    words >> monotonic >> wall >> quality;
    const auto known = qualityOf(quality);
    if (!words || !known) {
        return false;
    }
    draft.now = core::Now{core::MonotonicMs{monotonic}, core::WallMs{wall}, *known};
    return true;
}

bool readClosed(std::istringstream& words, Draft& draft)
{
    std::string day;
    std::uint64_t row = 0;
    words >> day >> row;
    const auto parsed = core::Day::parse(day);
    if (!words || !parsed) {
        return false;
    }
    draft.closed = DayBasis::Closed{*parsed, core::Sequence{row}};
    return true;
}

bool readLine(const std::string& line, Draft& draft, DayBasis& basis)
{
    std::istringstream words(line);
    std::string name;
    words >> name;
    if (name == "closed") {
        return readClosed(words, draft);
    }
    if (name == "until") {
        return static_cast<bool>(words >> draft.until.emplace());
    }
    if (name == "now") {
        return readNow(words, draft);
    }
    if (name == "open") {
        return readOpen(words, draft.mode);
    }
    if (name == "hours") {
        return readHours(words, basis);
    }
    if (name == "holidays") {
        std::string word;
        words >> word;
        basis.holidaysClosed = word == "closed";
        return basis.holidaysClosed;
    }
    if (name == "closed-days") {
        return readClosedDays(words, basis);
    }
    if (name == "memory") {
        draft.memory = core::standMemoryOf(std::string_view(line).substr(std::string_view("memory ").size()));
        return draft.memory.has_value();
    }
    if (name == "model") {
        std::string word;
        words >> word;
        draft.hasModel = word == "run";
        return draft.hasModel || word == "none";
    }
    return (name == "policy" && readHash(words, draft.policy)) || (name == "shadow" && readHash(words, draft.shadow)) ||
           (name == "content" && readHash(words, draft.content));
}

} // namespace

std::string writeBasis(const DayBasis& basis)
{
    std::ostringstream text;
    text << "basis 1\n";
    if (basis.closed) {
        text << "closed " << basis.closed->day.text() << ' ' << core::number(basis.closed->lastRow) << '\n';
    }
    text << "until " << core::number(basis.until) << "\nnow " << core::count(basis.now.monotonic) << ' '
         << core::count(basis.now.wall) << ' ' << nameOf(basis.now.quality) << "\nopen";
    for (const Kind& each : kinds) {
        text << (basis.mode.isOpen(each.kind) ? std::string(" ") + each.name : "");
    }
    text << "\nhours";
    for (const auto& hours : basis.openingHours) {
        text << ' ';
        if (hours) {
            text << hours->fromMinute << '-' << hours->toMinute;
        } else {
            text << '-';
        }
    }
    text << (basis.holidaysClosed ? "\nholidays closed" : "");
    if (!basis.closedDays.empty()) {
        text << "\nclosed-days";
        for (const core::Day day : basis.closedDays) {
            text << ' ' << day.text();
        }
    }
    text << "\nmemory " << core::textOf(basis.memory) << "\npolicy " << basis.policy.text() << '\n';
    if (basis.shadow) {
        text << "shadow " << basis.shadow->text() << '\n';
    }
    text << "model " << (basis.hasModel ? "run" : "none") << '\n';
    text << "content " << basis.content.text() << '\n';
    return text.str();
}

std::optional<DayBasis> readBasis(std::string_view text)
{
    std::istringstream lines{std::string(text)};
    std::string line;
    if (!std::getline(lines, line) || line != "basis 1") {
        return std::nullopt;
    }
    Draft draft;
    DayBasis basis{.policy = *core::Hash::parse(std::string(64, '0')),
                   .content = *core::Hash::parse(std::string(64, '0'))};
    while (std::getline(lines, line)) {
        if (!readLine(line, draft, basis)) {
            return std::nullopt;
        }
    }
    if (!draft.until || !draft.now || !draft.memory || !draft.policy || !draft.content) {
        return std::nullopt;
    }
    basis.closed = draft.closed;
    basis.until = core::Sequence{*draft.until};
    basis.now = *draft.now;
    basis.mode = draft.mode;
    basis.memory = *draft.memory;
    basis.policy = *draft.policy;
    basis.shadow = draft.shadow;
    basis.hasModel = draft.hasModel;
    basis.content = *draft.content;
    return basis;
}

} // namespace smiley::outbox
