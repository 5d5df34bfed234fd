// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import Smileystand
import Smileystand.Ui

// What is plugged into the stand and how it is, each with a test by hand.
StaffPage {
    id: root

    readonly property HealthModel health: root.staff.health

    objectName: "staff-accessories"
    //% "Tilbehør"
    title: qsTrId("staff.accessories")

    Column {
        width: root.body.width
        spacing: Theme.px(12)

        StaffCard {
            width: parent.width
            inset: Theme.px(22)
            implicitHeight: parts.height + Theme.px(8)

            Column {
                id: parts

                y: Theme.px(4) - parent.y
                width: parent.width

                Repeater {
                    model: root.health?.accessories ?? []

                    StaffPart {
                        required property var modelData
                        required property int index

                        objectName: "staff-part-" + modelData.name
                        width: parts.width
                        first: index === 0
                        icon: modelData.icon
                        title: modelData.title
                        sentence: modelData.sentence
                        pill: modelData.pill
                        good: modelData.good
                        looksAt: modelData.looksAt
                        //% "Afprøv"
                        //% "Åbn"
                        button: modelData.canTest ? qsTrId("staff.test") : modelData.leads ? qsTrId("staff.stick.open") : ""
                        onActivated: modelData.canTest ? root.health.beginTest(modelData.name) : root.shell.show("StaffStick.qml")
                    }
                }
            }
        }

        StaffNote {
            objectName: "staff-camera"
            width: parent.width
            warns: (root.health?.cameraFault ?? "") !== ""
            icon: warns ? "lookat" : "nocamera"
            ground: warns ? Theme.warning : Theme.banner
            points: 19
            //% "Sætningen om kamera og mikrofon er fjernet fra skærmen, og ingen bliver bedt om at skrive."
            //% "Kamera og mikrofon er spærret. Sættes de i, fjerner standen sætningen om dem, ingen bliver bedt om at skrive, og I får besked her."
            words: warns ? root.health.cameraFault + " " + qsTrId("staff.camera.found") : qsTrId("staff.camera.blocked")
        }

        StaffHelp {
            width: parent.width
            phone: root.health?.phone ?? ""
            hours: root.health?.phoneHours ?? ""
        }
    }

    Loader {
        readonly property string part: root.health?.testing ?? ""

        parent: root
        anchors.fill: parent
        onPartChanged: {
            if (part === "")
                source = "";
            else
                setSource("StaffPartTest.qml", {
                    health: root.health
                });
        }
    }
}
