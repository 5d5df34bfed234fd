// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sync/client/test_centre.h"

#include "sync/wire/envelope.h"
#include "tests/support/fakes.h"

#include <algorithm>
#include <cassert>
#include <fstream>
#include <iterator>

namespace smiley::test {

namespace fs = std::filesystem;

namespace {

Reply json(std::string body)
{
    Reply reply;
    reply.body = std::move(body);
    reply.headers = {{"Content-Type", "application/json"}};
    return reply;
}

const std::string& headerOf(const SeenRequest& request, const std::string& name)
{
    static const std::string none;
    const auto found = request.headers.find(name);
    return found == request.headers.end() ? none : found->second;
}

} // namespace

Reply problem(int status, const std::string& title, const std::string& detail)
{
    Reply reply = json(wire::writeProblem({"urn:smileystand:problem:test", title, status, detail}));
    reply.status = status;
    reply.headers = {{"Content-Type", "application/problem+json"}};
    return reply;
}

TestCentre::TestCentre() : stand(*core::StandId::parse("fjordby-01")) {}

Reply TestCentre::answer(const SeenRequest& request)
{
    const std::scoped_lock lock(m_mutex);
    m_seen.push_back(request);
    if (before) {
        if (auto instead = before(request)) {
            return *instead;
        }
    }
    Reply reply;
    const std::string own = "/v1/stands/" + stand.text();
    const bool signedRight = m_transportKey && wire::verifyRequest(*m_transportKey, request.method, request.target,
                                                                   request.body, headerOf(request, "smiley-signature"));
    if (request.target == "/v1/enrolments") {
        reply = enrol(request);
    } else if (!signedRight) {
        reply = problem(401, "Not signed", "no such stand or key");
    } else if (request.target == own + "/envelopes") {
        reply = store(request);
    } else if (request.target == own + "/heartbeat") {
        reply = beat(request);
    } else if (request.target == own + "/configuration") {
        reply = configuration(request);
    } else {
        reply = problem(404, "Not found", request.target);
    }
    if (after) {
        after(request, reply);
    }
    return reply;
}

Reply TestCentre::enrol(const SeenRequest& request)
{
    const auto wanted = wire::readEnrolmentRequest(request.body);
    if (!wanted) {
        return problem(400, "Malformed", wanted.error().message);
    }
    if (wanted->code != code) {
        return problem(403, "No such code", "the code is wrong, used or older than a day");
    }
    const auto identity = wire::readStandIdentity(wanted->identity);
    assert(identity);
    if (m_transportKey && *m_transportKey != wanted->transportKey) {
        return problem(409, "The code was used", "ask for a new one");
    }
    m_transportKey = wanted->transportKey;
    return json(wire::writeEnrolment(
        {stand, *core::MunicipalityId::parse("fjordby"), key.publicKey(), identity->envelopeKey, true}, key));
}

Reply TestCentre::store(const SeenRequest& request)
{
    const auto header = wire::peekEnvelope(request.body);
    if (!header) {
        return problem(422, "Not an envelope", header.error().message);
    }
    const client::EnvelopeName name{header->epoch, header->number};
    const auto [place, isNew] = m_stored.emplace(name, request.body);
    if (isNew) {
        m_order.push_back(core::number(name.number));
    }
    assert(place->second == request.body);
    const core::Hash hash = wire::sha256(request.body);
    return json(wire::writeReceipt(
        {stand, name.epoch, name.number, hash, wire::Receipt::Outcome::Stored, name.number, hash}, key));
}

Reply TestCentre::beat(const SeenRequest& request)
{
    const auto heartbeat = wire::readHeartbeat(request.body);
    if (!heartbeat) {
        return problem(422, "Not a heartbeat", heartbeat.error().message);
    }
    if (heartbeat->timeNonce.empty()) {
        Reply nothing;
        nothing.status = 204;
        return nothing;
    }
    return json(wire::writeCentreTime({heartbeat->timeNonce, core::WallMs{1'795'600'800'000}}, key));
}

void TestCentre::setConfiguration(std::uint64_t version)
{
    const std::scoped_lock lock(m_mutex);
    m_configurationVersion = version;
    m_configuration = wire::writeConfiguration({stand, version, "{}", ""}, key);
}

Reply TestCentre::configuration(const SeenRequest& request)
{
    if (m_configurationVersion == 0) {
        return problem(404, "No configuration", "none is set for this stand");
    }
    const std::string etag = "\"" + std::to_string(m_configurationVersion) + "\"";
    Reply reply = json(m_configuration);
    reply.headers.emplace_back("ETag", etag);
    if (headerOf(request, "if-none-match") == etag) {
        reply.status = 304;
        reply.body.clear();
    }
    return reply;
}

std::vector<SeenRequest> TestCentre::seen() const
{
    const std::scoped_lock lock(m_mutex);
    return m_seen;
}

std::vector<std::string> TestCentre::bodiesOf(const std::string& targetEnd) const
{
    std::vector<std::string> bodies;
    for (const SeenRequest& request : seen()) {
        if (request.target.ends_with(targetEnd)) {
            bodies.push_back(request.body);
        }
    }
    return bodies;
}

std::vector<std::uint64_t> TestCentre::storedNumbers() const
{
    const std::scoped_lock lock(m_mutex);
    return m_order;
}

void TestCentre::forgetSeen()
{
    const std::scoped_lock lock(m_mutex);
    m_seen.clear();
}

TestStand::TestStand(const fs::path& folder)
    : folders{folder / "outbox", folder / "inbox", folder / "state"},
      epoch(*core::Epoch::parse("00112233445566778899aabbccddeeff"))
{
    fs::create_directory(folders.outbox);
    fs::create_directory(folders.inbox);
    fs::create_directory(folders.state);
    writeAll(folders.outbox / "stand.json",
             wire::writeStandIdentity({envelopeKey.publicKey(), epoch, true}, envelopeKey));
    writeStatus(status());
}

wire::Heartbeat TestStand::status() const
{
    wire::Heartbeat heartbeat;
    heartbeat.standProgram = "smiley-stand 0.1.0";
    heartbeat.epoch = epoch;
    heartbeat.clockQuality = "set";
    heartbeat.sensors = {{"presence", "none"}};
    heartbeat.timeNonce = "0123456789abcdef0123456789abcdef";
    return heartbeat;
}

void TestStand::seal(std::uint64_t number) { seal(epoch, number); }

void TestStand::seal(const core::Epoch& ofEpoch, std::uint64_t number)
{
    SeededRandom random(number);
    const core::Day day = *core::Day::parse("2026-11-20");
    const core::Hash hash = wire::sha256("questionnaire");
    wire::Envelope envelope{{.stand = *core::StandId::parse("fjordby-01"),
                             .epoch = ofEpoch,
                             .number = core::EnvelopeNumber{number},
                             .previous = number > 1 ? std::optional(hash) : std::nullopt,
                             .firstDay = day,
                             .lastDay = day,
                             .counts = {},
                             .auditHead = std::nullopt,
                             .example = true,
                             .program = "smiley-stand 0.1.0"},
                            {},
                            {},
                            {},
                            {},
                            {}};
    writeAll(folders.outbox / wire::envelopeFileName(ofEpoch, core::EnvelopeNumber{number}),
             wire::writeEnvelope(std::move(envelope), envelopeKey, random).bytes);
}

void TestStand::remove(std::uint64_t number)
{
    fs::remove(folders.outbox / wire::envelopeFileName(epoch, core::EnvelopeNumber{number}));
}

void TestStand::writeStatus(const wire::Heartbeat& heartbeat)
{
    writeAll(folders.outbox / "status.json", wire::writeHeartbeat(heartbeat));
}

std::vector<std::string> TestStand::files(const fs::path& folder) const
{
    std::vector<std::string> names;
    for (const auto& entry : fs::directory_iterator(folder)) {
        names.push_back(entry.path().filename().string());
    }
    std::sort(names.begin(), names.end());
    return names;
}

fs::path TestStand::receipt(std::uint64_t number) const
{
    return folders.inbox / wire::receiptFileName(epoch, core::EnvelopeNumber{number});
}

std::string readAll(const fs::path& file)
{
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

void writeAll(const fs::path& file, const std::string& bytes) { std::ofstream(file, std::ios::binary) << bytes; }

} // namespace smiley::test
