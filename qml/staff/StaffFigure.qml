// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Smileystand

// One figure of today: its name, the number, and what it is made of.
StaffCard {
    id: root

    required property string title
    required property string value
    required property string detail

    inset: Theme.px(14)
    implicitHeight: column.height + 2 * inset

    Column {
        id: column

        width: parent.width

        StaffText {
            width: parent.width
            text: root.title
            points: 20
            font.weight: Font.DemiBold
        }

        Item {
            width: parent.width
            height: Math.max(number.height, words.height)

            StaffText {
                id: number

                anchors.verticalCenter: parent.verticalCenter
                text: root.value
                points: 44
                heading: true
                Accessible.role: Accessible.StaticText
                wrapMode: Text.NoWrap
            }

            StaffText {
                id: words

                anchors.left: number.right
                anchors.leftMargin: Theme.px(12)
                anchors.right: parent.right
                anchors.verticalCenter: parent.verticalCenter
                text: root.detail
                points: 17
                quiet: true
            }
        }
    }
}
