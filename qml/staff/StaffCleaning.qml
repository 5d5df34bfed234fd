// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Smileystand
import Smileystand.Ui

// The screen is dead, so that it can be wiped: nothing on it can be pressed, and it comes back by itself.
Item {
    id: root

    required property StaffSession session

    Column {
        anchors.centerIn: parent
        width: parent.width - 2 * Theme.px(80)
        spacing: Theme.px(20)

        Icon {
            anchors.horizontalCenter: parent.horizontalCenter
            name: "clean"
            size: Theme.px(120)
        }

        StaffText {
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            //% "Tør skærmen af nu"
            text: qsTrId("staff.cleaning.title")
            heading: true
            points: 56
        }

        StaffText {
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            //% "Tryk gør ingenting. Standen er klar igen om %1 sekunder."
            text: qsTrId("staff.cleaning.left").arg(root.session.secondsLeft)
            points: 27
            quiet: true
        }

        Rectangle {
            anchors.horizontalCenter: parent.horizontalCenter
            width: Math.min(parent.width, Theme.px(700))
            height: Theme.px(16)
            radius: height / 2
            color: Theme.sunk

            Rectangle {
                width: parent.width * root.session.secondsLeft / 30
                height: parent.height
                radius: height / 2
                color: Theme.primary
            }
        }
    }
}
