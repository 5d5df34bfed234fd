// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Smileystand
import Smileystand.Ui

// What every page has: its title, a line under it, perhaps a way back, and room for contents that scroll where they are long.
Item {
    id: root

    required property StaffRoom staff
    required property StandInfo stand
    required property StaffShell shell
    property string title: ""
    property string line: ""
    property string back: "" // file of the page that this one is behind
    default property alias contents: body.data
    property real room: 0 // kept free below the contents
    property Item aside: null // beside the title, to the right
    readonly property real margin: Theme.px(24)
    readonly property alias body: body

    StaffButton {
        id: backButton

        objectName: "staff-page-back"
        visible: root.back !== ""
        x: root.margin
        y: Theme.px(16)
        width: visible ? implicitWidth : 0
        label: qsTrId("staff.back")
        icon: "back"
        onActivated: root.shell.show(root.back)
    }

    Column {
        id: head

        anchors.left: backButton.right
        anchors.leftMargin: backButton.visible ? Theme.px(20) : 0
        anchors.right: parent.right
        anchors.rightMargin: root.margin + (root.aside === null ? 0 : root.aside.width + Theme.px(16))
        y: backButton.visible ? backButton.y + (backButton.height - height) / 2 : Theme.px(20)

        StaffText {
            width: parent.width
            text: root.title
            heading: true
            points: 34
        }

        StaffText {
            width: parent.width
            visible: text !== ""
            text: root.line
            points: 20
            quiet: true
        }
    }

    Flickable {
        id: scroll

        anchors.fill: parent
        anchors.bottomMargin: root.room
        anchors.topMargin: Math.max(backButton.visible ? backButton.y + backButton.height : 0, head.y + head.height, root.aside === null ? 0 : root.aside.y + root.aside.height) + Theme.px(14)
        contentWidth: width
        contentHeight: body.height + root.margin
        boundsBehavior: Flickable.StopAtBounds
        clip: true
        interactive: contentHeight > height

        Item {
            id: body

            x: root.margin
            width: scroll.width - 2 * root.margin
            height: childrenRect.height
        }
    }

    // Something is below: a line that ends in the middle isn't enough of a hint for everybody.
    Rectangle {
        visible: scroll.interactive && !scroll.atYEnd
        anchors.bottom: parent.bottom
        anchors.bottomMargin: root.room
        width: parent.width
        height: Theme.px(40)
        gradient: Gradient {
            GradientStop {
                position: 0
                color: "#00F7F3EC"
            }
            GradientStop {
                position: 1
                color: Theme.paper
            }
        }
    }
}
