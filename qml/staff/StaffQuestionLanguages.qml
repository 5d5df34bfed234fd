// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import Smileystand
import Smileystand.Ui

// The first language and another one side by side: what is said, and what is missing.
StaffPage {
    id: root

    readonly property EditorModel editor: staff.editor
    readonly property var question: editor.question
    readonly property var languages: editor.languages
    readonly property bool open: editor.canEdit && !question.locked
    readonly property bool other: editor.language !== (languages[0]?.tag ?? "")
    readonly property bool wide: body.width > Theme.px(700)
    readonly property real half: wide && other ? (body.width - Theme.px(20)) / 2 : body.width

    //% "Sprog"
    title: qsTrId("staff.languages.title")
    line: question.title
    back: "StaffQuestions.qml"

    Column {
        width: root.body.width
        spacing: Theme.px(12)

        StaffLanguageTiles {
            width: parent.width
            columns: Math.max(3, Math.min(6, root.languages.length))
            editor: root.editor
        }

        StaffNote {
            visible: root.question.askable === false && !root.question.locked
            width: parent.width
            warns: true
            //% "Her mangler noget. På det sprog springes spørgsmålet over og gemmes som “ikke spurgt”."
            words: qsTrId("staff.languages.missing")
        }

        Repeater {
            model: root.question.parts

            Flow {
                id: part

                required property var modelData

                width: root.body.width
                spacing: root.wide ? Theme.px(20) : Theme.px(8)

                Column {
                    width: root.half
                    spacing: Theme.px(6)

                    StaffText {
                        width: parent.width
                        text: part.modelData.name
                        quiet: true
                    }

                    StaffWording {
                        objectName: "staff-first-" + part.modelData.part
                        width: parent.width
                        enabled: root.open
                        editor: root.editor
                        part: part.modelData.part
                        language: root.languages[0]?.tag ?? "da"
                        most: part.modelData.most
                        title: part.modelData.name
                        text: part.modelData.first
                        placeholder: "–"
                    }
                }

                Column {
                    visible: root.other
                    width: root.half
                    spacing: Theme.px(6)

                    StaffText {
                        width: parent.width
                        //% "Mangler"
                        text: part.modelData.text === "" && part.modelData.first !== "" ? qsTrId("staff.languages.lacks") : " "
                        color: Theme.warningInk
                        font.weight: Font.DemiBold
                    }

                    StaffWording {
                        objectName: "staff-other-" + part.modelData.part
                        width: parent.width
                        enabled: root.open
                        editor: root.editor
                        part: part.modelData.part
                        language: root.editor.language
                        rightToLeft: root.question.rightToLeft
                        most: part.modelData.most
                        title: part.modelData.first === "" ? part.modelData.name : part.modelData.first
                        text: part.modelData.text
                        placeholder: "–"
                    }
                }
            }
        }
    }
}
