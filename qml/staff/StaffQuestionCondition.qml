// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import Smileystand
import Smileystand.Ui

// After what the question is asked: which faces, and perhaps an answer to an earlier question.
StaffPage {
    id: root

    readonly property EditorModel editor: staff.editor
    readonly property var question: editor.question
    readonly property bool open: editor.canEdit && !question.locked

    //% "Vises efter"
    title: qsTrId("staff.condition.title")
    line: question.title
    back: "StaffQuestions.qml"

    Column {
        width: root.body.width
        spacing: Theme.px(14)

        StaffText {
            width: parent.width
            //% "Det stilles, når besøgende har valgt et af disse ansigter"
            text: qsTrId("staff.condition.faces")
            heading: true
            points: 21
        }

        Row {
            spacing: Theme.px(12)

            Repeater {
                model: 5

                Target {
                    id: face

                    required property int index

                    objectName: "staff-face-" + (index + 1)
                    width: (root.body.width - 4 * Theme.px(12)) / 5
                    height: Math.max(Theme.target, Math.min(Theme.px(190), width))
                    //% "Ansigt %1 af 5"
                    name: qsTrId("staff.condition.face").arg(index + 1)
                    role: Accessible.CheckBox
                    chosen: root.question.faces[index]
                    enabled: root.open
                    strikeMsMax: 250
                    onActivated: root.editor.toggleFace(index + 1)

                    Rectangle {
                        anchors.fill: parent
                        radius: Theme.px(18)
                        color: face.pressed ? Theme.pressed : face.chosen ? Theme.chosen : Theme.surface
                        border.width: face.chosen ? Theme.px(4) : Theme.edge
                        border.color: face.chosen ? Theme.primary : Theme.control
                    }

                    Image {
                        anchors.centerIn: parent
                        width: Math.min(parent.width, parent.height) - Theme.px(44)
                        height: width
                        sourceSize.width: width
                        sourceSize.height: width
                        source: "image://face/" + (face.index + 1)
                        opacity: face.chosen ? 1 : 0.4
                    }

                    Icon {
                        visible: face.chosen
                        anchors.right: parent.right
                        anchors.top: parent.top
                        anchors.margins: Theme.px(8)
                        name: "tick"
                        size: Theme.px(26)
                    }

                    FocusRing {
                        around: face
                    }
                }
            }
        }

        StaffText {
            width: parent.width
            topPadding: Theme.px(10)
            //% "… og når de har svaret på"
            text: qsTrId("staff.condition.answer")
            heading: true
            points: 21
        }

        StaffChoiceRow {
            objectName: "staff-after-any"
            width: parent.width
            enabled: root.open
            framed: true
            role: Accessible.RadioButton
            //% "Hvad som helst"
            label: qsTrId("staff.condition.any")
            chosen: root.question.after === ""
            onActivated: root.editor.askAfter("")
        }

        Repeater {
            model: root.question.choicesAfter

            Column {
                id: earlier

                required property var modelData
                readonly property bool looks: root.question.after === modelData.id

                width: root.body.width
                spacing: Theme.px(12)

                StaffChoiceRow {
                    objectName: "staff-after-" + earlier.modelData.id
                    width: parent.width
                    enabled: root.open
                    framed: true
                    role: Accessible.RadioButton
                    label: earlier.modelData.title
                    chosen: earlier.looks
                    onActivated: {
                        if (!chosen)
                            root.editor.askAfter(earlier.modelData.id);
                    }
                }

                Grid {
                    visible: earlier.looks
                    x: Theme.px(30)
                    width: parent.width - x
                    columns: 2
                    spacing: Theme.px(12)

                    Repeater {
                        model: earlier.looks ? root.question.afterAnswers : []

                        StaffChoiceRow {
                            required property var modelData

                            objectName: "staff-after-answer-" + modelData.id
                            width: (earlier.width - Theme.px(30) - Theme.px(12)) / 2
                            enabled: root.open
                            several: true
                            label: modelData.text
                            chosen: modelData.chosen
                            onActivated: root.editor.toggleAnswer(modelData.id)
                        }
                    }
                }
            }
        }
    }
}
