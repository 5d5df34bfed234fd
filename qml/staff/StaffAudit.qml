// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import Smileystand
import Smileystand.Ui

// Who did what in which hour, newest first, and whether the chain is whole.
StaffPage {
    id: root

    readonly property AuditModel trail: root.staff.trail

    objectName: "staff-audit"
    //% "Logbog"
    title: qsTrId("staff.data.audit")
    //% "Hvem gjorde hvad, i hvilken time. Ingen svar."
    line: qsTrId("staff.audit.line")
    back: "StaffData.qml"

    Component.onCompleted: root.trail?.refresh()

    Column {
        width: root.body.width
        spacing: Theme.px(12)

        StaffNote {
            objectName: "staff-audit-state"
            width: parent.width
            warns: !(root.trail?.whole ?? true)
            words: root.trail?.state ?? ""
        }

        StaffCard {
            width: parent.width
            visible: rows.count > 0
            inset: Theme.px(20)
            implicitHeight: list.height + Theme.px(20)

            Column {
                id: list

                y: Theme.px(10) - parent.y
                width: parent.width

                Repeater {
                    id: rows

                    model: root.trail?.rows ?? []

                    StaffHealthLine {
                        required property var modelData
                        required property int index

                        first: index === 0
                        objectName: "staff-audit-" + modelData.number
                        width: list.width
                        title: modelData.detail === "" ? modelData.title : modelData.title + ": " + modelData.detail
                        sentence: modelData.line
                    }
                }
            }
        }

        StaffButton {
            objectName: "staff-audit-more"
            visible: root.trail?.hasMore ?? false
            width: Math.min(parent.width, Theme.px(420))
            //% "Vis flere"
            label: qsTrId("staff.audit.more")
            onActivated: root.trail.showMore()
        }
    }
}
