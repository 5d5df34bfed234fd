// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/ids.h"
#include "app/core/result.h"
#include "app/core/time.h"
#include "sync/wire/envelope.h"
#include "sync/wire/keys.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

/// The ledger: everything that the centre knows, behind one interface that names no engine.
///
/// An envelope goes through it in two steps, each in a transaction of its own:
///
///   addEnvelope   its bytes are on disk; only then may a receipt be given        read = Waiting
///   writeContent  its records are rows, its flags are known                      read = Read
///
/// What lies between (a crash) is found again with `envelopesToRead`.
///
/// State of an envelope:
///   Stored     counts. Stamped by the next night once it is Read.
///   KeptAside  a blocked stand's; on disk, not read, not counted, until `releaseKeptAside`.
///   Fork       its history contradicts another envelope's; on disk, never counted.
///
/// At most one envelope that is no fork exists per (stand, epoch, number). Every order of rows that is given back is
/// fixed, so that what is made of it is the same bytes each time. A Ledger is used by the thread that opened it; several
/// threads or processes each open their own.

namespace smiley::central {

enum class LedgerFault : std::uint8_t {
    Busy,        ///< another process holds it for longer than ledgerWaitMs: try again
    Full,        ///< no space: nothing was written, free some and try again
    Io,          ///< the disk failed or the file can't be opened: check the path, its rights and the disk
    Corrupt,     ///< the file is damaged: restore the backup; the stands keep what wasn't receipted
    NewerSchema, ///< made by a newer program: update this one
    NotALedger,  ///< no ledger there: `smiley-central init` makes one
    Exists,      ///< that name is taken: choose another
    NotFound,    ///< no such stand, municipality, night …: check the name
};

template <class T>
using Kept = core::Result<T, LedgerFault>;

inline constexpr int ledgerWaitMs = 10'000;

struct LedgerIdentity {
    std::string id;       ///< 32 hex digits, drawn when the ledger is made; in every package manifest
    std::string name;     ///< of the centre, as given to `init`
    bool example = false; ///< an example centre takes example data, and nothing else
};

struct Municipality {
    core::MunicipalityId id;
    std::string name;
};

struct Site {
    core::MunicipalityId municipality;
    core::SiteId id;
    std::string name;
};

enum class StandState : std::uint8_t { Waiting, Enrolled, Blocked };
[[nodiscard]] std::string_view text(StandState state); ///< "waiting", "enrolled", "blocked"

/// Days are expected of a stand from the local day of `enrolledAt` (that day included) to the day before `blockedAt`.
struct Stand {
    core::StandId id;
    core::MunicipalityId municipality;
    core::SiteId site;
    std::string door; ///< empty: the site's only door
    StandState state = StandState::Waiting;
    core::WallMs addedAt{};
    std::optional<core::WallMs> enrolledAt;
    std::optional<core::WallMs> blockedAt;
    std::optional<wire::PublicKey> envelopeKey;
    std::optional<wire::PublicKey> transportKey;
    bool clone = false; ///< two epochs of this stand are alive
};

/// An enrolment code, known only by its hash.
struct EnrolmentCode {
    core::StandId stand;
    core::Hash hash;
    core::WallMs expiresAt{};
    std::optional<core::WallMs> usedAt;
};

struct SeenEpoch {
    core::Epoch epoch;
    core::WallMs firstSeenAt{};
};

enum class EnvelopeState : std::uint8_t { Stored, KeptAside, Fork };
[[nodiscard]] std::string_view text(EnvelopeState state); ///< "stored", "kept-aside", "fork"
enum class ReadState : std::uint8_t {
    Waiting, ///< not yet read into rows
    Read,
};

/// Flags of an envelope; each is a thing to look at, none keeps it from counting.
namespace flag {
inline constexpr std::string_view unknownQuestionnaire = "unknown-questionnaire"; ///< a version that nobody has sent
inline constexpr std::string_view tallyMismatch = "tally-mismatch"; ///< headline tally is not the visits by face
inline constexpr std::string_view countMismatch = "count-mismatch"; ///< the header's counts are not what was found
inline constexpr std::string_view recordFaults = "record-faults";   ///< records that could not be read
inline constexpr std::string_view unknownKinds = "unknown-kinds";   ///< records of kinds that this program doesn't know
inline constexpr std::string_view dayOverlap = "day-overlap"; ///< another epoch of the stand has closed the same days
} // namespace flag

/// An envelope without its bytes.
struct EnvelopeRow {
    std::int64_t id = 0; ///< of this ledger; rises in the order of arrival
    core::StandId stand;
    core::Epoch epoch;
    core::EnvelopeNumber number{};
    core::Hash hash;
    std::optional<core::Hash> previous;
    core::Day firstDay;
    core::Day lastDay;
    core::WallMs receivedAt{};
    EnvelopeState state = EnvelopeState::Stored;
    ReadState read = ReadState::Waiting;
    std::set<std::string, std::less<>> flags;
    std::uint64_t visits = 0; ///< records of kind visit that were read
    std::optional<std::uint64_t> night;
    std::uint64_t comments = 0;   ///< records of kind comment in its bytes; 0 once they were deleted
    bool commentsDeleted = false; ///< its bytes are those of wire::withoutComments
};

/// What stands in an envelope, in the order of its records, but for comments.
struct EnvelopeContent {
    std::vector<wire::VisitRecord> visits;
    std::vector<wire::TallyRecord> tallies;
    std::vector<wire::StatusRecord> statuses;
    std::map<std::string, std::uint64_t> unknownKinds; ///< records per kind
    std::vector<wire::RecordFault> faults;
    std::vector<wire::TypedCountRecord> typedCounts; ///< by day, what
};

/// A closed day that a stored, read envelope covers.
struct ReceivedDay {
    core::StandId stand;
    core::Day day;
    std::int64_t envelope = 0;
    core::WallMs receivedAt{};
    std::optional<std::uint64_t> night;
    auto operator<=>(const ReceivedDay&) const = default;
};

struct Night {
    std::uint64_t number = 0; ///< 1, 2, 3 … without a gap
    core::WallMs stampedAt{}; ///< its local day is the day of the night
};

/// A signed configuration as it is given to the stand.
struct StoredConfiguration {
    std::uint64_t version = 0;
    std::string signedJson;
    core::WallMs setAt{};
};

struct StoredHeartbeat {
    core::StandId stand;
    core::WallMs receivedAt{};
    std::string json;
};

/// Who did it, in the audit trail, where it was a command.
inline constexpr const char* operatorName = "operator";

struct AuditEntry {
    core::WallMs at{};
    std::string who;     ///< operatorName, "stand:<id>", "token:<number>", "retention"
    std::string what;    ///< "stand.add", "package.pull", "envelope.fork", …
    std::string subject; ///< the stand or municipality it is about
    std::string detail;
};

/// What an observer counted at a stand in one hour. Where there are two of the same hour, the later import is a
/// correction. Never mixed with answers.
struct Observation {
    core::StandId stand;
    core::Day day; ///< Europe/Copenhagen
    int hour = 0;  ///< 0..23
    std::uint64_t answered = 0;
    std::uint64_t tappedAgain = 0; ///< people who tapped more than once
    std::uint64_t passedBy = 0;
    core::WallMs importedAt{};
    bool removed = false; ///< from then on the hour was not counted
};

/// What makes comments possible in a municipality, and whether they are on.
struct CommentSwitch {
    core::MunicipalityId municipality;
    bool isOn = false;
    std::string settings; ///< JSON that wire::readCommentSettings takes
    core::WallMs setAt{};
};

/// A comment as it came. The ledger can't read its text.
struct StoredComment {
    core::StandId stand;
    wire::CommentRecord record;
};

struct LedgerCounts {
    std::map<std::string, std::uint64_t> envelopes; ///< by state
    std::map<std::string, std::uint64_t> flags;     ///< envelopes by flag
    std::uint64_t visits = 0;
    std::uint64_t recordFaults = 0;
    std::uint64_t unknownRecords = 0;
    std::uint64_t waiting = 0; ///< stored, not yet read
    std::map<core::StandId, core::WallMs> lastEnvelopeAt;
};

class Ledger {
public:
    virtual ~Ledger() = default;
    Ledger() = default;
    Ledger(const Ledger&) = delete;
    Ledger& operator=(const Ledger&) = delete;

    [[nodiscard]] virtual LedgerIdentity identity() const = 0;

    /// Everything until `commit` is one transaction, on disk when `commit` returns. Outside of one every writing call is
    /// a transaction of its own. Not nested.
    [[nodiscard]] virtual Kept<core::Done> begin() = 0;
    [[nodiscard]] virtual Kept<core::Done> commit() = 0;
    virtual void rollback() noexcept = 0; ///< harmless where nothing was begun

    // --- municipalities, sites, stands
    /// Makes it, or does nothing where it is there (the name is then kept).
    [[nodiscard]] virtual Kept<core::Done> ensureMunicipality(const Municipality& municipality) = 0;
    [[nodiscard]] virtual Kept<core::Done> ensureSite(const Site& site) = 0;
    [[nodiscard]] virtual Kept<std::vector<Municipality>> municipalities() = 0; ///< by id
    [[nodiscard]] virtual Kept<std::vector<Site>> sites() = 0;                  ///< by municipality, id
    /// Exists; NotFound where its municipality or site is unknown.
    [[nodiscard]] virtual Kept<core::Done> addStand(const Stand& stand) = 0;
    [[nodiscard]] virtual Kept<std::vector<Stand>> stands() = 0; ///< by id
    [[nodiscard]] virtual Kept<std::optional<Stand>> stand(const core::StandId& id) = 0;
    /// Writes state, keys, enrolledAt, blockedAt and clone. NotFound.
    [[nodiscard]] virtual Kept<core::Done> updateStand(const Stand& stand) = 0;

    /// Replaces every code of the stand that hasn't been used.
    [[nodiscard]] virtual Kept<core::Done> setCode(const EnrolmentCode& code) = 0;
    [[nodiscard]] virtual Kept<std::optional<EnrolmentCode>> code(const core::Hash& hash) = 0;
    [[nodiscard]] virtual Kept<core::Done> useCode(const core::Hash& hash, core::WallMs at) = 0;

    /// Notes the epoch where it is new. By first sight.
    [[nodiscard]] virtual Kept<std::vector<SeenEpoch>> seeEpoch(const core::StandId& stand, const core::Epoch& epoch,
                                                                core::WallMs at) = 0;

    // --- envelopes
    /// Adds it and gives its id. `row.id`, `read`, `flags`, `visits` and `night` are ignored. Exists where another that
    /// is no fork has its (stand, epoch, number), or a fork its hash too.
    [[nodiscard]] virtual Kept<std::int64_t> addEnvelope(const EnvelopeRow& row, std::string_view bytes) = 0;
    /// All of that number, forks too, by id.
    [[nodiscard]] virtual Kept<std::vector<EnvelopeRow>>
    envelopesNumbered(const core::StandId& stand, const core::Epoch& epoch, core::EnvelopeNumber number) = 0;
    /// The highest number of the epoch that is no fork, or nothing.
    [[nodiscard]] virtual Kept<std::optional<EnvelopeRow>> highestEnvelope(const core::StandId& stand,
                                                                           const core::Epoch& epoch) = 0;
    /// Whether a Stored envelope of another epoch of the stand covers a day that this one covers.
    [[nodiscard]] virtual Kept<bool> overlapsOtherEpoch(const EnvelopeRow& row) = 0;
    /// Every envelope, by id.
    [[nodiscard]] virtual Kept<std::vector<EnvelopeRow>> envelopes() = 0;
    [[nodiscard]] virtual Kept<std::string> envelopeBytes(std::int64_t envelope) = 0;
    /// Stored, and not Read, by id.
    [[nodiscard]] virtual Kept<std::vector<EnvelopeRow>> envelopesToRead() = 0;
    /// Writes its records as rows in place of those that it had, sets its flags and makes it Read.
    [[nodiscard]] virtual Kept<core::Done> writeContent(const EnvelopeRow& row, const wire::ReadEnvelope& content) = 0;
    /// Makes the kept-aside envelopes of the stand Stored; gives their number. They are still to be read.
    [[nodiscard]] virtual Kept<std::uint64_t> releaseKeptAside(const core::StandId& stand) = 0;

    /// What was read of it.
    [[nodiscard]] virtual Kept<EnvelopeContent> content(std::int64_t envelope) = 0;
    /// The canonical JSON of a questionnaire that some stand or the centre has sent; nothing where nobody has.
    [[nodiscard]] virtual Kept<std::optional<std::string>> questionnaire(const core::Hash& hash) = 0;
    [[nodiscard]] virtual Kept<core::Done> addQuestionnaire(const core::Hash& hash, std::string_view json) = 0;

    // --- nights
    /// Stamps every envelope that is Stored, Read and bears no stamp with night `number`, in one transaction.
    ///
    /// A night that is there already is given back as it was and nothing is stamped, so a rerun sees what the first run
    /// saw. NotFound where `number` is neither there nor the last one's next.
    [[nodiscard]] virtual Kept<Night> stampNight(std::uint64_t number, core::WallMs at) = 0;
    [[nodiscard]] virtual Kept<std::vector<Night>> nights() = 0; ///< by number
    /// The envelopes that bear the stamp, of stands of the municipality: by stand, first day, epoch, number.
    [[nodiscard]] virtual Kept<std::vector<EnvelopeRow>> envelopesOfNight(std::uint64_t number,
                                                                          const core::MunicipalityId& municipality) = 0;
    /// The days that stamped envelopes up to and including night `number` cover, of stands of the municipality: by
    /// stand, day, envelope. For completeness as it was known that night.
    [[nodiscard]] virtual Kept<std::vector<ReceivedDay>> daysReceived(std::uint64_t number,
                                                                      const core::MunicipalityId& municipality) = 0;
    /// SHA-256 of the manifest of a package ("rows" or "tables"); nothing where it wasn't made yet.
    [[nodiscard]] virtual Kept<std::optional<core::Hash>>
    manifest(std::uint64_t night, const core::MunicipalityId& municipality, std::string_view kind) = 0;
    [[nodiscard]] virtual Kept<core::Done> setManifest(std::uint64_t night, const core::MunicipalityId& municipality,
                                                       std::string_view kind, const core::Hash& hash) = 0;

    // --- configurations, heartbeats, tokens, audit
    [[nodiscard]] virtual Kept<std::optional<StoredConfiguration>> configuration(const core::StandId& stand) = 0;
    [[nodiscard]] virtual Kept<core::Done> setConfiguration(const core::StandId& stand,
                                                            const StoredConfiguration& configuration) = 0;
    [[nodiscard]] virtual Kept<core::Done> setHeartbeat(const StoredHeartbeat& heartbeat) = 0;
    [[nodiscard]] virtual Kept<std::vector<StoredHeartbeat>> heartbeats() = 0; ///< the last of each stand, by stand
    /// Keeps the hash of a token that reads the packages of one municipality; gives its number.
    [[nodiscard]] virtual Kept<std::int64_t> addToken(const core::MunicipalityId& municipality, const core::Hash& hash,
                                                      core::WallMs at) = 0;
    struct Token {
        std::int64_t number = 0;
        core::MunicipalityId municipality;
    };
    [[nodiscard]] virtual Kept<std::optional<Token>> token(const core::Hash& hash) = 0;
    /// Append-only.
    [[nodiscard]] virtual Kept<core::Done> audit(const AuditEntry& entry) = 0;
    [[nodiscard]] virtual Kept<std::vector<AuditEntry>> auditTrail() = 0; ///< oldest first
    [[nodiscard]] virtual Kept<LedgerCounts> counts() = 0;

    // --- on-site counts, policies
    /// Adds them, all or none. Exists where one of this stand and hour was imported at the same time.
    [[nodiscard]] virtual Kept<core::Done> addObservations(const std::vector<Observation>& observations) = 0;
    /// All, corrected ones too: by stand, day, hour, time of import.
    [[nodiscard]] virtual Kept<std::vector<Observation>> observations() = 0;
    /// The document of a counting policy that some stand has sent; nothing where none has.
    [[nodiscard]] virtual Kept<std::optional<std::string>> policy(const core::Hash& hash) = 0;

    // --- what staff did and typed
    /// The stand's audit trail, of envelopes that count: by number, and what has the same number in the order of arrival;
    /// what came twice is there once.
    [[nodiscard]] virtual Kept<std::vector<wire::AuditRecord>> standAudit(const core::StandId& stand) = 0;
    /// The heads in the headers of these envelopes.
    [[nodiscard]] virtual Kept<wire::AuditAnchors> auditHeads(const core::StandId& stand) = 0;

    // --- comments
    [[nodiscard]] virtual Kept<std::vector<CommentSwitch>> commentSwitches() = 0; ///< by municipality
    /// NotFound where there is no such municipality.
    [[nodiscard]] virtual Kept<core::Done> setCommentSwitch(const CommentSwitch& setting) = 0;
    /// All that were read of envelopes that count, by their id, which is random. One that came in two envelopes, as of
    /// a stand with a restored disk, is there once.
    [[nodiscard]] virtual Kept<std::vector<StoredComment>> comments(const core::MunicipalityId& municipality) = 0;
    /// How many `comments` has; a municipality without any is left out.
    [[nodiscard]] virtual Kept<std::map<core::MunicipalityId, std::uint64_t>> commentCounts() = 0;
    /// Envelopes of its stands, whatever their state, whose bytes hold comments and that came before. By id: the first
    /// `countMax` above `after`.
    [[nodiscard]] virtual Kept<std::vector<EnvelopeRow>> envelopesWithComments(const core::MunicipalityId& municipality,
                                                                               core::WallMs receivedBefore,
                                                                               std::int64_t after,
                                                                               std::size_t countMax) = 0;
    /// Deletes the envelope's comments: their rows, lines of theirs that couldn't be read, and its bytes, which `bytes`
    /// (wire::withoutComments) replaces. Without `bytes` these stay, and the envelope is found again by the next
    /// envelopesWithComments. Gives how many comments went; without `bytes`, how many rows and lines. 0 where
    /// another process was first.
    [[nodiscard]] virtual Kept<std::uint64_t> deleteComments(std::int64_t envelope,
                                                             std::optional<std::string_view> bytes) = 0;
    /// Empties the write-ahead log into the file, so that what was deleted isn't there either. Outside of a
    /// transaction. Busy where somebody reads.
    [[nodiscard]] virtual Kept<core::Done> checkpoint() = 0;
};

/// A transaction that rolls back unless it was committed.
class Transaction {
public:
    [[nodiscard]] static Kept<std::unique_ptr<Transaction>> begin(Ledger& ledger);
    ~Transaction();
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;
    [[nodiscard]] Kept<core::Done> commit();

private:
    explicit Transaction(Ledger& ledger) : m_ledger(ledger) {}
    Ledger& m_ledger;
    bool m_open = true;
};

/// Runs `work` in one transaction. Where it fails, nothing of it stays.
template <class Work>
auto inOne(Ledger& ledger, Work work) -> decltype(work())
{
    auto transaction = Transaction::begin(ledger);
    if (!transaction) {
        return transaction.error();
    }
    auto result = work();
    if (result) {
        if (auto done = (*transaction)->commit(); !done) {
            return done.error();
        }
    }
    return result;
}

/// Makes a ledger in a file that must not exist. Exists, Full, Io.
[[nodiscard]] Kept<std::unique_ptr<Ledger>> createSqliteLedger(const std::filesystem::path& file,
                                                               const LedgerIdentity& identity);
/// Opens one, and brings an older schema up to date. NotALedger, NewerSchema, Corrupt, Busy, Io.
[[nodiscard]] Kept<std::unique_ptr<Ledger>> openSqliteLedger(const std::filesystem::path& file);

} // namespace smiley::central
