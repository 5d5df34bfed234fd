// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/wire/questionnaire_json.h"

#include <QString>

#include <boost/json.hpp>

#include <functional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

/// A questionnaire file to change, and its faults.

namespace smiley::test {

using Faults = std::vector<wire::DocumentFault>;

/// Small and whole: the faces, an errand, a degree question for those who had a meeting, a comment.
inline const char* const goodText = R"({
    "id": "small", "version": 3, "title": "Lille",
    "languages": [
        {"tag": "da", "name": "Dansk"},
        {"tag": "da-x-let", "name": "Let dansk", "fallback": "da"},
        {"tag": "ar", "name": "العربية", "direction": "rtl", "draft": true}
    ],
    "questions": [
        {"id": "K0", "kind": "faces", "ownership": "core", "theme": "core", "text": {"da": "Hvordan?", "ar": "كيف؟"},
         "options": [{"id": "1", "text": {"da": "a", "ar": "a"}}, {"id": "2", "text": {"da": "b", "ar": "b"}},
                     {"id": "3", "text": {"da": "c", "ar": "c"}}, {"id": "4", "text": {"da": "d", "ar": "d"}},
                     {"id": "5", "text": {"da": "e", "ar": "e"}}]},
        {"id": "P0", "kind": "choice", "ownership": "mandatory", "theme": "errand", "text": {"da": "Hvad skulle du?"},
         "options": [{"id": "meeting", "icon": "meeting", "text": {"da": "Samtale"}},
                     {"id": "other", "icon": "other", "text": {"da": "Andet"}}], "profile": true},
        {"id": "D1", "kind": "degree", "ownership": "local", "theme": "3", "text": {"da": "Klart?", "da-x-let": "Klart?"},
         "hint": {"da": "Vælg"}, "external_ids": {"KL": "17"}, "note": "prøve", "verbatim": true,
         "options": [{"id": "1", "text": {"da": "a"}}, {"id": "2", "text": {"da": "b"}}, {"id": "3", "text": {"da": "c"}},
                     {"id": "4", "text": {"da": "d"}}, {"id": "5", "text": {"da": "e"}}, {"id": "dk", "text": {"da": "f"}}],
         "ask_if": {"faces": [1, 2], "question": "P0", "options": ["meeting"]}},
        {"id": "T1", "kind": "comment", "ownership": "local", "theme": "local", "text": {"da": "Skriv"}}
    ]
})";

inline boost::json::value good() { return boost::json::parse(goodText); }

inline Faults faultsOf(std::string_view text)
{
    auto parsed = wire::parseQuestionnaire(text);
    const auto* faults = std::get_if<Faults>(&parsed);
    return faults == nullptr ? Faults() : std::move(*faults);
}

/// Sets what `pointer` names, also a new member or, by "-", a new item; an empty text takes it out.
inline void edit(boost::json::value& document, const std::string& pointer, const std::string& value)
{
    const std::size_t slash = pointer.rfind('/');
    boost::json::value& parent = document.at_pointer(pointer.substr(0, slash));
    const std::string last = pointer.substr(slash + 1);
    if (parent.is_array()) {
        boost::json::array& items = parent.get_array();
        if (last == "-") {
            items.push_back(boost::json::parse(value));
        } else if (value.empty()) {
            items.erase(items.begin() + std::stol(last));
        } else {
            items.at(std::stoul(last)) = boost::json::parse(value);
        }
    } else if (value.empty()) {
        parent.get_object().erase(last);
    } else {
        parent.get_object()[last] = boost::json::parse(value);
    }
}

inline std::string quoted(std::size_t characters, const char* character = "x")
{
    std::string text = "\"";
    for (std::size_t i = 0; i < characters; ++i) {
        text += character;
    }
    return text + "\"";
}

inline std::string repeated(std::size_t count, const std::function<std::string(std::size_t)>& item)
{
    std::string text = "[";
    for (std::size_t i = 0; i < count; ++i) {
        text += (i == 0 ? "" : ",") + item(i);
    }
    return text + "]";
}

inline std::string optionText(std::size_t number)
{
    return R"({"id":"o)" + std::to_string(number) + R"(","text":{"da":"x"}})";
}

/// A choice of two, for everybody, in Danish; `more` are further members.
inline std::string questionText(const std::string& id, const std::string& more = "")
{
    return R"({"id":")" + id +
           R"(","kind":"choice","ownership":"local","theme":"local","text":{"da":"x"},"options":[)" + optionText(1) +
           "," + optionText(2) + "]" + more + "}";
}

inline std::string languageText(std::size_t number)
{
    std::string tag = number == 0 ? "da" : "x-a" + std::to_string(number);
    return R"({"tag":")" + (number == 0 ? tag : "d" + tag) + R"(","name":"n")" +
           (number == 0 ? "" : R"(,"fallback":"da")") + "}";
}

inline QString joined(const Faults& faults) { return QString::fromStdString(wire::describe(faults)); }

} // namespace smiley::test
