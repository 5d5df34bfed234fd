// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/outbox/running_day.h"

#include "sync/outbox/policies.h"

#include <utility>
#include <variant>

namespace smiley::outbox {

namespace {

constexpr std::size_t rowsAtOnce = 10'000;

} // namespace

store::Result<std::vector<core::Row>> rowsAfter(const store::Store& store, core::Sequence after)
{
    std::vector<core::Row> all;
    for (;;) {
        auto more = store.rows(all.empty() ? after : all.back().sequence, rowsAtOnce);
        if (!more) {
            return more.error();
        }
        if (more->empty()) {
            return all;
        }
        all.insert(all.end(), std::make_move_iterator(more->begin()), std::make_move_iterator(more->end()));
    }
}

store::Result<RunningDay> runningDay(const store::Store& store, const core::Now& now)
{
    const auto last = store.lastClosedDay();
    if (!last) {
        return last.error();
    }
    auto rows = rowsAfter(store, *last ? (*last)->lastRow : core::Sequence{});
    if (!rows) {
        return rows.error();
    }
    auto policies = policiesOn(store, core::localTime(now.wall).day);
    if (!policies) {
        return policies.error();
    }
    const auto memory = *last ? core::standMemoryOf((*last)->memory) : std::nullopt;
    const auto* rule = std::get_if<core::VisitRule>(&policies->counted.policy.rule);
    return RunningDay{rule != nullptr ? *rule : core::VisitRule{}, memory.value_or(core::StandMemory{}),
                      std::move(*rows)};
}

} // namespace smiley::outbox
