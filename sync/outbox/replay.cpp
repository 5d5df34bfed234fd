// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/outbox/replay.h"

#include "sync/outbox/closing.h"
#include "sync/outbox/day_basis.h"
#include "sync/outbox/day_content.h"
#include "sync/outbox/policies.h"
#include "sync/outbox/running_day.h"
#include "sync/wire/keys.h"

#include <algorithm>
#include <utility>

namespace smiley::outbox {

namespace {

/// The policies that the day was closed with; nothing where one isn't there any more.
store::Result<std::optional<DayPolicies>> policiesOfBasis(const store::Store& store, const DayBasis& basis)
{
    auto counted = storedPolicy(store, basis.policy);
    if (!counted) {
        return counted.error();
    }
    auto shadow = basis.shadow ? storedPolicy(store, *basis.shadow) : std::optional<KnownPolicy>{};
    if (!shadow) {
        return shadow.error();
    }
    if (!*counted || (basis.shadow && !*shadow)) {
        return std::optional<DayPolicies>{};
    }
    return std::optional(DayPolicies{std::move(**counted), std::move(*shadow), {}});
}

store::Result<Replayed> replay(const store::Store& store, const store::ClosedDay& day)
{
    Replayed replayed{day.day, Replayed::Outcome::Unknown, {}};
    const auto basis = readBasis(day.basis);
    if (!basis) {
        return replayed;
    }
    const auto policies = policiesOfBasis(store, *basis);
    if (!policies) {
        return policies.error();
    }
    auto rows = rowsAfter(store, basis->closed ? basis->closed->lastRow : core::Sequence{});
    if (!rows) {
        return rows.error();
    }
    if (!*policies) {
        return replayed;
    }
    std::erase_if(*rows, [&](const core::Row& row) { return row.sequence > basis->until; });
    const auto last =
        basis->closed ? std::optional(store::ClosedDay{basis->closed->day, basis->closed->lastRow}) : std::nullopt;
    std::vector<DayRows> days = daysThatAreOver(*rows, last, basis->now);
    const auto found = std::ranges::find(days, day.day, &DayRows::day);
    if (found != days.end()) {
        core::StandSettings settings;
        settings.openingHours = basis->openingHours;
        settings.holidaysClosed = basis->holidaysClosed;
        settings.closedDays = basis->closedDays;
        found->mode = basis->mode;
        DayRules rules{**policies, basis->memory};
        if (!basis->hasModel) {
            rules.modelIsCancelled = nullptr;
        }
        replayed.content = writeDay(contentOf(*found, settings, rules).content);
    }
    replayed.outcome =
        wire::sha256(replayed.content) == basis->content ? Replayed::Outcome::Same : Replayed::Outcome::Different;
    return replayed;
}

} // namespace

store::Result<std::vector<Replayed>> replayHeldDays(const store::Store& store)
{
    const auto days = store.heldDays();
    if (!days) {
        return days.error();
    }
    std::vector<Replayed> all;
    for (const store::ClosedDay& day : *days) {
        auto replayed = replay(store, day);
        if (!replayed) {
            return replayed.error();
        }
        all.push_back(std::move(*replayed));
    }
    return all;
}

} // namespace smiley::outbox
