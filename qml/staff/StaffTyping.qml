// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Smileystand

// Where staff write: the text, the coach's word on it, and the keyboard, or digits. Over whatever page asked.
Rectangle {
    id: root

    readonly property bool asked: StaffInput.field !== null
    readonly property bool standing: Theme.portrait
    readonly property bool beside: !standing && !Theme.small // of the text; a 7" panel has room above it only

    visible: asked
    enabled: asked
    color: Theme.paper

    MultiPointTouchArea {
        anchors.fill: parent
    }

    Item {
        id: head

        x: Theme.px(24)
        y: Math.max(Theme.px(20), Theme.reachTop + Theme.px(12))
        width: parent.width - 2 * x
        height: Theme.target

        StaffButton {
            id: undo

            objectName: "staff-typing-cancel"
            //% "Fortryd"
            label: qsTrId("staff.typing.cancel")
            onActivated: StaffInput.finish(false)
        }

        StaffText {
            id: heading

            visible: !Theme.small || !advice.visible
            anchors.left: undo.right
            anchors.right: keep.left
            anchors.margins: Theme.px(20)
            anchors.verticalCenter: parent.verticalCenter
            text: StaffInput.title
            points: 26
            heading: true
            elide: Text.ElideRight
            maximumLineCount: 2
        }

        StaffButton {
            id: keep

            objectName: "staff-typing-done"
            anchors.right: parent.right
            //% "Færdig"
            label: qsTrId("staff.typing.done")
            icon: "tick"
            primary: true
            onActivated: StaffInput.finish(true)
        }
    }

    Rectangle {
        id: field

        anchors.top: head.bottom
        anchors.topMargin: Theme.px(14)
        anchors.bottom: root.standing ? undefined : keys.top
        anchors.bottomMargin: Theme.px(12)
        height: Theme.px(340)
        x: Theme.px(24)
        width: advice.visible && root.beside ? parent.width * 0.62 - x : parent.width - 2 * x
        radius: Theme.px(16)
        color: Theme.surface
        border.width: Theme.px(3)
        border.color: Theme.primary

        StaffText {
            id: written

            anchors.fill: parent
            anchors.margins: Theme.px(18)
            anchors.bottomMargin: count.height + Theme.px(10)
            // The caret doesn't blink.
            text: StaffInput.rightToLeft ? StaffInput.text : StaffInput.text + "|"
            points: 28
            fontSizeMode: Text.Fit
            minimumPixelSize: Theme.staff(18)
            horizontalAlignment: StaffInput.rightToLeft ? Text.AlignRight : Text.AlignLeft
            objectName: "staff-typed"
        }

        StaffText {
            id: count

            anchors.right: parent.right
            anchors.bottom: parent.bottom
            anchors.rightMargin: Theme.px(16)
            anchors.bottomMargin: Theme.px(8)
            //% "%1 af %2 tegn"
            text: qsTrId("staff.typing.count").arg(Array.from(StaffInput.text).length).arg(StaffInput.most)
            points: 17
            quiet: true
        }
    }

    StaffNote {
        id: advice

        visible: StaffInput.advice !== ""
        warns: true
        words: StaffInput.advice
        x: root.standing ? field.x : root.beside ? parent.width - width - Theme.px(24) : head.x + heading.x
        y: root.standing ? field.y + field.height + Theme.px(20) : root.beside ? field.y : head.y + (head.height - height) / 2
        width: root.standing ? field.width : root.beside ? parent.width * 0.38 - Theme.px(44) : heading.width
    }

    Item {
        id: keys

        width: parent.width
        height: StaffInput.digits ? pad.height + Theme.px(24) : board.height
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.portrait ? Theme.px(300) : 0

        Keyboard {
            id: board

            visible: !StaffInput.digits
            enabled: visible
            width: parent.width
            anchors.bottom: parent.bottom
            language: StaffInput.language
            rightToLeft: StaffInput.rightToLeft
            beginsSentence: /(^|[.!?]\s+|\n)$/.test(StaffInput.text)
            keyHeight: Theme.portrait ? Theme.px(136) : Math.min(Theme.px(110), Math.floor(root.height * (Theme.small ? 0.52 : 0.56) / 4))
            breaksLines: false
            onTyped: text => StaffInput.write(text)
            onErased: StaffInput.erase()
        }

        DigitPad {
            id: pad

            visible: StaffInput.digits
            enabled: visible
            anchors.horizontalCenter: parent.horizontalCenter
            anchors.bottom: parent.bottom
            anchors.bottomMargin: Theme.px(24)
            width: Math.min(parent.width - 2 * Theme.px(24), Theme.px(700))
            keyHeight: Theme.portrait ? Theme.px(144) : Math.min(Theme.px(104), Math.floor(root.height * 0.5 / 4))
            canEnter: true
            onDigit: digit => StaffInput.write(String(digit))
            onErased: StaffInput.erase()
            onEntered: StaffInput.finish(true)
        }
    }
}
