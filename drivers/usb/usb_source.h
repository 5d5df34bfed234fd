// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/ports.h"
#include "drivers/codec/allow_list.h"

#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace smiley::usb {

/// A device on the bus, whether it is listed or not. Root hubs are left out.
struct SeenDevice {
    codec::DeviceFacts facts;
    std::string name;                                 ///< what it calls itself; printable ASCII, may be empty
    std::optional<std::size_t> entry;                 ///< its entry of the list; nothing: it is never opened
    std::string why;                                  ///< one English sentence: why it has this entry, or none
    core::LinkState link = core::LinkState::NoDevice; ///< NoDevice where it has no entry
};

/// Every device on the bus and what the list makes of it, by port. Opens and claims nothing, so it may run beside a
/// stand. Nothing: libusb can't start (no USB, no rights).
[[nodiscard]] std::optional<std::vector<SeenDevice>> lookAtBus(const core::DeviceList& list);

/// Reads the listed devices through libusb, and delivers what they say (README.md has the rules).
///
/// Two threads: one waits in libusb and only puts reports into rings, one decodes them and calls `deliver`. Found, Lost
/// and Watching come in order with what the devices say. Nothing that isn't listed is ever opened.
class UsbSource final : public core::InputSource {
public:
    /// `clock` has to outlive it, and is read on its threads.
    UsbSource(core::DeviceList list, const core::Clock& clock);
    /// Stops.
    ~UsbSource() override;

    /// Looks at the bus (seen() is filled when it returns) and begins. Where libusb can't start, every entry stays at
    /// NoDevice and says why. May be started again after stop().
    void start(std::function<void(core::InputEvent)> deliver) override;
    /// Ends transfers and threads, and closes the devices; `deliver` is not called after it. Says no Lost. Not from
    /// within `deliver`.
    void stop() override;

    [[nodiscard]] std::vector<core::PeripheralState> peripherals() const override;
    /// Every device on the bus, by port. Any thread.
    [[nodiscard]] std::vector<SeenDevice> seen() const;

    /// Called before a listed device's report is decoded, with the index of its entry, the report as it came, and when.
    /// On the delivering thread; set it before start().
    void onReport(std::function<void(std::size_t entry, std::span<const std::byte> report, core::MonotonicMs at)> hook);

private:
    struct Parts;
    std::unique_ptr<Parts> m_parts;
};

} // namespace smiley::usb
