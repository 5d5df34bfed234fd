// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Smileystand

// A button of staff's screens, with an optional second line.
Target {
    id: root

    required property string label
    property string detail: ""
    property string icon: ""
    property bool iconAfter: false
    property bool primary: false
    property bool quiet: false // no frame
    property bool leading: false // in a column of such: icon and words begin below each other
    property real points: 22
    readonly property color ink: primary ? Theme.primaryInk : Theme.ink

    name: detail === "" ? label : label + ". " + detail
    keyGroup: Target.Actions
    strikeMsMax: 250
    opacity: enabled ? 1 : 0.45
    implicitWidth: Math.max(Theme.target, Math.ceil(texts.wanted) + (icon === "" ? 0 : sign.width + Theme.px(14)) + Theme.px(44))
    implicitHeight: Math.max(Theme.target, texts.height + Theme.px(24))

    Rectangle {
        anchors.fill: parent
        radius: Theme.px(18)
        color: root.primary ? (root.pressed ? Theme.pressedPrimary : Theme.primary) : root.pressed ? Theme.pressed : root.chosen ? Theme.chosen : root.quiet ? "transparent" : Theme.surface
        border.width: root.quiet ? 0 : root.chosen ? Theme.px(4) : Theme.edge
        border.color: root.chosen || root.primary ? Theme.primary : Theme.control
    }

    Icon {
        id: sign

        name: root.icon
        visible: root.icon !== ""
        size: Theme.px(34)
        tone: root.primary ? "white" : "ink"
        x: root.iconAfter ? row.x + row.width - width : row.x
        anchors.verticalCenter: parent.verticalCenter
    }

    Item {
        id: row

        readonly property real signRoom: root.icon === "" ? 0 : sign.width + Theme.px(14)

        anchors.verticalCenter: parent.verticalCenter
        x: root.leading ? Theme.px(24) : (parent.width - width) / 2
        width: Math.min(root.width - Theme.px(root.leading ? 48 : 28), Math.ceil(texts.wanted) + signRoom)
        height: texts.height

        Column {
            id: texts

            // What the texts want; the column's own would be what they are given.
            readonly property real wanted: Math.max(label.implicitWidth, detail.implicitWidth)

            x: root.iconAfter ? 0 : row.signRoom
            width: row.width - row.signRoom

            StaffText {
                id: label

                Accessible.ignored: true
                width: parent.width
                text: root.label
                color: root.ink
                points: root.points
                font.weight: Font.DemiBold
                horizontalAlignment: root.icon === "" ? Text.AlignHCenter : Text.AlignLeft
            }

            StaffText {
                id: detail

                Accessible.ignored: true
                visible: text !== ""
                width: parent.width
                text: root.detail
                color: root.primary ? Theme.primaryInk : Theme.quietInk
                points: 17
                horizontalAlignment: root.icon === "" ? Text.AlignHCenter : Text.AlignLeft
            }
        }
    }

    FocusRing {
        around: root
    }
}
