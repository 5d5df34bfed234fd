// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Smileystand

// What it costs that somebody works here: said all the time, above everything.
Rectangle {
    id: root

    required property int minutes // of today; less than none: not known

    implicitHeight: Math.max(Theme.px(52), closed.height + Theme.px(16))
    color: Theme.warning

    Icon {
        id: sign

        x: Theme.px(24)
        anchors.verticalCenter: parent.verticalCenter
        name: "lock"
        size: Theme.px(30)
    }

    StaffText {
        id: closed

        anchors.left: sign.right
        anchors.leftMargin: Theme.px(14)
        anchors.right: dead.left
        anchors.rightMargin: Theme.px(14)
        anchors.verticalCenter: parent.verticalCenter
        //% "Lukket for besøgende, mens du arbejder"
        text: qsTrId("staff.strip.closed")
        points: 21
        font.weight: Font.DemiBold
        color: Theme.warningInk
    }

    StaffText {
        id: dead

        anchors.right: parent.right
        anchors.rightMargin: Theme.px(24)
        anchors.verticalCenter: parent.verticalCenter
        visible: root.minutes >= 0
        //% "1 dødt minut i dag"
        readonly property string one: qsTrId("staff.strip.dead.one")
        //% "%1 døde minutter i dag"
        text: root.minutes === 1 ? one : qsTrId("staff.strip.dead").arg(root.minutes)
        wrapMode: Text.NoWrap
        font.weight: Font.DemiBold
        color: Theme.warningInk
    }
}
