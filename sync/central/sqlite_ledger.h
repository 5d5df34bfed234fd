// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/central/ledger.h"
#include "sync/central/sqlite_statement.h"

#include <SQLiteCpp/Exception.h>

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <utility>

namespace smiley::central {

/// The ledger in one SQLite file: WAL, synchronous=FULL, foreign keys on. sqlite_stands.cpp has municipalities and
/// stands, sqlite_content.cpp envelopes and what stands in them, sqlite_tallies.cpp their tallies, sqlite_comments.cpp
/// what visitors wrote, sqlite_audit.cpp what staff did and typed, sqlite_observations.cpp what observers counted; sqlite_ledger.cpp has nights and the rest.
class SqliteLedger final : public Ledger {
public:
    /// Opens a file that has the tables. Throws SQLite::Exception.
    explicit SqliteLedger(const std::filesystem::path& file);
    ~SqliteLedger() override;

    [[nodiscard]] LedgerIdentity identity() const override { return m_identity; }
    [[nodiscard]] Kept<core::Done> begin() override;
    [[nodiscard]] Kept<core::Done> commit() override;
    void rollback() noexcept override;

    [[nodiscard]] Kept<core::Done> ensureMunicipality(const Municipality& municipality) override;
    [[nodiscard]] Kept<core::Done> ensureSite(const Site& site) override;
    [[nodiscard]] Kept<std::vector<Municipality>> municipalities() override;
    [[nodiscard]] Kept<std::vector<Site>> sites() override;
    [[nodiscard]] Kept<core::Done> addStand(const Stand& stand) override;
    [[nodiscard]] Kept<std::vector<Stand>> stands() override;
    [[nodiscard]] Kept<std::optional<Stand>> stand(const core::StandId& id) override;
    [[nodiscard]] Kept<core::Done> updateStand(const Stand& stand) override;
    [[nodiscard]] Kept<core::Done> setCode(const EnrolmentCode& code) override;
    [[nodiscard]] Kept<std::optional<EnrolmentCode>> code(const core::Hash& hash) override;
    [[nodiscard]] Kept<core::Done> useCode(const core::Hash& hash, core::WallMs at) override;
    [[nodiscard]] Kept<std::vector<SeenEpoch>> seeEpoch(const core::StandId& stand, const core::Epoch& epoch,
                                                        core::WallMs at) override;

    [[nodiscard]] Kept<std::int64_t> addEnvelope(const EnvelopeRow& row, std::string_view bytes) override;
    [[nodiscard]] Kept<std::vector<EnvelopeRow>> envelopesNumbered(const core::StandId& stand, const core::Epoch& epoch,
                                                                   core::EnvelopeNumber number) override;
    [[nodiscard]] Kept<std::optional<EnvelopeRow>> highestEnvelope(const core::StandId& stand,
                                                                   const core::Epoch& epoch) override;
    [[nodiscard]] Kept<bool> overlapsOtherEpoch(const EnvelopeRow& row) override;
    [[nodiscard]] Kept<std::vector<EnvelopeRow>> envelopes() override;
    [[nodiscard]] Kept<std::string> envelopeBytes(std::int64_t envelope) override;
    [[nodiscard]] Kept<std::vector<EnvelopeRow>> envelopesToRead() override;
    [[nodiscard]] Kept<core::Done> writeContent(const EnvelopeRow& row, const wire::ReadEnvelope& content) override;
    [[nodiscard]] Kept<std::uint64_t> releaseKeptAside(const core::StandId& stand) override;
    [[nodiscard]] Kept<EnvelopeContent> content(std::int64_t envelope) override;
    [[nodiscard]] Kept<std::optional<std::string>> questionnaire(const core::Hash& hash) override;
    [[nodiscard]] Kept<core::Done> addQuestionnaire(const core::Hash& hash, std::string_view json) override;

    [[nodiscard]] Kept<Night> stampNight(std::uint64_t number, core::WallMs at) override;
    [[nodiscard]] Kept<std::vector<Night>> nights() override;
    [[nodiscard]] Kept<std::vector<EnvelopeRow>> envelopesOfNight(std::uint64_t number,
                                                                  const core::MunicipalityId& municipality) override;
    [[nodiscard]] Kept<std::vector<ReceivedDay>> daysReceived(std::uint64_t number,
                                                              const core::MunicipalityId& municipality) override;
    [[nodiscard]] Kept<std::optional<core::Hash>>
    manifest(std::uint64_t night, const core::MunicipalityId& municipality, std::string_view kind) override;
    [[nodiscard]] Kept<core::Done> setManifest(std::uint64_t night, const core::MunicipalityId& municipality,
                                               std::string_view kind, const core::Hash& hash) override;

    [[nodiscard]] Kept<std::optional<StoredConfiguration>> configuration(const core::StandId& stand) override;
    [[nodiscard]] Kept<core::Done> setConfiguration(const core::StandId& stand,
                                                    const StoredConfiguration& configuration) override;
    [[nodiscard]] Kept<core::Done> setHeartbeat(const StoredHeartbeat& heartbeat) override;
    [[nodiscard]] Kept<std::vector<StoredHeartbeat>> heartbeats() override;
    [[nodiscard]] Kept<std::int64_t> addToken(const core::MunicipalityId& municipality, const core::Hash& hash,
                                              core::WallMs at) override;
    [[nodiscard]] Kept<std::optional<Token>> token(const core::Hash& hash) override;
    [[nodiscard]] Kept<core::Done> audit(const AuditEntry& entry) override;
    [[nodiscard]] Kept<std::vector<AuditEntry>> auditTrail() override;
    [[nodiscard]] Kept<LedgerCounts> counts() override;
    [[nodiscard]] Kept<core::Done> addObservations(const std::vector<Observation>& observations) override;
    [[nodiscard]] Kept<std::vector<Observation>> observations() override;
    [[nodiscard]] Kept<std::optional<std::string>> policy(const core::Hash& hash) override;
    [[nodiscard]] Kept<std::vector<CommentSwitch>> commentSwitches() override;
    [[nodiscard]] Kept<core::Done> setCommentSwitch(const CommentSwitch& setting) override;
    [[nodiscard]] Kept<std::vector<StoredComment>> comments(const core::MunicipalityId& municipality) override;
    [[nodiscard]] Kept<std::map<core::MunicipalityId, std::uint64_t>> commentCounts() override;
    [[nodiscard]] Kept<std::vector<EnvelopeRow>> envelopesWithComments(const core::MunicipalityId& municipality,
                                                                       core::WallMs receivedBefore, std::int64_t after,
                                                                       std::size_t countMax) override;
    [[nodiscard]] Kept<std::uint64_t> deleteComments(std::int64_t envelope,
                                                     std::optional<std::string_view> bytes) override;
    [[nodiscard]] Kept<core::Done> checkpoint() override;
    [[nodiscard]] Kept<std::vector<wire::AuditRecord>> standAudit(const core::StandId& stand) override;
    [[nodiscard]] Kept<wire::AuditAnchors> auditHeads(const core::StandId& stand) override;

private:
    /// Runs `work`; SQLite's exceptions end here.
    template <class Work>
    auto guarded(Work work) -> Kept<decltype(work())>
    {
        try {
            return work();
        } catch (const SQLite::Exception& exception) {
            return failure(exception);
        }
    }
    /// The same in a transaction: the one that is open, or one of its own.
    template <class Work>
    auto atomically(Work work) -> Kept<decltype(work())>
    {
        if (m_open) {
            return guarded(work);
        }
        if (auto begun = begin(); !begun) {
            return begun.error();
        }
        auto result = guarded(work);
        if (!result) {
            rollback();
            return result;
        }
        if (auto done = commit(); !done) {
            return done.error();
        }
        return result;
    }
    [[nodiscard]] core::Failure<LedgerFault> failure(const SQLite::Exception& exception) const;

    [[nodiscard]] std::int64_t questionnaireNumber(const core::Hash& hash);
    void writeVisits(std::int64_t envelope, const std::vector<wire::VisitRecord>& visits);
    void writeTallies(std::int64_t envelope, const std::vector<wire::TallyRecord>& tallies);
    void writeStatuses(const EnvelopeRow& row, const std::vector<wire::StatusRecord>& statuses);
    void writeComments(std::int64_t envelope, const std::vector<wire::CommentRecord>& comments);
    void writeAudit(std::int64_t envelope, const wire::Envelope& content);
    void readVisits(std::int64_t envelope, std::vector<wire::VisitRecord>& visits);
    void readTallies(std::int64_t envelope, std::vector<wire::TallyRecord>& tallies);
    void readStatuses(std::int64_t envelope, std::vector<wire::StatusRecord>& statuses);

    std::filesystem::path m_file;
    SQLite::Database m_database;
    StatementCache m_sql;
    LedgerIdentity m_identity;
    bool m_open = false;
    std::map<std::string, std::int64_t, std::less<>>
        m_questionnaires; ///< numbers by hash, of this transaction and before
};

/// What an exception of SQLite means for `file`.
[[nodiscard]] core::Failure<LedgerFault> failureOf(const SQLite::Exception& exception,
                                                   const std::filesystem::path& file);

} // namespace smiley::central
