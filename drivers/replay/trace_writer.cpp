// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/replay/trace_writer.h"

#include "app/core/peripheral_limits.h"
#include "drivers/replay/trace.h"

#include <algorithm>

namespace smiley::replay {

TraceWriter::TraceWriter(std::ostream& out, core::MonotonicMs start, TicketTexts tickets)
    : m_out(out),
      m_last(start),
      m_tickets(tickets)
{}

void TraceWriter::write(const core::InputEvent& event)
{
    waitUntil(event.at);
    if (event.kind == core::InputEvent::Kind::TicketShown && m_tickets == TicketTexts::LeftOut) {
        m_out << "# a card was shown; what it says was left out\n";
    } else if (event.kind == core::InputEvent::Kind::Passage) {
        for (int left = event.value; left > 0; left -= core::passagesAtOnceMax) {
            m_out << lineOf({event.kind, std::min(left, core::passagesAtOnceMax), {}}) << '\n';
        }
    } else {
        m_out << lineOf(event) << '\n';
    }
    m_out.flush();
}

void TraceWriter::finish(core::MonotonicMs end)
{
    waitUntil(end);
    m_out.flush();
}

void TraceWriter::waitUntil(core::MonotonicMs time)
{
    for (std::int64_t ms = count(time) - count(m_last); ms > 0; ms -= waitMsMax) {
        m_out << "wait " << std::min(ms, waitMsMax) << '\n';
    }
    m_last = std::max(m_last, time);
}

} // namespace smiley::replay
