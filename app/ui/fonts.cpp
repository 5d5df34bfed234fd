// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ui/fonts.h"

#include <QFontDatabase>

#include <array>

namespace smiley::ui {

namespace {

struct Font {
    const char* family;
    const char* package;
};

constexpr std::array<Font, 4> fonts{{
    {latinFamily, "fonts-inter"},
    {"Inter Display", "fonts-inter"},
    {"Noto Sans", "fonts-noto-core"},
    {arabicFamily, "fonts-noto-ui-core"},
}};

} // namespace

QStringList missingFonts()
{
    QStringList missing;
    for (const Font& font : fonts) {
        if (!QFontDatabase::hasFamily(font.family)) {
            missing << QStringLiteral("%1 (%2)").arg(font.family, font.package);
        }
    }
    return missing;
}

} // namespace smiley::ui
