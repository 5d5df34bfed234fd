// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import Smileystand.Ui

// One question, its options, and the way on. Choosing only marks.
Item {
    id: root

    required property VisitorModel visitor
    readonly property string spoken: question.words
    readonly property bool degree: visitor.kind === VisitorModel.DegreeKind
    readonly property bool wrapped: degree && !Theme.portrait && (Theme.contrast || Theme.small) // the scale on two lines
    readonly property real titleTop: Theme.portrait ? Theme.px(404) : Theme.small ? where.y + where.height + Theme.px(2) : Theme.px(Theme.contrast ? 80 : degree ? 92 : 86)
    readonly property real optionsTop: Math.max(Theme.px(Theme.portrait ? 650 : Theme.small ? 0 : wrapped ? 262 : degree ? 270 : 212), nextPerson.y + nextPerson.height + gap)
    readonly property real optionsBottom: nav.y - (Theme.small ? gap : Theme.px(Theme.portrait ? 60 : Theme.contrast ? 18 : 40))
    readonly property int count: degree ? cards.count : tiles.count
    readonly property int columns: Theme.portrait ? (degree ? 1 : 2) : wrapped ? 3 : degree ? count : count > 6 ? 4 : 3
    readonly property int rows: Math.ceil(count / columns)
    readonly property real gap: Math.max(Theme.gap, Theme.px(degree ? 12 : 14))
    readonly property real apart: degree && !wrapped ? Theme.px(22) : 0
    readonly property real across: width - 2 * Theme.margin - (columns - 1) * gap - (columns > 1 ? apart : 0)
    readonly property real down: optionsBottom - optionsTop - (rows - 1) * gap - (columns === 1 ? apart : 0)
    // "Don't know" is narrower than a step of the scale, where the text is not large.
    readonly property real lastShare: degree && columns > 1 && !wrapped ? 0.82 : 1
    readonly property real cell: across / (columns - 1 + lastShare)
    readonly property real cellHeight: Math.min(down / rows, Theme.px(degree ? (columns > 1 ? 324 : 180) : Theme.contrast ? 214 : Theme.portrait ? 270 : 196))

    SpokenQuestion {
        id: question

        visitor: root.visitor
    }

    Shore {
        visible: Theme.portrait && !Theme.contrast
        width: parent.width
        height: Theme.reachTop - Theme.px(34)
    }

    Grid {
        id: where

        anchors.left: parent.left
        anchors.leftMargin: Theme.textMargin
        y: Theme.portrait ? nextPerson.y + (nextPerson.height - height) / 2 : Theme.px(Theme.small ? 10 : 24)
        columns: !Theme.portrait || progress.width + columnSpacing + anonymous.width < nextPerson.x - 2 * Theme.textMargin ? 2 : 1
        columnSpacing: Theme.px(44)
        rowSpacing: Theme.px(8)
        verticalItemAlignment: Grid.AlignVCenter

        Progress {
            id: progress

            position: root.visitor.position
            total: root.visitor.total
        }

        AnonymousFigure {
            id: anonymous

            visible: Theme.portrait || progress.width + where.columnSpacing + width < nextPerson.x - Theme.textMargin - Theme.gap
        }
    }

    Heading {
        id: title

        anchors.left: parent.left
        anchors.leftMargin: Theme.textMargin
        anchors.top: parent.top
        anchors.topMargin: root.titleTop
        room: Theme.portrait ? root.width - 2 * Theme.textMargin : root.width - Theme.textMargin - Theme.margin - nextPerson.width - Theme.px(20)
        height: Theme.small && root.degree ? root.optionsTop - root.titleTop - Theme.px(4) : Theme.px(Theme.portrait ? 165 : root.degree ? (root.wrapped ? 174 : 134) : 70)
        text: root.visitor.question
        size: Theme.questionText
    }

    Words {
        visible: !root.degree || Theme.portrait
        anchors.left: parent.left
        anchors.leftMargin: Theme.textMargin
        anchors.top: title.top
        anchors.topMargin: Theme.portrait ? title.contentHeight + Theme.px(16) : title.height + Theme.px(2)
        width: Theme.small ? title.room : root.width - Theme.textMargin - Theme.margin
        height: Math.round(Theme.text(26, 32, 40) * 1.35)
        fits: true
        horizontalAlignment: Text.AlignLeft
        //% "Du har valgt %1."
        text: root.visitor.kind === VisitorModel.ChoicesKind ? (Theme.small && Theme.contrast ? "" : root.visitor.hint + " ") + qsTrId("reason.chosen").arg(root.visitor.markedCount) : root.visitor.hint
        color: Theme.quietInk
        size: Theme.text(26, 32, 40)
    }

    NextPersonButton {
        id: nextPerson

        visitor: root.visitor
        anchors.right: parent.right
        anchors.rightMargin: Theme.margin
        anchors.top: parent.top
        anchors.topMargin: Theme.portrait ? Theme.reachTop : Theme.px(Theme.small ? 13 : 24)
        padding: Theme.px(22)
    }

    Grid {
        Accessible.ignored: !enabled
        Accessible.role: Accessible.Grouping
        Accessible.name: root.visitor.question
        anchors.left: parent.left
        anchors.leftMargin: Theme.margin
        anchors.right: parent.right
        anchors.rightMargin: Theme.margin
        y: root.optionsTop
        columns: root.columns
        spacing: root.gap

        Repeater {
            id: cards

            model: root.degree ? root.visitor.options : null

            Item {
                id: place

                required property int index
                required property string optionId
                required property string label
                required property bool marked
                readonly property bool dontKnow: optionId === "dk"
                readonly property real aside: dontKnow ? root.apart : 0

                width: root.cell * (dontKnow ? root.lastShare : 1) + (root.columns > 1 ? aside : 0)
                height: root.cellHeight + (root.columns === 1 ? aside : 0)

                DegreeCard {
                    anchors.fill: parent
                    anchors.leftMargin: root.columns > 1 ? place.aside : 0
                    anchors.topMargin: root.columns === 1 ? place.aside : 0
                    objectName: "option-" + place.optionId
                    wide: Theme.portrait
                    step: place.dontKnow ? 0 : Math.min(place.index + 1, 5) // kind and options change one after the other
                    label: place.label
                    chosen: place.marked
                    onActivated: root.visitor.toggle(place.optionId)
                }
            }
        }

        Repeater {
            id: tiles

            model: root.degree ? null : root.visitor.options

            ChoiceTile {
                required property string optionId
                required property bool marked

                objectName: "option-" + optionId
                width: root.cell
                height: root.cellHeight
                several: root.visitor.kind === VisitorModel.ChoicesKind
                chosen: marked
                onActivated: root.visitor.toggle(optionId)
            }
        }
    }

    NavBar {
        id: nav

        visitor: root.visitor
        anchors.left: parent.left
        anchors.leftMargin: Theme.margin
        anchors.right: parent.right
        anchors.rightMargin: Theme.margin
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.px(Theme.portrait ? 60 : Theme.small ? 16 : 24)
    }
}
