// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/wire/envelope_lines.h"
#include "sync/wire/messages.h"
#include "sync/wire/signed_message.h"

#include <algorithm>
#include <utility>

/// What the stand's two programs say, and what anybody may.
///
/// stand-identity      signed by the envelope key: envelope_key, epoch, example (only where true)
/// enrolment-request   signed by the transport key: code (8 base32 letters), identity (the signed stand-identity as a
///                     string), transport_key
/// heartbeat           not signed itself: stand_program, sync_program, last_closed_day, epoch, last_envelope, clock,
///                     sensors {name: state}, configuration_version, questionnaire, free_disk_percent, uptime_hours,
///                     time_nonce; what has no value is left out
/// received time       not signed itself: answer, machine_boot, at_ms, round_trip_ms
/// problem             RFC 9457: type, title, status, detail

namespace smiley::wire {

namespace json = boost::json;

namespace {

constexpr std::size_t codeLetters = 8;
constexpr std::size_t sensorsMax = 32;

/// "abcd-2345" -> "ABCD2345"; nothing where it is no code.
std::optional<std::string> enrolmentCode(std::string_view text)
{
    std::string code;
    for (char letter : text) {
        if (letter == '-' || letter == ' ') {
            continue;
        }
        if (letter >= 'a' && letter <= 'z') {
            letter = static_cast<char>(letter - 'a' + 'A');
        }
        if (!((letter >= 'A' && letter <= 'Z') || (letter >= '2' && letter <= '7'))) {
            return std::nullopt;
        }
        code += letter;
    }
    return code.size() == codeLetters ? std::optional(code) : std::nullopt;
}

std::string requestText(std::string_view method, std::string_view target, std::string_view body)
{
    return std::string(method) + " " + std::string(target) + "\n" + sha256(body).text() + "\n";
}

/// The key that the payload carries has to have signed it.
Parsed<json::object> openSelfSigned(std::string_view text, std::string_view message, std::string_view keyName,
                                    PublicKey& key)
{
    const auto outer = readSigned(text, message);
    if (!outer) {
        return outer.error();
    }
    auto payload = payloadOf(*outer, message);
    if (!payload) {
        return payload;
    }
    std::vector<DocumentFault> faults;
    Fields fields(*payload, "", faults);
    const auto carried = publicKey(fields, keyName);
    if (!carried) {
        return malformed(message, faults);
    }
    if (!verify(*carried, Context::Enrolment, outer->payload, outer->signature)) {
        return badSignature(message);
    }
    key = *carried;
    return payload;
}

} // namespace

std::string writeStandIdentity(const StandIdentity& identity, const SecretKey& envelopeKey)
{
    json::object payload;
    payload["envelope_key"] = identity.envelopeKey.text();
    payload["epoch"] = identity.epoch.text();
    if (identity.example) {
        payload["example"] = true;
    }
    return writeSigned(std::move(payload), "stand-identity", Context::Enrolment, envelopeKey);
}

Parsed<StandIdentity> readStandIdentity(std::string_view json)
{
    PublicKey key;
    const auto payload = openSelfSigned(json, "stand-identity", "envelope_key", key);
    if (!payload) {
        return payload.error();
    }
    std::vector<DocumentFault> faults;
    Fields fields(*payload, "", faults);
    auto epoch = fields.id<core::Epoch>("epoch", epochRule);
    const bool example = fields.flag("example");
    if (!faults.empty()) {
        return malformed("stand-identity", faults);
    }
    return StandIdentity{key, std::move(*epoch), example};
}

std::string writeEnrolmentRequest(const EnrolmentRequest& request, const SecretKey& transportKey)
{
    json::object payload;
    payload["code"] = request.code;
    payload["identity"] = request.identity;
    payload["transport_key"] = request.transportKey.text();
    return writeSigned(std::move(payload), "enrolment-request", Context::Enrolment, transportKey);
}

Parsed<EnrolmentRequest> readEnrolmentRequest(std::string_view json)
{
    PublicKey key;
    const auto payload = openSelfSigned(json, "enrolment-request", "transport_key", key);
    if (!payload) {
        return payload.error();
    }
    std::vector<DocumentFault> faults;
    Fields fields(*payload, "", faults);
    const std::string typed = fields.text("code", 40);
    auto code = enrolmentCode(typed);
    if (!typed.empty() && !code) {
        fields.fault("code", "must be 8 of the letters A-Z and digits 2-7, as XXXX-XXXX");
    }
    std::string identity = fields.raw("identity", messageBytesMax);
    if (!faults.empty()) {
        return malformed("enrolment-request", faults);
    }
    return EnrolmentRequest{std::move(*code), std::move(identity), key};
}

std::string writeHeartbeat(const Heartbeat& heartbeat)
{
    json::object object;
    object["stand_program"] = heartbeat.standProgram;
    object["sync_program"] = heartbeat.syncProgram;
    if (heartbeat.lastClosedDay) {
        object["last_closed_day"] = heartbeat.lastClosedDay->text();
    }
    if (heartbeat.epoch) {
        object["epoch"] = heartbeat.epoch->text();
    }
    object["last_envelope"] = core::number(heartbeat.lastEnvelope);
    object["clock"] = heartbeat.clockQuality;
    json::object sensors;
    for (const auto& [name, state] : heartbeat.sensors) {
        sensors[name] = state;
    }
    object["sensors"] = std::move(sensors);
    object["configuration_version"] = heartbeat.configurationVersion;
    if (heartbeat.localVersion > 0) {
        object["local_version"] = heartbeat.localVersion;
    }
    if (heartbeat.questionnaire) {
        object["questionnaire"] = heartbeat.questionnaire->text();
    }
    object["free_disk_percent"] = heartbeat.freeDiskPercent;
    object["uptime_hours"] = heartbeat.uptimeHours;
    object["time_nonce"] = heartbeat.timeNonce;
    return json::serialize(object);
}

Parsed<Heartbeat> readHeartbeat(std::string_view json)
{
    const auto object = readObject(json, "heartbeat");
    if (!object) {
        return object.error();
    }
    std::vector<DocumentFault> faults;
    Fields fields(*object, "", faults);
    Heartbeat heartbeat;
    heartbeat.standProgram = fields.optionalText("stand_program");
    heartbeat.syncProgram = fields.optionalText("sync_program");
    if (fields.has("last_closed_day")) {
        heartbeat.lastClosedDay = fields.day("last_closed_day");
    }
    heartbeat.epoch = fields.optionalId<core::Epoch>("epoch", epochRule);
    heartbeat.lastEnvelope = core::EnvelopeNumber{fields.count("last_envelope")};
    heartbeat.clockQuality = fields.oneOf("clock", clockQualities);
    if (fields.has("sensors")) {
        const json::object* sensors = fields.object("sensors");
        if (sensors != nullptr && sensors->size() > sensorsMax) {
            fields.fault("sensors", "must name at most " + std::to_string(sensorsMax));
        } else if (sensors != nullptr) {
            Fields states(*sensors, fields.pointer("sensors"), faults);
            for (const auto& sensor : *sensors) {
                if (unprintable(sensor.key())) {
                    states.fault(sensor.key(), "must be named in printable characters");
                    continue;
                }
                heartbeat.sensors[std::string(sensor.key())] = states.text(sensor.key(), 40);
            }
        }
    }
    heartbeat.configurationVersion = fields.count("configuration_version");
    heartbeat.localVersion = fields.has("local_version") ? fields.count("local_version") : 0;
    heartbeat.questionnaire = fields.optionalId<core::Hash>("questionnaire", hashRule);
    heartbeat.freeDiskPercent = static_cast<int>(fields.count("free_disk_percent", 100));
    if (heartbeat.freeDiskPercent % 5 != 0) {
        fields.fault("free_disk_percent", "must be given in steps of 5");
    }
    heartbeat.uptimeHours = static_cast<int>(fields.count("uptime_hours", 1'000'000));
    heartbeat.timeNonce = fields.optionalText("time_nonce", 32);
    if (!heartbeat.timeNonce.empty() && !core::Epoch::parse(heartbeat.timeNonce)) {
        fields.fault("time_nonce", "must be empty or 32 lower-case hexadecimal digits");
    }
    if (!faults.empty()) {
        return malformed("heartbeat", faults);
    }
    return heartbeat;
}

std::string writeReceivedTime(const ReceivedTime& time)
{
    json::object object;
    object["answer"] = time.answer;
    object["machine_boot"] = time.machineBoot;
    object["at_ms"] = core::count(time.at);
    object["round_trip_ms"] = time.roundTripMs;
    return json::serialize(object);
}

Parsed<ReceivedTime> readReceivedTime(std::string_view json)
{
    const auto object = readObject(json, "received time");
    if (!object) {
        return object.error();
    }
    std::vector<DocumentFault> faults;
    Fields fields(*object, "", faults);
    ReceivedTime time;
    time.answer = fields.raw("answer", messageBytesMax);
    time.machineBoot = fields.text("machine_boot");
    time.at = core::MonotonicMs{static_cast<std::int64_t>(fields.count("at_ms"))};
    time.roundTripMs = static_cast<std::int64_t>(fields.count("round_trip_ms"));
    if (!faults.empty()) {
        return malformed("received time", faults);
    }
    return time;
}

Signature signRequest(const SecretKey& transportKey, std::string_view method, std::string_view target,
                      std::string_view body)
{
    return transportKey.sign(Context::Request, requestText(method, target, body));
}

bool verifyRequest(const PublicKey& transportKey, std::string_view method, std::string_view target,
                   std::string_view body, std::string_view signature)
{
    return verify(transportKey, Context::Request, requestText(method, target, body), signature);
}

std::string writeProblem(const Problem& problem)
{
    json::object object;
    object["type"] = problem.type;
    object["title"] = problem.title;
    object["status"] = problem.status;
    object["detail"] = problem.detail;
    return json::serialize(object);
}

Parsed<Problem> readProblem(std::string_view json)
{
    const auto object = readObject(json, "problem");
    if (!object) {
        return object.error();
    }
    std::vector<DocumentFault> faults;
    Fields fields(*object, "", faults);
    Problem problem;
    problem.type = fields.optionalText("type", 500);
    if (problem.type.empty()) {
        problem.type = "about:blank"; // RFC 9457, 3.1.1
    }
    problem.title = fields.optionalText("title", 500);
    if (fields.has("status")) {
        problem.status = static_cast<int>(fields.count("status", 599, 100));
    }
    if (fields.has("detail")) {
        problem.detail = fields.raw("detail", messageBytesMax); // may have several lines
    }
    if (!faults.empty()) {
        return malformed("problem", faults);
    }
    return problem;
}

} // namespace smiley::wire
