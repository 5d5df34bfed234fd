// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/outbox/policies.h"

#include "sync/outbox/settings_keys.h"
#include "sync/wire/keys.h"
#include "sync/wire/policy_json.h"

#include <algorithm>
#include <cassert>
#include <iterator>
#include <sstream>
#include <utility>
#include <variant>

namespace smiley::outbox {

namespace {

constexpr std::string_view noShadow = "-";
constexpr std::string_view countedWord = "site";
constexpr std::string_view flagWord = "flag";

/// From a day on. A policy: see the top of the header.
struct Change {
    core::Day from;
    std::string policy;
    std::string shadow;
    bool countedOnSite = false;
};

std::vector<Change> changesIn(const std::string& text)
{
    std::vector<Change> changes;
    std::istringstream words(text);
    std::string day;
    std::string policy;
    std::string shadow;
    std::string site;
    while (words >> day >> policy >> shadow >> site) {
        if (const auto from = core::Day::parse(day)) {
            changes.push_back({*from, policy, shadow, site == countedWord});
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
        text += change.from.text() + " " + change.policy + " " + change.shadow + " " +
                std::string(change.countedOnSite ? countedWord : flagWord) + "\n";
    }
    return text;
}

/// Its word in the schedule; a document is kept.
store::Result<std::string> wordFor(store::Store& store, const std::string& policy)
{
    if (core::Policy::named(policy)) {
        return policy;
    }
    const auto read = readPolicy(policy);
    assert(read);
    if (auto kept = store.addPolicy(read->hash, read->json); !kept) {
        return kept.error();
    }
    return read->hash.text();
}

/// Nothing where this program can't read it.
store::Result<std::optional<KnownPolicy>> policyOfWord(const store::Store& store, const std::string& word)
{
    if (auto standard = core::Policy::named(word)) {
        return std::optional(known(std::move(*standard)));
    }
    const auto hash = core::Hash::parse(word);
    return hash ? storedPolicy(store, *hash) : std::optional<KnownPolicy>{};
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
    DayPolicies policies{headlinePolicy(configuration.countedOnSite), std::nullopt, {}};
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

store::Result<core::Done> schedule(store::Store& store, const wire::Configuration& configuration, core::Day from)
{
    const auto text = store.setting(setting::policySchedule);
    const auto last = store.lastClosedDay();
    if (!text) {
        return text.error();
    }
    if (!last) {
        return last.error();
    }
    const auto policy = wordFor(store, configuration.policy.empty() ? "headline" : configuration.policy);
    if (!policy) {
        return policy.error();
    }
    const auto shadow =
        configuration.shadowPolicy.empty() ? std::string(noShadow) : wordFor(store, configuration.shadowPolicy);
    if (!shadow) {
        return shadow.error();
    }
    std::vector<Change> changes = changesIn(text->value_or(""));
    std::erase_if(changes, [&](const Change& change) { return change.from >= from; }); // a later word counts
    changes.push_back({from, *policy, *shadow, configuration.countedOnSite});
    if (*last) {
        // Of those that count by the first open day, only the newest does.
        while (changes.size() > 1 && changes[1].from <= (*last)->day.next()) {
            changes.erase(changes.begin());
        }
    }
    return store.setSetting(setting::policySchedule, textOf(changes));
}

store::Result<core::Done> clampSchedule(store::Store& store, core::Day latest)
{
    const auto text = store.setting(setting::policySchedule);
    if (!text) {
        return text.error();
    }
    std::vector<Change> changes = changesIn(text->value_or(""));
    if (changes.empty() || changes.back().from <= latest) {
        return core::Done{};
    }
    Change newest = changes.back();
    newest.from = latest;
    std::erase_if(changes, [&](const Change& change) { return change.from >= latest; }); // a later word counts
    changes.push_back(std::move(newest));
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
    DayPolicies policies{headlinePolicy(false), std::nullopt, {}};
    const std::vector<Change> changes = changesIn(text->value_or(""));
    const auto later = std::ranges::find_if(changes, [&](const Change& change) { return change.from > day; });
    if (later == changes.begin()) {
        return policies;
    }
    const Change& change = *std::prev(later);
    auto counted = policyOfWord(store, change.policy);
    if (!counted) {
        return counted.error();
    }
    policies.counted = headlinePolicy(change.countedOnSite);
    if (*counted) {
        policies.counted = change.countedOnSite ? std::move(**counted) : known(flagging(std::move((*counted)->policy)));
    } else {
        policies.troubles.push_back("the centre's policy of " + day.text() +
                                    " can't be read by this program, so the headline counts. Send the stand a "
                                    "configuration for its program.");
    }
    if (change.shadow != noShadow) {
        auto shadow = policyOfWord(store, change.shadow);
        if (!shadow) {
            return shadow.error();
        }
        if (!*shadow) {
            policies.troubles.push_back("the centre's shadow policy of " + day.text() +
                                        " can't be read by this program, so none is tried. Send the stand a "
                                        "configuration for its program.");
        }
        policies.shadow = std::move(*shadow);
    }
    return policies;
}

} // namespace smiley::outbox
