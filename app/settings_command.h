// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/ports.h"
#include "app/core/settings.h"
#include "app/options.h"

namespace smiley {

/// `smiley-stand settings …`: what staff may set, from the command line: the same rules, the same audit trail (who:
/// "admin"). Works on the database, also beside a running stand, which takes a change within a minute. Needs a journal that
/// is there. Anything that isn't possible is told, with Refused, and changes nothing.
[[nodiscard]] ExitCode runSettings(const Options& options, const core::StandSettings& own, const core::Clock& clock,
                                   core::Random& random);

} // namespace smiley
