// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/staff/draft.h"

#include "app/core/code_points.h"
#include "app/staff/coach.h"
#include "app/staff/difference.h"
#include "app/staff/draft_parts.h"
#include "app/staff/plain_danish.h"
#include "sync/wire/questionnaire_json.h"

#include <algorithm>
#include <utility>

// What the editor shows of a draft; draft.cpp changes it.

namespace smiley::staff {

using core::Option;
using core::OptionId;
using core::Question;
using core::QuestionId;
using core::QuestionKind;

std::vector<QuestionLine> Draft::lines() const
{
    std::vector<QuestionLine> lines;
    const auto last = static_cast<std::size_t>(lastPlace(m_now.questions));
    for (std::size_t i = 0; i < m_now.questions.size(); ++i) {
        const Question& question = m_now.questions[i];
        const bool locked = staff::isLocked(question);
        const bool mayMove = !locked && question.kind != QuestionKind::Comment;
        lines.push_back({question.id, titleOf(m_now, question), kindName(question), conditionSentence(m_now, question),
                         locked            ? "Låst af centralenheden"
                         : question.hidden ? "Skjult"
                                           : "Lokalt",
                         question.kind, locked, question.hidden, mayMove && i > 1, mayMove && i + 1 < last});
    }
    return lines;
}

std::vector<LanguageLine> Draft::languages(const QuestionId& question) const
{
    std::vector<LanguageLine> lines;
    const Question* asked = m_now.find(question);
    if (asked == nullptr) {
        return lines;
    }
    for (const core::Language& language : m_now.languages) {
        LanguageLine line{
            language.tag,           language.name,        language.direction == core::Direction::RightToLeft,
            LanguageState::Missing, danishName(language), "Mangler"};
        if (core::isAskable(m_now, *asked, language.tag)) {
            const bool borrows = language.fallback && !asked->text.contains(language.tag);
            line.state = language.draft ? LanguageState::Unreviewed : LanguageState::Done;
            line.stateText = borrows          ? "Bruger " + danishName(*m_now.find(*language.fallback))
                             : language.draft ? "Ikke læst igennem"
                                              : "Færdig";
        }
        lines.push_back(std::move(line));
    }
    return lines;
}

Length Draft::length(const QuestionId& question, std::string_view language) const
{
    const Question* asked = m_now.find(question);
    const std::string text = asked == nullptr ? "" : core::textIn(m_now, asked->text, language).value_or("");
    return {characters(text), questionCharactersAdvised, wire::questionCharactersMax};
}

Length Draft::optionLength(const QuestionId& question, const OptionId& option, std::string_view language) const
{
    Length length{0, optionCharactersAdvised, wire::optionCharactersMax};
    if (const Question* asked = m_now.find(question)) {
        const auto found = std::ranges::find(asked->options, option, &Option::id);
        if (found != asked->options.end()) {
            length.characters = characters(core::textIn(m_now, found->text, language).value_or(""));
        }
    }
    return length;
}

std::vector<ConditionChoice> Draft::conditionChoices(const QuestionId& question) const
{
    std::vector<ConditionChoice> choices;
    for (const Question& above : m_now.questions) {
        if (above.id == question) {
            return choices;
        }
        if (above.kind == QuestionKind::Faces || above.rotates || above.options.empty()) {
            continue;
        }
        ConditionChoice choice{above.id, titleOf(m_now, above), {}};
        for (const Option& option : above.options) {
            choice.options.emplace_back(option.id,
                                        core::textIn(m_now, option.text, m_now.languages.front().tag).value_or(""));
        }
        choices.push_back(std::move(choice));
    }
    return {};
}

} // namespace smiley::staff
