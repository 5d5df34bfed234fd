// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Smileystand

// A question in the list: touched to be worked on, and moved by its handle. One that the centre locked shows a lock instead.
Item {
    id: root

    required property var line // as EditorModel::lines
    required property bool movable
    required property bool chosen
    required property bool lifted

    signal activated
    signal grabbed(real y) // of the finger, in the scene
    signal dragged(real y)
    signal dropped

    Target {
        id: row

        objectName: "staff-question-" + root.line.id
        anchors.fill: parent
        name: root.line.title + ". " + root.line.detail
        role: Accessible.RadioButton
        chosen: root.chosen
        keyGroup: Target.Answers
        strikeMsMax: 250
        onActivated: root.activated()

        Rectangle {
            anchors.fill: parent
            radius: Theme.px(18)
            color: row.pressed || root.lifted ? Theme.pressed : root.chosen ? Theme.chosen : root.line.hidden ? Theme.sunk : Theme.surface
            border.width: root.chosen || root.lifted ? Theme.px(4) : Theme.edge
            border.color: root.chosen || root.lifted ? Theme.primary : Theme.line
        }

        Icon {
            id: sign

            x: Theme.px(16)
            anchors.verticalCenter: parent.verticalCenter
            name: root.line.locked ? "lock" : root.line.hidden ? "hide" : "handle"
            size: Theme.px(30)
        }

        Column {
            anchors.left: sign.right
            anchors.leftMargin: Theme.px(14)
            anchors.right: parent.right
            anchors.rightMargin: Theme.px(14)
            anchors.verticalCenter: parent.verticalCenter
            spacing: Theme.px(3)

            StaffText {
                Accessible.ignored: true
                width: parent.width
                text: root.line.title
                points: 19
                font.weight: Font.DemiBold
                elide: Text.ElideRight
                maximumLineCount: 2
            }

            StaffText {
                Accessible.ignored: true
                width: parent.width
                text: root.line.detail
                points: 17
                quiet: true
                elide: Text.ElideRight
                maximumLineCount: 2
            }
        }

        FocusRing {
            around: row
        }
    }

    MultiPointTouchArea {
        objectName: "staff-handle-" + root.line.id
        width: sign.x + sign.width + Theme.px(12)
        height: parent.height
        enabled: root.movable
        maximumTouchPoints: 1
        onPressed: points => {
            Hands.touch();
            root.grabbed(points[0].sceneY);
        }
        onUpdated: points => root.dragged(points[0].sceneY)
        onReleased: root.dropped()
        onCanceled: root.dropped()
    }
}
