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

    BackButton {
        id: back

        visitor: root.visitor
        anchors.left: parent.left
        anchors.bottom: parent.bottom
        width: root.widthOf(back)
        padding: root.pad
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
        visible: shown && !Theme.small // seven targets in a row are wider than a small panel; keys reach them all the same
        anchors.left: readAloud.right
        anchors.leftMargin: Theme.gap
        anchors.top: parent.top
        buttonWidth: Theme.portrait ? root.room : Theme.target
    }

    UnseenTools {
        visitor: root.visitor
        visible: volume.shown && !volume.visible
        readAloud: false
    }

    Row {
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        spacing: Theme.gap

        StopButton {
            id: stop

            visitor: root.visitor
            width: root.widthOf(stop)
            padding: root.pad
        }

        SkipButton {
            id: skip

            visitor: root.visitor
            width: root.widthOf(skip)
            padding: root.pad
        }

        Item {
            width: Theme.portrait || root.tight ? root.widthOf(next) : Math.max(next.implicitWidth, Theme.px(200))
            height: Theme.target

            NextButton {
                id: next

                visitor: root.visitor
                anchors.fill: parent
                padding: root.pad
            }
        }
    }
}
