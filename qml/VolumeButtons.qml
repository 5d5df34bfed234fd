// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Smileystand.Ui

// Softer and louder, while somebody listens. Where one of them isn't there its place stays.
Row {
    id: root

    required property VisitorModel visitor
    property real buttonWidth: Theme.target
    property bool keysOnly: false
    readonly property bool shown: Hands.narrator.reading

    visible: shown
    spacing: Theme.gap

    Item {
        width: root.buttonWidth
        height: Theme.target

        VolumeButton {
            anchors.fill: parent
            visitor: root.visitor
            keysOnly: root.keysOnly
            louder: false
        }
    }

    Item {
        width: root.buttonWidth
        height: Theme.target

        VolumeButton {
            anchors.fill: parent
            visitor: root.visitor
            keysOnly: root.keysOnly
            louder: true
        }
    }
}
