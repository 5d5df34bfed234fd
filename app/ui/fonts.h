// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace smiley::ui {

/// The font families that the screens use and this machine lacks, with the package that brings each: "Inter Display
/// (fonts-inter)". Empty when all are there. After QGuiApplication was made.
[[nodiscard]] QStringList missingFonts();

} // namespace smiley::ui
