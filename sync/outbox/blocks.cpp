// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/outbox/blocks.h"

#include <algorithm>
#include <cassert>
#include <map>
#include <set>
#include <utility>

namespace smiley::outbox {

namespace {

using wire::Block;

struct Class {
    Block block;
    std::vector<std::size_t> visits;
};

/// What came of one part of time: its classes, and who found no place in them.
struct Placed {
    std::vector<Class> classes;
    std::vector<std::size_t> left;
};

class Placer {
public:
    Placer(std::span<const VisitTime> visits, core::Day first, core::Day last)
        : m_visits(visits),
          m_first(first),
          m_last(last)
    {}

    std::vector<Block> place()
    {
        std::map<std::size_t, std::vector<std::size_t>> groups;
        for (std::size_t index = 0; index < m_visits.size(); ++index) {
            groups[m_visits[index].group].push_back(index);
        }
        const Block span{m_first == m_last ? Block::Span::Day : Block::Span::Days, m_first, m_last, 0};
        Placed all;
        for (const auto& [group, visits] : groups) {
            Placed placed = placeIn(span, visits);
            std::ranges::move(placed.classes, std::back_inserter(all.classes));
            std::ranges::move(placed.left, std::back_inserter(all.left)); // a group of fewer than five
        }
        std::size_t bearingSpan = counted(all.left);
        for (const Class& each : all.classes) {
            bearingSpan += each.block == span ? counted(each.visits) : 0;
        }
        if (!all.left.empty() && bearingSpan < visitsTogetherMin) {
            (void)liftSmallest(all);
        }
        std::vector<Block> blocks(m_visits.size(), span);
        for (const Class& each : all.classes) {
            for (const std::size_t visit : each.visits) {
                blocks[visit] = each.block;
            }
        }
        return blocks;
    }

private:
    [[nodiscard]] std::size_t counted(const std::vector<std::size_t>& visits) const
    {
        return static_cast<std::size_t>(
            std::ranges::count_if(visits, [&](std::size_t visit) { return m_visits[visit].counts; }));
    }

    /// The part of `block` one step smaller in which the visit lies; nothing where it can't be told, or for an hour.
    [[nodiscard]] std::optional<Block> smaller(const Block& block, std::size_t visit) const
    {
        const VisitTime& time = m_visits[visit];
        switch (block.span) {
        case Block::Span::Days:
            return time.isDayKnown ? std::optional(Block{Block::Span::Day, time.day, time.day, 0}) : std::nullopt;
        case Block::Span::Day:
            return time.isDayKnown && time.hour
                       ? std::optional(Block{Block::Span::HalfDay, time.day, time.day, *time.hour < 12 ? 0 : 12})
                       : std::nullopt;
        case Block::Span::HalfDay: return Block{Block::Span::Hour, time.day, time.day, *time.hour};
        case Block::Span::Hour: break;
        }
        return std::nullopt;
    }

    /// The smallest class goes to what is left. False: there is none.
    [[nodiscard]] bool liftSmallest(Placed& placed) const
    {
        const auto smallest = std::ranges::min_element(
            placed.classes, {}, [&](const Class& each) { return std::pair(counted(each.visits), each.block); });
        if (smallest == placed.classes.end()) {
            return false;
        }
        std::ranges::move(smallest->visits, std::back_inserter(placed.left));
        placed.classes.erase(smallest);
        return true;
    }

    Placed placeIn(const Block& block, const std::vector<std::size_t>& visits)
    {
        Placed placed;
        std::map<Block, std::vector<std::size_t>> parts;
        for (const std::size_t visit : visits) {
            if (const auto part = smaller(block, visit)) {
                parts[*part].push_back(visit);
            } else {
                placed.left.push_back(visit);
            }
        }
        for (const auto& [part, inside] : parts) {
            Placed below = placeIn(part, inside);
            std::ranges::move(below.classes, std::back_inserter(placed.classes));
            std::ranges::move(below.left, std::back_inserter(placed.left));
        }
        if (placed.left.empty()) {
            return placed;
        }
        if (counted(placed.left) < visitsTogetherMin && !liftSmallest(placed)) {
            return placed;
        }
        placed.classes.push_back({block, std::exchange(placed.left, {})});
        return placed;
    }

    std::span<const VisitTime> m_visits;
    core::Day m_first;
    core::Day m_last;
};

} // namespace

std::vector<Block> blocksOf(std::span<const VisitTime> visits, core::Day first, core::Day last)
{
    return Placer(visits, first, last).place();
}

void coarsen(std::vector<Coarse>& values)
{
    std::map<std::string, std::size_t> counts;
    for (const Coarse& each : values) {
        if (each.value) {
            counts[*each.value] += each.counts ? 1 : 0;
        }
    }
    std::size_t others = 0;
    std::set<std::string> folded;
    const auto fold = [&](const std::string& value) {
        others += counts.at(value);
        folded.insert(value);
        counts.erase(value);
    };
    for (auto each = counts.begin(); each != counts.end();) {
        const auto [value, count] = *each++;
        if (count < visitsTogetherMin) {
            fold(value);
        }
    }
    while (!folded.empty() && others < visitsTogetherMin && !counts.empty()) {
        fold(std::ranges::min_element(counts, {}, [](const auto& each) {
                 return std::pair(each.second, each.first);
             })->first);
    }
    for (Coarse& each : values) {
        if (each.value && folded.contains(*each.value)) {
            each.value = wire::coarsened;
        }
    }
}

} // namespace smiley::outbox
