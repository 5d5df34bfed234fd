// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/ports.h"
#include "app/options.h"

namespace smiley {

/// `smiley-stand poster`, `works-council` and `reception`: a page that is true under the settings in force here, as text on standard output or as a PDF. Reads
/// the journal where there is one (the centre's settings lie there) and writes nothing but the page. Needs a
/// QGuiApplication.
[[nodiscard]] ExitCode printPoster(const Options& options, const core::StandSettings& own, const core::Clock& clock,
                                   core::Random& random);

} // namespace smiley
