// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/store_impl.h"

#include <SQLiteCpp/Transaction.h>

namespace smiley::store {

Result<core::Epoch> Store::epoch() const
{
    return guarded(m_impl->file, [&]() -> Result<core::Epoch> { return idOf<core::Epoch>(m_impl->epoch()); });
}

std::vector<SealedEnvelope> Store::Impl::envelopes(const char* condition)
{
    SQLite::Statement select(database,
                             std::string("SELECT epoch, number, hash, first_day, last_day, sealed_at, bytes, receipt,"
                                         " receipted_at FROM envelope ") +
                                 condition);
    std::vector<SealedEnvelope> found;
    while (select.executeStep()) {
        SealedEnvelope envelope{idOf<core::Epoch>(select.getColumn(0).getString()),
                                core::EnvelopeNumber{static_cast<std::uint64_t>(select.getColumn(1).getInt64())},
                                idOf<core::Hash>(select.getColumn(2).getString()),
                                dayOf(select.getColumn(3).getString()),
                                dayOf(select.getColumn(4).getString()),
                                core::WallMs{select.getColumn(5).getInt64()},
                                select.getColumn(6).getString(),
                                std::nullopt,
                                std::nullopt};
        if (!select.isColumnNull(7)) {
            envelope.receipt = select.getColumn(7).getString();
            envelope.receiptedAt = core::WallMs{select.getColumn(8).getInt64()};
        }
        found.push_back(std::move(envelope));
    }
    return found;
}

void Store::Impl::insertEnvelope(const SealedEnvelope& envelope)
{
    SQLite::Statement insert(database,
                             "INSERT INTO envelope(epoch, number, hash, first_day, last_day, sealed_at, bytes, receipt,"
                             " receipted_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)");
    insert.bind(1, envelope.epoch.text());
    insert.bind(2, count(envelope.number));
    insert.bind(3, envelope.hash.text());
    insert.bind(4, envelope.firstDay.text());
    insert.bind(5, envelope.lastDay.text());
    insert.bind(6, core::count(envelope.sealedAt));
    insert.bind(7, envelope.bytes.data(), static_cast<int>(envelope.bytes.size()));
    if (envelope.receipt && envelope.receiptedAt) {
        insert.bind(8, *envelope.receipt);
        insert.bind(9, core::count(*envelope.receiptedAt));
    }
    insert.exec();
}

Result<core::Done> Store::seal(const SealedEnvelope& envelope, const std::vector<std::string>& comments)
{
    return guarded(m_impl->file, [&]() -> Result<core::Done> {
        SQLite::Transaction transaction(m_impl->database, SQLite::TransactionBehavior::IMMEDIATE);
        SQLite::Statement next(m_impl->database, "SELECT ifnull(max(number), 0) + 1 FROM envelope WHERE epoch = ?");
        next.bind(1, envelope.epoch.text());
        next.executeStep();
        if (envelope.epoch.text() != m_impl->epoch() || next.getColumn(0).getInt64() != count(envelope.number)) {
            return core::fail(StoreFault::Conflict, m_impl->file + ": envelope " +
                                                        std::to_string(core::number(envelope.number)) +
                                                        " is not the next of this epoch. Read again.");
        }
        m_impl->insertEnvelope(envelope);
        SQLite::Statement sealed(m_impl->database,
                                 "UPDATE closed_day SET sealed = 1, content = '' WHERE sealed = 0 AND day <= ?");
        sealed.bind(1, envelope.lastDay.text());
        sealed.exec();
        SQLite::Statement remove(m_impl->database, "DELETE FROM comment WHERE id = ?");
        for (const std::string& comment : comments) {
            remove.reset();
            remove.bind(1, comment);
            if (remove.exec() != 1) { // withdrawn while the envelope was made
                return core::fail(StoreFault::Conflict,
                                  m_impl->file + ": a comment of the envelope is gone. Read again.");
            }
        }
        transaction.commit();
        return core::Done{};
    });
}

Result<std::optional<SealedEnvelope>> Store::lastEnvelope() const
{
    return guarded(m_impl->file, [&]() -> Result<std::optional<SealedEnvelope>> {
        std::vector<SealedEnvelope> newest =
            m_impl->envelopes("WHERE epoch = (SELECT epoch FROM meta) ORDER BY number DESC LIMIT 1");
        if (newest.empty()) {
            return std::optional<SealedEnvelope>{};
        }
        newest.front().bytes.clear();
        return std::optional(std::move(newest.front()));
    });
}

Result<std::vector<SealedEnvelope>> Store::envelopes() const
{
    return guarded(m_impl->file,
                   [&]() -> Result<std::vector<SealedEnvelope>> { return m_impl->envelopes("ORDER BY position"); });
}

Result<std::vector<SealedEnvelope>> Store::unreceipted() const
{
    return guarded(m_impl->file, [&]() -> Result<std::vector<SealedEnvelope>> {
        return m_impl->envelopes("WHERE receipt IS NULL ORDER BY position");
    });
}

Result<std::vector<KeptEnvelope>> Store::keptEnvelopes() const
{
    return guarded(m_impl->file, [&]() -> Result<std::vector<KeptEnvelope>> {
        // SQLite knows a column's length and type from the beginning of the row. The value of one that lies behind the
        // bytes it finds by way of all their pages, and so it does to see whether it is null.
        SQLite::Statement select(m_impl->database,
                                 "SELECT epoch, number, first_day, last_day, sealed_at,"
                                 " length(bytes), typeof(receipt) <> 'null' FROM envelope ORDER BY position");
        std::vector<KeptEnvelope> found;
        while (select.executeStep()) {
            found.push_back({idOf<core::Epoch>(select.getColumn(0).getString()),
                             core::EnvelopeNumber{static_cast<std::uint64_t>(select.getColumn(1).getInt64())},
                             dayOf(select.getColumn(2).getString()), dayOf(select.getColumn(3).getString()),
                             core::WallMs{select.getColumn(4).getInt64()},
                             static_cast<std::uint64_t>(select.getColumn(5).getInt64()),
                             select.getColumn(6).getInt() != 0});
        }
        return found;
    });
}

Result<std::optional<core::WallMs>> Store::newestReceiptAt() const
{
    return guarded(m_impl->file, [&]() -> Result<std::optional<core::WallMs>> {
        SQLite::Statement select(m_impl->database, "SELECT receipted_at FROM envelope WHERE typeof(receipt) <> 'null'"
                                                   " ORDER BY position DESC LIMIT 1");
        return select.executeStep() ? std::optional(core::WallMs{select.getColumn(0).getInt64()}) : std::nullopt;
    });
}

Result<core::Done> Store::setReceipt(const core::Epoch& epoch, core::EnvelopeNumber number,
                                     const std::string& receiptJson, core::WallMs at,
                                     const std::optional<std::string>& bytes)
{
    return guarded(m_impl->file, [&]() -> Result<core::Done> {
        SQLite::Transaction transaction(m_impl->database, SQLite::TransactionBehavior::IMMEDIATE);
        SQLite::Statement known(m_impl->database, "SELECT 1 FROM envelope WHERE epoch = ? AND number = ?");
        known.bind(1, epoch.text());
        known.bind(2, count(number));
        if (!known.executeStep()) {
            return core::fail(StoreFault::Conflict, m_impl->file + ": a receipt for an envelope that isn't here: " +
                                                        epoch.text() + " " + std::to_string(core::number(number)));
        }
        SQLite::Statement update(m_impl->database, "UPDATE envelope SET receipt = ?, receipted_at = ?,"
                                                   " bytes = ifnull(?, bytes)"
                                                   " WHERE epoch = ? AND number = ? AND receipt IS NULL");
        update.bind(1, receiptJson);
        update.bind(2, core::count(at));
        if (bytes) {
            update.bind(3, bytes->data(), static_cast<int>(bytes->size()));
        }
        update.bind(4, epoch.text());
        update.bind(5, count(number));
        update.exec();
        transaction.commit();
        return core::Done{};
    });
}

Result<core::Done> Store::startEpoch(const core::Epoch& fresh, const std::vector<SealedEnvelope>& reissued)
{
    return guarded(m_impl->file, [&]() -> Result<core::Done> {
        SQLite::Transaction transaction(m_impl->database, SQLite::TransactionBehavior::IMMEDIATE);
        SQLite::Statement used(m_impl->database, "SELECT (SELECT epoch FROM meta) = ?1 OR"
                                                 " EXISTS (SELECT 1 FROM envelope WHERE epoch = ?1)");
        used.bind(1, fresh.text());
        used.executeStep();
        bool inOrder = used.getColumn(0).getInt() == 0;
        for (std::size_t index = 0; index < reissued.size(); ++index) {
            const SealedEnvelope& envelope = reissued[index];
            inOrder = inOrder && envelope.epoch == fresh && core::number(envelope.number) == index + 1;
        }
        if (!inOrder) {
            return core::fail(StoreFault::Conflict, m_impl->file + ": the new epoch was used before, or its envelopes "
                                                                   "are not numbered 1, 2, … Draw another.");
        }
        m_impl->database.exec("DELETE FROM envelope WHERE receipt IS NULL AND epoch = (SELECT epoch FROM meta)");
        SQLite::Statement change(m_impl->database, "UPDATE meta SET epoch = ?");
        change.bind(1, fresh.text());
        change.exec();
        for (const SealedEnvelope& envelope : reissued) {
            m_impl->insertEnvelope(envelope);
        }
        transaction.commit();
        return core::Done{};
    });
}

} // namespace smiley::store
