// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ui/poster.h"
#include "app/ui/promises.h"

#include <QString>

#include <vector>

/// Pages for the people who work where the stand is, made from the settings in force like the poster: what is measured and
/// what never, for the works council; how to invite, for reception. In the language of the installed translators, Danish
/// or English.

namespace smiley::ui {

/// Sentences under one heading. A Promise's setting is what makes it true; "" is what the program always does.
struct Statements {
    QString heading;
    std::vector<Promise> sentences;
};

/// "Hvad måles, hvad måles aldrig": also what is kept of staff's own acts, who sees what, and how long.
[[nodiscard]] std::vector<Statements> worksCouncilStatements(const core::StandSettings& settings,
                                                             bool noCameraOrMicrophone);
/// The fixed words of the invitation, when they are said, what is never said or done, and the entries without a code.
[[nodiscard]] std::vector<Statements> receptionStatements(const core::StandSettings& settings,
                                                          bool noCameraOrMicrophone);

/// Up to two pages.
[[nodiscard]] PrintedPage worksCouncilPage(const Poster& made);
/// One page.
[[nodiscard]] PrintedPage receptionPage(const Poster& made);

} // namespace smiley::ui
