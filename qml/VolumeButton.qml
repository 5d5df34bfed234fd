// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Smileystand.Ui

// A step of the volume: after the first press each further one counts. At the end of the range it has nothing to do and isn't there.
TargetButton {
    required property VisitorModel visitor
    required property bool louder
    readonly property bool iconOnly: Theme.contrast && !Theme.portrait // no room for large text

    objectName: louder ? "louder" : "softer"
    visible: louder ? visitor.volume < visitor.volumeSteps : visitor.volume > 1
    //% "Højere"
    //% "Lavere"
    name: louder ? qsTrId("speech.louder") : qsTrId("speech.softer")
    label: iconOnly ? "" : name
    icon: objectName
    keyGroup: Target.Tools
    keyPlace: louder ? 3 : 2
    repeats: true
    padding: Theme.px(6)
    iconAbove: !iconOnly
    iconSize: Theme.px(iconOnly ? 72 : 38)
    textSize: Theme.toolText
    onActivated: louder ? visitor.louder() : visitor.softer()
}
