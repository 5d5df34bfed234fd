// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/staff/library.h"

#include "sync/wire/questionnaire_json.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <utility>
#include <variant>

namespace smiley::staff {

namespace {

/// In METHOD.md's order.
constexpr std::array<std::pair<std::string_view, std::string_view>, 10> themeNames{{
    {"1", "Mødet med jobcentret"},
    {"2", "Mål og aktiviteter"},
    {"3", "Den seneste samtale"},
    {"4", "På vej videre"},
    {"5", "Tilfredshed i alt"},
    {"local", "Stedet"},
    {"reason", "Grunde"},
    {"errand", "Ærinde"},
    {"profile", "Om den besøgende"},
    {"comment", "Kommentar"},
}};

const std::vector<core::Question>& shippedQuestions()
{
    static const std::vector<core::Question> questions = [] {
        std::vector<core::Question> all;
        for (const std::string& name : wire::shippedQuestionnaires()) {
            const auto parsed = wire::parseQuestionnaire(wire::shippedQuestionnaire(name));
            for (const core::Question& question : std::get<core::Questionnaire>(parsed).questions) {
                if (std::ranges::find(all, question.id, &core::Question::id) == all.end()) {
                    all.push_back(question);
                }
            }
        }
        return all;
    }();
    return questions;
}

/// The shipped option of this kind and id whose Danish text begins like this. The shipped files are part of the program.
const core::Option& shippedOption(core::QuestionKind kind, std::string_view id, std::string_view begins)
{
    for (const core::Question& question : shippedQuestions()) {
        for (const core::Option& option : question.options) {
            if (question.kind == kind && option.id.text() == id && option.text.at("da").starts_with(begins)) {
                return option;
            }
        }
    }
    std::abort();
}

} // namespace

std::vector<LibraryTheme> library(const core::Questionnaire& draft, const core::Questionnaire& centre)
{
    std::vector<LibraryTheme> themes;
    for (const auto& [theme, name] : themeNames) {
        themes.push_back({std::string(theme), std::string(name), {}});
    }
    const auto offer = [&](const core::Question& question) {
        const auto theme = std::ranges::find(themes, question.theme, &LibraryTheme::theme);
        if (theme != themes.end() && question.kind != core::QuestionKind::Faces && draft.find(question.id) == nullptr &&
            std::ranges::find(theme->questions, question.id, &core::Question::id) == theme->questions.end()) {
            theme->questions.push_back(question);
        }
    };
    std::ranges::for_each(centre.questions, offer);
    std::ranges::for_each(shippedQuestions(), offer);
    std::erase_if(themes, [](const LibraryTheme& theme) { return theme.questions.empty(); });
    return themes;
}

const core::Question* shippedQuestion(const core::QuestionId& id)
{
    const auto found = std::ranges::find(shippedQuestions(), id, &core::Question::id);
    return found == shippedQuestions().end() ? nullptr : &*found;
}

const std::vector<core::Option>& gradeScale()
{
    static const std::vector<core::Option> scale = [] {
        const core::Option& first = shippedOption(core::QuestionKind::Degree, "1", "Slet ikke");
        for (const core::Question& question : shippedQuestions()) {
            if (question.kind == core::QuestionKind::Degree && question.options.front() == first) {
                return question.options;
            }
        }
        std::abort();
    }();
    return scale;
}

const core::Option& otherOption() { return shippedOption(core::QuestionKind::Choice, "other", "Andet"); }

const core::Option& dontKnowChoice()
{
    return shippedOption(core::QuestionKind::Degree, core::dontKnowOption, "Ved ikke");
}

} // namespace smiley::staff
