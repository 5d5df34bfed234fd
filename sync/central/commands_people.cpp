// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/central/commands.h"
#include "sync/central/json_text.h"
#include "sync/central/people.h"
#include "sync/wire/messages.h"

#include <iostream>
#include <string>

/// `smiley-central people`: who may run a stand. A first PIN is printed once and kept nowhere that anybody here can read.

namespace smiley::central {

namespace {

std::string_view roleName(wire::Role role) { return wire::roleNames.at(static_cast<std::size_t>(role)); }

int showPin(const CommandOptions& options, const core::StandId& stand, const GivenPin& given)
{
    if (options.json) {
        return printed(JsonObject()
                           .add("stand", stand.text())
                           .add("person", given.person)
                           .add("first_pin", given.pin)
                           .add("configuration", given.version)
                           .text());
    }
    return printed("Person       " + given.person + "\nFirst PIN    " + given.pin +
                   "\n\nShown this once: hand it over. At " + stand.text() +
                   " it only lets them choose a PIN of their own, from when the stand has taken configuration " +
                   std::to_string(given.version) + ".");
}

template <class Work>
int withStand(const CommandOptions& options, Work work)
{
    return withCentre(options, [&](const DataFolder&, Ledger& ledger, const wire::SecretKey& centre) {
        return withId<core::StandId>("--stand", options.stand,
                                     [&](const core::StandId& stand) { return work(ledger, centre, stand); });
    });
}

} // namespace

int peopleAdd(const CommandOptions& options)
{
    NewPerson person{options.name,
                     options.role == roleName(wire::Role::Editor) ? wire::Role::Editor : wire::Role::Reader,
                     options.person.empty() ? std::nullopt : std::optional(options.person)};
    // What the stand would refuse is refused here.
    const std::string trial = wire::writePeople({{person.id.value_or("person"), person.name, person.role, "AA"}});
    if (const auto checked = wire::readPeople(trial); !checked) {
        return said(Usage, "--name, --id: " + checked.error().message);
    }
    return withStand(options, [&](Ledger& ledger, const wire::SecretKey& centre, const core::StandId& stand) {
        wire::SystemRandom random;
        const auto given = addPerson(ledger, stand, person, centre, options.clock.now().wall, random);
        return given ? showPin(options, stand, *given) : failed(given.error());
    });
}

int peopleResetPin(const CommandOptions& options)
{
    return withStand(options, [&](Ledger& ledger, const wire::SecretKey& centre, const core::StandId& stand) {
        wire::SystemRandom random;
        const auto given = resetPin(ledger, stand, options.person, centre, options.clock.now().wall, random);
        return given ? showPin(options, stand, *given) : failed(given.error());
    });
}

int peopleRemove(const CommandOptions& options)
{
    return withStand(options, [&](Ledger& ledger, const wire::SecretKey& centre, const core::StandId& stand) {
        const auto version = removePerson(ledger, stand, options.person, centre, options.clock.now().wall);
        if (!version) {
            return failed(version.error());
        }
        return printed(options.json ? JsonObject()
                                          .add("stand", stand.text())
                                          .add("person", options.person)
                                          .add("configuration", *version)
                                          .text()
                                    : "Removed " + options.person + " from " + stand.text() +
                                          "; their PIN opens nothing there once the stand has taken configuration " +
                                          std::to_string(*version) + ".");
    });
}

int peopleList(const CommandOptions& options)
{
    return withStand(options, [&](Ledger& ledger, const wire::SecretKey& centre, const core::StandId& stand) {
        const auto people = peopleOf(ledger, stand, centre);
        if (!people) {
            return failed(people.error());
        }
        JsonArray list;
        std::string table;
        for (const wire::Person& person : *people) {
            list.raw(
                JsonObject().add("id", person.id).add("name", person.name).add("role", roleName(person.role)).text());
            table += person.id + "  " + std::string(roleName(person.role)) + "  " + person.name + "\n";
        }
        if (options.json) {
            return printed(list.text());
        }
        std::cout << (table.empty()
                          ? "Nobody may run " + stand.text() + " yet; `smiley-central people add` names somebody.\n"
                          : table);
        return static_cast<int>(Done);
    });
}

} // namespace smiley::central
