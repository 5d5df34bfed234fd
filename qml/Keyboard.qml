// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

// The on-screen keyboard: four rows of keys that touch each other, as wide as it is. It knows the layout of a language and nothing of what is written.
// No suggestions, no history, no clipboard, no settings; a key that is held writes once. Never mirrored: keys lie where that language's keyboards have them.
Rectangle {
    id: root

    required property string language // its layout, or that of the nearest language that has one
    required property bool rightToLeft
    property bool beginsSentence: false // what is written next begins one
    required property real keyHeight
    readonly property KeyLayout layout: layoutOf(language)
    readonly property bool begins: beginsSentence && layout.sentencesBeginWithCapitals
    readonly property bool shifted: flipped !== begins
    readonly property var rows: onSigns ? layout.signs : shifted ? layout.capitals : layout.letters
    readonly property var places: onSigns ? layout.signs : layout.letters
    readonly property real aside: Math.round(width * 1.5 / (keysOf(rows[2]).length + 3)) // Shift and Slet: one and a half letters
    readonly property real unit: width / 11
    readonly property real inset: Theme.px(4)
    property bool breaksLines: true // else the room of "Ny linje" is the space's
    readonly property real stopAt: Math.round(unit * (breaksLines ? 7.5 : 10))
    property bool flipped: false
    property bool onSigns: false

    signal typed(string text)
    signal erased

    function keysOf(row: string): var {
        return row.split(" ");
    }

    // The first of these that is there: as "pt-BR", as "pt", and English or Arabic.
    function layoutOf(tag: string): KeyLayout {
        for (const name of [tag, tag.split("-")[0], rightToLeft ? "ar" : "en"]) {
            const component = Qt.createComponent("keyboards/Keys_" + name + ".qml");
            if (component.status === Component.Ready)
                return component.createObject(null) as KeyLayout; // nobody's: gone with the language
        }
        return null;
    }

    function write(text: string) {
        flipped = false;
        typed(text);
    }

    implicitHeight: 4 * keyHeight + 2 * inset
    color: Theme.keyboard
    LayoutMirroring.enabled: false
    LayoutMirroring.childrenInherit: true
    Accessible.ignored: !enabled
    Accessible.role: Accessible.Grouping
    //% "Tastatur"
    Accessible.name: qsTrId("keyboard.name")

    KeyRow {
        y: root.inset
        width: root.width
        height: root.keyHeight
        letters: root.keysOf(root.rows[0])
        places: root.keysOf(root.places[0])
        layout: root.layout
        onTyped: text => root.write(text)
    }

    KeyRow {
        y: root.inset + root.keyHeight
        width: root.width
        height: root.keyHeight
        letters: root.keysOf(root.rows[1])
        places: root.keysOf(root.places[1])
        layout: root.layout
        onTyped: text => root.write(text)
    }

    Key {
        objectName: "key-shift"
        y: root.inset + 2 * root.keyHeight
        width: root.aside
        height: root.keyHeight
        letter: false
        role: Accessible.CheckBox
        chosen: root.shifted && !root.onSigns
        label: root.layout.capitalsLabel
        icon: label === "" ? "shift" : ""
        //% "Store bogstaver"
        name: root.layout.capitalsLabel || qsTrId("keyboard.shift")
        onActivated: {
            root.flipped = root.onSigns ? !root.begins : !root.flipped;
            root.onSigns = false;
        }
    }

    KeyRow {
        x: root.aside
        y: root.inset + 2 * root.keyHeight
        width: root.width - 2 * root.aside
        height: root.keyHeight
        letters: root.keysOf(root.rows[2])
        places: root.keysOf(root.places[2])
        layout: root.layout
        onTyped: text => root.write(text)
    }

    Key {
        objectName: "key-erase"
        x: root.width - width
        y: root.inset + 2 * root.keyHeight
        width: root.aside
        height: root.keyHeight
        letter: false
        //% "Slet"
        label: qsTrId("keyboard.erase")
        icon: "backspace"
        onActivated: root.erased()
    }

    Key {
        objectName: "key-signs"
        y: root.inset + 3 * root.keyHeight
        width: Math.round(root.unit * 1.5)
        height: root.keyHeight
        letter: false
        label: root.onSigns ? root.layout.lettersLabel : "123 ?!"
        //% "Bogstaver"
        //% "Tal og tegn"
        name: root.onSigns ? qsTrId("keyboard.letters") : qsTrId("keyboard.signs")
        onActivated: root.onSigns = !root.onSigns
    }

    KeyRow {
        x: Math.round(root.unit * 1.5)
        y: root.inset + 3 * root.keyHeight
        width: Math.round(root.unit * 2.5) - x
        height: root.keyHeight
        letters: [root.layout.comma]
        places: ["comma"]
        layout: root.layout
        onTyped: text => root.write(text)
    }

    Key {
        objectName: "key-space"
        x: Math.round(root.unit * 2.5)
        y: root.inset + 3 * root.keyHeight
        width: root.stopAt - x
        height: root.keyHeight
        letter: false
        quiet: true
        //% "Mellemrum"
        label: qsTrId("keyboard.space")
        onActivated: root.write(" ")
    }

    KeyRow {
        x: root.stopAt
        y: root.inset + 3 * root.keyHeight
        width: (root.breaksLines ? Math.round(root.unit * 8.5) : root.width) - x
        height: root.keyHeight
        letters: [root.layout.stop]
        places: ["stop"]
        layout: root.layout
        onTyped: text => root.write(text)
    }

    Key {
        objectName: "key-newline"
        visible: root.breaksLines
        enabled: visible
        x: Math.round(root.unit * 8.5)
        y: root.inset + 3 * root.keyHeight
        width: root.width - x
        height: root.keyHeight
        letter: false
        //% "Ny linje"
        label: qsTrId("keyboard.newline")
        onActivated: root.write("\n")
    }
}
