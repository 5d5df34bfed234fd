// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/event.h"
#include "app/core/ports.h"
#include "app/core/result.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// The stand's journal and settings in one SQLite file: WAL, synchronous=FULL (asserted at open), secure_delete,
/// append-only by triggers, gap-free numbers.

namespace smiley::store {

/// By what the caller should do.
enum class StoreFault : std::uint8_t {
    NotADatabase, ///< the file is something else: end with a message, touch nothing
    NewerSchema,  ///< made by a newer program: end with a message, touch nothing
    NoAccess,     ///< folder or file can't be opened or written: end with a message
    Busy,         ///< another process holds the write lock for longer than the time-out: try again
    Full,         ///< no space: nothing was written; try again later
    Io,           ///< the disk failed: nothing may be promised; open again and check
    Corrupt,      ///< damaged: set aside (never delete), start a new one, tell the centre
    Conflict,     ///< the caller's picture is old (a number or a day is taken): read again
};

template <class T>
using Result = core::Result<T, StoreFault>;

/// A day whose adjudication is final. Its content (without exact times; sync/outbox knows its form) waits here until it
/// is sealed into an envelope; then it is blanked.
struct ClosedDay {
    core::Day day;
    core::Sequence lastRow{}; ///< the last journal row that belongs to it or to a day before
    core::WallMs closedAt{};
    std::string content;
    std::string memory; ///< what is known of the stand after it, for the next day
    std::string basis;  ///< what it was adjudicated with, for a replay; both are sync/outbox's texts
};

/// An envelope as it was sealed.
struct SealedEnvelope {
    core::Epoch epoch;
    core::EnvelopeNumber number{};
    core::Hash hash;
    core::Day firstDay;
    core::Day lastDay;
    core::WallMs sealedAt{};
    std::string bytes;
    std::optional<std::string> receipt; ///< JSON, verified
    std::optional<core::WallMs> receiptedAt;
};

/// What is known of an envelope without reading it.
struct KeptEnvelope {
    core::Epoch epoch;
    core::EnvelopeNumber number{};
    core::Day firstDay;
    core::Day lastDay;
    core::WallMs sealedAt{};
    std::uint64_t bytes = 0;
    bool isReceipted = false;
};

/// A sealed comment that waits for its envelope. Nothing tells whose visit it was, or when on its day.
struct WaitingComment {
    std::string id; ///< UUID version 4
    core::Day day;
    core::QuestionId question;
    core::FaceGroup faces = core::FaceGroup::Middle;
    std::string key;    ///< id of the key that it is sealed to
    std::string sealed; ///< bytes
};

/// Comments that wait, at most; one more is Full. A stand that can't send for a month, with 150 a day.
inline constexpr std::size_t commentsWaitingMax = 5000;

/// One row of the audit trail: who did what, in which hour. sync/outbox/audit.h makes and checks them.
struct AuditRow {
    std::uint64_t number = 0; ///< 1, 2, …
    std::string hour;         ///< local, "2026-11-22 14"
    std::string who;
    std::string what;
    std::string detail;
    core::Hash hash; ///< over the row before and this one
};

/// A number that staff typed for one day.
struct TypedCount {
    core::Day day;
    std::string what; ///< "door" or "appointments"
    std::uint64_t count = 0;
};

/// One connection to the stand's database. Use each from one thread; several connections (threads, processes) may be
/// open on the same file.
class Store final : public core::Journal {
public:
    /// Opens or makes the database and its folder (0700), migrates an older schema forward, and asserts WAL and
    /// synchronous=FULL. Makes the epoch when the file is new.
    ///
    /// Errors: NotADatabase, NewerSchema, NoAccess, Corrupt, Full, Io.
    [[nodiscard]] static Result<std::unique_ptr<Store>> open(const std::filesystem::path& file, core::Random& random);

    ~Store() override;

    /// Begins a new boot: takes the next boot number and appends Started. Rows appended before carry boot 0.
    [[nodiscard]] Result<core::Boot> begin(const core::Now& now, const std::string& programVersion);

    /// Appends one event and returns when it is on disk (one fsync; 1-40 ms on eMMC).
    ///
    /// `used`: the card of a tap that says Fresh, from ticketMark; it is noted in the same transaction. Where there is none,
    /// or it is noted already, or its day's key is gone, nothing is written: Io.
    [[nodiscard]] core::Result<core::Sequence, core::JournalFault>
    append(const core::Event& event, const std::optional<core::TicketMark>& used = {}) override;
    /// 0 before `begin`.
    [[nodiscard]] core::Boot boot() const override;

    /// The mark of a card's id on the day of `now`: a hash with that day's key, which is drawn where there is none and deleted
    /// with everything that was noted when the day, or a later one, is closed. Conflict where the date isn't known (clock
    /// quality None) or that day is closed already: nobody can tell whether the card was used.
    [[nodiscard]] Result<core::TicketMark> ticketMark(std::span<const std::byte> id, const core::Now& now);
    /// Whether an answer was given with this card, by any connection.
    [[nodiscard]] Result<bool> ticketIsUsed(const core::TicketMark& mark) const;

    /// Rows after `after`, oldest first, at most `limit`.
    [[nodiscard]] Result<std::vector<core::Row>> rows(core::Sequence after, std::size_t limit) const;
    /// Number of the last row; 0 in an empty journal. Purged rows keep their numbers.
    [[nodiscard]] Result<core::Sequence> lastRow() const;

    /// Makes a day final, and forgets its cards; the next purge takes them out of the WAL too. Conflict where the day, or a
    /// later one, is closed already, or lastRow goes backward.
    [[nodiscard]] Result<core::Done> closeDay(const ClosedDay& day);
    /// The last closed day, without content.
    [[nodiscard]] Result<std::optional<ClosedDay>> lastClosedDay() const;
    /// Closed days whose rows are still held, oldest first; the content of those that are sealed is blank.
    [[nodiscard]] Result<std::vector<ClosedDay>> heldDays() const;
    /// Closed and not yet sealed, oldest first.
    [[nodiscard]] Result<std::vector<ClosedDay>> unsealedDays() const;

    /// Keeps a comment and returns when it is on disk. Full also where commentsWaitingMax wait.
    [[nodiscard]] Result<core::Done> addComment(const WaitingComment& comment);
    /// Does nothing where it has left.
    [[nodiscard]] Result<core::Done> regroupComment(const std::string& id, core::FaceGroup faces);
    /// Deletes it, so that its bytes are in no file (while somebody reads: after the next purge, of any connection); does
    /// nothing where it has left.
    [[nodiscard]] Result<core::Done> dropComment(const std::string& id);
    /// All of them, by id, which is random.
    [[nodiscard]] Result<std::vector<WaitingComment>> waitingComments() const;

    [[nodiscard]] Result<core::Epoch> epoch() const;
    /// Stores the envelope, marks the closed days up to its last day as sealed (their content is blanked) and deletes the
    /// comments that it carries, in one transaction; the next purge takes these out of the WAL too. Conflict where the
    /// number is not the next of the current epoch, or a comment isn't there any more.
    [[nodiscard]] Result<core::Done> seal(const SealedEnvelope& envelope,
                                          const std::vector<std::string>& comments = {});
    /// The newest envelope of the current epoch (without bytes).
    [[nodiscard]] Result<std::optional<SealedEnvelope>> lastEnvelope() const;
    /// All that are kept, oldest first; with bytes.
    [[nodiscard]] Result<std::vector<SealedEnvelope>> envelopes() const;
    [[nodiscard]] Result<std::vector<SealedEnvelope>> unreceipted() const;
    /// The same envelopes as envelopes(), for who looks often: no envelope's bytes are read from the disk for it.
    [[nodiscard]] Result<std::vector<KeptEnvelope>> keptEnvelopes() const;
    /// When the newest of the receipted envelopes got its receipt. Reads past that one's bytes.
    [[nodiscard]] Result<std::optional<core::WallMs>> newestReceiptAt() const;
    /// Notes a verified receipt, and replaces the envelope's bytes where others are given (its hash stays); the next purge
    /// takes the old ones out of the WAL. Conflict where there is no such envelope; a second receipt changes nothing.
    [[nodiscard]] Result<core::Done> setReceipt(const core::Epoch& epoch, core::EnvelopeNumber number,
                                                const std::string& receiptJson, core::WallMs at,
                                                const std::optional<std::string>& bytes = std::nullopt);
    /// After a fork: takes a new epoch; the unreceipted envelopes of the old are replaced by `reissued` (numbers
    /// 1, 2, … of `fresh`), in one transaction.
    [[nodiscard]] Result<core::Done> startEpoch(const core::Epoch& fresh, const std::vector<SealedEnvelope>& reissued);

    /// Deletes the raw rows of whole days that were closed before `closedBefore`, and what these days were adjudicated
    /// with. Returns how many rows. Takes whatever was deleted out of the WAL too, unless somebody reads: then the next does.
    [[nodiscard]] Result<std::size_t> purgeRows(core::WallMs closedBefore);
    /// Deletes envelopes receipted before `receiptedBefore` (never the newest). Returns how many.
    [[nodiscard]] Result<std::size_t> purgeEnvelopes(core::WallMs receiptedBefore);

    /// Settings and secrets of the stand: small texts by key ("questionnaire", "envelope-key", …).
    [[nodiscard]] Result<std::optional<std::string>> setting(std::string_view key) const;
    [[nodiscard]] Result<core::Done> setSetting(std::string_view key, const std::string& value);

    /// Settings, typed counts and the next audit row in one transaction: all or nothing. Returns when they are on disk.
    /// A typed count takes the place of what was typed for the same day and the same thing. Conflict where the row's number
    /// isn't the next, or a count is of another word. No row: the rest alone, likewise as a whole.
    [[nodiscard]] Result<core::Done> change(const std::vector<std::pair<std::string, std::string>>& settings,
                                            const std::optional<AuditRow>& row,
                                            const std::vector<TypedCount>& counts = {});
    /// Rows after number `after`, oldest first, at most `limit`. They are kept for good.
    [[nodiscard]] Result<std::vector<AuditRow>> auditRows(std::uint64_t after, std::size_t limit) const;
    [[nodiscard]] Result<std::optional<AuditRow>> lastAuditRow() const;

    /// Of the days from `from` to `to`, both included; by day, then by what.
    [[nodiscard]] Result<std::vector<TypedCount>> typedCounts(core::Day from, core::Day to) const;

    /// Questionnaire versions by hash; a hash once stored never changes.
    [[nodiscard]] Result<core::Done> addQuestionnaire(const core::Hash& hash, const std::string& json);
    [[nodiscard]] Result<std::optional<std::string>> questionnaire(const core::Hash& hash) const;

    /// Counting policies by hash, as questionnaires.
    [[nodiscard]] Result<core::Done> addPolicy(const core::Hash& hash, const std::string& json);
    [[nodiscard]] Result<std::optional<std::string>> policy(const core::Hash& hash) const;

    /// SQLite's quick_check: Corrupt with what it said, else Done. 2 s for 100,000 rows at most.
    [[nodiscard]] Result<core::Done> check() const;

private:
    struct Impl;
    explicit Store(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m_impl;
};

/// Sets a damaged file (with its -wal and -shm) aside as FILE.damaged-N and returns the new name. Never deletes.
[[nodiscard]] Result<std::filesystem::path> setAside(const std::filesystem::path& file);

} // namespace smiley::store
