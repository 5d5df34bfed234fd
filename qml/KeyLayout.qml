// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

// The letters of one language's keyboard (keyboards/Keys_<tag>.qml). Three rows of keys apart by spaces; the keys that every keyboard has (shift, erase,
// signs, space, new line) are not among them.
QtObject {
    required property var letters // strings
    property var capitals: letters.map(row => row.toUpperCase()) // what Shift shows: the same number of keys
    property bool sentencesBeginWithCapitals: true
    required property var signs
    property string comma: ","
    property string stop: "."
    // The words on the key that shows more letters; empty: an arrow.
    property string capitalsLabel: ""
    property string lettersLabel: "abc"
    // How a sign is called; the others are called by themselves.
    property var names: ({})
}
