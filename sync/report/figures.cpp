// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/report/figures.h"

#include "app/core/adjudicator.h"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <optional>
#include <set>

namespace smiley::report {

namespace {

/// Per stand and day the night in which it was received first.
using ReceivedNights = std::map<std::pair<core::StandId, core::Day>, std::uint64_t>;

ReceivedNights receivedNights(const NightView& view)
{
    ReceivedNights nights;
    for (const central::ReceivedDay& day : view.days) {
        const std::uint64_t night = day.night.value_or(view.night.number);
        const auto [entry, isNew] = nights.try_emplace({day.stand, day.day}, night);
        entry->second = std::min(entry->second, night);
    }
    return nights;
}

/// The night in which the last expected day of the period had come; nothing where one is still out.
std::optional<std::uint64_t> completeNight(const NightView& view, const ReceivedNights& received, const Period& period)
{
    std::uint64_t last = 0;
    for (const central::Stand& stand : view.stands) {
        const auto from = expectedFrom(stand, view.night.stampedAt);
        if (!from) {
            continue;
        }
        for (core::Day day = std::max(*from, period.first); day <= period.last; day = day.next()) {
            const auto night = received.find({stand.id, day});
            if (night == received.end()) {
                return std::nullopt;
            }
            last = std::max(last, night->second);
        }
    }
    return last;
}

std::uint64_t readyNight(const NightView& view, const ReceivedNights& received, const Period& week)
{
    const auto complete = completeNight(view, received, week);
    for (const central::Night& night : view.nights) {
        const int daysAfter = core::localTime(night.stampedAt).day.daysSince(week.last);
        if (daysAfter >= 1 && ((complete && *complete <= night.number) || daysAfter > waitDaysMax)) {
            return night.number;
        }
    }
    return 0;
}

std::vector<QuarterFigures> emptyFigures(const NightView& view)
{
    const ReceivedNights received = receivedNights(view);
    std::vector<QuarterFigures> quarters;
    core::Day day = view.day();
    for (int i = 0; i < quartersShown; ++i) {
        QuarterFigures figures{quarterTree(day), {}, {}, {}};
        for (const Period& week : figures.tree.weeks) {
            figures.weekReady.push_back(readyNight(view, received, week));
        }
        day = {figures.tree.quarter.first.date - std::chrono::days{1}};
        quarters.insert(quarters.begin(), std::move(figures));
    }
    return quarters;
}

/// Where a visit is counted.
struct Place {
    QuarterFigures* figures = nullptr;
    CellKey key;
    core::Cluster cluster;

    /// The cell of the variable, with one visit more to which this was promised.
    CellContent& oneMore(const Variable& variable, std::uint64_t promise) const
    {
        CellContent& cell = figures->cells[variable][key];
        ++cell.n;
        cell.promise = std::max(cell.promise, promise);
        return cell;
    }
};

std::optional<Place> placeOf(std::vector<QuarterFigures>& quarters, std::size_t site, core::Cluster days,
                             std::uint64_t night)
{
    for (QuarterFigures& figures : quarters) {
        const core::Day first = figures.tree.quarter.first;
        const core::Day day = days.last;
        if (day < first || day > figures.tree.quarter.last) {
            continue;
        }
        const auto week = static_cast<std::size_t>(day.daysSince(first) / 7);
        if (figures.weekReady[week] == 0) {
            return std::nullopt;
        }
        return Place{&figures, {site, week, std::max(night, figures.weekReady[week])}, days};
    }
    return std::nullopt;
}

core::Cluster daysOf(const wire::VisitRecord& visit) { return {visit.block.firstDay, visit.block.lastDay}; }

void add(core::ScoreCounts& sum, const core::FaceCounts& more)
{
    for (std::size_t face = 0; face < sum.size(); ++face) {
        sum.at(face) += more.at(face);
    }
}

/// What the tallies of an envelope say; envelopes of older stands say nothing of claims, runs and models.
PolicyCell policyCellOf(const central::EnvelopeContent& content)
{
    PolicyCell cell;
    cell.promise = promiseOf(content);
    for (const wire::TallyRecord& tally : content.tallies) {
        add(cell.faces[tally.policy], tally.faces);
        if (tally.policy != "headline") {
            continue;
        }
        add(cell.faces[withoutClaims], tally.claims ? tally.claims->facesWithout : tally.faces);
        add(cell.faces[runsExcluded], tally.runs ? tally.runs->facesWithout : tally.faces);
        add(cell.faces[runsCounted], tally.runs ? tally.runs->facesWith : tally.faces);
        for (const auto& [reason, taps] : tally.reasons) {
            cell.reasons[reason] += taps;
        }
        cell.counting.add(wire::countingOf(tally));
    }
    cell.envelopes = core::answers(cell.faces["headline"]) > 0 ? 1 : 0;
    cell.withShadow = cell.faces.contains("shadow") ? cell.envelopes : 0;
    return cell;
}

std::optional<std::size_t> scoreIndex(const std::vector<std::string>& options)
{
    if (options.size() != 1 || options.front().size() != 1 || options.front()[0] < '1' || options.front()[0] > '5') {
        return std::nullopt;
    }
    return static_cast<std::size_t>(options.front()[0] - '1');
}

void addAnswers(const Place& place, const core::Questionnaire& questionnaire, const wire::VisitRecord& visit,
                std::uint64_t promise)
{
    for (const core::Question& question : questionnaire.questions) {
        const auto answer = visit.answers.find(question.id.text());
        const bool reasons = question.theme == "reason" && (question.kind == core::QuestionKind::Choice ||
                                                            question.kind == core::QuestionKind::Choices);
        if ((!reasons && question.kind != core::QuestionKind::Degree)) {
            continue;
        }
        const auto danish = question.text.find("da");
        const Variable variable{reasons ? Variable::Kind::Reasons : Variable::Kind::Degree, question.id.text(),
                                danish == question.text.end() ? "" : danish->second};
        if (reasons && !place.figures->options.contains(variable)) {
            auto& options = place.figures->options[variable];
            for (const core::Option& option : question.options) {
                options.push_back(option.id.text());
            }
        }
        if (answer == visit.answers.end() || answer->second.empty()) {
            continue;
        }
        if (reasons) {
            CellContent& cell = place.oneMore(variable, promise);
            for (const std::string& option : answer->second) {
                ++cell.options[option];
            }
        } else if (const auto score = scoreIndex(answer->second)) {
            ++place.oneMore(variable, promise).scores[place.cluster][*score];
        }
    }
}

} // namespace

std::uint64_t promiseOf(const central::EnvelopeContent& content)
{
    std::uint64_t promise = core::showFrom;
    for (const wire::StatusRecord& status : content.statuses) {
        promise = std::max(promise, status.smallestShown);
    }
    return promise;
}

void PolicyCell::add(const PolicyCell& other)
{
    for (const auto& [policy, counts] : other.faces) {
        auto& sum = faces[policy];
        for (std::size_t face = 0; face < sum.size(); ++face) {
            sum.at(face) += counts.at(face);
        }
    }
    for (const auto& [reason, taps] : other.reasons) {
        reasons[reason] += taps;
    }
    envelopes += other.envelopes;
    withShadow += other.withShadow;
    promise = std::max(promise, other.promise);
    counting.add(other.counting);
}

central::Kept<std::vector<QuarterFigures>> figuresOf(central::Ledger& ledger, const NightView& view)
{
    std::vector<QuarterFigures> quarters = emptyFigures(view);
    std::vector<const central::EnvelopeRow*> envelopes;
    for (const central::EnvelopeRow& row : view.envelopes) {
        if (row.lastDay >= quarters.front().tree.quarter.first) {
            envelopes.push_back(&row);
        }
    }
    std::stable_sort(envelopes.begin(), envelopes.end(),
                     [](const auto* a, const auto* b) { return a->night < b->night; });

    struct Waiting {
        std::size_t site = 0;
        wire::VisitRecord visit;
        std::uint64_t promise = core::showFrom;
    };
    std::map<core::Hash, std::vector<Waiting>> waiting; // for a questionnaire that nobody has sent
    KnownQuestionnaires questionnaires(ledger);
    for (const central::EnvelopeRow* row : envelopes) {
        const central::Stand* stand = view.stand(row->stand);
        auto content = ledger.content(row->id);
        if (!content) {
            return content.error();
        }
        if (auto noted = questionnaires.note(*row, *content); !noted) {
            return noted.error();
        }
        const auto found = std::find_if(view.sites.begin(), view.sites.end(),
                                        [&](const auto& other) { return other.id == stand->site; });
        const auto site = static_cast<std::size_t>(found - view.sites.begin());
        const std::uint64_t night = row->night.value_or(view.night.number);
        const std::uint64_t promised = promiseOf(*content);
        const auto count = [&](std::size_t ofSite, const wire::VisitRecord& visit, std::uint64_t promise) {
            const auto* questionnaire = questionnaires.find(visit.questionnaire);
            const auto place = placeOf(quarters, ofSite, daysOf(visit), night);
            if (questionnaire != nullptr && place) {
                addAnswers(*place, *questionnaire, visit, promise);
            }
        };
        if (const auto place = placeOf(quarters, site, {row->firstDay, row->lastDay}, night)) {
            place->figures->policies[place->key].add(policyCellOf(*content));
        }
        for (const wire::VisitRecord& visit : content->visits) {
            if (visit.outcome != core::Outcome::Count) {
                continue;
            }
            if (const auto place = placeOf(quarters, site, daysOf(visit), night)) {
                CellContent& cell = place->oneMore({Variable::Kind::Faces, "faces", ""}, promised);
                ++cell.scores[place->cluster][static_cast<std::size_t>(core::score(visit.face) - 1)];
            }
            if (questionnaires.find(visit.questionnaire) != nullptr) {
                count(site, visit, promised);
            } else {
                waiting[visit.questionnaire].push_back({site, visit, promised});
            }
        }
        for (auto& [hash, visits] : waiting) {
            if (questionnaires.find(hash) != nullptr) {
                for (const Waiting& one : visits) {
                    count(one.site, one.visit, one.promise);
                }
                visits.clear();
            }
        }
    }
    return quarters;
}

} // namespace smiley::report
