// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/staff/health.h"

#include "sync/outbox/audit.h"

#include <algorithm>
#include <array>
#include <sstream>
#include <string_view>
#include <utility>

/// The setting: one line a part, "keys 2026-11-22 failed 2 5".

namespace smiley::staff {

namespace {

constexpr std::string_view settingKey = "device-tests";
constexpr std::array<std::pair<Part, const char*>, 6> names{{{Part::Touch, "touch"},
                                                             {Part::Keys, "keys"},
                                                             {Part::Sound, "sound"},
                                                             {Part::Door, "door"},
                                                             {Part::Presence, "presence"},
                                                             {Part::Scanner, "scanner"}}};

const char* nameOf(Part part)
{
    const auto found = std::ranges::find(names, part, &std::pair<Part, const char*>::first);
    return found == names.end() ? "" : found->second;
}

std::string lineOf(const DeviceTest& test)
{
    std::string line = std::string(nameOf(test.part)) + " " + test.day.text() + (test.worked ? " worked" : " failed");
    for (const int key : test.missing) {
        line += " " + std::to_string(key);
    }
    return line;
}

std::optional<DeviceTest> read(const std::string& line)
{
    std::istringstream words(line);
    std::string name;
    std::string day;
    std::string outcome;
    if (!(words >> name >> day >> outcome) || (outcome != "worked" && outcome != "failed")) {
        return std::nullopt;
    }
    const auto known = std::ranges::find_if(names, [&](const auto& each) { return name == each.second; });
    const auto parsed = core::Day::parse(day);
    if (known == names.end() || !parsed) {
        return std::nullopt;
    }
    DeviceTest test{known->first, *parsed, outcome == "worked", {}};
    for (int key = 0; words >> key;) {
        test.missing.push_back(key);
    }
    return test;
}

} // namespace

store::Result<std::vector<DeviceTest>> deviceTests(const store::Store& store)
{
    const auto text = store.setting(settingKey);
    if (!text) {
        return text.error();
    }
    std::vector<DeviceTest> tests;
    std::istringstream lines(text->value_or(""));
    for (std::string line; std::getline(lines, line);) {
        if (auto test = read(line)) {
            tests.push_back(std::move(*test));
        }
    }
    return tests;
}

store::Result<core::Done> recordTest(store::Store& store, const std::string& who, const DeviceTest& test,
                                     const core::Now& now)
{
    auto tests = deviceTests(store);
    if (!tests) {
        return tests.error();
    }
    std::erase_if(*tests, [&](const DeviceTest& each) { return each.part == test.part; });
    tests->push_back(test);
    std::string text;
    for (const DeviceTest& each : *tests) {
        text += lineOf(each) + "\n";
    }
    return outbox::record(store, {who, "device-tested", lineOf(test)}, now, {{std::string(settingKey), text}});
}

} // namespace smiley::staff
