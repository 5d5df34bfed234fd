// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/central/sqlite_ledger.h"

#include <algorithm>
#include <sstream>

namespace smiley::central {

namespace {

std::set<std::string, std::less<>> words(const std::string& text)
{
    std::istringstream in(text);
    std::set<std::string, std::less<>> found;
    for (std::string word; in >> word;) {
        found.insert(word);
    }
    return found;
}

std::string joined(const std::set<std::string, std::less<>>& words)
{
    std::string text;
    for (const auto& word : words) {
        text += (text.empty() ? "" : " ") + word;
    }
    return text;
}

EnvelopeRow envelopeRow(const Query& query)
{
    return {
        .id = query.integer(0),
        .stand = query.id<core::StandId>(1),
        .epoch = query.id<core::Epoch>(2),
        .number = core::EnvelopeNumber{query.natural(3)},
        .hash = query.id<core::Hash>(4),
        .previous = query.optionalId<core::Hash>(5),
        .firstDay = query.day(6),
        .lastDay = query.day(7),
        .receivedAt = query.time(8),
        .state = static_cast<EnvelopeState>(query.integer(9)),
        .read = static_cast<ReadState>(query.integer(10)),
        .flags = words(query.text(11)),
        .visits = query.natural(12),
        .night = query.isNull(13) ? std::nullopt : std::optional(query.natural(13)),
        .comments = query.natural(14),
        .commentsDeleted = query.integer(15) != 0,
    };
}

/// Reasons are stored by their number: another order of the enumerators needs a migration.
static_assert(static_cast<int>(core::Reason::ClosedHours) == 12 && static_cast<int>(core::Reason::NoTicket) == 17);

/// Days that are taken from a header where the status record is missing.
constexpr int headerDaysMax = 31;

/// Records of kinds that this program can't read, per kind.
std::map<std::string, std::uint64_t> unknownKinds(const wire::ReadEnvelope& content)
{
    auto kinds = content.counted;
    for (const char* known : {"header", "visit", "tally", "questionnaire", "policy", "status", "comment", "audit",
                              "typed_count", "trailer"}) {
        kinds.erase(known);
    }
    return kinds;
}

/// The rows of "SELECT <columns> FROM envelopes <rest>".
template <class... Values>
std::vector<EnvelopeRow> envelopeRows(StatementCache& sql, const std::string& rest, const Values&... values)
{
    auto query = sql("SELECT id, stand, epoch, number, hash, previous, first_day, last_day, received_at, state, read, "
                     "flags, visits, night, comments, comments_deleted FROM envelopes " +
                     rest);
    query.bind(values...);
    std::vector<EnvelopeRow> rows;
    while (query.step()) {
        rows.push_back(envelopeRow(query));
    }
    return rows;
}

} // namespace

// --- Envelopes

Kept<std::int64_t> SqliteLedger::addEnvelope(const EnvelopeRow& row, std::string_view bytes)
{
    return atomically([&] {
        m_sql("INSERT INTO envelopes (stand, epoch, number, hash, previous, first_day, last_day, received_at, state, "
              "comments) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
            .bind(row.stand, row.epoch, row.number, row.hash, row.previous, row.firstDay, row.lastDay, row.receivedAt,
                  row.state, row.comments)
            .run();
        const std::int64_t id = m_database.getLastInsertRowid();
        auto insertBytes = m_sql("INSERT INTO envelope_bytes (envelope, bytes) VALUES (?, ?)");
        insertBytes.bind(id);
        insertBytes.bindBlob(2, bytes);
        insertBytes.run();
        m_sql("UPDATE stands SET last_envelope_at = ? WHERE id = ?").bind(row.receivedAt, row.stand).run();
        return id;
    });
}

Kept<std::vector<EnvelopeRow>> SqliteLedger::envelopesNumbered(const core::StandId& stand, const core::Epoch& epoch,
                                                               core::EnvelopeNumber number)
{
    return guarded([&] {
        return envelopeRows(m_sql, "WHERE stand = ? AND epoch = ? AND number = ? ORDER BY id", stand, epoch, number);
    });
}

Kept<std::optional<EnvelopeRow>> SqliteLedger::highestEnvelope(const core::StandId& stand, const core::Epoch& epoch)
{
    return guarded([&] {
        auto rows = envelopeRows(m_sql, "WHERE stand = ? AND epoch = ? AND state <> 2 ORDER BY number DESC LIMIT 1",
                                 stand, epoch);
        return rows.empty() ? std::nullopt : std::optional(std::move(rows.front()));
    });
}

Kept<bool> SqliteLedger::overlapsOtherEpoch(const EnvelopeRow& row)
{
    return guarded([&] {
        auto query = m_sql("SELECT 1 FROM envelopes WHERE stand = ? AND epoch <> ? AND state = 0 AND first_day <= ? "
                           "AND last_day >= ? LIMIT 1");
        query.bind(row.stand, row.epoch, row.lastDay, row.firstDay);
        return query.step();
    });
}

Kept<std::vector<EnvelopeRow>> SqliteLedger::envelopes()
{
    return guarded([&] { return envelopeRows(m_sql, "ORDER BY id"); });
}

Kept<std::string> SqliteLedger::envelopeBytes(std::int64_t envelope)
{
    auto bytes = guarded([&]() -> std::optional<std::string> {
        auto query = m_sql("SELECT bytes FROM envelope_bytes WHERE envelope = ?");
        query.bind(envelope);
        return query.step() ? std::optional(query.text(0)) : std::nullopt;
    });
    if (!bytes) {
        return bytes.error();
    }
    if (!*bytes) {
        return core::fail(LedgerFault::NotFound, "the ledger has no bytes of envelope " + std::to_string(envelope));
    }
    return **std::move(bytes);
}

Kept<std::vector<EnvelopeRow>> SqliteLedger::envelopesWithComments(const core::MunicipalityId& municipality,
                                                                   core::WallMs receivedBefore, std::int64_t after,
                                                                   std::size_t countMax)
{
    return guarded([&] {
        return envelopeRows(m_sql,
                            "WHERE comments > 0 AND received_at < ? AND id > ? AND stand IN (SELECT id FROM stands "
                            "WHERE municipality = ?) ORDER BY id LIMIT ?",
                            receivedBefore, after, municipality, countMax);
    });
}

Kept<std::vector<EnvelopeRow>> SqliteLedger::envelopesToRead()
{
    return guarded([&] { return envelopeRows(m_sql, "WHERE state = 0 AND read <> 1 ORDER BY id"); });
}

Kept<std::uint64_t> SqliteLedger::releaseKeptAside(const core::StandId& stand)
{
    return guarded([&] {
        return static_cast<std::uint64_t>(m_sql("UPDATE envelopes SET state = ? WHERE stand = ? AND state = ?")
                                              .bind(EnvelopeState::Stored, stand, EnvelopeState::KeptAside)
                                              .run());
    });
}

// --- What stands in them

Kept<core::Done> SqliteLedger::writeContent(const EnvelopeRow& row, const wire::ReadEnvelope& content)
{
    return atomically([&] {
        for (const char* table :
             {"visits", "answers", "tallies", "tally_counts", "tally_policies", "tally_measures", "statuses",
              "status_versions", "status_promises", "status_days", "dead_minutes", "unknown_kinds", "record_faults",
              "comments", "stand_audit", "audit_heads", "typed_counts"}) {
            m_sql(std::string("DELETE FROM ") + table + " WHERE envelope = ?").bind(row.id).run();
        }
        for (const auto& questionnaire : content.envelope.questionnaires) {
            const std::int64_t number = questionnaireNumber(questionnaire.hash);
            m_sql("UPDATE questionnaires SET json = ? WHERE id = ? AND json IS NULL")
                .bind(questionnaire.json, number)
                .run();
        }
        auto insertPolicy = m_sql("INSERT INTO policies VALUES (?, ?) ON CONFLICT DO NOTHING");
        for (const auto& policy : content.envelope.policies) {
            insertPolicy.bind(policy.hash, policy.json).run();
        }
        writeVisits(row.id, content.envelope.visits);
        writeTallies(row.id, content.envelope.tallies);
        writeStatuses(row, content.envelope.statuses);
        writeComments(row.id, content.envelope.comments);
        writeAudit(row.id, content.envelope);

        auto insertKind = m_sql("INSERT INTO unknown_kinds VALUES (?, ?, ?)");
        for (const auto& [kind, count] : unknownKinds(content)) {
            insertKind.bind(row.id, kind, count).run();
        }
        std::int64_t ordinal = 0;
        auto insertFault = m_sql("INSERT INTO record_faults VALUES (?, ?, ?, ?, ?)");
        for (const auto& fault : content.faults) {
            insertFault.bind(row.id, ordinal++, fault.line, fault.message, fault.text).run();
        }
        const std::string flags = joined(row.flags);
        m_sql("UPDATE envelopes SET read = ?, flags = ?, visits = ?, record_faults = ?, unknown_records = ? "
              "WHERE id = ?")
            .bind(ReadState::Read, flags, content.envelope.visits.size(), content.faults.size(),
                  content.envelope.unknown.size(), row.id)
            .run();
        return core::Done{};
    });
}

std::int64_t SqliteLedger::questionnaireNumber(const core::Hash& hash)
{
    if (const auto known = m_questionnaires.find(hash.text()); known != m_questionnaires.end()) {
        return known->second;
    }
    m_sql("INSERT INTO questionnaires (hash) VALUES (?) ON CONFLICT DO NOTHING").bind(hash).run();
    auto query = m_sql("SELECT id FROM questionnaires WHERE hash = ?");
    query.bind(hash);
    [[maybe_unused]] const bool found = query.step();
    assert(found);
    return m_questionnaires.emplace(hash.text(), query.integer(0)).first->second;
}

void SqliteLedger::writeVisits(std::int64_t envelope, const std::vector<wire::VisitRecord>& visits)
{
    auto insertVisit = m_sql("INSERT INTO visits VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    auto insertAnswer = m_sql("INSERT INTO answers VALUES (?, ?, ?, ?)");
    std::int64_t ordinal = 0;
    std::string joinedOptions;
    for (const auto& visit : visits) {
        insertVisit
            .bind(envelope, ordinal, visit.id, visit.block.span, visit.block.firstDay, visit.block.lastDay,
                  visit.block.hour, visit.face, visit.language, questionnaireNumber(visit.questionnaire), visit.outcome,
                  visit.reason)
            .run();
        for (const auto& [question, options] : visit.answers) {
            joinedOptions.clear();
            for (const auto& option : options) {
                joinedOptions += joinedOptions.empty() ? "" : " ";
                joinedOptions += option;
            }
            insertAnswer.bind(envelope, ordinal, question, joinedOptions).run();
        }
        ++ordinal;
    }
}

void SqliteLedger::writeStatuses(const EnvelopeRow& row, const std::vector<wire::StatusRecord>& statuses)
{
    auto insertStatus = m_sql("INSERT INTO statuses VALUES (?, ?, ?, ?, ?)");
    auto insertVersions = m_sql("INSERT INTO status_versions VALUES (?, ?, ?, ?, ?)");
    auto insertPromise = m_sql("INSERT INTO status_promises VALUES (?, ?, ?)");
    auto insertDay = m_sql("INSERT INTO status_days VALUES (?, ?, ?) ON CONFLICT DO NOTHING");
    auto insertMinutes = m_sql("INSERT INTO dead_minutes VALUES (?, ?, ?, ?)");
    std::int64_t ordinal = 0;
    for (const auto& status : statuses) {
        insertStatus.bind(row.id, ordinal, status.clock, status.passages, status.boots).run();
        if (const auto& newest = status.newest) {
            insertVersions.bind(row.id, ordinal, newest->configuration, newest->local, newest->questionnaire).run();
        }
        if (status.smallestShown > core::showFrom) {
            insertPromise.bind(row.id, ordinal, status.smallestShown).run();
        }
        for (const core::Day day : status.days) {
            insertDay.bind(row.id, ordinal, day).run();
        }
        for (const auto& [kind, minutes] : status.deadMinutes) {
            insertMinutes.bind(row.id, ordinal, kind, minutes).run();
        }
        ++ordinal;
    }
    if (statuses.empty()) {
        core::Day day = row.firstDay;
        for (int i = 0; i < headerDaysMax && day <= row.lastDay; ++i, day = day.next()) {
            insertDay.bind(row.id, 0, day).run();
        }
    }
}

Kept<EnvelopeContent> SqliteLedger::content(std::int64_t envelope)
{
    return guarded([&] {
        EnvelopeContent content;
        readVisits(envelope, content.visits);
        readTallies(envelope, content.tallies);
        readStatuses(envelope, content.statuses);
        auto unknown = m_sql("SELECT kind, count FROM unknown_kinds WHERE envelope = ? ORDER BY kind");
        unknown.bind(envelope);
        while (unknown.step()) {
            content.unknownKinds.emplace(unknown.text(0), unknown.natural(1));
        }
        auto faults = m_sql("SELECT line, message, text FROM record_faults WHERE envelope = ? ORDER BY ordinal");
        faults.bind(envelope);
        while (faults.step()) {
            content.faults.push_back({static_cast<std::size_t>(faults.integer(0)), faults.text(1), faults.text(2)});
        }
        auto typed = m_sql("SELECT day, what, count FROM typed_counts WHERE envelope = ? ORDER BY day, what");
        typed.bind(envelope);
        while (typed.step()) {
            content.typedCounts.push_back({typed.day(0), typed.text(1), typed.natural(2)});
        }
        return content;
    });
}

void SqliteLedger::readVisits(std::int64_t envelope, std::vector<wire::VisitRecord>& visits)
{
    auto query = m_sql("SELECT v.id, v.span, v.first_day, v.last_day, v.hour, v.face, v.language, q.hash, v.outcome, "
                       "v.reason FROM visits v JOIN questionnaires q ON q.id = v.questionnaire WHERE v.envelope = ? "
                       "ORDER BY v.ordinal");
    query.bind(envelope);
    while (query.step()) {
        visits.push_back({
            .id = query.text(0),
            .block = {static_cast<wire::Block::Span>(query.integer(1)), query.day(2), query.day(3),
                      static_cast<int>(query.integer(4))},
            .face = static_cast<core::Face>(query.integer(5)),
            .answers = {},
            .language = query.text(6),
            .questionnaire = query.id<core::Hash>(7),
            .outcome = static_cast<core::Outcome>(query.integer(8)),
            .reason = static_cast<core::Reason>(query.integer(9)),
        });
    }
    auto answers = m_sql("SELECT visit, question, options FROM answers WHERE envelope = ? ORDER BY visit, question");
    answers.bind(envelope);
    while (answers.step()) {
        std::istringstream options(answers.text(2));
        auto& answer = visits[answers.natural(0)].answers[answers.text(1)];
        for (std::string option; options >> option;) {
            answer.push_back(option);
        }
    }
}

void SqliteLedger::readStatuses(std::int64_t envelope, std::vector<wire::StatusRecord>& statuses)
{
    auto query = m_sql("SELECT clock, passages, boots FROM statuses WHERE envelope = ? ORDER BY ordinal");
    query.bind(envelope);
    while (query.step()) {
        wire::StatusRecord status;
        status.clock = query.text(0);
        status.passages = query.isNull(1) ? std::nullopt : std::optional(query.natural(1));
        status.boots = query.natural(2);
        statuses.push_back(std::move(status));
    }
    if (statuses.empty()) {
        return;
    }
    auto versions = m_sql("SELECT status, configuration, local, questionnaire FROM status_versions WHERE envelope = ?");
    versions.bind(envelope);
    while (versions.step()) {
        statuses[versions.natural(0)].newest = {versions.natural(1), versions.natural(2),
                                                versions.optionalId<core::Hash>(3)};
    }
    auto promises = m_sql("SELECT status, smallest_shown FROM status_promises WHERE envelope = ?");
    promises.bind(envelope);
    while (promises.step()) {
        statuses[promises.natural(0)].smallestShown = promises.natural(1);
    }
    auto days = m_sql("SELECT status, day FROM status_days WHERE envelope = ? ORDER BY status, day");
    days.bind(envelope);
    while (days.step()) {
        statuses[days.natural(0)].days.push_back(days.day(1));
    }
    auto minutes = m_sql("SELECT status, kind, minutes FROM dead_minutes WHERE envelope = ? ORDER BY status, kind");
    minutes.bind(envelope);
    while (minutes.step()) {
        statuses[minutes.natural(0)].deadMinutes.emplace(minutes.text(1), minutes.natural(2));
    }
}

Kept<std::optional<std::string>> SqliteLedger::questionnaire(const core::Hash& hash)
{
    return guarded([&]() -> std::optional<std::string> {
        auto query = m_sql("SELECT json FROM questionnaires WHERE hash = ? AND json IS NOT NULL");
        query.bind(hash);
        return query.step() ? std::optional(query.text(0)) : std::nullopt;
    });
}

Kept<core::Done> SqliteLedger::addQuestionnaire(const core::Hash& hash, std::string_view json)
{
    return guarded([&] {
        m_sql("INSERT INTO questionnaires (hash, json) VALUES (?, ?) "
              "ON CONFLICT (hash) DO UPDATE SET json = excluded.json WHERE json IS NULL")
            .bind(hash, json)
            .run();
        return core::Done{};
    });
}

// --- Nights read envelopes

Kept<std::vector<EnvelopeRow>> SqliteLedger::envelopesOfNight(std::uint64_t number,
                                                              const core::MunicipalityId& municipality)
{
    return guarded([&] {
        return envelopeRows(m_sql,
                            "WHERE night = ? AND stand IN (SELECT id FROM stands WHERE municipality = ?) "
                            "ORDER BY stand, first_day, epoch, number",
                            number, municipality);
    });
}

} // namespace smiley::central
