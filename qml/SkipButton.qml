// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Smileystand.Ui

// Past this question, unanswered.
TargetButton {
    required property VisitorModel visitor

    objectName: "skip"
    keyPlace: 2
    //% "Spring over"
    label: qsTrId("nav.skip")
    onActivated: visitor.skip()
}
