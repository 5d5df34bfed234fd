// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>

/// Counting policies: data, not code.

namespace smiley::core {

/// What "Jeg er den næste" is worth without a presence break (METHOD.md 3: a claim, not a verdict).
enum class Claims : std::uint8_t {
    Never,
    Sparingly, ///< at most one in `claimEveryMs` and one per presence
    Always,
};

/// What becomes of a run: visits with one face that nobody walks away from (METHOD.md 3, L4).
enum class Runs : std::uint8_t {
    Ignore,
    Flag,    ///< counted and marked: the default of a stand that was never counted on site
    Exclude, ///< what `headline` is judged by
};

/// One way in which a person taps more than once. Gaps are log-normal.
struct Behaviour {
    double share = 0;      ///< of the visits
    double goesOn = 0;     ///< probability of a further tap after each but the first: there is a second
    double gapSeconds = 1; ///< median
    double gapSpread = 1;  ///< standard deviation of the logarithm
    double sameFace = 0;   ///< probability that a further tap is the same face
    auto operator<=>(const Behaviour&) const = default;
};

/// The running odds (METHOD.md 3) with the door's count: the parameters of `headline`. None depends on the face.
struct VisitRule {
    /// A tap opens a new visit where the odds for it are above this. Over 1: a doubt is a repeat.
    double newVisitOdds = 1.8;
    std::int64_t tooSoonMs = 1500; ///< two people can't change places faster

    // People who come: one by one, or in a queue.
    double queueShare = 0.12;        ///< of the visits come in a queue or a group,
    double queueShareInQueue = 0.65; ///< where the visit before did
    double queueGapSeconds = 4.8;    ///< median, log-normal
    double queueGapSpread = 0.55;
    std::int64_t queueMs = 12000; ///< a new visit within this is of a queue
    double agreement = 0.28;      ///< two people tap the same face

    // One person's taps.
    Behaviour correcting{0.035, 0.15, 2.2, 0.6, 0.05};
    Behaviour repeating{0.05, 0.65, 0.8, 0.7, 0.96};
    Behaviour playing{0.012, 0.93, 0.6, 0.8, 0.22};
    Behaviour lingering{0.025, 0.15, 14, 0.8, 0.75};

    /// Taps that follow each other within this are held against the number of people who walked out.
    std::int64_t episodeMs = 14000;

    // "Jeg er den næste" without presence break: at most one is heard in `claimEveryMs` and in one presence.
    Claims claims = Claims::Sparingly;
    double claimOdds = 12; ///< what one that is heard is worth
    std::int64_t claimEveryMs = 20000;

    // L3, play.
    std::int64_t playTaps = 5;
    std::int64_t playFaces = 3;
    double playGapSeconds = 2.2; ///< slower on average is no play

    // L4, runs.
    Runs runs = Runs::Exclude;
    double runOnset = 0.003;       ///< per visit, for each face and pace; less on a stand busier than a visit in 270 s
    double runEnd = 0.05;          ///< per visit
    std::int64_t runVisitsMin = 4; ///< fewer are no run
    /// The circuit breaker: share of a day's visits.
    double breakerShare = 0.3;

    /// A visit counts only where it began with a one-time ticket that was never used; also while the scanner is lost.
    bool ticketsRequired = false;
    auto operator<=>(const VisitRule&) const = default;
};

/// Counts a tap when at least `ms` have passed since the last counted tap; its face is that tap's.
struct FixedWindow {
    std::int64_t ms = 5000;
    auto operator<=>(const FixedWindow&) const = default;
};

/// Counts every tap.
struct EveryTap {
    auto operator<=>(const EveryTap&) const = default;
};

struct Policy {
    std::string name; ///< "raw", "window:5", "strict", "headline", "loose"
    std::variant<EveryTap, FixedWindow, VisitRule> rule;

    /// A standard policy by its name, or nothing. `window:W` takes W = 1..3600 seconds.
    [[nodiscard]] static std::optional<Policy> named(std::string_view name);
    /// Those whose tallies every envelope carries: raw, window:5|10|15|30|60|120, strict, headline, loose.
    [[nodiscard]] static std::span<const std::string_view> standardNames();
    auto operator<=>(const Policy&) const = default;
};

} // namespace smiley::core
