// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/wire/comments.h"
#include "sync/wire/messages.h"
#include "sync/wire/signed_message.h"

#include <algorithm>
#include <array>
#include <utility>

/// What the centre signs. Payloads:
///
/// receipt         stand, epoch, number, hash, outcome "stored"|"kept-aside"|"fork", highest, highest_hash
/// enrolment       stand, municipality, centre_key, envelope_key, example (only where true)
/// configuration   stand, version, questionnaire (a JSON text), settings (a JSON text, or ""), policy and shadow_policy (a
///                 name or a JSON text; left out where empty), counted_on_site (only where true), comments (a JSON text;
///                 left out where they are off): key, read_by, deleted_after_days, staff_names [..], approved_on, approved_by;
///                 people (a JSON text; left out where there is nobody): [{id, name, role "reader"|"editor", first_pin}, ..]
/// time            nonce (32 hexadecimal digits), time_ms (milliseconds since 1970-01-01T00:00:00Z)

namespace smiley::wire {

namespace json = boost::json;

namespace {

/// Names of Receipt::Outcome, in the order of its enumerators.
constexpr std::array<std::string_view, 3> outcomeNames{"stored", "kept-aside", "fork"};

bool isNonce(std::string_view text)
{
    return core::Epoch::parse(text).has_value(); // the same form: 32 hexadecimal digits
}

} // namespace

std::string writeReceipt(const Receipt& receipt, const SecretKey& centre)
{
    json::object payload;
    payload["stand"] = receipt.stand.text();
    payload["epoch"] = receipt.epoch.text();
    payload["number"] = core::number(receipt.number);
    payload["hash"] = receipt.hash.text();
    payload["outcome"] = outcomeNames.at(static_cast<std::size_t>(receipt.outcome));
    payload["highest"] = core::number(receipt.highest);
    payload["highest_hash"] = receipt.highestHash.text();
    return writeSigned(std::move(payload), "receipt", Context::Receipt, centre);
}

Parsed<Receipt> readReceipt(std::string_view json, const PublicKey& centre)
{
    const auto payload = openSigned(json, "receipt", Context::Receipt, centre);
    if (!payload) {
        return payload.error();
    }
    std::vector<DocumentFault> faults;
    Fields fields(*payload, "", faults);
    auto stand = fields.id<core::StandId>("stand", slugRule);
    auto epoch = fields.id<core::Epoch>("epoch", epochRule);
    const core::EnvelopeNumber number{fields.count("number", jsonNumberMax, 1)};
    auto hash = fields.id<core::Hash>("hash", hashRule);
    const std::string outcome = fields.oneOf("outcome", outcomeNames);
    const core::EnvelopeNumber highest{fields.count("highest")};
    auto highestHash = fields.id<core::Hash>("highest_hash", hashRule);
    if (!faults.empty()) {
        return malformed("receipt", faults);
    }
    const auto which = std::find(outcomeNames.begin(), outcomeNames.end(), outcome) - outcomeNames.begin();
    return Receipt{
        std::move(*stand), std::move(*epoch),      number, std::move(*hash), static_cast<Receipt::Outcome>(which),
        highest,           std::move(*highestHash)};
}

std::string writeEnrolment(const Enrolment& enrolment, const SecretKey& centre)
{
    json::object payload;
    payload["stand"] = enrolment.stand.text();
    payload["municipality"] = enrolment.municipality.text();
    payload["centre_key"] = enrolment.centreKey.text();
    payload["envelope_key"] = enrolment.envelopeKey.text();
    if (enrolment.example) {
        payload["example"] = true;
    }
    return writeSigned(std::move(payload), "enrolment", Context::Enrolment, centre);
}

Parsed<Enrolment> readEnrolment(std::string_view json)
{
    const auto outer = readSigned(json, "enrolment");
    if (!outer) {
        return outer.error();
    }
    const auto payload = payloadOf(*outer, "enrolment");
    if (!payload) {
        return payload.error();
    }
    std::vector<DocumentFault> faults;
    Fields fields(*payload, "", faults);
    auto stand = fields.id<core::StandId>("stand", slugRule);
    auto municipality = fields.id<core::MunicipalityId>("municipality", slugRule);
    const auto centreKey = publicKey(fields, "centre_key");
    const auto envelopeKey = publicKey(fields, "envelope_key");
    const bool example = fields.flag("example");
    if (!faults.empty()) {
        return malformed("enrolment", faults);
    }
    if (!verify(*centreKey, Context::Enrolment, outer->payload, outer->signature)) {
        return badSignature("enrolment");
    }
    return Enrolment{std::move(*stand), std::move(*municipality), *centreKey, *envelopeKey, example};
}

std::string writeConfiguration(const Configuration& configuration, const SecretKey& centre)
{
    json::object payload;
    payload["stand"] = configuration.stand.text();
    payload["version"] = configuration.version;
    payload["questionnaire"] = configuration.questionnaire;
    payload["settings"] = configuration.settings;
    if (!configuration.policy.empty()) {
        payload["policy"] = configuration.policy;
    }
    if (!configuration.shadowPolicy.empty()) {
        payload["shadow_policy"] = configuration.shadowPolicy;
    }
    if (configuration.countedOnSite) {
        payload["counted_on_site"] = true;
    }
    if (!configuration.comments.empty()) {
        payload["comments"] = configuration.comments;
    }
    if (!configuration.people.empty()) {
        payload["people"] = writePeople(configuration.people);
    }
    return writeSigned(std::move(payload), "configuration", Context::Configuration, centre);
}

Parsed<Configuration> readConfiguration(std::string_view json, const PublicKey& centre)
{
    const auto payload = openSigned(json, "configuration", Context::Configuration, centre);
    if (!payload) {
        return payload.error();
    }
    std::vector<DocumentFault> faults;
    Fields fields(*payload, "", faults);
    auto stand = fields.id<core::StandId>("stand", slugRule);
    const auto version = fields.count("version");
    std::string questionnaire = fields.raw("questionnaire", questionnaireBytesMax);
    std::string settings = fields.raw("settings", settingsBytesMax);
    std::string policy = fields.has("policy") ? fields.raw("policy", policyBytesMax) : "";
    std::string shadow = fields.has("shadow_policy") ? fields.raw("shadow_policy", policyBytesMax) : "";
    const bool countedOnSite = fields.flag("counted_on_site");
    std::string comments = fields.has("comments") ? fields.raw("comments", commentSettingsBytesMax) : "";
    const std::string people = fields.has("people") ? fields.raw("people", peopleBytesMax) : "";
    if (!faults.empty()) {
        return malformed("configuration", faults);
    }
    Parsed<std::vector<Person>> readers = std::vector<Person>();
    if (!people.empty()) {
        readers = readPeople(people);
        if (!readers) {
            return readers.error();
        }
    }
    return Configuration{
        std::move(*stand), version,       std::move(questionnaire), std::move(settings), std::move(policy),
        std::move(shadow), countedOnSite, std::move(comments),      std::move(*readers)};
}

std::string writeCentreTime(const CentreTime& time, const SecretKey& centre)
{
    json::object payload;
    payload["nonce"] = time.nonce;
    payload["time_ms"] = core::count(time.time);
    return writeSigned(std::move(payload), "time", Context::Time, centre);
}

Parsed<CentreTime> readCentreTime(std::string_view json, const PublicKey& centre)
{
    const auto payload = openSigned(json, "time", Context::Time, centre);
    if (!payload) {
        return payload.error();
    }
    std::vector<DocumentFault> faults;
    Fields fields(*payload, "", faults);
    std::string nonce = fields.text("nonce", 32);
    if (!nonce.empty() && !isNonce(nonce)) {
        fields.fault("nonce", "must be 32 lower-case hexadecimal digits");
    }
    const core::WallMs time{fields.integer("time_ms")};
    if (!faults.empty()) {
        return malformed("time", faults);
    }
    return CentreTime{std::move(nonce), time};
}

} // namespace smiley::wire
