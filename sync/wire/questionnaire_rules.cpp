// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/wire/questionnaire_rules.h"

#include "sync/wire/fields.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace smiley::wire {

using core::Question;
using core::QuestionKind;
using core::Questionnaire;

namespace {

constexpr std::array allFaces{core::Face::VeryBad, core::Face::Bad, core::Face::InBetween, core::Face::Good,
                              core::Face::VeryGood};

bool asksFor(const Question& question, core::Face face)
{
    return !question.askIf || question.askIf->faces.empty() || question.askIf->faces.contains(face);
}

/// Per question the most that it stands for: itself and those that its answers bring about. Each question waits for at
/// most one other, which stands above it, so one walk from the last to the first will do.
std::vector<int> mostFromEach(const Questionnaire& questionnaire, core::Face face)
{
    const auto& questions = questionnaire.questions;
    std::vector<int> most(questions.size(), 1);
    for (std::size_t i = questions.size(); i-- > 0;) {
        if (questions[i].hidden) { // and what waits for its answer is never asked
            most[i] = 0;
            continue;
        }
        std::map<core::OptionId, int> withOption;
        int together = 0;
        for (std::size_t later = i + 1; later < questions.size(); ++later) {
            const Question& other = questions[later];
            if (other.rotates || !asksFor(other, face) || !other.askIf || other.askIf->question != questions[i].id) {
                continue;
            }
            together += most[later];
            for (const core::OptionId& option : other.askIf->options) {
                withOption[option] += most[later];
            }
        }
        if (questions[i].kind == QuestionKind::Choices) { // all options may be chosen together
            most[i] += together;
            continue;
        }
        int best = 0;
        for (const auto& [option, count] : withOption) {
            best = std::max(best, count);
        }
        most[i] += best;
    }
    return most;
}

class Rules {
public:
    Rules(const Questionnaire& questionnaire, std::vector<DocumentFault>& faults)
        : m_questionnaire(questionnaire),
          m_faults(faults),
          m_structural(faults)
    {}

    void check()
    {
        languages();
        std::set<core::QuestionId> ids;
        for (std::size_t i = 0; i < m_questionnaire.questions.size(); ++i) {
            const Question& question = m_questionnaire.questions[i];
            const std::string pointer = pointerTo("/questions", i);
            if (!ids.insert(question.id).second) {
                fault(pointer + "/id", "must be unique; \"" + question.id.text() + "\" is used above");
            }
            if (isBroken(pointer)) {
                continue;
            }
            place(question, i, pointer);
            scale(question, pointer);
            texts(question, pointer);
            if (question.askIf) {
                condition(question, i, pointer + "/ask_if");
            }
        }
        // Sums over questions that could not be read would mislead.
        if (m_structural.empty() && m_faults.empty()) {
            length();
        }
    }

private:
    void fault(std::string pointer, std::string message)
    {
        m_faults.push_back({std::move(pointer), std::move(message)});
    }

    bool isBroken(const std::string& pointer) const
    {
        return std::any_of(m_structural.begin(), m_structural.end(), [&](const DocumentFault& one) {
            return one.pointer == pointer || one.pointer.compare(0, pointer.size() + 1, pointer + "/") == 0;
        });
    }

    void languages()
    {
        if (isBroken("/languages")) {
            return;
        }
        std::set<std::string> tags;
        for (std::size_t i = 0; i < m_questionnaire.languages.size(); ++i) {
            const core::Language& language = m_questionnaire.languages[i];
            const std::string pointer = pointerTo("/languages", i);
            if (!tags.insert(language.tag).second) {
                fault(pointer + "/tag", "must be unique; \"" + language.tag + "\" is named above");
            }
            if (language.draft && !language.signedBy.empty()) {
                fault(pointer + "/signed_by",
                      "must be left out: a draft is what nobody has signed; take \"draft\" out when it is signed");
            }
            if (!language.fallback) {
                continue;
            }
            const core::Language* other = m_questionnaire.find(*language.fallback);
            if (i == 0) {
                fault(pointer + "/fallback",
                      "must be left out: the first language is the default and needs every text");
            } else if (other == nullptr || other == &language || other->fallback) {
                fault(pointer + "/fallback", "must name another language of the list that has no fallback itself");
            }
        }
    }

    void place(const Question& question, std::size_t i, const std::string& pointer)
    {
        const bool isFirst = i == 0;
        if (isFirst != (question.kind == QuestionKind::Faces)) {
            fault(pointer + "/kind", isFirst ? "must be \"faces\": the first question is the core question"
                                             : "can be \"faces\" only for the first question");
        }
        if (isFirst != (question.ownership == core::Ownership::Core)) {
            fault(pointer + "/ownership",
                  isFirst ? "must be \"core\" for the first question" : "can be \"core\" only for the first question");
        }
        if (question.hidden && question.ownership != core::Ownership::Local) {
            fault(pointer + "/hidden", "must be left out: only a local question can be hidden");
        }
        if (isFirst && question.askIf) {
            fault(pointer + "/ask_if", "must be left out: the core question is always asked");
        }
        if (isFirst && question.rotates) {
            fault(pointer + "/rotates", "must be left out: the core question is always asked");
        }
        if (question.kind == QuestionKind::Comment && i + 1 < m_questionnaire.questions.size()) {
            fault(pointer + "/kind", "can be \"comment\" only for the last question; so there is one at most");
        }
    }

    void scale(const Question& question, const std::string& pointer)
    {
        std::set<core::OptionId> ids;
        for (std::size_t i = 0; i < question.options.size(); ++i) {
            if (!ids.insert(question.options[i].id).second) {
                fault(pointerTo(pointer + "/options", i) + "/id",
                      "must be unique within the question; \"" + question.options[i].id.text() + "\" is used above");
            }
        }
        static constexpr std::array<std::string_view, 6> steps{"1", "2", "3", "4", "5", core::dontKnowOption};
        const auto sameIds = [&](std::size_t count) {
            return question.options.size() == count &&
                   std::equal(
                       question.options.begin(), question.options.end(), steps.begin(),
                       [](const core::Option& option, std::string_view step) { return option.id.text() == step; });
        };
        switch (question.kind) {
        case QuestionKind::Faces:
            if (!sameIds(5)) {
                fault(pointer + "/options",
                      "must have the ids \"1\" \"2\" \"3\" \"4\" \"5\" in this order, worst first");
            }
            return;
        case QuestionKind::Degree:
            if (!sameIds(6)) {
                fault(pointer + "/options",
                      "must have the ids \"1\" \"2\" \"3\" \"4\" \"5\" \"dk\" in this order, least "
                      "first, \"dk\" for \"ved ikke / ikke relevant for mig\"");
            }
            return;
        case QuestionKind::Choice:
        case QuestionKind::Choices:
            if (question.options.size() < 2) {
                fault(pointer + "/options", "must hold at least 2 options");
            }
            return;
        case QuestionKind::Comment:
            if (!question.options.empty()) {
                fault(pointer + "/options", "must be left out: a comment is written, not chosen");
            }
            return;
        }
    }

    void text(const core::Text& text, const std::string& pointer)
    {
        for (const auto& [tag, words] : text) {
            if (m_questionnaire.find(tag) == nullptr) {
                fault(pointerTo(pointer, tag), "is in a language that /languages doesn't name; add it there or take "
                                               "the text out");
            }
        }
        if (const std::string& tag = m_questionnaire.languages.front().tag; !text.contains(tag)) {
            fault(pointerTo(pointer, tag), "is missing; every text is needed in the default language");
        }
    }

    void texts(const Question& question, const std::string& pointer)
    {
        if (m_questionnaire.languages.empty() || isBroken("/languages")) {
            return;
        }
        text(question.text, pointer + "/text");
        if (!question.hint.empty()) {
            text(question.hint, pointer + "/hint");
        }
        for (std::size_t i = 0; i < question.options.size(); ++i) {
            text(question.options[i].text, pointerTo(pointer + "/options", i) + "/text");
        }
        const std::string& fallback = m_questionnaire.languages.front().tag;
        for (const core::Language& language : m_questionnaire.languages) {
            if (language.tag == fallback) {
                continue;
            }
            const bool asked = core::textIn(m_questionnaire, question.text, language.tag).has_value();
            if (!asked && question.kind == QuestionKind::Faces) {
                fault(pointerTo(pointer + "/text", language.tag),
                      "is missing; the faces are shown in every language of the list");
            }
            for (std::size_t i = 0; i < question.options.size(); ++i) {
                if (asked && !core::textIn(m_questionnaire, question.options[i].text, language.tag)) {
                    fault(pointerTo(pointerTo(pointer + "/options", i) + "/text", language.tag),
                          "is missing; the question is in this language, so its options have to be");
                }
            }
        }
    }

    void condition(const Question& question, std::size_t i, const std::string& pointer)
    {
        const core::Condition& condition = *question.askIf;
        if (!condition.question) {
            return;
        }
        const auto& questions = m_questionnaire.questions;
        const auto end = questions.begin() + static_cast<std::ptrdiff_t>(i);
        const auto earlier =
            std::find_if(questions.begin(), end, [&](const Question& one) { return one.id == *condition.question; });
        if (earlier == end) {
            fault(pointer + "/question",
                  "must name a question that stands above; \"" + condition.question->text() + "\" doesn't");
            return;
        }
        if (earlier->kind == QuestionKind::Faces) {
            fault(pointer + "/question", "can't be the core question; use \"faces\" for it");
            return;
        }
        if (earlier->hidden && question.ownership != core::Ownership::Local) {
            fault(pointer + "/question", "can't be a hidden question: this one would be asked of nobody");
        }
        if (earlier->rotates) {
            fault(pointer + "/question", "can't be a question of the rotation pool: not everybody is asked it");
            return;
        }
        for (const core::OptionId& option : condition.options) {
            if (std::none_of(earlier->options.begin(), earlier->options.end(),
                             [&](const core::Option& one) { return one.id == option; })) {
                fault(pointer + "/options",
                      "must name options of \"" + earlier->id.text() + "\"; \"" + option.text() + "\" is none");
            }
        }
    }

    void length()
    {
        const auto pool = std::count_if(m_questionnaire.questions.begin(), m_questionnaire.questions.end(),
                                        [](const Question& question) { return question.rotates && !question.hidden; });
        if (m_questionnaire.rotationDraw > 0 && pool <= m_questionnaire.rotationDraw) {
            fault("/rotation/draw", "draws " + std::to_string(m_questionnaire.rotationDraw) + " of a pool of " +
                                        std::to_string(pool) +
                                        "; mark more questions with \"rotates\": true, or draw "
                                        "fewer");
        }
        if (m_questionnaire.rotationDraw == 0 && pool > 0) {
            fault("/rotation/draw", "must say how many of the questions with \"rotates\" a visitor is shown");
        }
        for (const core::Face face : allFaces) {
            const int most = questionsForOneVisitor(m_questionnaire, face);
            if (most > core::questionsAfterFacesMax) {
                fault("/questions", "up to " + std::to_string(most) + " questions after face " +
                                        std::to_string(core::score(face)) + "; one visitor is shown at most " +
                                        std::to_string(core::questionsAfterFacesMax) +
                                        ": take some out, let them rotate, or give them conditions");
                return;
            }
        }
    }

    const Questionnaire& m_questionnaire;
    std::vector<DocumentFault>& m_faults;
    const std::vector<DocumentFault> m_structural; ///< those that were found before the rules
};

} // namespace

int questionsForOneVisitor(const Questionnaire& questionnaire, core::Face face)
{
    int most = 0;
    int pool = 0;
    const std::vector<int> mostFrom = mostFromEach(questionnaire, face);
    for (std::size_t i = 0; i < mostFrom.size(); ++i) {
        const Question& question = questionnaire.questions[i];
        if (question.kind == QuestionKind::Faces || question.hidden || !asksFor(question, face)) {
            continue;
        }
        if (question.rotates) {
            ++pool;
        } else if (!question.askIf || !question.askIf->question) {
            most += mostFrom[i];
        }
    }
    return most + std::min(pool, questionnaire.rotationDraw);
}

void checkRules(const Questionnaire& questionnaire, std::vector<DocumentFault>& faults)
{
    Rules(questionnaire, faults).check();
}

} // namespace smiley::wire
