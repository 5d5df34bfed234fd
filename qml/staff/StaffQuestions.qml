// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Smileystand
import Smileystand.Ui

// The question editor: the list, the chosen question, and how it looks, side by side. Standing the third part lies below; a 7" panel has room for one
// of them at a time, and `EditorModel::step` says for which.
Item {
    id: root

    required property StaffRoom staff
    required property StandInfo stand
    required property StaffShell shell
    readonly property EditorModel editor: staff.editor
    readonly property bool steps: Theme.small
    readonly property real margin: Theme.px(22)
    readonly property real gap: Theme.px(20)
    readonly property real upper: strip.height + Theme.px(14)
    readonly property real room: width - 2 * margin
    readonly property real foot: height - Theme.px(Theme.portrait ? 24 : 16)
    readonly property real middle: Theme.portrait ? height * 0.6 : foot // where the upper parts end

    StaffStrip {
        id: strip

        objectName: "staff-strip"
        width: parent.width
        minutes: root.staff.overview?.deadMinutes ?? -1
    }

    // ---- the list ----

    Item {
        id: first

        visible: !root.steps || root.editor.step === 0
        enabled: visible
        x: root.margin
        y: root.upper
        width: Math.round(root.steps ? root.room * 0.47 : Theme.portrait ? root.room * 0.44 : Theme.px(280))
        height: root.middle - y

        Item {
            id: head

            width: parent.width
            height: Math.max(titles.height, add.height)

            Column {
                id: titles

                y: (add.height - height) / 2
                width: parent.width - add.width - Theme.px(12)

                StaffText {
                    width: parent.width
                    //% "Spørgsmål"
                    text: qsTrId("staff.questions.title")
                    points: 34
                    heading: true
                    fontSizeMode: Text.HorizontalFit
                }

                StaffText {
                    width: parent.width
                    //% "Højst 5 vises til én besøgende"
                    text: qsTrId("staff.questions.most")
                    quiet: true
                }
            }

            StaffTile {
                id: add

                objectName: "staff-add"
                anchors.right: parent.right
                width: Theme.target
                enabled: root.editor.canEdit
                //% "Tilføj"
                label: qsTrId("staff.questions.add")
                icon: "plus"
                points: 20
                onActivated: root.shell.show("StaffQuestionAdd.qml")
            }
        }

        StaffQuestionList {
            objectName: "staff-question-list"
            y: head.height + Theme.px(12)
            width: parent.width
            height: parent.height - y
            editor: root.editor
            onPicked: root.editor.step = 1
        }
    }

    // A 7" panel: what is beside the list there.
    Column {
        visible: root.steps && root.editor.step === 0
        enabled: visible
        x: first.x + first.width + root.gap
        y: root.upper
        width: root.room - first.width - root.gap
        spacing: Theme.px(12)

        StaffQuestionTools {
            width: parent.width
            editor: root.editor
            shell: root.shell
        }

        StaffButton {
            objectName: "staff-step-look"
            width: parent.width
            //% "Se, prøv og gem"
            label: qsTrId("staff.questions.step.look")
            icon: "next"
            iconAfter: true
            primary: root.editor.changedHere
            onActivated: root.editor.step = 2
        }

        StaffNote {
            id: notice

            width: parent.width
            visible: words !== ""
            words: root.editor.notice
            warns: root.editor.noticeWarns
        }

        StaffPreview {
            visible: !notice.visible
            width: Math.min(parent.width, (root.foot - root.upper - 2 * Theme.target - 2 * Theme.px(12) - 2 * frame) * Theme.width / Theme.height + 2 * frame)
            visitor: root.editor.preview
            stand: root.stand
        }
    }

    StaffButton {
        id: toList

        objectName: "staff-step-list"
        visible: root.steps && root.editor.step > 0
        enabled: visible
        x: root.margin
        y: root.upper
        //% "Listen"
        label: qsTrId("staff.questions.step.list")
        icon: "back"
        onActivated: root.editor.step = 0
    }

    StaffButton {
        objectName: "staff-step-next"
        visible: root.steps && root.editor.step === 1
        enabled: visible
        anchors.right: parent.right
        anchors.rightMargin: root.margin
        y: root.upper
        label: qsTrId("staff.questions.step.look")
        icon: "next"
        iconAfter: true
        primary: root.editor.changedHere
        onActivated: root.editor.step = 2
    }

    // ---- the question ----

    StaffQuestionEdit {
        visible: !root.steps || root.editor.step === 1
        enabled: visible
        x: root.steps ? root.margin : first.x + first.width + root.gap
        y: root.steps ? toList.y + toList.height + Theme.px(12) : root.upper
        width: root.steps ? root.room : root.room - first.width - root.gap - (Theme.portrait ? 0 : look.width + root.gap)
        height: (root.steps ? root.height : root.middle) - y
        editor: root.editor
        shell: root.shell
    }

    // ---- how it looks ----

    StaffQuestionLook {
        id: look

        visible: !root.steps || root.editor.step === 2
        enabled: visible
        x: root.steps ? toList.x + toList.width + root.gap : Theme.portrait ? root.margin : root.width - root.margin - width
        y: Theme.portrait ? root.middle + root.gap : root.upper
        width: root.steps ? root.width - root.margin - x : Theme.portrait ? root.room : Theme.px(380)
        height: root.foot - y
        editor: root.editor
        stand: root.stand
        shell: root.shell
        beside: Theme.portrait || root.steps
        tools: !root.steps
    }
}
