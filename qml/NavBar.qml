// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Smileystand.Ui

// Back at the start; stop, skip and go on at the end. Only what can be done is shown: the place of "next" is empty until something is chosen.
Item {
    id: root

    required property VisitorModel visitor
    readonly property real room: (width - 3 * Theme.gap) / 4
    readonly property real pad: Theme.px(Theme.portrait && Theme.contrast ? 8 : Theme.portrait || Theme.contrast ? 16 : 20)
    // Standing, what is read aloud has a row of its own; lying it stands between narrower buttons.
    readonly property bool tight: !Theme.portrait && (volume.shown || Theme.contrast && readAloud.visible || wanted > width)
    readonly property real wanted: back.implicitWidth + stop.implicitWidth + skip.implicitWidth + Math.max(next.implicitWidth, Theme.px(200)) + 3 * Theme.gap + (readAloud.visible ? 2 * Theme.target : 0)
    readonly property real spare: Math.max(0, (width - 3 * Theme.gap - back.narrowWidth - stop.narrowWidth - skip.narrowWidth - next.narrowWidth) / 4)
    readonly property bool secondRow: Theme.portrait && readAloud.visible

    // Standing, the four share the line; lying, a long language breaks its labels into words.
    function widthOf(button: TargetButton): real {
        return Theme.portrait ? button.narrowWidth + spare : tight ? button.narrowWidth : button.implicitWidth;
    }

    implicitHeight: Theme.target + (secondRow ? Theme.target + Theme.gap : 0)

    TargetButton {
        id: back

        objectName: "back"
        keyPlace: 4
        visible: root.visitor.canGoBack
        anchors.left: parent.left
        anchors.bottom: parent.bottom
        width: root.widthOf(back)
        padding: root.pad
        //% "Tilbage"
        label: qsTrId("nav.back")
        icon: "back"
        iconMirrorable: true
        onActivated: root.visitor.back()
    }

    ReadAloudButton {
        id: readAloud

        visitor: root.visitor
        anchors.left: Theme.portrait || !back.visible ? parent.left : back.right
        anchors.leftMargin: Theme.portrait || !back.visible ? 0 : Theme.gap
        anchors.top: parent.top
        width: Theme.portrait ? 2 * root.room + Theme.gap : root.tight ? (volume.shown ? Theme.target : narrowWidth) : implicitWidth
        padding: root.tight ? Theme.px(Theme.contrast ? 16 : 6) : root.pad
        iconOnly: Theme.contrast && !Theme.portrait && volume.shown
        icon: root.tight && Theme.contrast && !iconOnly ? "" : "speaker"
        iconAbove: root.tight && !Theme.contrast
        textSize: root.tight ? Theme.toolText : Theme.buttonText
    }

    VolumeButtons {
        id: volume

        visitor: root.visitor
        anchors.left: readAloud.right
        anchors.leftMargin: Theme.gap
        anchors.top: parent.top
        buttonWidth: Theme.portrait ? root.room : Theme.target
    }

    Row {
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        spacing: Theme.gap

        TargetButton {
            id: stop

            objectName: "stop"
            keyPlace: 3
            width: root.widthOf(stop)
            padding: root.pad
            //% "Stop her"
            label: qsTrId("nav.finish")
            onActivated: root.visitor.stop()
        }

        TargetButton {
            id: skip

            objectName: "skip"
            keyPlace: 2
            width: root.widthOf(skip)
            padding: root.pad
            //% "Spring over"
            label: qsTrId("nav.skip")
            onActivated: root.visitor.skip()
        }

        Item {
            width: Theme.portrait || root.tight ? root.widthOf(next) : Math.max(next.implicitWidth, Theme.px(200))
            height: Theme.target

            TargetButton {
                id: next

                objectName: "next"
                keyPlace: 1
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
