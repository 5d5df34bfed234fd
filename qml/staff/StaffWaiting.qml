// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import Smileystand
import Smileystand.Ui

// What was changed here and counts on a coming day: who did it, in which hour, and from when.
StaffPage {
    id: root

    readonly property SettingsModel settings: staff.settings

    back: "StaffSettings.qml"
    //% "Ændringer, der venter"
    title: qsTrId("staff.waiting.title")
    //% "Det, der er ændret her på standen og endnu ikke gælder."
    line: qsTrId("staff.waiting.line")
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

        StaffCard {
            objectName: "staff-waiting-none"
            width: parent.width
            visible: root.settings.waiting.length === 0

            StaffText {
                width: parent.width
                //% "Ingen ændringer venter. Alt, der er gemt, gælder."
                text: qsTrId("staff.waiting.none")
                points: 21
            }
        }

        Repeater {
            model: root.settings.waiting

            StaffCard {
                id: change

                required property var modelData
                readonly property bool isQuestions: modelData.group === "questions"
                readonly property bool stacked: width < Theme.px(760)

                width: root.body.width

                Column {
                    id: words

                    y: change.stacked ? 0 : Math.max(0, (action.height - height) / 2)
                    width: change.stacked ? parent.width : parent.width - action.width - Theme.px(16)
                    spacing: Theme.px(2)

                    StaffText {
                        width: parent.width
                        text: change.modelData.title
                        points: 21
                        font.weight: Font.DemiBold
                    }

                    StaffText {
                        width: parent.width
                        text: change.modelData.value
                        points: 20
                    }

                    StaffText {
                        width: parent.width
                        text: change.modelData.since
                        quiet: true
                    }
                }

                StaffButton {
                    id: action

                    objectName: (change.isQuestions ? "staff-waiting-" : "staff-takeback-") + change.modelData.group
                    anchors.right: parent.right
                    y: change.stacked ? words.height + Theme.px(12) : Math.max(0, (words.height - height) / 2)
                    width: change.stacked ? parent.width : Theme.px(300)
                    //% "Se versionerne"
                    //% "Fortryd ændringen"
                    label: change.isQuestions ? qsTrId("staff.waiting.versions") : qsTrId("staff.settings.takeback")
                    icon: change.isQuestions ? "next" : "undo"
                    iconAfter: change.isQuestions
                    points: 20
                    enabled: change.isQuestions || root.settings.editor
                    onActivated: {
                        if (change.isQuestions)
                            root.shell.show("StaffQuestionHistory.qml");
                        else
                            root.settings.takeBack(change.modelData.group);
                    }
                }
            }
        }
    }
}
