// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/settings.h"
#include "app/core/time.h"

#include <QLocale>
#include <QString>

#include <set>
#include <string>
#include <vector>

/// The settings in words, for staff, in the language of the installed translators.

namespace smiley::ui {

/// What staff change together, on one page.
struct SettingsGroup {
    QString name;
    QString icon; ///< of qml/icons
    QString page; ///< its file
    std::set<std::string> keys;
};
[[nodiscard]] const std::vector<SettingsGroup>& settingsGroups();
[[nodiscard]] const SettingsGroup* settingsGroup(const QString& name);

[[nodiscard]] QString titleOf(const SettingsGroup& group);
/// The group's value in a line.
[[nodiscard]] QString valueOf(const SettingsGroup& group, const core::StandSettings& settings,
                              const core::Questionnaire& questionnaire, const QLocale& locale);
[[nodiscard]] QDate dateOf(core::Day day);
[[nodiscard]] core::Day dayOf(QDate date);
[[nodiscard]] core::Day firstOfMonth(core::Day day);
/// "mandag 23. november"; with the year where it isn't `today`'s.
[[nodiscard]] QString dayInWords(core::Day day, core::Day today, const QLocale& locale);
/// "8.00"
[[nodiscard]] QString timeInWords(int minute);

} // namespace smiley::ui
