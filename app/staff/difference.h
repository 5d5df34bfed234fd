// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/questionnaire.h"

#include <set>
#include <string>
#include <string_view>
#include <vector>

/// How staff read a questionnaire: names of forms, conditions and differences in Danish. Pure, any thread.

namespace smiley::staff {

/// The Danish text, or "Nyt spørgsmål" where there is none yet.
[[nodiscard]] std::string titleOf(const core::Questionnaire& questionnaire, const core::Question& question);
/// "Fem ansigter", "I hvilken grad", "Ét valg", "Et eller flere valg", "Kommentar"; a degree question with a scale of its
/// own is "Fem trin".
[[nodiscard]] std::string kindName(const core::Question& question);
/// "Vises efter alle ansigter", "Vises efter de to dårligste ansigter",
/// "Vises efter alle ansigter, hvis svaret på “Hvad skulle du i dag?” er “Samtale”".
[[nodiscard]] std::string conditionSentence(const core::Questionnaire& questionnaire, const core::Question& question);
/// "alle ansigter", "de to dårligste ansigter", "ansigt 2 og 4".
[[nodiscard]] std::string facesPhrase(const std::set<core::Face>& faces);

/// "arabisk"; the language's own name where it isn't known here.
[[nodiscard]] std::string danishName(const core::Language& language);

/// “so”.
[[nodiscard]] std::string quoted(std::string_view text);
/// With a capital, where the first letter is one of a to z or é: our own words begin with no other.
[[nodiscard]] std::string upperFirst(std::string text);

/// What `after` has that `before` had not, one sentence for each change, in the order of `after`; empty where staff
/// would see no difference.
[[nodiscard]] std::vector<std::string> difference(const core::Questionnaire& before, const core::Questionnaire& after);

} // namespace smiley::staff
