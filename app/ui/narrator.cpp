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
/// From here on headphones hear how many letters are left.
constexpr int fewLeft = 20;

// Properties of Target.qml.
constexpr int answersGroup = 0;
bool isAnswer(const QQuickItem& target) { return target.property("keyGroup").toInt() == answersGroup; }
bool isSecret(const QQuickItem& target) { return target.property("secret").toBool(); }
bool hasState(const QQuickItem& target) { return target.property("role").toInt() != QAccessible::Button; }
QString languageOf(const QQuickItem& target) { return target.property("languageTag").toString(); }
QString labelOf(const QQuickItem& target) { return target.property("name").toString().replace('\n', ' '); }

} // namespace

Narrator::Narrator(VisitorModel& visitor, const StandInfo& stand, KeyPad& keys, core::Speech* speech, QObject* parent)
    : QObject(parent),
      m_visitor(visitor),
      m_stand(stand),
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
    connect(&m_visitor, &VisitorModel::wroteNothing, this, [this] {
        if (isReading()) {
            begin({left()});
        }
    });
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
    m_switched = {};
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
    if (hasState(*target) && (!isAnswer(*target) || m_visitor.kind() == VisitorModel::CommentKind)) {
        m_switched = {target, target->property("chosen").toBool()};
        m_settled.start(); // Shift changes no screen
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
        m_heard.reset();
        emit readingChanged();
        if (!isReading()) {
            forget();
        }
    }
    const bool asks = asksTwice();
    if (std::exchange(m_askedTwice, asks) != asks) {
        emit askingChanged();
        forget();
        if (asks && !m_canRead && m_speech != nullptr) {
            findVoice();
        }
    }
    if (!isReading()) {
        hush();
    }
    m_settled.start();
}

/// Headphones were put in where the language shown can't be read: two presses for everything, and nothing heard.
void Narrator::findVoice()
{
    const QString own = m_stand.languages().value(0).toMap().value("tag").toString();
    if (m_speech->canSay(own.toStdString())) {
        m_visitor.chooseLanguage(own);
    } else {
        m_visitor.readAloud(); // off
    }
}

void Narrator::follow()
{
    if (!isReading()) {
        m_answered = false;
        return;
    }
    const Heard now{{m_visitor.language(), m_screenText, m_visitor.page(), m_visitor.overlay(), m_visitor.position()},
                    m_visitor.volume(),
                    m_privateText,
                    m_visitor.comment()};
    const std::optional<Heard> before = std::exchange(m_heard, now);
    std::deque<Utterance> state = switched();
    const bool isThanked = m_answered && (m_visitor.banner() != VisitorModel::NoBanner || m_visitor.trouble());
    if (!before || before->place != now.place || isThanked) {
        readScreen(std::move(state));
    } else if (now.volume != before->volume) {
        //% "Lydstyrke %1 af %2."
        begin({{qtTrId("speech.volume").arg(now.volume).arg(core::volumeSteps), nullptr}});
    } else if (now.privately != before->privately && isPrivate() && !now.privately.isEmpty()) {
        begin({{now.privately, nullptr}});
    } else if (now.comment != before->comment && !m_typed.isEmpty()) {
        begin(written(before->comment));
    } else if (!state.empty()) {
        begin(std::move(state));
    } else if (std::exchange(m_marked, false) && m_visitor.kind() != VisitorModel::CommentKind) {
        begin({{qtTrId("reason.chosen").arg(m_visitor.markedCount()), nullptr}});
    }
}

void Narrator::readScreen(std::deque<Utterance> utterances)
{
    forget();
    m_marked = false;
    for (Utterance& utterance : screenUtterances()) {
        utterances.push_back(std::move(utterance));
    }
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
    //% "Tast %1: %2"
    return qtTrId("speech.key").arg(QString::number(numbered.key), labelled(target));
}

/// With its state: what is chosen is said to those who alone hear it, and of what is no answer to everybody.
QString Narrator::labelled(const QQuickItem& target) const
{
    const bool isTold = target.property("chosen").toBool() && hasState(target) && (isPrivate() || !isAnswer(target));
    //% "%1, valgt"
    return isTold ? qtTrId("speech.marked").arg(labelOf(target)) : labelOf(target);
}

QString Narrator::chosen(const QQuickItem& target) const
{
    if (isSecret(target)) {
        return qtTrId("speech.secret");
    }
    if (!isAnswer(target)) {
        //% "%1. Tryk igen."
        return qtTrId("speech.again").arg(labelled(target));
    }
    //% "%1. Tryk igen for at svare."
    //% "Valgt. Tryk igen for at svare."
    return isPrivate() ? qtTrId("speech.label").arg(labelled(target)) : qtTrId("speech.chosen");
}

/// What the second press made of a target's state, once; of Shift the room hears that it was taken, and no more.
std::deque<Narrator::Utterance> Narrator::switched()
{
    const QQuickItem* const target = m_switched.target;
    if (target == nullptr || target->property("chosen").toBool() == m_switched.was) {
        return {};
    }
    m_switched = {};
    return {isAnswer(*target) && !isPrivate() ? left() : Utterance{labelled(*target), nullptr}};
}

/// What is said of a comment that was `before`: nothing of it to the room.
std::deque<Narrator::Utterance> Narrator::written(const QString& before) const
{
    if (!isPrivate()) {
        return {left()};
    }
    const QString comment = m_visitor.comment();
    const bool endsWord = comment.size() > before.size() && comment.back().isSpace();
    const QString word = comment.simplified().section(' ', -1);
    std::deque<Utterance> said{{endsWord && !word.isEmpty() ? word : m_typed, nullptr}};
    if (m_visitor.charactersLeft() <= fewLeft) {
        said.push_back(left());
    }
    return said;
}

Narrator::Utterance Narrator::left() const
{
    //% "%1 tegn tilbage"
    return {qtTrId("comment.left").arg(m_visitor.charactersLeft()), nullptr};
}

} // namespace smiley::ui
