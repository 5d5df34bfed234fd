// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/settings.h"

#include <QString>

#include <vector>

namespace smiley::ui {

/// One sentence of "Om dit svar", in the language that is shown (the installed translators').
struct Promise {
    /// What makes it true, by its key in stand.toml; "comments" is the centre's; "device_check" is what the machine
    /// finds. Empty: what the program always does, and tests of the journal and the envelope hold it to.
    QString setting;
    QString icon; ///< of qml/icons
    QString lead; ///< the first words
    QString body; ///< the rest
};

/// What is promised under these settings, for the screen and for the poster: a sentence is there exactly where its
/// setting makes it true. `noCameraOrMicrophone`: the device check found neither.
[[nodiscard]] std::vector<Promise> promisesOf(const core::StandSettings& settings, bool noCameraOrMicrophone);

} // namespace smiley::ui
