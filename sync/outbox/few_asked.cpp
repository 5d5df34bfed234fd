// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/outbox/few_asked.h"

#include "sync/outbox/blocks.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <tuple>
#include <utility>

namespace smiley::outbox {

namespace {

/// Two of these are the same where only hidden questions differ; as in core::hidesOnly, notes don't count.
core::Questionnaire withNothingHidden(core::Questionnaire questionnaire)
{
    questionnaire.hash = *core::Hash::parse(std::string(64, '0'));
    questionnaire.note.clear();
    for (core::Question& question : questionnaire.questions) {
        question.hidden = false;
        question.note.clear();
    }
    return questionnaire;
}

/// Keeps what one visitor could have answered under `asked` instead of `own` without ever having been asked otherwise.
void leaveUnder(const core::Questionnaire& asked, const core::Questionnaire& own, wire::VisitRecord& visit)
{
    core::Asking asking{visit.face, visit.language, {}, {}};
    bool isOver = false;
    for (std::size_t place = 0; place < asked.questions.size(); ++place) {
        const core::Question& question = asked.questions[place];
        asking.drawn = {question.id};
        const bool isDue = core::isDue(question, asking);
        const auto given = visit.answers.find(question.id.text());
        if (given == visit.answers.end()) {
            isOver = isOver || (isDue && own.questions[place].hidden && !question.rotates);
        } else if (isDue && !isOver) {
            core::PollAnswer answer{question.id, {}, given->second.empty()};
            for (const std::string& option : given->second) {
                if (auto id = core::OptionId::parse(option)) {
                    answer.options.push_back(std::move(*id));
                }
            }
            asking.answered.push_back(std::move(answer));
        } else {
            visit.answers.erase(given);
            isOver = isOver || question.rotates;
        }
    }
    visit.questionnaire = asked.hash;
}

} // namespace

void joinFewAsked(std::vector<wire::VisitRecord>& visits, const KnownQuestionnaires& known)
{
    std::map<core::Hash, std::size_t> counts;
    for (const wire::VisitRecord& visit : visits) {
        counts[visit.questionnaire] += visit.outcome == core::Outcome::Count ? 1 : 0;
    }
    std::vector<std::tuple<core::Questionnaire, std::size_t, core::Hash>> most; // one for each that differ only so
    std::map<core::Hash, std::size_t> places;                                   // in `most`
    for (const auto& [hash, count] : counts) {
        const auto found = known.find(hash);
        if (found == known.end()) {
            continue;
        }
        core::Questionnaire bare = withNothingHidden(found->second);
        auto same = std::ranges::find(most, bare, [](const auto& each) { return std::get<0>(each); });
        if (same == most.end()) {
            same = most.insert(most.end(), {std::move(bare), count, hash});
        } else if (count >= std::get<1>(*same)) {
            std::get<1>(*same) = count;
            std::get<2>(*same) = hash;
        }
        places[hash] = static_cast<std::size_t>(same - most.begin());
    }
    for (wire::VisitRecord& visit : visits) {
        const auto place = places.find(visit.questionnaire);
        if (place == places.end() || counts.at(visit.questionnaire) >= visitsTogetherMin) {
            continue;
        }
        const core::Hash& joined = std::get<2>(most[place->second]);
        if (joined != visit.questionnaire) {
            leaveUnder(known.at(joined), known.at(visit.questionnaire), visit);
        }
    }
}

} // namespace smiley::outbox
