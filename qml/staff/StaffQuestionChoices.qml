// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import Smileystand
import Smileystand.Ui

// The answers that can be chosen, in their order, in the language that is being worked on.
StaffPage {
    id: root

    readonly property EditorModel editor: staff.editor
    readonly property var question: editor.question
    readonly property var advice: editor.advice
    readonly property var languages: editor.languages
    readonly property bool open: editor.canEdit && !question.locked
    readonly property bool choice: question.kind === EditorModel.Choice || question.kind === EditorModel.Choices

    //% "Svarene"
    title: qsTrId("staff.choices.title")
    line: question.title
    back: "StaffQuestions.qml"

    Column {
        width: root.body.width
        spacing: Theme.px(12)

        StaffNote {
            visible: !root.choice
            width: parent.width
            icon: "info"
            ground: Theme.sunk
            //% "Skalaen er den samme i alle spørgsmål med “I hvilken grad”, så svarene kan sammenlignes."
            words: qsTrId("staff.choices.scale")
        }

        StaffLanguageTiles {
            width: parent.width
            columns: Math.max(3, Math.min(6, root.languages.length))
            editor: root.editor
        }

        StaffSwitch {
            objectName: "staff-several"
            visible: root.choice
            width: parent.width
            enabled: root.open
            //% "Flere svar må vælges"
            label: qsTrId("staff.choices.several")
            chosen: root.question.kind === EditorModel.Choices
            onActivated: root.editor.setKind(chosen ? EditorModel.Choice : EditorModel.Choices)
        }

        Repeater {
            model: root.question.options.length

            Item {
                id: answer

                required property int index
                readonly property var option: root.question.options[index] ?? ({
                        id: "",
                        text: "",
                        first: "",
                        fixed: true,
                        canMoveUp: false,
                        canMoveDown: false,
                        canGo: false
                    })
                readonly property real side: root.choice ? 3 * (Theme.target + Theme.px(8)) : 0

                width: parent.width
                height: wording.height

                StaffWording {
                    id: wording

                    objectName: "staff-option-" + answer.index
                    width: parent.width - answer.side
                    enabled: root.open && root.choice
                    editor: root.editor
                    part: "option:" + answer.option.id
                    language: root.editor.language
                    rightToLeft: root.question.rightToLeft
                    most: 80
                    //% "Svar %1"
                    title: qsTrId("staff.choices.answer").arg(answer.index + 1)
                    text: answer.option.text
                    placeholder: answer.option.first === "" ? title : answer.option.first
                }

                StaffTile {
                    objectName: "staff-option-up-" + answer.index
                    visible: root.choice
                    anchors.right: below.left
                    anchors.rightMargin: Theme.px(8)
                    anchors.verticalCenter: parent.verticalCenter
                    width: Theme.target
                    enabled: root.open && answer.option.canMoveUp
                    //% "Op"
                    label: qsTrId("staff.choices.up")
                    icon: "up"
                    onActivated: root.editor.moveOption(answer.option.id, answer.index - 1)
                }

                StaffTile {
                    id: below

                    objectName: "staff-option-down-" + answer.index
                    visible: root.choice
                    anchors.right: away.left
                    anchors.rightMargin: Theme.px(8)
                    anchors.verticalCenter: parent.verticalCenter
                    width: Theme.target
                    enabled: root.open && answer.option.canMoveDown
                    //% "Ned"
                    label: qsTrId("staff.choices.down")
                    icon: "down"
                    onActivated: root.editor.moveOption(answer.option.id, answer.index + 1)
                }

                StaffTile {
                    id: away

                    objectName: "staff-option-remove-" + answer.index
                    visible: root.choice
                    anchors.right: parent.right
                    anchors.verticalCenter: parent.verticalCenter
                    width: Theme.target
                    enabled: root.open && answer.option.canGo
                    //% "Fjern"
                    label: qsTrId("staff.choices.remove")
                    icon: "remove"
                    onActivated: root.editor.removeOption(answer.option.id)
                }
            }
        }

        StaffButton {
            objectName: "staff-option-add"
            visible: root.choice
            enabled: root.open && root.question.canAddOption
            //% "Tilføj et svar"
            label: qsTrId("staff.choices.add")
            icon: "plus"
            onActivated: root.editor.addOption()
        }

        StaffNote {
            visible: root.choice && root.advice.length > 0
            width: parent.width
            warns: root.advice[0]?.consider ?? false
            words: root.advice.slice(0, 3).map(each => each.sentence).join("\n")
        }
    }
}
