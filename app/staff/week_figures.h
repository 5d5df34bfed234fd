// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/staff/figures.h"
#include "sync/wire/envelope.h"

#include <span>

namespace smiley::staff {

/// What may be shown of the envelopes of one week, where figures are shown from `smallestShown` answers (never from fewer
/// than core::showFrom, nor than what an envelope's visitors were told). A visit whose block has several days is of its
/// last day, as at the centre. Pure.
[[nodiscard]] WeekFigures weekFigures(core::Day monday, std::span<const wire::Envelope> envelopes, int smallestShown);

} // namespace smiley::staff
