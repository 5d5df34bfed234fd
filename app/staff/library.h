// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/questionnaire.h"

#include <string>
#include <string_view>
#include <vector>

/// The questions that staff can add: those of the shipped questionnaires and the centre's own.

namespace smiley::staff {

struct LibraryTheme {
    std::string theme; ///< as in core::Question
    std::string name;  ///< Danish: "Mødet med jobcentret"
    std::vector<core::Question> questions;
};

/// Each question once (the first file that has it; the centre's own before), by theme in METHOD.md's order, without the
/// core question and without those already in the draft. For Draft::add.
[[nodiscard]] std::vector<LibraryTheme> library(const core::Questionnaire& draft, const core::Questionnaire& centre);

/// The shipped question of this id, or nothing.
[[nodiscard]] const core::Question* shippedQuestion(const core::QuestionId& id);

/// The options of scale G, "Slet ikke" to "I meget høj grad" and "Ved ikke", as the shipped questions have them.
[[nodiscard]] const std::vector<core::Option>& gradeScale();
/// "Andet" and "Ved ikke" as the shipped questions have them, ids "other" and "dk".
[[nodiscard]] const core::Option& otherOption();
[[nodiscard]] const core::Option& dontKnowChoice();

} // namespace smiley::staff
