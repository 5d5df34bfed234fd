// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/ports.h"
#include "app/core/questionnaire.h"
#include "app/core/settings.h"
#include "app/core/time.h"
#include "app/store/store.h"
#include "sync/outbox/files.h"
#include "sync/outbox/in_force.h"
#include "sync/outbox/policies.h"
#include "sync/outbox/promise.h"
#include "sync/wire/envelope.h"
#include "sync/wire/keys.h"
#include "sync/wire/messages.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// Keeps the stand's side of the exchange with the centre, once a minute:
///
///   outbox/   stand.json (who we are), status.json (how we are), envelope-<epoch>-<number>.jsonl.zst until receipted,
///             send-now once staff asked for it
///   inbox/    enrolment.json, receipt-<epoch>-<number>.json, configuration.json, time.json: verified, taken, removed;
///             what isn't what it should be goes to inbox/refused/ and is told, and never stops anything
///
/// One tick: inbox, close the days that are over, seal what may leave, outbox, configuration into force, purge, status.
/// Every step may be cut at any point; the next tick, also of the next start, finishes it.

namespace smiley::outbox {

/// A day isn't closed under the hands of a visitor, for at most this long after midnight.
inline constexpr int closingDelayMinutesMax = 10;
/// A model run that takes longer ends, and the day is closed without: the inbox waits meanwhile.
inline constexpr std::int64_t modelMsMax = 10'000;
/// A receipted envelope stays in the store so long.
inline constexpr int envelopeDays = 30;
/// Most files of one kind that one tick takes from the inbox.
inline constexpr std::size_t inboxFilesMax = 1000;
inline constexpr std::size_t inboxFileBytesMax = wire::messageBytesMax;
/// A centre's answer that took longer says too little about the time.
inline constexpr std::int64_t roundTripMsMax = 60'000;
/// The time is asked for again so long after it was given.
inline constexpr std::int64_t askTimeAgainMs = std::int64_t{24} * 3'600'000;

struct KeeperSetup {
    std::filesystem::path database;
    std::filesystem::path outbox; ///< made 0750 where missing
    std::filesystem::path inbox;  ///< made 0770 where missing
    core::StandSettings settings; ///< the stand's own
    std::string questionnaire;    ///< JSON; in force until the centre sends one
    std::string program;          ///< "smiley-stand 0.1.0"
    bool example = false;         ///< demonstration data
    std::string machineBoot;      ///< the kernel's boot id: an answer about the time counts only within it
    /// How peripherals are, asked for each status: e.g. {"presence":"none"}.
    std::function<std::map<std::string, std::string>()> sensors = [] { return std::map<std::string, std::string>(); };
    /// Somebody is in the middle of a visit.
    std::function<bool()> visitInProgress = [] { return false; };
    /// Begins a model run's limit of time (modelMsMax); what it gives says true when that is over.
    std::function<std::function<bool()>()> modelLimit = [] { return [] { return false; }; };
    /// The centre vouches: when the monotonic clock showed this, it was that.
    std::function<void(core::MonotonicMs, core::WallMs)> anchor = [](core::MonotonicMs, core::WallMs) {};
};

enum class KeeperFault : std::uint8_t {
    Database,      ///< see the message of app/store
    Folder,        ///< outbox or inbox can't be made: name them and end
    Questionnaire, ///< the stand's own questionnaire is broken: name its faults and end
};

/// What a tick did.
struct Changes {
    std::optional<InForce> inForce; ///< counts from now on
    std::vector<core::Day> closed;
    std::vector<core::EnvelopeNumber> sealed;
    std::size_t receipted = 0;
    bool enrolled = false;
    bool forked = false;
    std::vector<std::string> notes;              ///< for the log
    std::vector<std::string> troubles;           ///< for the log and for staff: what, where, what to do
    std::optional<store::StoreFault> storeFault; ///< the last; after Io or Corrupt the next tick opens the file again
};

/// One thread. `random` must outlive it.
class Keeper {
public:
    /// Opens its own connection to the database. Makes the folders, and at the first start the envelope key.
    [[nodiscard]] static core::Result<std::unique_ptr<Keeper>, KeeperFault> open(KeeperSetup setup,
                                                                                 core::Random& random);

    /// Does what is due. Call it at start and once a minute.
    Changes tick(const core::Now& now);

    /// Asks the program that sends not to wait with what lies in the outbox: outbox/send-now gets another text.
    [[nodiscard]] files::Result<core::Done> askToSend();

    [[nodiscard]] const InForce& inForce() const { return *m_inForce; }
    /// Where this stand is enrolled; nothing before.
    [[nodiscard]] const std::optional<wire::Enrolment>& enrolment() const { return m_enrolment; }

private:
    Keeper(KeeperSetup setup, core::Random& random, std::unique_ptr<store::Store> store, const wire::SecretKey& key);

    /// Taken over from the centre, verified, and what it means without staff's changes.
    struct Accepted {
        std::string json;
        wire::Configuration source;
        InForce content;
    };

    // keeper.cpp
    [[nodiscard]] core::Result<core::Done, KeeperFault> load();
    bool reopenStore();
    void closeDays(const core::Now& now);
    [[nodiscard]] core::StandMemory rememberedBy(const std::optional<store::ClosedDay>& last);
    [[nodiscard]] bool keepDocuments(const DayPolicies& policies);
    [[nodiscard]] std::optional<std::vector<store::WaitingComment>> commentsUpTo(core::Day last, const core::Now& now);
    void seal(const core::Now& now);
    void writeEnvelopeFiles();
    void purge(const core::Now& now);
    void writeIdentityAndStatus(const core::Now& now);
    [[nodiscard]] std::set<core::Hash> sentDocuments(const core::Epoch& epoch);
    void noteSent(const core::Epoch& epoch, const std::set<core::Hash>& hashes);
    [[nodiscard]] std::optional<std::uint64_t> sentAudit(const core::Epoch& epoch);
    [[nodiscard]] std::optional<std::string> documentJson(const core::Hash& hash);

    // keeper_in_force.cpp
    void putIntoForce(const core::Now& now);
    [[nodiscard]] bool isCentreDue(bool hasAnswer, const core::Now& now);
    [[nodiscard]] bool isLocalDue(const LocalVersion& version, bool hasAnswer, const core::Now& now);
    /// `centre` and `local` over the stand's own; nothing where something can't be read, which is told.
    [[nodiscard]] std::optional<InForce> layered(const std::optional<wire::Configuration>& centre,
                                                 const std::optional<LocalVersion>& local);
    [[nodiscard]] bool keepQuestionnaire(const InForce& inForce);
    /// Nothing: a fault of the database.
    [[nodiscard]] std::optional<wire::NewestVersions> newestVersions();

    // keeper_inbox.cpp
    void takeInbox(const core::Now& now);
    void takeEnrolment();
    void takeReceipts(const core::Now& now);
    /// True: the centre says that our history forks.
    bool takeReceipt(const std::string& name, const wire::Receipt& receipt, const std::string& json,
                     const std::vector<store::SealedEnvelope>& envelopes, const core::Now& now);
    [[nodiscard]] std::optional<std::string> bytesToKeep(const std::string& bytes);
    void fork(const core::Now& now);
    void takeConfiguration(const core::Now& now);
    void takeTime(const core::Now& now);
    [[nodiscard]] core::Day nextOpeningDay(const core::Now& now);
    [[nodiscard]] std::optional<std::string> readInbox(const std::string& name);
    void remove(const std::filesystem::path& file);
    void refuse(const std::string& name, const std::string& why);
    void refuseConfiguration(const std::string& json, const std::string& why, const core::Now& now);
    /// Verifies all of a configuration but its policies: after an update the program may not read the old ones any more.
    /// `isKept`: it was taken before, see Layers.
    [[nodiscard]] core::Result<Accepted, wire::MessageFault> acceptable(const std::string& json,
                                                                        bool isKept = false) const;

    template <class T>
    std::optional<T> taken(store::Result<T> result)
    {
        if (result) {
            return std::move(*result);
        }
        m_changes.storeFault = result.error().code;
        m_changes.troubles.push_back(result.error().message);
        return std::nullopt;
    }
    void note(std::string text) { m_changes.notes.push_back(std::move(text)); }
    void trouble(std::string text) { m_changes.troubles.push_back(std::move(text)); }

    KeeperSetup m_setup;
    core::Random& m_random;
    std::unique_ptr<store::Store> m_store;
    wire::SecretKey m_key;
    std::optional<wire::Enrolment> m_enrolment;
    std::optional<Accepted> m_accepted;          ///< newest configuration of the centre
    std::uint64_t m_taken = 0;                   ///< its number, also where this program can't use what it says
    bool m_arePeopleTaken = false;               ///< of m_accepted, since the start
    std::optional<wire::Configuration> m_centre; ///< the one that counts
    std::optional<LocalVersion> m_local;         ///< the one of staff's that counts
    std::optional<InForce> m_inForce;            ///< always there once opened
    std::optional<InForce> m_newest;             ///< of the newest of both, in force or not; for the status
    std::optional<core::Hash> m_refused;         ///< of the configuration refused last: the audit trail has it once
    std::string m_nonce;                         ///< of the question for the time; empty: none asked
    std::optional<core::MonotonicMs> m_timeTakenAt;
    Promise m_promise;
    bool m_envelopeFilesDue = true;
    Changes m_changes;
};

} // namespace smiley::outbox
