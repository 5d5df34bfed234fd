// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/peripherals.h"
#include "app/core/ports.h"
#include "app/core/result.h"
#include "app/core/time.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

/// From the reports of one listed device to what happened: by usage where its descriptor tells, by place where the list
/// does.

namespace smiley::codec {

/// Takes what a reader finds. Called in read() and tick(), in order.
class EventSink {
public:
    virtual ~EventSink() = default;
    /// `text` is TicketShown's, until the call returns.
    virtual void take(core::InputEvent::Kind kind, int value, core::MonotonicMs at, std::string_view text) = 0;
};

enum class ReaderFault : std::uint8_t {
    Descriptor, ///< its report descriptor can't be read: the device waits, somebody looks at it
    Layout,     ///< its reports have no place for what its role needs: the entry or the device is wrong
};

/// A feature report that must be written once, before a device speaks.
struct FeatureReport {
    std::uint8_t id = 0;          ///< 0: its reports have none
    std::vector<std::byte> bytes; ///< as they are sent: with the id where there is one; 0 where `ours` is
    std::vector<std::byte> ours;  ///< as long: the bits that matter; the others should stay as the device has them
};

/// Somebody who stands still for longer isn't one: the sensor is blind, dirty or turned to a chair.
inline constexpr int somebodyMsMax = 2 * 60 * 60 * 1000;

/// Reads one connected device: made when it connects, gone when it is lost. Nothing is made up then: who was there when a
/// sensor was lost didn't leave. After make() no call allocates. Call from one thread; time never goes back.
class DeviceReader {
public:
    /// Errors: see ReaderFault; the message is one English sentence without a full stop.
    [[nodiscard]] static core::Result<DeviceReader, ReaderFault> make(const core::ListedDevice& entry,
                                                                      std::span<const std::byte> reportDescriptor);
    DeviceReader(DeviceReader&&) noexcept;
    DeviceReader& operator=(DeviceReader&&) noexcept;
    DeviceReader(const DeviceReader&) = delete;
    DeviceReader& operator=(const DeviceReader&) = delete;
    ~DeviceReader();

    /// A report as it came, id byte and all; any bytes. One of length 0 is nothing, and what a short one doesn't reach it
    /// doesn't say. `at` is when it arrived.
    void read(std::span<const std::byte> report, core::MonotonicMs at, EventSink& sink);
    /// Time passed: what was held or doesn't go on is over.
    void tick(core::MonotonicMs now, EventSink& sink);
    /// When tick() has something to do; nothing: not before the next report.
    [[nodiscard]] std::optional<core::MonotonicMs> deadline() const;

    /// Whether what it says makes sense. Changes in read() and tick() only; while it doesn't, it says nothing.
    [[nodiscard]] bool isHealthy() const;
    /// Why not, one English sentence without a full stop; else empty. It lives as long as the program.
    [[nodiscard]] std::string_view why() const;

    /// The longest input report that its descriptor tells of, with its id byte.
    [[nodiscard]] std::size_t reportBytesMax() const;
    /// What a sensor must be told before it speaks (HUTRR39: power, reporting, interval), to be written with SET_REPORT. A
    /// device that refuses them may speak all the same.
    [[nodiscard]] std::vector<FeatureReport> wakeUp() const;

private:
    struct State;
    explicit DeviceReader(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

} // namespace smiley::codec
