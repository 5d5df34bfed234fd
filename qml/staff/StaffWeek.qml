// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import Smileystand

// The hours of each weekday: the days, and the hours of the one that is chosen.
Flow {
    id: root

    required property StaffSettingPage page
    property int weekday: 0
    readonly property var day: page.settings.days[weekday]

    spacing: Theme.px(14)

    Column {
        id: days

        width: Theme.portrait ? parent.width : (parent.width - Theme.px(14)) * 0.42
        spacing: Theme.px(6)

        Repeater {
            model: root.page.settings.days

            Target {
                id: line

                required property int index
                required property var modelData

                objectName: "staff-weekday" + index
                //% "lukket"
                name: modelData.name + " " + (modelData.open ? modelData.from + "–" + modelData.to : qsTrId("staff.hours.shut"))
                role: Accessible.RadioButton
                chosen: root.weekday === index
                keyGroup: Target.Actions
                strikeMsMax: 60
                width: days.width
                height: Math.ceil(Math.max(Theme.px(62), 12 * Theme.pxPerMm))
                onActivated: root.weekday = index

                Rectangle {
                    anchors.fill: parent
                    radius: Theme.px(14)
                    color: line.pressed ? Theme.pressed : line.chosen ? Theme.chosen : Theme.surface
                    border.width: line.chosen ? Theme.px(4) : 1
                    border.color: line.chosen ? Theme.primary : Theme.line
                }

                StaffText {
                    Accessible.ignored: true
                    x: Theme.px(18)
                    anchors.verticalCenter: parent.verticalCenter
                    text: line.modelData.name
                    points: 21
                    font.weight: line.chosen ? Font.Bold : Font.DemiBold
                }

                StaffText {
                    Accessible.ignored: true
                    anchors.right: parent.right
                    anchors.rightMargin: Theme.px(18)
                    anchors.verticalCenter: parent.verticalCenter
                    text: line.modelData.open ? line.modelData.from + "–" + line.modelData.to : qsTrId("staff.hours.shut")
                    points: 21
                    quiet: !line.modelData.open
                }

                FocusRing {
                    around: line
                }
            }
        }
    }

    StaffCard {
        width: Theme.portrait ? parent.width : parent.width - days.width - Theme.px(14)

        Column {
            width: parent.width
            spacing: Theme.px(14)
            enabled: root.page.mayChange("opening_hours")

            StaffSwitch {
                objectName: "staff-hours-open"
                width: parent.width
                label: root.day.name
                //% "Åbent"
                //% "Lukket hele dagen"
                detail: root.day.open ? qsTrId("staff.hours.isopen") : qsTrId("staff.hours.isshut")
                chosen: root.day.open
                onActivated: root.page.settings.setOpen(root.weekday, !chosen)
            }

            Repeater {
                //% "Fra kl."
                //% "Til kl."
                model: root.day.open ? [qsTrId("staff.hours.from"), qsTrId("staff.hours.to")] : []

                Item {
                    id: time

                    required property int index
                    required property string modelData

                    width: parent.width
                    height: Theme.target

                    StaffText {
                        anchors.verticalCenter: parent.verticalCenter
                        text: time.modelData
                        points: 21
                    }

                    StaffStepper {
                        anchors.right: parent.right
                        width: Math.min(implicitWidth, parent.width - Theme.px(90))
                        title: time.modelData
                        nameOf: time.index === 0 ? "staff-from" : "staff-to"
                        value: time.index === 0 ? root.day.from : root.day.to
                        onStepped: by => time.index === 0 ? root.page.settings.stepFrom(root.weekday, by) : root.page.settings.stepTo(root.weekday, by)
                    }
                }
            }

            StaffButton {
                objectName: "staff-hours-copy"
                visible: root.weekday < 5
                width: parent.width
                //% "Det samme mandag til fredag"
                label: qsTrId("staff.hours.copy")
                points: 20
                onActivated: root.page.settings.copyToWeek(root.weekday)
            }
        }
    }
}
