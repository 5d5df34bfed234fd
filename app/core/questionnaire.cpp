// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/core/questionnaire.h"

#include <algorithm>
#include <cstddef>
#include <set>

namespace smiley::core {

namespace {

using Questions = std::vector<Question>;

bool holds(const Condition& condition, Face face, const std::vector<PollAnswer>& answered)
{
    if (!condition.faces.empty() && !condition.faces.contains(face)) {
        return false;
    }
    if (!condition.question) {
        return true;
    }
    return std::ranges::any_of(answered, [&](const PollAnswer& answer) {
        return answer.question == *condition.question &&
               std::ranges::any_of(answer.options,
                                   [&](const OptionId& option) { return condition.options.contains(option); });
    });
}

/// The options of this question that decide about a later one, each once.
std::vector<OptionId> decidingOptions(const Questions& questions, std::size_t at)
{
    std::set<OptionId> deciding;
    for (std::size_t later = at + 1; later < questions.size(); ++later) {
        const auto& askIf = questions[later].askIf;
        if (askIf && askIf->question == questions[at].id) {
            deciding.insert(askIf->options.begin(), askIf->options.end());
        }
    }
    return {deciding.begin(), deciding.end()};
}

/// The most questions that can be shown from `at` on, when `shown` have been. Branches only where an answer decides
/// about a later question, so at most questionsAfterFacesMax deep.
int mostFrom(const Questionnaire& questionnaire, const Asking& asking, std::size_t at, int shown)
{
    const Questions& questions = questionnaire.questions;
    for (; at < questions.size() && shown < questionsAfterFacesMax; ++at) {
        const Question& question = questions[at];
        if (!isDue(question, asking) || !isAskable(questionnaire, question, asking.language)) {
            continue;
        }
        ++shown;
        const bool isAnswered = std::ranges::any_of(
            asking.answered, [&](const PollAnswer& answer) { return answer.question == question.id; });
        const std::vector<OptionId> deciding = decidingOptions(questions, at);
        if (isAnswered || deciding.empty()) {
            continue;
        }
        Asking supposed = asking;
        supposed.answered.push_back({question.id, deciding, false});
        if (question.kind == QuestionKind::Choices) { // may be chosen together; more options never ask less
            return mostFrom(questionnaire, supposed, at + 1, shown);
        }
        int most = mostFrom(questionnaire, asking, at + 1, shown);
        for (const OptionId& option : deciding) {
            if (most == questionsAfterFacesMax) {
                break;
            }
            supposed.answered.back().options = {option};
            most = std::max(most, mostFrom(questionnaire, supposed, at + 1, shown));
        }
        return most;
    }
    return shown;
}

/// The place in the file after the last question of the path.
std::size_t placeAfter(const Questionnaire& questionnaire, const std::vector<QuestionId>& path)
{
    if (path.empty()) {
        return 0;
    }
    const auto found = std::ranges::find(questionnaire.questions, path.back(), &Question::id);
    return found == questionnaire.questions.end()
               ? questionnaire.questions.size()
               : static_cast<std::size_t>(found - questionnaire.questions.begin()) + 1;
}

} // namespace

const Question* Questionnaire::find(const QuestionId& question) const
{
    const auto found = std::ranges::find(questions, question, &Question::id);
    return found == questions.end() ? nullptr : &*found;
}

const Language* Questionnaire::find(std::string_view tag) const
{
    const auto found = std::ranges::find(languages, tag, &Language::tag);
    return found == languages.end() ? nullptr : &*found;
}

std::optional<std::string> textIn(const Questionnaire& questionnaire, const Text& text, std::string_view language)
{
    const auto given = [&](std::string_view tag) -> std::optional<std::string> {
        const auto found = text.find(LanguageTag(tag));
        return found == text.end() || found->second.empty() ? std::nullopt : std::optional(found->second);
    };
    if (auto own = given(language)) {
        return own;
    }
    const Language* known = questionnaire.find(language);
    return known != nullptr && known->fallback ? given(*known->fallback) : std::nullopt;
}

bool isAskable(const Questionnaire& questionnaire, const Question& question, std::string_view language)
{
    return textIn(questionnaire, question.text, language) &&
           std::ranges::all_of(question.options, [&](const Option& option) {
               return textIn(questionnaire, option.text, language).has_value();
           });
}

Question inLanguagesOf(const Questionnaire& questionnaire, Question question)
{
    const auto keep = [&](Text& text) {
        std::erase_if(text, [&](const auto& entry) { return questionnaire.find(entry.first) == nullptr; });
    };
    keep(question.text);
    keep(question.hint);
    for (Option& option : question.options) {
        keep(option.text);
    }
    return question;
}

Questionnaire withoutComments(Questionnaire questionnaire)
{
    std::erase_if(questionnaire.questions,
                  [](const Question& question) { return question.kind == QuestionKind::Comment; });
    return questionnaire;
}

bool isDue(const Question& question, const Asking& asking)
{
    if (question.kind == QuestionKind::Faces || question.hidden) { // the faces are asked before the poll
        return false;
    }
    if (question.rotates && std::ranges::find(asking.drawn, question.id) == asking.drawn.end()) {
        return false;
    }
    return !question.askIf || holds(*question.askIf, asking.face, asking.answered);
}

std::vector<QuestionId> plan(const Questionnaire& questionnaire, Face face, std::string_view language,
                             const std::vector<QuestionId>& drawn, const std::vector<PollAnswer>& answered)
{
    const Asking asking{face, LanguageTag(language), drawn, answered};
    std::vector<QuestionId> questions;
    while (auto next = nextQuestion(questionnaire, asking, questions).question) {
        questions.push_back(*next);
    }
    return questions;
}

NextQuestion nextQuestion(const Questionnaire& questionnaire, const Asking& asking, const std::vector<QuestionId>& path)
{
    NextQuestion next;
    if (path.size() >= static_cast<std::size_t>(questionsAfterFacesMax)) {
        return next;
    }
    for (std::size_t at = placeAfter(questionnaire, path); at < questionnaire.questions.size(); ++at) {
        const Question& question = questionnaire.questions[at];
        if (!isDue(question, asking)) {
            continue;
        }
        if (isAskable(questionnaire, question, asking.language)) {
            next.question = question.id;
            return next;
        }
        next.notAsked.push_back(question.id);
    }
    return next;
}

int questionsPossible(const Questionnaire& questionnaire, const Asking& asking, const std::vector<QuestionId>& path)
{
    return mostFrom(questionnaire, asking, placeAfter(questionnaire, path), static_cast<int>(path.size()));
}

int planSizeMax(const Questionnaire& questionnaire, Face face, std::string_view language,
                const std::vector<QuestionId>& drawn)
{
    return questionsPossible(questionnaire, {face, LanguageTag(language), drawn, {}}, {});
}

} // namespace smiley::core
