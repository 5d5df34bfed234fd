// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/store.h"

#include <optional>
#include <string>

namespace smiley {

struct OwnQuestionnaire {
    std::string json;   ///< empty: there is none to go on with
    std::string faults; ///< why what was asked for was refused; the version that it had stays
};

/// The stand's own questionnaire, in force until the centre sends one: the file or shipped name asked for, which is kept
/// from then on; else the one kept; else the shipped "smiley". An invalid file is refused with every fault named.
[[nodiscard]] OwnQuestionnaire ownQuestionnaire(store::Store& store, const std::optional<std::string>& asked);

} // namespace smiley
