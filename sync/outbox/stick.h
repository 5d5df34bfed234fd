// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/time.h"
#include "app/store/store.h"
#include "sync/outbox/stick_folder.h"

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

/// The same exchange on a USB stick, for a stand without a network:
///
///   <stick>/<stand>-envelope-<epoch>-<number>.jsonl.zst.sealed   to the centre; sealed boxes, nobody else can open them
///   <stick>/til-standen/                                         from the centre; the files of an inbox
///   <stick>/smiley-spoergsmaal-<id>-<version>.json               questionnaires (stick_questionnaires.h)
///
/// `smiley-stand stick DIR` and the staff's page call the same functions. The running program takes the inbox at its next
/// tick. Whatever is written is whole or not there; only what returned a value may be called safe to remove.

namespace smiley::outbox {

/// The centre's folder on a stick.
inline constexpr const char* toTheStand = "til-standen";

/// Who uses the stick and when, for the audit trail, and who watches.
struct StickUse {
    std::string who; ///< as AuditEntry::who
    core::Now now;
    StickWatch watch = {};
};

/// A file that was not taken, and why.
struct LeftOut {
    std::string file;
    StickFault why = StickFault::UnknownFile;
    std::string message;
};

struct StickSummary {
    std::size_t files = 0;
    std::vector<LeftOut> leftOut;
};

/// A file for the stick: a document for print.
struct StickFile {
    std::string name;
    std::string bytes;
};

/// Writes every unreceipted envelope as a sealed box, and removes those of this stand that have been receipted, and half
/// files of an earlier pull. Nothing on the stand changes but the audit trail (stick-exported, also after a fault where
/// files were written). Any thread with a store of its own.
///
/// Errors: NotEnrolled, Database, NoStick, ReadOnly, Full, Damaged, NotAFile, Cancelled.
[[nodiscard]] StickResult<StickSummary> exportTo(const std::filesystem::path& stick, store::Store& store,
                                                 const StickUse& use);

/// Copies what the centre left for the stand into its inbox. Nothing on the stick changes. What isn't signed by this
/// stand's centre, is for another stand or isn't for a stand at all is left out and told, as is a configuration that is
/// older than the one that waits in the inbox; receipts that the store has are passed over. At most inboxFilesMax files are
/// taken, receipts that the store waits for before others. Audited as stick-imported.
///
/// Errors: Database, NoStick, Damaged, Inbox, Cancelled.
[[nodiscard]] StickResult<StickSummary> importFrom(const std::filesystem::path& stick,
                                                   const std::filesystem::path& inbox, store::Store& store,
                                                   const StickUse& use);

/// Writes documents, in order. Audited as `what` (works-council-page, or stick-exported with the files' names). Errors as
/// exportTo, without NotEnrolled.
[[nodiscard]] StickResult<StickSummary> writeDocuments(const std::filesystem::path& stick,
                                                       const std::vector<StickFile>& documents, store::Store& store,
                                                       const StickUse& use, const std::string& what);

} // namespace smiley::outbox
