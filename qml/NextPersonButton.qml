// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Smileystand.Ui

// Whoever was here before has gone: the visit ends, and the next begins.
TargetButton {
    required property VisitorModel visitor
    //% "Jeg er\nden næste"
    readonly property string text: qsTrId("nav.nextperson")

    objectName: "nextPerson"
    keyPlace: 5
    label: text
    textSize: Theme.smallButtonText
    weight: Font.Medium
    onActivated: visitor.nextPerson()
}
