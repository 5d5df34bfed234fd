// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/settings.h"
#include "app/core/statistics.h"
#include "app/core/time.h"
#include "app/store/store.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

/// What staff may see of the stand's figures: counts of the day that runs, shares of the last closed week.
///
/// While a day runs staff are blind to its result: no type of today's part has a place where a face could be, and nothing
/// in it changes where visitors had tapped other faces with the same verdicts. The week is what the envelopes say that
/// this stand sealed, under the rules that the centre publishes by (app/core/small_numbers.h, app/core/statistics.h).
/// Never a single answer, a time, a comment.

namespace smiley::staff {

/// The usual range of a weekday is told from so many days.
inline constexpr std::size_t usualDaysMin = 4;
/// Weeks back in which a whole closed one is looked for: envelopes are kept no longer.
inline constexpr int weeksBackMax = 5;

/// From, to: both are in it.
struct Range {
    std::uint64_t low = 0;
    std::uint64_t high = 0;
    auto operator<=>(const Range&) const = default;
};

/// Presses that are no answer of their own, by why.
struct Repeats {
    std::uint64_t same = 0;      ///< the answer was there already, or somebody else's press in a visit
    std::uint64_t corrected = 0; ///< another press of the visit took its place
    std::uint64_t play = 0;      ///< one after the other, as children do
    std::uint64_t run = 0;       ///< again and again, over minutes
    /// Of the presses of visitors, 0..1; nothing under ten answers.
    std::optional<double> share;
    [[nodiscard]] std::uint64_t total() const { return same + corrected + play + run; }
    bool operator==(const Repeats&) const = default;
};

/// How many of those who could answer did.
struct Participation {
    enum class Source : std::uint8_t {
        DoorCounter,
        TypedDoor,         ///< staff counted at the door
        TypedAppointments, ///< staff typed the day's appointments
    };
    std::uint64_t of = 0;
    Source source = Source::DoorCounter;
    /// 0..1; nothing under ten answers, and where there are more answers than people: then the count is wrong.
    std::optional<double> share;
    bool operator==(const Participation&) const = default;
};

/// Minutes of today in which nobody could answer.
struct DeadMinutes {
    std::uint64_t staff = 0;
    std::uint64_t cleaning = 0;
    std::uint64_t test = 0;
    std::optional<std::uint64_t> off; ///< within the opening hours; nothing: nobody knows
    [[nodiscard]] std::uint64_t total() const { return staff + cleaning + test + off.value_or(0); }
    bool operator==(const DeadMinutes&) const = default;
};

struct TodayAnswers {
    std::uint64_t count = 0;
    std::optional<Range> usual; ///< whole days of this weekday; nothing: under usualDaysMin are kept
    Repeats repeats;
    std::uint64_t withoutTicket = 0;            ///< presses without the card that the policy asks for; no repeats
    std::optional<Participation> participation; ///< nothing: nobody counts
    bool operator==(const TodayAnswers&) const = default;
};

struct Today {
    core::Day day;
    std::optional<TodayAnswers> answers; ///< nothing: the centre hides all figures
    DeadMinutes dead;
    bool operator==(const Today&) const = default;
};

/// A share as it may be shown, in whole percents.
struct Share {
    std::optional<int> percent; ///< nothing: only its bounds may be shown
    int low = 0;                ///< the bounds, or the percent itself
    int high = 0;
    core::Interval interval; ///< 95 %, clustered by day; 0..1
};

/// The newest ISO week of which every day is closed and sealed.
struct WeekFigures {
    enum class Shown : std::uint8_t {
        Shares,     ///< three, and from twenty answers on five
        Few,        ///< under `shownFrom`: not even how many
        Unanimous,  ///< under twenty, and all but one at most are alike
        NoEnvelope, ///< none is kept
    };
    int number = 0; ///< ISO 8601
    core::Day first;
    core::Day last;
    Shown shown = Shown::NoEnvelope;
    std::uint64_t shownFrom = 0;               ///< ten, or more: what the settings say, and what visitors were told
    std::uint64_t answers = 0;                 ///< 0 where they are few
    std::optional<std::array<Share, 3>> three; ///< 1-2, 3, 4-5
    std::optional<std::array<Share, 5>> five;  ///< worst first
};

struct Overview {
    Today today;
    bool isHidden = false;           ///< the centre hides all figures
    std::optional<WeekFigures> week; ///< nothing: hidden, or no week is closed yet
    /// Days of a newer week that is over, but waits for its envelopes.
    std::size_t daysNotSealed = 0;
    std::optional<core::Day> sealedUntil;    ///< last day that was sealed
    std::optional<core::WallMs> receiptedAt; ///< of that envelope; nothing: the centre hasn't answered for it
};

/// The overview as of `now`. `passages`: of the door counter today, where one is fitted; without it what the last answer
/// had noted is taken. Writes nothing. Any thread, with a store of its own; takes some ten milliseconds for each day that
/// is looked at. Errors: the store's.
[[nodiscard]] store::Result<Overview> overview(const store::Store& store, const core::StandSettings& settings,
                                               const core::Now& now,
                                               std::optional<std::uint64_t> passages = std::nullopt);

} // namespace smiley::staff
