// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Smileystand

// A tinted strip with a sentence: good news, or something to look at.
Rectangle {
    id: root

    required property string words
    property string icon: warns ? "lookat" : "tick"
    property bool warns: false
    property color ground: warns ? Theme.warning : Theme.good
    property real points: 18

    implicitHeight: text.height + Theme.px(26)
    radius: Theme.px(18)
    color: ground

    Icon {
        id: sign

        x: Theme.px(18)
        y: text.y + (text.height / Math.max(1, text.lineCount) - height) / 2 // beside the first line
        name: root.icon
        size: Theme.px(26)
    }

    StaffText {
        id: text

        anchors.left: sign.right
        anchors.leftMargin: Theme.px(14)
        anchors.right: parent.right
        anchors.rightMargin: Theme.px(16)
        anchors.verticalCenter: parent.verticalCenter
        text: root.words
        points: root.points
    }
}
