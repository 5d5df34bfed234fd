// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/core/questionnaire.h"

#include <initializer_list>
#include <string>
#include <vector>

/// Questionnaires for tests: texts are "id/tag", so that a test sees which text came.
namespace smiley::test {

inline core::QuestionId questionId(const std::string& id) { return *core::QuestionId::parse(id); }

inline core::OptionId optionId(const std::string& id) { return *core::OptionId::parse(id); }

inline core::Text text(const std::string& id, std::initializer_list<const char*> tags)
{
    core::Text made;
    for (const char* tag : tags) {
        made[tag] = id + "/" + tag;
    }
    return made;
}

inline core::Question question(const std::string& id, core::QuestionKind kind, const std::vector<std::string>& options,
                               std::initializer_list<const char*> tags = {"da", "en", "ar"})
{
    core::Question made{questionId(id), kind, core::Ownership::Local, {}, text(id, tags), {}, {}, {}, false, false,
                        false,          {}};
    for (const std::string& option : options) {
        made.options.push_back({optionId(option), text(id + "." + option, tags), {}});
    }
    return made;
}

inline const std::vector<std::string> scale{"1", "2", "3", "4", "5"};
inline const std::vector<std::string> degrees{"1", "2", "3", "4", "5", "dk"};

/// The faces, Danish, easy Danish (falls back on Danish), English and Arabic; nothing after them.
inline core::Questionnaire bareQuestionnaire()
{
    core::Questionnaire made{*core::Hash::parse(std::string(64, 'a')), "example", 1, "Eksempel", {}, {}, 0};
    made.languages = {{"da", "Dansk", core::Direction::LeftToRight, false, {}},
                      {"da-x-let", "Let dansk", core::Direction::LeftToRight, false, "da"},
                      {"en", "English", core::Direction::LeftToRight, true, {}},
                      {"ar", "Arabic", core::Direction::RightToLeft, true, {}}};
    made.questions = {question("K0", core::QuestionKind::Faces, scale)};
    made.questions.front().ownership = core::Ownership::Core;
    return made;
}

inline core::Condition ifFaces(std::set<core::Face> faces) { return {std::move(faces), {}, {}}; }

inline core::Condition ifAnswered(const std::string& question, std::initializer_list<const char*> options)
{
    core::Condition condition{{}, questionId(question), {}};
    for (const char* option : options) {
        condition.options.insert(optionId(option));
    }
    return condition;
}

/// Reasons by the face's direction, an errand, a degree for those who had a meeting, and a degree that all get.
inline core::Questionnaire exampleQuestionnaire()
{
    using core::Face;
    core::Questionnaire made = bareQuestionnaire();
    auto better = question("F1", core::QuestionKind::Choices, {"wait", "person", "other"});
    better.askIf = ifFaces({Face::VeryBad, Face::Bad, Face::InBetween});
    auto good = question("F2", core::QuestionKind::Choices, {"wait", "person", "other"});
    good.askIf = ifFaces({Face::Good, Face::VeryGood});
    auto errand = question("P0", core::QuestionKind::Choice, {"meeting", "desk"});
    auto purpose = question("D1", core::QuestionKind::Degree, degrees);
    purpose.askIf = ifAnswered("P0", {"meeting"});
    auto heard = question("B5a", core::QuestionKind::Degree, degrees);
    for (auto* made1 : {&better, &good, &errand, &purpose, &heard}) {
        made.questions.push_back(*made1);
    }
    return made;
}

/// Two questions whatever the face.
inline core::Questionnaire neutralQuestionnaire()
{
    core::Questionnaire made = bareQuestionnaire();
    made.questions.push_back(question("Q1", core::QuestionKind::Degree, degrees));
    made.questions.push_back(question("Q2", core::QuestionKind::Choices, {"a", "b", "c"}));
    return made;
}

} // namespace smiley::test
