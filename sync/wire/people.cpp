// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/wire/people.h"

#include "app/core/pin_rules.h"
#include "sync/wire/messages.h"
#include "sync/wire/signed_message.h"

#include <algorithm>
#include <set>
#include <utility>

namespace smiley::wire {

namespace json = boost::json;

namespace {

/// A sealed box of the longest PIN, in base64url.
constexpr std::size_t sealedPinCharactersMax = (48 + core::pinDigitsMax) * 4 / 3 + 1;

Person person(Fields& fields, std::set<std::string>& ids)
{
    Person person;
    if (const auto id = fields.id<core::StandId>("id", slugRule)) {
        person.id = id->text();
        if (!ids.insert(person.id).second) {
            fields.fault("id", "must be another one for each person");
        }
    }
    person.name = fields.text("name", personNameCharactersMax);
    const std::string role = fields.oneOf("role", roleNames);
    person.role = role == roleNames.back() ? Role::Editor : Role::Reader;
    person.firstPin = fields.text("first_pin", sealedPinCharactersMax);
    if (!person.firstPin.empty() && !fromBase64Url(person.firstPin)) {
        fields.fault("first_pin", "must be a sealed box in base64url");
    }
    return person;
}

} // namespace

std::string sealFirstPin(const PublicKey& stand, std::string_view pin) { return toBase64Url(sealTo(stand, pin)); }

std::optional<std::string> openFirstPin(const SecretKey& stand, std::string_view sealed)
{
    const auto bytes = fromBase64Url(sealed);
    return bytes ? stand.open(*bytes) : std::nullopt;
}

std::string writePeople(const std::vector<Person>& people)
{
    json::array list;
    for (const Person& person : people) {
        json::object object;
        object["id"] = person.id;
        object["name"] = person.name;
        object["role"] = roleNames.at(static_cast<std::size_t>(person.role));
        object["first_pin"] = person.firstPin;
        list.emplace_back(std::move(object));
    }
    return json::serialize(list);
}

Parsed<std::vector<Person>> readPeople(std::string_view json)
{
    std::vector<DocumentFault> faults;
    std::string why;
    const auto value = json.size() <= peopleBytesMax ? parseJson(json, why) : std::nullopt;
    if (!value || !value->is_array() || value->get_array().size() > peopleMax) {
        faults.push_back({"", "must be a list of at most " + std::to_string(peopleMax) + " people" +
                                  (why.empty() ? "" : ": " + why)});
        return malformed("people", faults);
    }
    std::vector<Person> people;
    std::set<std::string> ids;
    for (const json::value& one : value->get_array()) {
        const std::string pointer = pointerTo("", people.size());
        if (!one.is_object()) {
            faults.push_back({pointer, "must be an object"});
            break;
        }
        Fields fields(one.get_object(), pointer, faults);
        people.push_back(person(fields, ids));
    }
    if (!faults.empty()) {
        return malformed("people", faults);
    }
    return people;
}

} // namespace smiley::wire
