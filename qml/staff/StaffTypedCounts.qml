// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import Smileystand
import Smileystand.Ui

// How many came through the door, or how many appointments there were, where no sensor counts: a day, a thing, a number.
StaffPage {
    id: root

    readonly property TypedCountsModel counts: root.staff.typedCounts
    readonly property bool twoSide: !Theme.portrait

    objectName: "staff-typed-counts"
    //% "Tal fra døren og aftaler"
    title: qsTrId("staff.settings.counts")
    //% "Kun hele dage. Tallene mærkes “indtastet” og blandes aldrig med dørtælleren."
    line: qsTrId("staff.counts.line")
    back: "StaffSettings.qml"

    Component.onCompleted: root.counts?.refresh()

    Grid {
        id: halves

        readonly property real half: root.twoSide ? (width - spacing) / 2 : width

        width: root.body.width
        columns: root.twoSide ? 2 : 1
        spacing: Theme.px(20)

        Column {
            width: halves.half
            spacing: Theme.px(12)

            Grid {
                id: days

                width: parent.width
                columns: 2
                spacing: Theme.px(8)

                Repeater {
                    model: root.counts?.days ?? []

                    StaffButton {
                        required property var modelData
                        required property int index

                        objectName: "staff-count-day" + index
                        width: (days.width - days.spacing) / 2
                        points: 20
                        label: modelData.title
                        detail: modelData.detail
                        chosen: root.counts?.day === index
                        onActivated: root.counts.chooseDay(index)
                    }
                }
            }

            Row {
                width: parent.width
                spacing: Theme.px(12)

                StaffButton {
                    objectName: "staff-count-door"
                    width: (parent.width - parent.spacing) / 2
                    //% "Gennem døren"
                    label: qsTrId("staff.counts.door")
                    chosen: root.counts?.door ?? true
                    onActivated: root.counts.chooseDoor(true)
                }

                StaffButton {
                    objectName: "staff-count-appointments"
                    width: (parent.width - parent.spacing) / 2
                    //% "Aftaler"
                    label: qsTrId("staff.counts.appointments")
                    chosen: !(root.counts?.door ?? true)
                    onActivated: root.counts.chooseDoor(false)
                }
            }
        }

        Column {
            width: halves.half
            spacing: Theme.px(12)

            StaffNote {
                id: note

                objectName: "staff-count-note"
                visible: words !== "" // in the number's place, so that nothing moves
                width: parent.width
                height: Theme.px(64)
                warns: root.counts?.failed ?? false
                words: root.counts?.note ?? ""
            }

            StaffText {
                objectName: "staff-count-typed"
                visible: !note.visible
                width: parent.width
                height: Theme.px(64)
                horizontalAlignment: Text.AlignHCenter
                verticalAlignment: Text.AlignVCenter
                text: root.counts?.typed === "" ? "–" : root.counts?.typed ?? ""
                points: 52
            }

            DigitPad {
                width: parent.width
                keyHeight: Theme.target
                enabled: root.staff.session.editor
                opacity: enabled ? 1 : 0.45
                canEnter: root.counts?.canSave ?? false
                onDigit: digit => root.counts.digit(digit)
                onErased: root.counts.erase()
                onEntered: root.counts.save()
            }
        }
    }
}
