// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/ports.h"
#include "app/store/store.h"
#include "sync/wire/envelope.h"

#include <cstddef>
#include <filesystem>
#include <span>
#include <string>
#include <vector>

/// From what a visitor wrote to a record of an envelope. Between the two it lies in the journal's file, sealed to the
/// municipality's key, with its day and nothing finer.
///
/// Which day
///   - the local day, where the clock is worth something (`isGood`), but never a closed one: as the journal's rows.
///   - else the day after the last closed one; where none was closed, what the clock says, right or wrong.
///
/// Which envelope
///   - the first that closes its day or a later one and has five counted visits: with fewer, the rest of the envelope would
///     tell who wrote it. It never makes an envelope go earlier.
///   - with any, once one of them has waited commentWaitingDaysMax: then all go, also today's. The late ones alone would be
///     of the few visits of the envelope of those days. A day that can't be true makes none late: a wrong clock's, before
///     those days or not yet come.
///   - where more wait than envelopeCommentsBytesMax, the others go with the next.

namespace smiley::outbox {

inline constexpr int commentWaitingDaysMax = 28;
/// Sealed texts in one envelope; in base64url they are a third more, a third of what an envelope may have.
inline constexpr std::size_t envelopeCommentsBytesMax = std::size_t{1024} * 1024;

/// Call from one thread. Each call opens the journal's file anew: the kiosk may have set it aside and begun another.
class SealedComments final : public core::Comments {
public:
    /// `random` must outlive it.
    SealedComments(std::filesystem::path database, core::Random& random);

    [[nodiscard]] core::Result<std::string, core::JournalFault> keep(const core::CommentSettings& settings,
                                                                     const core::QuestionId& question,
                                                                     core::FaceGroup faces, const std::string& text,
                                                                     const core::Now& now) override;
    [[nodiscard]] core::Result<core::Done, core::JournalFault> regroup(const std::string& id,
                                                                       core::FaceGroup faces) override;
    [[nodiscard]] core::Result<core::Done, core::JournalFault> drop(const std::string& id) override;

private:
    std::filesystem::path m_database;
    core::Random& m_random;
};

/// Adds to the envelope those of `waiting` that leave with it, and gives their ids. All carry the same days, whichever they
/// are: from commentWaitingDaysMax before the envelope's first to its last. A face group that fewer than five of its
/// counted visits share is left out; so are all, where those without one could only be of fewer than five visits.
[[nodiscard]] std::vector<std::string> addComments(wire::Envelope& envelope,
                                                   std::span<const store::WaitingComment> waiting);

} // namespace smiley::outbox
