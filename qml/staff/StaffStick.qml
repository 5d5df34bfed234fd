// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import Smileystand
import Smileystand.Ui

// The USB stick: what is in, what can be done with it, how far it is, and when it may be taken out.
StaffPage {
    id: root

    readonly property StickModel stick: root.staff.stick
    readonly property int state_: root.stick?.state ?? StickModel.None

    objectName: "staff-stick"
    back: "StaffData.qml"
    //% "USB-nøgle"
    title: qsTrId("staff.part.stick")
    //% "Dagene er forseglet: kun centralenheden kan åbne dem."
    line: qsTrId("staff.stick.line")

    Column {
        width: root.body.width
        spacing: Theme.px(16)

        StaffCard {
            width: parent.width
            implicitHeight: Math.max(place.height, sign.height) + 2 * inset

            Icon {
                id: sign

                y: (Math.max(place.height, height) - height) / 2
                name: "stick"
                size: Theme.px(48)
            }

            Column {
                id: place

                anchors.left: sign.right
                anchors.leftMargin: Theme.px(18)
                anchors.right: parent.right
                spacing: Theme.px(4)

                StaffText {
                    objectName: "staff-stick-name"
                    width: parent.width
                    heading: true
                    points: 26
                    //% "Sæt en USB-nøgle i standen"
                    text: root.stick?.name || qsTrId("staff.stick.none")
                }

                StaffText {
                    width: parent.width
                    quiet: true
                    //% "Den bliver fundet af sig selv efter et par sekunder."
                    text: root.stick?.room || qsTrId("staff.stick.none.detail")
                }

                StaffNote {
                    width: parent.width
                    visible: root.stick?.readOnly ?? false
                    warns: true
                    //% "Nøglen er låst: der kan hentes fra den, men ikke gemmes."
                    words: qsTrId("staff.stick.locked")
                }
            }
        }

        // While it is copied.
        StaffCard {
            width: parent.width
            visible: root.state_ === StickModel.Copying
            implicitHeight: going.height + 2 * inset

            Column {
                id: going

                width: parent.width
                spacing: Theme.px(14)

                StaffText {
                    width: parent.width
                    heading: true
                    points: 24
                    //% "Tag ikke nøglen ud endnu"
                    text: qsTrId("staff.stick.copying")
                }

                Rectangle {
                    width: parent.width
                    height: Theme.px(24)
                    radius: height / 2
                    color: Theme.sunk

                    Rectangle {
                        objectName: "staff-stick-bar"
                        width: Math.max(height, parent.width * (root.stick?.progress ?? 0))
                        height: parent.height
                        radius: height / 2
                        color: Theme.primary
                    }
                }

                StaffText {
                    objectName: "staff-stick-progress"
                    width: parent.width
                    quiet: true
                    text: root.stick?.progressWords ?? ""
                }

                StaffButton {
                    objectName: "staff-stick-cancel"
                    //% "Stop"
                    label: qsTrId("staff.stick.stop")
                    onActivated: root.stick.cancel()
                }
            }
        }

        // What became of it.
        StaffNote {
            width: parent.width
            visible: root.state_ === StickModel.Done
            points: 26
            //% "Du kan tage nøglen ud nu"
            words: qsTrId("staff.stick.out")
        }

        StaffNote {
            objectName: "staff-stick-fault"
            width: parent.width
            visible: root.state_ === StickModel.Failed
            warns: true
            points: 21
            words: root.stick?.sentence ?? ""
        }

        StaffText {
            objectName: "staff-stick-result"
            width: parent.width
            visible: root.state_ === StickModel.Done
            points: 21
            text: root.stick?.sentence ?? ""
        }

        StaffCard {
            width: parent.width
            visible: lines.count > 0
            implicitHeight: details.height + 2 * inset

            Column {
                id: details

                width: parent.width
                spacing: Theme.px(6)

                Repeater {
                    id: lines

                    model: root.stick?.details ?? []

                    StaffText {
                        required property string modelData

                        width: details.width
                        quiet: true
                        textFormat: Text.PlainText
                        text: modelData
                    }
                }
            }
        }

        StaffButton {
            objectName: "staff-stick-again"
            visible: root.state_ === StickModel.Done || root.state_ === StickModel.Failed
            width: Math.min(parent.width, Theme.px(420))
            //% "Prøv igen"
            //% "Gør noget mere"
            label: root.state_ === StickModel.Failed ? qsTrId("staff.stick.retry") : qsTrId("staff.stick.again")
            onActivated: root.stick.again()
        }

        Grid {
            id: doings

            readonly property real cell: (width - (columns - 1) * spacing) / columns

            width: parent.width
            // Also shown while no stick is in: what one is for.
            visible: root.state_ === StickModel.Found || root.state_ === StickModel.None
            enabled: root.state_ === StickModel.Found
            columns: Theme.portrait ? 1 : 3
            spacing: Theme.px(16)

            StaffButton {
                objectName: "staff-stick-exchange"
                width: doings.cell
                primary: true
                icon: "sync"
                //% "Gem på nøglen"
                label: qsTrId("staff.stick.exchange")
                //% "og hent det nye fra centralenheden"
                detail: qsTrId("staff.stick.exchange.detail")
                onActivated: root.stick.exchange()
            }

            StaffButton {
                objectName: "staff-stick-documents"
                width: doings.cell
                icon: "board"
                //% "Sider til opslagstavlen"
                label: qsTrId("staff.stick.documents")
                //% "Tre PDF-sider til at skrive ud"
                detail: qsTrId("staff.stick.documents.detail")
                onActivated: root.stick.writeDocuments()
            }

            StaffButton {
                objectName: "staff-stick-questions-out"
                width: doings.cell
                icon: "write"
                //% "Gem spørgeskemaet"
                label: qsTrId("staff.stick.questionsout.button")
                //% "Til en anden stand"
                detail: qsTrId("staff.stick.questionsout.detail")
                onActivated: root.stick.exportQuestionnaire()
            }
        }

        StaffText {
            width: parent.width
            visible: doings.visible && found.count > 0
            heading: true
            points: 21
            //% "Spørgeskemaer på nøglen"
            text: qsTrId("staff.stick.found")
        }

        Repeater {
            id: found

            model: doings.visible ? root.stick?.questionnaires ?? [] : []

            StaffButton {
                required property string modelData
                required property int index

                objectName: "staff-stick-file-" + index
                width: root.body.width
                enabled: root.stick?.canImport ?? false
                icon: "write"
                points: 20
                label: modelData
                //% "Hent som kladde"
                detail: qsTrId("staff.stick.take")
                onActivated: root.stick.importQuestionnaire(modelData)
            }
        }
    }
}
