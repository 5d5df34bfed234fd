// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

// A page that is there while it is wanted. What it looks at is given once, not bound.
Loader {
    id: root

    required property string page
    required property bool wanted
    required property var given

    function follow() {
        if (wanted)
            setSource(page, given);
        else
            source = "";
    }

    onWantedChanged: follow()
    Component.onCompleted: follow()
}
