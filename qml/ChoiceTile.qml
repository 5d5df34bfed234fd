// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

// One option: drawing, label, and a box (several may be chosen) or a tick on the corner (one may be).
Target {
    id: root

    required property string label
    required property string icon
    property bool several: false
    readonly property real inset: Theme.px(Theme.contrast ? 6 : Theme.small ? 14 : 26)
    readonly property string tone: Theme.contrast ? (chosen ? "black" : "white") : "ink"

    name: label
    role: several ? Accessible.CheckBox : Accessible.RadioButton

    Rectangle {
        anchors.fill: parent
        radius: Theme.cardRadius
        color: root.pressed ? Theme.pressed : root.chosen ? Theme.chosen : Theme.surface
        border.width: root.chosen ? Theme.chosenEdge : Theme.edge
        border.color: root.chosen ? Theme.primary : Theme.control
    }

    Icon {
        id: picture

        anchors.left: parent.left
        anchors.leftMargin: root.inset + (Theme.contrast && root.keyNumber > 0 ? Theme.px(40) : 0) // beside the key's number
        anchors.top: parent.top
        anchors.topMargin: root.inset
        name: root.icon
        size: Theme.px(Theme.contrast ? 34 : Theme.small ? 40 : 50)
        tone: root.tone
    }

    Rectangle {
        visible: root.several
        anchors.right: parent.right
        anchors.rightMargin: root.inset
        anchors.verticalCenter: picture.verticalCenter
        width: Theme.px(Theme.contrast ? 34 : 40)
        height: width
        radius: Theme.px(10)
        color: root.chosen ? (Theme.contrast ? "#000000" : Theme.primary) : "transparent"
        border.width: Theme.px(3)
        border.color: root.chosen ? color : Theme.control

        Icon {
            anchors.centerIn: parent
            visible: root.chosen
            name: "tick"
            size: Theme.px(Theme.contrast ? 26 : 30)
            tone: "white"
        }
    }

    Words {
        Accessible.ignored: true
        anchors.left: parent.left
        anchors.leftMargin: root.inset
        anchors.right: parent.right
        anchors.rightMargin: root.inset
        anchors.top: picture.bottom
        anchors.topMargin: Theme.px(Theme.contrast ? 0 : Theme.small ? 4 : 20)
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.px(Theme.contrast ? 0 : Theme.small ? 2 : 10)
        text: root.label
        color: root.chosen ? Theme.chosenInk : Theme.ink
        size: Theme.text(27, 32, 40)
        font.weight: Theme.contrast ? Font.Medium : Font.DemiBold
        spacing: 0.98
        fits: true
        horizontalAlignment: Text.AlignLeft
    }

    Tick {
        visible: root.chosen && !root.several
        anchors.top: parent.top
        anchors.topMargin: -Theme.px(16)
        anchors.right: parent.right
        anchors.rightMargin: -Theme.px(8)
    }

    FocusRing {
        around: root
    }
}
