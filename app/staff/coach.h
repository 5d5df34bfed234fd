// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/questionnaire.h"

#include <cstddef>
#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <vector>

/// What could be better in a question, in plain Danish. The coach never blocks: staff know their visitors.

namespace smiley::staff {

/// Characters that are sure to be readable with Kontrast (the largest text) on the smallest panel: as many as the longest
/// shipped texts have, which the tests draw on every panel (87, said as 90; answers 32). A longer text is drawn smaller.
inline constexpr std::size_t questionCharactersAdvised = 90;
inline constexpr std::size_t optionCharactersAdvised = 32;
/// Words of a question (METHOD.md 7).
inline constexpr std::size_t questionWordsAdvised = 14;

struct Advice {
    enum class Level : std::uint8_t { Good, Consider };
    Level level = Level::Good;
    std::string code;     ///< "length", "two-questions", "leading", … (README); "good"
    std::string sentence; ///< Danish
    bool operator==(const Advice&) const = default;
};

/// What the questionnaire doesn't say.
struct Surroundings {
    std::set<core::LanguageTag> offered; ///< the languages that visitors can choose; empty: all of the questionnaire
    bool commentsOn = true;
    std::vector<std::string> staffNames; ///< as in the staff list
};

/// The advice for one question, the most important first; where there is none of level Consider, one Good that says
/// what was looked at ("Otte ord. Ét emne ad gangen. Ingen ledende ord."). Empty for a question that isn't there.
/// Wording taken verbatim from its source isn't judged for its wording.
[[nodiscard]] std::vector<Advice> advise(const core::Questionnaire& questionnaire, const core::QuestionId& question,
                                         const Surroundings& surroundings = {});

/// The advice on the questionnaire as a whole: more than five for one visitor.
[[nodiscard]] std::vector<Advice> adviseWhole(const core::Questionnaire& questionnaire);

/// A number in Danish: words to twelve ("én" as "Ét" for what is neuter is the caller's), then digits.
[[nodiscard]] std::string inWords(std::size_t number);

} // namespace smiley::staff
