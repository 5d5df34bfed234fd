// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Smileystand

// A part of the stand or its data: what it is, how it is in a sentence, and its state in a word.
Item {
    id: root

    required property string title
    required property string sentence
    property string pill: ""
    property bool good: true
    property bool looksAt: false
    property bool first: false // nothing above to be parted from

    implicitHeight: words.height + Theme.px(20)

    Rectangle {
        visible: !root.first
        width: parent.width
        height: 1
        color: Theme.line
    }

    Column {
        id: words

        anchors.left: parent.left
        anchors.right: state.left
        anchors.rightMargin: Theme.px(12)
        anchors.verticalCenter: parent.verticalCenter
        StaffText {
            width: parent.width
            text: root.title
            points: 20
            font.weight: Font.DemiBold
        }

        StaffText {
            width: parent.width
            visible: text !== ""
            text: root.sentence
            points: 18
            quiet: true
        }
    }

    StaffPill {
        id: state

        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        visible: root.pill !== ""
        width: visible ? implicitWidth : 0
        state_: root.looksAt ? StaffPill.LookAt : root.good ? StaffPill.Good : StaffPill.Neutral
        words: root.pill
    }
}
