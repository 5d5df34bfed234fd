// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma Singleton

import QtQuick

// Colours, sizes, type and motion of every screen. Main sets the first five properties, nobody else sets any.
//
// Sizes are written in pixels of a 1280x800 panel of 149 dpi lying, of 1080x1920 standing. px() scales them to the space
// of the panel; what a finger or an eye sets never becomes smaller than its millimetres (target, smallestText, largeText).
QtObject {
    id: root

    property real width: 1280
    property real height: 800
    property real pxPerMm: 149 / 25.4
    property bool contrast: false
    property bool reducedMotion: false

    readonly property bool portrait: height > width
    readonly property real unit: portrait ? Math.min(width / 1080, height / 1920) : Math.min(width / 1280, height / 800)

    function px(size: real): real {
        return Math.round(size * unit);
    }

    // A 7" panel: 20 mm for a finger and 4.9 mm for a letter don't fit on it together (README).
    readonly property bool small: !portrait && height < 110 * pxPerMm

    // Millimetres: a target 20 mm, a gap 2 mm, capitals 2.6 mm, of large text 4.9 mm.
    readonly property real target: Math.max(px(118), Math.ceil(20 * pxPerMm))
    readonly property real gap: Math.max(px(12), Math.ceil(2 * pxPerMm))
    readonly property int smallestText: typeOf(2.6)
    readonly property int asideText: typeOf(small ? 2.0 : 2.6) // the least of what isn't needed to answer
    readonly property int largeText: typeOf(small ? 3.0 : 4.9)

    // The size of type whose capitals are so high: 0.727 em in Inter.
    function typeOf(capitalMm: real): int {
        return Math.ceil(capitalMm * pxPerMm / 0.727);
    }

    // A text's size: lying, standing, and with Kontrast (which is also large text).
    function text(lying: real, standing: real, large: real): int {
        if (contrast)
            return Math.max(px(large), largeText);
        return Math.max(px(portrait ? standing : lying), smallestText);
    }

    readonly property int titleText: text(58, 72, 62)
    readonly property int questionText: text(56, 68, 56)
    readonly property int nextText: text(38, 48, 40)
    readonly property int hintText: text(27, 32, 40)
    readonly property int faceText: text(27, 26, 40)
    readonly property int buttonText: text(26, 30, 40)
    readonly property int smallButtonText: text(22, 28, 40)
    readonly property int toolText: text(21, 27, 40)
    readonly property int cardText: text(26, 34, 40)
    readonly property int bodyText: text(24, 30, 40)
    readonly property int finePrintText: text(21, 30, 40)
    readonly property int brandText: text(22, 30, 40)

    // Staff's screens: read from closer by, and by people who can choose their stand. Capitals never below 2 mm.
    function staff(size: real): int {
        return Math.max(px(portrait ? size * 1.3 : size), typeOf(2.0));
    }
    readonly property real rail: Math.max(px(portrait ? 190 : 150), target + 2 * px(12))
    readonly property color railGround: "#16232E"
    readonly property color railInk: "#E9EEF1"
    readonly property color sunk: "#EFE8DB"
    readonly property color good: "#E0EEE7"
    readonly property color goodInk: "#123F36"
    readonly property color warningInk: "#553603"

    // Standing, the panel's upper edge is out of reach: nothing above this is there to read or press (README: Mounting).
    readonly property real reachTop: portrait ? px(250) : 0

    readonly property real margin: px(portrait ? 40 : 24)
    readonly property real textMargin: px(portrait ? 60 : 34)
    readonly property real radius: px(20)
    readonly property real cardRadius: px(24)
    readonly property real edge: Math.max(1, px(2))
    readonly property real chosenEdge: px(5)
    readonly property real focusEdge: px(6)

    readonly property color paper: contrast ? "#000000" : "#F7F3EC"
    readonly property color surface: contrast ? "#000000" : "#FFFFFF"
    readonly property color line: contrast ? "#FFFFFF" : "#D9D0C0"
    readonly property color control: contrast ? "#FFFFFF" : "#6A737B"
    readonly property color ink: contrast ? "#FFFFFF" : "#16232E"
    readonly property color quietInk: contrast ? "#FFFFFF" : "#3A4651"
    readonly property color primary: contrast ? "#FFE14D" : "#0E4A56"
    readonly property color primaryInk: contrast ? "#000000" : "#FFFFFF"
    readonly property color banner: contrast ? "#000000" : "#DDEBE9"
    readonly property color chosen: contrast ? "#FFE14D" : "#DDEBE9"
    readonly property color chosenInk: contrast ? "#000000" : "#16232E"
    readonly property color pressed: contrast ? "#4D4D4D" : "#C5DAD7"
    readonly property color pressedPrimary: contrast ? "#FFFFFF" : "#0A343D"
    readonly property color facePressed: contrast ? "#B8FFE14D" : "#520E4A56"
    readonly property color focusRing: contrast ? "#FFE14D" : "#0E4A56"
    readonly property color warning: contrast ? "#000000" : "#FBEBD0"
    readonly property color keyboard: contrast ? "#000000" : "#E3DBCC"
    readonly property color keyAside: contrast ? "#000000" : "#CFC5B3"
    readonly property color dim: contrast ? "#CC000000" : "#C016232E"

    readonly property int pageFade: contrast || reducedMotion ? 0 : 220

    // The typeface that has the letters of this text; headings have their own cut.
    function isArabic(words: string): bool {
        return /[\u0600-\u06FF]/.test(words);
    }
    function family(words: string, heading: bool): string {
        return isArabic(words) ? "Noto Sans Arabic UI" : heading ? "Inter Display" : "Inter";
    }
}
