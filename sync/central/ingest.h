// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/ports.h"
#include "sync/central/ledger.h"
#include "sync/wire/envelope.h"
#include "sync/wire/messages.h"

#include <cstddef>
#include <cstdint>
#include <set>
#include <span>
#include <string>
#include <vector>

/// What the centre does with an envelope, from the network and from a stick alike.
///
///   check   pure: size, signature, header, records; refused as a whole or not at all
///   store   bytes on disk in one commit; only then the receipt is made
///   read    records to rows, in a commit of its own; a crash between is made good by `finishReading`
///
/// How an envelope (stand, epoch, number n, hash h, previous p) is taken:
///
///   the same n and h is there                     the receipt it had; nothing is written
///   n is there with another hash                  Fork
///   n-1 is there, and its hash is not p           Fork
///   n+1 is there, and its `previous` is not h     Fork
///   else, and the stand is blocked                KeptAside
///   else                                          Stored, whatever its epoch and whatever gap is before it
///
/// Two epochs of a stand are alive at once (*clone*) where an envelope of the older closes a day that wasn't over when
/// the newer was first seen, or a heartbeat names the older after cloneGraceMs.

namespace smiley::central {

/// Why an envelope is refused as a whole. Nothing of it was kept; the stand keeps it.
enum class IngestFault : std::uint8_t {
    TooLarge,     ///< over a limit of the format
    Unreadable,   ///< no envelope, or cut off
    BadSignature, ///< not signed by the stand's envelope key, or changed
    NewerFormat,  ///< update the centre; the stand sends it again
    WrongStand,   ///< it belongs to another stand than the one that sent it
    NotEnrolled,  ///< the stand has no keys yet
    Example,      ///< example data for a real centre, or the reverse
};

/// A heartbeat of an older epoch this long after a newer one was seen means two stands.
inline constexpr std::int64_t cloneGraceMs = std::int64_t{15} * 60'000;
/// Envelopes that are stored, or read, in one commit.
inline constexpr std::size_t ingestBatchMax = 64;

/// An envelope that passed `checkEnvelope`.
struct CheckedEnvelope {
    Stand stand;
    std::string bytes;
    wire::ReadEnvelope content;
};

/// Reads and verifies. Any thread.
[[nodiscard]] core::Result<CheckedEnvelope, IngestFault> checkEnvelope(const Stand& stand, std::string bytes,
                                                                       bool exampleCentre);

/// An envelope whose bytes are on disk.
struct TakenEnvelope {
    wire::Receipt receipt;
    bool isNew = false; ///< false: it was there already
    EnvelopeRow row;
};

struct Reprocessed {
    std::uint64_t envelopes = 0; ///< read again
    std::uint64_t stillFlagged = 0;
    std::set<std::uint64_t> nights; ///< whose packages may now differ: make them again
};

/// Call from the ledger's thread.
class Ingest {
public:
    Ingest(Ledger& ledger, const core::Clock& clock) : m_ledger(ledger), m_clock(clock) {}

    /// Stores all in one commit (two fsyncs at most) and says how each was taken, in their order. On a fault none was
    /// stored and no receipt may be given.
    [[nodiscard]] Kept<std::vector<TakenEnvelope>> store(std::span<const CheckedEnvelope> envelopes);
    /// Reads those of `taken` that are new and Stored into rows, in one commit. On a fault they wait for
    /// `finishReading`. `taken` is what `store` gave for `envelopes`.
    [[nodiscard]] Kept<core::Done> read(std::span<const CheckedEnvelope> envelopes,
                                        std::span<const TakenEnvelope> taken);
    /// Reads what is stored and was not read: after a crash, after `releaseKeptAside`. Gives how many.
    [[nodiscard]] Kept<std::uint64_t> finishReading();
    /// Reads the kept bytes of every flagged envelope again, as an updated program understands them.
    [[nodiscard]] Kept<Reprocessed> reprocess();

    /// Keeps the last heartbeat of a stand and looks for clones.
    [[nodiscard]] Kept<core::Done> heartbeat(const Stand& stand, const wire::Heartbeat& heartbeat,
                                             const std::string& json);

private:
    [[nodiscard]] Kept<TakenEnvelope> storeOne(const CheckedEnvelope& envelope, core::WallMs now);
    [[nodiscard]] Kept<bool> contradicts(const EnvelopeRow& row);
    [[nodiscard]] Kept<core::Done> readOne(EnvelopeRow row, const wire::ReadEnvelope& content);
    [[nodiscard]] Kept<core::Done> readFromBytes(const EnvelopeRow& row);
    [[nodiscard]] Kept<core::Done> markClone(const core::StandId& stand, core::WallMs now, const std::string& detail);

    Ledger& m_ledger;
    const core::Clock& m_clock;
};

} // namespace smiley::central
