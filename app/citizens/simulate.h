// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/citizens/crowd.h"
#include "app/citizens/scenario.h"
#include "app/core/verdict.h"

#include <cstdint>
#include <string>
#include <vector>

/// Days of taps with known truth: a crowd (crowd.h) as presence sensor and door counter saw it.

namespace smiley::citizens {

/// Who made a tap, and what they meant.
struct Truth {
    std::uint32_t person = 0; ///< unique in the period, from 1; a visit, not a citizen
    Behaviour behaviour = Behaviour::Honest;
    bool genuine = true;
    int answer = 0; ///< 1..5; 0 where not genuine
    bool ticket = false;
};

struct SimulatedDay {
    std::vector<core::TapView> taps;      ///< numbered through the period, from 1; time since opening
    std::vector<Truth> truths;            ///< one per tap
    std::vector<std::int64_t> passagesMs; ///< at the door, as counted
};

struct Period {
    std::vector<SimulatedDay> days;
};

/// The same scenario and seed give the same period on every machine.
[[nodiscard]] Period simulate(const Scenario& scenario, std::uint64_t seed);

/// What the scenario's answers come from: the mean and the share of 1 and 2 over endlessly many days.
struct Superpopulation {
    double mean = 0;
    double redShare = 0;
};
[[nodiscard]] Superpopulation superpopulation(const Scenario& scenario);

/// "T000123", the ticket of a person; tickets are core::ticketKey of it.
[[nodiscard]] std::string ticketOf(std::uint32_t person);

} // namespace smiley::citizens
