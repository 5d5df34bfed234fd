// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import Smileystand.Ui

// What happens to an answer, made from the settings in force. A sentence whose setting is off is not there.
Rectangle {
    id: root

    required property VisitorModel visitor
    required property StandInfo stand
    readonly property int columns: Theme.portrait ? 1 : 2
    readonly property real textSize: Theme.contrast ? Math.max(Theme.px(28), Theme.smallestText) : Theme.text(25, 32, 0)
    readonly property var sentences: stand.promises
    readonly property string spoken: heading.text + ". " + sentences.map(sentence => sentence.lead + " " + sentence.body).join(" ") + " " + controller.text + ". " + stand.controllerContact

    color: Theme.paper

    Accessible.role: Accessible.Dialog
    Accessible.name: heading.text

    Words {
        id: heading

        anchors.left: parent.left
        anchors.leftMargin: Theme.textMargin
        anchors.top: parent.top
        anchors.topMargin: Theme.portrait ? Theme.reachTop : Theme.px(Theme.small ? 4 : 34)
        //% "Om dit svar"
        text: qsTrId("about.title")
        heading: true
        size: Theme.small ? Theme.px(42) : Theme.questionText
    }

    Grid {
        id: grid

        readonly property real cell: (root.width - 2 * Theme.textMargin - (columns - 1) * columnSpacing) / columns
        readonly property int lines: Math.ceil(root.sentences.length / columns)
        readonly property real room: foot.y - y - (lines - 1) * rowSpacing - Theme.px(Theme.small ? 2 : 8)

        anchors.left: parent.left
        anchors.leftMargin: Theme.textMargin
        y: Theme.portrait ? Theme.reachTop + Theme.px(140) : Theme.px(Theme.small ? 62 : 130)
        columns: root.columns
        columnSpacing: Theme.px(44)
        rowSpacing: Theme.px(Theme.portrait ? 24 : Theme.small ? 2 : 8)

        Repeater {
            model: root.sentences

            Item {
                id: sentence

                required property var modelData

                width: grid.cell
                height: Math.min(Theme.px(Theme.portrait ? 220 : Theme.small ? 200 : 170), grid.room / grid.lines)

                Icon {
                    id: picture

                    visible: !Theme.small
                    anchors.left: parent.left
                    name: sentence.modelData.icon
                    size: Theme.px(Theme.portrait ? 72 : 54)
                }

                Words {
                    id: lead

                    anchors.left: Theme.small ? parent.left : picture.right
                    anchors.leftMargin: Theme.small ? 0 : Theme.px(22)
                    anchors.right: parent.right
                    horizontalAlignment: Text.AlignLeft
                    text: sentence.modelData.lead
                    aside: true
                    size: root.textSize * (Theme.small ? 1 : 1.12)
                    font.weight: Font.Bold
                }

                Words {
                    anchors.left: lead.left
                    anchors.right: parent.right
                    anchors.top: lead.bottom
                    height: Math.ceil(sentence.height - lead.height) + 1
                    fits: true
                    horizontalAlignment: Text.AlignLeft
                    text: sentence.modelData.body
                    aside: true
                    spacing: 1 // Text.Fit counts lines of this height
                    size: root.textSize
                }
            }
        }
    }

    Rectangle {
        id: foot

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        height: Math.max(Theme.px(166), Theme.target + Theme.px(Theme.small ? 20 : 40), contact.height + Theme.px(4))
        color: Theme.surface

        Rectangle {
            anchors.left: parent.left
            anchors.right: parent.right
            height: Theme.contrast ? Theme.edge : 1
            color: Theme.line
        }

        Column {
            id: contact

            anchors.left: parent.left
            anchors.leftMargin: Theme.textMargin
            anchors.right: readAloud.visible ? readAloud.left : close.left
            anchors.rightMargin: Theme.px(24)
            anchors.verticalCenter: parent.verticalCenter

            Words {
                id: controller

                width: parent.width
                horizontalAlignment: Text.AlignLeft
                //% "Dataansvarlig: %1"
                text: qsTrId("about.controller").arg(root.stand.municipality)
                aside: true
                size: root.textSize
                font.weight: Font.Bold
            }

            Words {
                width: parent.width
                horizontalAlignment: Text.AlignLeft
                text: root.stand.controllerContact
                aside: true
                size: root.textSize
            }
        }

        ReadAloudButton {
            id: readAloud

            visitor: root.visitor
            anchors.right: close.left
            anchors.rightMargin: Theme.gap
            anchors.verticalCenter: parent.verticalCenter
            width: Theme.portrait ? narrowWidth : implicitWidth
            padding: Theme.px(Theme.portrait ? 10 : 24)
        }

        CloseButton {
            id: close

            visitor: root.visitor
            anchors.right: parent.right
            anchors.rightMargin: Theme.margin
            anchors.verticalCenter: parent.verticalCenter
        }
    }

    UnseenTools {
        visitor: root.visitor
        readAloud: false
    }
}
