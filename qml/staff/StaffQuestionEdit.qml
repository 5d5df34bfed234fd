// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Smileystand
import Smileystand.Ui

// The chosen question: its words, how it is answered, after what it is asked, and where it stands.
Flickable {
    id: root

    required property EditorModel editor
    required property StaffShell shell
    readonly property var question: editor.question
    readonly property var advice: editor.advice
    readonly property var languages: editor.languages
    readonly property bool open: editor.canEdit && !question.locked
    readonly property bool choice: question.kind === EditorModel.Choice || question.kind === EditorModel.Choices
    readonly property bool faces: question.kind === EditorModel.Faces
    readonly property real third: (width - 2 * Theme.px(12)) / 3

    contentWidth: width
    contentHeight: column.height + Theme.px(16)
    boundsBehavior: Flickable.StopAtBounds
    clip: true
    interactive: contentHeight > height

    Connections {
        property string shown: root.editor.chosen

        target: root.editor

        function onChanged() {
            if (shown !== root.editor.chosen) {
                shown = root.editor.chosen;
                root.contentY = 0;
            }
        }
    }

    Column {
        id: column

        width: root.width
        spacing: Theme.px(12)

        StaffNote {
            objectName: "staff-locked"
            visible: root.question.locked
            width: parent.width
            //% "Låst af centralenheden, så svarene kan sammenlignes med andre steders. Det kan ikke ændres, flyttes eller skjules her."
            words: qsTrId("staff.questions.locked")
            icon: "lock"
            ground: Theme.sunk
        }

        StaffLanguageTiles {
            width: parent.width
            editor: root.editor
            offered: true
        }

        Item {
            width: parent.width
            height: caption.height

            StaffText {
                id: caption

                //% "Spørgsmålet"
                text: qsTrId("staff.questions.text")
                points: 19
                font.weight: Font.DemiBold
            }

            StaffText {
                anchors.right: parent.right
                anchors.baseline: caption.baseline
                //% "%1 af %2 tegn"
                text: qsTrId("staff.questions.length").arg(root.question.length).arg(root.question.advised)
                quiet: true
            }
        }

        StaffWording {
            objectName: "staff-question-text"
            width: parent.width
            enabled: root.open
            editor: root.editor
            part: "text"
            language: root.editor.language
            rightToLeft: root.question.rightToLeft
            most: root.question.most
            title: caption.text
            text: root.question.text
            //% "Skriv spørgsmålet her"
            placeholder: root.question.locked ? "–" : qsTrId("staff.questions.text.empty")
            points: 23
        }

        StaffNote {
            objectName: "staff-advice"
            visible: !root.question.locked && root.advice.length > 0
            width: parent.width
            warns: root.advice[0]?.consider ?? false
            words: root.advice.slice(0, 3).map(each => each.sentence).join("\n")
        }

        StaffText {
            visible: root.choice
            width: parent.width
            //% "Linjen under spørgsmålet"
            text: qsTrId("staff.questions.hint")
            points: 19
            font.weight: Font.DemiBold
        }

        StaffWording {
            objectName: "staff-question-hint"
            visible: root.choice
            width: parent.width
            enabled: root.open
            editor: root.editor
            part: "hint"
            language: root.editor.language
            rightToLeft: root.question.rightToLeft
            most: root.question.most
            //% "Linjen under spørgsmålet"
            title: qsTrId("staff.questions.hint")
            text: root.question.hint
            //% "Ingen"
            placeholder: qsTrId("staff.questions.hint.empty")
        }

        StaffText {
            visible: !root.faces
            width: parent.width
            //% "Svarform"
            text: qsTrId("staff.questions.form")
            points: 19
            font.weight: Font.DemiBold
        }

        Row {
            visible: !root.faces
            spacing: Theme.px(12)

            StaffTile {
                objectName: "staff-kind-degree"
                width: root.third
                enabled: root.open && root.question.kinds.includes(EditorModel.Degree)
                role: Accessible.RadioButton
                //% "I hvilken grad"
                label: qsTrId("staff.questions.form.degree")
                chosen: root.question.kind === EditorModel.Degree
                onActivated: root.editor.setKind(EditorModel.Degree)
            }

            StaffTile {
                objectName: "staff-kind-choice"
                width: root.third
                enabled: root.open && root.question.kinds.includes(EditorModel.Choice)
                role: Accessible.RadioButton
                //% "Et eller flere valg"
                label: qsTrId("staff.questions.form.choices")
                chosen: root.choice
                onActivated: {
                    if (!root.choice)
                        root.editor.setKind(EditorModel.Choice);
                    root.shell.show("StaffQuestionChoices.qml");
                }
            }

            StaffTile {
                objectName: "staff-kind-comment"
                width: root.third
                enabled: root.open && root.question.kinds.includes(EditorModel.Comment)
                role: Accessible.RadioButton
                //% "Kommentar"
                label: qsTrId("staff.questions.form.comment")
                chosen: root.question.kind === EditorModel.Comment
                onActivated: root.editor.setKind(EditorModel.Comment)
            }
        }

        StaffChoiceRow {
            objectName: "staff-choices"
            visible: root.choice || root.question.kind === EditorModel.Degree
            width: parent.width
            //% "%1 svar"
            label: qsTrId("staff.questions.answers").arg(root.question.options.length)
            detail: root.question.options.slice(0, 2).map(each => each.text === "" ? "…" : each.text).join(", ") + (root.question.options.length > 2 ? " …" : "")
            framed: true
            leads: true
            onActivated: root.shell.show("StaffQuestionChoices.qml")
        }

        StaffChoiceRow {
            objectName: "staff-condition"
            visible: !root.faces
            width: parent.width
            enabled: root.open
            //% "Vises efter"
            label: qsTrId("staff.condition.title")
            detail: root.question.condition
            framed: true
            leads: true
            onActivated: root.shell.show("StaffQuestionCondition.qml")
        }

        StaffChoiceRow {
            objectName: "staff-languages"
            width: parent.width
            //% "Sprog side om side"
            label: qsTrId("staff.questions.languages")
            //% "%1 mangler"
            readonly property string lacks: qsTrId("staff.questions.languages.missing").arg(root.languages.filter(each => each.missing).length)
            detail: root.languages.some(each => each.missing) ? lacks : ""
            framed: true
            leads: true
            onActivated: root.shell.show("StaffQuestionLanguages.qml")
        }

        Row {
            visible: !root.question.locked
            spacing: Theme.px(12)

            StaffTile {
                objectName: "staff-move-up"
                width: root.third
                enabled: root.open && root.question.canMoveUp
                //% "Flyt op"
                label: qsTrId("staff.questions.up")
                icon: "up"
                onActivated: root.editor.moveUp()
            }

            StaffTile {
                objectName: "staff-move-down"
                width: root.third
                enabled: root.open && root.question.canMoveDown
                //% "Flyt ned"
                label: qsTrId("staff.questions.down")
                icon: "down"
                onActivated: root.editor.moveDown()
            }

            StaffTile {
                objectName: "staff-hide"
                width: root.third
                enabled: root.open
                //% "Vis igen"
                readonly property string again: qsTrId("staff.questions.show")
                //% "Skjul"
                label: root.question.hidden ? again : qsTrId("staff.questions.hide")
                icon: root.question.hidden ? "show" : "hide"
                onActivated: root.editor.setHidden(!root.question.hidden)
            }
        }

        StaffButton {
            objectName: "staff-hide-now"
            visible: root.question.askedNow
            enabled: root.open
            width: parent.width
            //% "Skjul straks"
            label: qsTrId("staff.questions.hide.now")
            //% "Fra nu af stilles det ikke til nogen."
            detail: qsTrId("staff.questions.hide.now.detail")
            icon: "hide"
            points: 20
            onActivated: root.editor.hideNow()
        }

        StaffButton {
            objectName: "staff-remove"
            visible: !root.question.locked
            enabled: root.open
            width: parent.width
            //% "Fjern spørgsmålet"
            label: qsTrId("staff.questions.remove")
            //% "Kan fortrydes, til du lukker."
            detail: qsTrId("staff.questions.remove.detail")
            icon: "remove"
            points: 20
            onActivated: root.editor.remove()
        }
    }
}
