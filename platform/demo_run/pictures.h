// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/demo_run/process.h"

namespace smiley::demo {

/// Settings of the demonstration's stands, as stand.toml.
[[nodiscard]] QString demoSettings(double panelDpi, const QString& visitTimes = {});

/// Shows every visitor's screen once and keeps a picture of each in OUT/screens. Returns how many.
int takePictures(const Workshop& workshop);

} // namespace smiley::demo
