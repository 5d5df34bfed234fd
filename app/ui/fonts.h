// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace smiley::ui {

/// The typefaces of running text, as Theme.qml names them: by the letters of a language.
inline constexpr const char* latinFamily = "Inter";
inline constexpr const char* arabicFamily = "Noto Sans Arabic UI";

/// The font families that the screens use and this machine lacks, with the package that brings each: "Inter Display
/// (fonts-inter)". Empty when all are there. After QGuiApplication was made.
[[nodiscard]] QStringList missingFonts();

} // namespace smiley::ui
