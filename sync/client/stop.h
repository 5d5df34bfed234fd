// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace smiley::client {

/// "End": a file descriptor that becomes readable and stays so. Whoever waits for anything waits for it too.
class Stop {
public:
    /// Takes over `descriptor`.
    explicit Stop(int descriptor);
    /// On SIGTERM and SIGINT, which are blocked from now on (signalfd). Call once, before any thread is started.
    [[nodiscard]] static Stop onSignals();
    Stop(Stop&& other) noexcept;
    Stop(const Stop&) = delete;
    Stop& operator=(const Stop&) = delete;
    Stop& operator=(Stop&&) = delete;
    ~Stop();

    [[nodiscard]] int descriptor() const { return m_descriptor; }
    [[nodiscard]] bool isRequested() const;
    /// Returns after this time, or sooner where the end is requested.
    void sleep(std::int64_t milliseconds) const;

private:
    int m_descriptor;
};

} // namespace smiley::client
