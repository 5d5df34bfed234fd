// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/ports.h"
#include "sync/outbox/keeper.h"

#include <condition_variable>
#include <filesystem>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <thread>

namespace smiley {

/// The thread that closes days and minds outbox and inbox: outbox::Keeper's tick once a minute, at once on a new day and
/// when something came into the inbox.
class Background {
public:
    /// `report` is called on this thread with what every tick did.
    Background(std::unique_ptr<outbox::Keeper> keeper, const core::Clock& clock, std::filesystem::path inbox,
               std::function<void(const outbox::Changes&)> report);
    /// Ends after the tick that runs.
    ~Background();
    /// Makes the next tick happen at once: somebody changed something that it takes. Any thread.
    void look();
    /// The same, and then asks the program that sends not to wait. Any thread.
    void send();
    Background(const Background&) = delete;
    Background& operator=(const Background&) = delete;

private:
    void run();

    std::unique_ptr<outbox::Keeper> m_keeper;
    const core::Clock& m_clock;
    std::filesystem::path m_inbox;
    std::function<void(const outbox::Changes&)> m_report;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    bool m_ending = false;
    bool m_looking = false;
    bool m_sending = false;
    std::thread m_thread;
};

} // namespace smiley
