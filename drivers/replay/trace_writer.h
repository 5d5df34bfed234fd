// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/ports.h"

#include <cstdint>
#include <ostream>

namespace smiley::replay {

/// Whether what cards say is written: it is a key to an answer for as long as its day lasts.
enum class TicketTexts : std::uint8_t { LeftOut, Written };

/// Writes events as a trace, each with the wait before it. After every event what was written is whole, so that a
/// recording may end at any moment.
class TraceWriter {
public:
    /// `start` is when the recording began: the first wait counts from it.
    TraceWriter(std::ostream& out, core::MonotonicMs start, TicketTexts tickets);

    /// An event older than the one before comes right after it.
    void write(const core::InputEvent& event);
    /// The wait from the last event to the end of the recording.
    void finish(core::MonotonicMs end);

private:
    void waitUntil(core::MonotonicMs time);

    std::ostream& m_out;
    core::MonotonicMs m_last;
    TicketTexts m_tickets;
};

} // namespace smiley::replay
