// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import Smileystand
import Smileystand.Ui

// When the place is open: a week, public holidays, and closed days of its own.
StaffSettingPage {
    id: root

    property int part: 0
    property int weekday: 0
    readonly property var day: settings.days[weekday]

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

        Loader {
            width: parent.width
            sourceComponent: [week, holidays, own][root.part]
        }
    }

    Component {
        id: week

        Flow {
            spacing: Theme.px(14)

            Column {
                id: days

                width: Theme.portrait ? parent.width : (parent.width - Theme.px(14)) * 0.42
                spacing: Theme.px(6)

                Repeater {
                    model: root.settings.days

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
                    enabled: root.mayChange("opening_hours")

                    StaffSwitch {
                        objectName: "staff-hours-open"
                        width: parent.width
                        label: root.day.name
                        //% "Åbent"
                        //% "Lukket hele dagen"
                        detail: root.day.open ? qsTrId("staff.hours.isopen") : qsTrId("staff.hours.isshut")
                        chosen: root.day.open
                        onActivated: root.settings.setOpen(root.weekday, !chosen)
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
                                onStepped: by => time.index === 0 ? root.settings.stepFrom(root.weekday, by) : root.settings.stepTo(root.weekday, by)
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
                        onActivated: root.settings.copyToWeek(root.weekday)
                    }
                }
            }
        }
    }

    Component {
        id: holidays

        StaffCard {
            Column {
                width: parent.width
                spacing: Theme.px(12)

                StaffSwitch {
                    objectName: "staff-holidays"
                    width: parent.width
                    enabled: root.mayChange("holidays_closed")
                    //% "Lukket på danske helligdage"
                    label: qsTrId("staff.hours.holidaysclosed")
                    //% "24. og 31. december og 5. juni er ikke helligdage: sæt dem som egne lukkedage."
                    detail: qsTrId("staff.hours.holidays.note")
                    chosen: root.settings.values.holidays_closed
                    onActivated: root.settings.set("holidays_closed", !chosen)
                }

                StaffText {
                    //% "De næste helligdage"
                    text: qsTrId("staff.hours.nextholidays")
                    points: 21
                    font.weight: Font.DemiBold
                }

                Repeater {
                    model: root.settings.holidays

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
    }

    Component {
        id: own

        Flow {
            spacing: Theme.px(14)

            StaffCalendar {
                id: calendar

                width: Theme.portrait ? parent.width : (parent.width - Theme.px(14)) * 0.62
                settings: root.settings
                enabled: root.mayChange("closed_days")
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
                        visible: root.settings.closedDays.length === 0
                        //% "Ingen endnu. Tryk på en dag i kalenderen."
                        text: qsTrId("staff.hours.noclosed")
                        quiet: true
                    }

                    Repeater {
                        model: root.settings.closedDays

                        Target {
                            id: closedDay

                            required property var modelData

                            //% "Åbn igen: %1"
                            name: qsTrId("staff.hours.reopen").arg(modelData.day)
                            objectName: "staff-closed-" + modelData.iso
                            keyGroup: Target.Actions
                            strikeMsMax: 250
                            enabled: root.mayChange("closed_days")
                            width: parent.width
                            height: Math.ceil(Math.max(Theme.px(62), 12 * Theme.pxPerMm))
                            onActivated: root.settings.toggleClosed(modelData.iso)

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
    }
}
