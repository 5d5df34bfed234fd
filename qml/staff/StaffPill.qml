// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Smileystand

// A state in a word: in order, look at it, or neither. The icon carries it, colour only helps.
Rectangle {
    id: root

    enum State {
        Good,
        LookAt,
        Neutral
    }

    required property int state_
    required property string words

    implicitWidth: row.width + Theme.px(26)
    implicitHeight: row.height + Theme.px(12)
    radius: height / 2
    color: state_ === StaffPill.Good ? Theme.good : state_ === StaffPill.LookAt ? Theme.warning : Theme.sunk

    Row {
        id: row

        x: Theme.px(12)
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.px(8)

        Icon {
            visible: root.state_ !== StaffPill.Neutral
            anchors.verticalCenter: parent.verticalCenter
            name: root.state_ === StaffPill.Good ? "tick" : "lookat"
            size: Theme.px(20)
        }

        StaffText {
            text: root.words
            color: root.state_ === StaffPill.Good ? Theme.goodInk : root.state_ === StaffPill.LookAt ? Theme.warningInk : Theme.ink
            font.weight: Font.DemiBold
            wrapMode: Text.NoWrap
        }
    }
}
