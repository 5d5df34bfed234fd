// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/questionnaire_merge.h"
#include "app/staff/coach.h"
#include "app/staff/difference.h"
#include "app/staff/library.h"
#include "app/staff/publishing.h"
#include "app/ui/editor_model.h"

#include <algorithm>
#include <set>
#include <string_view>
#include <utility>

/// What the editor's screens read: made anew after every change.

namespace smiley::ui {

namespace {

QString text(const std::string& words) { return QString::fromStdString(words); }

QStringList texts(const std::vector<std::string>& sentences)
{
    QStringList list;
    for (const std::string& each : sentences) {
        list.append(text(each));
    }
    return list;
}

std::string wordsIn(const core::Text& words, const std::string& tag)
{
    const auto found = words.find(tag);
    return found == words.end() ? std::string() : found->second;
}

/// Said for every visitor or every scale alike: neither moved nor taken away.
bool isFixed(const core::Question& question, const core::Option& option)
{
    return question.kind == core::QuestionKind::Degree || option.id.text() == core::dontKnowOption ||
           option.id == staff::otherOption().id;
}

/// "alle ansigter" of "Vises efter alle ansigter": the screen has the first words in a line of their own.
QString afterWhat(const std::string& condition)
{
    constexpr std::string_view begin = "Vises efter ";
    return text(condition.starts_with(begin) ? condition.substr(begin.size()) : condition);
}

/// Without the words that the list says below it anyway: what tells the questions apart is seen first.
QString shortTitle(const staff::QuestionLine& line)
{
    const std::string same = line.kind + " ";
    const bool said = line.title.size() > same.size() && line.title.starts_with(same);
    return said ? "… " + text(line.title.substr(same.size())) : text(line.title);
}

QVariantList optionsOf(const core::Question& question, const std::string& tag, const std::string& first)
{
    const auto own = static_cast<std::size_t>(std::ranges::count_if(
        question.options, [&](const core::Option& option) { return !isFixed(question, option); }));
    QVariantList rows;
    std::size_t place = 0;
    for (const core::Option& option : question.options) {
        const bool fixed = isFixed(question, option);
        rows.append(QVariantMap{{"id", text(option.id.text())},
                                {"text", text(wordsIn(option.text, tag))},
                                {"first", text(wordsIn(option.text, first))},
                                {"fixed", fixed},
                                {"place", static_cast<int>(place)},
                                {"canMoveUp", !fixed && place > 0},
                                {"canMoveDown", !fixed && place + 1 < own},
                                {"canGo", question.kind != core::QuestionKind::Degree && question.options.size() > 2}});
        ++place;
    }
    return rows;
}

} // namespace

void EditorModel::refresh()
{
    const core::Questionnaire& questionnaire = m_draft->questionnaire();
    if (chosenQuestion() == nullptr) {
        // The first that staff can change: they came for that.
        const auto found = std::ranges::find_if(
            questionnaire.questions, [this](const core::Question& each) { return !m_draft->isLocked(each.id); });
        m_chosen = text((found == questionnaire.questions.end() ? questionnaire.questions.front() : *found).id.text());
    }
    if (questionnaire.find(m_language.toStdString()) == nullptr) {
        m_language = text(questionnaire.languages.front().tag);
    }
    m_lines.clear();
    for (const staff::QuestionLine& line : m_draft->lines()) {
        m_lines.append(QVariantMap{{"id", text(line.id.text())},
                                   {"title", shortTitle(line)},
                                   {"detail", text(line.kind + ". " + line.ownership)},
                                   {"locked", line.locked},
                                   {"hidden", line.hidden},
                                   {"canMoveUp", line.canMoveUp},
                                   {"canMoveDown", line.canMoveDown}});
    }
    m_faults = texts(m_draft->faults());
    m_wholeAdvice.clear();
    for (const staff::Advice& each : staff::adviseWhole(questionnaire)) {
        if (each.level == staff::Advice::Level::Consider) {
            m_wholeAdvice.append(text(each.sentence));
        }
    }
    m_changes = texts(m_draft->differenceFrom(m_draft->start()));
    m_around = around();
    refreshQuestion();
    emit changed();
}

staff::Surroundings EditorModel::surroundings() const
{
    const core::StandSettings& settings = inForce().settings;
    staff::Surroundings around{
        {settings.languages.begin(), settings.languages.end()}, settings.comments.has_value(), {}};
    around.offered.insert(settings.moreLanguages.begin(), settings.moreLanguages.end());
    if (settings.comments) {
        around.staffNames = settings.comments->staffNames;
    }
    return around;
}

void EditorModel::refreshQuestion()
{
    const core::Question& question = *chosenQuestion();
    const core::Questionnaire& questionnaire = m_draft->questionnaire();
    const std::string tag = m_language.toStdString();
    const std::string first = questionnaire.languages.front().tag;

    const core::StandSettings& settings = inForce().settings;
    const staff::Surroundings around = surroundings();
    m_languages.clear();
    QVariantList others;
    for (const staff::LanguageLine& line : m_draft->languages(question.id)) {
        const bool offered = around.offered.contains(line.tag);
        (offered ? m_languages : others)
            .append(QVariantMap{{"tag", text(line.tag)},
                                {"name", text(line.name)},
                                {"rightToLeft", line.rightToLeft},
                                {"offered", offered},
                                {"missing", offered && line.state == staff::LanguageState::Missing},
                                {"unread", line.state == staff::LanguageState::Unreviewed},
                                {"danish", text(line.danish)},
                                {"state", text(line.stateText)}});
    }
    m_languages += others;
    m_advice.clear();
    for (const staff::Advice& each : staff::advise(questionnaire, question.id, around)) {
        if (each.code == "translation") {
            continue; // said of all languages together, beside what they look like
        }
        m_advice.append(
            QVariantMap{{"consider", each.level == staff::Advice::Level::Consider}, {"sentence", text(each.sentence)}});
    }

    const auto lines = m_draft->lines();
    const auto line = std::ranges::find(lines, question.id, &staff::QuestionLine::id);
    const staff::Length length = m_draft->length(question.id, tag);
    const core::Language* language = questionnaire.find(tag);
    const core::Question* asked = inForce().questionnaire.find(question.id);
    QVariantList kinds;
    for (const core::QuestionKind kind : {core::QuestionKind::Degree, core::QuestionKind::Choice,
                                          core::QuestionKind::Choices, core::QuestionKind::Comment}) {
        staff::Draft trial = *m_draft;
        if (question.kind == kind || trial.setKind(question.id, kind, m_session.ports().random)) {
            kinds.append(static_cast<int>(kind));
        }
    }
    const bool choice = question.kind == core::QuestionKind::Choice || question.kind == core::QuestionKind::Choices;
    staff::Draft trial = *m_draft;
    m_question = QVariantMap{
        {"title", text(line->title)},
        {"kind", static_cast<int>(question.kind)},
        {"locked", line->locked},
        {"hidden", line->hidden},
        {"askedNow", asked != nullptr && !asked->hidden && !line->locked},
        {"canMoveUp", line->canMoveUp},
        {"canMoveDown", line->canMoveDown},
        {"condition", afterWhat(line->condition)},
        {"text", text(wordsIn(question.text, tag))},
        {"hint", text(wordsIn(question.hint, tag))},
        {"length", static_cast<int>(length.characters)},
        {"advised", static_cast<int>(length.advised)},
        {"most", static_cast<int>(length.max)},
        {"rightToLeft", language->direction == core::Direction::RightToLeft},
        {"askable", core::isAskable(questionnaire, question, tag)},
        {"kinds", kinds},
        {"options", optionsOf(question, tag, first)},
        {"canAddOption", choice && trial.addOption(question.id, m_session.ports().random).has_value()},
    };
    m_question.insert("parts", parts(question));
    refreshCondition(question);
    m_preview.show(questionnaire, settings, question.id, tag);
}

void EditorModel::refreshCondition(const core::Question& question)
{
    const core::Condition condition = question.askIf.value_or(core::Condition{});
    QVariantList faces;
    for (int face = 1; face <= 5; ++face) {
        faces.append(condition.faces.empty() || condition.faces.contains(static_cast<core::Face>(face)));
    }
    m_question.insert("faces", faces);
    m_question.insert("after", condition.question ? text(condition.question->text()) : QString());
    QVariantList earlier;
    QVariantList answers;
    for (const staff::ConditionChoice& choice : m_draft->conditionChoices(question.id)) {
        earlier.append(QVariantMap{{"id", text(choice.question.text())}, {"title", text(choice.title)}});
        if (condition.question == choice.question) {
            for (const auto& [option, words] : choice.options) {
                answers.append(QVariantMap{{"id", text(option.text())},
                                           {"text", text(words)},
                                           {"chosen", condition.options.contains(option)}});
            }
        }
    }
    m_question.insert("choicesAfter", earlier);
    m_question.insert("afterAnswers", answers);
}

bool EditorModel::hasComment() const
{
    return std::ranges::any_of(m_draft->questionnaire().questions,
                               [](const core::Question& each) { return each.kind == core::QuestionKind::Comment; });
}

/// Everything of the question that is written, for the languages side by side.
QVariantList EditorModel::parts(const core::Question& question) const
{
    const std::string tag = m_language.toStdString();
    const std::string first = m_draft->questionnaire().languages.front().tag;
    const int most = static_cast<int>(m_draft->length(question.id, tag).max);
    QVariantList rows;
    const auto add = [&](const QString& part, const QString& name, const core::Text& words, int characters) {
        rows.append(QVariantMap{{"part", part},
                                {"name", name},
                                {"first", text(wordsIn(words, first))},
                                {"text", text(wordsIn(words, tag))},
                                {"most", characters}});
    };
    //% "Spørgsmålet"
    add("text", qtTrId("staff.questions.text"), question.text, most);
    if (question.kind == core::QuestionKind::Choice || question.kind == core::QuestionKind::Choices) {
        //% "Linjen under spørgsmålet"
        add("hint", qtTrId("staff.questions.hint"), question.hint, most);
    }
    if (question.kind == core::QuestionKind::Degree) {
        return rows; // the scale's words are nobody's to change
    }
    int number = 0;
    for (const core::Option& option : question.options) {
        //% "Svar %1"
        add("option:" + text(option.id.text()), qtTrId("staff.choices.answer").arg(++number), option.text,
            static_cast<int>(m_draft->optionLength(question.id, option.id, tag).max));
    }
    return rows;
}

QVariantList EditorModel::library() const
{
    QVariantList themes;
    for (const staff::LibraryTheme& theme : staff::library(m_draft->questionnaire(), inForce().centreQuestionnaire)) {
        QVariantList questions;
        for (const core::Question& question : theme.questions) {
            questions.append(QVariantMap{{"id", text(question.id.text())},
                                         {"text", text(staff::titleOf(m_draft->questionnaire(), question))},
                                         {"kind", text(staff::kindName(question))}});
        }
        themes.append(QVariantMap{{"theme", text(theme.name)}, {"questions", questions}});
    }
    return themes;
}

} // namespace smiley::ui
