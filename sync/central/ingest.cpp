// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/central/ingest.h"

#include <algorithm>
#include <utility>

namespace smiley::central {

namespace {

IngestFault faultOf(wire::EnvelopeFault fault)
{
    switch (fault) {
    case wire::EnvelopeFault::TooLarge: return IngestFault::TooLarge;
    case wire::EnvelopeFault::Unreadable: return IngestFault::Unreadable;
    case wire::EnvelopeFault::BadSignature: return IngestFault::BadSignature;
    case wire::EnvelopeFault::NewerFormat: return IngestFault::NewerFormat;
    }
    return IngestFault::Unreadable;
}

/// "envelope 7 of epoch 0123…".
std::string nameOf(const EnvelopeRow& row)
{
    return "envelope " + std::to_string(core::number(row.number)) + " of epoch " + row.epoch.text();
}

std::uint64_t commentsIn(const wire::ReadEnvelope& content)
{
    const auto found = content.counted.find("comment");
    return found == content.counted.end() ? 0 : found->second;
}

/// Whole or not.
bool countsAgree(const wire::ReadEnvelope& content)
{
    const auto& announced = content.envelope.header.counts;
    const auto found = [&](const std::string& kind) {
        const auto count = content.counted.find(kind);
        return count == content.counted.end() ? 0 : count->second;
    };
    const auto isAnnounced = [&](const auto& counted) {
        return counted.first == "header" || counted.first == "trailer" || announced.contains(counted.first);
    };
    return std::all_of(announced.begin(), announced.end(),
                       [&](const auto& count) { return found(count.first) == count.second; }) &&
           std::all_of(content.counted.begin(), content.counted.end(), isAnnounced);
}

} // namespace

core::Result<CheckedEnvelope, IngestFault> checkEnvelope(const Stand& stand, std::string bytes, bool exampleCentre)
{
    if (!stand.envelopeKey) {
        return core::fail(IngestFault::NotEnrolled,
                          "stand " + stand.id.text() + " is not enrolled; enrol it with its one-time code");
    }
    const auto header = wire::peekEnvelope(bytes);
    if (!header) {
        return core::fail(faultOf(header.error().code), header.error().message);
    }
    if (header->stand != stand.id) {
        return core::fail(IngestFault::WrongStand,
                          "the envelope is of stand " + header->stand.text() + ", not of " + stand.id.text());
    }
    auto content = wire::readEnvelope(bytes, *stand.envelopeKey);
    if (!content) {
        return core::fail(faultOf(content.error().code), content.error().message);
    }
    if (header->example != exampleCentre) {
        return core::fail(IngestFault::Example,
                          exampleCentre
                              ? "this is an example centre, it takes example data only"
                              : "the envelope holds example data; an example centre (init --example) takes it");
    }
    return CheckedEnvelope{stand, std::move(bytes), std::move(*content)};
}

Kept<std::vector<TakenEnvelope>> Ingest::store(std::span<const CheckedEnvelope> envelopes)
{
    auto transaction = Transaction::begin(m_ledger);
    if (!transaction) {
        return transaction.error();
    }
    const core::WallMs now = m_clock.now().wall;
    std::vector<TakenEnvelope> all;
    for (const auto& envelope : envelopes) {
        auto taken = storeOne(envelope, now);
        if (!taken) {
            return taken.error();
        }
        all.push_back(std::move(*taken));
    }
    if (auto done = (*transaction)->commit(); !done) {
        return done.error();
    }
    return all;
}

Kept<TakenEnvelope> Ingest::storeOne(const CheckedEnvelope& envelope, core::WallMs now)
{
    const auto& header = envelope.content.envelope.header;
    // The stand as it is in this transaction: somebody may have blocked it since the envelope was checked.
    const auto stand = m_ledger.stand(envelope.stand.id);
    if (!stand) {
        return stand.error();
    }
    if (!*stand) {
        return core::fail(LedgerFault::NotFound, "there is no stand " + envelope.stand.id.text());
    }
    TakenEnvelope taken{
        .receipt = {header.stand, header.epoch, header.number, envelope.content.hash, wire::Receipt::Outcome::Stored,
                    header.number, envelope.content.hash},
        .isNew = false,
        .row = {.stand = header.stand,
                .epoch = header.epoch,
                .number = header.number,
                .hash = envelope.content.hash,
                .previous = header.previous,
                .firstDay = header.firstDay,
                .lastDay = header.lastDay,
                .receivedAt = now,
                .flags = {},
                .night = {},
                .comments = commentsIn(envelope.content)},
    };
    const auto sameNumber = m_ledger.envelopesNumbered(header.stand, header.epoch, header.number);
    if (!sameNumber) {
        return sameNumber.error();
    }
    const auto same = std::find_if(sameNumber->begin(), sameNumber->end(),
                                   [&](const EnvelopeRow& row) { return row.hash == envelope.content.hash; });
    if (same != sameNumber->end()) {
        taken.row = *same;
    } else {
        const auto contradiction = contradicts(taken.row);
        if (!contradiction) {
            return contradiction.error();
        }
        const bool isBlocked = (*stand)->state == StandState::Blocked;
        taken.row.state = *contradiction ? EnvelopeState::Fork
                          : isBlocked    ? EnvelopeState::KeptAside
                                         : EnvelopeState::Stored;
        const auto id = m_ledger.addEnvelope(taken.row, envelope.bytes);
        if (!id) {
            return id.error();
        }
        taken.row.id = *id;
        taken.isNew = true;
        if (taken.row.state != EnvelopeState::Stored) {
            if (auto noted = m_ledger.audit({now, "stand:" + header.stand.text(),
                                             "envelope." + std::string(text(taken.row.state)), header.stand.text(),
                                             nameOf(taken.row) + ", " + taken.row.hash.text()});
                !noted) {
                return noted.error();
            }
        }
        const auto epochs = m_ledger.seeEpoch(header.stand, header.epoch, now);
        if (!epochs) {
            return epochs.error();
        }
        const auto own = std::find_if(epochs->begin(), epochs->end(),
                                      [&](const SeenEpoch& seen) { return seen.epoch == header.epoch; });
        const bool isAliveBesideNewer = std::any_of(own, epochs->end(), [&](const SeenEpoch& seen) {
            return seen.firstSeenAt > own->firstSeenAt && header.lastDay >= core::localTime(seen.firstSeenAt).day;
        });
        if (isAliveBesideNewer) {
            if (auto marked = markClone(header.stand, now, nameOf(taken.row) + " closes a day of a newer epoch");
                !marked) {
                return marked.error();
            }
        }
    }
    switch (taken.row.state) {
    case EnvelopeState::Stored: taken.receipt.outcome = wire::Receipt::Outcome::Stored; break;
    case EnvelopeState::KeptAside: taken.receipt.outcome = wire::Receipt::Outcome::KeptAside; break;
    case EnvelopeState::Fork: taken.receipt.outcome = wire::Receipt::Outcome::Fork; break;
    }
    const auto highest = m_ledger.highestEnvelope(header.stand, header.epoch);
    if (!highest) {
        return highest.error();
    }
    if (*highest) {
        taken.receipt.highest = (*highest)->number;
        taken.receipt.highestHash = (*highest)->hash;
    }
    return taken;
}

Kept<bool> Ingest::contradicts(const EnvelopeRow& row)
{
    const std::uint64_t number = core::number(row.number);
    for (const std::uint64_t beside : {number - 1, number, number + 1}) {
        const auto rows = m_ledger.envelopesNumbered(row.stand, row.epoch, core::EnvelopeNumber{beside});
        if (!rows) {
            return rows.error();
        }
        for (const auto& other : *rows) {
            if (other.state == EnvelopeState::Fork) {
                continue;
            }
            if (beside == number || (beside < number && row.previous != other.hash) ||
                (beside > number && other.previous != row.hash)) {
                return true;
            }
        }
    }
    return false;
}

Kept<core::Done> Ingest::read(std::span<const CheckedEnvelope> envelopes, std::span<const TakenEnvelope> taken)
{
    auto transaction = Transaction::begin(m_ledger);
    if (!transaction) {
        return transaction.error();
    }
    for (std::size_t i = 0; i < taken.size(); ++i) {
        if (taken[i].isNew && taken[i].row.state == EnvelopeState::Stored) {
            if (auto done = readOne(taken[i].row, envelopes[i].content); !done) {
                return done;
            }
        }
    }
    return (*transaction)->commit();
}

Kept<core::Done> Ingest::readOne(EnvelopeRow row, const wire::ReadEnvelope& content)
{
    row.flags.clear();
    const auto flagIf = [&](bool condition, std::string_view flag) {
        if (condition) {
            row.flags.emplace(flag);
        }
    };
    flagIf(!wire::tallyAgrees(content.envelope), flag::tallyMismatch);
    flagIf(!countsAgree(content), flag::countMismatch);
    flagIf(!content.faults.empty(), flag::recordFaults);
    flagIf(!content.envelope.unknown.empty(), flag::unknownKinds);
    const auto overlap = m_ledger.overlapsOtherEpoch(row);
    if (!overlap) {
        return overlap.error();
    }
    flagIf(*overlap, flag::dayOverlap);

    std::set<core::Hash> used;
    for (const auto& visit : content.envelope.visits) {
        used.insert(visit.questionnaire);
    }
    for (const auto& brought : content.envelope.questionnaires) {
        used.erase(brought.hash);
    }
    for (const auto& hash : used) {
        const auto known = m_ledger.questionnaire(hash);
        if (!known) {
            return known.error();
        }
        flagIf(!known->has_value(), flag::unknownQuestionnaire);
    }
    return m_ledger.writeContent(row, content);
}

Kept<core::Done> Ingest::readFromBytes(const EnvelopeRow& row)
{
    const auto stand = m_ledger.stand(row.stand);
    if (!stand) {
        return stand.error();
    }
    const auto bytes = m_ledger.envelopeBytes(row.id);
    if (!bytes) {
        return bytes.error();
    }
    const auto content = row.commentsDeleted
                             ? wire::readWithoutComments(*bytes)
                             : wire::readEnvelope(*bytes, (*stand)->envelopeKey.value_or(wire::PublicKey{}));
    if (!content) {
        // Its signature was good when it was stored, so the bytes or the key were changed since.
        return core::fail(LedgerFault::Corrupt, "stand " + row.stand.text() + ", " + nameOf(row) +
                                                    " can't be read any more: " + content.error().message +
                                                    "; restore the ledger from its backup");
    }
    return readOne(row, *content);
}

Kept<std::uint64_t> Ingest::finishReading()
{
    const auto waiting = m_ledger.envelopesToRead();
    if (!waiting) {
        return waiting.error();
    }
    for (std::size_t from = 0; from < waiting->size(); from += ingestBatchMax) {
        auto transaction = Transaction::begin(m_ledger);
        if (!transaction) {
            return transaction.error();
        }
        for (std::size_t i = from; i < std::min(from + ingestBatchMax, waiting->size()); ++i) {
            if (auto done = readFromBytes(waiting->at(i)); !done) {
                return done.error();
            }
        }
        if (auto done = (*transaction)->commit(); !done) {
            return done.error();
        }
    }
    return waiting->size();
}

Kept<Reprocessed> Ingest::reprocess()
{
    if (auto finished = finishReading(); !finished) {
        return finished.error();
    }
    const auto rows = m_ledger.envelopes();
    if (!rows) {
        return rows.error();
    }
    auto transaction = Transaction::begin(m_ledger);
    if (!transaction) {
        return transaction.error();
    }
    Reprocessed result;
    for (const auto& row : *rows) {
        if (row.state != EnvelopeState::Stored || row.flags.empty()) {
            continue;
        }
        if (auto done = readFromBytes(row); !done) {
            return done.error();
        }
        const auto again = m_ledger.envelopesNumbered(row.stand, row.epoch, row.number);
        if (!again) {
            return again.error();
        }
        ++result.envelopes;
        const bool isClean = std::any_of(again->begin(), again->end(),
                                         [&](const EnvelopeRow& now) { return now.id == row.id && now.flags.empty(); });
        result.stillFlagged += isClean ? 0 : 1;
        if (row.night) {
            result.nights.insert(*row.night);
        }
    }
    if (auto done = (*transaction)->commit(); !done) {
        return done.error();
    }
    return result;
}

Kept<core::Done> Ingest::heartbeat(const Stand& stand, const wire::Heartbeat& heartbeat, const std::string& json)
{
    auto transaction = Transaction::begin(m_ledger);
    if (!transaction) {
        return transaction.error();
    }
    const core::WallMs now = m_clock.now().wall;
    if (auto kept = m_ledger.setHeartbeat({stand.id, now, json}); !kept) {
        return kept;
    }
    if (heartbeat.epoch) {
        const auto epochs = m_ledger.seeEpoch(stand.id, *heartbeat.epoch, now);
        if (!epochs) {
            return epochs.error();
        }
        const auto own = std::find_if(epochs->begin(), epochs->end(),
                                      [&](const SeenEpoch& seen) { return seen.epoch == *heartbeat.epoch; });
        const bool isAliveBesideNewer = std::any_of(own, epochs->end(), [&](const SeenEpoch& seen) {
            return seen.firstSeenAt > own->firstSeenAt &&
                   core::count(now) - core::count(seen.firstSeenAt) > cloneGraceMs;
        });
        if (isAliveBesideNewer) {
            if (auto marked = markClone(stand.id, now, "a heartbeat names the older epoch " + heartbeat.epoch->text());
                !marked) {
                return marked;
            }
        }
    }
    return (*transaction)->commit();
}

Kept<core::Done> Ingest::markClone(const core::StandId& stand, core::WallMs now, const std::string& detail)
{
    auto row = m_ledger.stand(stand);
    if (!row) {
        return row.error();
    }
    if (!*row || (*row)->clone) {
        return core::Done{};
    }
    (*row)->clone = true;
    if (auto updated = m_ledger.updateStand(**row); !updated) {
        return updated;
    }
    return m_ledger.audit({now, "stand:" + stand.text(), "stand.clone", stand.text(), detail});
}

} // namespace smiley::central
