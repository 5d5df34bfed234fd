// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Smileystand.Ui

// A question as it is read aloud. Which one follows a face, or an answer, tells it: the room doesn't hear that one.
QtObject {
    required property VisitorModel visitor
    readonly property bool hidden: visitor.dependsOnAnswer && visitor.listening !== VisitorModel.ByHeadphones
    //% "Spørgsmålet står på skærmen. Sæt høretelefoner i for at høre det."
    readonly property string asked: hidden ? qsTrId("speech.onscreen") : visitor.question + " " + visitor.hint
    readonly property string words: (qsTrId("progress").arg(visitor.position).arg(visitor.total) + ". " + asked).trim()
}
