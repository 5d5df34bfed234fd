// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/core/screen.h"

#include <algorithm>

namespace smiley::core {

namespace {

/// The text in the language shown, else in the questionnaire's own: only for the core question, which always stands.
std::string coreText(const Questionnaire& questionnaire, const Text& text, const LanguageTag& language)
{
    if (auto shown = textIn(questionnaire, text, language)) {
        return *shown;
    }
    const bool hasDefault = !questionnaire.languages.empty();
    return hasDefault ? textIn(questionnaire, text, questionnaire.languages.front().tag).value_or("") : "";
}

void showFaces(Screen& screen, const State& state, const VisitContext& context)
{
    const Questionnaire& questionnaire = context.questionnaire;
    if (!questionnaire.questions.empty()) {
        const Question& core = questionnaire.questions.front();
        screen.faceQuestion = coreText(questionnaire, core.text, state.language);
        for (const Option& option : core.options) {
            screen.faceLabels.push_back(coreText(questionnaire, option.text, state.language));
        }
    }
    screen.marked = state.marked;
    screen.faceFirst = state.pollAwaitsFace && state.stage == Stage::Faces;
    screen.trouble = state.stage == Stage::Trouble;
    screen.ticketsRequired = context.ticketsRequired;
    screen.ticketsUnread = context.ticketsRequired && !context.hasScanner;
    const bool holdsTicket = state.ticket && state.ticket->use != TicketUse::Used;
    screen.ticketFirst =
        context.ticketsRequired && !holdsTicket && state.stage == Stage::Faces && !state.pollAwaitsFace;
    screen.note = screen.trouble || state.stage == Stage::Closed ? std::nullopt : state.note;
    if (state.stage != Stage::Banner || screen.note) {
        return;
    }
    screen.banner = state.banner;
    screen.questionsOffered = state.banner == Banner::Invitation ? state.questionsOffered : 0;
    screen.canWithdraw = canWithdraw(state, context);
    screen.answersGiven =
        state.banner == Banner::Thanks &&
        (state.comment || std::ranges::any_of(state.answered, [](const auto& answer) { return !answer.notAsked; }));
    if (state.banner == Banner::Thanks) {
        screen.removed = state.removed;
    }
}

void showQuestion(Screen& screen, const State& state, const VisitContext& context, const Question& question)
{
    const Questionnaire& questionnaire = context.questionnaire;
    const auto shown = [&](const Text& text) { return textIn(questionnaire, text, state.language).value_or(""); };
    screen.page = Screen::Page::Question;
    screen.kind = question.kind;
    screen.question = shown(question.text);
    screen.hint = shown(question.hint);
    screen.dependsOnAnswer = question.askIf.has_value();
    for (const Option& option : question.options) {
        const bool marked = std::ranges::find(state.marks, option.id) != state.marks.end();
        screen.options.push_back({option.id.text(), shown(option.text), option.icon, marked});
    }
    screen.canGoOn = !state.marks.empty();
    if (question.kind == QuestionKind::Comment) {
        screen.comment = state.draft;
        screen.charactersLeft = static_cast<int>(charactersLeft(state.draft));
        screen.removed = state.removed;
        screen.trouble = state.notKept;
        screen.canGoOn = saysSomething(state.draft);
    }
    screen.canGoBack = isSamePresence(state);

    // As if the marks were confirmed: they may decide about what comes after.
    Asking asking{state.face.value_or(Face::InBetween), state.language, state.drawn, state.answered};
    std::vector<QuestionId> path = state.path;
    if (screen.canGoOn) {
        std::erase_if(asking.answered, [&](const PollAnswer& answer) { return answer.question == question.id; });
        asking.answered.push_back({question.id, state.marks, false});
        path.push_back(question.id);
    }
    screen.position = static_cast<int>(state.path.size()) + 1;
    screen.total = std::max(screen.position, questionsPossible(questionnaire, asking, path));
    screen.isLast = screen.position == screen.total;
}

} // namespace

Screen screenOf(const State& state, const VisitContext& context)
{
    Screen screen;
    screen.overlay = state.overlay;
    screen.language = state.language;
    const Language* language = context.questionnaire.find(state.language);
    screen.direction = language != nullptr ? language->direction : Direction::LeftToRight;
    screen.contrast = state.contrast;
    screen.listening = state.listening;
    screen.volume = state.volume;
    screen.quartersLeft = state.quartersLeft;
    screen.closed = state.stage == Stage::Closed;

    const bool asks = state.stage == Stage::Poll && state.question.has_value();
    const Question* question = asks ? context.questionnaire.find(*state.question) : nullptr;
    if (question != nullptr) {
        showQuestion(screen, state, context, *question);
    } else {
        showFaces(screen, state, context);
    }
    return screen;
}

} // namespace smiley::core
