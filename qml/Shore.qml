// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

// The shore of the standing face screen, cut to its stones: decoration for what is out of reach.
Item {
    id: root

    clip: true

    Image {
        anchors.bottom: parent.bottom
        width: root.width
        height: Math.round(width * 700 / 1080)
        sourceSize.width: width
        sourceSize.height: height
        source: root.visible ? "shore.svg" : ""
    }
}
