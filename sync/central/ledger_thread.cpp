// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/central/ledger_thread.h"

#include <spdlog/spdlog.h>

#include <algorithm>

namespace smiley::central {

LedgerThread::LedgerThread(std::unique_ptr<Ledger> ledger, const core::Clock& clock)
    : m_ledger(std::move(ledger)),
      m_identity(m_ledger->identity()),
      m_ingest(*m_ledger, clock),
      m_thread([this] { loop(); })
{}

LedgerThread::~LedgerThread()
{
    {
        const std::lock_guard lock(m_mutex);
        m_ends = true;
    }
    m_something.notify_one();
    m_thread.join();
}

void LedgerThread::enqueue(Job job)
{
    {
        const std::lock_guard lock(m_mutex);
        m_jobs.push_back(std::move(job));
    }
    m_something.notify_one();
}

Kept<TakenEnvelope> LedgerThread::store(CheckedEnvelope envelope)
{
    Waiting waiting{std::move(envelope), {}};
    auto taken = waiting.taken.get_future();
    {
        const std::lock_guard lock(m_mutex);
        m_waiting.push_back(std::move(waiting));
    }
    m_something.notify_one();
    return taken.get();
}

void LedgerThread::drain()
{
    for (bool isEmpty = false; !isEmpty;) {
        run([](Ledger&) { return core::Done{}; });
        const std::lock_guard lock(m_mutex);
        isEmpty = m_waiting.empty();
    }
    run([](Ledger&) { return core::Done{}; }); // the last that were taken from the queue are read by then
}

std::string LedgerThread::readingFault()
{
    const std::lock_guard lock(m_mutex);
    return m_readingFault;
}

void LedgerThread::noteReading(const std::optional<std::string>& fault)
{
    if (fault) {
        spdlog::error("Envelopes are stored but wait to be read: {}", *fault);
    }
    const std::lock_guard lock(m_mutex);
    m_readingFault = fault.value_or("");
}

void LedgerThread::loop()
{
    if (const auto finished = m_ingest.finishReading(); !finished) {
        noteReading(finished.error().message);
    } else if (*finished > 0) {
        spdlog::info("Read {} envelopes that had waited", *finished);
    }
    std::unique_lock lock(m_mutex);
    while (true) {
        m_something.wait(lock, [this] { return m_ends || !m_jobs.empty() || !m_waiting.empty(); });
        if (m_jobs.empty() && m_waiting.empty()) {
            return;
        }
        std::deque<Job> jobs;
        jobs.swap(m_jobs);
        std::vector<Waiting> waiting;
        while (!m_waiting.empty() && waiting.size() < ingestBatchMax) {
            waiting.push_back(std::move(m_waiting.front()));
            m_waiting.pop_front();
        }
        lock.unlock();
        for (const Job& job : jobs) {
            job(*m_ledger);
        }
        if (!waiting.empty()) {
            ingest(std::move(waiting));
        }
        lock.lock();
    }
}

void LedgerThread::ingest(std::vector<Waiting> waiting)
{
    std::vector<CheckedEnvelope> envelopes;
    envelopes.reserve(waiting.size());
    for (Waiting& one : waiting) {
        envelopes.push_back(std::move(one.envelope));
    }
    const auto taken = m_ingest.store(envelopes);
    if (!taken) {
        spdlog::error("{} envelopes were not stored: {}", envelopes.size(), taken.error().message);
    }
    for (std::size_t i = 0; i < waiting.size(); ++i) {
        if (taken) {
            waiting[i].taken.set_value(taken->at(i));
        } else {
            waiting[i].taken.set_value(taken.error());
        }
    }
    if (taken) {
        if (readingFault().empty()) {
            const auto read = m_ingest.read(envelopes, *taken);
            noteReading(read ? std::nullopt : std::optional(read.error().message));
        } else {
            const auto read = m_ingest.finishReading();
            noteReading(read ? std::nullopt : std::optional(read.error().message));
        }
    }
}

} // namespace smiley::central
