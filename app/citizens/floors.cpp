// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/citizens/floors.h"

#include <boost/json.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <fstream>
#include <utility>

namespace smiley::citizens {

namespace {

namespace json = boost::json;

/// What is wrong with the file; thrown and caught in this file only.
struct Wrong {
    std::string what;
};

std::string textOf(const json::value& value, std::string_view name)
{
    if (!value.is_string()) {
        throw Wrong{"\"" + std::string(name) + "\" must be a text"};
    }
    return json::value_to<std::string>(value);
}

double numberOf(const json::value& value, std::string_view name)
{
    if (!value.is_number()) {
        throw Wrong{"\"" + std::string(name) + "\" must be a number"};
    }
    return value.to_number<double>();
}

Floor::Over overOf(const std::string& text)
{
    if (text == "each") {
        return Floor::Over::Each;
    }
    if (text == "mean") {
        return Floor::Over::Mean;
    }
    if (text == "worst") {
        return Floor::Over::Worst;
    }
    throw Wrong{"\"over\" must be each, mean or worst, is \"" + text + "\""};
}

Floor floorOf(const json::value& value)
{
    if (!value.is_object()) {
        throw Wrong{"must be an object"};
    }
    Floor floor;
    for (const auto& member : value.get_object()) {
        const std::string_view name(member.key().data(), member.key().size());
        if (name == "policy") {
            floor.policy = textOf(member.value(), name);
        } else if (name == "metric") {
            floor.metric = textOf(member.value(), name);
        } else if (name == "over") {
            floor.over = overOf(textOf(member.value(), name));
        } else if (name == "least") {
            floor.least = numberOf(member.value(), name);
        } else if (name == "most") {
            floor.most = numberOf(member.value(), name);
        } else if (name == "scenarios") {
            if (!member.value().is_array()) {
                throw Wrong{"\"scenarios\" must be a list of names"};
            }
            for (const json::value& one : member.value().get_array()) {
                floor.scenarios.push_back(textOf(one, name));
            }
        } else if (!name.starts_with('_')) {
            throw Wrong{"there is no \"" + std::string(name) + "\" in a floor"};
        }
    }
    if (floor.policy.empty() || floor.scenarios.empty()) {
        throw Wrong{"needs \"policy\" and \"scenarios\""};
    }
    if (metricNamed(floor.metric) == nullptr) {
        throw Wrong{"there is no metric \"" + floor.metric + "\""};
    }
    if (!floor.least && !floor.most) {
        throw Wrong{"needs \"least\" or \"most\""};
    }
    return floor;
}

bool isAmong(const Floor& floor, const Cell& cell)
{
    const auto has = [&](std::string_view name) {
        return std::find(floor.scenarios.begin(), floor.scenarios.end(), name) != floor.scenarios.end();
    };
    return cell.policy == floor.policy && (has("*") || has(cell.scenario));
}

std::string shortNumber(double value)
{
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%.4f", value);
    return text.data();
}

void compare(const Floor& floor, const Cell& cell, std::string_view where, FloorCheck& result)
{
    const double figure = cell.*(metricNamed(floor.metric)->member);
    const double value = floor.metric == "visits_error" ? std::abs(figure) : figure;
    ++result.compared;
    const auto failed = [&](std::string_view relation, double bound) {
        result.failures.push_back(std::string(where) + ", " + floor.policy + ": " + floor.metric + " is " +
                                  shortNumber(figure) + ", must be " + std::string(relation) + " " +
                                  shortNumber(bound));
    };
    if (floor.least && !(value >= *floor.least)) {
        failed("at least", *floor.least);
    }
    if (floor.most && !(value <= *floor.most)) {
        failed("at most", *floor.most);
    }
}

} // namespace

core::Result<std::vector<Floor>, FloorsFault> floorsOf(std::string_view text, std::string_view source)
{
    const std::string prefix = std::string(source) + ": ";
    json::error_code fault;
    const json::value document = json::parse(json::string_view(text.data(), text.size()), fault);
    if (fault) {
        return core::fail(FloorsFault::Bad, prefix + "is no JSON (" + fault.message() + ")");
    }
    const json::value* const list = document.is_object() ? document.get_object().if_contains("floors") : nullptr;
    if (list == nullptr || !list->is_array()) {
        return core::fail(FloorsFault::Bad, prefix + "needs a list \"floors\"");
    }
    std::vector<Floor> floors;
    for (const json::value& one : list->get_array()) {
        try {
            floors.push_back(floorOf(one));
        } catch (const Wrong& wrong) {
            return core::fail(FloorsFault::Bad,
                              prefix + "floor " + std::to_string(floors.size() + 1) + ": " + wrong.what);
        }
    }
    return floors;
}

core::Result<std::vector<Floor>, FloorsFault> readFloors(const std::string& path)
{
    constexpr std::size_t bytesMax = 1U << 20U;
    std::ifstream file(path, std::ios::binary);
    std::string text(bytesMax + 1, '\0');
    file.read(text.data(), static_cast<std::streamsize>(text.size()));
    if (file.bad() || !file.eof()) {
        return core::fail(FloorsFault::NoFile,
                          path + (file.is_open() ? ": can't be read, or is larger than 1 MiB" : ": can't be opened"));
    }
    text.resize(static_cast<std::size_t>(file.gcount()));
    return floorsOf(text, path);
}

FloorCheck check(std::span<const Floor> floors, std::span<const Cell> cells)
{
    FloorCheck result;
    for (const Floor& floor : floors) {
        std::vector<Cell> among;
        for (const Cell& cell : cells) {
            if (isAmong(floor, cell)) {
                among.push_back(cell);
            }
        }
        if (among.empty()) {
            continue;
        }
        switch (floor.over) {
        case Floor::Over::Each:
            for (const Cell& cell : among) {
                compare(floor, cell, cell.scenario, result);
            }
            break;
        case Floor::Over::Mean: compare(floor, meanOf(among, floor.policy), "mean", result); break;
        case Floor::Over::Worst: compare(floor, worstOf(among, floor.policy), "worst", result); break;
        }
    }
    return result;
}

} // namespace smiley::citizens
