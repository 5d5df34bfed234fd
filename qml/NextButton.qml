// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Smileystand.Ui

// On with what is chosen or written; not there until something is.
TargetButton {
    required property VisitorModel visitor
    readonly property string drawing: visitor.isLast ? "tick" : "next"

    objectName: "next"
    keyPlace: 1
    visible: visitor.canGoOn
    primary: true
    //% "Færdig"
    //% "Næste"
    label: visitor.isLast ? qsTrId("nav.done") : qsTrId("nav.next")
    icon: drawing
    iconAfter: true
    iconMirrorable: !visitor.isLast
    onActivated: visitor.next()
}
