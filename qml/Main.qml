// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Window
import Smileystand.Ui

// The visitor's window: their pages, and staff's over them. Every touch is reported.
Window {
    id: root

    required property VisitorModel visitor
    required property StandInfo stand
    required property KeyPad keys
    required property Narrator narrator
    property StaffRoom staff: null // nobody's way in where there is none
    readonly property bool staffOpen: staff !== null && staff.session.phase !== StaffSession.Away
    readonly property bool timeOut: visitor.overlay === VisitorModel.TimeOutOverlay

    title: "Smileystand"
    // What had the keyboard went away: the keys still have somebody to go to.
    onActiveFocusItemChanged: {
        if (activeFocusItem === null || activeFocusItem === contentItem)
            content.forceActiveFocus();
    }
    width: 1280
    height: 800
    color: Theme.paper

    Binding {
        target: Hands
        property: "keys"
        value: root.keys
    }
    Binding {
        target: Hands
        property: "narrator"
        value: root.narrator
    }
    Binding {
        target: root.keys
        property: "screen"
        value: content
    }
    Binding {
        target: root.narrator
        property: "screenText"
        value: root.staffOpen ? "" : pages.spoken
    }
    Binding {
        target: root.narrator
        property: "privateText"
        value: root.staffOpen ? "" : pages.privately
    }
    Binding {
        target: Theme
        property: "width"
        value: root.width
    }
    Binding {
        target: Theme
        property: "height"
        value: root.height
    }
    Binding {
        target: Theme
        property: "pxPerMm"
        value: root.stand.pxPerMm
    }
    Binding {
        target: Theme
        property: "contrast"
        value: root.staff?.editor?.rehearsal?.visitor.contrast ?? root.visitor.contrast
    }
    Binding {
        target: Theme
        property: "reducedMotion"
        value: root.stand.reducedMotion
    }

    Connections {
        target: Hands

        function onMoved() {
            root.keys.moved(Hands.onKeyboard);
            if (root.staffOpen)
                root.staff.session.touched();
            else if (!root.timeOut)
                root.visitor.touched();
        }
    }

    Item {
        id: content

        property int place: 0

        onPlaceChanged: forceActiveFocus()

        anchors.fill: parent
        focus: true
        LayoutMirroring.enabled: root.visitor.rightToLeft
        LayoutMirroring.childrenInherit: true

        Keys.onTabPressed: enter(true)
        Keys.onDownPressed: enter(true)
        Keys.onRightPressed: enter(true)
        Keys.onBacktabPressed: enter(false)
        Keys.onPressed: event => {
            if (event.key >= Qt.Key_1 && event.key <= Qt.Key_8)
                press(event);
            else if (root.staffOpen)
                root.staff.session.touched();
            else
                root.visitor.touched();
        }

        // A keyboard stands in for the tactile keys. A key held down is one press.
        function press(event: var) {
            if (!event.isAutoRepeat)
                root.keys.press(event.key - Qt.Key_0);
        }

        function enter(forward: bool) {
            Hands.key();
            nextItemInFocusChain(forward).forceActiveFocus(forward ? Qt.TabFocusReason : Qt.BacktabFocusReason);
        }

        // Sees the touches beside the targets. The time-out's own surface reports its touches, when they mean "go on".
        PointHandler {
            acceptedButtons: Qt.AllButtons
            enabled: !root.timeOut
            onActiveChanged: {
                if (active)
                    Hands.touch();
            }
        }

        VisitorPages {
            id: pages

            anchors.fill: parent
            visitor: root.visitor
            stand: root.stand
            enabled: !root.visitor.closed
            visible: !root.staffOpen
        }

        // Staff's way in: the municipality's mark, held for three seconds with one finger. It takes no touch from what lies under it.
        PointHandler {
            id: mark

            readonly property bool held: active && point.position.x < Theme.target + Theme.margin && point.position.y < Theme.target + Theme.px(Theme.portrait ? 24 : 0)

            enabled: root.staff !== null && !root.staffOpen
            onHeldChanged: {
                if (held)
                    hold.restart();
                else
                    hold.stop();
            }
        }

        Timer {
            id: hold

            interval: 3000
            onTriggered: root.staff.session.open()
        }

        Loader {
            id: staffScreens

            readonly property bool wanted: root.staffOpen

            anchors.fill: parent
            onWantedChanged: {
                if (wanted)
                    setSource("staff/StaffScreens.qml", {
                        staff: root.staff,
                        visitor: root.visitor,
                        stand: root.stand
                    });
                else
                    source = "";
            }
        }
    }

    // A panel without a backlight is dimmed by darkening its picture.
    Rectangle {
        anchors.fill: parent
        visible: opacity > 0
        opacity: root.stand.shade
        color: "black"
    }

    // What had the keyboard is gone: the next Tab begins at the first target of what is shown now.
    Connections {
        target: root.visitor

        function onScreenChanged() {
            content.place = root.visitor.page + 10 * root.visitor.overlay;
        }
    }
}
