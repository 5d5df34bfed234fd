// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Smileystand
import Smileystand.Ui

// A group of settings: its contents, and one button that saves them and says from when they count: beside the title, where a
// panel is low, else at the foot. What came of it stands at the foot.
StaffPage {
    id: root

    required property string group
    property bool saves: true
    readonly property SettingsModel settings: staff.settings
    readonly property bool editor: settings.editor
    readonly property var values: settings.values
    readonly property var lockedKeys: settings.locked

    function locked(key: string): bool {
        return lockedKeys.includes(key);
    }
    function mayChange(key: string): bool {
        return editor && !locked(key);
    }

    back: "StaffSettings.qml"
    // The scrolled contents end above the foot.
    room: saves ? foot.height : 0
    aside: saves && !Theme.portrait ? save : null
    Component.onCompleted: settings.begin(group)

    Rectangle {
        id: foot

        parent: root
        visible: root.saves
        anchors.bottom: parent.bottom
        width: parent.width
        height: Theme.portrait ? Math.max(save.height, said.height) + 2 * Theme.px(12) : said.words !== "" ? said.height + 2 * Theme.px(12) : 0
        color: Theme.paper

        Rectangle {
            visible: parent.height > 0
            width: parent.width
            height: 1
            color: Theme.line
        }

        StaffNote {
            id: said

            objectName: "staff-setting-note"
            anchors.left: parent.left
            anchors.leftMargin: root.margin
            anchors.right: parent.right
            anchors.rightMargin: root.margin + (Theme.portrait ? save.width + Theme.px(16) : 0)
            anchors.verticalCenter: parent.verticalCenter
            visible: words !== ""
            warns: root.settings.fault !== ""
            icon: warns ? "warning" : root.settings.done !== "" ? "tick" : root.editor ? "info" : "lock"
            ground: warns ? Theme.warning : root.settings.done !== "" ? Theme.good : Theme.sunk
            words: {
                if (root.settings.fault !== "")
                    return root.settings.fault;
                if (root.settings.done !== "")
                    return root.settings.done;
                //% "Du kan se det her, men ikke ændre det."
                return root.editor ? "" : qsTrId("staff.settings.reader");
            }
        }
    }

    StaffButton {
        id: save

        parent: root
        objectName: "staff-setting-save"
        z: 1 // over the foot
        visible: root.saves
        x: root.width - width - root.margin
        y: Theme.portrait ? foot.y + (foot.height - height) / 2 : Theme.px(16)
        width: Math.min(Theme.px(Theme.portrait ? 460 : 380), parent.width * 0.46)
        //% "Gem"
        label: qsTrId("staff.settings.save")
        //% "Gælder med det samme"
        //% "Gælder fra %1"
        detail: root.settings.atOnce ? qsTrId("staff.settings.atonce") : qsTrId("staff.settings.starts").arg(root.settings.startsOn)
        icon: "tick"
        primary: true
        enabled: root.settings.canSave
        onActivated: root.settings.save()
    }
}
