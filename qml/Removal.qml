// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Smileystand.Ui

// What was taken out of a comment, in words; empty: nothing was.
QtObject {
    required property int removed
    readonly property string words: {
        switch (removed) {
        case VisitorModel.CprRemoved:
            //% "Vi har fjernet et nummer, der ligner et CPR-nummer."
            return qsTrId("comment.cprfound");
        case VisitorModel.NumberRemoved:
            //% "Vi har fjernet et nummer."
            return qsTrId("comment.numberfound");
        case VisitorModel.AddressRemoved:
            //% "Vi har fjernet en mailadresse eller et link."
            return qsTrId("comment.addressfound");
        case VisitorModel.NameRemoved:
            //% "Vi har fjernet et navn."
            return qsTrId("comment.namefound");
        default:
            return "";
        }
    }
}
