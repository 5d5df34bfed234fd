// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Smileystand

// How loud speech begins, and how bright the screen is, which is seen at once.
StaffSettingPage {
    id: root

    group: "sound"
    title: qsTrId("staff.settings.sound")
    //% "Lyset ses med det samme og beholdes, når du trykker Gem."
    line: qsTrId("staff.sound.preview")

    Column {
        width: root.body.width
        spacing: Theme.px(14)

        StaffCard {
            width: parent.width

            StaffSettingStep {
                width: parent.width
                page: root
                //% "Oplæsningens lyd fra begyndelsen"
                title: qsTrId("staff.sound.volume")
                //% "Besøgende kan selv skrue op og ned. For den næste er den her igen."
                detail: qsTrId("staff.sound.volume.detail")
                key: "volume"
                step: 1
                least: 1
                most: 5
                //% "%1 af 5"
                unit: qsTrId("staff.sound.of5")
            }
        }

        StaffCard {
            width: parent.width

            Column {
                width: parent.width
                spacing: Theme.px(14)

                StaffSettingStep {
                    width: parent.width
                    page: root
                    //% "Skærmens lys"
                    title: qsTrId("staff.sound.light")
                    //% "Vælg det lys, der er godt at læse i på stedet."
                    detail: qsTrId("staff.sound.light.detail")
                    key: "brightness"
                    step: 10
                    least: 10
                    most: 100
                    //% "%1 %"
                    unit: qsTrId("staff.percent")
                }

                StaffNote {
                    width: parent.width
                    visible: !root.settings.hasBacklight
                    icon: "info"
                    ground: Theme.sunk
                    //% "Skærmens lys kan ikke styres herfra. Standen gør billedet mørkere i stedet. Skærmen kan selv have knapper til lyset."
                    words: qsTrId("staff.sound.nolight")
                }
            }
        }
    }
}
