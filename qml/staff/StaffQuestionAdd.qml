// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import Smileystand
import Smileystand.Ui

// Another question: from the shipped library, a theme at a time, or a new one of a form.
StaffPage {
    id: root

    readonly property EditorModel editor: staff.editor
    readonly property var themes: editor.library
    readonly property bool wide: body.width > Theme.px(760)
    readonly property real side: wide ? body.width * 0.36 : body.width
    property int theme: 0

    function added(done: bool) {
        if (done) {
            editor.step = 1;
            shell.show("StaffQuestions.qml");
        }
    }

    //% "Tilføj et spørgsmål"
    title: qsTrId("staff.add.title")
    //% "Biblioteket er skrevet og oversat på forhånd. Et nyt skriver du selv."
    line: qsTrId("staff.add.line")
    back: "StaffQuestions.qml"

    Column {
        id: own

        width: root.side
        spacing: Theme.px(12)

        StaffText {
            width: parent.width
            //% "Skriv et nyt"
            text: qsTrId("staff.add.new")
            heading: true
            points: 21
        }

        Grid {
            id: forms

            readonly property real side: (width - (columns - 1) * spacing) / columns

            width: parent.width
            columns: 2
            spacing: Theme.px(12)

            StaffTile {
                objectName: "staff-new-degree"
                width: forms.side
                enabled: root.editor.canEdit
                label: qsTrId("staff.questions.form.degree")
                onActivated: root.added(root.editor.add(EditorModel.Degree))
            }

            StaffTile {
                objectName: "staff-new-choice"
                width: forms.side
                enabled: root.editor.canEdit
                //% "Ét valg"
                label: qsTrId("staff.add.choice")
                onActivated: root.added(root.editor.add(EditorModel.Choice))
            }

            StaffTile {
                objectName: "staff-new-choices"
                width: forms.side
                enabled: root.editor.canEdit
                //% "Flere valg"
                label: qsTrId("staff.add.choices")
                onActivated: root.added(root.editor.add(EditorModel.Choices))
            }

            StaffTile {
                objectName: "staff-new-comment"
                width: forms.side
                enabled: root.editor.canEdit && !root.editor.hasComment
                label: qsTrId("staff.questions.form.comment")
                //% "Findes"
                detail: root.editor.hasComment ? qsTrId("staff.add.exists") : ""
                onActivated: root.added(root.editor.add(EditorModel.Comment))
            }
        }

        StaffText {
            width: parent.width
            topPadding: Theme.px(10)
            //% "Fra biblioteket"
            text: qsTrId("staff.add.library")
            heading: true
            points: 21
        }

        Column {
            width: parent.width

            Repeater {
                model: root.themes

                StaffChoiceRow {
                    required property int index
                    required property var modelData

                    objectName: "staff-theme-" + index
                    width: own.width
                    label: modelData.theme
                    //% "%1 spørgsmål"
                    detail: qsTrId("staff.add.count").arg(modelData.questions.length)
                    chosen: root.theme === index
                    onActivated: root.theme = index
                }
            }
        }
    }

    Column {
        x: root.wide ? own.width + Theme.px(24) : 0
        y: root.wide ? 0 : own.height + Theme.px(20)
        width: root.wide ? root.body.width - x : root.body.width
        spacing: Theme.px(12)

        StaffText {
            width: parent.width
            text: root.themes[root.theme]?.theme ?? ""
            heading: true
            points: 21
        }

        Repeater {
            model: root.themes[root.theme]?.questions ?? []

            StaffChoiceRow {
                required property var modelData

                objectName: "staff-library-" + modelData.id
                width: parent.width
                enabled: root.editor.canEdit
                label: modelData.text
                detail: modelData.kind
                icon: "plus"
                framed: true
                onActivated: root.added(root.editor.addFromLibrary(modelData.id))
            }
        }
    }
}
