// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/staff/draft_parts.h"

#include "app/staff/coach.h"
#include "app/staff/difference.h"
#include "app/staff/library.h"
#include "sync/wire/questionnaire_json.h"

#include <algorithm>
#include <string_view>
#include <utility>
#include <variant>

namespace smiley::staff {

using core::Option;
using core::Question;
using core::QuestionId;
using core::Questionnaire;

namespace {

constexpr std::string_view alphabet = "23456789abcdefghjkmnpqrstvwxyz";

bool isLocal(const Question& question) { return question.ownership == core::Ownership::Local; }

void tidy(core::Text& text)
{
    for (auto& [tag, words] : text) {
        const std::size_t first = words.find_first_not_of(' ');
        words = first == std::string::npos ? "" : words.substr(first, words.find_last_not_of(' ') - first + 1);
    }
    std::erase_if(text, [](const auto& entry) { return entry.second.empty(); });
}

/// Whether the question says something else in the first language, or offers other answers.
bool isReworded(const Question& one, const Question& other, const core::LanguageTag& language)
{
    const auto in = [&](const core::Text& text) {
        const auto found = text.find(language);
        return found == text.end() ? std::string() : found->second;
    };
    return in(one.text) != in(other.text) ||
           !std::ranges::equal(one.options, other.options, [&](const Option& mine, const Option& theirs) {
               return mine.id == theirs.id && in(mine.text) == in(theirs.text);
           });
}

class Faults {
public:
    explicit Faults(const Questionnaire& questionnaire) : m_questionnaire(questionnaire) {}

    std::vector<std::string> run()
    {
        for (std::size_t i = 0; i < m_questionnaire.questions.size(); ++i) {
            const Question& question = m_questionnaire.questions[i];
            if (isLocal(question)) {
                texts(question, i);
            }
            condition(question, i);
        }
        pool();
        if (m_faults.empty()) {
            length();
        }
        if (m_faults.empty()) {
            rest();
        }
        return std::move(m_faults);
    }

private:
    void say(std::string sentence) { m_faults.push_back(std::move(sentence)); }

    [[nodiscard]] std::string named(const Question& question, std::size_t place) const
    {
        return question.text.contains(m_questionnaire.languages.front().tag)
                   ? "“" + titleOf(m_questionnaire, question) + "”"
                   : "Spørgsmål nummer " + std::to_string(place);
    }

    void texts(const Question& question, std::size_t place)
    {
        const std::string name = named(question, place);
        const bool isChoice =
            question.kind == core::QuestionKind::Choice || question.kind == core::QuestionKind::Choices;
        if (isChoice && question.options.size() < 2) {
            say(name + " skal have mindst to svar.");
        }
        for (const core::Language& language : m_questionnaire.languages) {
            const bool isFirst = &language == &m_questionnaire.languages.front();
            if (language.fallback && !question.text.contains(language.tag)) {
                continue; // what it lacks is told of the language that it falls back on
            }
            const bool hasText = core::textIn(m_questionnaire, question.text, language.tag).has_value();
            if (isFirst && !hasText) {
                say(name + " har ingen tekst på " + danishName(language) + " endnu.");
            }
            for (std::size_t i = 0; i < question.options.size(); ++i) {
                if ((isFirst || hasText) && !core::textIn(m_questionnaire, question.options[i].text, language.tag)) {
                    say("Svar nummer " + std::to_string(i + 1) + " i " + name + " mangler på " + danishName(language) +
                        (isFirst ? "." : ". Skriv det, eller tag sproget ud af spørgsmålet."));
                }
            }
        }
    }

    void condition(const Question& question, std::size_t place)
    {
        if (!question.askIf || !question.askIf->question) {
            return;
        }
        const auto& questions = m_questionnaire.questions;
        const auto end = questions.begin() + static_cast<std::ptrdiff_t>(place);
        const auto above = std::find_if(questions.begin(), end,
                                        [&](const Question& one) { return one.id == *question.askIf->question; });
        const std::string name = named(question, place);
        if (above == end) {
            const Question* below = m_questionnaire.find(*question.askIf->question);
            say(below == nullptr
                    ? name + " vises efter svaret på et spørgsmål, der er taget ud. Fortryd, eller vælg noget andet."
                    : name + " vises efter svaret på “" + titleOf(m_questionnaire, *below) +
                          "”, så det skal stå under det.");
        } else if (above->hidden && !isLocal(question)) {
            say(name + " er låst og vises efter svaret på “" + titleOf(m_questionnaire, *above) +
                "”, så det kan ikke skjules.");
        }
    }

    void pool()
    {
        const auto pool = std::ranges::count_if(m_questionnaire.questions,
                                                [](const Question& one) { return one.rotates && !one.hidden; });
        if (m_questionnaire.rotationDraw > 0 && pool <= m_questionnaire.rotationDraw) {
            say("Der trækkes lod om for få spørgsmål. Mindst " +
                inWords(static_cast<std::size_t>(m_questionnaire.rotationDraw) + 1) + " skal være med.");
        }
    }

    void length()
    {
        for (const Advice& advice : adviseWhole(m_questionnaire)) {
            say(advice.sentence);
        }
    }

    /// What has no sentence of its own, so that nothing is saved that can't be read again.
    void rest()
    {
        const auto parsed = wire::parseQuestionnaire(wire::writeQuestionnaire(m_questionnaire));
        if (std::holds_alternative<std::vector<wire::DocumentFault>>(parsed)) {
            say("Spørgeskemaet kan ikke gemmes, som det er. Fortryd det sidste, eller ring til hjælp.");
        }
    }

    const Questionnaire& m_questionnaire;
    std::vector<std::string> m_faults;
};

} // namespace

bool isLocked(const core::Question& question) { return question.ownership != core::Ownership::Local; }

std::ptrdiff_t lastPlace(const std::vector<core::Question>& questions)
{
    const bool hasComment = !questions.empty() && questions.back().kind == core::QuestionKind::Comment;
    return static_cast<std::ptrdiff_t>(questions.size()) - (hasComment ? 1 : 0);
}

std::string randomName(std::size_t characters, core::Random& random)
{
    std::string name;
    for (std::size_t i = 0; i < characters; ++i) {
        name += alphabet[random.below(static_cast<std::uint32_t>(alphabet.size()))];
    }
    return name;
}

QuestionId newQuestionId(const Questionnaire& questionnaire, core::Random& random)
{
    for (;;) {
        QuestionId id = *QuestionId::parse("L-" + randomName(8, random));
        if (questionnaire.find(id) == nullptr && shippedQuestion(id) == nullptr) {
            return id;
        }
    }
}

bool isCatchAll(const Option& option) { return option.id == otherOption().id || option.id == dontKnowChoice().id; }

Questionnaire tidied(Questionnaire questionnaire)
{
    for (Question& question : questionnaire.questions) {
        if (isLocal(question)) {
            tidy(question.text);
            tidy(question.hint);
            for (Option& option : question.options) {
                tidy(option.text);
            }
        }
    }
    return questionnaire;
}

std::vector<std::string> faultsOf(const Questionnaire& questionnaire) { return Faults(questionnaire).run(); }

Questionnaire withNewIds(Questionnaire questionnaire, const Questionnaire& start, core::Random& random)
{
    const core::LanguageTag language = questionnaire.languages.front().tag;
    for (std::size_t i = 0; i < questionnaire.questions.size(); ++i) {
        Question& question = questionnaire.questions[i];
        if (!isLocal(question)) {
            continue;
        }
        const Question* before = start.find(question.id);
        const Question* shipped = shippedQuestion(question.id);
        const bool isAsBefore =
            before != nullptr && before->kind == question.kind && !isReworded(*before, question, language);
        if (isAsBefore) {
            continue;
        }
        const bool isOtherThanShipped =
            shipped != nullptr && (shipped->kind != question.kind || isReworded(*shipped, question, language));
        if (isOtherThanShipped || before != nullptr) {
            question.verbatim = false;
            question.externalIds.clear();
        }
        if (!isOtherThanShipped && (before == nullptr || before->kind == question.kind)) {
            continue;
        }
        const QuestionId old = std::exchange(question.id, newQuestionId(questionnaire, random));
        for (Question& later : questionnaire.questions) {
            if (later.askIf && later.askIf->question == old) {
                later.askIf->question = question.id;
            }
        }
    }
    return questionnaire;
}

} // namespace smiley::staff
