// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick

// Words that a screen reader reads at once, wherever the focus is: a notification that comes to the screen. Qt 6.4 passes no alert on to AT-SPI,
// but tells it of every new item; so new words are a new item. Drawn by others, who are then ignored.
Item {
    id: root

    required property string words // empty: nothing to say
    property list<string> said

    onWordsChanged: settled.restart()

    // Words of several parts change one after the other.
    Timer {
        id: settled

        interval: 0
        onTriggered: root.said = root.words === "" ? [] : [root.words]
    }

    Repeater {
        model: root.said

        Item {
            required property string modelData

            anchors.fill: parent
            Accessible.ignored: !enabled
            Accessible.role: Accessible.Notification
            Accessible.name: modelData
        }
    }
}
