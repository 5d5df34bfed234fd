// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Smileystand
import Smileystand.Ui

// "Sådan ser det ud": the question as visitors will see it, when that will be, and what it still lacks. `beside`: the picture on the left, the rest on
// the right, where there is no room for one column.
Item {
    id: root

    required property EditorModel editor
    required property StandInfo stand
    required property StaffShell shell
    property bool beside: false
    property bool tools: true // the steps back and forward too
    readonly property real gap: Theme.px(12)
    readonly property var question: editor.question
    readonly property var languages: editor.languages
    readonly property var faults: editor.faults
    readonly property var missing: languages.filter(each => each.missing).map(each => each.danish)
    readonly property real pictureWidth: !beside ? width : Math.min(width * 0.56, (height - head.height - gap) * Theme.width / Theme.height)
    readonly property real sideX: beside ? pictureWidth + Theme.px(20) : 0
    readonly property real sideWidth: width - sideX

    Item {
        id: head

        width: root.pictureWidth
        height: Math.max(Theme.px(40), draft.height)

        StaffText {
            id: looks

            anchors.verticalCenter: parent.verticalCenter
            width: parent.width - draft.width - root.gap
            //% "Sådan ser det ud"
            text: qsTrId("staff.questions.look")
            wrapMode: Text.NoWrap
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: Theme.staff(15)
            points: 20
            font.weight: Font.DemiBold
        }

        StaffPill {
            id: draft

            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            state_: StaffPill.Neutral
            //% "Kladde"
            readonly property string unsaved: qsTrId("staff.questions.draft")
            //% "Gemt"
            words: root.editor.changedHere ? unsaved : qsTrId("staff.questions.saved")
        }
    }

    StaffPreview {
        id: picture

        y: head.height + Theme.px(6)
        width: root.pictureWidth
        visitor: root.editor.preview
        stand: root.stand
        //% "Skjult: det stilles ikke til nogen"
        readonly property string hidden: qsTrId("staff.questions.look.hidden")
        //% "Springes over på dette sprog"
        readonly property string skipped: qsTrId("staff.questions.look.skipped")
        instead: root.question.hidden ? hidden : root.question.askable ? "" : skipped
    }

    Flickable {
        id: notes

        x: root.sideX
        y: root.beside ? 0 : picture.y + picture.height + root.gap
        width: root.sideWidth
        height: buttons.y - y - root.gap
        contentWidth: width
        contentHeight: said.height
        boundsBehavior: Flickable.StopAtBounds
        clip: true
        interactive: contentHeight > height

        Column {
            id: said

            width: notes.width
            spacing: root.gap

            StaffNote {
                objectName: "staff-editor-notice"
                visible: words !== ""
                width: parent.width
                words: root.editor.notice
                warns: root.editor.noticeWarns
            }

            StaffNote {
                objectName: "staff-faults"
                visible: words !== ""
                width: parent.width
                words: root.faults.join("\n")
                warns: true
            }

            StaffNote {
                objectName: "staff-missing"
                visible: root.missing.length > 0 && !root.question.locked
                width: parent.width
                warns: true
                //% "Mangler på %1. Der springes spørgsmålet over og gemmes som “ikke spurgt”."
                words: qsTrId("staff.questions.missing").arg(root.missing.join(", "))
            }

            StaffText {
                width: parent.width
                visible: root.editor.changedHere
                //% "Gælder fra %1, næste åbningsdag."
                text: qsTrId("staff.questions.starts").arg(root.editor.startDay)
                quiet: true
            }

            StaffText {
                width: parent.width
                visible: !root.editor.canEdit
                //% "Du kan se alt her. Kun en redaktør kan ændre det."
                text: qsTrId("staff.questions.reader")
                quiet: true
            }
        }
    }

    Column {
        id: buttons

        x: root.sideX
        y: root.height - height
        width: root.sideWidth
        spacing: root.gap

        StaffQuestionTools {
            visible: root.tools
            width: parent.width
            editor: root.editor
            shell: root.shell
        }

        Grid {
            width: parent.width
            columns: root.tools ? 2 : 1
            spacing: root.gap

            StaffButton {
                id: trial

                objectName: "staff-rehearse"
                width: root.tools ? (parent.width - root.gap) / 2 : parent.width
                //% "Prøv på skærmen"
                label: qsTrId("staff.questions.rehearse")
                icon: "touch"
                points: 20
                onActivated: root.editor.rehearse()
            }

            StaffButton {
                objectName: "staff-save"
                width: trial.width
                enabled: root.editor.canEdit && root.editor.changedHere
                //% "Gem til %1"
                label: qsTrId("staff.questions.save").arg(root.editor.startDay)
                icon: "tick"
                iconAfter: true
                primary: true
                points: 20
                onActivated: root.shell.show("StaffQuestionPublish.qml")
            }
        }
    }
}
