// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

// The number of the tactile key that presses a target, on the target's corner. The middle key's has the dot that the key has.
Rectangle {
    id: root

    required property int number

    implicitWidth: Math.ceil(words.implicitHeight * 1.12)
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
        size: Theme.contrast ? Theme.largeText : Theme.smallestText
        font.weight: Font.DemiBold
    }

    Rectangle {
        visible: root.number === 3
        anchors.horizontalCenter: parent.horizontalCenter
        y: parent.height - 2 * height
        width: Theme.px(4)
        height: width
        radius: width / 2
        color: "#FFFFFF"
    }
}
