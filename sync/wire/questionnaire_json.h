// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/questionnaire.h"
#include "app/core/questionnaire_merge.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace smiley::wire {

/// One thing that is wrong in a JSON document.
struct DocumentFault {
    std::string pointer; ///< RFC 6901, "" for the whole document
    std::string message; ///< what is wrong and what to do
};

/// Largest questionnaire file in bytes.
inline constexpr std::size_t questionnaireBytesMax = std::size_t{256} * 1024;
inline constexpr std::size_t questionsMax = 60;
inline constexpr std::size_t optionsMax = 12;
/// Characters (code points) of a question or hint, and of an option.
inline constexpr std::size_t questionCharactersMax = 200;
inline constexpr std::size_t optionCharactersMax = 80;

/// Reads a questionnaire file (format: sync/wire/questionnaire.schema.json, JSON Schema 2020-12) and checks what a schema
/// can't say: unique ids, conditions that look back, at most five after the faces for one visitor, pool larger than the
/// draw, texts in the default language, answer scales. Every fault is named, not only the first.
///
/// The hash is the SHA-256 of the canonical JSON (RFC 8785) of the document as it stands.
[[nodiscard]] std::variant<core::Questionnaire, std::vector<DocumentFault>> parseQuestionnaire(std::string_view json);

/// The questionnaire as canonical JSON. What says the same as leaving it out is left out (false, no hint, ltr), and so is
/// "$schema"; the options of a condition stand in the order of the question that has them. So the text of a file that is
/// written like this is the same to the byte, with the same hash; every text reads back as the same questionnaire.
[[nodiscard]] std::string writeQuestionnaire(const core::Questionnaire& questionnaire);

/// The same with the hash of what writeQuestionnaire makes of it.
[[nodiscard]] core::Questionnaire withHash(core::Questionnaire questionnaire);

/// Whether what writeQuestionnaire makes of it is read without a fault.
[[nodiscard]] bool isSound(const core::Questionnaire& questionnaire);

/// core::merged by these rules, the result with its hash. The centre's stays as it is where nothing is staff's.
[[nodiscard]] core::Merged merged(const core::Questionnaire& centre, const core::Questionnaire& local,
                                  const core::Questionnaire& base);

/// What writeQuestionnaire made of a questionnaire that isn't finished: texts may be missing, and rules broken. Nothing
/// where it isn't of that form.
[[nodiscard]] std::optional<core::Questionnaire> parseUnfinished(std::string_view json);

/// The faults as lines "  /questions/3/text/da: …".
[[nodiscard]] std::string describe(const std::vector<DocumentFault>& faults);

/// Canonical JSON (RFC 8785: sorted keys, no white space) of a JSON text; an empty string where it isn't JSON or holds a
/// number that is not whole or not within ±(2^53 - 1).
[[nodiscard]] std::string canonicalJson(std::string_view json);

/// The published JSON Schema, as shipped.
[[nodiscard]] std::string_view questionnaireSchema();

/// Names of the shipped questionnaires ("smiley", "smiley-trust", "exit-poll", "rotation", "btu", "courses").
[[nodiscard]] std::vector<std::string> shippedQuestionnaires();
/// The shipped file's JSON; empty for an unknown name.
[[nodiscard]] std::string_view shippedQuestionnaire(std::string_view name);

} // namespace smiley::wire
