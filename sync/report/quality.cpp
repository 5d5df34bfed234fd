// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/report/quality.h"

#include "sync/central/observations.h"
#include "sync/report/figures.h"
#include "sync/report/gate.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <vector>

namespace smiley::report {

namespace {

constexpr std::array<const char*, 4> scopeNames{"hours", "half-days", "days", "spans"};

std::string people(std::uint64_t count) { return std::to_string(count) + (count == 1 ? " person" : " personer"); }

std::string accuracyOf(const NightView& view, const core::StandId& stand)
{
    return std::string(central::isCountedOnSite(view.observations, view.envelopes, stand) ? countedOnSite
                                                                                          : simulatedOnly);
}

int halfOf(int hour) { return hour < 12 ? 0 : 12; }

/// The counted visits of one observed day, in blocks from small to large.
struct DayBlocks {
    std::map<int, std::uint64_t> hours;
    std::map<int, std::uint64_t> halves; ///< those left over from their hours
    std::uint64_t day = 0;
    bool inSpan = false; ///< visits of several days are counted apart, once

    void add(const wire::Block& block)
    {
        switch (block.span) {
        case wire::Block::Span::Hour: ++hours[block.hour]; break;
        case wire::Block::Span::HalfDay: ++halves[block.hour]; break;
        case wire::Block::Span::Day: ++day; break;
        case wire::Block::Span::Days: inSpan = true; break;
        }
    }
    /// The smallest scope in which no visit may lie that isn't told apart from the observed hours.
    [[nodiscard]] ObservedScope scopeOf(const std::set<int>& observed) const
    {
        if (inSpan) {
            return ObservedScope::Spans;
        }
        if (day > 0) {
            return ObservedScope::Days;
        }
        const bool halvesTouch =
            std::any_of(observed.begin(), observed.end(), [&](int hour) { return halves.contains(halfOf(hour)); });
        return halvesTouch ? ObservedScope::HalfDays : ObservedScope::Hours;
    }
    [[nodiscard]] std::uint64_t countedIn(ObservedScope scope, const std::set<int>& observed) const
    {
        std::set<int> observedHalves;
        for (const int hour : observed) {
            observedHalves.insert(halfOf(hour));
        }
        std::uint64_t sum = scope >= ObservedScope::Days ? day : 0;
        for (const auto& [half, visits] : halves) {
            sum += scope >= ObservedScope::Days || observedHalves.contains(half) ? visits : 0;
        }
        for (const auto& [hour, visits] : hours) {
            const bool isIn =
                scope >= ObservedScope::Days ||
                (scope == ObservedScope::HalfDays ? observedHalves.contains(halfOf(hour)) : observed.contains(hour));
            sum += isIn ? visits : 0;
        }
        return sum;
    }
};

/// Sums over the last weeks.
struct Recent {
    wire::HealthTally health;
    std::uint64_t daysUnderControl = 0;
    std::uint64_t visitsInRuns = 0;
    std::uint64_t claimsCounted = 0;
    std::uint64_t claimsMerged = 0;
    std::uint64_t withdrawals = 0;
    CorrectionCounts corrections;

    void add(const wire::TallyRecord& tally)
    {
        if (tally.health) {
            health.days += tally.health->days;
            health.presence += tally.health->presence;
            health.doors += tally.health->doors;
        }
        if (tally.runs) {
            daysUnderControl += tally.runs->daysUnderControl;
            visitsInRuns += tally.runs->visits;
        }
        if (tally.claims) {
            claimsCounted += tally.claims->counted;
            claimsMerged += tally.claims->merged;
        }
        for (const auto& [face, count] : tally.withdrawals) {
            withdrawals += count;
        }
        for (const auto& [fromTo, count] : tally.corrections) {
            const bool isPair = fromTo.size() == 3 && fromTo[1] == '-';
            if (isPair && fromTo[0] <= '2' && fromTo[2] >= '4') {
                corrections.up += count;
            } else if (isPair && fromTo[0] >= '4' && fromTo[2] <= '2') {
                corrections.down += count;
            }
        }
    }
};

/// What one stand's envelopes say; the content of each is read once.
struct StandQuality {
    ObservedStand observed;
    Recent recent;
};

central::Kept<StandQuality> qualityOf(central::Ledger& ledger, const NightView& view, const core::StandId& stand)
{
    StandQuality quality;
    std::map<core::Day, std::set<int>> observedHours;
    std::map<core::Day, std::uint64_t> answered;
    for (const central::Observation& row : view.observations) {
        if (row.stand == stand) {
            observedHours[row.day].insert(row.hour);
            answered[row.day] += row.answered;
            ++quality.observed.hours;
            quality.observed.answered += row.answered;
            quality.observed.tappedAgain += row.tappedAgain;
            quality.observed.passedBy += row.passedBy;
        }
    }
    const core::Day recentFrom{view.day().date - std::chrono::days{qualityDays}};
    std::map<core::Day, DayBlocks> blocks; // of observed days that an envelope covers
    for (const central::EnvelopeRow& row : view.envelopes) {
        const auto firstObserved = observedHours.lower_bound(row.firstDay);
        const bool coversObserved = firstObserved != observedHours.end() && firstObserved->first <= row.lastDay;
        const bool isRecent = row.lastDay >= recentFrom;
        if (row.stand != stand || (!coversObserved && !isRecent)) {
            continue;
        }
        const auto content = ledger.content(row.id);
        if (!content) {
            return content.error();
        }
        if (coversObserved) {
            quality.observed.promise = std::max(quality.observed.promise, promiseOf(*content));
        }
        for (const wire::TallyRecord& tally : content->tallies) {
            if (isRecent && tally.policy == "headline") {
                quality.recent.add(tally);
            }
        }
        for (auto day = firstObserved; day != observedHours.end() && day->first <= row.lastDay; ++day) {
            blocks.try_emplace(day->first);
        }
        for (const wire::VisitRecord& visit : content->visits) {
            if (visit.outcome != core::Outcome::Count) {
                continue;
            }
            const auto first = observedHours.lower_bound(visit.block.firstDay);
            auto day = first;
            for (; day != observedHours.end() && day->first <= visit.block.lastDay; ++day) {
                blocks[day->first].add(visit.block);
            }
            // However many observed days lie in its block, it is one visit.
            quality.observed.counted += visit.block.span == wire::Block::Span::Days && day != first ? 1U : 0U;
        }
    }
    for (const auto& [day, visits] : blocks) {
        const std::set<int>& hours = observedHours.at(day);
        const ObservedScope scope = visits.scopeOf(hours);
        quality.observed.scope = std::max(quality.observed.scope, scope);
        quality.observed.counted += visits.countedIn(scope, hours);
        quality.observed.observed += answered.at(day);
        ++quality.observed.daysReceived;
    }
    return quality;
}

} // namespace

bool CorrectionCounts::isOneSided() const { return up + down >= core::showFrom && up > correctionsFactor * down; }

std::string sentenceOf(const ObservedStand& observed)
{
    if (observed.hours == 0) {
        return "Simuleret nøjagtighed: ingen har talt ved standen endnu.";
    }
    if (observed.answered < central::observedAnswersMin) {
        return "Simuleret nøjagtighed: ved standen er der talt færre end 10 svar.";
    }
    if (observed.daysReceived == 0) {
        return "Simuleret nøjagtighed: ved standen er der talt, men dens egne tal for de dage er ikke kommet endnu.";
    }
    if (observed.observed < observed.promise || observed.counted < observed.promise) {
        return "Optalt på stedet: færre end " + std::to_string(observed.promise) + " svar.";
    }
    const std::string text = "Optalt på stedet: " + people(observed.observed) + " svarede. ";
    const std::string count = std::to_string(observed.counted);
    switch (observed.scope) {
    case ObservedScope::Hours: break;
    case ObservedScope::HalfDays: return text + "Standen talte " + count + " i de hele halve dage.";
    case ObservedScope::Days: return text + "Standen talte " + count + " på de hele dage.";
    case ObservedScope::Spans: return text + "Standen talte " + count + " over flere dage.";
    }
    return text + "Standen talte " + count + ".";
}

central::Kept<Table> qualityTable(central::Ledger& ledger, const NightView& view)
{
    Table table;
    table.name = "quality";
    table.description =
        "Per stand how good its figures are, as known this night. Observed: by a person at the stand, never "
        "mixed with answers. Sensors, runs, claims and corrections are of the last " +
        std::to_string(qualityDays) + " days.";
    table.primaryKey = {"stand"};
    table.fields = {
        {"stand", FieldType::String, "stand"},
        {"site", FieldType::String, "site"},
        {"accuracy", FieldType::String,
         "optalt på stedet (an observer has counted 10 or more, on a day that the stand sent too) or simuleret "
         "nøjagtighed (what the rule loses and lets through is "
         "known from simulations only)"},
        {"observed_hours", FieldType::Integer, "hours that were observed"},
        {"observed_answered", FieldType::Integer,
         "people who answered in them; empty: under 10 or what was promised, as in the sentence"},
        {"observed_tapped_again", FieldType::Integer, "of them people who tapped more than once; empty likewise"},
        {"observed_passed_by", FieldType::Integer, "people who passed by"},
        {"stand_counted", FieldType::Integer, "visits that the stand counted on the observed days that have come"},
        {"scope", FieldType::String,
         "over which time the stand counted: hours (those observed), half-days, days or spans, where its visits lie in "
         "larger blocks; then it counted over a longer time than the observer"},
        {"sentence", FieldType::String, "the comparison in words"},
        {"days", FieldType::Integer, "days with a tap"},
        {"presence_days", FieldType::Integer, "of them with a healthy presence sensor"},
        {"doors_days", FieldType::Integer, "of them with a healthy door counter"},
        {"days_under_control", FieldType::Integer,
         "of them where runs and closed hours would have taken so much that nothing was excluded"},
        {"visits_in_runs", FieldType::Integer, "visits in implausible runs, excluded or marked"},
        {"claims_counted", FieldType::Integer, "\"Jeg er den næste\" without a presence break, counted"},
        {"claims_merged", FieldType::Integer, "the same, not believed"},
        {"withdrawals", FieldType::Integer, "answers that were withdrawn"},
        {"corrections_up", FieldType::Integer, "1-2 replaced by 4-5"},
        {"corrections_down", FieldType::Integer, "4-5 replaced by 1-2"},
        {"corrections_one_sided", FieldType::Boolean,
         "from 10 on, up more than three times down: somebody may be standing beside"},
    };
    for (const central::Stand& stand : view.stands) {
        const auto quality = qualityOf(ledger, view, stand.id);
        if (!quality) {
            return quality.error();
        }
        const ObservedStand& observed = quality->observed;
        const Recent& recent = quality->recent;
        const auto number = [](std::uint64_t value) { return std::to_string(value); };
        const auto shown = [&](std::uint64_t answers, std::uint64_t value) {
            return answers >= observed.promise ? std::to_string(value) : "";
        };
        const bool isCompared = observed.daysReceived > 0;
        table.rows.push_back({
            stand.id.text(),
            stand.site.text(),
            accuracyOf(view, stand.id),
            number(observed.hours),
            shown(observed.answered, observed.answered),
            shown(observed.answered, observed.tappedAgain),
            number(observed.passedBy),
            isCompared ? shown(observed.counted, observed.counted) : "",
            isCompared ? scopeNames.at(static_cast<std::size_t>(observed.scope)) : "",
            sentenceOf(observed),
            number(recent.health.days),
            number(recent.health.presence),
            number(recent.health.doors),
            number(recent.daysUnderControl),
            number(recent.visitsInRuns),
            number(recent.claimsCounted),
            number(recent.claimsMerged),
            number(recent.withdrawals),
            number(recent.corrections.up),
            number(recent.corrections.down),
            recent.corrections.isOneSided() ? "true" : "false",
        });
    }
    return table;
}

Table accuracyTable(const NightView& view)
{
    Table table;
    table.name = "accuracy";
    table.description = "Per stand whether somebody has counted there what the stand counts.";
    table.primaryKey = {"stand"};
    table.fields = {
        {"stand", FieldType::String, "stand"},
        {"site", FieldType::String, "site"},
        {"accuracy", FieldType::String, "optalt på stedet or simuleret nøjagtighed"},
    };
    for (const central::Stand& stand : view.stands) {
        table.rows.push_back({stand.id.text(), stand.site.text(), accuracyOf(view, stand.id)});
    }
    return table;
}

} // namespace smiley::report
