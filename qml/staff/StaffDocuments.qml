// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import Smileystand
import Smileystand.Ui

// The pages for the wall and the desk, made from what is set now: to be read here, and to be put on a stick.
StaffPage {
    id: root

    readonly property StickModel stick: root.staff.stick
    property int document: StickModel.WorksCouncil

    objectName: "staff-documents"
    back: "StaffData.qml"
    //% "Til opslagstavlen"
    title: qsTrId("staff.data.documents")
    //% "Skrevet ud fra standens indstillinger, som de er nu"
    line: qsTrId("staff.documents.line")

    Column {
        width: root.body.width
        spacing: Theme.px(16)

        Grid {
            id: choices

            readonly property real cell: (width - (columns - 1) * spacing) / columns
            property real tallest: 0 // of the buttons

            width: parent.width
            columns: 3
            spacing: Theme.px(12)

            Repeater {
                model: [
                    {
                        name: "council",
                        document: StickModel.WorksCouncil,
                        //% "Hvad måles, hvad måles aldrig"
                        label: qsTrId("staff.council.title"),
                        //% "Til MED-udvalget"
                        detail: qsTrId("staff.documents.council")
                    },
                    {
                        name: "reception",
                        document: StickModel.Reception,
                        //% "Sådan inviterer I til standen"
                        label: qsTrId("staff.reception.title"),
                        //% "Til receptionen"
                        detail: qsTrId("staff.documents.reception")
                    },
                    {
                        name: "poster",
                        document: StickModel.Poster,
                        //% "Om dit svar"
                        label: qsTrId("staff.documents.poster"),
                        //% "Til væggen ved standen"
                        detail: qsTrId("staff.documents.wall")
                    }
                ]

                StaffButton {
                    required property var modelData

                    objectName: "staff-document-" + modelData.name
                    width: choices.cell
                    height: choices.tallest
                    onImplicitHeightChanged: choices.tallest = Math.max(choices.tallest, implicitHeight)
                    points: 20
                    chosen: root.document === modelData.document
                    label: modelData.label
                    detail: modelData.detail
                    onActivated: root.document = modelData.document
                }
            }
        }

        StaffButton {
            objectName: "staff-documents-to-stick"
            width: parent.width
            primary: true
            icon: "stick"
            //% "Læg siderne på en USB-nøgle"
            label: qsTrId("staff.documents.tostick")
            onActivated: root.shell.show("StaffStick.qml")
        }

        StaffCard {
            width: parent.width
            implicitHeight: words.height + 2 * inset

            StaffText {
                id: words

                objectName: "staff-document-text"
                width: parent.width
                Accessible.name: text.replace(/<[^>]*>/g, " ")
                textFormat: Text.StyledText
                text: root.stick?.documentText(root.document) ?? ""
            }
        }
    }
}
