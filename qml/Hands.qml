// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma Singleton

import QtQuick
import Smileystand.Ui

// The visitor's hands: which target a finger is on (a second finger elsewhere is nobody's answer, but on keys that are typed), and whether the last move was on a keyboard (only
// then, and in speech mode, is the focus ring drawn). Targets report every touch and key, Main passes them on, and sets keys and narrator, which decide
// what a press is.
QtObject {
    id: root

    property Item finger: null
    property bool onKeyboard: false
    property KeyPad keys
    property Narrator narrator

    // A touch panel that is lost under a finger never says that the finger was lifted.
    readonly property Timer forget: Timer {
        interval: 10000
        onTriggered: root.finger = null
    }

    signal moved

    onFingerChanged: {
        if (finger === null)
            forget.stop();
        else
            forget.restart();
    }

    function touch() {
        onKeyboard = false;
        moved();
    }

    function key() {
        onKeyboard = true;
        moved();
    }
}
