// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/questionnaire.h"
#include "sync/wire/questionnaire_json.h"

#include <vector>

namespace smiley::wire {

/// What a schema can't say about a questionnaire, added to `faults`. `questionnaire` has one entry per entry of the
/// file, also for those that could not be read whole; a question with faults is not judged further.
void checkRules(const core::Questionnaire& questionnaire, std::vector<DocumentFault>& faults);

/// Most questions that one visitor with this face can be shown after the faces, whatever is answered and drawn.
[[nodiscard]] int questionsForOneVisitor(const core::Questionnaire& questionnaire, core::Face face);

} // namespace smiley::wire
