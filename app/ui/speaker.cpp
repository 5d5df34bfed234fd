// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ui/speaker.h"

#include "app/ui/volume_steps.h"

#include <chrono>

using namespace std::chrono_literals;

namespace smiley::ui {

namespace {

/// The engine says nothing about a message that was cancelled before its first sound.
constexpr auto stopTimeMax = 250ms;

} // namespace

Speaker::Speaker() : m_engine(QStringLiteral("speechd"))
{
    m_stopping.setSingleShot(true);
    m_stopping.setInterval(stopTimeMax);
    connect(&m_stopping, &QTimer::timeout, this, &Speaker::becomeIdle);
    connect(&m_engine, &QTextToSpeech::stateChanged, this, &Speaker::engineIs);
    if (m_engine.state() == QTextToSpeech::Ready) {
        findVoices();
    }
}

void Speaker::findVoices()
{
    // Each voice comes in a hundred varieties ("Danish+whisper"); for some locales ("ar_MR", made of "Mr_Serious")
    // there are nothing but varieties.
    for (const QLocale& locale : m_engine.availableLocales()) {
        const QString language = locale.name().section('_', 0, 0);
        if (locale.language() == QLocale::C || m_voices.contains(language)) {
            continue;
        }
        m_engine.setLocale(locale);
        for (const QVoice& voice : m_engine.availableVoices()) {
            if (!voice.name().contains('+')) {
                m_voices.insert(language, {locale, voice});
                break;
            }
        }
    }
}

void Speaker::take(const QString& line)
{
    if (line == QLatin1String("silence")) {
        silence();
        return;
    }
    if (line.section(' ', 0, 0) != QLatin1String("say")) {
        return;
    }
    const Utterance utterance{line.section(' ', 1, 1), line.section(' ', 2, 2), line.section(' ', 3, 3).toInt(),
                              line.section(' ', 4)};
    if (!m_voices.contains(utterance.language)) {
        emit ended(utterance.id);
        return;
    }
    silence();
    if (m_stopping.isActive()) {
        m_next = utterance;
    } else {
        say(utterance);
    }
}

void Speaker::say(const Utterance& utterance)
{
    const NamedVoice& named = m_voices[utterance.language];
    m_engine.setLocale(named.locale);
    m_engine.setVoice(named.voice);
    m_engine.setVolume(engineVolume(utterance.step));
    m_begun = false;
    m_current = utterance;
    m_engine.say(utterance.text);
}

void Speaker::silence()
{
    m_next.reset();
    if (m_current) {
        m_current.reset();
        m_engine.stop();
        m_stopping.start();
    }
}

void Speaker::engineIs(QTextToSpeech::State state)
{
    if (state == QTextToSpeech::Speaking && m_current) {
        m_begun = true;
        emit began(m_current->id);
    } else if (state == QTextToSpeech::Ready && m_stopping.isActive()) {
        becomeIdle();
    } else if (state == QTextToSpeech::Ready && m_current && m_begun) {
        const QString id = m_current->id;
        m_current.reset();
        emit ended(id);
    }
}

void Speaker::becomeIdle()
{
    m_stopping.stop();
    if (m_next) {
        const Utterance utterance = *m_next;
        m_next.reset();
        say(utterance);
    }
}

} // namespace smiley::ui
