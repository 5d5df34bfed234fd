// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/ids.h"

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

/// The questionnaire: what a visitor may be asked, in which languages, and under which conditions.
///
/// A version never changes: it is named by the SHA-256 of its canonical JSON (sync/wire/questionnaire_json.h reads and
/// writes it). The first question is always the five faces (the core question); at most `questionsAfterFacesMax` follow
/// for one visitor.

namespace smiley::core {

/// Most questions after the faces that one visitor is shown (METHOD.md 7).
inline constexpr int questionsAfterFacesMax = 5;

/// A BCP 47 tag, as "da", "da-x-let" (easy Danish), "en", "ar".
using LanguageTag = std::string;

enum class Direction : std::uint8_t { LeftToRight, RightToLeft };

struct Language {
    LanguageTag tag;
    std::string name; ///< in the language itself
    Direction direction = Direction::LeftToRight;
    bool draft = false;                  ///< no native reader has signed it yet
    std::optional<LanguageTag> fallback; ///< easy Danish falls back on Danish; a text missing in both is not asked
    std::string signedBy;                ///< who read and signed it: name, role, day; empty: nobody
    bool operator==(const Language&) const = default;
};

/// One text in the languages that have it.
using Text = std::map<LanguageTag, std::string>;

enum class QuestionKind : std::uint8_t { Faces, Degree, Choice, Choices, Comment };
/// Who may change it: nobody (core), the centre (mandatory), the place (local).
enum class Ownership : std::uint8_t { Core, Mandatory, Local };

struct Option {
    OptionId id; ///< faces and degree: "1".."5", and "dk" for "ved ikke / ikke relevant for mig"
    Text text;
    std::string icon; ///< name of a drawing of the shipped set, or empty
    bool operator==(const Option&) const = default;
};

/// The id of the option that says "don't know / not relevant to me" in a degree question.
inline constexpr std::string_view dontKnowOption = "dk";

/// All parts that are given must hold.
struct Condition {
    std::set<Face> faces;               ///< empty: any
    std::optional<QuestionId> question; ///< an earlier question of the same visit …
    std::set<OptionId> options;         ///< … that was answered with one of these
    bool operator==(const Condition&) const = default;
};

struct Question {
    QuestionId id;
    QuestionKind kind = QuestionKind::Choice;
    Ownership ownership = Ownership::Local;
    std::string theme; ///< METHOD.md 7: "core", "1".."5", "local", "reason", "errand", "profile", "comment"
    Text text;
    Text hint;
    std::vector<Option> options; ///< in the order shown; degree and faces: the scale, worst/least first
    std::optional<Condition> askIf;
    bool rotates = false;  ///< belongs to the rotation pool
    bool profile = false;  ///< errand and profile answers are coarsened before they leave (METHOD.md 6.10)
    bool verbatim = false; ///< wording taken verbatim from its source: exempt from the plain-language rules
    std::map<std::string, std::string> externalIds; ///< e.g. {"KL": "…"}
    bool hidden = false; ///< kept, but asked of nobody until it is shown again; local questions only
    std::string note;    ///< for people
    bool operator==(const Question&) const = default;
};

struct Questionnaire {
    Hash hash;      ///< of the canonical JSON
    std::string id; ///< "smiley", "exit-poll", …: the same over versions
    int version = 1;
    std::string title;               ///< Danish, for staff
    std::vector<Language> languages; ///< the first is the default
    std::vector<Question> questions; ///< the first is the core question of kind Faces
    int rotationDraw = 0;            ///< how many of the pool one visitor is shown
    std::string note;                ///< for people

    [[nodiscard]] const Question* find(const QuestionId& question) const;
    [[nodiscard]] const Language* find(std::string_view tag) const;
    bool operator==(const Questionnaire&) const = default;
};

/// The text in `language`, or in its fallback; nothing where both lack it.
[[nodiscard]] std::optional<std::string> textIn(const Questionnaire& questionnaire, const Text& text,
                                                std::string_view language);
/// Whether question and all its options can be shown in `language`; if not it is skipped and stored as not asked.
[[nodiscard]] bool isAskable(const Questionnaire& questionnaire, const Question& question, std::string_view language);
/// Without texts in languages that the questionnaire doesn't have.
[[nodiscard]] Question inLanguagesOf(const Questionnaire& questionnaire, Question question);

/// What one visitor answered: option ids. Empty: not asked (`notAsked`, no text in the visitor's language), or an earlier
/// answer that was taken back.
struct PollAnswer {
    QuestionId question;
    std::vector<OptionId> options;
    bool notAsked = false;
};

/// What makes one visitor's way through the questions.
struct Asking {
    Face face = Face::InBetween;
    LanguageTag language;
    std::vector<QuestionId> drawn; ///< the pool questions drawn for this visitor (RotationDeck)
    std::vector<PollAnswer> answered;
};

/// The questions after the faces, in order, for this face, language, rotation draw and what has been answered so far.
/// Questions whose earlier question is still ahead are left out until it is answered. At most questionsAfterFacesMax.
/// Questions that can't be asked in the visitor's language are left out.
///
/// `drawn` are the pool questions drawn for this visitor (RotationDeck).
[[nodiscard]] std::vector<QuestionId> plan(const Questionnaire& questionnaire, Face face, std::string_view language,
                                           const std::vector<QuestionId>& drawn,
                                           const std::vector<PollAnswer>& answered);

/// The same version, with its hash, without its comment questions: what is asked where comments are off.
[[nodiscard]] Questionnaire withoutComments(Questionnaire questionnaire);

/// Whether the poll comes to this question, whatever the language: drawn, and its condition holds.
[[nodiscard]] bool isDue(const Question& question, const Asking& asking);

/// What comes after the questions gone through.
struct NextQuestion {
    std::optional<QuestionId> question; ///< nothing: that was the last
    std::vector<QuestionId> notAsked;   ///< due before it, without a text in the visitor's language
};
/// The next question of the plan after those in `path` (in the order they were shown), and what is passed over.
[[nodiscard]] NextQuestion nextQuestion(const Questionnaire& questionnaire, const Asking& asking,
                                        const std::vector<QuestionId>& path);

/// The largest number of questions that the visitor can still be shown, those in `path` included.
[[nodiscard]] int questionsPossible(const Questionnaire& questionnaire, const Asking& asking,
                                    const std::vector<QuestionId>& path);

/// The largest number of questions that the plan can come to, for the invitation ("Vil du svare på 2 mere?").
[[nodiscard]] int planSizeMax(const Questionnaire& questionnaire, Face face, std::string_view language,
                              const std::vector<QuestionId>& drawn);

} // namespace smiley::core
