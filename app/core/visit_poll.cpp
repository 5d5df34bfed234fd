// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/core/visit_machine.h"

#include <algorithm>
#include <utility>

namespace smiley::core {

namespace {

const PollAnswer* answerTo(const State& state, const QuestionId& question)
{
    const auto found = std::ranges::find(state.answered, question, &PollAnswer::question);
    return found == state.answered.end() ? nullptr : &*found;
}

} // namespace

void Machine::on(const InvitationAccepted& /*event*/)
{
    touched();
    if (m_state.stage != Stage::Banner || m_state.banner != Banner::Invitation) {
        return;
    }
    if (isSamePresence(m_state)) {
        beginPoll();
        return;
    }
    endVisit(endingOr(VisitEnded::How::NextCame), Keep::Choices);
    awaitFace();
}

void Machine::on(const OptionToggled& event)
{
    touched();
    const Question* question = currentQuestion();
    if (question == nullptr ||
        std::ranges::find(question->options, event.option, &Option::id) == question->options.end()) {
        return;
    }
    if (question->kind != QuestionKind::Choices) {
        m_state.marks = {event.option};
    } else if (std::erase(m_state.marks, event.option) == 0) {
        m_state.marks.push_back(event.option);
    }
}

void Machine::on(const NextPressed& /*event*/)
{
    touched();
    const Question* question = currentQuestion();
    if (question != nullptr && question->kind == QuestionKind::Comment) {
        giveComment(*question);
        return;
    }
    if (question == nullptr || m_state.marks.empty()) {
        return;
    }
    std::vector<OptionId> options; // in the order shown: the order of touching is nobody's business
    for (const Option& option : question->options) {
        if (std::ranges::find(m_state.marks, option.id) != m_state.marks.end()) {
            options.push_back(option.id);
        }
    }
    const PollAnswer* before = answerTo(m_state, question->id);
    if (before == nullptr || before->options != options) {
        answer({question->id, std::move(options), false});
    }
    leaveQuestion();
}

void Machine::on(const SkipPressed& /*event*/)
{
    touched();
    const Question* question = currentQuestion();
    if (question == nullptr) {
        return;
    }
    if (answerTo(m_state, question->id) != nullptr) {
        answer({question->id, {}, false});
    }
    m_state.draft.clear();
    leaveQuestion();
}

void Machine::on(const BackPressed& /*event*/)
{
    touched();
    if (m_state.stage != Stage::Poll || !isSamePresence(m_state)) {
        return;
    }
    while (!m_state.path.empty()) {
        const QuestionId earlier = m_state.path.back();
        m_state.path.pop_back();
        const Question* question = m_context.questionnaire.find(earlier);
        if (question != nullptr && isAskable(m_context.questionnaire, *question, m_state.language)) {
            showQuestion(earlier);
            return;
        }
    }
    closePoll();
    m_state.stage = Stage::Faces;
    awaitFace();
}

void Machine::on(const StopPressed& /*event*/)
{
    touched();
    if (m_state.stage == Stage::Poll) {
        finishPoll(VisitEnded::How::Stopped);
    }
}

const Question* Machine::currentQuestion() const
{
    return m_state.stage == Stage::Poll && m_state.question ? m_context.questionnaire.find(*m_state.question) : nullptr;
}

void Machine::beginPoll()
{
    if (m_state.drawn.empty()) {
        m_state.drawn = m_context.drawn;
    }
    closePoll();
    closeOverlay();
    hideMark();
    letGoOfTicket();
    hideNote();
    m_state.bannerUntil.reset();
    m_state.stage = Stage::Poll;
    goOn();
}

void Machine::on(const TextTyped& event)
{
    touched();
    const Question* question = currentQuestion();
    if (question == nullptr || question->kind != QuestionKind::Comment) {
        return;
    }
    clean(m_state.draft + firstCharacters(event.text, charactersLeft(m_state.draft)), Typing::Going);
}

void Machine::on(const TextErased& /*event*/)
{
    touched();
    const Question* question = currentQuestion();
    if (question != nullptr && question->kind == QuestionKind::Comment) {
        m_state.draft = withoutLastCharacter(m_state.draft);
    }
}

void Machine::clean(const std::string& text, Typing typing)
{
    Cleaned cleaned = core::clean(text, m_context.staffNames, typing);
    m_state.draft = std::move(cleaned.text); // "[medarbejder]" may be longer than the name: no word is cut for it
    m_state.notKept = false;
    m_state.removed.merge(cleaned.removed);
}

void Machine::giveComment(const Question& question)
{
    clean(m_state.draft, Typing::Done);
    if (!saysSomething(m_state.draft)) {
        return;
    }
    m_effects.emplace_back(KeepComment{question.id, groupOf(m_state.face.value_or(Face::InBetween)), m_state.draft});
}

void Machine::on(const CommentKept& event)
{
    const Question* question = currentQuestion();
    if (question != nullptr && question->kind == QuestionKind::Comment) {
        m_state.comment = event.id;
        m_state.draft.clear();
        leaveQuestion();
    }
}

void Machine::on(const CommentNotKept& /*event*/) { m_state.notKept = currentQuestion() != nullptr; }

void Machine::on(const CommentsStopped& /*event*/)
{
    m_state.draft.clear();
    m_state.notKept = false;
    if (!m_state.comment) { // else it is of one that was kept before
        m_state.removed.clear();
    }
    std::erase_if(m_state.path, [&](const QuestionId& id) { return m_context.questionnaire.find(id) == nullptr; });
    if (m_state.stage == Stage::Poll && currentQuestion() == nullptr) {
        goOn();
    } else if (m_state.stage == Stage::Banner && m_state.banner == Banner::Invitation) {
        invite();
    }
}

std::size_t charactersLeft(std::string_view comment)
{
    return commentCharactersMax - std::min(commentCharactersMax, characters(comment));
}

bool saysSomething(std::string_view comment) { return comment.find_first_not_of(" \n") != std::string_view::npos; }

void Machine::closePoll()
{
    m_state.draft.clear();
    m_state.notKept = false;
    m_state.path.clear();
    m_state.question.reset();
    m_state.marks.clear();
    m_state.idleAt.reset();
}

void Machine::showQuestion(const QuestionId& question)
{
    const PollAnswer* before = isSamePresence(m_state) ? answerTo(m_state, question) : nullptr;
    m_state.question = question;
    m_state.marks = before != nullptr ? before->options : std::vector<OptionId>{};
    m_state.idleAt = in(patient(m_times.idleMs));
}

void Machine::leaveQuestion()
{
    m_state.path.push_back(*m_state.question);
    goOn();
}

void Machine::goOn()
{
    const NextQuestion next = nextQuestion(m_context.questionnaire, asking(), m_state.path);
    for (const QuestionId& question : next.notAsked) {
        if (answerTo(m_state, question) == nullptr) {
            answer({question, {}, true});
        }
    }
    if (next.question) {
        showQuestion(*next.question);
    } else {
        finishPoll(VisitEnded::How::Finished);
    }
}

void Machine::passOverUnaskable()
{
    const Question* question = currentQuestion();
    if (question != nullptr && !isAskable(m_context.questionnaire, *question, m_state.language)) {
        if (answerTo(m_state, question->id) == nullptr) {
            answer({question->id, {}, true});
        }
        leaveQuestion();
    }
}

Asking Machine::asking() const
{
    return {m_state.face.value_or(Face::InBetween), m_state.language, m_state.drawn, m_state.answered};
}

void Machine::answer(PollAnswer given)
{
    append(Answered{given, m_state.language});
    std::erase_if(m_state.answered, [&](const PollAnswer& earlier) { return earlier.question == given.question; });
    if (given.notAsked || !given.options.empty()) {
        m_state.answered.push_back(std::move(given));
    }
    takeBackUndue();
}

void Machine::takeBackUndue()
{
    const auto undue = std::ranges::find_if(m_state.answered, [&](const PollAnswer& answer) {
        const Question* question = m_context.questionnaire.find(answer.question);
        return question == nullptr || !isDue(*question, asking());
    });
    if (undue != m_state.answered.end()) {
        answer({undue->question, {}, false}); // and so on, until every answer has its condition
    }
}

void Machine::finishPoll(VisitEnded::How how)
{
    closePoll();
    closeOverlay();
    m_state.stage = Stage::Banner;
    m_state.banner = Banner::Thanks;
    m_state.ending = how;
    m_state.bannerUntil = in(m_times.bannerMs);
}

void Machine::warn()
{
    closeOverlay();
    m_state.overlay = Overlay::TimeOut;
    m_state.quarterAt = in(quarterMs());
    m_state.timeOutAt = in(patient(m_times.warningMs));
}

} // namespace smiley::core
