// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/staff/draft.h"

#include "app/core/code_points.h"
#include "app/core/questionnaire_merge.h"
#include "app/staff/coach.h"
#include "app/staff/difference.h"
#include "app/staff/draft_parts.h"
#include "app/staff/library.h"
#include "app/staff/plain_danish.h"
#include "sync/wire/questionnaire_json.h"
#include "sync/wire/questionnaire_rules.h"

#include <algorithm>
#include <utility>

namespace smiley::staff {

using core::Option;
using core::OptionId;
using core::Question;
using core::QuestionId;
using core::QuestionKind;
using core::Questionnaire;

namespace {

constexpr std::string_view textHead = "smiley-draft 1 ";

bool isChoice(QuestionKind kind) { return kind == QuestionKind::Choice || kind == QuestionKind::Choices; }

bool hasHidden(std::string_view text)
{
    for (std::size_t at = 0; at < text.size();) {
        const core::CodePoint point = core::decode(text, at);
        if (!point.isValid || core::isHidden(point.code) || point.code == U'\n') {
            return true;
        }
        at += point.bytes;
    }
    return false;
}

std::vector<Question>::iterator placeOf(std::vector<Question>& questions, const QuestionId& id)
{
    return std::ranges::find(questions, id, &Question::id);
}

void place(std::vector<Question>& questions, Question question)
{
    const auto at = question.kind == QuestionKind::Comment ? questions.end() : questions.begin() + lastPlace(questions);
    questions.insert(at, std::move(question));
}

bool hasComment(const std::vector<Question>& questions)
{
    return std::ranges::any_of(questions, [](const Question& one) { return one.kind == QuestionKind::Comment; });
}

OptionId newOptionId(const Question& question, core::Random& random)
{
    for (;;) {
        OptionId id = *OptionId::parse("o-" + randomName(4, random));
        if (std::ranges::find(question.options, id, &Option::id) == question.options.end()) {
            return id;
        }
    }
}

std::vector<Option> optionsFor(QuestionKind kind, const Questionnaire& questionnaire, core::Random& random)
{
    Question question{*QuestionId::parse("new")};
    if (kind == QuestionKind::Degree) {
        question.options = gradeScale();
    } else if (isChoice(kind)) {
        for (int i = 0; i < 2; ++i) {
            question.options.push_back({newOptionId(question, random), {}, {}});
        }
        question.options.push_back(otherOption());
        question.options.push_back(dontKnowChoice());
    }
    question = core::inLanguagesOf(questionnaire, std::move(question));
    return question.options;
}

/// Takes out of staff's conditions what is no longer there to look at.
void dropBrokenConditions(std::vector<Question>& questions)
{
    for (Question& question : questions) {
        if (isLocked(question) || !question.askIf || !question.askIf->question) {
            continue;
        }
        core::Condition& condition = *question.askIf;
        const auto asked = placeOf(questions, *condition.question);
        std::erase_if(condition.options, [&](const OptionId& option) {
            return asked == questions.end() ||
                   std::ranges::find(asked->options, option, &Option::id) == asked->options.end();
        });
        if (condition.options.empty()) {
            condition.question.reset();
        }
        if (!condition.question && condition.faces.empty()) {
            question.askIf.reset();
        }
    }
}

} // namespace

Draft::Draft(Questionnaire start) : m_start(std::move(start)), m_now(m_start) {}

bool Draft::isChanged() const { return m_now.questions != m_start.questions; }

bool Draft::isLocked(const QuestionId& question) const
{
    const Question* found = m_now.find(question);
    return found == nullptr || staff::isLocked(*found);
}

Question* Draft::local(Questions& questions, const QuestionId& question) const
{
    const auto found = placeOf(questions, question);
    return found == questions.end() || staff::isLocked(*found) ? nullptr : &*found;
}

bool Draft::commit(Questions questions)
{
    if (questions == m_now.questions) {
        return false;
    }
    m_undo.push_back(std::exchange(m_now.questions, std::move(questions)));
    if (m_undo.size() > stepsMax) {
        m_undo.pop_front();
    }
    m_redo.clear();
    m_typing.clear();
    return true;
}

bool Draft::undo()
{
    if (m_undo.empty()) {
        return false;
    }
    m_redo.push_back(std::exchange(m_now.questions, std::move(m_undo.back())));
    m_undo.pop_back();
    m_typing.clear();
    return true;
}

bool Draft::redo()
{
    if (m_redo.empty()) {
        return false;
    }
    m_undo.push_back(std::exchange(m_now.questions, std::move(m_redo.back())));
    m_redo.pop_back();
    m_typing.clear();
    return true;
}

std::optional<QuestionId> Draft::add(QuestionKind kind, core::Random& random)
{
    Questions questions = m_now.questions;
    const bool isComment = kind == QuestionKind::Comment;
    if (kind == QuestionKind::Faces || questions.size() >= wire::questionsMax || (isComment && hasComment(questions))) {
        return std::nullopt;
    }
    Question question{newQuestionId(m_now, random), kind};
    question.theme = isComment ? "comment" : "local";
    question.options = optionsFor(kind, m_now, random);
    place(questions, question);
    commit(std::move(questions));
    return question.id;
}

std::optional<QuestionId> Draft::add(const Question& fromLibrary)
{
    Questions questions = m_now.questions;
    if (fromLibrary.kind == QuestionKind::Faces || questions.size() >= wire::questionsMax ||
        m_now.find(fromLibrary.id) != nullptr || (fromLibrary.kind == QuestionKind::Comment && hasComment(questions))) {
        return std::nullopt;
    }
    Question question = fromLibrary;
    question.ownership = core::Ownership::Local;
    question.hidden = false;
    question.rotates = question.rotates && m_now.rotationDraw > 0;
    question = core::inLanguagesOf(m_now, std::move(question));
    place(questions, question);
    dropBrokenConditions(questions);
    commit(std::move(questions));
    return question.id;
}

bool Draft::remove(const QuestionId& question)
{
    Questions questions = m_now.questions;
    if (local(questions, question) == nullptr) {
        return false;
    }
    questions.erase(placeOf(questions, question));
    dropBrokenConditions(questions);
    return commit(std::move(questions));
}

bool Draft::setHidden(const QuestionId& question, bool hidden)
{
    Questions questions = m_now.questions;
    Question* changed = local(questions, question);
    if (changed == nullptr) {
        return false;
    }
    changed->hidden = hidden;
    return commit(std::move(questions));
}

bool Draft::move(const QuestionId& question, std::size_t place)
{
    Questions questions = m_now.questions;
    const Question* found = local(questions, question);
    if (found == nullptr || found->kind == QuestionKind::Comment || place < 1) {
        return false;
    }
    const Question moved = *found;
    questions.erase(placeOf(questions, question));
    const auto to = std::min(static_cast<std::ptrdiff_t>(place), lastPlace(questions));
    questions.insert(questions.begin() + to, moved);
    return commit(std::move(questions));
}

bool Draft::moveUp(const QuestionId& question)
{
    const auto at = std::ranges::find(m_now.questions, question, &Question::id) - m_now.questions.begin();
    return at > 1 && move(question, static_cast<std::size_t>(at) - 1);
}

bool Draft::moveDown(const QuestionId& question)
{
    const auto at = std::ranges::find(m_now.questions, question, &Question::id) - m_now.questions.begin();
    return move(question, static_cast<std::size_t>(at) + 1);
}

bool Draft::type(Questions questions, core::Text& text, const std::string& field, std::string_view language,
                 std::string_view words, std::size_t max)
{
    if (m_now.find(language) == nullptr || hasHidden(words) || characters(words) > max) {
        return false;
    }
    if (words.empty()) {
        text.erase(core::LanguageTag(language));
    } else {
        text[core::LanguageTag(language)] = words;
    }
    if (questions == m_now.questions) {
        return true;
    }
    const std::string typing = field + ' ' + core::LanguageTag(language);
    if (typing == m_typing) {
        m_now.questions = std::move(questions);
        m_redo.clear();
        return true;
    }
    commit(std::move(questions));
    m_typing = typing;
    return true;
}

bool Draft::setText(const QuestionId& question, std::string_view language, std::string_view text)
{
    Questions questions = m_now.questions;
    Question* changed = local(questions, question);
    return changed != nullptr && type(std::move(questions), changed->text, "text " + question.text(), language, text,
                                      wire::questionCharactersMax);
}

bool Draft::setHint(const QuestionId& question, std::string_view language, std::string_view text)
{
    Questions questions = m_now.questions;
    Question* changed = local(questions, question);
    return changed != nullptr && type(std::move(questions), changed->hint, "hint " + question.text(), language, text,
                                      wire::questionCharactersMax);
}

bool Draft::setOptionText(const QuestionId& question, const OptionId& option, std::string_view language,
                          std::string_view text)
{
    Questions questions = m_now.questions;
    Question* changed = local(questions, question);
    if (changed == nullptr) {
        return false;
    }
    const auto found = std::ranges::find(changed->options, option, &Option::id);
    return found != changed->options.end() &&
           type(std::move(questions), found->text, "option " + question.text() + ' ' + option.text(), language, text,
                wire::optionCharactersMax);
}

bool Draft::setKind(const QuestionId& question, QuestionKind kind, core::Random& random)
{
    Questions questions = m_now.questions;
    Question* found = local(questions, question);
    if (found == nullptr || kind == QuestionKind::Faces || kind == found->kind ||
        (kind == QuestionKind::Comment && hasComment(questions))) {
        return false;
    }
    if (!(isChoice(kind) && isChoice(found->kind))) {
        found->options = optionsFor(kind, m_now, random);
    }
    found->kind = kind;
    if (kind == QuestionKind::Comment) {
        found->rotates = false;
        const Question moved = *found;
        questions.erase(placeOf(questions, question));
        place(questions, moved);
    }
    dropBrokenConditions(questions);
    return commit(std::move(questions));
}

std::optional<OptionId> Draft::addOption(const QuestionId& question, core::Random& random)
{
    Questions questions = m_now.questions;
    Question* changed = local(questions, question);
    if (changed == nullptr || !isChoice(changed->kind) || changed->options.size() >= wire::optionsMax) {
        return std::nullopt;
    }
    const OptionId id = newOptionId(*changed, random);
    auto at = changed->options.end();
    while (at != changed->options.begin() && isCatchAll(*(at - 1))) {
        --at;
    }
    changed->options.insert(at, {id, {}, {}});
    commit(std::move(questions));
    return id;
}

bool Draft::removeOption(const QuestionId& question, const OptionId& option)
{
    Questions questions = m_now.questions;
    Question* changed = local(questions, question);
    if (changed == nullptr || !isChoice(changed->kind) ||
        std::erase_if(changed->options, [&](const Option& one) { return one.id == option; }) == 0) {
        return false;
    }
    dropBrokenConditions(questions);
    return commit(std::move(questions));
}

bool Draft::moveOption(const QuestionId& question, const OptionId& option, std::size_t place)
{
    Questions questions = m_now.questions;
    Question* changed = local(questions, question);
    if (changed == nullptr || !isChoice(changed->kind)) {
        return false;
    }
    const auto found = std::ranges::find(changed->options, option, &Option::id);
    if (found == changed->options.end()) {
        return false;
    }
    const Option moved = *found;
    changed->options.erase(found);
    const auto to = static_cast<std::ptrdiff_t>(std::min(place, changed->options.size()));
    changed->options.insert(changed->options.begin() + to, moved);
    return commit(std::move(questions));
}

bool Draft::setCondition(const QuestionId& question, std::optional<core::Condition> condition)
{
    Questions questions = m_now.questions;
    Question* changed = local(questions, question);
    if (changed == nullptr) {
        return false;
    }
    if (condition && condition->question) {
        const auto choices = conditionChoices(question);
        const auto choice = std::ranges::find(choices, *condition->question, &ConditionChoice::question);
        const auto isThere = [&](const OptionId& option) {
            return std::ranges::any_of(choice->options, [&](const auto& one) { return one.first == option; });
        };
        if (choice == choices.end() || condition->options.empty() ||
            !std::ranges::all_of(condition->options, isThere)) {
            return false;
        }
    } else if (condition) {
        condition->options.clear();
    }
    if (condition && condition->faces.size() == 5) {
        condition->faces.clear();
    }
    const bool isEverybody = !condition || (condition->faces.empty() && !condition->question);
    changed->askIf = isEverybody ? std::nullopt : std::move(condition);
    return commit(std::move(questions));
}

std::vector<std::string> Draft::faults() const { return faultsOf(tidied(m_now)); }

std::vector<std::string> Draft::differenceFrom(const Questionnaire& before) const
{
    return difference(before, tidied(m_now));
}

Questionnaire Draft::toPublish(core::Random& random) const
{
    return isChanged() ? wire::withHash(withNewIds(tidied(m_now), m_start, random)) : m_start;
}

std::string Draft::toText() const
{
    return std::string(textHead) + m_start.hash.text() + '\n' + wire::writeQuestionnaire(m_start) + '\n' +
           wire::writeQuestionnaire(m_now) + '\n';
}

std::optional<Draft> Draft::fromText(std::string_view text, const Questionnaire& inForce)
{
    const std::size_t first = text.find('\n');
    const std::size_t second = first == std::string_view::npos ? first : text.find('\n', first + 1);
    if (second == std::string_view::npos || !text.starts_with(textHead) || !text.ends_with('\n')) {
        return std::nullopt;
    }
    const auto hash = core::Hash::parse(text.substr(textHead.size(), first - textHead.size()));
    const auto start = wire::parseUnfinished(text.substr(first + 1, second - first - 1));
    const auto now = wire::parseUnfinished(text.substr(second + 1));
    if (!hash || !start || !now) {
        return std::nullopt;
    }
    Draft draft(inForce);
    // Laid over what is in force also where nothing came between: so what is locked can't be changed by an edited file.
    draft.m_now.questions =
        core::merged(inForce, *now, *start, [](const Questionnaire&) { return true; }).questionnaire.questions;
    return draft;
}

} // namespace smiley::staff
