// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/questionnaire_merge.h"

#include <algorithm>
#include <cstddef>
#include <utility>

namespace smiley::core {

namespace {

using Questions = std::vector<Question>;

bool isLocal(const Question* question) { return question != nullptr && question->ownership == Ownership::Local; }

/// Whether staff wrote in it; hiding is not writing.
bool isSameContent(Question one, const Question& other)
{
    one.hidden = other.hidden;
    return one == other;
}

class Merge {
public:
    Merge(const Questionnaire& centre, const Questionnaire& local, const Questionnaire& base, const Sound& sound)
        : m_local(local),
          m_base(base),
          m_centre(centre),
          m_sound(sound),
          m_result{centre, {}}
    {}

    Merged run()
    {
        // What takes room away comes first; what was refused may stand once the others are in.
        for (int round = 0; round < roundsMax; ++round) {
            const Questions before = now();
            m_result.leftOut.clear();
            removals();
            hidden();
            changes();
            moves();
            additions();
            if (now() == before) {
                break;
            }
        }
        return std::move(m_result);
    }

private:
    static constexpr int roundsMax = 4;

    /// Takes over a change where the result keeps the rules.
    bool take(Questions questions)
    {
        if (questions == now()) {
            return true;
        }
        Questionnaire tried = m_result.questionnaire;
        tried.questions = std::move(questions);
        if (!m_sound(tried)) {
            return false;
        }
        m_result.questionnaire = std::move(tried);
        return true;
    }

    void takeOrTell(Questions questions, const QuestionId& id)
    {
        if (!take(std::move(questions)) && std::ranges::find(m_result.leftOut, id) == m_result.leftOut.end()) {
            m_result.leftOut.push_back(id);
        }
    }

    [[nodiscard]] const Questions& now() const { return m_result.questionnaire.questions; }

    /// The place after the closest question above it in staff's order that is in `questions`; a comment is last.
    [[nodiscard]] std::size_t placeFor(const Question& question, const Questions& questions) const
    {
        if (question.kind == QuestionKind::Comment) {
            return questions.size();
        }
        const auto own = std::ranges::find(m_local.questions, question.id, &Question::id);
        for (auto above = own; above != m_local.questions.begin();) {
            --above;
            const auto found = std::ranges::find(questions, above->id, &Question::id);
            if (found != questions.end() && found->kind != QuestionKind::Comment) {
                return static_cast<std::size_t>(found - questions.begin()) + 1;
            }
        }
        return std::min<std::size_t>(1, questions.size());
    }

    [[nodiscard]] Questions with(Questions questions, const Question& question) const
    {
        const auto place = static_cast<std::ptrdiff_t>(placeFor(question, questions));
        questions.insert(questions.begin() + place, question);
        return questions;
    }

    [[nodiscard]] static Questions without(Questions questions, const QuestionId& id)
    {
        std::erase_if(questions, [&](const Question& question) { return question.id == id; });
        return questions;
    }

    /// The centre's local questions that staff wrote in.
    void changes()
    {
        for (const Question& question : m_centre.questions) {
            const Question* mine = m_local.find(question.id);
            const Question* before = m_base.find(question.id);
            if (!isLocal(&question) || !isLocal(mine) || before == nullptr || isSameContent(*mine, *before)) {
                continue;
            }
            Questions changed = now();
            Question& place = *std::ranges::find(changed, question.id, &Question::id);
            const bool wasHidden = place.hidden;
            place = inLanguagesOf(m_centre, *mine);
            place.hidden = wasHidden;
            takeOrTell(std::move(changed), question.id);
        }
    }

    /// The centre's local questions whose place staff changed.
    void moves()
    {
        std::vector<QuestionId> before;
        std::vector<QuestionId> after;
        for (const Question& question : m_base.questions) {
            if (m_local.find(question.id) != nullptr && m_centre.find(question.id) != nullptr) {
                before.push_back(question.id);
            }
        }
        for (const Question& question : m_local.questions) {
            if (m_base.find(question.id) != nullptr && m_centre.find(question.id) != nullptr) {
                after.push_back(question.id);
            }
        }
        if (before == after) {
            return;
        }
        for (const QuestionId& id : after) {
            const Question* question = m_result.questionnaire.find(id);
            if (isLocal(question)) {
                const Question moved = *question;
                take(with(without(now(), id), moved));
            }
        }
    }

    /// Staff's own, and the centre's former ones that they wrote in.
    void additions()
    {
        for (const Question& question : m_local.questions) {
            if (question.ownership != Ownership::Local || m_centre.find(question.id) != nullptr) {
                tellCollision(question);
                continue;
            }
            const Question* before = m_base.find(question.id);
            const bool isGone = before != nullptr && isSameContent(question, *before); // the centre took it out
            if (isGone || m_result.questionnaire.find(question.id) != nullptr) {
                continue;
            }
            takeOrTell(with(now(), inLanguagesOf(m_centre, question)), question.id);
        }
    }

    /// A question of staff's own whose id the centre has given to another.
    void tellCollision(const Question& question)
    {
        if (question.ownership == Ownership::Local && m_base.find(question.id) == nullptr &&
            !isSameContent(question, *m_centre.find(question.id))) {
            m_result.leftOut.push_back(question.id);
        }
    }

    /// From the last to the first, so that what waits for an answer goes before the question.
    void removals()
    {
        for (std::size_t i = m_centre.questions.size(); i-- > 0;) {
            const Question& question = m_centre.questions[i];
            if (isLocal(&question) && m_base.find(question.id) != nullptr && m_local.find(question.id) == nullptr) {
                takeOrTell(without(now(), question.id), question.id);
            }
        }
    }

    void hidden()
    {
        for (const Question& question : m_centre.questions) {
            const Question* mine = m_local.find(question.id);
            const Question* before = m_base.find(question.id);
            const auto place = std::ranges::find(now(), question.id, &Question::id);
            if (!isLocal(&question) || mine == nullptr || before == nullptr || mine->hidden == before->hidden ||
                place->hidden == mine->hidden) {
                continue;
            }
            Questions changed = now();
            changed[static_cast<std::size_t>(place - now().begin())].hidden = mine->hidden;
            takeOrTell(std::move(changed), question.id);
        }
    }

    const Questionnaire& m_local;
    const Questionnaire& m_base;
    const Questionnaire& m_centre;
    const Sound& m_sound;
    Merged m_result;
};

} // namespace

Merged merged(const Questionnaire& centre, const Questionnaire& local, const Questionnaire& base, const Sound& sound)
{
    return Merge(centre, local, base, sound).run();
}

bool hidesOnly(const Questionnaire& before, const Questionnaire& after)
{
    if (before.questions.size() != after.questions.size()) {
        return false;
    }
    Questionnaire hiding = before;
    bool hides = false;
    for (std::size_t i = 0; i < before.questions.size(); ++i) {
        Question& question = hiding.questions[i];
        const Question& other = after.questions[i];
        if (!question.hidden && other.hidden) {
            if (question.ownership != Ownership::Local) {
                return false;
            }
            question.hidden = true;
            hides = true;
        }
        question.note = other.note;
    }
    hiding.hash = after.hash;
    hiding.note = after.note;
    return hides && hiding == after;
}

} // namespace smiley::core
