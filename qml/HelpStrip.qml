// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

// Where help is, and that nobody answers here: on top of what is written to nobody in particular.
Rectangle {
    id: root

    readonly property string words: lead.text + " " + rest.text
    readonly property real room: width - 2 * Theme.px(Theme.portrait ? 60 : 16)
    readonly property int textSize: Theme.contrast ? Math.max(Theme.px(Theme.portrait ? 30 : 25), Theme.smallestText) : Theme.text(25, 32, 0)
    readonly property real sign: Theme.px(32) + Theme.px(14)
    readonly property real natural: lead.implicitWidth + Theme.px(7) + rest.implicitWidth
    readonly property bool signed: natural + sign <= room || natural > room

    implicitHeight: Math.max(Theme.px(52), texts.height + Theme.px(natural > room ? 20 : 8))
    color: Theme.warning

    Rectangle {
        visible: Theme.contrast
        anchors.bottom: parent.bottom
        width: parent.width
        height: Theme.edge
        color: Theme.line
    }

    Row {
        anchors.centerIn: parent
        spacing: Theme.px(14)

        Icon {
            anchors.verticalCenter: parent.verticalCenter
            visible: root.signed
            name: "info"
            size: Theme.px(32)
        }

        Grid {
            id: texts

            columns: root.natural + (root.signed ? root.sign : 0) <= root.room ? 2 : 1
            columnSpacing: Theme.px(7)

            Words {
                id: lead

                width: Math.min(implicitWidth, root.room - root.sign)
                aside: true
                horizontalAlignment: Text.AlignLeft
                //% "Vi kan ikke svare dig her."
                text: qsTrId("comment.help.lead")
                size: root.textSize
                font.weight: Font.DemiBold
            }

            Words {
                id: rest

                width: Math.min(implicitWidth, root.room - root.sign)
                aside: true
                horizontalAlignment: Text.AlignLeft
                //% "Har du brug for hjælp nu? Gå til skranken. Ved fare: ring 112."
                text: qsTrId("comment.help")
                size: root.textSize
            }
        }
    }
}
