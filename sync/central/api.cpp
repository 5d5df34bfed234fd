// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/central/api.h"

#include "sync/central/administration.h"
#include "sync/central/byte_range.h"
#include "sync/central/json_text.h"

#include <spdlog/spdlog.h>

#include <algorithm>
#include <charconv>
#include <system_error>

namespace smiley::central {

namespace {

constexpr std::string_view bearer = "Bearer ";

HttpResponse json(int status, std::string body) { return {status, "application/json", std::move(body), {}, {}}; }

/// What the sender wrote, as it may stand in an answer: not long, and plain ASCII.
std::string shown(std::string_view text)
{
    constexpr std::size_t shownMax = 200;
    std::string plain(text.substr(0, shownMax));
    std::replace_if(
        plain.begin(), plain.end(), [](char c) { return c < ' ' || c > '~'; }, '?');
    return plain;
}

HttpResponse noSuchResource(std::string_view target)
{
    return problem(404, "not-found", "There is nothing here",
                   "no resource has the path " + shown(target) + "; GET /openapi.json lists all");
}

HttpResponse onlyMethod(const char* method)
{
    auto response = problem(405, "method", "This resource has another method", std::string("use ") + method);
    response.headers.emplace_back("Allow", method);
    return response;
}

HttpResponse retryLater(const std::string& detail)
{
    auto response = problem(503, "ledger", "The ledger can't be used now", detail);
    response.headers.emplace_back("Retry-After", "60");
    return response;
}

HttpResponse refusal(const core::Failure<IngestFault>& failure)
{
    const auto& why = failure.message;
    switch (failure.code) {
    case IngestFault::TooLarge: return problem(413, "too-large", "The envelope is too large", why);
    case IngestFault::Unreadable: return problem(400, "unreadable", "This is no envelope", why);
    case IngestFault::BadSignature: return problem(422, "envelope-signature", "The envelope's signature is wrong", why);
    case IngestFault::NewerFormat: return problem(501, "newer-format", "The envelope is of a newer format", why);
    case IngestFault::WrongStand: return problem(422, "wrong-stand", "The envelope is of another stand", why);
    case IngestFault::NotEnrolled: return problem(403, "not-enrolled", "The stand is not enrolled", why);
    case IngestFault::Example: return problem(422, "example", "Example data and real data don't mix", why);
    }
    return problem(500, "unexpected", "Unexpected", why);
}

/// The path's parts, without the query.
std::vector<std::string_view> partsOf(std::string_view target)
{
    target = target.substr(0, target.find('?'));
    std::vector<std::string_view> parts;
    while (!target.empty()) {
        target.remove_prefix(1); // the slash
        const std::size_t end = std::min(target.find('/'), target.size());
        parts.push_back(target.substr(0, end));
        target.remove_prefix(end);
    }
    return parts;
}

std::string contentTypeOf(std::string_view fileName)
{
    if (fileName.ends_with(".json")) {
        return "application/json";
    }
    if (fileName.ends_with(".csv")) {
        return "text/csv; charset=utf-8";
    }
    return fileName.ends_with(".md") ? "text/markdown; charset=utf-8" : "application/octet-stream";
}

} // namespace

HttpResponse problem(int status, std::string_view name, std::string title, std::string detail)
{
    return {status,
            "application/problem+json",
            wire::writeProblem(
                {"urn:smileystand:problem:" + std::string(name), std::move(title), status, std::move(detail)}),
            {},
            {}};
}

Api::Api(LedgerThread& ledger, const wire::SecretKey& centre, const core::Clock& clock, const Packages& packages)
    : m_ledger(ledger),
      m_centre(centre),
      m_clock(clock),
      m_packages(packages)
{}

std::size_t Api::bodyBytesMax(std::string_view method, std::string_view target)
{
    const auto path = partsOf(target);
    const bool isEnvelope = method == "POST" && path.size() == 4 && path[1] == "stands" && path[3] == "envelopes";
    return isEnvelope ? wire::envelopeBytesMax : messageBytesMax;
}

HttpResponse Api::handle(const HttpRequest& request)
{
    if (request.target.empty() || request.target.front() != '/') {
        return problem(400, "bad-request", "The target is no path", "send a path, as /v1/enrolments");
    }
    const Path path = partsOf(request.target);
    const bool isGet = request.method == "GET";
    if (path.size() == 1 && (path[0] == "healthz" || path[0] == "metrics" || path[0] == "openapi.json")) {
        if (!isGet) {
            return onlyMethod("GET");
        }
        return path[0] == "healthz" ? health() : path[0] == "metrics" ? metrics() : json(200, std::string(openApi()));
    }
    if (path.size() == 2 && path[0] == "v1" && path[1] == "enrolments") {
        return request.method == "POST" ? enrolment(request) : onlyMethod("POST");
    }
    if (path.size() == 4 && path[0] == "v1" && path[1] == "stands") {
        return standResource(request, path[2], path[3]);
    }
    if ((path.size() == 4 || path.size() == 7) && path[0] == "v1" && path[1] == "municipalities" &&
        path[3] == "packages") {
        return isGet ? packages(request, path) : onlyMethod("GET");
    }
    return noSuchResource(request.target);
}

// --- Enrolment

bool Api::mayTryCode()
{
    const std::lock_guard lock(m_mutex);
    const auto minuteAgo = core::MonotonicMs{core::count(m_clock.now().monotonic) - 60'000};
    std::erase_if(m_wrongCodes, [&](core::MonotonicMs at) { return at < minuteAgo; });
    return m_wrongCodes.size() < static_cast<std::size_t>(wrongCodesPerMinuteMax);
}

void Api::noteWrongCode()
{
    const std::lock_guard lock(m_mutex);
    m_wrongCodes.push_back(m_clock.now().monotonic);
}

HttpResponse Api::enrolment(const HttpRequest& request)
{
    if (!mayTryCode()) {
        auto response = problem(429, "too-many-codes", "Too many wrong enrolment codes",
                                "more than " + std::to_string(wrongCodesPerMinuteMax) +
                                    " wrong codes came in the last minute; try again in a minute");
        response.headers.emplace_back("Retry-After", "60");
        return response;
    }
    const core::WallMs now = m_clock.now().wall;
    const auto answer = m_ledger.run([&](Ledger& ledger) { return enrol(ledger, request.body, m_centre, now); });
    if (answer) {
        return json(201, *answer);
    }
    const auto& why = answer.error().message;
    switch (answer.error().code) {
    case EnrolFault::Malformed: return problem(400, "enrolment-request", "The enrolment can't be read", why);
    case EnrolFault::UnknownCode: noteWrongCode(); return problem(403, "code-unknown", "Unknown enrolment code", why);
    case EnrolFault::UsedCode: noteWrongCode(); return problem(410, "code-used", "The code was used", why);
    case EnrolFault::LateCode: noteWrongCode(); return problem(410, "code-late", "The code has ended", why);
    case EnrolFault::Example: return problem(422, "example", "Example data and real data don't mix", why);
    case EnrolFault::Blocked: return problem(403, "blocked", "The stand is blocked", why);
    case EnrolFault::Ledger: return retryLater(why);
    }
    return problem(500, "unexpected", "Unexpected", why);
}

// --- Stands

HttpResponse Api::standResource(const HttpRequest& request, std::string_view stand, std::string_view resource)
{
    const bool isPost = resource == "envelopes" || resource == "heartbeat";
    if (!isPost && resource != "configuration") {
        return noSuchResource(request.target);
    }
    if (request.method != (isPost ? "POST" : "GET")) {
        return onlyMethod(isPost ? "POST" : "GET");
    }
    const auto id = core::StandId::parse(stand);
    Kept<std::optional<Stand>> row = std::optional<Stand>();
    if (id) {
        row = m_ledger.run([&](Ledger& ledger) { return ledger.stand(*id); });
    }
    if (!row) {
        return retryLater(row.error().message);
    }
    if (!row->has_value() || !(*row)->transportKey) {
        return problem(404, "unknown-stand", "The stand is unknown",
                       "no stand " + shown(stand) + " is enrolled here; enrol it with a code");
    }
    if (!wire::verifyRequest(*(*row)->transportKey, request.method, request.target, request.body, request.signature)) {
        return problem(401, "request-signature", "The request is not signed by this stand",
                       "send " + std::string(wire::signatureHeader) +
                           " made with the stand's transport key; a device that was enrolled under another name must "
                           "use that name");
    }
    if (resource == "envelopes") {
        return envelope(request, **row);
    }
    return resource == "heartbeat" ? heartbeat(request, **row) : configuration(request, **row);
}

HttpResponse Api::envelope(const HttpRequest& request, const Stand& stand)
{
    auto checked = checkEnvelope(stand, request.body, m_ledger.identity().example);
    if (!checked) {
        spdlog::warn("Stand {}: envelope refused: {}", stand.id.text(), checked.error().message);
        return refusal(checked.error());
    }
    const auto taken = m_ledger.store(std::move(*checked));
    if (!taken) {
        return retryLater(taken.error().message);
    }
    if (taken->receipt.outcome != wire::Receipt::Outcome::Stored) {
        spdlog::warn("Stand {}: envelope {} is kept aside ({})", stand.id.text(), core::number(taken->row.number),
                     text(taken->row.state));
    }
    return json(taken->isNew ? 201 : 200, wire::writeReceipt(taken->receipt, m_centre));
}

HttpResponse Api::heartbeat(const HttpRequest& request, const Stand& stand)
{
    const auto heartbeat = wire::readHeartbeat(request.body);
    if (!heartbeat) {
        return problem(400, "heartbeat", "The heartbeat can't be read", heartbeat.error().message);
    }
    const auto version = m_ledger.run([&](Ledger& ledger) -> Kept<std::uint64_t> {
        if (auto kept = Ingest(ledger, m_clock).heartbeat(stand, *heartbeat, request.body); !kept) {
            return kept.error();
        }
        const auto configuration = ledger.configuration(stand.id);
        if (!configuration) {
            return configuration.error();
        }
        return *configuration ? (*configuration)->version : 0;
    });
    if (!version) {
        return retryLater(version.error().message);
    }
    HttpResponse response{204, "", "", {}, {}};
    if (!heartbeat->timeNonce.empty()) {
        response = json(200, wire::writeCentreTime({heartbeat->timeNonce, m_clock.now().wall}, m_centre));
    }
    response.headers.emplace_back(configurationHeader, std::to_string(*version));
    return response;
}

HttpResponse Api::configuration(const HttpRequest& request, const Stand& stand)
{
    const auto found = m_ledger.run([&](Ledger& ledger) { return ledger.configuration(stand.id); });
    if (!found) {
        return retryLater(found.error().message);
    }
    if (!*found || stand.state == StandState::Blocked) {
        return problem(404, "no-configuration", "There is no configuration for this stand",
                       "the stand keeps the one that it has; `smiley-central configuration set` makes one");
    }
    const std::string etag = '"' + std::to_string((*found)->version) + '"';
    HttpResponse response =
        matchesEtag(request.ifNoneMatch, etag) ? HttpResponse{304, "", "", {}, {}} : json(200, (*found)->signedJson);
    response.headers.emplace_back("ETag", etag);
    return response;
}

// --- Packages

HttpResponse Api::packages(const HttpRequest& request, const Path& path)
{
    const auto unauthorized = [](const std::string& challenge, const std::string& detail) {
        auto response = problem(401, "token", "A token is needed", detail);
        response.headers.emplace_back("WWW-Authenticate", challenge);
        return response;
    };
    if (request.authorization.substr(0, bearer.size()) != bearer) {
        return unauthorized("Bearer", "send \"Authorization: Bearer <token>\"; `smiley-central token add` makes one");
    }
    const core::Hash hash = tokenHash(std::string_view(request.authorization).substr(bearer.size()));
    const auto token = m_ledger.run([&](Ledger& ledger) { return ledger.token(hash); });
    if (!token) {
        return retryLater(token.error().message);
    }
    if (!*token) {
        return unauthorized("Bearer error=\"invalid_token\"", "this token is unknown here");
    }
    const auto municipality = core::MunicipalityId::parse(path[2]);
    if (!municipality || *municipality != (*token)->municipality) {
        return problem(403, "other-municipality", "The token is for another municipality",
                       "this token reads the packages of " + (*token)->municipality.text());
    }
    if (path.size() == 7) {
        return packageFile(request, *municipality, path, (*token)->number);
    }
    JsonArray list;
    for (const auto& listed : m_packages.list(*municipality)) {
        const std::string base = "/v1/municipalities/" + municipality->text() + "/packages/" +
                                 std::to_string(listed.night) + "/" + listed.kind + "/";
        list.raw(JsonObject()
                     .add("night", listed.night)
                     .add("kind", listed.kind)
                     .add("manifest", base + listed.manifest)
                     .text());
    }
    return json(200, JsonObject().raw("packages", list.text()).text());
}

HttpResponse Api::packageFile(const HttpRequest& request, const core::MunicipalityId& municipality, const Path& path,
                              std::int64_t token)
{
    std::uint64_t night = 0;
    const auto [end, fault] = std::from_chars(path[4].data(), path[4].data() + path[4].size(), night);
    const bool isNight = fault == std::errc{} && end == path[4].data() + path[4].size();
    const auto file = isNight ? m_packages.file(municipality, night, path[5], path[6]) : std::nullopt;
    std::error_code error;
    const std::uint64_t bytes = file ? std::filesystem::file_size(file->path, error) : 0;
    if (!file || error) {
        return problem(404, "not-found", "There is no such file",
                       "no package file " + shown(request.target) +
                           "; the list and each manifest.json name those there are");
    }
    const std::string etag = '"' + file->sha256.text() + '"';
    if (matchesEtag(request.ifNoneMatch, etag)) {
        return {304, "", "", {}, {{"ETag", etag}}};
    }
    const bool isRanged = request.ifRange.empty() || request.ifRange == etag;
    const auto range = parseRange(isRanged ? request.range : "", bytes);
    if (std::holds_alternative<Unsatisfiable>(range)) {
        auto response = problem(416, "range", "The range lies behind the end of the file",
                                "the file has " + std::to_string(bytes) + " bytes");
        response.headers.emplace_back("Content-Range", "bytes */" + std::to_string(bytes));
        return response;
    }
    HttpResponse response{200,
                          contentTypeOf(path[6]),
                          "",
                          FileSlice{file->path, 0, bytes},
                          {{"ETag", etag}, {"Accept-Ranges", "bytes"}, {"Cache-Control", "private, no-cache"}}};
    std::string part = "whole";
    if (const auto* bounds = std::get_if<ByteRange>(&range)) {
        response.status = 206;
        response.file = {file->path, bounds->first, bounds->last - bounds->first + 1};
        part = std::to_string(bounds->first) + "-" + std::to_string(bounds->last);
        response.headers.emplace_back("Content-Range", "bytes " + part + "/" + std::to_string(bytes));
    }
    const auto noted = m_ledger.run([&](Ledger& ledger) {
        return ledger.audit({m_clock.now().wall, "token:" + std::to_string(token), "package.pull", municipality.text(),
                             "night " + std::to_string(night) + ", " + std::string(path[5]) + "/" +
                                 std::string(path[6]) + ", " + part});
    });
    if (!noted) {
        return retryLater("the pull could not be noted in the audit trail: " + noted.error().message);
    }
    return response;
}

// --- For those who watch

HttpResponse Api::health()
{
    const auto counts = m_ledger.run([](Ledger& ledger) { return ledger.counts(); });
    if (!counts) {
        return retryLater(counts.error().message);
    }
    if (const std::string fault = m_ledger.readingFault(); !fault.empty()) {
        return retryLater("envelopes are stored but can't be read into rows: " + fault);
    }
    return json(200, JsonObject().add("status", "ok").add("waiting", counts->waiting).text());
}

HttpResponse Api::metrics()
{
    struct Facts {
        LedgerCounts counts;
        std::vector<Stand> stands;
        std::vector<StoredHeartbeat> heartbeats;
    };
    const auto facts = m_ledger.run([](Ledger& ledger) -> Kept<Facts> {
        auto counts = ledger.counts();
        auto stands = ledger.stands();
        auto heartbeats = ledger.heartbeats();
        if (!counts || !stands || !heartbeats) {
            return !counts ? counts.error() : !stands ? stands.error() : heartbeats.error();
        }
        return Facts{std::move(*counts), std::move(*stands), std::move(*heartbeats)};
    });
    if (!facts) {
        return retryLater(facts.error().message);
    }
    std::string out;
    const auto metric = [&](const char* name, const char* type, const char* help) {
        out += std::string("# HELP ") + name + " " + help + "\n# TYPE " + name + " " + type + "\n";
    };
    const auto value = [&](const std::string& series, auto number) {
        out += series + " " + std::to_string(number) + "\n";
    };
    const core::WallMs now = m_clock.now().wall;
    const auto age = [&](core::WallMs then) { return (core::count(now) - core::count(then)) / 1000; };

    metric("smiley_envelopes", "gauge", "Envelopes in the ledger by state.");
    for (const auto state : {EnvelopeState::Stored, EnvelopeState::KeptAside, EnvelopeState::Fork}) {
        const std::string name(text(state));
        const auto found = facts->counts.envelopes.find(name);
        value("smiley_envelopes{state=\"" + name + "\"}", found == facts->counts.envelopes.end() ? 0 : found->second);
    }
    metric("smiley_envelopes_waiting", "gauge", "Envelopes that are stored and not yet read into rows.");
    value("smiley_envelopes_waiting", facts->counts.waiting);
    metric("smiley_envelopes_flagged", "gauge", "Envelopes with something to look at, by flag.");
    for (const auto& [flag, count] : facts->counts.flags) {
        value("smiley_envelopes_flagged{flag=\"" + flag + "\"}", count);
    }
    metric("smiley_visits", "gauge", "Visits in the ledger.");
    value("smiley_visits", facts->counts.visits);
    metric("smiley_record_faults", "gauge", "Records that could not be read; they are kept.");
    value("smiley_record_faults", facts->counts.recordFaults);
    metric("smiley_unknown_records", "gauge", "Records of kinds that this program doesn't know; they are kept.");
    value("smiley_unknown_records", facts->counts.unknownRecords);

    metric("smiley_stands", "gauge", "Stands by state.");
    for (const auto state : {StandState::Waiting, StandState::Enrolled, StandState::Blocked}) {
        value("smiley_stands{state=\"" + std::string(text(state)) + "\"}",
              std::count_if(facts->stands.begin(), facts->stands.end(),
                            [&](const Stand& stand) { return stand.state == state; }));
    }
    metric("smiley_stand_clone", "gauge", "1 where two epochs of a stand are alive.");
    for (const Stand& stand : facts->stands) {
        value("smiley_stand_clone{stand=\"" + stand.id.text() + "\"}", stand.clone ? 1 : 0);
    }
    metric("smiley_stand_last_envelope_age_seconds", "gauge", "Seconds since the stand's last envelope came.");
    for (const auto& [stand, at] : facts->counts.lastEnvelopeAt) {
        value("smiley_stand_last_envelope_age_seconds{stand=\"" + stand.text() + "\"}", age(at));
    }
    metric("smiley_stand_last_heartbeat_age_seconds", "gauge", "Seconds since the stand's last heartbeat came.");
    for (const auto& heartbeat : facts->heartbeats) {
        value("smiley_stand_last_heartbeat_age_seconds{stand=\"" + heartbeat.stand.text() + "\"}",
              age(heartbeat.receivedAt));
    }
    return {200, "text/plain; version=0.0.4; charset=utf-8", out, {}, {}};
}

} // namespace smiley::central
