// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import Smileystand

// When the place is open: a week, public holidays, and closed days of its own.
StaffSettingPage {
    id: root

    property int part: 0

    group: "hours"
    title: qsTrId("staff.settings.hours")

    Column {
        width: root.body.width
        spacing: Theme.px(14)

        Row {
            spacing: Theme.px(12)

            Repeater {
                model: [
                    //% "Ugen"
                    qsTrId("staff.hours.week"),
                    //% "Helligdage"
                    qsTrId("staff.hours.holidays"),
                    //% "Egne lukkedage"
                    qsTrId("staff.hours.own")
                ]

                StaffButton {
                    required property int index
                    required property string modelData

                    objectName: "staff-hours-part" + index
                    width: (root.body.width - 2 * Theme.px(12)) / 3
                    label: modelData
                    role: Accessible.RadioButton
                    chosen: root.part === index
                    onActivated: root.part = index
                }
            }
        }

        StaffLocked {
            width: parent.width
            visible: root.locked(["opening_hours", "holidays_closed", "closed_days"][root.part])
        }

        StaffWeek {
            width: parent.width
            visible: root.part === 0
            page: root
        }

        StaffHolidays {
            width: parent.width
            visible: root.part === 1
            page: root
        }

        StaffClosedDays {
            width: parent.width
            visible: root.part === 2
            page: root
        }
    }
}
