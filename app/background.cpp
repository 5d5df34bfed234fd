// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/background.h"

#include <chrono>
#include <malloc.h>
#include <optional>
#include <system_error>
#include <utility>

namespace smiley {

namespace {

constexpr std::chrono::seconds lookEvery{2};
constexpr std::int64_t tickEveryMs = 60'000;

} // namespace

Background::Background(std::unique_ptr<outbox::Keeper> keeper, const core::Clock& clock, std::filesystem::path inbox,
                       std::function<void(const outbox::Changes&)> report)
    : m_keeper(std::move(keeper)),
      m_clock(clock),
      m_inbox(std::move(inbox)),
      m_report(std::move(report)),
      m_thread([this] { run(); })
{}

Background::~Background()
{
    {
        const std::lock_guard lock(m_mutex);
        m_ending = true;
    }
    m_wake.notify_one();
    m_thread.join();
}

void Background::look()
{
    {
        const std::lock_guard lock(m_mutex);
        m_looking = true;
    }
    m_wake.notify_one();
}

void Background::send()
{
    {
        const std::lock_guard lock(m_mutex);
        m_looking = m_sending = true;
    }
    m_wake.notify_one();
}

void Background::run()
{
    std::optional<core::Now> lastTick;
    std::filesystem::file_time_type lastInbox{};
    std::unique_lock lock(m_mutex);
    while (!m_ending) {
        const core::Now now = m_clock.now();
        std::error_code missing;
        const auto inbox = std::filesystem::last_write_time(m_inbox, missing);
        const bool due = !lastTick || std::exchange(m_looking, false) ||
                         core::count(now.monotonic) - core::count(lastTick->monotonic) >= tickEveryMs ||
                         core::localTime(now.wall).day != core::localTime(lastTick->wall).day ||
                         (!missing && inbox != lastInbox);
        if (due) {
            lastTick = now;
            lastInbox = inbox;
            const bool sends = std::exchange(m_sending, false);
            lock.unlock();
            outbox::Changes changes = m_keeper->tick(now);
            if (sends) { // once it is sealed
                if (const auto asked = m_keeper->askToSend(); !asked) {
                    changes.troubles.push_back(asked.error().message);
                }
            }
            m_report(changes);
            // A tick may have read a whole day's rows; the C library keeps what was freed unless it is asked.
            ::malloc_trim(0);
            lock.lock();
        }
        m_wake.wait_for(lock, lookEvery, [this] { return m_ending || m_looking; });
    }
}

} // namespace smiley
