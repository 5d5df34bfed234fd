// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import Smileystand
import Smileystand.Ui

// The test of one part: what to do, and what came of it, as it comes.
Rectangle {
    id: root

    required property HealthModel health
    readonly property string part: health?.testing ?? ""
    readonly property int answeredCount: health?.answered.length ?? 0
    readonly property int expected: health?.expected ?? 0

    objectName: "staff-part-test"
    color: Theme.paper

    // Nothing behind is touched.
    MultiPointTouchArea {
        anchors.fill: parent
    }

    StaffText {
        id: title

        x: Theme.px(24)
        y: Theme.px(20)
        width: parent.width - 2 * x
        text: root.health?.testTitle ?? ""
        heading: true
        points: 34
    }

    StaffText {
        id: task

        x: Theme.px(24)
        anchors.top: title.bottom
        anchors.topMargin: Theme.px(6)
        width: parent.width - 2 * x
        points: 21
        //% "Tryk på alle felter."
        //% "Tryk på hver knap, én ad gangen."
        //% "Hører I sætningen?"
        //% "Lad én person gå gennem døren."
        //% "Stil jer foran skærmen, gå væk, og kom igen."
        //% "Hold et kort foran læseren."
        text: root.part === "touch" ? qsTrId("staff.test.touch") : root.part === "keys" ? qsTrId("staff.test.keys") : root.part === "sound" ? qsTrId("staff.test.sound") : root.part === "door" ? qsTrId("staff.test.door") : root.part === "presence" ? qsTrId("staff.test.presence") : root.part === "scanner" ? qsTrId("staff.test.scanner") : ""
    }

    Item {
        id: stage

        x: Theme.px(24)
        anchors.top: task.bottom
        anchors.topMargin: Theme.px(16)
        anchors.bottom: buttons.top
        anchors.bottomMargin: Theme.px(16)
        width: parent.width - 2 * x

        Grid {
            id: fields

            readonly property real fieldWidth: (width - (columns - 1) * spacing) / columns
            readonly property real fieldHeight: (stage.height - (rows - 1) * spacing) / rows

            visible: root.part === "touch"
            width: parent.width
            columns: Theme.portrait ? 3 : 4
            rows: Theme.portrait ? 4 : 3
            spacing: Theme.gap

            Repeater {
                model: root.part === "touch" ? root.expected : 0

                Target {
                    id: field

                    required property int index
                    readonly property bool hit: root.health?.answered.includes(index + 1) ?? false

                    objectName: "staff-field-" + (index + 1)
                    //% "Felt %1"
                    name: qsTrId("staff.test.field").arg(index + 1)
                    width: fields.fieldWidth
                    height: fields.fieldHeight
                    strikeMsMax: 0
                    onActivated: root.health.fieldTouched(index + 1)

                    Rectangle {
                        anchors.fill: parent
                        radius: Theme.px(18)
                        color: field.hit ? Theme.good : field.pressed ? Theme.pressed : Theme.surface
                        border.width: Theme.edge
                        border.color: field.hit ? Theme.goodInk : Theme.control
                    }

                    Icon {
                        anchors.centerIn: parent
                        visible: field.hit
                        name: "tick"
                        size: Theme.px(48)
                    }
                }
            }
        }

        Flow {
            visible: root.part === "keys"
            width: parent.width
            spacing: Theme.px(16)

            Repeater {
                model: root.part === "keys" ? root.expected : 0

                Rectangle {
                    id: key

                    required property int index
                    readonly property bool hit: root.health?.answered.includes(index + 1) ?? false

                    objectName: "staff-key-" + (index + 1)
                    width: Theme.px(118)
                    height: width
                    radius: width / 2
                    color: hit ? Theme.good : Theme.surface
                    border.width: Theme.edge
                    border.color: hit ? Theme.goodInk : Theme.control
                    Accessible.role: Accessible.StaticText
                    Accessible.name: number.text

                    StaffText {
                        id: number

                        Accessible.ignored: true
                        anchors.centerIn: parent
                        text: key.index + 1
                        points: 34
                        font.weight: Font.DemiBold
                    }

                    Icon {
                        visible: key.hit
                        x: parent.width - width
                        name: "tick"
                        size: Theme.px(36)
                    }
                }
            }
        }

        StaffText {
            objectName: "staff-came"
            visible: root.part === "door" || root.part === "presence" || root.part === "scanner"
            width: parent.width
            points: 44
            heading: true
            //% "Intet endnu"
            //% "Talte %1"
            //% "Så nogen: %1"
            //% "Læste %1"
            text: (root.health?.came ?? 0) === 0 ? qsTrId("staff.test.nothing") : root.part === "door" ? qsTrId("staff.test.counted").arg(root.health.came) : root.part === "scanner" ? qsTrId("staff.test.read").arg(root.health.came) : qsTrId("staff.test.saw").arg(root.health.came)
        }

        StaffButton {
            visible: root.part === "sound"
            objectName: "staff-test-again"
            //% "Sig den igen"
            label: qsTrId("staff.test.again")
            icon: "speaker"
            onActivated: root.health.saySample()
        }
    }

    Row {
        id: buttons

        x: Theme.px(24)
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.px(20)
        width: parent.width - 2 * x
        spacing: Theme.px(12)

        StaffButton {
            objectName: "staff-test-cancel"
            //% "Afbryd"
            label: qsTrId("staff.test.cancel")
            onActivated: root.health.cancelTest()
        }

        StaffButton {
            visible: root.part === "sound"
            objectName: "staff-test-failed"
            width: (buttons.width - 2 * buttons.spacing) / 3
            //% "Nej, intet"
            label: qsTrId("staff.test.notheard")
            onActivated: root.health.endTest(false)
        }

        StaffButton {
            readonly property bool all: root.part === "sound" || (root.expected > 0 ? root.answeredCount === root.expected : (root.health?.came ?? 0) > 0)

            objectName: "staff-test-done"
            primary: all
            width: Math.max(implicitWidth, (buttons.width - 2 * buttons.spacing) / 3)
            //% "Ja, den virker"
            //% "Færdig: alt svarede"
            //% "Slut: resten svarer ikke"
            //% "Slut: der kom intet"
            label: root.part === "sound" ? qsTrId("staff.test.heard") : all ? qsTrId("staff.test.all") : root.expected > 0 ? qsTrId("staff.test.rest") : qsTrId("staff.test.none")
            onActivated: root.health.endTest(true)
        }
    }
}
