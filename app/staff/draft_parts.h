// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/ports.h"
#include "app/core/questionnaire.h"

#include <cstddef>
#include <string>
#include <vector>

/// What a draft does when it is shown, judged and saved. Only for this folder's .cpp files.

namespace smiley::staff {

/// Staff may look at it, not change it.
[[nodiscard]] bool isLocked(const core::Question& question);
/// The place behind the last question that isn't a comment.
[[nodiscard]] std::ptrdiff_t lastPlace(const std::vector<core::Question>& questions);
/// Letters and digits that nobody confuses.
[[nodiscard]] std::string randomName(std::size_t characters, core::Random& random);
/// An id that neither this questionnaire nor a shipped one has.
[[nodiscard]] core::QuestionId newQuestionId(const core::Questionnaire& questionnaire, core::Random& random);
/// "Andet" or "Ved ikke": what stays last.
[[nodiscard]] bool isCatchAll(const core::Option& option);
/// Without blanks around the texts of local questions, and without texts that are only blanks.
[[nodiscard]] core::Questionnaire tidied(core::Questionnaire questionnaire);
/// Why it can't be saved, in Danish.
[[nodiscard]] std::vector<std::string> faultsOf(const core::Questionnaire& questionnaire);
/// New ids for the questions that are others than their id says: see Draft::toPublish.
[[nodiscard]] core::Questionnaire withNewIds(core::Questionnaire questionnaire, const core::Questionnaire& start,
                                             core::Random& random);

} // namespace smiley::staff
