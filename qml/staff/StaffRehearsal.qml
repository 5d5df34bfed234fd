// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Smileystand
import Smileystand.Ui

// The whole visit, tried: the visitor's screens over everything, drawn a little smaller, so that nothing of them lies under the strip that ends it.
// Standing the strip is below, where a hand reaches it.
Rectangle {
    id: root

    required property Rehearsal rehearsal
    required property StaffSession session
    required property StandInfo stand
    readonly property real share: (height - end.height) / height

    color: Theme.railGround

    MultiPointTouchArea {
        anchors.fill: parent
    }

    Connections {
        target: Hands

        function onMoved() {
            root.rehearsal.visitor.touched();
        }
    }

    Rectangle {
        width: root.width
        height: root.height
        x: (root.width - root.width * root.share) / 2
        y: Theme.portrait ? 0 : end.height
        scale: root.share
        transformOrigin: Item.TopLeft
        color: Theme.paper
        clip: true

        VisitorPages {
            objectName: "staff-rehearsal"
            anchors.fill: parent
            visitor: root.rehearsal.visitor
            stand: root.stand
            LayoutMirroring.enabled: root.rehearsal.visitor.rightToLeft
            LayoutMirroring.childrenInherit: true
        }
    }

    Target {
        id: end

        objectName: "staff-rehearsal-end"
        y: Theme.portrait ? parent.height - height : 0
        width: parent.width
        height: Math.max(Theme.px(72), Math.ceil(12 * Theme.pxPerMm))
        keyGroup: Target.Actions
        //% "Tilbage til spørgsmålene"
        name: qsTrId("staff.rehearsal.end")
        onActivated: root.session.endRehearsal()

        Rectangle {
            anchors.fill: parent
            color: end.pressed ? Theme.pressed : Theme.warning
            border.width: Theme.contrast ? Theme.edge : 0
            border.color: Theme.line
        }

        StaffText {
            Accessible.ignored: true
            anchors.left: parent.left
            anchors.leftMargin: Theme.px(24)
            anchors.right: way.left
            anchors.verticalCenter: parent.verticalCenter
            //% "Prøve. Intet tæller."
            text: qsTrId("staff.rehearsal.strip")
            points: 24
            heading: true
        }

        Row {
            id: way

            anchors.right: parent.right
            anchors.rightMargin: Theme.px(24)
            anchors.verticalCenter: parent.verticalCenter
            spacing: Theme.px(12)

            Icon {
                anchors.verticalCenter: parent.verticalCenter
                name: "back"
                size: Theme.px(30)
            }

            StaffText {
                Accessible.ignored: true
                anchors.verticalCenter: parent.verticalCenter
                text: end.name
                wrapMode: Text.NoWrap
                points: 21
                font.weight: Font.DemiBold
            }
        }

        FocusRing {
            around: end
        }
    }
}
