// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/staff/health.h"

#include <QLocale>
#include <QString>

namespace smiley::ui {

/// A part of the stand in words, in the language of the installed translators.
struct HealthWords {
    QString name; ///< of objects: "touch"
    QString icon; ///< of qml/icons
    QString title;
    QString sentence; ///< how it is, and what to do where it isn't well
    QString pill;     ///< its state in a word
};

[[nodiscard]] HealthWords wordsOf(const staff::HealthItem& item, const QLocale& locale);
/// "torsdag 19. november", in a sentence.
[[nodiscard]] QString dayInWords(core::Day day, const QLocale& locale);
/// As a sentence begins.
[[nodiscard]] QString capitalised(const QString& words);

} // namespace smiley::ui
