// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/ids.h"
#include "app/core/questionnaire.h"
#include "sync/wire/envelope.h"

#include <map>
#include <vector>

/// What a questionnaire that few were asked would tell: staff hide a question at once, and the hour of it leaves with the
/// audit trail.

namespace smiley::outbox {

/// Questionnaires of an envelope's visits, as far as they can be read here.
using KnownQuestionnaires = std::map<core::Hash, core::Questionnaire>;

/// Visits whose questionnaire fewer than five counted visits share get the one that most were asked of those that differ
/// from it in nothing but hidden questions (of equals the one with the larger hash). Answers that would still tell go:
///
///   - to questions that are hidden there, and what only these led to;
///   - all behind a question that all others were asked there and they were not;
///   - all behind a question of the pool whose answer goes: others have as many as are drawn.
///
/// So such a visit looks like one that ended there. A questionnaire that isn't known, or has no such other, stays.
void joinFewAsked(std::vector<wire::VisitRecord>& visits, const KnownQuestionnaires& known);

} // namespace smiley::outbox
