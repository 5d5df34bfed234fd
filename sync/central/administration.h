// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/ports.h"
#include "sync/central/ledger.h"
#include "sync/wire/messages.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// What the operator does to the ledger, and enrolment. Every change stands in the audit trail, in the same transaction.
/// Call from the ledger's thread.

namespace smiley::central {

inline constexpr std::int64_t codeLifetimeMs = std::int64_t{7} * 24 * 3'600'000;

/// A one-time code. It is shown once; the ledger keeps its hash.
struct GivenCode {
    core::StandId stand;
    std::string code; ///< "XXXX-XXXX", base32 (RFC 4648)
    core::WallMs expiresAt{};
};

struct NewStand {
    core::MunicipalityId municipality;
    std::string municipalityName; ///< empty: the id, where the municipality is new
    core::SiteId site;
    std::string siteName; ///< empty: the id, where the site is new
    std::string door;
    std::optional<core::StandId> id; ///< nothing: "<site>-1", "<site>-2" …
};

/// Makes municipality and site where they are new. Exists.
[[nodiscard]] Kept<GivenCode> addStand(Ledger& ledger, const NewStand& stand, std::int64_t lifetimeMs, core::WallMs now,
                                       core::Random& random);
/// Another code for a stand that waits (the first was lost or too late); the one before ends. NotFound; Exists where the
/// stand is enrolled: another device is another stand, at the same door if need be.
[[nodiscard]] Kept<GivenCode> renewCode(Ledger& ledger, const core::StandId& stand, std::int64_t lifetimeMs,
                                        core::WallMs now, core::Random& random);

/// From now on its envelopes are kept aside. NotFound.
[[nodiscard]] Kept<core::Done> blockStand(Ledger& ledger, const core::StandId& stand, core::WallMs now);
enum class KeptAside : std::uint8_t {
    Stay,    ///< what came while it was blocked stays uncounted
    Release, ///< … is counted from the next night on
};
/// Also takes the clone mark away. Gives how many envelopes were released; they are read by `Ingest::finishReading`.
[[nodiscard]] Kept<std::uint64_t> unblockStand(Ledger& ledger, const core::StandId& stand, KeptAside keptAside,
                                               core::WallMs now);

/// A token that reads the packages of one municipality. It is shown once; the ledger keeps its hash. NotFound.
[[nodiscard]] Kept<std::string> addToken(Ledger& ledger, const core::MunicipalityId& municipality, core::WallMs now,
                                         core::Random& random);
[[nodiscard]] core::Hash tokenHash(std::string_view token);

/// What a configuration is made of; nothing: as in the configuration before.
struct NewConfiguration {
    std::optional<std::string> questionnaire; ///< JSON that parseQuestionnaire took
    std::optional<std::string> settings;      ///< JSON that applySettings took
    std::optional<std::string> policy;       ///< a standard policy's name or a document that parsePolicy took; "": none
    std::optional<std::string> shadowPolicy; ///< likewise
    std::optional<bool> countedOnSite;
    std::optional<std::vector<wire::Person>> people;
};
/// Signs the stand's next configuration and gives its version. Comments are as the stand's municipality has them.
/// NotFound where the stand is unknown, or has no questionnaire yet and none is given.
[[nodiscard]] Kept<std::uint64_t> configure(Ledger& ledger, const core::StandId& stand,
                                            const NewConfiguration& configuration, const wire::SecretKey& centre,
                                            core::WallMs now);

/// The same inside a transaction that is open.
[[nodiscard]] Kept<std::uint64_t> configureInside(Ledger& ledger, const core::StandId& stand,
                                                  const NewConfiguration& configuration, const wire::SecretKey& centre,
                                                  core::WallMs now);

enum class EnrolFault : std::uint8_t {
    Malformed,   ///< the request isn't what it should be
    UnknownCode, ///< no such code: typed wrong, or replaced by a newer one
    UsedCode,    ///< another device has used it
    LateCode,    ///< its time is over: ask for another
    Example,     ///< a stand with example data at a real centre, or the reverse
    Blocked,     ///< the stand was blocked
    Ledger,      ///< the ledger could not be used: try again
};
/// Enrols the stand that the code is for and gives the signed answer. The same keys with the same code get the same
/// answer again, so that a cut may be repeated.
[[nodiscard]] core::Result<std::string, EnrolFault> enrol(Ledger& ledger, std::string_view request,
                                                          const wire::SecretKey& centre, core::WallMs now);

/// "2026-11-22 14:05 UTC".
[[nodiscard]] std::string describe(core::WallMs time);

} // namespace smiley::central
