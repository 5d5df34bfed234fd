// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/ports.h"
#include "app/ui/key_pad.h"
#include "app/ui/visitor_model.h"

#include <QObject>
#include <QPointer>
#include <QQuickItem>
#include <QTimer>
#include <QtQmlIntegration>

#include <chrono>
#include <deque>
#include <optional>

namespace smiley::ui {

/// Reads the visitor's screen aloud in speech mode, and asks for every press twice: the first says what it is about, the
/// second counts. By loudspeaker nothing is said that tells an answer. Use on the GUI's thread.
///
/// | what happens                            | what is said                                                         |
/// |-----------------------------------------|----------------------------------------------------------------------|
/// | a screen comes, or another language     | its text, the numbered targets one by one, how to reach the others   |
/// | an answer is stored                     | the banner's text, how to reach the others                           |
/// | a key turns to other targets            | these, one by one, how to reach the others; at the first the screen's |
/// |                                         | text again before them                                               |
/// | a key without a target                  | nothing                                                              |
/// | the first press of an answer            | loudspeaker: "Valgt. Tryk igen for at svare."; headphones: its label |
/// |                                         | and state                                                            |
/// | the first press of another target       | its label and state, "Tryk igen."                                    |
/// | the second press of an option           | how many are chosen                                                  |
/// | the second press of another with a state| its label and state; loudspeaker, of Shift: how many characters are  |
/// |                                         | left                                                                 |
/// | a comment is written                    | loudspeaker: how many characters are left; headphones: what was      |
/// |                                         | typed, after a space the last word, and what was taken out; of the   |
/// |                                         | last 20, how many are left                                           |
/// | a letter has no room, nothing is erased | how many characters are left                                         |
/// | a language without a voice              | that it has none; it is not chosen                                   |
/// | speech mode begins in such a language   | the screen in the stand's own; where that has none, the mode ends    |
/// | the volume changes                      | the level, at that level                                             |
/// | a press while the time-out warns        | nothing: it goes on                                                  |
///
/// Each of them interrupts what is being said. The end of speech mode (headphones unplugged) silences at once. What was
/// pressed once and not again is forgotten after a while, and whenever somebody is taken to be gone.
class Narrator : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the program")

    /// What the screen says before its targets: set by the window.
    Q_PROPERTY(QString screenText READ screenText WRITE setScreenText NOTIFY screenTextChanged)
    /// What it adds in headphones, because it tells something of an answer: set by the window.
    Q_PROPERTY(QString privateText READ privateText WRITE setPrivateText NOTIFY privateTextChanged)
    /// Whether the screen can be read aloud in the language shown.
    Q_PROPERTY(bool canRead READ canRead NOTIFY canReadChanged)
    /// Whether it is.
    Q_PROPERTY(bool reading READ isReading NOTIFY readingChanged)
    /// Whether the first press of a target only chooses it.
    Q_PROPERTY(bool asksTwice READ asksTwice NOTIFY askingChanged)

public:
    /// `speech` may be nothing: then nothing is ever read. It and the others outlive this.
    Narrator(VisitorModel& visitor, const StandInfo& stand, KeyPad& keys, core::Speech* speech,
             QObject* parent = nullptr);
    ~Narrator() override;
    Narrator(const Narrator&) = delete;
    Narrator& operator=(const Narrator&) = delete;

    /// Whether this press of the target (Target.qml) counts. In speech mode the first only chooses it, and says so.
    Q_INVOKABLE bool admits(QQuickItem* target);
    /// Stops what is being said, at once.
    void hush();
    /// Speech can say other languages than before, or none.
    void voicesChanged() { screenChanged(); }
    /// The plug was pulled, or is in: by headphones nothing is said without them, however late the visit hears of it.
    void headphonesOut();
    void headphonesIn();
    /// How long what was pressed once waits for the second press after all was said; tests bring their own.
    void setForgetAfter(std::chrono::milliseconds time) { m_forget.setInterval(time); }

    [[nodiscard]] QString screenText() const { return m_screenText; }
    void setScreenText(const QString& text);
    [[nodiscard]] QString privateText() const { return m_privateText; }
    void setPrivateText(const QString& text);
    [[nodiscard]] bool canRead() const { return m_canRead; }
    [[nodiscard]] bool isReading() const;
    [[nodiscard]] bool asksTwice() const { return m_visitor.listening() != VisitorModel::NotListening; }

signals:
    void screenTextChanged();
    void privateTextChanged();
    void canReadChanged();
    void readingChanged();
    void askingChanged();

private:
    struct Utterance {
        QString text;
        QPointer<QQuickItem> target; ///< has the focus meanwhile
    };
    enum class Then { Nothing, Choices };
    /// What is read anew when it changes.
    struct Place {
        QString language;
        QString text;
        VisitorModel::Page page = VisitorModel::FacesPage;
        VisitorModel::Overlay overlay = VisitorModel::NoOverlay;
        int position = 0;
        bool operator==(const Place&) const = default;
    };
    struct Heard {
        Place place;
        int volume = core::volumeDefault;
        QString privately;
        QString comment;
    };
    /// What was pressed and has a state, as it was before.
    struct Switched {
        QPointer<QQuickItem> target;
        bool was = false;
    };

    void screenChanged();
    void findVoice();
    void follow();
    void forget();
    void readScreen(std::deque<Utterance> utterances);
    void begin(std::deque<Utterance> utterances, Then then = Then::Nothing);
    void sayNext();
    [[nodiscard]] std::deque<Utterance> choices() const;
    [[nodiscard]] QString choice(const KeyPad::Numbered& numbered) const;
    [[nodiscard]] QString chosen(const QQuickItem& target) const;
    [[nodiscard]] QString labelled(const QQuickItem& target) const;
    [[nodiscard]] std::deque<Utterance> switched();
    [[nodiscard]] std::deque<Utterance> written(const QString& before) const;
    [[nodiscard]] Utterance left() const;
    [[nodiscard]] std::deque<Utterance> screenUtterances() const;
    [[nodiscard]] bool isPrivate() const { return m_visitor.listening() == VisitorModel::ByHeadphones; }

    VisitorModel& m_visitor;
    const StandInfo& m_stand;
    KeyPad& m_keys;
    core::Speech* m_speech;
    QString m_screenText;
    QString m_privateText;
    bool m_canRead = false;
    bool m_askedTwice = false;
    bool m_unplugged = false;
    bool m_wasReading = false;
    std::optional<Heard> m_heard;  ///< since reading began
    QPointer<QQuickItem> m_chosen; ///< pressed once
    bool m_answered = false;       ///< a face was pressed: its thanks are said, also when they are the same as before
    bool m_marked = false;         ///< an option was pressed
    Switched m_switched;           ///< by the last press that counted
    QString m_typed;               ///< the answer that was pressed last, by its label
    std::deque<Utterance> m_waiting;
    Then m_then = Then::Nothing;
    bool m_speaking = false;
    QTimer m_settled;
    QTimer m_forget;
};

} // namespace smiley::ui
