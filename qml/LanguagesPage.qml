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
    readonly property string spoken: heading.text + "."
    readonly property var languages: [...stand.languages, ...stand.moreLanguages]

    color: Theme.paper

    Accessible.role: Accessible.Dialog
    Accessible.name: heading.text

    Words {
        id: heading

        anchors.left: parent.left
        anchors.leftMargin: Theme.textMargin
        anchors.top: parent.top
        anchors.topMargin: Theme.portrait ? Theme.reachTop : Theme.px(Theme.small ? 20 : 34)
        text: qsTrId("lang.more").replace("\n", " ")
        heading: true
        size: Theme.questionText
    }

    Grid {
        id: grid

        readonly property real cell: (root.width - 2 * Theme.margin - (columns - 1) * spacing) / columns
        // On a small panel the last line has room for "Luk".
        readonly property real lowest: Theme.small ? close.y + close.height + spacing : close.y - Theme.px(24)
        readonly property real lineRoom: (lowest - y) / lines
        readonly property int lines: Math.ceil((root.languages.length + (Theme.small ? 2 : 0)) / columns)

        anchors.left: parent.left
        anchors.leftMargin: Theme.margin
        y: Theme.portrait ? Theme.reachTop + Theme.px(150) : Theme.px(136)
        columns: Theme.portrait ? 2 : 4
        spacing: Math.max(Theme.gap, Theme.px(14))

        Repeater {
            model: root.languages

            LanguageButton {
                visitor: root.visitor
                keyGroup: Target.Actions // before the tools: they are what this page is for
                width: grid.cell
                height: Math.max(Theme.target, Math.min(Theme.px(140), grid.lineRoom - grid.spacing))
                textSize: Theme.text(30, 36, 40)
            }
        }
    }

    CloseButton {
        id: close

        visitor: root.visitor
        anchors.right: parent.right
        anchors.rightMargin: Theme.margin
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.px(Theme.portrait ? 60 : Theme.small ? 16 : 24)
    }

    UnseenTools {
        visitor: root.visitor
    }
}
