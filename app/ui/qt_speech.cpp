// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ui/qt_speech.h"

#include <algorithm>
#include <utility>

namespace smiley::ui {

namespace {

using std::chrono::milliseconds;

constexpr int failuresMax = 2;
constexpr int closingMs = 300;
constexpr int killingMs = 200;
/// A speaker that writes this much without a line is not ours.
constexpr qint64 lineBytesMax = 4096;

QByteArray languageOf(const std::string& tag)
{
    return QByteArray::fromStdString(tag.substr(0, tag.find('-'))).toLower();
}

} // namespace

QtSpeech::QtSpeech(QString program, std::function<bool()> audioIsThere, SpeechTimes times)
    : m_program(std::move(program)),
      m_audioIsThere(std::move(audioIsThere)),
      m_times(times)
{
    for (QTimer* timer : {&m_retry, &m_readyLimit, &m_utteranceLimit}) {
        timer->setSingleShot(true);
    }
    m_process.setStandardErrorFile(QProcess::nullDevice());
    QObject::connect(&m_process, &QProcess::readyReadStandardOutput, &m_context, [this] { readLines(); });
    QObject::connect(&m_process, &QProcess::finished, &m_context, [this] { speakerEnded(); });
    QObject::connect(&m_process, &QProcess::errorOccurred, &m_context, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart) {
            speakerEnded();
        }
    });
    QObject::connect(&m_readyLimit, &QTimer::timeout, &m_context, [this] { m_process.kill(); });
    QObject::connect(&m_utteranceLimit, &QTimer::timeout, &m_context, [this] { utteranceIsLate(); });
    QObject::connect(&m_retry, &QTimer::timeout, &m_context, [this] { startSpeaker(); });
    QObject::connect(&m_looks, &QTimer::timeout, &m_context, [this] {
        m_looks.setInterval(m_times.lookAgain);
        look();
    });
    m_looks.start(m_times.firstLook);
}

QtSpeech::~QtSpeech()
{
    m_process.disconnect();
    if (m_process.state() != QProcess::NotRunning) {
        m_process.closeWriteChannel();
        if (!m_process.waitForFinished(closingMs)) {
            m_process.kill();
            m_process.waitForFinished(killingMs);
        }
    }
}

void QtSpeech::look()
{
    m_isWanted = m_audioIsThere();
    if (!m_isWanted) {
        m_retry.stop();
        m_process.kill();
        becomes(SpeechState::NoAudioDevice, {});
        finish();
    } else if (m_process.state() == QProcess::NotRunning && !m_retry.isActive()) {
        if (m_state == SpeechState::NoAudioDevice) {
            m_failures = 0;
            becomes(SpeechState::Looking, {});
        }
        startSpeaker();
    }
}

void QtSpeech::startSpeaker()
{
    if (m_isWanted && m_process.state() == QProcess::NotRunning) {
        m_readyLimit.start(m_times.readyMax);
        m_process.start(m_program, QStringList{});
    }
}

void QtSpeech::speakerEnded()
{
    m_readyLimit.stop();
    m_isListening = false;
    if (!m_isWanted) {
        return;
    }
    if (m_current && m_current->begun) {
        finish();
    }
    if (++m_failures < failuresMax) {
        if (m_current) {
            m_utteranceLimit.start(m_times.restartMax);
        }
        // Not from inside the process's own signal.
        QTimer::singleShot(0, &m_context, [this] { startSpeaker(); });
        return;
    }
    m_retry.start(m_times.retry);
    becomes(SpeechState::NoEngine, {});
    finish();
}

void QtSpeech::becomes(SpeechState state, QSet<QByteArray> languages)
{
    if (std::exchange(m_state, state) != state || m_languages != languages) {
        m_languages = std::move(languages);
        changed();
    }
}

void QtSpeech::readLines()
{
    while (m_process.canReadLine()) {
        take(m_process.readLine().trimmed());
    }
    if (m_process.bytesAvailable() > lineBytesMax) {
        m_process.kill();
    }
}

void QtSpeech::take(const QByteArray& line)
{
    const QList<QByteArray> words = line.split(' ');
    if (words.front() == "voices") {
        m_readyLimit.stop();
        m_isListening = true;
        becomes(SpeechState::Ready, {words.begin() + 1, words.end()});
        sendCurrent();
        return;
    }
    if (!m_current || words.size() != 2 || words[1].toInt() != m_current->id) {
        return; // of what was silenced
    }
    if (words[0] == "began") {
        m_current->begun = true;
        m_utteranceLimit.start(m_current->endMax);
    } else if (words[0] == "ended") {
        m_failures = 0;
        finish();
    }
}

bool QtSpeech::canSay(const std::string& languageTag) const
{
    return m_state == SpeechState::Ready && m_languages.contains(languageOf(languageTag));
}

void QtSpeech::say(const std::string& text, const std::string& languageTag, int volume)
{
    silence();
    const QByteArray clean = QString::fromStdString(text).simplified().toUtf8();
    m_current = Utterance{++m_lastId, {}, m_times.endMax + m_times.endPerByte * clean.size()};
    if (clean.isEmpty() || !canSay(languageTag)) {
        QTimer::singleShot(0, &m_context, [this, id = m_lastId] {
            if (m_current && m_current->id == id) {
                finish();
            }
        });
        return;
    }
    const int step = std::clamp(volume, 1, core::volumeSteps);
    m_current->line = "say " + QByteArray::number(m_lastId) + ' ' + languageOf(languageTag) + ' ' +
                      QByteArray::number(step) + ' ' + clean + '\n';
    m_utteranceLimit.start(m_times.restartMax);
    sendCurrent();
}

void QtSpeech::sendCurrent()
{
    if (m_current && m_isListening) {
        m_process.write(m_current->line);
        m_utteranceLimit.start(m_times.beginMax);
    }
}

void QtSpeech::utteranceIsLate()
{
    const bool goesToAnother = m_current && !m_current->begun && !m_current->failedOnce && m_isListening;
    m_isListening = false; // what is said from now on waits for the next process
    m_process.kill();
    if (goesToAnother) {
        m_current->failedOnce = true;
        m_utteranceLimit.start(m_times.restartMax);
    } else {
        finish();
    }
}

void QtSpeech::silence()
{
    m_current.reset();
    m_utteranceLimit.stop();
    if (m_isListening) {
        m_process.write("silence\n");
    }
}

void QtSpeech::finish()
{
    m_utteranceLimit.stop();
    if (std::exchange(m_current, std::nullopt)) {
        ended();
    }
}

} // namespace smiley::ui
