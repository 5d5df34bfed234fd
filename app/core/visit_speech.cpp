// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/core/visit_machine.h"

#include <algorithm>

namespace smiley::core {

namespace {

/// A text that nothing hears to its end is over by then.
constexpr std::int64_t speechMsMax = 120'000;

} // namespace

void Machine::on(const ReadAloudPressed& /*event*/)
{
    if (m_state.listening != Listening::Off) {
        fallSilent();
    } else if (m_context.hasSpeech) {
        listen(m_state.headphones ? Listening::Headphones : Listening::Loudspeaker);
    }
    touched();
}

void Machine::on(const HeadphonesPlugged& /*event*/)
{
    m_state.headphones = true;
    if (m_context.hasSpeech && m_state.stage != Stage::Closed) {
        listen(Listening::Headphones);
        touched();
    }
}

/// What was said to one person is never said to the room.
void Machine::on(const HeadphonesUnplugged& /*event*/)
{
    m_state.headphones = false;
    if (m_state.listening == Listening::Headphones) {
        fallSilent();
    }
}

void Machine::on(const SpeechLost& /*event*/)
{
    if (m_state.listening != Listening::Off) {
        fallSilent();
    }
}

void Machine::on(const SpeechBegan& /*event*/)
{
    if (m_state.listening != Listening::Off) {
        putOff(speechMsMax);
    }
}

void Machine::on(const SpeechEnded& /*event*/)
{
    if (m_state.listening != Listening::Off) {
        putOff(std::nullopt);
    }
}

void Machine::listen(Listening how)
{
    m_state.listening = how;
    m_state.volume = m_context.settings.volume;
    chose();
}

/// What waited for the speech waits its own time: its end isn't told any more. Nobody's choice of language goes with it.
void Machine::fallSilent()
{
    m_state.listening = Listening::Off;
    m_state.volume = m_context.settings.volume;
    putOff(std::nullopt);
}

void Machine::changeVolume(int steps)
{
    touched();
    if (m_state.listening != Listening::Off) {
        m_state.volume = std::clamp(m_state.volume + steps, 1, volumeSteps);
    }
}

Listening Machine::listeningUnasked() const
{
    return m_state.headphones && m_context.hasSpeech ? Listening::Headphones : Listening::Off;
}

void Machine::putOff(std::optional<std::int64_t> ms)
{
    const auto wait = [&](std::optional<MonotonicMs>& end, std::int64_t own) {
        if (end) {
            end = in(ms.value_or(0) + own);
        }
    };
    wait(m_state.bannerUntil, m_times.bannerMs);
    wait(m_state.withdrawUntil, m_times.withdrawMs);
    wait(m_state.noteUntil, m_times.bannerMs);
    wait(m_state.ticketUntil, patient(m_times.ticketMs));
    wait(m_state.overlayUntil, patient(m_times.aboutMs));
    wait(m_state.idleAt, patient(m_times.idleMs));
}

} // namespace smiley::core
