// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Smileystand.Ui

// The visit ends here, with what was answered.
TargetButton {
    required property VisitorModel visitor

    objectName: "stop"
    keyPlace: 3
    //% "Stop her"
    label: qsTrId("nav.finish")
    onActivated: visitor.stop()
}
