// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import Smileystand.Ui

// What is promised, each line only while it is true, and the languages.
Rectangle {
    id: root

    required property VisitorModel visitor
    required property StandInfo stand
    readonly property var lines: [ // an empty one isn't true here
        //% "Svaret kommer ikke i din sag."
        qsTrId("anon.case"),
        //% "Standen har hverken kamera eller mikrofon."
        stand.noCameraOrMicrophone ? qsTrId("anon.nocamera") : "",
        //% "Der er tv-overvågning i lokalet. Den hører ikke til standen."
        stand.roomCctv ? qsTrId("anon.cctv") : ""
    ]
    readonly property string spoken: title.text + ". " + lines.filter(line => line !== "").join(" ")
    readonly property bool promisesShown: Theme.portrait || !Theme.contrast && !Theme.small
    readonly property real barRoom: width - 2 * Theme.margin - (Theme.portrait ? 0 : about.width + Theme.gap)
    readonly property real inset: Theme.px(Theme.portrait ? 36 : Theme.small ? 13 : 20)
    readonly property real firstRow: Math.max(about.height, promisesShown ? promises.height : 0)

    height: firstRow + 2 * inset + (Theme.portrait ? 2 * Theme.target + Theme.px(68) + Theme.gap : 0)
    color: Theme.surface

    Rectangle {
        anchors.left: parent.left
        anchors.right: parent.right
        height: Theme.contrast ? Theme.edge : 1
        color: Theme.line
    }

    TargetButton {
        id: about

        objectName: "about"
        keyGroup: Target.Tools
        keyPlace: 5
        anchors.left: parent.left
        anchors.leftMargin: Theme.margin
        anchors.top: parent.top
        anchors.topMargin: root.inset + (root.firstRow - height) / 2
        width: Math.max(Theme.portrait ? Theme.px(190) : Theme.px(134), narrowWidth)
        height: Math.max(Theme.target, Theme.portrait ? Math.max(Theme.px(166), iconSize + labelHeight + Theme.px(36)) : 0)
        padding: Theme.px(Theme.contrast ? 14 : 5)
        //% "Om dit svar"
        label: qsTrId("about.title")
        icon: "anonymous"
        iconSize: Theme.px(Theme.portrait ? 84 : Theme.small ? 48 : Theme.contrast ? 76 : labelWidth > Theme.px(134) - 2 * padding ? 44 : 54)
        iconAbove: Theme.portrait || Theme.small || !Theme.contrast
        textSize: Theme.toolText
        onActivated: root.visitor.openAbout()
    }

    Column {
        id: promises

        visible: root.promisesShown
        anchors.left: about.right
        anchors.leftMargin: Theme.px(Theme.portrait ? 32 : 14)
        anchors.right: Theme.portrait ? parent.right : bar.left
        anchors.rightMargin: Theme.px(12)
        anchors.top: parent.top
        anchors.topMargin: root.inset + (root.firstRow - height) / 2

        Words {
            id: title

            width: parent.width
            horizontalAlignment: Text.AlignLeft
            //% "Vi spørger ikke, hvem du er"
            text: qsTrId("anon.title")
            size: Theme.text(28, 42, 44)
            font.weight: Font.Bold
        }

        Repeater {
            model: root.lines

            Words {
                required property string modelData

                visible: modelData !== ""
                width: promises.width
                horizontalAlignment: Text.AlignLeft
                text: modelData
                color: Theme.quietInk
                size: Theme.finePrintText
            }
        }
    }

    LanguageBar {
        id: bar

        visitor: root.visitor
        stand: root.stand
        room: root.barRoom
        widest: Theme.portrait ? root.barRoom : Theme.contrast ? Theme.px(220) : Theme.target
        anchors.right: parent.right
        anchors.rightMargin: Theme.margin
        anchors.top: parent.top
        anchors.topMargin: Theme.portrait ? root.inset + root.firstRow + Theme.px(32) : root.inset + (root.firstRow - height) / 2
    }
}
