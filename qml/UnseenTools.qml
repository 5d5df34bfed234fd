// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Smileystand.Ui

// Read aloud, softer and louder for the tactile keys alone, while somebody listens to a page that has no room to show them.
Item {
    id: root

    required property VisitorModel visitor
    property bool readAloud: true

    component Unseen: Target {
        keyGroup: Target.Tools
        activeFocusOnTab: false
        Accessible.ignored: true
    }

    visible: Hands.narrator.reading

    Unseen {
        objectName: "readAloud"
        visible: root.readAloud
        keyPlace: 1
        name: qsTrId("tool.read")
        role: Accessible.CheckBox
        chosen: true
        onActivated: root.visitor.readAloud()
    }

    Unseen {
        objectName: "softer"
        visible: root.visitor.volume > 1
        keyPlace: 2
        repeats: true
        name: qsTrId("speech.softer")
        onActivated: root.visitor.softer()
    }

    Unseen {
        objectName: "louder"
        visible: root.visitor.volume < root.visitor.volumeSteps
        keyPlace: 3
        repeats: true
        name: qsTrId("speech.louder")
        onActivated: root.visitor.louder()
    }
}
