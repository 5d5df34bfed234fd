// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/questionnaire.h"
#include "app/languages/translation_file.h"

#include <QStringList>

#include <string>
#include <vector>

/// What each language lacks: program texts, questions, options.

namespace smiley::languages {

/// The language that the others are held against.
inline constexpr const char* sourceLanguage = "da";

struct QuestionnaireGap {
    std::string questionnaire;
    bool isNamed = false; ///< the questionnaire has the language in its list
    QStringList missing;  ///< "B1", "B1 hint", "B1 option dk"; of a language with a fallback what both lack
};

struct LanguageState {
    core::LanguageTag tag;
    std::string name; ///< in itself; empty: no questionnaire has the language
    core::Direction direction = core::Direction::LeftToRight;
    core::LanguageTag fallback; ///< of the first questionnaire that gives one; empty: none
    bool draft = false;         ///< in one questionnaire or more, or in none at all
    QStringList signedBy;       ///< each once
    int texts = 0;              ///< that are there and finished
    QStringList missing;        ///< ids of program texts; none where the language has a fallback
    QStringList obsolete;       ///< ids that Danish doesn't have or that are marked so
    QStringList outdated;       ///< ids that were translated from another Danish wording than today's
    QStringList placeholders;   ///< ids whose %1 … aren't those of Danish
    std::vector<QuestionnaireGap> questionnaires;

    /// Nothing is missing, out of date or wrong. What is obsolete harms nobody.
    [[nodiscard]] bool isComplete() const;
};

struct Completeness {
    int texts = 0; ///< how many the program has: Danish, without what is obsolete there
    std::vector<LanguageState> languages;

    /// Every language that is no draft is complete, and placeholders are right in every language.
    [[nodiscard]] bool isGood() const;
};

/// All languages that a file or a questionnaire has, in the order in which the questionnaires name them; Danish first.
/// Without a Danish file every program text of the others counts as obsolete. Any thread.
[[nodiscard]] Completeness check(const std::vector<TranslationFile>& files,
                                 const std::vector<core::Questionnaire>& questionnaires);

/// For a person: a line for each language, and below it what it lacks.
[[nodiscard]] QString describe(const Completeness& completeness);
/// The same as JSON, indented, with a line feed at the end.
[[nodiscard]] QByteArray toJson(const Completeness& completeness);

} // namespace smiley::languages
