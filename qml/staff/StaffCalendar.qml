// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import Smileystand
import Smileystand.Ui

// A month in big cells: a touch closes a day, another opens it again.
Item {
    id: root

    required property SettingsModel settings
    readonly property real cell: (width - 6 * Theme.px(6)) / 7

    implicitHeight: turn.height + Theme.px(10) + names.height + Theme.px(4) + cells.height

    Item {
        id: turn

        width: parent.width
        height: Theme.target

        StaffButton {
            id: back

            objectName: "staff-month-back"
            width: Theme.target
            label: ""
            //% "Måneden før"
            name: qsTrId("staff.month.back")
            icon: "back"
            enabled: root.settings.canGoBack
            onActivated: root.settings.turnMonth(-1)
        }

        StaffText {
            anchors.left: back.right
            anchors.right: next.left
            anchors.verticalCenter: parent.verticalCenter
            horizontalAlignment: Text.AlignHCenter
            text: root.settings.monthName
            heading: true
            points: 26
        }

        StaffButton {
            id: next

            objectName: "staff-month-next"
            anchors.right: parent.right
            width: Theme.target
            label: ""
            //% "Måneden efter"
            name: qsTrId("staff.month.next")
            icon: "next"
            onActivated: root.settings.turnMonth(1)
        }
    }

    Row {
        id: names

        anchors.top: turn.bottom
        anchors.topMargin: Theme.px(10)
        spacing: Theme.px(6)

        Repeater {
            model: root.settings.weekdayNames

            StaffText {
                required property string modelData

                width: root.cell
                horizontalAlignment: Text.AlignHCenter
                text: modelData
                points: 17
                quiet: true
            }
        }
    }

    Grid {
        id: cells

        anchors.top: names.bottom
        anchors.topMargin: Theme.px(4)
        columns: 7
        spacing: Theme.px(6)

        Repeater {
            model: root.settings.month

            Target {
                id: day

                required property var modelData

                objectName: "staff-day-" + modelData.iso
                name: modelData.words
                role: Accessible.CheckBox
                chosen: modelData.closed
                keyGroup: Target.Actions
                strikeMsMax: 250
                width: root.cell
                height: Math.ceil(Math.max(Theme.px(62), 12 * Theme.pxPerMm))
                enabled: modelData.inMonth && !modelData.past
                opacity: modelData.inMonth ? 1 : 0
                onActivated: root.settings.toggleClosed(modelData.iso)

                Rectangle {
                    anchors.fill: parent
                    radius: Theme.px(12)
                    color: day.pressed ? Theme.pressed : day.chosen ? Theme.primary : day.modelData.shut ? Theme.sunk : day.modelData.past ? "transparent" : Theme.surface
                    border.width: day.modelData.past ? 0 : 1
                    border.color: Theme.line
                }

                StaffText {
                    Accessible.ignored: true
                    anchors.centerIn: parent
                    text: day.modelData.number
                    points: 22
                    color: day.chosen ? Theme.primaryInk : Theme.ink
                    quiet: day.modelData.past
                    opacity: day.modelData.past ? 0.5 : 1
                    font.weight: day.chosen ? Font.Bold : Font.Normal
                }

                FocusRing {
                    around: day
                }
            }
        }
    }
}
