// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Smileystand.Ui

// Back at the start; stop, skip and go on at the end. Only what can be done is shown: the place of "next" is empty until something is chosen.
Item {
    id: root

    required property VisitorModel visitor
    readonly property real room: (width - 3 * Theme.gap) / 4
    readonly property real pad: Theme.px(Theme.portrait || Theme.contrast ? 16 : 26)

    implicitHeight: Theme.target

    TargetButton {
        id: back

        objectName: "back"
        visible: root.visitor.canGoBack
        anchors.left: parent.left
        width: Theme.portrait ? root.room : implicitWidth
        padding: root.pad
        //% "Tilbage"
        label: qsTrId("nav.back")
        icon: "back"
        iconMirrorable: true
        onActivated: root.visitor.back()
    }

    Row {
        anchors.right: parent.right
        spacing: Theme.gap

        TargetButton {
            objectName: "stop"
            width: Theme.portrait ? root.room : implicitWidth
            padding: root.pad
            //% "Stop her"
            label: qsTrId("nav.finish")
            onActivated: root.visitor.stop()
        }

        TargetButton {
            objectName: "skip"
            width: Theme.portrait ? root.room : implicitWidth
            padding: root.pad
            //% "Spring over"
            label: qsTrId("nav.skip")
            onActivated: root.visitor.skip()
        }

        Item {
            width: Theme.portrait ? root.room : Math.max(next.implicitWidth, Theme.px(200))
            height: Theme.target

            TargetButton {
                id: next

                objectName: "next"
                anchors.fill: parent
                visible: root.visitor.canGoOn
                primary: true
                padding: root.pad
                //% "Færdig"
                //% "Næste"
                label: root.visitor.isLast ? qsTrId("nav.done") : qsTrId("nav.next")
                icon: root.visitor.isLast ? "tick" : "next"
                iconAfter: true
                iconMirrorable: !root.visitor.isLast
                onActivated: root.visitor.next()
            }
        }
    }
}
