// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/staff/week_figures.h"

#include "app/core/small_numbers.h"
#include "sync/wire/counting.h"

#include <algorithm>
#include <chrono>
#include <cmath>

namespace smiley::staff {

namespace {

constexpr std::array<unsigned, 3> threeBits{0b00011U, 0b00100U, 0b11000U};

/// A week belongs to the year that its Thursday lies in (ISO 8601).
int isoWeek(core::Day monday)
{
    const std::chrono::sys_days thursday = monday.date + std::chrono::days{3};
    const std::chrono::year_month_day date{thursday};
    const std::chrono::sys_days newYear{date.year() / std::chrono::January / 1};
    return static_cast<int>((thursday - newYear).count()) / 7 + 1;
}

Share exactShare(const core::ClusteredScores& scores, unsigned bits, double counting, int percent)
{
    return {percent, percent, percent, core::shareOf(scores, bits, counting)->interval};
}

Share bound(core::CountRange range, double n)
{
    const auto low = static_cast<double>(range.low);
    const auto high = static_cast<double>(range.high);
    return {
        std::nullopt,
        static_cast<int>(std::floor(low / n * 100)),
        static_cast<int>(std::ceil(high / n * 100)),
        {core::wilson(low, n, core::boundedDesignEffect).low, core::wilson(high, n, core::boundedDesignEffect).high}};
}

std::array<Share, 3> threeOf(const core::ClusteredScores& scores, const wire::Counting& counting)
{
    const core::ScoreCounts counts = core::total(scores);
    const core::ThreeCounts three = core::threeOf(counts);
    const core::ThreeView view = core::threeView(counts);
    const std::vector<int> percents = core::roundedPercents({three.begin(), three.end()});
    std::array<Share, 3> shares;
    for (std::size_t i = 0; i < shares.size(); ++i) {
        shares.at(i) = view.bounded ? bound(view.classes.at(i), static_cast<double>(core::answers(counts)))
                                    : exactShare(scores, threeBits.at(i), counting.three.at(i), percents.at(i));
    }
    return shares;
}

std::array<Share, 5> fiveOf(const core::ClusteredScores& scores, const wire::Counting& counting)
{
    const core::ScoreCounts counts = core::total(scores);
    const std::vector<int> percents = core::roundedPercents({counts.begin(), counts.end()});
    std::array<Share, 5> shares;
    for (std::size_t i = 0; i < shares.size(); ++i) {
        shares.at(i) = exactShare(scores, 1U << i, counting.five.at(i), percents.at(i));
    }
    return shares;
}

} // namespace

WeekFigures weekFigures(core::Day monday, std::span<const wire::Envelope> envelopes, int smallestShown)
{
    WeekFigures week;
    week.number = isoWeek(monday);
    week.shownFrom = core::shownFrom(smallestShown);
    week.first = monday;
    week.last = {monday.date + std::chrono::days{6}};
    core::ClusteredScores scores;
    wire::Counting counting;
    for (const wire::Envelope& envelope : envelopes) {
        for (const wire::StatusRecord& status : envelope.statuses) { // what visitors were told then
            week.shownFrom = std::max(week.shownFrom, status.smallestShown);
        }
        const core::Day last = envelope.header.lastDay;
        if (last >= week.first && last <= week.last) {
            for (const wire::TallyRecord& tally : envelope.tallies) {
                if (tally.policy == "headline") {
                    counting.add(wire::countingOf(tally));
                }
            }
        }
        for (const wire::VisitRecord& visit : envelope.visits) {
            const core::Day day = visit.block.lastDay;
            if (visit.outcome == core::Outcome::Count && day >= week.first && day <= week.last) {
                auto& counts = scores[{visit.block.firstDay, day}];
                ++counts.at(static_cast<std::size_t>(core::score(visit.face) - 1));
            }
        }
    }
    if (envelopes.empty()) {
        return week;
    }
    const core::ScoreCounts counts = core::total(scores);
    const std::uint64_t answers = core::answers(counts);
    if (answers < week.shownFrom) {
        week.shown = WeekFigures::Shown::Few;
        return week;
    }
    week.answers = answers;
    if (core::isNearlyUnanimous(counts)) {
        week.shown = WeekFigures::Shown::Unanimous;
        return week;
    }
    week.shown = WeekFigures::Shown::Shares;
    counting = counting.of(answers);
    week.three = threeOf(scores, counting);
    if (answers >= core::fiveWayFrom) {
        week.five = fiveOf(scores, counting);
    }
    return week;
}

} // namespace smiley::staff
