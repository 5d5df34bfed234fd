// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/ports.h"
#include "sync/client/files.h"
#include "sync/client/machine.h"
#include "sync/client/membership.h"
#include "sync/client/plan.h"
#include "sync/client/stop.h"
#include "sync/client/transport.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

/// Carries out the plan: outbox file to receipt, heartbeat, time, configuration.
///
///   POST /v1/stands/{stand}/envelopes      the file as it is        200: signed receipt -> inbox/receipt-….json
///   POST /v1/stands/{stand}/heartbeat      status.json and machine  200: signed time -> inbox/time.json; 204: none
///   GET  /v1/stands/{stand}/configuration  If-None-Match            200: newer than what status.json says that the
///                                                                   stand has -> inbox/configuration.json; 304, 404: none
///
/// Every request is signed by the transport key. Signed answers are checked (key, stand, and that a receipt is for this file)
/// and passed on as they stand: the stand program checks them again. An envelope counts as receipted when its receipt lies in
/// the inbox, or was written by this run; there is no other memory that could contradict it. Nothing in outbox/ is ever changed.

namespace smiley::client {

/// What the centre refused, or what can't be sent from here.
struct Trouble {
    std::string what; ///< file name, "heartbeat" or "configuration"
    std::string why;
};

/// What one pass did, for people and scripts.
struct Summary {
    std::size_t sent = 0;    ///< receipted in this pass
    std::size_t already = 0; ///< receipted before, still in the outbox
    std::size_t waiting = 0; ///< not receipted
    bool heartbeatTaken = false;
    bool timeReceived = false;
    bool configurationNew = false;
    std::vector<Trouble> troubles;
    /// What ended the pass before all was sent, by its kind; nothing: the pass was whole.
    std::optional<TransportFault> ended;
    bool folderFault = false; ///< a folder can't be read or written
    bool refused = false;     ///< the centre refused something
};

/// One thread. `transport`, `machine` and `random` must outlive it.
class Sync {
public:
    Sync(Folders folders, Membership membership, std::string program, Transport& transport, const Machine& machine,
         core::Random& random, Pace pace = {});

    /// Heartbeat, configuration and every envelope without a receipt, each once. Ends sooner where the centre can't be reached,
    /// asks to wait or doesn't know the stand, and after three failures; what it leaves is for the next pass.
    Summary once();
    /// Does what is due when it is due until `stop`. Looks into the outbox every two seconds.
    void run(const Stop& stop);

    /// What the heartbeat says: outbox/status.json with this program's version, free disk and uptime. Where status.json can't
    /// be read it says so by an empty stand program.
    [[nodiscard]] std::string heartbeat() const;

private:
    struct Status;
    struct Result {
        Outcome outcome = Outcome::Failed;
        std::optional<std::int64_t> retryAfterMs;
    };

    [[nodiscard]] Status readStatus() const;
    void look();
    /// outbox/send-now was written since the last time: staff press Send nu. Not at the first: all is due then.
    [[nodiscard]] bool wasAsked();
    [[nodiscard]] bool hasReceiptFor(const EnvelopeName& envelope, std::string_view bytes) const;
    Outcome perform(const Step& step);
    Result sendEnvelope(const EnvelopeName& envelope);
    Result sendHeartbeat();
    Result fetchConfiguration();
    [[nodiscard]] core::Result<Response, TransportFault> exchange(Request request);
    Result failed(const std::string& what, const core::Failure<TransportFault>& failure);
    Result unusable(const std::string& what, const Response& response);
    Result unwritable(const std::string& what, const core::Failure<files::FileFault>& failure);
    [[nodiscard]] std::string target(const char* resource) const;

    Folders m_folders;
    Membership m_membership;
    std::string m_program;
    Transport& m_transport;
    const Machine& m_machine;
    core::Random& m_random;
    Plan m_plan;
    std::vector<EnvelopeName> m_seen; ///< in the outbox at the last look
    std::string m_etag;
    std::optional<std::string> m_asked; ///< what outbox/send-now said last
    Summary m_summary;
    bool m_outboxReadable = true;
};

} // namespace smiley::client
