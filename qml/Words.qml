// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

// A text of the visitor's screens, never cut off. With `fits` it shrinks to its width and height, down to the smallest text allowed.
Text {
    id: root

    property real size: Theme.bodyText
    property bool fits: false
    property bool heading: false
    property real spacing: heading ? 0.94 : 1.08 // of the typeface's own line height
    readonly property bool arabic: Theme.isArabic(text)

    Accessible.role: Accessible.StaticText
    Accessible.name: text

    textFormat: Text.PlainText
    color: Theme.ink
    wrapMode: Text.WordWrap
    fontSizeMode: fits ? Text.Fit : Text.FixedSize
    minimumPixelSize: Theme.smallestText
    lineHeight: arabic ? 1 : spacing
    font.family: Theme.family(text, heading)
    font.weight: heading ? Font.DemiBold : Font.Normal
    font.pixelSize: size
    font.letterSpacing: heading && !arabic ? -0.012 * size : 0
}
