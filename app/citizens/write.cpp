// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/citizens/write.h"

#include "app/adjudicate/taps_csv.h"

namespace smiley::citizens {

std::string tapsCsv(const Period& period)
{
    std::string csv;
    adjudicate::appendHeader(csv);
    for (std::size_t day = 0; day < period.days.size(); ++day) {
        const std::string dayText = std::to_string(day);
        for (std::size_t i = 0; i < period.days[day].taps.size(); ++i) {
            const core::TapView& tap = period.days[day].taps[i];
            const Truth& truth = period.days[day].truths[i];
            const std::string id = std::to_string(tap.tap);
            const std::string ticket = truth.ticket ? ticketOf(truth.person) : "";
            adjudicate::appendRow(csv, {id, "K1", dayText, ticket, tap});
        }
    }
    return csv;
}

std::string truthCsv(const Period& period)
{
    std::string csv = "tap_id,person,behaviour,genuine,true_answer\r\n";
    for (const SimulatedDay& day : period.days) {
        for (std::size_t i = 0; i < day.taps.size(); ++i) {
            const Truth& truth = day.truths[i];
            csv += std::to_string(day.taps[i].tap) + "," + std::to_string(truth.person) + "," +
                   std::string(nameOf(truth.behaviour)) + (truth.genuine ? ",1," : ",0,") +
                   std::to_string(truth.answer) + "\r\n";
        }
    }
    return csv;
}

} // namespace smiley::citizens
