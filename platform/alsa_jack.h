// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/ports.h"

#include <array>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <thread>

namespace smiley::platform {

/// Whether a sound control with this name tells if headphones are plugged in: "Headphone Jack", "Front Headphone Jack",
/// "Headset Jack". Not a microphone's half ("Headset Mic Jack"), and not a socket that can't tell ("… Phantom Jack").
/// Source: Linux kernel, Documentation/sound/designs/jack-controls.rst.
[[nodiscard]] bool isHeadphoneJack(std::string_view name);

/// Whether something that can play is there (/dev/snd/pcm*p). Lists one folder; any thread. `root` is "/" but in tests.
[[nodiscard]] bool audioDeviceIsThere(const std::filesystem::path& root = "/");

/// Tells when headphones are plugged in or out, from the jack controls of one sound card; also of one that comes later,
/// within two seconds. In is told when the plug was still for a tenth of a second: it bounces. Out is told at once: what
/// is said is then said to the room. A card that goes takes its headphones with it. Without a card it waits.
///
/// `deliver` is called from the source's thread; times are the clock's. start() and stop() from one thread.
class AlsaJack final : public core::InputSource {
public:
    /// `device`: ALSA's name of the card. "default" is the one that is spoken through: another card's jack tells nothing
    /// of where speech comes out.
    explicit AlsaJack(const core::Clock& clock, std::string device = "default");
    ~AlsaJack() override;
    AlsaJack(const AlsaJack&) = delete;
    AlsaJack& operator=(const AlsaJack&) = delete;

    /// Where nothing is plugged in nothing is told. Does nothing if it runs, or if the process has no descriptors left.
    void start(std::function<void(core::InputEvent)> deliver) override;
    /// Returns within a few milliseconds; after it nothing is delivered.
    void stop() override;

private:
    void listen(const std::function<void(core::InputEvent)>& deliver);

    const core::Clock& m_clock;
    std::string m_device;
    std::array<int, 2> m_stopPipe{-1, -1};
    std::thread m_thread;
};

} // namespace smiley::platform
