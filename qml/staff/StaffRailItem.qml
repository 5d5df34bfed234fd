// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Smileystand

// A page of the rail.
Target {
    id: root

    required property string label
    required property string icon

    name: label
    role: Accessible.RadioButton
    keyGroup: Target.Tools
    strikeMsMax: 250
    height: Theme.target

    Rectangle {
        anchors.fill: parent
        radius: Theme.px(18)
        color: root.chosen ? Theme.surface : root.pressed ? Theme.quietInk : "transparent"
    }

    Column {
        anchors.centerIn: parent
        width: parent.width
        spacing: Theme.px(root.height < Theme.target ? 2 : 8)

        Icon {
            anchors.horizontalCenter: parent.horizontalCenter
            name: root.icon
            size: Theme.px(36)
            tone: root.chosen ? "ink" : "white"
        }

        StaffText {
            Accessible.ignored: true
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            text: root.label
            color: root.chosen ? Theme.ink : Theme.railInk
            points: 20
            wrapMode: Text.NoWrap
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: Theme.typeOf(2.0)
            font.weight: root.chosen ? Font.Bold : Font.DemiBold
        }
    }

    FocusRing {
        around: root
    }
}
