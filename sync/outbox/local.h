// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/ids.h"
#include "app/core/result.h"
#include "app/core/time.h"
#include "app/store/store.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

/// What staff change on the stand itself: a questionnaire over the centre's, and settings over stand.toml. Every change is a
/// version of its own, with a number and never changed again, and a row of the audit trail in the same transaction.
///
/// In the store's settings, written by `publish` alone: "local-waiting" and "local-at-once", the newest of each; written by
/// the keeper alone: "local-in-force". What has a lower number than the one in force is over. So two programs that write at
/// the same time never undo each other. The questionnaire's text is in the table `questionnaire`, by its hash. A version is
/// text, a thing a line:
///
///   local 1                       the format
///   version 4
///   from 2026-11-23|now
///   by <who>
///   hour 2026-11-22 14
///   base <hash>                   the questionnaire that staff's was made from
///   questionnaire <hash>|-        "-": the centre's as it is
///   settings {…}|-                wire::settings, canonical JSON

namespace smiley::outbox {

struct InForce;

struct LocalDocument {
    std::string questionnaire; ///< JSON; empty: as the centre's
    std::optional<core::Hash>
        base;             ///< of what it was made from (InForce::centreQuestionnaire then), where there is one
    std::string settings; ///< a JSON object text (sync/wire/settings_json.h); empty: none
};

struct LocalVersion {
    std::uint64_t version = 0; ///< 1, 2, …
    LocalDocument document;
    std::optional<core::Day> from; ///< nothing: at once
    std::string by;
    std::string hour; ///< "2026-11-22 14"
};

struct LocalState {
    std::optional<LocalVersion> inForce;
    std::optional<LocalVersion> waiting; ///< the newest, where it isn't in force yet: an editor goes on from this one
    std::optional<LocalVersion> atOnce;  ///< due at once and not yet taken; the same as `waiting`, or just before it
    bool isUnreadable = false;           ///< there is one that this program can't read; it counts as none
    std::uint64_t highest = 0;           ///< number of any version, of one that can't be read too

    /// What an editor goes on from; nothing where staff never changed anything.
    [[nodiscard]] const std::optional<LocalVersion>& newest() const { return waiting ? waiting : inForce; }
};

[[nodiscard]] store::Result<LocalState> localState(const store::Store& store);

enum class Start : std::uint8_t {
    NextOpeningDay,
    AtOnce, ///< only while the day has no answer and nothing waits for a day, or where it does nothing but hide questions
};

enum class PublishFault : std::uint8_t {
    Locked,    ///< changes what the centre set, or a core or mandatory question; the message names them
    Malformed, ///< breaks the rules of the questionnaire or of a setting; the message says where
    NotNow,    ///< at once, and somebody has answered today, or a version waits for its day
    Overtaken, ///< somebody published since the document was made: read again
    Database,  ///< nothing was written
};

/// Makes `document` the next version. `who` and `auditWhat` go into the audit trail ("questionnaire-published",
/// "question-hidden", "questionnaire-restored", "settings-changed"); its detail is
/// "<questionnaire's hash> <day|now>", and "<keys> <day|now>" where only settings change. The messages are Danish, for staff.
/// `madeFrom` is the number of what the document was made from (LocalState::newest, 0: none); nothing: whatever is newest.
///
/// Whoever hides a question at once while a version waits, hides it in that one too: it is issued again, with the next
/// number, and " <its hash> <day>" follows in the detail. Where its questions can't be read by this program, those that are
/// asked now come instead; its settings stay. Any thread and process, with a store of its own; the stand program takes it at
/// its next tick.
[[nodiscard]] core::Result<LocalVersion, PublishFault>
publish(store::Store& store, const LocalDocument& document, const std::string& who, Start start, const InForce& inForce,
        const core::Now& now, const std::string& auditWhat, std::optional<std::uint64_t> madeFrom = std::nullopt);

/// A questionnaire that was published here before, with what it was made from and without settings: to show it, to compare,
/// and to publish it again ("questionnaire-restored"), which makes a new version. Nothing where this hash never was.
[[nodiscard]] store::Result<std::optional<LocalDocument>> publishedBefore(const store::Store& store,
                                                                          const core::Hash& questionnaire);

/// The text of a version, and back; nothing where it isn't one that this program can read. `questionnaire` of the document
/// is empty: it lies in the store, under the hash given.
struct WrittenVersion {
    LocalVersion version;
    std::optional<core::Hash> questionnaire;
};
[[nodiscard]] std::string writeVersion(const LocalVersion& version, const std::optional<core::Hash>& questionnaire);
[[nodiscard]] std::optional<WrittenVersion> readVersion(std::string_view text);

/// Whether an answer was given since the last closed day, or where a day is given, on that: the night's tick takes what
/// came before it closes yesterday.
[[nodiscard]] store::Result<bool> dayHasAnswer(const store::Store& store, std::optional<core::Day> day = std::nullopt);
/// "mandag 23. november".
[[nodiscard]] std::string danishDay(core::Day day);
/// Whether what begins on `from` may count now: the day has come, or no clock can say so.
[[nodiscard]] bool hasCome(core::Day from, const core::Now& now);

} // namespace smiley::outbox
