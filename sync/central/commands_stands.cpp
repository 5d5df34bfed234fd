// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/central/certificates.h"
#include "sync/central/commands.h"
#include "sync/central/ingest.h"
#include "sync/central/json_text.h"
#include "sync/central/observations.h"
#include "sync/wire/messages.h"

#include <algorithm>
#include <iostream>
#include <optional>

namespace smiley::central {

namespace {

/// What a stand's last heartbeat says that somebody should mend; empty: nothing.
std::string missingIn(const std::string& heartbeat)
{
    const auto read = wire::readHeartbeat(heartbeat);
    if (!read) {
        return "";
    }
    const auto speech = read->sensors.find("speech");
    return speech == read->sensors.end() || speech->second == "ready" ? "" : "  speech: " + speech->second;
}

/// The newest versions by a stand's newest envelope or its last heartbeat, whichever came last.
struct Reported {
    wire::NewestVersions newest;
    core::WallMs at{};
};

Kept<std::optional<Reported>> reportedBy(Ledger& ledger, const std::vector<EnvelopeRow>& envelopes,
                                         const StoredHeartbeat* heartbeat, const core::StandId& stand)
{
    std::optional<Reported> reported;
    const auto row = std::find_if(envelopes.rbegin(), envelopes.rend(), [&](const EnvelopeRow& each) {
        return each.stand == stand && each.state == EnvelopeState::Stored && each.read == ReadState::Read;
    });
    if (row != envelopes.rend()) {
        const auto content = ledger.content(row->id);
        if (!content) {
            return content.error();
        }
        if (!content->statuses.empty() && content->statuses.back().newest) {
            reported = {*content->statuses.back().newest, row->receivedAt};
        }
    }
    if (heartbeat != nullptr && (!reported || heartbeat->receivedAt >= reported->at)) {
        if (const auto read = wire::readHeartbeat(heartbeat->json)) {
            reported = {{read->configurationVersion, read->localVersion, read->questionnaire}, heartbeat->receivedAt};
        }
    }
    return reported;
}

} // namespace

int showCode(const CommandOptions& options, const DataFolder& folder, const GivenCode& given)
{
    const auto certificate = readWhole(folder.caCertificate(), smallFileBytesMax);
    const std::string print = certificate ? fingerprint(*certificate) : "";
    const std::string ca = folder.caCertificate().string();
    if (options.json) {
        return printed(JsonObject()
                           .add("stand", given.stand.text())
                           .add("code", given.code)
                           .add("expires_at_ms", core::count(given.expiresAt))
                           .add("ca", ca)
                           .add("ca_fingerprint", print)
                           .text());
    }
    return printed("Stand            " + given.stand.text() + "\nOne-time code    " + given.code + "   (until " +
                   describe(given.expiresAt) + ")\nCA file          " + ca + "\nIts fingerprint  " + print +
                   "\n\nOn the stand: smiley-sync enrol --config sync.toml --code " + given.code);
}

int standAdd(const CommandOptions& options)
{
    return withCentre(options, [&](const DataFolder& folder, Ledger& ledger, const wire::SecretKey&) {
        return withId<core::MunicipalityId>("--municipality", options.municipality, [&](const auto& municipality) {
            return withId<core::SiteId>("--site", options.site, [&](const auto& site) {
                NewStand stand{municipality, options.municipalityName, site, options.siteName, options.door,
                               std::nullopt};
                if (!options.name.empty()) {
                    stand.id = core::StandId::parse(options.name);
                    if (!stand.id) {
                        return said(Usage, "--name \"" + options.name +
                                               "\" must be 3 to 40 lower-case letters, digits "
                                               "and hyphens, beginning with a letter");
                    }
                }
                wire::SystemRandom random;
                const auto given = addStand(ledger, stand, std::int64_t{options.codeHours} * 3'600'000,
                                            options.clock.now().wall, random);
                return given ? showCode(options, folder, *given) : failed(given.error());
            });
        });
    });
}

int standCode(const CommandOptions& options)
{
    return withCentre(options, [&](const DataFolder& folder, Ledger& ledger, const wire::SecretKey&) {
        return withId<core::StandId>("STAND", options.stand, [&](const core::StandId& stand) {
            wire::SystemRandom random;
            const auto given =
                renewCode(ledger, stand, std::int64_t{options.codeHours} * 3'600'000, options.clock.now().wall, random);
            return given ? showCode(options, folder, *given) : failed(given.error());
        });
    });
}

int standList(const CommandOptions& options)
{
    return withCentre(options, [&](const DataFolder&, Ledger& ledger, const wire::SecretKey&) {
        const auto stands = ledger.stands();
        const auto counts = ledger.counts();
        const auto heartbeats = ledger.heartbeats();
        const auto observations = ledger.observations();
        const auto envelopes = ledger.envelopes();
        if (!stands || !counts || !heartbeats || !observations || !envelopes) {
            return failed(!stands       ? stands.error()
                          : !counts     ? counts.error()
                          : !heartbeats ? heartbeats.error()
                          : !envelopes  ? envelopes.error()
                                        : observations.error());
        }
        const std::vector<Observation> newest = newestObservations(*observations);
        JsonArray list;
        std::string table;
        for (const Stand& stand : *stands) {
            const auto lastEnvelope = counts->lastEnvelopeAt.find(stand.id);
            const auto heartbeat = std::find_if(heartbeats->begin(), heartbeats->end(),
                                                [&](const auto& one) { return one.stand == stand.id; });
            JsonObject object;
            object.add("stand", stand.id.text())
                .add("municipality", stand.municipality.text())
                .add("site", stand.site.text())
                .add("door", stand.door)
                .add("state", text(stand.state))
                .add("clone", stand.clone);
            const bool isCounted = isCountedOnSite(newest, *envelopes, stand.id);
            object.add("accuracy", isCounted ? "counted on site" : "simulated");
            std::string line = stand.id.text() + "  " + stand.municipality.text() + "/" + stand.site.text() +
                               (stand.door.empty() ? "" : "/" + stand.door) + "  " + std::string(text(stand.state)) +
                               (isCounted ? "  optalt på stedet" : "  simuleret nøjagtighed");
            if (lastEnvelope != counts->lastEnvelopeAt.end()) {
                object.add("last_envelope_at_ms", core::count(lastEnvelope->second));
                line += "  last envelope " + describe(lastEnvelope->second);
            }
            if (heartbeat != heartbeats->end()) {
                object.add("last_heartbeat_at_ms", core::count(heartbeat->receivedAt))
                    .raw("heartbeat", heartbeat->json);
                line += "  heartbeat " + describe(heartbeat->receivedAt) + missingIn(heartbeat->json);
            }
            const auto reported =
                reportedBy(ledger, *envelopes, heartbeat == heartbeats->end() ? nullptr : &*heartbeat, stand.id);
            if (!reported) {
                return failed(reported.error());
            }
            if (*reported) {
                const wire::NewestVersions& said = (*reported)->newest;
                JsonObject versions;
                versions.add("configuration_version", said.configuration).add("local_version", said.local);
                if (said.questionnaire) {
                    versions.add("questionnaire", said.questionnaire->text());
                }
                object.raw("newest", versions.add("reported_at_ms", core::count((*reported)->at)).text());
            }
            list.raw(object.text());
            table += line + (stand.clone ? "  CLONE: two epochs are alive" : "") + "\n";
        }
        if (options.json) {
            return printed(list.text());
        }
        std::cout << (table.empty() ? "There are no stands; `smiley-central stand add` makes one.\n" : table);
        return static_cast<int>(Done);
    });
}

int standBlock(const CommandOptions& options)
{
    return withCentre(options, [&](const DataFolder&, Ledger& ledger, const wire::SecretKey&) {
        return withId<core::StandId>("STAND", options.stand, [&](const core::StandId& stand) {
            const auto done = blockStand(ledger, stand, options.clock.now().wall);
            return done ? printed("Blocked " + stand.text() + ": its envelopes are kept aside and don't count.")
                        : failed(done.error());
        });
    });
}

int standUnblock(const CommandOptions& options)
{
    return withCentre(options, [&](const DataFolder&, Ledger& ledger, const wire::SecretKey&) {
        return withId<core::StandId>("STAND", options.stand, [&](const core::StandId& stand) {
            const auto released = unblockStand(ledger, stand, options.release ? KeptAside::Release : KeptAside::Stay,
                                               options.clock.now().wall);
            if (!released) {
                return failed(released.error());
            }
            if (const auto read = Ingest(ledger, options.clock).finishReading(); !read) {
                return failed(read.error());
            }
            return printed("Unblocked " + stand.text() + "; " + std::to_string(*released) +
                           " envelopes that were kept aside count from the next night on.");
        });
    });
}

} // namespace smiley::central
