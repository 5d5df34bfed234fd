// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/ids.h"
#include "app/core/result.h"
#include "app/core/settings.h"
#include "app/core/time.h"
#include "sync/wire/keys.h"
#include "sync/wire/people.h"

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// The small messages between stand and centre. Each is one JSON object. Those signed by the centre travel as
/// {"payload":"<JSON text>","signature":"…"}: the signature (with its Context) is over the payload's bytes, so nothing
/// has to be made canonical.

namespace smiley::wire {

enum class MessageFault : std::uint8_t {
    Malformed,    ///< not what it should be; the message says where
    BadSignature, ///< not signed by the key that is known for it, or changed
};

/// Largest message in bytes: a configuration with the largest questionnaire, escaped twice.
inline constexpr std::size_t messageBytesMax = std::size_t{2} * 1024 * 1024;
/// Largest settings text in a configuration.
inline constexpr std::size_t settingsBytesMax = std::size_t{128} * 1024;

template <class T>
using Parsed = core::Result<T, MessageFault>;

/// The centre's word on an envelope.
struct Receipt {
    enum class Outcome : std::uint8_t {
        Stored,    ///< on disk at the centre; also for one that was there already
        KeptAside, ///< on disk, and not counted until somebody decides (blocked stand, unknown place)
        Fork,      ///< kept aside: the stand's history isn't a prefix of the centre's; draw a new epoch
    };
    core::StandId stand;
    core::Epoch epoch;
    core::EnvelopeNumber number{};
    core::Hash hash;
    Outcome outcome = Outcome::Stored;
    /// The centre's highest number of this epoch and its hash.
    core::EnvelopeNumber highest{};
    core::Hash highestHash;
};
[[nodiscard]] std::string writeReceipt(const Receipt& receipt, const SecretKey& centre);
[[nodiscard]] Parsed<Receipt> readReceipt(std::string_view json, const PublicKey& centre);

/// What the stand program says when it wants to be enrolled: outbox/stand.json. Signed by the envelope key (proof that
/// it is held).
struct StandIdentity {
    PublicKey envelopeKey;
    core::Epoch epoch;
    bool example = false;
};
[[nodiscard]] std::string writeStandIdentity(const StandIdentity& identity, const SecretKey& envelopeKey);
[[nodiscard]] Parsed<StandIdentity> readStandIdentity(std::string_view json);

/// POST /v1/enrolments. Signed by the transport key.
struct EnrolmentRequest {
    std::string code;     ///< 8 base32 letters (RFC 4648), shown as XXXX-XXXX; case and hyphen don't matter
    std::string identity; ///< the stand program's signed StandIdentity, as it stands
    PublicKey transportKey;
};
[[nodiscard]] std::string writeEnrolmentRequest(const EnrolmentRequest& request, const SecretKey& transportKey);
[[nodiscard]] Parsed<EnrolmentRequest> readEnrolmentRequest(std::string_view json);

/// The answer; inbox/enrolment.json. The first one that a stand takes pins the centre's key.
struct Enrolment {
    core::StandId stand;
    core::MunicipalityId municipality;
    PublicKey centreKey;
    PublicKey envelopeKey; ///< whom it is for
    bool example = false;
};
[[nodiscard]] std::string writeEnrolment(const Enrolment& enrolment, const SecretKey& centre);
/// Verified by the key that it carries.
[[nodiscard]] Parsed<Enrolment> readEnrolment(std::string_view json);

/// What the centre sets for a stand: inbox/configuration.json. Newer versions replace older ones; an older or unsigned
/// one is refused. Counts from the next opening day.
struct Configuration {
    core::StandId stand;
    std::uint64_t version = 0; ///< rises with every change
    std::string questionnaire; ///< JSON of the questionnaire in force
    /// The centre's part of the settings, as a JSON object text (keys: README.md). Empty: none.
    std::string settings;
    /// What counts from the next opening day on: a standard policy's name, or a policy's document (JSON). Empty: headline.
    std::string policy;
    /// On trial from the next opening day on, in the same forms; empty: none.
    std::string shadowPolicy;
    /// An observer has counted at this stand: runs may be excluded. Else they are only marked (METHOD.md section 3).
    bool countedOnSite = false;
    /// What turns comments on: a JSON text of `writeCommentSettings` (comments.h). Empty: off.
    std::string comments;
    /// Who may run the stand, from the moment it is taken on; nobody: nobody.
    std::vector<Person> people;
};
[[nodiscard]] std::string writeConfiguration(const Configuration& configuration, const SecretKey& centre);
[[nodiscard]] Parsed<Configuration> readConfiguration(std::string_view json, const PublicKey& centre);
/// Lays the centre's settings over the stand's own. Comments are as `commentsJson` says, whatever the stand's own are.
/// Malformed names every fault.
[[nodiscard]] Parsed<core::StandSettings> applySettings(core::StandSettings own, std::string_view settingsJson,
                                                        std::string_view commentsJson = {});

/// What the stand program tells the sync program about itself: outbox/status.json, and with uptime and disk the
/// heartbeat. Nothing in it changes because somebody tapped.
struct Heartbeat {
    std::string standProgram; ///< versions
    std::string syncProgram;
    std::optional<core::Day> lastClosedDay;
    std::optional<core::Epoch> epoch;
    core::EnvelopeNumber lastEnvelope{};        ///< 0: none yet
    std::string clockQuality;                   ///< "anchored", "set", "none"
    std::map<std::string, std::string> sensors; ///< e.g. {"presence":"none"}
    std::uint64_t configurationVersion = 0;
    std::uint64_t localVersion = 0;          ///< of what staff changed, the newest, in force or waiting
    std::optional<core::Hash> questionnaire; ///< of the newest versions of both
    int freeDiskPercent = 0;                 ///< in steps of 5
    int uptimeHours = 0;
    std::string timeNonce; ///< 32 hex digits, drawn by the stand program at its start; empty: none asked
};
[[nodiscard]] std::string writeHeartbeat(const Heartbeat& heartbeat);
[[nodiscard]] Parsed<Heartbeat> readHeartbeat(std::string_view json);

/// The centre's time, bound to the stand's nonce.
struct CentreTime {
    std::string nonce;
    core::WallMs time{};
};
[[nodiscard]] std::string writeCentreTime(const CentreTime& time, const SecretKey& centre);
[[nodiscard]] Parsed<CentreTime> readCentreTime(std::string_view json, const PublicKey& centre);
/// inbox/time.json as the sync program leaves it: the signed answer, and when it came by the machine's own clock.
struct ReceivedTime {
    std::string answer;      ///< the signed CentreTime
    std::string machineBoot; ///< the kernel's boot id
    core::MonotonicMs at{};  ///< CLOCK_BOOTTIME when it came
    std::int64_t roundTripMs = 0;
};
[[nodiscard]] std::string writeReceivedTime(const ReceivedTime& time);
[[nodiscard]] Parsed<ReceivedTime> readReceivedTime(std::string_view json);

/// How a stand's requests are signed: header "Smiley-Signature: <base64url>" with Context::Request over
/// "<METHOD> <target>\n<sha256 of the body, hex>\n". Replays are harmless: every request is idempotent.
inline constexpr std::string_view signatureHeader = "Smiley-Signature";
[[nodiscard]] Signature signRequest(const SecretKey& transportKey, std::string_view method, std::string_view target,
                                    std::string_view body);
[[nodiscard]] bool verifyRequest(const PublicKey& transportKey, std::string_view method, std::string_view target,
                                 std::string_view body, std::string_view signature);

/// RFC 9457, application/problem+json.
struct Problem {
    std::string type; ///< "urn:smileystand:problem:<name>"
    std::string title;
    int status = 500;
    std::string detail; ///< what was wrong, where, what to do
};
[[nodiscard]] std::string writeProblem(const Problem& problem);
[[nodiscard]] Parsed<Problem> readProblem(std::string_view json);

} // namespace smiley::wire
