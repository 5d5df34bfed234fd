// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

// One answer of the degree scale: five stairs, climbed to the answer; "don't know" is dashed and stands apart. Lying the stairs stand above the label,
// standing before it.
Target {
    id: root

    required property int step // 1..5; 0: don't know, not relevant
    required property string label
    property bool wide: false // the stairs stand before the label
    readonly property real stairs: Math.max(0, Math.min(Theme.px(142), height - (wide ? Theme.px(24) : labelRoom + 2 * pad)))
    // Two lines, so that the stairs of all cards are alike; more where the label needs them.
    readonly property real labelRoom: Math.max(Theme.cardText * (Theme.isArabic(label) ? 3 : 2.6), Theme.contrast ? natural.implicitHeight + Theme.px(4) : 0)
    readonly property real pad: height < Theme.px(240) ? Theme.px(8) : Theme.px(44) // above the stairs

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

    DashedFrame {
        anchors.fill: parent
        visible: root.step === 0 && !root.chosen
        filled: root.pressed
    }

    Words {
        id: natural

        Accessible.ignored: true
        visible: false
        width: root.width - 2 * Theme.px(8)
        text: root.label
        size: Theme.cardText
        font.weight: Font.DemiBold
        spacing: 0.98
    }

    Image {
        x: !root.wide ? (parent.width - width) / 2 : LayoutMirroring.enabled ? parent.width - width - Theme.px(32) : Theme.px(32)
        y: root.wide ? (parent.height - height) / 2 - (root.step === 0 ? height * 0.32 : 0) : root.pad
        width: root.stairs
        height: root.stairs
        sourceSize.width: root.stairs
        sourceSize.height: root.stairs
        source: "stairs/" + (Theme.contrast ? (root.chosen ? "contrastChosen" : "contrast") : root.chosen ? "chosen" : "plain") + "/" + (root.step > 0 ? root.step : "dontknow") + ".svg"
    }

    Words {
        Accessible.ignored: true
        anchors.left: parent.left
        anchors.leftMargin: root.wide ? root.stairs + Theme.px(64) : Theme.px(8)
        anchors.right: parent.right
        anchors.rightMargin: Theme.px(8)
        anchors.top: parent.top
        anchors.topMargin: root.wide ? 0 : root.pad + root.stairs + Math.min(root.pad, Theme.px(26))
        anchors.bottom: parent.bottom
        anchors.bottomMargin: root.wide ? 0 : Theme.px(4)
        text: root.label
        color: root.chosen ? Theme.chosenInk : Theme.ink
        size: Theme.cardText
        font.weight: Font.DemiBold
        spacing: 0.98
        fits: true
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
