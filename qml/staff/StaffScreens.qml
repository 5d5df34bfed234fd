// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Smileystand
import Smileystand.Ui

// Staff's screens over the visitor's, by how far in somebody is. Left to right in Danish and English, whatever the visitor before read.
Rectangle {
    id: root

    required property StaffRoom staff
    required property VisitorModel visitor
    required property StandInfo stand
    readonly property StaffSession session: staff.session
    readonly property bool inside: session.phase === StaffSession.Inside || session.phase === StaffSession.Rehearsing

    color: Theme.paper
    LayoutMirroring.enabled: false
    LayoutMirroring.childrenInherit: true

    // Nothing behind is touched.
    MultiPointTouchArea {
        anchors.fill: parent
    }

    StaffLoader {
        anchors.fill: parent
        page: "StaffPin.qml"
        wanted: !root.inside && root.session.phase !== StaffSession.Cleaning
        given: ({
                session: root.session,
                stand: root.stand
            })
    }

    StaffLoader {
        anchors.fill: parent
        page: "StaffCleaning.qml"
        wanted: root.session.phase === StaffSession.Cleaning
        given: ({
                session: root.session
            })
    }

    StaffLoader {
        anchors.fill: parent
        page: "StaffShell.qml"
        wanted: root.inside
        enabled: !rehearsal.wanted
        visible: enabled
        given: ({
                staff: root.staff,
                stand: root.stand
            })
    }

    StaffTyping {
        anchors.fill: parent
    }

    StaffLoader {
        id: rehearsal

        anchors.fill: parent
        page: "StaffRehearsal.qml"
        wanted: root.session.phase === StaffSession.Rehearsing
        given: ({
                rehearsal: root.staff.editor?.rehearsal,
                session: root.session,
                stand: root.stand
            })
    }
}
