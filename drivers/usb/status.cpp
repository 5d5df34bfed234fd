// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/usb/status.h"

#include <utility>

namespace smiley::usb {

Status::Status(const core::DeviceList& list) : m_entries(list.size())
{
    for (std::size_t i = 0; i < list.size(); ++i) {
        m_entries[i].state.name = list[i].name;
        m_entries[i].state.role = list[i].role();
    }
}

void Status::clear()
{
    const std::lock_guard lock(m_mutex);
    for (Entry& entry : m_entries) {
        core::PeripheralState state;
        state.name = std::move(entry.state.name);
        state.role = entry.state.role;
        entry = {std::move(state)};
    }
    m_seen.clear();
}

void Status::setLink(std::size_t entry, core::LinkState link, std::string why, bool isRefused)
{
    const std::lock_guard lock(m_mutex);
    m_entries[entry].state.link = link;
    m_entries[entry].state.why = std::move(why);
    m_entries[entry].state.isRefused = isRefused;
    if (link != core::LinkState::Connected) { // while it is, the delivering thread says
        m_entries[entry].makesSense = false;
        m_entries[entry].whyNot = {};
    }
}

void Status::countLost(std::size_t entry)
{
    const std::lock_guard lock(m_mutex);
    ++m_entries[entry].state.lost;
}

void Status::countDropped(std::size_t entry)
{
    const std::lock_guard lock(m_mutex);
    ++m_entries[entry].state.dropped;
}

void Status::setHealth(std::size_t entry, bool isHealthy, std::string_view why)
{
    const std::lock_guard lock(m_mutex);
    m_entries[entry].makesSense = isHealthy;
    m_entries[entry].whyNot = why;
}

void Status::setSeen(std::vector<SeenDevice> seen)
{
    const std::lock_guard lock(m_mutex);
    m_seen = std::move(seen);
}

std::vector<core::PeripheralState> Status::peripherals() const
{
    const std::lock_guard lock(m_mutex);
    std::vector<core::PeripheralState> states;
    states.reserve(m_entries.size());
    for (const auto& entry : m_entries) {
        core::PeripheralState state = entry.state;
        if (state.link == core::LinkState::Connected) {
            state.isHealthy = entry.makesSense;
            state.why = entry.makesSense ? "" : std::string(entry.whyNot);
        }
        states.push_back(std::move(state));
    }
    return states;
}

std::vector<SeenDevice> Status::seen() const
{
    const std::lock_guard lock(m_mutex);
    auto seen = m_seen;
    for (SeenDevice& device : seen) {
        // Whoever has an entry is as the entry is, which is told at once.
        if (device.link == core::LinkState::Connecting || device.link == core::LinkState::Connected) {
            device.link = m_entries[*device.entry].state.link;
        }
    }
    return seen;
}

} // namespace smiley::usb
