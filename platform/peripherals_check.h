// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace smiley::platform {

/// Whether a kind of device is there. Only `Absent` is a promise.
enum class Finding : std::uint8_t {
    Absent,
    Present,
    Unknown, ///< the folders that would tell can't be read: promise nothing
};

/// What could watch or listen on this machine.
struct DeviceCheck {
    Finding camera = Finding::Unknown;
    Finding microphone = Finding::Unknown;
    std::vector<std::string> found; ///< device nodes, for staff: "/dev/video0"

    /// Whether "Standen har hverken kamera eller mikrofon" may be shown.
    [[nodiscard]] bool neitherIsThere() const { return camera == Finding::Absent && microphone == Finding::Absent; }
    bool operator==(const DeviceCheck&) const = default;
};

/// Looks for cameras (/dev/video*; a codec that only converts is none) and for sound inputs (/dev/snd/pcm*c and
/// /proc/asound/pcm; a socket without a plug counts, for nobody can tell). What can't be opened counts as there.
///
/// `root` is "/" but in tests. Lists three folders, well under a millisecond: call it every second while the sentence is
/// shown. Any thread. Never fails: see Finding::Unknown.
[[nodiscard]] DeviceCheck checkDevices(const std::filesystem::path& root = "/");

} // namespace smiley::platform
