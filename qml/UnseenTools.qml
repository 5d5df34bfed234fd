// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Smileystand.Ui

// Read aloud, softer and louder for the tactile keys alone, while somebody listens to a page that has no room to show them.
Item {
    id: root

    required property VisitorModel visitor
    property bool readAloud: true

    visible: Hands.narrator.reading
    opacity: 0

    ReadAloudButton {
        visitor: root.visitor
        visible: root.readAloud
        keysOnly: true
    }

    VolumeButtons {
        visitor: root.visitor
        keysOnly: true
    }
}
