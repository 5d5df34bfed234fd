// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick

// How far: one dot a question, the present one long, and the same in words.
Row {
    id: root

    required property int position // 1 is the first
    required property int total

    spacing: Theme.px(18)

    Row {
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.px(8)

        Repeater {
            model: root.total

            Rectangle {
                required property int index

                width: Theme.px(index + 1 === root.position ? 66 : 22)
                height: Theme.px(22)
                radius: height / 2
                color: index + 1 <= root.position ? Theme.primary : "transparent"
                border.width: Theme.px(3)
                border.color: index + 1 <= root.position ? Theme.primary : Theme.control
            }
        }
    }

    Words {
        anchors.verticalCenter: parent.verticalCenter
        //% "Spørgsmål %1 af %2"
        text: qsTrId("progress").arg(root.position).arg(root.total)
        color: Theme.quietInk
        size: Theme.text(23, 28, 40)
    }
}
