// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Smileystand

// A number of the settings, with what it means and a stepper.
Item {
    id: root

    required property StaffSettingPage page
    required property string title
    property string detail: ""
    required property string key // in values
    property string setting: key // in the settings, where it has another name
    required property int step
    required property int least
    required property int most
    //% "%1 sek."
    property string unit: qsTrId("staff.seconds")
    readonly property int value: page.values[key]

    implicitHeight: Math.max(words.height, stepper.height)

    Column {
        id: words

        anchors.left: parent.left
        anchors.right: stepper.left
        anchors.rightMargin: Theme.px(16)
        anchors.verticalCenter: parent.verticalCenter

        StaffText {
            width: parent.width
            text: root.title
            points: 21
            font.weight: Font.DemiBold
        }

        StaffText {
            width: parent.width
            visible: text !== ""
            text: root.page.locked(root.setting) ? qsTrId("staff.settings.locked.short") : root.detail
            quiet: true
        }
    }

    StaffStepper {
        id: stepper

        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        title: root.title
        nameOf: "staff-" + root.key
        value: root.unit.arg(root.value)
        enabled: root.page.mayChange(root.setting)
        canLess: root.value > root.least
        canMore: root.value < root.most
        onStepped: by => root.page.settings.set(root.key, Math.max(root.least, Math.min(root.most, root.value + by * root.step)))
    }
}
