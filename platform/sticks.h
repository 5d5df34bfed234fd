// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <thread>
#include <vector>

namespace smiley::platform {

/// A mounted file system on something that can be pulled out.
struct Stick {
    std::filesystem::path folder; ///< where it is mounted
    std::string device;           ///< "/dev/sdb1"
    std::string name;             ///< its label; without one what the maker calls it, else the device
    std::uint64_t freeBytes = 0;  ///< for this program's user
    std::uint64_t totalBytes = 0;
    bool readOnly = false; ///< mounted so

    bool operator==(const Stick&) const = default;
};

/// Mounted sticks, each once, by folder: file systems with a block device that the kernel calls removable or that hangs on
/// USB, but none of the disk that the machine runs from.
///
/// `root` is "/" but in tests (proc/self/mountinfo, sys/dev/block, dev/disk/by-label under it). Some files are read, well
/// under a millisecond; only the room is asked of the stick itself, and a broken one may take seconds to answer. Any
/// thread. Never fails: what can't be read is no stick.
[[nodiscard]] std::vector<Stick> mountedSticks(const std::filesystem::path& root = "/");

/// Looks for sticks again and again on a thread of its own, so that a broken one never holds up who asks.
class StickWatch {
public:
    explicit StickWatch(
        std::function<std::vector<Stick>()> look = [] { return mountedSticks(); },
        std::chrono::milliseconds every = std::chrono::seconds(2));
    /// At once, also while a stick doesn't answer: its thread then ends by itself.
    ~StickWatch();
    StickWatch(const StickWatch&) = delete;
    StickWatch& operator=(const StickWatch&) = delete;

    /// What the last look that ended has found. At once; any thread.
    [[nodiscard]] std::vector<Stick> latest() const;

private:
    struct Shared;
    std::shared_ptr<Shared> m_shared;
    std::thread m_thread;
};

} // namespace smiley::platform
