// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/wire/fields.h"
#include "sync/wire/keys.h"
#include "sync/wire/questionnaire_json.h"
#include "sync/wire/questionnaire_names.h"

#include <algorithm>
#include <variant>

namespace smiley::wire {

namespace json = boost::json;

namespace {

json::object objectOf(const core::Text& text)
{
    json::object object;
    for (const auto& [tag, words] : text) {
        object[tag] = words;
    }
    return object;
}

void setFlag(json::object& object, const char* name, bool value)
{
    if (value) {
        object[name] = true;
    }
}

void setText(json::object& object, const char* name, const std::string& value)
{
    if (!value.empty()) {
        object[name] = value;
    }
}

json::object objectOf(const core::Language& language)
{
    json::object object{{"tag", language.tag}, {"name", language.name}};
    if (language.direction != core::Direction{}) {
        object["direction"] = nameOf(directionNames, language.direction);
    }
    setFlag(object, "draft", language.draft);
    if (language.fallback) {
        object["fallback"] = *language.fallback;
    }
    setText(object, "signed_by", language.signedBy);
    return object;
}

json::object objectOf(const core::Option& option)
{
    json::object object{{"id", option.id.text()}, {"text", objectOf(option.text)}};
    setText(object, "icon", option.icon);
    return object;
}

json::object objectOf(const core::Condition& condition, const core::Questionnaire& questionnaire)
{
    json::object object;
    if (!condition.faces.empty()) {
        json::array faces;
        for (const core::Face face : condition.faces) {
            faces.emplace_back(core::score(face));
        }
        object["faces"] = std::move(faces);
    }
    if (condition.question) {
        json::array options;
        std::set<core::OptionId> left = condition.options;
        if (const core::Question* asked = questionnaire.find(*condition.question)) {
            for (const core::Option& option : asked->options) {
                if (left.erase(option.id) > 0) {
                    options.emplace_back(option.id.text());
                }
            }
        }
        for (const core::OptionId& option : left) {
            options.emplace_back(option.text());
        }
        object["question"] = condition.question->text();
        object["options"] = std::move(options);
    }
    return object;
}

json::object objectOf(const core::Question& question, const core::Questionnaire& questionnaire)
{
    json::object object{{"id", question.id.text()},
                        {"kind", nameOf(kindNames, question.kind)},
                        {"ownership", nameOf(ownershipNames, question.ownership)},
                        {"theme", question.theme},
                        {"text", objectOf(question.text)}};
    if (!question.hint.empty()) {
        object["hint"] = objectOf(question.hint);
    }
    if (question.kind != core::QuestionKind::Comment || !question.options.empty()) {
        json::array options;
        for (const core::Option& option : question.options) {
            options.emplace_back(objectOf(option));
        }
        object["options"] = std::move(options);
    }
    if (question.askIf) {
        object["ask_if"] = objectOf(*question.askIf, questionnaire);
    }
    setFlag(object, "rotates", question.rotates);
    setFlag(object, "profile", question.profile);
    setFlag(object, "verbatim", question.verbatim);
    if (!question.externalIds.empty()) {
        json::object ids;
        for (const auto& [name, id] : question.externalIds) {
            ids[name] = id;
        }
        object["external_ids"] = std::move(ids);
    }
    setFlag(object, "hidden", question.hidden);
    setText(object, "note", question.note);
    return object;
}

} // namespace

std::string writeQuestionnaire(const core::Questionnaire& questionnaire)
{
    json::array languages;
    for (const core::Language& language : questionnaire.languages) {
        languages.emplace_back(objectOf(language));
    }
    json::array questions;
    for (const core::Question& question : questionnaire.questions) {
        questions.emplace_back(objectOf(question, questionnaire));
    }
    json::object document{{"id", questionnaire.id},
                          {"version", questionnaire.version},
                          {"title", questionnaire.title},
                          {"languages", std::move(languages)},
                          {"questions", std::move(questions)}};
    setText(document, "note", questionnaire.note);
    if (questionnaire.rotationDraw > 0) {
        document["rotation"] = json::object{{"draw", questionnaire.rotationDraw}};
    }
    return canonicalJson(json::serialize(document));
}

core::Questionnaire withHash(core::Questionnaire questionnaire)
{
    questionnaire.hash = sha256(writeQuestionnaire(questionnaire));
    return questionnaire;
}

bool isSound(const core::Questionnaire& questionnaire)
{
    return std::holds_alternative<core::Questionnaire>(parseQuestionnaire(writeQuestionnaire(questionnaire)));
}

core::Merged merged(const core::Questionnaire& centre, const core::Questionnaire& local,
                    const core::Questionnaire& base)
{
    core::Merged result = core::merged(centre, local, base, isSound);
    if (result.questionnaire.questions != centre.questions) {
        result.questionnaire = withHash(std::move(result.questionnaire));
    }
    return result;
}

} // namespace smiley::wire
