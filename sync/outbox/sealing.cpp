// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/outbox/sealing.h"

#include "sync/outbox/blocks.h"
#include "sync/wire/questionnaire_json.h"

#include <algorithm>
#include <cassert>
#include <map>
#include <utility>
#include <variant>
#include <vector>

namespace smiley::outbox {

namespace {

using Counts = std::map<std::string, std::uint64_t>;

void add(Counts& sum, const Counts& more)
{
    for (const auto& [name, count] : more) {
        sum[name] += count;
    }
}

std::vector<wire::TallyRecord> sumOf(std::span<const WaitingDay> days)
{
    std::vector<wire::TallyRecord> sums;
    for (const std::string_view name : core::Policy::standardNames()) {
        wire::TallyRecord& sum = sums.emplace_back();
        sum.policy = name;
        for (const WaitingDay& day : days) {
            for (const wire::TallyRecord& tally : day.content.tallies) {
                if (tally.policy != name) {
                    continue;
                }
                for (std::size_t face = 0; face < sum.faces.size(); ++face) {
                    sum.faces.at(face) += tally.faces.at(face);
                }
                add(sum.reasons, tally.reasons);
                add(sum.inputs, tally.inputs);
                add(sum.corrections, tally.corrections);
                add(sum.withdrawals, tally.withdrawals);
            }
        }
    }
    return sums;
}

wire::StatusRecord statusOf(std::span<const WaitingDay> days)
{
    wire::StatusRecord status;
    core::ClockQuality clock = core::ClockQuality::Anchored;
    for (const WaitingDay& day : days) {
        status.days.push_back(day.day);
        add(status.deadMinutes, day.content.deadMinutes);
        if (day.content.passages) {
            status.passages = status.passages.value_or(0) + *day.content.passages;
        }
        clock = std::min(clock, day.content.clock);
        status.boots += day.content.boots;
    }
    status.clock = nameOf(clock);
    return status;
}

/// Errand and profile questions of the questionnaires in use.
struct ProfileQuestions {
    std::set<std::string> ids;
    bool allKnown = true; ///< false: a questionnaire can't be read here, so every answer is treated as profile

    [[nodiscard]] bool contains(const std::string& question) const { return !allKnown || ids.contains(question); }
};

ProfileQuestions profileQuestions(const std::vector<wire::VisitRecord>& visits,
                                  const QuestionnaireSource& questionnaires)
{
    ProfileQuestions profile;
    std::set<core::Hash> hashes;
    for (const wire::VisitRecord& visit : visits) {
        hashes.insert(visit.questionnaire);
    }
    for (const core::Hash& hash : hashes) {
        const std::optional<std::string> json = questionnaires(hash);
        const auto parsed = wire::parseQuestionnaire(json.value_or(""));
        const auto* questionnaire = std::get_if<core::Questionnaire>(&parsed);
        if (questionnaire == nullptr) {
            profile.allKnown = false;
            continue;
        }
        for (const core::Question& question : questionnaire->questions) {
            if (question.profile) {
                profile.ids.insert(question.id.text());
            }
        }
    }
    return profile;
}

std::string joined(const std::vector<std::string>& options)
{
    std::string text;
    for (const std::string& option : options) {
        text += (text.empty() ? "" : ",") + option;
    }
    return text;
}

void coarsenLanguages(std::vector<wire::VisitRecord>& visits)
{
    std::vector<Coarse> values;
    for (const wire::VisitRecord& visit : visits) {
        values.push_back({visit.language, visit.outcome == core::Outcome::Count});
    }
    coarsen(values);
    for (std::size_t index = 0; index < visits.size(); ++index) {
        visits[index].language = *values[index].value;
    }
}

/// Profile answers that few gave become "other". "Not asked" tells the language: where few have it, it goes.
void coarsenAnswers(std::vector<wire::VisitRecord>& visits, const ProfileQuestions& profile)
{
    std::set<std::string> questions;
    for (const wire::VisitRecord& visit : visits) {
        for (const auto& [question, options] : visit.answers) {
            questions.insert(question);
        }
    }
    for (const std::string& question : questions) {
        std::vector<Coarse> values;
        std::size_t notAsked = 0;
        for (const wire::VisitRecord& visit : visits) {
            const auto answer = visit.answers.find(question);
            const bool counts = visit.outcome == core::Outcome::Count;
            const bool given = answer != visit.answers.end();
            values.push_back({given ? std::optional(joined(answer->second)) : std::nullopt, counts});
            notAsked += given && counts && answer->second.empty() ? 1U : 0U;
        }
        const std::vector<Coarse> original = values;
        coarsen(values);
        for (std::size_t index = 0; index < visits.size(); ++index) {
            auto& answers = visits[index].answers;
            if (profile.contains(question) && values[index].value != original[index].value) {
                answers[question] = {std::string(wire::coarsened)};
            } else if (original[index].value == "" && notAsked < visitsTogetherMin) {
                answers.erase(question);
            }
        }
    }
}

void addQuestionnaires(wire::Envelope& envelope, const QuestionnaireSource& questionnaires,
                       const std::set<core::Hash>& sent)
{
    std::set<core::Hash> wanted;
    for (const wire::VisitRecord& visit : envelope.visits) {
        wanted.insert(visit.questionnaire);
    }
    const std::set<core::Hash> present = questionnairesIn(envelope);
    for (const core::Hash& hash : wanted) {
        const bool isNew = !sent.contains(hash) && !present.contains(hash);
        if (const auto json = isNew ? questionnaires(hash) : std::nullopt) {
            envelope.questionnaires.push_back({hash, *json});
        }
    }
}

/// The centre checks the same: the headline tally is the visits by face.
[[nodiscard]] bool tallyAgrees(const wire::Envelope& envelope)
{
    core::FaceCounts counted{};
    for (const wire::VisitRecord& visit : envelope.visits) {
        counted.at(static_cast<std::size_t>(core::score(visit.face) - 1)) +=
            visit.outcome == core::Outcome::Count ? 1 : 0;
    }
    return std::ranges::any_of(envelope.tallies, [&](const wire::TallyRecord& tally) {
        return tally.policy == "headline" && tally.faces == counted;
    });
}

wire::EnvelopeHeader headerOf(const EnvelopeIdentity& identity, core::Day first, core::Day last)
{
    return {
        wire::envelopeFormat, identity.stand,  identity.epoch, identity.number, identity.previous, first, last, {}, {},
        identity.example,     identity.program};
}

} // namespace

std::size_t daysToSeal(std::span<const WaitingDay> waiting)
{
    std::size_t visits = 0;
    std::ptrdiff_t counted = 0;
    for (std::size_t index = 0; index < waiting.size(); ++index) {
        visits += waiting[index].content.visits.size();
        counted += std::ranges::count(waiting[index].content.visits, core::Outcome::Count, &DayVisit::outcome);
        const int span = waiting[index].day.daysSince(waiting.front().day) + 1;
        const bool isLast = index + 1 == waiting.size();
        if (counted >= std::ptrdiff_t{visitsTogetherMin} || (visits > 0 && span >= waitingDaysMax)) {
            return index + 1;
        }
        const bool emptyAreTogether = !isLast && waiting[index + 1].content.visits.empty() && span < emptyDaysMax;
        if (visits == 0 && !emptyAreTogether) {
            return index + 1;
        }
    }
    return 0;
}

wire::Envelope envelopeOf(std::span<const WaitingDay> days, const EnvelopeIdentity& identity,
                          const QuestionnaireSource& questionnaires, const std::set<core::Hash>& sent,
                          core::Random& random)
{
    assert(!days.empty());
    const core::Day first = days.front().day;
    const core::Day last = days.back().day;
    wire::Envelope envelope{headerOf(identity, first, last), {}, sumOf(days), {}, {statusOf(days)}, {}};

    std::vector<VisitTime> times;
    for (const WaitingDay& day : days) {
        const bool hasClock = day.content.clock != core::ClockQuality::None;
        for (const DayVisit& visit : day.content.visits) {
            times.push_back(
                {day.day, visit.hour, hasClock || visit.hour.has_value(), visit.outcome == core::Outcome::Count});
        }
    }
    const std::vector<wire::Block> blocks = blocksOf(times, first, last);
    for (const WaitingDay& day : days) {
        for (const DayVisit& visit : day.content.visits) {
            envelope.visits.push_back({wire::uuid4(random), blocks[envelope.visits.size()], visit.face, visit.answers,
                                       visit.language, visit.questionnaire, visit.outcome, visit.reason});
        }
    }
    coarsenLanguages(envelope.visits);
    coarsenAnswers(envelope.visits, profileQuestions(envelope.visits, questionnaires));
    addQuestionnaires(envelope, questionnaires, sent);
    assert(tallyAgrees(envelope));
    return envelope;
}

wire::Envelope reissued(wire::Envelope envelope, const EnvelopeIdentity& identity,
                        const QuestionnaireSource& questionnaires, const std::set<core::Hash>& sent)
{
    envelope.header = headerOf(identity, envelope.header.firstDay, envelope.header.lastDay);
    std::erase_if(envelope.questionnaires, [&](const auto& record) { return sent.contains(record.hash); });
    addQuestionnaires(envelope, questionnaires, sent);
    assert(tallyAgrees(envelope));
    return envelope;
}

std::set<core::Hash> questionnairesIn(const wire::Envelope& envelope)
{
    std::set<core::Hash> hashes;
    for (const wire::QuestionnaireRecord& record : envelope.questionnaires) {
        hashes.insert(record.hash);
    }
    return hashes;
}

} // namespace smiley::outbox
