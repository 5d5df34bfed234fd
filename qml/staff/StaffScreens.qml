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

    Loader {
        anchors.fill: parent
        active: !root.inside && root.session.phase !== StaffSession.Cleaning
        sourceComponent: Component {
            StaffPin {
                session: root.session
                stand: root.stand
            }
        }
    }

    Loader {
        anchors.fill: parent
        active: root.session.phase === StaffSession.Cleaning
        sourceComponent: Component {
            StaffCleaning {
                session: root.session
            }
        }
    }

    Loader {
        anchors.fill: parent
        active: root.inside
        enabled: !rehearsal.wanted
        visible: enabled
        sourceComponent: Component {
            StaffShell {
                staff: root.staff
                stand: root.stand
            }
        }
    }

    StaffTyping {
        anchors.fill: parent
    }

    // What it looks at goes after it: given once, not bound. Not by `active`: that would show the one before first.
    Loader {
        id: rehearsal

        readonly property bool wanted: root.session.phase === StaffSession.Rehearsing

        anchors.fill: parent
        onWantedChanged: {
            if (wanted)
                setSource("StaffRehearsal.qml", {
                    rehearsal: root.staff.editor.rehearsal,
                    session: root.session,
                    stand: root.stand
                });
            else
                source = "";
        }
    }
}
