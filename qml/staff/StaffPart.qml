// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Smileystand

// A row of the accessories: pressed anywhere it leads to the part's test, or to its page.
Target {
    id: root

    required property string icon
    required property string title
    required property string sentence
    required property string pill
    required property string button
    property bool good: true
    property bool looksAt: false
    property bool first: false

    name: button === "" ? title + ". " + sentence + ". " + pill : title + ". " + sentence + ". " + pill + ". " + button
    keyGroup: Target.Actions
    strikeMsMax: 250
    enabled: button !== ""
    implicitHeight: Math.max(Theme.px(88), 12 * Theme.pxPerMm, words.height + Theme.px(22)) // as wide as the page

    Rectangle {
        anchors.fill: parent
        anchors.leftMargin: -Theme.px(22)
        anchors.rightMargin: -Theme.px(18)
        color: root.pressed ? Theme.pressed : "transparent"
    }

    Rectangle {
        visible: !root.first
        width: parent.width
        height: 1
        color: Theme.line
    }

    Icon {
        id: sign

        anchors.verticalCenter: parent.verticalCenter
        name: root.icon
        size: Theme.px(40)
    }

    Column {
        id: words

        anchors.left: sign.right
        anchors.leftMargin: Theme.px(18)
        anchors.right: state.left
        anchors.rightMargin: Theme.px(12)
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.px(2)

        StaffText {
            Accessible.ignored: true
            width: parent.width
            text: root.title
            points: 21
            font.weight: Font.DemiBold
        }

        StaffText {
            Accessible.ignored: true
            width: parent.width
            text: root.sentence
            quiet: true
        }
    }

    StaffPill {
        id: state

        anchors.right: action.left
        anchors.rightMargin: Theme.px(10)
        anchors.verticalCenter: parent.verticalCenter
        state_: root.looksAt ? StaffPill.LookAt : root.good ? StaffPill.Good : StaffPill.Neutral
        words: root.pill
    }

    Item {
        id: action

        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        width: Math.max(Theme.staff(20) * 5.6, label.implicitWidth + Theme.px(36)) // all alike, so that the states stand in a column
        height: label.height

        StaffText {
            id: label

            Accessible.ignored: true
            anchors.right: arrow.left
            anchors.rightMargin: Theme.px(6)
            text: root.button
            points: 20
            font.weight: Font.DemiBold
            wrapMode: Text.NoWrap
        }

        Icon {
            id: arrow

            visible: root.button !== ""
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            name: "next"
            size: Theme.px(24)
        }
    }

    FocusRing {
        around: root
    }
}
