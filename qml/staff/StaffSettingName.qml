// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Smileystand

// Whose stand it is, and where: as visitors see it at the top of the faces.
StaffSettingPage {
    id: root

    group: "name"
    title: qsTrId("staff.settings.name")

    Column {
        width: root.body.width
        spacing: Theme.px(16)

        Flow {
            width: parent.width
            spacing: Theme.px(16)

            StaffSettingField {
                width: Theme.portrait ? parent.width : (parent.width - Theme.px(16)) / 2
                page: root
                key: "municipality"
                //% "Kommune"
                title: qsTrId("staff.name.municipality")
            }

            StaffSettingField {
                width: Theme.portrait ? parent.width : (parent.width - Theme.px(16)) / 2
                page: root
                key: "place"
                //% "Sted"
                title: qsTrId("staff.name.place")
            }
        }

        StaffSettingField {
            width: parent.width
            page: root
            key: "controller_contact"
            //% "Databeskyttelsesrådgiver: mail og telefon"
            title: qsTrId("staff.name.contact")
            //% "Ingen endnu"
            placeholder: qsTrId("staff.name.nocontact")
            most: 200
        }

        StaffCard {
            width: parent.width

            Column {
                width: parent.width
                spacing: Theme.px(12)
                enabled: root.mayChange("logo")

                StaffText {
                    //% "Logo"
                    text: qsTrId("staff.name.logo")
                    points: 21
                    font.weight: Font.DemiBold
                }

                StaffLocked {
                    width: parent.width
                    visible: root.locked("logo")
                }

                // As it will stand above the faces.
                Row {
                    objectName: "staff-logo"
                    spacing: Theme.px(14)

                    Brand {
                        id: brand

                        anchors.verticalCenter: parent.verticalCenter
                        markSize: Theme.px(44)
                        logoSize: Theme.px(64)
                        png: root.values.logo
                    }

                    StaffText {
                        anchors.verticalCenter: parent.verticalCenter
                        text: root.values.municipality
                        points: 22
                        font.weight: Font.DemiBold
                    }

                    StaffText {
                        anchors.verticalCenter: parent.verticalCenter
                        text: root.values.place
                        points: 22
                        quiet: true
                    }
                }

                StaffText {
                    width: parent.width
                    //% "Læg billedet på en USB-nøgle som logo.png: højst 512 gange 512 billedpunkter og 48 KB."
                    text: qsTrId("staff.logo.how")
                    quiet: true
                }

                Row {
                    width: parent.width
                    spacing: Theme.px(12)

                    StaffButton {
                        objectName: "staff-logo-take"
                        width: (parent.width - Theme.px(12)) / 2
                        //% "Hent fra USB-nøgle"
                        label: qsTrId("staff.logo.take")
                        icon: "stick"
                        onActivated: root.settings.takeLogo()
                    }

                    StaffButton {
                        objectName: "staff-logo-remove"
                        width: (parent.width - Theme.px(12)) / 2
                        //% "Tilbage til mærket"
                        label: qsTrId("staff.logo.remove")
                        icon: "undo"
                        enabled: brand.shown
                        onActivated: root.settings.set("logo", "")
                    }
                }
            }
        }
    }
}
