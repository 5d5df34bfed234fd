// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/peripherals.h"
#include "app/core/ports.h"
#include "drivers/usb/inbox.h"
#include "drivers/usb/status.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <libusb.h>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace smiley::usb {

/// A connection to one listed device, from opening it to closing it. Everything happens on the event thread; nothing waits.
///
///   Asking    claimed; SET_IDLE, its report descriptor and what wakes it up are on their way, one after another
///   Reading   a transfer waits for its reports
///   Ending    it failed, left, or is to be closed; what is in flight was cancelled
///   Ended     nothing is in flight: the session may be destroyed, which closes the device
class DeviceSession {
public:
    enum class State : std::uint8_t { Asking, Reading, Ending, Ended };

    /// `device` is referenced by the caller for as long as the session lives.
    DeviceSession(libusb_device* device, std::size_t entry, const core::ListedDevice& listed, const core::Clock& clock,
                  Inbox& inbox, Status& status);
    /// Only when Ended.
    ~DeviceSession();
    DeviceSession(const DeviceSession&) = delete;
    DeviceSession& operator=(const DeviceSession&) = delete;

    /// Opens and claims it, and begins to ask. Where that fails it is Ended at once, and why() says it.
    void begin();
    /// Ends it from outside. It is Ended at once, or after the transfers' callbacks.
    void end();

    [[nodiscard]] State state() const { return m_state; }
    /// Why it ended, one English sentence; empty where end() was called.
    [[nodiscard]] const std::string& why() const { return m_why; }
    /// The device was pulled out: no use in trying again.
    [[nodiscard]] bool isGone() const { return m_isGone; }
    /// It was read, once.
    [[nodiscard]] bool wasConnected() const { return m_channel != nullptr; }

private:
    static constexpr std::size_t setupBytes = LIBUSB_CONTROL_SETUP_SIZE;
    static constexpr unsigned askMsMax = 500;
    static constexpr int failuresMax = 5;
    static constexpr std::int64_t failuresWithinMs = 10'000;

    [[nodiscard]] std::optional<std::string> openAndClaim();
    [[nodiscard]] bool findEndpoint();
    void ask(std::uint8_t type, std::uint8_t request, unsigned value, std::size_t length);
    void answered(libusb_transfer_status status, std::size_t bytes);
    void understand(std::span<const std::byte> descriptor);
    void askNext();
    void keepWhatItHolds(codec::FeatureReport& report, std::size_t bytes);
    void read();
    void listen();
    void clearHalt();
    void cleared(libusb_transfer_status status);
    void submit(libusb_transfer* transfer);
    void took(libusb_transfer_status status, std::size_t bytes);
    /// Says whether it may go on: not after more than failuresMax within failuresWithinMs.
    [[nodiscard]] bool mayFail();
    void fail(std::string why, bool isGone = false);
    void settle();
    static void LIBUSB_CALL onControl(libusb_transfer* transfer);
    static void LIBUSB_CALL onInterrupt(libusb_transfer* transfer);
    static void LIBUSB_CALL onCleared(libusb_transfer* transfer);

    libusb_device* m_device;
    std::size_t m_entry;
    const core::ListedDevice& m_listed;
    const core::Clock& m_clock;
    Inbox& m_inbox;
    Status& m_status;
    State m_state = State::Asking;
    std::string m_why;
    bool m_isGone = false;

    libusb_device_handle* m_handle = nullptr;
    std::vector<int> m_claimed;
    std::uint8_t m_endpoint = 0;
    std::size_t m_packetBytes = 0;
    std::size_t m_descriptorBytes = 0; ///< what to ask for
    libusb_transfer* m_transfer =
        nullptr; ///< one at a time: first the questions, then the reports and what ends a stall
    bool m_isFlying = false;
    std::vector<unsigned char> m_buffer;
    std::array<unsigned char, setupBytes> m_setup{}; ///< of what ends a stall
    std::optional<codec::DeviceReader> m_reader;     ///< until it is handed over
    std::vector<codec::FeatureReport> m_wakeUp;
    std::size_t m_step = 0; ///< 0: SET_IDLE, 1: the report descriptor, then m_wakeUp: each is read, then written
    std::shared_ptr<Channel> m_channel;
    std::array<std::int64_t, failuresMax> m_failures{}; ///< when, the oldest first
    int m_failureCount = 0;
};

} // namespace smiley::usb
