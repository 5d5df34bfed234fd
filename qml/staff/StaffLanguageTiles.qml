// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import Smileystand
import Smileystand.Ui

// The languages of the chosen question, each with what it lacks. With `offered` those that visitors can choose, and the one that is worked on.
Flow {
    id: root

    required property EditorModel editor
    property bool offered: false
    readonly property var languages: editor.languages
    property int columns: 3
    readonly property real side: Math.floor((width - (columns - 1) * spacing) / columns)

    spacing: Theme.px(12)

    Repeater {
        model: root.offered ? root.languages.filter(each => each.offered || each.tag === root.editor.language) : root.languages

        StaffTile {
            required property var modelData

            objectName: "staff-language-" + modelData.tag
            width: root.side
            role: Accessible.RadioButton
            label: modelData.name
            //% "Ikke læst igennem"
            readonly property string unread: qsTrId("staff.questions.languages.unread")
            detail: modelData.unread ? unread : modelData.state
            chosen: root.editor.language === modelData.tag
            onActivated: root.editor.chooseLanguage(modelData.tag)
        }
    }
}
