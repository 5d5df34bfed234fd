// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/wire/questionnaire_json.h"

#include <algorithm>
#include <random>
#include <string>
#include <variant>
#include <vector>

/// Questionnaires changed at random, from a seed: as staff change them, as the centre does, and as nobody should.

namespace smiley::test {

inline core::Questionnaire shippedOne(std::string_view name)
{
    return std::get<core::Questionnaire>(wire::parseQuestionnaire(wire::shippedQuestionnaire(name)));
}

/// Read once.
inline const std::vector<core::Questionnaire>& shippedAll()
{
    static const std::vector<core::Questionnaire> all = [] {
        std::vector<core::Questionnaire> questionnaires;
        for (const std::string& name : wire::shippedQuestionnaires()) {
            questionnaires.push_back(shippedOne(name));
        }
        return questionnaires;
    }();
    return all;
}

class Changes {
public:
    explicit Changes(unsigned seed) : m_random(seed) {}

    std::size_t below(std::size_t bound) { return std::uniform_int_distribution<std::size_t>(0, bound - 1)(m_random); }
    bool chance(unsigned percent) { return below(100) < percent; }

    core::Question anyQuestion(const std::string& id, core::Ownership ownership)
    {
        const std::vector<core::Questionnaire>& all = shippedAll();
        const core::Questionnaire& from = all[below(all.size())];
        core::Question question = from.questions[below(from.questions.size())];
        question.id = *core::QuestionId::parse(id);
        question.ownership = ownership;
        return question;
    }

    /// One change of any kind, sound or not.
    void change(core::Questionnaire& questionnaire, const std::string& newId, core::Ownership ownership)
    {
        auto& questions = questionnaire.questions;
        const auto at = static_cast<std::ptrdiff_t>(below(questions.size()));
        core::Question& question = questions[static_cast<std::size_t>(at)];
        switch (below(10)) {
        case 0: questions.insert(questions.begin() + at, anyQuestion(newId, ownership)); return;
        case 1: questions.push_back(anyQuestion(newId, ownership)); return;
        case 2:
            if (questions.size() > 1) {
                questions.erase(questions.begin() + at);
            }
            return;
        case 3: std::swap(question, questions[below(questions.size())]); return;
        case 4: question.hidden = !question.hidden; return;
        case 5: question.text["da"] += " nu"; return;
        case 6:
            question.askIf = core::Condition{{}, questions[below(questions.size())].id, {}};
            question.askIf->options.insert(*core::OptionId::parse(chance(50) ? "other" : "1"));
            return;
        case 7: question.askIf = core::Condition{{*core::faceOf(static_cast<int>(below(5)) + 1)}, {}, {}}; return;
        case 8:
            if (!question.options.empty()) {
                question.options.erase(question.options.begin());
            }
            return;
        default: question.rotates = !question.rotates; return;
        }
    }

private:
    std::mt19937 m_random;
};

} // namespace smiley::test
