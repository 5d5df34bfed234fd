// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/time.h"
#include "drivers/codec/device_reader.h"
#include "drivers/usb/report_ring.h"

#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <utility>
#include <vector>

namespace smiley::usb {

/// One connection of a listed device, from the moment its reports are understood until it is lost.
struct Channel {
    Channel(std::size_t entryOfList, codec::DeviceReader itsReader, std::size_t reportBytes)
        : entry(entryOfList),
          reader(std::move(itsReader)),
          ring(reportBytes)
    {}
    const std::size_t entry;
    codec::DeviceReader reader; ///< the delivering thread's

private:
    friend class Inbox;
    ReportRing ring;
    bool hasEnded = false;
};

/// What goes from the event thread to the delivering thread. Every call is short: neither waits for the other's work.
class Inbox {
public:
    // The event thread:
    void open(std::shared_ptr<Channel> channel);
    /// Says whether a waiting report was replaced. Allocates nothing.
    bool push(Channel& channel, std::span<const std::byte> report, core::MonotonicMs at);
    /// After the last report of this connection.
    void end(Channel& channel);
    void setWatching(bool isWatched);
    /// Anybody's: next() says Stopped from now on.
    void stop();

    // The delivering thread:
    enum class What : std::uint8_t {
        Opened,   ///< a new channel
        Report,   ///< one report, in `report`
        Ended,    ///< this channel says nothing more
        Watching, ///< a camera or microphone came or went
        TimedOut,
        Stopped,
    };
    struct Next {
        What what = What::TimedOut;
        std::shared_ptr<Channel> channel;  ///< Opened, Report, Ended
        std::span<const std::byte> report; ///< until the next call
        core::MonotonicMs at{};
        bool isWatched = false;
    };
    /// Waits for what comes next, at most `waitMs` (nothing: for ever). Channels take turns, so that one that babbles
    /// doesn't hold up the others.
    [[nodiscard]] Next next(std::optional<std::int64_t> waitMs);
    /// Whether a report of it waits.
    [[nodiscard]] bool hasReport(const Channel& channel);

private:
    [[nodiscard]] bool take(Next& next);

    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::vector<std::shared_ptr<Channel>> m_channels;
    std::deque<std::shared_ptr<Channel>> m_opened;
    std::size_t m_turn = 0;
    bool m_isWatched = false;
    bool m_wasWatched = false;
    bool m_isStopped = false;
    std::vector<std::byte> m_report; ///< the delivering thread's copy
};

} // namespace smiley::usb
