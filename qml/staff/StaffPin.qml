// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import Smileystand
import Smileystand.Ui

// The way in: a personal PIN, and what needs none. A visitor who came here by chance is told the way back.
Item {
    id: root

    required property StaffSession session
    required property StandInfo stand
    readonly property bool choosing: session.phase === StaffSession.Choosing || session.phase === StaffSession.Repeating
    readonly property string asks: {
        if (session.phase === StaffSession.Choosing)
            //% "Vælg din egen kode: 6 til 10 tal."
            return qsTrId("staff.pin.choose");
        if (session.phase === StaffSession.Repeating)
            //% "Skriv den samme kode igen."
            return qsTrId("staff.pin.repeat");
        if (session.changing)
            //% "Indtast først din kode, som den er nu."
            return qsTrId("staff.pin.old");
        //% "Indtast din egen kode."
        return qsTrId("staff.pin");
    }
    readonly property string says: {
        switch (session.note) {
        case StaffSession.WrongNote:
            //% "Koden passede ikke. Prøv igen."
            return qsTrId("staff.pin.again");
        case StaffSession.LostNote:
            //% "Koden passede ikke. Standens koder er gået tabt. Bed centralenheden om en ny første kode."
            return qsTrId("staff.pin.lost");
        case StaffSession.PausedNote:
            //% "Koden passede ikke. Prøv igen om %1 sekunder. Besøgende kan bruge skærmen imens."
            return qsTrId("staff.pin.wrong").arg(session.secondsLeft);
        case StaffSession.NobodyNote:
            //% "Ingen har en kode endnu. Centralenheden opretter personale og giver den første kode."
            return qsTrId("staff.pin.nobody");
        case StaffSession.FaultNote:
            //% "Koden kan ikke prøves lige nu. Besøgende kan bruge skærmen. Ring til hjælp."
            return qsTrId("staff.pin.fault");
        case StaffSession.ShortNote:
            //% "Koden skal have 6 til 10 tal."
            return qsTrId("staff.pin.short");
        case StaffSession.CommonNote:
            //% "Den kode kan ikke bruges: den er for let at gætte. Vælg en anden."
            return qsTrId("staff.pin.common");
        case StaffSession.OtherNote:
            //% "De to koder var ikke ens. Vælg igen."
            return qsTrId("staff.pin.other");
        default:
            //% "Vent lidt …"
            return session.checking ? qsTrId("staff.pin.checking") : "";
        }
    }
    readonly property real side: Theme.px(Theme.portrait ? 60 : 34)
    readonly property real column: Theme.portrait ? width - 2 * side : (width - 3 * side) * 0.52

    Row {
        x: root.side
        y: Theme.px(Theme.portrait ? 64 : 26)
        spacing: Theme.px(14)

        Brand {
            anchors.verticalCenter: parent.verticalCenter
            markSize: Theme.px(34)
            logoSize: Theme.px(44)
            png: root.stand.logo
        }

        StaffText {
            anchors.verticalCenter: parent.verticalCenter
            text: root.stand.municipality
            points: 22
            font.weight: Font.DemiBold
        }

        StaffText {
            anchors.verticalCenter: parent.verticalCenter
            text: root.stand.place
            points: 22
            quiet: true
        }
    }

    Column {
        id: asked

        x: root.side
        y: Theme.px(Theme.portrait ? 260 : 88)
        width: root.column
        spacing: Theme.px(12)

        Row {
            spacing: Theme.px(18)

            Icon {
                anchors.verticalCenter: parent.verticalCenter
                name: "lock"
                size: Theme.px(52)
            }

            StaffText {
                //% "Personale"
                text: qsTrId("staff.title")
                heading: true
                points: 50
            }
        }

        StaffText {
            width: parent.width
            visible: root.choosing || Theme.portrait || root.session.note === StaffSession.NoNote // the note has its room
            text: root.asks
            points: 27
            quiet: true
        }

        Rectangle {
            width: dots.width + 2 * Theme.px(28)
            height: Theme.px(84)
            radius: Theme.px(20)
            color: Theme.surface
            border.width: Theme.edge
            border.color: Theme.control

            Accessible.role: Accessible.EditableText
            Accessible.passwordEdit: true
            Accessible.name: root.asks

            Row {
                id: dots

                x: Theme.px(28)
                anchors.verticalCenter: parent.verticalCenter
                spacing: Theme.px(24)

                Repeater {
                    model: Math.max(8, root.session.entered)

                    Rectangle {
                        required property int index

                        objectName: "staff-dot"
                        width: Theme.px(28)
                        height: width
                        radius: width / 2
                        color: index < root.session.entered ? Theme.ink : "transparent"
                        border.width: Theme.px(3)
                        border.color: index < root.session.entered ? Theme.ink : Theme.control
                    }
                }
            }
        }

        StaffNote {
            objectName: "staff-pin-note"
            width: parent.width
            visible: words !== ""
            words: root.says
            icon: "info"
            warns: true
            points: 22

            Announcement {
                anchors.fill: parent
                words: root.says
            }
        }
    }

    Item {
        id: without

        objectName: "staff-without"
        x: root.side
        y: Theme.portrait ? pad.y + pad.height + Theme.px(60) : back.y - height - Theme.px(12)
        width: root.column
        height: visible ? title.height + Theme.px(10) + Theme.target : 0
        visible: !root.choosing

        StaffText {
            id: title

            //% "Uden kode"
            text: qsTrId("staff.nopin")
            heading: true
            points: 23
        }

        StaffWithoutPin {
            y: title.height + Theme.px(10)
            width: parent.width
            session: root.session
        }
    }

    StaffButton {
        id: back

        objectName: "staff-back"
        x: root.side
        y: root.height - height - Theme.px(Theme.portrait ? 72 : 32)
        //% "Tilbage"
        label: qsTrId("staff.back")
        icon: "back"
        points: 26
        onActivated: root.session.close()
    }

    StaffText {
        anchors.left: back.right
        anchors.leftMargin: Theme.px(22)
        anchors.verticalCenter: back.verticalCenter
        width: root.column - back.width - Theme.px(22)
        //% "Er du besøgende? Tryk Tilbage.\nHer er ingen enkelte svar at se."
        text: qsTrId("staff.pin.visitor")
        points: 22
        quiet: true
    }

    StaffButton {
        objectName: "staff-language"
        anchors.right: parent.right
        anchors.rightMargin: root.side
        y: Theme.px(Theme.portrait ? 200 : 12)
        label: root.session.language === "da" ? "English" : "Dansk"
        height: Theme.portrait ? Theme.target : Math.min(Theme.target, pad.y - y - Theme.px(10))
        points: 20
        quiet: true
        onActivated: root.session.changeLanguage()
    }

    DigitPad {
        id: pad

        x: Theme.portrait ? root.side : root.width - width - root.side
        y: Theme.portrait ? asked.y + Theme.px(400) : (root.height - height) / 2 + Theme.px(40)
        width: Theme.portrait ? root.column : root.width - root.column - 3 * root.side
        keyHeight: Theme.portrait ? Theme.px(150) : Math.max(Theme.target, Theme.px(144)) > (root.height - Theme.px(120)) / 4 - Theme.px(16) ? (root.height - Theme.px(120)) / 4 - Theme.px(16) : Math.max(Theme.target, Theme.px(144))
        canEnter: root.session.canTry
        secret: true
        onDigit: digit => root.session.digit(digit)
        onErased: root.session.erase()
        onEntered: root.session.enter()
    }
}
