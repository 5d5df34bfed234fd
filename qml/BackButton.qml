// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Smileystand.Ui

// To the question before; not there on the first.
TargetButton {
    required property VisitorModel visitor

    objectName: "back"
    keyPlace: 4
    visible: visitor.canGoBack
    //% "Tilbage"
    label: qsTrId("nav.back")
    icon: "back"
    iconMirrorable: true
    onActivated: visitor.back()
}
