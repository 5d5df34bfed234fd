// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Smileystand

// Whom to call: one number.
StaffCard {
    id: root

    required property string phone
    required property string hours

    objectName: "staff-help"
    implicitHeight: Math.max(words.height, sign.height) + Theme.px(28)

    Icon {
        id: sign

        anchors.verticalCenter: parent.verticalCenter
        name: "phone"
        size: Theme.px(40)
    }

    Column {
        id: words

        anchors.left: sign.right
        anchors.leftMargin: Theme.px(18)
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter

        StaffText {
            width: parent.width
            //% "Intet nummer"
            text: root.phone === "" ? qsTrId("staff.help.none") : root.phone
            points: 22
            font.weight: Font.DemiBold
        }

        StaffText {
            width: parent.width
            //% "Skriv nummeret til jeres hjælp under Stand."
            //% "Hjælp til standen"
            //% "Hjælp til standen, %1"
            text: root.phone === "" ? qsTrId("staff.help.enter") : root.hours === "" ? qsTrId("staff.help") : qsTrId("staff.help.hours").arg(root.hours)
            quiet: true
        }
    }
}
