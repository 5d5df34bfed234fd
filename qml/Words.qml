// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

// A text of the visitor's screens. Where it is given a width and a height it shrinks to fit them, down to the smallest text allowed; nothing is
// ever cut off.
Text {
    id: root

    property bool heading: false
    property real spacing: heading ? 0.94 : 1.08 // of the typeface's own line height
    readonly property bool arabic: Theme.isArabic(text)

    Accessible.role: Accessible.StaticText
    Accessible.name: text

    textFormat: Text.PlainText
    color: Theme.ink
    wrapMode: Text.WordWrap
    fontSizeMode: Text.Fit
    minimumPixelSize: Theme.smallestText
    lineHeight: arabic ? 1 : spacing
    font.family: Theme.family(text, heading)
    font.weight: heading ? Font.DemiBold : Font.Normal
    font.pixelSize: Theme.bodyText
    font.letterSpacing: heading && !arabic ? -0.012 * font.pixelSize : 0
}
