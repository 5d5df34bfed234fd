// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Smileystand

// A button with its drawing above its word; where it opens into several, the second line says which.
Target {
    id: root

    required property string label
    property string detail: ""
    property string icon: ""
    property real points: 18

    name: detail === "" ? label : label + ". " + detail
    keyGroup: Target.Actions
    strikeMsMax: 250
    opacity: enabled ? 1 : 0.45
    implicitWidth: Math.max(Theme.target, words.implicitWidth + Theme.px(24))
    implicitHeight: Math.max(Theme.target, column.height + Theme.px(20))

    Rectangle {
        anchors.fill: parent
        radius: Theme.px(16)
        color: root.pressed ? Theme.pressed : root.chosen ? Theme.chosen : Theme.surface
        border.width: root.chosen ? Theme.px(4) : Theme.edge
        border.color: root.chosen ? Theme.primary : Theme.control
    }

    Column {
        id: column

        anchors.centerIn: parent
        width: parent.width - Theme.px(12)
        spacing: Theme.px(6)

        Icon {
            anchors.horizontalCenter: parent.horizontalCenter
            visible: root.icon !== ""
            name: root.icon
            size: Theme.px(32)
        }

        StaffText {
            id: words

            Accessible.ignored: true
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            text: root.label
            points: root.points
            font.weight: Font.DemiBold
        }

        StaffText {
            Accessible.ignored: true
            visible: text !== ""
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            text: root.detail
            points: 17
        }
    }

    FocusRing {
        around: root
    }
}
