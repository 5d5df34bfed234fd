// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

// The round tick on a chosen card's corner.
Rectangle {
    width: Theme.px(56)
    height: width
    radius: width / 2
    color: Theme.primary
    border.width: Theme.px(4)
    border.color: Theme.paper

    Icon {
        anchors.centerIn: parent
        name: "tick"
        size: Theme.px(34)
        tone: Theme.contrast ? "black" : "white"
    }
}
