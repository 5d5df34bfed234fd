// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/outbox/policies.h"

#include "sync/outbox/settings_keys.h"
#include "sync/wire/keys.h"
#include "sync/wire/policy_json.h"

#include <algorithm>
#include <sstream>
#include <utility>
#include <variant>

namespace smiley::outbox {

namespace {

constexpr std::string_view noShadow = "-";

/// From a day on.
struct Change {
    core::Day from;
    core::Hash policy;
    std::optional<core::Hash> shadow;
};

std::vector<Change> changesIn(const std::string& text)
{
    std::vector<Change> changes;
    std::istringstream words(text);
    std::string day;
    std::string policy;
    std::string shadow;
    while (words >> day >> policy >> shadow) {
        const auto from = core::Day::parse(day);
        const auto hash = core::Hash::parse(policy);
        if (from && hash) {
            changes.push_back({*from, *hash, core::Hash::parse(shadow)});
        }
    }
    return changes;
}

/// The same, but runs are only marked.
core::Policy flagging(core::Policy policy)
{
    if (auto* rule = std::get_if<core::VisitRule>(&policy.rule); rule != nullptr && rule->runs == core::Runs::Exclude) {
        rule->runs = core::Runs::Flag;
    }
    return policy;
}

std::string textOf(const std::vector<Change>& changes)
{
    std::string text;
    for (const Change& change : changes) {
        text += change.from.text() + " " + change.policy.text() + " " +
                (change.shadow ? change.shadow->text() : std::string(noShadow)) + "\n";
    }
    return text;
}

} // namespace

KnownPolicy known(core::Policy policy)
{
    std::string json = wire::policyJson(policy);
    core::Hash hash = wire::sha256(json);
    return {std::move(policy), std::move(json), std::move(hash)};
}

wire::Parsed<KnownPolicy> readPolicy(std::string_view text)
{
    if (auto standard = core::Policy::named(text)) {
        return known(std::move(*standard));
    }
    auto parsed = wire::parsePolicy(text);
    if (const auto* faults = std::get_if<std::vector<wire::DocumentFault>>(&parsed)) {
        return core::fail(wire::MessageFault::Malformed,
                          "is neither a standard policy's name nor a policy:\n" + wire::describe(*faults));
    }
    return known(std::move(std::get<core::Policy>(parsed)));
}

KnownPolicy headlinePolicy(bool countedOnSite)
{
    core::Policy policy = *core::Policy::named("headline");
    return known(countedOnSite ? std::move(policy) : flagging(std::move(policy)));
}

wire::Parsed<DayPolicies> policiesOf(const wire::Configuration& configuration)
{
    DayPolicies policies{headlinePolicy(configuration.countedOnSite), std::nullopt};
    if (!configuration.policy.empty()) {
        auto read = readPolicy(configuration.policy);
        if (!read) {
            return core::fail(wire::MessageFault::Malformed, "its policy " + read.error().message);
        }
        policies.counted = configuration.countedOnSite ? std::move(*read) : known(flagging(std::move(read->policy)));
    }
    if (!configuration.shadowPolicy.empty()) {
        auto read = readPolicy(configuration.shadowPolicy);
        if (!read) {
            return core::fail(wire::MessageFault::Malformed, "its shadow policy " + read.error().message);
        }
        policies.shadow = std::move(*read);
    }
    return policies;
}

store::Result<core::Done> schedule(store::Store& store, const DayPolicies& policies, core::Day from)
{
    const auto text = store.setting(setting::policySchedule);
    const auto last = store.lastClosedDay();
    if (!text) {
        return text.error();
    }
    if (!last) {
        return last.error();
    }
    std::vector<Change> changes = changesIn(text->value_or(""));
    std::erase_if(changes, [&](const Change& change) { return change.from >= from; }); // a later word counts
    changes.push_back(
        {from, policies.counted.hash, policies.shadow ? std::optional(policies.shadow->hash) : std::nullopt});
    if (*last) {
        // Of those that count by the first open day, only the newest does.
        while (changes.size() > 1 && changes[1].from <= (*last)->day.next()) {
            changes.erase(changes.begin());
        }
    }
    for (const KnownPolicy* each : {&policies.counted, policies.shadow ? &*policies.shadow : nullptr}) {
        if (each != nullptr) {
            if (auto kept = store.addPolicy(each->hash, each->json); !kept) {
                return kept;
            }
        }
    }
    return store.setSetting(setting::policySchedule, textOf(changes));
}

store::Result<std::optional<KnownPolicy>> storedPolicy(const store::Store& store, const core::Hash& hash)
{
    const auto json = store.policy(hash);
    if (!json) {
        return json.error();
    }
    if (!json->has_value()) {
        return std::optional<KnownPolicy>{};
    }
    auto read = readPolicy(**json);
    return read ? std::optional(std::move(*read)) : std::nullopt;
}

store::Result<DayPolicies> policiesOn(const store::Store& store, core::Day day)
{
    const auto text = store.setting(setting::policySchedule);
    if (!text) {
        return text.error();
    }
    DayPolicies policies{headlinePolicy(false), std::nullopt};
    const std::vector<Change> changes = changesIn(text->value_or(""));
    const auto later = std::ranges::find_if(changes, [&](const Change& change) { return change.from > day; });
    if (later == changes.begin()) {
        return policies;
    }
    const Change& change = *std::prev(later);
    auto counted = storedPolicy(store, change.policy);
    if (!counted) {
        return counted.error();
    }
    if (*counted) {
        policies.counted = std::move(**counted);
    }
    if (change.shadow) {
        auto shadow = storedPolicy(store, *change.shadow);
        if (!shadow) {
            return shadow.error();
        }
        policies.shadow = std::move(*shadow);
    }
    return policies;
}

} // namespace smiley::outbox
