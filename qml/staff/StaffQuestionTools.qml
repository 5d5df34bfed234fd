// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Smileystand
import Smileystand.Ui

// Back a step, forward again, and what was before.
Row {
    id: root

    required property EditorModel editor
    required property StaffShell shell
    readonly property real third: (width - 2 * spacing) / 3

    spacing: Theme.px(12)

    StaffTile {
        objectName: "staff-undo"
        width: root.third
        enabled: root.editor.canUndo
        //% "Fortryd"
        label: qsTrId("staff.questions.undo")
        icon: "undo"
        onActivated: root.editor.undo()
    }

    StaffTile {
        objectName: "staff-redo"
        width: root.third
        enabled: root.editor.canRedo
        //% "Gør om"
        label: qsTrId("staff.questions.redo")
        icon: "redo"
        onActivated: root.editor.redo()
    }

    StaffTile {
        objectName: "staff-history"
        width: root.third
        //% "Historik"
        label: qsTrId("staff.questions.history")
        icon: "history"
        onActivated: {
            root.editor.readVersions();
            root.shell.show("StaffQuestionHistory.qml");
        }
    }
}
