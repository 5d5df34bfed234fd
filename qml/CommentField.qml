// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

// What was written so far, with a caret at its end that doesn't blink. It shows whole lines, the last ones where not all fit. Written by the on-screen
// keyboard alone: it never has the focus.
Rectangle {
    id: root

    required property string words
    required property string question
    readonly property real inset: Theme.px(Theme.small ? 10 : 14)
    readonly property int textSize: Theme.text(30, 40, 40)
    readonly property real line: written.contentHeight / Math.max(1, written.lineCount)
    // Of so many lines.
    function heightOf(lines: int): real {
        return Math.ceil(lines * line) + 2 * inset;
    }

    radius: Theme.radius
    color: Theme.surface
    border.width: Theme.px(4)
    border.color: Theme.primary

    Item {
        id: view

        x: Theme.px(22)
        y: (root.height - height) / 2
        width: root.width - 2 * x
        height: Math.max(1, Math.floor((root.height - 2 * root.inset + 1) / root.line)) * root.line
        clip: true

        TextEdit {
            id: written

            objectName: "comment"
            enabled: false // for touches and keys; assistive technology reads it
            width: parent.width
            y: Math.min(0, view.height - contentHeight)
            horizontalAlignment: TextEdit.AlignLeft
            wrapMode: TextEdit.Wrap
            textFormat: TextEdit.PlainText
            readOnly: true
            cursorVisible: false
            activeFocusOnPress: false
            text: root.words
            onTextChanged: placeCaret()
            onWidthChanged: placeCaret()
            onContentSizeChanged: placeCaret()
            onEffectiveHorizontalAlignmentChanged: placeCaret()
            color: Theme.ink
            font.family: Theme.family(text, false)
            font.pixelSize: root.textSize

            // Its own cursor stays behind where the size of type changes.
            property rect end

            function placeCaret() {
                end = positionToRectangle(length);
            }

            Accessible.ignored: !root.enabled
            Accessible.role: Accessible.EditableText
            Accessible.name: root.question
            Accessible.readOnly: true
            Accessible.multiLine: true
        }

        Rectangle {
            objectName: "caret"
            x: Math.max(0, Math.min(written.end.x, view.width - width))
            y: written.y + written.end.y
            width: Math.max(2, Theme.px(3))
            height: written.end.height
            color: Theme.primary
        }
    }
}
