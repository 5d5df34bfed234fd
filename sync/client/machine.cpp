// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/client/machine.h"

#include <ctime>
#include <fstream>
#include <system_error>
#include <utility>

namespace smiley::client {

SystemMachine::SystemMachine(std::filesystem::path dataFolder) : m_dataFolder(std::move(dataFolder))
{
    std::ifstream("/proc/sys/kernel/random/boot_id") >> m_bootId;
}

core::MonotonicMs SystemMachine::now() const
{
    timespec time{};
    ::clock_gettime(CLOCK_BOOTTIME, &time);
    return core::MonotonicMs{static_cast<std::int64_t>(time.tv_sec) * 1000 + time.tv_nsec / 1'000'000};
}

int SystemMachine::freeDiskPercent() const
{
    std::error_code error;
    const std::filesystem::space_info space = std::filesystem::space(m_dataFolder, error);
    if (error || space.capacity == 0) {
        return 0;
    }
    const double free = static_cast<double>(space.available) / static_cast<double>(space.capacity);
    return static_cast<int>(free * 20.0) * 5;
}

} // namespace smiley::client
