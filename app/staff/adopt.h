// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/staff/draft.h"
#include "sync/outbox/in_force.h"

namespace smiley::staff {

/// The local questions of another questionnaire (a file from a stick) in place of the draft's; the centre's stay as they
/// are. One step to undo. False where that changes nothing.
bool adopt(Draft& draft, const core::Questionnaire& other, const outbox::InForce& inForce);

} // namespace smiley::staff
