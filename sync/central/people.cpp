// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/central/people.h"

#include "app/core/pin_rules.h"
#include "sync/central/administration.h"
#include "sync/wire/messages.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace smiley::central {

namespace {

constexpr std::size_t idLettersMax = 36; // leaves room for a number

bool isTaken(const std::vector<wire::Person>& people, const std::string& id)
{
    return std::ranges::find(people, id, &wire::Person::id) != people.end();
}

std::string freeId(const std::vector<wire::Person>& people, const std::string& name)
{
    const std::string wanted = personIdOf(name);
    std::string id = wanted;
    for (int i = 2; isTaken(people, id); ++i) {
        id = wanted + "-" + std::to_string(i);
    }
    return id;
}

core::Failure<LedgerFault> noPerson(const core::StandId& stand, const std::string& person)
{
    return core::fail(LedgerFault::NotFound, "nobody at " + stand.text() + " has the id " + person +
                                                 "; `smiley-central people list` shows those there are");
}

/// The key that first PINs are sealed to.
Kept<wire::PublicKey> keyOf(Ledger& ledger, const core::StandId& stand)
{
    const auto row = ledger.stand(stand);
    if (!row) {
        return row.error();
    }
    if (!*row || !(*row)->envelopeKey) {
        return core::fail(LedgerFault::NotFound, *row
                                                     ? "stand " + stand.text() +
                                                           " isn't enrolled yet, so a first PIN can't be sealed to it; "
                                                           "enrol it first (smiley-sync enrol)"
                                                     : "there is no stand " + stand.text() +
                                                           "; `smiley-central stand list` shows those there are");
    }
    return *(*row)->envelopeKey;
}

/// Signs the next configuration with these people.
Kept<std::uint64_t> keep(Ledger& ledger, const core::StandId& stand, std::vector<wire::Person> people,
                         const wire::SecretKey& centre, core::WallMs now, const char* what, const std::string& person)
{
    NewConfiguration next;
    next.people = std::move(people);
    auto version = configureInside(ledger, stand, next, centre, now);
    if (!version) {
        return version;
    }
    if (const auto noted = ledger.audit({now, operatorName, what, stand.text(), person}); !noted) {
        return noted.error();
    }
    return version;
}

} // namespace

std::string personIdOf(const std::string& name)
{
    constexpr std::array<std::pair<std::string_view, std::string_view>, 14> letters{{{"æ", "ae"},
                                                                                     {"Æ", "ae"},
                                                                                     {"ø", "oe"},
                                                                                     {"Ø", "oe"},
                                                                                     {"å", "aa"},
                                                                                     {"Å", "aa"},
                                                                                     {"é", "e"},
                                                                                     {"É", "e"},
                                                                                     {"ä", "ae"},
                                                                                     {"Ä", "ae"},
                                                                                     {"ö", "oe"},
                                                                                     {"Ö", "oe"},
                                                                                     {"ü", "u"},
                                                                                     {"Ü", "u"}}};
    std::string id;
    for (std::size_t i = 0; i < name.size();) {
        const auto known = std::ranges::find_if(
            letters, [&](const auto& each) { return std::string_view(name).substr(i).starts_with(each.first); });
        const char c = name[i];
        if (known != letters.end()) {
            id += known->second;
            i += known->first.size();
            continue;
        }
        ++i;
        if (c >= 'A' && c <= 'Z') {
            id += static_cast<char>(c - 'A' + 'a');
        } else if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9' && !id.empty())) {
            id += c;
        } else if (!id.empty() && id.back() != '-') {
            id += '-';
        }
    }
    id = id.substr(0, idLettersMax);
    id = id.substr(0, id.find_last_not_of('-') + 1);
    return core::StandId::parse(id) ? id : "person";
}

Kept<std::vector<wire::Person>> peopleOf(Ledger& ledger, const core::StandId& stand, const wire::SecretKey& centre)
{
    const auto row = ledger.stand(stand);
    const auto before = ledger.configuration(stand);
    if (!row || !before) {
        return row ? before.error() : row.error();
    }
    if (!*row) {
        return core::fail(LedgerFault::NotFound,
                          "there is no stand " + stand.text() + "; `smiley-central stand list` shows those there are");
    }
    if (!*before) {
        return std::vector<wire::Person>();
    }
    auto configuration = wire::readConfiguration((*before)->signedJson, centre.publicKey());
    if (!configuration) {
        return core::fail(LedgerFault::Corrupt, "the configuration of " + stand.text() +
                                                    " in the ledger can't be read: " + configuration.error().message);
    }
    return std::move(configuration->people);
}

Kept<GivenPin> addPerson(Ledger& ledger, const core::StandId& stand, const NewPerson& person,
                         const wire::SecretKey& centre, core::WallMs now, core::Random& random)
{
    return inOne(ledger, [&]() -> Kept<GivenPin> {
        const auto key = keyOf(ledger, stand);
        if (!key) {
            return key.error();
        }
        auto people = peopleOf(ledger, stand, centre);
        if (!people) {
            return people.error();
        }
        if (people->size() >= wire::peopleMax) {
            return core::fail(LedgerFault::Exists, "stand " + stand.text() + " has " + std::to_string(wire::peopleMax) +
                                                       " people already; remove somebody first");
        }
        if (person.id && isTaken(*people, *person.id)) {
            return core::fail(LedgerFault::Exists, "somebody at " + stand.text() + " has the id " + *person.id +
                                                       " already; give another (--id)");
        }
        const std::string id = person.id ? *person.id : freeId(*people, person.name);
        const std::string pin = core::drawPin(random);
        people->push_back({id, person.name, person.role, wire::sealFirstPin(*key, pin)});
        const auto version = keep(ledger, stand, std::move(*people), centre, now, "people.add", id);
        return version ? Kept<GivenPin>(GivenPin{id, pin, *version}) : Kept<GivenPin>(version.error());
    });
}

Kept<GivenPin> resetPin(Ledger& ledger, const core::StandId& stand, const std::string& person,
                        const wire::SecretKey& centre, core::WallMs now, core::Random& random)
{
    return inOne(ledger, [&]() -> Kept<GivenPin> {
        const auto key = keyOf(ledger, stand);
        if (!key) {
            return key.error();
        }
        auto people = peopleOf(ledger, stand, centre);
        if (!people) {
            return people.error();
        }
        const auto found = std::ranges::find(*people, person, &wire::Person::id);
        if (found == people->end()) {
            return noPerson(stand, person);
        }
        const std::string pin = core::drawPin(random);
        found->firstPin = wire::sealFirstPin(*key, pin);
        const auto version = keep(ledger, stand, std::move(*people), centre, now, "people.reset-pin", person);
        return version ? Kept<GivenPin>(GivenPin{person, pin, *version}) : Kept<GivenPin>(version.error());
    });
}

Kept<std::uint64_t> removePerson(Ledger& ledger, const core::StandId& stand, const std::string& person,
                                 const wire::SecretKey& centre, core::WallMs now)
{
    return inOne(ledger, [&]() -> Kept<std::uint64_t> {
        auto people = peopleOf(ledger, stand, centre);
        if (!people) {
            return people.error();
        }
        if (std::erase_if(*people, [&](const wire::Person& each) { return each.id == person; }) == 0) {
            return noPerson(stand, person);
        }
        return keep(ledger, stand, std::move(*people), centre, now, "people.remove", person);
    });
}

} // namespace smiley::central
