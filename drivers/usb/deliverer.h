// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/ports.h"
#include "drivers/codec/device_reader.h"
#include "drivers/usb/inbox.h"
#include "drivers/usb/status.h"

#include <array>
#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace smiley::usb {

using ReportHook = std::function<void(std::size_t entry, std::span<const std::byte> report, core::MonotonicMs at)>;

/// Decodes what the devices said, and says when a role comes and goes. Everything happens on the delivering thread.
class Deliverer final : codec::EventSink {
public:
    Deliverer(const core::DeviceList& list, const core::Clock& clock, Inbox& inbox, Status& status,
              std::function<void(core::InputEvent)> deliver, ReportHook onReport);

    /// Until the inbox is stopped.
    void run();

private:
    struct Connection {
        std::shared_ptr<Channel> channel;
        core::MonotonicMs lastAt{}; ///< of what its reader was told
        bool somebodyIs = false;    ///< a presence sensor's last word while it made sense
        bool isHealthy = false;
    };
    void take(core::InputEvent::Kind kind, int value, core::MonotonicMs at, std::string_view text) override;
    void open(std::shared_ptr<Channel> channel);
    void read(const Inbox::Next& next);
    void tick(Connection& connection, core::MonotonicMs now);
    void end(const Channel& channel);
    void settle(core::MonotonicMs at);
    void say(core::InputEvent::Kind kind, int value, core::MonotonicMs at);
    [[nodiscard]] core::Role roleOf(const Connection& connection) const;
    [[nodiscard]] std::optional<std::int64_t> waitMs() const;
    [[nodiscard]] core::MonotonicMs now() const { return m_clock.now().monotonic; }

    const core::DeviceList& m_list;
    const core::Clock& m_clock;
    Inbox& m_inbox;
    Status& m_status;
    std::function<void(core::InputEvent)> m_deliver;
    ReportHook m_onReport;
    std::vector<Connection> m_connections;
    Connection* m_speaking = nullptr; ///< whose reader calls take()
    std::array<bool, core::roles.size()> m_isFound{};
    std::optional<bool>
        m_saidSomebodyIs; ///< since presence was found; a zone that was left meanwhile is said to be empty
};

} // namespace smiley::usb
