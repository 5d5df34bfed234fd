// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Smileystand

// A text of staff's screens: 34 titles, 21 headings, 18 the rest, in pixels of a 10.1" panel.
Text {
    property real points: 18 // see above
    property bool heading: false
    property bool quiet: false

    Accessible.role: heading ? Accessible.Heading : Accessible.Paragraph
    Accessible.name: text
    Accessible.ignored: !enabled || text === ""

    textFormat: Text.PlainText
    color: quiet ? Theme.quietInk : Theme.ink
    wrapMode: Text.WordWrap
    lineHeight: 1.06
    font.family: Theme.family(text, heading && points > 24)
    font.weight: heading ? Font.DemiBold : Font.Normal
    font.pixelSize: Theme.staff(points)
}
