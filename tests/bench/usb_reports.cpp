// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// From a device's report to the input event, and the processor at rest with four devices, on virtual devices (run with
// umockdev's preload; smiley-bench does). Beside it, in the same run and at the same pace, the bare way of a byte: a pipe,
// a thread that waits for it, a queue, and a thread that takes it out. Prints one JSON object.
#include "tests/drivers/usb/usb_world.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <condition_variable>
#include <cstdio>
#include <deque>
#include <mutex>
#include <poll.h>
#include <semaphore>
#include <thread>
#include <unistd.h>

namespace smiley::bench {
namespace {

using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;
constexpr int samples = 5000;
constexpr auto pace = 1ms;
constexpr auto rest = 20s;

/// Percent of a core over `rest`.
double atRest()
{
    const double before = test::processorSeconds();
    std::this_thread::sleep_for(rest);
    return (test::processorSeconds() - before) * 100 / std::chrono::duration<double>(rest).count();
}

struct Arrival {
    std::binary_semaphore came{0};
    Clock::time_point at;
    void note()
    {
        at = Clock::now();
        came.release();
    }
};

/// Microseconds from each send to its arrival, sorted.
template <class Send>
std::vector<double> measure(Arrival& arrival, const Send& send)
{
    std::vector<double> micros;
    auto due = Clock::now();
    for (int i = 0; i < samples; ++i) {
        due = std::max(due + pace, Clock::now());
        std::this_thread::sleep_until(due);
        const auto sent = Clock::now();
        send(i);
        arrival.came.acquire();
        micros.push_back(std::chrono::duration<double, std::micro>(arrival.at - sent).count());
    }
    std::ranges::sort(micros);
    return micros;
}

/// The bare way.
class PipeAndQueue {
public:
    explicit PipeAndQueue(Arrival& arrival) : m_arrival(arrival)
    {
        if (::pipe(m_pipe.data()) != 0) {
            std::abort();
        }
        m_reader = std::thread([this] { read(); });
        m_taker = std::thread([this] { take(); });
    }
    ~PipeAndQueue()
    {
        send(0);
        m_reader.join();
        m_taker.join();
        ::close(m_pipe[0]);
        ::close(m_pipe[1]);
    }
    PipeAndQueue(const PipeAndQueue&) = delete;
    PipeAndQueue& operator=(const PipeAndQueue&) = delete;
    /// 0 ends it.
    void send(char byte) { [[maybe_unused]] const ssize_t written = ::write(m_pipe[1], &byte, 1); }

private:
    void read()
    {
        for (char byte = 1; byte != 0;) {
            pollfd waits{m_pipe[0], POLLIN, 0};
            if (::poll(&waits, 1, -1) == 1 && ::read(m_pipe[0], &byte, 1) == 1) {
                const std::lock_guard lock(m_mutex);
                m_queue.push_back(byte);
                m_changed.notify_one();
            }
        }
    }
    void take()
    {
        for (;;) {
            std::unique_lock lock(m_mutex);
            m_changed.wait(lock, [this] { return !m_queue.empty(); });
            const char byte = m_queue.front();
            m_queue.pop_front();
            if (byte == 0) {
                return;
            }
            m_arrival.note();
        }
    }

    Arrival& m_arrival;
    std::array<int, 2> m_pipe{-1, -1};
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::deque<char> m_queue;
    std::thread m_reader;
    std::thread m_taker;
};

int run()
{
    using namespace smiley::test;
    Arrival arrival;
    std::atomic<int> found{0};
    UsbWorld world;
    const auto devices = world.plugFour();
    std::vector<double> bare;
    double bareRest = 0;
    {
        PipeAndQueue way(arrival);
        bare = measure(arrival, [&](int) { way.send(1); });
        bareRest = atRest();
    }
    world.source.start([&](const core::InputEvent& event) {
        if (event.kind == core::InputEvent::Kind::Passage) {
            arrival.note();
        }
        found += event.kind == core::InputEvent::Kind::Found ? 1 : 0;
    });
    MockDevice& door = *devices[doorEntry];
    if (!within(10s, [&] { return found == 4; }) || !door.report({0})) {
        std::fprintf(stderr, "the four devices didn't connect\n");
        return 3;
    }
    const auto micros = measure(arrival, [&](int i) { door.report({static_cast<std::uint8_t>((i + 1) & 0xFF)}); });
    const double sourceRest = atRest();
    world.source.stop();
    const auto quantile = [](const std::vector<double>& of, double part) {
        return of[static_cast<std::size_t>(part * static_cast<double>(of.size() - 1))];
    };
    std::printf("{\"report_p50_ms\":%.4f,\"report_p99_ms\":%.4f,\"bare_p50_ms\":%.4f,\"bare_p99_ms\":%.4f,"
                "\"rest_percent\":%.4f,\"bare_rest_percent\":%.4f}\n",
                quantile(micros, 0.5) / 1000, quantile(micros, 0.99) / 1000, quantile(bare, 0.5) / 1000,
                quantile(bare, 0.99) / 1000, sourceRest, bareRest);
    return 0;
}

} // namespace
} // namespace smiley::bench

int main() { return smiley::bench::run(); }
