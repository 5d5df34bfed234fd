// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

// One of the five faces with its label. Pressed, the whole face changes tone in the very next frame; marked, it stands on a tinted, thick-edged card
// with a tick. Nothing is drawn outside of it, so nothing there tells which face was tapped. Never mirrored.
Target {
    id: root

    required property int face // 1..5, worst first
    required property string label
    property bool marked: false
    property real labelHeight: Theme.px(60)
    readonly property real inset: Theme.px(8)
    readonly property real faceSize: Math.min(width - Theme.px(4), height - labelHeight - inset)

    name: label
    chosen: marked

    Rectangle {
        anchors.fill: parent
        visible: root.marked
        radius: Theme.px(40)
        color: Theme.contrast ? "#000000" : Theme.chosen
        border.width: Theme.chosenEdge
        border.color: Theme.primary
    }

    Image {
        id: picture

        anchors.top: parent.top
        anchors.topMargin: root.inset
        anchors.horizontalCenter: parent.horizontalCenter
        width: root.faceSize
        height: root.faceSize
        sourceSize.width: root.faceSize
        sourceSize.height: root.faceSize
        source: "image://face/" + root.face + (Theme.contrast ? "/contrast" : "")
    }

    Rectangle {
        anchors.fill: picture
        anchors.margins: picture.width * 0.02
        visible: root.pressed
        radius: width / 2
        color: Theme.facePressed
    }

    Words {
        anchors.top: picture.bottom
        anchors.topMargin: Theme.px(Theme.contrast ? 6 : 12)
        anchors.left: parent.left
        anchors.leftMargin: Theme.px(4)
        anchors.right: parent.right
        anchors.rightMargin: Theme.px(4)
        anchors.bottom: parent.bottom
        Accessible.ignored: true
        text: root.label
        size: Theme.faceText
        font.weight: Font.DemiBold
        spacing: 0.96
        fits: true
        horizontalAlignment: Text.AlignHCenter
    }

    Tick {
        visible: root.marked
        anchors.top: parent.top
        anchors.right: parent.right
    }

    FocusRing {
        around: root
        anchors.margins: 0
        radius: Theme.px(36)
    }
}
