// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/central/sqlite_ledger.h"

/// Municipalities, sites, stands, their one-time codes and epochs.

namespace smiley::central {

namespace {

constexpr const char* standColumns = "SELECT id, municipality, site, door, state, added_at, enrolled_at, blocked_at, "
                                     "envelope_key, transport_key, clone FROM stands ";

Stand standRow(const Query& query)
{
    const auto key = [&](int column) {
        return query.isNull(column) ? std::nullopt : wire::PublicKey::parse(query.text(column));
    };
    return {
        .id = query.id<core::StandId>(0),
        .municipality = query.id<core::MunicipalityId>(1),
        .site = query.id<core::SiteId>(2),
        .door = query.text(3),
        .state = static_cast<StandState>(query.integer(4)),
        .addedAt = query.time(5),
        .enrolledAt = query.optionalTime(6),
        .blockedAt = query.optionalTime(7),
        .envelopeKey = key(8),
        .transportKey = key(9),
        .clone = query.integer(10) != 0,
    };
}

std::optional<std::string> keyText(const std::optional<wire::PublicKey>& key)
{
    return key ? std::optional(key->text()) : std::nullopt;
}

} // namespace

Kept<core::Done> SqliteLedger::ensureMunicipality(const Municipality& municipality)
{
    return guarded([&] {
        m_sql("INSERT INTO municipalities (id, name) VALUES (?, ?) ON CONFLICT DO NOTHING")
            .bind(municipality.id, municipality.name)
            .run();
        return core::Done{};
    });
}

Kept<core::Done> SqliteLedger::ensureSite(const Site& site)
{
    return guarded([&] {
        m_sql("INSERT INTO sites (municipality, id, name) VALUES (?, ?, ?) ON CONFLICT DO NOTHING")
            .bind(site.municipality, site.id, site.name)
            .run();
        return core::Done{};
    });
}

Kept<std::vector<Municipality>> SqliteLedger::municipalities()
{
    return guarded([&] {
        std::vector<Municipality> found;
        auto query = m_sql("SELECT id, name FROM municipalities ORDER BY id");
        while (query.step()) {
            found.push_back({query.id<core::MunicipalityId>(0), query.text(1)});
        }
        return found;
    });
}

Kept<std::vector<Site>> SqliteLedger::sites()
{
    return guarded([&] {
        std::vector<Site> found;
        auto query = m_sql("SELECT municipality, id, name FROM sites ORDER BY municipality, id");
        while (query.step()) {
            found.push_back({query.id<core::MunicipalityId>(0), query.id<core::SiteId>(1), query.text(2)});
        }
        return found;
    });
}

Kept<core::Done> SqliteLedger::addStand(const Stand& stand)
{
    auto known = this->stand(stand.id);
    if (!known) {
        return known.error();
    }
    if (*known) {
        return core::fail(LedgerFault::Exists, "there is a stand " + stand.id.text() + " already; choose another name");
    }
    const auto envelopeKey = keyText(stand.envelopeKey);
    const auto transportKey = keyText(stand.transportKey);
    auto added = guarded([&] {
        m_sql("INSERT INTO stands (id, municipality, site, door, state, added_at, enrolled_at, blocked_at, "
              "envelope_key, transport_key, clone) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
            .bind(stand.id, stand.municipality, stand.site, stand.door, stand.state, stand.addedAt, stand.enrolledAt,
                  stand.blockedAt, envelopeKey, transportKey, stand.clone ? 1 : 0)
            .run();
        return core::Done{};
    });
    if (!added && added.error().code == LedgerFault::Exists) { // the foreign key
        return core::fail(LedgerFault::NotFound,
                          "no site " + stand.site.text() + " in municipality " + stand.municipality.text());
    }
    return added;
}

Kept<std::vector<Stand>> SqliteLedger::stands()
{
    return guarded([&] {
        std::vector<Stand> found;
        auto query = m_sql(std::string(standColumns) + "ORDER BY id");
        while (query.step()) {
            found.push_back(standRow(query));
        }
        return found;
    });
}

Kept<std::optional<Stand>> SqliteLedger::stand(const core::StandId& id)
{
    return guarded([&]() -> std::optional<Stand> {
        auto query = m_sql(std::string(standColumns) + "WHERE id = ?");
        query.bind(id);
        return query.step() ? std::optional(standRow(query)) : std::nullopt;
    });
}

Kept<core::Done> SqliteLedger::updateStand(const Stand& stand)
{
    const auto envelopeKey = keyText(stand.envelopeKey);
    const auto transportKey = keyText(stand.transportKey);
    auto changed = guarded([&] {
        return m_sql("UPDATE stands SET state = ?, enrolled_at = ?, blocked_at = ?, envelope_key = ?, "
                     "transport_key = ?, clone = ? WHERE id = ?")
            .bind(stand.state, stand.enrolledAt, stand.blockedAt, envelopeKey, transportKey, stand.clone ? 1 : 0,
                  stand.id)
            .run();
    });
    if (!changed) {
        return changed.error();
    }
    if (*changed == 0) {
        return core::fail(LedgerFault::NotFound, "there is no stand " + stand.id.text());
    }
    return core::Done{};
}

Kept<core::Done> SqliteLedger::setCode(const EnrolmentCode& code)
{
    return atomically([&] {
        m_sql("DELETE FROM codes WHERE stand = ? AND used_at IS NULL").bind(code.stand).run();
        m_sql("INSERT INTO codes (hash, stand, expires_at, used_at) VALUES (?, ?, ?, ?)")
            .bind(code.hash, code.stand, code.expiresAt, code.usedAt)
            .run();
        return core::Done{};
    });
}

Kept<std::optional<EnrolmentCode>> SqliteLedger::code(const core::Hash& hash)
{
    return guarded([&]() -> std::optional<EnrolmentCode> {
        auto query = m_sql("SELECT stand, hash, expires_at, used_at FROM codes WHERE hash = ?");
        query.bind(hash);
        if (!query.step()) {
            return std::nullopt;
        }
        return EnrolmentCode{query.id<core::StandId>(0), query.id<core::Hash>(1), query.time(2), query.optionalTime(3)};
    });
}

Kept<core::Done> SqliteLedger::useCode(const core::Hash& hash, core::WallMs at)
{
    return guarded([&] {
        m_sql("UPDATE codes SET used_at = ? WHERE hash = ?").bind(at, hash).run();
        return core::Done{};
    });
}

Kept<std::vector<SeenEpoch>> SqliteLedger::seeEpoch(const core::StandId& stand, const core::Epoch& epoch,
                                                    core::WallMs at)
{
    return guarded([&] {
        m_sql("INSERT INTO epochs (stand, epoch, first_seen_at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING")
            .bind(stand, epoch, at)
            .run();
        std::vector<SeenEpoch> seen;
        auto query = m_sql("SELECT epoch, first_seen_at FROM epochs WHERE stand = ? ORDER BY first_seen_at, epoch");
        query.bind(stand);
        while (query.step()) {
            seen.push_back({query.id<core::Epoch>(0), query.time(1)});
        }
        return seen;
    });
}

} // namespace smiley::central
