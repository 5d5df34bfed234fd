// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Smileystand.Ui

// A few words in the visitor's own writing, with a keyboard. Lying, the keyboard has the lower part and all else is above it; standing, the
// keyboard is where a hand is, and the way on is at the foot as on the other pages.
Item {
    id: root

    required property VisitorModel visitor
    readonly property string spoken: (visitor.trouble ? note.news + " " : "") + question.words + " " + help.words
    readonly property string privately: visitor.trouble ? "" : note.news
    readonly property bool standing: Theme.portrait
    readonly property real buttons: back.implicitWidth + nextPerson.implicitWidth + skip.implicitWidth + next.implicitWidth + 3 * Theme.gap
    // Has no room between the buttons: as large text, or where their words are long.
    readonly property bool titleApart: !standing && (Theme.contrast || buttons > width - Theme.px(Theme.small ? 460 : 300))
    readonly property real side: Theme.px(standing ? 40 : 16)
    readonly property real room: (width - 2 * side - 3 * Theme.gap) / 4
    // Four buttons of one width: standing, and where they have no room side by side in their own.
    readonly property bool even: standing || buttons > width - 2 * side
    readonly property real pad: Theme.px(Theme.contrast ? (standing ? 6 : 8) : standing ? 14 : 22)
    readonly property real iconSize: Theme.px(Theme.contrast ? 28 : 34)
    readonly property int countText: Theme.text(22, 30, 40)

    SpokenQuestion {
        id: question

        visitor: root.visitor
    }

    HelpStrip {
        id: help

        y: Theme.px(root.standing ? 304 : 0)
        width: parent.width
    }

    Row {
        visible: root.standing
        anchors.left: parent.left
        anchors.leftMargin: Theme.textMargin
        y: Theme.px(236)
        spacing: Theme.px(44)

        Progress {
            anchors.verticalCenter: parent.verticalCenter
            position: root.visitor.position
            total: root.visitor.total
        }

        AnonymousFigure {
            anchors.verticalCenter: parent.verticalCenter
        }
    }

    // The question and how much room is left: between the buttons, or on a line of its own.
    Item {
        id: heading

        readonly property real start: root.standing ? Theme.textMargin : root.titleApart || !back.visible ? root.side : root.side + back.width + Theme.px(20)
        readonly property real end: root.standing ? Theme.textMargin : root.titleApart ? root.side : root.side + onward.width + Theme.px(16)

        anchors.left: parent.left
        anchors.leftMargin: start
        anchors.right: parent.right
        anchors.rightMargin: end
        y: root.standing ? help.y + help.height + Theme.px(18) : root.titleApart ? nav.y + nav.height + Theme.px(2) : nav.y
        height: root.standing ? Theme.px(Theme.contrast ? 140 : 128) : root.titleApart ? Math.ceil(root.countText * 1.4) : nav.height

        Words {
            id: title

            anchors.left: parent.left
            y: root.titleApart || root.standing ? 0 : (parent.height - height - count.height - Theme.px(6)) / 2
            width: root.titleApart ? parent.width - count.implicitWidth - Theme.px(20) : parent.width
            height: root.standing ? Theme.px(82) : root.titleApart ? parent.height : Math.min(implicitHeight, parent.height - count.height - Theme.px(6))
            horizontalAlignment: Text.AlignLeft
            verticalAlignment: root.titleApart ? Text.AlignVCenter : Text.AlignTop
            heading: true
            fits: true
            text: root.visitor.question
            size: root.standing ? Theme.questionText : Theme.text(36, 0, 40)
        }

        Words {
            id: count

            objectName: "left"
            anchors.left: parent.left
            anchors.right: parent.right
            y: root.titleApart ? (parent.height - height) / 2 : title.y + title.height + Theme.px(6)
            horizontalAlignment: root.titleApart ? Text.AlignRight : Text.AlignLeft
            //% "%1 tegn tilbage"
            text: root.standing || root.titleApart ? tally : qsTrId("progress").arg(root.visitor.position).arg(root.visitor.total) + ". " + tally + "."
            color: Theme.quietInk
            size: root.countText

            readonly property string tally: qsTrId("comment.left").arg(root.visitor.charactersLeft)
        }
    }

    Item {
        id: nav

        x: root.side
        y: root.standing ? root.height - height - Theme.px(60) : help.height + Theme.px(8)
        width: root.width - 2 * root.side
        height: Theme.target

        BackButton {
            id: back

            visitor: root.visitor
            anchors.left: parent.left
            width: root.even ? root.room : implicitWidth
            padding: root.pad
            icon: Theme.small && Theme.contrast ? "" : "back"
            iconSize: root.iconSize
        }

        Row {
            id: onward

            anchors.right: parent.right
            spacing: Theme.gap

            NextPersonButton {
                id: nextPerson

                visitor: root.visitor
                width: root.even ? root.room : implicitWidth
                padding: root.pad
            }

            SkipButton {
                id: skip

                visitor: root.visitor
                width: root.even ? root.room : implicitWidth
                padding: root.pad
            }

            Item {
                width: root.even ? root.room : next.implicitWidth
                height: Theme.target

                NextButton {
                    id: next

                    visitor: root.visitor
                    anchors.fill: parent
                    padding: root.pad
                    icon: Theme.contrast && root.standing ? "" : next.drawing
                    iconSize: root.iconSize
                }
            }
        }
    }

    CommentField {
        id: field

        anchors.left: parent.left
        anchors.leftMargin: root.side
        y: root.standing ? heading.y + heading.height + Theme.px(10) : root.titleApart ? heading.y + heading.height + Theme.px(2) : nav.y + nav.height + Theme.px(10)
        width: root.standing ? root.width - 2 * root.side : root.width - 2 * root.side - note.width - Theme.gap
        height: root.standing ? note.y - y - Theme.px(14) : keyboard.y - y - Theme.px(8)
        words: root.visitor.comment
        question: root.visitor.question
    }

    CommentNote {
        id: note

        anchors.right: parent.right
        anchors.rightMargin: root.side
        y: root.standing ? keyboard.y - height - Theme.px(16) : field.y
        width: root.standing ? root.width - 2 * root.side : Theme.px(Theme.small ? 580 : 474)
        height: root.standing ? Theme.px(Theme.contrast ? 132 : 112) : field.height
        visitor: root.visitor
    }

    Keyboard {
        id: keyboard

        readonly property real above: root.titleApart ? heading.y + heading.height + Theme.px(2) : nav.y + nav.height + Theme.px(10)
        // What is left under a text of two lines; of one, where large text is on a small panel.
        readonly property real most: (root.height - above - field.heightOf(Theme.small && Theme.contrast ? 1 : 2) - Theme.px(8) - 2 * inset) / 4

        width: root.width
        y: root.standing ? Theme.px(920) : root.height - height
        keyHeight: root.standing ? Theme.px(136) : Math.floor(Math.min(Theme.px(118), most))
        language: root.visitor.language
        rightToLeft: root.visitor.rightToLeft
        beginsSentence: /(^|[.!?]\s+|\n)$/.test(root.visitor.comment)
        onTyped: text => root.visitor.type(text)
        onErased: root.visitor.erase()
    }

    UnseenTools {
        visitor: root.visitor
    }
}
