// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/wire/questionnaire_json.h"
#include "tests/fuzz/fuzz.h"

#include <variant>

using namespace smiley;

/// The bytes as a questionnaire file. What is taken has to be sound enough for the visit.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view input = test::inputOf(data, size);
    const auto parsed = wire::parseQuestionnaire(input);
    const std::string canonical = wire::canonicalJson(input);
    test::mustHold(canonical.empty() || wire::canonicalJson(canonical) == canonical);
    if (const auto* faults = std::get_if<std::vector<wire::DocumentFault>>(&parsed)) {
        test::mustHold(!faults->empty() && !wire::describe(*faults).empty());
        return 0;
    }
    const auto& questionnaire = std::get<core::Questionnaire>(parsed);
    for (const core::Language& language : questionnaire.languages) {
        for (int score = 1; score <= 5; ++score) {
            test::mustHold(core::isAskable(questionnaire, questionnaire.questions.front(), language.tag));
            test::mustHold(core::planSizeMax(questionnaire, *core::faceOf(score), language.tag, {}) <=
                           core::questionsAfterFacesMax);
        }
    }
    const auto again = wire::parseQuestionnaire(canonical);
    test::mustHold(std::get<core::Questionnaire>(again).hash == questionnaire.hash);
    return 0;
}
