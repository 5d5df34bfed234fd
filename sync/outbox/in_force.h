// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/questionnaire.h"
#include "app/core/settings.h"
#include "app/store/store.h"
#include "sync/outbox/local.h"
#include "sync/wire/messages.h"

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

/// What counts on this stand: its own files, over them what staff changed on the spot, over that what the centre sent.

namespace smiley::outbox {

/// What counts for visitors.
struct InForce {
    std::uint64_t version = 0; ///< of the centre's configuration; 0: the stand's own
    core::Questionnaire questionnaire;
    core::StandSettings settings;
    std::uint64_t localVersion = 0;          ///< of what staff changed; 0: nothing
    std::set<std::string> lockedSettings;    ///< keys that the centre set: staff can't
    core::Questionnaire centreQuestionnaire; ///< before staff's changes: the centre's, or the stand's own
    std::string centreJson;                  ///< canonical, of centreQuestionnaire
};

/// The parts of it.
struct Layers {
    core::StandSettings settings; ///< stand.toml
    std::string questionnaire;    ///< the stand's own, JSON
    std::optional<wire::Configuration> centre;
    std::optional<LocalVersion> local;
    std::optional<core::Questionnaire> base; ///< that staff's questionnaire was made from, where it is still known
    /// The centre's was taken before, maybe by a program with other limits: what of its settings isn't possible (any more)
    /// is passed over and told. Else that is Malformed.
    bool isCentreKept = true;
};

/// Lays them over each other. What of staff's can't stand any more is left out and told in `troubles`, in Danish.
/// Malformed where the centre's part, or without one the stand's own questionnaire, can't be read.
[[nodiscard]] wire::Parsed<InForce> composed(const Layers& layers, std::vector<std::string>& troubles);

/// The questionnaire that staff's was made from; nothing where there is none, or it isn't known.
[[nodiscard]] store::Result<std::optional<core::Questionnaire>> baseOf(const store::Store& store,
                                                                       const std::optional<LocalVersion>& version);

/// What the version says over the centre's questionnaire of today; nothing where it can't be read.
/// Errors: as Store::setting.
[[nodiscard]] store::Result<std::optional<core::Questionnaire>>
laidOver(const store::Store& store, const LocalDocument& document, const InForce& inForce);

/// What counts from the next tick on, without what waits for a day: what staff published at once and the stand program
/// hasn't taken yet, or what is in force.
struct Soon {
    core::Questionnaire questionnaire;
    std::string settings; ///< staff's
};
/// `hasAnswer`: today. Then what does more than hide isn't taken, and waits. Errors: as Store::setting.
[[nodiscard]] store::Result<Soon> countsSoon(const store::Store& store, const LocalState& local, const InForce& inForce,
                                             bool hasAnswer);

/// The centre's configuration kept under a key of settings_keys.h, verified; nothing where there is none that this program
/// can read.
[[nodiscard]] store::Result<std::optional<wire::Configuration>> configurationIn(const store::Store& store,
                                                                                std::string_view key);

/// What is in force on the stand of this database, as the stand program has it. Writes nothing; a centre's configuration
/// that this program can't read counts as none.
[[nodiscard]] store::Result<InForce> inForceNow(const store::Store& store, const core::StandSettings& own,
                                                const std::string& ownQuestionnaire);

} // namespace smiley::outbox
