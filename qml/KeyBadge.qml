// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

// The number of the tactile key that presses a target, on the target's corner.
Rectangle {
    id: root

    property int number: 0

    implicitWidth: Math.ceil(words.implicitHeight * 1.08)
    implicitHeight: implicitWidth
    radius: width / 2
    color: Theme.contrast ? "#000000" : Theme.ink
    border.width: Theme.edge
    border.color: Theme.contrast ? "#FFFFFF" : Theme.paper

    Words {
        id: words

        Accessible.ignored: true
        anchors.centerIn: parent
        text: root.number
        color: "#FFFFFF"
        size: Theme.text(26, 34, 40)
        font.weight: Font.DemiBold
    }
}
