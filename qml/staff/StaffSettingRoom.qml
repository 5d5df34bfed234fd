// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Smileystand

// What visitors are told about the room.
StaffSettingPage {
    id: root

    group: "room"
    title: qsTrId("staff.settings.room")

    StaffCard {
        width: root.body.width

        Column {
            width: parent.width
            spacing: Theme.px(14)

            StaffText {
                width: parent.width
                //% "Er der tv-overvågning i lokalet?"
                text: qsTrId("staff.room.question")
                heading: true
                points: 26
            }

            StaffText {
                width: parent.width
                //% "Også kommunens eller husets egne kameraer. Standen selv har intet."
                text: qsTrId("staff.room.which")
                points: 20
                quiet: true
            }

            StaffLocked {
                width: parent.width
                visible: root.locked("room_cctv")
            }

            StaffRoomAnswer {
                width: parent.width
                page: root
                enabled: root.mayChange("room_cctv")
            }

            StaffNote {
                width: parent.width
                visible: root.settings.asksRoom
                warns: true
                //% "Ingen har svaret endnu. Indtil da siger standen intet om det til besøgende."
                words: qsTrId("staff.room.pending")
            }
        }
    }
}
