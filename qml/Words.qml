// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

// A text of the visitor's screens, never cut off. With `fits` it shrinks to its width and height, down to the smallest text that is allowed for it.
Text {
    id: root

    property real size: Theme.bodyText
    property bool fits: false
    property bool heading: false
    property bool aside: false // not needed to answer: may be smaller than large text with Kontrast
    property real spacing: heading ? 0.94 : 1.08 // of the typeface's own line height
    readonly property bool arabic: Theme.isArabic(text)

    // Not StaticText: in Qt 6.4 that says of itself that it takes the focus, and offers AT-SPI an empty text.
    Accessible.role: heading ? Accessible.Heading : Accessible.Paragraph
    Accessible.name: text
    Accessible.ignored: !enabled || text === ""

    textFormat: Text.PlainText
    color: Theme.ink
    wrapMode: Text.WordWrap
    fontSizeMode: fits ? Text.Fit : Text.FixedSize
    minimumPixelSize: aside ? Theme.asideText : Theme.contrast ? Theme.largeText : Theme.smallestText
    lineHeight: arabic ? 1 : spacing
    font.family: Theme.family(text, heading)
    font.weight: heading ? Font.DemiBold : Font.Normal
    font.pixelSize: size
    font.letterSpacing: heading && !arabic ? -0.012 * size : 0
}
