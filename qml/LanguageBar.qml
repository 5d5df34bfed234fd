// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import Smileystand.Ui

// The languages that stand on the screen, each by its own name, then the rest behind one button; all behind it where they have no room. Mirrors with
// the layout.
Row {
    id: root

    required property VisitorModel visitor
    required property StandInfo stand
    required property real room // the width that there is
    required property real widest // of a button, where its name needs no more
    readonly property bool moreShown: stand.moreLanguages.length > 0 || collapsed
    readonly property int buttons: languages.count + (stand.moreLanguages.length > 0 ? 1 : 0)
    readonly property var narrow: narrowest(languages.count)
    readonly property real taken: narrow.reduce((sum, each) => sum + each, 0) + (buttons - 1) * Theme.gap
    readonly property bool collapsed: taken > room
    readonly property real even: Math.max(Math.min(widest, (room - (buttons - 1) * Theme.gap) / buttons), Math.max(...narrow))
    readonly property bool isEven: buttons * even + (buttons - 1) * Theme.gap <= room + 1
    readonly property real share: Math.max(0, (room - taken) / buttons) // of what is left

    function narrowest(count: int): var {
        const widths = stand.moreLanguages.length > 0 ? [more.narrowWidth] : [];
        for (let i = 0; i < count; ++i)
            widths.push((languages.itemAt(i) as TargetButton)?.narrowWidth ?? 0);
        return widths;
    }

    spacing: Theme.gap

    Repeater {
        id: languages

        model: root.stand.languages

        LanguageButton {
            visitor: root.visitor
            visible: !root.collapsed
            width: Math.floor(root.isEven ? root.even : narrowWidth + root.share)
            padding: Theme.px(8)
            textSize: Theme.smallButtonText
        }
    }

    TargetButton {
        id: more

        objectName: "moreLanguages"
        keyGroup: Target.Languages
        visible: root.moreShown
        width: Math.floor(root.collapsed ? Math.max(implicitWidth, Theme.target) : root.isEven ? root.even : narrowWidth + root.share)
        padding: Theme.px(6)
        //% "Flere\nsprog"
        label: Theme.portrait && !Theme.contrast ? qsTrId("lang.more").replace("\n", " ") : qsTrId("lang.more")
        textSize: Theme.smallButtonText
        onActivated: root.visitor.openLanguages()
    }
}
