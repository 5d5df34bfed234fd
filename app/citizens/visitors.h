// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/citizens/crowd.h"
#include "app/citizens/random.h"
#include "app/citizens/scenario.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

/// What one person does at the stand. Only for this folder's .cpp files.

namespace smiley::citizens {

/// People at the stand one after another, and how long they occupy it.
struct Episode {
    std::vector<Press> presses;
    double end = 0;
    bool waits = true; ///< its people wait until the stand is free
};

/// Makes people and what they press, for one day.
class Visitors {
public:
    /// New people are appended to `people` and numbered from `firstPerson` on.
    Visitors(const Scenario& scenario, std::vector<Person>& people, std::uint32_t firstPerson)
        : m_scenario(scenario),
          m_people(people),
          m_nextPerson(firstPerson)
    {}
    /// The day's shares of the answers.
    void setShares(const std::array<double, 5>& shares) { m_shares = shares; }

    /// A new person; the place in `people`.
    std::size_t person(Behaviour behaviour, bool genuine, int answer);

    /// One genuine visitor, and all that they do from `at` on: taps, poll, and who takes the poll over. `plain` is
    /// what it is called if they tap once.
    void visitor(Random& random, Episode& episode, double at, int answer, Company company, Behaviour plain,
                 core::ScreenContext screen = core::ScreenContext::Faces);

    static void press(Episode& episode, double at, int face, std::size_t person, Company company);
    /// A face beside this one.
    [[nodiscard]] static int neighbour(Random& random, int face);

private:
    void withdraws(Random& random, Episode& episode, double at, std::size_t who, Company company);
    void poll(Random& random, Episode& episode, std::size_t who, Company company);

    const Scenario& m_scenario;
    std::vector<Person>& m_people;
    std::uint32_t m_nextPerson;
    std::array<double, 5> m_shares{};
};

} // namespace smiley::citizens
