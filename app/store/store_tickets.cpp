// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/store_impl.h"

#include <SQLiteCpp/Transaction.h>

#include <sodium.h>

#include <algorithm>
#include <array>
#include <cassert>
#include <cstddef>
#include <span>
#include <string>
#include <vector>

/// One-time cards that were used, one row for a day: the day's key, and all marks sorted in one value. So nothing in the
/// file tells in which order they came.

namespace smiley::store {

namespace {

static_assert(std::tuple_size_v<core::TicketMark> >= crypto_generichash_BYTES_MIN &&
              std::tuple_size_v<core::TicketMark> <= crypto_generichash_BYTES_MAX);

using Key = std::array<std::byte, crypto_generichash_KEYBYTES>;

const unsigned char* raw(const std::byte* bytes) { return reinterpret_cast<const unsigned char*>(bytes); }
unsigned char* raw(std::byte* bytes) { return reinterpret_cast<unsigned char*>(bytes); }

Key newKey()
{
    [[maybe_unused]] const int ready = sodium_init();
    assert(ready >= 0);
    Key key{};
    randombytes_buf(key.data(), key.size());
    return key;
}

std::optional<Key> keyOf(SQLite::Database& database, const std::string& day)
{
    SQLite::Statement select(database, "SELECT key FROM ticket_day WHERE day = ?");
    select.bind(1, day);
    if (!select.executeStep()) {
        return std::nullopt;
    }
    const SQLite::Column column = select.getColumn(0);
    Key key{};
    if (static_cast<std::size_t>(column.getBytes()) != key.size()) {
        throw BadRow("ticket_day: a key of another length");
    }
    const auto* bytes = static_cast<const std::byte*>(column.getBlob());
    std::copy_n(bytes, key.size(), key.begin());
    return key;
}

using Marks = std::vector<core::TicketMark>;

Marks marksIn(const SQLite::Column& column)
{
    const auto size = static_cast<std::size_t>(column.getBytes());
    if (size % sizeof(core::TicketMark) != 0) {
        throw BadRow("ticket_day: half a mark");
    }
    Marks marks(size / sizeof(core::TicketMark));
    const auto* bytes = static_cast<const std::byte*>(column.getBlob());
    for (core::TicketMark& mark : marks) {
        std::copy_n(bytes, mark.size(), mark.begin());
        bytes += mark.size();
    }
    return marks;
}

} // namespace

Result<core::TicketMark> Store::ticketMark(std::span<const std::byte> id, const core::Now& now)
{
    const std::string day = core::localTime(now.wall).day.text();
    if (now.quality == core::ClockQuality::None) {
        return core::fail(StoreFault::Conflict, m_impl->file + ": a card can't be checked while the date isn't known.");
    }
    return guarded(m_impl->file, [&]() -> Result<core::TicketMark> {
        auto key = keyOf(m_impl->database, day);
        if (!key) {
            SQLite::Transaction transaction(m_impl->database, SQLite::TransactionBehavior::IMMEDIATE);
            SQLite::Statement closed(m_impl->database, "SELECT count(*) FROM closed_day WHERE day >= ?");
            closed.bind(1, day);
            if (closed.executeStep() && closed.getColumn(0).getInt() > 0) {
                return core::fail(StoreFault::Conflict,
                                  m_impl->file + ": " + day +
                                      " is closed, and which cards were used on it is forgotten.");
            }
            const Key drawn = newKey();
            SQLite::Statement insert(m_impl->database, "INSERT OR IGNORE INTO ticket_day(day, key) VALUES (?, ?)");
            insert.bind(1, day);
            insert.bind(2, drawn.data(), static_cast<int>(drawn.size()));
            insert.exec();
            key = keyOf(m_impl->database, day); // another process's, where that was quicker
            transaction.commit();
        }
        core::TicketMark mark{};
        if (!key || crypto_generichash(raw(mark.data()), mark.size(), raw(id.data()), id.size(), raw(key->data()),
                                       key->size()) != 0) {
            throw BadRow("ticket_day: no key of the day");
        }
        return mark;
    });
}

bool Store::Impl::isTicketUsed(const core::TicketMark& mark)
{
    SQLite::Statement select(database, "SELECT used FROM ticket_day");
    while (select.executeStep()) {
        if (std::ranges::binary_search(marksIn(select.getColumn(0)), mark)) {
            return true;
        }
    }
    return false;
}

Result<bool> Store::ticketIsUsed(const core::TicketMark& mark) const
{
    return guarded(m_impl->file, [&]() -> Result<bool> { return m_impl->isTicketUsed(mark); });
}

/// Inside a transaction. False where it is noted already, or no key is there.
bool Store::Impl::useTicket(const core::TicketMark& mark, core::WallMs at)
{
    if (isTicketUsed(mark)) {
        return false;
    }
    // The stand forgets what was shown the day before, so the mark is made with this day's key.
    const std::string day = core::localTime(at).day.text();
    SQLite::Statement select(database, "SELECT used FROM ticket_day WHERE day = ?");
    select.bind(1, day);
    if (!select.executeStep()) {
        return false;
    }
    Marks marks = marksIn(select.getColumn(0));
    select.reset();
    marks.insert(std::ranges::lower_bound(marks, mark), mark);
    SQLite::Statement update(database, "UPDATE ticket_day SET used = ? WHERE day = ?");
    update.bind(1, marks.data(), static_cast<int>(marks.size() * sizeof(core::TicketMark)));
    update.bind(2, day);
    return update.exec() == 1;
}

} // namespace smiley::store
