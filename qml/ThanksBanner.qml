// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import Smileystand.Ui

// What just happened, in one sentence, and what may follow: go on, undo, "I am next". Comes at once, without a fade. No face is named.
Rectangle {
    id: root

    required property VisitorModel visitor
    required property StandInfo stand
    readonly property int kind: visitor.banner
    readonly property bool trouble: visitor.trouble
    readonly property int note: visitor.note // of a ticket: instead of the banner
    readonly property bool informs: !trouble && (note > VisitorModel.TakenNote || kind === VisitorModel.WithoutTicketBanner)
    readonly property bool stacked: Theme.portrait
    readonly property bool buttonsShown: undo.visible || nextPerson.visible || yes.visible
    readonly property string headline: {
        if (trouble)
            //% "Kan ikke tage imod svar lige nu"
            return qsTrId("trouble.title");
        switch (note) {
        case VisitorModel.TakenNote:
            //% "Kortet er læst."
            return qsTrId("ticket.taken");
        case VisitorModel.UsedNote:
            //% "Kortet er brugt."
            return qsTrId("ticket.used");
        case VisitorModel.OtherDayNote:
            //% "Kortet gælder til en anden dag."
            return qsTrId("ticket.day");
        case VisitorModel.OtherStandNote:
            //% "Kortet hører til en anden stand."
            return qsTrId("ticket.stand");
        case VisitorModel.NotACardNote:
            //% "Vi kan ikke læse kortet."
            return qsTrId("ticket.unread");
        case VisitorModel.CannotCheckNote:
            //% "Vi kan ikke tjekke kortet lige nu."
            return qsTrId("ticket.unchecked");
        }
        switch (kind) {
        case VisitorModel.ThanksBanner:
            //% "Tak. Dine svar er gemt."
            //% "Tak. Dit svar er gemt."
            return visitor.answersGiven ? qsTrId("thanks.done") : qsTrId("thanks.saved");
        case VisitorModel.ChangedBanner:
            //% "Dit svar er ændret."
            return qsTrId("repeat.updated");
        case VisitorModel.HaveItBanner:
            //% "Tak. Vi har dit svar."
            return qsTrId("repeat.have");
        case VisitorModel.WithdrawnBanner:
            //% "Dit svar tæller ikke med."
            return qsTrId("withdrawn");
        case VisitorModel.WithoutTicketBanner:
            //% "Tak. I dag tæller svar kun med et kort."
            return qsTrId("ticket.needed");
        default:
            return qsTrId("thanks.saved");
        }
    }
    readonly property string line: {
        if (trouble)
            //% "Dit tryk bliver ikke gemt. Sig det gerne i skranken."
            return qsTrId("trouble.body");
        switch (note) {
        case VisitorModel.TakenNote:
            return qsTrId("q.visit.hint.large");
        case VisitorModel.UsedNote:
            //% "Et kort gælder til ét svar."
            return visitor.ticketsRequired ? qsTrId("ticket.once") : qsTrId("ticket.free");
        case VisitorModel.NotACardNote:
            //% "Prøv igen, eller spørg i skranken."
            //% "Prøv igen, eller svar uden kort."
            return visitor.ticketsRequired ? qsTrId("ticket.retry.help") : qsTrId("ticket.retry");
        case VisitorModel.OtherDayNote:
        case VisitorModel.OtherStandNote:
        case VisitorModel.CannotCheckNote:
            //% "Spørg gerne i skranken."
            //% "Du kan svare uden kort."
            return visitor.ticketsRequired ? qsTrId("ticket.help") : qsTrId("ticket.free");
        }
        switch (kind) {
        case VisitorModel.InvitationBanner:
            //% "Vil du svare på %1 mere?\nDu kan stoppe når som helst."
            return qsTrId("thanks.more").arg(visitor.questionsOffered);
        case VisitorModel.ThanksBanner:
            if (removal.words !== "" || !stand.posted || said)
                return removal.words;
            //% "Se resultatet på tavlen ved udgangen."
            return qsTrId("thanks.board");
        case VisitorModel.ChangedBanner:
            //% "Du kan ændre det igen."
            return qsTrId("repeat.updatedb");
        case VisitorModel.HaveItBanner:
            //% "Er det en ny person?"
            return qsTrId("repeat.haveb");
        case VisitorModel.WithdrawnBanner:
            //% "Du kan svare igen, hvis du vil."
            return qsTrId("withdrawn.b");
        case VisitorModel.WithoutTicketBanner:
            return visitor.ticketsUnread ? qsTrId("ticket.unread.now") + " " + qsTrId("ticket.help") : qsTrId("ticket.first");
        default:
            return "";
        }
    }
    readonly property string privately: !trouble && kind === VisitorModel.ThanksBanner ? removal.words : ""
    readonly property string spoken: (headline + " " + (privately === "" ? line : "")).trim() + (saidSpoken ? " " + qsTrId("said.said") + " " + stand.said + " " + qsTrId("said.done") + " " + stand.done : "")
    // What others said isn't needed to answer: it may be a little smaller than large text.
    readonly property int saidText: Theme.contrast ? Math.max(Theme.px(34), Theme.smallestText) : Theme.bodyText
    // It is read aloud also where what was taken out of a comment has its room: its absence would tell.
    readonly property bool said: stand.said !== "" && stand.done !== ""
    readonly property bool saidSpoken: !trouble && !Theme.small && kind === VisitorModel.ThanksBanner && said
    readonly property bool saidShown: saidSpoken && line === ""

    implicitHeight: stacked ? Theme.px(28) + Math.max(sign.height, words.height) + Theme.px(28) + (buttonsShown ? Theme.target + Theme.px(24) : 0)
        : Math.max(Theme.target + Theme.px(24), words.height + Theme.px(16))
    radius: Theme.cardRadius
    color: trouble ? Theme.warning : Theme.banner
    border.width: Theme.contrast ? Theme.edge : 0
    border.color: Theme.control

    Removal {
        id: removal

        removed: root.visitor.removed
    }

    Announcement {
        anchors.fill: words
        words: root.visible ? (root.headline + " " + root.line).trim() : ""
    }

    Rectangle {
        id: sign

        visible: !Theme.contrast || root.stacked
        anchors.left: parent.left
        anchors.leftMargin: visible ? Theme.px(24) : 0
        anchors.verticalCenter: words.verticalCenter
        width: visible ? Theme.px(root.stacked ? 84 : 60) : 0
        height: width
        radius: width / 2
        color: root.informs ? "transparent" : root.trouble && !Theme.contrast ? Theme.ink : Theme.primary

        Icon {
            anchors.centerIn: parent
            name: root.trouble ? "warning" : root.informs ? "info" : root.kind === VisitorModel.WithdrawnBanner ? "undo" : "tick"
            size: sign.width * (root.informs ? 1 : 0.63)
            tone: Theme.contrast !== root.informs ? "black" : "white"
        }
    }

    Column {
        id: words

        anchors.left: sign.right
        anchors.leftMargin: Theme.px(20)
        anchors.right: root.stacked || !root.buttonsShown ? parent.right : buttons.left
        anchors.rightMargin: Theme.px(12)
        y: root.stacked ? Theme.px(28) : (root.height - height) / 2
        spacing: Theme.px(Theme.contrast ? 0 : 4)

        Words {
            Accessible.ignored: true
            width: parent.width
            horizontalAlignment: Text.AlignLeft
            text: root.headline
            heading: true
            size: Theme.text(36, 48, 40)
        }

        Words {
            Accessible.ignored: true
            visible: text !== ""
            width: parent.width
            horizontalAlignment: Text.AlignLeft
            text: root.line
            size: Theme.bodyText
            spacing: 1
        }

        Repeater {
            model: root.saidShown ? [
                //% "I sagde:"
                [qsTrId("said.said"), root.stand.said],
                //% "Vi gjorde:"
                [qsTrId("said.done"), root.stand.done]
            ] : []

            Row {
                id: saidRow

                required property var modelData

                spacing: Theme.px(7)

                Words {
                    id: who

                    text: saidRow.modelData[0]
                    size: root.saidText
                    aside: true
                    font.weight: Font.DemiBold
                    spacing: 1
                }

                Words {
                    width: words.width - who.width - Theme.px(7)
                    height: Math.round(root.saidText * (root.stacked ? 2.6 : 1.3))
                    fits: true
                    horizontalAlignment: Text.AlignLeft
                    text: saidRow.modelData[1]
                    size: root.saidText
                    aside: true
                    spacing: 1
                }
            }
        }
    }

    Row {
        id: buttons

        anchors.right: parent.right
        anchors.rightMargin: Theme.px(root.stacked ? 24 : 12)
        y: root.stacked ? root.height - height - Theme.px(24) : (root.height - height) / 2
        spacing: Theme.gap

        TargetButton {
            id: undo

            objectName: "undo"
            keyPlace: 2
            visible: root.visitor.canWithdraw && !root.trouble && root.kind !== VisitorModel.NoBanner
            //% "Fortryd\nmit svar"
            label: qsTrId("thanks.undo")
            quiet: true
            padding: Theme.px(Theme.contrast ? 12 : 18)
            textSize: Theme.smallButtonText
            weight: Font.Medium
            onActivated: root.visitor.withdraw()
        }

        NextPersonButton {
            id: nextPerson

            visitor: root.visitor
            visible: !root.trouble && (root.kind === VisitorModel.ChangedBanner || root.kind === VisitorModel.HaveItBanner)
            label: Theme.contrast ? text : text.replace("\n", " ")
            textSize: Theme.text(24, 30, 40)
            weight: Font.DemiBold
        }

        TargetButton {
            id: yes

            objectName: "yes"
            keyPlace: 1
            visible: !root.trouble && root.kind === VisitorModel.InvitationBanner
            //% "Ja, gerne"
            label: qsTrId("thanks.yes")
            primary: true
            padding: Theme.px(Theme.contrast ? 14 : 24)
            width: Math.max(implicitWidth, Theme.px(root.stacked ? 320 : 180))
            onActivated: root.visitor.accept()
        }
    }
}
