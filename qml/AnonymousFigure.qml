// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

// The dashed figure that stands for nobody in particular, with two words.
Row {
    spacing: Theme.px(12)

    Icon {
        anchors.verticalCenter: parent.verticalCenter
        name: "anonymous"
        size: Theme.px(36)
    }

    Words {
        anchors.verticalCenter: parent.verticalCenter
        //% "Uden navn"
        text: qsTrId("anon.short")
        color: Theme.quietInk
        size: Theme.text(23, 28, 40)
    }
}
