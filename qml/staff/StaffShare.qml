// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import Smileystand

// A share as a bar from none to all, with its uncertainty as a line; a share of which only bounds may be shown is drawn paler.
Item {
    id: root

    required property string label
    required property string value
    required property string range
    required property real share
    required property real low
    required property real high
    required property bool exact
    required property color from
    required property color to
    required property color rim

    implicitHeight: Math.max(name.height, Theme.px(44)) + Theme.px(10)
    Accessible.role: Accessible.StaticText
    Accessible.name: label + " " + value + " (" + range + ")"

    StaffText {
        id: name

        anchors.verticalCenter: parent.verticalCenter
        width: parent.width * 0.24
        text: root.label
        points: 17
        font.weight: Font.Medium
        lineHeight: 1
    }

    Item {
        id: track

        x: parent.width * 0.26
        width: parent.width * 0.46
        height: Theme.px(34)
        anchors.verticalCenter: parent.verticalCenter

        Rectangle {
            width: parent.width
            height: parent.height
            radius: Theme.px(6)
            color: Theme.paper
        }

        Rectangle {
            width: Math.max(Theme.px(6), root.share * parent.width)
            height: parent.height
            radius: Theme.px(6)
            opacity: root.exact ? 1 : 0.4
            border.width: Theme.edge
            border.color: root.rim
            gradient: Gradient {
                orientation: Gradient.Horizontal

                GradientStop {
                    position: 0
                    color: root.from
                }
                GradientStop {
                    position: 1
                    color: root.to
                }
            }
        }

        Rectangle {
            x: root.low * parent.width
            width: (root.high - root.low) * parent.width
            height: Theme.px(3)
            anchors.verticalCenter: parent.verticalCenter
            color: Theme.ink
        }

        Repeater {
            model: [root.low, root.high]

            Rectangle {
                required property real modelData

                x: modelData * track.width - width / 2
                width: Theme.px(3)
                height: Theme.px(17)
                anchors.verticalCenter: parent.verticalCenter
                color: Theme.ink
            }
        }
    }

    StaffText {
        id: number

        anchors.left: track.right
        anchors.leftMargin: Theme.px(14)
        anchors.verticalCenter: parent.verticalCenter
        text: root.value
        points: 22
        font.weight: Font.DemiBold
        wrapMode: Text.NoWrap
    }

    StaffText {
        anchors.left: number.right
        anchors.leftMargin: Theme.px(8)
        anchors.baseline: number.baseline
        text: root.range
        points: 17
        quiet: true
        wrapMode: Text.NoWrap
    }
}
