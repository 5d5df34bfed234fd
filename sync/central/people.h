// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/ports.h"
#include "sync/central/ledger.h"
#include "sync/wire/people.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

/// Who may run a stand: part of its newest configuration. Every change stands in the audit trail, in the same transaction.
/// Call from the ledger's thread.

namespace smiley::central {

/// A first PIN. It is shown once; the configuration has it in a sealed box to the stand.
struct GivenPin {
    std::string person; ///< id
    std::string pin;
    std::uint64_t version = 0; ///< of the configuration that carries it
};

struct NewPerson {
    std::string name;
    wire::Role role = wire::Role::Reader;
    std::optional<std::string> id; ///< nothing: made from the name
};

/// Exists where the id is taken or there are wire::peopleMax already. NotFound where the stand is unknown, isn't enrolled
/// (nobody knows to whom to seal) or has no questionnaire yet.
[[nodiscard]] Kept<GivenPin> addPerson(Ledger& ledger, const core::StandId& stand, const NewPerson& person,
                                       const wire::SecretKey& centre, core::WallMs now, core::Random& random);
/// Another first PIN; the one that the person chose is void once the stand has it. NotFound.
[[nodiscard]] Kept<GivenPin> resetPin(Ledger& ledger, const core::StandId& stand, const std::string& person,
                                      const wire::SecretKey& centre, core::WallMs now, core::Random& random);
/// Gives the version of the configuration without them. NotFound.
[[nodiscard]] Kept<std::uint64_t> removePerson(Ledger& ledger, const core::StandId& stand, const std::string& person,
                                               const wire::SecretKey& centre, core::WallMs now);
/// NotFound where the stand is unknown.
[[nodiscard]] Kept<std::vector<wire::Person>> peopleOf(Ledger& ledger, const core::StandId& stand,
                                                       const wire::SecretKey& centre);

/// "Mette Bækgård" is "mette-baekgaard"; what has too few such letters is "person".
[[nodiscard]] std::string personIdOf(const std::string& name);

} // namespace smiley::central
