// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Smileystand

// A text that staff can change: a touch opens the keyboard, and `edited` brings what was written.
Target {
    id: root

    required property string title
    required property string text
    property string placeholder: ""
    property string language: "da"
    property bool rightToLeft: false
    property bool digits: false
    property int most: 200
    property real points: 22

    signal edited(string words)

    name: title + ": " + (text === "" ? placeholder : text)
    keyGroup: Target.Actions
    strikeMsMax: 250
    implicitHeight: Math.max(Theme.target, words.height + Theme.px(40))
    onActivated: StaffInput.ask(root, {
        title: root.title,
        text: root.text,
        language: root.language,
        rightToLeft: root.rightToLeft,
        digits: root.digits,
        most: root.most
    })
    Component.onDestruction: {
        if (StaffInput.field === root)
            StaffInput.finish(false);
    }

    Rectangle {
        anchors.fill: parent
        radius: Theme.px(16)
        color: root.pressed ? Theme.pressed : root.enabled ? Theme.surface : Theme.sunk // one that can't be changed is read all the same
        border.width: Theme.edge
        border.color: root.enabled ? Theme.control : Theme.line
    }

    StaffText {
        id: words

        Accessible.ignored: true
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.margins: Theme.px(20)
        anchors.verticalCenter: parent.verticalCenter
        horizontalAlignment: root.rightToLeft ? Text.AlignRight : Text.AlignLeft
        text: root.text === "" ? root.placeholder : root.text
        quiet: root.text === ""
        points: root.points
    }

    FocusRing {
        around: root
    }
}
