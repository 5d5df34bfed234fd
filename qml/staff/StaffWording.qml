// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Smileystand
import Smileystand.Ui

// A text of the chosen question in one language: the coach reads along while it is written.
StaffField {
    id: root

    required property EditorModel editor
    required property string part // as EditorModel::write

    onEdited: words => editor.write(part, language, words)

    Connections {
        target: StaffInput

        function onChanged(text: string) {
            if (StaffInput.field === root)
                StaffInput.advice = root.editor.adviceTo(root.part, root.language, text);
        }
    }
}
