// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Smileystand.Ui

// Whoever was here before has gone: the visit ends, and the next begins.
TargetButton {
    required property VisitorModel visitor

    objectName: "nextPerson"
    keyPlace: 5
    //% "Jeg er\nden næste"
    label: qsTrId("nav.nextperson")
    textSize: Theme.smallButtonText
    weight: Font.Medium
    onActivated: visitor.nextPerson()
}
