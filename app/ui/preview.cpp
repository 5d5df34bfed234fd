// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ui/preview.h"

#include "app/core/screen.h"

#include <vector>

namespace smiley::ui {

namespace {

/// The answers that the question looks back at, and those that they look back at.
void answerFor(const core::Questionnaire& questionnaire, const core::Question& question, core::Asking& asking)
{
    const core::Question* asked = &question;
    for (std::size_t steps = 0; steps < questionnaire.questions.size() && asked != nullptr && asked->askIf; ++steps) {
        const core::Condition& condition = *asked->askIf;
        if (!condition.faces.empty()) {
            asking.face = *condition.faces.begin();
        }
        if (!condition.question || condition.options.empty()) {
            return;
        }
        asking.answered.push_back({*condition.question, {*condition.options.begin()}, false});
        asked = questionnaire.find(*condition.question);
    }
}

} // namespace

core::State momentOf(const core::VisitContext& context, const core::Question& question, const std::string& language)
{
    core::State state = core::initialState(context);
    state.language = language;
    if (question.kind == core::QuestionKind::Faces) {
        return state;
    }
    core::Asking asking{core::Face::InBetween, language, {}, {}};
    if (question.rotates) {
        asking.drawn.push_back(question.id);
    }
    answerFor(context.questionnaire, question, asking);
    // Those before it on the same way, for "Spørgsmål 2 af 3".
    std::vector<core::QuestionId> path;
    for (auto next = core::nextQuestion(context.questionnaire, asking, path);
         next.question && *next.question != question.id;
         next = core::nextQuestion(context.questionnaire, asking, path)) {
        path.push_back(*next.question);
    }
    state.stage = core::Stage::Poll;
    state.face = asking.face;
    state.drawn = asking.drawn;
    state.answered = asking.answered;
    state.path = path;
    state.question = question.id;
    return state;
}

void Preview::show(const core::Questionnaire& questionnaire, const core::StandSettings& settings,
                   const core::QuestionId& question, const std::string& language)
{
    const std::vector<core::QuestionId> drawn;
    const core::VisitContext context{.questionnaire = questionnaire,
                                     .settings = settings,
                                     .hasPresence = false,
                                     .hasSpeech = false,
                                     .doors = std::nullopt,
                                     .drawn = drawn,
                                     .staffNames = {}};
    const core::Question* shown = questionnaire.find(question);
    core::State state = core::initialState(context);
    state.language = language;
    m_visitor.setScreen(core::screenOf(shown != nullptr ? momentOf(context, *shown, language) : state, context));
}

} // namespace smiley::ui
