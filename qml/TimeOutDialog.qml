// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Smileystand.Ui

// A dimmed page and a calm question. The ring loses a quarter at a time, without a number. A touch anywhere goes on, except on the two
// buttons that say otherwise.
Rectangle {
    id: root

    required property VisitorModel visitor
    //% "Tryk på skærmen eller på en tast for at fortsætte."
    readonly property string spoken: heading.text + " " + qsTrId("speech.timeout") + " " + otherwise.text

    color: Theme.dim

    Accessible.role: Accessible.Dialog
    Accessible.name: heading.text

    MouseArea {
        anchors.fill: parent
        onPressed: root.visitor.touched()
    }

    Rectangle {
        anchors.centerIn: parent
        width: Theme.portrait ? parent.width - 2 * Theme.px(60) : parent.width - 2 * Theme.px(120)
        height: Theme.portrait ? Theme.px(56) * 2 + ring.height + texts.height + buttons.height + Theme.px(90) : Math.max(Theme.px(500), texts.height + buttons.height + Theme.px(150))
        radius: Theme.px(32)
        color: Theme.paper
        border.width: Theme.contrast ? Theme.edge : 0
        border.color: Theme.control

        Image {
            id: ring

            anchors.left: parent.left
            anchors.leftMargin: Theme.px(56)
            anchors.top: parent.top
            anchors.topMargin: Theme.px(56)
            width: Theme.px(182)
            height: width
            sourceSize.width: width
            sourceSize.height: height
            source: "ring/" + (Theme.contrast ? "contrast/" : "plain/") + Math.max(1, Math.min(4, root.visitor.quartersLeft)) + ".svg"
        }

        Announcement {
            anchors.fill: texts
            words: heading.text + " " + body.text + " " + otherwise.text
        }

        Column {
            id: texts

            anchors.left: parent.left
            anchors.leftMargin: Theme.px(56) + (Theme.portrait ? 0 : ring.width + Theme.px(50))
            anchors.right: parent.right
            anchors.rightMargin: Theme.px(56)
            y: Theme.px(56) + (Theme.portrait ? ring.height + Theme.px(40) : 0)
            spacing: Theme.px(12)

            Words {
                id: heading

                Accessible.ignored: true
                width: parent.width
                horizontalAlignment: Text.AlignLeft
                //% "Er du her stadig?"
                text: qsTrId("timeout.title")
                heading: true
                size: Theme.text(62, 66, 62)
            }

            Words {
                id: body

                Accessible.ignored: true
                width: parent.width
                horizontalAlignment: Text.AlignLeft
                //% "Tryk hvor som helst for at fortsætte."
                text: qsTrId("timeout.body")
                size: Theme.text(32, 36, 40)
            }

            Words {
                id: otherwise

                Accessible.ignored: true
                width: parent.width
                horizontalAlignment: Text.AlignLeft
                //% "Ellers gemmer vi dine svar og starter forfra."
                text: qsTrId("timeout.else")
                color: Theme.quietInk
                size: Theme.text(27, 30, 40)
            }
        }

        Grid {
            id: buttons

            readonly property real room: parent.width - 2 * Theme.px(56) - 2 * spacing
            readonly property real spare: Math.max(0, (room - goOn.narrowWidth - stop.narrowWidth - nextPerson.narrowWidth) / 3.5)

            function widthOf(button: TargetButton, share: real): real {
                return Theme.portrait ? room + 2 * spacing : Math.floor(button.narrowWidth + spare * share);
            }

            anchors.horizontalCenter: parent.horizontalCenter
            anchors.bottom: parent.bottom
            anchors.bottomMargin: Theme.px(48)
            columns: Theme.portrait ? 1 : 3
            spacing: Math.max(Theme.gap, Theme.px(14))

            TargetButton {
                id: goOn

                objectName: "continue"
                keyPlace: 1
                width: buttons.widthOf(goOn, 1.5)
                height: Math.max(Theme.target, Theme.px(132))
                //% "Fortsæt"
                label: qsTrId("timeout.more")
                primary: true
                textSize: Theme.text(34, 38, 44)
                onActivated: root.visitor.touched()
            }

            StopButton {
                id: stop

                visitor: root.visitor
                width: buttons.widthOf(stop, 1)
                height: Math.max(Theme.target, Theme.px(132))
                padding: Theme.px(16)
                textSize: Theme.text(28, 32, 40)
            }

            NextPersonButton {
                id: nextPerson

                visitor: root.visitor
                width: buttons.widthOf(nextPerson, 1)
                height: Math.max(Theme.target, Theme.px(132))
                padding: Theme.px(16)
                label: Theme.contrast ? text : text.replace("\n", " ")
                textSize: Theme.text(26, 32, 40)
                weight: Font.DemiBold
            }
        }
    }
}
