// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocale>
#include <QMap>
#include <QObject>
#include <QString>
#include <QStringList>
#include <QTextToSpeech>
#include <QTimer>
#include <QVoice>

#include <optional>

/// What smiley-speaker and the stand say to each other: lines of UTF-8.
///
///   to the speaker:    say ID LANGUAGE STEP TEXT | silence
///   from the speaker:  voices LANGUAGE… (once, when it can speak) | began ID | ended ID
///
/// It ends with 0 when its input ends, and with 1 where there is no engine or no voice.

namespace smiley::ui {

/// Qt's speech engine, one utterance at a time. Everything that libspeechd does to its caller (see README.md) happens in
/// the process of this class only. Call from the thread that made it.
class Speaker final : public QObject {
    Q_OBJECT

public:
    /// Connects to speech-dispatcher and lists its voices; blocks for seconds, or for ever where the server hangs.
    Speaker();

    /// Languages that have a voice ("da"); empty: there is no engine.
    [[nodiscard]] QStringList languages() const { return m_voices.keys(); }

    /// Takes one line of the stand's. A line that makes no sense is passed over.
    void take(const QString& line);

signals:
    void began(const QString& id);
    void ended(const QString& id);

private:
    struct Utterance {
        QString id;
        QString language;
        int step = 0;
        QString text;
    };
    struct NamedVoice {
        QLocale locale;
        QVoice voice;
    };

    void findVoices();
    void say(const Utterance& utterance);
    void silence();
    void engineIs(QTextToSpeech::State state);
    void becomeIdle();

    QTextToSpeech m_engine;
    QMap<QString, NamedVoice> m_voices;
    std::optional<Utterance> m_current; ///< given to the engine and neither ended nor silenced
    std::optional<Utterance> m_next;    ///< said when what was silenced has stopped
    bool m_begun = false;
    QTimer m_stopping; ///< runs while the engine has not yet said that it stopped
};

} // namespace smiley::ui
