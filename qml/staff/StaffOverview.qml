// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import Smileystand
import Smileystand.Ui

// Today without its result, the last closed week, how the stand is, and what needs no PIN.
StaffPage {
    id: root

    readonly property OverviewModel overview: root.staff.overview
    readonly property HealthModel health: root.staff.health
    readonly property var colours: [["#E7A793", "#EFC793", "#8F3F2A"], ["#E0D6C2", "#E0D6C2", "#6B6252"], ["#BBD3AE", "#8FC7B7", "#1F6557"]]
    readonly property bool narrow: Theme.portrait

    objectName: "staff-overview"
    title: root.overview?.title ?? ""
    line: root.overview?.date ?? ""

    StaffPill {
        parent: root
        anchors.right: parent.right
        anchors.rightMargin: root.margin
        y: Theme.px(20) + 1.25 * Theme.staff(34) + 0.6 * Theme.staff(20) - height / 2 // beside the date
        state_: (root.health?.good ?? true) ? StaffPill.Good : StaffPill.LookAt
        words: root.health?.status ?? ""
    }

    Column {
        width: root.body.width
        spacing: Theme.px(12)

        StaffSettingTile {
            objectName: "staff-overview-room"
            width: parent.width
            visible: root.staff.settings?.asksRoom ?? false
            asks: true
            //% "Rummet"
            label: qsTrId("staff.settings.room")
            //% "Svar mangler: Er der tv-overvågning i lokalet?"
            value: qsTrId("staff.room.unknown")
            icon: "room"
            onActivated: root.shell.show("StaffSettingRoom.qml")
        }

        Flow {
            id: today

            readonly property bool inTwoRows: root.narrow || Theme.small
            readonly property real room: width - 3 * spacing - 0.1 // Flow breaks where rounding lifts the sum
            readonly property var parts: cards.count === 4 ? [0.225, 0.275, 0.23, 0.27] : [1]
            property real tallest: Theme.px(98)

            width: parent.width
            spacing: Theme.px(12)

            Repeater {
                id: cards

                model: root.overview?.cards ?? []

                StaffFigure {
                    required property var modelData
                    required property int index

                    objectName: "staff-figure-" + modelData.name
                    width: today.inTwoRows && cards.count === 4 ? (today.width - today.spacing) / 2 : today.room * (today.parts[index] ?? 1)
                    height: today.tallest
                    title: modelData.title
                    value: modelData.value
                    detail: modelData.detail
                    onImplicitHeightChanged: today.tallest = Math.max(today.tallest, implicitHeight)
                }
            }
        }

        StaffNote {
            objectName: "staff-blind"
            width: parent.width
            height: implicitHeight - Theme.px(8)
            icon: "lock"
            points: 20
            ground: Theme.banner
            //% "Tallene vises kun i centralenheden. Sådan har kommunen valgt det."
            //% "Tallene for i dag vises, når dagen er lukket."
            words: (root.overview?.hidden ?? false) ? qsTrId("staff.overview.hidden") : qsTrId("staff.overview.blind")
        }

        Grid {
            id: halves

            readonly property bool twoSide: !root.narrow && !Theme.small
            readonly property bool hidden: root.overview?.hidden ?? false

            width: parent.width
            columns: twoSide && !hidden ? 2 : 1
            spacing: Theme.px(12)

            StaffCard {
                id: weekCard

                objectName: "staff-week"
                visible: !halves.hidden
                width: halves.columns === 2 ? Math.round((halves.width - halves.spacing) * 0.55) : halves.width
                height: halves.columns === 2 ? Math.max(implicitHeight, stand.implicitHeight) : implicitHeight
                implicitHeight: week.height + 2 * inset

                Column {
                    id: week

                    width: parent.width
                    spacing: Theme.px(8)

                    Item {
                        width: parent.width
                        height: Math.max(weekTitle.height, weekLine.height)

                        StaffText {
                            id: weekTitle

                            //% "Sidste lukkede uge"
                            text: qsTrId("staff.overview.lastweek")
                            points: 21
                            font.weight: Font.DemiBold
                            heading: true
                        }

                        StaffText {
                            id: weekLine

                            anchors.right: parent.right
                            anchors.baseline: weekTitle.baseline
                            text: root.overview?.weekLine ?? ""
                            quiet: true
                        }
                    }

                    Repeater {
                        model: root.overview?.bars ?? []

                        StaffShare {
                            required property var modelData
                            required property int index

                            objectName: "staff-share-" + index
                            width: week.width
                            label: modelData.label
                            value: modelData.value
                            range: modelData.range
                            share: modelData.share
                            low: modelData.low
                            high: modelData.high
                            exact: modelData.exact
                            from: root.colours[index][0]
                            to: root.colours[index][1]
                            rim: root.colours[index][2]
                        }
                    }

                    Rectangle {
                        visible: faces.count > 0
                        width: parent.width
                        height: 1
                        color: Theme.line
                    }

                    Row {
                        visible: faces.count > 0
                        width: parent.width

                        Repeater {
                            id: faces

                            model: root.overview?.faces ?? []

                            Row {
                                id: face

                                required property var modelData

                                width: week.width / 5
                                spacing: Theme.px(7)

                                Image {
                                    width: Theme.px(36)
                                    height: width
                                    sourceSize.width: width
                                    sourceSize.height: height
                                    source: "image://face/" + face.modelData.face
                                }

                                StaffText {
                                    anchors.verticalCenter: parent.verticalCenter
                                    text: face.modelData.value
                                    font.weight: Font.DemiBold
                                    wrapMode: Text.NoWrap
                                }
                            }
                        }
                    }

                    StaffText {
                        objectName: "staff-week-note"
                        width: parent.width
                        text: root.overview?.weekNote ?? ""
                        points: 17
                        quiet: true
                    }
                }
            }

            StaffCard {
                id: stand

                width: halves.columns === 2 ? halves.width - halves.spacing - Math.round((halves.width - halves.spacing) * 0.55) : halves.width
                height: halves.columns === 2 ? Math.max(implicitHeight, weekCard.implicitHeight) : implicitHeight
                implicitHeight: lines.height + 2 * inset - Theme.px(10)

                Column {
                    id: lines

                    width: parent.width

                    StaffText {
                        width: parent.width
                        bottomPadding: Theme.px(8)
                        //% "Stand og data"
                        text: qsTrId("staff.overview.stand")
                        points: 21
                        font.weight: Font.DemiBold
                        heading: true
                    }

                    Repeater {
                        model: root.health?.summary ?? []

                        StaffHealthLine {
                            required property var modelData

                            objectName: "staff-health-" + modelData.name
                            width: lines.width
                            title: modelData.title
                            sentence: modelData.sentence
                            pill: modelData.pill
                            good: modelData.good
                            looksAt: modelData.looksAt
                        }
                    }
                }
            }
        }

        Item {
            width: parent.width
            height: withoutPin.height

            StaffText {
                id: withoutPinTitle

                visible: halves.twoSide
                anchors.verticalCenter: parent.verticalCenter
                width: visible ? Theme.px(90) : 0
                //% "Uden kode"
                text: qsTrId("staff.overview.withoutpin")
                points: 20
                font.weight: Font.DemiBold
            }

            StaffWithoutPin {
                id: withoutPin

                anchors.left: withoutPinTitle.right
                anchors.right: parent.right
                session: root.staff.session
            }
        }
    }
}
