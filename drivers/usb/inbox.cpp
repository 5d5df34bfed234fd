// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/usb/inbox.h"

#include <algorithm>
#include <chrono>
#include <utility>

namespace smiley::usb {

void Inbox::open(std::shared_ptr<Channel> channel)
{
    {
        const std::lock_guard lock(m_mutex);
        m_opened.push_back(std::move(channel));
    }
    m_changed.notify_one();
}

bool Inbox::push(Channel& channel, std::span<const std::byte> report, core::MonotonicMs at)
{
    bool wasReplaced = false;
    {
        const std::lock_guard lock(m_mutex);
        wasReplaced = channel.ring.push(report, at);
    }
    m_changed.notify_one();
    return wasReplaced;
}

void Inbox::end(Channel& channel)
{
    {
        const std::lock_guard lock(m_mutex);
        channel.hasEnded = true;
    }
    m_changed.notify_one();
}

void Inbox::setWatching(bool isWatched)
{
    {
        const std::lock_guard lock(m_mutex);
        m_isWatched = isWatched;
    }
    m_changed.notify_one();
}

void Inbox::stop()
{
    {
        const std::lock_guard lock(m_mutex);
        m_isStopped = true;
    }
    m_changed.notify_one();
}

Inbox::Next Inbox::next(std::optional<std::int64_t> waitMs)
{
    Next next;
    std::unique_lock lock(m_mutex);
    const auto isThere = [&] { return take(next); };
    if (waitMs) {
        (void)m_changed.wait_for(lock, std::chrono::milliseconds(*waitMs), isThere);
    } else {
        m_changed.wait(lock, isThere);
    }
    return next;
}

bool Inbox::hasReport(const Channel& channel)
{
    const std::lock_guard lock(m_mutex);
    return !channel.ring.isEmpty();
}

/// What waits and is most urgent, in `next`. A camera comes before what was said.
bool Inbox::take(Next& next)
{
    if (m_isStopped) {
        next.what = What::Stopped;
        return true;
    }
    if (m_isWatched != m_wasWatched) {
        m_wasWatched = m_isWatched;
        next.what = What::Watching;
        next.isWatched = m_isWatched;
        return true;
    }
    // New ones first, or one that babbles would keep them out. Only what the last channel of its entry still says, and its
    // end, come before.
    const auto isFree = [&](const std::shared_ptr<Channel>& opened) {
        return std::ranges::find(m_channels, opened->entry, [](const auto& its) { return its->entry; }) ==
               m_channels.end();
    };
    if (const auto opened = std::ranges::find_if(m_opened, isFree); opened != m_opened.end()) {
        next.what = What::Opened;
        next.channel = *opened;
        m_opened.erase(opened);
        m_channels.push_back(next.channel);
        m_report.resize(std::max(m_report.size(), next.channel->ring.reportBytesMax()));
        return true;
    }
    for (std::size_t i = 0; i < m_channels.size(); ++i) {
        const std::size_t place = (m_turn + i) % m_channels.size();
        const auto channel = m_channels[place];
        if (!channel->ring.isEmpty()) {
            const auto taken = channel->ring.pop(m_report);
            next.what = What::Report;
            next.channel = channel;
            next.report = std::span(m_report).first(taken.bytes);
            next.at = taken.at;
            m_turn = place + 1;
            return true;
        }
        if (channel->hasEnded) {
            next.what = What::Ended;
            next.channel = channel;
            m_channels.erase(m_channels.begin() + static_cast<std::ptrdiff_t>(place));
            return true;
        }
    }
    return false;
}

} // namespace smiley::usb
