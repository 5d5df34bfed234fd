// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ui/editor_model.h"

#include "app/staff/adopt.h"
#include "app/staff/coach.h"
#include "app/staff/library.h"
#include "app/staff/publishing.h"
#include "app/ui/health_words.h"

#include <QLocale>

#include <algorithm>
#include <chrono>
#include <utility>

namespace smiley::ui {

namespace {

using namespace std::chrono_literals;

core::QuestionKind kindOf(EditorModel::Kind kind) { return static_cast<core::QuestionKind>(kind); }

/// An id as the screen names it; nothing where it isn't one.
template <typename Id>
std::optional<Id> idOf(const QString& text)
{
    return Id::parse(text.toStdString());
}

constexpr QLatin1String optionPart("option:");

} // namespace

EditorModel::EditorModel(StaffSession& session, QObject* parent) : QObject(parent), m_session(session)
{
    auto opened = store::Store::open(session.ports().database, session.ports().random);
    if (opened) {
        m_store = std::move(*opened);
    }
    connect(&session, &StaffSession::phaseChanged, this, &EditorModel::followPhase);
    connect(&session, &StaffSession::changed, this, [this] {
        if (m_session.person() && canEdit() != m_around.canEdit) { // the centre gave them another role
            refresh();
        }
    });
    m_minute.setInterval(1min);
    connect(&m_minute, &QTimer::timeout, this, &EditorModel::followMinute);
    m_minute.start();
    open();
    refresh();
}

EditorModel::~EditorModel() = default;

void EditorModel::open()
{
    m_openedOn = inForce().questionnaire.hash.text();
    if (m_store) {
        // Once: while staff are here nobody answers.
        const auto answered = outbox::dayHasAnswer(*m_store);
        m_answered = !answered || *answered;
        if (auto draft = staff::openDraft(*m_store, inForce())) {
            m_draft = std::move(*draft);
            return;
        }
    }
    m_draft.emplace(inForce().questionnaire);
    say("Standens lager kan ikke læses, så intet kan gemmes. Ring til hjælp.", true);
}

bool EditorModel::canEdit() const { return m_session.isEditor() && m_store != nullptr; }
bool EditorModel::isChanged() const { return m_draft->isChanged(); }
bool EditorModel::canUndo() const { return canEdit() && m_draft->canUndo(); }
bool EditorModel::canRedo() const { return canEdit() && m_draft->canRedo(); }

core::Day EditorModel::startsOn() const
{
    return core::nextOpeningDay(inForce().settings, core::localTime(now().wall).day);
}

QString EditorModel::startDay() const
{
    const auto weekday = std::chrono::weekday(startsOn().date).iso_encoding();
    return QLocale(m_session.language()).dayName(static_cast<int>(weekday));
}

QString EditorModel::startDate() const { return dayInWords(startsOn(), QLocale(m_session.language())); }

void EditorModel::setStep(int step)
{
    m_step = step;
    emit changed();
}

void EditorModel::say(const std::string& sentence, bool warns)
{
    m_notice = QString::fromStdString(sentence);
    m_noticeWarns = warns;
}

// ---- what is looked at ----------------------------------------------------------------------------------------------

void EditorModel::choose(const QString& question)
{
    m_chosen = question;
    m_draft->endTyping();
    say({}, false);
    refresh();
}

void EditorModel::chooseLanguage(const QString& tag)
{
    m_language = tag;
    m_draft->endTyping();
    refresh();
}

const core::Question* EditorModel::chosenQuestion() const
{
    const auto id = idOf<core::QuestionId>(m_chosen);
    return id ? m_draft->questionnaire().find(*id) : nullptr;
}

// ---- changes --------------------------------------------------------------------------------------------------------

void EditorModel::apply(const std::function<bool(staff::Draft&)>& change)
{
    if (!canEdit() || !change(*m_draft)) {
        refresh();
        return;
    }
    say({}, false);
    keep();
    refresh();
}

bool EditorModel::take(const core::Questionnaire& other)
{
    bool isTaken = false;
    apply([&](staff::Draft& draft) { return isTaken = staff::adopt(draft, other, inForce()); });
    return isTaken;
}

void EditorModel::keep()
{
    if (const auto kept = staff::keepDraft(*m_store, *m_draft); !kept) {
        say("Kladden kan ikke gemmes lige nu, og går tabt, når du lukker: " + kept.error().message, true);
    }
}

bool EditorModel::add(Kind kind)
{
    std::optional<core::QuestionId> added;
    apply([&](staff::Draft& draft) {
        added = draft.add(kindOf(kind), m_session.ports().random);
        return added.has_value();
    });
    if (added) {
        m_language = QString::fromStdString(m_draft->questionnaire().languages.front().tag);
        choose(QString::fromStdString(added->text()));
    }
    return added.has_value();
}

bool EditorModel::addFromLibrary(const QString& question)
{
    std::optional<core::QuestionId> added;
    apply([&](staff::Draft& draft) {
        for (const staff::LibraryTheme& theme : staff::library(draft.questionnaire(), inForce().centreQuestionnaire)) {
            for (const core::Question& each : theme.questions) {
                if (each.id.text() == question.toStdString()) {
                    added = draft.add(each);
                }
            }
        }
        return added.has_value();
    });
    if (added) {
        choose(QString::fromStdString(added->text()));
    }
    return added.has_value();
}

void EditorModel::remove()
{
    apply([&](staff::Draft& draft) {
        const auto id = idOf<core::QuestionId>(m_chosen);
        return id && draft.remove(*id);
    });
}

void EditorModel::setHidden(bool hidden)
{
    apply([&](staff::Draft& draft) {
        const auto id = idOf<core::QuestionId>(m_chosen);
        return id && draft.setHidden(*id, hidden);
    });
}

void EditorModel::move(const QString& question, int place)
{
    apply([&](staff::Draft& draft) {
        const auto id = idOf<core::QuestionId>(question);
        return id && place > 0 && draft.move(*id, static_cast<std::size_t>(place));
    });
}

void EditorModel::moveUp()
{
    apply([&](staff::Draft& draft) {
        const auto id = idOf<core::QuestionId>(m_chosen);
        return id && draft.moveUp(*id);
    });
}

void EditorModel::moveDown()
{
    apply([&](staff::Draft& draft) {
        const auto id = idOf<core::QuestionId>(m_chosen);
        return id && draft.moveDown(*id);
    });
}

namespace {

bool writePart(staff::Draft& draft, const core::QuestionId& question, const QString& part, const std::string& tag,
               const std::string& words)
{
    if (part == "text") {
        return draft.setText(question, tag, words);
    }
    if (part == "hint") {
        return draft.setHint(question, tag, words);
    }
    const auto option = idOf<core::OptionId>(part.mid(optionPart.size()));
    return option && draft.setOptionText(question, *option, tag, words);
}

} // namespace

void EditorModel::write(const QString& part, const QString& tag, const QString& words)
{
    apply([&](staff::Draft& draft) {
        const auto id = idOf<core::QuestionId>(m_chosen);
        const bool written = id && writePart(draft, *id, part, tag.toStdString(), words.trimmed().toStdString());
        draft.endTyping(); // the keyboard is closed: the next is a step of its own
        return written;
    });
}

QString EditorModel::adviceTo(const QString& part, const QString& tag, const QString& words) const
{
    const auto id = idOf<core::QuestionId>(m_chosen);
    staff::Draft trial = *m_draft;
    if (!id || !writePart(trial, *id, part, tag.toStdString(), words.trimmed().toStdString())) {
        return {};
    }
    QStringList sentences;
    for (const staff::Advice& each : staff::advise(trial.questionnaire(), *id, surroundings())) {
        // One language at a time is written: what others lack isn't about these words.
        if (each.level == staff::Advice::Level::Consider && each.code != "translation") {
            sentences.append(QString::fromStdString(each.sentence));
        }
    }
    return sentences.mid(0, 2).join("\n"); // beside the keyboard there is no room for more
}

void EditorModel::setKind(Kind kind)
{
    apply([&](staff::Draft& draft) {
        const auto id = idOf<core::QuestionId>(m_chosen);
        return id && draft.setKind(*id, kindOf(kind), m_session.ports().random);
    });
}

void EditorModel::addOption()
{
    apply([&](staff::Draft& draft) {
        const auto id = idOf<core::QuestionId>(m_chosen);
        return id && draft.addOption(*id, m_session.ports().random).has_value();
    });
}

void EditorModel::removeOption(const QString& option)
{
    apply([&](staff::Draft& draft) {
        const auto id = idOf<core::QuestionId>(m_chosen);
        const auto optionId = idOf<core::OptionId>(option);
        return id && optionId && draft.removeOption(*id, *optionId);
    });
}

void EditorModel::moveOption(const QString& option, int place)
{
    apply([&](staff::Draft& draft) {
        const auto id = idOf<core::QuestionId>(m_chosen);
        const auto optionId = idOf<core::OptionId>(option);
        return id && optionId && place >= 0 && draft.moveOption(*id, *optionId, static_cast<std::size_t>(place));
    });
}

// ---- the condition --------------------------------------------------------------------------------------------------

namespace {

bool setCondition(staff::Draft& draft, const core::QuestionId& question, core::Condition condition)
{
    const bool asksAll = condition.faces.empty() && !condition.question;
    return draft.setCondition(question, asksAll ? std::nullopt : std::optional(std::move(condition)));
}

} // namespace

void EditorModel::toggleFace(int face)
{
    apply([&](staff::Draft& draft) {
        const core::Question* question = chosenQuestion();
        if (question == nullptr || face < 1 || face > 5) {
            return false;
        }
        core::Condition condition = question->askIf.value_or(core::Condition{});
        if (condition.faces.empty()) { // all of them
            for (int each = 1; each <= 5; ++each) {
                condition.faces.insert(static_cast<core::Face>(each));
            }
        }
        const auto toggled = static_cast<core::Face>(face);
        if (condition.faces.erase(toggled) == 0) {
            condition.faces.insert(toggled);
        }
        if (condition.faces.empty()) { // after none would be after all
            return false;
        }
        if (condition.faces.size() == 5) {
            condition.faces.clear();
        }
        const core::QuestionId id = question->id;
        return setCondition(draft, id, std::move(condition));
    });
}

void EditorModel::askAfter(const QString& question)
{
    apply([&](staff::Draft& draft) {
        const core::Question* asked = chosenQuestion();
        if (asked == nullptr) {
            return false;
        }
        core::Condition condition = asked->askIf.value_or(core::Condition{});
        condition.question.reset();
        condition.options.clear();
        const auto earlier = idOf<core::QuestionId>(question);
        for (const staff::ConditionChoice& choice : draft.conditionChoices(asked->id)) {
            if (earlier && choice.question == *earlier && !choice.options.empty()) {
                condition.question = choice.question;
                condition.options = {choice.options.front().first};
            }
        }
        const core::QuestionId id = asked->id;
        return setCondition(draft, id, std::move(condition));
    });
}

void EditorModel::toggleAnswer(const QString& option)
{
    apply([&](staff::Draft& draft) {
        const core::Question* asked = chosenQuestion();
        const auto id = idOf<core::OptionId>(option);
        if (asked == nullptr || !id || !asked->askIf || !asked->askIf->question) {
            return false;
        }
        core::Condition condition = *asked->askIf;
        if (condition.options.erase(*id) == 0) {
            condition.options.insert(*id);
        }
        const core::QuestionId question = asked->id;
        return !condition.options.empty() && setCondition(draft, question, std::move(condition));
    });
}

// ---- steps ----------------------------------------------------------------------------------------------------------

void EditorModel::undo()
{
    apply([](staff::Draft& draft) { return draft.undo(); });
}

void EditorModel::redo()
{
    apply([](staff::Draft& draft) { return draft.redo(); });
}

void EditorModel::discard()
{
    if (!canEdit()) {
        return;
    }
    m_draft = staff::Draft(m_draft->start());
    keep();
    say("Kladden er væk. Her står det, som det gælder.", false);
    refresh();
}

// ---- what counts now -------------------------------------------------------------------------------------------------

void EditorModel::followMinute()
{
    if (followInForce() || around() != m_around) {
        refresh(); // else the rows stay under the finger
    }
}

EditorModel::Around EditorModel::around() const
{
    const bool canStartNow = m_store && staff::canStartNow(*m_store, m_draft->questionnaire(), inForce(), m_answered);
    return {canEdit(), startsOn(), canStartNow, inForce().version, inForce().localVersion};
}

// ---- rehearsal ------------------------------------------------------------------------------------------------------

void EditorModel::rehearse()
{
    if (m_rehearsal || m_session.phase() != StaffSession::Inside) {
        return;
    }
    m_rehearsal = std::make_unique<Rehearsal>(m_session.ports().clock, m_session.ports().random,
                                              kiosk::Configuration{m_draft->questionnaire(), inForce().settings});
    emit rehearsalChanged();
    m_session.beginRehearsal();
}

void EditorModel::followPhase()
{
    if (m_rehearsal && m_session.phase() != StaffSession::Rehearsing) {
        Rehearsal* over = m_rehearsal.release();
        emit rehearsalChanged();
        over->setParent(this);
        QTimer::singleShot(500ms, over, &QObject::deleteLater); // its screens look at it until they are gone
    }
}

} // namespace smiley::ui
