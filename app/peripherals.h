// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/ports.h"
#include "app/staff/health.h"
#include "platform/peripherals_check.h"

#include <QObject>
#include <QTimer>

#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

namespace smiley {

/// What is plugged into the stand: the source of what keys, sensors and scanner say, how each of them is, and whether
/// anything could watch or listen. Made, started and stopped on the GUI's thread.
class Peripherals : public QObject {
    Q_OBJECT

public:
    enum class Source : std::uint8_t {
        None,  ///< nothing is listed; the stand works by touch alone
        Usb,   ///< what devices.toml lists
        Trace, ///< a recorded one, which says what is there
    };
    struct Ports {
        /// What was said; never Watching. From the source's thread, in order.
        std::function<void(const core::InputEvent&)> deliver;
        /// Whether anybody may be asked to write: no, where there is a camera or microphone. At once, from any thread;
        /// only where it is another than before, first: yes.
        std::function<void(bool)> allowComments;
        /// Whether the screen may say that there is neither. On the GUI's thread.
        std::function<void(bool)> confirmNeither;
    };

    /// `input` is nothing for None. Without `hasPresence` (the setting presence_sensor, which tells visitors) nothing
    /// that a presence sensor says goes on. `isExample`: cameras and microphones that are there at the start don't stop
    /// comments, so that a demonstration runs on a laptop; the sentence is away all the same.
    Peripherals(
        Source source, std::unique_ptr<core::InputSource> input, bool hasPresence, bool isExample,
        std::function<platform::DeviceCheck()> check = [] { return platform::checkDevices(); });
    /// Stops.
    ~Peripherals() override;

    void start(Ports ports);
    /// `deliver` isn't called after it.
    void stop();

    /// Any thread.
    [[nodiscard]] std::vector<core::PeripheralState> states() const;
    /// Any thread.
    [[nodiscard]] staff::MachineFacts::Watching watching() const;
    /// Whether anybody may be asked to write, as `allowComments` was told. Any thread.
    [[nodiscard]] bool asksForComments() const;
    /// For the centre: each role and the watching as a word. Says nothing that changes because somebody tapped. Any thread.
    [[nodiscard]] std::map<std::string, std::string> sensors() const;

private:
    void take(const core::InputEvent& event);
    void look();
    void tell();
    [[nodiscard]] staff::MachineFacts::Watching watchingNow() const;
    [[nodiscard]] bool mayBeAsked() const;

    Source m_source;
    std::unique_ptr<core::InputSource> m_input;
    bool m_hasPresence;
    bool m_isExample;
    std::function<platform::DeviceCheck()> m_check;
    Ports m_ports;
    QTimer m_timer;
    mutable std::mutex m_mutex;
    std::vector<core::PeripheralState> m_logged;
    std::vector<std::string> m_atStart; ///< of an example: nodes that were there
    platform::DeviceCheck m_found;
    bool m_usbWatches = false;
    bool m_mayBeAsked = true;
};

} // namespace smiley
