// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Smileystand.Ui

// A language of the stand, by its own name.
TargetButton {
    required property VisitorModel visitor
    required property var modelData // its tag and name

    objectName: "language-" + languageTag
    languageTag: modelData.tag
    keyGroup: Target.Languages
    label: modelData.name
    role: Accessible.RadioButton
    chosen: visitor.language === languageTag
    onActivated: visitor.chooseLanguage(languageTag)
}
