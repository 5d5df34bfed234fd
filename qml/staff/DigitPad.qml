// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import Smileystand

// Ten digits, erase and OK, where a telephone has them. A digit is never said aloud.
Grid {
    id: root

    required property real keyHeight
    required property bool canEnter
    property bool secret: false

    signal digit(int digit)
    signal erased
    signal entered

    columns: 3
    spacing: Theme.px(16)

    Repeater {
        model: [1, 2, 3, 4, 5, 6, 7, 8, 9, -1, 0, -2]

        StaffButton {
            required property int modelData

            objectName: modelData === -1 ? "staff-erase" : modelData === -2 ? "staff-enter" : "staff-digit" + modelData
            width: (root.width - 2 * root.spacing) / 3
            height: root.keyHeight
            //% "OK"
            label: modelData === -2 ? qsTrId("staff.pin.ok") : modelData < 0 ? "" : modelData
            //% "Slet"
            name: modelData === -1 ? qsTrId("staff.pin.erase") : label
            icon: modelData === -1 ? "backspace" : ""
            points: modelData < 0 ? 30 : 46
            primary: modelData === -2
            enabled: modelData !== -2 || root.canEnter
            secret: root.secret && modelData >= 0
            strikeMsMax: 40 // no hand types the same digit twice so fast; a panel's bounce is shorter
            typed: true
            onActivated: {
                if (modelData === -1)
                    root.erased();
                else if (modelData === -2)
                    root.entered();
                else
                    root.digit(modelData);
            }
        }
    }
}
