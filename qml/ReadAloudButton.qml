// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Smileystand.Ui

// Speech mode on and off. There only where somebody would hear it: a voice for the language shown, and an audio device.
TargetButton {
    required property VisitorModel visitor
    property bool iconOnly: false // no room for large text
    //% "Læs højt"
    readonly property string text: qsTrId("tool.read")

    objectName: "readAloud"
    visible: Hands.narrator.canRead
    keyGroup: Target.Tools
    keyPlace: 1
    name: text
    label: iconOnly ? "" : text
    icon: "speaker"
    iconSize: Theme.px(iconOnly ? 72 : 34)
    role: Accessible.CheckBox
    chosen: visitor.listening !== VisitorModel.NotListening
    onActivated: visitor.readAloud()
}
