// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Smileystand

// The first editor on a new stand is asked what no machine can find out.
StaffSettingPage {
    id: root

    group: "room"
    back: ""
    //% "Velkommen til standen"
    title: qsTrId("staff.first.title")
    //% "Ét spørgsmål, før den tages i brug."
    line: qsTrId("staff.first.line")

    Column {
        width: root.body.width
        spacing: Theme.px(14)

        StaffCard {
            width: parent.width

            Column {
                width: parent.width
                spacing: Theme.px(14)

                StaffText {
                    width: parent.width
                    text: qsTrId("staff.room.question")
                    heading: true
                    points: 26
                }

                StaffText {
                    width: parent.width
                    text: qsTrId("staff.room.which")
                    points: 20
                    quiet: true
                }

                StaffRoomAnswer {
                    width: parent.width
                    page: root
                    enabled: root.mayChange("room_cctv")
                }
            }
        }

        StaffButton {
            objectName: "staff-first-later"
            width: parent.width
            //% "Svar senere, under Stand"
            //% "Fortsæt"
            label: root.settings.asksRoom ? qsTrId("staff.first.later") : qsTrId("staff.first.on")
            icon: "next"
            iconAfter: true
            onActivated: root.shell.show("StaffOverview.qml")
        }
    }
}
