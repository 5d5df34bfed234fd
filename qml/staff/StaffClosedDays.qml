// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import Smileystand

// Closed days of the place's own, in a calendar and as a list.
Flow {
    id: root

    required property StaffSettingPage page

    spacing: Theme.px(14)

    StaffCalendar {
        id: calendar

        width: Theme.portrait ? parent.width : (parent.width - Theme.px(14)) * 0.62
        settings: root.page.settings
        enabled: root.page.mayChange("closed_days")
    }

    StaffCard {
        width: Theme.portrait ? parent.width : parent.width - calendar.width - Theme.px(14)

        Column {
            width: parent.width
            spacing: Theme.px(8)

            StaffText {
                width: parent.width
                //% "Lukket disse dage"
                text: qsTrId("staff.hours.closeddays")
                points: 21
                font.weight: Font.DemiBold
            }

            StaffText {
                width: parent.width
                visible: root.page.settings.closedDays.length === 0
                //% "Ingen endnu. Tryk på en dag i kalenderen."
                text: qsTrId("staff.hours.noclosed")
                quiet: true
            }

            StaffText {
                width: parent.width
                //% "Gråt: lukket i forvejen."
                text: qsTrId("staff.hours.anyway")
                quiet: true
            }

            Repeater {
                model: root.page.settings.closedDays

                Target {
                    id: closedDay

                    required property var modelData

                    //% "Åbn igen: %1"
                    name: qsTrId("staff.hours.reopen").arg(modelData.day)
                    objectName: "staff-closed-" + modelData.iso
                    keyGroup: Target.Actions
                    strikeMsMax: 250
                    enabled: root.page.mayChange("closed_days")
                    width: parent.width
                    height: Math.ceil(Math.max(Theme.px(62), 12 * Theme.pxPerMm))
                    onActivated: root.page.settings.toggleClosed(modelData.iso)

                    Rectangle {
                        anchors.fill: parent
                        radius: Theme.px(14)
                        color: closedDay.pressed ? Theme.pressed : Theme.sunk
                    }

                    StaffText {
                        Accessible.ignored: true
                        anchors.left: parent.left
                        anchors.leftMargin: Theme.px(16)
                        anchors.right: away.left
                        anchors.verticalCenter: parent.verticalCenter
                        text: closedDay.modelData.day
                    }

                    Icon {
                        id: away

                        anchors.right: parent.right
                        anchors.rightMargin: Theme.px(16)
                        anchors.verticalCenter: parent.verticalCenter
                        name: "undo"
                        size: Theme.px(26)
                    }

                    FocusRing {
                        around: closedDay
                    }
                }
            }
        }
    }
}
