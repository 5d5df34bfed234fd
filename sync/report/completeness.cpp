// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/report/completeness.h"

#include <algorithm>

namespace smiley::report {

namespace {

/// The first night that could have held an envelope whose last day is this one.
std::uint64_t firstNightAfter(const NightView& view, core::Day day)
{
    const auto found = std::find_if(view.nights.begin(), view.nights.end(), [&](const central::Night& night) {
        return core::localTime(night.stampedAt).day > day;
    });
    return found == view.nights.end() ? view.night.number : found->number;
}

std::string flagsOf(const central::EnvelopeRow& row)
{
    std::string text;
    for (const auto& flag : row.flags) {
        text += (text.empty() ? "" : " ") + flag;
    }
    return text;
}

} // namespace

std::map<core::Epoch, EpochChain> chainsOf(const NightView& view, const core::StandId& stand)
{
    std::map<core::Epoch, std::map<std::uint64_t, const central::EnvelopeRow*>> received;
    for (const auto& row : view.envelopes) {
        if (row.stand == stand) {
            received[row.epoch][core::number(row.number)] = &row;
        }
    }
    std::map<core::Epoch, EpochChain> chains;
    for (const auto& [epoch, rows] : received) {
        EpochChain& chain = chains[epoch];
        chain.highest = rows.rbegin()->first;
        chain.received = rows.size();
        for (std::uint64_t number = 1; number < chain.highest; ++number) {
            if (!rows.contains(number)) {
                chain.missing.push_back(number);
            }
        }
        for (const auto& [number, row] : rows) {
            const auto before = rows.find(number - 1);
            if (before != rows.end() && row->previous != before->second->hash) {
                chain.hashesFollow = false;
            }
        }
    }
    return chains;
}

std::vector<CompletenessRow> completenessOf(const NightView& view)
{
    std::map<std::int64_t, const central::EnvelopeRow*> envelopes;
    for (const auto& row : view.envelopes) {
        envelopes.emplace(row.id, &row);
    }
    std::vector<CompletenessRow> rows;
    for (const central::Stand& stand : view.stands) {
        std::map<core::Day, CompletenessRow> days;
        std::optional<core::Day> lastReceived;
        for (const central::ReceivedDay& received : view.days) {
            const auto envelope = envelopes.find(received.envelope);
            if (received.stand != stand.id || envelope == envelopes.end()) {
                continue;
            }
            CompletenessRow row{stand.id, received.day};
            row.expected = false;
            row.state = DayState::Received;
            row.envelope = envelope->second;
            row.late = row.envelope->night > firstNightAfter(view, row.envelope->lastDay);
            const auto [there, isNew] = days.emplace(received.day, row);
            if (!isNew) {
                const bool sooner = row.envelope->night < there->second.envelope->night;
                there->second = sooner ? row : there->second;
                there->second.twice = true;
            }
            lastReceived = std::max(lastReceived.value_or(received.day), received.day);
        }
        const auto chains = chainsOf(view, stand.id);
        const bool numbersMissing =
            std::any_of(chains.begin(), chains.end(), [](const auto& chain) { return !chain.second.missing.empty(); });
        if (const auto from = expectedFrom(stand, view.night.stampedAt)) {
            for (core::Day day = *from; day < view.day(); day = day.next()) {
                CompletenessRow& row = days.try_emplace(day, CompletenessRow{stand.id, day}).first->second;
                row.expected = true;
                if (row.state != DayState::Received) {
                    const bool missing = lastReceived && day < *lastReceived;
                    row.state = missing ? DayState::Missing : DayState::Unknown;
                    row.numbersMissing = missing && numbersMissing;
                }
            }
        }
        for (auto& [day, row] : days) {
            rows.push_back(row);
        }
    }
    return rows;
}

Table completenessTable(const NightView& view)
{
    Table table;
    table.name = "completeness";
    table.description =
        "Per stand and day what was expected and what has come, as known this night. Numbers and hashes "
        "prove that nothing is missing up to the last envelope received; later days are unknown, never "
        "complete.";
    table.primaryKey = {"stand", "day"};
    table.fields = {
        {"stand", FieldType::String, "stand"},
        {"day", FieldType::Date, "day, Europe/Copenhagen"},
        {"expected", FieldType::Boolean, "a closed day on or after the stand's enrolment"},
        {"received", FieldType::Boolean, "an envelope that has come covers the day"},
        {"missing", FieldType::Boolean, "expected, not received, though a later day was"},
        {"unknown", FieldType::Boolean, "expected, after the last envelope received"},
        {"late", FieldType::Boolean, "received in a later night than the first after its envelope's last day"},
        {"night", FieldType::Integer, "the night whose package has it"},
        {"epoch", FieldType::String, "epoch of the envelope"},
        {"envelope", FieldType::Integer, "number of the envelope"},
        {"note", FieldType::String,
         "where missing: numbers-missing (an envelope is) or no-envelope (the numbers are whole, the stand made none "
         "for "
         "the day); where received: twice (two epochs closed the day) and the flags of its envelope"},
    };
    const auto boolean = [](bool value) { return std::string(value ? "true" : "false"); };
    for (const CompletenessRow& row : completenessOf(view)) {
        std::string note;
        if (row.state == DayState::Missing) {
            note = row.numbersMissing ? "numbers-missing" : "no-envelope";
        } else if (row.envelope != nullptr) {
            note = flagsOf(*row.envelope);
            if (row.twice) {
                note = note.empty() ? "twice" : "twice " + note;
            }
        }
        table.rows.push_back({
            row.stand.text(),
            row.day.text(),
            boolean(row.expected),
            boolean(row.state == DayState::Received),
            boolean(row.state == DayState::Missing),
            boolean(row.state == DayState::Unknown),
            boolean(row.late),
            row.envelope != nullptr ? std::to_string(row.envelope->night.value_or(0)) : "",
            row.envelope != nullptr ? row.envelope->epoch.text() : "",
            row.envelope != nullptr ? std::to_string(core::number(row.envelope->number)) : "",
            note,
        });
    }
    return table;
}

} // namespace smiley::report
