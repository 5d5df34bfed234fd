// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import Smileystand
import Smileystand.Ui

// What is on its way to the centre, and what lies behind: the stick, the audit trail, the documents.
StaffPage {
    id: root

    readonly property HealthModel health: root.staff.health
    readonly property bool twoSide: !Theme.portrait && !Theme.small

    objectName: "staff-data"
    //% "Data"
    title: qsTrId("staff.data")

    Grid {
        id: halves

        width: root.body.width
        columns: root.twoSide ? 2 : 1
        spacing: Theme.px(20)

        StaffCard {
            id: card

            width: root.twoSide ? Math.round((halves.width - halves.spacing) * 0.56) : halves.width
            implicitHeight: lines.height + 2 * inset

            Column {
                id: lines

                width: parent.width

                Item {
                    width: parent.width
                    height: Math.max(number.height, state.height)

                    StaffText {
                        id: number

                        objectName: "staff-days-waiting"
                        text: root.health?.daysWaiting ?? 0
                        points: 52
                        heading: true
                    }

                    StaffPill {
                        id: state

                        anchors.right: parent.right
                        anchors.verticalCenter: parent.verticalCenter
                        state_: (root.health?.daysWaiting ?? 0) === 0 ? StaffPill.Good : StaffPill.Neutral
                        //% "Alt er sendt"
                        //% "Venter"
                        words: (root.health?.daysWaiting ?? 0) === 0 ? qsTrId("staff.data.allsent") : qsTrId("staff.data.waits")
                    }
                }

                StaffText {
                    width: parent.width
                    bottomPadding: Theme.px(10)
                    //% "lukket dag venter på at blive sendt"
                    //% "lukkede dage venter på at blive sendt"
                    text: root.health?.daysWaiting === 1 ? qsTrId("staff.data.daywaits") : qsTrId("staff.data.dayswait")
                    quiet: true
                }

                StaffHealthLine {
                    width: parent.width
                    //% "Sidst sendt"
                    title: qsTrId("staff.data.lastsent.title")
                    sentence: root.health?.lastSent ?? ""
                }

                StaffHealthLine {
                    width: parent.width
                    //% "Næste"
                    title: qsTrId("staff.data.next")
                    sentence: root.health?.next ?? ""
                }

                StaffHealthLine {
                    objectName: "staff-receiver"
                    visible: sentence !== ""
                    width: parent.width
                    //% "Modtager"
                    title: qsTrId("staff.data.receiver.title")
                    sentence: root.health?.receiver ?? ""
                }

                Repeater {
                    model: root.health?.data ?? []

                    StaffHealthLine {
                        required property var modelData

                        objectName: "staff-data-" + modelData.name
                        width: lines.width
                        title: modelData.title
                        sentence: modelData.sentence
                        pill: modelData.looksAt ? modelData.pill : ""
                        good: modelData.good
                        looksAt: modelData.looksAt
                    }
                }
            }
        }

        Column {
            width: root.twoSide ? halves.width - halves.spacing - card.width : halves.width
            spacing: Theme.px(12)

            StaffButton {
                objectName: "staff-send-now"
                width: parent.width
                primary: true
                leading: true
                enabled: root.health?.canSend ?? false
                icon: "sync"
                //% "Send nu"
                label: qsTrId("staff.data.sendnow")
                detail: root.health?.sendingWords ?? ""
                onActivated: root.health.sendNow()
            }

            StaffButton {
                objectName: "staff-open-stick"
                width: parent.width
                leading: true
                icon: "stick"
                //% "USB-nøgle"
                label: qsTrId("staff.part.stick")
                //% "Gem data, hent spørgsmål"
                detail: qsTrId("staff.data.stick")
                onActivated: root.shell.show("StaffStick.qml")
            }

            StaffButton {
                objectName: "staff-open-audit"
                width: parent.width
                leading: true
                icon: "wait"
                //% "Logbog"
                label: qsTrId("staff.data.audit")
                //% "Hvem gjorde hvad, i hvilken time"
                detail: qsTrId("staff.data.audit.detail")
                onActivated: root.shell.show("StaffAudit.qml")
            }

            StaffButton {
                objectName: "staff-open-documents"
                width: parent.width
                leading: true
                icon: "board"
                //% "Til opslagstavlen"
                label: qsTrId("staff.data.documents")
                //% "Hvad måles, og hvad siger receptionen"
                detail: qsTrId("staff.data.documents.detail")
                onActivated: root.shell.show("StaffDocuments.qml")
            }

            StaffHelp {
                width: parent.width
                phone: root.health?.phone ?? ""
                hours: root.health?.phoneHours ?? ""
            }

            StaffText {
                width: parent.width
                leftPadding: Theme.px(20)
                text: root.health?.program ?? ""
                quiet: true
            }
        }
    }
}
