// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Smileystand

// Whom staff call when something is wrong with the stand.
StaffSettingPage {
    id: root

    group: "help"
    title: qsTrId("staff.settings.help")
    //% "Nummeret står ved hver fejl på siderne Tilbehør og Data. Besøgende ser det ikke."
    line: qsTrId("staff.helpline.where")

    Column {
        width: root.body.width
        spacing: Theme.px(16)

        StaffSettingField {
            width: parent.width
            page: root
            key: "help_phone"
            //% "Telefon"
            title: qsTrId("staff.helpline.phone")
            //% "Intet nummer endnu"
            placeholder: qsTrId("staff.helpline.nophone")
            most: 40
        }

        StaffSettingField {
            width: parent.width
            page: root
            key: "help_hours"
            //% "Hvornår"
            title: qsTrId("staff.helpline.hours")
            //% "For eksempel hverdage 8-16"
            placeholder: qsTrId("staff.helpline.nohours")
        }
    }
}
