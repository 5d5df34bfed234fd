// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/peripherals.h"
#include "drivers/usb/usb_source.h"

#include <cstddef>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

namespace smiley::usb {

/// How every entry of the list and every device is, for those who ask. Any thread.
class Status {
public:
    explicit Status(const core::DeviceList& list);

    void setLink(std::size_t entry, core::LinkState link, std::string why, bool isRefused = false);
    void countLost(std::size_t entry);
    void countDropped(std::size_t entry);
    /// What its reports are like; `why` lives as long as the program.
    void setHealth(std::size_t entry, bool isHealthy, std::string_view why);
    /// As before anything was plugged in.
    void clear();
    void setSeen(std::vector<SeenDevice> seen);

    [[nodiscard]] std::vector<core::PeripheralState> peripherals() const;
    [[nodiscard]] std::vector<SeenDevice> seen() const;

private:
    struct Entry {
        core::PeripheralState state;
        bool makesSense = false;
        std::string_view whyNot;
    };
    mutable std::mutex m_mutex;
    std::vector<Entry> m_entries;
    std::vector<SeenDevice> m_seen;
};

} // namespace smiley::usb
