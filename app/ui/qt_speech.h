// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/ports.h"

#include <QByteArray>
#include <QObject>
#include <QProcess>
#include <QSet>
#include <QString>
#include <QTimer>

#include <chrono>
#include <functional>
#include <optional>
#include <string>

namespace smiley::ui {

/// Where speech stands, for staff.
enum class SpeechState {
    Looking,       ///< not known yet
    NoAudioDevice, ///< plug in a loudspeaker
    NoEngine,      ///< speech-dispatcher or its voices are missing, or it hangs; tried again by itself
    Ready,
};

/// How long speech waits for what.
struct SpeechTimes {
    std::chrono::milliseconds firstLook{2000};  ///< after construction: the faces come first
    std::chrono::milliseconds lookAgain{3000};  ///< between looks for audio devices
    std::chrono::milliseconds readyMax{20'000}; ///< for the engine to start and list its voices
    std::chrono::milliseconds beginMax{2500};   ///< for the first sound
    std::chrono::milliseconds restartMax{8000}; ///< for the first sound where an engine must start before it
    std::chrono::milliseconds endMax{5000};     ///< for the last sound, and per byte of UTF-8:
    std::chrono::milliseconds endPerByte{200};  ///< espeak-ng needs about 70 at its usual pace; numbers are long
    std::chrono::milliseconds retry{30'000};    ///< after an engine failed twice in a row
};

/// Speech by Qt TextToSpeech over speech-dispatcher, in a process of its own (`smiley-speaker`): that library blocks,
/// ends its process and loses replies (README.md), and a stand must go on. Nothing is started before an audio device is
/// there. A text whose engine says nothing is given to a second one, once; then it is given up.
///
/// Call from the thread that made it, which needs a Qt event loop; `ended` and `changed` are called on it, never from
/// inside say() or silence(). No call blocks.
class QtSpeech final : public core::Speech {
public:
    /// `program`: the path of smiley-speaker. `audioIsThere` is asked every few seconds and must be quick.
    QtSpeech(QString program, std::function<bool()> audioIsThere, SpeechTimes times = {});
    /// Ends the speaker; takes at most half a second.
    ~QtSpeech() override;
    QtSpeech(const QtSpeech&) = delete;
    QtSpeech& operator=(const QtSpeech&) = delete;

    /// "da-x-let" asks for the voice of "da".
    [[nodiscard]] bool canSay(const std::string& languageTag) const override;
    void say(const std::string& text, const std::string& languageTag, int volume) override;
    void silence() override;

    [[nodiscard]] SpeechState state() const { return m_state; }
    /// state() or the answers of canSay() are others now.
    std::function<void()> changed = [] {};

private:
    struct Utterance {
        int id = 0;
        QByteArray line;
        std::chrono::milliseconds endMax{};
        bool begun = false;
        bool failedOnce = false;
    };

    void look();
    void startSpeaker();
    void readLines();
    void take(const QByteArray& line);
    void speakerEnded();
    void utteranceIsLate();
    void becomes(SpeechState state, QSet<QByteArray> languages);
    void sendCurrent();
    void finish();

    QString m_program;
    std::function<bool()> m_audioIsThere;
    SpeechTimes m_times;
    SpeechState m_state = SpeechState::Looking;
    QSet<QByteArray> m_languages;
    bool m_isWanted = false;    ///< an audio device is there: a process that ends is started again
    bool m_isListening = false; ///< this process has listed its voices
    int m_failures = 0;         ///< of processes in a row
    int m_lastId = 0;
    std::optional<Utterance> m_current;
    QObject m_context; ///< what is queued dies with it
    QTimer m_looks;
    QTimer m_retry;
    QTimer m_readyLimit;
    QTimer m_utteranceLimit; ///< for its first sound, then for its last
    QProcess m_process;
};

} // namespace smiley::ui
