// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/event.h"
#include "app/core/ports.h"
#include "app/staff/health.h"
#include "sync/outbox/keeper.h"

#include <chrono>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace smiley::ui {

/// A stick that is in.
struct StickPlace {
    std::filesystem::path folder;
    std::string name;
    std::uint64_t freeBytes = 0;
    std::uint64_t totalBytes = 0;
    bool readOnly = false;
    bool operator==(const StickPlace&) const = default;
};

/// What staff's screens need of the machine; all outlive them. Functions are called on the GUI's thread.
struct StaffPorts {
    const core::Clock& clock;
    core::Random& random;
    std::filesystem::path database; ///< the journal's file: who needs it opens a connection of their own
    std::filesystem::path pepper;   ///< the device's secret behind the PINs
    std::filesystem::path inbox;
    std::string program; ///< "smiley-stand 0.1.0"
    /// What the stand isn't for visitors for; nothing: it is for them again.
    std::function<void(std::optional<core::Period::Kind>)> setPeriod;
    /// Something was written that the keeper should see now, not within a minute.
    std::function<void()> look;
    /// The same, and what it seals is sent without waiting.
    std::function<void()> sendNow;
    /// What counts for visitors.
    std::function<const outbox::InForce&()> inForce;
    /// Makes the panel so bright, in per cent. False: it has no backlight that can be set, the picture is darkened instead.
    std::function<bool(int)> light;
    /// Sticks that are in now.
    std::function<std::vector<StickPlace>()> sticks;
    /// What the machine says of its parts.
    std::function<staff::MachineFacts()> machine = [] { return staff::MachineFacts(); };
    /// Untouched for so long the page of the PIN goes back to the faces; tests don't wait that long.
    std::chrono::milliseconds entryIdle = std::chrono::seconds(15);
    /// Says a text aloud in a language, as visitors would hear it.
    std::function<void(const std::string&, const std::string&)> say = [](const std::string&, const std::string&) {};
};

} // namespace smiley::ui
