// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/time.h"

#include <filesystem>
#include <string>

namespace smiley::client {

/// What the sync program asks of the machine.
class Machine {
public:
    virtual ~Machine() = default;
    /// CLOCK_BOOTTIME: also the machine's uptime.
    [[nodiscard]] virtual core::MonotonicMs now() const = 0;
    /// The kernel's boot id.
    [[nodiscard]] virtual std::string bootId() const = 0;
    /// Free disk where the data lie, rounded down to a step of 5 %: 0, 5 … 100.
    [[nodiscard]] virtual int freeDiskPercent() const = 0;
};

class SystemMachine final : public Machine {
public:
    /// `dataFolder`: any folder on the disk that holds the data. Reads the boot id now.
    explicit SystemMachine(std::filesystem::path dataFolder);
    [[nodiscard]] core::MonotonicMs now() const override;
    [[nodiscard]] std::string bootId() const override { return m_bootId; }
    /// 0 where the disk can't be asked.
    [[nodiscard]] int freeDiskPercent() const override;

private:
    std::filesystem::path m_dataFolder;
    std::string m_bootId;
};

} // namespace smiley::client
