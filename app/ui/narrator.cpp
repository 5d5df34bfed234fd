// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ui/narrator.h"

#include <QAccessible>
#include <QCoreApplication>

#include <chrono>
#include <utility>

namespace smiley::ui {

namespace {

using namespace std::chrono_literals;

constexpr auto forgetAfter = 10s;

// Properties of Target.qml.
constexpr int answersGroup = 0;
bool isAnswer(const QQuickItem& target) { return target.property("keyGroup").toInt() == answersGroup; }
bool isSecret(const QQuickItem& target) { return target.property("secret").toBool(); }
bool hasState(const QQuickItem& target) { return target.property("role").toInt() != QAccessible::Button; }
QString languageOf(const QQuickItem& target) { return target.property("languageTag").toString(); }
QString labelOf(const QQuickItem& target) { return target.property("name").toString().replace('\n', ' '); }

} // namespace

Narrator::Narrator(VisitorModel& visitor, KeyPad& keys, core::Speech* speech, QObject* parent)
    : QObject(parent),
      m_visitor(visitor),
      m_keys(keys),
      m_speech(speech)
{
    m_settled.setSingleShot(true);
    m_settled.setInterval(0);
    connect(&m_settled, &QTimer::timeout, this, &Narrator::follow);
    m_forget.setSingleShot(true);
    m_forget.setInterval(forgetAfter);
    connect(&m_forget, &QTimer::timeout, this, &Narrator::forget);
    connect(&m_visitor, &VisitorModel::screenChanged, this, &Narrator::screenChanged);
    connect(&m_keys, &KeyPad::turned, this, [this] {
        if (isReading()) {
            forget();
            begin(m_keys.isAtFirstPage() ? screenUtterances() : std::deque<Utterance>(), Then::Choices);
        }
    });
    connect(&m_keys, &KeyPad::speechAsked, this, [this] {
        if (m_canRead || asksTwice()) { // else nobody would hear it, and every answer took two presses
            m_visitor.readAloud();
        }
    });
    connect(&m_keys, &KeyPad::missed, this, &Narrator::hush);
    connect(&m_keys, &KeyPad::leftAlone, this, &Narrator::forget);
    if (m_speech != nullptr) {
        m_speech->ended = [this] { sayNext(); };
        screenChanged();
    }
}

Narrator::~Narrator()
{
    if (m_speech != nullptr) {
        m_speech->silence();
        m_speech->ended = [] {};
    }
}

bool Narrator::isReading() const
{
    return m_canRead && m_visitor.listening() != VisitorModel::NotListening && !(m_unplugged && isPrivate());
}

void Narrator::setScreenText(const QString& text)
{
    if (m_screenText != text) {
        m_screenText = text;
        emit screenTextChanged();
        m_settled.start();
    }
}

void Narrator::setPrivateText(const QString& text)
{
    if (m_privateText != text) {
        m_privateText = text;
        emit privateTextChanged();
        m_settled.start();
    }
}

bool Narrator::admits(QQuickItem* target)
{
    if (!asksTwice()) {
        return true;
    }
    m_marked = false;
    if (m_visitor.overlay() == VisitorModel::TimeOutOverlay) {
        m_visitor.touched();
        return false;
    }
    if (const QString tag = languageOf(*target);
        !tag.isEmpty() && isReading() && !m_speech->canSay(tag.toStdString())) {
        forget();
        //% "Der er ingen oplæsning på %1."
        begin({{qtTrId("speech.novoice").arg(labelOf(*target)), nullptr}});
        return false;
    }
    m_forget.start();
    if (target != m_chosen) {
        m_chosen = target;
        target->forceActiveFocus();
        if (isReading()) {
            begin({{chosen(*target), nullptr}});
        }
        return false;
    }
    hush();
    if (!target->property("repeats").toBool()) {
        m_chosen = nullptr;
        m_forget.stop();
    }
    if (isAnswer(*target)) {
        m_answered = m_visitor.page() == VisitorModel::FacesPage;
        m_marked = !m_answered;
        m_typed = labelOf(*target);
        if (m_answered && m_keys.screen() != nullptr) {
            m_keys.screen()->forceActiveFocus(); // no ring stays on the face
        }
    }
    return true;
}

void Narrator::hush()
{
    m_waiting.clear();
    m_then = Then::Nothing;
    if (std::exchange(m_speaking, false)) {
        m_speech->silence();
        m_visitor.speechEnded();
    }
}

void Narrator::headphonesOut()
{
    m_unplugged = true;
    hush();
    screenChanged();
}

void Narrator::headphonesIn()
{
    m_unplugged = false;
    screenChanged();
}

/// Nobody behind sees what was pressed, nor finds it pressed once already.
void Narrator::forget()
{
    m_forget.stop();
    m_chosen = nullptr;
    m_typed.clear();
    if (m_keys.screen() != nullptr) {
        m_keys.screen()->forceActiveFocus();
    }
}

void Narrator::screenChanged()
{
    const bool can = m_speech != nullptr && m_speech->canSay(m_visitor.language().toStdString());
    if (std::exchange(m_canRead, can) != can) {
        emit canReadChanged();
    }
    if (std::exchange(m_wasReading, isReading()) != isReading()) {
        emit readingChanged();
        if (!isReading()) {
            forget();
        }
    }
    if (std::exchange(m_askedTwice, asksTwice()) != asksTwice()) {
        emit askingChanged();
        forget();
    }
    if (!isReading()) {
        hush();
    }
    m_settled.start();
}

void Narrator::follow()
{
    const Heard now{isReading(),      m_visitor.language(), m_screenText,
                    m_visitor.page(), m_visitor.overlay(),  m_visitor.position()};
    const bool isNew = std::exchange(m_heard, now) != now;
    const int volumeBefore = std::exchange(m_volume, m_visitor.volume());
    const bool isPrivateNew = std::exchange(m_heardPrivate, m_privateText) != m_privateText;
    const QString commentBefore = std::exchange(m_comment, m_visitor.comment());
    if (!isReading()) {
        m_answered = false;
        return;
    }
    const bool isThanked = m_answered && (m_visitor.banner() != VisitorModel::NoBanner || m_visitor.trouble());
    if (isNew || isThanked) {
        readScreen();
    } else if (m_volume != volumeBefore) {
        //% "Lydstyrke %1 af %2."
        begin({{qtTrId("speech.volume").arg(m_volume).arg(core::volumeSteps), nullptr}});
    } else if (isPrivateNew && isPrivate() && !m_privateText.isEmpty()) {
        begin({{m_privateText, nullptr}});
    } else if (m_comment != commentBefore && !m_typed.isEmpty()) {
        begin({{written(commentBefore), nullptr}});
    } else if (std::exchange(m_marked, false) && m_visitor.kind() != VisitorModel::CommentKind) {
        begin({{qtTrId("reason.chosen").arg(m_visitor.markedCount()), nullptr}});
    }
}

void Narrator::readScreen()
{
    forget();
    m_marked = false;
    std::deque<Utterance> utterances = screenUtterances();
    if (std::exchange(m_answered, false) && m_keys.hasOtherPages()) {
        utterances.push_back({qtTrId("speech.more"), nullptr});
        begin(std::move(utterances));
        return;
    }
    begin(std::move(utterances), m_visitor.overlay() == VisitorModel::TimeOutOverlay ? Then::Nothing : Then::Choices);
}

std::deque<Narrator::Utterance> Narrator::screenUtterances() const
{
    std::deque<Utterance> utterances;
    if (!m_screenText.isEmpty()) {
        utterances.push_back({m_screenText, nullptr});
    }
    if (isPrivate() && !m_privateText.isEmpty()) {
        utterances.push_back({m_privateText, nullptr});
    }
    return utterances;
}

void Narrator::begin(std::deque<Utterance> utterances, Then then)
{
    hush();
    m_waiting = std::move(utterances);
    m_then = then;
    sayNext();
}

void Narrator::sayNext()
{
    if (m_waiting.empty() && std::exchange(m_then, Then::Nothing) == Then::Choices) {
        m_waiting = choices(); // only now: the targets of a new screen come one after the other
    }
    if (m_waiting.empty()) {
        if (std::exchange(m_speaking, false)) {
            m_visitor.speechEnded();
        }
        if (m_forget.isActive()) {
            m_forget.start();
        }
        return;
    }
    const Utterance next = std::move(m_waiting.front());
    m_waiting.pop_front();
    if (next.target) {
        next.target->forceActiveFocus();
    }
    if (!std::exchange(m_speaking, true)) {
        m_visitor.speechBegan();
    }
    m_speech->say(next.text.toStdString(), m_visitor.language().toStdString(), m_visitor.volume());
}

std::deque<Narrator::Utterance> Narrator::choices() const
{
    std::deque<Utterance> all;
    for (const KeyPad::Numbered& numbered : m_keys.page()) {
        all.push_back({choice(numbered), numbered.target});
    }
    if (m_keys.hasOtherPages()) {
        //% "Tast næste: flere valg."
        all.push_back({qtTrId("speech.more"), nullptr});
    }
    return all;
}

QString Narrator::choice(const KeyPad::Numbered& numbered) const
{
    const QQuickItem& target = *numbered.target;
    if (isSecret(target)) {
        //% "Tast."
        return qtTrId("speech.secret");
    }
    if (isAnswer(target) && !isPrivate() && m_visitor.dependsOnAnswer()) {
        //% "Tast %1."
        return qtTrId("speech.number").arg(numbered.key);
    }
    // What is chosen is said to those who alone hear it, and of what is no answer to everybody.
    const bool isTold = target.property("chosen").toBool() && hasState(target) && (isPrivate() || !isAnswer(target));
    //% "%1, valgt"
    const QString label = isTold ? qtTrId("speech.marked").arg(labelOf(target)) : labelOf(target);
    //% "Tast %1: %2"
    return qtTrId("speech.key").arg(QString::number(numbered.key), label);
}

QString Narrator::chosen(const QQuickItem& target) const
{
    if (isSecret(target)) {
        return qtTrId("speech.secret");
    }
    if (!isAnswer(target)) {
        //% "%1. Tryk igen."
        return qtTrId("speech.again").arg(labelOf(target));
    }
    //% "%1. Tryk igen for at svare."
    //% "Valgt. Tryk igen for at svare."
    return isPrivate() ? qtTrId("speech.label").arg(labelOf(target)) : qtTrId("speech.chosen");
}

/// What is said of a comment that was `before`: nothing of it to the room.
QString Narrator::written(const QString& before) const
{
    if (!isPrivate()) {
        //% "%1 tegn tilbage"
        return qtTrId("comment.left").arg(m_visitor.charactersLeft());
    }
    const bool endsWord = m_comment.size() > before.size() && m_comment.back().isSpace();
    const QString word = m_comment.simplified().section(' ', -1);
    return endsWord && !word.isEmpty() ? word : m_typed;
}

} // namespace smiley::ui
