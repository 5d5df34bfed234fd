// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/central/comments.h"
#include "sync/wire/questionnaire_json.h"
#include "tests/sync/central/fleet.h"

#include <algorithm>

/// Stands whose visitors write comments, at a Fleet's centre.

namespace smiley::test {

inline const core::MunicipalityId fjordby = *core::MunicipalityId::parse("fjordby");

inline core::CommentSettings settingsOf(const wire::CommentSecret& secret, int days = 90)
{
    return {secret.publicKey().text(), "Kommunikation", days, {"Hanne Lund"}, "2026-11-01", "Mette Holm"};
}

/// A day's envelope with this many comments, each sealed to `key`.
inline wire::Envelope dayWithComments(const FakeStand& stand, int comments, const wire::CommentKey& key,
                                      core::Random& random)
{
    wire::Envelope envelope = dayEnvelope(stand, 7, random);
    for (int number = 0; number < comments; ++number) {
        envelope.comments.push_back({wire::uuid4(random), stand.day, stand.day, "K9", core::FaceGroup::High,
                                     wire::commentKeyId(key),
                                     *wire::sealComment(key, "tekst " + std::to_string(number))});
    }
    return envelope;
}

inline central::NewConfiguration withQuestions()
{
    central::NewConfiguration configuration;
    configuration.questionnaire = std::string(wire::shippedQuestionnaire("smiley"));
    return configuration;
}

/// In the audit trail.
inline std::size_t entries(Fleet& fleet, std::string_view what)
{
    const auto trail = must(fleet.ledger().auditTrail());
    return static_cast<std::size_t>(std::ranges::count(trail, what, &central::AuditEntry::what));
}

} // namespace smiley::test
