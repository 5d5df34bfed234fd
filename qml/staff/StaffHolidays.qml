// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import Smileystand

// Whether public holidays are closed, and which come next.
StaffCard {
    id: root

    required property StaffSettingPage page

    Column {
        width: parent.width
        spacing: Theme.px(12)

        StaffSwitch {
            objectName: "staff-holidays"
            width: parent.width
            enabled: root.page.mayChange("holidays_closed")
            //% "Lukket på danske helligdage"
            label: qsTrId("staff.hours.holidaysclosed")
            //% "24. og 31. december og 5. juni er ikke helligdage: sæt dem som egne lukkedage."
            detail: qsTrId("staff.hours.holidays.note")
            chosen: root.page.values.holidays_closed
            onActivated: root.page.settings.set("holidays_closed", !chosen)
        }

        StaffText {
            //% "De næste helligdage"
            text: qsTrId("staff.hours.nextholidays")
            points: 21
            font.weight: Font.DemiBold
        }

        Repeater {
            model: root.page.settings.holidays

            Item {
                id: holiday

                required property var modelData

                width: parent.width
                height: name.height + Theme.px(12)

                Rectangle {
                    width: parent.width
                    height: 1
                    color: Theme.line
                }

                StaffText {
                    id: name

                    anchors.bottom: parent.bottom
                    text: holiday.modelData.name
                }

                StaffText {
                    anchors.right: parent.right
                    anchors.bottom: parent.bottom
                    text: holiday.modelData.day
                    quiet: true
                }
            }
        }
    }
}
