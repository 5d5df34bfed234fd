// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/usb/deliverer.h"

#include <algorithm>
#include <string>
#include <utility>

namespace smiley::usb {

using Kind = core::InputEvent::Kind;

Deliverer::Deliverer(const core::DeviceList& list, const core::Clock& clock, Inbox& inbox, Status& status,
                     std::function<void(core::InputEvent)> deliver, ReportHook onReport)
    : m_list(list),
      m_clock(clock),
      m_inbox(inbox),
      m_status(status),
      m_deliver(std::move(deliver)),
      m_onReport(std::move(onReport))
{}

void Deliverer::run()
{
    for (;;) {
        const Inbox::Next next = m_inbox.next(waitMs());
        switch (next.what) {
        case Inbox::What::Opened: open(next.channel); break;
        case Inbox::What::Report: read(next); break;
        case Inbox::What::Ended: end(*next.channel); break;
        case Inbox::What::Watching: say(Kind::Watching, next.isWatched ? 1 : 0, now()); break;
        case Inbox::What::TimedOut: break;
        case Inbox::What::Stopped: return;
        }
        const core::MonotonicMs at = now();
        for (Connection& connection : m_connections) {
            // A report that waits is older than now: it is read first.
            const auto deadline = connection.channel->reader.deadline();
            if (deadline && *deadline <= at && !m_inbox.hasReport(*connection.channel)) {
                tick(connection, at);
                settle(at);
            }
        }
    }
}

std::optional<std::int64_t> Deliverer::waitMs() const
{
    std::optional<std::int64_t> wait;
    const std::int64_t at = core::count(now());
    for (const Connection& connection : m_connections) {
        if (const auto deadline = connection.channel->reader.deadline()) {
            const std::int64_t its = std::max<std::int64_t>(core::count(*deadline) - at, 0);
            wait = std::min(wait.value_or(its), its);
        }
    }
    return wait;
}

core::Role Deliverer::roleOf(const Connection& connection) const { return m_list[connection.channel->entry].role(); }

void Deliverer::open(std::shared_ptr<Channel> channel)
{
    const std::size_t entry = channel->entry;
    m_status.setHealth(entry, channel->reader.isHealthy(), channel->reader.why());
    m_connections.push_back({std::move(channel)});
    settle(now());
}

void Deliverer::read(const Inbox::Next& next)
{
    const auto found = std::ranges::find(m_connections, next.channel, &Connection::channel);
    if (found == m_connections.end()) {
        return;
    }
    if (m_onReport) {
        m_onReport(next.channel->entry, next.report, next.at);
    }
    found->lastAt = std::max(found->lastAt, next.at);
    m_speaking = &*found;
    next.channel->reader.read(next.report, found->lastAt, *this);
    settle(found->lastAt);
}

void Deliverer::tick(Connection& connection, core::MonotonicMs at)
{
    connection.lastAt = std::max(connection.lastAt, at);
    m_speaking = &connection;
    connection.channel->reader.tick(connection.lastAt, *this);
}

void Deliverer::end(const Channel& channel)
{
    std::erase_if(m_connections, [&](const Connection& connection) { return connection.channel.get() == &channel; });
    settle(now());
}

/// Two sensors are one presence: somebody is there where one of them says so.
void Deliverer::take(Kind kind, int value, core::MonotonicMs at, std::string_view text)
{
    if (kind != Kind::PresenceBegan && kind != Kind::PresenceEnded) {
        m_deliver({kind, value, at, std::string(text)});
        return;
    }
    settle(at); // what it says now may be what it is found by
    m_speaking->somebodyIs = kind == Kind::PresenceBegan;
    const bool somebodyIs = std::ranges::any_of(m_connections, &Connection::somebodyIs);
    if (somebodyIs != m_saidSomebodyIs) {
        m_saidSomebodyIs = somebodyIs;
        say(kind, value, at);
    }
}

/// Says what was found or lost, now that a device came, went or spoke.
void Deliverer::settle(core::MonotonicMs at)
{
    std::array<bool, core::roles.size()> isThere{};
    for (Connection& connection : m_connections) {
        const auto& reader = connection.channel->reader;
        if (connection.isHealthy != reader.isHealthy()) {
            connection.isHealthy = reader.isHealthy();
            connection.somebodyIs = false;
            m_status.setHealth(connection.channel->entry, connection.isHealthy, reader.why());
        }
        auto& its = isThere[static_cast<std::size_t>(roleOf(connection))];
        its = its || connection.isHealthy;
    }
    for (const core::Role role : core::roles) {
        auto& was = m_isFound[static_cast<std::size_t>(role)];
        if (was != isThere[static_cast<std::size_t>(role)]) {
            was = !was;
            if (role == core::Role::Presence) {
                m_saidSomebodyIs.reset();
            }
            say(was ? Kind::Found : Kind::Lost, static_cast<int>(role), at);
        }
    }
    // Only one that dropped out saw somebody, and those that are left see nobody.
    if (m_saidSomebodyIs == true && std::ranges::none_of(m_connections, &Connection::somebodyIs)) {
        m_saidSomebodyIs = false;
        say(Kind::PresenceEnded, 0, at);
    }
}

void Deliverer::say(Kind kind, int value, core::MonotonicMs at) { m_deliver({kind, value, at, {}}); }

} // namespace smiley::usb
