// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/adjudicator.h"
#include "app/core/ids.h"
#include "app/core/questionnaire.h"
#include "app/core/result.h"
#include "app/core/small_numbers.h"
#include "app/core/time.h"
#include "sync/wire/audit.h"
#include "sync/wire/keys.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// The sealed envelope, format 1: what leaves the stand.
///
/// zstd-compressed JSON Lines (UTF-8, one object a line, "\n" after each): first the header, then the records, shuffled
/// within each kind (audit rows excepted), last the trailer:
///
///   {"kind":"header","format":1,"stand":…,"epoch":…,"number":…,"previous":…|null,"first_day":…,"last_day":…,
///    "counts":{"visit":57,…},"audit_head":…|null,"audit_rows":12|absent,"example":true|absent,"program":…}
///   {"kind":"visit",…} … {"kind":"comment",…} … {"kind":"tally",…} … {"kind":"questionnaire",…} … {"kind":"status",…} …
///   {"kind":"policy",…} … {"kind":"audit",…} … {"kind":"typed_count",…} … lines of kinds that the writer doesn't know …
///   {"kind":"trailer","sha256":…,"signature":…}
///
/// `sha256` is over all uncompressed bytes before the trailer's line; the signature (Context::Envelope) is over that hash
/// in hexadecimal. The hash of an envelope, in the chain and in receipts, is the SHA-256 of the whole compressed file.
/// Unknown kinds and unknown members are kept and counted, never refused.

namespace smiley::wire {

inline constexpr int envelopeFormat = 1;
inline constexpr std::size_t envelopeBytesMax = std::size_t{4} * 1024 * 1024;       ///< compressed
inline constexpr std::size_t envelopePlainBytesMax = std::size_t{32} * 1024 * 1024; ///< uncompressed
inline constexpr std::size_t envelopeRecordsMax = 100'000;

struct EnvelopeHeader {
    int format = envelopeFormat;
    core::StandId stand;
    core::Epoch epoch;
    core::EnvelopeNumber number{};
    std::optional<core::Hash> previous; ///< hash of the envelope before in this epoch; nothing for number 1
    core::Day firstDay;
    core::Day lastDay;
    std::map<std::string, std::uint64_t> counts; ///< records per kind; filled in when written
    std::optional<core::Hash> auditHead;         ///< hash of the last audit row that has left, in this one or before
    bool example = false;                        ///< demonstration data
    std::string program;                         ///< "smiley-stand 0.1.0"
    std::uint64_t auditRows = 0;                 ///< that row's number; 0: no audit head
};

/// The part of time in which a visit lies: the smallest that at least five visits share.
struct Block {
    enum class Span : std::uint8_t { Hour, HalfDay, Day, Days };
    Span span = Span::Day;
    core::Day firstDay; ///< Days: the first; else the day
    core::Day lastDay;
    int hour = 0; ///< Hour: 0..23; HalfDay: 0 or 12
    auto operator<=>(const Block&) const = default;
};

/// The value of a language, errand or profile answer that fewer than five visits share.
inline constexpr std::string_view coarsened = "other";

struct VisitRecord {
    std::string id; ///< UUID version 4
    Block block;
    core::Face face = core::Face::InBetween;
    /// Option ids per question; an empty list: not asked in that language. Coarsened answers are {"other"}.
    std::map<std::string, std::vector<std::string>> answers;
    std::string language; ///< tag, or "other"
    core::Hash questionnaire;
    core::Outcome outcome = core::Outcome::Count; ///< Count or Excluded
    core::Reason reason = core::Reason::Ok;
};

/// What "Jeg er den næste" without a sensor came to, in taps.
struct ClaimTally {
    std::uint64_t counted = 0;
    std::uint64_t merged = 0;
    core::FaceCounts facesWithout{}; ///< the answers without those that only a claim made
    auto operator<=>(const ClaimTally&) const = default;
};

/// Implausible runs of one face, and what both ways of treating them give.
struct RunTally {
    std::uint64_t visits = 0;           ///< in runs: excluded, or marked
    std::uint64_t daysUnderControl = 0; ///< too much would have been excluded, so nothing was
    core::FaceCounts facesWithout{};    ///< runs excluded
    core::FaceCounts facesWith{};       ///< runs counted
    auto operator<=>(const RunTally&) const = default;
};

/// On how many days a sensor was there and healthy, so that the rule used it.
struct HealthTally {
    std::uint64_t days = 0; ///< with a tap
    std::uint64_t presence = 0;
    std::uint64_t doors = 0;
    auto operator<=>(const HealthTally&) const = default;
};

/// The model run (METHOD.md section 4): figures averaged over its draws, and the variance between them.
struct ModelTally {
    std::uint64_t days = 0;  ///< that the model went through
    std::uint64_t draws = 0; ///< of each day; the fewest of them
    double visits = 0;
    std::array<double, 5> faces{};
    std::array<double, 5> faceVariance{};
    double meanVariance = 0; ///< B of the mean score
    double redVariance = 0;  ///< B of the share of 1-2, and so on
    double yellowVariance = 0;
    double greenVariance = 0;
    auto operator<=>(const ModelTally&) const = default;
};

/// Totals of the whole envelope under one counting policy. Never per hour.
struct TallyRecord {
    /// "raw", "window:5", …: a standard policy. "headline": what the visits were counted by. "shadow": a policy on trial.
    std::string policy;
    core::FaceCounts faces{};
    /// Taps per reason code of METHOD.md 3; for "headline" and "shadow".
    std::map<std::string, std::uint64_t> reasons;
    /// Taps per input ("touch", "keys", "speech"); only for "raw".
    std::map<std::string, std::uint64_t> inputs;
    /// Replaced answers, "from-to" ("1-4"), and withdrawals by face ("1"); for "headline" and "shadow".
    std::map<std::string, std::uint64_t> corrections;
    std::map<std::string, std::uint64_t> withdrawals;
    /// Of the policy's document; where it changed, there is a record for each, or where one has fewer than five visits,
    /// one record without a hash. Missing in envelopes of older programs, as are those below, which only "headline" has.
    std::optional<core::Hash> hash;
    std::optional<ClaimTally> claims;
    std::optional<RunTally> runs;
    std::optional<HealthTally> health;
    std::optional<ModelTally> model;
};

/// A questionnaire, whole, the first time its hash is used by this stand.
struct QuestionnaireRecord {
    core::Hash hash;
    std::string json; ///< canonical
};

/// A counting policy, whole, the first time its hash is used by this stand.
struct PolicyRecord {
    core::Hash hash;
    std::string json; ///< canonical
};

/// What a visitor wrote, sealed to the municipality's comment key (comments.h). Nothing tells whose visit it was.
struct CommentRecord {
    std::string id; ///< UUID version 4, of its own
    core::Day firstDay;
    core::Day lastDay; ///< written on one of these days
    std::string question;
    std::optional<core::FaceGroup> faces; ///< nothing: fewer than five counted visits of the envelope are in its group
    std::string key;                      ///< id of the key (commentKeyId)
    std::string sealed;                   ///< raw bytes
};

/// The newest versions that the stand had taken or published when it sealed, as in the heartbeat. Whether they counted
/// already isn't said: what waits for a day without an answer would tell whether there was one.
struct NewestVersions {
    std::uint64_t configuration = 0;         ///< of the centre; 0: none
    std::uint64_t local = 0;                 ///< of what staff changed; 0: nothing
    std::optional<core::Hash> questionnaire; ///< that both come to
    auto operator<=>(const NewestVersions&) const = default;
};

/// What the stand was like; nothing in it dates an answer.
struct StatusRecord {
    std::vector<core::Day> days;                      ///< closed days in this envelope, also those without visits
    std::map<std::string, std::uint64_t> deadMinutes; ///< "staff", "cleaning", "test"
    std::optional<std::uint64_t> passages;            ///< of all days; nothing: no door counter
    std::string clock;                                ///< "anchored", "set", "none"
    std::uint64_t boots = 0;
    std::optional<NewestVersions> newest; ///< missing in envelopes of older programs
    /// Visitors were told that figures are shown from so many answers; of several promises the largest.
    std::uint64_t smallestShown = core::showFrom;
};

/// A number that staff typed for one day. Of two for the same the later envelope's counts.
struct TypedCountRecord {
    core::Day day;
    std::string what; ///< one of typedCountNames
    std::uint64_t count = 0;
    auto operator<=>(const TypedCountRecord&) const = default;
};
inline constexpr std::array<std::string_view, 2> typedCountNames{"door", "appointments"};

struct Envelope {
    EnvelopeHeader header;
    std::vector<VisitRecord> visits;
    std::vector<TallyRecord> tallies;
    std::vector<QuestionnaireRecord> questionnaires;
    std::vector<StatusRecord> statuses;
    std::vector<PolicyRecord> policies;
    std::vector<std::string> unknown; ///< whole lines of kinds that this program doesn't know
    std::vector<CommentRecord> comments;
    std::vector<AuditRecord> audit; ///< in the order of their numbers; some may have left before
    std::vector<TypedCountRecord> typedCounts;
};

/// Whether the tally "headline" is the counted visits by face, as the stand promises and the centre checks.
[[nodiscard]] bool tallyAgrees(const Envelope& envelope);

struct SealedBytes {
    std::string bytes;
    core::Hash hash;
};

/// Writes and signs. Records are shuffled within each kind by `random`, but for the audit trail's, which have numbers;
/// counts are filled in.
[[nodiscard]] SealedBytes writeEnvelope(Envelope envelope, const SecretKey& key, core::Random& random);

enum class EnvelopeFault : std::uint8_t {
    TooLarge,     ///< over a limit: refuse
    Unreadable,   ///< not zstd, not JSON Lines, no header or trailer: refuse
    BadSignature, ///< not signed by this key, or changed: refuse
    NewerFormat,  ///< of a format that this program doesn't know: keep the bytes, read after an update
};

/// A record that could not be read: kept and listed, never lost.
struct RecordFault {
    std::size_t line = 0; ///< 1-based, of the uncompressed text
    std::string message;
    std::string text;
};

struct ReadEnvelope {
    Envelope envelope;
    core::Hash hash;
    std::vector<RecordFault> faults;
    std::map<std::string, std::uint64_t> counted; ///< records found per kind, unknown kinds too
};

/// Reads the header only, without checking the signature: to find the stand's key.
[[nodiscard]] core::Result<EnvelopeHeader, EnvelopeFault> peekEnvelope(std::string_view bytes);
/// Reads and verifies. Single bad records are listed in `faults`.
[[nodiscard]] core::Result<ReadEnvelope, EnvelopeFault> readEnvelope(std::string_view bytes, const PublicKey& key);

/// The same envelope without its comments, for whoever must keep the one and delete the other. Its trailer has a new hash
/// and the old signature, which no longer fits: verify before. Every other line stays as it is, the header too.
[[nodiscard]] core::Result<std::string, EnvelopeFault> withoutComments(std::string_view bytes);
/// Reads what withoutComments gave; its header counts no comments. Checks the hash, not the signature.
[[nodiscard]] core::Result<ReadEnvelope, EnvelopeFault> readWithoutComments(std::string_view bytes);

/// File name in an outbox: "envelope-<epoch>-<number, 8 digits>.jsonl.zst".
[[nodiscard]] std::string envelopeFileName(const core::Epoch& epoch, core::EnvelopeNumber number);
/// On a stick, sealed to the centre: the same with ".sealed" behind.
[[nodiscard]] std::string stickFileName(const core::StandId& stand, const core::Epoch& epoch,
                                        core::EnvelopeNumber number);
/// In an inbox and on a stick: "receipt-<epoch>-<number, 8 digits>.json".
[[nodiscard]] std::string receiptFileName(const core::Epoch& epoch, core::EnvelopeNumber number);

} // namespace smiley::wire
