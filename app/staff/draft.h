// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/ports.h"
#include "app/core/questionnaire.h"

#include <cstddef>
#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// The questionnaire that staff are working on: a value, without a clock, a disk or a screen. What it says is Danish.
///
/// Core and mandatory questions are locked: nothing of theirs changes, and their order among each other stays. Everything
/// else may be changed and is only judged when it is saved (`faults`); what is worth a second thought is the coach's
/// (coach.h). A change that isn't possible returns false or nothing and changes nothing.

namespace smiley::staff {

enum class LanguageState : std::uint8_t {
    Done,
    Missing,    ///< something is missing: in this language the question is skipped and stored as "ikke spurgt"
    Unreviewed, ///< all there, but no native reader has signed this language
};

/// One row of the list of questions.
struct QuestionLine {
    core::QuestionId id;
    std::string title;     ///< the Danish text, or "Nyt spørgsmål"
    std::string kind;      ///< "I hvilken grad"
    std::string condition; ///< "Vises efter alle ansigter"
    std::string ownership; ///< "Låst af centralenheden", "Lokalt", "Skjult"
    core::QuestionKind form = core::QuestionKind::Choice;
    bool locked = false;
    bool hidden = false;
    bool canMoveUp = false;
    bool canMoveDown = false;
};

/// One language of one question, in the questionnaire's order.
struct LanguageLine {
    core::LanguageTag tag;
    std::string name; ///< in the language itself
    bool rightToLeft = false;
    LanguageState state = LanguageState::Missing;
    std::string danish;    ///< "arabisk": see difference.h
    std::string stateText; ///< "Færdig", "Mangler", "Ikke læst igennem", "Bruger dansk"
};

/// Characters of a text, for "50 af 90 tegn".
struct Length {
    std::size_t characters = 0;
    std::size_t advised = 0; ///< what is sure to be readable at the largest size (coach.h says why)
    std::size_t max = 0;     ///< more is not taken
};

/// What a question's condition may look back at.
struct ConditionChoice {
    core::QuestionId question;
    std::string title;
    std::vector<std::pair<core::OptionId, std::string>> options; ///< with their Danish texts
};

class Draft {
public:
    /// Steps that can be undone; older ones are forgotten.
    static constexpr std::size_t stepsMax = 200;

    /// Begins with what is in force, or waits (hash included).
    explicit Draft(core::Questionnaire start);

    /// As it stands, for preview and rehearsal; it may have faults. The hash is the start's.
    [[nodiscard]] const core::Questionnaire& questionnaire() const { return m_now; }
    [[nodiscard]] const core::Questionnaire& start() const { return m_start; }
    [[nodiscard]] bool isChanged() const;
    [[nodiscard]] bool isLocked(const core::QuestionId& question) const;

    /// The list, core question first.
    [[nodiscard]] std::vector<QuestionLine> lines() const;
    [[nodiscard]] std::vector<LanguageLine> languages(const core::QuestionId& question) const;
    [[nodiscard]] Length length(const core::QuestionId& question, std::string_view language) const;
    [[nodiscard]] Length optionLength(const core::QuestionId& question, const core::OptionId& option,
                                      std::string_view language) const;
    [[nodiscard]] std::vector<ConditionChoice> conditionChoices(const core::QuestionId& question) const;

    /// A new local question, before a comment where there is one, with an id that no question ever had: "L-" and 8 random
    /// characters.
    /// Degree: scale G with its texts in every language that a shipped question has. Choice and Choices: two empty
    /// options, then "Andet" and "Ved ikke". Nothing for Faces, for a second comment, and at questionsMax.
    std::optional<core::QuestionId> add(core::QuestionKind kind, core::Random& random);
    /// A question of the library (library.h), with its id, as a local one, without what this questionnaire has no use for
    /// (languages, a place in a pool, a condition on a question that isn't here). Nothing where the id is taken.
    std::optional<core::QuestionId> add(const core::Question& fromLibrary);
    bool remove(const core::QuestionId& question);
    bool setHidden(const core::QuestionId& question, bool hidden);
    /// To this place of the list, 1 being the first after the faces. A comment stays last.
    bool move(const core::QuestionId& question, std::size_t place);
    bool moveUp(const core::QuestionId& question);
    bool moveDown(const core::QuestionId& question);

    /// An empty text takes the language out. False above the most characters and where the text holds what no screen
    /// shows (control and direction marks). Typing in one field is one step to undo until something else is changed.
    bool setText(const core::QuestionId& question, std::string_view language, std::string_view text);
    bool setHint(const core::QuestionId& question, std::string_view language, std::string_view text);
    bool setOptionText(const core::QuestionId& question, const core::OptionId& option, std::string_view language,
                       std::string_view text);

    /// Between the forms; options that the new form has no room for go, those that it needs come. Conditions that look at
    /// the question's options go with them.
    bool setKind(const core::QuestionId& question, core::QuestionKind kind, core::Random& random);
    /// Before "Andet" and "Ved ikke". Only of choices.
    std::optional<core::OptionId> addOption(const core::QuestionId& question, core::Random& random);
    bool removeOption(const core::QuestionId& question, const core::OptionId& option);
    bool moveOption(const core::QuestionId& question, const core::OptionId& option, std::size_t place);
    /// Nothing: everybody is asked. False where it looks at what isn't above (conditionChoices).
    bool setCondition(const core::QuestionId& question, std::optional<core::Condition> condition);

    /// These questions in place of all: a step to undo. The caller has laid them over the centre's (adopt.h).
    bool replace(std::vector<core::Question> questions) { return commit(std::move(questions)); }

    [[nodiscard]] bool canUndo() const { return !m_undo.empty(); }
    [[nodiscard]] bool canRedo() const { return !m_redo.empty(); }
    bool undo();
    bool redo();
    /// The next text is a step of its own, also in the same field.
    void endTyping() { m_typing.clear(); }

    /// Why it can't be saved yet, as Danish sentences; empty: it can.
    [[nodiscard]] std::vector<std::string> faults() const;
    /// What was changed since `before`, as Danish sentences (difference.h).
    [[nodiscard]] std::vector<std::string> differenceFrom(const core::Questionnaire& before) const;

    /// What is saved, with its hash. An id promises a meaning: a question whose form was changed since the start, or whose
    /// Danish words or options are no longer those that the shipped question of this id has, gets a new id here, also in
    /// conditions. Wording of a question of staff's own may change under its id: a version is named by its hash, and
    /// what was asked when stands in the versions.
    [[nodiscard]] core::Questionnaire toPublish(core::Random& random) const;

    /// For autosave: the draft and what it began with. Steps to undo aren't kept.
    [[nodiscard]] std::string toText() const;
    /// The draft again. Where something else is in force now, the draft's changes are laid over that. Nothing where the
    /// text is none of toText's.
    [[nodiscard]] static std::optional<Draft> fromText(std::string_view text, const core::Questionnaire& inForce);

private:
    using Questions = std::vector<core::Question>;

    [[nodiscard]] core::Question* local(Questions& questions, const core::QuestionId& question) const;
    bool commit(Questions questions);
    bool type(Questions questions, core::Text& text, const std::string& field, std::string_view language,
              std::string_view words, std::size_t max);

    core::Questionnaire m_start;
    core::Questionnaire m_now;
    std::deque<Questions> m_undo;
    std::vector<Questions> m_redo;
    std::string m_typing; ///< the field that the last change was typed in; empty: none
};

} // namespace smiley::staff
