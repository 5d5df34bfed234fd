// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import Smileystand.Ui

// The languages that stand on the screen, each by its own name, then the rest behind one button. Mirrors with the layout.
Row {
    id: root

    required property VisitorModel visitor
    required property StandInfo stand
    required property real buttonWidth

    spacing: Theme.gap

    Repeater {
        model: root.stand.languages

        TargetButton {
            required property var modelData

            objectName: "language-" + modelData.tag
            keyGroup: Target.Languages
            width: Math.max(root.buttonWidth, narrowWidth)
            padding: Theme.px(8)
            label: modelData.name
            role: Accessible.RadioButton
            chosen: root.visitor.language === modelData.tag
            textSize: Theme.smallButtonText
            onActivated: root.visitor.chooseLanguage(modelData.tag)
        }
    }

    TargetButton {
        objectName: "moreLanguages"
        keyGroup: Target.Languages
        visible: root.stand.moreLanguages.length > 0
        width: Math.max(root.buttonWidth, narrowWidth)
        padding: Theme.px(6)
        //% "Flere\nsprog"
        label: Theme.portrait && !Theme.contrast ? qsTrId("lang.more").replace("\n", " ") : qsTrId("lang.more")
        textSize: Theme.smallButtonText
        onActivated: root.visitor.openLanguages()
    }
}
