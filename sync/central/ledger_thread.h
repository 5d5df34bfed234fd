// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/central/ingest.h"

#include <condition_variable>
#include <deque>
#include <functional>
#include <future>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

namespace smiley::central {

/// The one thread that uses the ledger while the server runs. Others hand it work and wait.
///
/// Envelopes that wait at the same time are stored in one commit, so that many stands share an fsync; each sender gets
/// its answer after the commit and before the records are read into rows.
class LedgerThread {
public:
    /// Takes the ledger over and finishes reading what a crash left. `clock` outlives this.
    LedgerThread(std::unique_ptr<Ledger> ledger, const core::Clock& clock);
    /// Does what was handed over, then ends.
    ~LedgerThread();
    LedgerThread(const LedgerThread&) = delete;
    LedgerThread& operator=(const LedgerThread&) = delete;

    /// Runs `work` on the ledger's thread and gives what it returns. Any thread but its own.
    template <class Work>
    auto run(Work work) -> decltype(work(std::declval<Ledger&>()))
    {
        using Value = decltype(work(std::declval<Ledger&>()));
        std::promise<Value> promise;
        auto future = promise.get_future();
        enqueue([&](Ledger& ledger) { promise.set_value(work(ledger)); });
        return future.get();
    }

    /// Stores an envelope; gives how it was taken when it is on disk. Any thread but its own.
    [[nodiscard]] Kept<TakenEnvelope> store(CheckedEnvelope envelope);
    /// Returns when every envelope that was stored before has been read into rows.
    void drain();

    [[nodiscard]] const LedgerIdentity& identity() const { return m_identity; }
    /// Why the last envelopes could not be read into rows; empty where all is well. Any thread.
    [[nodiscard]] std::string readingFault();

private:
    using Job = std::function<void(Ledger&)>;
    struct Waiting {
        CheckedEnvelope envelope;
        std::promise<Kept<TakenEnvelope>> taken;
    };

    void enqueue(Job job);
    void loop();
    void ingest(std::vector<Waiting> waiting);
    void noteReading(const std::optional<std::string>& fault);

    std::unique_ptr<Ledger> m_ledger;
    LedgerIdentity m_identity;
    Ingest m_ingest;
    std::mutex m_mutex;
    std::condition_variable m_something;
    std::deque<Job> m_jobs;
    std::deque<Waiting> m_waiting;
    std::string m_readingFault;
    bool m_ends = false;
    std::thread m_thread; ///< last: it uses what is above
};

} // namespace smiley::central
