// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import Smileystand.Ui

// All languages of the stand, each by its own name.
Rectangle {
    id: root

    required property VisitorModel visitor
    required property StandInfo stand
    readonly property int count: stand.languages.length + stand.moreLanguages.length

    color: Theme.paper

    Words {
        id: heading

        anchors.left: parent.left
        anchors.leftMargin: Theme.textMargin
        anchors.top: parent.top
        anchors.topMargin: Theme.px(Theme.portrait ? 80 : 34)
        text: qsTrId("lang.more").replace("\n", " ")
        heading: true
        size: Theme.questionText
    }

    Grid {
        id: grid

        readonly property real cell: (root.width - 2 * Theme.margin - (columns - 1) * spacing) / columns
        readonly property real lineRoom: (close.y - y - Theme.px(24)) / lines
        readonly property int lines: Math.ceil(root.count / columns)

        anchors.left: parent.left
        anchors.leftMargin: Theme.margin
        y: Theme.px(Theme.portrait ? 250 : 136)
        columns: Theme.portrait ? 2 : 4
        spacing: Math.max(Theme.gap, Theme.px(14))

        Repeater {
            model: root.count

            TargetButton {
                required property int index
                readonly property var modelData: index < root.stand.languages.length ? root.stand.languages[index] : root.stand.moreLanguages[index - root.stand.languages.length]

                objectName: "language-" + modelData.tag
                width: grid.cell
                height: Math.max(Theme.target, Math.min(Theme.px(140), grid.lineRoom - grid.spacing))
                label: modelData.name
                role: Accessible.RadioButton
                chosen: root.visitor.language === modelData.tag
                textSize: Theme.text(30, 36, 40)
                onActivated: root.visitor.chooseLanguage(modelData.tag)
            }
        }
    }

    TargetButton {
        id: close

        objectName: "close"
        anchors.right: parent.right
        anchors.rightMargin: Theme.margin
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.px(Theme.portrait ? 60 : 24)
        width: Math.max(implicitWidth, Theme.px(200))
        //% "Luk"
        label: qsTrId("nav.close")
        primary: true
        onActivated: root.visitor.closeOverlay()
    }
}
