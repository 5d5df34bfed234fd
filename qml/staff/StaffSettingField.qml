// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Smileystand

// A text of the settings with its name above it.
Column {
    id: root

    required property StaffSettingPage page
    required property string title
    required property string key // in values; its field is staff-field-KEY
    property string placeholder: ""
    property int most: 60

    spacing: Theme.px(6)

    StaffText {
        width: parent.width
        text: root.title
        points: 21
        font.weight: Font.DemiBold
    }

    StaffLocked {
        width: parent.width
        visible: root.page.locked(root.key)
    }

    StaffField {
        objectName: "staff-field-" + root.key
        width: parent.width
        title: root.title
        text: root.page.values[root.key]
        placeholder: root.placeholder
        most: root.most
        enabled: root.page.mayChange(root.key)
        onEdited: words => root.page.settings.set(root.key, words)
    }
}
