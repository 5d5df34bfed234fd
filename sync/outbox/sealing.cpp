// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/outbox/sealing.h"

#include "sync/outbox/blocks.h"
#include "sync/outbox/few_asked.h"
#include "sync/wire/questionnaire_json.h"

#include <algorithm>
#include <cassert>
#include <iterator>
#include <map>
#include <numeric>
#include <string_view>
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

void add(core::FaceCounts& sum, const core::FaceCounts& more)
{
    for (std::size_t face = 0; face < sum.size(); ++face) {
        sum.at(face) += more.at(face);
    }
}

template <class Part, class Add>
void addPart(std::optional<Part>& sum, const std::optional<Part>& more, Add addNumbers)
{
    if (!more) {
        return;
    }
    if (!sum) {
        sum = more;
        return;
    }
    addNumbers(*sum, *more);
}

/// Days are independent: variances of counts add up, those of a mean or a share weigh by the square of the visits' share.
void addModel(wire::ModelTally& sum, const wire::ModelTally& more)
{
    const double visits = sum.visits + more.visits;
    const double ours = visits > 0 ? sum.visits / visits : 0.5;
    const double theirs = 1 - ours;
    const auto weighed = [&](double a, double b) { return ours * ours * a + theirs * theirs * b; };
    sum.days += more.days;
    sum.draws = std::min(sum.draws, more.draws);
    sum.visits = visits;
    for (std::size_t face = 0; face < sum.faces.size(); ++face) {
        sum.faces.at(face) += more.faces.at(face);
        sum.faceVariance.at(face) += more.faceVariance.at(face);
    }
    sum.meanVariance = weighed(sum.meanVariance, more.meanVariance);
    sum.redVariance = weighed(sum.redVariance, more.redVariance);
    sum.yellowVariance = weighed(sum.yellowVariance, more.yellowVariance);
    sum.greenVariance = weighed(sum.greenVariance, more.greenVariance);
}

void add(wire::TallyRecord& sum, const wire::TallyRecord& more)
{
    add(sum.faces, more.faces);
    add(sum.reasons, more.reasons);
    add(sum.inputs, more.inputs);
    add(sum.corrections, more.corrections);
    add(sum.withdrawals, more.withdrawals);
    addPart(sum.claims, more.claims, [](wire::ClaimTally& to, const wire::ClaimTally& from) {
        to.counted += from.counted;
        to.merged += from.merged;
        add(to.facesWithout, from.facesWithout);
    });
    addPart(sum.runs, more.runs, [](wire::RunTally& to, const wire::RunTally& from) {
        to.visits += from.visits;
        to.daysUnderControl += from.daysUnderControl;
        add(to.facesWithout, from.facesWithout);
        add(to.facesWith, from.facesWith);
    });
    addPart(sum.health, more.health, [](wire::HealthTally& to, const wire::HealthTally& from) {
        to.days += from.days;
        to.presence += from.presence;
        to.doors += from.doors;
    });
    addPart(sum.model, more.model, addModel);
}

constexpr std::string_view headlineName = "headline";

/// The days that one document of a policy counted.
struct PolicyPart {
    wire::TallyRecord sum;
    std::size_t days = 0;
    std::size_t visits = 0; ///< that the headline counted on these days
};

std::size_t countedVisits(const WaitingDay& day)
{
    return static_cast<std::size_t>(std::ranges::count(day.content.visits, core::Outcome::Count, &DayVisit::outcome));
}

/// Enough visits to leave on its own. Faces of taps may be one visitor's, so both are asked for.
bool standsAlone(const PolicyPart& part)
{
    const auto faces = std::accumulate(part.sum.faces.begin(), part.sum.faces.end(), std::uint64_t{0});
    return part.visits >= visitsTogetherMin && faces >= visitsTogetherMin;
}

std::vector<PolicyPart> partsOf(std::span<const WaitingDay> days, const std::string& policy)
{
    std::vector<PolicyPart> parts;
    for (const WaitingDay& day : days) {
        for (const wire::TallyRecord& tally : day.content.tallies) {
            if (tally.policy != policy) {
                continue;
            }
            auto part = std::ranges::find(parts, tally.hash, [](const PolicyPart& each) { return each.sum.hash; });
            if (part == parts.end()) {
                part = parts.insert(parts.end(), {tally, 0, 0});
            } else {
                add(part->sum, tally);
            }
            ++part->days;
            part->visits += countedVisits(day);
        }
    }
    return parts;
}

/// One record for each policy. A policy whose document changed from one day to the next has one for each hash only where
/// each stands alone; else one without a hash. One that counted only some of the days is left out unless it and the rest
/// have enough visits: the rest is what another policy's record has more.
std::vector<wire::TallyRecord> sumOf(std::span<const WaitingDay> days)
{
    std::vector<std::string> policies; // in their order
    std::size_t visits = 0;
    for (const WaitingDay& day : days) {
        visits += countedVisits(day);
        for (const wire::TallyRecord& tally : day.content.tallies) {
            if (std::ranges::find(policies, tally.policy) == policies.end()) {
                policies.push_back(tally.policy);
            }
        }
    }
    std::vector<wire::TallyRecord> sums;
    for (const std::string& policy : policies) {
        std::vector<PolicyPart> parts = partsOf(days, policy);
        if (parts.size() > 1 && !std::ranges::all_of(parts, standsAlone)) {
            for (auto part = std::next(parts.begin()); part != parts.end(); ++part) {
                add(parts.front().sum, part->sum);
                parts.front().days += part->days;
                parts.front().visits += part->visits;
            }
            parts.resize(1);
            parts.front().sum.hash = std::nullopt;
        }
        std::size_t covered = 0;
        std::size_t rest = visits;
        for (const PolicyPart& part : parts) {
            covered += part.days;
            rest -= part.visits;
        }
        const bool hidesNobody = rest >= visitsTogetherMin && std::ranges::all_of(parts, standsAlone);
        if (covered == days.size() || policy == headlineName || hidesNobody) {
            for (PolicyPart& part : parts) {
                sums.push_back(std::move(part.sum));
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

std::set<core::Hash> questionnairesOf(const std::vector<wire::VisitRecord>& visits)
{
    std::set<core::Hash> hashes;
    for (const wire::VisitRecord& visit : visits) {
        hashes.insert(visit.questionnaire);
    }
    return hashes;
}

KnownQuestionnaires knownOf(const std::vector<wire::VisitRecord>& visits, const DocumentSource& documents)
{
    KnownQuestionnaires known;
    for (const core::Hash& hash : questionnairesOf(visits)) {
        auto parsed = wire::parseQuestionnaire(documents(hash).value_or(""));
        if (auto* questionnaire = std::get_if<core::Questionnaire>(&parsed)) {
            known.emplace(hash, std::move(*questionnaire));
        }
    }
    return known;
}

ProfileQuestions profileQuestions(const std::vector<wire::VisitRecord>& visits, const KnownQuestionnaires& known)
{
    ProfileQuestions profile;
    for (const core::Hash& hash : questionnairesOf(visits)) {
        const auto questionnaire = known.find(hash);
        if (questionnaire == known.end()) {
            profile.allKnown = false;
            continue;
        }
        for (const core::Question& question : questionnaire->second.questions) {
            if (question.profile) {
                profile.ids.insert(question.id.text());
            }
        }
    }
    return profile;
}

/// Visits in the order of `days`; each still bears the whole span.
std::vector<wire::VisitRecord> visitsOf(std::span<const WaitingDay> days, core::Random& random)
{
    std::vector<wire::VisitRecord> visits;
    for (const WaitingDay& day : days) {
        for (const DayVisit& visit : day.content.visits) {
            visits.push_back({wire::uuid4(random),
                              {wire::Block::Span::Days, days.front().day, days.back().day, 0},
                              visit.face,
                              visit.answers,
                              visit.language,
                              visit.questionnaire,
                              visit.outcome,
                              visit.reason});
        }
    }
    return visits;
}

/// Gives each visit its block: five of one questionnaire share it. `visits` are visitsOf(days).
void placeInTime(std::vector<wire::VisitRecord>& visits, std::span<const WaitingDay> days)
{
    std::map<core::Hash, std::size_t> groups;
    std::vector<VisitTime> times;
    for (const WaitingDay& day : days) {
        const bool hasClock = day.content.clock != core::ClockQuality::None;
        for (const DayVisit& visit : day.content.visits) {
            const auto group = groups.emplace(visits[times.size()].questionnaire, groups.size()).first->second;
            times.push_back({day.day, visit.hour, hasClock || visit.hour.has_value(),
                             visit.outcome == core::Outcome::Count, group});
        }
    }
    const std::vector<wire::Block> blocks = blocksOf(times, days.front().day, days.back().day);
    for (std::size_t index = 0; index < visits.size(); ++index) {
        visits[index].block = blocks[index];
    }
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

std::set<core::Hash> policiesIn(std::span<const wire::TallyRecord> tallies)
{
    std::set<core::Hash> policies;
    for (const wire::TallyRecord& tally : tallies) {
        if (tally.hash) {
            policies.insert(*tally.hash);
        }
    }
    return policies;
}

/// `policies`: those that it was counted by.
void addDocuments(wire::Envelope& envelope, const std::set<core::Hash>& policies, const DocumentSource& documents,
                  const std::set<core::Hash>& sent)
{
    const std::set<core::Hash> present = documentsIn(envelope);
    const auto addAll = [&](const std::set<core::Hash>& wanted, auto& records) {
        for (const core::Hash& hash : wanted) {
            const bool isNew = !sent.contains(hash) && !present.contains(hash);
            if (const auto json = isNew ? documents(hash) : std::nullopt) {
                records.push_back({hash, *json});
            }
        }
    };
    addAll(questionnairesOf(envelope.visits), envelope.questionnaires);
    addAll(policies, envelope.policies);
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
                          const DocumentSource& documents, const std::set<core::Hash>& sent, core::Random& random)
{
    assert(!days.empty());
    const core::Day first = days.front().day;
    const core::Day last = days.back().day;
    wire::Envelope envelope{
        headerOf(identity, first, last), visitsOf(days, random), sumOf(days), {}, {statusOf(days)}, {}, {}, {}};
    const KnownQuestionnaires known = knownOf(envelope.visits, documents);
    joinFewAsked(envelope.visits, known); // before the languages are coarse: which questions were asked goes by them
    placeInTime(envelope.visits, days);
    coarsenLanguages(envelope.visits);
    coarsenAnswers(envelope.visits, profileQuestions(envelope.visits, known));
    std::set<core::Hash> policies; // also of those whose records became one without a hash
    for (const WaitingDay& day : days) {
        policies.merge(policiesIn(day.content.tallies));
    }
    addDocuments(envelope, policies, documents, sent);
    assert(wire::tallyAgrees(envelope));
    return envelope;
}

wire::Envelope reissued(wire::Envelope envelope, const EnvelopeIdentity& identity, const DocumentSource& documents,
                        const std::set<core::Hash>& sent)
{
    const wire::EnvelopeHeader before =
        std::exchange(envelope.header, headerOf(identity, envelope.header.firstDay, envelope.header.lastDay));
    envelope.header.auditHead = before.auditHead;
    envelope.header.auditRows = before.auditRows;
    std::erase_if(envelope.questionnaires, [&](const auto& record) { return sent.contains(record.hash); });
    std::erase_if(envelope.policies, [&](const auto& record) { return sent.contains(record.hash); });
    addDocuments(envelope, policiesIn(envelope.tallies), documents, sent);
    assert(wire::tallyAgrees(envelope));
    return envelope;
}

std::set<core::Hash> documentsIn(const wire::Envelope& envelope)
{
    std::set<core::Hash> hashes;
    for (const wire::PolicyRecord& record : envelope.policies) {
        hashes.insert(record.hash);
    }
    for (const wire::QuestionnaireRecord& record : envelope.questionnaires) {
        hashes.insert(record.hash);
    }
    return hashes;
}

} // namespace smiley::outbox
