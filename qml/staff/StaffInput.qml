// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma Singleton

import QtQuick

// What staff write just now, if anything: a field asks, StaffTyping has the keyboard and answers.
QtObject {
    id: root

    property Item field: null
    property string title: ""
    property string text: ""
    property string language: "da"
    property bool rightToLeft: false
    property bool digits: false // a number: its own keys
    property int most: 200 // characters
    property string advice: "" // of the coach, to the text as it is; set by who listens to changed()

    signal changed(string text)
    signal done(string text)

    function ask(asking: Item, words: var) {
        field = asking;
        title = words.title;
        text = words.text ?? "";
        language = words.language ?? "da";
        rightToLeft = words.rightToLeft ?? false;
        digits = words.digits ?? false;
        most = words.most ?? 200;
        advice = "";
        changed(text);
    }

    function write(words: string) {
        const letters = Array.from(text + words);
        if (letters.length <= most) {
            text = letters.join("");
            changed(text);
        }
    }

    function erase() {
        text = Array.from(text).slice(0, -1).join("");
        changed(text);
    }

    function finish(keep: bool) {
        const answered = field;
        const words = text;
        field = null;
        if (keep && answered !== null)
            (answered as StaffField).edited(words.trim());
    }
}
