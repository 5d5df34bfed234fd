// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Smileystand.Ui

// The page that the visitor's model names, and an overlay above it. A page fades in; the one that it follows is gone at once, since its contents
// already are. In the window for visitors, and where staff try a visit.
Item {
    id: root

    required property VisitorModel visitor
    required property StandInfo stand
    readonly property string spoken: overlays.item?.spoken ?? (questions.shown ? questions.item?.spoken : faces.spoken) ?? ""
    readonly property string privately: (overlays.item ? "" : questions.shown ? questions.item?.privately : faces.privately) ?? ""

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
