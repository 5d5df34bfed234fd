// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Smileystand.Ui

// Softer and louder, while somebody listens. At the end of the range one of them has nothing to do and isn't there; its place stays.
Row {
    id: root

    required property VisitorModel visitor
    property real buttonWidth: Theme.target
    readonly property bool shown: Hands.narrator.reading

    visible: shown
    spacing: Theme.gap

    Item {
        width: root.buttonWidth
        height: Theme.target

        VolumeButton {
            objectName: "softer"
            anchors.fill: parent
            visible: root.visitor.volume > 1
            keyPlace: 2
            //% "Lavere"
            text: qsTrId("speech.softer")
            icon: "softer"
            onActivated: root.visitor.softer()
        }
    }

    Item {
        width: root.buttonWidth
        height: Theme.target

        VolumeButton {
            objectName: "louder"
            anchors.fill: parent
            visible: root.visitor.volume < root.visitor.volumeSteps
            keyPlace: 3
            //% "Højere"
            text: qsTrId("speech.louder")
            icon: "louder"
            onActivated: root.visitor.louder()
        }
    }
}
