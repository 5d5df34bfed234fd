// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/outbox/stick_folder.h"

#include <QString>

namespace smiley::ui {

/// What staff are told: what is wrong with the stick or a file, and what to do now. In the language that is shown.
[[nodiscard]] QString sentenceOf(outbox::StickFault fault);

} // namespace smiley::ui
