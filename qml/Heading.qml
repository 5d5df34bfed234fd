// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

// A heading: on one line where there is room, else on lines of like length, so that no word stands alone on the last.
Words {
    id: root

    required property real room // the width that there is
    readonly property real lines: Math.ceil(metrics.advanceWidth / room)

    heading: true
    fits: true
    width: lines <= 1 ? room : Math.min(room, metrics.advanceWidth / lines * 1.12)
    horizontalAlignment: Text.AlignLeft

    TextMetrics {
        id: metrics

        text: root.text
        font.family: root.font.family
        font.weight: root.font.weight
        font.pixelSize: root.size
        font.letterSpacing: root.font.letterSpacing
    }
}
