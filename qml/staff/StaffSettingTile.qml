// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Smileystand

// One group of settings in the list.
Target {
    id: root

    required property string label
    required property string value
    required property string icon
    property bool locked: false
    property bool asks: false // somebody should answer
    property bool waits: false // something changes on a coming day

    name: label + ". " + value
    keyGroup: Target.Actions
    strikeMsMax: 250
    implicitHeight: Math.max(Theme.target, texts.height + Theme.px(24))

    Rectangle {
        anchors.fill: parent
        radius: Theme.px(18)
        color: root.pressed ? Theme.pressed : root.asks ? Theme.warning : root.waits ? Theme.banner : Theme.surface
        border.width: Theme.edge
        border.color: Theme.control
    }

    Icon {
        id: sign

        x: Theme.px(20)
        anchors.verticalCenter: parent.verticalCenter
        name: root.icon
        size: Theme.px(36)
    }

    Column {
        id: texts

        anchors.left: sign.right
        anchors.leftMargin: Theme.px(18)
        anchors.right: mark.left
        anchors.rightMargin: Theme.px(10)
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
            width: parent.width
            text: root.value
            quiet: true
            maximumLineCount: 3
            elide: Text.ElideRight
        }
    }

    Icon {
        id: mark

        anchors.right: parent.right
        anchors.rightMargin: Theme.px(18)
        anchors.verticalCenter: parent.verticalCenter
        name: root.asks ? "warning" : root.locked ? "lock" : "next"
        size: Theme.px(28)
    }

    FocusRing {
        around: root
    }
}
