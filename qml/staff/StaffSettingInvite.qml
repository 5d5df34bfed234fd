// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Smileystand

// Whether more is asked after the face, and how long things wait.
StaffSettingPage {
    id: root

    group: "invite"
    title: qsTrId("staff.settings.invite")

    StaffCard {
        width: root.body.width

        Column {
            width: parent.width
            spacing: Theme.px(14)

            StaffSwitch {
                objectName: "staff-invite-more"
                width: parent.width
                //% "Spørg om mere efter ansigtet"
                label: qsTrId("staff.invite.more")
                //% "Det bestemmer centralenheden."
                //% "Slået fra stilles kun spørgsmålet om ansigtet."
                detail: root.locked("invite") ? qsTrId("staff.settings.locked.short") : qsTrId("staff.invite.more.detail")
                chosen: root.values.invite
                enabled: root.mayChange("invite")
                onActivated: root.settings.set("invite", !chosen)
            }

            StaffSettingStep {
                width: parent.width
                page: root
                //% "Invitation og tak"
                title: qsTrId("staff.invite.banner")
                //% "Så længe står de på skærmen."
                detail: qsTrId("staff.invite.banner.detail")
                key: "banner"
                setting: "banner_ms"
                step: 5
                least: 5
                most: 60
            }

            StaffSettingStep {
                width: parent.width
                page: root
                //% "Ventetid før “Er du her stadig?”"
                title: qsTrId("staff.invite.idle")
                //% "Så længe må et spørgsmål stå urørt. Mindst 20 sekunder."
                detail: qsTrId("staff.invite.idle.detail")
                key: "idle"
                setting: "idle_ms"
                step: 10
                least: 20
                most: 600
            }

            StaffSettingStep {
                width: parent.width
                page: root
                //% "Tid til at svare på det"
                title: qsTrId("staff.invite.warning")
                //% "Derefter er standen klar til den næste. Mindst 20 sekunder."
                detail: qsTrId("staff.invite.warning.detail")
                key: "warning"
                setting: "warning_ms"
                step: 10
                least: 20
                most: 600
            }

            StaffSwitch {
                objectName: "staff-reduced-motion"
                width: parent.width
                //% "Ingen bevægelse på skærmen"
                label: qsTrId("staff.invite.still")
                //% "Det bestemmer centralenheden."
                //% "Sider skifter uden overgang."
                detail: root.locked("reduced_motion") ? qsTrId("staff.settings.locked.short") : qsTrId("staff.invite.still.detail")
                chosen: root.values.reduced_motion
                enabled: root.mayChange("reduced_motion")
                onActivated: root.settings.set("reduced_motion", !chosen)
            }
        }
    }
}
