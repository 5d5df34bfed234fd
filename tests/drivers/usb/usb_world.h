// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/peripherals.h"
#include "app/core/ports.h"
#include "drivers/usb/usb_source.h"
#include "tests/support/mock_usb.h"

#include <chrono>
#include <condition_variable>
#include <functional>
#include <list>
#include <mutex>
#include <string>
#include <vector>

/// What the tests of drivers/usb share: four devices, their entries, and somebody who takes down what is delivered.

namespace smiley::test {

/// The real time. It also notes what only the thread that asks can say: the event thread asks once a report.
class RealClock final : public core::Clock {
public:
    [[nodiscard]] core::Now now() const override;
    /// How many times the event thread has asked for the time: each time that it woke up, and once a report.
    [[nodiscard]] std::size_t eventThreadAsks() const;
    /// How many times the event thread had allocated (operator new) when it asked last.
    [[nodiscard]] std::size_t eventThreadAllocations() const;

private:
    mutable std::mutex m_mutex;
    mutable std::size_t m_asks = 0;
    mutable std::size_t m_allocations = 0;
};

/// Calls of operator new by this thread so far (in a test that links allocations.cpp).
std::size_t allocationsOfThisThread();

[[nodiscard]] MockModel buttonBox(const std::string& serial = {});
[[nodiscard]] MockModel presenceSensor();
[[nodiscard]] MockModel doorCounter();
[[nodiscard]] MockModel cardScanner();
[[nodiscard]] MockModel keyboard(); ///< nobody listed it
[[nodiscard]] MockModel camera();

/// "Keys", "Presence", "Door" (a total of 8 bits) and "Scanner".
[[nodiscard]] core::DeviceList fourDevices();
inline constexpr std::size_t keysEntry = 0;
inline constexpr std::size_t presenceEntry = 1;
inline constexpr std::size_t doorEntry = 2;
inline constexpr std::size_t scannerEntry = 3;
/// One of the four twice, for the ports 1-3 and 1-4.
[[nodiscard]] core::DeviceList twoOf(std::size_t entry);

/// A report of the presence sensor: its state is ready.
[[nodiscard]] Bytes presenceReport(bool somebody);
/// A report of the scanner with up to 56 bytes of text.
[[nodiscard]] Bytes scanReport(const std::string& text, bool goesOn = false);

/// Takes down what a source delivers. Any thread.
class Recorder {
public:
    [[nodiscard]] std::function<void(core::InputEvent)> taker();
    /// Waits until so many events of this kind came in all.
    [[nodiscard]] bool waitFor(core::InputEvent::Kind kind, std::size_t count,
                               std::chrono::milliseconds wait = std::chrono::seconds(5));
    [[nodiscard]] std::vector<core::InputEvent> events() const;
    [[nodiscard]] std::size_t count(core::InputEvent::Kind kind) const;
    /// How many people passed in all.
    [[nodiscard]] int passages() const;
    /// "found:0 key:3 lost:0", in order.
    [[nodiscard]] std::string text() const;
    void clear();

private:
    mutable std::mutex m_mutex;
    std::condition_variable m_changed;
    std::vector<core::InputEvent> m_events;
};

/// A bus with its devices, and a source that looks at it, with somebody who takes down what it delivers.
struct UsbWorld {
    explicit UsbWorld(core::DeviceList list = fourDevices());
    /// For a port, not plugged yet.
    MockDevice& add(std::string port, MockModel model);
    /// One of each in the order of their entries, plugged into the ports 1-1 to 1-4.
    std::vector<MockDevice*> plugFour();
    void start() { source.start(recorder.taker()); }

    MockBus bus;
    std::list<MockDevice> devices;
    RealClock clock;
    Recorder recorder;
    usb::UsbSource source; ///< the last one: it has stopped before the devices go
};

/// Processor time of all threads of this process.
[[nodiscard]] double processorSeconds();

/// Looks each millisecond, asleep between: a test that spins takes the core from those that it waits for.
[[nodiscard]] bool within(std::chrono::milliseconds limit, const std::function<bool()>& isTrue);
[[nodiscard]] bool isLink(const usb::UsbSource& source, std::size_t entry, core::LinkState link,
                          std::chrono::milliseconds limit = std::chrono::seconds(5));

} // namespace smiley::test
