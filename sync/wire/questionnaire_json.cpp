// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/wire/questionnaire_json.h"

#include "sync/wire/fields.h"
#include "sync/wire/keys.h"
#include "sync/wire/questionnaire_names.h"
#include "sync/wire/questionnaire_rules.h"

#include <boost/json/basic_parser_impl.hpp>

#include <algorithm>
#include <array>
#include <set>
#include <utility>

namespace smiley::wire {

namespace json = boost::json;

namespace {

// The bounds stand in questionnaire.schema.json too; a test compares schema and reader.
constexpr std::size_t languagesMax = 40;
constexpr std::size_t noteCharactersMax = 500;
constexpr std::size_t signedByCharactersMax = 120;

constexpr std::array<std::string_view, 11> themeNames{"core",  "1",      "2",      "3",       "4",      "5",
                                                      "local", "reason", "errand", "profile", "comment"};
/// The drawings that the screen ships.
constexpr std::array<std::string_view, 14> iconNames{"wait",  "person",   "listened", "goals",    "help",
                                                     "money", "rules",    "place",    "other",    "meeting",
                                                     "desk",  "computer", "course",   "companion"};

/// Walks the text and names what a parsed value can't tell any more or no questionnaire may hold: the same member
/// twice, null, a number with a fraction.
class ShapeHandler {
public:
    static constexpr std::size_t max_object_size = std::size_t(-1);
    static constexpr std::size_t max_array_size = std::size_t(-1);
    static constexpr std::size_t max_key_size = std::size_t(-1);
    static constexpr std::size_t max_string_size = std::size_t(-1);

    std::vector<DocumentFault> faults;

    bool on_document_begin(json::error_code&) { return true; }
    bool on_document_end(json::error_code&) { return true; }
    bool on_array_begin(json::error_code&)
    {
        m_levels.push_back({false, {}, {}, 0});
        return true;
    }
    bool on_array_end(std::size_t, json::error_code&) { return leave(); }
    bool on_object_begin(json::error_code&)
    {
        m_levels.push_back({true, {}, {}, 0});
        return true;
    }
    bool on_object_end(std::size_t, json::error_code&) { return leave(); }
    bool on_string_part(json::string_view, std::size_t, json::error_code&) { return true; }
    bool on_string(json::string_view, std::size_t, json::error_code&) { return passed(); }
    bool on_key_part(json::string_view part, std::size_t, json::error_code&)
    {
        m_key += std::string_view(part);
        return true;
    }
    bool on_key(json::string_view part, std::size_t, json::error_code&)
    {
        m_key += std::string_view(part);
        Level& level = m_levels.back();
        level.member = std::exchange(m_key, {});
        if (!level.members.insert(level.member).second) {
            fault("stands here twice; keep one");
        }
        return true;
    }
    bool on_number_part(json::string_view, json::error_code&) { return true; }
    bool on_int64(std::int64_t, json::string_view, json::error_code&) { return passed(); }
    bool on_uint64(std::uint64_t, json::string_view, json::error_code&) { return passed(); }
    bool on_double(double, json::string_view, json::error_code&)
    {
        fault("must be a whole number");
        return passed();
    }
    bool on_bool(bool, json::error_code&) { return passed(); }
    bool on_null(json::error_code&)
    {
        fault("is null; give it a value or leave the member out");
        return passed();
    }
    bool on_comment_part(json::string_view, json::error_code&) { return true; }
    bool on_comment(json::string_view, json::error_code&) { return true; }

private:
    struct Level {
        bool isObject = false;
        std::set<std::string> members;
        std::string member;    ///< of an object: the one that is being read
        std::size_t index = 0; ///< of an array: the item that is being read
    };

    bool passed()
    {
        if (!m_levels.empty()) {
            ++m_levels.back().index;
        }
        return true;
    }

    bool leave()
    {
        m_levels.pop_back();
        return passed();
    }

    void fault(std::string message)
    {
        std::string pointer;
        for (const Level& level : m_levels) {
            pointer = level.isObject ? pointerTo(pointer, level.member) : pointerTo(pointer, level.index);
        }
        faults.push_back({std::move(pointer), std::move(message)});
    }

    std::vector<Level> m_levels;
    std::string m_key;
};

std::vector<DocumentFault> shapeFaults(std::string_view text)
{
    json::parse_options options;
    options.max_depth = jsonDepthMax;
    json::basic_parser<ShapeHandler> parser(options);
    json::error_code error;
    parser.write_some(false, text.data(), text.size(), error);
    return std::move(parser.handler().faults);
}

/// Makes a questionnaire of a document, with one entry for each entry of the file; what is wrong becomes a fault.
class Reader {
public:
    enum class Texts : std::uint8_t { Needed, MayBeMissing };

    Reader(std::vector<DocumentFault>& faults, Texts texts) : m_faults(faults), m_texts(texts) {}

    core::Questionnaire read(const json::object& document, core::Hash hash)
    {
        Fields fields(document, "", m_faults);
        onlyMembers(document, "",
                    std::array<std::string_view, 8>{"$schema", "id", "version", "title", "note", "languages",
                                                    "questions", "rotation"});
        core::Questionnaire result{std::move(hash), {}, 1, {}, {}, {}, 0, {}};
        fields.optionalText("$schema");
        result.note = note(fields);
        result.id = fields.text("id", 40);
        if (!result.id.empty() && !core::SlugRule::isValid(result.id)) {
            fields.fault("id", "must be " + std::string(slugRule));
        }
        result.version = static_cast<int>(fields.count("version", 1'000'000, 1));
        result.title = fields.text("title", 100);
        for (const auto& [object, pointer] : objects(fields, "languages", 1, languagesMax)) {
            result.languages.push_back(object == nullptr ? core::Language{} : language(*object, pointer));
        }
        for (const auto& [object, pointer] : objects(fields, "questions", 1, questionsMax)) {
            result.questions.push_back(question(object, pointer, result.questions.size()));
        }
        if (fields.has("rotation")) {
            if (const json::object* rotation = fields.object("rotation")) {
                onlyMembers(*rotation, "/rotation", std::array<std::string_view, 1>{"draw"});
                result.rotationDraw = static_cast<int>(
                    Fields(*rotation, "/rotation", m_faults).count("draw", core::questionsAfterFacesMax));
            }
        }
        return result;
    }

private:
    using Pointed = std::pair<const json::object*, std::string>;

    /// The objects of a list; nullptr with a fault for an item that is something else.
    std::vector<Pointed> objects(Fields& fields, std::string_view name, std::size_t min, std::size_t max)
    {
        std::vector<Pointed> result;
        const json::array* items = fields.array(name);
        if (items == nullptr) {
            return result;
        }
        if (items->size() < min || items->size() > max) {
            fields.fault(name, "must hold " + std::to_string(min) + " to " + std::to_string(max) + " entries, not " +
                                   std::to_string(items->size()));
            return result;
        }
        for (std::size_t i = 0; i < items->size(); ++i) {
            const std::string pointer = pointerTo(fields.pointer(name), i);
            if (!(*items)[i].is_object()) {
                m_faults.push_back({pointer, "must be an object {…}"});
            }
            result.emplace_back((*items)[i].if_object(), pointer);
        }
        return result;
    }

    /// A name that nobody reads is most often a misspelt one that somebody relies on.
    template <std::size_t Size>
    void onlyMembers(const json::object& object, const std::string& pointer,
                     const std::array<std::string_view, Size>& allowed)
    {
        for (const auto& member : object) {
            if (std::find(allowed.begin(), allowed.end(), std::string_view(member.key())) == allowed.end()) {
                std::string message = "is no member of a questionnaire file here; known are";
                for (const std::string_view one : allowed) {
                    message += " \"" + std::string(one) + "\"";
                }
                m_faults.push_back({pointerTo(pointer, member.key()), std::move(message)});
            }
        }
    }

    static std::string note(Fields& fields) { return fields.optionalText("note", noteCharactersMax); }

    core::Language language(const json::object& object, const std::string& pointer)
    {
        onlyMembers(object, pointer,
                    std::array<std::string_view, 6>{"tag", "name", "direction", "draft", "fallback", "signed_by"});
        Fields fields(object, pointer, m_faults);
        core::Language language;
        language.tag = tag(fields, "tag");
        language.name = fields.text("name", 40);
        if (fields.has("direction")) {
            language.direction = enumOf<core::Direction>(directionNames, fields.oneOf("direction", directionNames));
        }
        language.draft = fields.flag("draft");
        if (fields.has("fallback")) {
            language.fallback = tag(fields, "fallback");
        }
        if (fields.has("signed_by")) {
            language.signedBy = fields.text("signed_by", signedByCharactersMax);
        }
        return language;
    }

    std::string tag(Fields& fields, std::string_view name)
    {
        std::string tag = fields.text(name, 35);
        if (!tag.empty() && !isLanguageTag(tag)) {
            fields.fault(name, "must be a language tag such as \"da\" or \"da-x-let\"");
        }
        return tag;
    }

    core::Text text(Fields& parent, std::string_view name, std::size_t charactersMax)
    {
        core::Text result;
        const json::object* object = parent.object(name);
        if (object == nullptr) {
            return result;
        }
        if (object->empty() && m_texts == Texts::Needed) {
            parent.fault(name, "must hold a text for at least one language");
        }
        Fields fields(*object, parent.pointer(name), m_faults);
        for (const auto& member : *object) {
            if (!isLanguageTag(member.key())) {
                fields.fault(member.key(), "must be named by a language tag such as \"da\" or \"da-x-let\"");
                continue;
            }
            result[std::string(member.key())] = fields.text(member.key(), charactersMax);
        }
        return result;
    }

    core::Option option(const json::object* object, const std::string& pointer, std::size_t index)
    {
        core::Option option{*core::OptionId::parse("unreadable-" + std::to_string(index)), {}, {}};
        if (object == nullptr) {
            return option;
        }
        onlyMembers(*object, pointer, std::array<std::string_view, 3>{"id", "text", "icon"});
        Fields fields(*object, pointer, m_faults);
        if (auto id = fields.id<core::OptionId>("id", keyRule)) {
            option.id = std::move(*id);
        }
        option.text = text(fields, "text", optionCharactersMax);
        if (fields.has("icon")) {
            option.icon = fields.oneOf("icon", iconNames);
        }
        return option;
    }

    core::Question question(const json::object* object, const std::string& pointer, std::size_t index)
    {
        core::Question question{*core::QuestionId::parse("unreadable-" + std::to_string(index)),
                                core::QuestionKind::Choice,
                                core::Ownership::Local,
                                {},
                                {},
                                {},
                                {},
                                {},
                                false,
                                false,
                                false,
                                {}};
        if (object == nullptr) {
            return question;
        }
        onlyMembers(*object, pointer,
                    std::array<std::string_view, 14>{"id", "kind", "ownership", "theme", "text", "hint", "options",
                                                     "ask_if", "rotates", "profile", "verbatim", "external_ids",
                                                     "hidden", "note"});
        Fields fields(*object, pointer, m_faults);
        if (auto id = fields.id<core::QuestionId>("id", keyRule)) {
            question.id = std::move(*id);
        }
        question.kind = enumOf<core::QuestionKind>(kindNames, fields.oneOf("kind", kindNames));
        question.ownership = enumOf<core::Ownership>(ownershipNames, fields.oneOf("ownership", ownershipNames));
        question.theme = fields.oneOf("theme", themeNames);
        question.text = text(fields, "text", questionCharactersMax);
        if (fields.has("hint")) {
            question.hint = text(fields, "hint", questionCharactersMax);
        }
        if (fields.has("options") || question.kind != core::QuestionKind::Comment) {
            for (const auto& [item, at] : objects(fields, "options", 0, optionsMax)) {
                question.options.push_back(option(item, at, question.options.size()));
            }
        }
        if (fields.has("ask_if")) {
            question.askIf = condition(fields);
        }
        question.rotates = fields.flag("rotates");
        question.profile = fields.flag("profile");
        question.verbatim = fields.flag("verbatim");
        if (fields.has("external_ids")) {
            question.externalIds = externalIds(fields);
        }
        question.hidden = fields.flag("hidden");
        question.note = note(fields);
        return question;
    }

    std::map<std::string, std::string> externalIds(Fields& question)
    {
        std::map<std::string, std::string> result;
        if (const json::object* object = question.object("external_ids")) {
            Fields fields(*object, question.pointer("external_ids"), m_faults);
            for (const auto& member : *object) {
                if (!core::KeyRule::isValid(member.key())) {
                    fields.fault(member.key(), "must be named by " + std::string(keyRule));
                    continue;
                }
                result[std::string(member.key())] = fields.text(member.key());
            }
        }
        return result;
    }

    core::Condition condition(Fields& question)
    {
        core::Condition condition;
        const json::object* object = question.object("ask_if");
        if (object == nullptr) {
            return condition;
        }
        const std::string pointer = question.pointer("ask_if");
        onlyMembers(*object, pointer, std::array<std::string_view, 3>{"faces", "question", "options"});
        Fields fields(*object, pointer, m_faults);
        if (!fields.has("faces") && !fields.has("question")) {
            question.fault("ask_if", "must hold \"faces\", or \"question\" and \"options\"");
        }
        if (fields.has("faces")) {
            faces(fields, condition);
        }
        if (fields.has("question") != fields.has("options")) {
            fields.fault(fields.has("question") ? "options" : "question",
                         "must stand together with \"question\" and \"options\"");
        } else if (fields.has("question")) {
            condition.question = fields.id<core::QuestionId>("question", keyRule);
            options(fields, condition);
        }
        return condition;
    }

    static void faces(Fields& fields, core::Condition& condition)
    {
        const json::array* items = fields.array("faces");
        if (items == nullptr) {
            return;
        }
        bool valid = !items->empty();
        for (const json::value& item : *items) {
            const auto face = item.is_int64() && item.get_int64() >= 1 && item.get_int64() <= 5
                                  ? core::faceOf(static_cast<int>(item.get_int64()))
                                  : std::nullopt;
            valid = valid && face && condition.faces.insert(*face).second;
        }
        if (!valid) {
            fields.fault("faces", "must hold different numbers from 1 to 5, at least one");
        }
    }

    static void options(Fields& fields, core::Condition& condition)
    {
        const json::array* items = fields.array("options");
        if (items == nullptr) {
            return;
        }
        bool valid = !items->empty() && items->size() <= optionsMax;
        for (const json::value& item : *items) {
            auto option = item.is_string() ? core::OptionId::parse(item.get_string()) : std::nullopt;
            valid = valid && option && condition.options.insert(std::move(*option)).second;
        }
        if (!valid) {
            fields.fault("options", "must hold 1 to " + std::to_string(optionsMax) + " different option ids");
        }
    }

    std::vector<DocumentFault>& m_faults;
    Texts m_texts;
};

/// What the schema says; the rules are the caller's.
core::Questionnaire readDocument(std::string_view json, Reader::Texts texts, std::vector<DocumentFault>& faults)
{
    core::Questionnaire none{sha256({}), {}, 1, {}, {}, {}, 0, {}};
    if (json.size() > questionnaireBytesMax) {
        faults.push_back(
            {"", "has " + std::to_string(json.size()) + " bytes, more than " + std::to_string(questionnaireBytesMax)});
        return none;
    }
    std::string why;
    const auto value = parseJson(json, why);
    if (!value || !value->is_object()) {
        faults.push_back({"", value ? "must be an object {…}" : "is " + why});
        return none;
    }
    faults = shapeFaults(json);
    return Reader(faults, texts).read(value->get_object(), sha256(canonicalJson(json)));
}

} // namespace

std::variant<core::Questionnaire, std::vector<DocumentFault>> parseQuestionnaire(std::string_view json)
{
    std::vector<DocumentFault> faults;
    core::Questionnaire questionnaire = readDocument(json, Reader::Texts::Needed, faults);
    checkRules(questionnaire, faults);
    if (!faults.empty()) {
        return faults;
    }
    return questionnaire;
}

std::optional<core::Questionnaire> parseUnfinished(std::string_view json)
{
    std::vector<DocumentFault> faults;
    core::Questionnaire questionnaire = readDocument(json, Reader::Texts::MayBeMissing, faults);
    return faults.empty() ? std::optional(std::move(questionnaire)) : std::nullopt;
}

std::string describe(const std::vector<DocumentFault>& faults)
{
    std::string text;
    for (const DocumentFault& fault : faults) {
        text += "  " + (fault.pointer.empty() ? "the whole document" : fault.pointer) + ": " + fault.message + "\n";
    }
    return text;
}

} // namespace smiley::wire
