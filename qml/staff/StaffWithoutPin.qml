// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Smileystand
import Smileystand.Ui

// What needs no PIN and is logged: cleaning, put up, we invite today.
Row {
    id: root

    required property StaffSession session
    readonly property real room: (width - 2 * spacing) / 3
    readonly property real tallest: Math.max(clean.implicitHeight, post.implicitHeight, invite.implicitHeight)

    spacing: Theme.px(12)

    StaffButton {
        id: clean

        objectName: "staff-clean"
        width: root.room
        height: root.tallest
        //% "Rengøring"
        label: qsTrId("staff.clean")
        //% "30 sekunder uden tryk"
        detail: qsTrId("staff.clean.detail")
        icon: "clean"
        onActivated: root.session.clean()
    }

    StaffButton {
        id: post

        objectName: "staff-post"
        width: root.room
        height: root.tallest
        //% "Hængt op"
        label: qsTrId("staff.posted")
        //% "Resultatet"
        //% "Resultatet, %1"
        detail: root.session.posted === "" ? qsTrId("staff.posted.detail") : qsTrId("staff.posted.since").arg(root.session.posted)
        icon: "board"
        chosen: root.session.posted !== ""
        onActivated: root.session.post()
    }

    StaffButton {
        id: invite

        objectName: "staff-invite"
        width: root.room
        height: root.tallest
        //% "Vi inviterer i dag"
        label: qsTrId("staff.invite")
        //% "Slået til"
        //% "Slået fra"
        detail: root.session.inviting ? qsTrId("staff.invite.on") : qsTrId("staff.invite.off")
        icon: "companion"
        role: Accessible.CheckBox
        chosen: root.session.inviting
        onActivated: root.session.invite()
    }
}
