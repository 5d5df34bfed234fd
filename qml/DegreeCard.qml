// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick

// One answer of the degree scale: five stairs, climbed to the answer; "don't know" is dashed and stands apart. Lying the stairs stand above the label,
// standing before it.
Target {
    id: root

    required property int step // 1..5; 0: don't know, not relevant
    required property string label
    readonly property bool wide: width > height
    readonly property real stairs: Math.min(Theme.px(Theme.contrast && !wide ? 100 : 142), height - Theme.px(24))

    name: label
    role: Accessible.RadioButton

    Rectangle {
        anchors.fill: parent
        visible: root.step > 0 || root.chosen
        radius: Theme.cardRadius
        color: root.pressed ? Theme.pressed : root.chosen ? Theme.chosen : Theme.surface
        border.width: root.chosen ? Theme.chosenEdge : Theme.edge
        border.color: root.chosen ? Theme.primary : Theme.control
    }

    Loader {
        anchors.fill: parent
        active: root.step === 0 && !root.chosen
        sourceComponent: DashedFrame {
            filled: root.pressed
        }
    }

    Image {
        id: picture

        anchors.top: root.wide ? undefined : parent.top
        anchors.topMargin: Theme.px(Theme.contrast ? 20 : 44)
        anchors.horizontalCenter: root.wide ? undefined : parent.horizontalCenter
        anchors.left: root.wide ? parent.left : undefined
        anchors.leftMargin: Theme.px(32)
        anchors.verticalCenter: root.wide ? parent.verticalCenter : undefined
        width: root.stairs
        height: root.stairs
        sourceSize.width: root.stairs
        sourceSize.height: root.stairs
        source: "stairs/" + (Theme.contrast ? (root.chosen ? "contrastChosen" : "contrast") : root.chosen ? "chosen" : "plain") + "/" + (root.step > 0 ? root.step : "dontknow") + ".svg"
    }

    Words {
        Accessible.ignored: true
        anchors.left: root.wide ? picture.right : parent.left
        anchors.leftMargin: Theme.px(root.wide ? 32 : 8)
        anchors.right: parent.right
        anchors.rightMargin: Theme.px(8)
        anchors.top: root.wide ? parent.top : picture.bottom
        anchors.topMargin: root.wide ? 0 : Theme.px(Theme.contrast ? 12 : 26)
        anchors.bottom: parent.bottom
        anchors.bottomMargin: root.wide ? 0 : Theme.px(8)
        text: root.label
        color: root.chosen ? Theme.onChosen : Theme.ink
        font.pixelSize: Theme.cardText
        font.weight: Font.DemiBold
        spacing: 0.98
        horizontalAlignment: root.wide ? Text.AlignLeft : Text.AlignHCenter
        verticalAlignment: root.wide ? Text.AlignVCenter : Text.AlignTop
    }

    Tick {
        visible: root.chosen
        anchors.top: parent.top
        anchors.topMargin: -Theme.px(16)
        anchors.right: parent.right
        anchors.rightMargin: -Theme.px(8)
    }

    FocusRing {
        around: root
    }
}
