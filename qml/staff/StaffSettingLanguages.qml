// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import Smileystand

// Which languages visitors are offered, and where.
StaffSettingPage {
    id: root

    readonly property bool free: mayChange("languages") && mayChange("more_languages")

    group: "languages"
    title: qsTrId("staff.settings.languages")
    //% "Det første på skærmen er standens eget sprog. Højst seks kan stå på skærmen."
    line: qsTrId("staff.languages.rule")

    Column {
        width: root.body.width
        spacing: Theme.px(12)

        StaffLocked {
            width: parent.width
            visible: root.locked("languages") || root.locked("more_languages")
        }

        Repeater {
            model: root.settings.languages

            StaffCard {
                id: language

                required property var modelData
                readonly property bool stacked: width < Theme.px(1000)

                width: parent.width
                inset: Theme.px(14)

                Column {
                    id: words

                    y: language.stacked ? 0 : (Theme.target - height) / 2
                    width: language.stacked ? parent.width : parent.width - places.width - Theme.px(16)

                    StaffText {
                        width: parent.width
                        text: language.modelData.name
                        points: 24
                        font.weight: Font.DemiBold
                        horizontalAlignment: Text.AlignLeft
                    }

                    StaffText {
                        width: parent.width
                        visible: text !== ""
                        quiet: true
                        text: {
                            const parts = [];
                            if (language.modelData.isDefault)
                                //% "Standens eget sprog."
                                parts.push(qsTrId("staff.languages.default"));
                            if (language.modelData.draft)
                                //% "Kladde: ingen, der taler sproget, har læst det."
                                parts.push(qsTrId("staff.languages.draft"));
                            if (language.modelData.leftOut === 1)
                                //% "1 spørgsmål mangler og springes over."
                                parts.push(qsTrId("staff.languages.leftout.one"));
                            else if (language.modelData.leftOut > 1)
                                //% "%1 spørgsmål mangler og springes over."
                                parts.push(qsTrId("staff.languages.leftout").arg(language.modelData.leftOut));
                            return parts.join(" ");
                        }
                    }
                }

                Row {
                    id: places

                    anchors.right: parent.right
                    y: language.stacked ? words.height + Theme.px(8) : 0
                    width: language.stacked ? parent.width : Theme.px(620)
                    spacing: Theme.px(10)

                    Repeater {
                        model: [
                            //% "På skærmen"
                            qsTrId("staff.languages.onscreen"),
                            //% "Flere sprog"
                            qsTrId("staff.languages.more"),
                            //% "Nej"
                            qsTrId("staff.languages.no")
                        ]

                        StaffButton {
                            required property int index
                            required property string modelData
                            readonly property int place: (index + 1) % 3

                            objectName: "staff-language-" + language.modelData.tag + "-" + place
                            width: (places.width - 3 * Theme.px(10)) / 4
                            label: modelData
                            name: language.modelData.name + ": " + modelData
                            points: 18
                            role: Accessible.RadioButton
                            chosen: language.modelData.place === place
                            enabled: root.free
                            onActivated: root.settings.placeLanguage(language.modelData.tag, place)
                        }
                    }

                    StaffButton {
                        objectName: "staff-language-" + language.modelData.tag + "-first"
                        width: (places.width - 3 * Theme.px(10)) / 4
                        //% "Gør til første"
                        label: qsTrId("staff.languages.first")
                        name: language.modelData.name + ": " + label
                        points: 18
                        icon: ""
                        visible: language.modelData.place === 1
                        enabled: root.free && !language.modelData.isDefault
                        onActivated: root.settings.makeDefault(language.modelData.tag)
                    }
                }
            }
        }
    }
}
