// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Smileystand

// A line of a list that is chosen by touching it. Rows may touch each other; `framed` they stand apart.
Target {
    id: root

    required property string label
    property string detail: ""
    property string icon: ""
    property bool framed: false
    property bool leads: false // to a page behind: an arrow on the right
    property bool several: false // a tick instead of a frame where more than one can be chosen

    name: detail === "" ? label : label + ". " + detail
    role: several ? Accessible.CheckBox : framed ? Accessible.Button : Accessible.RadioButton
    keyGroup: Target.Answers
    strikeMsMax: 250
    opacity: enabled || chosen ? 1 : 0.6
    implicitHeight: Math.max(leads ? Theme.target : framed ? Theme.px(84) : 0, Math.ceil(12.5 * Theme.pxPerMm), texts.height + Theme.px(22))

    Rectangle {
        anchors.fill: parent
        radius: Theme.px(16)
        color: root.pressed ? Theme.pressed : root.chosen ? Theme.chosen : root.framed || root.several ? Theme.surface : "transparent"
        border.width: root.chosen ? Theme.px(4) : root.framed || root.several ? Theme.edge : 0
        border.color: root.chosen ? Theme.primary : Theme.control
    }

    Icon {
        id: sign

        x: Theme.px(16)
        anchors.verticalCenter: parent.verticalCenter
        visible: name !== ""
        name: root.several ? (root.chosen ? "tick" : "") : root.icon
        size: Theme.px(28)
    }

    Column {
        id: texts

        anchors.left: parent.left
        anchors.leftMargin: root.icon !== "" || root.several ? sign.x + sign.width + Theme.px(14) : Theme.px(18)
        anchors.right: parent.right
        anchors.rightMargin: root.leads ? Theme.px(60) : Theme.px(14)
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.px(2)

        StaffText {
            Accessible.ignored: true
            width: parent.width
            text: root.label
            points: 20
            font.weight: Font.DemiBold
        }

        StaffText {
            Accessible.ignored: true
            visible: text !== ""
            width: parent.width
            text: root.detail
            points: 17
            quiet: true
        }
    }

    Icon {
        visible: root.leads
        anchors.right: parent.right
        anchors.rightMargin: Theme.px(18)
        anchors.verticalCenter: parent.verticalCenter
        name: "next"
        size: Theme.px(30)
    }

    FocusRing {
        around: root
    }
}
