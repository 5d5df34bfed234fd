// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/citizens/scenario.h"
#include "app/core/verdict.h"

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

/// The people of one day and what they press, before any sensor saw it.

namespace smiley::citizens {

/// What somebody did: the first thing that makes their taps more than one plain tap, else where they came from.
enum class Behaviour : std::uint8_t {
    // genuine, unless Withdrew without answering again
    Honest,     ///< came alone, tapped once
    Group,      ///< once, in a group
    Queue,      ///< once, in a queue
    Couple,     ///< once, beside somebody else
    Line,       ///< once, in a class standing in line
    Agreeing,   ///< once, in a group that agrees
    Takeover,   ///< took up the poll that another person had left
    Multi,      ///< many times, the same face
    Correction, ///< a neighbour face first
    Linger,     ///< again after reading
    Confirm,    ///< twice at once
    Tremor,
    TriesAll,
    PollBack, ///< went back from the poll and tapped another face
    Withdrew,
    Masher, ///< answered, then claimed to be the next one again and again
    // never genuine
    Child,
    Staff,
    Cleaner,
    Closed,
};
inline constexpr std::size_t behaviourCount = static_cast<std::size_t>(Behaviour::Closed) + 1;
/// "honest", "group", …, as in truth.csv.
[[nodiscard]] std::string_view nameOf(Behaviour behaviour);

/// How somebody stands to who taps before and after: what decides whether a presence break is seen.
enum class Company : std::uint8_t {
    Alone,
    Queue,
    Group, ///< with small breaks
    Blob,  ///< a group or couple that stands so close that no break is seen
    Line,
    Agreeing,
    Child,
    Stays, ///< staff, cleaners, mashers
    WalksAway,
};

struct Person {
    std::uint32_t id = 0;
    Behaviour behaviour = Behaviour::Honest;
    bool genuine = true;
    int answer = 0; ///< 1..5; 0 where not genuine
    bool ticket = false;
    double lastPress = 0;  ///< seconds since opening
    double staysAfter = 0; ///< seconds at the screen after it
};

struct Press {
    double at = 0; ///< seconds since opening
    int face = 3;
    std::size_t person = 0; ///< place in Crowd::people
    std::uint32_t episode = 0;
    Company company = Company::Alone;
    core::ScreenContext screen = core::ScreenContext::Faces;
    core::Mode mode = core::Mode::Normal;
    bool withdrawn = false; ///< "Fortryd" after it
};

struct Crowd {
    std::vector<Person> people;
    std::vector<Press> presses;        ///< by time
    std::vector<double> otherPassages; ///< of people who don't answer; by time
};

/// The answers' shares moved by `delta` on the cumulative logit.
[[nodiscard]] std::array<double, 5> shifted(const std::array<double, 5>& shares, double delta);

/// One day. People are numbered from `firstPerson` on. `day` counts from 0.
[[nodiscard]] Crowd makeCrowd(const Scenario& scenario, std::uint64_t seed, int day, std::uint32_t firstPerson);

} // namespace smiley::citizens
