// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import Smileystand
import Smileystand.Ui

// The versions that were saved here: who, when, and what would change if one counted again.
StaffPage {
    id: root

    readonly property EditorModel editor: staff.editor
    readonly property var versions: editor.versions
    readonly property var changes: editor.versionChanges
    readonly property bool wide: body.width > Theme.px(700)
    readonly property real half: wide ? (body.width - Theme.px(24)) / 2 : body.width

    //% "Historik"
    title: qsTrId("staff.questions.history")
    //% "Ingen version ændres nogensinde. Sætter du en tilbage, bliver det en ny."
    line: qsTrId("staff.history.line")
    back: "StaffQuestions.qml"

    StaffNote {
        visible: root.versions.length === 0
        width: root.body.width
        icon: "info"
        ground: Theme.sunk
        //% "Her er ikke gemt noget endnu. Spørgsmålene er, som centralenheden eller leverandøren har lavet dem."
        words: qsTrId("staff.history.none")
    }

    Column {
        id: list

        width: root.half
        spacing: Theme.px(12)

        Repeater {
            model: root.versions

            StaffChoiceRow {
                required property int index
                required property var modelData

                objectName: "staff-version-" + index
                width: list.width
                framed: true
                role: Accessible.RadioButton
                label: modelData.words
                //% "Gælder nu"
                detail: modelData.inForce ? qsTrId("staff.history.now") : ""
                chosen: root.editor.version === modelData.hash
                onActivated: root.editor.lookAt(modelData.hash)
            }
        }
    }

    Column {
        visible: root.versions.length > 0
        x: root.wide ? list.width + Theme.px(24) : 0
        y: root.wide ? 0 : list.height + Theme.px(20)
        width: root.half
        spacing: Theme.px(12)

        StaffNote {
            objectName: "staff-history-notice"
            visible: words !== ""
            width: parent.width
            words: root.editor.notice
            warns: root.editor.noticeWarns
        }

        StaffCard {
            width: parent.width

            Column {
                width: parent.width
                spacing: Theme.px(8)

                StaffText {
                    width: parent.width
                    //% "Vælg en version for at se, hvad der ville ændre sig."
                    readonly property string none: qsTrId("staff.history.choose")
                    //% "Sættes den tilbage, ændres det her"
                    text: root.editor.version === "" ? none : qsTrId("staff.history.changes")
                    heading: true
                    points: 21
                }

                StaffText {
                    width: parent.width
                    visible: root.editor.version !== "" && root.changes.length === 0
                    //% "Intet. Den er som det, der gælder."
                    text: qsTrId("staff.history.same")
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

        StaffText {
            width: parent.width
            visible: root.editor.changedHere
            //% "Din kladde forsvinder, når du sætter en version tilbage."
            text: qsTrId("staff.history.draft")
            quiet: true
        }

        StaffButton {
            objectName: "staff-restore"
            width: parent.width
            enabled: root.editor.canEdit && root.editor.version !== "" && root.changes.length > 0
            //% "Sæt tilbage fra %1"
            label: qsTrId("staff.history.restore").arg(root.editor.startDay)
            icon: "history"
            primary: true
            onActivated: root.editor.restore()
        }
    }
}
