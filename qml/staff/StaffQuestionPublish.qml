// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import Smileystand
import Smileystand.Ui

// Before it is saved: what changes, from when, and what stands in the way.
StaffPage {
    id: root

    readonly property EditorModel editor: staff.editor
    readonly property var faults: editor.faults
    readonly property var advice: editor.wholeAdvice
    readonly property var changes: editor.changes
    readonly property bool wide: body.width > Theme.px(700)
    property bool discards: false // asked whether the draft is to go
    readonly property real half: wide ? (body.width - Theme.px(24)) / 2 : body.width

    function saved(done: bool) {
        if (done) {
            editor.step = Theme.small ? 0 : editor.step;
            shell.show("StaffQuestions.qml");
        }
    }

    //% "Gem"
    title: qsTrId("staff.publish.title")
    //% "En ny version med dit navn. Den gamle kan altid sættes tilbage."
    line: qsTrId("staff.publish.line")
    back: "StaffQuestions.qml"

    Column {
        id: what

        width: root.half
        spacing: Theme.px(12)

        StaffNote {
            objectName: "staff-publish-faults"
            visible: words !== ""
            width: parent.width
            warns: true
            words: (root.faults.length > 0 ? root.faults : root.editor.noticeWarns ? [root.editor.notice] : []).join("\n")
        }

        StaffNote {
            visible: words !== ""
            width: parent.width
            warns: true
            words: root.advice.filter(each => !root.faults.includes(each)).join("\n") // said once
        }

        StaffCard {
            width: parent.width

            Column {
                width: parent.width
                spacing: Theme.px(8)

                StaffText {
                    width: parent.width
                    //% "Det ændrer sig"
                    text: qsTrId("staff.publish.changes")
                    heading: true
                    points: 21
                }

                Repeater {
                    model: root.changes

                    StaffText {
                        required property string modelData

                        width: parent.width
                        text: "• " + modelData
                    }
                }
            }
        }
    }

    Column {
        x: root.wide ? what.width + Theme.px(24) : 0
        y: root.wide ? 0 : what.height + Theme.px(20)
        width: root.half
        spacing: Theme.px(12)

        StaffButton {
            objectName: "staff-publish"
            width: parent.width
            enabled: root.editor.canEdit && root.faults.length === 0 && root.editor.changedHere
            label: qsTrId("staff.questions.save").arg(root.editor.startDay)
            //% "Gælder fra %1, næste åbningsdag"
            detail: qsTrId("staff.publish.from").arg(root.editor.startDate)
            icon: "tick"
            primary: true
            onActivated: root.saved(root.editor.publish(false))
        }

        StaffButton {
            objectName: "staff-publish-now"
            width: parent.width
            enabled: root.editor.canEdit && root.faults.length === 0 && root.editor.changedHere && root.editor.canStartNow
            //% "Gem, så det gælder straks"
            label: qsTrId("staff.publish.now")
            //% "Ingen har svaret i dag, eller det skjuler kun spørgsmål"
            readonly property string allowed: qsTrId("staff.publish.now.allowed")
            //% "Kan ikke i dag: der er allerede svaret, og en dag skal kunne sammenlignes"
            readonly property string refused: qsTrId("staff.publish.now.refused")
            detail: root.faults.length > 0 ? root.faults[0] : root.editor.canStartNow ? allowed : refused
            onActivated: root.saved(root.editor.publish(true))
        }

        StaffButton {
            objectName: "staff-discard"
            visible: !root.discards
            width: parent.width
            enabled: root.editor.canEdit && root.editor.changedHere
            //% "Smid kladden væk"
            label: qsTrId("staff.publish.discard")
            //% "Det kan ikke fortrydes"
            detail: qsTrId("staff.publish.discard.detail")
            icon: "remove"
            onActivated: root.discards = true
        }

        StaffButton {
            objectName: "staff-discard-keep"
            visible: root.discards
            width: parent.width
            //% "Nej, behold kladden"
            label: qsTrId("staff.publish.discard.keep")
            onActivated: root.discards = false
        }

        StaffButton {
            objectName: "staff-discard-sure"
            visible: root.discards
            width: parent.width
            //% "Ja, smid kladden væk"
            label: qsTrId("staff.publish.discard.sure")
            detail: qsTrId("staff.publish.discard.detail")
            icon: "remove"
            onActivated: {
                root.editor.discard();
                root.shell.show("StaffQuestions.qml");
            }
        }
    }
}
