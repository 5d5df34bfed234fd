// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

// A key of the on-screen keyboard. It answers on all of its place, up to the next key; the cap that is drawn is a little smaller.
Target {
    id: root

    property string label: ""
    property string icon: ""
    property bool letter: true
    property bool quiet: false // of a paler label, on a cap as the letters have
    readonly property bool lit: chosen && !pressed
    readonly property int textSize: letter ? Theme.text(38, 42, 44) : Theme.text(25, 28, 40)

    name: label
    keyGroup: Target.Answers // a letter is never said by loudspeaker
    repeats: true
    strikeMsMax: 100 // a letter is often written twice
    numberOut: 0 // it may stand at the edge of the screen

    Rectangle {
        id: cap

        anchors.fill: parent
        anchors.margins: Theme.px(4)
        radius: Theme.px(14)
        color: root.pressed ? Theme.pressed : root.lit ? Theme.chosen : root.letter || root.quiet ? Theme.surface : Theme.keyAside
        border.width: root.lit ? Theme.px(4) : Theme.edge
        border.color: root.lit ? Theme.primary : Theme.control

        Row {
            id: content

            // Where there is no room for both with some air: the words alone; where there is none for them: the drawing alone.
            readonly property bool iconOnly: root.icon !== "" && words.implicitWidth > room - Theme.px(12)
            readonly property bool both: root.icon !== "" && words.text !== "" && picture.width + spacing + words.implicitWidth <= room - Theme.px(12)
            readonly property real room: cap.width - Theme.px(8)

            anchors.centerIn: parent
            spacing: Theme.px(10)

            Icon {
                id: picture

                anchors.verticalCenter: parent.verticalCenter
                visible: root.icon !== "" && (content.both || content.iconOnly || words.text === "")
                name: root.icon
                size: Theme.px(42)
                tone: !Theme.contrast ? "ink" : root.lit ? "black" : "white"
            }

            Words {
                id: words

                Accessible.ignored: true
                anchors.verticalCenter: parent.verticalCenter
                width: content.both ? implicitWidth : Math.min(implicitWidth, content.room)
                visible: text !== "" && !content.iconOnly
                text: root.label
                color: root.lit ? Theme.chosenInk : root.quiet ? Theme.quietInk : Theme.ink
                size: root.textSize
                fits: true
                wrapMode: Text.NoWrap
                font.weight: root.letter ? Font.Medium : Font.DemiBold
                spacing: 1
            }
        }
    }

    FocusRing {
        around: root
    }
}
