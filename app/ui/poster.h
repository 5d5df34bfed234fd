// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/settings.h"
#include "app/core/time.h"
#include "app/ui/printed_page.h"

#include <QString>

namespace smiley::ui {

/// What hangs beside the stand: the sentences of "Om dit svar", who answers for the data, and when it was made. In the
/// language of the installed translators.
struct Poster {
    core::StandSettings settings;
    bool noCameraOrMicrophone = false; ///< the device check of this machine found neither
    core::Day made;
    bool rightToLeft = false;
};

[[nodiscard]] PrintedPage posterPage(const Poster& poster);

/// "Dataansvarlig: …", and when a page was made: the last lines of every page.
[[nodiscard]] QString controllerLine(const core::StandSettings& settings);
[[nodiscard]] QString madeLine(core::Day made);

} // namespace smiley::ui
