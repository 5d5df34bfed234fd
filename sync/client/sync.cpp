// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/client/sync.h"

#include "sync/wire/envelope.h"
#include "sync/wire/messages.h"

#include <algorithm>
#include <spdlog/spdlog.h>
#include <utility>

namespace smiley::client {

namespace {

constexpr std::size_t smallFileBytesMax = 64 * 1024;
constexpr std::int64_t lookEveryMs = 2'000;
constexpr std::int64_t hourMs = 3'600'000;

std::string label(const EnvelopeName& name)
{
    return "envelope " + std::to_string(core::number(name.number)) + " of epoch " + name.epoch.text().substr(0, 8);
}

} // namespace

/// What outbox/status.json says.
struct Sync::Status {
    wire::Heartbeat heartbeat;
    std::string fault; ///< empty, or why it can't be used; the heartbeat is then an empty one
};

Sync::Sync(Folders folders, Membership membership, std::string program, Transport& transport, const Machine& machine,
           core::Random& random, Pace pace)
    : m_folders(std::move(folders)),
      m_membership(std::move(membership)),
      m_program(std::move(program)),
      m_transport(transport),
      m_machine(machine),
      m_random(random),
      m_plan(pace)
{}

Sync::Status Sync::readStatus() const
{
    Status status;
    status.heartbeat.clockQuality = "none";
    const std::filesystem::path file = m_folders.outbox / "status.json";
    const auto text = files::readWhole(file, smallFileBytesMax);
    if (!text) {
        status.fault = text.error().message + "; does the stand program run?";
        return status;
    }
    auto heartbeat = wire::readHeartbeat(*text);
    if (!heartbeat) {
        status.fault = file.string() + ": " + heartbeat.error().message + "; is the stand program of another version?";
        return status;
    }
    status.heartbeat = std::move(*heartbeat);
    return status;
}

std::string Sync::heartbeat() const
{
    const Status status = readStatus();
    if (!status.fault.empty()) {
        spdlog::warn("{}", status.fault);
    }
    wire::Heartbeat heartbeat = status.heartbeat;
    heartbeat.syncProgram = m_program;
    heartbeat.freeDiskPercent = m_machine.freeDiskPercent();
    heartbeat.uptimeHours = static_cast<int>(core::count(m_machine.now()) / hourMs);
    return wire::writeHeartbeat(heartbeat);
}

std::string Sync::target(const char* resource) const
{
    return "/v1/stands/" + m_membership.stand.text() + "/" + resource;
}

void Sync::look()
{
    const auto names = listEnvelopes(m_folders.outbox, readStatus().heartbeat.epoch);
    if (!names) {
        if (m_outboxReadable) {
            spdlog::error("{}", names.error().message);
        }
        m_outboxReadable = false;
        m_summary.folderFault = true;
        return;
    }
    m_outboxReadable = true;
    m_plan.look(*names);
    for (const EnvelopeName& name : *names) {
        const bool isNew = std::find(m_seen.begin(), m_seen.end(), name) == m_seen.end();
        if (!isNew) {
            continue;
        }
        const auto bytes = files::readWhole(m_folders.outbox / wire::envelopeFileName(name.epoch, name.number),
                                            wire::envelopeBytesMax);
        if (bytes && hasReceiptFor(name, *bytes)) {
            m_plan.markReceipted(name);
        }
    }
    m_seen = *names;
}

bool Sync::wasAsked()
{
    const auto text = files::readWhole(m_folders.outbox / "send-now", smallFileBytesMax);
    const std::string newest = text ? *text : std::string();
    return std::exchange(m_asked, newest).value_or(newest) != newest && !newest.empty();
}

bool Sync::hasReceiptFor(const EnvelopeName& envelope, std::string_view bytes) const
{
    const auto text =
        files::readWhole(m_folders.inbox / wire::receiptFileName(envelope.epoch, envelope.number), smallFileBytesMax);
    if (!text) {
        return false;
    }
    const auto receipt = wire::readReceipt(*text, m_membership.centreKey);
    return receipt && receipt->epoch == envelope.epoch && receipt->number == envelope.number &&
           receipt->hash == wire::sha256(bytes);
}

core::Result<Response, TransportFault> Sync::exchange(Request request)
{
    request.signature = wire::signRequest(m_membership.transportKey, request.method, request.target, request.body);
    const bool clockIsRight = readStatus().heartbeat.clockQuality == "anchored";
    return m_transport.exchange(request, clockIsRight ? DateCheck::On : DateCheck::Off);
}

Sync::Result Sync::failed(const std::string& what, const core::Failure<TransportFault>& failure)
{
    m_summary.ended = failure.code;
    switch (failure.code) {
    case TransportFault::Stopped: return {Outcome::Unreachable, {}};
    case TransportFault::Unreachable: spdlog::warn("{}: {}", what, failure.message); return {Outcome::Unreachable, {}};
    case TransportFault::NotTrusted: spdlog::error("{}: {}", what, failure.message); return {Outcome::Unreachable, {}};
    case TransportFault::Cut: spdlog::warn("{}: {}", what, failure.message); break;
    case TransportFault::Malformed: spdlog::error("{}: {}", what, failure.message); break;
    }
    return {Outcome::Failed, {}};
}

Sync::Result Sync::unusable(const std::string& what, const Response& response)
{
    const std::string why = describeRefusal(response);
    spdlog::error("{}: {}", what, why);
    m_summary.troubles.push_back({what, why});
    if (response.status == 429 || (response.status == 503 && response.retryAfterMs)) {
        return {Outcome::Busy, response.retryAfterMs};
    }
    if (response.status == 401 || response.status == 403 || response.status == 404) {
        m_summary.refused = true;
        return {Outcome::StandRefused, {}};
    }
    constexpr int requestTimeout = 408;
    constexpr int notImplemented = 501; // a format that the centre doesn't know yet
    if ((response.status >= 300 && response.status < 500 && response.status != requestTimeout) ||
        response.status == notImplemented) {
        m_summary.refused = true;
        return {Outcome::Refused, {}};
    }
    m_summary.ended = TransportFault::Malformed;
    return {Outcome::Failed, {}};
}

Sync::Result Sync::unwritable(const std::string& what, const core::Failure<files::FileFault>& failure)
{
    spdlog::error("{}: {}", what, failure.message);
    m_summary.troubles.push_back({what, failure.message});
    m_summary.folderFault = true;
    return {Outcome::Unreachable, {}};
}

Sync::Result Sync::sendEnvelope(const EnvelopeName& envelope)
{
    const std::string fileName = wire::envelopeFileName(envelope.epoch, envelope.number);
    const auto bytes = files::readWhole(m_folders.outbox / fileName, wire::envelopeBytesMax);
    if (!bytes && bytes.error().code == files::FileFault::Missing) {
        return {Outcome::Gone, {}};
    }
    if (!bytes) {
        unwritable(fileName, bytes.error());
        return {Outcome::Refused, {}};
    }
    Request request;
    request.method = "POST";
    request.target = target("envelopes");
    request.contentType = "application/zstd";
    request.body = *bytes;
    spdlog::info("Sending {} ({} bytes) …", label(envelope), bytes->size());
    const auto response = exchange(std::move(request));
    if (!response) {
        return failed(fileName, response.error());
    }
    if (response->status != 200 && response->status != 201) {
        return unusable(fileName, *response);
    }
    const auto receipt = wire::readReceipt(response->body, m_membership.centreKey);
    const bool isForThis = receipt && receipt->stand == m_membership.stand && receipt->epoch == envelope.epoch &&
                           receipt->number == envelope.number && receipt->hash == wire::sha256(*bytes);
    if (!isForThis) {
        const std::string why = receipt ? "the receipt is for another envelope" : receipt.error().message;
        return failed(fileName, core::fail(TransportFault::Malformed, why + "; it counts as not received"));
    }
    if (receipt->outcome != wire::Receipt::Outcome::Stored) {
        spdlog::warn("{}: the centre keeps it aside{}", fileName,
                     receipt->outcome == wire::Receipt::Outcome::Fork ? " (fork: another history of this stand)" : "");
    }
    const std::filesystem::path receiptFile = m_folders.inbox / wire::receiptFileName(envelope.epoch, envelope.number);
    if (const auto written = files::writeWhole(receiptFile, response->body, files::Rights::Everyone); !written) {
        return unwritable(receiptFile.string(), written.error());
    }
    spdlog::info("Receipted: {}", label(envelope));
    ++m_summary.sent;
    return {Outcome::Done, {}};
}

Sync::Result Sync::sendHeartbeat()
{
    Request request;
    request.method = "POST";
    request.target = target("heartbeat");
    request.contentType = "application/json";
    request.body = heartbeat();
    spdlog::info("Sending the heartbeat …");
    const core::MonotonicMs sentAt = m_machine.now();
    const auto response = exchange(std::move(request));
    if (!response) {
        return failed("heartbeat", response.error());
    }
    if (response->status != 200 && response->status != 204) {
        return unusable("heartbeat", *response);
    }
    m_summary.heartbeatTaken = true;
    if (response->body.empty()) {
        return {Outcome::Done, {}};
    }
    wire::ReceivedTime received;
    received.at = m_machine.now();
    received.roundTripMs = core::count(received.at) - core::count(sentAt);
    received.machineBoot = m_machine.bootId();
    received.answer = response->body;
    if (received.machineBoot.empty()) {
        spdlog::error(
            "The kernel's boot id can't be read (is /proc/sys hidden?): the centre's time can't be passed on");
        return {Outcome::Done, {}};
    }
    const auto time = wire::readCentreTime(response->body, m_membership.centreKey);
    if (!time) {
        return failed("heartbeat", core::fail(TransportFault::Malformed, time.error().message));
    }
    const std::filesystem::path file = m_folders.inbox / "time.json";
    if (const auto written = files::writeWhole(file, wire::writeReceivedTime(received), files::Rights::Everyone);
        !written) {
        return unwritable(file.string(), written.error());
    }
    m_summary.timeReceived = true;
    return {Outcome::Done, {}};
}

Sync::Result Sync::fetchConfiguration()
{
    Request request;
    request.method = "GET";
    request.target = target("configuration");
    request.ifNoneMatch = m_etag;
    spdlog::info("Asking for a new configuration …");
    const auto response = exchange(std::move(request));
    if (!response) {
        return failed("configuration", response.error());
    }
    if (response->status == 304 || response->status == 404 || response->status == 204) {
        return {Outcome::Done, {}};
    }
    if (response->status != 200) {
        return unusable("configuration", *response);
    }
    const auto configuration = wire::readConfiguration(response->body, m_membership.centreKey);
    if (!configuration || configuration->stand != m_membership.stand) {
        const std::string why = configuration ? "it is for another stand" : configuration.error().message;
        return failed("configuration", core::fail(TransportFault::Malformed, why + "; the one in force stays"));
    }
    if (configuration->version > readStatus().heartbeat.configurationVersion) {
        const std::filesystem::path file = m_folders.inbox / "configuration.json";
        spdlog::info("Writing configuration {} …", configuration->version);
        if (const auto written = files::writeWhole(file, response->body, files::Rights::Everyone); !written) {
            return unwritable(file.string(), written.error());
        }
        m_summary.configurationNew = true;
    }
    m_etag = response->etag;
    return {Outcome::Done, {}};
}

Outcome Sync::perform(const Step& step)
{
    Result result;
    switch (step.task) {
    case Task::Heartbeat: result = sendHeartbeat(); break;
    case Task::Configuration: result = fetchConfiguration(); break;
    case Task::Envelope: result = sendEnvelope(*step.envelope); break;
    }
    m_plan.happened(step, result.outcome, m_machine.now(), m_random, result.retryAfterMs);
    return result.outcome;
}

Summary Sync::once()
{
    m_summary = {};
    look();
    m_summary.already = static_cast<std::size_t>(
        std::count_if(m_seen.begin(), m_seen.end(), [&](const auto& name) { return m_plan.isReceipted(name); }));
    std::vector<Step> steps{{Task::Heartbeat, {}}, {Task::Configuration, {}}};
    for (const EnvelopeName& name : m_seen) {
        if (!m_plan.isReceipted(name)) {
            steps.push_back({Task::Envelope, name});
        }
    }
    int failures = 0;
    for (const Step& step : steps) {
        const Outcome outcome = perform(step);
        failures += outcome == Outcome::Failed ? 1 : 0;
        const bool concernsAll =
            outcome == Outcome::Unreachable || outcome == Outcome::Busy || outcome == Outcome::StandRefused;
        if (concernsAll || failures == failuresPerRank) {
            break;
        }
    }
    m_summary.waiting = static_cast<std::size_t>(
        std::count_if(m_seen.begin(), m_seen.end(), [&](const auto& name) { return !m_plan.isReceipted(name); }));
    return m_summary;
}

void Sync::run(const Stop& stop)
{
    while (!stop.isRequested()) {
        m_summary = {};
        look();
        const core::MonotonicMs now = m_machine.now();
        if (wasAsked()) {
            spdlog::info("Staff ask to send now");
            m_plan.hurry(now);
        }
        const Next next = m_plan.next(now);
        if (const auto* wait = std::get_if<Wait>(&next)) {
            stop.sleep(std::min(core::count(wait->until) - core::count(now), lookEveryMs));
        } else {
            perform(std::get<Step>(next));
        }
    }
    spdlog::info("Ended");
}

} // namespace smiley::client
