// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

// The thick ring around the target that has the keyboard.
Rectangle {
    required property Target around

    anchors.fill: around
    anchors.margins: -Theme.px(4)
    visible: around.ringed
    color: "transparent"
    border.width: Theme.focusEdge
    border.color: Theme.focusRing
    radius: Theme.cardRadius + Theme.px(4)
}
