// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Smileystand

// On or off, with what it means beside it.
Target {
    id: root

    required property string label
    property string detail: ""

    name: label
    role: Accessible.CheckBox
    keyGroup: Target.Actions
    strikeMsMax: 250
    opacity: enabled ? 1 : 0.45
    implicitHeight: Math.max(Theme.target, texts.height + Theme.px(20))

    Column {
        id: texts

        anchors.left: parent.left
        anchors.right: track.left
        anchors.rightMargin: Theme.px(20)
        anchors.verticalCenter: parent.verticalCenter

        StaffText {
            Accessible.ignored: true
            width: parent.width
            text: root.label
            points: 21
            font.weight: Font.DemiBold
        }

        StaffText {
            Accessible.ignored: true
            visible: text !== ""
            width: parent.width
            text: root.detail
            quiet: true
        }
    }

    Rectangle {
        id: track

        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        width: Theme.px(96)
        height: Theme.px(52)
        radius: height / 2
        color: root.pressed ? Theme.pressed : root.chosen ? Theme.primary : Theme.surface
        border.width: Theme.edge
        border.color: root.chosen ? Theme.primary : Theme.control

        Rectangle {
            x: root.chosen ? parent.width - width - Theme.px(6) : Theme.px(6)
            anchors.verticalCenter: parent.verticalCenter
            width: Theme.px(40)
            height: width
            radius: width / 2
            color: root.chosen ? Theme.primaryInk : Theme.control

            Icon {
                anchors.centerIn: parent
                visible: root.chosen
                name: "tick"
                size: Theme.px(26)
            }
        }
    }

    FocusRing {
        around: root
    }
}
