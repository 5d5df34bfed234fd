// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/time.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace smiley::usb {

/// The reports of one device that wait to be decoded. Room is made once; nothing is allocated after that. Not for two
/// threads at once.
class ReportRing {
public:
    static constexpr std::size_t reportsMax = 64;

    explicit ReportRing(std::size_t reportBytesMax) : m_slotBytes(reportBytesMax), m_bytes(reportBytesMax * reportsMax)
    {}

    /// Adds a report (what is longer than reportBytesMax is cut off). Where the ring is full, it replaces the newest that
    /// waits: what a device says last always arrives. Says whether one was replaced.
    bool push(std::span<const std::byte> report, core::MonotonicMs at)
    {
        const bool isFull = m_count == reportsMax;
        m_count += isFull ? 0 : 1;
        const std::size_t slot = (m_first + m_count - 1) % reportsMax;
        const std::size_t size = std::min(report.size(), m_slotBytes);
        std::copy_n(report.begin(), size, m_bytes.begin() + static_cast<std::ptrdiff_t>(slot * m_slotBytes));
        m_slots[slot] = {size, at};
        return isFull;
    }

    /// Takes the oldest out, into `report` (room for reportBytesMax), and says how long it is and when it came.
    struct Taken {
        std::size_t bytes = 0;
        core::MonotonicMs at{};
    };
    Taken pop(std::span<std::byte> report)
    {
        const Taken slot = m_slots[m_first];
        std::copy_n(m_bytes.begin() + static_cast<std::ptrdiff_t>(m_first * m_slotBytes), slot.bytes, report.begin());
        m_first = (m_first + 1) % reportsMax;
        --m_count;
        return slot;
    }

    [[nodiscard]] std::size_t reportBytesMax() const { return m_slotBytes; }
    [[nodiscard]] bool isEmpty() const { return m_count == 0; }

private:
    std::size_t m_slotBytes;
    std::vector<std::byte> m_bytes;
    std::array<Taken, reportsMax> m_slots{};
    std::size_t m_first = 0;
    std::size_t m_count = 0;
};

} // namespace smiley::usb
