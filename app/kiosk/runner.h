// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/kiosk/loop.h"

#include <atomic>
#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>

namespace smiley::kiosk {

/// Most events that wait for the loop. People are slow: it is reached only where the disk stands still, and then taps
/// beyond it are dropped (their face springs back and nobody is thanked) and counted.
inline constexpr std::size_t waitingEventsMax = 64;
/// Most of these that are tickets: a scanner that babbles takes no tap's place.
inline constexpr std::size_t waitingTicketsMax = 4;
/// Most of all that waits, with what sensors, jack and settings say: these are lost only far beyond what people do, for
/// a plug that is pulled out must not be forgotten. A period is never lost: an answer would be staff's.
inline constexpr std::size_t waitingTasksMax = 4096;

/// Runs a Loop on a thread of its own. All functions may be called from any thread; Ports::publish and openJournal are
/// called on the loop's thread.
class Runner {
public:
    Runner(Ports ports, std::shared_ptr<const Configuration> configuration);
    /// Finishes what waits, then ends the thread.
    ~Runner();
    Runner(const Runner&) = delete;
    Runner& operator=(const Runner&) = delete;

    void post(core::VisitEvent event);
    void post(core::InputEvent input);
    void configure(std::shared_ptr<const Configuration> configuration);
    void setPeriod(std::optional<core::Period::Kind> kind);
    void setSpeech(bool available);
    void setCommentsAllowed(bool allowed);

    [[nodiscard]] bool visitInProgress() const { return m_visitInProgress; }
    /// Events dropped because too many waited.
    [[nodiscard]] std::uint64_t dropped() const { return m_dropped; }

private:
    using Task = std::function<void(Loop&)>;
    void postTicket(core::InputEvent ticket);
    void enqueue(Task task, std::size_t most = waitingTasksMax);
    void run(Ports ports, std::shared_ptr<const Configuration> configuration);

    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<Task> m_tasks;
    bool m_ending = false;
    std::atomic<bool> m_visitInProgress{false};
    std::atomic<std::uint64_t> m_dropped{0};
    std::atomic<std::size_t> m_waitingTickets{0};
    std::thread m_thread;
};

} // namespace smiley::kiosk
