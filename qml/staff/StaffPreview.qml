// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Smileystand
import Smileystand.Ui

// The visitor's own screen, as large as the panel and drawn smaller. Not touched, and not read aloud.
Rectangle {
    id: root

    required property VisitorModel visitor
    required property StandInfo stand
    property string instead: "" // why visitors don't see it
    readonly property real frame: Theme.px(8)
    readonly property real share: (width - 2 * frame) / Theme.width

    height: Math.round(share * Theme.height) + 2 * frame
    radius: Theme.px(16)
    color: Theme.railGround

    Rectangle {
        x: root.frame
        y: root.frame
        width: parent.width - 2 * root.frame
        height: parent.height - 2 * root.frame
        color: Theme.paper
        clip: true

        VisitorPages {
            objectName: "staff-preview"
            width: Theme.width
            height: Theme.height
            scale: root.share
            transformOrigin: Item.TopLeft
            enabled: false
            visitor: root.visitor
            stand: root.stand
            LayoutMirroring.enabled: root.visitor.rightToLeft
            LayoutMirroring.childrenInherit: true
            opacity: root.instead === "" ? 1 : 0.15
        }

        StaffText {
            anchors.centerIn: parent
            width: parent.width - Theme.px(40)
            horizontalAlignment: Text.AlignHCenter
            text: root.instead
            points: 21
            font.weight: Font.DemiBold
        }
    }
}
