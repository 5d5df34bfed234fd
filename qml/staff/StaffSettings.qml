// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import Smileystand
import Smileystand.Ui

// The stand's settings by groups, each with its present value; above them whether something changes on a coming day.
StaffPage {
    id: root

    readonly property SettingsModel settings: staff.settings

    //% "Stand"
    title: qsTrId("staff.settings.title")
    //% "Ændringer gælder fra næste åbningsdag: %1."
    line: qsTrId("staff.settings.next").arg(settings.startsOn)
    Component.onCompleted: settings.begin("")

    Column {
        width: root.body.width
        spacing: Theme.px(12)

        StaffNote {
            width: parent.width
            objectName: "staff-setting-note"
            visible: words !== ""
            warns: root.settings.fault !== ""
            words: root.settings.fault === "" ? root.settings.done : root.settings.fault
        }

        StaffSettingTile {
            objectName: "staff-setting-waiting"
            width: parent.width
            label: qsTrId("staff.waiting.title")
            value: root.settings.waitingLine
            icon: "history"
            waits: root.settings.waiting.length > 0
            onActivated: root.shell.show("StaffWaiting.qml")
        }

        Grid {
            id: grid

            readonly property real tile: (width - (columns - 1) * columnSpacing) / columns

            width: parent.width
            columns: Theme.portrait ? 1 : 2
            columnSpacing: Theme.px(12)
            rowSpacing: Theme.px(12)

            Repeater {
                model: root.settings.groups

                StaffSettingTile {
                    required property var modelData

                    objectName: "staff-setting-" + modelData.name
                    width: grid.tile
                    label: modelData.title
                    value: modelData.waits === "" ? modelData.value : modelData.waits
                    icon: modelData.icon
                    locked: modelData.locked
                    asks: modelData.name === "room" && root.settings.asksRoom
                    onActivated: root.shell.show(modelData.page)
                }
            }

            StaffSettingTile {
                objectName: "staff-setting-counts"
                width: grid.tile
                //% "Tal fra døren og aftaler"
                label: qsTrId("staff.settings.counts")
                //% "Skriv dagens antal ind"
                value: qsTrId("staff.settings.counts.line")
                icon: "door"
                onActivated: root.shell.show("StaffTypedCounts.qml")
            }

            StaffSettingTile {
                objectName: "staff-setting-pin"
                width: grid.tile
                //% "Skift min kode"
                label: qsTrId("staff.settings.pin")
                //% "Den gamle kode først, så den nye to gange"
                value: qsTrId("staff.settings.pin.line")
                icon: "lock"
                onActivated: root.staff.session.changePin()
            }
        }
    }
}
