// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import Smileystand
import Smileystand.Ui

// Inside: the rail with the pages, and the page. A page that isn't shown isn't there.
Item {
    id: root

    required property StaffRoom staff
    required property StandInfo stand
    readonly property var pages: [
        //% "Overblik"
        {
            name: "overview",
            label: qsTrId("staff.rail.overview"),
            icon: "chart",
            source: "StaffOverview.qml"
        },
        //% "Spørgsmål"
        {
            name: "questions",
            label: qsTrId("staff.rail.questions"),
            icon: "write",
            source: "StaffQuestions.qml"
        },
        //% "Tilbehør"
        {
            name: "accessories",
            label: qsTrId("staff.rail.accessories"),
            icon: "plug",
            source: "StaffAccessories.qml"
        },
        //% "Data"
        {
            name: "data",
            label: qsTrId("staff.rail.data"),
            icon: "sync",
            source: "StaffData.qml"
        },
        //% "Stand"
        {
            name: "settings",
            label: qsTrId("staff.rail.settings"),
            icon: "settings",
            source: "StaffSettings.qml"
        }
    ]
    property string page: "overview"
    readonly property real reach: Theme.reachTop // nothing above it is pressed or read

    // Another page, or one behind it ("StaffStick.qml"): by its file.
    function show(source: string) {
        content.setSource(source, {
            staff: root.staff,
            stand: root.stand,
            shell: root
        });
    }

    onPageChanged: show(pages.find(each => each.name === page).source)
    Component.onCompleted: show(staff.session.editor && staff.settings.asksRoom ? "StaffFirstRun.qml" : "StaffOverview.qml")

    Rectangle {
        id: rail

        width: Theme.rail
        height: parent.height
        color: Theme.railGround

        // Six targets of 20 mm are higher than a 7" panel: there they share its height.
        readonly property real room: height - root.reach - 2 * Theme.px(12)
        readonly property real itemHeight: Math.min(Theme.target, Math.floor(room / (root.pages.length + 1)))

        Column {
            x: Theme.px(12)
            y: root.reach + Theme.px(12)
            width: parent.width - 2 * x
            spacing: Math.max(0, Math.min(Theme.px(12), (rail.room - (root.pages.length + 1) * rail.itemHeight) / root.pages.length))

            Repeater {
                model: root.pages

                StaffRailItem {
                    required property var modelData

                    objectName: "staff-page-" + modelData.name
                    width: parent.width
                    height: rail.itemHeight
                    label: modelData.label
                    icon: modelData.icon
                    chosen: root.page === modelData.name
                    onActivated: {
                        if (root.page === modelData.name)
                            root.show(modelData.source);
                        else
                            root.page = modelData.name;
                    }
                }
            }
        }

        StaffRailItem {
            objectName: "staff-close"
            x: Theme.px(12)
            y: parent.height - height - Theme.px(12)
            width: parent.width - 2 * x
            height: rail.itemHeight
            //% "Luk"
            label: qsTrId("staff.close")
            icon: "leave"
            onActivated: root.staff.session.close()
        }
    }

    Loader {
        id: content

        anchors.left: rail.right
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.topMargin: root.reach
        anchors.bottom: parent.bottom
    }
}
