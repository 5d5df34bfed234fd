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
    readonly property bool watched: (health?.cameraFault ?? "") !== ""

    objectName: "staff-accessories"
    //% "Tilbehør"
    title: qsTrId("staff.accessories")

    Column {
        width: root.body.width
        spacing: Theme.px(12)

        // What is wrong stands first: a small panel has no room for it below.
        StaffNote {
            objectName: "staff-camera"
            visible: root.watched
            width: parent.width
            warns: true
            icon: "lookat"
            ground: Theme.warning
            points: 19
            //% "Sætningen om kamera og mikrofon er fjernet fra skærmen."
            //% "Sætningen om kamera og mikrofon er fjernet fra skærmen, og ingen bliver bedt om at skrive."
            words: root.watched ? root.health?.cameraFault + " " + (root.health?.asksForComments ? qsTrId("staff.camera.sentence") : qsTrId("staff.camera.found")) : ""
        }

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
            objectName: "staff-camera-blocked"
            visible: !root.watched
            width: parent.width
            icon: "nocamera"
            ground: Theme.banner
            points: 19
            //% "Kamera og mikrofon er spærret. Sættes de i, fjerner standen sætningen om dem, ingen bliver bedt om at skrive, og I får besked her."
            words: qsTrId("staff.camera.blocked")
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
