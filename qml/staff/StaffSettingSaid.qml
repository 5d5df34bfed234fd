// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import Smileystand

// What visitors said and what came of it, as the centre approved it.
StaffSettingPage {
    id: root

    group: "said"
    saves: false
    title: qsTrId("staff.settings.said")

    Column {
        width: root.body.width
        spacing: Theme.px(12)

        StaffNote {
            width: parent.width
            icon: "lock"
            ground: Theme.banner
            //% "Centralenheden godkender teksten og sender den hertil. Den kan ikke ændres her."
            words: qsTrId("staff.said.centre")
        }

        StaffCard {
            width: parent.width
            visible: root.settings.saidDone.length === 0

            StaffText {
                width: parent.width
                //% "Intet vises lige nu"
                text: qsTrId("staff.said.none")
                points: 21
            }
        }

        Repeater {
            model: root.settings.saidDone

            StaffCard {
                id: card

                required property var modelData

                width: root.body.width

                Column {
                    width: parent.width
                    spacing: Theme.px(6)

                    StaffText {
                        text: card.modelData.language
                        points: 17
                        quiet: true
                    }

                    StaffText {
                        width: parent.width
                        //% "I sagde: %1"
                        text: qsTrId("staff.said.said").arg(card.modelData.said)
                        points: 21
                    }

                    StaffText {
                        width: parent.width
                        //% "Vi gjorde: %1"
                        text: qsTrId("staff.said.done").arg(card.modelData.done)
                        points: 21
                        font.weight: Font.DemiBold
                    }
                }
            }
        }
    }
}
