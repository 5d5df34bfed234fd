// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Smileystand

// Is there CCTV in the room? Two answers, and none before somebody has given one.
Row {
    id: root

    required property StaffSettingPage page
    readonly property var answer: page.values.room_cctv

    spacing: Theme.px(14)

    StaffButton {
        objectName: "staff-cctv-yes"
        width: (root.width - root.spacing) / 2
        //% "Ja"
        label: qsTrId("staff.room.yes.short")
        //% "“Om dit svar” siger det til besøgende"
        detail: qsTrId("staff.room.yes.detail")
        points: 26
        role: Accessible.RadioButton
        chosen: root.answer === true
        onActivated: root.page.settings.set("room_cctv", true)
    }

    StaffButton {
        objectName: "staff-cctv-no"
        width: (root.width - root.spacing) / 2
        //% "Nej"
        label: qsTrId("staff.room.no.short")
        //% "Der siges intet om det"
        detail: qsTrId("staff.room.no.detail")
        points: 26
        role: Accessible.RadioButton
        chosen: root.answer === false
        onActivated: root.page.settings.set("room_cctv", false)
    }
}
