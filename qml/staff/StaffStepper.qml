// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Smileystand

// A value between two big buttons: less and more.
Item {
    id: root

    required property string title // for those who hear it
    required property string value
    property string lessName: "−"
    property string moreName: "+"
    property string nameOf: "staff-step" // its buttons are NAME-less and NAME-more
    property bool canLess: true
    property bool canMore: true

    signal stepped(int by)

    implicitWidth: 2 * Theme.target + Theme.px(190)
    implicitHeight: Theme.target
    opacity: enabled ? 1 : 0.6

    StaffButton {
        id: less

        objectName: root.nameOf + "-less"
        width: Theme.target
        label: "−"
        //% "%1, mindre"
        name: qsTrId("staff.step.less").arg(root.title + " " + root.value)
        points: 40
        strikeMsMax: 60
        enabled: root.enabled && root.canLess
        onActivated: root.stepped(-1)
    }

    StaffText {
        anchors.left: less.right
        anchors.right: more.left
        anchors.verticalCenter: parent.verticalCenter
        horizontalAlignment: Text.AlignHCenter
        text: root.value
        points: 30
        font.weight: Font.DemiBold
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: Theme.staff(18)
        wrapMode: Text.NoWrap
    }

    StaffButton {
        id: more

        objectName: root.nameOf + "-more"
        anchors.right: parent.right
        width: Theme.target
        label: "+"
        //% "%1, mere"
        name: qsTrId("staff.step.more").arg(root.title + " " + root.value)
        points: 40
        strikeMsMax: 60
        enabled: root.enabled && root.canMore
        onActivated: root.stepped(1)
    }
}
