// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import Smileystand.Ui

// The question and the five faces, always live, above the promises and the languages. A banner says what happened and moves the
// question to one line; lying or standing is the same page with the parts in other places.
Item {
    id: root

    required property VisitorModel visitor
    required property StandInfo stand
    readonly property bool bannerShown: visitor.banner !== VisitorModel.NoBanner || visitor.note !== VisitorModel.NoNote || visitor.trouble
    readonly property string spoken: bannerShown ? banner.spoken : visitor.faceQuestion + " " + hint.text + " " + voluntary.text + " " + footer.spoken
    readonly property string privately: bannerShown ? banner.privately : ""
    // The tools from the right: Kontrast, Læs højt, and while somebody listens softer and louder.
    readonly property int toolCount: 1 + (readAloud.visible ? 1 : 0) + (volume.shown ? 2 : 0)
    readonly property real toolWidth: (width - 2 * Theme.margin - (toolCount - 1) * Theme.gap) / toolCount
    readonly property real toolsLeft: (readAloud.visible ? readAloud.width + Theme.gap : 0) + contrastButton.width
    readonly property real faceGap: Theme.small ? Theme.gap : Math.max(Theme.px(Theme.portrait ? 10 : 6), Math.ceil(Theme.pxPerMm))
    readonly property real faceWidth: Math.floor(Math.min((width - 2 * Theme.px(Theme.small ? 8 : 20) - 4 * faceGap) / 5, Theme.px(Theme.portrait ? 220 : 270)))
    readonly property real labelHeight: Theme.contrast ? Math.ceil(Theme.faceText * 2.35) + Theme.px(12) : Theme.faceText * 1.2 + Theme.px(Theme.small ? 18 : 14)
    readonly property real faceHeight: Math.floor(Math.min(Math.min(faceWidth, Theme.px(Theme.contrast && !Theme.portrait ? 230 : 250)) + labelHeight + Theme.px(16), footer.y - headBottom - (Theme.small ? Theme.gap : Theme.px(4))))
    readonly property real headBottom: Theme.px(Theme.portrait ? (Theme.contrast ? 880 : 980) : Theme.small ? 272 : Theme.contrast ? 262 : 280)
    // Where large text leaves no room for both, the tools are away while a banner says something.
    readonly property bool toolsShown: Theme.portrait || !bannerShown || !Theme.contrast && !Theme.small

    Shore {
        visible: Theme.portrait && !Theme.contrast
        width: parent.width
        height: Math.round(width * 700 / 1080)
    }

    Row {
        id: brand

        visible: !Theme.contrast && (Theme.portrait || !root.bannerShown || banner.y > y + height)
        anchors.left: parent.left
        anchors.leftMargin: Theme.textMargin
        anchors.top: parent.top
        anchors.topMargin: Theme.px(Theme.portrait ? 64 : Theme.small ? 16 : 26)
        spacing: Theme.px(14)

        Brand {
            anchors.verticalCenter: parent.verticalCenter
            markSize: Theme.px(Theme.portrait ? 52 : 34)
            logoSize: Theme.px(Theme.portrait ? 72 : 44)
            png: root.stand.logo
        }

        Grid {
            anchors.verticalCenter: parent.verticalCenter
            columns: Theme.portrait ? 1 : 2
            columnSpacing: Theme.px(7)

            Words {
                text: root.stand.municipality
                aside: true
                size: Theme.brandText
                font.weight: Font.DemiBold
            }

            Words {
                text: root.stand.place
                aside: true
                color: Theme.quietInk
                size: Theme.brandText
            }
        }
    }

    Words {
        id: voluntary

        visible: brand.visible && !Theme.portrait && !Theme.small && (!root.bannerShown || banner.y > y + height)
        anchors.right: parent.right
        anchors.rightMargin: Theme.margin
        anchors.verticalCenter: brand.verticalCenter
        //% "Frivilligt. Et tryk er nok."
        //% "Det er frivilligt."
        text: root.visitor.ticketsRequired ? qsTrId("ticket.voluntary") : qsTrId("visit.voluntary")
        color: Theme.quietInk
        size: Theme.brandText
    }

    Heading {
        id: title

        visible: !root.bannerShown
        anchors.left: parent.left
        anchors.leftMargin: Theme.textMargin
        anchors.top: parent.top
        anchors.topMargin: Theme.px(Theme.portrait ? (Theme.contrast ? 580 : 712) : Theme.contrast ? 20 : Theme.small ? 64 : 82)
        room: Math.min(Theme.px(960), root.width - 2 * Theme.textMargin - (Theme.portrait ? 0 : root.toolsLeft + (volume.visible ? volume.width + Theme.gap : 0) + Theme.px(20)))
        height: Theme.px(Theme.portrait ? 170 : Theme.contrast ? 146 : 138)
        text: root.visitor.faceQuestion
        size: Theme.titleText
    }

    Words {
        id: hint

        visible: !root.bannerShown
        anchors.left: title.left
        anchors.top: title.top
        // Beside the tools there is no room for large text; on a small panel with softer and louder for none that is long.
        anchors.topMargin: Math.max(title.contentHeight + Theme.px(Theme.portrait ? 18 : Theme.contrast ? 4 : 12), Theme.contrast && !Theme.portrait && !Theme.small ? contrastButton.height + Theme.px(4) : 0, Theme.small && !Theme.contrast && volume.visible && implicitWidth > title.room ? contrastButton.y + contrastButton.height + Theme.px(4) - title.y : 0)
        width: Math.min(implicitWidth, Theme.small && Theme.contrast ? title.room : root.width - 2 * Theme.textMargin)
        horizontalAlignment: Text.AlignLeft
        spacing: Theme.contrast ? 1 : 1.08
        text: {
            if (root.visitor.faceFirst)
                //% "Tryk først på et ansigt. Så kommer spørgsmålene."
                return qsTrId("q.visit.first");
            if (root.visitor.ticketFirst)
                //% "Vis dit kort, og tryk så på et ansigt."
                //% "Vi kan ikke læse kort lige nu."
                return !root.visitor.ticketsUnread ? qsTrId("ticket.first") : qsTrId("ticket.unread.now") + (Theme.small && Theme.contrast ? "" : " " + qsTrId("ticket.help")); // large text on a small panel
            //% "Tryk på et ansigt."
            //% "Tryk på det ansigt, der passer bedst."
            return Theme.contrast ? qsTrId("q.visit.hint.large") : qsTrId("q.visit.hint");
        }
        color: root.visitor.ticketFirst ? Theme.ink : Theme.quietInk
        size: Theme.hintText
        font.weight: root.visitor.ticketFirst ? Font.DemiBold : Font.Normal
    }

    Words {
        visible: Theme.contrast && !Theme.portrait && !Theme.small && !root.bannerShown && !root.visitor.faceFirst && !root.visitor.ticketFirst && implicitWidth + hint.implicitWidth + Theme.px(40) <= root.width - Theme.textMargin - Theme.margin
        anchors.right: parent.right
        anchors.rightMargin: Theme.margin
        anchors.baseline: hint.baseline
        //% "Vi spørger ikke, hvem du er"
        text: qsTrId("anon.title") + "."
        size: Theme.hintText
    }

    ThanksBanner {
        id: banner

        visible: root.bannerShown
        visitor: root.visitor
        stand: root.stand
        anchors.left: parent.left
        anchors.leftMargin: Theme.margin
        anchors.right: parent.right
        anchors.rightMargin: Theme.margin + (Theme.portrait || !root.toolsShown ? 0 : root.toolsLeft + Theme.px(8))
        anchors.bottom: nextRow.top
        anchors.bottomMargin: Theme.px(Theme.contrast ? 4 : 18)
    }

    Row {
        id: nextRow

        visible: root.bannerShown
        anchors.left: parent.left
        anchors.leftMargin: Theme.textMargin
        anchors.top: parent.top
        anchors.topMargin: root.headBottom - height - Theme.px(Theme.contrast ? 2 : 4)
        height: Math.round(Theme.nextText * (Theme.isArabic(root.visitor.faceQuestion) ? 1.5 : 1.25))
        spacing: Theme.px(9)

        Words {
            id: nextWord

            visible: !root.visitor.trouble && root.visitor.note === VisitorModel.NoNote
            anchors.verticalCenter: parent.verticalCenter
            //% "Næste: %1"
            text: qsTrId("q.visit.next").arg("").trim()
            heading: true
            color: Theme.quietInk
            font.weight: Font.Medium
            size: Theme.nextText
        }

        Words {
            width: root.width - 2 * Theme.textMargin - nextWord.width - Theme.px(9)
            height: parent.height
            verticalAlignment: Text.AlignVCenter
            horizontalAlignment: Text.AlignLeft
            text: root.visitor.faceQuestion
            heading: true
            fits: true
            size: Theme.nextText
        }
    }

    // Worst left, best right in every language.
    Row {
        id: faces

        readonly property real free: footer.y - root.headBottom - height

        Accessible.ignored: !enabled
        Accessible.role: Accessible.Grouping
        Accessible.name: root.visitor.faceQuestion
        LayoutMirroring.enabled: false
        LayoutMirroring.childrenInherit: true
        x: Math.round((root.width - width) / 2)
        y: root.headBottom + Math.max(0, Math.round(free * 0.25))
        height: root.faceHeight
        spacing: root.faceGap

        Repeater {
            model: 5

            FaceButton {
                required property int index

                objectName: "face" + face
                face: index + 1
                label: root.visitor.faceLabels[index] ?? ""
                marked: root.visitor.marked === face
                width: root.faceWidth
                height: root.faceHeight
                labelHeight: root.labelHeight
                onActivated: root.visitor.tapFace(face)
            }
        }
    }

    FacesFooter {
        id: footer

        objectName: "promises"
        visitor: root.visitor
        stand: root.stand
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
    }

    // Declared last: with a keyboard the faces come first.
    TargetButton {
        id: contrastButton

        objectName: "contrast"
        visible: root.toolsShown
        anchors.right: parent.right
        anchors.rightMargin: Theme.margin
        width: Theme.portrait ? root.toolWidth : implicitWidth
        anchors.top: parent.top
        anchors.topMargin: Theme.portrait ? root.height - height - Theme.px(72) : Theme.px(Theme.contrast ? 20 : Theme.small ? 24 : 82)
        padding: Theme.px(Theme.contrast || Theme.portrait ? 14 : 6)
        //% "Kontrast"
        label: qsTrId("tool.contrast")
        icon: Theme.contrast && !Theme.portrait ? "" : "contrast"
        iconSize: Theme.px(38)
        iconAbove: icon !== "" && !Theme.portrait
        textSize: Theme.toolText
        role: Accessible.CheckBox
        chosen: root.visitor.contrast
        keyGroup: Target.Tools
        keyPlace: 4
        onActivated: root.visitor.toggleContrast()
    }

    ReadAloudButton {
        id: readAloud

        visitor: root.visitor
        visible: Hands.narrator.canRead && root.toolsShown
        anchors.right: contrastButton.left
        anchors.rightMargin: Theme.gap
        anchors.top: contrastButton.top
        width: Theme.portrait ? root.toolWidth : Theme.contrast ? narrowWidth : implicitWidth
        padding: contrastButton.padding
        icon: contrastButton.icon === "" ? "" : "speaker"
        iconSize: contrastButton.iconSize
        iconAbove: contrastButton.iconAbove
        textSize: Theme.toolText
    }

    // Lying, they stand where the banner comes; keys reach them all the same.
    VolumeButtons {
        id: volume

        visitor: root.visitor
        visible: shown && (Theme.portrait || !root.bannerShown)
        anchors.right: readAloud.left
        anchors.rightMargin: Theme.gap
        anchors.top: contrastButton.top
        buttonWidth: Theme.portrait ? root.toolWidth : Theme.target
    }

    UnseenTools {
        visitor: root.visitor
        visible: volume.shown && !volume.visible
        readAloud: !root.toolsShown
    }
}
