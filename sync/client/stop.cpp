// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/client/stop.h"

#include <algorithm>
#include <cassert>
#include <csignal>
#include <limits>
#include <poll.h>
#include <sys/signalfd.h>
#include <unistd.h>
#include <utility>

namespace smiley::client {

Stop::Stop(int descriptor) : m_descriptor(descriptor) { assert(descriptor >= 0); }

Stop Stop::onSignals()
{
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGTERM);
    sigaddset(&signals, SIGINT);
    sigprocmask(SIG_BLOCK, &signals, nullptr);
    return Stop(::signalfd(-1, &signals, SFD_CLOEXEC | SFD_NONBLOCK));
}

Stop::Stop(Stop&& other) noexcept : m_descriptor(std::exchange(other.m_descriptor, -1)) {}

Stop::~Stop()
{
    if (m_descriptor >= 0) {
        ::close(m_descriptor);
    }
}

bool Stop::isRequested() const
{
    pollfd wanted{m_descriptor, POLLIN, 0};
    return ::poll(&wanted, 1, 0) > 0;
}

void Stop::sleep(std::int64_t milliseconds) const
{
    pollfd wanted{m_descriptor, POLLIN, 0};
    const auto timeout = std::clamp<std::int64_t>(milliseconds, 0, std::numeric_limits<int>::max());
    ::poll(&wanted, 1, static_cast<int>(timeout));
}

} // namespace smiley::client
