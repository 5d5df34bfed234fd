// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Smileystand.Ui

// Beside the comment: what not to write. Once something was taken out: what that was, calmly, as long as the page
// is there; and that it can't be kept just now.
Rectangle {
    id: root

    required property VisitorModel visitor
    readonly property bool told: visitor.trouble || visitor.removed !== VisitorModel.NothingRemoved
    readonly property int mark: visitor.hint.indexOf(". ") + 1 // after the first sentence
    //% "Vi kan ikke gemme din tekst lige nu."
    readonly property string lead: visitor.trouble ? qsTrId("comment.notkept") : told ? removal.words : visitor.hint.substring(0, mark || visitor.hint.length)
    //% "Tryk en gang til, eller gå til skranken."
    //% "Resten af din tekst er her stadig."
    readonly property string rest: visitor.trouble ? qsTrId("comment.notkept.rest") : told ? qsTrId("comment.rest") : visitor.hint.substring(mark || visitor.hint.length).trim()
    readonly property string news: told ? lead + " " + rest : ""
    readonly property int textSize: Theme.small ? Theme.asideText : Theme.contrast ? Math.max(Theme.px(Theme.portrait ? 36 : 28), Theme.smallestText) : Theme.text(24, 30, 0)

    radius: Theme.px(12)
    color: told ? Theme.warning : "transparent"
    border.width: told && Theme.contrast ? Theme.edge : 0
    border.color: Theme.control

    Removal {
        id: removal

        removed: root.visitor.removed
    }

    Announcement {
        anchors.fill: parent
        words: root.news
    }

    Icon {
        id: sign

        visible: Theme.portrait || !Theme.contrast && !Theme.small
        anchors.left: parent.left
        anchors.leftMargin: Theme.px(visible ? 12 : 0)
        anchors.verticalCenter: parent.verticalCenter
        name: root.told ? "info" : "anonymous"
        size: visible ? Theme.px(root.told ? 44 : 60) : 0
    }

    Column {
        anchors.left: sign.right
        anchors.leftMargin: Theme.px(root.told ? 14 : 16)
        anchors.right: parent.right
        anchors.rightMargin: Theme.px(8)
        anchors.verticalCenter: parent.verticalCenter

        Words {
            id: leadWords

            width: parent.width
            horizontalAlignment: Text.AlignLeft
            aside: true
            Accessible.ignored: root.told || !enabled
            text: root.lead
            size: root.textSize
            font.weight: Font.DemiBold
            spacing: 1
        }

        Words {
            visible: text !== "" && (!root.told || leadWords.implicitHeight + implicitHeight <= root.height)
            width: parent.width
            horizontalAlignment: Text.AlignLeft
            aside: true
            Accessible.ignored: root.told || !enabled
            text: root.rest
            size: root.textSize
            spacing: 1
        }
    }
}
