// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Window
import Smileystand.Ui

// The visitor's window: the page that the model names, an overlay above it, and nothing else. Every touch is reported. A page fades in; the one that
// it follows is gone at once, since its contents already are.
Window {
    id: root

    required property VisitorModel visitor
    required property StandInfo stand
    required property KeyPad keys
    required property Narrator narrator
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
        value: overlays.item?.spoken ?? (questions.shown ? questions.item?.spoken : faces.spoken) ?? ""
    }
    Binding {
        target: root.narrator
        property: "privateText"
        value: (overlays.item ? "" : questions.shown ? questions.item?.privately : faces.privately) ?? ""
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
        value: root.visitor.contrast
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
            if (!root.timeOut)
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

        FacesPage {
            id: faces

            anchors.fill: parent
            visitor: root.visitor
            stand: root.stand
            enabled: root.visitor.page === VisitorModel.FacesPage && root.visitor.overlay === VisitorModel.NoOverlay
            opacity: root.visitor.page === VisitorModel.FacesPage ? 1 : 0
            visible: root.visitor.page === VisitorModel.FacesPage || opacity > 0 // its targets are there before it is seen

            Behavior on opacity {
                enabled: root.visitor.page === VisitorModel.FacesPage

                NumberAnimation {
                    duration: Theme.pageFade
                    easing.type: Easing.OutCubic
                }
            }
        }

        // Loaded when first needed: the faces come to the screen first.
        Loader {
            id: questions

            readonly property bool shown: root.visitor.page === VisitorModel.QuestionPage
            readonly property string page: !shown ? "" : root.visitor.kind === VisitorModel.CommentKind ? "CommentPage.qml" : "QuestionPage.qml"

            anchors.fill: parent
            active: shown || opacity > 0
            enabled: shown && root.visitor.overlay === VisitorModel.NoOverlay
            opacity: shown ? 1 : 0
            onPageChanged: {
                if (page !== "")
                    setSource(page, {
                        visitor: root.visitor
                    });
            }

            Behavior on opacity {
                enabled: root.visitor.page === VisitorModel.QuestionPage

                NumberAnimation {
                    duration: Theme.pageFade
                    easing.type: Easing.OutCubic
                }
            }
        }

        Loader {
            id: overlays

            readonly property int overlay: root.visitor.overlay

            anchors.fill: parent
            onOverlayChanged: {
                switch (overlay) {
                case VisitorModel.AboutOverlay:
                    setSource("AboutPage.qml", {
                        visitor: root.visitor,
                        stand: root.stand
                    });
                    break;
                case VisitorModel.LanguagesOverlay:
                    setSource("LanguagesPage.qml", {
                        visitor: root.visitor,
                        stand: root.stand
                    });
                    break;
                case VisitorModel.TimeOutOverlay:
                    setSource("TimeOutDialog.qml", {
                        visitor: root.visitor
                    });
                    break;
                default:
                    setSource("");
                }
            }
        }
    }

    // What had the keyboard is gone: the next Tab begins at the first target of what is shown now.
    Connections {
        target: root.visitor

        function onScreenChanged() {
            content.place = root.visitor.page + 10 * root.visitor.overlay;
        }
    }
}
