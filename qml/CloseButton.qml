// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Smileystand.Ui

// Away with what lies over the page.
TargetButton {
    required property VisitorModel visitor

    objectName: "close"
    keyPlace: 1
    width: Math.max(implicitWidth, Theme.px(200))
    //% "Luk"
    label: qsTrId("nav.close")
    primary: true
    onActivated: visitor.closeOverlay()
}
