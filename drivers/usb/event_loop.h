// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/peripherals.h"
#include "app/core/ports.h"
#include "drivers/usb/device_facts.h"
#include "drivers/usb/device_session.h"
#include "drivers/usb/inbox.h"
#include "drivers/usb/status.h"

#include <atomic>
#include <cstdint>
#include <libusb.h>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace smiley::usb {

/// Everything that is done with libusb: knows the devices of the bus, opens those that are listed, and tries again.
class EventLoop {
public:
    EventLoop(const core::DeviceList& list, const core::Clock& clock, Inbox& inbox, Status& status);
    /// After run() has returned, or without it.
    ~EventLoop();
    EventLoop(const EventLoop&) = delete;
    EventLoop& operator=(const EventLoop&) = delete;

    /// Looks at the bus, and opens nothing. Nothing, or why libusb can't start.
    [[nodiscard]] std::optional<std::string> start();
    /// The event thread: returns when stop() was called and every device is closed.
    void run();
    /// Any thread.
    void stop();

private:
    struct Note { ///< of the hot-plug callback, which may do nothing but that
        libusb_device* device;
        bool isHere;
    };
    struct Device {
        libusb_device* device;
        KnownDevice known;
        codec::Decision decision;
        std::unique_ptr<DeviceSession> session;
        DeviceSession::State told = DeviceSession::State::Ended; ///< what publish() said of the session
        std::string why;                                         ///< of its last session's end
        std::int64_t tryAt = 0;
        bool hasLeft = false; ///< the bus has said so
        bool isGone = false;  ///< its last session found out, or the kernel shut it down in passing
        [[nodiscard]] bool isThere() const { return !hasLeft && !isGone; }
    };
    static int LIBUSB_CALL onHotplug(libusb_context* context, libusb_device* device, libusb_hotplug_event event,
                                     void* self);
    void work();
    void takeNotes();
    void look(Device& device);
    void closeEnded(std::int64_t now);
    void openListed(std::int64_t now);
    void publish();
    [[nodiscard]] const Device* holderOf(std::size_t entry) const;
    [[nodiscard]] SeenDevice describe(const Device& device) const;
    void publishEntry(std::size_t entry);
    [[nodiscard]] std::int64_t nextWorkMs() const;
    [[nodiscard]] std::int64_t nowMs() const { return core::count(m_clock.now().monotonic); }

    const core::DeviceList& m_list;
    const core::Clock& m_clock;
    Inbox& m_inbox;
    Status& m_status;
    libusb_context* m_context = nullptr;
    libusb_hotplug_callback_handle m_hotplug = 0;
    std::atomic<bool> m_isStopped{false};
    std::vector<Note> m_notes;
    std::vector<Device> m_devices; ///< by port
    std::int64_t m_lookAt = 0;     ///< at those that couldn't be read
    bool m_hasChanged = false;
};

} // namespace smiley::usb
