// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/peripherals.h"

#include <algorithm>

namespace smiley::core {

std::string_view code(Role role)
{
    switch (role) {
    case Role::Keys: return "keys";
    case Role::Presence: return "presence";
    case Role::Door: return "door";
    case Role::Scanner: return "scanner";
    }
    return "";
}

std::optional<Role> roleOf(std::string_view text)
{
    const auto* const found = std::ranges::find(roles, text, [](Role role) { return code(role); });
    return found == roles.end() ? std::nullopt : std::optional(*found);
}

std::string_view code(LinkState state)
{
    switch (state) {
    case LinkState::NoDevice: return "no device";
    case LinkState::Waiting: return "waiting";
    case LinkState::Connecting: return "connecting";
    case LinkState::Connected: return "connected";
    }
    return "";
}

} // namespace smiley::core
