// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick

// Letter keys side by side, as wide as there is room.
Item {
    id: root

    required property var letters
    required property var places // what the keys are called by tests: that doesn't change with Shift
    required property KeyLayout layout
    readonly property real each: width / letters.length

    signal typed(string text)

    Repeater {
        model: root.letters.length

        Key {
            required property int index

            objectName: "key-" + (root.places[index] ?? "")
            label: root.letters[index] ?? ""
            name: root.layout.names[label] ?? label
            // Where one key ends the next begins, to the pixel.
            x: Math.round(root.x + index * root.each) - root.x
            width: Math.round(root.x + (index + 1) * root.each) - root.x - x
            height: root.height
            onActivated: root.typed(label)
        }
    }
}
