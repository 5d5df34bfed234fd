// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/policy.h"

#include <algorithm>
#include <array>

namespace smiley::core {

namespace {

constexpr std::array<std::string_view, 10> standardPolicies{
    "raw", "window:5", "window:10", "window:15", "window:30", "window:60", "window:120", "strict", "headline", "loose",
};
constexpr std::string_view windowPrefix = "window:";
constexpr int windowSecondsMax = 3600;

VisitRule strictRule()
{
    VisitRule rule;
    rule.newVisitOdds = 12;
    rule.claims = Claims::Never;
    rule.playTaps = 4;
    rule.runOnset = 0.01;
    return rule;
}

VisitRule looseRule()
{
    VisitRule rule;
    rule.newVisitOdds = 0.3;
    rule.claims = Claims::Always;
    rule.playTaps = 8;
    rule.runs = Runs::Ignore;
    return rule;
}

/// The seconds of a window, or nothing where `text` is not a number in 1..3600 without leading zeros.
std::optional<int> windowSeconds(std::string_view text)
{
    if (text.empty() || text.size() > 4 || text.front() == '0' ||
        !std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; })) {
        return std::nullopt;
    }
    int seconds = 0;
    for (const char c : text) {
        seconds = seconds * 10 + (c - '0');
    }
    return seconds <= windowSecondsMax ? std::optional(seconds) : std::nullopt;
}

} // namespace

std::optional<Policy> Policy::named(std::string_view name)
{
    if (name == "raw") {
        return Policy{std::string(name), EveryTap{}};
    }
    if (name == "headline") {
        return Policy{std::string(name), VisitRule{}};
    }
    if (name == "strict") {
        return Policy{std::string(name), strictRule()};
    }
    if (name == "loose") {
        return Policy{std::string(name), looseRule()};
    }
    if (name.starts_with(windowPrefix)) {
        if (const auto seconds = windowSeconds(name.substr(windowPrefix.size()))) {
            return Policy{std::string(name), FixedWindow{*seconds * std::int64_t{1000}}};
        }
    }
    return std::nullopt;
}

std::span<const std::string_view> Policy::standardNames() { return standardPolicies; }

} // namespace smiley::core
