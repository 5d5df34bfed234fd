// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/kiosk/runner.h"

#include <chrono>
#include <limits>
#include <utility>

namespace smiley::kiosk {

Runner::Runner(Ports ports, std::shared_ptr<const Configuration> configuration)
    : m_thread([this, ports = std::move(ports), configuration = std::move(configuration)]() mutable {
          run(std::move(ports), std::move(configuration));
      })
{}

Runner::~Runner()
{
    {
        const std::lock_guard lock(m_mutex);
        m_ending = true;
    }
    m_wake.notify_one();
    m_thread.join();
}

void Runner::post(core::VisitEvent event)
{
    enqueue([event = std::move(event)](Loop& loop) { loop.handle(event); }, waitingEventsMax);
}

void Runner::post(core::InputEvent input)
{
    if (input.kind == core::InputEvent::Kind::TicketShown) {
        postTicket(std::move(input));
        return;
    }
    enqueue([input](Loop& loop) { loop.handle(input); });
}

void Runner::postTicket(core::InputEvent ticket)
{
    if (++m_waitingTickets > waitingTicketsMax) {
        --m_waitingTickets;
        ++m_dropped;
        return;
    }
    enqueue(
        [this, ticket = std::move(ticket)](Loop& loop) {
            --m_waitingTickets;
            loop.handle(ticket);
        },
        std::numeric_limits<std::size_t>::max());
}

void Runner::configure(std::shared_ptr<const Configuration> configuration)
{
    enqueue([configuration = std::move(configuration)](Loop& loop) { loop.configure(configuration); });
}

void Runner::setPeriod(std::optional<core::Period::Kind> kind)
{
    enqueue([kind](Loop& loop) { loop.setPeriod(kind); }, std::numeric_limits<std::size_t>::max());
}

void Runner::setSpeech(bool available)
{
    enqueue([available](Loop& loop) { loop.setSpeech(available); });
}

void Runner::setCommentsAllowed(bool allowed)
{
    enqueue([allowed](Loop& loop) { loop.setCommentsAllowed(allowed); }, std::numeric_limits<std::size_t>::max());
}

void Runner::enqueue(Task task, std::size_t most)
{
    {
        const std::lock_guard lock(m_mutex);
        if (m_tasks.size() >= most) {
            ++m_dropped;
            return;
        }
        m_tasks.push_back(std::move(task));
    }
    m_wake.notify_one();
}

void Runner::run(Ports ports, std::shared_ptr<const Configuration> configuration)
{
    const core::Clock& clock = ports.clock;
    Loop loop(std::move(ports), std::move(configuration));
    std::unique_lock lock(m_mutex);
    while (true) {
        m_visitInProgress = loop.visitInProgress();
        const auto awake = [this] { return m_ending || !m_tasks.empty(); };
        if (const auto due = loop.deadline(); due) {
            const auto wait = std::chrono::milliseconds(core::count(*due) - core::count(clock.now().monotonic));
            m_wake.wait_for(lock, wait, awake);
        } else {
            m_wake.wait(lock, awake);
        }
        if (m_tasks.empty()) {
            if (m_ending) {
                return;
            }
            lock.unlock();
            loop.handle(core::VisitEvent{core::Ticked{}});
            lock.lock();
            continue;
        }
        const Task task = std::move(m_tasks.front());
        m_tasks.pop_front();
        lock.unlock();
        task(loop);
        lock.lock();
    }
}

} // namespace smiley::kiosk
