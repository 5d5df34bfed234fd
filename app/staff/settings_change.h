// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/settings.h"
#include "sync/outbox/in_force.h"
#include "sync/outbox/local.h"

#include <set>
#include <string>

/// What staff change of the settings, as the document that outbox::publish takes. Values, no disk.

namespace smiley::staff {

/// The settings as they will be once what waits counts: what an editor goes on from. What the centre sets is the centre's.
[[nodiscard]] core::StandSettings settingsAhead(const outbox::InForce& inForce, const outbox::LocalState& local);
/// The keys that will count differently then.
[[nodiscard]] std::set<std::string> keysWaiting(const outbox::LocalState& local);
/// Those of `keys` whose value differs between the two.
[[nodiscard]] std::set<std::string> keysChanged(const core::StandSettings& before, const core::StandSettings& after,
                                                const std::set<std::string>& keys);

/// The newest document with the values of `keys`; all else of it stays, the questionnaire too.
[[nodiscard]] outbox::LocalDocument documentWith(const outbox::LocalState& local, const core::StandSettings& settings,
                                                 const std::set<std::string>& keys);
/// The newest document with `keys` as they are in force now.
[[nodiscard]] outbox::LocalDocument documentTakingBack(const outbox::LocalState& local,
                                                       const std::set<std::string>& keys);

} // namespace smiley::staff
